/* reference-needs.c: what everything costs, from the text of the model.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reference.h"

#include <string.h>

static bool
is_on_line (const Reference *reference, PlwTableId table, size_t row, size_t column, const RefUse *line)
{
  return g_str_equal (reference_text (reference, table, row, column), line->code);
}

static void
add_costs (const Reference *reference, RefUse *line, size_t year)
{
  for (size_t row = 0; row < plw_plan_n_rows (reference->plan, PLW_TABLE_COSTS); row++)
    if (is_on_line (reference, PLW_TABLE_COSTS, row, PLW_COSTS_LINE, line))
      {
        bool is_income =
            reference_number (reference, PLW_TABLE_COSTS, row, PLW_COSTS_KIND) == PLW_COST_INCOME;
        RefReal base = (RefReal) reference_number (reference, PLW_TABLE_COSTS, row, PLW_COSTS_BASE);
        const char *price = reference_text (reference, PLW_TABLE_COSTS, row, PLW_COSTS_PRICE_DRIVER);
        const char *volume = reference_text (reference, PLW_TABLE_COSTS, row, PLW_COSTS_VOLUME_DRIVER);
        RefReal priced = (is_income ? -1 : 1) * base * reference_index (reference, price, year);

        line->parts[year][REF_PRICED] += priced;
        line->parts[year][REF_DEMAND] += priced * (reference_index (reference, volume, year) - 1);
      }
}

static void
add_change (const Reference *reference, RefUse *line, size_t row, size_t year)
{
  static const RefPart parts[] = { REF_PRESSURES, REF_GROWTH, REF_SAVINGS, REF_INCOME };
  int64_t kind = reference_number (reference, PLW_TABLE_CHANGES, row, PLW_CHANGES_KIND);
  bool is_ongoing =
      reference_number (reference, PLW_TABLE_CHANGES, row, PLW_CHANGES_BASIS) == PLW_CHANGE_ONGOING;
  RefReal amount = 0;

  for (size_t i = is_ongoing ? 0 : year; i <= year; i++)
    amount += (RefReal) reference_year_cell (reference, PLW_TABLE_CHANGES, row, i);
  if (kind == PLW_CHANGE_SAVING || kind == PLW_CHANGE_INCOME)
    amount *= -reference_share (reference, PLW_TABLE_CHANGES, row, PLW_CHANGES_DELIVERY);
  line->parts[year][parts[kind]] += amount;
}

static void
add_changes (const Reference *reference, RefUse *line, size_t year)
{
  for (size_t row = 0; row < plw_plan_n_rows (reference->plan, PLW_TABLE_CHANGES); row++)
    if (is_on_line (reference, PLW_TABLE_CHANGES, row, PLW_CHANGES_LINE, line)
        && reference_number (reference, PLW_TABLE_CHANGES, row, PLW_CHANGES_ENABLED) != 0)
      add_change (reference, line, row, year);
}

/* 1 - share: what part of the line went without in the year. */
static RefReal
find_want (const Reference *reference, const char *line, size_t year)
{
  for (size_t i = 0; i < reference->n_uses; i++)
    {
      const RefUse *use = &reference->uses[i];

      if (use->kind == PLW_USE_LINE && g_str_equal (use->code, line))
        return use->need[year] == 0 ? 0 : (RefReal) (use->need[year] - use->funded[year]) / use->need[year];
    }
  g_assert_not_reached ();
}

static RefReal
add_up_spillovers (const Reference *reference, const RefUse *line, size_t year)
{
  const PlwTableId table = PLW_TABLE_SPILLOVERS;
  RefReal sum = 0;

  for (size_t row = 0; row < plw_plan_n_rows (reference->plan, table); row++)
    if (is_on_line (reference, table, row, PLW_SPILLOVERS_TO_LINE, line))
      for (size_t from = 0; from < year; from++)
        {
          int64_t age = (int64_t) (year - from);
          int64_t lag = reference_number (reference, table, row, PLW_SPILLOVERS_LAG);
          int64_t duration = reference_number (reference, table, row, PLW_SPILLOVERS_DURATION);

          if (lag <= age && age < lag + duration)
            sum += (RefReal) reference_number (reference, table, row, PLW_SPILLOVERS_RISE) / REF_WHOLE
                   * find_want (reference, reference_text (reference, table, row, PLW_SPILLOVERS_FROM_LINE),
                                from);
        }
  return sum;
}

