/* plwu-document.h: an open plan: its store, what is shown of it and its results.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan is changed through the store alone; the document keeps a copy of its
 * own that follows every edit, so that nobody reads the store while another
 * thread saves it. Results are worked out in the background on a further copy.
 */
#pragma once

#include "jobs/plwu-evaluate-job.h"

#include <gio/gio.h>

#include <placewright/edit.h>
#include <placewright/evaluate.h>
#include <placewright/store.h>

G_BEGIN_DECLS

#define PLWU_TYPE_DOCUMENT (plwu_document_get_type ())

/**
 * PlwuDocument:
 *
 * Properties: "scenario" and "policy" (codes), "unit" (#PlwUnit), "is-stale"
 * (whether the results are older than the plan).
 *
 * Signals:
 *
 * - "plan-changed": cells may hold other values, or another scenario is shown
 * - "result-changed": there are other results, or other problems. That they are
 *   older than the plan meanwhile is the property "is-stale"
 * - "state-changed": what can be undone, the file, or whether it is saved
 * - "failed" (const char *text): something could not be done that nobody waits for
 */
G_DECLARE_FINAL_TYPE (PlwuDocument, plwu_document, PLWU, DOCUMENT, GObject)

/**
 * plwu_document_new:
 * @store: (transfer full)
 */
PlwuDocument *plwu_document_new (PlwStore *store) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_document_new_opened:
 * @store: (transfer full)
 * @findings: (transfer full) (nullable): what its plan comes to, of plwu_open_job_take_findings()
 */
PlwuDocument *plwu_document_new_opened (PlwStore *store, PlwuFindings *findings) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_document_get_plan:
 * Returns: (transfer none): the plan as stored, with the root scenario's figures
 */
const PlwPlan *plwu_document_get_plan (PlwuDocument *self);

/**
 * plwu_document_get_shown:
 * Returns: (transfer none): the plan with the overrides of the scenario shown
 */
const PlwPlan *plwu_document_get_shown (PlwuDocument *self);

/**
 * plwu_document_get_parent:
 * Returns: (transfer none) (nullable): the plan as the parent of the scenario
 *   shown has it; NULL in the root
 */
const PlwPlan *plwu_document_get_parent (PlwuDocument *self);

/**
 * plwu_document_get_title:
 * Returns: (transfer none): what people call the plan
 */
const char *plwu_document_get_title (PlwuDocument *self);

/**
 * plwu_document_set_scenario:
 * @scenario: a code; "": the root
 */
void plwu_document_set_scenario (PlwuDocument *self, const char *scenario);
const char *plwu_document_get_scenario (PlwuDocument *self);
gboolean plwu_document_is_root (PlwuDocument *self);

/**
 * plwu_document_get_scenario_name:
 * Returns: (transfer none): what people call the scenario shown
 */
const char *plwu_document_get_scenario_name (PlwuDocument *self);

/**
 * plwu_document_get_parent_name:
 * Returns: (transfer none): what people call its parent; "" in the root
 */
const char *plwu_document_get_parent_name (PlwuDocument *self);

void plwu_document_set_policy (PlwuDocument *self, const char *policy);
const char *plwu_document_get_policy (PlwuDocument *self);
const char *plwu_document_get_policy_name (PlwuDocument *self);

void plwu_document_set_unit (PlwuDocument *self, PlwUnit unit);
PlwUnit plwu_document_get_unit (PlwuDocument *self);

/**
 * plwu_document_get_result:
 * @policy: (nullable): NULL: the policy shown
 * Returns: (transfer none) (nullable): the latest result of the scenario
 *   shown; NULL where the plan cannot be worked out or is not yet. Stays
 *   valid until "result-changed"
 */
const PlwResult *plwu_document_get_result (PlwuDocument *self, const char *policy);

/**
 * plwu_document_get_problems:
 * Returns: (transfer none) (nullable): what the last evaluation found
 */
const PlwProblems *plwu_document_get_problems (PlwuDocument *self);

/**
 * plwu_document_get_failure:
 * Returns: (transfer none) (nullable): why there is no result of the plan as it is
 */
const char *plwu_document_get_failure (PlwuDocument *self);

/**
 * plwu_document_get_result_serial:
 * Returns: another number whenever other results, or a failure, are to be shown
 */
