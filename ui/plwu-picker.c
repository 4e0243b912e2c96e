/* plwu-picker.c: one of a list of names.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-picker.h"

#include "plwu-picker-list.h"
#include "plwu-tooltip.h"

#include <glib/gi18n.h>

/* So many letters of the name stay on the button where room is short. */
#define LEAST_CHARS 9

struct _PlwuPicker
{
  GtkWidget parent_instance;

  GtkToggleButton *button;
  GtkLabel *label;
  GtkWidget *list; /* nullable: made whenever it is opened */

  GtkStringList *names; /* nullable */
  guint selected;
  char *what; /* nullable */
  gboolean enable_search;
};

enum
{
  PROP_MODEL = 1,
  PROP_SELECTED,
  PROP_WHAT,
  PROP_ENABLE_SEARCH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlwuPicker, plwu_picker, GTK_TYPE_WIDGET)

static guint
count_names (PlwuPicker *self)
{
  return self->names != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->names)) : 0;
}

static const char *
get_name (PlwuPicker *self)
{
  return self->selected < count_names (self) ? gtk_string_list_get_string (self->names, self->selected)
                                             : NULL;
}

static void
name_button (PlwuPicker *self)
{
  const char *name = get_name (self);
  g_autofree char *spoken =
      g_strdup_printf (_ ("%s, %s"), self->what != NULL ? self->what : "", name != NULL ? name : "");

  if (self->what != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_name (PlwuPicker *self)
{
  const char *name = get_name (self);
  const char *shown = name != NULL ? name : _ ("(None)");

  if (g_strcmp0 (gtk_label_get_text (self->label), shown) == 0)
    return;

  gtk_label_set_text (self->label, shown);
  gtk_label_set_width_chars (self->label, (int) MIN (g_utf8_strlen (shown, -1), LEAST_CHARS));
  name_button (self);
}

static void
picked_cb (PlwuPickerList *list, guint index, PlwuPicker *self)
{
  plwu_picker_set_selected (self, index);
}

static void
closed_cb (PlwuPicker *self)
{
  gtk_toggle_button_set_active (self->button, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

static void
drop_list (PlwuPicker *self)
{
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_pointer (&self->list, gtk_widget_unparent);
}

static void
make_list (PlwuPicker *self)
{
  self->list = plwu_picker_list_new (self->names, self->selected, self->what, self->enable_search);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  gtk_widget_set_size_request (self->list, gtk_widget_get_width (GTK_WIDGET (self)), -1);
  g_signal_connect (self->list, "picked", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (self->list, "closed", G_CALLBACK (closed_cb), self);
}

static void
toggled_cb (PlwuPicker *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->button);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
  /* It would lie over the list. */
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->button), !is_open);
  if (is_open && self->names != NULL)
    {
      drop_list (self);
      make_list (self);
      plwu_picker_list_open (PLWU_PICKER_LIST (self->list));
    }
  else if (self->list != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->list));
}

static gboolean
open_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gtk_toggle_button_set_active (PLWU_PICKER (widget)->button, TRUE);
  return TRUE;
}

/* Names that come or go leave the same place picked; whoever changes them says where it moved to. */
static void
names_changed_cb (PlwuPicker *self)
{
  guint n_names = count_names (self);
  guint selected = self->selected == GTK_INVALID_LIST_POSITION ? 0 : self->selected;

  plwu_picker_set_selected (self, n_names > 0 ? MIN (selected, n_names - 1) : GTK_INVALID_LIST_POSITION);
  show_name (self);
}

void
plwu_picker_set_model (PlwuPicker *self, GtkStringList *names)
{
  g_return_if_fail (PLWU_IS_PICKER (self));

  if (self->names == names)
    return;

  drop_list (self);
  if (self->names != NULL)
    g_signal_handlers_disconnect_by_func (self->names, names_changed_cb, self);
  g_set_object (&self->names, names);
  if (names != NULL)
    g_signal_connect_object (names, "items-changed", G_CALLBACK (names_changed_cb), self, G_CONNECT_SWAPPED);
  plwu_picker_set_selected (self, count_names (self) > 0 ? 0 : GTK_INVALID_LIST_POSITION);
  show_name (self);
}

GtkStringList *
plwu_picker_get_model (PlwuPicker *self)
{
  g_return_val_if_fail (PLWU_IS_PICKER (self), NULL);

  return self->names;
}

