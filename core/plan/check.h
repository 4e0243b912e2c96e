/* check.h: the parts of plw_plan_check(), which core/reference puts together.
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
void plw_check_decisions (const PlwPlan *plan, PlwProblems *problems);
void plw_check_loops (const PlwPlan *plan, PlwProblems *problems);
void plw_check_overrides (const PlwPlan *plan, PlwProblems *problems);

/* Whether the rows of control_totals name figures that can be added up. */
void plw_check_totals (const PlwPlan *plan, PlwProblems *problems);

/* All of the above. */
void plw_check_errors (const PlwPlan *plan, PlwProblems *problems);

/* What is allowed but deserves a second look, of a plan without errors: whether
 * all money finds a use and all uses have a need, */
void plw_check_uses (const PlwPlan *plan, PlwProblems *problems);

/* who gains from an effect, */
void plw_check_effects (const PlwPlan *plan, PlwProblems *problems);

/* whether savings are as sure as the council's own record says, */
void plw_check_savings (const PlwPlan *plan, PlwProblems *problems);

/* whether receipts are there before they are spent, */
void plw_check_receipts (const PlwPlan *plan, PlwProblems *problems);

/* whether figures add up to what their source says, */
void plw_check_sums (const PlwPlan *plan, PlwProblems *problems);

/* and whether every vote counts and the board can decide. */
void plw_check_votes (const PlwPlan *plan, PlwProblems *problems);

/* All of these. */
void plw_check_warnings (const PlwPlan *plan, PlwProblems *problems);

/* @is_listed: (nullable)
 * Returns: (transfer full): `a, b, c`
 */
char *plw_list_tables (bool (*is_listed) (PlwTableId id)) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
