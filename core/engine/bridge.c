/* bridge.c: why a need is what it is, from one year or scenario to another (section 9).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/result-private.h"

const char *
plw_bridge_part_name (PlwBridgePart part)
{
  static const char *const names[PLW_N_BRIDGE_PARTS] = {
    "opening",    "price",     "demand",    "pressures", "growth", "savings", "income",
    "prevention", "spillover", "financing", "floor",     "other",  "closing",
  };

  g_return_val_if_fail ((unsigned) part < PLW_N_BRIDGE_PARTS, "");

  return names[part];
}

static PlwNeedPart
need_part (PlwBridgePart part)
{
  static const PlwNeedPart parts[PLW_N_BRIDGE_PARTS] = {
    [PLW_BRIDGE_PRICE] = PLW_NEED_PRICED,          [PLW_BRIDGE_DEMAND] = PLW_NEED_DEMAND,
    [PLW_BRIDGE_PRESSURES] = PLW_NEED_PRESSURES,   [PLW_BRIDGE_GROWTH] = PLW_NEED_GROWTH,
    [PLW_BRIDGE_SAVINGS] = PLW_NEED_SAVINGS,       [PLW_BRIDGE_INCOME] = PLW_NEED_INCOME,
    [PLW_BRIDGE_PREVENTION] = PLW_NEED_PREVENTION, [PLW_BRIDGE_SPILLOVER] = PLW_NEED_SPILLOVER,
    [PLW_BRIDGE_FLOOR] = PLW_NEED_CLIPPED,         [PLW_BRIDGE_OPENING] = PLW_N_NEED_PARTS,
    [PLW_BRIDGE_FINANCING] = PLW_N_NEED_PARTS,     [PLW_BRIDGE_OTHER] = PLW_N_NEED_PARTS,
    [PLW_BRIDGE_CLOSING] = PLW_N_NEED_PARTS,
  };

  return parts[part];
}

static int64_t
movement_of (const PlwResult *result, size_t line, size_t year, PlwNeedPart part)
{
  return result->movements[(line * result->n_years + year) * PLW_N_NEED_PARTS + (size_t) part];
}

int64_t
plw_result_base_need (const PlwResult *result, size_t use)
{
  int64_t base;

  if (result->uses[use].kind != PLW_USE_LINE)
    return 0;
  base = result->uses[use].need[0];
  for (int part = 0; part < PLW_N_NEED_PARTS; part++)
    base -= movement_of (result, use, 0, (PlwNeedPart) part);
  return base;
}

static int64_t
need_before (const PlwResult *result, size_t use, size_t year)
{
  return year > 0 ? result->uses[use].need[year - 1] : plw_result_base_need (result, use);
}

static int64_t
bridge_of_use (const PlwResult *result, size_t use, PlwBridgePart part, size_t year)
{
  const PlwUse *held = &result->uses[use];
  PlwBridgePart whole = held->kind == PLW_USE_FINANCING ? PLW_BRIDGE_FINANCING : PLW_BRIDGE_OTHER;

  if (part == PLW_BRIDGE_OPENING)
    return need_before (result, use, year);
  if (part == PLW_BRIDGE_CLOSING)
    return held->need[year];
  if (held->kind == PLW_USE_LINE)
    return need_part (part) < PLW_N_NEED_PARTS ? movement_of (result, use, year, need_part (part)) : 0;
  return part == whole ? held->need[year] - need_before (result, use, year) : 0;
}

int64_t
plw_result_bridge (const PlwResult *result, size_t use, PlwBridgePart part, size_t year)
{
  int64_t sum = 0;

  g_return_val_if_fail (result != NULL && year < result->n_years, 0);
  g_return_val_if_fail (use == SIZE_MAX || use < result->n_uses, 0);
  g_return_val_if_fail ((unsigned) part < PLW_N_BRIDGE_PARTS, 0);

  if (use != SIZE_MAX)
    return bridge_of_use (result, use, part, year);
  for (size_t u = 0; u < result->n_uses; u++)
    sum += bridge_of_use (result, u, part, year);
  return sum;
}

/* How much of a need in @year is owed to @part since the base year. */
static int64_t
level_of_use (const PlwResult *result, size_t use, PlwBridgePart part, size_t year)
{
  int64_t level = 0;

  for (size_t t = 0; t <= year; t++)
    level += bridge_of_use (result, use, part, t);
  if (part == PLW_BRIDGE_OTHER)
    level += plw_result_base_need (result, use);
  return level;
}

static int64_t
level_of (const PlwResult *result, const PlwUse *like, PlwBridgePart part, size_t year)
{
  int64_t level = 0;

  for (size_t u = 0; u < result->n_uses; u++)
    {
      const PlwUse *use = &result->uses[u];

      if (like != NULL && (use->kind != like->kind || use->row != like->row || use->part != like->part))
        continue;
      if (part == PLW_BRIDGE_OPENING || part == PLW_BRIDGE_CLOSING)
        level += use->need[year];
      else
        level += level_of_use (result, u, part, year);
    }
  return level;
}

int64_t
plw_results_bridge (const PlwResult *from, const PlwResult *to, size_t use, PlwBridgePart part, size_t year)
{
  const PlwUse *like;

  g_return_val_if_fail (from != NULL && to != NULL, 0);
  g_return_val_if_fail (year < from->n_years && year < to->n_years, 0);
  g_return_val_if_fail (use == SIZE_MAX || use < from->n_uses, 0);
  g_return_val_if_fail ((unsigned) part < PLW_N_BRIDGE_PARTS, 0);

  like = use == SIZE_MAX ? NULL : &from->uses[use];
  if (part == PLW_BRIDGE_OPENING)
    return level_of (from, like, part, year);
  if (part == PLW_BRIDGE_CLOSING)
    return level_of (to, like, part, year);
  return level_of (to, like, part, year) - level_of (from, like, part, year);
}
