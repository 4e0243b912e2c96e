/* look-inside.c: loaded beside the program, tells a test what only widgets know.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK 4.8 gives a screen reader hidden pages of stacks as well, and what it is
 * told is whole where what is drawn is cut off. On SIGUSR2 this writes the file
 * PLACEWRIGHT_LOOK with ".tree" behind it: for each widget in the order of the
 * accessibility tree its depth, whether it is mapped, and its type. On SIGUSR1,
 * after two more frames, it writes that with ".faults": "KIND\tWHERE\tTEXT" for
 * what is cut off, and saves a picture of each window. SIGWINCH: look-at-focus.c.
 */
#include "look-inside.h"

#include <glib-unix.h>

#define FRAMES 2

typedef struct
{
  GString *lines;
  GtkWidget *window;
} Look;

char *
look_name_place (GtkWidget *widget)
{
  g_autoptr (GString) place = g_string_new (G_OBJECT_TYPE_NAME (widget));
  int depth = 0;

  for (widget = gtk_widget_get_parent (widget); widget != NULL && depth < 40;
       widget = gtk_widget_get_parent (widget), depth++)
    if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Plwu") || GTK_IS_WINDOW (widget))
      {
        g_string_prepend_c (place, '/');
        g_string_prepend (place, G_OBJECT_TYPE_NAME (widget));
      }
  return g_string_free (g_steal_pointer (&place), FALSE);
}

static void
tell (Look *look, const char *kind, GtkWidget *widget, const char *text)
{
  g_autofree char *place = look_name_place (widget);
  g_autofree char *line = g_strdup (text);

  g_string_append_printf (look->lines, "%s\t%s\t%s\n", kind, place, g_strdelimit (line, "\t\n", ' '));
}

/* What must be read without pointing at it. */
static gboolean
is_headline (GtkWidget *widget)
{
  static const char *const classes[] = {
    "title-1", "title-2", "title-3", "title-4", "plwu-board-question", "plwu-board-answer"
  };

  for (size_t i = 0; i < G_N_ELEMENTS (classes); i++)
    if (gtk_widget_has_css_class (widget, classes[i]))
      return TRUE;
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "PlwuHeadline"))
      return TRUE;
  return FALSE;
}

static gboolean
has_tooltip (GtkWidget *widget)
{
  for (; widget != NULL && !GTK_IS_WINDOW (widget); widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;
  return FALSE;
}

static void
look_at_label (Look *look, GtkLabel *label)
{
  GtkWidget *widget = GTK_WIDGET (label);
  const char *text = gtk_label_get_text (label);
  PangoLayout *layout = gtk_label_get_layout (label);
  int width;
  int height;

  if (*text == '\0')
    return;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout))
    tell (look,
          is_headline (widget)   ? "headline"
          : has_tooltip (widget) ? "ellipsis"
                                 : "untold",
          widget, text);
  else if (width > gtk_widget_get_width (widget) + 1 || height > gtk_widget_get_height (widget) + 1)
    tell (look, "cut", widget, text);
}

/* What a picture draws is no widget; it keeps a list of what it could not draw whole. */
static void
look_at_picture (Look *look, GtkWidget *widget)
{
  g_auto (GStrv) texts = NULL;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "cut") == NULL)
    return;

  g_object_get (widget, "cut", &texts, NULL);
  for (size_t i = 0; texts[i] != NULL; i++)
    tell (look, "drawn", widget, texts[i]);
}

/* Whether what is out of sight can be brought into sight. */
static gboolean
scrolls (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_SCROLLABLE (widget))
      return TRUE;
  return FALSE;
}

static void
look_at_place (Look *look, GtkWidget *widget)
{
  graphene_rect_t bounds;
  g_autofree char *text = NULL;
  gboolean is_outside;

  if (!gtk_widget_compute_bounds (widget, look->window, &bounds) || scrolls (widget))
    return;

  is_outside = bounds.origin.x < -1 || bounds.origin.y < -1
               || bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (look->window) + 1
               || bounds.origin.y + bounds.size.height > (float) gtk_widget_get_height (look->window) + 1;
  if (!is_outside)
    return;

  text = g_strdup_printf ("%d,%d %dx%d in %dx%d", (int) bounds.origin.x, (int) bounds.origin.y,
                          (int) bounds.size.width, (int) bounds.size.height,
                          gtk_widget_get_width (look->window), gtk_widget_get_height (look->window));
  tell (look, "outside", widget, text);
}

