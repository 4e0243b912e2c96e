/* plwu-sheet-style.c: colours and drawing of the sheet.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-sheet-private.h"

#include <adwaita.h>

/* clang-format off */
static const char css[] =
  "plwusheet {"
  "  background-color: @view_bg_color;"
  "  color: @view_fg_color;"
  "}"
  "plwusheet > entry.sheet-editor {"
  "  min-height: 0;"
  "  padding: 0 5px;"
  "  border: none;"
  "  border-radius: 0;"
  "  outline: none;"
  "  background-color: @view_bg_color;"
  "  box-shadow: inset 0 0 0 2px @accent_color;"
  "}"
  "plwusheet > entry.sheet-editor.error {"
  "  color: @error_color;"
  "  background-image: image(alpha(@error_color, 0.12));"
  "  box-shadow: inset 0 0 0 2px @error_color;"
  "}"
  "plwusheet > label.sheet-empty { color: alpha(@view_fg_color, 0.75); }";
/* clang-format on */

void
plwu_sheet_install_css (GdkDisplay *display)
{
  static const char key[] = "plwu-sheet-css";

  g_return_if_fail (GDK_IS_DISPLAY (display));

  if (g_object_get_data (G_OBJECT (display), key) != NULL)
    return;

  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (provider, css, -1);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
  g_object_set_data_full (G_OBJECT (display), key, provider, g_object_unref);
}

void
plwu_sheet_lookup_colour (GtkWidget *widget, const char *name, GdkRGBA *ret_colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (!gtk_style_context_lookup_color (context, name, ret_colour))
    gtk_style_context_get_color (context, ret_colour);
}

static gboolean
is_high_contrast (PlwuSheet *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  return adw_style_manager_get_high_contrast (manager);
}

static GdkRGBA
get_ink (PlwuSheet *self, float alpha)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  colour.alpha *= alpha;

  return colour;
}

