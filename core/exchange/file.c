/* file.c: files replaced durably or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/exchange.h>

#include "base/i18n.h"

#include <stdlib.h>
#include <sys/stat.h>

bool
plw_file_replace (const char *path, const void *data, size_t size, GError **error)
{
  g_return_val_if_fail (path != NULL, false);
  g_return_val_if_fail (data != NULL || size == 0, false);
  g_return_val_if_fail (size <= G_MAXSSIZE, false);
  g_return_val_if_fail (error == NULL || *error == NULL, false);

  g_autoptr (GError) cause = NULL;
  char *target = realpath (path, NULL); /* a link keeps pointing at the file */
  struct stat status;
  int mode = stat (path, &status) == 0 ? (int) (status.st_mode & 0777) : 0666;
  bool is_written =
      g_file_set_contents_full (target != NULL ? target : path, data != NULL ? data : "", (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, &cause);

  free (target);

  if (!is_written)
    g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” could not be written: %s"), path, cause->message);

  return is_written;
}
