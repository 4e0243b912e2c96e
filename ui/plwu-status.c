/* plwu-status.c: the line at the foot of the window: checks, gap, reserves, saved or not.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-status.h"
#include "plwu-tooltip.h"

#include <string.h>

#include <glib/gi18n.h>

struct _PlwuStatus
{
  AdwBin parent_instance;

  /* Owned */
  GSignalGroup *signals;
  guint stale_id; /* 0: nothing is waited for */

  /* Template widgets */
  GtkButton *checks;
  GtkButton *gap;
  GtkButton *reserve;
  GtkLabel *stale;
  GtkLabel *saved;
};

G_DEFINE_FINAL_TYPE (PlwuStatus, plwu_status, ADW_TYPE_BIN)

static void
show_checks (PlwuStatus *self, PlwuDocument *document)
{
  const PlwProblems *problems = plwu_document_get_problems (document);
  guint n_errors = problems != NULL ? (guint) plw_problems_count (problems, PLW_SEVERITY_ERROR) : 0;
  guint n_all = problems != NULL ? (guint) plw_problems_size (problems) : 0;
  g_autofree char *errors = g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  g_autofree char *checks = g_strdup_printf (ngettext ("%u check", "%u checks", n_all), n_all);

  gtk_button_set_label (self->checks, n_errors > 0 ? errors : checks);
  if (n_errors > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->checks), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->checks), "error");
}

static void
show_gap (PlwuStatus *self, const PlwResult *result)
{
  size_t worst = 0;

  for (size_t i = 0; i < plw_result_n_years (result); i++)
    if (plw_result_sum (result, PLW_SUM_SHORTFALL, i) >= plw_result_sum (result, PLW_SUM_SHORTFALL, worst))
      worst = i;

  gint64 pence = plw_result_sum (result, PLW_SUM_SHORTFALL, worst);
  g_autofree char *amount = plw_pence_show_short (pence);
  g_autofree char *label = pence > 0 ? g_strdup_printf (_ ("Largest gap: %s in %s"), amount,
                                                        plw_year_name (plw_result_year (result, worst)))
                                     : g_strdup (_ ("No gap"));

  gtk_button_set_label (self->gap, label);
}

static void
show_reserve (PlwuStatus *self, const PlwResult *result)
{
  const PlwPlan *plan = plw_result_plan (result);
  const char *code = plw_plan_setting (plan, "general_reserve");
  const PlwPotYears *reserve = NULL;
  size_t year = 0;

  for (size_t i = 0; i < plw_result_n_pots (result); i++)
    if (strcmp (plw_result_pot (result, i)->code, code) == 0)
      reserve = plw_result_pot (result, i);

  gtk_widget_set_visible (GTK_WIDGET (self->reserve), reserve != NULL);
  if (reserve == NULL)
    return;

  gint64 minimum = plw_plan_number (plan, PLW_TABLE_POTS, reserve->row, PLW_POTS_MINIMUM_BALANCE);

  while (year < plw_result_n_years (result) && reserve->closing[year] >= minimum)
    year++;

  if (year == plw_result_n_years (result))
    gtk_button_set_label (self->reserve, _ ("Reserve above its minimum"));
  else
    {
      g_autofree char *label = g_strdup_printf (_ ("Reserve below its minimum from %s"),
                                                plw_year_name (plw_result_year (result, year)));

      gtk_button_set_label (self->reserve, label);
    }
}

/* Results mostly follow at once; only where they do not is it said. */
#define STALE_MS 150

static void
show_stale (PlwuStatus *self, PlwuDocument *document)
{
  const char *failure = plwu_document_get_failure (document);

  gtk_label_set_text (self->stale, plwu_document_is_stale (document) ? _ ("Recalculating…")
                                   : failure != NULL                 ? failure
                                                                     : "");
}

static gboolean
stale_cb (gpointer user_data)
{
  PlwuStatus *self = PLWU_STATUS (user_data);
  g_autoptr (PlwuDocument) document = g_signal_group_dup_target (self->signals);

  self->stale_id = 0;
  if (document != NULL)
    show_stale (self, document);
  return G_SOURCE_REMOVE;
}

static void
stale_changed_cb (PlwuStatus *self, GParamSpec *pspec, PlwuDocument *document)
{
  g_clear_handle_id (&self->stale_id, g_source_remove);
  if (plwu_document_is_stale (document))
    self->stale_id = g_timeout_add (STALE_MS, stale_cb, self);
}

static void
result_changed_cb (PlwuStatus *self, PlwuDocument *document)
{
  const PlwResult *result = plwu_document_get_result (document, NULL);

  show_checks (self, document);
  gtk_widget_set_visible (GTK_WIDGET (self->gap), result != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->reserve), result != NULL);
  if (result != NULL)
    {
      show_gap (self, result);
      show_reserve (self, result);
    }

  if (self->stale_id == 0)
    show_stale (self, document);
}

static void
state_changed_cb (PlwuStatus *self, PlwuDocument *document)
{
  const char *path = plwu_document_get_path (document);
  const char *reason = plwu_document_get_reason (document);
  const char *text;

  if (plwu_document_is_saving (document))
    text = _ ("Saving…");
  else if (path == NULL)
    text = _ ("Every edit is kept – not yet saved to a file");
  else if (plwu_document_is_dirty (document))
    text = _ ("Edited – every edit is kept, not yet saved to the file");
  else
    text = _ ("Saved");

  /* What goes with every change is not to be forgotten. */
  g_autofree char *reasoned =
      *reason != '\0' ? g_strdup_printf (_ ("Reason: %s · %s"), reason, text) : g_strdup (text);

  gtk_label_set_text (self->saved, reasoned);
  plwu_tooltip_set (GTK_WIDGET (self->saved), path);
}

static void
bound_cb (PlwuStatus *self, PlwuDocument *document)
{
  result_changed_cb (self, document);
  state_changed_cb (self, document);
}

static void
plwu_status_dispose (GObject *object)
{
  g_clear_handle_id (&PLWU_STATUS (object)->stale_id, g_source_remove);
  g_clear_object (&PLWU_STATUS (object)->signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_STATUS);

  G_OBJECT_CLASS (plwu_status_parent_class)->dispose (object);
}

static void
plwu_status_class_init (PlwuStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plwu_status_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/uk/placewright/Placewright/ui/plwu-status.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuStatus, checks);
  gtk_widget_class_bind_template_child (widget_class, PlwuStatus, gap);
  gtk_widget_class_bind_template_child (widget_class, PlwuStatus, reserve);
  gtk_widget_class_bind_template_child (widget_class, PlwuStatus, stale);
  gtk_widget_class_bind_template_child (widget_class, PlwuStatus, saved);
}

static void
plwu_status_init (PlwuStatus *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plwu_tooltip_set (GTK_WIDGET (self->checks), _ ("Show the checks"));
  plwu_tooltip_set (GTK_WIDGET (self->gap), _ ("Show the shortfall by line and year"));
  plwu_tooltip_set (GTK_WIDGET (self->reserve), _ ("Show the pots"));

  self->signals = g_signal_group_new (PLWU_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "result-changed", G_CALLBACK (result_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::is-stale", G_CALLBACK (stale_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "state-changed", G_CALLBACK (state_changed_cb), self);
  g_signal_connect_object (self->signals, "bind", G_CALLBACK (bound_cb), self, G_CONNECT_SWAPPED);
}

void
plwu_status_set_document (PlwuStatus *self, PlwuDocument *document)
{
  g_return_if_fail (PLWU_IS_STATUS (self));

  g_signal_group_set_target (self->signals, document);
}
