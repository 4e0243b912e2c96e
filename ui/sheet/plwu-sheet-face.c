/* plwu-sheet-face.c: what one cell shows, drawn without a widget of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-sheet-private.h"

#include <string.h>

struct _PlwuSheetFace
{
  /* Owned */
  PangoLayout *layout;
  char *tooltip;

  /* Borrowed: it draws the face and outlives it */
  GtkWidget *widget;

  guint row;
  guint column;
  PlwuSheetKind kind;
  gboolean is_numeric;
  gboolean is_negative;
  gboolean is_warning;
  gboolean is_cut_short;
  gboolean is_shown;
};

/* Attributes of a text: figures stand under each other only if all digits are
 * as wide; headings and totals are bold; what only shows through leans.
 */
static PangoAttrList *
get_attributes (gboolean is_numeric, PlwuSheetKind kind)
{
  static PangoAttrList *lists[2][PLWU_SHEET_TOTAL + 1];
  PangoAttrList **list = &lists[is_numeric][kind];

  if (*list == NULL)
    {
      *list = pango_attr_list_new ();
      if (is_numeric)
        pango_attr_list_insert (*list, pango_attr_font_features_new ("tnum=1"));
      if (kind == PLWU_SHEET_HEADING || kind == PLWU_SHEET_TOTAL)
        pango_attr_list_insert (*list, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      if (kind == PLWU_SHEET_INHERITED)
        pango_attr_list_insert (*list, pango_attr_style_new (PANGO_STYLE_ITALIC));
    }

  return *list;
}

static void
get_colour (PlwuSheetFace *self, GdkRGBA *ret_colour)
{
  if (self->is_negative)
    {
      plwu_sheet_lookup_colour (self->widget, "error_color", ret_colour);
      return;
    }

  gtk_style_context_get_color (gtk_widget_get_style_context (self->widget), ret_colour);
  if (self->kind == PLWU_SHEET_LOCKED || self->kind == PLWU_SHEET_DERIVED)
    ret_colour->alpha *= 0.75f;
}

static int
measure_text (PlwuSheetFace *self, int *ret_height)
{
  int width;

  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &width, ret_height);

  return width;
}

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *colour, int x, int y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static gboolean
is_rtl (PlwuSheetFace *self)
{
  return gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
}

static void
draw_text (PlwuSheetFace *self, GtkSnapshot *snapshot, int cell_width, int cell_height)
{
  int space = MAX (0, cell_width - 2 * PLWU_SHEET_PADDING);
  int height;
  int width = measure_text (self, &height);
  GdkRGBA colour;

  get_colour (self, &colour);
  self->is_cut_short = width > space;
  if (self->is_cut_short && self->is_numeric)
    {
      /* A figure cut short reads as another figure; better none at all. */
      g_autoptr (PangoLayout) marks = gtk_widget_create_pango_layout (self->widget, "###");

      pango_layout_get_pixel_size (marks, &width, &height);
      draw_layout (snapshot, marks, &colour, PLWU_SHEET_PADDING + space - width, (cell_height - height) / 2);
      return;
    }
  if (self->is_cut_short)
    {
      pango_layout_set_width (self->layout, space * PANGO_SCALE);
      width = space;
    }

  draw_layout (snapshot, self->layout, &colour,
               PLWU_SHEET_PADDING + (self->is_numeric || is_rtl (self) ? space - width : 0),
               (cell_height - height) / 2);
}

/* Marks that do not depend on colour: a bar at the start for a figure of this
 * scenario, a block in the upper corner at the end for a check.
 */
static void
draw_marks (PlwuSheetFace *self, GtkSnapshot *snapshot, int width, int height)
{
  GdkRGBA colour;

  if (self->kind == PLWU_SHEET_OVERRIDDEN)
    {
      plwu_sheet_lookup_colour (self->widget, "accent_color", &colour);
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (is_rtl (self) ? width - 4 : 0, 2, 4, height - 5));
    }

  if (self->is_warning)
    {
      plwu_sheet_lookup_colour (self->widget, "warning_color", &colour);
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (is_rtl (self) ? 1 : width - 8, 1, 6, 6));
    }
}

PlwuSheetFace *
plwu_sheet_face_new (GtkWidget *widget)
{
  PlwuSheetFace *self = g_new0 (PlwuSheetFace, 1);

  self->widget = widget;
  self->layout = gtk_widget_create_pango_layout (widget, NULL);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  plwu_sheet_face_unbind (self);

  return self;
}

void
plwu_sheet_face_free (PlwuSheetFace *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->layout);
  g_free (self->tooltip);
  g_free (self);
}

/* Figures run from left to right in every language, the sign first. */
static void
set_text (PlwuSheetFace *self, const char *text)
{
  g_autofree char *marked = self->is_numeric && is_rtl (self) ? g_strconcat ("\u200e", text, NULL) : NULL;
  const char *shown = marked != NULL ? marked : text;

  if (strcmp (pango_layout_get_text (self->layout), shown) != 0)
    pango_layout_set_text (self->layout, shown, -1);
}

gboolean
plwu_sheet_face_bind (PlwuSheetFace *self, PlwuSheetModel *model, guint row, guint column)
{
  g_auto (PlwuSheetCell) cell = { 0 };

  if (self->row == row && self->column == column)
    return FALSE;

  plwu_sheet_model_cell (model, row, column, &cell);
  self->row = row;
  self->column = column;
  self->is_numeric = plwu_sheet_model_column_is_numeric (model, column);
  self->kind = cell.kind;
  self->is_negative = cell.is_negative;
  self->is_warning = cell.is_warning;
  g_free (self->tooltip);
  self->tooltip = g_steal_pointer (&cell.tooltip);
  set_text (self, cell.text);
  pango_layout_set_attributes (self->layout, get_attributes (self->is_numeric, self->kind));

  return TRUE;
}

void
plwu_sheet_face_unbind (PlwuSheetFace *self)
{
  self->row = PLWU_SHEET_NOWHERE;
  self->column = PLWU_SHEET_NOWHERE;
}

void
plwu_sheet_face_restyle (PlwuSheetFace *self)
{
  pango_layout_context_changed (self->layout);
}

void
plwu_sheet_face_draw (PlwuSheetFace *self, GtkSnapshot *snapshot, int width, int height)
{
  if (self->row == PLWU_SHEET_NOWHERE)
    return;

  draw_marks (self, snapshot, width, height);
  draw_text (self, snapshot, width, height);
}

guint
plwu_sheet_face_get_row (const PlwuSheetFace *self)
{
  return self->row;
}

guint
plwu_sheet_face_get_column (const PlwuSheetFace *self)
{
  return self->column;
}

PlwuSheetKind
plwu_sheet_face_get_kind (const PlwuSheetFace *self)
{
  return self->kind;
}

void
plwu_sheet_face_set_shown (PlwuSheetFace *self, gboolean is_shown)
{
  self->is_shown = is_shown;
}

gboolean
plwu_sheet_face_is_shown (const PlwuSheetFace *self)
{
  return self->is_shown && self->row != PLWU_SHEET_NOWHERE;
}

int
plwu_sheet_face_get_wanted_width (PlwuSheetFace *self)
{
  return self->is_numeric ? measure_text (self, NULL) + 2 * PLWU_SHEET_PADDING : 0;
}

const char *
plwu_sheet_face_get_tooltip (PlwuSheetFace *self)
{
  if (self->tooltip != NULL)
    return self->tooltip;

  return self->is_cut_short ? pango_layout_get_text (self->layout) : NULL;
}
