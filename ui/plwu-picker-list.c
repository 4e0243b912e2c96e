/* plwu-picker-list.c: the list of a picker, while it is open.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-picker-list.h"

#include <glib/gi18n.h>

#define HEIGHT_MOST 400

struct _PlwuPickerList
{
  GtkPopover parent_instance;

  GtkStringList *names;
  GtkStringFilter *filter;    /* nullable: without a field to search in */
  GtkSingleSelection *choice; /* where the keyboard is */
  GtkListView *view;
  GtkEditable *search; /* nullable */
  guint selected;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlwuPickerList, plwu_picker_list, GTK_TYPE_POPOVER)

/* Which of the names stands at @position of what is listed. */
static guint
find_name (PlwuPickerList *self, guint position)
{
  if (self->filter == NULL)
    return position;

  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->choice), position);
  guint n_names = g_list_model_get_n_items (G_LIST_MODEL (self->names));

  for (guint i = 0; item != NULL && i < n_names; i++)
    {
      g_autoptr (GObject) name = g_list_model_get_item (G_LIST_MODEL (self->names), i);

      if (name == item)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
activate_cb (GtkListView *view, guint position, PlwuPickerList *self)
{
  guint index = find_name (self, position);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (index != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[PICKED], 0, index);
}

/* The first of what is left of the list; all of it begins where it was left. */
static void
search_changed_cb (PlwuPickerList *self)
{
  const char *text = gtk_editable_get_text (self->search);

  gtk_string_filter_set_search (self->filter, text);
  gtk_single_selection_set_selected (self->choice, *text != '\0' ? 0 : self->selected);
}

/* The field tells of what is typed a moment later: Enter may come before. */
static void
search_activate_cb (PlwuPickerList *self)
{
  guint position;

  search_changed_cb (self);
  position = gtk_single_selection_get_selected (self->choice);
  if (position != GTK_INVALID_LIST_POSITION)
    activate_cb (self->view, position, self);
}

/* The list itself would begin at its first row. */
static gboolean
focus_selected (PlwuPickerList *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u",
                              gtk_single_selection_get_selected (self->choice));
  while (row != NULL && !(gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED))
    row = gtk_widget_get_next_sibling (row);
  return gtk_widget_grab_focus (row != NULL ? row : GTK_WIDGET (self->view));
}

static gboolean
search_key_cb (GtkEventControllerKey *keys,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               PlwuPickerList *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;
  return focus_selected (self);
}

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Picked"), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, PlwuPickerList *self)
{
  GtkStringObject *name = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  gboolean is_selected = find_name (self, gtk_list_item_get_position (item)) == self->selected;

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), gtk_string_object_get_string (name));
  gtk_widget_set_opacity (gtk_widget_get_last_child (box), is_selected ? 1 : 0);
}

static GListModel *
create_listed (PlwuPickerList *self, gboolean has_search)
{
  if (!has_search)
    return g_object_ref (G_LIST_MODEL (self->names));

  self->filter = gtk_string_filter_new (gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->names)),
                                                  g_object_ref (GTK_FILTER (self->filter))));
}

static void
add_search (PlwuPickerList *self, GtkBox *box)
{
  GtkWidget *search = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->search = GTK_EDITABLE (search);
  g_object_set (search, "placeholder-text", _ ("Search…"), "hexpand", TRUE, NULL);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (search), GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb), self, 0);
  gtk_widget_add_controller (search, keys);
  g_signal_connect_object (search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "activate", G_CALLBACK (search_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "stop-search", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (bar, "dropdown-searchbar");
  gtk_box_append (GTK_BOX (bar), search);
  gtk_box_append (box, bar);
}

static void
add_view (PlwuPickerList *self, GtkBox *box, const char *what)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->choice)), factory);

  self->view = GTK_LIST_VIEW (view);
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_single_click_activate (self->view, TRUE);
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self, 0);
  if (what != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "max-content-height", HEIGHT_MOST,
                "propagate-natural-height", TRUE, "child", view, NULL);
  gtk_box_append (box, scrolled);
}

GtkWidget *
plwu_picker_list_new (GtkStringList *names, guint selected, const char *what, gboolean has_search)
{
  PlwuPickerList *self = g_object_new (PLWU_TYPE_PICKER_LIST, "has-arrow", FALSE, "halign", GTK_ALIGN_START,
                                       "position", GTK_POS_BOTTOM, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
  self->names = g_object_ref (names);
  self->selected = selected;
  self->choice = gtk_single_selection_new (create_listed (self, has_search));
  gtk_single_selection_set_selected (self->choice, selected);
  if (has_search)
    add_search (self, GTK_BOX (box));
  add_view (self, GTK_BOX (box), what);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  return GTK_WIDGET (self);
}

void
plwu_picker_list_open (PlwuPickerList *self)
{
  g_return_if_fail (PLWU_IS_PICKER_LIST (self));

  gtk_popover_popup (GTK_POPOVER (self));
  if (self->search != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else
    focus_selected (self);
}

static void
plwu_picker_list_dispose (GObject *object)
{
  PlwuPickerList *self = PLWU_PICKER_LIST (object);

  g_clear_object (&self->choice);
  g_clear_object (&self->filter);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (plwu_picker_list_parent_class)->dispose (object);
}

static void
plwu_picker_list_class_init (PlwuPickerListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plwu_picker_list_dispose;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
plwu_picker_list_init (PlwuPickerList *self)
{
}
