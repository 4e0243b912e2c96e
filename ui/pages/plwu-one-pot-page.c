/* plwu-one-pot-page.c: what the rules on money cost, and what one pot would change.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-one-pot-page.h"

#include "findings/plwu-one-pot-figures.h"
#include "findings/plwu-result-figures.h"
#include "jobs/plwu-rules-job.h"
#include "plwu-cards.h"
#include "plwu-explain-figure.h"
#include "plwu-headline.h"
#include "plwu-one-pot-tables.h"
#include "plwu-picture.h"
#include "sheet/plwu-sheet.h"

#include <string.h>

#include <glib/gi18n.h>
#include <placewright/year.h>

struct _PlwuOnePotPage
{
  PlwuPage parent_instance;

  /* Inside pictures and scrollers */
  PlwuFragmentation *year_drawing;
  PlwuRuleCosts *rule_drawing;
  PlwuSheet *ladder_sheet;
  PlwuSheet *partner_sheet;

  /* Template widgets */
  GtkWidget *switcher;
  GtkWidget *state;
  GtkLabel *state_text;
  GtkProgressBar *progress;
  GtkWidget *cancel;
  GtkWidget *restart;
  GtkStack *stack;
  PlwuHeadline *today;
  PlwuHeadline *one_pot;
  PlwuHeadline *cost;
  PlwuHeadline *stranded;
  GtkStack *tabs;
  PlwuPicture *by_year;
  PlwuPicture *by_rule;
  GtkScrolledWindow *ladder_scroller;
  GtkScrolledWindow *partners_scroller;
  AdwStatusPage *none;
};

G_DEFINE_FINAL_TYPE (PlwuOnePotPage, plwu_one_pot_page, PLWU_TYPE_PAGE)

static PlwuRulesJob *
get_job (PlwuOnePotPage *self)
{
  return plwu_rules_job_of (plwu_page_get_document (PLWU_PAGE (self)));
}

/* Headlines */

static void
show_amount (PlwuHeadline *headline, const char *title, gint64 pence, const char *note, gboolean is_bad)
{
  g_autofree char *figure = plw_pence_show_short (pence);

  plwu_headline_set (headline, title, figure, note, is_bad);
}

static gboolean
has_pooled_pot (const PlwResult *result)
{
  for (size_t i = 0; i < plw_result_n_pots (result); i++)
    if (plw_plan_number (plw_result_plan (result), PLW_TABLE_POTS, plw_result_pot (result, i)->row,
                         PLW_POTS_POOLED)
        != 0)
      return TRUE;
  return FALSE;
}

static char *
note_cost (const PlwResult *today, gint64 cost)
{
  if (!has_pooled_pot (today))
    return g_strdup (_ ("No pot is marked as pooled"));
  if (cost < 0)
    return g_strdup (_ ("As one pot money is spent that is lacking later"));
  return g_strdup_printf (_ ("%.0f%% of today's shortfall"),
                          100.0 * (double) cost / (double) plwu_result_sum_years (today, PLW_SUM_SHORTFALL));
}

/* Kept money strands year after year: a sum over years would count it again. */
static void
show_stranded (PlwuOnePotPage *self, const PlwResult *today)
{
  size_t year = plw_result_n_years (today) - 1;
  gint64 withheld = 0;

  while (year > 0 && plw_result_sum (today, PLW_SUM_SHORTFALL, year) == 0)
    year--;
  for (size_t i = 0; i < plw_result_n_pots (today); i++)
    withheld += MIN (plw_result_pot (today, i)->withheld[year], plw_result_pot (today, i)->stranded[year]);

  g_autofree char *title =
      g_strdup_printf (_ ("Stranded today, %s"), plw_year_name (plw_result_year (today, year)));
  g_autofree char *kept = plw_pence_show_short (withheld);
  g_autofree char *note = withheld > 0 ? g_strdup_printf (_ ("Not spent; %s of it minimum balances"), kept)
                                       : g_strdup (_ ("Not spent while needs go unmet"));

  show_amount (self->stranded, title, plw_result_sum (today, PLW_SUM_STRANDED, year), note, FALSE);
}

