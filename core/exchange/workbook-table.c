/* workbook-table.c: sheets with one table each, as everybody's programs can read them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules are those of the Government Analysis Function: one marked-up table a
 * sheet, at the left edge, one row of headings, nothing merged, hidden, filtered,
 * frozen or filled, no empty cell that is not explained.
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

/* Letters of 12 points where others have 10. */
#define PLAIN_SCALE 1.2

/* Explained among the notes. */
#define NOT_APPLICABLE "[x]"

PlwTable *
plw_table_begin (PlwBook *book, const char *name, const char *title, const char *about)
{
  PlwTable *table = g_new0 (PlwTable, 1);
  PlwSheet *sheet = plw_book_add_sheet (book, name, NULL, title);
  g_autofree char *heading = g_strdup_printf (_ ("%s: %s"), book->title, title);

  table->sheet = sheet;
  sheet->scale = PLAIN_SCALE;
  table->heads = g_ptr_array_new_with_free_func (g_free);
  table->is_right = g_array_new (FALSE, FALSE, sizeof (bool));
  plw_sheet_text (sheet, 0, heading, PLW_STYLE_PLAIN_TITLE);
  plw_sheet_next (sheet);
  plw_sheet_text (sheet, 0, about, PLW_STYLE_PLAIN_LINE);
  plw_sheet_next (sheet);
  plw_sheet_text (sheet, 0, _ ("This sheet contains one table. Notes are explained in the sheet Notes."),
                  PLW_STYLE_PLAIN_LINE);
  plw_sheet_next (sheet);
  plw_sheet_text (sheet, 0, book->strapline, PLW_STYLE_PLAIN_LINE);
  plw_sheet_next (sheet);
  sheet->head_row = sheet->row;
  return table;
}

void
plw_table_column (PlwTable *table, const char *head, double width, bool is_right)
{
  g_ptr_array_add (table->heads, plw_text_clean (head));
  g_array_append_val (table->is_right, is_right);
  plw_sheet_head (table->sheet, head, width, is_right ? PLW_STYLE_PLAIN_HEAD_RIGHT : PLW_STYLE_PLAIN_HEAD);
}

void
plw_table_years (PlwTable *table, const char *format, bool with_total)
{
  PlwBook *book = table->sheet->book;
  double width = plw_money_width (book->most) * PLAIN_SCALE;

  for (size_t t = 0; t < book->n_years; t++)
    {
      g_autofree char *head = g_strdup_printf ("%s%s", plw_book_year (book, t), format);

      plw_table_column (table, head, width, true);
    }
  if (with_total)
    {
      g_autofree char *head = g_strdup_printf ("%s%s", _ ("All years"), format);

      plw_table_column (table, head, plw_money_width (book->most * (int64_t) book->n_years) * PLAIN_SCALE,
                        true);
    }
}

/* Ends the row of headings before the first cell. */
static lxw_col_t
next_cell (PlwTable *table)
{
  if (table->first_row == 0)
    {
      plw_sheet_next (table->sheet);
      table->first_row = table->sheet->row;
    }
  return table->column++;
}

void
plw_table_text (PlwTable *table, const char *text)
{
  lxw_col_t column = next_cell (table);
  bool is_right = g_array_index (table->is_right, bool, column);

  plw_sheet_text (table->sheet, column, text[0] != '\0' ? text : NOT_APPLICABLE,
                  is_right ? PLW_STYLE_PLAIN_RIGHT : PLW_STYLE_PLAIN_TEXT);
}

void
plw_table_money (PlwTable *table, int64_t pence)
{
  lxw_col_t column = next_cell (table);

  plw_sheet_money (table->sheet, column, pence, PLW_STYLE_PLAIN_MONEY);
}

void
plw_table_percent (PlwTable *table, int64_t percent)
{
  lxw_col_t column = next_cell (table);

  plw_sheet_number (table->sheet, column, (double) percent / (double) PLW_WHOLE, PLW_STYLE_PLAIN_PERCENT);
}

void
plw_table_ratio (PlwTable *table, double ratio)
{
  lxw_col_t column = next_cell (table);

  plw_sheet_number (table->sheet, column, ratio, PLW_STYLE_PLAIN_RATIO);
}

void
plw_table_pence (PlwTable *table, const int64_t *years, bool with_total)
{
  PlwBook *book = table->sheet->book;

  for (size_t t = 0; t < book->n_years; t++)
    plw_table_money (table, years[t]);
  if (with_total)
    plw_table_money (table, plw_book_years_total (book, years));
  else if (table->column < table->heads->len)
    plw_table_text (table, "");
}

void
plw_table_next (PlwTable *table)
{
  plw_sheet_next (table->sheet);
  table->column = 0;
}

/* "Money by pot" as a table may be called: Money_by_pot. */
static char *
compose_name (const PlwSheet *sheet)
{
  char *name = g_str_to_ascii (sheet->name, "C");

  return g_strcanon (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_", '_');
}

/* A table must have a row. */
static void
write_none (PlwTable *table)
{
  plw_table_text (table, _ ("None"));
  while (table->column < table->heads->len)
    plw_table_text (table, "");
  plw_table_next (table);
}

static void
mark_up (PlwTable *table)
{
  PlwSheet *sheet = table->sheet;
  PlwBook *book = sheet->book;
  size_t n = table->heads->len;
  g_autofree lxw_table_column *columns = g_new0 (lxw_table_column, n);
  g_autofree lxw_table_column **list = g_new0 (lxw_table_column *, n + 1);
  g_autofree char *name = compose_name (sheet);
  lxw_table_options options = {
    .name = name,
    .no_autofilter = LXW_TRUE,
    .no_banded_rows = LXW_TRUE,
    .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
    .style_type_number = 0,
    .columns = list,
  };

  for (size_t i = 0; i < n; i++)
    {
      bool is_right = g_array_index (table->is_right, bool, i);

      columns[i].header = g_ptr_array_index (table->heads, i);
      columns[i].header_format = book->styles[is_right ? PLW_STYLE_PLAIN_HEAD_RIGHT : PLW_STYLE_PLAIN_HEAD];
      list[i] = &columns[i];
    }
  plw_book_try (book, worksheet_add_table (sheet->worksheet, sheet->head_row, 0, sheet->row - 1,
                                           (lxw_col_t) (n - 1), &options));
}

static void
set_page (PlwSheet *sheet)
{
  worksheet_set_landscape (sheet->worksheet);
  worksheet_set_paper (sheet->worksheet, 9);
  worksheet_set_margins (sheet->worksheet, 0.4, 0.4, 0.4, 0.4);
  worksheet_fit_to_pages (sheet->worksheet, 1, 0);
}

void
plw_table_end (PlwTable *table)
{
  PlwSheet *sheet = table->sheet;

  if (table->first_row == 0)
    write_none (table);
  if (sheet->book->error == NULL)
    {
      mark_up (table);
      set_page (sheet);
      plw_book_try (sheet->book, worksheet_repeat_rows (sheet->worksheet, sheet->head_row, sheet->head_row));
    }
  g_ptr_array_unref (table->heads);
  g_array_unref (table->is_right);
  g_free (table);
}
