/* plwu-welcome-spark.h: a tiny picture of a plan's gap by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "plwu-welcome-gaps.h"

G_BEGIN_DECLS

#define PLWU_TYPE_SPARK (plwu_spark_get_type ())

G_DECLARE_FINAL_TYPE (PlwuSpark, plwu_spark, PLWU, SPARK, GtkWidget)

/**
 * plwu_spark_new:
 * @gaps: (transfer none): copied
 */
GtkWidget *plwu_spark_new (const PlwuGaps *gaps);

G_END_DECLS