static void
show_headlines (PlwuOnePotPage *self, const PlwuRulesFindings *findings)
{
  guint n_years = (guint) plw_result_n_years (findings->today);
  gint64 today = plwu_result_sum_years (findings->today, PLW_SUM_SHORTFALL);
  gint64 cost = plw_fragmentation_cost (findings->fragmentation, SIZE_MAX, SIZE_MAX);
  g_autofree char *years = g_strdup_printf (ngettext ("In %u year", "Over all %u years", n_years), n_years);
  g_autofree char *note = note_cost (findings->today, cost);

  show_amount (self->today, _ ("Shortfall today"), today, years, today > 0);
  show_amount (self->one_pot, _ ("Shortfall as one pot"), today - cost, _ ("Not lawful today"), FALSE);
  show_amount (self->cost, _ ("Fragmentation costs"), cost, note, FALSE);
  show_stranded (self, findings->today);
}

/* Pictures */

static void
show_pictures (PlwuOnePotPage *self, const PlwuRulesFindings *findings)
{
  const char *scenario = plwu_document_get_scenario_name (plwu_page_get_document (PLWU_PAGE (self)));

  plwu_one_pot_show_years (self->year_drawing, findings->today, findings->pooled);
  plwu_one_pot_set_context (PLWU_DRAWING (self->year_drawing), scenario);
  plwu_picture_refresh (self->by_year);
  plwu_one_pot_show_rules (self->rule_drawing, findings->fragmentation, scenario);
  plwu_picture_refresh (self->by_rule);
}

static void
show_sheets (PlwuOnePotPage *self, const PlwuRulesFindings *findings)
{
  PlwUnit unit = plwu_document_get_unit (plwu_page_get_document (PLWU_PAGE (self)));
  g_autoptr (PlwuSheetModel) ladder = plwu_one_pot_create_ladder (findings, unit);
  g_autoptr (PlwuSheetModel) partners = plwu_one_pot_create_partners (findings, unit);

  plwu_sheet_set_model (self->ladder_sheet, ladder);
  plwu_sheet_set_model (self->partner_sheet, partners);
}

/* State */

static void
show_progress (PlwuOnePotPage *self)
{
  gtk_progress_bar_set_fraction (self->progress, plwu_rules_job_get_progress (get_job (self)));
}

static void
show_state (PlwuOnePotPage *self)
{
  PlwuRulesJob *job = get_job (self);
  gboolean is_cancelled = plwu_rules_job_is_cancelled (job);
  gboolean is_first = plwu_rules_job_get_findings (job) == NULL;
  const char *text = is_first       ? _ ("Reckoning what each rule costs…")
                     : is_cancelled ? _ ("Last reckoned before the last edit")
                                    : _ ("Last reckoned before the last edit; reckoning anew…");

  if (is_first && is_cancelled)
    text = _ ("Stopped before it was done");
  gtk_label_set_text (self->state_text, text);
  gtk_widget_set_visible (self->state, plwu_rules_job_is_stale (job));
  gtk_widget_set_visible (GTK_WIDGET (self->progress), !is_cancelled);
  gtk_widget_set_visible (self->cancel, !is_cancelled);
  gtk_widget_set_visible (self->restart, is_cancelled);
  show_progress (self);
}

static void
show_none (PlwuOnePotPage *self, const char *failure)
{
  gboolean is_cancelled = plwu_rules_job_is_cancelled (get_job (self));

  adw_status_page_set_title (self->none, failure != NULL ? _ ("No results")
                                         : is_cancelled  ? _ ("Not reckoned")
                                                         : _ ("Working it out…"));
  adw_status_page_set_description (
      self->none, failure != NULL ? failure
                  : is_cancelled  ? _ ("Reckon works the plan out once for every rule that could be lifted.")
                                  : NULL);
  gtk_stack_set_visible_child_name (self->stack, "none");
  gtk_widget_set_visible (self->switcher, FALSE);
}

static void
show_findings (PlwuOnePotPage *self, const PlwuRulesFindings *findings)
{
  gboolean is_short = plwu_result_sum_years (findings->today, PLW_SUM_SHORTFALL) > 0;

  if (is_short)
    {
      show_headlines (self, findings);
      show_pictures (self, findings);
      show_sheets (self, findings);
    }
  gtk_stack_set_visible_child_name (self->stack, is_short ? "answers" : "funded");
  gtk_widget_set_visible (self->switcher, is_short);
}

