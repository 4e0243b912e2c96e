/* workbook-pots.c: the account of every pot, in the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a pot pays for comes from the allocation; everything around it is
 * reckoned, so that money in is seen to be money spent, moved, lapsed and kept.
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <string.h>

#define FIRST_YEAR 3

/* Where a pot's unspent money goes to and where it comes from, by number. */
enum
{
  LABEL,
  MOVES_TO,
  NUMBER,
};

/* One line of a pot's account. @is_flow: its years may be added. */
typedef struct
{
  PlwPlaced what;
  const char *title;
  size_t offset;
  bool is_flow;
} AccountLine;

#define ACCOUNT(placed, field, text, flow)                                                                   \
  {                                                                                                          \
    placed, text, G_STRUCT_OFFSET (PlwPotYears, field), flow                                                 \
  }

static const AccountLine account_lines[] = {
  ACCOUNT (PLW_AT_POT_OPENED, opening, N_ ("Opening balance"), false),
  ACCOUNT (PLW_AT_POT_RECEIVED, received, N_ ("Received"), true),
  ACCOUNT (PLW_AT_POT_MOVED_IN, moved_in, N_ ("Moved in from other pots"), true),
  ACCOUNT (PLW_AT_POT_SPENT, spent, N_ ("Spent"), true),
  ACCOUNT (PLW_AT_POT_MOVED_OUT, moved_out, N_ ("Moved out to another pot"), true),
  ACCOUNT (PLW_AT_POT_LAPSED, lapsed, N_ ("Lapsed"), true),
  ACCOUNT (PLW_AT_POT_CLOSING, closing, N_ ("Closing balance"), false),
  ACCOUNT (PLW_AT_POT_WITHHELD, withheld, N_ ("of which minimum balance, not spendable"), false),
  ACCOUNT (PLW_AT_POT_STRANDED, stranded, N_ ("Stranded: unspent while a need went short"), false),
};

#undef ACCOUNT

/* A pot being written. */
typedef struct
{
  PlwSheet *sheet;
  size_t index;
  const PlwPot *pot;
  const PlwPotYears *years;
} Account;

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

static bool
moves (const PlwPot *pot)
{
  return pot->unspent == PLW_UNSPENT_MOVES;
}

/* Whether money may lapse from the pot: at once, or once it is too old. */
static bool
lapses (const PlwPot *pot)
{
  return pot->unspent == PLW_UNSPENT_LAPSES || pot->unspent == PLW_UNSPENT_KEPT_YEARS;
}

static bool
is_target (const PlwModel *model, size_t index)
{
  for (size_t k = 0; k < model->n_pots; k++)
    if (moves (&model->pots[k]) && model->pots[k].target == index)
      return true;
  return false;
}

static bool
has_line (const Account *account, PlwPlaced what)
{
  switch (what)
    {
    case PLW_AT_POT_MOVED_IN:
      return is_target (account->sheet->book->model, account->index);
    case PLW_AT_POT_MOVED_OUT:
      return moves (account->pot);
    case PLW_AT_POT_LAPSED:
      return lapses (account->pot);
    case PLW_AT_POT_WITHHELD:
      return account->pot->minimum_balance > 0;
    default:
      return true;
    }
}

/* "+F12" where the pot has the line, else nothing. */
static char *
signed_ref (const Account *account, const char *sign, PlwPlaced what, int year)
{
  return has_line (account, what)
             ? g_strconcat (sign, plw_ref (account->sheet, what, account->index, year), NULL)
             : g_strdup ("");
}

/* All that came in: opening, received and moved in. */
static char *
money_in (const Account *account, int year)
{
  g_autofree char *moved = signed_ref (account, "+", PLW_AT_POT_MOVED_IN, year);

  return g_strdup_printf ("%s+%s%s", plw_ref (account->sheet, PLW_AT_POT_OPENED, account->index, year),
                          plw_ref (account->sheet, PLW_AT_POT_RECEIVED, account->index, year), moved);
}

/* What is left to spend once the year is over. */
static char *
unspent (const Account *account, int year)
{
  g_autofree char *in = money_in (account, year);
  g_autofree char *withheld = signed_ref (account, "-", PLW_AT_POT_WITHHELD, year);

  return g_strdup_printf ("%s-%s%s", in, plw_ref (account->sheet, PLW_AT_POT_SPENT, account->index, year),
                          withheld);
}

