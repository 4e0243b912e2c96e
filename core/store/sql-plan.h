/* sql-plan.h: the rows of a plan in a plan file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows are ordered by `position`. In a plan file positions count 1, 2, 3 ...; in
 * a working copy they are far apart, so that a row in the middle is one insert.
 * Year figures stand under calendar years; when the base year moves, they move.
 */
#pragma once

#include "store/sql.h"

#include <placewright/edit.h>

G_BEGIN_DECLS

#define PLW_SQL_GAP_FILE INT64_C (1)
#define PLW_SQL_GAP_WORK (INT64_C (1) << 36)

PlwPlan *plw_sql_read_plan (PlwSql *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
bool plw_sql_write_plan (PlwSql *sql, const PlwPlan *plan, int64_t gap, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_sql_apply:
 * @after: the plan with @edit applied
 * @base_year: the plan's base year before it
 *
 * Does to the tables what @edit did to the plan.
 */
bool plw_sql_apply (PlwSql *sql, const PlwPlan *after, const PlwEdit *edit, int base_year, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
