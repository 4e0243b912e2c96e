/* plwu-prevention-show.c: the page of prevention filled from results.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-prevention-private.h"

#include "findings/plwu-prevention-figures.h"
#include "jobs/plwu-delay-job.h"
#include "plwu-explain.h"

#include <string.h>

#include <glib/gi18n.h>

/* The programmes to choose from */

static gboolean
is_listed (GtkStringList *list, const PlwResult *result)
{
  size_t n_programmes = plw_result_n_programmes (result);

  if (g_list_model_get_n_items (G_LIST_MODEL (list)) != n_programmes + 1)
    return FALSE;
  for (size_t i = 0; i < n_programmes; i++)
    if (strcmp (gtk_string_list_get_string (list, (guint) i + 1), plw_result_programme (result, i)->name)
        != 0)
      return FALSE;
  return TRUE;
}

void
plwu_prevention_fill_picker (PlwuPreventionPage *self, const PlwResult *result)
{
  size_t shown = plwu_prevention_get_shown (self, result);

  self->is_filling = TRUE;
  if (!is_listed (self->programmes, result))
    {
      gtk_string_list_splice (self->programmes, 0, g_list_model_get_n_items (G_LIST_MODEL (self->programmes)),
                              NULL);
      gtk_string_list_append (self->programmes, _ ("All programmes"));
      for (size_t i = 0; i < plw_result_n_programmes (result); i++)
        gtk_string_list_append (self->programmes, plw_result_programme (result, i)->name);
    }
  plwu_picker_set_selected (self->programme, shown == SIZE_MAX ? 0 : (guint) shown + 1);
  self->is_filling = FALSE;
}

/* Headlines and valley */

