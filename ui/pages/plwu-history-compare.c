/* plwu-history-compare.c: two states of a plan side by side, and the way back to one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-history-compare.h"

#include "jobs/plwu-evaluate-job.h"
#include "models/plwu-difference.h"
#include "models/plwu-moments.h"
#include "models/plwu-text-model.h"
#include "plwu-picker.h"
#include "sheet/plwu-sheet.h"

#include <string.h>

#include <glib/gi18n.h>

/* Less than a pound is not worth a word. */
#define CHANGE_LEAST 100

enum
{
  BEFORE,
  AFTER,
  N_SIDES,
};

struct _PlwuHistoryCompare
{
  AdwBin parent_instance;

  /* Owned */
  PlwuDocument *document;          /* (nullable) */
  GPtrArray *moments;              /* (nullable): of PlwuMoment */
  PlwuDifference *difference;      /* (nullable) */
  PlwuFindings *findings[N_SIDES]; /* (nullable) */
  GCancellable *cancellable;

  guint64 generation; /* counts comparisons */
  gboolean is_filling;

  /* Inside the scroller */
  PlwuSheet *sheet;

  /* Template widgets */
  PlwuPicker *before;
  PlwuPicker *after;
  GtkButton *restore;
  GtkLabel *summary;
  GtkLabel *gap;
  GtkLabel *years;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (PlwuHistoryCompare, plwu_history_compare, ADW_TYPE_BIN)

/* NULL: the plan as it is now. */
static const PlwuMoment *
get_moment (PlwuHistoryCompare *self, PlwuPicker *picker)
{
  guint index = plwu_picker_get_selected (picker);

  if (self->moments == NULL || index == 0 || index > self->moments->len)
    return NULL;
  return g_ptr_array_index (self->moments, index - 1);
}

/* What comes back: the state that is looked at, not the one there is already. */
static const PlwuMoment *
get_target (PlwuHistoryCompare *self)
{
  const PlwuMoment *moment = get_moment (self, self->after);

  return moment != NULL ? moment : get_moment (self, self->before);
}

static PlwPlan *
read_plan (PlwuHistoryCompare *self, PlwuPicker *picker, GError **error)
{
  const PlwuMoment *moment = get_moment (self, picker);

  return moment != NULL ? plwu_moment_read_plan (moment, self->document, error)
                        : plw_plan_copy (plwu_document_get_plan (self->document));
}

static int64_t
sum_gap (const PlwResult *result)
{
  int64_t sum = 0;

  for (size_t i = 0; i < plw_result_n_years (result); i++)
    sum += plw_result_sum (result, PLW_SUM_SHORTFALL, i);
  return sum;
}

static char *
describe_change (int64_t before, int64_t after)
{
  g_autofree char *amount = plw_pence_show_short (ABS (after - before));

  if (ABS (after - before) < CHANGE_LEAST)
    return g_strdup (_ ("no change"));
  return g_strdup_printf (after > before ? _ ("%s more") : _ ("%s less"), amount);
}

static char *
describe_years (const PlwResult *before, const PlwResult *after)
{
  GString *text = g_string_new (NULL);

  if (plw_result_n_years (before) != plw_result_n_years (after)
      || plw_result_year (before, 0) != plw_result_year (after, 0))
    return g_string_free (text, FALSE);

  for (size_t i = 0; i < plw_result_n_years (after); i++)
    {
      int64_t was = plw_result_sum (before, PLW_SUM_SHORTFALL, i);
      int64_t is = plw_result_sum (after, PLW_SUM_SHORTFALL, i);
      g_autofree char *change = ABS (is - was) >= CHANGE_LEAST ? describe_change (was, is) : NULL;

      if (change != NULL)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "",
                                plw_year_name (plw_result_year (after, i)), change);
    }
  return g_string_free (text, FALSE);
}

static const PlwResult *
get_result (PlwuHistoryCompare *self, int side)
{
  const PlwuFindings *findings = self->findings[side];

  return findings != NULL && findings->results != NULL ? g_ptr_array_index (findings->results, 0) : NULL;
}

