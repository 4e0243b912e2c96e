/* plwu-sheet-cell.c: the widget of the cell that the cursor is in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-sheet-private.h"

struct _PlwuSheetCellWidget
{
  GtkWidget parent_instance;

  /* Owned */
  PlwuSheetFace *face;
};

G_DEFINE_FINAL_TYPE (PlwuSheetCellWidget, plwu_sheet_cell_widget, GTK_TYPE_WIDGET)

static void
plwu_sheet_cell_widget_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  plwu_sheet_face_draw (PLWU_SHEET_CELL_WIDGET (widget)->face, snapshot, gtk_widget_get_width (widget),
                        gtk_widget_get_height (widget));
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
  if (self->face != NULL)
    plwu_sheet_face_restyle (self->face);
}

static void
plwu_sheet_cell_widget_finalize (GObject *object)
{
  plwu_sheet_face_free (PLWU_SHEET_CELL_WIDGET (object)->face);

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
  self->face = plwu_sheet_face_new (GTK_WIDGET (self));
}

GtkWidget *
plwu_sheet_cell_widget_new (void)
{
  return g_object_new (PLWU_TYPE_SHEET_CELL_WIDGET, "focusable", TRUE, NULL);
}

void
plwu_sheet_cell_widget_bind (PlwuSheetCellWidget *self,
                             PlwuSheetModel *model,
                             guint row,
                             guint column,
                             const char *extra)
{
  plwu_sheet_face_unbind (self->face);
  plwu_sheet_face_bind (self->face, model, row, column);

  g_autofree char *description = plwu_sheet_model_describe (model, row, column);
  g_autofree char *label = extra == NULL ? NULL : g_strdup_printf ("%s; %s", description, extra);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : description, GTK_ACCESSIBLE_PROPERTY_READ_ONLY,
                                  !plwu_sheet_kind_can_change (plwu_sheet_face_get_kind (self->face)), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) row + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) column + 1, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
