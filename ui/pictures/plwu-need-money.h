/* plwu-need-money.h: need against money, by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-drawing.h"

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

/**
 * PlwuMoneySeries: one kind of money.
 * @name: as the picture has it
 */
typedef struct
{
  const char *name;
  PlwuPattern pattern;
  PlwuPaletteColour colour;
} PlwuMoneySeries;

#define PLWU_MONEY_SERIES_MOST 8

#define PLWU_TYPE_NEED_MONEY (plwu_need_money_get_type ())

/**
 * PlwuNeedMoney:
 *
 * Money as stacked bars, by certainty or by other series; need as a line with
 * markers; below each year its figures as text. Signal "year-activated" (int year).
 */
G_DECLARE_FINAL_TYPE (PlwuNeedMoney, plwu_need_money, PLWU, NEED_MONEY, PlwuDrawing)

PlwuNeedMoney *plwu_need_money_new (void);

/**
 * plwu_need_money_set_data:
 * @years: 2026 for 2026/27
 * @need_pence: one for each year
 * @money_pence: four for each year, in the order of #PlwuCertainty
 * @title: the finding in ten words or fewer
 * @description: (nullable): for screen readers; made from the figures where NULL
 *
 * All arrays are copied.
 */
void plwu_need_money_set_data (PlwuNeedMoney *self,
                               guint n_years,
                               const int *years,
                               const gint64 *need_pence,
                               const gint64 (*money_pence)[PLWU_N_CERTAINTIES],
                               const char *title,
                               const char *description);

/**
 * plwu_need_money_set_names:
 * @need, @money, @gap: what the line, the whole bar and what is missing are called
 *
 * Instead of need, money and gap; before the figures are given.
 */
void plwu_need_money_set_names (PlwuNeedMoney *self, const char *need, const char *money, const char *gap);

/**
 * plwu_need_money_set_series:
 * @series: (array length=n_series): from the bottom of the stack; at most %PLWU_MONEY_SERIES_MOST; copied
 * @need_pence: one for each year
 * @money_pence: @n_series for each year
 *
 * As plwu_need_money_set_data(), with money of other kinds.
 */
void plwu_need_money_set_series (PlwuNeedMoney *self,
                                 guint n_series,
                                 const PlwuMoneySeries *series,
                                 guint n_years,
                                 const int *years,
                                 const gint64 *need_pence,
                                 const gint64 *money_pence,
                                 const char *title);

/**
 * plwu_need_money_add_row:
 * @texts: (array length=n_years): copied
 * @is_warned: (array length=n_years) (nullable): years whose text is set in the colour of gaps
 *
 * Another figure of each year, below those of need, money and gap, until other
 * figures are given. Left out where the picture has no room for it, never from
 * its table.
 */
void plwu_need_money_add_row (PlwuNeedMoney *self,
                              const char *name,
                              const char *const *texts,
                              const gboolean *is_warned);

/**
 * plwu_need_money_add_amounts:
 * @pence: (array length=n_years)
 *
 * The same for amounts: rounded in the picture, to the pound in its table.
 */
void plwu_need_money_add_amounts (PlwuNeedMoney *self,
                                  const char *name,
                                  const gint64 *pence,
                                  const gboolean *is_warned);

/**
 * plwu_need_money_show:
 *
 * For rows added and what stands beside the picture.
 *
 * Returns: (transfer full): pence in the unit of the picture's figures
 */
char *plwu_need_money_show (PlwuNeedMoney *self, gint64 pence) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_need_money_get_text:
 * @row: 0 need, 1 money, 2 gap, then those added
 * @year: its place among the years
 *
 * For headlines beside the picture: what it prints, and nothing else.
 *
 * Returns: (transfer none)
 */
const char *plwu_need_money_get_text (PlwuNeedMoney *self, guint row, guint year);

/**
 * plwu_need_money_set_chosen:
 * @year: 2026 for 2026/27, whose figures stand beside the picture; 0: none
 */
void plwu_need_money_set_chosen (PlwuNeedMoney *self, int year);

G_END_DECLS
