/* reference-debt.c: what debt costs, from the text of the model.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reference.h"

#include <string.h>

/* One borrowing. @start: the year of its first provision */
typedef struct
{
  int64_t principal;
  int64_t method;
  int64_t life;
  size_t start;
  RefReal rate;
} Loan;

/* All provision of the first n years. An annuity's n-th is payment x (1+r)^-(L-n+1). */
static RefReal
find_provided (const Loan *loan, int64_t n)
{
  RefReal sum = 0;

  if (loan->method != PLW_MRP_ANNUITY || loan->rate == 0)
    return (RefReal) loan->principal * n / loan->life;
  for (int64_t i = 1; i <= n; i++)
    sum += (RefReal) loan->principal * loan->rate / (1 - 1 / reference_power (1 + loan->rate, loan->life))
           / reference_power (1 + loan->rate, loan->life - i + 1);
  return sum;
}

/* Provision of the n-th year: whole pence that follow the exact sum, so that no year is a
 * penny off, none is below nothing and all of them are the debt.
 */
static int64_t
find_provision (const Loan *loan, int64_t n)
{
  if (loan->method == PLW_MRP_NONE || n < 1 || n > loan->life)
    return 0;
  return reference_round (find_provided (loan, n)) - reference_round (find_provided (loan, n - 1));
}

static const char *
find_interest (const Reference *reference, size_t project)
{
  const char *own = reference_text (reference, PLW_TABLE_PROJECTS, project, PLW_PROJECTS_INTEREST_DRIVER);

  return *own != '\0' ? own : plw_plan_setting (reference->plan, "interest_driver");
}

static Loan
find_loan (const Reference *reference, const RefUse *use, size_t year)
{
  int64_t operational = reference_number (reference, PLW_TABLE_PROJECTS, use->row, PLW_PROJECTS_OPERATIONAL);
  int64_t start = (int64_t) year + 1;

  if (operational != 0)
    start = MAX (start, operational + 1 - reference->first_year);
  return (Loan){
    .principal = use->borrowed[year],
    .method = reference_number (reference, PLW_TABLE_PROJECTS, use->row, PLW_PROJECTS_MRP),
    .life = reference_number (reference, PLW_TABLE_PROJECTS, use->row, PLW_PROJECTS_ASSET_LIFE),
    .start = (size_t) start,
    .rate = reference_rate (reference, find_interest (reference, use->row), year),
  };
}

/* Provision in @year; interest on what was owed when it began; and what is still owed when it ends. */
static void
add_loans (const Reference *reference, const RefUse *use, size_t year, RefFinancing *financing)
{
  int64_t provision = 0;
  int64_t owed = 0;

  for (size_t from = 0; from < year; from++)
    {
      Loan loan = find_loan (reference, use, from);

      if (loan.principal == 0)
        continue;
      owed += loan.principal;
      for (size_t i = loan.start; i < year; i++)
        owed -= find_provision (&loan, (int64_t) (i - loan.start) + 1);
      if (year >= loan.start)
        provision += find_provision (&loan, (int64_t) (year - loan.start) + 1);
    }
  financing->mrp += provision;
  financing->interest +=
      (RefReal) owed * reference_rate (reference, find_interest (reference, use->row), year);
  financing->cfr += owed - provision;
}

RefFinancing
reference_financing (const Reference *reference, size_t year)
{
  int64_t old = plw_plan_setting_number (reference->plan, "opening_cfr", 0);
  RefFinancing financing = { 0 };

  if (plw_plan_n_rows (reference->plan, PLW_TABLE_DEBT) > 0)
    {
      for (size_t i = 0; i < year; i++)
        old -= reference_year_cell (reference, PLW_TABLE_DEBT, 0, i);
      financing.mrp = reference_year_cell (reference, PLW_TABLE_DEBT, 0, year);
    }
  financing.interest =
      (RefReal) old * reference_rate (reference, plw_plan_setting (reference->plan, "interest_driver"), year);
  financing.cfr = old - financing.mrp;
  for (size_t i = 0; i < reference->n_uses; i++)
    if (reference->uses[i].kind == PLW_USE_PROJECT && reference->uses[i].may_borrow)
      {
        add_loans (reference, &reference->uses[i], year, &financing);
        financing.cfr += reference->uses[i].borrowed[year];
      }
  return financing;
}
