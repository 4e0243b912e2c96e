/* plwu-report-scenarios.c: scenarios beside each other, and what to know before relying on the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-report-private.h"

#include "findings/plwu-check-groups.h"
#include "findings/plwu-labels.h"
#include "findings/plwu-result-figures.h"

#include <glib/gi18n.h>
#include <placewright/sustain.h>

#define PLACES_PER_ROW 16 /* of one kind of warning */

/* Scenarios */

static void
tell_scenarios (PlwuReport *report)
{
  const PlwPaper *source = report->source;
  size_t best = 0;
  size_t worst = 0;

  for (size_t i = 1; i < source->n_scenarios; i++)
    {
      gint64 gap = plwu_result_sum_years (source->scenarios[i], PLW_SUM_SHORTFALL);

      if (gap < plwu_result_sum_years (source->scenarios[best], PLW_SUM_SHORTFALL))
        best = i;
      if (gap > plwu_result_sum_years (source->scenarios[worst], PLW_SUM_SHORTFALL))
        worst = i;
    }

  g_autofree char *best_name = plw_paper_scenario_name (source->scenarios[best]);
  g_autofree char *worst_name = plw_paper_scenario_name (source->scenarios[worst]);
  g_autofree char *least =
      plw_pence_show_short (plwu_result_sum_years (source->scenarios[best], PLW_SUM_SHORTFALL));
  g_autofree char *most =
      plw_pence_show_short (plwu_result_sum_years (source->scenarios[worst], PLW_SUM_SHORTFALL));

  plwu_report_say (report, PLWU_PAPER_LEAD,
                   _ ("Over the plan %s is short at worst (%s) and %s at best (%s)."), most, worst_name,
                   least, best_name);
}

/* What a scenario is about, below its name in the table. */
static void
add_descriptions (PlwuReport *report)
{
  for (size_t row = 0; row < plw_plan_n_rows (report->plan, PLW_TABLE_SCENARIOS); row++)
    {
      const char *text = plw_plan_text (report->plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_DESCRIPTION);

      if (text[0] != '\0')
        plwu_report_say (report, PLWU_PAPER_BULLET, "%s: %s",
                         plw_plan_name (report->plan, PLW_TABLE_SCENARIOS, row), text);
    }
}

void
plwu_report_add_scenarios (PlwuReport *report)
{
  const PlwPaper *source = report->source;
  const char *const heads[] = { _ ("Scenario"), NULL };
  PlwuYears *years;

  if (source->n_scenarios < 2)
    return;
  plwu_paper_add_heading (report->paper, 1, _ ("Scenarios compared"));
  tell_scenarios (report);
  add_descriptions (report);
  years = plwu_years_new (report, _ ("Shortfall by scenario"), heads, FALSE);
  for (size_t i = 0; i < source->n_scenarios; i++)
    {
      g_autofree char *name = plw_paper_scenario_name (source->scenarios[i]);
      gboolean is_ours =
          g_strcmp0 (plw_result_scenario (source->scenarios[i]), plw_result_scenario (report->result)) == 0;
      g_autofree gint64 *gaps = plwu_report_sums (source->scenarios[i], PLW_SUM_SHORTFALL);

      for (size_t t = 0; t < report->n_years && is_ours; t++)
        gaps[t] = report->shortfall[t] * report->step;
      plwu_years_row (years, name, 0, gaps);
    }
  plwu_years_finish (years);
}

/* Risks and warnings */

static void
tell_sustain (PlwuReport *report)
{
  size_t last = report->n_years - 1;
  gint64 first_gap = plw_result_sustain (report->result, PLW_SUSTAIN_STRUCTURAL_GAP, 0);
  gint64 last_gap = plw_result_sustain (report->result, PLW_SUSTAIN_STRUCTURAL_GAP, last);
  g_autofree char *from = plw_pence_show_short (first_gap);
  g_autofree char *to = plw_pence_show_short (last_gap);

  if (first_gap <= 0 && last_gap <= 0)
    plwu_paper_add_text (report->paper, PLWU_PAPER_BODY,
                         _ ("Money that comes every year covers the needs that go on every year."));
  else if (last_gap > 0)
    plwu_report_say (report, PLWU_PAPER_BODY,
                     _ ("Needs that go on every year exceed money that comes every year by %s in %s."), to,
                     plwu_report_last_year (report));
  else
    plwu_report_say (report, PLWU_PAPER_BODY,
                     _ ("Needs that go on every year exceed money that comes every year by %s in %s, and no "
                        "longer in %s."),
                     from, plwu_report_year (report, 0), plwu_report_last_year (report));
}

