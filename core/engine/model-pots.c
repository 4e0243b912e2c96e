/* model-pots.c: pots, their yearly amounts, limits and ring-fences (model, section 4).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "engine/model.h"
#include "plan/plan-private.h"

#include <string.h>

/* tax base x I_base x Band D x I_increase x collection rate, rounded once. The
 * product of the first four is exact; of its 24 decimals two go before the
 * collection rate is applied, so that all fits.
 */
static bool
council_tax_amount (const PlwModel *model, size_t row, size_t year, uint32_t series, int64_t *ret_pence)
{
  const PlwPlan *plan = model->plan;
  PlwWide base = plw_plan_number (plan, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_TAX_BASE);
  int64_t band_d = plw_plan_number (plan, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_BAND_D);
  int64_t collection = plw_plan_number (plan, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_COLLECTION_RATE);
  PlwWide product;

  if (__builtin_mul_overflow (base, (PlwWide) band_d, &product)
      || __builtin_mul_overflow (product, (PlwWide) plw_model_index (model, series, year), &product))
    return false;

  PlwWide pence;
  if (collection == PLW_WHOLE)
    pence = (product / PLW_DECIMAL_ONE * 2 + PLW_FINE) / (2 * PLW_FINE);
  else
    pence = (product / 10000000000000 * collection / (100 * PLW_WHOLE) * 2 + 1000000000) / 2000000000;
  if (pence > PLW_PENCE_MAX)
    return false;
  *ret_pence = (int64_t) pence;
  return true;
}

static bool
fail_amount (const PlwModel *model, const PlwPot *pot, size_t year, PlwProblems *problems)
{
  plw_problems_add (problems, PLW_SEVERITY_ERROR, "pots", pot->row + 2, pot->code,
                    plw_year_name (model->first_year + (int) year),
                    g_strdup (_ ("the pot is worth more than £100 billion in this year")),
                    g_strdup (_ ("check its base, its tax base and its drivers")));
  return false;
}

static bool
add_council_tax (PlwModel *model, PlwPot *pot, PlwProblems *problems)
{
  size_t row;

  if (!plw_plan_find_key (model->plan, PLW_TABLE_COUNCIL_TAX, pot->code, &row))
    return true;

  uint32_t series = plw_model_pair (
      model, plw_model_driver (model, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_BASE_DRIVER),
      plw_model_driver (model, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_INCREASE_DRIVER));
  for (size_t t = 0; t < model->n_years; t++)
    if (!council_tax_amount (model, row, t, series, &pot->received[t]))
      return fail_amount (model, pot, t, problems);
  return true;
}

static bool
add_amounts (PlwModel *model, PlwPot *pot, PlwProblems *problems)
{
  const PlwPlan *plan = model->plan;
  size_t first = plw_schema_table (PLW_TABLE_POTS)->n_columns;
  int64_t base = plw_plan_number (plan, PLW_TABLE_POTS, pot->row, PLW_POTS_BASE);
  uint32_t series = plw_model_driver (model, PLW_TABLE_POTS, pot->row, PLW_POTS_DRIVER);

  if (pot->basis == PLW_POT_COUNCIL_TAX)
    return add_council_tax (model, pot, problems);
  for (size_t t = 0; t < model->n_years; t++)
    {
      if (pot->basis == PLW_POT_INDEXED)
        pot->received[t] = plw_fine_round ((PlwWide) base * plw_model_index (model, series, t));
      else
        pot->received[t] = plw_plan_number (plan, PLW_TABLE_POTS, pot->row, first + t);
      if (pot->received[t] > PLW_PENCE_MAX)
        return fail_amount (model, pot, t, problems);
    }
  return true;
}

static void
add_limits (PlwModel *model, PlwPot *pot)
{
  size_t first = plw_schema_table (PLW_TABLE_LIMITS)->n_columns;
  size_t row;
  bool has_limits = plw_plan_find_key (model->plan, PLW_TABLE_LIMITS, pot->code, &row);

  for (size_t t = 0; t < model->n_years; t++)
    {
      PlwValue limit =
          has_limits ? plw_plan_get (model->plan, PLW_TABLE_LIMITS, row, first + t) : PLW_VALUE_EMPTY;

      pot->limit[t] = limit.is_set ? limit.number : -1;
    }
}

/* Groups have no table: they are numbered by their text, as uses are. */
static uint32_t
find_named (const PlwModel *model, PlwFenceKind kind, const char *code)
{
  static const PlwTableId tables[] = {
    [PLW_FENCE_LINE] = PLW_TABLE_LINES,
    [PLW_FENCE_PROJECT] = PLW_TABLE_PROJECTS,
    [PLW_FENCE_PROGRAMME] = PLW_TABLE_PROGRAMMES,
    [PLW_FENCE_PARTNER] = PLW_TABLE_PARTNERS,
  };
  size_t row;

  if (kind == PLW_FENCE_GROUP)
    return g_quark_from_string (code);
  return plw_plan_find_key (model->plan, tables[kind], code, &row) ? (uint32_t) row : UINT32_MAX;
}

