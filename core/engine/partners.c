/* partners.c: who pays for prevention and who gains by it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/result-private.h"

#include <math.h>

static PlwPartnerYears *
partner_of (PlwResult *result, size_t programme, uint32_t partner)
{
  size_t column = partner == UINT32_MAX ? result->n_partners - 1 : partner;

  return &result->partners[programme * result->n_partners + column];
}

static void
add_benefits (PlwResult *result, const PlwModel *model)
{
  for (size_t e = 0; e < result->n_effects; e++)
    {
      const PlwEffectYears *effect = &result->effects[e];

      for (size_t t = 0; t < result->n_years; t++)
        {
          int64_t benefit = effect->saved[t] + effect->released[t];

          partner_of (result, effect->programme, model->effects[e].partner)->benefit[t] += benefit;
          partner_of (result, result->n_programmes, model->effects[e].partner)->benefit[t] += benefit;
        }
    }
}

static void
add_payments (PlwResult *result, const PlwModel *model)
{
  g_autofree size_t *programme_of_use = g_new (size_t, model->n_uses);

  for (size_t u = 0; u < model->n_uses; u++)
    programme_of_use[u] = SIZE_MAX;
  for (size_t p = 0; p < model->n_programmes; p++)
    for (int part = PLW_PART_REVENUE; part <= PLW_PART_CAPITAL; part++)
      if (model->programmes[p].uses[part] != UINT32_MAX)
        programme_of_use[model->programmes[p].uses[part]] = p;
  for (guint i = 0; i < result->flows->len; i++)
    {
      const PlwFlow *flow = &g_array_index (result->flows, PlwFlow, i);
      size_t programme = programme_of_use[flow->use];
      uint32_t partner = model->pots[flow->pot].partner;

      if (programme == SIZE_MAX)
        continue;
      partner_of (result, programme, partner)->paid[flow->year] += flow->pence;
      partner_of (result, result->n_programmes, partner)->paid[flow->year] += flow->pence;
    }
}

void
plw_result_split (PlwResult *result, const PlwModel *model)
{
  add_benefits (result, model);
  add_payments (result, model);
  for (size_t i = 0; i < (result->n_programmes + 1) * result->n_partners; i++)
    {
      PlwPartnerYears *partner = &result->partners[i];
      double benefit = 0;
      double paid = 0;

      for (size_t t = 0; t < result->n_years; t++)
        {
          double value = result->present_values[t];

          partner->position[t] = partner->benefit[t] - partner->paid[t];
          benefit += (double) partner->benefit[t] * value;
          paid += (double) partner->paid[t] * value;
        }
      partner->pv_benefit = llround (benefit);
      partner->pv_paid = llround (paid);
      partner->pv_position = partner->pv_benefit - partner->pv_paid;
    }
}

size_t
plw_result_n_partners (const PlwResult *result)
{
  const PlwPartnerYears *none = &result->partners[(result->n_programmes + 1) * result->n_partners - 1];

  for (size_t t = 0; t < result->n_years; t++)
    if (none->benefit[t] != 0 || none->paid[t] != 0)
      return result->n_partners;
  return result->n_partners - 1;
}

const PlwPartnerYears *
plw_result_partner (const PlwResult *result, size_t programme, size_t partner)
{
  g_return_val_if_fail (programme == SIZE_MAX || programme < result->n_programmes, NULL);
  g_return_val_if_fail (partner < result->n_partners, NULL);

  return &result->partners[MIN (programme, result->n_programmes) * result->n_partners + partner];
}

/* The partner with the most of @positions above (or, @sign -1, below) nothing. */
static size_t
find_most (const int64_t *positions, size_t n_partners, int sign)
{
  size_t most = 0;

  for (size_t i = 1; i < n_partners; i++)
    if (sign * positions[i] > sign * positions[most])
      most = i;
  return most;
}

bool
plw_result_transfers (const PlwResult *result, size_t programme, GArray **ret_transfers)
{
  g_return_val_if_fail (ret_transfers != NULL, false);
  g_return_val_if_fail (programme == SIZE_MAX || programme < result->n_programmes, false);

  size_t n_partners = result->n_partners - 1; /* what belongs to nobody cannot pay */
  g_autofree int64_t *positions = g_new0 (int64_t, MAX (n_partners, 1));
  int64_t sum = 0;

  for (size_t i = 0; i < n_partners; i++)
    {
      positions[i] = plw_result_partner (result, programme, i)->pv_position;
      sum += positions[i];
    }
  *ret_transfers = NULL;
  if (sum < 0)
    return false;
  *ret_transfers = g_array_new (FALSE, FALSE, sizeof (PlwTransfer));
  for (;;)
    {
      size_t to = find_most (positions, n_partners, -1);
      size_t from = find_most (positions, n_partners, 1);
      PlwTransfer transfer = { from, to, MIN (positions[from], -positions[to]) };

      if (positions[to] >= 0)
        return true;
      positions[from] -= transfer.pence;
      positions[to] += transfer.pence;
      g_array_append_val (*ret_transfers, transfer);
    }
}
