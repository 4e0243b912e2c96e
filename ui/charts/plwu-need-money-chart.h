/* plwu-need-money-chart.h: need against money, by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-chart.h"

G_BEGIN_DECLS

/**
 * PlwuCertainty: how sure money is; the order of the stack from the bottom.
 */
typedef enum
{
  PLWU_CERTAINTY_CONFIRMED,
  PLWU_CERTAINTY_INDICATIVE,
  PLWU_CERTAINTY_AT_RISK,
  PLWU_CERTAINTY_BID,
  PLWU_N_CERTAINTIES,
} PlwuCertainty;

#define PLWU_TYPE_NEED_MONEY_CHART (plwu_need_money_chart_get_type ())

/**
 * PlwuNeedMoneyChart:
 *
 * Money as stacked bars by certainty, need as a line with markers, and each
 * year's gap as text. Signal "year-activated" (int year).
 */
G_DECLARE_FINAL_TYPE (PlwuNeedMoneyChart, plwu_need_money_chart, PLWU, NEED_MONEY_CHART, PlwuChart)

GtkWidget *plwu_need_money_chart_new (void);

/**
 * plwu_need_money_chart_set_data:
 * @years: 2026 for 2026/27
 * @need_pence: one for each year
 * @money_pence: four for each year, in the order of #PlwuCertainty
 * @title: the finding in ten words or fewer
 * @description: (nullable): for screen readers; made from the figures where NULL
 *
 * All arrays are copied.
 */
void plwu_need_money_chart_set_data (PlwuNeedMoneyChart *self,
                                     guint n_years,
                                     const int *years,
                                     const gint64 *need_pence,
                                     const gint64 (*money_pence)[PLWU_N_CERTAINTIES],
                                     const char *title,
                                     const char *description);

G_END_DECLS
