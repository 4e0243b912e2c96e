/* report-bridge.c: the bridge of every line and of the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As in section 9 of the model: opening + price + demand + pressures + growth -
 * savings - income - prevention + spillover + financing + floor + other = closing.
 */
#include "report/report-writer.h"

#include "engine/result-private.h"

static void
write_bridge (PlwReport *report, const PlwResult *result, size_t use)
{
  report->cells[0] = use == SIZE_MAX ? "*" : result->uses[use].code;
  for (int part = 0; part < PLW_N_BRIDGE_PARTS; part++)
    {
      bool is_taken_off =
          part == PLW_BRIDGE_SAVINGS || part == PLW_BRIDGE_INCOME || part == PLW_BRIDGE_PREVENTION;

      report->cells[1] = plw_bridge_part_name ((PlwBridgePart) part);
      for (size_t t = 0; t < result->n_years; t++)
        {
          int64_t pence = plw_result_bridge (result, use, (PlwBridgePart) part, t);

          report->cells[2] = plw_year_name (result->first_year + (int) t);
          plw_report_money (report, is_taken_off ? -pence : pence);
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
