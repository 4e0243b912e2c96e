/* workbook-plain-inputs.c: what the plan rests on, as tables of the publication workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

static void
write_origin (PlwTable *table, PlwTableId id, size_t row, size_t standing, size_t source)
{
  const PlwBook *book = table->sheet->book;

  plw_table_text (table, plw_plan_text (book->plan, id, row, standing));
  plw_table_text (table,
                  plw_book_row_name (book, PLW_TABLE_SOURCES, plw_plan_text (book->plan, id, row, source)));
}

static void
add_changes (PlwBook *book)
{
  PlwTable *table = plw_table_begin (
      book, _ ("Changes"), _ ("Pressures, growth, savings and income"),
      _ ("As planned. Pressures and growth raise need; savings and income lower it, by what is delivered."));
  g_autoptr (GArray) changes = plw_book_change_rows (book);
  static const size_t texts[] = { PLW_CHANGES_KIND, PLW_CHANGES_BASIS };

  plw_table_column (table, _ ("Change"), 44, false);
  plw_table_column (table, _ ("Service"), 36, false);
  plw_table_column (table, _ ("Kind"), 14, false);
  plw_table_column (table, _ ("Basis"), 12, false);
  plw_table_column (table, _ ("Expected delivery"), 14, true);
  plw_table_years (table, _ (" (£)"), false);
  plw_table_column (table, _ ("Standing [note 6]"), 14, false);
  plw_table_column (table, _ ("Source"), 36, false);
  for (guint i = 0; i < changes->len; i++)
    {
      const PlwChangeRow *change = &g_array_index (changes, PlwChangeRow, i);
      bool in_part = change->kind == PLW_CHANGE_SAVING || change->kind == PLW_CHANGE_INCOME;

      plw_table_text (table, plw_plan_name (book->plan, PLW_TABLE_CHANGES, change->row));
      plw_table_text (table, plw_plan_name (book->plan, PLW_TABLE_LINES, change->line));
      for (size_t j = 0; j < G_N_ELEMENTS (texts); j++)
        plw_table_text (table, plw_plan_text (book->plan, PLW_TABLE_CHANGES, change->row, texts[j]));
      plw_table_percent (
          table, in_part ? plw_plan_number (book->plan, PLW_TABLE_CHANGES, change->row, PLW_CHANGES_DELIVERY)
                         : PLW_WHOLE);
      for (size_t t = 0; t < book->n_years; t++)
        plw_table_money (table, plw_plan_number (book->plan, PLW_TABLE_CHANGES, change->row,
                                                 plw_schema_table (PLW_TABLE_CHANGES)->n_columns + t));
      write_origin (table, PLW_TABLE_CHANGES, change->row, PLW_CHANGES_STANDING, PLW_CHANGES_SOURCE);
      plw_table_next (table);
    }
  plw_table_end (table);
}

static void
add_assumptions (PlwBook *book)
{
  PlwTable *table =
      plw_table_begin (book, _ ("Assumptions"), _ ("Assumptions by year"), _ ("Rates a year, in percent."));

  plw_table_column (table, _ ("Assumption"), 48, false);
  for (size_t t = 0; t < book->n_years; t++)
    plw_table_column (table, plw_book_year (book, t), 12, true);
  plw_table_column (table, _ ("Standing [note 6]"), 14, false);
  plw_table_column (table, _ ("Source"), 40, false);
  plw_table_column (table, _ ("Remarks"), 60, false);
  for (size_t row = 0; row < plw_plan_n_rows (book->plan, PLW_TABLE_DRIVERS); row++)
    {
      plw_table_text (table, plw_plan_name (book->plan, PLW_TABLE_DRIVERS, row));
      for (size_t t = 0; t < book->n_years; t++)
        plw_table_percent (table, plw_plan_number (book->plan, PLW_TABLE_DRIVERS, row,
                                                   plw_schema_table (PLW_TABLE_DRIVERS)->n_columns + t));
      write_origin (table, PLW_TABLE_DRIVERS, row, PLW_DRIVERS_STANDING, PLW_DRIVERS_SOURCE);
      plw_table_text (table, plw_plan_text (book->plan, PLW_TABLE_DRIVERS, row, PLW_DRIVERS_NOTES));
      plw_table_next (table);
    }
  plw_table_end (table);
}

static void
add_base (PlwBook *book)
{
  PlwTable *table =
      plw_table_begin (book, _ ("Base budgets"), _ ("Base budgets by service and kind of cost"),
                       _ ("The approved budget the plan starts from. Income counts against cost."));
  g_autofree size_t *rows = plw_book_cost_rows (book);
  g_autofree char *head = g_strdup_printf (_ ("%s (£)"), plw_year_name (plw_plan_base_year (book->plan)));

  plw_table_column (table, _ ("Service"), 48, false);
  plw_table_column (table, _ ("Kind of cost"), 20, false);
  plw_table_column (table, _ ("Sort"), 14, false);
  plw_table_column (table, head, 20, true);
  plw_table_column (table, _ ("Standing [note 6]"), 14, false);
  plw_table_column (table, _ ("Source"), 44, false);
  for (size_t i = 0; i < plw_plan_n_rows (book->plan, PLW_TABLE_COSTS); i++)
    {
      plw_table_text (
          table, plw_book_row_name (book, PLW_TABLE_LINES,
                                    plw_plan_text (book->plan, PLW_TABLE_COSTS, rows[i], PLW_COSTS_LINE)));
      plw_table_text (table, plw_plan_text (book->plan, PLW_TABLE_COSTS, rows[i], PLW_COSTS_ELEMENT));
      plw_table_text (table, plw_plan_text (book->plan, PLW_TABLE_COSTS, rows[i], PLW_COSTS_KIND));
      plw_table_money (table, plw_plan_number (book->plan, PLW_TABLE_COSTS, rows[i], PLW_COSTS_BASE));
      write_origin (table, PLW_TABLE_COSTS, rows[i], PLW_COSTS_STANDING, PLW_COSTS_SOURCE);
      plw_table_next (table);
    }
  plw_table_end (table);
}

static void
add_sources (PlwBook *book)
{
  static const size_t columns[] = { PLW_SOURCES_NAME, PLW_SOURCES_PUBLISHER, PLW_SOURCES_PUBLISHED,
                                    PLW_SOURCES_LICENCE };
  PlwTable *table = plw_table_begin (book, _ ("Sources"), _ ("Sources of the plan's figures"),
                                     _ ("Where the figures come from."));

  for (size_t i = 0; i < G_N_ELEMENTS (columns); i++)
    plw_table_column (table, _ (plw_schema_table (PLW_TABLE_SOURCES)->columns[columns[i]].title),
                      i == 0 ? 60 : 28, false);
  for (size_t row = 0; row < plw_plan_n_rows (book->plan, PLW_TABLE_SOURCES); row++)
    {
      for (size_t i = 0; i < G_N_ELEMENTS (columns); i++)
        plw_table_text (table, plw_plan_text (book->plan, PLW_TABLE_SOURCES, row, columns[i]));
      plw_table_next (table);
    }
  plw_table_end (table);
}

static void
add_warnings (PlwBook *book)
{
  PlwTable *table = plw_table_begin (book, _ ("Warnings"), _ ("Warnings that travel with the results"),
                                     _ ("What to know before relying on the figures."));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  plw_table_column (table, _ ("Where"), 50, false);
  plw_table_column (table, _ ("What"), 80, false);
  plw_table_column (table, _ ("What would be right"), 60, false);
  for (size_t i = 0; book->problems != NULL && i < plw_problems_size (book->problems); i++)
    {
      const PlwProblem *problem = plw_problems_get (book->problems, i);
      g_autofree char *where = plw_book_place (problem);

      if (!g_hash_table_add (seen, plw_problem_to_text (problem)))
        continue;
      plw_table_text (table, where);
      plw_table_text (table, problem->what);
      plw_table_text (table, problem->remedy != NULL ? problem->remedy : "");
      plw_table_next (table);
    }
  plw_table_end (table);
}

void
plw_book_add_plain_inputs (PlwBook *book)
{
  if (plw_plan_n_rows (book->plan, PLW_TABLE_CHANGES) > 0)
    add_changes (book);
  add_assumptions (book);
  add_base (book);
  if (plw_plan_n_rows (book->plan, PLW_TABLE_SOURCES) > 0)
    add_sources (book);
  add_warnings (book);
}