static void
append_place (GString *text, const PlwuReport *report, const PlwProblem *problem)
{
  PlwTableId table;
  size_t row;

  if (problem->key == NULL)
    g_string_append (text, problem->column != NULL ? problem->column : _ ("the plan"));
  else if (problem->table != NULL && plw_schema_find_table (problem->table, &table)
           && plw_plan_find_key (report->plan, table, problem->key, &row))
    {
      g_autofree char *name = plwu_label_row (report->plan, table, row);

      g_string_append (text, name);
    }
  else
    g_string_append (text, problem->key);
}

/* The places of one kind, each once. */
static GPtrArray *
list_places (const PlwuReport *report, const PlwuCheckGroup *group)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *places = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < group->members->len; i++)
    {
      g_autoptr (GString) place = g_string_new (NULL);
      char *text;

      append_place (place, report,
                    plw_problems_get (report->source->problems, g_array_index (group->members, size_t, i)));
      if (g_hash_table_contains (seen, place->str))
        continue;
      text = g_strdup (place->str);
      g_hash_table_add (seen, text);
      g_ptr_array_add (places, text);
    }
  return places;
}

/* Many places take several rows, so that they carry over pages. */
static void
add_warning (PlwuReport *report, PlwuPaperTable *table, const PlwuCheckGroup *group)
{
  g_autoptr (GPtrArray) places = list_places (report, group);
  g_autofree char *number = g_strdup_printf ("%u", places->len);
  guint n_rows = (places->len + PLACES_PER_ROW - 1) / PLACES_PER_ROW;
  guint per_row = (places->len + n_rows - 1) / n_rows;

  for (guint first = 0; first < places->len; first += per_row)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = first; i < MIN (first + per_row, places->len); i++)
        g_string_append_printf (text, "%s%s", i > first ? "; " : "",
                                (const char *) g_ptr_array_index (places, i));
      plwu_paper_table_row (table, PLWU_ROW_BODY);
      plwu_paper_table_cell (table, first == 0 ? group->title : "");
      plwu_paper_table_cell (table, first == 0 ? number : "");
      plwu_paper_table_cell (table, text->str);
      plwu_paper_table_cell (table, first == 0 ? group->remedy : "");
    }
}

static void
add_warnings (PlwuReport *report)
{
  g_autoptr (GPtrArray) groups = plwu_check_groups_new (report->source->problems);
  PlwuPaperTable *table = plwu_paper_table_new (_ ("Warnings, those of one kind together"));

  plwu_paper_table_column (table, _ ("Warning"), PLWU_COLUMN_TEXT, 1.5);
  plwu_paper_table_column (table, _ ("Places"), PLWU_COLUMN_FIGURE, 0);
  plwu_paper_table_column (table, _ ("Where"), PLWU_COLUMN_TEXT, 3);
  plwu_paper_table_column (table, _ ("What would be right"), PLWU_COLUMN_TEXT, 1.5);
  for (guint i = 0; i < groups->len; i++)
    add_warning (report, table, g_ptr_array_index (groups, i));
  plwu_paper_add_table (report->paper, table);
}

void
plwu_report_add_checks (PlwuReport *report)
{
  const PlwProblems *problems = report->source->problems;
  size_t n = problems != NULL ? plw_problems_size (problems) : 0;

  plwu_paper_add_heading (report->paper, 1, _ ("Risks and warnings"));
  if (problems != NULL && n == 0)
    plwu_paper_add_text (report->paper, PLWU_PAPER_LEAD, _ ("The plan has no warnings"));
  else if (n > 0)
    plwu_report_say (
        report, PLWU_PAPER_LEAD,
        ngettext ("%zu warning goes with these figures.", "%zu warnings go with these figures.", n), n);
  tell_sustain (report);
  if (n > 0)
    add_warnings (report);
}