void
plwu_picker_set_selected (PlwuPicker *self, guint selected)
{
  g_return_if_fail (PLWU_IS_PICKER (self));

  if (selected >= count_names (self))
    selected = GTK_INVALID_LIST_POSITION;
  if (self->selected == selected)
    return;

  self->selected = selected;
  show_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

guint
plwu_picker_get_selected (PlwuPicker *self)
{
  g_return_val_if_fail (PLWU_IS_PICKER (self), GTK_INVALID_LIST_POSITION);

  return self->selected;
}

void
plwu_picker_set_what (PlwuPicker *self, const char *what)
{
  g_return_if_fail (PLWU_IS_PICKER (self) && what != NULL);

  g_free (self->what);
  self->what = g_strdup (what);
  plwu_tooltip_set (GTK_WIDGET (self->button), what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  name_button (self);
}

void
plwu_picker_set_enable_search (PlwuPicker *self, gboolean enable_search)
{
  g_return_if_fail (PLWU_IS_PICKER (self));

  self->enable_search = enable_search;
}

static void
plwu_picker_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  PlwuPicker *self = PLWU_PICKER (object);

  switch (property_id)
    {
    case PROP_MODEL:
      plwu_picker_set_model (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      plwu_picker_set_selected (self, g_value_get_uint (value));
      break;
    case PROP_WHAT:
      plwu_picker_set_what (self, g_value_get_string (value));
      break;
    case PROP_ENABLE_SEARCH:
      plwu_picker_set_enable_search (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

/* Only what is told of when it changes. */
static void
plwu_picker_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, PLWU_PICKER (object)->selected);
}

static gboolean
plwu_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLWU_PICKER (widget)->button));
}

/* The name fills the button, which asks for no room of its own for that. */
static void
plwu_picker_compute_expand (GtkWidget *widget, gboolean *hexpand, gboolean *vexpand)
{
  *hexpand = FALSE;
  *vexpand = FALSE;
}

static GtkSizeRequestMode
plwu_picker_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
plwu_picker_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (PLWU_PICKER (widget)->button), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
plwu_picker_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlwuPicker *self = PLWU_PICKER (widget);

  gtk_widget_allocate (GTK_WIDGET (self->button), width, height, baseline, NULL);
  if (self->list == NULL)
    return;
  gtk_widget_set_size_request (self->list, width, -1);
  gtk_popover_present (GTK_POPOVER (self->list));
}

static void
plwu_picker_dispose (GObject *object)
{
  PlwuPicker *self = PLWU_PICKER (object);
  GtkWidget *button = GTK_WIDGET (self->button);

  drop_list (self);
  g_clear_pointer (&button, gtk_widget_unparent);
  self->button = NULL;
  g_clear_object (&self->names);

  G_OBJECT_CLASS (plwu_picker_parent_class)->dispose (object);
}

static void
plwu_picker_finalize (GObject *object)
{
  g_free (PLWU_PICKER (object)->what);

  G_OBJECT_CLASS (plwu_picker_parent_class)->finalize (object);
}

static void
plwu_picker_class_init (PlwuPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->set_property = plwu_picker_set_property;
  object_class->get_property = plwu_picker_get_property;
  object_class->dispose = plwu_picker_dispose;
  object_class->finalize = plwu_picker_finalize;
  widget_class->grab_focus = plwu_picker_grab_focus;
  widget_class->compute_expand = plwu_picker_compute_expand;
  widget_class->get_request_mode = plwu_picker_get_request_mode;
  widget_class->measure = plwu_picker_measure;
  widget_class->size_allocate = plwu_picker_size_allocate;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, GTK_TYPE_STRING_LIST, flags);
  properties[PROP_SELECTED] = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT,
                                                 GTK_INVALID_LIST_POSITION, flags | G_PARAM_READABLE);
  properties[PROP_WHAT] = g_param_spec_string ("what", NULL, NULL, NULL, flags);
  properties[PROP_ENABLE_SEARCH] = g_param_spec_boolean ("enable-search", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, open_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK, open_cb, NULL);
  /* The platform's style for what this takes the place of. */
  gtk_widget_class_set_css_name (widget_class, "dropdown");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COMBO_BOX);
}

static void
plwu_picker_init (PlwuPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *arrow =
      g_object_new (GTK_TYPE_IMAGE, "css-name", "arrow", "icon-name", "pan-down-symbolic", NULL);

  self->selected = GTK_INVALID_LIST_POSITION;
  self->button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  self->label = GTK_LABEL (gtk_label_new (_ ("(None)")));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (toggled_cb), self);
}

GtkWidget *
plwu_picker_new (GtkStringList *names)
{
  return g_object_new (PLWU_TYPE_PICKER, "model", names, NULL);
}
