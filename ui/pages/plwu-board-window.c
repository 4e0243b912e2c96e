/* plwu-board-window.c: the board view on a whole screen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-board-window.h"

#include <glib/gi18n.h>

/* From this height on there is room for larger type. */
#define TALL 1000

struct _PlwuBoardWindow
{
  AdwWindow parent_instance;

  /* Inside */
  PlwuBoardView *view;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (PlwuBoardWindow, plwu_board_window, ADW_TYPE_WINDOW)

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_board_view_undo (PLWU_BOARD_WINDOW (widget)->view);
}

/* Pictures tell what became of copying and saving through these. */
static void
tell_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *text = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_toast_overlay_add_toast (PLWU_BOARD_WINDOW (widget)->toasts, adw_toast_new (text));
}

/* The same words across the room, whatever the screen. */
static void
laid_out_cb (PlwuBoardWindow *self, int width, int height)
{
  if (height >= TALL)
    gtk_widget_add_css_class (GTK_WIDGET (self->view), "tall");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->view), "tall");
}

static void
plwu_board_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plwu_board_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (laid_out_cb),
                           widget, G_CONNECT_SWAPPED);
}

static void
plwu_board_window_class_init (PlwuBoardWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->realize = plwu_board_window_realize;
  gtk_widget_class_install_action (widget_class, "board-window.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "board-window.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", tell_action);
  gtk_widget_class_install_action (widget_class, "win.error", "s", tell_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "board-window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "board-window.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "board-window.close", NULL);
}

static void
plwu_board_window_init (PlwuBoardWindow *self)
{
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
  gtk_window_set_default_size (GTK_WINDOW (self), 1366, 768);
}

static GtkWidget *
create_close_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_end (button, 6);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Leave the full screen (Escape)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Leave the full screen"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "board-window.close");

  return button;
}

GtkWidget *
plwu_board_window_new (PlwuDocument *document, GtkWindow *parent)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  g_autofree char *title = g_strdup_printf (_ ("%s – board view"), plwu_document_get_title (document));
  PlwuBoardWindow *self = g_object_new (PLWU_TYPE_BOARD_WINDOW, "title", title, "transient-for", parent,
                                        "destroy-with-parent", TRUE, NULL);
  GtkWidget *overlay = gtk_overlay_new ();

  self->view = PLWU_BOARD_VIEW (plwu_board_view_new (document));
  plwu_board_view_set_large (self->view, TRUE);
  gtk_widget_set_margin_top (GTK_WIDGET (self->view), 12);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), create_close_button ());
  adw_toast_overlay_set_child (self->toasts, overlay);
  gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->view));

  return GTK_WIDGET (self);
}

PlwuBoardView *
plwu_board_window_get_view (PlwuBoardWindow *self)
{
  g_return_val_if_fail (PLWU_IS_BOARD_WINDOW (self), NULL);

  return self->view;
}
