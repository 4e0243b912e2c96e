/* plwu-sheet-scroll.c: the sheet in a scrolled window; what lies where.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-sheet-private.h"

#include <math.h>

static int
get_adjustment_limit (GtkAdjustment *adjustment)
{
  return (int) (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
}

static void
scrolled_cb (GtkWidget *widget, GtkOrientation orientation)
{
  PlwuSheet *self = PLWU_SHEET (widget);
  GtkAdjustment *adjustment = self->scrolling.adjustments[orientation];

  self->is_following = self->is_scrolling;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int value = (int) gtk_adjustment_get_value (adjustment);

      self->scroll_x = plwu_sheet_is_rtl (self) ? get_adjustment_limit (adjustment) - value : value;
    }
}

/* The nearest way to scroll so that a column is in view. */
int
plwu_sheet_find_scroll_x (PlwuSheet *self, guint column, int page)
{
  int frozen = plwu_sheet_get_frozen_width (self);
  int scroll = self->scroll_x;

  if (column < self->n_frozen)
    return scroll;

  scroll = MAX (scroll, self->edges[column + 1] - frozen - page);

  return MIN (scroll, self->edges[column] - frozen);
}

void
plwu_sheet_scroll_to (PlwuSheet *self, guint row, guint column)
{
  GtkAdjustment *horizontal = self->scrolling.adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *vertical = self->scrolling.adjustments[GTK_ORIENTATION_VERTICAL];

  if (self->edges == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;

  self->is_scrolling = TRUE;
  if (vertical != NULL && row < self->n_rows)
    gtk_adjustment_clamp_page (vertical, (int) row * self->row_height, (int) (row + 1) * self->row_height);

  if (horizontal != NULL)
    {
      int page = (int) gtk_adjustment_get_page_size (horizontal);
      int scroll = plwu_sheet_find_scroll_x (self, column, page);

      gtk_adjustment_set_value (
          horizontal, plwu_sheet_is_rtl (self) ? get_adjustment_limit (horizontal) - scroll : scroll);
    }
  self->is_scrolling = FALSE;
  self->is_following = TRUE;
}

gboolean
plwu_sheet_find_column (PlwuSheet *self, double x, guint *ret_column)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int place = (int) (plwu_sheet_is_rtl (self) ? width - x : x);

  if (self->edges == NULL || self->n_columns == 0)
    return FALSE;

  if (place >= plwu_sheet_get_frozen_width (self))
    place += self->scroll_x;
  for (guint i = 0; i < self->n_columns; i++)
    if (place < self->edges[i + 1])
      {
        *ret_column = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
plwu_sheet_find_place (PlwuSheet *self, double x, double y, PlwuSheetPlace *ret_place)
{
  int body_y = (int) floor (y) - plwu_sheet_get_header_height (self) + plwu_sheet_get_scroll_y (self);
  PlwuSheetPlace place = { 0, self->n_columns - 1 };

  if (!plwu_sheet_has_cells (self) || self->row_height == 0)
    return FALSE;

  plwu_sheet_find_column (self, x, &place.column);

  if (self->has_total && y >= plwu_sheet_get_total_top (self))
    place.row = self->n_rows;
  else
    place.row = (guint) CLAMP (body_y / self->row_height, 0, MAX (0, (int) self->n_rows - 1));

  *ret_place = place;
  return TRUE;
}

/* GtkScrollable */

static gboolean
plwu_sheet_get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  PlwuSheet *self = PLWU_SHEET (scrollable);
  int frozen = plwu_sheet_get_frozen_width (self);

  *border = (GtkBorder){
    .top = (gint16) plwu_sheet_get_header_height (self),
    .bottom = (gint16) plwu_sheet_get_total_height (self),
    .left = (gint16) (plwu_sheet_is_rtl (self) ? 0 : frozen),
    .right = (gint16) (plwu_sheet_is_rtl (self) ? frozen : 0),
  };

  return TRUE;
}

void
plwu_sheet_init_scrollable (GtkScrollableInterface *iface)
{
  iface->get_border = plwu_sheet_get_border;
}

void
plwu_sheet_init_scrolling (PlwuSheet *self)
{
  plwu_scrolling_init (&self->scrolling, GTK_WIDGET (self), scrolled_cb);
}
