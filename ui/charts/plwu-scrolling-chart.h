/* plwu-scrolling-chart.h: a picture that scrolls within its window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-chart.h"

G_BEGIN_DECLS

#define PLWU_TYPE_SCROLLING_CHART (plwu_scrolling_chart_get_type ())

/**
 * PlwuScrollingChart:
 *
 * For a drawing of which only a part is drawn where there is no room for all of it: the
 * child of a #GtkScrolledWindow, while its headings stay in view. Texts that are cut
 * short have a tooltip. To be made by plwu_chart_new().
 */
G_DECLARE_FINAL_TYPE (PlwuScrollingChart, plwu_scrolling_chart, PLWU, SCROLLING_CHART, PlwuChart)

G_END_DECLS