static char *
received (const Account *account, int year)
{
  PlwSheet *sheet = account->sheet;
  const PlwModel *model = sheet->book->model;
  size_t row;

  if (account->pot->basis == PLW_POT_PROFILE)
    return g_strdup (plw_ref (sheet, PLW_AT_PROFILE, account->index, year));
  if (account->pot->basis == PLW_POT_INDEXED)
    {
      uint32_t driver = plw_model_driver (model, PLW_TABLE_POTS, account->pot->row, PLW_POTS_DRIVER);
      const char *base = plw_ref_fixed (sheet, PLW_AT_POT_BASE, account->index, 0);

      return driver == 0
                 ? g_strdup (base)
                 : g_strdup_printf ("ROUND(%s*%s,2)", base, plw_ref (sheet, PLW_AT_INDEX, driver - 1, year));
    }
  if (!plw_plan_find_key (model->plan, PLW_TABLE_COUNCIL_TAX, account->pot->code, &row))
    return NULL;

  uint32_t homes = plw_model_driver (model, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_BASE_DRIVER);
  uint32_t charge = plw_model_driver (model, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_INCREASE_DRIVER);
  GString *formula = g_string_new (NULL);

  g_string_append_printf (formula, "ROUND(%s*%s*%s",
                          plw_ref_fixed (sheet, PLW_AT_TAX_BASE, account->index, 0),
                          plw_ref_fixed (sheet, PLW_AT_BAND_D, account->index, 0),
                          plw_ref_fixed (sheet, PLW_AT_COLLECTION, account->index, 0));
  if (homes > 0)
    g_string_append_printf (formula, "*%s", plw_ref (sheet, PLW_AT_INDEX, homes - 1, year));
  if (charge > 0)
    g_string_append_printf (formula, "*%s", plw_ref (sheet, PLW_AT_INDEX, charge - 1, year));
  g_string_append (formula, ",2)");
  return g_string_free (formula, FALSE);
}

/* What arrived by the end of a year, less what went: money of a year that is too old lapses. */
static char *
too_old (const Account *account, int year)
{
  PlwSheet *sheet = account->sheet;
  size_t index = account->index;
  int until = year - account->pot->keep_years;

  if (until < 0)
    return NULL;
  g_autofree char *withheld = signed_ref (account, "-", PLW_AT_POT_WITHHELD, until);
  GString *formula = g_string_new (NULL);

  g_string_append_printf (formula, "MAX(0,%s+SUM(%s)", plw_ref (sheet, PLW_AT_POT_OPENED, index, 0),
                          plw_ref_years (sheet, PLW_AT_POT_RECEIVED, index, 0, until));
  if (has_line (account, PLW_AT_POT_MOVED_IN))
    g_string_append_printf (formula, "+SUM(%s)", plw_ref_years (sheet, PLW_AT_POT_MOVED_IN, index, 0, until));
  g_string_append_printf (formula, "%s-SUM(%s)", withheld,
                          plw_ref_years (sheet, PLW_AT_POT_SPENT, index, 0, year));
  if (year > 0)
    g_string_append_printf (formula, "-SUM(%s)",
                            plw_ref_years (sheet, PLW_AT_POT_LAPSED, index, 0, year - 1));
  g_string_append_c (formula, ')');
  return g_string_free (formula, FALSE);
}

/* Not from the line of what comes in and goes out, which it is checked against. */
static char *
closing (const Account *account, int year)
{
  g_autofree char *in = NULL;
  g_autofree char *lapsed = NULL;

  if (account->pot->unspent == PLW_UNSPENT_LAPSES || moves (account->pot))
    return has_line (account, PLW_AT_POT_WITHHELD)
               ? g_strdup (plw_ref (account->sheet, PLW_AT_POT_WITHHELD, account->index, year))
               : NULL;
  in = money_in (account, year);
  lapsed = signed_ref (account, "-", PLW_AT_POT_LAPSED, year);
  return g_strdup_printf ("%s-%s%s", in, plw_ref (account->sheet, PLW_AT_POT_SPENT, account->index, year),
                          lapsed);
}

