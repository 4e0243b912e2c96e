/* workbook-need-working.c: how each line's need is put together, in the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#define FIRST_YEAR 3

/* The rows of one line that are added up, and where they stand. */
typedef struct
{
  PlwSheet *sheet;
  size_t line;
  lxw_row_t first_row;
} Working;

/* Where the changes of a line and kind stand on their sheet. */
typedef struct
{
  size_t first;
  size_t n;
} Span;

const char *
plw_book_part_label (PlwNeedPart part)
{
  static const char *const labels[PLW_N_NEED_PARTS] = {
    [PLW_NEED_PRICED] = N_ ("Base budget at the year's prices"),
    [PLW_NEED_DEMAND] = N_ ("Demand"),
    [PLW_NEED_SPILLOVER] = N_ ("Knock-on effects"),
    [PLW_NEED_PRESSURES] = N_ ("Pressures"),
    [PLW_NEED_GROWTH] = N_ ("Growth"),
    [PLW_NEED_SAVINGS] = N_ ("Savings"),
    [PLW_NEED_INCOME] = N_ ("Extra income"),
    [PLW_NEED_PREVENTION] = N_ ("Saved by prevention"),
    [PLW_NEED_CLIPPED] = N_ ("Held at nothing, and rounding"),
  };

  return _ (labels[part]);
}

/* The sum over its effects' credits is what a line's need fell by. */
static double
saved_of (const PlwBook *book, size_t line, size_t year)
{
  const PlwModel *model = book->model;
  const PlwPrevention *prevention = book->result->prevention;
  double pence = 0;

  for (size_t i = model->first_by_line[line]; prevention != NULL && i < model->first_by_line[line + 1]; i++)
    pence += prevention->credited[model->effects_by_line[i] * model->n_years + year];
  return pence;
}

int64_t
plw_book_base_need (const PlwBook *book, size_t line)
{
  return plw_result_base_need (book->result, line);
}

void
plw_book_need_parts (const PlwBook *book, size_t line, int year, PlwWide *ret_parts)
{
  const PlwModel *model = book->model;
  const PlwLine *held = &model->lines[line];

  if (year < 0)
    {
      memset (ret_parts, 0, PLW_N_NEED_PARTS * sizeof *ret_parts);
      for (size_t e = held->first_element; e < held->first_element + held->n_elements; e++)
        ret_parts[PLW_NEED_PRICED] += (PlwWide) model->elements[e].base_pence * PLW_FINE;
      return;
    }
  plw_need_before_prevention (model, line, (size_t) year,
                              book->result->spilled[line * model->n_years + (size_t) year], ret_parts);
  ret_parts[PLW_NEED_PREVENTION] = -(PlwWide) (saved_of (book, line, (size_t) year) * (double) PLW_FINE);
}

static double
part_value (const Working *working, PlwNeedPart part, int year)
{
  PlwWide parts[PLW_N_NEED_PARTS];

  plw_book_need_parts (working->sheet->book, working->line, year, parts);
  return plw_book_pounds (parts[part]);
}

static void
label (const Working *working, const char *text)
{
  PlwBook *book = working->sheet->book;

  plw_working_labels (working->sheet, plw_plan_name (book->plan, PLW_TABLE_LINES, working->line), text);
}

static void
write_priced (const Working *working)
{
  PlwSheet *sheet = working->sheet;
  const PlwLine *line = &sheet->book->model->lines[working->line];

  label (working, plw_book_part_label (PLW_NEED_PRICED));
  for (int t = PLW_BASE_YEAR; t < (int) sheet->book->n_years; t++)
    if (line->n_elements == 0)
      plw_sheet_number (sheet, (lxw_col_t) (FIRST_YEAR + t), 0, PLW_STYLE_MONEY);
    else
      plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), part_value (working, PLW_NEED_PRICED, t),
                      PLW_STYLE_MONEY, "=SUM(%s)",
                      plw_ref_items (sheet, PLW_AT_PRICED, line->first_element, line->n_elements, t));
  plw_sheet_next (sheet);
}

