/* plwu-heatmap.h: shortfall by line and year, one hue.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/number.h>

#include "plwu-drawing.h"

G_BEGIN_DECLS

/**
 * PlwuHeatmapRow:
 * @name: the line
 * @group: (nullable): its partner or group: "Burnley"
 * @need: pence, one for each year
 * @shortfall: pence, one for each year
 */
typedef struct
{
  const char *name;
  const char *group;
  gboolean is_statutory;
  const gint64 *need;
  const gint64 *shortfall;
} PlwuHeatmapRow;

/**
 * PlwuHeatmapSort:
 * @PLWU_HEATMAP_WORST: largest shortfall of all years first
 * @PLWU_HEATMAP_FIRST_SHORT: those that fall short soonest first
 * @PLWU_HEATMAP_PLAN_ORDER: as given
 */
typedef enum
{
  PLWU_HEATMAP_WORST,
  PLWU_HEATMAP_FIRST_SHORT,
  PLWU_HEATMAP_PLAN_ORDER,
} PlwuHeatmapSort;

#define PLWU_TYPE_HEATMAP (plwu_heatmap_get_type ())

/**
 * PlwuHeatmap:
 *
 * Scrolls where it has no room; header and totals stay in view. Signal "cell-activated"
 * (guint row, int year): @row as in the rows given; "cell-stepped" with the same: the
 * keyboard or a click went there.
 */
G_DECLARE_FINAL_TYPE (PlwuHeatmap, plwu_heatmap, PLWU, HEATMAP, PlwuDrawing)

PlwuHeatmap *plwu_heatmap_new (void);

/**
 * plwu_heatmap_set_data:
 * @rows: all is copied
 * @years: 2026 for 2026/27
 */
void plwu_heatmap_set_data (PlwuHeatmap *self,
                            guint n_rows,
                            const PlwuHeatmapRow *rows,
                            guint n_years,
                            const int *years);

void plwu_heatmap_set_sort (PlwuHeatmap *self, PlwuHeatmapSort sort);
void plwu_heatmap_set_unit (PlwuHeatmap *self, PlwUnit unit);

/**
 * plwu_heatmap_set_maximum:
 * @maximum_pence: the shortfall of the strongest colour, so that scenarios
 *   compare; 0: the largest cell
 */
void plwu_heatmap_set_maximum (PlwuHeatmap *self, gint64 maximum_pence);

/**
 * plwu_heatmap_get_largest:
 * Returns: the largest shortfall of a cell, for the maximum of several heatmaps
 */
gint64 plwu_heatmap_get_largest (PlwuHeatmap *self);

G_END_DECLS
