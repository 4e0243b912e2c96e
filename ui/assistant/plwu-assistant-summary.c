/* plwu-assistant-summary.c: the assistant's last page: what will be made and what was found in it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-assistant-private.h"

#include <placewright/evaluate.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#define FINDINGS_MOST 40

GtkWidget *
plwu_assistant_summary_new (void)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  return scrolled;
}

static GtkWidget *
add_group (GtkWidget *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static void
add_row (GtkWidget *group, const char *title, const char *figure)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  if (figure != NULL)
    {
      GtkWidget *label = gtk_label_new (figure);

      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_count (GtkWidget *group, const char *title, PlwuDraftTable *table)
{
  g_autofree char *figure = g_strdup_printf ("%u", plwu_draft_table_n_chosen (table));

  add_row (group, title, figure);
}

static void
add_pence (GtkWidget *group, const char *title, int64_t pence)
{
  g_autofree char *figure = plw_pence_show_short (pence);

  add_row (group, title, figure);
}

static void
add_contents (GtkWidget *box, PlwuDraft *draft, const PlwPlan *plan)
{
  GtkWidget *group = add_group (box, draft->place);
  int first = plw_plan_base_year (plan) + 1;
  g_autofree char *years = g_strdup_printf (_ ("%s to %s"), plw_year_name (first),
                                            plw_year_name (first - 1 + (int) plw_plan_n_years (plan)));
  int64_t need = plwu_draft_table_total (draft->lines, PLWU_LINE_BASE);
  int64_t money = plwu_draft_table_total (draft->pots, PLWU_POT_AMOUNT);
  int64_t in_hand = plwu_draft_table_total (draft->pots, PLWU_POT_OPENING);

  add_row (group, _ ("Years of the plan"), years);
  add_count (group, _ ("Partners"), draft->partners);
  add_count (group, _ ("Service lines"), draft->lines);
  add_count (group, _ ("Pots of money"), draft->pots);
  add_count (group, _ ("Assumptions"), draft->drivers);
  add_pence (group, _ ("Base budget of all lines"), need);
  add_pence (group, _ ("Money of the base year, revenue and capital"), money);
  add_pence (group, _ ("Reserves and receipts in hand"), in_hand);
}

/* The gap of the first and the last year: what the plan is for. */
static void
add_answer (GtkWidget *box, const PlwPlan *plan, PlwProblems *problems)
{
  g_autoptr (GError) error = NULL;
  PlwResult *result = plw_evaluate (plan, NULL, NULL, problems, &error);
  GtkWidget *group = add_group (box, _ ("Worked out"));

  if (result == NULL)
    {
      add_row (group, error->message, NULL);
      return;
    }

  size_t last = plw_result_n_years (result) - 1;
  size_t years[] = { 0, last };

  for (size_t i = 0; i < G_N_ELEMENTS (years); i++)
    {
      int64_t gap = plw_result_sum (result, PLW_SUM_SHORTFALL, years[i]);
      g_autofree char *title =
          g_strdup_printf (_ ("Gap in %s"), plw_year_name (plw_result_year (result, years[i])));

      if (gap > 0)
        add_pence (group, title, gap);
      else
        add_row (group, title, _ ("none"));
    }
  plw_result_free (result);
}

static void
add_findings (GtkWidget *box, PlwuDraft *draft, const PlwProblems *problems)
{
  g_autoptr (GPtrArray) doubts = plwu_draft_list_doubts (draft);
  size_t n_problems = plw_problems_size (problems);
  size_t n_all = n_problems + doubts->len;
  GtkWidget *group = add_group (box, _ ("To look at"));

  if (n_all == 0)
    add_row (group, _ ("Nothing was found that needs a look."), NULL);
  for (guint i = 0; i < doubts->len; i++)
    add_row (group, g_ptr_array_index (doubts, i), NULL);
  for (size_t i = 0; i < n_problems && i < FINDINGS_MOST; i++)
    {
      g_autofree char *text = plw_problem_to_text (plw_problems_get (problems, i));

      add_row (group, text, NULL);
    }
  if (n_problems > FINDINGS_MOST)
    {
      g_autofree char *text = g_strdup_printf (_ ("And %u more: see the page Checks of the plan."),
                                               (guint) (n_problems - FINDINGS_MOST));

      add_row (group, text, NULL);
    }
}

void
plwu_assistant_summary_show (GtkWidget *summary, PlwuDraft *draft, const PlwPlan *plan)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1200);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  add_contents (box, draft, plan);
  gtk_box_append (GTK_BOX (box), answers);
  add_answer (answers, plan, problems);
  add_findings (answers, draft, problems);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (summary), clamp);
}