static void
show_gap (PlwuHistoryCompare *self)
{
  const PlwResult *before = get_result (self, BEFORE);
  const PlwResult *after = get_result (self, AFTER);
  g_autofree char *text = NULL;
  g_autofree char *years = before != NULL && after != NULL ? describe_years (before, after) : g_strdup ("");

  if (self->findings[BEFORE] == NULL || self->findings[AFTER] == NULL)
    text = g_strdup (_ ("Working out what that does to the gap…"));
  else if (before == NULL || after == NULL)
    text = g_strdup_printf (_ ("The gap cannot be compared: %s"),
                            self->findings[before == NULL ? BEFORE : AFTER]->failure);
  else
    {
      g_autofree char *was = plw_pence_show_short (sum_gap (before));
      g_autofree char *is = plw_pence_show_short (sum_gap (after));
      g_autofree char *change = describe_change (sum_gap (before), sum_gap (after));

      text = g_strdup_printf (_ ("Gap over all years, %s, %s: %s before, %s after: %s"),
                              plwu_document_get_scenario_name (self->document),
                              plwu_document_get_policy_name (self->document), was, is, change);
    }
  gtk_label_set_text (self->gap, text);
  gtk_label_set_text (self->years, years);
  gtk_widget_set_visible (GTK_WIDGET (self->years), *years != '\0');
}

static void
evaluated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlwuHistoryCompare *self = PLWU_HISTORY_COMPARE (source);
  int side = GPOINTER_TO_INT (user_data);
  PlwuFindings *findings = plwu_evaluate_job_finish (result, NULL);

  if (findings == NULL)
    return;
  if (self->document == NULL || findings->generation != self->generation)
    {
      plwu_findings_free (findings);
      return;
    }
  g_clear_pointer (&self->findings[side], plwu_findings_free);
  self->findings[side] = findings;
  show_gap (self);
}

static void
ask (PlwuHistoryCompare *self, int side, const PlwPlan *plan)
{
  const char *policies[] = { plwu_document_get_policy (self->document), NULL };

  plwu_evaluate_job_start (self, plw_plan_copy (plan), self->generation,
                           plwu_document_get_scenario (self->document), policies, self->cancellable,
                           evaluated_cb, GINT_TO_POINTER (side));
}

static void
forget (PlwuHistoryCompare *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->generation++;
  for (int i = 0; i < N_SIDES; i++)
    g_clear_pointer (&self->findings[i], plwu_findings_free);
  g_clear_pointer (&self->difference, plwu_difference_free);
}

static void
show_restore (PlwuHistoryCompare *self)
{
  const PlwuMoment *moment = get_target (self);
  g_autofree char *when = moment != NULL ? plwu_moment_describe_when (moment) : NULL;
  g_autofree char *label = NULL;

  if (moment == NULL)
    label = g_strdup (_ ("Restore"));
  else if (moment->version > 0)
    label = g_strdup_printf (_ ("Restore “%s”"), moment->name);
  else
    label = g_strdup_printf (_ ("Restore %s"), when);
  gtk_button_set_label (self->restore, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->restore), moment != NULL);
}

static void
show_difference (PlwuHistoryCompare *self, const PlwPlan *before, const PlwPlan *after)
{
  g_autoptr (PlwuSheetModel) model = NULL;
  g_autofree char *summary = NULL;

  self->difference = plwu_difference_new (before, after);
  summary = plwu_difference_describe (self->difference);
  model = plwu_text_model_new (self->difference->table);
  plwu_sheet_set_model (self->sheet, model);
  gtk_label_set_text (self->summary, summary);
  ask (self, BEFORE, before);
  ask (self, AFTER, after);
  show_gap (self);
}

static void
compare (PlwuHistoryCompare *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwPlan) before = NULL;
  g_autoptr (PlwPlan) after = NULL;

  if (self->document == NULL || self->is_filling)
    return;

  forget (self);
  show_restore (self);
  before = read_plan (self, self->before, &error);
  after = before != NULL ? read_plan (self, self->after, &error) : NULL;
  if (after != NULL)
    show_difference (self, before, after);
  else
    gtk_label_set_text (self->summary, error->message);
}

static void
cell_activated_cb (PlwuHistoryCompare *self, guint row, guint column)
{
  const PlwPlan *plan = plwu_document_get_plan (self->document);
  const PlwuDifferencePlace *place = self->difference != NULL && row < self->difference->places->len
                                         ? &g_array_index (self->difference->places, PlwuDifferencePlace, row)
                                         : NULL;
  size_t plan_row;

  if (place == NULL)
    return;
  if (plw_plan_find_row (plan, place->table, place->row, &plan_row)
      && place->column < plw_plan_n_columns (plan, place->table))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-cell", "(sus)",
                                plw_schema_table (place->table)->name, (guint32) plan_row,
                                plw_plan_column_name (plan, place->table, place->column));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("The row is no longer in the plan."));
}

