/* workbook-loans.c: what borrowing costs, loan by loan, in the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A loan is what one project borrows in one year. Provision is rounded as a
 * running total, so that all of it is the loan to the penny.
 */
#include "engine/financing.h"
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#define FIRST_YEAR 6

/* Columns before the years: of a loan. */
enum
{
  PROJECT,
  WHAT,
  BORROWED,
  FIRST_PROVISION,
  LIFE,
  RATE,
};

typedef struct
{
  size_t use;
  size_t project;
  size_t year;
  int64_t pence;
  lxw_row_t row;
} Loan;

static GArray *
collect_loans (const PlwBook *book)
{
  GArray *loans = g_array_new (FALSE, FALSE, sizeof (Loan));
  size_t project = 0;

  for (size_t use = 0; use < plw_result_n_uses (book->result); use++)
    {
      const PlwUse *held = plw_result_use (book->result, use);

      if (held->kind != PLW_USE_PROJECT)
        continue;
      for (size_t year = 0; year < book->n_years; year++)
        if (held->borrowed[year] > 0)
          {
            Loan loan = { .use = use, .project = project, .year = year, .pence = held->borrowed[year] };

            g_array_append_val (loans, loan);
          }
      project++;
    }
  return loans;
}

static int64_t
rate_in (const PlwModel *model, uint32_t series, size_t year)
{
  return model->rates[series * model->n_years + year];
}

static int64_t
provision_of (const PlwBook *book, const Loan *loan, int64_t n)
{
  const PlwProject *project = &book->model->projects[loan->project];

  return plw_financing_provision (loan->pence, project->mrp,
                                  rate_in (book->model, project->interest_series, loan->year),
                                  project->asset_life, n);
}

/* Of the first year up to and with @year. */
static int64_t
provided_until (const PlwBook *book, const Loan *loan, int year)
{
  int64_t first = (int64_t) plw_financing_first_provision (book->model, loan->project, loan->year);
  int64_t sum = 0;

  for (int t = 0; t <= year; t++)
    sum += provision_of (book, loan, t - first + 1);
  return sum;
}

static const char *
column_of (char *cell, const Loan *loan, lxw_col_t column)
{
  lxw_rowcol_to_cell_abs (cell, loan->row, column, 0, 1);
  return cell;
}

static void
write_terms (PlwSheet *sheet, const Loan *loan)
{
  PlwBook *book = sheet->book;
  const PlwProject *project = &book->model->projects[loan->project];
  g_autofree char *what =
      g_strdup_printf (_ ("Borrowed in %s: provided so far"), plw_book_year (book, loan->year));
  size_t first = plw_financing_first_provision (book->model, loan->project, loan->year);

  plw_sheet_text (sheet, PROJECT, plw_result_use (book->result, loan->use)->name, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, WHAT, what, PLW_STYLE_TEXT);
  plw_sheet_calc (sheet, BORROWED, (double) loan->pence / 100.0, PLW_STYLE_MONEY, "=%s",
                  plw_ref (sheet, PLW_AT_BORROWED, loan->use, (int) loan->year));
  plw_sheet_calc (sheet, FIRST_PROVISION, (double) (first + 1), PLW_STYLE_INTEGER, "=MAX(%s,%s)+1",
                  plw_ref (sheet, PLW_AT_YEAR_NUMBER, 0, (int) loan->year),
                  plw_ref_fixed (sheet, PLW_AT_OPERATIONAL, loan->project, 0));
  plw_sheet_calc (sheet, LIFE, (double) project->asset_life, PLW_STYLE_INTEGER, "=%s",
                  plw_ref_fixed (sheet, PLW_AT_LIFE, loan->project, 0));
  if (project->interest_series == 0)
    plw_sheet_number (sheet, RATE, 0, PLW_STYLE_PERCENT);
  else
    plw_sheet_calc (sheet, RATE,
                    (double) rate_in (book->model, project->interest_series, loan->year) / (double) PLW_WHOLE,
                    PLW_STYLE_PERCENT, "=%s",
                    plw_ref (sheet, PLW_AT_RATE, project->interest_series - 1, (int) loan->year));
}

