/* workbook-changes.c: pressures, growth, savings and income, as planned and as delivered.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#define FIRST_YEAR 5
#define DELIVERY_COLUMN 4

static int
compare_changes (const void *a, const void *b)
{
  const PlwChangeRow *x = a;
  const PlwChangeRow *y = b;

  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return x->row < y->row ? -1 : 1;
}

GArray *
plw_book_change_rows (const PlwBook *book)
{
  const PlwPlan *plan = book->plan;
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (PlwChangeRow));

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_CHANGES); row++)
    {
      PlwChangeRow change = {
        .row = row,
        .kind = (PlwChangeKind) plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_KIND),
      };
      const char *line = plw_plan_text (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_LINE);

      if (plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_ENABLED)
          && plw_book_find_row (book, PLW_TABLE_LINES, line, &change.line))
        g_array_append_val (changes, change);
    }
  g_array_sort (changes, compare_changes);
  return changes;
}

static bool
is_ongoing (const PlwPlan *plan, size_t row)
{
  return plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_BASIS) == PLW_CHANGE_ONGOING;
}

static bool
is_delivered_in_part (const PlwChangeRow *change)
{
  return change->kind == PLW_CHANGE_SAVING || change->kind == PLW_CHANGE_INCOME;
}

/* What counts in each year: the running total of an ongoing change, times what is expected of it. */
static void
write_delivered (PlwSheet *sheet, const PlwChangeRow *change, size_t index, lxw_row_t at)
{
  PlwBook *book = sheet->book;
  const PlwPlan *plan = book->plan;
  bool runs = is_ongoing (plan, change->row);
  bool in_part = is_delivered_in_part (change);
  lxw_col_t first = (lxw_col_t) (FIRST_YEAR + book->n_years);
  int64_t delivery =
      in_part ? plw_plan_number (plan, PLW_TABLE_CHANGES, change->row, PLW_CHANGES_DELIVERY) : PLW_WHOLE;
  int64_t running = 0;
  char share[LXW_MAX_CELL_NAME_LENGTH];

  plw_place (sheet, PLW_AT_DELIVERED, index, at, first);
  lxw_rowcol_to_cell_abs (share, at, DELIVERY_COLUMN, 0, 1);
  for (size_t t = 0; t < book->n_years; t++)
    {
      size_t column = plw_plan_year_column (plan, PLW_TABLE_CHANGES, plw_result_year (book->result, t));
      int64_t entry = plw_plan_number (plan, PLW_TABLE_CHANGES, change->row, column);
      char cell[LXW_MAX_CELL_RANGE_LENGTH];
      char start[LXW_MAX_CELL_NAME_LENGTH];

      running = runs ? running + entry : entry;
      lxw_rowcol_to_cell (cell, at, (lxw_col_t) (FIRST_YEAR + t));
      lxw_rowcol_to_cell_abs (start, at, FIRST_YEAR, 0, 1);
      g_autofree char *sum = runs ? g_strdup_printf ("SUM(%s:%s)", start, cell) : g_strdup (cell);

      plw_sheet_calc (sheet, (lxw_col_t) (first + t),
                      plw_book_pounds ((PlwWide) running * delivery * (PLW_FINE / PLW_WHOLE)),
                      PLW_STYLE_MONEY, "=%s%s%s", sum, in_part ? "*" : "", in_part ? share : "");
    }
}

static void
write_change (PlwSheet *sheet, const PlwChangeRow *change, size_t index)
{
  static const size_t texts[] = { PLW_CHANGES_NAME, PLW_CHANGES_LINE, PLW_CHANGES_KIND, PLW_CHANGES_BASIS };
  static const size_t after[] = { PLW_CHANGES_OWNER, PLW_CHANGES_RAG, PLW_CHANGES_STANDING,
                                  PLW_CHANGES_SOURCE };
  PlwBook *book = sheet->book;

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    plw_inputs_cell (sheet, (lxw_col_t) i, PLW_TABLE_CHANGES, change->row, texts[i]);
  if (is_delivered_in_part (change))
    plw_inputs_cell (sheet, DELIVERY_COLUMN, PLW_TABLE_CHANGES, change->row, PLW_CHANGES_DELIVERY);
  else
    plw_sheet_text (sheet, DELIVERY_COLUMN, _ ("in full"), PLW_STYLE_RIGHT);
  for (size_t t = 0; t < book->n_years; t++)
    plw_inputs_cell (sheet, (lxw_col_t) (FIRST_YEAR + t), PLW_TABLE_CHANGES, change->row,
                     plw_plan_year_column (book->plan, PLW_TABLE_CHANGES, plw_result_year (book->result, t)));
  write_delivered (sheet, change, index, sheet->row);
  for (size_t i = 0; i < G_N_ELEMENTS (after); i++)
    plw_inputs_cell (sheet, (lxw_col_t) (FIRST_YEAR + 2 * book->n_years + i), PLW_TABLE_CHANGES, change->row,
                     after[i]);
  plw_sheet_next (sheet);
}

static int64_t
find_most (const PlwPlan *plan)
{
  size_t first = plw_schema_table (PLW_TABLE_CHANGES)->n_columns;
  int64_t most = 0;

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_CHANGES); row++)
    {
      int64_t sum = 0;

      for (size_t t = 0; t < plw_plan_n_years (plan); t++)
        sum += ABS (plw_plan_number (plan, PLW_TABLE_CHANGES, row, first + t));
      most = MAX (most, sum);
    }
  return most;
}

static void
write_heads (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  double width = plw_money_width (find_most (book->plan));

  plw_sheet_head (sheet, _ ("Change"), 34, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Service"), 26, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Kind"), 11, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Basis"), 10, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Expected delivery"), 10, PLW_STYLE_HEAD_RIGHT);
  for (size_t t = 0; t < book->n_years; t++)
    {
      g_autofree char *head = g_strdup_printf (_ ("%s\nplanned £"), plw_book_year (book, t));

      plw_sheet_head (sheet, head, width, PLW_STYLE_HEAD_RIGHT);
    }
  for (size_t t = 0; t < book->n_years; t++)
    {
      g_autofree char *head = g_strdup_printf (_ ("%s\ncounts £"), plw_book_year (book, t));

      plw_sheet_head (sheet, head, width, PLW_STYLE_HEAD_RIGHT);
    }
  plw_sheet_head (sheet, _ ("Owner"), 16, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Rating"), 9, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Standing"), 11, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Source"), 22, PLW_STYLE_HEAD);
  plw_sheet_open_body (sheet, 1);
}

void
plw_book_fill_changes (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_CHANGES];

  if (sheet == NULL)
    return;
  g_autoptr (GArray) changes = plw_book_change_rows (book);

  write_heads (sheet);
  for (guint i = 0; i < changes->len; i++)
    write_change (sheet, &g_array_index (changes, PlwChangeRow, i), i);
  plw_sheet_filter (sheet);
  plw_sheet_close (sheet);
}
