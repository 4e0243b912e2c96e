/* return.h: service lines with their base budgets from a revenue return.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/import.h>

G_BEGIN_DECLS

/**
 * plw_return_run:
 * @path: the detailed forms of the revenue outturn as a long table with the columns `council`,
 *   `ons_code`, `form`, `service_line`, `measure` and `gbp_k` (thousands of pounds)
 * @plan: (transfer none): what the edit is for
 * @form: the form whose lines are wanted, such as `RSX`
 * @councils: (array zero-terminated=1): names or codes; a county and its districts are named one by one
 * @problems: gets what does not add up (warnings) and what stops it (errors)
 * @ret_counts: (out): lines, not rows of the source
 *
 * Each council becomes a partner and each of its lines that is not nothing a service line with the
 * cost elements `pay`, `running`, `fees` and `other-income`. Codes are made of the council's code,
 * the form and the line's place on it, so that the return of another year changes the same rows.
 * Lines that are totals are left out and compared.
 *
 * Returns: (transfer full) (nullable): one edit
 */
PlwEdit *plw_return_run (const char *path,
                         const PlwPlan *plan,
                         const char *form,
                         const char *const *councils,
                         PlwProblems *problems,
                         PlwImportCounts *ret_counts,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
