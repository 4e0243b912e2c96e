/* report-rules.c: causes of shortfalls, what rules cost, and the freedoms ladder.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/report-writer.h"

#include "engine/fragmentation.h"
#include "engine/result-private.h"

#include <placewright/explain.h>

#include <string.h>

static void
write_causes (PlwReport *report, const PlwResult *result, size_t use, size_t t)
{
  g_autoptr (GArray) causes = plw_explain_causes (result, use, t);

  for (guint i = 0; i < causes->len; i++)
    {
      const PlwCause *cause = &g_array_index (causes, PlwCause, i);

      report->cells[4] = cause->pot == SIZE_MAX ? "" : result->pots[cause->pot].code;
      report->cells[5] = cause->is_exhausted ? "exhausted" : "barred";
      report->cells[6] = cause->rule;
      plw_report_money (report, cause->figure, cause->left);
    }
}

void
plw_report_causes (PlwReport *report, const PlwResult *result)
{
  for (size_t u = 0; u < result->n_uses; u++)
    for (size_t t = 0; t < result->n_years; t++)
      {
        const PlwUse *use = &result->uses[u];

        report->cells[0] = plw_use_kind_name (use->kind);
        report->cells[1] = use->code;
        report->cells[2] = plw_part_name (use->part);
        report->cells[3] = plw_year_name (result->first_year + (int) t);
        write_causes (report, result, u, t);
      }
}

/* What a table says of a set of uses: all, a partner's, or one. */
typedef struct
{
  const PlwFragmentation *fragmentation;
  const char *partner;
  size_t use;  /* SIZE_MAX: all, or the partner's */
  size_t name; /* as figures name it */
} Scope;

typedef int64_t (*GetFigure) (const PlwFragmentation *fragmentation, PlwRule rule, size_t use, size_t year);

static int64_t
sum_scope (const Scope *scope, GetFigure get, PlwRule rule, size_t year)
{
  const PlwStudy *study = scope->fragmentation->study;
  int64_t sum = 0;

  if (scope->partner == NULL)
    return get (scope->fragmentation, rule, scope->use, year);
  for (size_t u = 0; u < study->model->n_uses; u++)
    if (strcmp (study->uses[u].partner, scope->partner) == 0)
      sum += get (scope->fragmentation, rule, u, year);
  return sum;
}

static int64_t
get_cost (const PlwFragmentation *fragmentation, PlwRule rule, size_t use, size_t year)
{
  return plw_fragmentation_cost (fragmentation, use, year);
}

static int64_t
get_all_rules (const PlwFragmentation *fragmentation, PlwRule rule, size_t use, size_t year)
{
  return plw_fragmentation_all_rules (fragmentation, use, year);
}

static void
write_figure (PlwReport *report,
              const Scope *scope,
              const char *measure,
              PlwFigure figure,
              GetFigure get,
              int rule)
{
  const PlwModel *model = scope->fragmentation->study->model;

  report->cells[3] = measure;
  report->cells[4] = rule < 0 ? "" : plw_rule_name ((PlwRule) rule);
  for (size_t t = 0; t < model->n_years; t++)
    {
      report->cells[5] = plw_year_name (model->first_year + (int) t);
      figure.a = (uint32_t) scope->name;
      figure.year = (uint32_t) t;
      plw_report_money (report, figure, sum_scope (scope, get, (PlwRule) MAX (rule, 0), t));
    }
}

static void
write_scope (PlwReport *report, const Scope *scope)
{
  write_figure (report, scope, "cost", plw_report_figure (PLW_FIGURE_GAIN, 0, PLW_FIGURE_FENCES, 0), get_cost,
                -1);
  for (int rule = PLW_RULE_KIND; rule <= PLW_RULE_RINGFENCE; rule++)
    write_figure (report, scope, "part_of_cost",
                  plw_report_figure (PLW_FIGURE_RULE, 0, PLW_FIGURE_POOLING + (size_t) rule, 0),
                  plw_fragmentation_pooling_part, rule);
  write_figure (report, scope, "all_rules", plw_report_figure (PLW_FIGURE_GAIN, 0, PLW_FIGURE_ALL_RULES, 0),
                get_all_rules, -1);
  for (int rule = 0; rule < PLW_N_RULES; rule++)
    write_figure (report, scope, "part_of_all_rules",
                  plw_report_figure (PLW_FIGURE_RULE, 0, (size_t) rule, 0), plw_fragmentation_part, rule);
}

