/* plwu-report-cover.c: the first pages of the committee report, and what it asks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-report-private.h"

#include "findings/plwu-labels.h"
#include "findings/plwu-result-figures.h"

#include <glib/gi18n.h>
#include <placewright/board.h>

static void
add_fact (PlwuPaperTable *table, const char *label, const char *text)
{
  plwu_paper_table_row (table, PLWU_ROW_BODY);
  plwu_paper_table_cell (table, label);
  plwu_paper_table_cell (table, text);
}

static void
add_trust (PlwuReport *report, PlwuPaperTable *table)
{
  g_autofree char *rows = plw_paper_trust (report->plan);

  add_fact (table, _ ("Rows of the plan, by standing"), rows);
  if (report->source->problems != NULL)
    {
      g_autofree char *warnings = g_strdup_printf ("%zu", plw_paper_n_warnings (report->source->problems));

      add_fact (table, _ ("Warnings"), warnings);
    }
}

static void
add_facts (PlwuReport *report)
{
  PlwuPaperTable *table = plwu_paper_table_new ("");
  g_autofree char *policy = g_strdup_printf ("%s: %s", report->policy, report->policy_words);
  g_autofree char *years =
      g_strdup_printf (_ ("%s to %s; base year %s"), plwu_report_year (report, 0),
                       plwu_report_last_year (report), plw_year_name (plw_plan_base_year (report->plan)));
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (report->when);
  g_autofree char *date = g_date_time_format (when, "%-d %B %Y, %H:%M UTC");

  plwu_paper_table_column (table, NULL, PLWU_COLUMN_TEXT, 1);
  plwu_paper_table_column (table, NULL, PLWU_COLUMN_TEXT, 3);
  add_fact (table, _ ("Area"), plw_plan_setting (report->plan, "area"));
  add_fact (table, _ ("Years"), years);
  add_fact (table, _ ("Scenario"), report->scenario);
  add_fact (table, _ ("Policy"), policy);
  if (report->other != NULL)
    {
      g_autofree char *name = plw_paper_policy_name (report->other);
      g_autofree char *words = plw_paper_policy_words (report->other);
      g_autofree char *other = g_strdup_printf ("%s: %s", name, words);

      add_fact (table, _ ("Set beside it"), other);
    }
  if (report->version != NULL)
    add_fact (table, _ ("Version"), report->version);
  add_fact (table, _ ("Made on"), date);
  add_fact (table, _ ("Made by"), "Placewright " PLW_VERSION);
  add_fact (table, _ ("Fingerprint of the figures"), report->fingerprint);
  add_trust (report, table);
  plwu_paper_add_table (report->paper, table);
}

static void
add_headlines (PlwuReport *report)
{
  g_autofree char *need = plw_pence_show_short (plwu_result_sum_years (report->result, PLW_SUM_NEED));
  g_autofree char *funded = plw_pence_show_short (plwu_result_sum_years (report->result, PLW_SUM_FUNDED));
  g_autofree char *gap = plw_pence_show_short (plwu_result_sum_years (report->result, PLW_SUM_SHORTFALL));
  const PlwuPaperTile tiles[] = {
    { need, _ ("is needed over all years") },
    { funded, _ ("reaches what needs it") },
    { gap, _ ("is short") },
  };

  plwu_paper_add_tiles (report->paper, tiles, G_N_ELEMENTS (tiles));
}

void
plwu_report_add_cover (PlwuReport *report)
{

  plwu_paper_add_space (report->paper, 90);
  plwu_paper_add_text (report->paper, PLWU_PAPER_TITLE, plwu_report_title (report));
  plwu_paper_add_text (report->paper, PLWU_PAPER_SUBTITLE, _ ("Placemaking budget: report to committee"));
  plwu_paper_add_space (report->paper, 26);
  add_headlines (report);
  plwu_paper_add_space (report->paper, 30);
  add_facts (report);
  plwu_report_say (report, PLWU_PAPER_SMALL,
                   report->unit == PLW_UNIT_THOUSANDS
                       ? _ ("Tables are in thousands of pounds (£k), rounded so that every row and column "
                            "adds up. A dash is nothing at all; a 0 is less than £500.")
                       : _ ("Tables are in whole pounds, rounded so that every row and column adds up. A "
                            "dash is nothing at all; a 0 is less than 50p."));
  if (g_strcmp0 (plw_result_policy (report->result), "today") != 0)
    plwu_report_say (report, PLWU_PAPER_BODY, "%s",
                     _ ("The policy shown is not lawful today. The figures say what would be so if its "
                        "ring-fences fell; they are not a budget that can be set."));
  plwu_paper_add_page_break (report->paper);
  plwu_paper_add_text (report->paper, PLWU_PAPER_SUBTITLE, _ ("Contents"));
  plwu_paper_add_contents (report->paper);
}

/* What is asked */

