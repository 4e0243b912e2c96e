/* plwu-budget-found.c: what was found in a budget table, and what would come in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-budget-private.h"

#include "plwu-focus.h"
#include "plwu-prose.h"

#include <glib/gi18n.h>

/* More than these nobody reads before putting some of them right. */
#define FOUND_MOST 500

static const PlwuBudgetPlace nowhere = { SIZE_MAX, SIZE_MAX };

char *
plwu_budget_found_begin (const char *text)
{
  char first[8] = { '\0' };

  if (*text == '\0')
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/* @place: where Enter leads to; no row: nowhere */
static void
add_row (PlwuBudgetWindow *self,
         const char *kind,
         const char *css,
         const char *where,
         const char *text,
         PlwuBudgetPlace place)
{
  if (self->places->len >= FOUND_MOST)
    return;

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *heading =
      where != NULL && *where != '\0' ? g_strdup_printf ("%s: %s", kind, where) : g_strdup (kind);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", heading, text);
  GtkWidget *head = plwu_prose_new (heading, "heading");

  if (css != NULL)
    gtk_widget_add_css_class (head, css);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), plwu_prose_new (text, NULL));
  gtk_widget_add_css_class (box, "plwu-check");
  gtk_widget_set_margin_start (box, 8);
  gtk_widget_set_margin_end (box, 8);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (self->found, row);
  g_array_append_val (self->places, place);
}

/* Returns: (transfer full): what is said of findings, which are listed on their own, with their cells */
static GHashTable *
list_sentences (const PlwBudget *budget)
{
  GHashTable *sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (size_t i = 0; i < plw_budget_n_findings (budget); i++)
    g_hash_table_add (sentences, plw_budget_finding_to_text (budget, plw_budget_finding (budget, i)));
  return sentences;
}

static void
add_problems (PlwuBudgetWindow *self, PlwSeverity severity, GHashTable *findings)
{
  const PlwProblems *problems = self->reading->findings->problems;
  gboolean is_error = severity == PLW_SEVERITY_ERROR;

  for (size_t i = 0; i < plw_problems_size (problems); i++)
    {
      const PlwProblem *problem = plw_problems_get (problems, i);
      const char *where = problem->place != NULL ? problem->place : problem->table;

      if (problem->severity != severity || g_hash_table_contains (findings, problem->what))
        continue;

      g_autofree char *text = problem->remedy != NULL
                                  ? g_strdup_printf ("%s; %s", problem->what, problem->remedy)
                                  : g_strdup (problem->what);
      g_autofree char *named = problem->key != NULL ? g_strdup_printf ("%s: %s", problem->key, text)
                                                    : plwu_budget_found_begin (text);

      add_row (self, is_error ? _ ("Error") : _ ("Warning"), is_error ? "error" : "warning", where, named,
               nowhere);
    }
}

static void
add_findings (PlwuBudgetWindow *self, gboolean is_rounding)
{
  const PlwBudget *budget = self->reading->budget;
  const char *kind = is_rounding ? _ ("Rounding") : _ ("Contradiction");

  for (size_t i = 0; i < plw_budget_n_findings (budget); i++)
    {
      const PlwBudgetFinding *finding = plw_budget_finding (budget, i);

      if (finding->is_rounding != is_rounding)
        continue;

      g_autofree char *where = plw_budget_finding_place (budget, finding);
      g_autofree char *sentence = plw_budget_finding_to_text (budget, finding);

      add_row (self, kind, is_rounding ? "dim-label" : "error", where, sentence,
               (PlwuBudgetPlace){ finding->row, finding->column });
    }
}

static void
fill_list (PlwuBudgetWindow *self)
{
  const PlwBudget *budget = self->reading->budget;
  g_autoptr (GHashTable) findings = list_sentences (budget);

  add_problems (self, PLW_SEVERITY_ERROR, findings);
  add_findings (self, FALSE);
  add_problems (self, PLW_SEVERITY_WARNING, findings);
  for (size_t i = 0; i < plw_budget_n_remarks (budget); i++)
    add_row (self, _ ("Left out"), NULL, NULL, plw_budget_remark (budget, i), nowhere);
  add_findings (self, TRUE);
}

static void
show_summary (PlwuBudgetWindow *self)
{
  const PlwuImportFindings *findings = self->reading->findings;
  g_autofree char *text = g_strdup_printf (
      _ ("Of the table %zu rows come in: %zu are new, %zu change what the plan has, %zu are as "
         "they were; %zu totals and others are left out."),
      findings->counts.n_rows, findings->counts.n_inserted, findings->counts.n_updated,
      findings->counts.n_unchanged, findings->counts.n_left_out);
  g_autofree char *whole =
      plwu_document_is_root (self->document)
          ? g_strdup (text)
          : g_strdup_printf (_ ("%s It goes into the plan itself, not into the scenario shown."), text);
  g_autofree char *ties = g_strdup (findings->report != NULL ? g_strchomp (findings->report) : "");

  gtk_label_set_text (self->summary, findings->edit != NULL ? whole : findings->failure);
  gtk_label_set_text (self->ties, ties);
  gtk_widget_set_visible (GTK_WIDGET (self->ties_box), *ties != '\0');
}

