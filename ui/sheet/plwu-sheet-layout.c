/* plwu-sheet-layout.c: geometry of the sheet: columns, panes, the pool of cells.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-sheet-private.h"

#define TITLE_CHARS_MOST 24
#define ROW_AIR 9 /* pixels around a line of text, with the grid line */

gboolean
plwu_sheet_is_rtl (PlwuSheet *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

int
plwu_sheet_get_scroll_y (PlwuSheet *self)
{
  GtkAdjustment *adjustment = self->scrolling.adjustments[GTK_ORIENTATION_VERTICAL];

  return adjustment == NULL ? 0 : (int) gtk_adjustment_get_value (adjustment);
}

int
plwu_sheet_get_header_height (PlwuSheet *self)
{
  return self->n_columns == 0 ? 0 : self->row_height + 2;
}

int
plwu_sheet_get_total_height (PlwuSheet *self)
{
  return self->has_total ? self->row_height + 1 : 0;
}

static int
get_body_height (PlwuSheet *self)
{
  return MAX (0, gtk_widget_get_height (GTK_WIDGET (self)) - plwu_sheet_get_header_height (self)
                     - plwu_sheet_get_total_height (self));
}

guint
plwu_sheet_get_page_rows (PlwuSheet *self)
{
  return (guint) MAX (1, get_body_height (self) / MAX (1, self->row_height) - 1);
}

guint
plwu_sheet_get_last_row (PlwuSheet *self)
{
  return self->n_rows - (self->has_total ? 0 : 1);
}

int
plwu_sheet_get_frozen_width (PlwuSheet *self)
{
  return self->edges == NULL ? 0 : self->edges[self->n_frozen];
}

/* Totals stand below the last row while there is room, else at the bottom. */
int
plwu_sheet_get_total_top (PlwuSheet *self)
{
  int below_rows = plwu_sheet_get_header_height (self) + (int) self->n_rows * self->row_height;
  int at_bottom = gtk_widget_get_height (GTK_WIDGET (self)) - plwu_sheet_get_total_height (self);

  return MIN (below_rows, at_bottom);
}

PlwuSheetPane
plwu_sheet_get_pane (PlwuSheet *self, guint row, guint column)
{
  gboolean is_total = self->has_total && row == self->n_rows;
  gboolean is_frozen = column < self->n_frozen;

  if (is_total)
    return is_frozen ? PLWU_SHEET_PANE_TOTAL_FROZEN : PLWU_SHEET_PANE_TOTAL;

  return is_frozen ? PLWU_SHEET_PANE_FROZEN : PLWU_SHEET_PANE_BODY;
}

void
plwu_sheet_get_pane_area (PlwuSheet *self, PlwuSheetPane pane, GdkRectangle *ret_area)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int frozen = MIN (width, plwu_sheet_get_frozen_width (self));
  int header = plwu_sheet_get_header_height (self);
  gboolean is_total = pane == PLWU_SHEET_PANE_TOTAL || pane == PLWU_SHEET_PANE_TOTAL_FROZEN;
  gboolean is_frozen = pane == PLWU_SHEET_PANE_FROZEN || pane == PLWU_SHEET_PANE_TOTAL_FROZEN;
  int top = is_total ? plwu_sheet_get_total_top (self) : header;
  int bottom = is_total ? top + plwu_sheet_get_total_height (self)
                        : (self->has_total ? plwu_sheet_get_total_top (self)
                                           : gtk_widget_get_height (GTK_WIDGET (self)));

  *ret_area = (GdkRectangle){
    .x = is_frozen ? 0 : frozen,
    .y = top,
    .width = is_frozen ? frozen : width - frozen,
    .height = MAX (0, bottom - top),
  };
  if (plwu_sheet_is_rtl (self))
    ret_area->x = width - ret_area->x - ret_area->width;
}

