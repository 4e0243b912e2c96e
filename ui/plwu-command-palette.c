/* plwu-command-palette.c: one field that leads anywhere.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list is a pool of as many rows as are seen; moving on binds them anew.
 * The focus stays in the field, whose description names what is selected.
 */
#include "plwu-command-palette.h"

#include <glib/gi18n.h>

#define N_SHOWN 12
#define RECENT_MOST 8

typedef struct
{
  GtkWidget *row;
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *kind;
} Line;

struct _PlwuCommandPalette
{
  GtkWidget parent_instance;

  /* Owned */
  PlwuPlaces *places;     /* (nullable): to be made anew */
  GPtrArray *found;       /* (nullable): of PlwuPlace, borrowed from @places */
  GPtrArray *recent;      /* keys, the latest first */
  GSignalGroup *signals;  /* the document's */
  PlwuDocument *document; /* (nullable) */

  /* Borrowed: cleared when they go */
  GtkWidget *focus_before;
  GtkWindow *window;

  Line lines[N_SHOWN];
  guint first;    /* of those shown */
  guint selected; /* of those found */
  int year;       /* among the words; 0: none */
  gulong focus_id;

  /* Template widgets */
  GtkWidget *card;
  GtkEntry *entry;
  GtkListBox *list;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (PlwuCommandPalette, plwu_command_palette, GTK_TYPE_WIDGET)

enum
{
  FILL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
n_found (PlwuCommandPalette *self)
{
  return self->found != NULL ? self->found->len : 0;
}

static void
make_line (PlwuCommandPalette *self, guint i)
{
  Line *line = &self->lines[i];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  line->title = GTK_LABEL (gtk_label_new (NULL));
  line->detail = GTK_LABEL (gtk_label_new (NULL));
  line->kind = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (line->title, 0);
  gtk_label_set_ellipsize (line->title, PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (line->detail, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (line->detail, 28);
  gtk_widget_set_hexpand (GTK_WIDGET (line->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (line->detail), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (line->kind), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (line->kind), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line->detail));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line->kind));
  gtk_list_box_append (self->list, box);
  line->row = gtk_widget_get_parent (box);
  gtk_widget_set_focusable (line->row, FALSE);
}

static void
show_line (PlwuCommandPalette *self, guint i)
{
  Line *line = &self->lines[i];
  guint index = self->first + i;

  gtk_widget_set_visible (line->row, index < n_found (self));
  if (index >= n_found (self))
    return;

  const PlwuPlace *place = g_ptr_array_index (self->found, index);
  g_autofree char *label = g_strdup_printf ("%s, %s", place->title, place->kind);

  gtk_label_set_text (line->title, place->title);
  gtk_label_set_text (line->detail, place->detail);
  gtk_label_set_text (line->kind, place->kind);
  gtk_widget_set_tooltip_text (line->row, place->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (index == self->selected)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (line->row));
}

static void
describe (PlwuCommandPalette *self)
{
  const PlwuPlace *place = plwu_command_palette_get_selected (self);
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u place. Enter goes there, arrows move, Escape closes.",
                                 "%u places. Enter goes there, arrows move, Escape closes.", n_found (self)),
                       n_found (self));
  g_autofree char *text = place != NULL ? g_strdup_printf (_ ("%s, %s, %u of %u"), place->title, place->kind,
                                                           self->selected + 1, n_found (self))
                                        : g_strdup (_ ("Nothing has all these words."));

