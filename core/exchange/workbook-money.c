/* workbook-money.c: pots and what they pay for, in the committee workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <string.h>

/* What one pot pays to one use. */
typedef struct
{
  uint32_t pot;
  uint32_t use;
  int64_t *years;
} Payment;

/* One line of a pot's account. @is_flow: its years may be added. @always: printed though nothing. */
typedef struct
{
  const char *title;
  size_t offset;
  bool is_flow;
  bool always;
} AccountLine;

#define ACCOUNT(field, text, flow, shown)                                                                    \
  {                                                                                                          \
    text, G_STRUCT_OFFSET (PlwPotYears, field), flow, shown                                                  \
  }

static const AccountLine account_lines[] = {
  ACCOUNT (opening, N_ ("Opening balance"), false, false),
  ACCOUNT (received, N_ ("Received"), true, true),
  ACCOUNT (moved_in, N_ ("Moved in from other pots"), true, false),
  ACCOUNT (spent, N_ ("Spent"), true, true),
  ACCOUNT (moved_out, N_ ("Moved out to another pot"), true, false),
  ACCOUNT (lapsed, N_ ("Lapsed"), true, false),
  ACCOUNT (closing, N_ ("Closing balance"), false, false),
  ACCOUNT (withheld, N_ ("of which minimum balance, not spendable"), false, false),
  ACCOUNT (stranded, N_ ("Stranded: unspent while a need went short"), false, false),
};

#undef ACCOUNT

static const int64_t *
get_account_years (const PlwPotYears *pot, const AccountLine *line)
{
  return G_STRUCT_MEMBER (int64_t *, pot, line->offset);
}

static bool
is_all_zero (const PlwBook *book, const int64_t *years)
{
  for (size_t year = 0; year < book->n_years; year++)
    if (years[year] != 0)
      return false;
  return true;
}

/* "lapse", "keep:2" and "to:reserve" as people say it. */
static char *
describe_unspent (const PlwBook *book, const char *rule)
{
  if (g_str_equal (rule, "lapse"))
    return g_strdup (_ ("lapses if unspent"));
  if (g_str_equal (rule, "keep"))
    return g_strdup (_ ("kept if unspent"));
  if (g_str_has_prefix (rule, "keep:"))
    return g_strdup_printf (_ ("kept for %s more years if unspent"), rule + strlen ("keep:"));
  if (g_str_has_prefix (rule, "to:"))
    return g_strdup_printf (_ ("joins “%s” if unspent"),
                            plw_book_row_name (book, PLW_TABLE_POTS, rule + strlen ("to:")));
  return g_strdup (rule);
}

/* "Public health grant: revenue, confirmed, lapses if unspent; published, Local Government Finance
 * Settlement" */
static char *
describe_pot (const PlwBook *book, const PlwPotYears *pot)
{
  const PlwPlan *plan = book->plan;
  const char *standing = plw_plan_text (plan, PLW_TABLE_POTS, pot->row, PLW_POTS_STANDING);
  const char *code = plw_plan_text (plan, PLW_TABLE_POTS, pot->row, PLW_POTS_SOURCE);
  const char *source = plw_book_row_name (book, PLW_TABLE_SOURCES, code);
  g_autofree char *unspent =
      describe_unspent (book, plw_plan_text (plan, PLW_TABLE_POTS, pot->row, PLW_POTS_UNSPENT));
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "%s: %s, %s, %s", pot->name[0] != '\0' ? pot->name : pot->code,
                          plw_plan_text (plan, PLW_TABLE_POTS, pot->row, PLW_POTS_KIND),
                          plw_plan_text (plan, PLW_TABLE_POTS, pot->row, PLW_POTS_CERTAINTY), unspent);
  if (standing[0] != '\0' || source[0] != '\0')
    g_string_append (words, "; ");
  g_string_append (words, standing);
  if (standing[0] != '\0' && source[0] != '\0')
    g_string_append (words, ", ");
  g_string_append (words, source);
  return g_string_free (words, FALSE);
}