static char *
tell_tally (const PlwTally *tally)
{
  static const char *const open[] = {
    [PLW_VERDICT_AGREED] = N_ ("open; agreed as it stands"),
    [PLW_VERDICT_NOT_AGREED] = N_ ("open; not agreed as it stands"),
    [PLW_VERDICT_NO_QUORUM] = N_ ("open; no quorum yet"),
  };
  static const char *const closed[] = {
    [PLW_VERDICT_AGREED] = N_ ("agreed"),
    [PLW_VERDICT_NOT_AGREED] = N_ ("not agreed"),
    [PLW_VERDICT_NO_QUORUM] = N_ ("no quorum"),
  };

  return g_strdup (tally->is_closed ? _ (closed[tally->verdict]) : _ (open[tally->verdict]));
}

static void
add_decisions (PlwuReport *report)
{
  PlwuPaperTable *table = plwu_paper_table_new (_ ("Decisions and how they stand"));
  static const char *const heads[] = { N_ ("Decision"), N_ ("Proposal"), N_ ("Standing") };
  static const char *const figures[] = { N_ ("For"), N_ ("Against"), N_ ("Abstain"), N_ ("Not voted") };
  const PlwPlan *plan = report->plan;

  for (size_t i = 0; i < G_N_ELEMENTS (heads); i++)
    plwu_paper_table_column (table, _ (heads[i]), PLWU_COLUMN_TEXT, i == 1 ? 3 : 1.4);
  for (size_t i = 0; i < G_N_ELEMENTS (figures); i++)
    plwu_paper_table_column (table, _ (figures[i]), PLWU_COLUMN_FIGURE, 0);
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_DECISIONS); row++)
    {
      PlwTally tally = plw_board_tally (plan, row);
      g_autofree char *standing = tell_tally (&tally);
      const size_t counts[] = { tally.n_for, tally.n_against, tally.n_abstain, tally.n_missing };

      plwu_paper_table_row (table, PLWU_ROW_BODY);
      plwu_paper_table_cell (table, plw_plan_name (plan, PLW_TABLE_DECISIONS, row));
      plwu_paper_table_cell (table, plw_plan_text (plan, PLW_TABLE_DECISIONS, row, PLW_DECISIONS_PROPOSAL));
      plwu_paper_table_cell (table, standing);
      for (size_t i = 0; i < G_N_ELEMENTS (counts); i++)
        {
          g_autofree char *text = g_strdup_printf ("%zu", counts[i]);

          plwu_paper_table_cell (table, text);
        }
    }
  plwu_paper_add_table (report->paper, table);
}

void
plwu_report_add_asked (PlwuReport *report)
{
  g_autofree char *gap = plw_pence_show_short (plwu_result_sum_years (report->result, PLW_SUM_SHORTFALL));
  size_t n = plw_plan_n_rows (report->plan, PLW_TABLE_DECISIONS);

  plwu_paper_add_heading (report->paper, 1, _ ("What the committee is asked"));
  if (n > 0)
    plwu_report_say (
        report, PLWU_PAPER_LEAD,
        ngettext ("The board has %zu decision before it.", "The board has %zu decisions before it.", n), n);
  else
    plwu_report_say (report, PLWU_PAPER_LEAD, "%s",
                     _ ("The plan puts no decision to the board yet. The committee is asked to note:"));
  if (n == 0)
    {
      plwu_report_say (report, PLWU_PAPER_BULLET, _ ("what is needed in %s to %s and what money reaches it;"),
                       plwu_report_year (report, 0), plwu_report_last_year (report));
      plwu_report_say (report, PLWU_PAPER_BULLET, _ ("the shortfall of %s, where it falls and why;"), gap);
      plwu_report_say (report, PLWU_PAPER_BULLET, "%s",
                       _ ("the assumptions, warnings and sources that the figures rest on."));
    }
  add_decisions (report);
}