/* What part of a line goes without, or what effects leave of its need, is a fraction, which no finite
 * number of decimals holds. Where it makes half a penny, or as good as that, one penny is as right as
 * the next.
 */
static bool
is_half_a_penny (RefReal need)
{
  RefReal fraction = need - (RefReal) (int64_t) need - (RefReal) 0.5;

  return (fraction < 0 ? -fraction : fraction) < (RefReal) 1e-9 + need * (RefReal) 1e-14;
}

static void
round_need (const Reference *reference, RefUse *line, size_t year, RefReal need)
{
  const RefReal *parts = line->parts[year];
  bool is_fraction = parts[REF_SPILLED] != 0 || parts[REF_PREVENTION] != 0;

  line->text_need[year] = need > 0 ? reference_round (need) : 0;
  if (is_fraction && need > 0 && is_half_a_penny (need)
      && ABS (line->need[year] - line->text_need[year]) == 1)
    line->text_need[year] = line->need[year];
  if (reference_number (reference, PLW_TABLE_LINES, line->row, PLW_LINES_DUTY) == PLW_DUTY_STATUTORY)
    line->text_floor[year] = reference_round (
        (RefReal) reference_number (reference, PLW_TABLE_LINES, line->row, PLW_LINES_STATUTORY_MINIMUM)
        * line->text_need[year] / REF_WHOLE);
}

static void
add_line_need (Reference *reference, size_t number, size_t year)
{
  RefUse *line = &reference->uses[number];
  RefReal *parts = line->parts[year];
  RefReal before = 0;

  add_costs (reference, line, year);
  parts[REF_SPILLED] = parts[REF_PRICED] + parts[REF_DEMAND];
  parts[REF_SPILLED] =
      parts[REF_SPILLED] > 0 ? parts[REF_SPILLED] * add_up_spillovers (reference, line, year) : 0;
  add_changes (reference, line, year);
  for (int i = 0; i < REF_N_PARTS; i++)
    before += parts[i];
  parts[REF_PREVENTION] = -reference_save (reference, number, year, before > 0 ? before : 0);
  round_need (reference, line, year, before + parts[REF_PREVENTION]);
}

static void
add_programme_need (const Reference *reference, RefUse *use, size_t year)
{
  g_autofree char *key =
      g_strdup_printf ("%s/%s", use->code, use->part == PLW_PART_REVENUE ? "revenue" : "capital");
  size_t row;

  if (plw_plan_find_key (reference->plan, PLW_TABLE_PROGRAMME_YEARS, key, &row))
    use->text_need[year] =
        reference_round ((RefReal) reference_year_cell (reference, PLW_TABLE_PROGRAMME_YEARS, row, year) * 100
                         / PLW_DECIMAL_ONE * (1 + reference_correction (reference, use->row, true)));
}

static void
add_need (Reference *reference, size_t number, size_t year)
{
  RefUse *use = &reference->uses[number];
  RefFinancing financing;

  switch (use->kind)
    {
    case PLW_USE_LINE:
      add_line_need (reference, number, year);
      break;
    case PLW_USE_PROGRAMME:
      add_programme_need (reference, use, year);
      break;
    case PLW_USE_PROJECT:
      use->text_need[year] = reference_year_cell (reference, PLW_TABLE_PROJECTS, use->row, year);
      break;
    case PLW_USE_FINANCING:
      financing = reference_financing (reference, year);
      use->text_need[year] = financing.mrp + reference_round (financing.interest);
      break;
    }
}

void
reference_add_needs (Reference *reference)
{
  for (size_t year = 0; year < reference->n_years; year++)
    {
      reference_add_effects (reference, year);
      for (size_t i = 0; i < reference->n_uses; i++)
        add_need (reference, i, year);
    }
}