/* Parts may be there where they come to nothing together. */
static bool
has_figures (const PlwFragmentation *fragmentation, size_t use, size_t t)
{
  bool is_any = plw_fragmentation_cost (fragmentation, use, t) != 0
                || plw_fragmentation_pooling_part (fragmentation, PLW_RULE_KIND, use, t) != 0;

  for (int rule = 0; rule < PLW_N_RULES; rule++)
    is_any = is_any || plw_fragmentation_part (fragmentation, (PlwRule) rule, use, t) != 0;
  return is_any;
}

static void
write_use_scopes (PlwReport *report, const PlwFragmentation *fragmentation)
{
  const PlwStudy *study = fragmentation->study;

  for (size_t u = 0; u < study->model->n_uses; u++)
    {
      const PlwUse *use = &study->uses[u];
      Scope scope = { fragmentation, NULL, u, u };
      bool is_any = false;

      for (size_t t = 0; t < study->model->n_years; t++)
        is_any = is_any || has_figures (fragmentation, u, t);
      report->cells[0] = plw_use_kind_name (use->kind);
      report->cells[1] = use->code;
      report->cells[2] = plw_part_name (use->part);
      if (is_any)
        write_scope (report, &scope);
    }
}

const char *const plw_fragmentation_columns[] = { "use_kind", "use_code", "part",  "measure",
                                                  "rule",     "year",     "value", NULL };

void
plw_report_fragmentation (PlwReport *report, const PlwFragmentation *fragmentation)
{
  const PlwPlan *plan = fragmentation->study->plan;

  report->cells[0] = "plan";
  report->cells[1] = "*";
  write_scope (report, &(Scope){ fragmentation, NULL, SIZE_MAX, PLW_FIGURE_PLAN });
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_PARTNERS); row++)
    {
      Scope scope = { fragmentation, plw_plan_text (plan, PLW_TABLE_PARTNERS, row, PLW_PARTNERS_CODE),
                      SIZE_MAX, PLW_FIGURE_OF_PARTNER + row };

      report->cells[0] = "partner";
      report->cells[1] = scope.partner;
      report->cells[2] = "";
      write_scope (report, &scope);
    }
  write_use_scopes (report, fragmentation);
}

char *
plw_fragmentation_to_text (const PlwFragmentation *fragmentation, PlwFormat format)
{
  PlwReport report;

  g_return_val_if_fail (fragmentation != NULL, NULL);

  plw_report_begin (&report, plw_fragmentation_columns, format);
  plw_report_fragmentation (&report, fragmentation);
  return plw_report_end (&report);
}

const char *const plw_freedoms_columns[] = { "rank", "pot", "rule", "value", NULL };

void
plw_report_freedoms (PlwReport *report, const PlwFragmentation *fragmentation)
{
  for (size_t i = 0; i < plw_fragmentation_n_rungs (fragmentation); i++)
    {
      const PlwRung *rung = plw_fragmentation_rung (fragmentation, i);
      g_autofree char *rank = g_strdup_printf ("%zu", i + 1);

      report->cells[0] = rank;
      report->cells[1] = fragmentation->study->pots[rung->pot].code;
      report->cells[2] = plw_rule_name (rung->rule);
      plw_report_money (report,
                        plw_report_figure (PLW_FIGURE_RUNG, rung->pot, rung->rule, PLW_FIGURE_ALL_YEARS),
                        rung->removed);
    }
}

char *
plw_freedoms_to_text (const PlwFragmentation *fragmentation, PlwFormat format)
{
  PlwReport report;

  g_return_val_if_fail (fragmentation != NULL, NULL);

  plw_report_begin (&report, plw_freedoms_columns, format);
  plw_report_freedoms (&report, fragmentation);
  return plw_report_end (&report);
}
