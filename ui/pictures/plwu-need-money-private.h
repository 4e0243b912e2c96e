/* plwu-need-money-private.h: what the parts of the picture of need and money share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-drawing.h"
#include "plwu-need-money.h"
#include "plwu-scale.h"

#include <placewright/number.h>

G_BEGIN_DECLS

typedef struct
{
  int year;
  gint64 need;
  gint64 money[PLWU_MONEY_SERIES_MOST];
  gint64 total;

  /* The same as printed: the kinds of money add up to all of it, and with the gap to the need. */
  gint64 need_steps;
  gint64 money_steps[PLWU_MONEY_SERIES_MOST];
  gint64 total_steps;
  gint64 gap_steps;
} PlwuNeedMoneyYear;

/* A line of texts below the years. */
typedef struct
{
  char *name;
  char **texts;
  gboolean *is_warned;
  gint64 *pence; /* (nullable): what the table says in whole pounds */
} PlwuNeedMoneyRow;

/* Where the parts of the picture lie. */
typedef struct
{
  double left;
  double top;
  double width;
  double height;
  double line; /* height of a line of small text */
  gboolean is_upright;
  guint n_rows; /* lines of figures below the years */
  PlwuScale scale;
} PlwuNeedMoneyPlot;

struct _PlwuNeedMoney
{
  PlwuDrawing parent_instance;

  /* Owned */
  GArray *years;   /* of PlwuNeedMoneyYear */
  GArray *series;  /* of PlwuMoneySeries, names owned */
  GPtrArray *rows; /* of PlwuNeedMoneyRow: need, money, gap and what was added */
  char *need_name;
  char *money_name;
  char *gap_name;

  PlwUnit unit; /* of all figures printed */
  int chosen;
  PlwuNeedMoneyPlot plot; /* as last drawn on the screen */
};

const PlwuNeedMoneyYear *plwu_need_money_get_year (PlwuNeedMoney *self, guint i);
const PlwuMoneySeries *plwu_need_money_get_series (PlwuNeedMoney *self, guint i);
/* The rows that every picture has, in their order. */
enum
{
  PLWU_NEED_MONEY_ROW_NEED,
  PLWU_NEED_MONEY_ROW_MONEY,
  PLWU_NEED_MONEY_ROW_GAP,
};

/* plwu-need-money-draw.c */
void plwu_need_money_draw (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, guint focus);
double plwu_need_money_get_slot (PlwuNeedMoney *self, const PlwuNeedMoneyPlot *plot);

G_END_DECLS