guint64 plwu_document_get_result_serial (PlwuDocument *self);
gboolean plwu_document_is_stale (PlwuDocument *self);

/**
 * plwu_document_parse_cell:
 *
 * As plw_plan_parse_cell(); the value's text lives as long as the document's plan.
 */
gboolean plwu_document_parse_cell (PlwuDocument *self,
                                   PlwTableId table,
                                   size_t column,
                                   const char *text,
                                   PlwValue *ret_value,
                                   char **ret_remedy,
                                   GError **error);

/**
 * plwu_document_value_to_text:
 * Returns: (transfer full): the value as the cell would hold it in a plan folder
 */
char *plwu_document_value_to_text (PlwuDocument *self,
                                   PlwTableId table,
                                   size_t row,
                                   size_t column,
                                   PlwValue value) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_document_commit:
 *
 * Makes an edit durable. An edit without steps does nothing and succeeds.
 */
gboolean plwu_document_commit (PlwuDocument *self, const PlwEdit *edit, GError **error);

/**
 * plwu_document_set_reason:
 * @reason: (nullable): why the changes to come are made; goes into the log with each of
 *   them that gives no reason of its own, until it is set anew
 */
void plwu_document_set_reason (PlwuDocument *self, const char *reason);

/**
 * plwu_document_get_reason:
 * Returns: (transfer none): "" where there is none
 */
const char *plwu_document_get_reason (PlwuDocument *self);

const char *plwu_document_get_undo_name (PlwuDocument *self);
const char *plwu_document_get_redo_name (PlwuDocument *self);
gboolean plwu_document_undo (PlwuDocument *self, GError **error);
gboolean plwu_document_redo (PlwuDocument *self, GError **error);

/**
 * plwu_document_get_history:
 * Returns: (transfer full) (nullable) (element-type PlwEntry): newest first;
 *   NULL with @error also while the plan is being saved
 */
GPtrArray *plwu_document_get_history (PlwuDocument *self,
                                      size_t most,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_document_get_versions:
 * Returns: (transfer none) (nullable) (element-type PlwVersion): newest first; valid
 *   until another version is named. NULL with @error also while the plan is being saved
 */
const GPtrArray *plwu_document_get_versions (PlwuDocument *self, GError **error);

/**
 * plwu_document_get_last_version:
 * Returns: (transfer none) (nullable): NULL also where that cannot be read just now
 */
const PlwVersion *plwu_document_get_last_version (PlwuDocument *self);

/**
 * plwu_document_name_version:
 * @note: (nullable): what there is to say of it
 *
 * Keeps the plan as it is now under a name. No edit: there is nothing to undo.
 */
gboolean plwu_document_name_version (PlwuDocument *self, const char *name, const char *note, GError **error);

/**
 * plwu_document_read_version:
 * Returns: (transfer full) (nullable): the plan as it was
 */
PlwPlan *plwu_document_read_version (PlwuDocument *self, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_document_read_moment:
 * @seq: the number of an entry of the log
 * Returns: (transfer full) (nullable): the plan as that entry left it
 */
PlwPlan *plwu_document_read_moment (PlwuDocument *self, gint64 seq, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_document_get_path:
 * Returns: (transfer none) (nullable): the user's file
 */
const char *plwu_document_get_path (PlwuDocument *self);
gboolean plwu_document_is_dirty (PlwuDocument *self);
gboolean plwu_document_is_saving (PlwuDocument *self);

/**
 * plwu_document_get_recovered:
 * Returns: how many unsaved edits were found again when it was opened
 */
size_t plwu_document_get_recovered (PlwuDocument *self);

/**
 * plwu_document_save_async:
 * @path: (nullable): NULL: the file it was opened from
 * @force: replace the file although somebody else changed it
 */
void plwu_document_save_async (PlwuDocument *self,
                               const char *path,
                               gboolean force,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean plwu_document_save_finish (PlwuDocument *self, GAsyncResult *result, GError **error);

/**
 * plwu_document_close:
 * @discard: give up the edits that the file does not have; else they are kept
 *   for the next start
 *
 * Lets go of the store. What is shown stays readable; nothing can change any more.
 */
void plwu_document_close (PlwuDocument *self, gboolean discard);

G_END_DECLS
