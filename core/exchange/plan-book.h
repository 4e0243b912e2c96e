/* plan-book.h: what writing and reading of the plan workbook share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/plan.h>

G_BEGIN_DECLS

/* The first sheet, which says how to fill in the others; and how sheets of one's own begin. */
#define PLW_GUIDE_SHEET "How to fill in"
#define PLW_NOTES_SHEET "notes"

/**
 * plw_plan_book_read:
 * @path: an `.xlsx` file with a sheet for each table
 * @is_import: whether rows are to say which sheet and row they were read from
 *
 * Returns: (transfer full) (nullable): the plan, checked; as plw_folder_read() does
 */
PlwPlan *plw_plan_book_read (const char *path, bool is_import, PlwProblems *problems, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_plan_book_is:
 * Returns: whether the file is a workbook, by its name or its first bytes
 */
bool plw_plan_book_is (const char *path);

G_END_DECLS
