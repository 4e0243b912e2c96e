/* programmes.c: what programmes cost and save over the years.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The forward pass leaves benefits as fractions of pennies; here they become
 * whole pennies that add up: gross = saved + overlap + released for every effect,
 * and what the programmes on a line save together is what the line saves.
 */
#include "engine/result-private.h"

#include <math.h>
#include <string.h>

#define FIGURES_OF_PROGRAMME 5
#define FIGURES_OF_EFFECT 4
#define FIGURES_OF_PARTNER 3

/* Hands out the arrays of programmes, effects and partners from one block. */
static void
place_figures (PlwResult *result)
{
  size_t n = result->n_years;
  size_t n_all = result->n_programmes + 1;
  size_t n_arrays = FIGURES_OF_PROGRAMME * n_all + FIGURES_OF_EFFECT * result->n_effects
                    + FIGURES_OF_PARTNER * n_all * result->n_partners;
  int64_t *next = g_new0 (int64_t, n_arrays * n + 1);

  result->programme_figures = next;
  result->programme_shares = g_new0 (double, n_all *n);
  for (size_t p = 0; p < n_all; p++)
    {
      PlwProgramme *programme = &result->programmes[p];
      int64_t **arrays[FIGURES_OF_PROGRAMME] = { &programme->need, &programme->cost, &programme->saved,
                                                 &programme->released, &programme->overlap };

      programme->funded_share = &result->programme_shares[p * n];
      for (size_t i = 0; i < FIGURES_OF_PROGRAMME; i++, next += n)
        *arrays[i] = next;
    }
  for (size_t e = 0; e < result->n_effects; e++)
    {
      PlwEffectYears *effect = &result->effects[e];
      int64_t **arrays[FIGURES_OF_EFFECT] = { &effect->gross, &effect->saved, &effect->released,
                                              &effect->overlap };

      for (size_t i = 0; i < FIGURES_OF_EFFECT; i++, next += n)
        *arrays[i] = next;
    }
  for (size_t i = 0; i < n_all * result->n_partners; i++)
    {
      PlwPartnerYears *partner = &result->partners[i];
      int64_t **arrays[FIGURES_OF_PARTNER] = { &partner->benefit, &partner->paid, &partner->position };

      for (size_t j = 0; j < FIGURES_OF_PARTNER; j++, next += n)
        *arrays[j] = next;
    }
}

static void
describe (PlwResult *result, const PlwModel *model)
{
  const PlwPlan *plan = model->plan;
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_PARTNERS);

  result->n_programmes = model->n_programmes;
  result->n_effects = model->n_effects;
  result->n_partners = n_rows + 1;
  result->programmes = g_new0 (PlwProgramme, model->n_programmes + 1);
  result->effects = g_new0 (PlwEffectYears, MAX (model->n_effects, 1));
  result->partners = g_new0 (PlwPartnerYears, (model->n_programmes + 1) * result->n_partners);
  result->programmes[model->n_programmes] = (PlwProgramme){ SIZE_MAX, "", "", "" };
  for (size_t p = 0; p < model->n_programmes; p++)
    {
      size_t row = model->programmes[p].row;

      result->programmes[p] = (PlwProgramme){
        .row = row,
        .code = plw_plan_text (plan, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_CODE),
        .name = plw_plan_name (plan, PLW_TABLE_PROGRAMMES, row),
        .partner = plw_plan_text (plan, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_PARTNER),
      };
    }
  for (size_t i = 0; i < (model->n_programmes + 1) * result->n_partners; i++)
    {
      size_t row = i % result->n_partners;
      bool is_partner = row < n_rows;

      result->partners[i] = (PlwPartnerYears){
        .row = is_partner ? row : SIZE_MAX,
        .code = is_partner ? plw_plan_text (plan, PLW_TABLE_PARTNERS, row, PLW_PARTNERS_CODE) : "",
        .name = is_partner ? plw_plan_name (plan, PLW_TABLE_PARTNERS, row) : "",
      };
    }
  for (size_t e = 0; e < model->n_effects; e++)
    {
      const PlwEffect *effect = &model->effects[e];

      result->effects[e] = (PlwEffectYears){
        .row = effect->row,
        .programme = effect->programme,
        .use = effect->line == UINT32_MAX ? SIZE_MAX : effect->line,
        .partner = effect->partner == UINT32_MAX
                       ? ""
                       : plw_plan_text (plan, PLW_TABLE_PARTNERS, effect->partner, PLW_PARTNERS_CODE),
      };
    }
}

/* Pennies of what effects on one line are credited with: the floor of each, and
 * what is left by largest remainder.
 */
