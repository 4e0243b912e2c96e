/* template.h: what the makers of the plan workbook share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/plan.h>

#include <xlsxwriter.h>

typedef enum
{
  PLW_LOOK_TITLE,
  PLW_LOOK_HEAD,
  PLW_LOOK_REQUIRED, /* the heading of a column that may not be empty */
  PLW_LOOK_WRAPPED,
  PLW_LOOK_TEXT, /* nothing typed into it becomes a date */
  PLW_LOOK_MONEY,
  PLW_LOOK_NUMBER,
  PLW_N_LOOKS,
} PlwLook;

/**
 * PlwTemplate: the plan workbook being written. Keeps its first error.
 */
typedef struct
{
  const PlwPlan *plan;
  bool is_empty;
  lxw_workbook *workbook;
  lxw_format *looks[PLW_N_LOOKS];
  GError *error;
} PlwTemplate;

/* Remembers that the library failed, if it did. */
void plw_template_try (PlwTemplate *self, lxw_error code);

/* Returns: (nullable): NULL with the error remembered */
lxw_worksheet *plw_template_add_sheet (PlwTemplate *self, const char *name);

void plw_template_add_guide (PlwTemplate *self);
void plw_template_add_table (PlwTemplate *self, const PlwTableSpec *spec);

/* Returns: (transfer none) (nullable): one sentence on what a column means; NULL for one that has none */
const char *plw_template_meaning (const PlwTableSpec *spec, const char *column);

/**
 * plw_template_describe:
 * Returns: (transfer full): what a column means, its unit, its limits and what an empty cell is
 */
char *plw_template_describe (const PlwPlan *plan,
                             const PlwTableSpec *spec,
                             size_t column) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer none): one sentence about a table */
const char *plw_template_about (PlwTableId table);