static void
show_card (PlwuPreventionPage *self,
           PlwuPreventionFigure card,
           const char *title,
           const char *figure,
           const char *note,
           gboolean is_bad)
{
  g_autofree char *label = g_strdup_printf ("%s: %s. %s", title, figure, note);

  plwu_headline_set (self->headlines[card], title, figure, note, is_bad);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card_children[card]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
show_money_cards (PlwuPreventionPage *self, const PlwResult *result, const PlwProgramme *held)
{
  g_autofree char *cost = plw_pence_show_short (plwu_prevention_sum (result, held->cost));
  g_autofree char *saved = plw_pence_show_short (plwu_prevention_sum (result, held->saved));
  g_autofree char *released = plw_pence_show_short (plwu_prevention_sum (result, held->released));
  g_autofree char *need = plw_pence_show_short (plwu_prevention_sum (result, held->need));
  g_autofree char *npv = plw_pence_show_short (held->appraisal.npv);
  g_autofree char *of_need = g_strdup_printf (_ ("%s needed"), need);
  g_autofree char *over =
      g_strdup_printf (ngettext ("Over %u year", "Over %u years", plw_result_n_years (result)),
                       (guint) plw_result_n_years (result));
  gboolean is_short = plwu_prevention_sum (result, held->cost) < plwu_prevention_sum (result, held->need);

  show_card (self, PLWU_PREVENTION_COST, _ ("Cost"), cost, is_short ? of_need : over, FALSE);
  show_card (self, PLWU_PREVENTION_SAVED, _ ("Cash saved"), saved, over, FALSE);
  show_card (self, PLWU_PREVENTION_RELEASED, _ ("Capacity freed"), released, _ ("No cash"), FALSE);
  show_card (self, PLWU_PREVENTION_NPV, _ ("Net value today"), npv, _ ("Net present value"),
             held->appraisal.npv < 0);
}

static void
show_ratio_cards (PlwuPreventionPage *self, const PlwResult *result, const PlwProgramme *held)
{
  const char *last = plw_year_name (plw_result_year (result, plw_result_n_years (result) - 1));
  const PlwAppraisal *appraisal = &held->appraisal;
  g_autofree char *benefit = g_strdup_printf ("%.2f", appraisal->benefit_cost_ratio);
  g_autofree char *cash = g_strdup_printf ("%.2f", appraisal->cashable_ratio);
  g_autofree char *valley =
      g_strdup_printf (ngettext ("Valley of %d year", "Valley of %d years", (gulong) appraisal->valley_years),
                       appraisal->valley_years);
  g_autofree char *not_by = g_strdup_printf (_ ("Not by %s"), last);
  gboolean costs = appraisal->pv_cost > 0;

  show_card (self, PLWU_PREVENTION_RATIO, _ ("Benefit per £1"), costs ? benefit : "–",
             _ ("Cash and capacity"), costs && appraisal->npv < 0);
  show_card (self, PLWU_PREVENTION_CASH_RATIO, _ ("Cash per £1"), costs ? cash : "–", _ ("Cash alone"),
             costs && appraisal->cashable_ratio < 1);
  show_card (self, PLWU_PREVENTION_PAYBACK, _ ("Pays back"),
             appraisal->payback_year != 0 ? plw_year_name (appraisal->payback_year)
             : costs                      ? _ ("No")
                                          : "–",
             !costs                         ? _ ("Nothing is spent")
             : appraisal->payback_year == 0 ? not_by
             : appraisal->valley_years > 0  ? valley
                                            : _ ("No valley"),
             costs && appraisal->payback_year == 0);
}

void
plwu_prevention_show_delay (PlwuPreventionPage *self, const PlwResult *result)
{
  size_t shown = plwu_prevention_get_shown (self, result);
  const gint64 *delay = plwu_prevention_get_delay (self, result, shown);
  g_autofree char *figure = delay != NULL ? plw_pence_show_short (*delay) : g_strdup ("–");

  show_card (self, PLWU_PREVENTION_DELAY, _ ("A year's delay"), figure,
             shown == SIZE_MAX ? _ ("Of one at a time")
             : delay == NULL   ? _ ("Working it out…")
             : *delay >= 0     ? _ ("Net value lost")
                               : _ ("Gained, not lost"),
             FALSE);
}

static void
show_valley (PlwuPreventionPage *self, const PlwResult *result, size_t shown)
{
  g_autofree char *context = plwu_explain_context (plwu_page_get_document (PLWU_PAGE (self)));
  g_autofree char *line = g_strdup_printf ("%s · %s", plwu_prevention_name (result, shown), context);

  plwu_drawing_set_context (PLWU_DRAWING (self->valley_drawing), line);
  plwu_prevention_show_years (self->valley_drawing, result, shown);
  plwu_picture_refresh (self->valley_picture);
}

void
plwu_prevention_show_value (PlwuPreventionPage *self, const PlwResult *result)
{
  size_t shown = plwu_prevention_get_shown (self, result);
  const PlwProgramme *held = plwu_prevention_get (result, shown);
  g_autofree char *sentence = plwu_prevention_sentence (result, shown);

  gtk_label_set_text (self->sentence, sentence);
  show_money_cards (self, result, held);
  show_ratio_cards (self, result, held);
  plwu_prevention_show_delay (self, result);
  show_valley (self, result, shown);
}

/* Partners */

static void
show_positions (PlwuPreventionPage *self, const PlwResult *result, size_t shown)
{
  g_autofree char *context = plwu_explain_context (plwu_page_get_document (PLWU_PAGE (self)));

  plwu_prevention_show_positions (self->partner_drawing, result, shown, context, self->partners);
  plwu_picture_refresh (self->partner_picture);
}

static void
add_transfer (PlwuPreventionPage *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_append (self->transfer_list, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
plwu_prevention_show_partners (PlwuPreventionPage *self, const PlwResult *result)
{
  size_t shown = plwu_prevention_get_shown (self, result);
  GtkWidget *row;
  gboolean has_settled;

  self->is_filling = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->transfer_list))) != NULL)
    gtk_list_box_remove (self->transfer_list, row);
  self->is_filling = FALSE;
  g_clear_pointer (&self->transfers, g_array_unref);
  has_settled = plw_result_transfers (result, shown, &self->transfers);

  gboolean has_any = self->transfers != NULL && self->transfers->len > 0;
  g_autofree char *none = has_any ? NULL : plwu_prevention_no_transfer (result, shown, has_settled);

  for (guint i = 0; has_any && i < self->transfers->len; i++)
    {
      g_autofree char *text =
          plwu_prevention_transfer (result, shown, &g_array_index (self->transfers, PlwTransfer, i));

      add_transfer (self, text);
    }
  gtk_label_set_text (self->no_transfers, none != NULL ? none : "");
  gtk_widget_set_visible (GTK_WIDGET (self->no_transfers), !has_any);
  gtk_widget_set_visible (self->transfers_heading, has_any);
  gtk_widget_set_visible (self->transfers_scroller, has_any);
  show_positions (self, result, shown);
}

/* All programmes side by side */

static const PlwuFiguresColumn columns[] = {
  { N_ ("Programme"), 27, FALSE },     { N_ ("Cost"), 10, TRUE },      { N_ ("Cash saved"), 11, TRUE },
  { N_ ("Capacity freed"), 13, TRUE }, { N_ ("Net value"), 10, TRUE }, { N_ ("Benefit per £1"), 13, TRUE },
  { N_ ("Cash per £1"), 11, TRUE },    { N_ ("Pays back"), 9, TRUE },  { N_ ("A year's delay"), 13, TRUE },
  { N_ ("Valley"), 10, TRUE },
};

gboolean
plwu_prevention_compare_figure (guint column, PlwuPreventionFigure *ret_figure)
{
  if (column == 0 || column > PLWU_PREVENTION_N_FIGURES)
    return FALSE;

  *ret_figure = (PlwuPreventionFigure) (column - 1);
  return TRUE;
}

