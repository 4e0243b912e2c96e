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
        plw_report_money (report, plw_report_figure (PLW_FIGURE_SUM, s, 0, t),
                          plw_result_sum (result, (PlwSum) s, t));
      }
}

static void
write_use (PlwReport *report, const PlwResult *result, size_t u)
{
  static const char *const measures[] = { "need", "funded", "shortfall", "share" };
  static const PlwFigureKind kinds[] = { PLW_FIGURE_NEED, PLW_FIGURE_FUNDED, PLW_FIGURE_SHORTFALL,
                                         PLW_FIGURE_SHARE };
  const PlwUse *use = &result->uses[u];

  report->cells[0] = plw_use_kind_name (use->kind);
  report->cells[1] = use->code;
  report->cells[2] = plw_part_name (use->part);
  for (size_t m = 0; m < G_N_ELEMENTS (measures); m++)
    for (size_t t = 0; t < result->n_years; t++)
      {
        int64_t figures[] = { use->need[t], use->funded[t], use->need[t] - use->funded[t] };
        PlwFigure figure = plw_report_figure (kinds[m], u, 0, t);

        report->cells[3] = measures[m];
        report->cells[4] = plw_year_name (result->first_year + (int) t);
        if (m < G_N_ELEMENTS (figures))
          plw_report_money (report, figure, figures[m]);
        else
          plw_report_share (report, figure, use->funded[t], use->need[t]);
      }
}

static void
write_uses (PlwReport *report, const PlwResult *result)
{
  for (size_t u = 0; u < result->n_uses; u++)
    write_use (report, result, u);
}

static void
write_pots (PlwReport *report, const PlwResult *result)
{
  static const char *const names[] = { "opening",  "received", "spent",    "moved_out",
                                       "moved_in", "lapsed",   "stranded", "closing" };
  static const PlwPotMeasure measures[] = { PLW_POT_OPENING,   PLW_POT_RECEIVED, PLW_POT_SPENT,
                                            PLW_POT_MOVED_OUT, PLW_POT_MOVED_IN, PLW_POT_LAPSED,
                                            PLW_POT_STRANDED,  PLW_POT_CLOSING };

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
            plw_report_money (report, plw_report_figure (PLW_FIGURE_POT, k, measures[m], t), figures[m][t]);
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
      plw_report_money (report, plw_report_figure (PLW_FIGURE_FLOW, flow->pot, flow->use, flow->year),
                        flow->pence);
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

/* Returns false where there is no such table. */
static bool
write_rows (const PlwResult *result, const char *table, PlwReport *report, PlwRowFunc func, void *data)
{
  bool is_freedoms = strcmp (table, "freedoms") == 0;
  PlwResultTable found;

  if (plw_result_find_table (table, &found))
    {
      plw_report_begin_rows (report, tables[found].columns, func, data);
      tables[found].write (report, result);
      return true;
    }
  if (!is_freedoms && strcmp (table, "fragmentation") != 0)
    return false;

  g_autoptr (PlwFragmentation) rules = plw_study_fragmentation (result->study, NULL, NULL, NULL);

  plw_report_begin_rows (report, is_freedoms ? plw_freedoms_columns : plw_fragmentation_columns, func, data);
  if (is_freedoms)
    plw_report_freedoms (report, rules);
  else
    plw_report_fragmentation (report, rules);
  return true;
}

bool
plw_explain_rows (const PlwResult *result, const char *table, PlwRowFunc func, void *data)
{
  g_return_val_if_fail (result != NULL && table != NULL && func != NULL, false);

  PlwReport report;
  bool is_table = write_rows (result, table, &report, func, data);

  if (is_table)
    g_free (plw_report_end (&report));
  return is_table;
}

typedef struct
{
  const char *const *cells;
  PlwFigure *figure;
  bool is_found;
} Search;

static void
look_at_row (const char *const *cells, size_t n_cells, PlwFigure figure, const char *value, void *data)
{
  Search *search = data;
  size_t i = 0;

  while (i < n_cells && search->cells[i] != NULL
         && strcmp (cells[i] != NULL ? cells[i] : "", search->cells[i]) == 0)
    i++;
  if (search->is_found || i < n_cells || search->cells[i] != NULL || figure.kind == PLW_N_FIGURE_KINDS)
    return;
  *search->figure = figure;
  search->is_found = true;
}

bool
plw_explain_find (const PlwResult *result, const char *table, const char *const *cells, PlwFigure *ret_figure)
{
  g_return_val_if_fail (cells != NULL && ret_figure != NULL, false);

  Search search = { cells, ret_figure, false };

  return plw_explain_rows (result, table, look_at_row, &search) && search.is_found;
}
