/* sql-log.h: the change log of a plan file. It only grows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/history.h"
#include "store/sql.h"

G_BEGIN_DECLS

/* Steps are kept for edits only: an undo is its target backwards, a redo its target. */
bool plw_sql_append_entry (PlwSql *sql, const PlwEntry *entry, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Both stacks; fails where the log does not follow. */
PlwHistory *plw_sql_read_history (PlwSql *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What entry @seq, an edit, did. */
PlwEdit *plw_sql_read_edit (PlwSql *sql, int64_t seq, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The last @most entries, newest first; 0: all. */
GPtrArray *plw_sql_read_log (PlwSql *sql, size_t most, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