static bool
has_volume (const PlwModel *model, const PlwLine *line)
{
  for (size_t e = line->first_element; e < line->first_element + line->n_elements; e++)
    if (model->elements[e].price != model->elements[e].price_and_volume)
      return true;
  return false;
}

static void
write_demand (const Working *working)
{
  PlwSheet *sheet = working->sheet;
  const PlwLine *line = &sheet->book->model->lines[working->line];

  label (working, plw_book_part_label (PLW_NEED_DEMAND));
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) sheet->book->n_years; t++)
    {
      char priced[LXW_MAX_CELL_NAME_LENGTH];

      lxw_rowcol_to_cell (priced, working->first_row, (lxw_col_t) (FIRST_YEAR + t));
      plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), part_value (working, PLW_NEED_DEMAND, t),
                      PLW_STYLE_MONEY, "=SUM(%s)-%s",
                      plw_ref_items (sheet, PLW_AT_FULL, line->first_element, line->n_elements, t), priced);
    }
  plw_sheet_next (sheet);
}

/* @is_demand: whether a row of demand stands below the row of prices */
static void
write_spill (const Working *working, const Span *rises, bool is_demand)
{
  PlwSheet *sheet = working->sheet;

  label (working, plw_book_part_label (PLW_NEED_SPILLOVER));
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) sheet->book->n_years; t++)
    {
      char full[LXW_MAX_CELL_RANGE_LENGTH];
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);

      lxw_rowcol_to_range (full, working->first_row, column, working->first_row + is_demand, column);
      plw_sheet_calc (sheet, column, part_value (working, PLW_NEED_SPILLOVER, t), PLW_STYLE_MONEY,
                      "=MAX(0,SUM(%s))*SUM(%s)", full,
                      plw_ref_items (sheet, PLW_AT_RISE, rises->first, rises->n, t));
    }
  plw_sheet_next (sheet);
}

static void
write_changes (const Working *working, PlwNeedPart part, const Span *changes)
{
  PlwSheet *sheet = working->sheet;
  bool lowers = part == PLW_NEED_SAVINGS || part == PLW_NEED_INCOME;

  label (working, plw_book_part_label (part));
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) sheet->book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), part_value (working, part, t), PLW_STYLE_MONEY,
                    "=%sSUM(%s)", lowers ? "-" : "",
                    plw_ref_items (sheet, PLW_AT_DELIVERED, changes->first, changes->n, t));
  plw_sheet_next (sheet);
}

/* Need before prevention, which prevention is measured against; then what it saves. */
static void
write_prevention (const Working *working)
{
  PlwSheet *sheet = working->sheet;
  PlwBook *book = sheet->book;
  lxw_row_t last = sheet->row - 1;

  plw_place (sheet, PLW_AT_BEFORE, working->line, sheet->row, FIRST_YEAR);
  label (working, _ ("Need before prevention"));
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) book->n_years; t++)
    {
      char range[LXW_MAX_CELL_RANGE_LENGTH];
      PlwWide parts[PLW_N_NEED_PARTS];
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);
      PlwWide before = plw_need_before_prevention (
          book->model, working->line, (size_t) t,
          book->result->spilled[working->line * book->n_years + (size_t) t], parts);

      lxw_rowcol_to_range (range, working->first_row, column, last, column);
      plw_sheet_calc (sheet, column, plw_book_pounds (before), PLW_STYLE_MONEY, "=MAX(0,SUM(%s))", range);
    }
  plw_sheet_next (sheet);

  label (working, plw_book_part_label (PLW_NEED_PREVENTION));
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), part_value (working, PLW_NEED_PREVENTION, t),
                    PLW_STYLE_MONEY, "=-%s", plw_ref (sheet, PLW_AT_SAVED, working->line, t));
  plw_sheet_next (sheet);
}

