/* workbook-pot-inputs.c: what pots receive, and council tax, as inputs of the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

/* Columns of the table of pots before the years. */
enum
{
  NAME,
  KIND,
  BASIS,
  BASE,
  OPENING,
  MINIMUM,
  FIRST_YEAR,
};

static size_t *
list_rows (const PlwModel *model)
{
  size_t *rows = g_new (size_t, model->n_pots + 1);

  for (size_t k = 0; k < model->n_pots; k++)
    rows[k] = model->pots[k].row;
  return rows;
}

static void
place_pots (PlwSheet *sheet, lxw_row_t first)
{
  for (size_t k = 0; k < sheet->book->model->n_pots; k++)
    {
      lxw_row_t row = (lxw_row_t) (first + k);

      plw_place (sheet, PLW_AT_POT_BASE, k, row, BASE);
      plw_place (sheet, PLW_AT_POT_OPENING, k, row, OPENING);
      plw_place (sheet, PLW_AT_POT_MINIMUM, k, row, MINIMUM);
      plw_place (sheet, PLW_AT_PROFILE, k, row, FIRST_YEAR);
    }
}

static bool
has_limit (const PlwBook *book, const PlwPot *pot)
{
  for (size_t t = 0; t < book->n_years; t++)
    if (pot->limit[t] >= 0)
      return true;
  return false;
}

static void
label (PlwSheet *sheet, const PlwPot *pot, lxw_col_t end)
{
  plw_sheet_text (sheet, NAME, plw_plan_name (sheet->book->plan, PLW_TABLE_POTS, pot->row), PLW_STYLE_TEXT);
  for (lxw_col_t column = KIND; column < end; column++)
    plw_sheet_text (sheet, column, "", PLW_STYLE_TEXT);
}

static void
write_limits (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  bool has_band = false;

  for (size_t k = 0; k < book->model->n_pots; k++)
    {
      const PlwPot *pot = &book->model->pots[k];

      if (!has_limit (book, pot))
        continue;
      if (!has_band)
        plw_sheet_band (sheet, _ ("Limits: the most that may be spent in the year; empty: no limit"),
                        PLW_STYLE_BAND);
      has_band = true;
      plw_place (sheet, PLW_AT_LIMIT, k, sheet->row, FIRST_YEAR);
      label (sheet, pot, FIRST_YEAR);
      for (size_t t = 0; t < book->n_years; t++)
        if (pot->limit[t] >= 0)
          plw_sheet_money (sheet, (lxw_col_t) (FIRST_YEAR + t), pot->limit[t], PLW_STYLE_INPUT_MONEY);
        else
          plw_sheet_text (sheet, (lxw_col_t) (FIRST_YEAR + t), "", PLW_STYLE_INPUT_MONEY);
      plw_sheet_next (sheet);
    }
}

static void
write_tax_heads (PlwSheet *sheet)
{
  plw_sheet_band (sheet, _ ("Council tax; its assumptions move it"), PLW_STYLE_BAND);
  plw_sheet_text (sheet, NAME, _ ("Pot"), PLW_STYLE_STRONG);
  plw_sheet_text (sheet, KIND, "", PLW_STYLE_STRONG);
  plw_sheet_text (sheet, BASIS, "", PLW_STYLE_STRONG);
  plw_sheet_text (sheet, BASE, _ ("Band D homes"), PLW_STYLE_STRONG_RIGHT);
  plw_sheet_text (sheet, OPENING, _ ("Band D £"), PLW_STYLE_STRONG_RIGHT);
  plw_sheet_text (sheet, MINIMUM, _ ("Collected"), PLW_STYLE_STRONG_RIGHT);
  plw_sheet_next (sheet);
}

static void
write_tax (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  bool has_heads = false;

  for (size_t k = 0; k < book->model->n_pots; k++)
    {
      const PlwPot *pot = &book->model->pots[k];
      size_t row;

      if (pot->basis != PLW_POT_COUNCIL_TAX
          || !plw_plan_find_key (book->plan, PLW_TABLE_COUNCIL_TAX, pot->code, &row))
        continue;
      if (!has_heads)
        write_tax_heads (sheet);
      has_heads = true;
      plw_place (sheet, PLW_AT_TAX_BASE, k, sheet->row, BASE);
      plw_place (sheet, PLW_AT_BAND_D, k, sheet->row, OPENING);
      plw_place (sheet, PLW_AT_COLLECTION, k, sheet->row, MINIMUM);
      label (sheet, pot, BASE);
      plw_inputs_cell (sheet, BASE, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_TAX_BASE);
      plw_inputs_cell (sheet, OPENING, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_BAND_D);
      plw_inputs_cell (sheet, MINIMUM, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_COLLECTION_RATE);
      plw_sheet_next (sheet);
    }
}

void
plw_book_fill_pot_inputs (PlwBook *book)
{
  static const PlwPick picks[] = { { PLW_POTS_NAME, 44 },
                                   { PLW_POTS_KIND, 10 },
                                   { PLW_POTS_BASIS, 12 },
                                   { PLW_POTS_BASE, 17 },
                                   { PLW_POTS_OPENING, 16 },
                                   { PLW_POTS_MINIMUM_BALANCE, 16 },
                                   { -1, 0 } };
  static const PlwPick after[] = { { PLW_POTS_UNSPENT, 16 },  { PLW_POTS_CERTAINTY, 11 },
                                   { PLW_POTS_STANDING, 11 }, { PLW_POTS_SOURCE, 28 },
                                   { PLW_POTS_NOTES, 44 },    { -1, 0 } };
  PlwSheet *sheet = book->tabs[PLW_TAB_POT_INPUTS];
  g_autofree size_t *rows = list_rows (book->model);
  lxw_row_t first = plw_inputs_table (sheet, PLW_TABLE_POTS, rows, book->model->n_pots, picks, after);

  place_pots (sheet, first);
  write_limits (sheet);
  write_tax (sheet);
  plw_sheet_close (sheet);
}
