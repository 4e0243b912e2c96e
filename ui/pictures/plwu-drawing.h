/* plwu-drawing.h: what all pictures share: names, marks, table and file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "plwu-canvas.h"

G_BEGIN_DECLS

#define PLWU_TYPE_DRAWING (plwu_drawing_get_type ())

/**
 * PlwuDrawing:
 *
 * A picture with a title and a description, made of marks that can be stepped
 * through and read out. It knows no window: it draws on whatever canvas it is given.
 *
 * Signal "changed" (PlwuDrawingChange change). Signal "focus-wanted" (guint mark): what
 * has the focus stands elsewhere from now on; %PLWU_DRAWING_NO_MARK: nowhere.
 */
G_DECLARE_DERIVABLE_TYPE (PlwuDrawing, plwu_drawing, PLWU, DRAWING, GObject)

#define PLWU_DRAWING_NO_MARK G_MAXUINT
#define PLWU_DRAWING_MARGIN 12.0

/**
 * PlwuDrawingChange:
 * @PLWU_DRAWING_FIGURES: what is told is another
 * @PLWU_DRAWING_HEADING: title, description or context
 * @PLWU_DRAWING_LOOK: the same is told, drawn otherwise
 */
typedef enum
{
  PLWU_DRAWING_FIGURES,
  PLWU_DRAWING_HEADING,
  PLWU_DRAWING_LOOK,
} PlwuDrawingChange;

/**
 * PlwuDrawingMove: from a mark to another.
 */
typedef enum
{
  PLWU_MOVE_LEFT,
  PLWU_MOVE_RIGHT,
  PLWU_MOVE_UP,
  PLWU_MOVE_DOWN,
  PLWU_MOVE_HOME,
  PLWU_MOVE_END,
  PLWU_MOVE_PAGE_UP,
  PLWU_MOVE_PAGE_DOWN,
} PlwuDrawingMove;

typedef enum
{
  PLWU_DRAWING_SVG,
  PLWU_DRAWING_PNG,
  PLWU_DRAWING_PDF,
} PlwuDrawingFormat;

/**
 * PlwuDrawingExtent: of what scrolls in one direction, in pixels.
 * @whole, @in_view: how much there is and how much of it is seen
 * @step: a row or a column
 */
typedef struct
{
  double whole;
  double in_view;
  double step;
} PlwuDrawingExtent;

/**
 * PlwuDrawingClass:
 * @draw: draws the picture, below the title, from @top on; with a focus ring on mark @focus
 * @describe: (transfer full) (nullable): the picture in a sentence, where set_title() got none
 * @get_n_marks: marks that can be stepped through
 * @describe_mark: (transfer full): one mark in words
 * @get_mark_area: where a mark is drawn; FALSE where it is out of sight
 * @find_mark: the mark at a place in the picture or %PLWU_DRAWING_NO_MARK
 * @move_mark: the mark to go to from @mark; @mark at an edge; @is_far: as far as it goes
 * @step_to_mark: (nullable): another mark has the focus
 * @activate_mark: a mark was chosen
 * @get_table: (transfer full): rows of texts, #GStrv each; the first holds the titles
 * @get_file_size: the size of the picture in a file, below the title
 * @get_least_size: (nullable): what all of it needs below the title, at the canvas' width;
 *   pictures without fit any size
 * @lay_out: (nullable): for pictures that scroll on the screen: places all parts and
 *   tells what scrolls across (0) and down (1)
 * @get_mark_place: for pictures that scroll: where a mark is in the whole of what scrolls
 * @get_tip: (nullable) (transfer full): a text that may be cut short at a place, or NULL;
 *   in @ret_area, where its width is not 0, the area it stands for
 */
struct _PlwuDrawingClass
{
  GObjectClass parent_class;

  void (*draw) (PlwuDrawing *self, PlwuCanvas *canvas, double top, guint focus);
  char *(*describe) (PlwuDrawing *self);
  guint (*get_n_marks) (PlwuDrawing *self);
  char *(*describe_mark) (PlwuDrawing *self, guint mark);
  gboolean (*get_mark_area) (PlwuDrawing *self, guint mark, cairo_rectangle_int_t *ret_area);
  guint (*find_mark) (PlwuDrawing *self, double x, double y);
  guint (*move_mark) (PlwuDrawing *self, guint mark, PlwuDrawingMove move, gboolean is_far);
  void (*step_to_mark) (PlwuDrawing *self, guint mark);
  void (*activate_mark) (PlwuDrawing *self, guint mark);
  GPtrArray *(*get_table) (PlwuDrawing *self);
  void (*get_file_size) (PlwuDrawing *self, PlwuCanvas *canvas, double *ret_width, double *ret_height);
  void (*get_least_size) (PlwuDrawing *self, PlwuCanvas *canvas, double *ret_width, double *ret_height);
  void (*lay_out) (PlwuDrawing *self, PlwuCanvas *canvas, double top, PlwuDrawingExtent ret_extents[2]);
  void (*get_mark_place) (PlwuDrawing *self, guint mark, cairo_rectangle_t *ret_place);
  char *(*get_tip) (PlwuDrawing *self, double x, double y, cairo_rectangle_int_t *ret_area);

  gpointer padding[8];
};