/* Rounded to the penny here and nowhere else. */
static void
write_need (const Working *working, lxw_row_t first_row, bool has_floor)
{
  PlwSheet *sheet = working->sheet;
  PlwBook *book = sheet->book;

  plw_place (sheet, PLW_AT_LINE_NEED, working->line, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, 0, plw_plan_name (book->plan, PLW_TABLE_LINES, working->line), PLW_STYLE_STRONG);
  plw_sheet_text (sheet, 1, _ ("Need"), PLW_STYLE_STRONG);
  for (int t = PLW_BASE_YEAR; t < (int) book->n_years; t++)
    {
      char range[LXW_MAX_CELL_RANGE_LENGTH];
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);
      int64_t need = t < 0 ? plw_book_base_need (book, working->line)
                           : plw_result_use (book->result, working->line)->need[t];
      lxw_row_t from = t < 0 ? working->first_row : first_row;
      lxw_row_t to = t < 0 ? working->first_row : sheet->row - 1;

      lxw_rowcol_to_range (range, from, column, to, column);
      plw_sheet_calc (sheet, column, (double) need / 100.0, PLW_STYLE_STRONG_MONEY,
                      has_floor && t >= 0 ? "=ROUND(SUM(%s),2)" : "=ROUND(MAX(0,SUM(%s)),2)", range);
    }
  plw_sheet_next (sheet);
}

static void
write_line (PlwSheet *sheet, size_t line, const Span *rises, const Span *changes)
{
  static const PlwNeedPart parts[] = { PLW_NEED_PRESSURES, PLW_NEED_GROWTH, PLW_NEED_SAVINGS,
                                       PLW_NEED_INCOME };
  const PlwModel *model = sheet->book->model;
  const Working working = { sheet, line, sheet->row };
  bool is_demand = has_volume (model, &model->lines[line]);
  bool is_prevented = model->first_by_line[line] < model->first_by_line[line + 1];

  write_priced (&working);
  if (is_demand)
    write_demand (&working);
  if (rises->n > 0)
    write_spill (&working, rises, is_demand);
  for (size_t kind = 0; kind < G_N_ELEMENTS (parts); kind++)
    if (changes[kind].n > 0)
      write_changes (&working, parts[kind], &changes[kind]);
  if (is_prevented)
    write_prevention (&working);
  write_need (&working, is_prevented ? sheet->row - 2 : working.first_row, is_prevented);
}

/* By line, then kind. */
static Span *
find_changes (const PlwBook *book)
{
  g_autoptr (GArray) rows = plw_book_change_rows (book);
  Span *spans = g_new0 (Span, book->model->n_lines * 4 + 1);

  for (guint i = 0; i < rows->len; i++)
    {
      const PlwChangeRow *change = &g_array_index (rows, PlwChangeRow, i);
      Span *span = &spans[change->line * 4 + (size_t) change->kind];

      if (span->n++ == 0)
        span->first = i;
    }
  return spans;
}

static Span *
find_rises (const PlwBook *book)
{
  const PlwModel *model = book->model;
  g_autofree size_t *order = plw_book_knock_on_order (book);
  Span *spans = g_new0 (Span, model->n_lines + 1);

  for (size_t i = 0; i < model->n_spillovers; i++)
    {
      Span *span = &spans[model->spillovers[order[i]].to_line];

      if (span->n++ == 0)
        span->first = i;
    }
  return spans;
}

void
plw_book_fill_need_working (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_NEED_WORKING];
  g_autofree Span *changes = find_changes (book);
  g_autofree Span *rises = find_rises (book);

  plw_working_heads (sheet, _ ("Service"), _ ("Part of its need"));
  plw_sheet_open_body (sheet, 2);
  for (size_t line = 0; line < book->model->n_lines; line++)
    write_line (sheet, line, &rises[line], &changes[line * 4]);
  plw_place (sheet, PLW_AT_NEED_WORKING_ROWS, 0, sheet->head_row + 1, FIRST_YEAR);
  plw_place (sheet, PLW_AT_NEED_WORKING_ROWS, 1, sheet->row - 1, FIRST_YEAR);
  plw_sheet_close (sheet);
}
