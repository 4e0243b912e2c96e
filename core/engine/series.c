/* series.c: drivers' rates and indices (model, section 3).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Indices are whole numbers of PLW_FINE: exact for the first years of rates
 * with two decimals and always within a few parts in 10^15. Whole numbers are
 * the same on every machine, and a need that is exactly half a penny off is
 * seen as exactly that.
 */
#include "base/i18n.h"
#include "engine/model.h"

/* A driver that multiplies by more than this is a slip of the pen. */
#define INDEX_MOST (1000 * PLW_FINE)

static bool
add_driver (PlwModel *model, size_t driver, PlwProblems *problems)
{
  const PlwPlan *plan = model->plan;
  size_t first = plw_schema_table (PLW_TABLE_DRIVERS)->n_columns;
  int64_t index = PLW_FINE;

  for (size_t t = 0; t < model->n_years; t++)
    {
      int64_t rate = plw_plan_number (plan, PLW_TABLE_DRIVERS, driver, first + t);

      model->rates[(driver + 1) * model->n_years + t] = rate;
      index = plw_divide_round ((PlwWide) index * (PLW_WHOLE + rate), PLW_WHOLE);
      if (index > INDEX_MOST)
        {
          plw_problems_add (problems, PLW_SEVERITY_ERROR, "drivers", driver + 2,
                            plw_plan_text (plan, PLW_TABLE_DRIVERS, driver, PLW_DRIVERS_CODE),
                            plw_plan_column_name (plan, PLW_TABLE_DRIVERS, first + t),
                            g_strdup (_ ("prices have grown more than a thousandfold by this year")),
                            g_strdup (_ ("write percentages a year, such as 3.5")));
          return false;
        }
      model->series[(driver + 1) * model->n_years + t] = index;
    }
  return true;
}

bool
plw_model_add_series (PlwModel *model, PlwProblems *problems)
{
  bool is_good = true;

  model->n_drivers = plw_plan_n_rows (model->plan, PLW_TABLE_DRIVERS);
  model->n_series = (uint32_t) model->n_drivers + 1;
  model->series = g_new (int64_t, model->n_series * model->n_years);
  model->rates = g_new0 (int64_t, model->n_series * model->n_years);
  for (size_t t = 0; t < model->n_years; t++)
    model->series[t] = PLW_FINE;
  for (size_t d = 0; d < model->n_drivers; d++)
    is_good = add_driver (model, d, problems) && is_good;
  return is_good;
}

uint32_t
plw_model_driver (const PlwModel *model, PlwTableId table, size_t row, size_t column)
{
  const char *code = plw_plan_text (model->plan, table, row, column);
  size_t driver;

  if (code[0] == '\0' || !plw_plan_find_key (model->plan, PLW_TABLE_DRIVERS, code, &driver))
    return 0;
  return (uint32_t) driver + 1;
}

/* Both factors are at most INDEX_MOST, so the product fits. */
uint32_t
plw_model_pair (PlwModel *model, uint32_t price, uint32_t volume)
{
  if (volume == 0)
    return price;
  if (price == 0)
    return volume;

  uint32_t pair = model->n_series++;
  model->series = g_renew (int64_t, model->series, model->n_series * model->n_years);
  for (size_t t = 0; t < model->n_years; t++)
    {
      PlwWide product = (PlwWide) plw_model_index (model, price, t) * plw_model_index (model, volume, t);

      model->series[pair * model->n_years + t] = plw_divide_round (product, PLW_FINE);
    }
  return pair;
}
