/* plwu-chart.h: what all pictures share: names, focus, table and file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "pictures/plwu-canvas.h"

G_BEGIN_DECLS

#define PLWU_TYPE_CHART (plwu_chart_get_type ())

/**
 * PlwuChart:
 *
 * An image with a name and a description. It takes the keyboard focus; Left
 * and Right (and what else a picture offers) step through its marks, each of
 * which is read out and printed below the picture. Escape returns to the whole.
 */
G_DECLARE_DERIVABLE_TYPE (PlwuChart, plwu_chart, PLWU, CHART, GtkWidget)

#define PLWU_CHART_NO_MARK G_MAXUINT

/**
 * PlwuChartClass:
 * @draw: draws the picture, below the title, from @top on; with a focus ring on mark @focus
 * @describe: (transfer full) (nullable): the picture in a sentence, where set_title() got none
 * @get_n_marks: marks that can be stepped through
 * @describe_mark: (transfer full): one mark in words
 * @get_mark_area: where a mark is drawn; FALSE where it is out of sight
 * @find_mark: the mark at a place in the widget or %PLWU_CHART_NO_MARK
 * @move_mark: the mark to go to from @mark by an arrow, Home, End or Page key; @mark at an edge
 * @scroll_to_mark: (nullable): brings a mark into view
 * @step_to_mark: (nullable): another mark has the focus
 * @activate_mark: Enter or a click on a mark
 * @get_table: (transfer full): rows of texts, #GStrv each; the first holds the titles
 * @get_file_size: the size of the picture in a file, below the title
 */
struct _PlwuChartClass
{
  GtkWidgetClass parent_class;

  void (*draw) (PlwuChart *self, PlwuCanvas *canvas, double top, guint focus);
  char *(*describe) (PlwuChart *self);
  guint (*get_n_marks) (PlwuChart *self);
  char *(*describe_mark) (PlwuChart *self, guint mark);
  gboolean (*get_mark_area) (PlwuChart *self, guint mark, GdkRectangle *ret_area);
  guint (*find_mark) (PlwuChart *self, double x, double y);
  guint (*move_mark) (PlwuChart *self, guint mark, guint keyval, gboolean is_control);
  void (*scroll_to_mark) (PlwuChart *self, guint mark);
  void (*step_to_mark) (PlwuChart *self, guint mark);
  void (*activate_mark) (PlwuChart *self, guint mark);
  GPtrArray *(*get_table) (PlwuChart *self);
  void (*get_file_size) (PlwuChart *self, PlwuCanvas *canvas, double *ret_width, double *ret_height);

  gpointer padding[8];
};

/**
 * plwu_chart_set_title:
 * @title: the finding in ten words or fewer; drawn, and the accessible name
 * @description: (nullable): the picture in a sentence or two, the accessible
 *   description; made from the figures where NULL
 */
void plwu_chart_set_title (PlwuChart *self, const char *title, const char *description);
const char *plwu_chart_get_title (PlwuChart *self);
const char *plwu_chart_get_description (PlwuChart *self);

/**
 * plwu_chart_set_context:
 * @context: (nullable): scenario and policy shown: "Base case, today's rules"; drawn under the title
 */
void plwu_chart_set_context (PlwuChart *self, const char *context);
const char *plwu_chart_get_context (PlwuChart *self);

/**
 * plwu_chart_get_table:
 *
 * The same figures as text, for "View as table" and for copying.
 *
 * Returns: (transfer full) (element-type GStrv): one #GStrv a row, titles first
 */
GPtrArray *plwu_chart_get_table (PlwuChart *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_chart_save:
 * @path: a file named `.svg`, `.png` or `.pdf`; replaced whole or not at all
 *
 * Always drawn for paper: light, all rows, no focus.
 */
gboolean plwu_chart_save (PlwuChart *self, const char *path, GError **error);

/**
 * plwu_chart_copy:
 *
 * Puts the picture (PNG) and its table (tab-separated text) on the clipboard.
 */
void plwu_chart_copy (PlwuChart *self);

/**
 * plwu_chart_get_focus:
 * Returns: the mark last stepped to or %PLWU_CHART_NO_MARK
 */
guint plwu_chart_get_focus (PlwuChart *self);
void plwu_chart_set_focus (PlwuChart *self, guint mark);

/**
 * plwu_chart_get_top:
 *
 * For subclasses: the height of title and context on the screen.
 */
double plwu_chart_get_top (PlwuChart *self);

/**
 * plwu_chart_get_readout_height:
 *
 * For subclasses: the height of the line below the picture.
 */
int plwu_chart_get_readout_height (PlwuChart *self);

/**
 * plwu_chart_data_changed:
 *
 * For subclasses: redraws and reads the focused mark again.
 */
void plwu_chart_data_changed (PlwuChart *self);

/**
 * plwu_chart_is_fading:
 * Returns: whether the last change is still fading in
 */
gboolean plwu_chart_is_fading (PlwuChart *self);

G_END_DECLS
