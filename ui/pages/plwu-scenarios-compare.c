/* plwu-scenarios-compare.c: scenarios worked out in the background and shown side by side.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-scenarios-private.h"

#include "findings/plwu-bridge-figures.h"
#include "findings/plwu-labels.h"
#include "models/plwu-text-model.h"

#include <string.h>

#include <glib/gi18n.h>
#include <placewright/number.h>
#include <placewright/year.h>

/* Which policies are compared, in the order of the list. */
enum
{
  POLICIES_SHOWN,
  POLICIES_BOTH,
  POLICIES_ALL,
};

static PlwuDocument *
get_document (PlwuScenariosPage *self)
{
  return plwu_page_get_document (PLWU_PAGE (self));
}

static const PlwuAnswer *
find_answer (PlwuScenariosPage *self, const char *scenario, const char *policy)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", scenario, policy);

  return g_hash_table_lookup (self->answers, key);
}

static GStrv
list_policies (PlwuScenariosPage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const PlwPlan *plan = plwu_document_get_plan (get_document (self));
  guint which = plwu_picker_get_selected (self->policies);

  if (which == POLICIES_SHOWN)
    g_strv_builder_add (builder, plwu_document_get_policy (get_document (self)));
  else
    g_strv_builder_add_many (builder, PLWU_POLICY_TODAY, PLWU_POLICY_PLACEMAKING, NULL);
  for (size_t i = 0; which == POLICIES_ALL && i < plw_plan_n_rows (plan, PLW_TABLE_POLICIES); i++)
    g_strv_builder_add (builder, plw_plan_text (plan, PLW_TABLE_POLICIES, i, PLW_POLICIES_CODE));

  return g_strv_builder_end (builder);
}

static const char *
name_policy (const PlwPlan *plan, const char *policy)
{
  if (strcmp (policy, PLWU_POLICY_TODAY) == 0)
    return _ ("Today");
  if (strcmp (policy, PLWU_POLICY_PLACEMAKING) == 0)
    return _ ("Placemaking");
  return plwu_label_ref (plan, PLW_TABLE_POLICIES, policy);
}

static char *
name_column (PlwuScenariosPage *self, const char *scenario, const char *policy, gboolean has_policy)
{
  const PlwPlan *plan = plwu_document_get_plan (get_document (self));
  const char *name =
      *scenario != '\0' ? plwu_label_ref (plan, PLW_TABLE_SCENARIOS, scenario) : _ ("Base case");

  return has_policy ? g_strdup_printf (_ ("%s · %s"), name, name_policy (plan, policy)) : g_strdup (name);
}

/* Asking */

static void
want (PlwuScenariosPage *self, GPtrArray *wanted, const char *scenario, const char *policy)
{
  if (find_answer (self, scenario, policy) != NULL)
    return;
  for (guint i = 0; i < wanted->len; i++)
    {
      const PlwuAnswer *answer = g_ptr_array_index (wanted, i);

      if (strcmp (answer->scenario, scenario) == 0 && strcmp (answer->policy, policy) == 0)
        return;
    }
  g_ptr_array_add (wanted, plwu_answer_new (scenario, policy));
}

/* All scenarios under the policy shown, for their gaps, and what is compared. */
static GPtrArray *
list_wanted (PlwuScenariosPage *self)
{
  GPtrArray *wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) plwu_answer_free);
  g_auto (GStrv) all = plwu_scenario_tree_list (self->tree, FALSE);
  g_auto (GStrv) ticked = plwu_scenario_tree_list (self->tree, TRUE);
  g_auto (GStrv) policies = list_policies (self);

  for (guint i = 0; ticked[i] != NULL; i++)
    for (guint j = 0; policies[j] != NULL; j++)
      want (self, wanted, ticked[i], policies[j]);
  for (guint i = 0; all[i] != NULL; i++)
    want (self, wanted, all[i], plwu_document_get_policy (get_document (self)));

  return wanted;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlwuScenariosPage *self = PLWU_SCENARIOS_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers = plwu_compare_job_finish (result, &error);

  /* Asked about a plan that is no longer: another job is under way. */
  if (answers == NULL)
    return;

  self->is_asking = FALSE;
  for (guint i = 0; i < answers->len; i++)
    {
      PlwuAnswer *answer = g_ptr_array_index (answers, i);

      g_hash_table_insert (self->answers, g_strdup_printf ("%s/%s", answer->scenario, answer->policy),
                           answer);
    }
  g_ptr_array_set_free_func (answers, NULL);
  plwu_scenarios_ask (self);
  plwu_scenarios_show (self);
}