/* What has been provided by the end of each year. */
static void
write_provided (PlwSheet *sheet, Loan *loan, size_t index)
{
  PlwBook *book = sheet->book;
  const PlwProject *project = &book->model->projects[loan->project];

  loan->row = sheet->row;
  plw_place (sheet, PLW_AT_PROVIDED, index, sheet->row, FIRST_YEAR);
  write_terms (sheet, loan);
  for (int t = 0; t < (int) book->n_years; t++)
    {
      char borrowed[LXW_MAX_CELL_NAME_LENGTH], first[LXW_MAX_CELL_NAME_LENGTH];
      char life[LXW_MAX_CELL_NAME_LENGTH], rate[LXW_MAX_CELL_NAME_LENGTH];
      double value = (double) provided_until (book, loan, t) / 100.0;
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);

      column_of (borrowed, loan, BORROWED);
      column_of (first, loan, FIRST_PROVISION);
      column_of (life, loan, LIFE);
      column_of (rate, loan, RATE);
      g_autofree char *n =
          g_strdup_printf ("MEDIAN(0,%s-%s+1,%s)", plw_ref (sheet, PLW_AT_YEAR_NUMBER, 0, t), first, life);

      if (project->mrp == PLW_MRP_NONE)
        plw_sheet_number (sheet, column, 0, PLW_STYLE_MONEY);
      else if (project->mrp == PLW_MRP_STRAIGHT_LINE || project->interest_series == 0)
        plw_sheet_calc (sheet, column, value, PLW_STYLE_MONEY, "=ROUND(%s*%s/%s,2)", borrowed, n, life);
      else
        plw_sheet_calc (sheet, column, value, PLW_STYLE_MONEY,
                        "=ROUND(%s*IF(%s=0,%s/%s,((1+%s)^%s-1)/((1+%s)^%s-1)),2)", borrowed, rate, n, life,
                        rate, n, rate, life);
    }
  plw_sheet_next (sheet);
}

/* Interest of the year on what is left at its start, not rounded. */
static void
write_interest (PlwSheet *sheet, const Loan *loan, size_t index)
{
  PlwBook *book = sheet->book;
  const PlwProject *project = &book->model->projects[loan->project];
  g_autofree char *what = g_strdup_printf (_ ("Borrowed in %s: interest"), plw_book_year (book, loan->year));

  plw_place (sheet, PLW_AT_LOAN_INTEREST, index, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, PROJECT, plw_result_use (book->result, loan->use)->name, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, WHAT, what, PLW_STYLE_TEXT);
  for (lxw_col_t column = BORROWED; column < FIRST_YEAR; column++)
    plw_sheet_text (sheet, column, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) book->n_years; t++)
    {
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);
      char borrowed[LXW_MAX_CELL_NAME_LENGTH];
      double left = (double) (loan->pence - provided_until (book, loan, t - 1)) / 100.0;

      column_of (borrowed, loan, BORROWED);
      if (t <= (int) loan->year || project->interest_series == 0)
        plw_sheet_number (sheet, column, 0, PLW_STYLE_MONEY);
      else
        plw_sheet_calc (
            sheet, column,
            left * (double) rate_in (book->model, project->interest_series, (size_t) t) / (double) PLW_WHOLE,
            PLW_STYLE_MONEY, "=(%s-%s)*%s", borrowed, plw_ref (sheet, PLW_AT_PROVIDED, index, t - 1),
            plw_ref (sheet, PLW_AT_RATE, project->interest_series - 1, t));
    }
  plw_sheet_next (sheet);
}

static void
label (PlwSheet *sheet, const char *text)
{
  plw_sheet_text (sheet, PROJECT, text, PLW_STYLE_TEXT);
  for (lxw_col_t column = WHAT; column < FIRST_YEAR; column++)
    plw_sheet_text (sheet, column, "", PLW_STYLE_TEXT);
}

/* The debt the plan opens with: what is left of it at each year's start, and its provision. */
static void
write_old_debt (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  const PlwModel *model = book->model;
  int64_t left = model->opening_cfr;
  lxw_row_t row = sheet->row;

  plw_place (sheet, PLW_AT_OLD_LEFT, 0, row, FIRST_YEAR);
  plw_place (sheet, PLW_AT_OLD_PROVISION, 0, row + 1, FIRST_YEAR);
  label (sheet, _ ("Opening debt: left at the start of the year"));
  for (int t = 0; t < (int) book->n_years; t++)
    {
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);

      if (t == 0)
        plw_sheet_calc (sheet, column, (double) left / 100.0, PLW_STYLE_MONEY, "=%s",
                        plw_ref_fixed (sheet, PLW_AT_OPENING_CFR, 0, 0));
      else
        plw_sheet_calc (sheet, column, (double) left / 100.0, PLW_STYLE_MONEY, "=%s-%s",
                        plw_ref (sheet, PLW_AT_OLD_LEFT, 0, t - 1),
                        plw_ref (sheet, PLW_AT_OLD_PROVISION, 0, t - 1));
      left -= MIN (left, model->old_mrp[t]);
    }
  plw_sheet_next (sheet);
  label (sheet, _ ("Opening debt: provision"));
  left = model->opening_cfr;
  for (int t = 0; t < (int) book->n_years; t++)
    {
      int64_t provision = MIN (left, model->old_mrp[t]);

      plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), (double) provision / 100.0, PLW_STYLE_MONEY,
                      "=MIN(%s,%s)", plw_ref (sheet, PLW_AT_OLD_LEFT, 0, t),
                      plw_ref (sheet, PLW_AT_OLD_MRP, 0, t));
      left -= provision;
    }
  plw_sheet_next (sheet);
}

