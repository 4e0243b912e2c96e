/* plwu-sheet-cell.c: the widget of one visible cell.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-sheet-private.h"

#include <string.h>

struct _PlwuSheetCellWidget
{
  GtkWidget parent_instance;

  /* Owned */
  PangoLayout *layout;
  char *tooltip;

  guint row;
  guint column;
  PlwuSheetKind kind;
  gboolean is_numeric;
  gboolean is_negative;
  gboolean is_warning;
  gboolean is_cut_short;
  gboolean is_restyled;
};

G_DEFINE_FINAL_TYPE (PlwuSheetCellWidget, plwu_sheet_cell_widget, GTK_TYPE_WIDGET)

static const char *const kind_classes[] = {
  [PLWU_SHEET_EDITABLE] = "editable",     [PLWU_SHEET_LOCKED] = "locked",
  [PLWU_SHEET_DERIVED] = "derived",       [PLWU_SHEET_INHERITED] = "inherited",
  [PLWU_SHEET_OVERRIDDEN] = "overridden", [PLWU_SHEET_HEADING] = "heading",
  [PLWU_SHEET_TOTAL] = "total",
};

/* Figures stand under each other only if all digits are as wide. */
static PangoAttrList *
get_figure_attributes (void)
{
  static PangoAttrList *attributes;

  if (attributes == NULL)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
    }

  return attributes;
}

static void
update_style (PlwuSheetCellWidget *self)
{
  const char *classes[4] = { kind_classes[self->kind] };
  int n = 1;

  if (self->is_negative)
    classes[n++] = "negative";
  if (self->is_warning)
    classes[n++] = "warned";

  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
}

static int
get_text_space (PlwuSheetCellWidget *self)
{
  return MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PLWU_SHEET_PADDING);
}

/* Figures run from left to right in every language, the sign first. */
static int
measure_text (PlwuSheetCellWidget *self, int *ret_height)
{
  int width;

  if (self->is_numeric)
    pango_context_set_base_dir (pango_layout_get_context (self->layout), PANGO_DIRECTION_LTR);
  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &width, ret_height);

  return width;
}

static void
draw_layout (PlwuSheetCellWidget *self,
             GtkSnapshot *snapshot,
             PangoLayout *layout,
             const GdkRGBA *colour,
             int x,
             int height)
{
  int y = (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_text (PlwuSheetCellWidget *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int space = get_text_space (self);
  int height;
  int width = measure_text (self, &height);

  self->is_cut_short = width > space;
  if (self->is_cut_short && self->is_numeric)
    {
      /* A figure cut short reads as another figure; better none at all. */
      g_autoptr (PangoLayout) marks = gtk_widget_create_pango_layout (GTK_WIDGET (self), "###");

      pango_layout_get_pixel_size (marks, &width, &height);
      draw_layout (self, snapshot, marks, colour, PLWU_SHEET_PADDING + space - width, height);
      return;
    }
  if (self->is_cut_short)
    {
      pango_layout_set_width (self->layout, space * PANGO_SCALE);
      width = space;
    }

  draw_layout (self, snapshot, self->layout, colour,
               PLWU_SHEET_PADDING + (self->is_numeric || is_rtl ? space - width : 0), height);
}

/* Marks that do not depend on colour: a bar at the start for a figure of this
 * scenario, a block in the upper corner at the end for a check.
 */
static void
draw_marks (PlwuSheetCellWidget *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA colour;

  if (self->kind == PLWU_SHEET_OVERRIDDEN)
    {
      plwu_sheet_lookup_colour (widget, "accent_color", &colour);
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (is_rtl ? width - 4 : 0, 2, 4, height - 5));
    }

  if (self->is_warning)
    {
      plwu_sheet_lookup_colour (widget, "warning_color", &colour);
      gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (is_rtl ? 1 : width - 8, 1, 6, 6));
    }
}

static void
plwu_sheet_cell_widget_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlwuSheetCellWidget *self = PLWU_SHEET_CELL_WIDGET (widget);
  GdkRGBA colour;

  if (self->layout == NULL || self->row == PLWU_SHEET_NOWHERE)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  draw_marks (self, snapshot);
  draw_text (self, snapshot, &colour);
}

static void
plwu_sheet_cell_widget_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  /* The sheet decides. */
  *minimum = 0;
  *natural = 0;
}

