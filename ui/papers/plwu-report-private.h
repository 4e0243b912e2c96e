/* plwu-report-private.h: what the sections of the committee report share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/exchange.h>

#include "plwu-paper.h"

G_BEGIN_DECLS

/**
 * PlwuReport:
 * @other: (nullable): the same scenario under the policy beside it
 * @unit: in which all tables are printed
 * @need, @funded, @shortfall: of each year in steps of @unit, so rounded that they add up; every
 *   table keeps to them
 * @version: (nullable): the named version of the plan that was printed last
 */
typedef struct
{
  PlwuPaper *paper;
  const PlwPaper *source;
  const PlwResult *result;
  const PlwResult *other;
  const PlwPlan *plan;
  size_t n_years;
  PlwUnit unit;
  gint64 step;
  gint64 when;
  gint64 *need;
  gint64 *funded;
  gint64 *shortfall;
  char *scenario;
  char *policy;
  char *policy_words;
  char *fingerprint;
  char *version;
} PlwuReport;

/* Words and figures */

void plwu_report_say (PlwuReport *report, PlwuPaperText style, const char *format, ...) G_GNUC_PRINTF (3, 4);
const char *plwu_report_year (const PlwuReport *report, size_t year);
const char *plwu_report_last_year (const PlwuReport *report);
gint64 plwu_report_total (const PlwuReport *report, const gint64 *years);

/* Of each year; free with g_free(). */
gint64 *plwu_report_sums (const PlwResult *result, PlwSum sum) G_GNUC_WARN_UNUSED_RESULT;
gint64 *plwu_report_use_shortfall (const PlwuReport *report, size_t use) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_report_cell:
 * @steps: what is printed
 * @pence: what it stands for: nothing at all is a dash, less than half a step a 0
 *
 * Returns: (transfer full): with brackets or a minus sign, as the paper has it
 */
char *plwu_report_cell (const PlwuReport *report, gint64 steps, gint64 pence) G_GNUC_WARN_UNUSED_RESULT;

/* One figure rounded on its own. */
char *plwu_report_money (const PlwuReport *report, gint64 pence) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_report_caption:
 * Returns: (transfer full): the caption with the unit: “Need by service, £k”
 */
char *plwu_report_caption (const PlwuReport *report, const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* "3.5%" from billionths of a percent; "12%" from a share */
char *plwu_report_percent (gint64 billionths) G_GNUC_WARN_UNUSED_RESULT;
char *plwu_report_share (double share) G_GNUC_WARN_UNUSED_RESULT;

/* The plan's title, else its area, else what it is. */
const char *plwu_report_title (const PlwuReport *report);

/* As papers call them */
const char *plwu_report_certainty (PlwCertainty certainty);
char *plwu_report_unspent (const PlwuReport *report, size_t pot) G_GNUC_WARN_UNUSED_RESULT;

/* An amount by its number, largest first; ties in the order of numbers. */
typedef struct
{
  size_t index;
  gint64 pence;
} PlwuRanked;

void plwu_report_rank (GArray *items);

/* Tables with a column for each year, which add up in the unit printed. Where there are more years than a
 * page is wide, the table is printed in parts.
 */
typedef struct _PlwuYears PlwuYears;

/**
 * plwu_years_new:
 * @heads: (array zero-terminated=1): of the columns before the years
 * @has_total: whether there is a column for all years
 */
PlwuYears *plwu_years_new (PlwuReport *report,
                           const char *caption,
                           const char *const *heads,
                           gboolean has_total) G_GNUC_WARN_UNUSED_RESULT;
void plwu_years_band (PlwuYears *years, const char *label);

/**
 * plwu_years_row:
 * @sign: how it counts in the sums below it: 1, -1, or 0 for a row that is only told
 * @pence: of each year
 */
void plwu_years_row (PlwuYears *years, const char *label, int sign, const gint64 *pence);

/* A further cell before the years of the row just begun. */
void plwu_years_text (PlwuYears *years, const char *text);

/* The rows since the last band or sum. */
void plwu_years_subtotal (PlwuYears *years, const char *label);

/**
 * plwu_years_total:
 * @target: (nullable): in steps: what it comes to on every page of the report
 */
void plwu_years_total (PlwuYears *years, const char *label, const gint64 *target);

/* Puts the table on the paper and frees it. */
void plwu_years_finish (PlwuYears *years);

/* Pictures: those of the window, drawn by the same code. */
void plwu_report_add_need_money_picture (PlwuReport *report, double height);
void plwu_report_add_cliffs_picture (PlwuReport *report);
void plwu_report_add_bridge_picture (PlwuReport *report);
void plwu_report_add_heatmap_picture (PlwuReport *report, const char *title);
void plwu_report_add_one_pot_picture (PlwuReport *report, const PlwResult *today, const PlwResult *pooled);
void plwu_report_add_capital_picture (PlwuReport *report);
void plwu_report_add_valley_picture (PlwuReport *report);
void plwu_report_add_partners_picture (PlwuReport *report);

/* Sections, each in its file. One that has nothing to say adds nothing. */
void plwu_report_add_cover (PlwuReport *report);
void plwu_report_add_asked (PlwuReport *report);
void plwu_report_add_summary (PlwuReport *report);
void plwu_report_add_money (PlwuReport *report);
void plwu_report_add_need (PlwuReport *report);
void plwu_report_add_changes (PlwuReport *report);
void plwu_report_add_shortfall (PlwuReport *report);
void plwu_report_add_rules (PlwuReport *report);
void plwu_report_add_one_pot (PlwuReport *report);
void plwu_report_add_capital (PlwuReport *report);
void plwu_report_add_prevention (PlwuReport *report);
void plwu_report_add_partners (PlwuReport *report);
void plwu_report_add_scenarios (PlwuReport *report);
void plwu_report_add_checks (PlwuReport *report);
void plwu_report_add_assumptions (PlwuReport *report);
void plwu_report_add_method (PlwuReport *report);
void plwu_report_add_log (PlwuReport *report);
void plwu_report_add_glossary (PlwuReport *report);

/**
 * plwu_report_add_public_summary:
 * @picture_height: of the one picture, so that all is on one page
 */
void plwu_report_add_public_summary (PlwuReport *report, double picture_height);

G_END_DECLS
