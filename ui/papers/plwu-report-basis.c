/* plwu-report-basis.c: what the figures rest on: assumptions, sources, method, changes and words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-report-private.h"

#include "findings/plwu-labels.h"
#include "findings/plwu-words.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#define YEARS_MOST 10
#define LOG_MOST 60

/* Assumptions */

static const char *
name_standing (const PlwPlan *plan, size_t row)
{
  switch (plw_plan_number (plan, PLW_TABLE_DRIVERS, row, PLW_DRIVERS_STANDING))
    {
    case PLW_STANDING_PUBLISHED:
      return _ ("published");
    case PLW_STANDING_DERIVED:
      return _ ("derived");
    case PLW_STANDING_ASSUMED:
      return _ ("assumed");
    default:
      return "–";
    }
}

static void
add_driver (PlwuReport *report, PlwuPaperTable *table, size_t row, size_t first, size_t last)
{
  const PlwPlan *plan = report->plan;

  plwu_paper_table_row (table, PLWU_ROW_BODY);
  plwu_paper_table_cell (table, plw_plan_name (plan, PLW_TABLE_DRIVERS, row));
  plwu_paper_table_cell (table, name_standing (plan, row));
  plwu_paper_table_cell (table,
                         plwu_label_ref (plan, PLW_TABLE_SOURCES,
                                         plw_plan_text (plan, PLW_TABLE_DRIVERS, row, PLW_DRIVERS_SOURCE)));
  for (size_t t = first; t < last; t++)
    {
      g_autofree char *rate = plw_decimal_to_text (plw_plan_number (
          plan, PLW_TABLE_DRIVERS, row,
          plw_plan_year_column (plan, PLW_TABLE_DRIVERS, plw_result_year (report->result, t))));

      plwu_paper_table_cell (table, rate);
    }
}

static void
add_drivers (PlwuReport *report)
{
  for (size_t first = 0; first < report->n_years; first += YEARS_MOST)
    {
      size_t last = MIN (first + YEARS_MOST, report->n_years);
      PlwuPaperTable *table = plwu_paper_table_new (_ ("Assumptions, percent a year"));

      plwu_paper_table_column (table, _ ("Assumption"), PLWU_COLUMN_TEXT, 1.6);
      plwu_paper_table_column (table, _ ("Standing"), PLWU_COLUMN_TEXT, 1);
      plwu_paper_table_column (table, _ ("Source"), PLWU_COLUMN_TEXT, 1.6);
      for (size_t t = first; t < last; t++)
        plwu_paper_table_column (table, plwu_report_year (report, t), PLWU_COLUMN_FIGURE, 0);
      for (size_t row = 0; row < plw_plan_n_rows (report->plan, PLW_TABLE_DRIVERS); row++)
        add_driver (report, table, row, first, last);
      plwu_paper_add_table (report->paper, table);
    }
}

static void
add_sources (PlwuReport *report)
{
  static const int columns[] = { PLW_SOURCES_NAME, PLW_SOURCES_PUBLISHER, PLW_SOURCES_PUBLISHED,
                                 PLW_SOURCES_LICENCE, PLW_SOURCES_TRUST };
  PlwuPaperTable *table = plwu_paper_table_new (_ ("Sources of the plan's figures"));
  const PlwPlan *plan = report->plan;

  for (size_t i = 0; i < G_N_ELEMENTS (columns); i++)
    plwu_paper_table_column (table, plwu_label_column (plan, PLW_TABLE_SOURCES, (size_t) columns[i]),
                             PLWU_COLUMN_TEXT, i < 2 ? 2 : 1);
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_SOURCES); row++)
    {
      plwu_paper_table_row (table, PLWU_ROW_BODY);
      for (size_t i = 0; i < G_N_ELEMENTS (columns); i++)
        plwu_paper_table_cell (table, plw_plan_text (plan, PLW_TABLE_SOURCES, row, (size_t) columns[i]));
    }
  plwu_paper_add_table (report->paper, table);
}

/* What the scenario changes. */
static void
add_overrides (PlwuReport *report)
{
  PlwuPaperTable *table = plwu_paper_table_new (_ ("What this scenario changes"));
  const PlwPlan *plan = report->plan;
  const char *scenario = plw_result_scenario (report->result);

  static const int columns[] = { PLW_OVERRIDES_TABLE, PLW_OVERRIDES_CODE, PLW_OVERRIDES_FIELD,
                                 PLW_OVERRIDES_YEAR,  PLW_OVERRIDES_OP,   PLW_OVERRIDES_VALUE,
                                 PLW_OVERRIDES_REASON };

  for (size_t i = 0; i < G_N_ELEMENTS (columns); i++)
    plwu_paper_table_column (table, plwu_label_column (plan, PLW_TABLE_OVERRIDES, (size_t) columns[i]),
                             PLWU_COLUMN_TEXT, i + 1 == G_N_ELEMENTS (columns) ? 3 : 1);
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_OVERRIDES); row++)
    {
      if (g_strcmp0 (plw_plan_text (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_SCENARIO), scenario) != 0)
        continue;
      plwu_paper_table_row (table, PLWU_ROW_BODY);
      for (size_t i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          g_autofree char *text = plw_plan_cell_to_text (plan, PLW_TABLE_OVERRIDES, row, (size_t) columns[i]);

          plwu_paper_table_cell (table, text);
        }
    }
  plwu_paper_add_table (report->paper, table);
}

void
plwu_report_add_assumptions (PlwuReport *report)
{
  size_t n_drivers = plw_plan_n_rows (report->plan, PLW_TABLE_DRIVERS);

  if (n_drivers + plw_plan_n_rows (report->plan, PLW_TABLE_SOURCES) == 0)
    return;
  plwu_paper_add_heading (report->paper, 1, _ ("Assumptions and sources"));
  plwu_paper_add_text (
      report->paper, PLWU_PAPER_LEAD,
      _ ("Each figure is published, derived from published figures, or assumed. Assumed figures are "
         "judgements."));
  if (n_drivers > 0)
    add_drivers (report);
  add_overrides (report);
  add_sources (report);
}

