/* workbook-partners.c: need, money and prevention by partner, in the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <math.h>

#define FIRST_YEAR 1

/* What a partner's services need and what reaches it, from the sections of the two sheets. */
static void
sum_section (const PlwBook *book, const PlwSection *section, int64_t *need, int64_t *funded)
{
  for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
    {
      const PlwUse *use = plw_result_use (book->result, i);

      if (!plw_section_has (section, use))
        continue;
      plw_book_add_years (book, need, use->need);
      plw_book_add_years (book, funded, use->funded);
    }
}

static void
write_linked (PlwSheet *sheet, const char *title, PlwPlaced what, size_t item, const int64_t *years)
{
  PlwBook *book = sheet->book;

  plw_sheet_text (sheet, 0, title, PLW_STYLE_TEXT);
  for (size_t t = 0; t < book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), (double) years[t] / 100.0, PLW_STYLE_MONEY, "=%s",
                    plw_ref (sheet, what, item, (int) t));
  plw_sheet_sum_years (sheet, (lxw_col_t) (FIRST_YEAR + book->n_years), plw_book_years_total (book, years),
                       PLW_STYLE_MONEY);
  plw_sheet_next (sheet);
}

/* The row two above less the row above. */
static void
write_difference (PlwSheet *sheet, const char *title, const double *years, PlwStyle style)
{
  PlwBook *book = sheet->book;
  double total = 0;

  plw_sheet_text (sheet, 0, title, PLW_STYLE_STRONG);
  for (size_t t = 0; t < book->n_years; t++)
    {
      char from[LXW_MAX_CELL_NAME_LENGTH], less[LXW_MAX_CELL_NAME_LENGTH];
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);

      lxw_rowcol_to_cell (from, sheet->row - 2, column);
      lxw_rowcol_to_cell (less, sheet->row - 1, column);
      plw_sheet_calc (sheet, column, years[t], style, "=ROUND(%s-%s,2)", from, less);
      total += years[t];
    }
  plw_sheet_sum_values (sheet, (lxw_col_t) (FIRST_YEAR + book->n_years), total, style);
  plw_sheet_next (sheet);
}

static void
write_money (PlwSheet *sheet, size_t section, const PlwSection *held)
{
  PlwBook *book = sheet->book;
  g_autofree int64_t *need = g_new0 (int64_t, book->n_years);
  g_autofree int64_t *funded = g_new0 (int64_t, book->n_years);
  g_autofree double *shortfall = g_new (double, book->n_years);

  if (!plw_is_placed (sheet, PLW_AT_SECTION_NEED, section))
    return;
  sum_section (book, held, need, funded);
  for (size_t t = 0; t < book->n_years; t++)
    shortfall[t] = (double) (need[t] - funded[t]) / 100.0;
  write_linked (sheet, _ ("Need of its services"), PLW_AT_SECTION_NEED, section, need);
  write_linked (sheet, _ ("Funded"), PLW_AT_SECTION_FUNDED, section, funded);
  write_difference (sheet, _ ("Shortfall"), shortfall, PLW_STYLE_STRONG_MONEY);
}

/* Saved and released by the effects that fall to the partner. */
static char *
compose_benefit (PlwSheet *sheet, const size_t *order, uint32_t partner, size_t t, double *ret_value)
{
  PlwBook *book = sheet->book;
  const PlwPrevention *prevention = book->result->prevention;
  GString *formula = g_string_new (NULL);

  *ret_value = 0;
  for (size_t i = 0; i < book->model->n_effects; i++)
    {
      size_t at = order[i] * book->n_years + t;

      if (book->model->effects[order[i]].partner != partner)
        continue;
      *ret_value += (prevention->credited[at] + prevention->gross[at] - prevention->cash[at]) / 100.0;
      g_string_append_printf (
          formula, "%s%s+%s-%s", formula->len > 0 ? "+" : "", plw_ref (sheet, PLW_AT_CREDITED, i, (int) t),
          plw_ref (sheet, PLW_AT_GROSS, i, (int) t), plw_ref (sheet, PLW_AT_CASH, i, (int) t));
    }
  return g_string_free (formula, FALSE);
}

static void
write_benefit (PlwSheet *sheet, uint32_t partner, double *ret_years)
{
  PlwBook *book = sheet->book;
  g_autofree size_t *order = plw_book_effect_order (book);
  double total = 0;

  plw_sheet_text (sheet, 0, _ ("Benefit from prevention: saved and released"), PLW_STYLE_TEXT);
  for (size_t t = 0; t < book->n_years; t++)
    {
      g_autofree char *formula = compose_benefit (sheet, order, partner, t, &ret_years[t]);

      if (formula[0] == '\0')
        plw_sheet_number (sheet, (lxw_col_t) (FIRST_YEAR + t), 0, PLW_STYLE_MONEY);
      else
        plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), ret_years[t], PLW_STYLE_MONEY, "=%s", formula);
      total += ret_years[t];
    }
  plw_sheet_sum_values (sheet, (lxw_col_t) (FIRST_YEAR + book->n_years), total, PLW_STYLE_MONEY);
  plw_sheet_next (sheet);
}

static void
write_prevention (PlwSheet *sheet, size_t index)
{
  PlwBook *book = sheet->book;
  const PlwPartnerYears *partner = plw_result_partner (book->result, SIZE_MAX, index);
  uint32_t number = partner->row == SIZE_MAX ? UINT32_MAX : (uint32_t) index;
  g_autofree double *years = g_new0 (double, book->n_years);

  if (book->model->n_effects == 0)
    return;
  write_benefit (sheet, number, years);
  plw_sheet_text (sheet, 0, _ ("Paid for prevention from its pots (of the allocation)"), PLW_STYLE_TEXT);
  plw_sheet_years (sheet, FIRST_YEAR, partner->paid, true, PLW_STYLE_MONEY);
  plw_sheet_next (sheet);
  for (size_t t = 0; t < book->n_years; t++)
    years[t] = round (years[t] * 100.0) / 100.0 - (double) partner->paid[t] / 100.0;
  write_difference (sheet, _ ("Gain (in brackets or below 0: loss)"), years, PLW_STYLE_STRONG_MONEY);
}

void
plw_book_fill_partners (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_PARTNERS];

  if (sheet == NULL)
    return;
  g_autoptr (GArray) sections = plw_book_sections (book);

  plw_sheet_head (sheet, _ ("Figure"), PLW_WIDTH_NAME + 8, PLW_STYLE_HEAD);
  plw_sheet_head_years (sheet, book->most, true);
  plw_sheet_open_body (sheet, 1);
  for (size_t i = 0; i < plw_result_n_partners (book->result); i++)
    {
      const PlwPartnerYears *partner = plw_result_partner (book->result, SIZE_MAX, i);

      plw_sheet_band (sheet, partner->row == SIZE_MAX ? _ ("No partner named") : partner->name,
                      PLW_STYLE_BAND);
      write_money (sheet, i, &g_array_index (sections, PlwSection, i));
      write_prevention (sheet, i);
    }
  plw_sheet_close (sheet);
}
