/* report-writer.h: a table written row by row, as text, CSV or JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/evaluate.h>

G_BEGIN_DECLS

#define PLW_REPORT_COLUMNS_MOST 8

/**
 * PlwReport:
 * @columns: (array length=n_columns): their names; the last is the value
 * @cells: (array length=n_columns): set by the caller before each row, all but
 *   the value; NULL is an empty cell
 */
typedef struct
{
  GString *text;
  PlwFormat format;
  const char *const *columns;
  size_t n_columns;
  size_t n_rows;
  const char *cells[PLW_REPORT_COLUMNS_MOST];
} PlwReport;

/* @columns: NULL-terminated; must outlive the report. */
void plw_report_begin (PlwReport *report, const char *const *columns, PlwFormat format);

/* Writes a row: the cells and a value, as pounds, as a share of @need with twelve
 * decimals, as a number with @decimals, or as text; NULL is no value.
 */
void plw_report_money (PlwReport *report, int64_t pence);
void plw_report_share (PlwReport *report, int64_t funded, int64_t need);
void plw_report_number (PlwReport *report, double value, int decimals);
void plw_report_text (PlwReport *report, const char *value);

/* Returns: (transfer full): the whole table. */
char *plw_report_end (PlwReport *report) G_GNUC_WARN_UNUSED_RESULT;

/* What report.c calls for the tables that have files of their own. */
void plw_report_bridge (PlwReport *report, const PlwResult *result);
void plw_report_programmes (PlwReport *report, const PlwResult *result);
void plw_report_partners (PlwReport *report, const PlwResult *result);
void plw_report_programme_partners (PlwReport *report, const PlwResult *result);
void plw_report_transfers (PlwReport *report, const PlwResult *result);
void plw_report_causes (PlwReport *report, const PlwResult *result);
void plw_report_false_economy (PlwReport *report, const PlwResult *result);
void plw_report_sustain (PlwReport *report, const PlwResult *result);

G_END_DECLS