gboolean
plwu_history_compare_restore (PlwuHistoryCompare *self, GError **error)
{
  g_return_val_if_fail (PLWU_IS_HISTORY_COMPARE (self), FALSE);

  const PlwuMoment *moment = get_target (self);
  g_autoptr (PlwPlan) plan = NULL;
  g_autoptr (PlwEdit) edit = NULL;
  g_autofree char *when = NULL;
  g_autofree char *name = NULL;

  if (moment == NULL)
    return TRUE;
  if ((plan = plwu_moment_read_plan (moment, self->document, error)) == NULL)
    return FALSE;

  when = plwu_moment_describe_when (moment);
  name = g_strdup_printf (_ ("Restore of “%s”, %s"), moment->name, when);
  edit = plw_edit_between (plwu_document_get_plan (self->document), plan, name);
  if (plw_edit_n_steps (edit) == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("The plan is that already."));
      return TRUE;
    }
  if (!plwu_document_commit (self->document, edit, error))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", NULL);
  return TRUE;
}

static void
restore_cb (PlwuHistoryCompare *self)
{
  g_autoptr (GError) error = NULL;

  if (!plwu_history_compare_restore (self, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.error", "s", error->message);
}

static void
plwu_history_compare_dispose (GObject *object)
{
  PlwuHistoryCompare *self = PLWU_HISTORY_COMPARE (object);

  forget (self);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_HISTORY_COMPARE);

  G_OBJECT_CLASS (plwu_history_compare_parent_class)->dispose (object);
}

static void
plwu_history_compare_finalize (GObject *object)
{
  PlwuHistoryCompare *self = PLWU_HISTORY_COMPARE (object);

  g_clear_pointer (&self->moments, g_ptr_array_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (plwu_history_compare_parent_class)->finalize (object);
}

static void
plwu_history_compare_class_init (PlwuHistoryCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plwu_history_compare_dispose;
  G_OBJECT_CLASS (klass)->finalize = plwu_history_compare_finalize;

  g_type_ensure (PLWU_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/uk/placewright/Placewright/ui/pages/plwu-history-compare.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryCompare, before);
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryCompare, after);
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryCompare, restore);
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryCompare, summary);
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryCompare, gap);
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryCompare, years);
  gtk_widget_class_bind_template_child (widget_class, PlwuHistoryCompare, scroller);
  gtk_widget_class_bind_template_callback (widget_class, compare);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
plwu_history_compare_init (PlwuHistoryCompare *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->sheet = PLWU_SHEET (plwu_sheet_new (NULL));
  plwu_sheet_set_label (self->sheet, _ ("What differs"));
  plwu_sheet_set_empty_text (self->sheet, _ ("Nothing differs between the two. Choose another state above."));
  g_signal_connect_object (self->sheet, "cell-activated", G_CALLBACK (cell_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->sheet));
}

void
plwu_history_compare_set_document (PlwuHistoryCompare *self, PlwuDocument *document)
{
  g_return_if_fail (PLWU_IS_HISTORY_COMPARE (self));

  g_set_object (&self->document, document);
}

static void
fill (PlwuHistoryCompare *self, PlwuPicker *picker)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("The plan as it is now"));
  for (guint i = 0; i < self->moments->len; i++)
    gtk_string_list_take (names, plwu_moment_describe (g_ptr_array_index (self->moments, i)));
  plwu_picker_set_model (picker, names);
}

void
plwu_history_compare_set_moments (PlwuHistoryCompare *self, GPtrArray *moments)
{
  g_return_if_fail (PLWU_IS_HISTORY_COMPARE (self));
  g_return_if_fail (moments != NULL);

  g_clear_pointer (&self->moments, g_ptr_array_unref);
  self->moments = g_ptr_array_ref (moments);
  self->is_filling = TRUE;
  fill (self, self->before);
  fill (self, self->after);
  self->is_filling = FALSE;
}

void
plwu_history_compare_show (PlwuHistoryCompare *self, int before, int after)
{
  g_return_if_fail (PLWU_IS_HISTORY_COMPARE (self));

  self->is_filling = TRUE;
  plwu_picker_set_selected (self->before, (guint) (before + 1));
  plwu_picker_set_selected (self->after, (guint) (after + 1));
  self->is_filling = FALSE;
  compare (self);
}