static GdkRGBA
get_line_colour (PlwuSheet *self)
{
  return get_ink (self, is_high_contrast (self) ? 0.6f : 0.14f);
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *colour, int x, int y, int width, int height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* Grid lines are strips over the whole pane: one node a line, not four a cell. */
static void
draw_grid (PlwuSheet *self, GtkSnapshot *snapshot, PlwuSheetPane pane)
{
  GdkRectangle area;
  GdkRectangle cell;
  GdkRGBA line = get_line_colour (self);
  gboolean is_frozen = pane == PLWU_SHEET_PANE_FROZEN || pane == PLWU_SHEET_PANE_TOTAL_FROZEN;
  gboolean is_total = pane == PLWU_SHEET_PANE_TOTAL || pane == PLWU_SHEET_PANE_TOTAL_FROZEN;
  guint first = is_frozen ? 0 : self->n_frozen;
  guint end = is_frozen ? self->n_frozen : self->n_columns;
  int rows_end = plwu_sheet_get_header_height (self) + (int) self->n_rows * self->row_height
                 - plwu_sheet_get_scroll_y (self);

  plwu_sheet_get_pane_area (self, pane, &area);

  int bottom = is_total ? area.y + area.height : MIN (area.y + area.height, rows_end);
  int left = area.x + area.width;
  int right = area.x;

  for (guint i = first; i < end; i++)
    {
      plwu_sheet_get_cell_area (self, 0, i, &cell);
      left = MIN (left, cell.x);
      right = MAX (right, cell.x + cell.width);
      if (cell.x + cell.width > area.x && cell.x < area.x + area.width)
        fill (snapshot, &line, plwu_sheet_is_rtl (self) ? cell.x : cell.x + cell.width - 1, area.y, 1,
              bottom - area.y);
    }

  if (is_total)
    return;

  int offset = plwu_sheet_get_scroll_y (self) % self->row_height;

  for (int y = area.y - offset + self->row_height - 1; y < bottom; y += self->row_height)
    fill (snapshot, &line, left, y, right - left, 1);
}

static void
draw_cell_backgrounds (PlwuSheet *self, GtkSnapshot *snapshot, PlwuSheetPane pane)
{
  GdkRGBA heading = get_ink (self, 0.08f);

  for (guint i = 0; i < self->pool->len; i++)
    {
      PlwuSheetFace *face = g_ptr_array_index (self->pool, i);
      GdkRectangle area;

      if (face == NULL || !plwu_sheet_face_is_shown (face))
        continue;

      guint row = plwu_sheet_face_get_row (face);
      guint column = plwu_sheet_face_get_column (face);
      PlwuSheetKind kind = plwu_sheet_face_get_kind (face);

      if (plwu_sheet_get_pane (self, row, column) != pane
          || (kind != PLWU_SHEET_HEADING && kind != PLWU_SHEET_TOTAL))
        continue;

      plwu_sheet_get_cell_area (self, row, column, &area);
      fill (snapshot, &heading, area.x, area.y, area.width, area.height);
    }
}

static void
get_block_area (PlwuSheet *self, const PlwuSheetBlock *block, PlwuSheetPane pane, GdkRectangle *ret_area)
{
  gboolean is_frozen = pane == PLWU_SHEET_PANE_FROZEN || pane == PLWU_SHEET_PANE_TOTAL_FROZEN;
  gboolean is_total = pane == PLWU_SHEET_PANE_TOTAL || pane == PLWU_SHEET_PANE_TOTAL_FROZEN;
  guint first_row = MAX (block->first_row, is_total ? self->n_rows : 0);
  guint end_row = MIN (block->first_row + block->n_rows, is_total ? self->n_rows + 1 : self->n_rows);
  guint first_column = MAX (block->first_column, is_frozen ? 0 : self->n_frozen);
  guint end_column =
      MIN (block->first_column + block->n_columns, is_frozen ? self->n_frozen : self->n_columns);
  GdkRectangle last;

  *ret_area = (GdkRectangle){ 0 };
  if (first_row >= end_row || first_column >= end_column)
    return;

  plwu_sheet_get_cell_area (self, first_row, first_column, ret_area);
  plwu_sheet_get_cell_area (self, end_row - 1, end_column - 1, &last);
  gdk_rectangle_union (ret_area, &last, ret_area);
}

static void
draw_frame (GtkSnapshot *snapshot, const GdkRectangle *area, const GdkRGBA *colour, int thickness)
{
  int x = area->x - 1;
  int y = area->y - 1;
  int width = area->width + 1;
  int height = area->height + 1;

  fill (snapshot, colour, x, y, width, thickness);
  fill (snapshot, colour, x, y + height - thickness, width, thickness);
  fill (snapshot, colour, x, y, thickness, height);
  fill (snapshot, colour, x + width - thickness, y, thickness, height);
}

static gboolean
has_focus_inside (PlwuSheet *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
draw_selection (PlwuSheet *self, GtkSnapshot *snapshot, PlwuSheetPane pane)
{
  PlwuSheetBlock block;
  GdkRectangle area;
  GdkRGBA colour;

  if (!plwu_sheet_get_selection (self, &block))
    return;

  plwu_sheet_lookup_colour (GTK_WIDGET (self), "accent_bg_color", &colour);
  get_block_area (self, &block, pane, &area);
  if (area.width > 0 && (block.n_rows > 1 || block.n_columns > 1))
    {
      GdkRGBA tint = colour;

      tint.alpha = 0.16f;
      fill (snapshot, &tint, area.x, area.y, area.width - 1, area.height - 1);
      draw_frame (snapshot, &area, &colour, 1);
    }

  if (plwu_sheet_get_pane (self, self->cursor.row, self->cursor.column) == pane)
    {
      GdkRGBA ring = has_focus_inside (self) ? colour : get_ink (self, 0.5f);

      plwu_sheet_get_cell_area (self, self->cursor.row, self->cursor.column, &area);
      draw_frame (snapshot, &area, &ring, 2);
    }
}

static void
draw_faces (PlwuSheet *self, GtkSnapshot *snapshot, PlwuSheetPane pane)
{
  for (guint i = 0; i < self->pool->len; i++)
    {
      PlwuSheetFace *face = g_ptr_array_index (self->pool, i);
      GdkRectangle area;

      if (face == NULL || !plwu_sheet_face_is_shown (face))
        continue;

      guint row = plwu_sheet_face_get_row (face);
      guint column = plwu_sheet_face_get_column (face);

      if (plwu_sheet_get_pane (self, row, column) != pane
          || (row == self->cursor.row && column == self->cursor.column))
        continue;

      plwu_sheet_get_cell_area (self, row, column, &area);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (area.x, area.y));
      plwu_sheet_face_draw (face, snapshot, area.width - 1, area.height - 1);
      gtk_snapshot_restore (snapshot);
    }
}

static void
draw_pane (PlwuSheet *self, GtkSnapshot *snapshot, PlwuSheetPane pane)
{
  GdkRectangle area;

  plwu_sheet_get_pane_area (self, pane, &area);
  if (area.width <= 0 || area.height <= 0)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (area.x, area.y, area.width, area.height));
  draw_cell_backgrounds (self, snapshot, pane);
  draw_grid (self, snapshot, pane);
  draw_faces (self, snapshot, pane);
  if (plwu_sheet_get_pane (self, self->cursor.row, self->cursor.column) == pane && !self->is_editing)
    gtk_widget_snapshot_child (GTK_WIDGET (self), self->cursor_cells[self->front], snapshot);
  draw_selection (self, snapshot, pane);
  if (self->is_editing && plwu_sheet_get_pane (self, self->edited.row, self->edited.column) == pane)
    gtk_widget_snapshot_child (GTK_WIDGET (self), self->editor, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
draw_title (PlwuSheet *self, GtkSnapshot *snapshot, guint column, const GdkRectangle *area)
{
  PangoLayout *layout = g_ptr_array_index (self->titles, column);
  gboolean is_right = plwu_sheet_model_column_is_numeric (self->model, column) || plwu_sheet_is_rtl (self);
  GdkRGBA ink = get_ink (self, 1);
  int space = area->width - 2 * PLWU_SHEET_PADDING - 1;
  int width;
  int height;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > space)
    {
      pango_layout_set_width (layout, space * PANGO_SCALE);
      width = space;
    }

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (area->x + PLWU_SHEET_PADDING + (is_right ? space - width : 0),
                                                (plwu_sheet_get_header_height (self) - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
draw_titles (PlwuSheet *self, GtkSnapshot *snapshot, guint first, guint end)
{
  GdkRectangle pane;
  PlwuSheetBlock block = { 0 };
  GdkRGBA line = get_line_colour (self);
  GdkRGBA mark;
  int height = plwu_sheet_get_header_height (self);

  plwu_sheet_get_pane_area (self, first < self->n_frozen ? PLWU_SHEET_PANE_FROZEN : PLWU_SHEET_PANE_BODY,
                            &pane);
  plwu_sheet_lookup_colour (GTK_WIDGET (self), "accent_bg_color", &mark);
  plwu_sheet_get_selection (self, &block);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (pane.x, 0, pane.width, height));
  for (guint i = first; i < end; i++)
    {
      GdkRectangle area;

      plwu_sheet_get_cell_area (self, 0, i, &area);
      if (area.x + area.width <= pane.x || area.x >= pane.x + pane.width)
        continue;

      draw_title (self, snapshot, i, &area);
      fill (snapshot, &line, plwu_sheet_is_rtl (self) ? area.x : area.x + area.width - 1, 0, 1, height);
      if (i >= block.first_column && i - block.first_column < block.n_columns)
        fill (snapshot, &mark, area.x, height - 3, area.width - 1, 2);
    }
  gtk_snapshot_pop (snapshot);
}

static void
draw_header (PlwuSheet *self, GtkSnapshot *snapshot)
{
  GdkRGBA background = get_ink (self, 0.06f);
  GdkRGBA line = get_ink (self, is_high_contrast (self) ? 1.0f : 0.3f);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = plwu_sheet_get_header_height (self);

  fill (snapshot, &background, 0, 0, width, height);
  if (self->n_frozen > 0)
    draw_titles (self, snapshot, 0, self->n_frozen);
  draw_titles (self, snapshot, self->n_frozen, self->n_columns);
  fill (snapshot, &line, 0, height - 1, width, 1);
}

/* Heavier lines where something stays in view while the rest scrolls. */
static void
draw_borders (PlwuSheet *self, GtkSnapshot *snapshot)
{
  GdkRGBA line = get_ink (self, is_high_contrast (self) ? 1.0f : 0.3f);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int frozen = plwu_sheet_get_frozen_width (self);
  int total_top = plwu_sheet_get_total_top (self);
  int end = self->has_total
                ? total_top + plwu_sheet_get_total_height (self)
                : MIN (gtk_widget_get_height (GTK_WIDGET (self)),
                       plwu_sheet_get_header_height (self) + (int) self->n_rows * self->row_height);

  if (self->n_frozen > 0)
    fill (snapshot, &line, plwu_sheet_is_rtl (self) ? width - frozen : frozen - 1, 0, 1, end);
  if (self->has_total)
    fill (snapshot, &line, 0, total_top, width, 1);
}

void
plwu_sheet_draw (PlwuSheet *self, GtkSnapshot *snapshot)
{
  if (self->n_columns == 0 || self->edges == NULL)
    return;

  if (plwu_sheet_has_cells (self))
    for (int i = 0; i < PLWU_SHEET_N_PANES; i++)
      draw_pane (self, snapshot, (PlwuSheetPane) i);

  draw_header (self, snapshot);
  if (plwu_sheet_has_cells (self))
    draw_borders (self, snapshot);
}
