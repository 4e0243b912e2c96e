/* plwu-pots-model.c: pots with what they receive by year, typed or worked out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-pots-model.h"

#include <string.h>

struct _PlwuPotsModel
{
  PlwuTableModel parent_instance;
};

G_DEFINE_FINAL_TYPE (PlwuPotsModel, plwu_pots_model, PLWU_TYPE_TABLE_MODEL)

static const PlwPotYears *
find_pot (const PlwResult *result, const char *code)
{
  for (size_t i = 0; i < plw_result_n_pots (result); i++)
    {
      const PlwPotYears *pot = plw_result_pot (result, i);

      if (strcmp (pot->code, code) == 0)
        return pot;
    }
  return NULL;
}

static gboolean
is_year_derived (PlwuTableModel *model, size_t row)
{
  const PlwPlan *plan = plwu_document_get_shown (plwu_table_model_get_document (model));

  return plw_plan_number (plan, PLW_TABLE_POTS, row, PLW_POTS_BASIS) != PLW_POT_PROFILE;
}

static gboolean
get_year_pence (PlwuTableModel *model, size_t row, size_t year, gint64 *ret_pence)
{
  PlwuDocument *document = plwu_table_model_get_document (model);
  const PlwPlan *plan = plwu_document_get_shown (document);
  const PlwResult *result = plwu_document_get_result (document, NULL);

  if (result == NULL || year >= plw_result_n_years (result))
    return FALSE;

  const PlwPotYears *pot = find_pot (result, plw_plan_text (plan, PLW_TABLE_POTS, row, PLW_POTS_CODE));

  *ret_pence = pot != NULL ? pot->received[year] : 0;
  return TRUE;
}

static void
plwu_pots_model_class_init (PlwuPotsModelClass *klass)
{
  PLWU_TABLE_MODEL_CLASS (klass)->year_is_derived = is_year_derived;
  PLWU_TABLE_MODEL_CLASS (klass)->year_pence = get_year_pence;
}

static void
plwu_pots_model_init (PlwuPotsModel *self)
{
}

PlwuSheetModel *
plwu_pots_model_new (PlwuDocument *document)
{
  return g_object_new (PLWU_TYPE_POTS_MODEL, "document", document, "table", (int) PLW_TABLE_POTS, NULL);
}
