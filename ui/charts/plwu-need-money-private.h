/* plwu-need-money-private.h: what the parts of the picture of need and money share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-chart-private.h"
#include "plwu-need-money-chart.h"
#include "plwu-scale.h"

G_BEGIN_DECLS

typedef struct
{
  int year;
  gint64 need;
  gint64 money[PLWU_N_CERTAINTIES];
  gint64 total;
} PlwuNeedMoneyYear;

/* Where the parts of the picture lie. */
typedef struct
{
  double left;
  double top;
  double width;
  double height;
  double line; /* height of a line of small text */
  gboolean is_upright;
  PlwuScale scale;
} PlwuNeedMoneyPlot;

struct _PlwuNeedMoneyChart
{
  PlwuChart parent_instance;

  GArray *years;          /* owned; of PlwuNeedMoneyYear */
  PlwuNeedMoneyPlot plot; /* as last drawn on the screen */
};

const PlwuNeedMoneyYear *plwu_need_money_get_year (PlwuNeedMoneyChart *self, guint i);
const char *plwu_need_money_name_certainty (PlwuCertainty certainty);
char *plwu_need_money_show_gap (const PlwuNeedMoneyYear *year);

/* plwu-need-money-draw.c */
void plwu_need_money_draw (PlwuChart *chart, PlwuCanvas *canvas, double top, guint focus);
double plwu_need_money_get_slot (PlwuNeedMoneyChart *self, const PlwuNeedMoneyPlot *plot);

G_END_DECLS
