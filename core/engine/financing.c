/* financing.c: what borrowing costs (model, section 8).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/financing.h"

#include <math.h>

typedef struct
{
  int64_t principal;
  int64_t left;
  size_t year; /* in which it was borrowed */
  size_t first_provision;
  size_t project;
  int64_t rate; /* at borrowing */
} Loan;

struct _PlwFinancing
{
  const PlwModel *model;
  GArray *loans; /* of Loan */
  PlwFinancingYear *years;
};

PlwFinancing *
plw_financing_new (const PlwModel *model)
{
  PlwFinancing *financing = g_new0 (PlwFinancing, 1);

  financing->model = model;
  financing->loans = g_array_new (FALSE, FALSE, sizeof (Loan));
  financing->years = g_new0 (PlwFinancingYear, model->n_years);
  return financing;
}

void
plw_financing_free (PlwFinancing *financing)
{
  if (financing == NULL)
    return;
  g_array_unref (financing->loans);
  g_free (financing->years);
  g_free (financing);
}

/* All provision of the first @n years, exact sum rounded once. */
static int64_t
provided_until (int64_t principal, PlwMrp method, int64_t rate, int64_t life, int64_t n)
{
  if (method == PLW_MRP_STRAIGHT_LINE || rate == 0)
    return plw_divide_round ((PlwWide) principal * n, life);

  double growth = log1p ((double) rate / (double) PLW_WHOLE);
  return n == life ? principal
                   : (int64_t) round ((double) principal
                                      * (expm1 ((double) n * growth) / expm1 ((double) life * growth)));
}

int64_t
plw_financing_provision (int64_t principal, PlwMrp method, int64_t rate, int64_t life, int64_t n)
{
  g_return_val_if_fail (principal >= 0, 0);

  if (method == PLW_MRP_NONE || n < 1 || n > life)
    return 0;
  return provided_until (principal, method, rate, life, n)
         - provided_until (principal, method, rate, life, n - 1);
}

static int64_t
rate_of (const PlwModel *model, uint32_t series, size_t year)
{
  return model->rates[series * model->n_years + year];
}

int64_t
plw_financing_need (PlwFinancing *financing, size_t year)
{
  const PlwModel *model = financing->model;
  PlwFinancingYear *held = &financing->years[year];
  int64_t old_left = model->opening_cfr;

  for (size_t s = 0; s < year; s++)
    old_left -= MIN (old_left, model->old_mrp[s]);
  held->opening = year == 0 ? model->opening_cfr : financing->years[year - 1].closing;
  held->mrp = MIN (model->old_mrp[year], old_left);
  PlwWide interest = (PlwWide) old_left * rate_of (model, model->interest_series, year);
  for (guint i = 0; i < financing->loans->len; i++)
    {
      Loan *loan = &g_array_index (financing->loans, Loan, i);
      const PlwProject *project = &model->projects[loan->project];
      int64_t n = (int64_t) year - (int64_t) loan->first_provision + 1;
      int64_t provision =
          plw_financing_provision (loan->principal, project->mrp, loan->rate, project->asset_life, n);

      interest += (PlwWide) loan->left * rate_of (model, project->interest_series, year);
      held->mrp += provision;
      loan->left -= provision;
    }
  held->interest = plw_divide_round (interest, PLW_WHOLE);
  held->closing = held->opening - held->mrp;
  return held->mrp + held->interest;
}

size_t
plw_financing_first_provision (const PlwModel *model, size_t project, size_t year)
{
  int operational = model->projects[project].operational - model->first_year; /* as a year index */

  return (size_t) MAX ((int) year, operational) + 1;
}

void
plw_financing_borrow (PlwFinancing *financing, size_t project, size_t year, int64_t pence)
{
  const PlwModel *model = financing->model;
  const PlwProject *held = &model->projects[project];
  Loan loan = {
    .principal = pence,
    .left = pence,
    .year = year,
    .first_provision = plw_financing_first_provision (model, project, year),
    .project = project,
    .rate = rate_of (model, held->interest_series, year),
  };

  if (pence == 0)
    return;
  g_array_append_val (financing->loans, loan);
  financing->years[year].borrowed += pence;
  financing->years[year].closing += pence;
}

const PlwFinancingYear *
plw_financing_year (const PlwFinancing *financing, size_t year)
{
  return &financing->years[year];
}
