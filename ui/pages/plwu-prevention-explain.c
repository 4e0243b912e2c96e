/* plwu-prevention-explain.c: figures of prevention explained.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-prevention-explain.h"

#include "findings/plwu-result-figures.h"
#include "findings/plwu-labels.h"
#include "findings/plwu-prevention-text.h"
#include "plwu-explain-figure.h"
#include "plwu-explain.h"

#include <glib/gi18n.h>

static const PlwResult *
get_result (PlwuDocument *document, size_t programme)
{
  const PlwResult *result = plwu_document_get_result (document, NULL);

  if (result == NULL || (programme != SIZE_MAX && programme >= plw_result_n_programmes (result)))
    return NULL;
  return result;
}

static PlwFigure
make_figure (size_t programme, PlwProgrammeFigure figure, uint32_t year)
{
  return (PlwFigure){
    .kind = PLW_FIGURE_PROGRAMME,
    .a = programme == SIZE_MAX ? PLW_FIGURE_PLAN : (uint32_t) programme,
    .b = figure,
    .year = year,
  };
}

static PlwuExplanation *
begin (PlwuDocument *document,
       const PlwResult *result,
       size_t programme,
       const char *what,
       char *figure,
       const char *meaning)
{
  PlwuExplanation *text =
      plwu_explanation_new (g_strdup_printf ("%s: %s", plwu_prevention_name (result, programme), what),
                            plwu_explain_context (document), figure);

  plwu_explanation_add_text (text, g_strdup (meaning));
  return text;
}

/* The panel waits for nobody: what the study has worked out is told, not asked for again. */
static PlwuExplanation *
explain_delay (PlwuDocument *document, const PlwResult *result, size_t programme, const gint64 *delay)
{
  PlwuExplanation *text = begin (
      document, result, programme, _ ("cost of a year's delay"),
      delay != NULL ? plwu_label_pence (*delay) : g_strdup ("–"),
      _ ("Net present value as planned, less that with intake and costs a year later. The plan ends when it "
         "does, so the last year's are lost."));

  if (programme == SIZE_MAX)
    plwu_explanation_add_text (text, g_strdup (_ ("It is worked out for one programme at a time.")));
  if (delay == NULL)
    return text;

  int64_t npv = plwu_prevention_get (result, programme)->appraisal.npv;

  plwu_explanation_add_link (text, make_figure (programme, PLW_PROGRAMME_NPV, PLW_FIGURE_ALL_YEARS),
                             _ ("Net present value as planned"), plwu_label_pence (npv));
  plwu_explanation_add_pair (text, _ ("A year later"), plwu_label_pence (npv - *delay));
  return text;
}

PlwuExplanation *
plwu_prevention_explain (PlwuDocument *document,
                         size_t programme,
                         PlwuPreventionFigure figure,
                         const gint64 *delay)
{
  static const PlwProgrammeFigure figures[PLWU_PREVENTION_N_FIGURES] = {
    [PLWU_PREVENTION_COST] = PLW_PROGRAMME_COST,
    [PLWU_PREVENTION_SAVED] = PLW_PROGRAMME_SAVED,
    [PLWU_PREVENTION_RELEASED] = PLW_PROGRAMME_RELEASED,
    [PLWU_PREVENTION_NPV] = PLW_PROGRAMME_NPV,
    [PLWU_PREVENTION_RATIO] = PLW_PROGRAMME_BCR,
    [PLWU_PREVENTION_CASH_RATIO] = PLW_PROGRAMME_CASHABLE_RATIO,
    [PLWU_PREVENTION_PAYBACK] = PLW_PROGRAMME_PAYBACK_YEAR,
    [PLWU_PREVENTION_VALLEY] = PLW_PROGRAMME_VALLEY_DEPTH,
  };
  const PlwResult *result = get_result (document, programme);

  g_return_val_if_fail (figure < PLWU_PREVENTION_N_FIGURES, NULL);

  if (result == NULL)
    return NULL;
  if (figure == PLWU_PREVENTION_DELAY)
    return explain_delay (document, result, programme, delay);
  return plwu_explain_figure (document, make_figure (programme, figures[figure], PLW_FIGURE_ALL_YEARS));
}

