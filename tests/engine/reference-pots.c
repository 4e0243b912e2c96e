/* reference-pots.c: the money, from the text of the model.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reference.h"

#include <stdlib.h>
#include <string.h>

static int64_t
find_council_tax (const Reference *reference, const char *pot, size_t year)
{
  const PlwTableId table = PLW_TABLE_COUNCIL_TAX;
  size_t row;

  g_assert_true (plw_plan_find_key (reference->plan, table, pot, &row));

  RefReal homes =
      (RefReal) reference_number (reference, table, row, PLW_COUNCIL_TAX_TAX_BASE) / PLW_DECIMAL_ONE;
  RefReal band_d = (RefReal) reference_number (reference, table, row, PLW_COUNCIL_TAX_BAND_D);
  RefReal rate =
      (RefReal) reference_number (reference, table, row, PLW_COUNCIL_TAX_COLLECTION_RATE) / REF_WHOLE;
  const char *base = reference_text (reference, table, row, PLW_COUNCIL_TAX_BASE_DRIVER);
  const char *increase = reference_text (reference, table, row, PLW_COUNCIL_TAX_INCREASE_DRIVER);

  return reference_round (homes * reference_index (reference, base, year) * band_d
                          * reference_index (reference, increase, year) * rate);
}

static int64_t
find_received (const Reference *reference, const RefPot *pot, size_t year)
{
  switch (reference_number (reference, PLW_TABLE_POTS, pot->row, PLW_POTS_BASIS))
    {
    case PLW_POT_PROFILE:
      return reference_year_cell (reference, PLW_TABLE_POTS, pot->row, year);
    case PLW_POT_INDEXED:
      return reference_round (
          (RefReal) reference_number (reference, PLW_TABLE_POTS, pot->row, PLW_POTS_BASE)
          * reference_index (reference, reference_text (reference, PLW_TABLE_POTS, pot->row, PLW_POTS_DRIVER),
                             year));
    default:
      return find_council_tax (reference, pot->code, year);
    }
}

/* The first pounds received fill the minimum balance. */
static void
add_money (const Reference *reference, RefPot *pot)
{
  int64_t minimum = reference_number (reference, PLW_TABLE_POTS, pot->row, PLW_POTS_MINIMUM_BALANCE);
  int64_t withheld = 0;

  pot->opening = reference_number (reference, PLW_TABLE_POTS, pot->row, PLW_POTS_OPENING);
  pot->received = g_new0 (int64_t, reference->n_years);
  pot->withheld = g_new0 (int64_t, reference->n_years);
  pot->inflow = g_new0 (int64_t, reference->n_years);
  for (size_t year = 0; year < reference->n_years; year++)
    {
      int64_t comes = find_received (reference, pot, year);
      int64_t all = comes + (year == 0 ? pot->opening : 0);
      int64_t held_back = MIN (all, minimum - withheld);

      pot->received[year] = comes;
      withheld += held_back;
      pot->withheld[year] = withheld;
      pot->inflow[year] = all - held_back;
    }
}

static void
add_limits (const Reference *reference, RefPot *pot)
{
  size_t row;
  bool has_row = plw_plan_find_key (reference->plan, PLW_TABLE_LIMITS, pot->code, &row);

  pot->limit = g_new0 (int64_t, reference->n_years);
  for (size_t year = 0; year < reference->n_years; year++)
    {
      PlwValue cell = PLW_VALUE_EMPTY;

      if (has_row)
        cell = plw_plan_get (
            reference->plan, PLW_TABLE_LIMITS, row,
            plw_plan_year_column (reference->plan, PLW_TABLE_LIMITS, reference->first_year + (int) year));
      pot->limit[year] = cell.is_set ? cell.number : REF_NO_LIMIT;
    }
}

static size_t
find_pot (const Reference *reference, const char *code)
{
  for (size_t i = 0; i < reference->n_pots; i++)
    if (g_str_equal (reference->pots[i].code, code))
      return i;
  g_assert_not_reached ();
}

static void
add_unspent (const Reference *reference, RefPot *pot)
{
  const char *rule = reference_text (reference, PLW_TABLE_POTS, pot->row, PLW_POTS_UNSPENT);

  pot->target = SIZE_MAX;
  pot->keep_years = 0;
  if (g_str_equal (rule, "keep"))
    pot->keep_years = REF_FOREVER;
  else if (g_str_has_prefix (rule, "keep:"))
    pot->keep_years = atoi (rule + strlen ("keep:"));
  else if (g_str_has_prefix (rule, "to:"))
    pot->target = find_pot (reference, rule + strlen ("to:"));
  else
    g_assert_cmpstr (rule, ==, "lapse");
}

static size_t
find_pot_in_result (const Reference *reference, const char *code)
{
  for (size_t i = 0; i < plw_result_n_pots (reference->result); i++)
    if (g_str_equal (plw_result_pot (reference->result, i)->code, code))
      return i;
  g_assert_not_reached ();
}

void
reference_add_pots (Reference *reference)
{
  reference->pots = g_new0 (RefPot, plw_plan_n_rows (reference->plan, PLW_TABLE_POTS) + 1);
  for (size_t row = 0; row < plw_plan_n_rows (reference->plan, PLW_TABLE_POTS); row++)
    if (reference_number (reference, PLW_TABLE_POTS, row, PLW_POTS_ENABLED) != 0)
      {
        RefPot *pot = &reference->pots[reference->n_pots++];

        pot->row = row;
        pot->code = reference_text (reference, PLW_TABLE_POTS, row, PLW_POTS_CODE);
        pot->number = find_pot_in_result (reference, pot->code);
      }
  for (size_t i = 0; i < reference->n_pots; i++)
    {
      add_money (reference, &reference->pots[i]);
      add_limits (reference, &reference->pots[i]);
      add_unspent (reference, &reference->pots[i]);
    }
}
