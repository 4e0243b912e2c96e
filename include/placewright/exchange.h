/* exchange.h: plans in from and out to what other programs read.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/evaluate.h>
#include <placewright/plan.h>

G_BEGIN_DECLS

/**
 * plw_folder_read:
 * @path: a plan folder (contract, section 1)
 * @problems: gets every cell that is wrong, not the first
 *
 * Returns: (transfer full) (nullable): the plan, checked by plw_plan_check();
 *   NULL with %PLW_ERROR_IO where the folder cannot be read and
 *   %PLW_ERROR_PLAN where the problems hold an error
 */
PlwPlan *plw_folder_read (const char *path, PlwProblems *problems, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_folder_import:
 *
 * As plw_folder_read(), but every row says in its column `imported` which file and row it was
 * read from, unless it says already where it came from before.
 */
PlwPlan *plw_folder_import (const char *path,
                            PlwProblems *problems,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_folder_write:
 * @path: a folder that does not exist or holds nothing but a plan's tables
 *
 * Writes every table that has rows, and the required ones. All tables are
 * written before any is put in place; nothing half-written is left behind.
 */
bool plw_folder_write (const PlwPlan *plan, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_plan_load:
 * @path: a plan folder or a `.placewright` file
 *
 * Returns: (transfer full) (nullable): the plan, checked
 */
PlwPlan *plw_plan_load (const char *path, PlwProblems *problems, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_plan_import:
 *
 * The same to be kept as a plan file: as plw_folder_import() where @path is a folder.
 */
PlwPlan *plw_plan_import (const char *path, PlwProblems *problems, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_file_replace:
 *
 * Replaces a file durably (file and directory synced) or leaves it as it was.
 */
bool plw_file_replace (const char *path, const void *data, size_t size, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_workbook_write:
 * @result: what is printed
 * @other: (nullable): the same scenario under another policy, set beside it
 * @problems: (nullable): the warnings that travel with the results
 * @path: an `.xlsx` file, replaced durably or not at all
 *
 * The committee workbook (first edition): cover, summary, need and shortfall
 * by line and year, pots, allocation, assumptions with their sources.
 */
bool plw_workbook_write (const PlwResult *result,
                         const PlwResult *other,
                         const PlwProblems *problems,
                         const char *path,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