  gtk_label_set_text (self->count, place != NULL ? count : text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
show_found (PlwuCommandPalette *self)
{
  if (self->selected < self->first)
    self->first = self->selected;
  if (self->selected >= self->first + N_SHOWN)
    self->first = self->selected - N_SHOWN + 1;
  for (guint i = 0; i < N_SHOWN; i++)
    show_line (self, i);
  describe (self);
}

static void
find (PlwuCommandPalette *self)
{
  const PlwPlan *plan = self->document != NULL ? plwu_document_get_plan (self->document) : NULL;

  g_clear_pointer (&self->found, g_ptr_array_unref);
  if (self->places == NULL)
    {
      self->places = plwu_places_new ();
      g_signal_emit (self, signals[FILL], 0, self->places);
    }
  self->found = plwu_places_find (self->places, gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                  self->recent, plan, &self->year);
  self->first = 0;
  self->selected = 0;
  show_found (self);
}

static void
changed_cb (PlwuCommandPalette *self)
{
  if (plwu_command_palette_is_open (self))
    find (self);
}

static void
move (PlwuCommandPalette *self, int by)
{
  int last = (int) n_found (self) - 1;

  if (last < 0)
    return;
  self->selected = (guint) CLAMP ((int) self->selected + by, 0, last);
  show_found (self);
}

static void
remember (PlwuCommandPalette *self, const PlwuPlace *place)
{
  char *key = plwu_places_key (place);
  guint nth;

  if (g_ptr_array_find_with_equal_func (self->recent, key, g_str_equal, &nth))
    g_ptr_array_remove_index (self->recent, nth);
  g_ptr_array_insert (self->recent, 0, key);
  if (self->recent->len > RECENT_MOST)
    g_ptr_array_set_size (self->recent, RECENT_MOST);
}

/* A year among the words is the column, where the row has years. */
static GVariant *
make_target (PlwuCommandPalette *self, const PlwuPlace *place)
{
  if (self->year != 0 && place->is_row && plw_schema_table (place->table)->years != PLW_TYPE_NONE)
    return g_variant_new ("(sus)", plw_schema_table (place->table)->name, (guint32) place->row,
                          plw_year_name (self->year));
  return place->target;
}

void
plwu_command_palette_go (PlwuCommandPalette *self)
{
  g_return_if_fail (PLWU_IS_COMMAND_PALETTE (self));

  const PlwuPlace *place = plwu_command_palette_get_selected (self);

  if (place == NULL)
    return;

  const char *action = place->action;
  GVariant *target = make_target (self, place);
  GtkWidget *window = GTK_WIDGET (self->window);

  if (target != NULL)
    g_variant_ref_sink (target);
  remember (self, place);
  plwu_command_palette_close (self);
  if (!gtk_widget_activate_action_variant (window, action, target))
    gtk_widget_activate_action (window, "win.toast", "s", _ ("There is nothing to do that with now"));
  g_clear_pointer (&target, g_variant_unref);
}

static void
row_activated_cb (PlwuCommandPalette *self, GtkListBoxRow *row)
{
  self->selected = self->first + (guint) gtk_list_box_row_get_index (row);
  plwu_command_palette_go (self);
}

static gboolean
key_pressed_cb (PlwuCommandPalette *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean has_control = (state & GDK_CONTROL_MASK) != 0;

  if (keyval == GDK_KEY_Escape || (has_control && gdk_keyval_to_lower (keyval) == GDK_KEY_k))
    plwu_command_palette_close (self);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    plwu_command_palette_go (self);
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down || keyval == GDK_KEY_Tab)
    move (self, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up || keyval == GDK_KEY_ISO_Left_Tab)
    move (self, -1);
  else if (keyval == GDK_KEY_Page_Down)
    move (self, N_SHOWN - 1);
  else if (keyval == GDK_KEY_Page_Up)
    move (self, 1 - N_SHOWN);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
scrolled_cb (PlwuCommandPalette *self, double dx, double dy)
{
  move (self, dy > 0 ? 3 : -3);
  return GDK_EVENT_STOP;
}

/* A click beside the card closes it. */
static void
pressed_cb (PlwuCommandPalette *self, int n_press, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (picked == NULL || (picked != self->card && !gtk_widget_is_ancestor (picked, self->card)))
    plwu_command_palette_close (self);
}

/* Whoever takes the focus elsewhere is done with it. */
static void
focus_moved_cb (PlwuCommandPalette *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;
  g_clear_weak_pointer (&self->focus_before);
  plwu_command_palette_close (self);
}

static void
plwu_command_palette_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (PLWU_COMMAND_PALETTE (widget)->card, width, height, baseline, NULL);
}

static void
plwu_command_palette_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  gtk_widget_measure (PLWU_COMMAND_PALETTE (widget)->card, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
plwu_command_palette_dispose (GObject *object)
{
  PlwuCommandPalette *self = PLWU_COMMAND_PALETTE (object);

  if (self->focus_id != 0)
    g_signal_handler_disconnect (self->window, self->focus_id);
  self->focus_id = 0;
  g_clear_weak_pointer (&self->focus_before);
  g_clear_object (&self->signals);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_COMMAND_PALETTE);

  G_OBJECT_CLASS (plwu_command_palette_parent_class)->dispose (object);
}

static void
plwu_command_palette_finalize (GObject *object)
{
  PlwuCommandPalette *self = PLWU_COMMAND_PALETTE (object);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->places, plwu_places_free);
  g_ptr_array_unref (self->recent);