/**
 * plwu_drawing_set_title:
 * @title: the finding in ten words or fewer; drawn, and the accessible name
 * @description: (nullable): the picture in a sentence or two, the accessible
 *   description; made from the figures where NULL
 */
void plwu_drawing_set_title (PlwuDrawing *self, const char *title, const char *description);
const char *plwu_drawing_get_title (PlwuDrawing *self);

/**
 * plwu_drawing_get_description:
 * Returns: (transfer none): the description set or made, "" where there is none; until
 *   figures or title are others
 */
const char *plwu_drawing_get_description (PlwuDrawing *self);

/**
 * plwu_drawing_set_context:
 * @context: (nullable): scenario and policy shown: "Base case, today's rules"; drawn under the title
 */
void plwu_drawing_set_context (PlwuDrawing *self, const char *context);
const char *plwu_drawing_get_context (PlwuDrawing *self);

/**
 * plwu_drawing_get_table:
 *
 * The same figures as text, for "View as table" and for copying.
 *
 * Returns: (transfer full) (element-type GStrv): one #GStrv a row, titles first
 */
GPtrArray *plwu_drawing_get_table (PlwuDrawing *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_drawing_write_table:
 * Returns: (transfer full): the table as it is pasted into a spreadsheet; below it, what it is of
 */
char *plwu_drawing_write_table (PlwuDrawing *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_drawing_paint:
 * @width, @height: in pixels of 1/96 inch
 *
 * Draws the picture with its heading as into a file: light, all rows, no focus, in a
 * font that depends on no screen. Where it needs more room than this, for its texts or
 * its rows, it is made smaller as a whole.
 */
void plwu_drawing_paint (PlwuDrawing *self, cairo_t *cr, double width, double height);

/**
 * plwu_drawing_measure_height:
 * @width: in pixels of 1/96 inch
 * Returns: the height with which plwu_drawing_paint() fills this width and all rows have
 *   their room; it may be more than a page
 */
double plwu_drawing_measure_height (PlwuDrawing *self, double width);

/**
 * plwu_drawing_measure:
 * @ret_width, @ret_height: (out): the size with heading that suits it in a file, in
 *   pixels of 1/96 inch
 */
void plwu_drawing_measure (PlwuDrawing *self, double *ret_width, double *ret_height);

/**
 * plwu_drawing_render:
 * Returns: (transfer full) (nullable): the picture as bytes of a file, in the size that suits it
 */
GBytes *plwu_drawing_render (PlwuDrawing *self,
                             PlwuDrawingFormat format,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_drawing_save:
 * @path: a file named `.svg`, `.png` or `.pdf`; replaced whole or not at all
 */
gboolean plwu_drawing_save (PlwuDrawing *self, const char *path, GError **error);

/* For what shows a drawing */

/**
 * plwu_drawing_draw:
 *
 * Background, title, context and picture.
 */
void plwu_drawing_draw (PlwuDrawing *self, PlwuCanvas *canvas, guint focus);

/**
 * plwu_drawing_measure_top:
 * Returns: the height of title and context
 */
double plwu_drawing_measure_top (PlwuDrawing *self, PlwuCanvas *canvas);

/**
 * plwu_drawing_get_least_height:
 * Returns: the height that it needs with title and context at the canvas' width; 0: any
 */
double plwu_drawing_get_least_height (PlwuDrawing *self, PlwuCanvas *canvas);

/**
 * plwu_drawing_scrolls:
 * Returns: whether only a part of it is drawn on a screen that is too small
 */
gboolean plwu_drawing_scrolls (PlwuDrawing *self);

/**
 * plwu_drawing_fits_any_size:
 * Returns: FALSE where it has rows or columns that each need their room
 */
gboolean plwu_drawing_fits_any_size (PlwuDrawing *self);

/**
 * plwu_drawing_set_scroll:
 * @x, @y: how much of what scrolls lies out of view to the left and above
 */
void plwu_drawing_set_scroll (PlwuDrawing *self, double x, double y);
void plwu_drawing_get_scroll (PlwuDrawing *self, double *ret_x, double *ret_y);

guint plwu_drawing_get_n_marks (PlwuDrawing *self);
char *plwu_drawing_describe_mark (PlwuDrawing *self, guint mark) G_GNUC_WARN_UNUSED_RESULT;
gboolean plwu_drawing_get_mark_area (PlwuDrawing *self, guint mark, cairo_rectangle_int_t *ret_area);
guint plwu_drawing_find_mark (PlwuDrawing *self, double x, double y);
guint plwu_drawing_move_mark (PlwuDrawing *self, guint mark, PlwuDrawingMove move, gboolean is_far);
void plwu_drawing_step_to_mark (PlwuDrawing *self, guint mark);
void plwu_drawing_activate_mark (PlwuDrawing *self, guint mark);

/* For subclasses */

/**
 * plwu_drawing_figures_changed:
 *
 * What was given is told from now on.
 */
void plwu_drawing_figures_changed (PlwuDrawing *self);
void plwu_drawing_look_changed (PlwuDrawing *self);
void plwu_drawing_want_focus (PlwuDrawing *self, guint mark);

/* Whether a point lies within an area. */
gboolean plwu_drawing_is_inside (const cairo_rectangle_int_t *area, double x, double y);

G_END_DECLS
