/* workbook-reconciliation.c: control totals when the money was shared out, and in the workbook now.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#define FIRST_YEAR 2

typedef struct
{
  const char *title;
  PlwSum sum;
  PlwPlaced what;
  bool is_of_pots;
  bool is_single;
} Control;

static const Control controls[] = {
  { N_ ("Need"), PLW_SUM_NEED, PLW_AT_NEED, false, false },
  { N_ ("Funded"), PLW_SUM_FUNDED, PLW_AT_FUNDED, false, false },
  { N_ ("Shortfall"), PLW_SUM_SHORTFALL, PLW_AT_SHORT, false, false },
  { N_ ("Money available"), PLW_SUM_AVAILABLE, PLW_AT_POT_AVAILABLE, true, false },
  { N_ ("Stranded"), PLW_SUM_STRANDED, PLW_AT_POT_STRANDED, true, false },
  { N_ ("Lapsed"), PLW_SUM_LAPSED, PLW_AT_POT_LAPSED, true, false },
  { N_ ("Kept"), PLW_SUM_KEPT, PLW_AT_POT_CLOSING, true, false },
  { N_ ("Borrowed"), PLW_SUM_BORROWED, PLW_AT_ALL_BORROWED, false, true },
  { N_ ("Minimum revenue provision"), PLW_SUM_MRP, PLW_AT_MRP, false, true },
  { N_ ("Interest"), PLW_SUM_INTEREST, PLW_AT_INTEREST, false, true },
  { N_ ("Capital financing requirement"), PLW_SUM_CFR, PLW_AT_CFR, false, true },
};

static size_t
item_of (const PlwBook *book, const Control *control)
{
  if (control->is_single)
    return 0;
  return control->is_of_pots ? book->model->n_pots : plw_result_n_uses (book->result);
}

/* Three rows: the engine's, the workbook's, and what lies between. */
static void
write_control (PlwSheet *sheet, const Control *control)
{
  PlwBook *book = sheet->book;
  lxw_row_t first = sheet->row;

  plw_sheet_text (sheet, 0, _ (control->title), PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, _ ("When shared out"), PLW_STYLE_TEXT);
  for (size_t t = 0; t < book->n_years; t++)
    plw_sheet_money (sheet, (lxw_col_t) (FIRST_YEAR + t), plw_result_sum (book->result, control->sum, t),
                     PLW_STYLE_PENCE);
  plw_sheet_next (sheet);
  plw_sheet_text (sheet, 0, _ (control->title), PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, _ ("In this workbook"), PLW_STYLE_TEXT);
  for (size_t t = 0; t < book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t),
                    (double) plw_result_sum (book->result, control->sum, t) / 100.0, PLW_STYLE_PENCE, "=%s",
                    plw_ref (sheet, control->what, item_of (book, control), (int) t));
  plw_sheet_next (sheet);
  plw_sheet_text (sheet, 0, _ (control->title), PLW_STYLE_STRONG);
  plw_sheet_text (sheet, 1, _ ("Difference"), PLW_STYLE_STRONG);
  for (size_t t = 0; t < book->n_years; t++)
    {
      char shared[LXW_MAX_CELL_NAME_LENGTH], here[LXW_MAX_CELL_NAME_LENGTH];
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);

      lxw_rowcol_to_cell (shared, first, column);
      lxw_rowcol_to_cell (here, first + 1, column);
      plw_sheet_calc (sheet, column, 0, PLW_STYLE_CHECK, "=ROUND(%s-%s,2)", here, shared);
    }
  plw_sheet_next (sheet);
}

static void
write_verdict (PlwSheet *sheet, lxw_row_t first)
{
  char labels[LXW_MAX_CELL_RANGE_LENGTH], range[LXW_MAX_CELL_RANGE_LENGTH];

  lxw_rowcol_to_range_abs (labels, first, 1, sheet->row - 1, 1);
  lxw_rowcol_to_range_abs (range, first, FIRST_YEAR, sheet->row - 1,
                           (lxw_col_t) (FIRST_YEAR + sheet->book->n_years - 1));
  plw_place (sheet, PLW_AT_VERDICT, 1, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, 0, _ ("All differences together"), PLW_STYLE_SUBTOTAL);
  plw_sheet_text (sheet, 1, "", PLW_STYLE_SUBTOTAL);
  plw_sheet_calc (sheet, FIRST_YEAR, 0, PLW_STYLE_SUBTOTAL_CHECK, "=SUMPRODUCT((%s=\"%s\")*ABS(%s))", labels,
                  _ ("Difference"), range);
  plw_sheet_fill (sheet, FIRST_YEAR + 1, PLW_STYLE_SUBTOTAL);
  plw_sheet_next (sheet);
}

static void
write_fact (PlwSheet *sheet, const char *label, const char *text)
{
  plw_sheet_text (sheet, 0, label, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, text, PLW_STYLE_ABOUT);
  plw_sheet_next (sheet);
}

static void
write_facts (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  g_autofree char *when = g_date_time_format (book->when, "%Y-%m-%d %H:%M %Z");

  plw_sheet_band (sheet, _ ("What this workbook was made of"), PLW_STYLE_BAND);
  write_fact (sheet, _ ("Fingerprint of the plan"), book->fingerprint);
  write_fact (sheet, _ ("Scenario"), plw_result_scenario (book->result));
  write_fact (sheet, _ ("Policy"), plw_result_policy (book->result));
  write_fact (sheet, _ ("Made at"), when);
  write_fact (sheet, _ ("Made by"), "Placewright " PLW_VERSION);
  plw_sheet_band (sheet, _ ("Rows of the plan, by table"), PLW_STYLE_BAND);
  for (PlwTableId table = 0; table < PLW_N_TABLES; table++)
    {
      size_t n = plw_plan_n_rows (book->plan, table);

      if (n == 0)
        continue;
      plw_sheet_text (sheet, 0, _ (plw_schema_table (table)->title), PLW_STYLE_TEXT);
      plw_sheet_number (sheet, 1, (double) n, PLW_STYLE_INTEGER);
      plw_sheet_next (sheet);
    }
}

void
plw_book_fill_reconciliation (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_RECONCILIATION];
  lxw_row_t first;

  plw_sheet_head (sheet, _ ("Control total"), 34, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Figure"), 18, PLW_STYLE_HEAD);
  for (size_t t = 0; t < book->n_years; t++)
    {
      g_autofree char *head = g_strdup_printf (_ ("%s £"), plw_book_year (book, t));

      plw_sheet_head (sheet, head, plw_money_width (book->most) + 3, PLW_STYLE_HEAD_RIGHT);
    }
  plw_sheet_open_body (sheet, 2);
  first = sheet->row;
  for (size_t i = 0; i < G_N_ELEMENTS (controls); i++)
    write_control (sheet, &controls[i]);
  write_verdict (sheet, first);
  write_facts (sheet);
  plw_sheet_close (sheet);
}
