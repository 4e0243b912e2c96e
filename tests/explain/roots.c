/* roots.c: every figure that the tables of a result show.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "roots-private.h"

#include <math.h>

void
give_root (const Roots *roots, PlwFigureKind kind, size_t a, size_t b, size_t year, double expected)
{
  PlwFigure figure = { kind, (uint32_t) a, (uint32_t) b, (uint32_t) year };

  roots->func (figure, expected, roots->data);
}

static void
give_sums (const Roots *roots, size_t t)
{
  for (int sum = 0; sum < PLW_N_SUMS; sum++)
    give_root (roots, PLW_FIGURE_SUM, (size_t) sum, 0, t,
               (double) plw_result_sum (roots->result, (PlwSum) sum, t));
  give_root (roots, PLW_FIGURE_DEBT, PLW_DEBT_MRP, 0, t,
             (double) plw_result_sum (roots->result, PLW_SUM_MRP, t));
  give_root (roots, PLW_FIGURE_DEBT, PLW_DEBT_INTEREST, 0, t,
             (double) plw_result_sum (roots->result, PLW_SUM_INTEREST, t));
  give_root (roots, PLW_FIGURE_DEBT, PLW_DEBT_CLOSING, 0, t,
             (double) plw_result_sum (roots->result, PLW_SUM_CFR, t));
  give_root (roots, PLW_FIGURE_DEBT, PLW_DEBT_BORROWED, 0, t,
             (double) plw_result_sum (roots->result, PLW_SUM_BORROWED, t));
}

static void
give_uses (const Roots *roots, size_t t)
{
  for (size_t u = 0; u < plw_result_n_uses (roots->result); u++)
    {
      const PlwUse *use = plw_result_use (roots->result, u);
      double need = (double) use->need[t];
      double funded = (double) use->funded[t];

      give_root (roots, PLW_FIGURE_NEED, u, 0, t, need);
      give_root (roots, PLW_FIGURE_FLOOR, u, 0, t, (double) use->floor[t]);
      give_root (roots, PLW_FIGURE_FUNDED, u, 0, t, funded);
      give_root (roots, PLW_FIGURE_BORROWED, u, 0, t, (double) use->borrowed[t]);
      give_root (roots, PLW_FIGURE_SHORTFALL, u, 0, t, need - funded);
      give_root (roots, PLW_FIGURE_SHARE, u, 0, t, need > 0 ? funded / need : 1);
      for (int part = 0; part < PLW_N_BRIDGE_PARTS; part++)
        give_root (roots, PLW_FIGURE_BRIDGE, u, (size_t) part, t,
                   (double) plw_result_bridge (roots->result, u, (PlwBridgePart) part, t));
    }
  for (int part = 0; part < PLW_N_BRIDGE_PARTS; part++)
    give_root (roots, PLW_FIGURE_BRIDGE, PLW_FIGURE_PLAN, (size_t) part, t,
               (double) plw_result_bridge (roots->result, SIZE_MAX, (PlwBridgePart) part, t));
}

static void
give_flows (const Roots *roots)
{
  for (size_t i = 0; i < plw_result_n_flows (roots->result); i++)
    {
      const PlwFlow *flow = plw_result_flow (roots->result, i);

      give_root (roots, PLW_FIGURE_FLOW, flow->pot, flow->use, flow->year, (double) flow->pence);
    }
}

static void
give_pots (const Roots *roots, size_t t)
{
  for (size_t k = 0; k < plw_result_n_pots (roots->result); k++)
    {
      const PlwPotYears *pot = plw_result_pot (roots->result, k);
      const int64_t *const figures[] = {
        [PLW_POT_OPENING] = pot->opening,     [PLW_POT_RECEIVED] = pot->received,
        [PLW_POT_MOVED_IN] = pot->moved_in,   [PLW_POT_SPENT] = pot->spent,
        [PLW_POT_MOVED_OUT] = pot->moved_out, [PLW_POT_LAPSED] = pot->lapsed,
        [PLW_POT_CLOSING] = pot->closing,     [PLW_POT_STRANDED] = pot->stranded,
        [PLW_POT_WITHHELD] = pot->withheld,
      };

      for (size_t measure = 0; measure < G_N_ELEMENTS (figures); measure++)
        give_root (roots, PLW_FIGURE_POT, k, measure, t, (double) figures[measure][t]);
    }
}

/* Of one programme: what a year's delay costs is worked out for one at a time. */
static void
give_valley (const Roots *roots, size_t number, const PlwProgramme *programme)
{
  const PlwAppraisal *appraisal = &programme->appraisal;
  const double all[] = {
    (double) appraisal->valley_depth,
    (double) appraisal->valley_years,
    (double) appraisal->valley_close,
    appraisal->is_carried ? 1 : 0,
  };
  int64_t delay;

  for (size_t b = 0; b < G_N_ELEMENTS (all); b++)
    give_root (roots, PLW_FIGURE_PROGRAMME, number, PLW_PROGRAMME_VALLEY_DEPTH + b, PLW_FIGURE_ALL_YEARS,
               all[b]);
  if (number != PLW_FIGURE_PLAN
      && plw_study_delay_cost (plw_result_study (roots->result), plw_result_policy (roots->result),
                               programme->row, &delay))
    give_root (roots, PLW_FIGURE_PROGRAMME, number, PLW_PROGRAMME_DELAY_COST, PLW_FIGURE_ALL_YEARS,
               (double) delay);
}

