/* plwu-window.c: a window on one plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-window-private.h"

#include "findings/plwu-labels.h"
#include "plwu-application.h"
#include "plwu-menu.h"
#include "plwu-plans.h"
#include "plwu-tooltip.h"
#include "plwu-welcome-gaps.h"
#include "plwu-welcome.h"

#include <string.h>

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PlwuWindow, plwu_window, ADW_TYPE_APPLICATION_WINDOW)

/* Properties that are the states of actions: win.policy, win.unit, win.explain. */
enum
{
  PROP_0,
  PROP_POLICY,
  PROP_UNIT,
  PROP_EXPLAIN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_unit (PlwuWindow *self, const char *name)
{
  PlwUnit unit;

  if (!plwu_unit_from_name (name, &unit))
    return;

  self->unit = plwu_unit_to_name (unit);
  if (self->document != NULL)
    plwu_document_set_unit (self->document, unit);
  plwu_window_note_view (self);
}

static void
make_explain_panel (PlwuWindow *self)
{
  self->explain = g_object_new (PLWU_TYPE_EXPLAIN_PANEL, NULL);
  gtk_box_append (self->explain_box, GTK_WIDGET (self->explain));
  if (self->document != NULL)
    plwu_explain_panel_set_document (self->explain, self->document);
}

static void
set_explaining (PlwuWindow *self, gboolean is_explaining)
{
  PlwuPage *page = plwu_window_get_page (self);

  self->shows_explain = is_explaining;
  plwu_window_note_view (self);
  if (is_explaining && self->explain == NULL)
    make_explain_panel (self);
  gtk_widget_set_visible (GTK_WIDGET (self->explain_box), is_explaining);
  if (page != NULL)
    plwu_page_set_explaining (page, is_explaining);
}

static void
plwu_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlwuWindow *self = PLWU_WINDOW (object);

  switch (id)
    {
    case PROP_POLICY:
      if (self->document != NULL && g_value_get_string (value) != NULL)
        plwu_document_set_policy (self->document, g_value_get_string (value));
      break;
    case PROP_UNIT:
      set_unit (self, g_value_get_string (value));
      break;
    case PROP_EXPLAIN:
      set_explaining (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plwu_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlwuWindow *self = PLWU_WINDOW (object);

  switch (id)
    {
    case PROP_POLICY:
      g_value_set_string (value, self->document != NULL ? plwu_document_get_policy (self->document)
                                                        : PLWU_POLICY_TODAY);
      break;
    case PROP_UNIT:
      g_value_set_string (value, self->unit);
      break;
    case PROP_EXPLAIN:
      g_value_set_boolean (value, self->shows_explain);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
policy_changed_cb (PlwuWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POLICY]);
  plwu_window_update_pickers (self);
}

static void
failed_cb (PlwuWindow *self, const char *text)
{
  plwu_window_show_error (self, _ ("Something could not be done"), text, NULL);
}

static gboolean
plwu_window_close_request_vfunc (GtkWindow *window)
{
  GtkApplication *application = gtk_window_get_application (window);

  if (!plwu_window_close_request (PLWU_WINDOW (window)))
    return TRUE;

  /* While it is still one of the windows. */
  if (PLWU_IS_APPLICATION (application))
    plwu_application_keep_session (PLWU_APPLICATION (application));
  return FALSE;
}

static gboolean
dropped_cb (PlwuWindow *self, const GValue *value)
{
  GFile *file = g_value_get_object (value);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return FALSE;
  plwu_window_drop (self, path);
  return TRUE;
}

static void
accept_drops (PlwuWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Most windows open with a plan and never show it. */
static void
show_welcome_cb (PlwuWindow *self)
{
  if (adw_bin_get_child (self->welcome) == NULL)
    adw_bin_set_child (self->welcome, g_object_new (PLWU_TYPE_WELCOME, NULL));
}

static void
put_overlay (PlwuWindow *self)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (self);
  g_autoptr (GtkWidget) content = g_object_ref (adw_application_window_get_content (window));

  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  adw_application_window_set_content (window, NULL);
  gtk_overlay_set_child (self->overlay, content);
  adw_application_window_set_content (window, GTK_WIDGET (self->overlay));
}

void
plwu_window_open_palette (PlwuWindow *self)
{
  if (self->palette == NULL)
    {
      self->palette = plwu_command_palette_attach (GTK_WINDOW (self), self->overlay);
      g_signal_connect_object (self->palette, "fill", G_CALLBACK (plwu_window_list_places), self,
                               G_CONNECT_SWAPPED);
      if (self->document != NULL)
        plwu_command_palette_set_document (self->palette, self->document);
    }
  plwu_command_palette_open (self->palette);
}

static void
plwu_window_constructed (GObject *object)
{
  PlwuWindow *self = PLWU_WINDOW (object);

  G_OBJECT_CLASS (plwu_window_parent_class)->constructed (object);

  put_overlay (self);
  g_signal_connect_object (self->welcome, "map", G_CALLBACK (show_welcome_cb), self, G_CONNECT_SWAPPED);
  plwu_window_fill_page_list (self);
  plwu_window_update_state (self);
}

static void
plwu_window_dispose (GObject *object)
{
  PlwuWindow *self = PLWU_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->arrival_id, g_source_remove);
  g_clear_object (&self->chooser);
  g_clear_object (&self->signals);
  if (self->pages != NULL)
    plwu_window_forget_pages (self);
  if (self->document != NULL)
    plwu_gaps_note (self->document);
  if (self->document != NULL && !plwu_document_is_saving (self->document))
    plwu_document_close (self->document, FALSE);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_WINDOW);