PlwuFiguresModel *
plwu_prevention_figures_new (void)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (columns) == PLWU_PREVENTION_N_FIGURES + 1);

  return plwu_figures_model_new (G_N_ELEMENTS (columns), columns, 1);
}

static void
set_pence (PlwuPreventionPage *self, guint row, PlwuPreventionFigure figure, int64_t pence)
{
  PlwUnit unit = plwu_document_get_unit (plwu_page_get_document (PLWU_PAGE (self)));

  plwu_figures_model_set (self->figures, row, figure + 1, plw_pence_show (pence, unit), pence < 0);
}

static int64_t
get_pence (const PlwResult *result, const PlwProgramme *held, PlwuPreventionFigure figure)
{
  switch (figure)
    {
    case PLWU_PREVENTION_COST:
      return plwu_prevention_sum (result, held->cost);
    case PLWU_PREVENTION_SAVED:
      return plwu_prevention_sum (result, held->saved);
    case PLWU_PREVENTION_RELEASED:
      return plwu_prevention_sum (result, held->released);
    case PLWU_PREVENTION_VALLEY:
      return held->appraisal.valley_depth;
    default:
      return held->appraisal.npv;
    }
}

/* What adds up is rounded so that it does so on the screen. */
static void
fill_adding_column (PlwuPreventionPage *self, const PlwResult *result, PlwuPreventionFigure figure)
{
  PlwUnit unit = plwu_document_get_unit (plwu_page_get_document (PLWU_PAGE (self)));
  size_t n_rows = plw_result_n_programmes (result);
  g_autofree int64_t *pence = g_new (int64_t, n_rows);
  g_autofree int64_t *steps = g_new (int64_t, n_rows);
  int64_t total;

  for (size_t i = 0; i < n_rows; i++)
    pence[i] = get_pence (result, plw_result_programme (result, i), figure);
  total = plw_pence_round_rows (pence, n_rows, unit, steps);
  for (size_t i = 0; i < n_rows; i++)
    plwu_figures_model_set (self->figures, (guint) i, figure + 1, plw_steps_to_text (steps[i], unit),
                            steps[i] < 0);
  plwu_figures_model_set (self->figures, (guint) n_rows, figure + 1, plw_steps_to_text (total, unit),
                          total < 0);
}

static void
fill_row (PlwuPreventionPage *self, const PlwResult *result, guint row, size_t programme)
{
  const PlwProgramme *held = plwu_prevention_get (result, programme);
  const PlwAppraisal *appraisal = &held->appraisal;
  const gint64 *delay = plwu_prevention_get_delay (self, result, programme);
  gboolean costs = appraisal->pv_cost > 0;

  plwu_figures_model_set (self->figures, row, 0, g_strdup (plwu_prevention_name (result, programme)), FALSE);
  set_pence (self, row, PLWU_PREVENTION_NPV, appraisal->npv);
  set_pence (self, row, PLWU_PREVENTION_VALLEY, appraisal->valley_depth);
  plwu_figures_model_set (self->figures, row, PLWU_PREVENTION_RATIO + 1,
                          costs ? g_strdup_printf ("%.2f", appraisal->benefit_cost_ratio) : g_strdup ("–"),
                          costs && appraisal->npv < 0);
  plwu_figures_model_set (self->figures, row, PLWU_PREVENTION_CASH_RATIO + 1,
                          costs ? g_strdup_printf ("%.2f", appraisal->cashable_ratio) : g_strdup ("–"),
                          costs && appraisal->cashable_ratio < 1);
  plwu_figures_model_set (self->figures, row, PLWU_PREVENTION_PAYBACK + 1,
                          g_strdup (appraisal->payback_year != 0 ? plw_year_name (appraisal->payback_year)
                                    : costs                      ? _ ("no")
                                                                 : "–"),
                          FALSE);
  if (delay != NULL)
    set_pence (self, row, PLWU_PREVENTION_DELAY, *delay);
  else
    plwu_figures_model_set (self->figures, row, PLWU_PREVENTION_DELAY + 1,
                            g_strdup (programme == SIZE_MAX ? "" : "…"), FALSE);
}

void
plwu_prevention_show_compare (PlwuPreventionPage *self, const PlwResult *result)
{
  size_t n_programmes = plw_result_n_programmes (result);

  plwu_figures_model_clear (self->figures);
  for (size_t i = 0; i <= n_programmes; i++)
    fill_row (
        self, result,
        plwu_figures_model_add_row (self->figures, i == n_programmes ? PLWU_SHEET_TOTAL : PLWU_SHEET_DERIVED),
        i == n_programmes ? SIZE_MAX : i);
  fill_adding_column (self, result, PLWU_PREVENTION_COST);
  fill_adding_column (self, result, PLWU_PREVENTION_SAVED);
  fill_adding_column (self, result, PLWU_PREVENTION_RELEASED);
  fill_adding_column (self, result, PLWU_PREVENTION_NPV);
  plwu_figures_model_done (self->figures);
}
