/* return.h: service lines with their base budgets from a revenue return.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/import.h>

G_BEGIN_DECLS

/**
 * PlwReturnContents: what a return has, in its order.
 * @forms: the forms
 * @councils, @codes: names and codes of the councils, one for one
 */
typedef struct
{
  char **forms;
  char **councils;
  char **codes;
} PlwReturnContents;

/**
 * plw_return_read_contents:
 * @path: as plw_return_run() has it
 *
 * Returns: (transfer full) (nullable): NULL with %PLW_ERROR_IO or %PLW_ERROR_FORMAT
 */
PlwReturnContents *plw_return_read_contents (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void plw_return_contents_free (PlwReturnContents *contents);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwReturnContents, plw_return_contents_free)

/**
 * PlwReturnOptions:
 * @form: the form whose lines are wanted, such as `RSX`
 * @councils: (array zero-terminated=1): names or codes; `*` and `?` stand for any characters, so that one
 * call takes a county with all of its districts
 * @year: of the return (2024 for 2024/25); 0: as the file says, of a time series the last
 * @is_uprated: whether amounts are raised from the return's year to the plan's base year by the price index
 * @has_remainder: whether what a total has beyond its lines becomes a line of its own
 */
typedef struct
{
  const char *form;
  const char *const *councils;
  int year;
  bool is_uprated;
  bool has_remainder;
} PlwReturnOptions;

/**
 * plw_return_run:
 * @path: the revenue outturn, in thousands of pounds: as a long table with the columns `council`, `ons_code`,
 * `form`, `service_line`, `measure` and `gbp_k`, or as the published time series with `ONS_code`, `LA_name`,
 * `year_ending` and a column for every line and measure, such as `RSX_edu_empl`
 * @plan: (transfer none): what the edit is for
 * @problems: gets what does not add up (warnings) and what stops it (errors)
 * @ret_counts: (out): lines, not rows of the source
 * @ret_report: (out) (transfer full): the year, the prices, and the totals that lines come to, a line each
 *
 * Each council becomes a partner and each of its lines that is not nothing a service line with the
 * cost elements `pay`, `running`, `fees` and `other-income`, or `net` where nothing else is published. Codes
 * are made of the council's code, the form and what the line is called for good, so that the return of
 * another year changes the same rows, as it does where a line of the council has this line of the return.
 * Lines that are totals are left out and compared; a total without lines is taken in their place. With
 * @has_remainder a total that is more than its lines gets one more, derived, which the returns of other years
 * then keep right even without it.
 *
 * Returns: (transfer full) (nullable): one edit
 */
PlwEdit *plw_return_run (const char *path,
                         const PlwPlan *plan,
                         const PlwReturnOptions *options,
                         PlwProblems *problems,
                         PlwImportCounts *ret_counts,
                         char **ret_report,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