static void
look_at (Look *look, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;
  /* GTK gives a tooltip its size a moment after it shows it. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkTooltipWindow"))
    return;

  if (GTK_IS_LABEL (widget))
    look_at_label (look, GTK_LABEL (widget));
  look_at_picture (look, widget);
  /* The innermost says it best; a shadow or a frame may be wider than its window. */
  if (gtk_widget_get_first_child (widget) == NULL)
    look_at_place (look, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at (look, child);
}

/* A window that needs more room than the screen has is cut off at its edges. */
static void
look_at_window (Look *look)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (look->window));
  GdkMonitor *monitor = gdk_display_get_monitor_at_surface (gtk_widget_get_display (look->window), surface);
  GdkRectangle screen;
  int width;
  int height;

  gdk_monitor_get_geometry (monitor, &screen);
  gtk_widget_measure (look->window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (look->window, GTK_ORIENTATION_VERTICAL, MAX (width, screen.width), &height, NULL, NULL,
                      NULL);

  g_autofree char *text =
      g_strdup_printf ("needs %dx%d of %dx%d", width, height, screen.width, screen.height);

  tell (look, width > screen.width || height > screen.height ? "small" : "size", look->window, text);
}

GdkTexture *
look_take_picture (GtkWidget *window, const graphene_rect_t *part)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window), gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return NULL;
  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, part);
}

void
look_write_file (const char *suffix, GString *text)
{
  g_autofree char *path = g_strconcat (g_getenv ("PLACEWRIGHT_LOOK"), suffix, NULL);

  g_file_set_contents (path, text->str, (gssize) text->len, NULL);
}

static gboolean
is_presented (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  return gtk_widget_get_visible (widget) && role != GTK_ACCESSIBLE_ROLE_NONE
         && role != GTK_ACCESSIBLE_ROLE_PRESENTATION;
}

static void
add_to_tree (GString *lines, GtkWidget *widget, int depth)
{
  if (!is_presented (widget))
    return;

  g_string_append_printf (lines, "%d %d %s\n", depth, gtk_widget_get_mapped (widget),
                          G_OBJECT_TYPE_NAME (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_to_tree (lines, child, depth + 1);
}

static gboolean
tree_cb (gpointer user_data)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      add_to_tree (lines, window, 0);
    }
  look_write_file (".tree", lines);
  return G_SOURCE_CONTINUE;
}

static void
write_report (gpointer user_data)
{
  const char *path = g_getenv ("PLACEWRIGHT_LOOK");
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      g_autofree char *picture = g_strdup_printf ("%s-%u.png", path, i);
      Look look = { lines, window };

      if (!gtk_widget_get_mapped (window))
        continue;
      look_at_window (&look);
      look_at (&look, window);

      g_autoptr (GdkTexture) texture = look_take_picture (window, NULL);

      if (texture != NULL)
        gdk_texture_save_to_png (texture, picture);
      g_string_append_printf (lines, "window\t%s\t%s\n", gtk_window_get_title (GTK_WINDOW (window)), picture);
    }
  look_write_file (".faults", lines);
}

typedef struct
{
  GSourceOnceFunc seen;
  gpointer user_data;
  int n_left;
} Frames;

static gboolean
frame_cb (GtkWidget *window, GdkFrameClock *clock, gpointer user_data)
{
  Frames *frames = user_data;

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  if (frames->n_left-- > 0)
    return G_SOURCE_CONTINUE;
  frames->seen (frames->user_data);
  return G_SOURCE_REMOVE;
}

void
look_after_frames (GtkWidget *window, GSourceOnceFunc seen, gpointer user_data)
{
  Frames *frames = g_new (Frames, 1);

  *frames = (Frames){ seen, user_data, FRAMES };
  gtk_widget_add_tick_callback (window, frame_cb, frames, g_free);
}

static gboolean
asked_cb (gpointer user_data)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!gtk_widget_get_mapped (window))
        continue;
      look_after_frames (window, write_report, NULL);
      return G_SOURCE_CONTINUE;
    }
  return G_SOURCE_CONTINUE;
}

__attribute__ ((constructor)) static void
begin (void)
{
  if (g_getenv ("PLACEWRIGHT_LOOK") == NULL)
    return;

  g_unsetenv ("LD_PRELOAD");
  g_unix_signal_add (SIGUSR1, asked_cb, NULL);
  g_unix_signal_add (SIGUSR2, tree_cb, NULL);
  g_unix_signal_add (SIGWINCH, look_at_focus_cb, NULL);
}
