/* report-sustain.c: structural gap, prudential ratio and false economies.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/report-writer.h"

#include "engine/result-private.h"

#include <placewright/sustain.h>

void
plw_report_sustain (PlwReport *report, const PlwResult *result)
{
  for (int figure = 0; figure < PLW_N_SUSTAIN_FIGURES; figure++)
    for (size_t t = 0; t < result->n_years; t++)
      {
        report->cells[0] = plw_sustain_name ((PlwSustainFigure) figure);
        report->cells[1] = plw_year_name (result->first_year + (int) t);
        plw_report_money (report, plw_report_figure (PLW_FIGURE_SUSTAIN, (size_t) figure, 0, t),
                          plw_result_sustain (result, (PlwSustainFigure) figure, t));
      }
  for (size_t t = 0; t < result->n_years; t++)
    {
      report->cells[0] = "financing_ratio";
      report->cells[1] = plw_year_name (result->first_year + (int) t);
      plw_report_number (report, plw_report_figure (PLW_FIGURE_FINANCING_RATIO, 0, 0, t),
                         plw_result_financing_ratio (result, t), 6);
    }
}

static void
write_years (PlwReport *report,
             const PlwResult *result,
             const PlwUse *use,
             const char *measure,
             PlwFigure figure,
             const int64_t *pence)
{
  report->cells[2] = use->code;
  report->cells[3] = use->partner;
  report->cells[4] = measure;
  for (size_t t = 0; t < result->n_years; t++)
    {
      report->cells[5] = plw_year_name (result->first_year + (int) t);
      figure.year = (uint32_t) t;
      plw_report_money (report, figure, pence[t]);
    }
}

void
plw_report_false_economy (PlwReport *report, const PlwResult *result)
{
  g_autoptr (GPtrArray) economies = plw_result_false_economies (result);

  for (guint i = 0; i < economies->len; i++)
    {
      const PlwFalseEconomy *economy = g_ptr_array_index (economies, i);
      const PlwUse *use = &result->uses[economy->use];
      bool is_saving = economy->change != SIZE_MAX;
      size_t source = is_saving ? PLW_FIGURE_SAVINGS + economy->change : economy->use;

      report->cells[0] = is_saving ? "saving" : "shortfall";
      report->cells[1] =
          is_saving ? plw_plan_text (result->plan, PLW_TABLE_CHANGES, economy->change, PLW_CHANGES_CODE)
                    : use->code;
      write_years (report, result, use, "gross",
                   plw_report_figure (PLW_FIGURE_FORGONE, source, PLW_FORGONE_GROSS, 0), economy->gross);
      for (size_t k = 0; k < economy->n_knock_ons; k++)
        write_years (report, result, &result->uses[economy->knock_ons[k].use], "knock_on",
                     plw_report_figure (PLW_FIGURE_FOLLOW_ON, source, economy->knock_ons[k].use, 0),
                     economy->knock_ons[k].cost);
      write_years (report, result, use, "net",
                   plw_report_figure (PLW_FIGURE_FORGONE, source, PLW_FORGONE_NET, 0), economy->net);
    }
}
