/* plwu-services-model.c: service lines with their base and, by year, what they need.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-services-model.h"

#include <string.h>

#include <glib/gi18n.h>

/* Derived columns: the base year's budget, then each year of the plan. */
#define BASE 0
#define FIRST_YEAR 1

struct _PlwuServicesModel
{
  PlwuTableModel parent_instance;

  PlwuServicesMeasure measure;
  /* Owned */
  GHashTable *bases; /* (nullable): line -> gint64 *, the sum of its cost elements */
};

G_DEFINE_FINAL_TYPE (PlwuServicesModel, plwu_services_model, PLWU_TYPE_TABLE_MODEL)

static const PlwPlan *
get_plan (PlwuTableModel *model)
{
  return plwu_document_get_shown (plwu_table_model_get_document (model));
}

static guint
get_n_derived (PlwuTableModel *model)
{
  return FIRST_YEAR + (guint) plw_plan_n_years (get_plan (model));
}

static char *
get_derived_title (PlwuTableModel *model, guint index)
{
  const PlwPlan *plan = get_plan (model);
  int base_year = plw_plan_base_year (plan);

  if (index == BASE)
    return g_strdup_printf (_ ("Budget %s"), plw_year_name (base_year));
  return plw_year_to_text (base_year + (int) index);
}

static GHashTable *
sum_costs (const PlwPlan *plan)
{
  GHashTable *bases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_COSTS);

  for (size_t i = 0; i < n_rows; i++)
    {
      const char *line = plw_plan_text (plan, PLW_TABLE_COSTS, i, PLW_COSTS_LINE);
      gboolean is_income = plw_plan_number (plan, PLW_TABLE_COSTS, i, PLW_COSTS_KIND) == PLW_COST_INCOME;
      gint64 pence = plw_plan_number (plan, PLW_TABLE_COSTS, i, PLW_COSTS_BASE);
      gint64 *sum = g_hash_table_lookup (bases, line);

      if (sum == NULL)
        {
          sum = g_new0 (gint64, 1);
          g_hash_table_insert (bases, g_strdup (line), sum);
        }
      *sum += is_income ? -pence : pence;
    }
  return bases;
}

static gboolean
get_base (PlwuServicesModel *self, size_t row, gint64 *ret_pence)
{
  const PlwPlan *plan = get_plan (PLWU_TABLE_MODEL (self));

  if (self->bases == NULL)
    self->bases = sum_costs (plan);

  const gint64 *sum =
      g_hash_table_lookup (self->bases, plw_plan_text (plan, PLW_TABLE_LINES, row, PLW_LINES_CODE));

  *ret_pence = sum != NULL ? *sum : 0;
  return TRUE;
}

/* Results may be one edit behind: a line is looked up by its code. */
static const PlwUse *
find_use (PlwuServicesModel *self, const PlwResult *result, size_t row, size_t *ret_use)
{
  const char *code = plw_plan_text (get_plan (PLWU_TABLE_MODEL (self)), PLW_TABLE_LINES, row, PLW_LINES_CODE);
  size_t n_uses = plw_result_n_uses (result);

  for (size_t i = 0; i < n_uses; i++)
    {
      size_t index = (row + i) % n_uses;
      const PlwUse *use = plw_result_use (result, index);

      if (use->kind == PLW_USE_LINE && strcmp (use->code, code) == 0)
        {
          *ret_use = index;
          return use;
        }
    }
  return NULL;
}

static gboolean
get_derived_pence (PlwuTableModel *model, size_t row, guint index, gint64 *ret_pence)
{
  PlwuServicesModel *self = PLWU_SERVICES_MODEL (model);
  const PlwResult *result = plwu_document_get_result (plwu_table_model_get_document (model), NULL);
  size_t year = index - FIRST_YEAR;
  size_t position = 0;

  if (index == BASE)
    return get_base (self, row, ret_pence);
  if (result == NULL || year >= plw_result_n_years (result))
    return FALSE;

  const PlwUse *use = find_use (self, result, row, &position);

  if (use == NULL)
    return FALSE;
  if (self->measure == PLWU_SERVICES_FUNDED)
    *ret_pence = use->funded[year];
  else if (self->measure == PLWU_SERVICES_SHORTFALL)
    *ret_pence = plw_result_shortfall (result, position, year);
  else
    *ret_pence = use->need[year];
  return TRUE;
}

static void
forget_bases (PlwuTableModel *model)
{
  PlwuServicesModel *self = PLWU_SERVICES_MODEL (model);

  g_clear_pointer (&self->bases, g_hash_table_unref);
}

static void
plwu_services_model_finalize (GObject *object)
{
  forget_bases (PLWU_TABLE_MODEL (object));

  G_OBJECT_CLASS (plwu_services_model_parent_class)->finalize (object);
}

static void
plwu_services_model_class_init (PlwuServicesModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  PlwuTableModelClass *model_class = PLWU_TABLE_MODEL_CLASS (klass);

  object_class->finalize = plwu_services_model_finalize;

  model_class->plan_changed = forget_bases;
  model_class->n_derived = get_n_derived;
  model_class->derived_title = get_derived_title;
  model_class->derived_pence = get_derived_pence;
}

static void
plwu_services_model_init (PlwuServicesModel *self)
{
}

PlwuSheetModel *
plwu_services_model_new (PlwuDocument *document)
{
  return g_object_new (PLWU_TYPE_SERVICES_MODEL, "document", document, "table", (int) PLW_TABLE_LINES, NULL);
}

void
plwu_services_model_set_measure (PlwuServicesModel *self, PlwuServicesMeasure measure)
{
  g_return_if_fail (PLWU_IS_SERVICES_MODEL (self));

  self->measure = measure;
  plwu_table_model_results_changed (PLWU_TABLE_MODEL (self));
}

gboolean
plwu_services_model_get_year (PlwuServicesModel *self, guint column, size_t *ret_year)
{
  g_return_val_if_fail (PLWU_IS_SERVICES_MODEL (self), FALSE);

  guint index;

  if (!plwu_table_model_get_derived_column (PLWU_TABLE_MODEL (self), column, &index) || index < FIRST_YEAR)
    return FALSE;
  *ret_year = index - FIRST_YEAR;
  return TRUE;
}
