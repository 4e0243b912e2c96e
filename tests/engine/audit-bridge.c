/* audit-bridge.c: whether the bridge is the text's, and adds up to the penny (model, section 9).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "audit.h"

/* A figure is rounded so that all add up: it may be a penny off, and a difference of two, two. */
#define PENNIES ((RefReal) 2.000001)

static const struct
{
  PlwBridgePart bridge;
  RefPart part;
} parts[] = {
  { PLW_BRIDGE_PRICE, REF_PRICED },      { PLW_BRIDGE_DEMAND, REF_DEMAND },
  { PLW_BRIDGE_SPILLOVER, REF_SPILLED }, { PLW_BRIDGE_PRESSURES, REF_PRESSURES },
  { PLW_BRIDGE_GROWTH, REF_GROWTH },     { PLW_BRIDGE_SAVINGS, REF_SAVINGS },
  { PLW_BRIDGE_INCOME, REF_INCOME },     { PLW_BRIDGE_PREVENTION, REF_PREVENTION },
};

/* A line's part in the year before, which is the base budget before the first year. */
static RefReal
find_before (const Reference *reference, const RefUse *line, size_t year, RefPart part)
{
  RefReal base = 0;

  if (year > 0)
    return line->parts[year - 1][part];
  for (size_t row = 0; part == REF_PRICED && row < plw_plan_n_rows (reference->plan, PLW_TABLE_COSTS); row++)
    if (g_str_equal (reference_text (reference, PLW_TABLE_COSTS, row, PLW_COSTS_LINE), line->code))
      base += (reference_number (reference, PLW_TABLE_COSTS, row, PLW_COSTS_KIND) == PLW_COST_INCOME ? -1 : 1)
              * (RefReal) reference_number (reference, PLW_TABLE_COSTS, row, PLW_COSTS_BASE);
  return base;
}

/* What the rule “never below zero” adds. */
static RefReal
find_floor (const Reference *reference, const RefUse *line, size_t year, bool before)
{
  RefReal sum = 0;

  for (int part = 0; part < REF_N_PARTS; part++)
    sum += before ? find_before (reference, line, year, (RefPart) part) : line->parts[year][part];
  return sum < 0 ? -sum : 0;
}

static char *
compare_part (const RefUse *use,
              size_t year,
              PlwBridgePart part,
              int64_t found,
              RefReal expected,
              RefReal allowance)
{
  if (found - expected <= allowance && found - expected >= -allowance)
    return NULL;
  return g_strdup_printf ("use %s, year %" G_GSIZE_FORMAT ": %s is %" G_GINT64_FORMAT ", by the text %.6f",
                          use->code, year, plw_bridge_part_name (part), found, (double) expected);
}

static char *
audit_line (const Reference *reference, const RefUse *line, size_t year)
{
  int64_t floor = plw_result_bridge (reference->result, line->number, PLW_BRIDGE_FLOOR, year);

  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      char *wrong = compare_part (
          line, year, parts[i].bridge,
          plw_result_bridge (reference->result, line->number, parts[i].bridge, year),
          line->parts[year][parts[i].part] - find_before (reference, line, year, parts[i].part), PENNIES);

      if (wrong != NULL)
        return wrong;
    }
  return compare_part (line, year, PLW_BRIDGE_FLOOR, floor,
                       find_floor (reference, line, year, false) - find_floor (reference, line, year, true),
                       PENNIES);
}

/* Whole pence: from last year's need to this year's, whatever is in between. */
static char *
audit_sum (const Reference *reference, const RefUse *use, size_t year)
{
  int64_t sum = 0;
  int64_t opening = plw_result_bridge (reference->result, use->number, PLW_BRIDGE_OPENING, year);

  for (int part = 0; part < PLW_BRIDGE_CLOSING; part++)
    sum += plw_result_bridge (reference->result, use->number, (PlwBridgePart) part, year);
  if (sum != use->need[year]
      || plw_result_bridge (reference->result, use->number, PLW_BRIDGE_CLOSING, year) != use->need[year])
    return g_strdup_printf ("use %s, year %" G_GSIZE_FORMAT ": the bridge leads to %" G_GINT64_FORMAT
                            ", the need is %" G_GINT64_FORMAT,
                            use->code, year, sum, use->need[year]);
  if (year > 0 && opening != use->need[year - 1])
    return g_strdup_printf ("use %s, year %" G_GSIZE_FORMAT ": the bridge starts from %" G_GINT64_FORMAT
                            ", the need was %" G_GINT64_FORMAT,
                            use->code, year, opening, use->need[year - 1]);
  return NULL;
}