static void
add_fences (PlwModel *model, GHashTable *pot_numbers)
{
  const PlwPlan *plan = model->plan;
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_RINGFENCES);
  g_autofree size_t *next = g_new0 (size_t, model->n_pots + 1);
  g_autofree size_t *pot_of_row = g_new (size_t, MAX (n_rows, 1));

  model->fences = g_new (PlwFence, MAX (n_rows, 1));
  for (size_t r = 0; r < n_rows; r++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_RINGFENCES, r, PLW_RINGFENCES_POT);

      pot_of_row[r] = GPOINTER_TO_SIZE (g_hash_table_lookup (pot_numbers, code));
      if (pot_of_row[r] > 0)
        model->pots[pot_of_row[r] - 1].n_fences++;
    }
  for (size_t k = 0; k < model->n_pots; k++)
    {
      model->pots[k].first_fence = next[k];
      model->pots[k].has_fences = model->pots[k].n_fences > 0;
      next[k + 1] = next[k] + model->pots[k].n_fences;
    }
  for (size_t r = 0; r < n_rows; r++)
    {
      PlwFenceKind kind =
          (PlwFenceKind) plw_plan_number (plan, PLW_TABLE_RINGFENCES, r, PLW_RINGFENCES_USE_KIND);
      PlwValue cap = plw_plan_get (plan, PLW_TABLE_RINGFENCES, r, PLW_RINGFENCES_SHARE_CAP);

      if (pot_of_row[r] == 0)
        continue;
      model->fences[next[pot_of_row[r] - 1]++] = (PlwFence){
        .kind = kind,
        .named =
            find_named (model, kind, plw_plan_text (plan, PLW_TABLE_RINGFENCES, r, PLW_RINGFENCES_USE_CODE)),
        .share_cap = cap.is_set ? cap.number : -1,
      };
    }
}

/* Money that is to move to a pot that is switched off has nowhere to go: it lapses. */
static void
add_unspent (PlwModel *model, PlwPot *pot, GHashTable *pot_numbers)
{
  const char *rule = plw_plan_text (model->plan, PLW_TABLE_POTS, pot->row, PLW_POTS_UNSPENT);
  const char *target = plw_unspent_target (rule);
  size_t number = target != NULL ? GPOINTER_TO_SIZE (g_hash_table_lookup (pot_numbers, target)) : 0;

  pot->unspent = PLW_UNSPENT_LAPSES;
  pot->keep_years = plw_unspent_years (rule);
  if (strcmp (rule, "keep") == 0)
    pot->unspent = PLW_UNSPENT_KEPT;
  else if (pot->keep_years >= 0)
    pot->unspent = PLW_UNSPENT_KEPT_YEARS;
  else if (number > 0)
    {
      pot->unspent = PLW_UNSPENT_MOVES;
      pot->target = (uint32_t) number - 1;
    }
}

bool
plw_model_add_pots (PlwModel *model, PlwProblems *problems)
{
  const PlwPlan *plan = model->plan;
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_POTS);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  bool is_good = true;

  model->pots = g_new0 (PlwPot, MAX (n_rows, 1));
  for (size_t r = 0; r < n_rows; r++)
    {
      PlwPot *pot = &model->pots[model->n_pots];

      if (!plw_plan_number (plan, PLW_TABLE_POTS, r, PLW_POTS_ENABLED))
        continue;
      *pot = (PlwPot){
        .row = r,
        .code = plw_plan_text (plan, PLW_TABLE_POTS, r, PLW_POTS_CODE),
        .partner = plw_model_number (model, PLW_TABLE_PARTNERS,
                                     plw_plan_text (plan, PLW_TABLE_POTS, r, PLW_POTS_PARTNER)),
        .kind = (PlwPotKind) plw_plan_number (plan, PLW_TABLE_POTS, r, PLW_POTS_KIND),
        .may_fund_revenue = plw_plan_number (plan, PLW_TABLE_POTS, r, PLW_POTS_MAY_FUND_REVENUE),
        .is_pooled = plw_plan_number (plan, PLW_TABLE_POTS, r, PLW_POTS_POOLED),
        .basis = (PlwPotBasis) plw_plan_number (plan, PLW_TABLE_POTS, r, PLW_POTS_BASIS),
        .opening = plw_plan_number (plan, PLW_TABLE_POTS, r, PLW_POTS_OPENING),
        .minimum_balance = plw_plan_number (plan, PLW_TABLE_POTS, r, PLW_POTS_MINIMUM_BALANCE),
        .received = g_new0 (int64_t, model->n_years),
        .limit = g_new (int64_t, model->n_years),
      };
      model->n_pots++;
      g_hash_table_insert (numbers, (gpointer) pot->code, GSIZE_TO_POINTER (model->n_pots));
      add_limits (model, pot);
      is_good = add_amounts (model, pot, problems) && is_good;
    }
  for (size_t k = 0; k < model->n_pots; k++)
    add_unspent (model, &model->pots[k], numbers);
  add_fences (model, numbers);
  return is_good;
}
