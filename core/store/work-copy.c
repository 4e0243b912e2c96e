/* work-copy.c: the folders in the state directory that working copies live in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/work-copy.h"

#include "base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gstdio.h>

static char *
get_root (void)
{
  return g_build_filename (g_get_user_state_dir (), "placewright", "work", NULL);
}

static bool
fail (const char *path, int saved_errno, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("The working copy in “%s” cannot be used: %s"), name,
               g_strerror (saved_errno));
  return false;
}

/* Between making a folder and locking it, and between finding it unlocked and
 * removing it, nobody else may do either.
 */
static int
lock_root (const char *root)
{
  g_autofree char *path = g_build_filename (root, "lock", NULL);
  int file = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  while (file >= 0 && flock (file, LOCK_EX) != 0)
    if (errno != EINTR)
      {
        close (file);
        return -1;
      }
  return file;
}

static PlwWorkCopy *
lock_folder (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  int file = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (file < 0)
    return fail (folder, errno, error), NULL;
  if (flock (file, LOCK_EX | LOCK_NB) != 0)
    {
      g_autofree char *name = g_filename_display_name (folder);

      close (file);
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("The working copy in “%s” is in use by another window"),
                   name);
      return NULL;
    }

  PlwWorkCopy *work = g_new (PlwWorkCopy, 1);
  *work = (PlwWorkCopy){ g_strdup (folder), g_build_filename (folder, "work.db", NULL), file };
  return work;
}

PlwWorkCopy *
plw_work_copy_new (GError **error)
{
  g_autofree char *root = get_root ();
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *folder = g_build_filename (root, uuid, NULL);

  if (g_mkdir_with_parents (root, 0700) != 0)
    return fail (root, errno, error), NULL;

  int held = lock_root (root);
  if (held < 0)
    return fail (root, errno, error), NULL;

  PlwWorkCopy *work = NULL;
  if (g_mkdir (folder, 0700) != 0)
    fail (folder, errno, error);
  else
    work = lock_folder (folder, error);
  close (held);
  return work;
}

PlwWorkCopy *
plw_work_copy_take (const char *folder, GError **error)
{
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return fail (folder, ENOENT, error), NULL;

  g_autofree char *root = g_path_get_dirname (folder);
  int held = lock_root (root);
  if (held < 0)
    return fail (root, errno, error), NULL;

  PlwWorkCopy *work = lock_folder (folder, error);
  close (held);
  return work;
}

void
plw_work_copy_free (PlwWorkCopy *work)
{
  if (work == NULL)
    return;
  close (work->lock);
  g_free (work->folder);
  g_free (work->database);
  g_free (work);
}

void
plw_work_copy_remove (PlwWorkCopy *work)
{
  static const char *const names[] = { "work.db", "work.db-journal", "lock" };
  g_autofree char *root = g_path_get_dirname (work->folder);
  int held = lock_root (root);

  /* The database first: a folder without one is worth nothing. */
  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (work->folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (work->folder);
  if (held >= 0)
    close (held);
  plw_work_copy_free (work);
}

GPtrArray *
plw_work_copy_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *root = get_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_uuid_string_is_valid (name))
      g_ptr_array_add (list, g_build_filename (root, name, NULL));
  return list;
}