static char *
moved_in (const Account *account, int year)
{
  PlwSheet *sheet = account->sheet;
  char targets[LXW_MAX_CELL_RANGE_LENGTH], amounts[LXW_MAX_CELL_RANGE_LENGTH], self[LXW_MAX_CELL_NAME_LENGTH];
  lxw_col_t before = (lxw_col_t) (FIRST_YEAR + year - 1);
  lxw_row_t first = sheet->head_row + 1;

  if (year == 0)
    return NULL;
  lxw_rowcol_to_range_abs (targets, first, MOVES_TO, sheet->last_row, MOVES_TO);
  lxw_rowcol_to_range (amounts, first, before, sheet->last_row, before);
  lxw_rowcol_to_cell_abs (self, sheet->row, NUMBER, 0, 1);
  return g_strdup_printf ("SUMIF(%s,%s,%s)", targets, self, amounts);
}

/* Returns: what the cell comes to, without "="; NULL: nothing */
static char *
compose (const Account *account, PlwPlaced what, int year)
{
  PlwSheet *sheet = account->sheet;
  size_t index = account->index;
  g_autofree char *lost = NULL;
  g_autofree char *moved = NULL;

  switch (what)
    {
    case PLW_AT_POT_OPENED:
      return g_strdup (year == 0 ? plw_ref_fixed (sheet, PLW_AT_POT_OPENING, index, 0)
                                 : plw_ref (sheet, PLW_AT_POT_CLOSING, index, year - 1));
    case PLW_AT_POT_RECEIVED:
      return received (account, year);
    case PLW_AT_POT_MOVED_IN:
      return moved_in (account, year);
    case PLW_AT_POT_SPENT:
      return plw_is_placed (sheet, PLW_AT_POT_PAID, index)
                 ? g_strdup (plw_ref (sheet, PLW_AT_POT_PAID, index, year))
                 : NULL;
    case PLW_AT_POT_MOVED_OUT:
      return unspent (account, year);
    case PLW_AT_POT_LAPSED:
      return account->pot->unspent == PLW_UNSPENT_LAPSES ? unspent (account, year) : too_old (account, year);
    case PLW_AT_POT_CLOSING:
      return closing (account, year);
    case PLW_AT_POT_WITHHELD:
      return g_strdup_printf ("MIN(%s,%s+SUM(%s))", plw_ref_fixed (sheet, PLW_AT_POT_MINIMUM, index, 0),
                              plw_ref (sheet, PLW_AT_POT_OPENED, index, 0),
                              plw_ref_years (sheet, PLW_AT_POT_RECEIVED, index, 0, year));
    case PLW_AT_POT_STRANDED:
      lost = signed_ref (account, "+", PLW_AT_POT_LAPSED, year);
      moved = signed_ref (account, "+", PLW_AT_POT_MOVED_OUT, year);
      return g_strdup_printf ("IF(%s>0,%s%s%s,0)",
                              plw_ref (sheet, PLW_AT_SHORT, plw_result_n_uses (sheet->book->result), year),
                              plw_ref (sheet, PLW_AT_POT_CLOSING, index, year), lost, moved);
    default:
      g_assert_not_reached ();
    }
}

static void
write_formula (PlwSheet *sheet, size_t year, char *formula, int64_t pence, PlwStyle style)
{
  g_autofree char *held = formula;
  lxw_col_t column = (lxw_col_t) (FIRST_YEAR + year);

  if (held == NULL)
    plw_sheet_money (sheet, column, pence, style);
  else
    plw_sheet_calc (sheet, column, (double) pence / 100.0, style, "=%s", held);
}

static void
write_labels (const Account *account, const char *title, PlwPlaced what, PlwStyle style)
{
  PlwSheet *sheet = account->sheet;

  plw_sheet_text (sheet, LABEL, title, style);
  if (what == PLW_AT_POT_MOVED_OUT)
    plw_sheet_number (sheet, MOVES_TO, account->pot->target + 1, PLW_STYLE_INTEGER);
  else
    plw_sheet_text (sheet, MOVES_TO, "", PLW_STYLE_TEXT);
  plw_sheet_number (sheet, NUMBER, (double) (account->index + 1), PLW_STYLE_INTEGER);
}