/* Answers about another plan are of no use; what is shown of them stays until there are new ones. */
static void
forget_answers (PlwuScenariosPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->is_asking = FALSE;
  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->results, 0);
  g_hash_table_remove_all (self->answers);
  g_clear_pointer (&self->asked, plw_plan_free);
  self->asked = plw_plan_copy (plwu_document_get_plan (get_document (self)));
}

/**
 * plwu_scenarios_ask:
 *
 * Has worked out whatever is wanted and not known yet.
 */
void
plwu_scenarios_ask (PlwuScenariosPage *self)
{
  PlwuDocument *document = get_document (self);

  /* The plan's own results come first. */
  if (plwu_document_is_stale (document))
    return;
  if (self->asked == NULL || !plw_plan_equal (self->asked, plwu_document_get_plan (document)))
    forget_answers (self);
  if (self->is_asking)
    return;

  g_autoptr (GPtrArray) wanted = list_wanted (self);

  if (wanted->len == 0)
    return;
  self->is_asking = TRUE;
  plwu_compare_job_start (self, plw_plan_copy (self->asked), g_steal_pointer (&wanted), self->cancellable,
                          answered_cb, NULL);
}

/* Showing */

static void
show_gaps (PlwuScenariosPage *self)
{
  g_auto (GStrv) all = plwu_scenario_tree_list (self->tree, FALSE);
  const char *policy = plwu_document_get_policy (get_document (self));

  for (guint i = 0; all[i] != NULL; i++)
    {
      const PlwuAnswer *answer = find_answer (self, all[i], policy);
      gint64 gap = 0;

      if (answer == NULL)
        plwu_scenario_tree_set_note (self->tree, all[i], _ ("working it out…"), FALSE);
      else if (answer->result == NULL)
        plwu_scenario_tree_set_note (self->tree, all[i], answer->failure, TRUE);
      else
        {
          for (size_t t = 0; t < plw_result_n_years (answer->result); t++)
            gap += plw_result_sum (answer->result, PLW_SUM_SHORTFALL, t);

          g_autofree char *amount = plw_pence_show_short (gap);
          g_autofree char *note = gap > 0 ? g_strdup_printf (_ ("gap %s"), amount) : g_strdup (_ ("no gap"));

          plwu_scenario_tree_set_note (self->tree, all[i], note, gap > 0);
        }
    }
}

/* What is ticked and worked out, in the order of the tree. */
static void
collect (PlwuScenariosPage *self)
{
  g_auto (GStrv) ticked = plwu_scenario_tree_list (self->tree, TRUE);
  g_auto (GStrv) policies = list_policies (self);

  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->results, 0);
  for (guint i = 0; ticked[i] != NULL; i++)
    for (guint j = 0; policies[j] != NULL; j++)
      {
        const PlwuAnswer *answer = find_answer (self, ticked[i], policies[j]);

        if (answer == NULL || answer->result == NULL)
          continue;
        g_ptr_array_add (self->names, name_column (self, ticked[i], policies[j], policies[1] != NULL));
        g_ptr_array_add (self->results, answer->result);
      }
}

static void
set_list (GtkStringList *list, PlwuPicker *picker, const char *const *texts, guint selected)
{
  guint n_texts = g_strv_length ((GStrv) texts);
  guint n_listed = g_list_model_get_n_items (G_LIST_MODEL (list));
  gboolean is_same = n_texts == n_listed;

  for (guint i = 0; is_same && i < n_texts; i++)
    is_same = strcmp (gtk_string_list_get_string (list, i), texts[i]) == 0;
  if (is_same)
    return;

  gtk_string_list_splice (list, 0, n_listed, texts);
  plwu_picker_set_selected (picker, MIN (selected, MAX (n_texts, 1) - 1));
}

