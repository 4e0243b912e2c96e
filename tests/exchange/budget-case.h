/* budget-case.h: a published budget table, and what becomes of a plan that takes it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/budget.h>

G_BEGIN_DECLS

typedef struct
{
  PlwBudget *budget;
  PlwPlan *plan;
  PlwProblems *problems;
  PlwEdit *edit;
  GError *error;
  char *ties;
  char *sentences;
  PlwImportCounts counts;
} Case;

void case_open (Case *self, const char *path, const char *base_year, const PlwBudgetOptions *options);

/* The text as `table.csv` in the folder. */
void case_open_text (Case *self, const char *folder, const char *text, const PlwBudgetOptions *options);

/* The text is no table, for exactly this reason. */
void case_refused (const char *folder,
                   const char *text,
                   const PlwBudgetOptions *options,
                   const char *expected);

void case_run (Case *self);
void case_run_good (Case *self);

/* Nothing is taken, for a reason that holds the sentence. */
void case_run_bad (Case *self, const char *sentence);
void case_clear (Case *self);

int64_t case_number (const Case *self, PlwTableId table, const char *key, size_t column);
int64_t case_year (const Case *self, PlwTableId table, const char *key, int year);
const char *case_imported (const Case *self, PlwTableId table, const char *key);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

G_END_DECLS