void
plwu_sheet_get_cell_area (PlwuSheet *self, guint row, guint column, GdkRectangle *ret_area)
{
  int x = self->edges[column] - (column < self->n_frozen ? 0 : self->scroll_x);
  int width = self->edges[column + 1] - self->edges[column];
  int y;

  if (self->has_total && row == self->n_rows)
    y = plwu_sheet_get_total_top (self) + 1;
  else
    y = plwu_sheet_get_header_height (self) + (int) row * self->row_height - plwu_sheet_get_scroll_y (self);

  if (plwu_sheet_is_rtl (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;

  *ret_area = (GdkRectangle){ x, y, width, self->row_height };
}

/* Measuring */

static int
measure_title (PlwuSheet *self, guint column)
{
  static const char *const arrows[] = { [PLWU_SHEET_SORT_UP] = " ▲", [PLWU_SHEET_SORT_DOWN] = " ▼" };
  PlwuSheetSort sort = plwu_sheet_model_column_sort (self->model, column);
  g_autofree char *title = plwu_sheet_model_column_title (self->model, column);
  g_autofree char *marked = sort == PLWU_SHEET_UNSORTED ? NULL : g_strconcat (title, arrows[sort], NULL);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), marked != NULL ? marked : title);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_get_pixel_size (layout, &width, NULL);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  g_ptr_array_add (self->titles, layout);

  return MIN (width, TITLE_CHARS_MOST * self->char_width);
}

/* Returns whether the font is another than before. */
gboolean
plwu_sheet_measure_font (PlwuSheet *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int char_width = PANGO_PIXELS_CEIL (MAX (pango_font_metrics_get_approximate_char_width (metrics),
                                           pango_font_metrics_get_approximate_digit_width (metrics)));
  int height = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);
  int row_height = PANGO_PIXELS_CEIL (height) + ROW_AIR;
  gboolean is_changed = char_width != self->char_width || row_height != self->row_height;

  pango_font_metrics_unref (metrics);
  self->char_width = char_width;
  self->row_height = row_height;

  return is_changed;
}