  G_OBJECT_CLASS (plwu_window_parent_class)->dispose (object);
}

static void
plwu_window_finalize (GObject *object)
{
  PlwuWindow *self = PLWU_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->recoverable, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, plwu_session_view_free);
  g_strfreev (self->scenario_codes);
  g_free (self->policies_listed);

  G_OBJECT_CLASS (plwu_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PLWU_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/uk/placewright/Placewright/ui/plwu-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, title);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, pickers);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, scenario);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, scenarios);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, today_button);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, placemaking_button);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, policies);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, example_menu);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, explain_button);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, recovery);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, recovery_text);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, content);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, page_list);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, explain_box);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, status);
  gtk_widget_class_bind_template_child (widget_class, PlwuWindow, spinner);
  gtk_widget_class_bind_template_callback (widget_class, plwu_window_scenario_picked);
}

static void
plwu_window_class_init (PlwuWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = plwu_window_constructed;
  object_class->set_property = plwu_window_set_property;
  object_class->get_property = plwu_window_get_property;
  object_class->dispose = plwu_window_dispose;
  object_class->finalize = plwu_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = plwu_window_close_request_vfunc;

  properties[PROP_POLICY] = g_param_spec_string ("policy", NULL, NULL, PLWU_POLICY_TODAY, flags);
  properties[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, "pounds", flags);
  properties[PROP_EXPLAIN] = g_param_spec_boolean ("explain", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLWU_TYPE_STATUS);
  bind_template (widget_class);
  plwu_window_install_actions (widget_class);
}

/* Which plans are recent is asked each time it is opened, and not before. */
static void
open_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  PlwuWindow *self = PLWU_WINDOW (user_data);

  plwu_window_update_menus (self);
  plwu_menu_make (button, G_MENU_MODEL (self->primary_menu));
}

/* Not in the template, where each would ask the display where the pointer is. */
static void
set_tooltips (PlwuWindow *self)
{
  plwu_tooltip_set (GTK_WIDGET (self->sidebar_button), _ ("Pages (F9)"));
  plwu_tooltip_set (GTK_WIDGET (self->menu_button), _ ("Main menu (F10)"));
  plwu_tooltip_set (GTK_WIDGET (self->explain_button), _ ("Explain the selected figure (F8)"));
  plwu_tooltip_set (self->today_button, _ ("Every ring-fence holds"));
  plwu_tooltip_set (self->placemaking_button, _ ("Pooled pots are one; not lawful today"));
  plwu_tooltip_set (GTK_WIDGET (self->policies), _ ("Policies of this plan"));
}

static void
plwu_window_init (PlwuWindow *self)
{
  self->unit = plwu_unit_to_name (PLW_UNIT_POUNDS);
  self->export_options.has_log = TRUE;
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, open_menu_cb, self, NULL);
  set_tooltips (self);

  self->signals = g_signal_group_new (PLWU_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "plan-changed", G_CALLBACK (plwu_window_update_pickers),
                                  self);
  g_signal_group_connect_swapped (self->signals, "state-changed", G_CALLBACK (plwu_window_update_state),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::policy", G_CALLBACK (policy_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::scenario", G_CALLBACK (plwu_window_update_pickers),
                                  self);
  g_signal_group_connect_swapped (self->signals, "failed", G_CALLBACK (failed_cb), self);
  accept_drops (self);
}

GtkWidget *
plwu_window_new (GtkApplication *application)
{
  return g_object_new (PLWU_TYPE_WINDOW, "application", application, NULL);
}

PlwuDocument *
plwu_window_get_document (PlwuWindow *self)
{
  g_return_val_if_fail (PLWU_IS_WINDOW (self), NULL);

  return self->document;
}

void
plwu_window_set_document (PlwuWindow *self, PlwuDocument *document)
{
  g_return_if_fail (PLWU_IS_WINDOW (self));
  g_return_if_fail (PLWU_IS_DOCUMENT (document));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_group_set_target (self->signals, document);
  plwu_status_set_document (self->status, document);
  if (self->palette != NULL)
    plwu_command_palette_set_document (self->palette, document);
  plwu_gaps_watch (document);
  if (self->explain != NULL)
    plwu_explain_panel_set_document (self->explain, document);
  set_unit (self, self->unit);

  gtk_widget_set_visible (GTK_WIDGET (self->status), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->pickers), TRUE);
  gtk_stack_set_visible_child_name (self->content, "plan");
  plwu_window_update_pickers (self);
  plwu_window_update_state (self);
  plwu_window_show_page (self, "overview");
  plwu_window_show_wanted (self);
}

void
plwu_window_offer_recovery (PlwuWindow *self, GPtrArray *paths)
{
  g_return_if_fail (PLWU_IS_WINDOW (self));

  if (paths->len == 0)
    return;

  g_autofree char *text = g_strdup_printf (
      ngettext ("%u plan was open when the program stopped. Its edits are safe.",
                "%u plans were open when the program stopped. Their edits are safe.", paths->len),
      paths->len);

  g_clear_pointer (&self->recoverable, g_ptr_array_unref);
  self->recoverable = g_ptr_array_ref (paths);
  gtk_label_set_text (self->recovery_text, text);
  gtk_revealer_set_reveal_child (self->recovery, TRUE);
}
