/* plwu-what-if.c: a plan with a few assumptions moved, beside the plan itself.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-what-if.h"

#include <string.h>

#include <glib/gi18n.h>

static char *
find_free_code (const PlwPlan *plan)
{
  size_t row;

  for (guint i = 1;; i++)
    {
      g_autofree char *code = g_strdup_printf ("what-if-%u", i);

      if (!plw_plan_find_key (plan, PLW_TABLE_SCENARIOS, code, &row))
        return g_steal_pointer (&code);
    }
}

static void
append_scenario (PlwPlan *plan, const char *code, const char *name, const char *parent)
{
  PlwValue cells[PLW_SCENARIOS_N_COLUMNS] = { 0 };

  cells[PLW_SCENARIOS_CODE] = plw_value_text (code);
  cells[PLW_SCENARIOS_NAME] = plw_value_text (name);
  if (parent != NULL)
    cells[PLW_SCENARIOS_PARENT] = plw_value_text (parent);
  plw_plan_append (plan, PLW_TABLE_SCENARIOS, cells, G_N_ELEMENTS (cells));
}

static void
append_override (PlwPlan *plan, const char *scenario, const PlwuWhatIf *change)
{
  g_autofree char *points = plw_decimal_to_text (change->points);
  PlwValue cells[PLW_OVERRIDES_N_COLUMNS] = { 0 };

  cells[PLW_OVERRIDES_SCENARIO] = plw_value_text (scenario);
  cells[PLW_OVERRIDES_TABLE] = plw_value_text (plw_schema_table (PLW_TABLE_DRIVERS)->name);
  cells[PLW_OVERRIDES_CODE] = plw_value_text (change->driver);
  cells[PLW_OVERRIDES_FIELD] = plw_value_text ("value");
  cells[PLW_OVERRIDES_OP] = plw_value_number (PLW_OP_ADD);
  cells[PLW_OVERRIDES_VALUE] = plw_value_text (points);
  plw_plan_append (plan, PLW_TABLE_OVERRIDES, cells, G_N_ELEMENTS (cells));
}

PlwPlan *
plwu_what_if_apply (const PlwPlan *plan,
                    const char *scenario,
                    guint n_changes,
                    const PlwuWhatIf *changes,
                    char **ret_scenario)
{
  g_return_val_if_fail (plan != NULL && scenario != NULL && ret_scenario != NULL, NULL);
  g_return_val_if_fail (n_changes == 0 || changes != NULL, NULL);

  PlwPlan *copy = plw_plan_copy (plan);
  g_autofree char *code = NULL;
  g_autofree char *parent = g_strdup (*scenario != '\0' ? scenario : plw_plan_root_scenario (plan));

  if (*parent == '\0')
    {
      g_free (parent);
      parent = find_free_code (copy);
      append_scenario (copy, parent, _ ("Base case"), NULL);
    }
  code = find_free_code (copy);
  append_scenario (copy, code, _ ("What if"), parent);
  for (guint i = 0; i < n_changes; i++)
    if (changes[i].points != 0)
      append_override (copy, code, &changes[i]);
  *ret_scenario = g_steal_pointer (&code);

  return copy;
}

/* Which driver weighs most; the sums are by driver. */
typedef struct
{
  GHashTable *sums;
  const char *most;
} Weights;

static Weights
begin_weights (void)
{
  return (Weights){ g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free), NULL };
}

static void
weigh (Weights *weights, const char *driver, gint64 pence)
{
  gint64 *sum = g_hash_table_lookup (weights->sums, driver);
  const gint64 *most = weights->most != NULL ? g_hash_table_lookup (weights->sums, weights->most) : NULL;

  if (*driver == '\0')
    return;
  if (sum == NULL)
    {
      sum = g_new0 (gint64, 1);
      g_hash_table_insert (weights->sums, (char *) driver, sum);
    }
  *sum += pence;
  if (most == NULL || *sum > *most)
    weights->most = driver;
}

static const char *
end_weights (Weights *weights)
{
  g_hash_table_unref (weights->sums);

  return weights->most;
}

/* The pay award is what most lines' pay follows; demand, what most money does. */
static const char *
find_cost_driver (const PlwPlan *plan, gboolean is_pay)
{
  Weights weights = begin_weights ();

  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_COSTS); i++)
    {
      gint64 base = plw_plan_number (plan, PLW_TABLE_COSTS, i, PLW_COSTS_BASE);
      gint64 kind = plw_plan_number (plan, PLW_TABLE_COSTS, i, PLW_COSTS_KIND);

      if (is_pay ? kind == PLW_COST_PAY : kind != PLW_COST_INCOME)
        weigh (&weights,
               plw_plan_text (plan, PLW_TABLE_COSTS, i,
                              is_pay ? PLW_COSTS_PRICE_DRIVER : PLW_COSTS_VOLUME_DRIVER),
               is_pay ? 1 : base);
    }
  return end_weights (&weights);
}

/* By what the tax brings in: homes times Band D, in pounds. */
static const char *
find_tax_driver (const PlwPlan *plan)
{
  Weights weights = begin_weights ();

  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_COUNCIL_TAX); i++)
    {
      gint64 homes =
          plw_plan_number (plan, PLW_TABLE_COUNCIL_TAX, i, PLW_COUNCIL_TAX_TAX_BASE) / PLW_DECIMAL_ONE;
      gint64 pounds = plw_plan_number (plan, PLW_TABLE_COUNCIL_TAX, i, PLW_COUNCIL_TAX_BAND_D) / 100;

      weigh (&weights, plw_plan_text (plan, PLW_TABLE_COUNCIL_TAX, i, PLW_COUNCIL_TAX_INCREASE_DRIVER),
             MIN (homes, 100000000) * MIN (pounds, 1000000));
    }
  return end_weights (&weights);
}

guint
plwu_what_if_choose (const PlwPlan *plan, const char *ret_drivers[PLWU_WHAT_IF_MOST])
{
  g_return_val_if_fail (plan != NULL && ret_drivers != NULL, 0);

  const char *found[] = {
    find_cost_driver (plan, TRUE),
    find_tax_driver (plan),
    find_cost_driver (plan, FALSE),
  };
  guint n = 0;

  for (size_t i = 0; i < G_N_ELEMENTS (found); i++)
    {
      size_t row;
      gboolean is_new = found[i] != NULL && plw_plan_find_key (plan, PLW_TABLE_DRIVERS, found[i], &row);

      for (guint j = 0; is_new && j < n; j++)
        is_new = strcmp (ret_drivers[j], found[i]) != 0;
      if (is_new)
        ret_drivers[n++] = found[i];
    }
  return n;
}