/* The plan's bridge is the sum of all uses', and the summary has its parts. */
static char *
audit_plan (const Reference *reference, size_t year)
{
  static const struct
  {
    PlwBridgePart bridge;
    PlwSum sum;
    int sign;
  } sums[] = {
    { PLW_BRIDGE_PRICE, PLW_SUM_PRICE, 1 },
    { PLW_BRIDGE_DEMAND, PLW_SUM_DEMAND, 1 },
    { PLW_BRIDGE_PRESSURES, PLW_SUM_PRESSURES, 1 },
    { PLW_BRIDGE_GROWTH, PLW_SUM_GROWTH, 1 },
    { PLW_BRIDGE_SAVINGS, PLW_SUM_SAVINGS, -1 },
    { PLW_BRIDGE_INCOME, PLW_SUM_INCOME, -1 },
    { PLW_BRIDGE_PREVENTION, PLW_SUM_PREVENTION, -1 },
    { PLW_BRIDGE_SPILLOVER, PLW_SUM_SPILLOVER, 1 },
    { PLW_BRIDGE_FINANCING, PLW_SUM_FINANCING, 1 },
    { PLW_BRIDGE_CLOSING, PLW_SUM_NEED, 1 },
  };

  for (int part = 0; part < PLW_N_BRIDGE_PARTS; part++)
    {
      int64_t sum = 0;

      for (size_t use = 0; use < plw_result_n_uses (reference->result); use++)
        sum += plw_result_bridge (reference->result, use, (PlwBridgePart) part, year);
      if (sum != plw_result_bridge (reference->result, SIZE_MAX, (PlwBridgePart) part, year))
        return g_strdup_printf ("year %" G_GSIZE_FORMAT ": the uses' %s do not make the plan's", year,
                                plw_bridge_part_name ((PlwBridgePart) part));
    }
  for (size_t i = 0; i < G_N_ELEMENTS (sums); i++)
    if (plw_result_bridge (reference->result, SIZE_MAX, sums[i].bridge, year) * sums[i].sign
        != plw_result_sum (reference->result, sums[i].sum, year))
      return g_strdup_printf ("year %" G_GSIZE_FORMAT ": bridge and summary have another %s", year,
                              plw_sum_name (sums[i].sum));
  return NULL;
}

char *
audit_bridge (const Reference *reference)
{
  for (size_t year = 0; year < reference->n_years; year++)
    {
      char *wrong = audit_plan (reference, year);

      for (size_t i = 0; i < reference->n_uses && wrong == NULL; i++)
        {
          const RefUse *use = &reference->uses[i];

          if (use->number == SIZE_MAX)
            continue;
          wrong = audit_sum (reference, use, year);
          if (wrong == NULL && use->kind == PLW_USE_LINE)
            wrong = audit_line (reference, use, year);
        }
      if (wrong != NULL)
        return wrong;
    }
  return NULL;
}

/* From one answer to another in the same year: what all years up to it have moved. */
char *
audit_two (const Reference *from, const Reference *to)
{
  for (size_t i = 0; i < from->n_uses; i++)
    for (size_t year = 0; year < from->n_years; year++)
      {
        const RefUse *use = &from->uses[i];
        int64_t sum = 0;

        if (use->number == SIZE_MAX)
          continue;
        for (int part = 0; part < PLW_BRIDGE_CLOSING; part++)
          sum += plw_results_bridge (from->result, to->result, use->number, (PlwBridgePart) part, year);
        if (sum != to->uses[i].need[year]
            || plw_results_bridge (from->result, to->result, use->number, PLW_BRIDGE_OPENING, year)
                   != use->need[year])
          return g_strdup_printf ("use %s, year %" G_GSIZE_FORMAT
                                  ": the bridge between the answers leads to %" G_GINT64_FORMAT,
                                  use->code, year, sum);
        for (size_t k = 0; k < G_N_ELEMENTS (parts) && use->kind == PLW_USE_LINE; k++)
          {
            char *wrong = compare_part (
                use, year, parts[k].bridge,
                plw_results_bridge (from->result, to->result, use->number, parts[k].bridge, year),
                to->uses[i].parts[year][parts[k].part] - use->parts[year][parts[k].part],
                PENNIES * (RefReal) (year + 1));

            if (wrong != NULL)
              return wrong;
          }
      }
  return NULL;
}
