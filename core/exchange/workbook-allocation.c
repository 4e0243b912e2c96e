/* workbook-allocation.c: which pot pays for what: the part of the workbook that is values.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sharing money out is an optimisation, which no formula does.
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#define FIRST_YEAR 3
#define NUMBER_COLUMN 2

/* What one pot pays to one use. */
typedef struct
{
  uint32_t pot;
  uint32_t use;
  int64_t *years;
} Payment;

static bool
is_all_zero (const PlwBook *book, const int64_t *years)
{
  for (size_t year = 0; year < book->n_years; year++)
    if (years[year] != 0)
      return false;
  return true;
}

static void
clear_payment (void *data)
{
  g_free (((Payment *) data)->years);
}

static int
compare_payments (const void *a, const void *b)
{
  const Payment *x = a;
  const Payment *y = b;

  if (x->pot != y->pot)
    return x->pot < y->pot ? -1 : 1;
  return x->use < y->use ? -1 : x->use > y->use;
}

/* The flows with the years side by side. */
static GArray *
collect_payments (const PlwBook *book)
{
  GArray *payments = g_array_new (FALSE, FALSE, sizeof (Payment));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_array_set_clear_func (payments, clear_payment);
  for (size_t i = 0; i < plw_result_n_flows (book->result); i++)
    {
      const PlwFlow *flow = plw_result_flow (book->result, i);
      int64_t key = ((int64_t) flow->pot << 32) | flow->use;
      void *at;

      if (!g_hash_table_lookup_extended (seen, &key, NULL, &at))
        {
          Payment payment = { flow->pot, flow->use, g_new0 (int64_t, book->n_years) };

          at = GSIZE_TO_POINTER (payments->len);
          g_hash_table_insert (seen, g_memdup2 (&key, sizeof key), at);
          g_array_append_val (payments, payment);
        }
      g_array_index (payments, Payment, GPOINTER_TO_SIZE (at)).years[flow->year] += flow->pence;
    }
  g_array_sort (payments, compare_payments);
  return payments;
}

static void
write_payment (PlwSheet *sheet, size_t index, const int64_t *years)
{
  const PlwUse *use = plw_result_use (sheet->book->result, index);
  const char *partner = plw_book_row_name (sheet->book, PLW_TABLE_PARTNERS, use->partner);
  g_autofree char *name = plw_book_use_name (use);

  plw_sheet_text (sheet, 0, name, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, partner[0] != '\0' ? partner : plw_book_use_kind (use), PLW_STYLE_TEXT);
  plw_sheet_number (sheet, NUMBER_COLUMN, (double) (index + 1), PLW_STYLE_INTEGER);
  plw_sheet_years (sheet, FIRST_YEAR, years, true, PLW_STYLE_MONEY);
  plw_sheet_next (sheet);
}

static void
write_subtotal_row (PlwSheet *sheet,
                    const char *title,
                    lxw_row_t first_row,
                    const int64_t *sums,
                    bool is_total)
{
  plw_sheet_text (sheet, 0, title, is_total ? PLW_STYLE_TOTAL : PLW_STYLE_SUBTOTAL);
  plw_sheet_text (sheet, 1, "", is_total ? PLW_STYLE_TOTAL : PLW_STYLE_SUBTOTAL);
  plw_sheet_text (sheet, NUMBER_COLUMN, "", is_total ? PLW_STYLE_TOTAL : PLW_STYLE_SUBTOTAL);
  plw_sheet_subtotals (sheet, FIRST_YEAR, first_row, sums, true,
                       is_total ? PLW_STYLE_TOTAL_MONEY : PLW_STYLE_SUBTOTAL_MONEY);
  plw_sheet_next (sheet);
}

/* Writes the payments of one pot, which start at @first; returns the first of the next. */
static size_t
write_payments_of_pot (PlwSheet *sheet, const GArray *payments, size_t first, int64_t *totals)
{
  PlwBook *book = sheet->book;
  uint32_t index = g_array_index (payments, Payment, first).pot;
  const PlwPotYears *pot = plw_result_pot (book->result, index);
  const char *name = pot->name[0] != '\0' ? pot->name : pot->code;
  g_autofree char *subtotal = g_strdup_printf (_ ("%s: spent"), name);
  g_autofree int64_t *sums = g_new0 (int64_t, book->n_years);
  size_t i = first;

  plw_sheet_band (sheet, name, PLW_STYLE_BAND);

  lxw_row_t first_row = sheet->row;

  for (; i < payments->len && g_array_index (payments, Payment, i).pot == index; i++)
    {
      const Payment *payment = &g_array_index (payments, Payment, i);

      write_payment (sheet, payment->use, payment->years);
      plw_book_add_years (book, sums, payment->years);
    }
  plw_place (sheet, PLW_AT_POT_PAID, index, sheet->row, FIRST_YEAR);
  write_subtotal_row (sheet, subtotal, first_row, sums, false);
  plw_book_add_years (book, totals, sums);
  return i;
}

static void
write_borrowed (PlwSheet *sheet, int64_t *totals)
{
  PlwBook *book = sheet->book;
  g_autofree int64_t *sums = g_new0 (int64_t, book->n_years);
  lxw_row_t first_row = 0;

  for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
    {
      const PlwUse *use = plw_result_use (book->result, i);

      if (is_all_zero (book, use->borrowed))
        continue;
      if (first_row == 0)
        {
          plw_sheet_band (sheet, _ ("Borrowing"), PLW_STYLE_BAND);
          first_row = sheet->row;
        }
      plw_place (sheet, PLW_AT_BORROWED, i, sheet->row, FIRST_YEAR);
      write_payment (sheet, i, use->borrowed);
      plw_book_add_years (book, sums, use->borrowed);
    }
  if (first_row == 0)
    return;
  write_subtotal_row (sheet, _ ("Borrowing: total"), first_row, sums, false);
  plw_book_add_years (book, totals, sums);
}

void
plw_book_fill_allocation (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_ALLOCATION];
  g_autoptr (GArray) payments = collect_payments (book);
  g_autofree int64_t *totals = g_new0 (int64_t, book->n_years);

  plw_sheet_head (sheet, _ ("Pays for"), PLW_WIDTH_NAME, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Partner"), 24, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Use no."), 6, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head_years (sheet, book->most, true);
  plw_sheet_open_body (sheet, 1);

  lxw_row_t first_row = sheet->row;

  for (size_t i = 0; i < payments->len;)
    i = write_payments_of_pot (sheet, payments, i, totals);
  write_borrowed (sheet, totals);
  plw_place (sheet, PLW_AT_ALLOCATION_ROWS, 0, first_row, FIRST_YEAR);
  plw_place (sheet, PLW_AT_ALLOCATION_ROWS, 1, MAX (first_row + 1, sheet->row) - 1, FIRST_YEAR);
  plw_place (sheet, PLW_AT_ALL_PAID, 0, sheet->row, FIRST_YEAR);
  write_subtotal_row (sheet, _ ("All money that reaches a use"), first_row, totals, true);
  plw_sheet_close (sheet);
}
