/* plwu-chart-private.h: what the parts of the chart share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-chart.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLWU_CHART_MARGIN 12.0
#define PLWU_CHART_MENU 34.0

typedef struct
{
  /* Owned */
  char *title;
  char *description;
  char *context;
  GHashTable *layouts;

  /* Children; the widget tree owns them */
  GtkWidget *readout;
  GtkWidget *mark_widgets[2]; /* take the focus in turn, so that each step is read out */

  guint front;
  guint focus;
  guint hover;
  double pointer_x; /* GTK repeats where the pointer is after each layout */
  double pointer_y;
  double top;

  /* The change from one picture to another: plwu-chart-fade.c */
  GskRenderNode *shown;  /* (nullable): the picture as it was drawn last */
  GskRenderNode *before; /* (nullable): while it fades in, what was there */
  AdwAnimation *fade;    /* (nullable) */
  double progress;
  gboolean is_fade_frame; /* nothing but the fade has moved on */
  gint64 changed;         /* when the figures changed last */
} PlwuChartPrivate;

PlwuChartPrivate *plwu_chart_get_private (PlwuChart *self);

/* plwu-chart-marks.c */
GtkWidget *plwu_chart_mark_new (void);
guint plwu_chart_get_n_marks (PlwuChart *self);
void plwu_chart_update_readout (PlwuChart *self);
gboolean plwu_chart_has_mark_focus (PlwuChart *self);
void plwu_chart_show_mark (PlwuChart *self);
void plwu_chart_step_to (PlwuChart *self, guint mark, gboolean takes_focus);
void plwu_chart_init_controllers (PlwuChart *self);
void plwu_chart_init_mark_class (PlwuChartClass *class);

/* plwu-chart-fade.c */
void plwu_chart_fade_begin (PlwuChart *self);
/* @drawn: (transfer full) (nullable): NULL where the picture is as it was drawn last */
void plwu_chart_fade_append (PlwuChart *self, GtkSnapshot *snapshot, GskRenderNode *drawn);
void plwu_chart_fade_dispose (PlwuChart *self);

/* Draws title, context and picture. */
void plwu_chart_draw_all (PlwuChart *self, PlwuCanvas *canvas, guint focus);
double plwu_chart_measure_top (PlwuChart *self, PlwuCanvas *canvas);

G_END_DECLS