static void
write_account_line (PlwSheet *sheet, const AccountLine *line, const int64_t *years)
{
  PlwBook *book = sheet->book;
  bool is_closing = g_str_equal (line->title, "Closing balance");
  PlwStyle style = is_closing ? PLW_STYLE_STRONG_MONEY : PLW_STYLE_MONEY;

  plw_sheet_text (sheet, 0, _ (line->title), is_closing ? PLW_STYLE_STRONG : PLW_STYLE_TEXT);
  plw_sheet_years (sheet, 1, years, line->is_flow, style);
  if (!line->is_flow)
    plw_sheet_text (sheet, (lxw_col_t) (book->n_years + 1), "", PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

static void
write_all_pots (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;

  plw_sheet_band (sheet, _ ("All pots together"), PLW_STYLE_TOTAL);
  for (size_t i = 0; i < G_N_ELEMENTS (account_lines); i++)
    {
      g_autofree int64_t *sums = g_new0 (int64_t, book->n_years);

      for (size_t pot = 0; pot < plw_result_n_pots (book->result); pot++)
        plw_book_add_years (book, sums,
                            get_account_years (plw_result_pot (book->result, pot), &account_lines[i]));
      write_account_line (sheet, &account_lines[i], sums);
    }
}

static void
write_pot (PlwSheet *sheet, const PlwPotYears *pot)
{
  PlwBook *book = sheet->book;
  g_autofree char *words = describe_pot (book, pot);

  plw_sheet_band (sheet, words, PLW_STYLE_BAND);
  for (size_t i = 0; i < G_N_ELEMENTS (account_lines); i++)
    {
      const int64_t *years = get_account_years (pot, &account_lines[i]);

      if (account_lines[i].always || !is_all_zero (book, years))
        write_account_line (sheet, &account_lines[i], years);
    }
}

void
plw_book_add_pots (PlwBook *book)
{
  PlwSheet *sheet = plw_book_add_sheet (book, _ ("Pots"), _ ("Pots: the account of each source of money"),
                                        _ ("Opening + received + moved in = spent + moved out + lapsed + "
                                           "closing, each year; lines of nothing are left out. Pounds."));

  plw_sheet_head (sheet, _ ("Account"), PLW_WIDTH_NAME + 2, PLW_STYLE_HEAD);
  plw_sheet_head_years (sheet, book->most, true);
  plw_sheet_open_body (sheet, 1);
  write_all_pots (sheet);
  for (size_t pot = 0; pot < plw_result_n_pots (book->result); pot++)
    write_pot (sheet, plw_result_pot (book->result, pot));
  plw_sheet_close (sheet);
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
write_payment (PlwSheet *sheet, const PlwUse *use, const int64_t *years)
{
  const char *partner = plw_book_row_name (sheet->book, PLW_TABLE_PARTNERS, use->partner);
  g_autofree char *name = plw_book_use_name (use);

  plw_sheet_text (sheet, 0, name, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, partner[0] != '\0' ? partner : plw_book_use_kind (use), PLW_STYLE_TEXT);
  plw_sheet_years (sheet, 2, years, true, PLW_STYLE_MONEY);
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
  plw_sheet_subtotals (sheet, 2, first_row, sums, true,
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

      write_payment (sheet, plw_result_use (book->result, payment->use), payment->years);
      plw_book_add_years (book, sums, payment->years);
    }
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
      write_payment (sheet, use, use->borrowed);
      plw_book_add_years (book, sums, use->borrowed);
    }
  if (first_row == 0)
    return;
  write_subtotal_row (sheet, _ ("Borrowing: total"), first_row, sums, false);
  plw_book_add_years (book, totals, sums);
}

void
plw_book_add_allocation (PlwBook *book)
{
  PlwSheet *sheet = plw_book_add_sheet (
      book, _ ("Allocation"), _ ("Allocation: which pot pays for what"),
      _ ("Every pound that reaches a use, by the pot it comes from. The total is what is funded. Pounds."));
  g_autoptr (GArray) payments = collect_payments (book);
  g_autofree int64_t *totals = g_new0 (int64_t, book->n_years);

  sheet->is_annex = true;
  plw_sheet_head (sheet, _ ("Pays for"), PLW_WIDTH_NAME, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Partner"), 24, PLW_STYLE_HEAD);
  plw_sheet_head_years (sheet, book->most, true);
  plw_sheet_open_body (sheet, 1);

  lxw_row_t first_row = sheet->row;

  for (size_t i = 0; i < payments->len;)
    i = write_payments_of_pot (sheet, payments, i, totals);
  write_borrowed (sheet, totals);
  write_subtotal_row (sheet, _ ("All money that reaches a use"), first_row, totals, true);
  plw_sheet_close (sheet);
}
