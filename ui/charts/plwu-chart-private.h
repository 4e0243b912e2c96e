/* plwu-chart-private.h: what the parts of the chart share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-chart.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct
{
  /* Owned */
  PlwuDrawing *drawing;
  GHashTable *layouts;
  GPtrArray *cut; /* texts that had no room when it was drawn last */

  /* Children; the widget tree owns them */
  GtkWidget *readout;
  GtkWidget *mark_widgets[2]; /* take the focus in turn, so that each step is read out */

  guint front;
  guint focus;
  guint hover;
  double pointer_x; /* GTK repeats where the pointer is after each layout */
  double pointer_y;

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
void plwu_chart_update_readout (PlwuChart *self);
gboolean plwu_chart_has_mark_focus (PlwuChart *self);
void plwu_chart_show_mark (PlwuChart *self);
void plwu_chart_step_to (PlwuChart *self, guint mark, gboolean takes_focus);
void plwu_chart_init_controllers (PlwuChart *self);

/* plwu-chart-fade.c */
void plwu_chart_fade_begin (PlwuChart *self);
/* @drawn: (transfer full) (nullable): NULL where the picture is as it was drawn last */
void plwu_chart_fade_append (PlwuChart *self, GtkSnapshot *snapshot, GskRenderNode *drawn);
void plwu_chart_fade_dispose (PlwuChart *self);

/* For subclasses */

/* A canvas to measure with, of the size that the picture has in a widget of this size. */
PlwuCanvas plwu_chart_get_canvas (PlwuChart *self, int width, int height);
int plwu_chart_get_readout_height (PlwuChart *self);

G_END_DECLS
