/* report-writer.h: a table written row by row, as text, CSV or JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/explain.h>

G_BEGIN_DECLS

#define PLW_REPORT_COLUMNS_MOST 8

/* Of values that are no figure of one result: nothing left, a comparison of two. */
#define PLW_NO_FIGURE ((PlwFigure){ .kind = PLW_N_FIGURE_KINDS })

/**
 * PlwReport:
 * @columns: (array length=n_columns): their names; the last is the value
 * @cells: (array length=n_columns): set by the caller before each row, all but
 *   the value; NULL is an empty cell
 * @row_func: (nullable): gets every row instead of the text
 */
typedef struct
{
  GString *text;
  PlwFormat format;
  const char *const *columns;
  size_t n_columns;
  size_t n_rows;
  const char *cells[PLW_REPORT_COLUMNS_MOST];
  PlwRowFunc row_func;
  void *row_data;
} PlwReport;

/* @columns: NULL-terminated; must outlive the report. */
void plw_report_begin (PlwReport *report, const char *const *columns, PlwFormat format);

/* The same, but @func gets the rows; plw_report_end() then gives nothing to read. */
void plw_report_begin_rows (PlwReport *report, const char *const *columns, PlwRowFunc func, void *data);

/* Writes a row: the cells and a value, as pounds, as a share of @need with twelve
 * decimals, as a number with @decimals, or as text; NULL is no value. No value without
 * the figure that explains it.
 */
void plw_report_money (PlwReport *report, PlwFigure figure, int64_t pence);
void plw_report_share (PlwReport *report, PlwFigure figure, int64_t funded, int64_t need);
void plw_report_number (PlwReport *report, PlwFigure figure, double value, int decimals);
void plw_report_text (PlwReport *report, PlwFigure figure, const char *value);

static inline PlwFigure
plw_report_figure (PlwFigureKind kind, size_t a, size_t b, size_t year)
{
  return (PlwFigure){ kind, (uint32_t) a, (uint32_t) b, (uint32_t) year };
}

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

/* What rules cost, with all of a table's rows. */
void plw_report_fragmentation (PlwReport *report, const PlwFragmentation *fragmentation);
void plw_report_freedoms (PlwReport *report, const PlwFragmentation *fragmentation);
extern const char *const plw_fragmentation_columns[];
extern const char *const plw_freedoms_columns[];

G_END_DECLS
