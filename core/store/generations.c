/* generations.c: the last saved states of a file, kept away from it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In the state directory and not beside the file: what a synchronising folder or
 * a careless copy does to the file does not reach them.
 */
#include "base/sha256.h"
#include "store/store-private.h"
#include "store/hostile.h"

#include <string.h>

#include <glib/gstdio.h>

#define GENERATIONS_MOST 20
#define SUFFIX ".placewright"

static char *
get_folder (const char *path)
{
  g_autofree char *hash = plw_sha256_of_text (path);

  return g_build_filename (g_get_user_state_dir (), "placewright", "generations", hash, NULL);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const char *const *name_a = a;
  const char *const *name_b = b;

  return strcmp (*name_b, *name_a);
}

GPtrArray *
plw_generations_list (const char *path)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = get_folder (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX) && g_ascii_isdigit (name[0]))
      g_ptr_array_add (list, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (list, compare_newest_first);
  return list;
}

static bool
is_newest (GPtrArray *list, GBytes *bytes)
{
  if (list->len == 0)
    return false;

  g_autoptr (GBytes) newest = plw_read_file (g_ptr_array_index (list, 0), NULL);
  return newest != NULL && g_bytes_equal (newest, bytes);
}

/* Names are in the order of saving: a number of ten digits, then the time for people. */
static char *
next_name (GPtrArray *list)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H-%M-%SZ");
  gint64 number = 1;

  if (list->len > 0)
    {
      g_autofree char *newest = g_path_get_basename (g_ptr_array_index (list, 0));

      number = g_ascii_strtoll (newest, NULL, 10) + 1;
    }
  return g_strdup_printf ("%010" G_GINT64_FORMAT "-%s" SUFFIX, number, time);
}

void
plw_generations_keep (const char *path, GBytes *bytes)
{
  g_autofree char *folder = get_folder (path);
  g_autoptr (GPtrArray) list = plw_generations_list (path);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (is_newest (list, bytes) || g_mkdir_with_parents (folder, 0700) != 0)
    return;

  g_autofree char *name = next_name (list);
  g_autofree char *file = g_build_filename (folder, name, NULL);
  if (!g_file_set_contents_full (file, data, (gssize) size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, NULL))
    return;
  for (guint i = GENERATIONS_MOST - 1; i < list->len; i++)
    g_unlink (g_ptr_array_index (list, i));
}
