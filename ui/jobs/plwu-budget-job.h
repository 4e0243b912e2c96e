/* plwu-budget-job.h: a published budget table read and tried in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-import-job.h"

#include <placewright/budget.h>

G_BEGIN_DECLS

/**
 * PlwuBudgetReading: a table as it was read, and what it would bring.
 * @sheets: (nullable): of the workbook; NULL where they were not asked for or it is none
 * @sheet: the one that is read where none is named
 * @budget: (nullable): NULL where it cannot be read
 * @failure: (nullable): why, one sentence
 * @findings: (nullable): of the run
 * @after: (nullable): the plan as it would be
 */
typedef struct
{
  GStrv sheets;
  guint sheet;
  PlwBudget *budget;
  char *failure;
  PlwuImportFindings *findings;
  PlwPlan *after;
} PlwuBudgetReading;

void plwu_budget_reading_free (PlwuBudgetReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuBudgetReading, plwu_budget_reading_free)

/**
 * plwu_budget_read_start:
 * @plan: copied
 * @options: copied with its texts
 * @lists_sheets: whether the sheets are wanted too
 *
 * Cancelling returns at once; what is read meanwhile is dropped.
 */
void plwu_budget_read_start (gpointer source,
                             const PlwPlan *plan,
                             const char *path,
                             const PlwBudgetOptions *options,
                             gboolean lists_sheets,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * plwu_budget_read_finish:
 * Returns: (transfer full) (nullable): NULL where it was cancelled
 */
PlwuBudgetReading *plwu_budget_read_finish (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