/* Method */

void
plwu_report_add_method (PlwuReport *report)
{
  static const char *const notes[] = {
    N_ ("Need is each service's base budget at the prices and volumes of the year, with pressures, growth, "
        "savings and "
        "income, less what prevention saves. It is rounded to the penny once."),
    N_ ("Money is shared out year by year: first capital financing and what the law obliges to be provided, "
        "then by "
        "priority. Within a priority the funded shares are raised together, so that nobody is short while "
        "another "
        "could be brought down to the same share."),
    N_ ("A pot pays only for what its kind, its ring-fence, its share cap and its yearly limit allow. Among "
        "equal "
        "choices the money that lapses soonest is used first."),
    N_ ("A shortfall is a need less what reached it. Stranded money was left in a pot at the end of a year "
        "in which "
        "some need went short."),
    N_ ("Money borrowed costs interest and minimum revenue provision from the next year on."),
    N_ ("Prevention is corrected for optimism by the grade of its evidence, and saves only as far as it is "
        "funded."),
    N_ ("Tables are rounded so that every row and column adds up; a figure may differ from its exact amount "
        "by one in "
        "its last place."),
  };

  plwu_paper_add_heading (report->paper, 1, _ ("How it is worked out"));
  for (size_t i = 0; i < G_N_ELEMENTS (notes); i++)
    plwu_paper_add_text (report->paper, PLWU_PAPER_BULLET, _ (notes[i]));
}

/* Changes since the last version */

static void
add_entry (PlwuPaperTable *table, const PlwEntry *entry)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (entry->when);
  g_autofree char *date = when != NULL ? g_date_time_format (when, "%Y-%m-%d %H:%M") : g_strdup ("");

  plwu_paper_table_row (table, PLWU_ROW_BODY);
  plwu_paper_table_cell (table, date);
  plwu_paper_table_cell (table, entry->who);
  plwu_paper_table_cell (table, plw_paper_change_name (entry->kind));
  plwu_paper_table_cell (table, entry->name);
  plwu_paper_table_cell (table, entry->reason != NULL ? entry->reason : "");
}

static PlwuPaperTable *
create_log_table (void)
{
  PlwuPaperTable *table = plwu_paper_table_new (_ ("Change log, newest first"));

  plwu_paper_table_column (table, _ ("When"), PLWU_COLUMN_TEXT, 1);
  plwu_paper_table_column (table, _ ("Who"), PLWU_COLUMN_TEXT, 1);
  plwu_paper_table_column (table, _ ("Kind"), PLWU_COLUMN_TEXT, 0.7);
  plwu_paper_table_column (table, _ ("What"), PLWU_COLUMN_TEXT, 3);
  plwu_paper_table_column (table, _ ("Why"), PLWU_COLUMN_TEXT, 2);
  return table;
}

void
plwu_report_add_log (PlwuReport *report)
{
  const GPtrArray *entries = report->source->log;
  const PlwVersion *version = report->source->since;
  PlwuPaperTable *table;
  guint n = 0;

  if (entries == NULL || entries->len == 0)
    return;
  plwu_paper_add_heading (report->paper, 1, _ ("Changes to the plan"));
  if (version != NULL)
    plwu_report_say (report, PLWU_PAPER_LEAD, _ ("Since the version “%s”"), version->name);
  else
    plwu_paper_add_text (report->paper, PLWU_PAPER_LEAD,
                         _ ("Since the plan was begun: no version was named yet"));
  table = create_log_table ();
  for (guint i = 0; i < entries->len; i++)
    {
      const PlwEntry *entry = g_ptr_array_index (entries, i);

      if (version != NULL && entry->when < version->when)
        continue;
      if (n++ < LOG_MOST)
        add_entry (table, entry);
    }
  plwu_paper_add_table (report->paper, table);
  if (n == 0)
    plwu_paper_add_text (report->paper, PLWU_PAPER_BODY, _ ("Nothing was changed."));
  else if (n > LOG_MOST)
    plwu_report_say (
        report, PLWU_PAPER_BODY,
        ngettext ("%u earlier change is in the plan.", "%u earlier changes are in the plan.", n - LOG_MOST),
        n - LOG_MOST);
}

/* Glossary */

static int
compare_words (const void *a, const void *b)
{
  return g_utf8_collate (plwu_word_name (*(const PlwuWord *) a), plwu_word_name (*(const PlwuWord *) b));
}

void
plwu_report_add_glossary (PlwuReport *report)
{
  PlwuPaperTable *table = plwu_paper_table_new ("");
  PlwuWord sorted[PLWU_N_WORDS];

  for (int i = 0; i < PLWU_N_WORDS; i++)
    sorted[i] = (PlwuWord) i;
  qsort (sorted, PLWU_N_WORDS, sizeof *sorted, compare_words);
  plwu_paper_table_column (table, _ ("Word"), PLWU_COLUMN_TEXT, 1);
  plwu_paper_table_column (table, _ ("What it means"), PLWU_COLUMN_TEXT, 4);
  for (int i = 0; i < PLWU_N_WORDS; i++)
    {
      plwu_paper_table_row (table, PLWU_ROW_BODY);
      plwu_paper_table_cell (table, plwu_word_name (sorted[i]));
      plwu_paper_table_cell (table, plwu_word_meaning (sorted[i]));
    }
  plwu_paper_add_heading (report->paper, 1, _ ("Glossary"));
  plwu_paper_add_table (report->paper, table);
}