void
plwu_sheet_measure_columns (PlwuSheet *self)
{
  plwu_sheet_measure_font (self);
  g_ptr_array_set_size (self->titles, 0);
  g_clear_pointer (&self->edges, g_free);
  self->edges = g_new0 (int, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    {
      int title = measure_title (self, i);
      int wanted = plwu_sheet_model_column_width_chars (self->model, i) * self->char_width;

      self->edges[i + 1] = self->edges[i] + MAX (title, wanted) + 2 * PLWU_SHEET_PADDING + 1;
    }

  self->needs_measuring = FALSE;
  self->last_width =
      self->n_columns > 0 ? self->edges[self->n_columns] - self->edges[self->n_columns - 1] : 0;
}

/* Free room goes to the last column where that holds texts, which are long. */
static void
stretch_last_column (PlwuSheet *self, int width)
{
  if (self->n_columns == 0 || plwu_sheet_model_column_is_numeric (self->model, self->n_columns - 1))
    return;

  self->edges[self->n_columns] = MAX (self->edges[self->n_columns - 1] + self->last_width, width);
}

/* The pool: what the visible cells show, reused in turn */

void
plwu_sheet_drop_pool (PlwuSheet *self)
{
  g_ptr_array_set_size (self->pool, 0);
  self->pool_rows = 0;
  self->pool_columns = 0;
}

static void
fit_pool (PlwuSheet *self, guint n_rows, guint n_columns)
{
  if (n_rows <= self->pool_rows && n_columns <= self->pool_columns)
    return;

  n_rows = MAX (n_rows, self->pool_rows);
  n_columns = MAX (n_columns, self->pool_columns);
  plwu_sheet_drop_pool (self);
  self->pool_rows = n_rows;
  self->pool_columns = n_columns;
  g_ptr_array_set_size (self->pool, (int) ((n_rows + 1) * n_columns));
}

static PlwuSheetFace **
get_slot (PlwuSheet *self, guint row, guint column)
{
  guint slot_row = self->has_total && row == self->n_rows ? self->pool_rows : row % self->pool_rows;
  guint slot_column = column;

  if (column >= self->n_frozen)
    slot_column = self->n_frozen + (column - self->n_frozen) % (self->pool_columns - self->n_frozen);

  return (PlwuSheetFace **) &g_ptr_array_index (self->pool, slot_row * self->pool_columns + slot_column);
}

static void
place_child (GtkWidget *child, const GdkRectangle *area)
{
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (area->x, area->y));
  int minimum;

  /* GTK wants to be asked before it is told. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (minimum, area->width), area->height, -1, transform);
}

/* A figure wider than its column widens it; figures are never cut short. */
static void
widen_column (PlwuSheet *self, guint column, PlwuSheetFace *face)
{
  int missing = plwu_sheet_face_get_wanted_width (face) + 1 - (self->edges[column + 1] - self->edges[column]);

  for (guint i = column + 1; missing > 0 && i <= self->n_columns; i++)
    self->edges[i] += missing;
  if (missing > 0)
    self->is_widened = TRUE;
}

static void
place_cell (PlwuSheet *self, guint row, guint column)
{
  PlwuSheetFace **slot = get_slot (self, row, column);

  if (*slot == NULL)
    *slot = plwu_sheet_face_new (GTK_WIDGET (self));
  if (plwu_sheet_face_bind (*slot, self->model, row, column))
    widen_column (self, column, *slot);
  plwu_sheet_face_set_shown (*slot, TRUE);
}

static void
place_row (PlwuSheet *self, guint row, guint first_column, guint end_column)
{
  for (guint i = 0; i < self->n_frozen; i++)
    place_cell (self, row, i);
  for (guint i = first_column; i < end_column; i++)
    place_cell (self, row, i);
}

static void
hide_cells (PlwuSheet *self)
{
  for (guint i = 0; i < self->pool->len; i++)
    if (g_ptr_array_index (self->pool, i) != NULL)
      plwu_sheet_face_set_shown (g_ptr_array_index (self->pool, i), FALSE);
}

static void
find_visible_columns (PlwuSheet *self, int width, guint *ret_first, guint *ret_end, guint *ret_most)
{
  int space = MAX (0, width - plwu_sheet_get_frozen_width (self));
  int left = plwu_sheet_get_frozen_width (self) + self->scroll_x;
  guint first = self->n_frozen;
  guint most = 0;

  while (first < self->n_columns && self->edges[first + 1] <= left)
    first++;

  guint end = first;

  while (end < self->n_columns && self->edges[end] < left + space)
    end++;

  /* The most columns that can be in view at once, however it is scrolled. */
  for (guint i = self->n_frozen, j = i; i < self->n_columns; i++)
    {
      while (j < self->n_columns && self->edges[j] - self->edges[i + 1] < space)
        j++;
      most = MAX (most, j - i);
    }

  *ret_first = first;
  *ret_end = end;
  *ret_most = MAX (1, most);
}

static void
place_cells (PlwuSheet *self, int width)
{
  guint n_wanted = (guint) (get_body_height (self) / self->row_height) + 2;
  guint first_row = (guint) (plwu_sheet_get_scroll_y (self) / self->row_height);
  guint end_row = MIN (self->n_rows, first_row + n_wanted);
  guint first_column;
  guint end_column;
  guint n_columns_most;

  find_visible_columns (self, width, &first_column, &end_column, &n_columns_most);
  fit_pool (self, n_wanted, self->n_frozen + n_columns_most);
  hide_cells (self);

  for (guint row = first_row; row < end_row; row++)
    place_row (self, row, first_column, end_column);
  if (self->has_total)
    place_row (self, self->n_rows, first_column, end_column);
}

static void
place_cursor (PlwuSheet *self)
{
  GtkWidget *cell = self->cursor_cells[self->front];
  GdkRectangle area;

  gtk_widget_set_child_visible (self->cursor_cells[1 - self->front], FALSE);
  gtk_widget_set_child_visible (cell, plwu_sheet_has_cells (self));
  if (!plwu_sheet_has_cells (self))
    return;

  plwu_sheet_get_cell_area (self, self->cursor.row, self->cursor.column, &area);
  area.width -= 1;
  area.height -= 1;
  place_child (cell, &area);
}

/* The editor grows with its text as far as its pane goes. */
static void
place_editor (PlwuSheet *self)
{
  GdkRectangle area;
  GdkRectangle pane;
  int natural;

  gtk_widget_set_child_visible (self->editor, self->is_editing);
  if (!self->is_editing)
    return;

  plwu_sheet_get_cell_area (self, self->edited.row, self->edited.column, &area);
  plwu_sheet_get_pane_area (self, plwu_sheet_get_pane (self, self->edited.row, self->edited.column), &pane);
  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  int wanted = MAX (area.width, natural + PLWU_SHEET_PADDING);
  int room = plwu_sheet_is_rtl (self) ? area.x + area.width - pane.x : pane.x + pane.width - area.x;
  int width = MAX (area.width, MIN (wanted, room));

  if (plwu_sheet_is_rtl (self))
    area.x -= width - area.width;
  area.width = width - 1;
  area.height -= 1;
  place_child (self->editor, &area);
}

static void
place_empty_label (PlwuSheet *self, int width, int height)
{
  gboolean is_shown = !plwu_sheet_has_cells (self);
  GdkRectangle area = { 0, plwu_sheet_get_header_height (self), width, get_body_height (self) };

  gtk_widget_set_child_visible (self->empty_label, is_shown);
  if (is_shown)
    place_child (self->empty_label, &area);
}

/* Frozen columns may not crowd out the rest in a narrow window. */
static void
choose_frozen (PlwuSheet *self, int width)
{
  guint n_frozen = self->n_frozen_wanted;

  while (n_frozen > 0 && self->edges[n_frozen] > width * 6 / 10)
    n_frozen--;

  if (n_frozen != self->n_frozen)
    plwu_sheet_drop_pool (self);
  self->n_frozen = n_frozen;
}

static void
configure_adjustments (PlwuSheet *self, int width)
{
  GtkAdjustment *horizontal = self->scrolling.adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *vertical = self->scrolling.adjustments[GTK_ORIENTATION_VERTICAL];
  int page_x = MAX (1, width - plwu_sheet_get_frozen_width (self));
  int upper_x = MAX (page_x, self->edges[self->n_columns] - plwu_sheet_get_frozen_width (self));
  int page_y = MAX (1, get_body_height (self));
  int upper_y = MAX (page_y, (int) self->n_rows * self->row_height);

  self->scroll_x = CLAMP (self->scroll_x, 0, upper_x - page_x);
  if (horizontal != NULL)
    gtk_adjustment_configure (horizontal,
                              plwu_sheet_is_rtl (self) ? upper_x - page_x - self->scroll_x : self->scroll_x,
                              0, upper_x, page_x * 0.1, page_x * 0.9, page_x);
  if (vertical != NULL)
    gtk_adjustment_configure (vertical, CLAMP (plwu_sheet_get_scroll_y (self), 0, upper_y - page_y), 0,
                              upper_y, self->row_height, MAX (self->row_height, page_y - self->row_height),
                              page_y);
}

static void
allocate_cells (PlwuSheet *self, int width)
{
  self->is_widened = FALSE;
  place_cells (self, width);
  if (!self->is_widened)
    return;

  /* Wider columns need no other cells, at most fewer: once more is enough. */
  stretch_last_column (self, width);
  choose_frozen (self, width);
  if (self->is_following)
    self->scroll_x = plwu_sheet_find_scroll_x (self, self->lead.column,
                                               MAX (1, width - plwu_sheet_get_frozen_width (self)));
  configure_adjustments (self, width);
  place_cells (self, width);
}

void
plwu_sheet_allocate (PlwuSheet *self, int width, int height)
{
  self->scrolling.is_allocating = TRUE;

  if (self->needs_measuring)
    plwu_sheet_measure_columns (self);
  stretch_last_column (self, width);
  choose_frozen (self, width);
  configure_adjustments (self, width);
  if (plwu_sheet_has_cells (self))
    allocate_cells (self, width);
  else
    plwu_sheet_drop_pool (self);
  place_cursor (self);
  place_editor (self);
  place_empty_label (self, width, height);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  if (self->spread_popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->spread_popover));

  /* Cells are no children: nothing else tells that they moved. */
  gtk_widget_queue_draw (GTK_WIDGET (self));
  self->scrolling.is_allocating = FALSE;
}

void
plwu_sheet_unbind_rows (PlwuSheet *self, guint first_row, guint n_rows)
{
  for (guint i = 0; i < self->pool->len; i++)
    {
      PlwuSheetFace *face = g_ptr_array_index (self->pool, i);

      if (face == NULL)
        continue;

      guint row = plwu_sheet_face_get_row (face);

      if (row == self->n_rows || (row >= first_row && row - first_row < n_rows))
        plwu_sheet_face_unbind (face);
    }

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
