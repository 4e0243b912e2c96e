/* work-copy.h: the folders in the state directory that working copies live in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each is <state>/placewright/work/<uuid>/ with `work.db` and `lock`. Whoever uses
 * it holds a lock on `lock`, which the system drops when the process dies: a
 * folder without a holder was left by a crash.
 */
#pragma once

#include <placewright/error.h>

#include <stdbool.h>

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *database; /* the path of work.db */
  int lock;
} PlwWorkCopy;

PlwWorkCopy *plw_work_copy_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_work_copy_take:
 *
 * Takes over a folder that nobody holds.
 */
PlwWorkCopy *plw_work_copy_take (const char *folder, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Lets go; the folder stays. */
void plw_work_copy_free (PlwWorkCopy *work);

/* Removes the folder and lets go. */
void plw_work_copy_remove (PlwWorkCopy *work);

/**
 * plw_work_copy_list:
 * Returns: (transfer full) (element-type utf8): all folders, held or not
 */
GPtrArray *plw_work_copy_list (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwWorkCopy, plw_work_copy_free)

G_END_DECLS
