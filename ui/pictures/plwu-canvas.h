/* plwu-canvas.h: where a picture is drawn, on the screen or into a file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

#include "plwu-palette.h"

G_BEGIN_DECLS

/* On the screen, what a menu at the right of the heading takes of its width. */
#define PLWU_CANVAS_MENU 34.0

/**
 * PlwuCanvas:
 * @layouts: (nullable): texts laid out before, for pictures drawn again and again
 * @cut: (nullable) (element-type utf8): is told each text that had no room and ends in an
 *   ellipsis, but for those of plwu_canvas_name()
 * @is_file: no focus ring, and all of a picture that scrolls on the screen
 */
typedef struct
{
  cairo_t *cr;
  PangoContext *pango;
  GHashTable *layouts;
  const PlwuPalette *palette;
  double width;
  double height;
  gboolean is_file;
  GPtrArray *cut;
} PlwuCanvas;

/**
 * plwu_canvas_create_pango:
 *
 * What files and paper are written with: text belongs to the picture, not to the screen it
 * may have been seen on.
 *
 * Returns: (transfer full): a font of 14 pixels
 */
PangoContext *plwu_canvas_create_pango (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_canvas_create_layouts:
 * Returns: (transfer full): a place for @layouts; to be emptied when the font changes
 */
GHashTable *plwu_canvas_create_layouts (void);

typedef enum
{
  PLWU_TEXT_NORMAL,
  PLWU_TEXT_BOLD,
  PLWU_TEXT_SMALL,
  PLWU_TEXT_SMALL_BOLD,
  PLWU_TEXT_TITLE,
} PlwuTextStyle;

/**
 * PlwuPattern: how an area is filled; differs without colour too.
 */
typedef enum
{
  PLWU_PATTERN_SOLID,
  PLWU_PATTERN_LIGHT,
  PLWU_PATTERN_HATCHED,
  PLWU_PATTERN_CROSSED,
} PlwuPattern;

void plwu_canvas_set_colour (PlwuCanvas *self, const PlwuColour *colour);
void plwu_canvas_use (PlwuCanvas *self, PlwuPaletteColour colour);

void plwu_canvas_measure (PlwuCanvas *self,
                          const char *text,
                          PlwuTextStyle style,
                          double *ret_width,
                          double *ret_height);

double plwu_canvas_measure_width (PlwuCanvas *self, const char *text, PlwuTextStyle style);

/**
 * plwu_canvas_text:
 * @x: where the text begins (@align 0), its middle (0.5) or where it ends (1)
 * @y: its top
 * @width_most: beyond it ends in an ellipsis; 0: any
 *
 * In the colour in use.
 *
 * Returns: the height
 */
double plwu_canvas_text (PlwuCanvas *self,
                         const char *text,
                         PlwuTextStyle style,
                         double x,
                         double y,
                         double align,
                         double width_most);

/**
 * plwu_canvas_name:
 *
 * As plwu_canvas_text(), for a name that is told as a whole elsewhere: by the read-out of
 * its mark or by a tooltip.
 */
double plwu_canvas_name (PlwuCanvas *self,
                         const char *text,
                         PlwuTextStyle style,
                         double x,
                         double y,
                         double align,
                         double width_most);

/**
 * plwu_canvas_paragraph:
 *
 * Text of several lines in @width.
 *
 * Returns: the height
 */
double plwu_canvas_paragraph (PlwuCanvas *self,
                              const char *text,
                              PlwuTextStyle style,
                              double x,
                              double y,
                              double width);

/**
 * plwu_canvas_measure_paragraph:
 * Returns: the height that plwu_canvas_paragraph() takes
 */
double plwu_canvas_measure_paragraph (PlwuCanvas *self, const char *text, PlwuTextStyle style, double width);

/**
 * plwu_canvas_upright_text:
 *
 * Text that runs upwards; its end lies at @y, its middle line at @x.
 */
void plwu_canvas_upright_text (PlwuCanvas *self, const char *text, PlwuTextStyle style, double x, double y);

/**
 * plwu_canvas_bar:
 *
 * A filled rectangle with an outline of the full colour.
 */
void plwu_canvas_bar (PlwuCanvas *self,
                      PlwuPattern pattern,
                      PlwuPaletteColour colour,
                      double x,
                      double y,
                      double width,
                      double height);

/**
 * plwu_canvas_focus_ring:
 *
 * A ring that shows on light and dark areas alike.
 */
void plwu_canvas_focus_ring (PlwuCanvas *self, double x, double y, double width, double height);

G_END_DECLS
