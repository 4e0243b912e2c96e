/* check.h: the parts of plw_plan_check().
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/plan.h>

G_BEGIN_DECLS

/* Adds a problem of one cell or, with @column NULL, of one row.
 * @what, @remedy: (transfer full)
 */
void plw_check_add (const PlwPlan *plan,
                    PlwProblems *problems,
                    PlwSeverity severity,
                    PlwTableId table,
                    size_t row,
                    const char *column,
                    char *what,
                    char *remedy);

/* Whether the `plan` table says which years the plan has. */
bool plw_settings_have_years (const PlwPlan *plan);

/* Returns: (transfer full): a clause that names all settings */
char *plw_list_settings (void) G_GNUC_WARN_UNUSED_RESULT;

void plw_check_settings (const PlwPlan *plan, PlwProblems *problems);

/* What the schema alone asks for: codes, references, limits, no key twice. */
void plw_check_cells (const PlwPlan *plan, PlwProblems *problems);

/* What the rows of several tables ask of each other. */
void plw_check_rules (const PlwPlan *plan, PlwProblems *problems);
void plw_check_loops (const PlwPlan *plan, PlwProblems *problems);
void plw_check_overrides (const PlwPlan *plan, PlwProblems *problems);

/* Of a plan without errors. */
void plw_check_warnings (const PlwPlan *plan, PlwProblems *problems);

/* Returns: (transfer full): `a, b, c` */
char *plw_list_tables (bool (*is_listed) (PlwTableId id)) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