PlwuExplanation *
plwu_prevention_explain_year (PlwuDocument *document, size_t programme, size_t year)
{
  const PlwResult *result = get_result (document, programme);

  if (result == NULL || year >= plw_result_n_years (result))
    return NULL;

  const PlwProgramme *held = plwu_prevention_get (result, programme);
  const PlwPotYears *reserve = plwu_result_find_reserve (result);
  const char *name = plw_year_name (plw_result_year (result, year));
  int64_t spent = 0;
  int64_t saved = 0;
  int64_t released = 0;

  for (size_t i = 0; i <= year; i++)
    {
      spent += held->cost[i];
      saved += held->saved[i];
      released += held->released[i];
    }

  PlwuExplanation *text = begin (document, result, programme, name, plwu_label_pence (saved - spent),
                                 _ ("Cash back less spent, from the first year to this one."));

  plwu_explanation_add_heading (text, _ ("So far"));
  plwu_explanation_add_pair (text, _ ("Spent"), plwu_label_pence (spent));
  plwu_explanation_add_pair (text, _ ("Cash back"), plwu_label_pence (saved));
  plwu_explanation_add_pair (text, _ ("Capacity freed, no cash"), plwu_label_pence (released));
  plwu_explanation_add_heading (text, _ ("In the year"));
  plwu_explanation_add_link (text, make_figure (programme, PLW_PROGRAMME_NEED, (uint32_t) year), _ ("Needed"),
                             plwu_label_pence (held->need[year]));
  plwu_explanation_add_link (text, make_figure (programme, PLW_PROGRAMME_COST, (uint32_t) year), _ ("Spent"),
                             plwu_label_pence (held->cost[year]));
  plwu_explanation_add_link (text, make_figure (programme, PLW_PROGRAMME_SAVED, (uint32_t) year),
                             _ ("Cash saved"), plwu_label_pence (held->saved[year]));
  plwu_explanation_add_link (text, make_figure (programme, PLW_PROGRAMME_RELEASED, (uint32_t) year),
                             _ ("Capacity freed, no cash"), plwu_label_pence (held->released[year]));
  plwu_explanation_add_link (text, make_figure (programme, PLW_PROGRAMME_OVERLAP, (uint32_t) year),
                             _ ("Overlap with other programmes"), plwu_label_pence (held->overlap[year]));
  if (reserve == NULL)
    return text;

  plwu_explanation_add_heading (text, _ ("What the general reserve could carry"));
  plwu_explanation_add_pair (text, _ ("At the year's end"), plwu_label_pence (reserve->closing[year]));
  plwu_explanation_add_pair (text, _ ("Its minimum"), plwu_label_pence (reserve->withheld[year]));
  plwu_explanation_add_pair (text, _ ("Above it"),
                             plwu_label_pence (reserve->closing[year] - reserve->withheld[year]));
  return text;
}

static PlwFigure
make_partner_figure (size_t programme, size_t partner, PlwPartnerFigure figure)
{
  return (PlwFigure){
    .kind = PLW_FIGURE_PARTNER,
    .a = programme == SIZE_MAX ? PLW_FIGURE_PLAN : (uint32_t) programme,
    .b = (uint32_t) partner + PLW_FIGURE_PARTNERS * figure,
    .year = PLW_FIGURE_ALL_YEARS,
  };
}

static void
tell_running (PlwuExplanation *text, const PlwResult *result, size_t programme, size_t partner)
{
  const PlwPartnerYears *held = plw_result_partner (result, programme, partner);
  gint64 running = 0;

  plwu_explanation_add_heading (text, _ ("Gained less paid so far"));
  for (size_t i = 0; i < plw_result_n_years (result); i++)
    {
      PlwFigure figure = make_partner_figure (programme, partner, PLW_PARTNER_RUNNING);

      figure.year = (uint32_t) i;
      running += held->position[i];
      plwu_explanation_add_link (text, figure, plw_year_name (plw_result_year (result, i)),
                                 plwu_label_pence (running));
    }
}

PlwuExplanation *
plwu_prevention_explain_partner (PlwuDocument *document, size_t programme, size_t partner)
{
  const PlwResult *result = get_result (document, programme);

  if (result == NULL || partner >= plw_result_n_partners (result))
    return NULL;

  PlwuExplanation *text =
      plwu_explain_figure (document, make_partner_figure (programme, partner, PLW_PARTNER_PV_POSITION));

  if (text != NULL)
    tell_running (text, result, programme, partner);
  return text;
}

static void
tell_position (PlwuExplanation *text, const PlwResult *result, size_t programme, size_t partner)
{
  const PlwPartnerYears *held = plw_result_partner (result, programme, partner);

  plwu_explanation_add_heading (text, held->name);
  plwu_explanation_add_link (text, make_partner_figure (programme, partner, PLW_PARTNER_PV_BENEFIT),
                             _ ("Gains"), plwu_label_pence (held->pv_benefit));
  plwu_explanation_add_link (text, make_partner_figure (programme, partner, PLW_PARTNER_PV_PAID),
                             _ ("Pays for programmes"), plwu_label_pence (held->pv_paid));
  plwu_explanation_add_link (text, make_partner_figure (programme, partner, PLW_PARTNER_PV_POSITION),
                             _ ("Position"), plwu_label_pence (held->pv_position));
}

PlwuExplanation *
plwu_prevention_explain_transfer (PlwuDocument *document, size_t programme, const PlwTransfer *transfer)
{
  const PlwResult *result = get_result (document, programme);

  if (result == NULL || transfer->from >= plw_result_n_partners (result)
      || transfer->to >= plw_result_n_partners (result))
    return NULL;

  PlwuExplanation *text =
      begin (document, result, programme, _ ("payment between partners"), plwu_label_pence (transfer->pence),
             _ ("With the payments listed nobody pays more than they gain, in present values; whoever gains "
                "most pays whoever loses most first."));

  tell_position (text, result, programme, transfer->from);
  tell_position (text, result, programme, transfer->to);
  return text;
}