static void
show_rows (PlwuBudgetWindow *self)
{
  PlwBudgetOptions options;

  if (self->reading == NULL || self->reading->budget == NULL)
    return;
  plwu_budget_options_get (self, &options);

  g_autoptr (PlwuSheetModel) rows = plwu_budget_rows_new (self->reading->budget, options.part,
                                                          plwu_picker_get_selected (self->figures) == 1);

  plwu_sheet_set_model (self->rows, rows);
}

static void
show_news (PlwuBudgetWindow *self)
{
  if (self->reading->findings->edit == NULL)
    return;

  g_autoptr (PlwuSheetModel) news =
      plwu_budget_news_new (self->reading->findings->edit, self->reading->after);

  plwu_sheet_set_model (self->news, news);
}

void
plwu_budget_found_forget (PlwuBudgetWindow *self)
{
  GtkListBoxRow *row;

  plwu_sheet_set_model (self->rows, NULL);
  plwu_sheet_set_model (self->news, NULL);
  while ((row = gtk_list_box_get_row_at_index (self->found, 0)) != NULL)
    gtk_list_box_remove (self->found, GTK_WIDGET (row));
  g_array_set_size (self->places, 0);
  gtk_label_set_text (self->summary, "");
  gtk_widget_set_visible (GTK_WIDGET (self->ties_box), FALSE);
  g_clear_pointer (&self->reading, plwu_budget_reading_free);
}

void
plwu_budget_found_show (PlwuBudgetWindow *self)
{
  if (self->reading->budget != NULL)
    {
      show_rows (self);
      fill_list (self);
      show_summary (self);
      show_news (self);
    }

  g_autofree char *title = self->places->len > 0
                               ? g_strdup_printf (_ ("What was foun_d (%u)"), self->places->len)
                               : g_strdup (_ ("What was foun_d"));

  gtk_stack_page_set_title (self->found_page, title);
}

char *
plwu_budget_found_say (PlwuBudgetWindow *self)
{
  const PlwuImportFindings *findings = self->reading->findings;

  if (findings == NULL)
    return g_strdup (self->reading->failure);
  if (findings->edit == NULL)
    {
      for (size_t i = 0; i < plw_problems_size (findings->problems); i++)
        {
          const PlwProblem *problem = plw_problems_get (findings->problems, i);

          if (problem->severity == PLW_SEVERITY_ERROR)
            return problem->remedy != NULL
                       ? g_strdup_printf (_ ("Nothing comes in yet: %s; %s."), problem->what, problem->remedy)
                       : g_strdup_printf (_ ("Nothing comes in yet: %s."), problem->what);
        }
      return g_strdup (findings->failure);
    }
  if (plw_edit_n_steps (findings->edit) == 0)
    return g_strdup (_ ("The plan has all of this already."));
  return g_strdup (_ ("Nothing is in the plan yet; afterwards it can be undone in one step."));
}

static void
activated_cb (PlwuBudgetWindow *self, GtkListBoxRow *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);
  PlwuSheetModel *model = plwu_sheet_get_model (self->rows);
  guint sheet_row;
  guint sheet_column;

  if (model == NULL || index >= self->places->len
      || !plwu_budget_rows_find (PLWU_BUDGET_ROWS (model),
                                 &g_array_index (self->places, PlwuBudgetPlace, index), &sheet_row,
                                 &sheet_column))
    return;
  gtk_stack_set_visible_child_name (self->views, "rows");
  plwu_sheet_set_cursor (self->rows, sheet_row, sheet_column);
  gtk_widget_grab_focus (GTK_WIDGET (self->rows));
}

static void
view_changed_cb (PlwuBudgetWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->figures_box),
                          g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "rows") == 0);
}

void
plwu_budget_found_init (PlwuBudgetWindow *self)
{
  GtkWidget *nothing = plwu_prose_new (_ ("Nothing was found that does not add up."), "dim-label");

  self->places = g_array_new (FALSE, FALSE, sizeof (PlwuBudgetPlace));
  self->rows = PLWU_SHEET (plwu_sheet_new (NULL));
  plwu_sheet_set_label (self->rows, _ ("The table as it was read"));
  plwu_sheet_set_empty_text (self->rows, _ ("No budget table was found; what is said below tells why."));
  gtk_scrolled_window_set_child (self->rows_scroller, GTK_WIDGET (self->rows));
  self->news = PLWU_SHEET (plwu_sheet_new (NULL));
  plwu_sheet_set_label (self->news, _ ("Rows of the plan that are new or change"));
  plwu_sheet_set_empty_text (self->news, _ ("Nothing comes into the plan."));
  gtk_scrolled_window_set_child (self->news_scroller, GTK_WIDGET (self->news));
  gtk_widget_set_margin_top (nothing, 18);
  gtk_widget_set_halign (nothing, GTK_ALIGN_CENTER);
  gtk_list_box_set_placeholder (self->found, nothing);
  plwu_focus_let_tab_leave (self->found);
  g_signal_connect_object (self->found, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figures, "notify::selected", G_CALLBACK (show_rows), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
