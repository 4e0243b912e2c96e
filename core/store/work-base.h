/* work-base.h: the database of a working copy.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rollback journal and EXTRA synchronisation: when a commit returns, the edit
 * survives a loss of power. Beside the plan it remembers, in `local`, the user's
 * file and how much of the log that file has.
 */
#pragma once

#include "store/sql.h"

G_BEGIN_DECLS

/**
 * PlwMarks: what `local` holds.
 * @path: (nullable): the user's file
 * @sha256: (nullable): of the file's bytes
 * @seq, @version: the last entry and the last version the file has
 */
typedef struct
{
  char *path;
  char *sha256;
  int64_t seq;
  int64_t version;
} PlwMarks;

void plw_marks_clear (PlwMarks *marks);

/* Opens or makes; an older working copy is brought to this version. */
PlwSql *plw_work_base_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
PlwSql *plw_work_base_create (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_work_base_is_blank:
 *
 * Whether a crash came before the first transaction had been made.
 */
bool plw_work_base_is_blank (const char *path);

/**
 * plw_work_base_read_marks:
 *
 * If a crash came between writing the user's file and noting that, the note is
 * taken from what was intended, provided the file holds just that.
 */
bool plw_work_base_read_marks (PlwSql *sql, PlwMarks *ret_marks, GError **error) G_GNUC_WARN_UNUSED_RESULT;
bool plw_work_base_write_marks (PlwSql *sql, const PlwMarks *marks, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same, for a save that is about to happen. */
bool plw_work_base_write_intent (PlwSql *sql,
                                 const PlwMarks *marks,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How far log and versions go. */
bool plw_work_base_read_ends (PlwSql *sql, int64_t *ret_seq, int64_t *ret_version, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlwMarks, plw_marks_clear)

G_END_DECLS
