/* sql-version.h: the named versions in a plan file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sql.h"

#include <placewright/store.h>

G_BEGIN_DECLS

bool plw_sql_add_version (PlwSql *sql, const PlwVersion *version, const PlwPlan *plan, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Newest first. */
GPtrArray *plw_sql_read_versions (PlwSql *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
PlwPlan *plw_sql_read_version_plan (PlwSql *sql, int64_t id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
