/* need.c: what service lines need (model, section 3).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/need.h"

#include <string.h>

static PlwWide
spill_of (PlwWide volume, int64_t spilled)
{
  /* A hundred-thousandth of a penny is kept, so that the product fits. */
  return volume > 0 ? volume / 10000000000 * spilled / 100000 : 0;
}

static void
note_parts (const PlwModel *model, size_t line, size_t year, PlwWide full, PlwWide spill, PlwWide *ret_parts)
{
  const PlwLine *held = &model->lines[line];
  const PlwWide *changes = &model->changes[(line * model->n_years + year) * 4];
  PlwWide priced = 0;

  for (size_t e = held->first_element; e < held->first_element + held->n_elements; e++)
    priced +=
        (PlwWide) model->elements[e].base_pence * plw_model_index (model, model->elements[e].price, year);
  ret_parts[PLW_NEED_PRICED] = priced;
  ret_parts[PLW_NEED_DEMAND] = full - priced;
  ret_parts[PLW_NEED_SPILLOVER] = spill;
  ret_parts[PLW_NEED_PRESSURES] = changes[PLW_CHANGE_PRESSURE];
  ret_parts[PLW_NEED_GROWTH] = changes[PLW_CHANGE_GROWTH];
  ret_parts[PLW_NEED_SAVINGS] = -changes[PLW_CHANGE_SAVING];
  ret_parts[PLW_NEED_INCOME] = -changes[PLW_CHANGE_INCOME];
  ret_parts[PLW_NEED_PREVENTION] = 0;
}

PlwWide
plw_need_before_prevention (const PlwModel *model,
                            size_t line,
                            size_t year,
                            int64_t spilled,
                            PlwWide *ret_parts)
{
  const PlwLine *held = &model->lines[line];
  const PlwElement *element = &model->elements[held->first_element];
  PlwWide full = 0;

  for (size_t left = held->n_elements; left > 0; left--, element++)
    full += (PlwWide) element->base_pence * plw_model_index (model, element->price_and_volume, year);

  PlwWide spill = spilled != 0 ? spill_of (full, spilled) : 0;
  PlwWide sum = full + spill + model->net_changes[year * model->n_lines + line];
  if (ret_parts != NULL)
    {
      note_parts (model, line, year, full, spill, ret_parts);
      ret_parts[PLW_NEED_CLIPPED] = sum < 0 ? -sum : 0;
    }
  return MAX (sum, 0);
}

void
plw_need_spilled (const PlwModel *model, size_t year, const int64_t *shares, int64_t *ret_spilled)
{
  memset (ret_spilled, 0, model->n_lines * sizeof *ret_spilled);
  for (size_t i = 0; i < model->n_spillovers; i++)
    {
      const PlwSpillover *spillover = &model->spillovers[i];

      for (size_t s = 0; s < year; s++)
        {
          int64_t age = (int64_t) (year - s);

          if (age < spillover->lag || age >= spillover->lag + spillover->duration)
            continue;

          int64_t unfunded = PLW_FINE - shares[spillover->from_line * model->n_years + s];
          ret_spilled[spillover->to_line] +=
              plw_divide_round ((PlwWide) spillover->rise * unfunded, PLW_WHOLE);
        }
    }
}