static void
end_line (PlwSheet *sheet, const int64_t *years, bool is_flow, PlwStyle style)
{
  lxw_col_t last = (lxw_col_t) (FIRST_YEAR + sheet->book->n_years);

  if (is_flow)
    plw_sheet_sum_years (sheet, last, plw_book_years_total (sheet->book, years), style);
  else
    plw_sheet_text (sheet, last, "", PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

static void
write_line (const Account *account, const AccountLine *line)
{
  PlwSheet *sheet = account->sheet;
  const int64_t *years = G_STRUCT_MEMBER (int64_t *, account->years, line->offset);
  bool is_closing = line->what == PLW_AT_POT_CLOSING;
  PlwStyle style = is_closing ? PLW_STYLE_STRONG_MONEY : PLW_STYLE_MONEY;

  write_labels (account, _ (line->title), line->what, is_closing ? PLW_STYLE_STRONG : PLW_STYLE_TEXT);
  for (size_t t = 0; t < sheet->book->n_years; t++)
    write_formula (sheet, t, compose (account, line->what, (int) t), years[t], style);
  end_line (sheet, years, line->is_flow, style);
}

/* What could be spent in the year: no more than the year's limit. */
static void
write_available (const Account *account)
{
  PlwSheet *sheet = account->sheet;
  g_autofree int64_t *years = g_new (int64_t, sheet->book->n_years);

  write_labels (account, _ ("Could be spent in the year"), PLW_AT_POT_AVAILABLE, PLW_STYLE_TEXT);
  for (size_t t = 0; t < sheet->book->n_years; t++)
    {
      const PlwPotYears *pot = account->years;
      int64_t limit = account->pot->limit[t];
      int64_t held = pot->spent[t] + pot->moved_out[t] + pot->lapsed[t] + pot->closing[t] - pot->withheld[t];
      g_autofree char *moved = signed_ref (account, "+", PLW_AT_POT_MOVED_OUT, (int) t);
      g_autofree char *lapsed = signed_ref (account, "+", PLW_AT_POT_LAPSED, (int) t);
      g_autofree char *withheld = signed_ref (account, "-", PLW_AT_POT_WITHHELD, (int) t);
      g_autofree char *sum =
          g_strdup_printf ("%s%s%s+%s%s", plw_ref (sheet, PLW_AT_POT_SPENT, account->index, (int) t), moved,
                           lapsed, plw_ref (sheet, PLW_AT_POT_CLOSING, account->index, (int) t), withheld);

      years[t] = limit >= 0 ? MIN (limit, held) : held;
      write_formula (sheet, t,
                     limit >= 0 ? g_strdup_printf (
                         "MIN(%s,%s)", plw_ref (sheet, PLW_AT_LIMIT, account->index, (int) t), sum)
                                : g_strdup (sum),
                     years[t], PLW_STYLE_MONEY);
    }
  end_line (sheet, years, false, PLW_STYLE_MONEY);
}

/* Money in less money spent, moved, lapsed and kept: nothing. */
static void
write_check (const Account *account)
{
  PlwSheet *sheet = account->sheet;
  g_autofree int64_t *years = g_new0 (int64_t, sheet->book->n_years);

  write_labels (account, _ ("Check: in less out and kept, must be 0"), PLW_AT_POT_CHECK, PLW_STYLE_TEXT);
  for (size_t t = 0; t < sheet->book->n_years; t++)
    {
      g_autofree char *in = money_in (account, (int) t);
      g_autofree char *moved = signed_ref (account, "-", PLW_AT_POT_MOVED_OUT, (int) t);
      g_autofree char *lapsed = signed_ref (account, "-", PLW_AT_POT_LAPSED, (int) t);

      write_formula (sheet, t,
                     g_strdup_printf ("ROUND(%s-%s%s%s-%s,2)", in,
                                      plw_ref (sheet, PLW_AT_POT_SPENT, account->index, (int) t), moved,
                                      lapsed, plw_ref (sheet, PLW_AT_POT_CLOSING, account->index, (int) t)),
                     0, PLW_STYLE_CHECK);
    }
  end_line (sheet, years, false, PLW_STYLE_CHECK);
}

/* The rows of a pot, below its band. */
static lxw_row_t
reserve_pot (const Account *account, lxw_row_t row)
{
  for (size_t i = 0; i < G_N_ELEMENTS (account_lines); i++)
    if (has_line (account, account_lines[i].what))
      plw_place (account->sheet, account_lines[i].what, account->index, row++, FIRST_YEAR);
  plw_place (account->sheet, PLW_AT_POT_AVAILABLE, account->index, row++, FIRST_YEAR);
  plw_place (account->sheet, PLW_AT_POT_CHECK, account->index, row++, FIRST_YEAR);
  return row;
}

static Account
describe_account (PlwSheet *sheet, size_t index)
{
  return (Account){
    .sheet = sheet,
    .index = index,
    .pot = &sheet->book->model->pots[index],
    .years = plw_result_pot (sheet->book->result, index),
  };
}

static void
write_pot (const Account *account)
{
  g_autofree char *words = describe_pot (account->sheet->book, account->years);

  plw_sheet_band (account->sheet, words, PLW_STYLE_BAND);
  for (size_t i = 0; i < G_N_ELEMENTS (account_lines); i++)
    if (has_line (account, account_lines[i].what))
      write_line (account, &account_lines[i]);
  write_available (account);
  write_check (account);
}

/* The same line of every pot, found by its name. */
static void
write_sum (PlwSheet *sheet, PlwPlaced what, const char *title, const int64_t *years, bool is_flow)
{
  PlwBook *book = sheet->book;
  PlwStyle style = what == PLW_AT_POT_CHECK ? PLW_STYLE_CHECK : PLW_STYLE_MONEY;
  char names[LXW_MAX_CELL_RANGE_LENGTH], self[LXW_MAX_CELL_NAME_LENGTH];
  lxw_row_t first = sheet->head_row + 1 + G_N_ELEMENTS (account_lines) + 3;

  plw_place (sheet, what, book->model->n_pots, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, LABEL, title, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, MOVES_TO, "", PLW_STYLE_TEXT);
  plw_sheet_text (sheet, NUMBER, "", PLW_STYLE_TEXT);
  lxw_rowcol_to_range_abs (names, first, LABEL, sheet->last_row, LABEL);
  lxw_rowcol_to_cell_abs (self, sheet->row, LABEL, 0, 1);
  for (size_t t = 0; t < book->n_years; t++)
    {
      char amounts[LXW_MAX_CELL_RANGE_LENGTH];
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);

      lxw_rowcol_to_range (amounts, first, column, sheet->last_row, column);
      plw_sheet_calc (sheet, column, (double) years[t] / 100.0, style, "=SUMIF(%s,%s,%s)", names, self,
                      amounts);
    }
  end_line (sheet, years, is_flow, style);
}

static void
write_all_pots (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  g_autofree int64_t *available = g_new (int64_t, book->n_years);
  g_autofree int64_t *nothing = g_new0 (int64_t, book->n_years);

  plw_sheet_band (sheet, _ ("All pots together"), PLW_STYLE_TOTAL);
  for (size_t i = 0; i < G_N_ELEMENTS (account_lines); i++)
    {
      g_autofree int64_t *sums = g_new0 (int64_t, book->n_years);

      for (size_t pot = 0; pot < plw_result_n_pots (book->result); pot++)
        plw_book_add_years (
            book, sums,
            G_STRUCT_MEMBER (int64_t *, plw_result_pot (book->result, pot), account_lines[i].offset));
      write_sum (sheet, account_lines[i].what, _ (account_lines[i].title), sums, account_lines[i].is_flow);
    }
  for (size_t t = 0; t < book->n_years; t++)
    available[t] = plw_result_sum (book->result, PLW_SUM_AVAILABLE, t);
  write_sum (sheet, PLW_AT_POT_AVAILABLE, _ ("Could be spent in the year"), available, false);
  write_sum (sheet, PLW_AT_POT_CHECK, _ ("Check: in less out and kept, must be 0"), nothing, false);
}

void
plw_book_fill_pots (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_POTS];
  lxw_row_t row = sheet->head_row + 1 + G_N_ELEMENTS (account_lines) + 3;

  for (size_t i = 0; i < book->model->n_pots; i++)
    {
      Account account = describe_account (sheet, i);

      row = reserve_pot (&account, row + 1);
    }
  sheet->last_row = row - 1;
  plw_place (sheet, PLW_AT_POT_ROWS, 0, sheet->head_row + 1 + G_N_ELEMENTS (account_lines) + 3, FIRST_YEAR);
  plw_place (sheet, PLW_AT_POT_ROWS, 1, MAX (row, sheet->head_row + 2 + G_N_ELEMENTS (account_lines) + 3) - 1,
             FIRST_YEAR);
  plw_sheet_head (sheet, _ ("Account"), PLW_WIDTH_NAME + 2, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Moves to pot no."), 9, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head (sheet, _ ("Pot no."), 6, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head_years (sheet, book->most, true);
  plw_sheet_open_body (sheet, 1);
  write_all_pots (sheet);
  for (size_t i = 0; i < book->model->n_pots; i++)
    {
      Account account = describe_account (sheet, i);

      write_pot (&account);
    }
  plw_sheet_close (sheet);
}
