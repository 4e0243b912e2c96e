/* plwu-import-job.h: a table of somebody else's read and tried in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include <placewright/import.h>

G_BEGIN_DECLS

/**
 * PlwuImportSource: a source with the plan it is read for.
 *
 * Counted, since a job may hold it longer than the window. Nobody else touches it while a job runs.
 */
typedef struct
{
  PlwPlan *plan;
  PlwImport *import;
} PlwuImportSource;

PlwuImportSource *plwu_import_source_ref (PlwuImportSource *self);
void plwu_import_source_unref (PlwuImportSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuImportSource, plwu_import_source_unref)

/**
 * plwu_import_open_start:
 * @plan: copied
 * @path, @text: (nullable): one of the two: a file, or what was copied from a spreadsheet
 * @table: the table the rows are for; %PLW_N_TABLES: guessed
 *
 * Cancelling returns at once; what is read meanwhile is dropped.
 */
void plwu_import_open_start (gpointer source,
                             const PlwPlan *plan,
                             const char *path,
                             const char *text,
                             PlwTableId table,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * plwu_import_open_finish:
 * Returns: (transfer full) (nullable)
 */
PlwuImportSource *plwu_import_open_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads another sheet of it, for the same table. */
void plwu_import_sheet_start (gpointer source,
                              PlwuImportSource *import,
                              const char *sheet,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean plwu_import_sheet_finish (GAsyncResult *result, GError **error);

/**
 * PlwuImportFindings: what a run found.
 * @edit: (nullable): NULL where nothing can be taken
 * @failure: (nullable): why, one sentence
 * @report: (nullable): how the totals of a return or a budget compare, a line each
 * @fates: of each row, a #PlwImportFate
 * @marks: problem and one, by plwu_import_mark(); an error before a warning
 */
typedef struct
{
  PlwEdit *edit;
  char *failure;
  char *report;
  PlwProblems *problems;
  PlwImportCounts counts;
  GByteArray *fates;
  GHashTable *marks;
} PlwuImportFindings;

PlwuImportFindings *plwu_import_findings_new (void) G_GNUC_WARN_UNUSED_RESULT;
void plwu_import_findings_free (PlwuImportFindings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuImportFindings, plwu_import_findings_free)

/**
 * plwu_import_findings_get_mark:
 * @number: the row as a spreadsheet counts
 * @column: SIZE_MAX: of the whole row
 * Returns: (transfer none) (nullable): what is wrong there
 */
const PlwProblem *plwu_import_findings_get_mark (const PlwuImportFindings *self,
                                                 size_t number,
                                                 size_t column);

void plwu_import_run_start (gpointer source,
                            PlwuImportSource *import,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * plwu_import_run_finish:
 * Returns: (transfer full)
 */
PlwuImportFindings *plwu_import_run_finish (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
