/* resolve.h: overrides, understood.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/plan.h>

G_BEGIN_DECLS

/**
 * PlwOverride: one row of `overrides`, looked up and parsed.
 * @has_row: false only for a setting that the plan leaves to its fallback
 * @setting: (nullable): for the `plan` table
 * @first_column, @last_column: the cells it changes; one, or every year
 * @value: for set, what the cells become; for add, the summand in held units;
 *   for multiply, the factor in billionths
 */
typedef struct
{
  PlwTableId table;
  bool has_row;
  size_t row;
  const PlwSetting *setting;
  size_t first_column;
  size_t last_column;
  PlwOverrideOp op;
  PlwValue value;
} PlwOverride;

/**
 * plw_override_read:
 * @row: of `overrides`
 * @texts: gets the text of the value
 * @problems: gets what is wrong with the row
 *
 * Returns: false where the override cannot be applied
 */
bool plw_override_read (const PlwPlan *plan,
                        size_t row,
                        PlwPlan *texts,
                        PlwOverride *ret_override,
                        PlwProblems *problems);

/* Whether overrides may name rows of the table. */
bool plw_override_allows (PlwTableId table);

G_END_DECLS
