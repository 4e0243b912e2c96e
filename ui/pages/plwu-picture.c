/* plwu-picture.c: a picture with its table, copy and save.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-picture.h"

#include "charts/plwu-chart.h"
#include "models/plwu-text-model.h"
#include "sheet/plwu-sheet.h"
#include "plwu-chooser.h"
#include "plwu-focus.h"
#include "plwu-menu.h"
#include "plwu-tooltip.h"

#include <string.h>

#include <glib/gi18n.h>

#define ROOM_FOR_MENU 60

struct _PlwuPicture
{
  AdwBin parent_instance;

  /* Owned */
  GtkFileChooserNative *chooser; /* (nullable): while a file is chosen */

  /* Inside the frame */
  PlwuChart *chart;
  PlwuDrawing *drawing;  /* the chart's */
  PlwuSheet *sheet;      /* (nullable): made when the table is first shown */
  GtkLabel *table_title; /* (nullable): as the sheet */

  gboolean is_table;

  /* Template widgets */
  GtkMenuButton *menu_button;
  GMenu *menu;
  GtkStack *stack;
  AdwBin *frame;
};

G_DEFINE_FINAL_TYPE (PlwuPicture, plwu_picture, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_AS_TABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
make_table (PlwuPicture *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *sheet = plwu_sheet_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_margin_start (title, 18);
  gtk_widget_set_margin_end (title, ROOM_FOR_MENU);
  gtk_widget_set_margin_top (title, 10);
  gtk_widget_set_margin_bottom (title, 10);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), sheet);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_stack_add_named (self->stack, box, "table");
  self->table_title = GTK_LABEL (title);
  self->sheet = PLWU_SHEET (sheet);
}

void
plwu_picture_refresh (PlwuPicture *self)
{
  g_return_if_fail (PLWU_IS_PICTURE (self));

  if (!self->is_table || self->chart == NULL)
    return;

  g_autoptr (GPtrArray) table = plwu_drawing_get_table (self->drawing);
  g_autoptr (PlwuSheetModel) model = plwu_text_model_new (table);
  const char *context = plwu_drawing_get_context (self->drawing);
  g_autofree char *heading =
      g_strdup_printf (context != NULL ? "%s · %s" : "%s", plwu_drawing_get_title (self->drawing), context);

  plwu_sheet_set_model (self->sheet, model);
  plwu_sheet_set_label (self->sheet, plwu_drawing_get_title (self->drawing));
  gtk_label_set_text (self->table_title, heading);
  plwu_tooltip_set (GTK_WIDGET (self->table_title), heading);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_chart_copy (PLWU_PICTURE (widget)->chart);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Picture and table copied"));
}

static void
save_response_cb (PlwuPicture *self, int response)
{
  g_autofree char *path = plwu_chooser_take (&self->chooser, response);
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  if (plwu_drawing_save (self->drawing, path, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Picture saved"));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.error", "s", error->message);
}

/* The finding names the file; what a file's name may not hold becomes a space. */
static char *
make_file_name (PlwuPicture *self, const char *ending)
{
  const char *title = plwu_drawing_get_title (self->drawing);
  g_autofree char *name = g_strdup (title != NULL && *title != '\0' ? title : _ ("picture"));

  g_strdelimit (name, "/\\:*?\"<>|;", ' ');
  return g_strdup_printf ("%s.%s", g_strstrip (name), ending);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuPicture *self = PLWU_PICTURE (widget);
  g_autofree char *file_name = make_file_name (self, g_variant_get_string (parameter, NULL));

  if (self->chooser != NULL)
    return;

  plwu_chooser_ask (&self->chooser, widget, _ ("Save Picture"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"),
                    G_CALLBACK (save_response_cb));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), file_name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
plwu_picture_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_AS_TABLE)
    g_value_set_boolean (value, PLWU_PICTURE (object)->is_table);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plwu_picture_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlwuPicture *self = PLWU_PICTURE (object);

  if (id != PROP_AS_TABLE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  self->is_table = g_value_get_boolean (value);
  if (self->is_table && self->sheet == NULL)
    make_table (self);
  plwu_picture_refresh (self);
  gtk_stack_set_visible_child_name (self->stack, self->is_table ? "table" : "picture");
}

static gboolean
plwu_picture_grab_focus (GtkWidget *widget)
{
  PlwuPicture *self = PLWU_PICTURE (widget);

  return self->chart != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->chart));
}

static void
plwu_picture_dispose (GObject *object)
{
  PlwuPicture *self = PLWU_PICTURE (object);

  g_clear_object (&self->chooser);
  self->chart = NULL;
  self->drawing = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_PICTURE);

  G_OBJECT_CLASS (plwu_picture_parent_class)->dispose (object);
}

static void
plwu_picture_class_init (PlwuPictureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plwu_picture_get_property;
  object_class->set_property = plwu_picture_set_property;
  object_class->dispose = plwu_picture_dispose;
  widget_class->focus = plwu_focus_child;
  widget_class->grab_focus = plwu_picture_grab_focus;

  properties[PROP_AS_TABLE] =
      g_param_spec_boolean ("as-table", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-picture.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuPicture, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlwuPicture, menu);
  gtk_widget_class_bind_template_child (widget_class, PlwuPicture, stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuPicture, frame);
  gtk_widget_class_install_property_action (widget_class, "picture.as-table", "as-table");
  gtk_widget_class_install_action (widget_class, "picture.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "picture.save", "s", save_action);
}

static void
plwu_picture_init (PlwuPicture *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plwu_menu_give (self->menu_button, G_MENU_MODEL (self->menu));
  plwu_tooltip_set (GTK_WIDGET (self->menu_button), _ ("Table, copy and save"));
}

void
plwu_picture_set_drawing (PlwuPicture *self, PlwuDrawing *drawing)
{
  g_return_if_fail (PLWU_IS_PICTURE (self));
  g_return_if_fail (PLWU_IS_DRAWING (drawing));

  GtkWidget *chart = plwu_chart_new (drawing);

  self->chart = PLWU_CHART (chart);
  self->drawing = drawing;
  if (!plwu_drawing_fits_any_size (drawing))
    {
      GtkWidget *scroller = gtk_scrolled_window_new ();

      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), chart);
      adw_bin_set_child (self->frame, scroller);
    }
  else
    adw_bin_set_child (self->frame, chart);
}
