/* evidence.c: corrections for optimism by grade of evidence.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/evidence.h"

#include <placewright/number.h>

int64_t
plw_evidence_cost_correction (int grade)
{
  static const int8_t percent[] = { 0, 5, 10, 15, 25, 40 };

  g_return_val_if_fail (grade >= 1 && grade <= 6, 0);

  return percent[grade - 1] * PLW_DECIMAL_ONE;
}
