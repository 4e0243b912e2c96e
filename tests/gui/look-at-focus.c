/* look-at-focus.c: tells a test where the keyboard is, whether that is seen, and where else it could be.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On SIGWINCH, after some frames, it writes the file PLACEWRIGHT_LOOK with
 * ".focus" behind it, of the window that has the keyboard:
 *
 *   focus, where it is, what it says, and seen or unseen: whether it looks
 *     otherwise without the keyboard
 *   within, once for what has the keyboard and each that it is inside of
 *   control, tab or shown, where it is, what it says, the number of the list
 *     it is in: once for each that could have it
 *
 * with tabs between; behind the first word stands the widget's own number.
 */
#include "look-inside.h"

/* How far around a widget a ring may be drawn; how much of another shade is seen, and
 * on how many points: a ring or a frame changes hundreds.
 */
#define RING 6
#define SHADE_LEAST 40
#define POINTS_LEAST 60

typedef struct
{
  GtkWidget *window;
  GtkWidget *focus;
  graphene_rect_t part;
  GdkTexture *with;
  GString *lines;
} Seen;

static GtkWidget *
find_active_window (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (window) && (found == NULL || gtk_window_is_active (GTK_WINDOW (window))))
        found = window;
    }
  return found;
}

/* A sheet or picture: arrows move inside it, and it draws what has the keyboard. */
static gboolean
is_whole (GtkWidget *widget)
{
  static const char *const kinds[] = { "PlwuSheet", "PlwuChart" };

  for (size_t i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_type_is_a (G_OBJECT_TYPE (widget), g_type_from_name (kinds[i])))
      return TRUE;
  return FALSE;
}

static GtkWidget *
find_drawn (GtkWidget *widget)
{
  for (GtkWidget *above = widget; above != NULL; above = gtk_widget_get_parent (above))
    if (is_whole (above))
      return above;
  return widget;
}

/* What is written on it, or else what it says when pointed at. */
static const char *
read_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *text = read_words (child);

      if (*text != '\0')
        return text;
    }
  return gtk_widget_get_tooltip_text (widget) != NULL ? gtk_widget_get_tooltip_text (widget) : "";
}

static void
tell (GString *lines, const char *what, GtkWidget *widget)
{
  g_autofree char *place = look_name_place (widget);
  g_autofree char *words = g_strdelimit (g_strdup (read_words (widget)), "\t\n", ' ');

  g_string_append_printf (lines, "%s\t%p\t%s\t%s", what, (void *) widget, place, words);
}

/* A sheet without cells has nothing to have the keyboard. */
static gboolean
has_focusable (GtkWidget *widget)
{
  if (gtk_widget_get_focusable (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && has_focusable (child))
      return TRUE;
  return FALSE;
}

/* What it is to a test: a tab that shows another view, the tab of the view that is shown, or some control. */
static const char *
name_part (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (!GTK_IS_TOGGLE_BUTTON (widget) || parent == NULL || !gtk_widget_has_css_class (parent, "plwu-tabs"))
    return "control";
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (widget)) ? "shown" : "tab";
}

static void
list_controls (GString *lines, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget)
      || !gtk_widget_get_can_focus (widget) || !gtk_widget_is_sensitive (widget))
    return;
  if ((is_whole (widget) ? has_focusable (widget) : gtk_widget_get_focusable (widget))
      && !GTK_IS_WINDOW (widget))
    {
      tell (lines, name_part (widget), widget);
      g_string_append_printf (lines, "\t%p\n", (void *) gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX));
    }
  if (is_whole (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_controls (lines, child);
}

static guint
count_different (GdkTexture *a, GdkTexture *b)
{
  int width = gdk_texture_get_width (a);
  int height = gdk_texture_get_height (a);
  gsize stride = (gsize) width * 4;
  g_autofree guchar *one = g_malloc (stride * (gsize) height);
  g_autofree guchar *other = g_malloc (stride * (gsize) height);
  guint n = 0;

  gdk_texture_download (a, one, stride);
  gdk_texture_download (b, other, stride);
  for (gsize i = 0; i < stride * (gsize) height; i += 4)
    {
      int most = 0;

      for (gsize j = 0; j < 4; j++)
        most = MAX (most, ABS (one[i + j] - other[i + j]));
      n += most >= SHADE_LEAST;
    }
  return n;
}

static void
finish (Seen *seen, gboolean is_seen)
{
  tell (seen->lines, "focus", seen->focus);
  g_string_append_printf (seen->lines, "\t%s\n", is_seen ? "seen" : "unseen");
  for (GtkWidget *above = seen->focus; above != NULL; above = gtk_widget_get_parent (above))
    {
      tell (seen->lines, "within", above);
      g_string_append_c (seen->lines, '\n');
    }
  look_write_file (".focus", seen->lines);
  g_string_free (seen->lines, TRUE);
  g_clear_object (&seen->with);
  g_object_unref (seen->focus);
  g_free (seen);
}

static void
seen_without_cb (gpointer user_data)
{
  Seen *seen = user_data;
  g_autoptr (GdkTexture) without = look_take_picture (seen->window, &seen->part);
  gboolean is_seen = count_different (seen->with, without) >= POINTS_LEAST;

  gtk_window_set_focus (GTK_WINDOW (seen->window), seen->focus);
  if (is_seen)
    g_object_set_data (G_OBJECT (seen->focus), "look-seen", seen->focus);
  finish (seen, is_seen);
}

static gboolean
find_part (Seen *seen)
{
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (seen->window),
                                              (float) gtk_widget_get_height (seen->window));

  if (!gtk_widget_compute_bounds (find_drawn (seen->focus), seen->window, &seen->part))
    return FALSE;
  graphene_rect_inset (&seen->part, -RING, -RING);
  graphene_rect_round_extents (&seen->part, &seen->part);
  return graphene_rect_intersection (&seen->part, &whole, &seen->part);
}

/* What was once seen is not compared again: that takes a while. */
static void
compare (Seen *seen)
{
  if (g_object_get_data (G_OBJECT (seen->focus), "look-seen") != NULL)
    {
      finish (seen, TRUE);
      return;
    }
  if (!find_part (seen))
    {
      finish (seen, FALSE);
      return;
    }
  seen->with = look_take_picture (seen->window, &seen->part);
  gtk_window_set_focus (GTK_WINDOW (seen->window), NULL);
  look_after_frames (seen->window, seen_without_cb, seen);
}

static void
seen_with_cb (gpointer user_data)
{
  GtkWidget *window = find_active_window ();
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_autoptr (GString) lines = g_string_new (NULL);
  Seen *seen;

  /* GTK hides it again some time after a key, on a busy machine too soon. */
  if (!gtk_window_get_focus_visible (GTK_WINDOW (window)))
    {
      gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
      look_after_frames (window, seen_with_cb, NULL);
      return;
    }

  list_controls (lines, window);
  if (focus == NULL)
    {
      look_write_file (".focus", lines);
      return;
    }
  seen = g_new0 (Seen, 1);
  *seen = (Seen){ .window = window, .focus = g_object_ref (focus), .lines = g_steal_pointer (&lines) };
  compare (seen);
}

gboolean
look_at_focus_cb (gpointer user_data)
{
  GtkWidget *window = find_active_window ();

  if (window != NULL)
    look_after_frames (window, seen_with_cb, NULL);
  return G_SOURCE_CONTINUE;
}
