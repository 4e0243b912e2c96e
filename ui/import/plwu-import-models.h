/* plwu-import-models.h: a source as sheets show it: as it stands, and as it would come in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "jobs/plwu-import-job.h"
#include "sheet/plwu-sheet-model.h"

G_BEGIN_DECLS

#define PLWU_TYPE_IMPORT_LINES (plwu_import_lines_get_type ())

G_DECLARE_FINAL_TYPE (PlwuImportLines, plwu_import_lines, PLWU, IMPORT_LINES, GObject)

/**
 * plwu_import_lines_new:
 *
 * The lines of the sheet chosen, numbered as a spreadsheet does; the headings stand out. To be
 * made anew when another sheet or row of headings is chosen.
 */
PlwuSheetModel *plwu_import_lines_new (PlwuImportSource *source) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_import_lines_find:
 * @number: the row as a spreadsheet counts
 */
gboolean plwu_import_lines_find (PlwuImportLines *self, size_t number, guint *ret_row);

#define PLWU_TYPE_IMPORT_PREVIEW (plwu_import_preview_get_type ())

G_DECLARE_FINAL_TYPE (PlwuImportPreview, plwu_import_preview, PLWU, IMPORT_PREVIEW, GObject)

/**
 * plwu_import_preview_new:
 * @findings: (transfer none): of the last run; outlives the model
 *
 * The rows below the headings, what becomes of each, and under each field what stands in its column.
 */
PlwuSheetModel *plwu_import_preview_new (PlwuImportSource *source,
                                         const PlwuImportFindings *findings) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_import_preview_find:
 * @problem: of the findings
 * Returns: FALSE where it is of no row
 */
gboolean plwu_import_preview_find (PlwuImportPreview *self,
                                   const PlwProblem *problem,
                                   guint *ret_row,
                                   guint *ret_column);

/**
 * plwu_import_problems_new:
 * @table: the table rows are for; %PLW_N_TABLES: several
 *
 * What is wrong and where, a row each.
 */
PlwuSheetModel *plwu_import_problems_new (const PlwPlan *plan,
                                          PlwTableId table,
                                          const PlwProblems *problems) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
