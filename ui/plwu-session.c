/* plwu-session.c: which plans were open, and on which page, for the next start.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-session.h"

/* Nobody looks at more plans at once; a broken file must not open hundreds. */
#define VIEWS_MOST 16
#define SIZE_MOST 16384

void
plwu_session_view_free (PlwuSessionView *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->page);
  g_free (self->scenario);
  g_free (self->policy);
  g_free (self->unit);
  g_free (self);
}

static char *
get_file (void)
{
  return g_build_filename (g_get_user_state_dir (), "placewright", "session.ini", NULL);
}

static char *
read_text (GKeyFile *file, const char *group, const char *key, const char *missing)
{
  char *text = g_key_file_get_string (file, group, key, NULL);

  return text != NULL ? text : g_strdup (missing);
}

static int
read_size (GKeyFile *file, const char *group, const char *key)
{
  return CLAMP (g_key_file_get_integer (file, group, key, NULL), 0, SIZE_MOST);
}

static PlwuSessionView *
read_view (GKeyFile *file, const char *group)
{
  PlwuSessionView *self = g_new0 (PlwuSessionView, 1);

  self->path = read_text (file, group, "path", "");
  self->page = read_text (file, group, "page", "overview");
  self->scenario = read_text (file, group, "scenario", "");
  self->policy = read_text (file, group, "policy", "today");
  self->unit = read_text (file, group, "unit", "pounds");
  self->explains = g_key_file_get_boolean (file, group, "explains", NULL);
  self->width = read_size (file, group, "width");
  self->height = read_size (file, group, "height");

  return self;
}

GPtrArray *
plwu_session_read (void)
{
  GPtrArray *views = g_ptr_array_new_with_free_func ((GDestroyNotify) plwu_session_view_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = get_file ();

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return views;

  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL && views->len < VIEWS_MOST; i++)
    {
      PlwuSessionView *view = read_view (file, groups[i]);

      if (g_file_test (view->path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (views, view);
      else
        plwu_session_view_free (view);
    }
  return views;
}

void
plwu_session_write (const GPtrArray *views)
{
  g_return_if_fail (views != NULL);

  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = get_file ();
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint i = 0; i < MIN (views->len, VIEWS_MOST); i++)
    {
      const PlwuSessionView *view = g_ptr_array_index (views, i);
      g_autofree char *group = g_strdup_printf ("window-%u", i + 1);

      g_key_file_set_string (file, group, "path", view->path);
      g_key_file_set_string (file, group, "page", view->page);
      g_key_file_set_string (file, group, "scenario", view->scenario);
      g_key_file_set_string (file, group, "policy", view->policy);
      g_key_file_set_string (file, group, "unit", view->unit);
      g_key_file_set_boolean (file, group, "explains", view->explains);
      g_key_file_set_integer (file, group, "width", view->width);
      g_key_file_set_integer (file, group, "height", view->height);
    }
  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (file, path, NULL);
}
