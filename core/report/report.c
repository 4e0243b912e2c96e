/* report.c: the result tables of the contract.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `*` stands for the whole plan where a table has a row for it: no code can be that.
 */
#include "report/report-writer.h"

#include "engine/result-private.h"

#include <string.h>

static void
write_summary (PlwReport *report, const PlwResult *result)
{
  for (size_t s = 0; s < PLW_N_SUMS; s++)
    for (size_t t = 0; t < result->n_years; t++)
      {
        report->cells[0] = plw_sum_name ((PlwSum) s);
        report->cells[1] = plw_year_name (result->first_year + (int) t);
        plw_report_money (report, plw_result_sum (result, (PlwSum) s, t));
      }
}

static void
write_use (PlwReport *report, const PlwResult *result, const PlwUse *use)
{
  static const char *const measures[] = { "need", "funded", "shortfall", "share" };

  report->cells[0] = plw_use_kind_name (use->kind);
  report->cells[1] = use->code;
  report->cells[2] = plw_part_name (use->part);
  for (size_t m = 0; m < G_N_ELEMENTS (measures); m++)
    for (size_t t = 0; t < result->n_years; t++)
      {
        int64_t figures[] = { use->need[t], use->funded[t], use->need[t] - use->funded[t] };

        report->cells[3] = measures[m];
        report->cells[4] = plw_year_name (result->first_year + (int) t);
        if (m < G_N_ELEMENTS (figures))
          plw_report_money (report, figures[m]);
        else
          plw_report_share (report, use->funded[t], use->need[t]);
      }
}

static void
write_uses (PlwReport *report, const PlwResult *result)
{
  for (size_t u = 0; u < result->n_uses; u++)
    write_use (report, result, &result->uses[u]);
}

static void
write_pots (PlwReport *report, const PlwResult *result)
{
  static const char *const names[] = { "opening",  "received", "spent",    "moved_out",
                                       "moved_in", "lapsed",   "stranded", "closing" };

  for (size_t k = 0; k < result->n_pots; k++)
    {
      const PlwPotYears *pot = &result->pots[k];
      const int64_t *figures[] = { pot->opening,  pot->received, pot->spent,    pot->moved_out,
                                   pot->moved_in, pot->lapsed,   pot->stranded, pot->closing };

      report->cells[0] = pot->code;
      for (size_t m = 0; m < G_N_ELEMENTS (names); m++)
        for (size_t t = 0; t < result->n_years; t++)
          {
            report->cells[1] = names[m];
            report->cells[2] = plw_year_name (result->first_year + (int) t);
            plw_report_money (report, figures[m][t]);
          }
    }
}

static void
write_allocation (PlwReport *report, const PlwResult *result)
{
  for (guint i = 0; i < result->flows->len; i++)
    {
      const PlwFlow *flow = &g_array_index (result->flows, PlwFlow, i);
      const PlwUse *use = &result->uses[flow->use];

      report->cells[0] = result->pots[flow->pot].code;
      report->cells[1] = plw_use_kind_name (use->kind);
      report->cells[2] = use->code;
      report->cells[3] = plw_part_name (use->part);
      report->cells[4] = plw_year_name (result->first_year + (int) flow->year);
      plw_report_money (report, flow->pence);
    }
}

static const struct
{
  const char *name;
  void (*write) (PlwReport *report, const PlwResult *result);
  const char *columns[PLW_REPORT_COLUMNS_MOST + 1]; /* the last is the value */
} tables[PLW_N_RESULT_TABLES] = {
  [PLW_RESULT_SUMMARY] = { "summary", write_summary, { "measure", "year", "value" } },
  [PLW_RESULT_USES] = { "uses", write_uses, { "use_kind", "use_code", "part", "measure", "year", "value" } },
  [PLW_RESULT_POTS] = { "pots", write_pots, { "pot", "measure", "year", "value" } },
  [PLW_RESULT_ALLOCATION] = { "allocation",
                              write_allocation,
                              { "pot", "use_kind", "use_code", "part", "year", "value" } },
  [PLW_RESULT_BRIDGE] = { "bridge", plw_report_bridge, { "line", "measure", "year", "value" } },
  [PLW_RESULT_PROGRAMMES] = { "programmes",
                              plw_report_programmes,
                              { "programme", "measure", "year", "value" } },
  [PLW_RESULT_PARTNERS] = { "partners", plw_report_partners, { "partner", "measure", "year", "value" } },
  [PLW_RESULT_PROGRAMME_PARTNERS] = { "programme-partners",
                                      plw_report_programme_partners,
                                      { "programme", "partner", "measure", "year", "value" } },
  [PLW_RESULT_TRANSFERS] = { "transfers", plw_report_transfers, { "programme", "from", "to", "value" } },
  [PLW_RESULT_CAUSES] = { "causes",
                          plw_report_causes,
                          { "use_kind", "use_code", "part", "year", "pot", "standing", "rule", "value" } },
  [PLW_RESULT_FALSE_ECONOMY] = { "false-economy",
                                 plw_report_false_economy,
                                 { "source", "code", "line", "partner", "measure", "year", "value" } },
  [PLW_RESULT_SUSTAIN] = { "sustain", plw_report_sustain, { "measure", "year", "value" } },
};

bool
plw_result_find_table (const char *name, PlwResultTable *ret_table)
{
  for (size_t i = 0; i < PLW_N_RESULT_TABLES; i++)
    if (strcmp (tables[i].name, name) == 0)
      {
        *ret_table = (PlwResultTable) i;
        return true;
      }
  return false;
}

const char *
plw_result_table_name (PlwResultTable table)
{
  g_return_val_if_fail ((unsigned) table < PLW_N_RESULT_TABLES, "");

  return tables[table].name;
}

char *
plw_result_to_text (const PlwResult *result, PlwResultTable table, PlwFormat format)
{
  PlwReport report;

  g_return_val_if_fail (result != NULL && (unsigned) table < PLW_N_RESULT_TABLES, NULL);

  plw_report_begin (&report, tables[table].columns, format);
  tables[table].write (&report, result);
  return plw_report_end (&report);
}