static void
write_mrp (PlwSheet *sheet, size_t n_loans)
{
  PlwBook *book = sheet->book;

  plw_place (sheet, PLW_AT_MRP, 0, sheet->row, FIRST_YEAR);
  label (sheet, _ ("Minimum revenue provision of the year"));
  for (int t = 0; t < (int) book->n_years; t++)
    {
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);
      double value = (double) plw_result_sum (book->result, PLW_SUM_MRP, (size_t) t) / 100.0;
      const char *old = plw_ref (sheet, PLW_AT_OLD_PROVISION, 0, t);

      if (n_loans == 0)
        plw_sheet_calc (sheet, column, value, PLW_STYLE_MONEY, "=%s", old);
      else if (t == 0)
        plw_sheet_calc (sheet, column, value, PLW_STYLE_MONEY, "=%s+SUM(%s)", old,
                        plw_ref_items (sheet, PLW_AT_PROVIDED, 0, n_loans, t));
      else
        plw_sheet_calc (sheet, column, value, PLW_STYLE_MONEY, "=%s+SUM(%s)-SUM(%s)", old,
                        plw_ref_items (sheet, PLW_AT_PROVIDED, 0, n_loans, t),
                        plw_ref_items (sheet, PLW_AT_PROVIDED, 0, n_loans, t - 1));
    }
  plw_sheet_next (sheet);
}

static void
write_all_interest (PlwSheet *sheet, size_t n_loans)
{
  PlwBook *book = sheet->book;
  uint32_t series = book->model->interest_series;

  plw_place (sheet, PLW_AT_INTEREST, 0, sheet->row, FIRST_YEAR);
  label (sheet, _ ("Interest of the year, rounded to the penny"));
  for (int t = 0; t < (int) book->n_years; t++)
    {
      double value = (double) plw_result_sum (book->result, PLW_SUM_INTEREST, (size_t) t) / 100.0;
      g_autofree char *old = series > 0 ? g_strdup_printf ("%s*%s", plw_ref (sheet, PLW_AT_OLD_LEFT, 0, t),
                                                           plw_ref (sheet, PLW_AT_RATE, series - 1, t))
                                        : g_strdup ("0");
      g_autofree char *loans =
          n_loans > 0
              ? g_strdup_printf ("+SUM(%s)", plw_ref_items (sheet, PLW_AT_LOAN_INTEREST, 0, n_loans, t))
              : g_strdup ("");

      plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), value, PLW_STYLE_MONEY, "=ROUND(%s%s,2)", old,
                      loans);
    }
  plw_sheet_next (sheet);
}

static void
write_sums (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  size_t financing = plw_result_n_uses (book->result) - 1;

  plw_place (sheet, PLW_AT_FINANCING, 0, sheet->row, FIRST_YEAR);
  label (sheet, _ ("Capital financing: provision and interest"));
  for (int t = 0; t < (int) book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t),
                    (double) plw_result_use (book->result, financing)->need[t] / 100.0,
                    PLW_STYLE_STRONG_MONEY, "=%s+%s", plw_ref (sheet, PLW_AT_MRP, 0, t),
                    plw_ref (sheet, PLW_AT_INTEREST, 0, t));
  plw_sheet_next (sheet);
}

void
plw_book_fill_loans (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_LOANS];
  g_autoptr (GArray) loans = collect_loans (book);

  plw_sheet_head (sheet, _ ("Project"), PLW_WIDTH_NAME, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Loan"), 34, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Borrowed £"), plw_money_width (book->most), PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head (sheet, _ ("Provided from year no."), 11, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head (sheet, _ ("Asset life, years"), 9, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head (sheet, _ ("Rate when borrowed"), 10, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head_years (sheet, book->most, false);
  plw_sheet_open_body (sheet, 2);
  for (guint i = 0; i < loans->len; i++)
    write_provided (sheet, &g_array_index (loans, Loan, i), i);
  for (guint i = 0; i < loans->len; i++)
    write_interest (sheet, &g_array_index (loans, Loan, i), i);
  write_old_debt (sheet);
  write_mrp (sheet, loans->len);
  write_all_interest (sheet, loans->len);
  write_sums (sheet);
  plw_sheet_close (sheet);
}