static void
plwu_one_pot_page_refresh (PlwuPage *page)
{
  PlwuOnePotPage *self = PLWU_ONE_POT_PAGE (page);
  PlwuDocument *document = plwu_page_get_document (page);
  const PlwuRulesFindings *findings = plwu_rules_job_get_findings (get_job (self));
  const char *failure = plwu_document_get_failure (document);

  if (failure == NULL && findings != NULL)
    failure = findings->failure;
  show_state (self);
  if (failure != NULL || findings == NULL)
    show_none (self, failure);
  else
    show_findings (self, findings);
}

static void
job_changed_cb (PlwuOnePotPage *self)
{
  if (self->year_drawing == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  plwu_one_pot_page_refresh (PLWU_PAGE (self));
  plwu_page_queue_explain (PLWU_PAGE (self));
}

static void
job_progress_cb (PlwuOnePotPage *self)
{
  if (self->year_drawing != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_progress (self);
}

static void
cancel_cb (PlwuOnePotPage *self)
{
  plwu_rules_job_cancel (get_job (self));
}

static void
restart_cb (PlwuOnePotPage *self)
{
  plwu_rules_job_restart (get_job (self));
}

/* The ladder */

static const PlwRung *
get_rung (PlwuOnePotPage *self, guint row)
{
  const PlwuRulesFindings *findings = plwu_rules_job_get_findings (get_job (self));

  if (findings == NULL || findings->fragmentation == NULL
      || row >= plw_fragmentation_n_rungs (findings->fragmentation))
    return NULL;
  return plw_fragmentation_rung (findings->fragmentation, row);
}

/* What the headline says. Only of findings as fresh as what is shown, which know it already. */
static PlwuExplanation *
explain_cost (PlwuOnePotPage *self)
{
  const PlwuRulesFindings *findings = plwu_rules_job_get_findings (get_job (self));

  if (findings == NULL || findings->fragmentation == NULL || plwu_rules_job_is_stale (get_job (self)))
    return NULL;
  return plwu_explain_figure (
      plwu_page_get_document (PLWU_PAGE (self)),
      (PlwFigure){ PLW_FIGURE_GAIN, PLW_FIGURE_PLAN, PLW_FIGURE_FENCES, PLW_FIGURE_ALL_YEARS });
}

static PlwuExplanation *
plwu_one_pot_page_explain (PlwuPage *page)
{
  PlwuOnePotPage *self = PLWU_ONE_POT_PAGE (page);
  const char *tab = gtk_stack_get_visible_child_name (self->tabs);
  guint row;
  guint column;

  if (g_strcmp0 (tab, "ladder") != 0)
    return explain_cost (self);
  if (!plwu_sheet_get_cursor (self->ladder_sheet, &row, &column) || get_rung (self, row) == NULL)
    return NULL;
  return plwu_one_pot_explain_rung (plwu_rules_job_get_findings (get_job (self)),
                                    plwu_document_get_scenario_name (plwu_page_get_document (page)), row);
}

static void
tab_cb (PlwuOnePotPage *self)
{
  if (self->year_drawing != NULL)
    plwu_page_queue_explain (PLWU_PAGE (self));
}

static void
rung_activated_cb (PlwuOnePotPage *self, guint row)
{
  const PlwRung *rung = get_rung (self, row);
  const PlwuRulesFindings *findings = plwu_rules_job_get_findings (get_job (self));

  if (rung != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-cell", "(sus)", "pots",
                                (guint32) plw_result_pot (findings->today, rung->pot)->row, "name");
}

static void
rung_clicked_cb (PlwuOnePotPage *self, int n_press)
{
  if (n_press == 1)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-explain", NULL);
}

/* Class */

static void
plwu_one_pot_page_map (GtkWidget *widget)
{
  plwu_rules_job_hold (get_job (PLWU_ONE_POT_PAGE (widget)));

  GTK_WIDGET_CLASS (plwu_one_pot_page_parent_class)->map (widget);
}

static void
plwu_one_pot_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plwu_one_pot_page_parent_class)->unmap (widget);

  plwu_rules_job_release (get_job (PLWU_ONE_POT_PAGE (widget)));
}

