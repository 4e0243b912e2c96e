/* plwu-capital-funding.h: capital spending and the money that pays for it, by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/evaluate.h>

#include "pictures/plwu-need-money.h"

G_BEGIN_DECLS

/**
 * PlwuCapitalFunding:
 * @n_series: sources of money in use
 * @series: capital pots that pay most, the other capital pots, pots of revenue, borrowing; names are owned
 * @need: (array length=n_years): pence that projects and the capital parts of programmes need
 * @money: @n_series for each year, in pence
 * @total_need, @total_money: of all years
 */
typedef struct
{
  guint n_years;
  guint n_series;
  PlwuMoneySeries series[PLWU_MONEY_SERIES_MOST];
  gint64 *need;
  gint64 *money;
  gint64 total_need;
  gint64 total_money;
} PlwuCapitalFunding;

PlwuCapitalFunding *plwu_capital_funding_new (const PlwResult *result) G_GNUC_WARN_UNUSED_RESULT;
void plwu_capital_funding_free (PlwuCapitalFunding *self);

/**
 * plwu_capital_show_ratio:
 * Returns: (transfer full): what of net revenue goes into financing cost: `7.5%`
 */
char *plwu_capital_show_ratio (const PlwResult *result, size_t year) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_capital_funding_show:
 *
 * Spending and the money that pays for it, and below them what borrowing leads to.
 */
void plwu_capital_funding_show (PlwuNeedMoney *drawing, const PlwResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuCapitalFunding, plwu_capital_funding_free)

G_END_DECLS