static void
give_totals (const Roots *roots, size_t number, const PlwProgramme *programme)
{
  const int64_t *const streams[] = { programme->need, programme->cost, programme->saved, programme->released,
                                     programme->overlap };

  for (size_t b = 0; b < G_N_ELEMENTS (streams); b++)
    {
      int64_t total = 0;

      for (size_t t = 0; t < plw_result_n_years (roots->result); t++)
        total += streams[b][t];
      give_root (roots, PLW_FIGURE_PROGRAMME, number, PLW_PROGRAMME_NEED + b, PLW_FIGURE_ALL_YEARS,
                 (double) total);
    }
}

static void
give_programme (const Roots *roots, size_t number, const PlwProgramme *programme)
{
  const PlwAppraisal *appraisal = &programme->appraisal;
  const double all[] = {
    (double) appraisal->pv_cost,      (double) appraisal->pv_saved,  (double) appraisal->pv_released,
    (double) appraisal->npv,          appraisal->benefit_cost_ratio, appraisal->cashable_ratio,
    (double) appraisal->payback_year,
  };

  for (size_t t = 0; t < plw_result_n_years (roots->result); t++)
    {
      const double years[] = {
        (double) programme->need[t],     (double) programme->cost[t],    (double) programme->saved[t],
        (double) programme->released[t], (double) programme->overlap[t], programme->funded_share[t],
      };

      for (size_t b = 0; b < G_N_ELEMENTS (years); b++)
        give_root (roots, PLW_FIGURE_PROGRAMME, number, PLW_PROGRAMME_NEED + b, t, years[b]);
    }
  for (size_t b = 0; b < G_N_ELEMENTS (all); b++)
    give_root (roots, PLW_FIGURE_PROGRAMME, number, PLW_PROGRAMME_PV_COST + b, PLW_FIGURE_ALL_YEARS, all[b]);
  give_totals (roots, number, programme);
  give_valley (roots, number, programme);
}

static void
give_effects (const Roots *roots, size_t t)
{
  for (size_t e = 0; e < plw_result_n_effects (roots->result); e++)
    {
      const PlwEffectYears *effect = plw_result_effect (roots->result, e);

      give_root (roots, PLW_FIGURE_EFFECT, e, PLW_EFFECT_GROSS, t, (double) effect->gross[t]);
      give_root (roots, PLW_FIGURE_EFFECT, e, PLW_EFFECT_CASH, t,
                 (double) (effect->saved[t] + effect->overlap[t]));
      give_root (roots, PLW_FIGURE_EFFECT, e, PLW_EFFECT_SAVED, t, (double) effect->saved[t]);
      give_root (roots, PLW_FIGURE_EFFECT, e, PLW_EFFECT_RELEASED, t, (double) effect->released[t]);
      give_root (roots, PLW_FIGURE_EFFECT, e, PLW_EFFECT_OVERLAP, t, (double) effect->overlap[t]);
    }
}

static void
give_partners (const Roots *roots, size_t programme)
{
  size_t asked = programme == PLW_FIGURE_PLAN ? SIZE_MAX : programme;

  for (size_t p = 0; p < plw_result_n_partners (roots->result); p++)
    {
      const PlwPartnerYears *partner = plw_result_partner (roots->result, asked, p);
      const int64_t *const years[] = { partner->benefit, partner->paid, partner->position };
      const int64_t all[] = { partner->pv_benefit, partner->pv_paid, partner->pv_position };
      int64_t running = 0;

      for (size_t t = 0; t < plw_result_n_years (roots->result); t++)
        {
          running += partner->position[t];
          give_root (roots, PLW_FIGURE_PARTNER, programme, p + PLW_FIGURE_PARTNERS * PLW_PARTNER_RUNNING, t,
                     (double) running);
        }

      for (size_t i = 0; i < G_N_ELEMENTS (years); i++)
        {
          for (size_t t = 0; t < plw_result_n_years (roots->result); t++)
            give_root (roots, PLW_FIGURE_PARTNER, programme,
                       p + PLW_FIGURE_PARTNERS * (PLW_PARTNER_BENEFIT + i), t, (double) years[i][t]);
          give_root (roots, PLW_FIGURE_PARTNER, programme,
                     p + PLW_FIGURE_PARTNERS * (PLW_PARTNER_PV_BENEFIT + i), PLW_FIGURE_ALL_YEARS,
                     (double) all[i]);
        }
    }
}

void
for_each_root (const PlwResult *result, RootFunc func, void *data)
{
  Roots roots = { result, func, data };

  for (size_t t = 0; t < plw_result_n_years (result); t++)
    {
      give_sums (&roots, t);
      give_uses (&roots, t);
      give_pots (&roots, t);
      give_effects (&roots, t);
    }
  give_flows (&roots);
  for (size_t p = 0; p < plw_result_n_programmes (result); p++)
    {
      give_programme (&roots, p, plw_result_programme (result, p));
      give_partners (&roots, p);
    }
  give_programme (&roots, PLW_FIGURE_PLAN, plw_result_all_programmes (result));
  give_partners (&roots, PLW_FIGURE_PLAN);
  give_asked_roots (&roots);
}
