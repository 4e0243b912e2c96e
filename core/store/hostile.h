/* hostile.h: reading a plan file that may come from anybody.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file is never opened by name: its bytes are read whole, so that nothing
 * beside it (a journal) counts. It must be, to the letter, what this program
 * writes: header, tables, digest, and every value in its place.
 */
#pragma once

#include "store/sql.h"

#include <placewright/plan.h>

G_BEGIN_DECLS

/* No plan file is larger. */
#define PLW_FILE_SIZE_MOST (256 * 1024 * 1024)

/**
 * plw_read_file:
 * Returns: (transfer full) (nullable): the bytes; NULL with PLW_ERROR_IO, or
 *   PLW_ERROR_FORMAT for a file that is too large
 */
GBytes *plw_read_file (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it begins as a plan file does. */
bool plw_bytes_look_like_plan (GBytes *bytes);

/**
 * plw_hostile_open:
 *
 * @bytes must outlive the connection.
 *
 * @is_ours: we have just written it ourselves: it may take its time
 * @ret_plan: (out) (optional) (transfer full): the plan in it, which had to be read to check it
 *
 * Returns: (transfer full) (nullable): a read-only connection to checked
 *   content in this version's tables
 */
PlwSql *plw_hostile_open (GBytes *bytes, bool is_ours, PlwPlan **ret_plan, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
