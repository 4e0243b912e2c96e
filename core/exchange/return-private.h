/* return-private.h: what the steps of taking in a revenue return share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/return.h>

#include "exchange/import-private.h"

G_BEGIN_DECLS

typedef enum
{
  PLW_RETURN_PAY,
  PLW_RETURN_RUNNING,
  PLW_RETURN_FEES,
  PLW_RETURN_OTHER_INCOME,
  PLW_RETURN_N_ELEMENTS,
  PLW_RETURN_EXPENDITURE = PLW_RETURN_N_ELEMENTS,
  PLW_RETURN_INCOME,
  PLW_RETURN_NET,
  PLW_RETURN_N_MEASURES,
} PlwReturnMeasure;

typedef struct
{
  const char *council; /* borrowed from the source, as all constant texts here */
  const char *council_code;
  const char *name;
  char *code;
  char *title; /* (nullable): of a remainder, what the plan calls it */
  char *notes; /* (nullable): of a remainder, what it is derived from */
  size_t row;  /* the first of the line in the source */
  bool is_total;
  int64_t amounts[PLW_RETURN_N_MEASURES];
  bool has[PLW_RETURN_N_MEASURES];
} PlwReturnLine;

typedef struct
{
  PlwImport *source;
  const PlwReturnOptions *options;
  const PlwPlan *plan; /* borrowed */
  int year;            /* 0: nothing says which */
  PlwProblems *problems;
  GPtrArray *lines; /* of PlwReturnLine */
  GString *report;
} PlwReturn;

/* Returns: (transfer full): what stands for the line in codes, the same every year */
char *plw_return_line_code (const char *form, const char *name);

/* The name of a line by the code the time series has for it; the code itself where that is not known. */
const char *plw_return_line_name (const char *form, const char *code);

const char *plw_return_measure_name (PlwReturnMeasure measure);
bool plw_return_is_wanted (const PlwReturn *self, const char *council, const char *code);
void plw_return_add_problem (PlwReturn *self,
                             PlwSeverity severity,
                             size_t row,
                             const char *key,
                             char *what,
                             char *remedy);

/* return-read.c: the lines of the wanted councils, from either form of publication. */
bool plw_return_read (PlwReturn *self, GError **error);

/* return-totals.c: whether parts and lines come to their totals. A total without lines becomes one, and what
 * a total has beyond its lines where that is wanted.
 */
void plw_return_check_totals (PlwReturn *self);

G_END_DECLS