static void
credit_line (PlwResult *result, const uint32_t *effects, size_t n_effects, size_t t)
{
  const double *credited = result->prevention->credited;
  size_t n = result->n_years;
  double sum = 0;
  int64_t left;

  for (size_t i = 0; i < n_effects; i++)
    sum += credited[effects[i] * n + t];
  left = llround (sum);
  for (size_t i = 0; i < n_effects; i++)
    {
      result->effects[effects[i]].saved[t] = (int64_t) floor (credited[effects[i] * n + t]);
      left -= result->effects[effects[i]].saved[t];
    }
  for (; left > 0; left--)
    {
      PlwEffectYears *best = &result->effects[effects[0]];
      double most = -1;

      for (size_t i = 0; i < n_effects; i++)
        {
          PlwEffectYears *effect = &result->effects[effects[i]];
          double missing = credited[effects[i] * n + t] - (double) effect->saved[t];

          if (missing > most)
            {
              best = effect;
              most = missing;
            }
        }
      best->saved[t]++;
    }
}

static void
fill_effects (PlwResult *result, const PlwModel *model)
{
  const PlwPrevention *prevention = result->prevention;
  size_t n = result->n_years;

  for (size_t i = 0; i < model->n_lines; i++)
    for (size_t t = 0; t < n && model->first_by_line[i] < model->first_by_line[i + 1]; t++)
      credit_line (result, &model->effects_by_line[model->first_by_line[i]],
                   model->first_by_line[i + 1] - model->first_by_line[i], t);
  for (size_t e = 0; e < model->n_effects; e++)
    for (size_t t = 0; t < n; t++)
      {
        PlwEffectYears *effect = &result->effects[e];
        PlwProgramme *programme = &result->programmes[effect->programme];
        int64_t cash = llround (prevention->cash[e * n + t]);

        if (effect->use == SIZE_MAX)
          effect->saved[t] = cash;
        /* A penny that fell to the effect in sharing out is its own. */
        cash = MAX (cash, effect->saved[t]);
        effect->gross[t] = MAX (llround (prevention->gross[e * n + t]), cash);
        effect->released[t] = effect->gross[t] - cash;
        effect->overlap[t] = cash - effect->saved[t];
        programme->saved[t] += effect->saved[t];
        programme->released[t] += effect->released[t];
        programme->overlap[t] += effect->overlap[t];
      }
}

static void
fill_costs (PlwResult *result, const PlwModel *model)
{
  for (size_t p = 0; p < model->n_programmes; p++)
    for (int part = PLW_PART_REVENUE; part <= PLW_PART_CAPITAL; part++)
      {
        uint32_t use = model->programmes[p].uses[part];

        for (size_t t = 0; use != UINT32_MAX && t < result->n_years; t++)
          {
            result->programmes[p].need[t] += result->uses[use].need[t];
            result->programmes[p].cost[t] += result->uses[use].funded[t];
          }
      }
}

/* All programmes together. */
static void
add_up (PlwResult *result)
{
  PlwProgramme *all = &result->programmes[result->n_programmes];

  for (size_t p = 0; p < result->n_programmes; p++)
    for (size_t t = 0; t < result->n_years; t++)
      {
        const PlwProgramme *programme = &result->programmes[p];

        all->need[t] += programme->need[t];
        all->cost[t] += programme->cost[t];
        all->saved[t] += programme->saved[t];
        all->released[t] += programme->released[t];
        all->overlap[t] += programme->overlap[t];
      }
  for (size_t p = 0; p <= result->n_programmes; p++)
    for (size_t t = 0; t < result->n_years; t++)
      {
        const PlwProgramme *programme = &result->programmes[p];

        programme->funded_share[t] =
            programme->need[t] > 0 ? (double) programme->cost[t] / (double) programme->need[t] : 1;
      }
}

void
plw_result_appraise (PlwResult *result, const PlwModel *model)
{
  describe (result, model);
  place_figures (result);
  result->present_values = plw_present_values (model);
  if (result->prevention != NULL)
    fill_effects (result, model);
  fill_costs (result, model);
  add_up (result);
  plw_result_split (result, model);
  for (size_t p = 0; p <= result->n_programmes; p++)
    plw_programme_appraise (result, &result->programmes[p]);
}

size_t
plw_result_n_programmes (const PlwResult *result)
{
  return result->n_programmes;
}

const PlwProgramme *
plw_result_programme (const PlwResult *result, size_t programme)
{
  g_return_val_if_fail (programme < result->n_programmes, NULL);

  return &result->programmes[programme];
}

const PlwProgramme *
plw_result_all_programmes (const PlwResult *result)
{
  return &result->programmes[result->n_programmes];
}

size_t
plw_result_n_effects (const PlwResult *result)
{
  return result->n_effects;
}

const PlwEffectYears *
plw_result_effect (const PlwResult *result, size_t effect)
{
  g_return_val_if_fail (effect < result->n_effects, NULL);

  return &result->effects[effect];
}
