/* exchange.h: plans in from and out to what other programs read.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/evaluate.h>
#include <placewright/plan.h>
#include <placewright/store.h>

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
 * @path: a plan folder, a plan workbook or a `.placewright` file
 *
 * Returns: (transfer full) (nullable): the plan, checked
 */
PlwPlan *plw_plan_load (const char *path, PlwProblems *problems, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_plan_import:
 *
 * The same to be kept as a plan file: rows of a folder or a workbook say where they were read.
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
 * PlwPaperForm:
 * @PLW_PAPER_WORKING: live formulas, for those who work on the plan
 * @PLW_PAPER_PUBLICATION: values only, by the Analysis Function's rules for
 *   accessible spreadsheets, for everybody
 */
typedef enum
{
  PLW_PAPER_WORKING,
  PLW_PAPER_PUBLICATION,
} PlwPaperForm;

/**
 * PlwPaper: what a committee paper is made of, workbook or report; all of it is borrowed.
 * @has_minus: amounts below nothing have a minus sign; else brackets
 * @result: what is printed
 * @other: (nullable): the same scenario under another policy, set beside it
 * @scenarios: (array length=n_scenarios) (nullable): every scenario of the plan
 *   under the result's policy, the result's own included
 * @problems: (nullable): the warnings that travel with the results
 * @log: (nullable) (element-type PlwEntry): the plan's change log, newest first
 * @since: (nullable): the version since which the log is wanted; NULL: all of it
 * @has_log: there is a sheet for the log though @log is NULL
 * @when: seconds since 1970: when the paper says it was made; 0: now
 */
typedef struct
{
  PlwPaperForm form;
  bool has_minus;
  const PlwResult *result;
  const PlwResult *other;
  const PlwResult *const *scenarios;
  size_t n_scenarios;
  const PlwProblems *problems;
  const GPtrArray *log;
  const PlwVersion *since;
  bool has_log;
  int64_t when;
} PlwPaper;

typedef struct _PlwPaperSource PlwPaperSource;

/**
 * plw_paper_source_new:
 * @scenario, @policy: (nullable): the root, `today`
 * @problems: gets errors and the warnings that travel with the results
 *
 * Evaluates what a paper shows: the scenario under the policy, under `placemaking`
 * beside it (`today` beside `placemaking`), and every scenario of the plan.
 *
 * Returns: (transfer full) (nullable): NULL as plw_evaluate()
 */
PlwPaperSource *plw_paper_source_new (const PlwPlan *plan,
                                      const char *scenario,
                                      const char *policy,
                                      PlwProblems *problems,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void plw_paper_source_free (PlwPaperSource *source);

/**
 * plw_paper_source_fill:
 * @paper: gets results, which stay the source's; nothing else of it is touched
 */
void plw_paper_source_fill (const PlwPaperSource *source, PlwPaper *paper);

/**
 * plw_paper_scenario_name, plw_paper_policy_name, plw_paper_policy_words:
 * Returns: (transfer full): what papers call the scenario and the policy of a result, and what
 *   the policy means for its rules: “every ring-fence holds”
 */
char *plw_paper_scenario_name (const PlwResult *result) G_GNUC_WARN_UNUSED_RESULT;
char *plw_paper_policy_name (const PlwResult *result) G_GNUC_WARN_UNUSED_RESULT;
char *plw_paper_policy_words (const PlwResult *result) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_paper_trust:
 * Returns: (transfer full): how many rows of the plan are published, derived, assumed, or do not say
 */
char *plw_paper_trust (const PlwPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/* Warnings among @problems; one that was found twice counts once. */
size_t plw_paper_n_warnings (const PlwProblems *problems);

/* What papers call an entry of the change log. */
const char *plw_paper_change_name (PlwEntryKind kind);

/**
 * plw_paper_time:
 * @asked: a paper's `when`
 * @ret_when: (out): seconds since 1970: @asked or, where that is 0, what the environment's
 *   SOURCE_DATE_EPOCH says or, without it, now
 *
 * Returns: false with %PLW_ERROR_SYNTAX where SOURCE_DATE_EPOCH is no number of seconds
 */
bool plw_paper_time (int64_t asked, int64_t *ret_when, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_workbook_write:
 * @path: an `.xlsx` file, replaced durably or not at all
 *
 * In the working form an assumption may be changed in a spreadsheet program, and
 * need, pots' amounts, prevention, borrowing, the bridge, the gap and reserves
 * follow; only which pot pays for what is values. Fails with %PLW_ERROR_RANGE where
 * a figure is too large to be exact to the penny in a workbook.
 */
bool plw_workbook_write (const PlwPaper *paper, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * PlwPaperOrigin: what a paper says it was made of.
 * @fingerprint: of the plan with the scenario's overrides applied
 * @version: (nullable): of the program that made it
 * @language: (nullable): it is written in, such as `cy`; NULL where it does not say
 */
typedef struct
{
  PlwPaperForm form;
  bool has_minus;
  bool has_log;
  char *scenario;
  char *policy;
  char *fingerprint;
  char *version;
  char *language;
  int64_t when;
} PlwPaperOrigin;

/**
 * plw_workbook_origin:
 * @path: a committee workbook, whoever saved it last
 *
 * Returns: (transfer full) (nullable): NULL with %PLW_ERROR_IO or %PLW_ERROR_FORMAT
 */
PlwPaperOrigin *plw_workbook_origin (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void plw_paper_origin_free (PlwPaperOrigin *origin);

/**
 * plw_workbook_language:
 * Returns: (transfer full): the language papers are written in by this program as it was started
 */
char *plw_workbook_language (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * PlwPaperDifference: a cell that is not what the plan makes of it.
 * @paper, @plan: what stands there and what should, for people
 * @is_consequence: whether it is a formula in both, so that another cell is the cause
 */
typedef struct
{
  char *sheet;
  char *cell;
  char *paper;
  char *plan;
  bool is_consequence;
} PlwPaperDifference;

/**
 * plw_workbook_compare:
 * @path: a committee workbook
 * @paper: the same made of the plan now
 *
 * Figures are compared to half a penny, texts to the letter, and a formula must
 * still be one. The change log is not compared. Fails with %PLW_ERROR_FORMAT where the paper
 * is in another language than plw_workbook_language().
 *
 * Returns: (transfer full) (nullable) (element-type PlwPaperDifference): by sheet and
 *   place; empty where the paper matches; NULL with %PLW_ERROR_IO or %PLW_ERROR_FORMAT
 */
GPtrArray *plw_workbook_compare (const char *path,
                                 const PlwPaper *paper,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwPaperSource, plw_paper_source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwPaperOrigin, plw_paper_origin_free)

/**
 * plw_template_write:
 * @is_empty: whether to leave out every row, but for the place and its years
 * @path: an `.xlsx` file, replaced durably or not at all
 *
 * The plan workbook: a sheet for each table, with lists to choose from and notes on every column,
 * that plw_plan_load() reads back.
 */
bool plw_template_write (const PlwPlan *plan, bool is_empty, const char *path, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
