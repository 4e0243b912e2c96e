/* plwu-services-model.h: service lines with their base and, by year, what they need.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-table-model.h"

G_BEGIN_DECLS

/**
 * PlwuServicesMeasure: what the year columns show.
 */
typedef enum
{
  PLWU_SERVICES_NEED,
  PLWU_SERVICES_FUNDED,
  PLWU_SERVICES_SHORTFALL,
} PlwuServicesMeasure;

#define PLWU_TYPE_SERVICES_MODEL (plwu_services_model_get_type ())

G_DECLARE_FINAL_TYPE (PlwuServicesModel, plwu_services_model, PLWU, SERVICES_MODEL, PlwuTableModel)

PlwuSheetModel *plwu_services_model_new (PlwuDocument *document) G_GNUC_WARN_UNUSED_RESULT;

void plwu_services_model_set_measure (PlwuServicesModel *self, PlwuServicesMeasure measure);

/**
 * plwu_services_model_get_year:
 * @ret_year: (out): the index of the year that @column shows
 */
gboolean plwu_services_model_get_year (PlwuServicesModel *self, guint column, size_t *ret_year);

G_END_DECLS
