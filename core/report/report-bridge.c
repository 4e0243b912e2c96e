/* report-bridge.c: the bridge of every line and of the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As in section 9 of the model: opening + price + demand + pressures + growth -
 * savings - income - prevention + spillover + financing + floor + other = closing.
 */
#include "report/report-writer.h"

#include "engine/result-private.h"

static bool
is_taken_off (int part)
{
  return part == PLW_BRIDGE_SAVINGS || part == PLW_BRIDGE_INCOME || part == PLW_BRIDGE_PREVENTION;
}

static void
write_bridge (PlwReport *report, const PlwResult *result, size_t use)
{
  report->cells[0] = use == SIZE_MAX ? "*" : result->uses[use].code;
  for (int part = 0; part < PLW_N_BRIDGE_PARTS; part++)
    {
      report->cells[1] = plw_bridge_part_name ((PlwBridgePart) part);
      for (size_t t = 0; t < result->n_years; t++)
        {
          int64_t pence = plw_result_bridge (result, use, (PlwBridgePart) part, t);

          report->cells[2] = plw_year_name (result->first_year + (int) t);
          plw_report_money (report,
                            plw_report_figure (PLW_FIGURE_BRIDGE, use == SIZE_MAX ? PLW_FIGURE_PLAN : use,
                                               (size_t) part, t),
                            is_taken_off (part) ? -pence : pence);
        }
    }
}

void
plw_report_bridge (PlwReport *report, const PlwResult *result)
{
  for (size_t u = 0; u < result->n_uses; u++)
    if (result->uses[u].kind == PLW_USE_LINE)
      write_bridge (report, result, u);
  write_bridge (report, result, SIZE_MAX);
}

static bool
is_same (const PlwResult *from, const PlwResult *to, size_t use)
{
  for (int part = PLW_BRIDGE_PRICE; part < PLW_BRIDGE_CLOSING; part++)
    for (size_t t = 0; t < from->n_years; t++)
      if (plw_results_bridge (from, to, use, (PlwBridgePart) part, t) != 0)
        return false;
  return true;
}

static void
write_difference (PlwReport *report, const PlwResult *from, const PlwResult *to, size_t use)
{
  report->cells[2] = use == SIZE_MAX ? "*" : from->uses[use].code;
  for (int part = 0; part < PLW_N_BRIDGE_PARTS; part++)
    for (size_t t = 0; t < from->n_years; t++)
      {
        int64_t pence = plw_results_bridge (from, to, use, (PlwBridgePart) part, t);

        report->cells[3] = plw_bridge_part_name ((PlwBridgePart) part);
        report->cells[4] = plw_year_name (from->first_year + (int) t);
        /* Two results: each has its own explanation. */
        plw_report_money (report, PLW_NO_FIGURE, is_taken_off (part) ? -pence : pence);
      }
}

char *
plw_results_bridge_to_text (const PlwResult *from, const PlwResult *const *to, size_t n_to, PlwFormat format)
{
  static const char *const columns[] = { "scenario", "policy", "line", "measure", "year", "value", NULL };
  PlwReport report;

  g_return_val_if_fail (from != NULL, NULL);

  plw_report_begin (&report, columns, format);
  for (size_t i = 0; i < n_to; i++)
    {
      report.cells[0] = to[i]->study->scenario;
      report.cells[1] = to[i]->policy;
      for (size_t u = 0; u < from->n_uses; u++)
        if (from->uses[u].kind == PLW_USE_LINE && !is_same (from, to[i], u))
          write_difference (&report, from, to[i], u);
      write_difference (&report, from, to[i], SIZE_MAX);
    }
  return plw_report_end (&report);
}
