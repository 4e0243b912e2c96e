/* budget-writer.h: what writes a budget table's rows into a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/budget-private.h"

G_BEGIN_DECLS

typedef struct
{
  PlwBudget *budget;
  PlwPlan *plan; /* the copy that is written to */
  PlwProblems *problems;
  PlwImportCounts *counts;
  GHashTable *taken; /* table and code */
  int base_year;
  size_t base; /* column of the base year; SIZE_MAX: the table has none */
  char *host;  /* owned (nullable): line of changes that name no service */
  bool has_host_base;
  bool is_new;
  bool is_changed;
} Writer;

void plw_budget_write_row (Writer *self, PlwBudgetRow *row);

G_END_DECLS