/* The years after "All years", and what the first is held against. */
static void
update_lists (PlwuScenariosPage *self)
{
  g_autoptr (GStrvBuilder) years = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
  const PlwResult *first = g_ptr_array_index (self->results, 0);

  g_strv_builder_add (years, _ ("All years"));
  for (size_t t = 0; t < plw_result_n_years (first); t++)
    g_strv_builder_add (years, plw_year_name (plw_result_year (first, t)));
  for (guint i = 1; i < self->names->len; i++)
    g_strv_builder_add (others, g_ptr_array_index (self->names, i));

  g_auto (GStrv) year_texts = g_strv_builder_end (years);
  g_auto (GStrv) other_texts = g_strv_builder_end (others);

  self->is_updating = TRUE;
  set_list (self->years, self->year, (const char *const *) year_texts, 0);
  set_list (self->others, self->other, (const char *const *) other_texts, 0);
  self->is_updating = FALSE;
}

static void
show_table (PlwuSheet *sheet, GPtrArray *table, const char *label)
{
  g_autoptr (PlwuSheetModel) model = plwu_text_model_new (table);

  plwu_sheet_set_model (sheet, model);
  plwu_sheet_set_label (sheet, label);
}

size_t
plwu_scenarios_get_year (PlwuScenariosPage *self)
{
  guint selected = plwu_picker_get_selected (self->year);
  const PlwResult *first = g_ptr_array_index (self->results, 0);

  return selected == 0 || selected > plw_result_n_years (first) ? SIZE_MAX : selected - 1;
}

static void
show_bridge (PlwuScenariosPage *self)
{
  guint other = plwu_picker_get_selected (self->other);
  size_t year = plwu_scenarios_get_year (self);
  const PlwResult *first = g_ptr_array_index (self->results, 0);
  const char *year_name = year == SIZE_MAX ? _ ("All years") : plw_year_name (plw_result_year (first, year));

  if (self->results->len < 2)
    {
      plwu_bridge_set_data (self->bridge, g_ptr_array_index (self->names, 0), 0, 0, NULL, "",
                            _ ("Tick another scenario to see what sets it apart"), NULL);
      return;
    }

  other = MIN (other == GTK_INVALID_LIST_POSITION ? 0 : other, self->results->len - 2) + 1;
  plwu_bridge_show_difference (self->bridge, first, g_ptr_array_index (self->names, 0),
                               g_ptr_array_index (self->results, other),
                               g_ptr_array_index (self->names, other), year);

  g_autofree char *context =
      plwu_picker_get_selected (self->policies) == POLICIES_SHOWN
          ? g_strdup_printf (_ ("%s · %s"), year_name, plwu_document_get_policy_name (get_document (self)))
          : g_strdup (year_name);

  plwu_drawing_set_context (PLWU_DRAWING (self->bridge), context);
  plwu_picture_refresh (self->bridge_picture);
}

static void
show_compared (PlwuScenariosPage *self)
{
  PlwuCompared compared = {
    .n = self->results->len,
    .results = (const PlwResult *const *) self->results->pdata,
    .names = (const char *const *) self->names->pdata,
    .unit = plwu_document_get_unit (get_document (self)),
  };
  gboolean differences_only = gtk_check_button_get_active (self->differences);
  const char *tab = gtk_stack_get_visible_child_name (self->stack);

  update_lists (self);
  if (strcmp (tab, "years") == 0)
    {
      g_autoptr (GPtrArray) table = plwu_compare_years (&compared, differences_only);

      show_table (self->by_year, table, _ ("Scenarios side by side, by year"));
    }
  else if (strcmp (tab, "lines") == 0)
    {
      g_autoptr (GPtrArray) table =
          plwu_compare_lines (&compared, plwu_scenarios_get_year (self), differences_only);

      show_table (self->by_line, table, _ ("Scenarios side by side, by line"));
    }
  else if (strcmp (tab, "bridge") == 0)
    show_bridge (self);
}

/**
 * plwu_scenarios_show:
 *
 * Shows what is known of what is wanted.
 */
void
plwu_scenarios_show (PlwuScenariosPage *self)
{
  g_auto (GStrv) ticked = plwu_scenario_tree_list (self->tree, TRUE);
  g_autofree char *note = g_strdup_printf (_ ("Tick to compare. Gaps of all years, under %s."),
                                           plwu_document_get_policy_name (get_document (self)));

  gtk_label_set_text (self->tree_note, note);
  show_gaps (self);
  collect (self);
  gtk_label_set_text (self->state, self->is_asking           ? _ ("Working it out…")
                                   : ticked[0] == NULL       ? _ ("Tick the scenarios to compare")
                                   : self->results->len == 0 ? _ ("None of them can be worked out")
                                                             : "");
  if (self->results->len > 0)
    show_compared (self);
}