  G_OBJECT_CLASS (plwu_command_palette_parent_class)->finalize (object);
}

static void
plwu_command_palette_class_init (PlwuCommandPaletteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plwu_command_palette_dispose;
  object_class->finalize = plwu_command_palette_finalize;
  widget_class->size_allocate = plwu_command_palette_size_allocate;
  widget_class->measure = plwu_command_palette_measure;

  signals[FILL] = g_signal_new ("fill", PLWU_TYPE_COMMAND_PALETTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/plwu-command-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuCommandPalette, card);
  gtk_widget_class_bind_template_child (widget_class, PlwuCommandPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, PlwuCommandPalette, list);
  gtk_widget_class_bind_template_child (widget_class, PlwuCommandPalette, count);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
plwu_command_palette_init (PlwuCommandPalette *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                               | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *click = gtk_gesture_click_new ();

  self->recent = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), wheel);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  self->signals = g_signal_group_new (PLWU_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "plan-changed", G_CALLBACK (plwu_command_palette_forget),
                                  self);
}

PlwuCommandPalette *
plwu_command_palette_attach (GtkWindow *window, GtkOverlay *overlay)
{
  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (GTK_IS_OVERLAY (overlay), NULL);

  PlwuCommandPalette *self = g_object_new (PLWU_TYPE_COMMAND_PALETTE, NULL);

  self->window = window;
  gtk_overlay_add_overlay (overlay, GTK_WIDGET (self));
  return self;
}

void
plwu_command_palette_set_document (PlwuCommandPalette *self, PlwuDocument *document)
{
  g_return_if_fail (PLWU_IS_COMMAND_PALETTE (self));

  g_set_object (&self->document, document);
  g_signal_group_set_target (self->signals, document);
  plwu_command_palette_forget (self);
}

void
plwu_command_palette_forget (PlwuCommandPalette *self)
{
  g_return_if_fail (PLWU_IS_COMMAND_PALETTE (self));

  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->places, plwu_places_free);
  if (plwu_command_palette_is_open (self))
    find (self);
}

void
plwu_command_palette_open (PlwuCommandPalette *self)
{
  g_return_if_fail (PLWU_IS_COMMAND_PALETTE (self));

  if (plwu_command_palette_is_open (self))
    return;

  if (self->lines[0].row == NULL)
    for (guint i = 0; i < N_SHOWN; i++)
      make_line (self, i);

  g_set_weak_pointer (&self->focus_before, gtk_window_get_focus (self->window));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  find (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  self->focus_id = g_signal_connect_object (self->window, "notify::focus-widget", G_CALLBACK (focus_moved_cb),
                                            self, G_CONNECT_SWAPPED);
}

void
plwu_command_palette_close (PlwuCommandPalette *self)
{
  g_return_if_fail (PLWU_IS_COMMAND_PALETTE (self));

  if (!plwu_command_palette_is_open (self))
    return;

  g_signal_handler_disconnect (self->window, self->focus_id);
  self->focus_id = 0;
  if (self->focus_before != NULL)
    gtk_widget_grab_focus (self->focus_before);
  g_clear_weak_pointer (&self->focus_before);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
plwu_command_palette_is_open (PlwuCommandPalette *self)
{
  g_return_val_if_fail (PLWU_IS_COMMAND_PALETTE (self), FALSE);

  return self->focus_id != 0 || gtk_widget_get_visible (GTK_WIDGET (self));
}

void
plwu_command_palette_search (PlwuCommandPalette *self, const char *query)
{
  g_return_if_fail (PLWU_IS_COMMAND_PALETTE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
}

const PlwuPlace *
plwu_command_palette_get_selected (PlwuCommandPalette *self)
{
  g_return_val_if_fail (PLWU_IS_COMMAND_PALETTE (self), NULL);

  return self->selected < n_found (self) ? g_ptr_array_index (self->found, self->selected) : NULL;
}

guint
plwu_command_palette_n_found (PlwuCommandPalette *self)
{
  g_return_val_if_fail (PLWU_IS_COMMAND_PALETTE (self), 0);

  return n_found (self);
}

guint
plwu_command_palette_n_places (PlwuCommandPalette *self)
{
  g_return_val_if_fail (PLWU_IS_COMMAND_PALETTE (self), 0);

  return self->places != NULL ? plwu_places_size (self->places) : 0;
}
