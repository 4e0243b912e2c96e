/* plwu-need-money-figures.h: need against money of a result, put into a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/evaluate.h>

#include "pictures/plwu-need-money.h"

G_BEGIN_DECLS

/* The rows of figures below the picture, as plwu_need_money_get_text() counts. */
enum
{
  PLWU_NEED_ROW_NEED,
  PLWU_NEED_ROW_MONEY,
  PLWU_NEED_ROW_GAP,
  PLWU_NEED_ROW_FENCES,
  PLWU_NEED_ROW_RESERVE,
};

/**
 * plwu_need_money_figures_show:
 * @today, @pooled: (nullable): of the two policies whose gaps differ by what ring-fences cost
 *
 * Need and money by certainty, cost of ring-fences and general reserve, by year.
 */
void plwu_need_money_figures_show (PlwuNeedMoney *drawing,
                                   const PlwResult *result,
                                   const PlwResult *today,
                                   const PlwResult *pooled);

/**
 * plwu_need_money_figures_fill:
 *
 * Need and money alone, with a title of the caller's.
 */
void plwu_need_money_figures_fill (PlwuNeedMoney *drawing, const PlwResult *result, const char *title);

G_END_DECLS
