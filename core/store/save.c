/* save.c: the user's file: replaced whole or left alone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/store-private.h"

#include "base/i18n.h"
#include "base/sha256.h"
#include "store/hostile.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

char *
plw_resolve_path (const char *path)
{
  char *real = realpath (path, NULL);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  char *held;

  if (real != NULL)
    {
      held = g_strdup (real);
      free (real);
      return held;
    }

  /* A file that does not exist yet in a folder that does. */
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  folder = g_path_get_dirname (absolute);
  name = g_path_get_basename (absolute);
  real = realpath (folder, NULL);
  if (real == NULL)
    return g_steal_pointer (&absolute);
  held = g_build_filename (real, name, NULL);
  free (real);
  return held;
}

static bool
fail (const char *path, PlwError code, const char *what, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, PLW_ERROR, (gint) code, _ ("“%s” was not saved: %s"), name, what);
  return false;
}

/* @ret_bytes: (out): NULL where there is no file */
static bool
read_present (const char *path, GBytes **ret_bytes, GError **error)
{
  g_autoptr (GError) local = NULL;
  struct stat status;

  *ret_bytes = NULL;
  if (stat (path, &status) != 0 && errno == ENOENT)
    return true;
  *ret_bytes = plw_read_file (path, &local);
  return *ret_bytes != NULL || fail (path, PLW_ERROR_IO, local->message, error);
}

/* Whether what is there now is not what the store last knew there. */
static bool
is_changed (PlwStore *store, const char *path, GBytes *present)
{
  if (present == NULL || g_strcmp0 (store->path, path) != 0)
    return false;

  g_autofree char *sha256 = plw_sha256_of_bytes (present);
  return g_strcmp0 (store->sha256, sha256) != 0;
}

/* What we are about to write must be a plan that opens again. */
static bool
check_image (const char *path, GBytes *image, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PlwSql) sql = NULL;

  if (g_bytes_get_size (image) > PLW_FILE_SIZE_MOST)
    return fail (path, PLW_ERROR_RANGE, _ ("the plan with its history is larger than 256 MB"), error);
  sql = plw_hostile_open (image, true, NULL, &local);
  return sql != NULL || fail (path, (PlwError) local->code, local->message, error);
}

static bool
replace (const char *path, GBytes *image, GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize size;
  const char *data = g_bytes_get_data (image, &size);
  struct stat status;
  bool is_there = stat (path, &status) == 0;
  int mode = is_there ? (int) (status.st_mode & 0777) : 0666;

  if (!g_file_set_contents_full (path, data, (gssize) size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, &local))
    return fail (path, PLW_ERROR_IO, local->message, error);
  /* The mode of the old file, whatever this user's mask: colleagues share it. */
  if (is_there)
    g_chmod (path, mode);

  g_autoptr (GBytes) back = plw_read_file (path, &local);
  if (back == NULL)
    return fail (path, PLW_ERROR_IO, local->message, error);
  return g_bytes_equal (back, image)
         || fail (path, PLW_ERROR_IO, _ ("it could not be read back as it was written"), error);
}

static void
note_saved (PlwStore *store, const char *path, const char *sha256)
{
  char *held = g_strdup (path);

  g_free (store->path);
  store->path = held;
  g_free (store->sha256);
  store->sha256 = g_strdup (sha256);
  store->saved_seq = store->history->last_seq;
  store->saved_version = store->last_version;
  if (store->class->note_saved != NULL)
    store->class->note_saved (store);
}

static bool
write_to (PlwStore *store, const char *path, bool is_forced, GError **error)
{
  g_autoptr (GBytes) image = store->class->image (store, error);
  g_autoptr (GBytes) present = NULL;

  if (image == NULL || !check_image (path, image, error) || !read_present (path, &present, error))
    return false;
  if (!is_forced && is_changed (store, path, present))
    return fail (path, PLW_ERROR_CHANGED, _ ("somebody else has changed the file since it was opened"),
                 error);

  g_autofree char *sha256 = plw_sha256_of_bytes (image);
  if (present != NULL && plw_bytes_look_like_plan (present))
    plw_generations_keep (path, present);
  if (store->class->note_saving != NULL)
    store->class->note_saving (store, path, sha256);
  if (!replace (path, image, error))
    return false;
  plw_generations_keep (path, image);
  note_saved (store, path, sha256);
  return true;
}

bool
plw_store_write (PlwStore *store, const char *path, bool is_forced, GError **error)
{
  if (path == NULL && store->path == NULL)
    {
      g_set_error_literal (error, PLW_ERROR, PLW_ERROR_IO,
                           _ ("The plan has no file yet: say where to save it"));
      return false;
    }

  g_autofree char *resolved = plw_resolve_path (path != NULL ? path : store->path);
  return write_to (store, resolved, is_forced, error);
}
