/* prevention.c: what programmes save, year by year (model, section 6).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/prevention.h"

#include <math.h>

/* g (a): nothing before the lag, then a ramp, then a yearly drop. */
static void
find_growth (const PlwEffect *effect, size_t n_years, double *ret_growth)
{
  double left = 1;

  for (size_t a = 0; a < n_years; a++)
    {
      int64_t shown = (int64_t) a - effect->lag; /* full years of showing so far */

      if (shown >= effect->ramp)
        left *= effect->kept;
      ret_growth[a] = shown < 0 || shown >= effect->duration
                          ? 0
                          : left * MIN (1, (double) (shown + 1) / (double) effect->ramp);
    }
}

PlwPrevention *
plw_prevention_new (const PlwModel *model)
{
  PlwPrevention *prevention = g_new0 (PlwPrevention, 1);
  size_t n_figures = model->n_effects * model->n_years + 1;

  prevention->model = model;
  prevention->shares = g_new0 (double, model->n_programmes * model->n_years + 1);
  prevention->gross = g_new0 (double, n_figures);
  prevention->cash = g_new0 (double, n_figures);
  prevention->credited = g_new0 (double, n_figures);
  prevention->growth = g_new0 (double, n_figures);
  for (size_t e = 0; e < model->n_effects; e++)
    find_growth (&model->effects[e], model->n_years, &prevention->growth[e * model->n_years]);
  return prevention;
}

void
plw_prevention_free (PlwPrevention *prevention)
{
  if (prevention == NULL)
    return;
  g_free (prevention->shares);
  g_free (prevention->gross);
  g_free (prevention->cash);
  g_free (prevention->credited);
  g_free (prevention->growth);
  g_free (prevention);
}

static double
gross_of (const PlwPrevention *prevention, size_t effect, size_t year)
{
  const PlwModel *model = prevention->model;
  const PlwEffect *held = &model->effects[effect];
  const double *intake = model->programmes[held->programme].intake;
  const double *shares = &prevention->shares[held->programme * model->n_years];
  const double *growth = &prevention->growth[effect * model->n_years];
  double reached = 0;

  for (size_t s = 0; s < year; s++)
    reached += shares[s] * intake[s] * growth[year - s];
  return reached * held->worth * ((double) plw_model_index (model, held->price, year) / (double) PLW_FINE);
}

/* Cash comes when a whole team, ward or placement block closes. A hair is added
 * so that a benefit of just so many steps is not one step short.
 */
static double
cash_of (const PlwEffect *effect, double gross)
{
  double cash = effect->cashable * gross;
  double step = (double) effect->release_step;

  return step > 0 ? floor (cash / step * (1 + 1e-12)) * step : cash;
}

void
plw_prevention_begin_year (PlwPrevention *prevention, size_t year)
{
  const PlwModel *model = prevention->model;

  for (size_t e = 0; e < model->n_effects; e++)
    {
      size_t at = e * model->n_years + year;

      prevention->gross[at] = gross_of (prevention, e, year);
      prevention->cash[at] = cash_of (&model->effects[e], prevention->gross[at]);
      /* Of effects on lines plw_prevention_saved() says more. */
      prevention->credited[at] = model->effects[e].line == UINT32_MAX ? prevention->cash[at] : 0;
    }
}

PlwWide
plw_prevention_saved (PlwPrevention *prevention, size_t line, size_t year, PlwWide need)
{
  const PlwModel *model = prevention->model;
  const uint32_t *effects = &model->effects_by_line[model->first_by_line[line]];
  size_t n_effects = model->first_by_line[line + 1] - model->first_by_line[line];
  double pence = (double) need / (double) PLW_FINE;
  double cash = 0;
  double left = 1;

  if (n_effects == 0 || need == 0)
    return 0;
  for (size_t i = 0; i < n_effects; i++)
    {
      double part = prevention->cash[effects[i] * model->n_years + year];

      cash += part;
      left *= 1 - MIN (1, part / pence);
    }
  if (cash <= 0)
    return 0;

  /* One programme alone keeps its figure to the last bit. */
  double saved = n_effects == 1 ? MIN (cash, pence) : MIN (pence * (1 - left), cash);
  for (size_t i = 0; i < n_effects; i++)
    {
      size_t at = effects[i] * model->n_years + year;

      prevention->credited[at] = n_effects == 1 ? saved : saved * (prevention->cash[at] / cash);
    }
  return MIN ((PlwWide) (saved * (double) PLW_FINE), need);
}

void
plw_prevention_note_share (PlwPrevention *prevention,
                           size_t programme,
                           size_t year,
                           int64_t need,
                           int64_t funded)
{
  prevention->shares[programme * prevention->model->n_years + year] =
      need > 0 ? (double) funded / (double) need : 1;
}