static void
plwu_sheet_cell_widget_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  PlwuSheetCellWidget *self = PLWU_SHEET_CELL_WIDGET (widget);

  GTK_WIDGET_CLASS (plwu_sheet_cell_widget_parent_class)->css_changed (widget, change);

  /* Bold text is wider: the sheet must look at this cell again. */
  self->is_restyled = TRUE;
  if (self->layout != NULL)
    pango_layout_context_changed (self->layout);
  if (gtk_widget_get_parent (widget) != NULL)
    gtk_widget_queue_allocate (gtk_widget_get_parent (widget));
}

static void
plwu_sheet_cell_widget_finalize (GObject *object)
{
  PlwuSheetCellWidget *self = PLWU_SHEET_CELL_WIDGET (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->tooltip, g_free);

  G_OBJECT_CLASS (plwu_sheet_cell_widget_parent_class)->finalize (object);
}

static void
plwu_sheet_cell_widget_class_init (PlwuSheetCellWidgetClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->finalize = plwu_sheet_cell_widget_finalize;
  widget_class->snapshot = plwu_sheet_cell_widget_snapshot;
  widget_class->measure = plwu_sheet_cell_widget_measure;
  widget_class->css_changed = plwu_sheet_cell_widget_css_changed;

  gtk_widget_class_set_css_name (widget_class, "plwusheetcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
plwu_sheet_cell_widget_init (PlwuSheetCellWidget *self)
{
  self->row = PLWU_SHEET_NOWHERE;
  self->column = PLWU_SHEET_NOWHERE;
  update_style (self);
}

GtkWidget *
plwu_sheet_cell_widget_new (gboolean is_cursor)
{
  return g_object_new (PLWU_TYPE_SHEET_CELL_WIDGET, "focusable", is_cursor, NULL);
}

static void
show_cell (PlwuSheetCellWidget *self, PlwuSheetCell *cell)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
    }

  if (strcmp (pango_layout_get_text (self->layout), cell->text) != 0)
    pango_layout_set_text (self->layout, cell->text, -1);
  pango_layout_set_attributes (self->layout, self->is_numeric ? get_figure_attributes () : NULL);

  g_free (self->tooltip);
  self->tooltip = g_steal_pointer (&cell->tooltip);

  if (self->kind != cell->kind || self->is_negative != cell->is_negative
      || self->is_warning != cell->is_warning)
    {
      self->kind = cell->kind;
      self->is_negative = cell->is_negative;
      self->is_warning = cell->is_warning;
      update_style (self);
    }
}

gboolean
plwu_sheet_cell_widget_bind (PlwuSheetCellWidget *self,
                             PlwuSheetModel *model,
                             guint row,
                             guint column,
                             const char *extra)
{
  g_auto (PlwuSheetCell) cell = { 0 };

  gboolean was_restyled = self->is_restyled;

  self->is_restyled = FALSE;
  if (self->row == row && self->column == column && extra == NULL)
    return was_restyled;

  self->row = row;
  self->column = column;
  self->is_numeric = plwu_sheet_model_column_is_numeric (model, column);
  plwu_sheet_model_cell (model, row, column, &cell);
  show_cell (self, &cell);

  g_autofree char *description = plwu_sheet_model_describe (model, row, column);
  g_autofree char *label = extra == NULL ? NULL : g_strdup_printf ("%s; %s", description, extra);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : description, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_READ_ONLY,
                                  !plwu_sheet_kind_can_change (self->kind), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) row + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) column + 1, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

void
plwu_sheet_cell_widget_unbind (PlwuSheetCellWidget *self)
{
  self->row = PLWU_SHEET_NOWHERE;
  self->column = PLWU_SHEET_NOWHERE;
}

guint
plwu_sheet_cell_widget_get_row (PlwuSheetCellWidget *self)
{
  return self->row;
}

guint
plwu_sheet_cell_widget_get_column (PlwuSheetCellWidget *self)
{
  return self->column;
}

PlwuSheetKind
plwu_sheet_cell_widget_get_kind (PlwuSheetCellWidget *self)
{
  return self->kind;
}

int
plwu_sheet_cell_widget_get_wanted_width (PlwuSheetCellWidget *self)
{
  if (!self->is_numeric || self->layout == NULL)
    return 0;

  return measure_text (self, NULL) + 2 * PLWU_SHEET_PADDING;
}

const char *
plwu_sheet_cell_widget_get_text (PlwuSheetCellWidget *self)
{
  return self->layout == NULL ? "" : pango_layout_get_text (self->layout);
}

const char *
plwu_sheet_cell_widget_get_tooltip (PlwuSheetCellWidget *self)
{
  if (self->tooltip != NULL)
    return self->tooltip;

  return self->is_cut_short ? plwu_sheet_cell_widget_get_text (self) : NULL;
}