static gboolean
plwu_one_pot_page_grab_focus (GtkWidget *widget)
{
  PlwuOnePotPage *self = PLWU_ONE_POT_PAGE (widget);
  const char *tab = gtk_stack_get_visible_child_name (self->tabs);

  if (g_strcmp0 (tab, "ladder") == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->ladder_sheet));
  if (g_strcmp0 (tab, "partners") == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->partner_sheet));
  return gtk_widget_grab_focus (GTK_WIDGET (self->by_year));
}

static void
plwu_one_pot_page_constructed (GObject *object)
{
  PlwuOnePotPage *self = PLWU_ONE_POT_PAGE (object);

  G_OBJECT_CLASS (plwu_one_pot_page_parent_class)->constructed (object);

  g_signal_connect_object (get_job (self), "changed", G_CALLBACK (job_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_job (self), "progress", G_CALLBACK (job_progress_cb), self, G_CONNECT_SWAPPED);
}

static void
plwu_one_pot_page_dispose (GObject *object)
{
  PlwuOnePotPage *self = PLWU_ONE_POT_PAGE (object);

  self->year_drawing = NULL;
  self->rule_drawing = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_ONE_POT_PAGE);

  G_OBJECT_CLASS (plwu_one_pot_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-one-pot-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, state);
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, state_text);
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, progress);
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, cancel);
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, restart);
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, today);
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, one_pot);
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, cost);
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, stranded);
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, by_year);
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, by_rule);
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, ladder_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, partners_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuOnePotPage, none);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, restart_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_cb);
}

static void
plwu_one_pot_page_class_init (PlwuOnePotPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = plwu_one_pot_page_constructed;
  object_class->dispose = plwu_one_pot_page_dispose;
  widget_class->map = plwu_one_pot_page_map;
  widget_class->unmap = plwu_one_pot_page_unmap;
  widget_class->grab_focus = plwu_one_pot_page_grab_focus;
  PLWU_PAGE_CLASS (klass)->shows_results_only = TRUE;
  PLWU_PAGE_CLASS (klass)->refresh = plwu_one_pot_page_refresh;
  PLWU_PAGE_CLASS (klass)->explain = plwu_one_pot_page_explain;

  g_type_ensure (PLWU_TYPE_CARDS);
  g_type_ensure (PLWU_TYPE_HEADLINE);
  g_type_ensure (PLWU_TYPE_PICTURE);
  bind_template (widget_class);
}

static PlwuSheet *
create_sheet (GtkScrolledWindow *scroller, const char *label, const char *empty_text)
{
  PlwuSheet *sheet = PLWU_SHEET (plwu_sheet_new (NULL));

  plwu_sheet_set_label (sheet, label);
  plwu_sheet_set_empty_text (sheet, empty_text);
  gtk_scrolled_window_set_child (scroller, GTK_WIDGET (sheet));
  return sheet;
}

static void
plwu_one_pot_page_init (PlwuOnePotPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->year_drawing = plwu_fragmentation_new ();
  plwu_picture_set_drawing (self->by_year, PLWU_DRAWING (self->year_drawing));
  self->rule_drawing = plwu_rule_costs_new ();
  plwu_picture_set_drawing (self->by_rule, PLWU_DRAWING (self->rule_drawing));

  self->ladder_sheet =
      create_sheet (self->ladder_scroller, _ ("The freedoms that would help most, not lawful today"),
                    _ ("No single rule on a single pot changes the shortfall."));
  self->partner_sheet =
      create_sheet (self->partners_scroller, _ ("Who gains by one pot, by year, not lawful today"), NULL);
  g_signal_connect_object (self->ladder_sheet, "selection-changed", G_CALLBACK (plwu_page_queue_explain),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ladder_sheet, "cell-activated", G_CALLBACK (rung_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (rung_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->ladder_sheet), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
plwu_one_pot_page_new (PlwuDocument *document)
{
  return g_object_new (PLWU_TYPE_ONE_POT_PAGE, "document", document, NULL);
}
