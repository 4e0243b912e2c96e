/* plwu-report.c: a plan's results as a printed paper.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-papers.h"

#include "plwu-report-private.h"

#include "pictures/plwu-round-table.h"

#include <glib/gi18n.h>
#include <string.h>

/* Pence: smaller plans print whole pounds. */
#define THOUSANDS_FROM INT64_C (1000000000)

/* How high the summary's picture is */
#define PICTURE_MOST 360.0
#define PICTURE_LEAST 90.0
#define PICTURE_STEP 15.0

#define FINGERPRINT_SHOWN 12 /* digits of it, at the foot of each page */

static void
clear_report (PlwuReport *report)
{
  g_clear_pointer (&report->paper, plwu_paper_free);
  g_free (report->need);
  g_free (report->funded);
  g_free (report->shortfall);
  g_free (report->scenario);
  g_free (report->policy);
  g_free (report->policy_words);
  g_free (report->fingerprint);
  g_free (report->version);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlwuReport, clear_report)

/* Need is what is funded and what is not; all three are printed so that they add up. */
static void
round_years (PlwuReport *report)
{
  size_t n = report->n_years;
  g_autofree gint64 *figures = g_new (gint64, 2 * n);
  g_autofree gint64 *steps = g_new (gint64, 2 * n);

  report->need = g_new (gint64, n);
  report->funded = g_new (gint64, n);
  report->shortfall = g_new (gint64, n);
  for (size_t t = 0; t < n; t++)
    {
      figures[t] = plw_result_sum (report->result, PLW_SUM_FUNDED, t);
      figures[n + t] = plw_result_sum (report->result, PLW_SUM_SHORTFALL, t);
    }
  plwu_round_table (figures, 2, (guint) n, report->step, steps);
  for (size_t t = 0; t < n; t++)
    {
      report->funded[t] = steps[t];
      report->shortfall[t] = steps[n + t];
      report->need[t] = steps[t] + steps[n + t];
    }
}

/* The version the log was cut at, and whether anything was done since. */
static char *
name_version (const PlwPaper *source)
{
  const PlwVersion *version = source->since;

  if (version == NULL)
    return NULL;
  for (guint i = 0; source->log != NULL && i < source->log->len; i++)
    {
      const PlwEntry *entry = g_ptr_array_index (source->log, i);

      if (entry->when >= version->when)
        return g_strdup_printf (_ ("%s, changed since"), version->name);
    }
  return g_strdup (version->name);
}

static void
begin_paper (PlwuReport *report, PlwuPaperKind kind)
{
  const char *title = plwu_report_title (report);
  const char *area = plw_plan_setting (report->plan, "area");
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (report->when);
  g_autofree char *date = g_date_time_format (when, "%Y-%m-%d");
  g_autofree char *right = g_strdup_printf (_ ("%s; %s"), report->scenario, report->policy);
  g_autofree char *foot = g_strdup_printf (_ ("Placewright %s, %s, figures %.*s"), PLW_VERSION, date,
                                           FINGERPRINT_SHOWN, report->fingerprint);
  g_autofree char *keywords =
      g_strdup_printf (_ ("placemaking budget, %s, scenario %s, policy %s, fingerprint %s"), area,
                       report->scenario, report->policy, report->fingerprint);
  const PlwuPaperInfo info = {
    .title = title,
    .author = area,
    .subject = kind == PLWU_PAPER_REPORT ? _ ("Placemaking budget: report to committee")
                                         : _ ("Placemaking budget: summary for residents"),
    .keywords = keywords,
    /* Translators: the language of this translation, as web pages name it: cy for Welsh. */
    .language = _ ("en-GB"),
    .created = report->when,
    .head_left = title,
    .head_right = right,
    .foot = foot,
  };

  report->paper = plwu_paper_new (&info);
}

static bool
begin_report (PlwuReport *report, const PlwPaper *source, PlwuPaperKind kind, GError **error)
{
  int64_t when;
  gint64 most = 0;

  if (!plw_paper_time (source->when, &when, error))
    return false;
  report->source = source;
  report->result = source->result;
  report->other = source->other;
  report->plan = plw_result_plan (source->result);
  report->n_years = plw_result_n_years (source->result);
  report->when = when;
  for (size_t t = 0; t < report->n_years; t++)
    most = MAX (most, plw_result_sum (report->result, PLW_SUM_NEED, t));
  report->unit = most >= THOUSANDS_FROM ? PLW_UNIT_THOUSANDS : PLW_UNIT_POUNDS;
  report->step = plw_unit_pence (report->unit);
  report->scenario = plw_paper_scenario_name (report->result);
  report->policy = plw_paper_policy_name (report->result);
  report->policy_words = plw_paper_policy_words (report->result);
  report->fingerprint = plw_plan_fingerprint (report->plan);
  report->version = name_version (source);
  round_years (report);
  begin_paper (report, kind);
  return true;
}

static void
add_sections (PlwuReport *report)
{
  static void (*const sections[]) (PlwuReport *) = {
    plwu_report_add_cover,     plwu_report_add_asked,      plwu_report_add_summary,
    plwu_report_add_money,     plwu_report_add_need,       plwu_report_add_changes,
    plwu_report_add_shortfall, plwu_report_add_rules,      plwu_report_add_one_pot,
    plwu_report_add_capital,   plwu_report_add_prevention, plwu_report_add_partners,
    plwu_report_add_scenarios, plwu_report_add_checks,     plwu_report_add_assumptions,
    plwu_report_add_method,    plwu_report_add_log,        plwu_report_add_glossary,
  };

  for (size_t i = 0; i < G_N_ELEMENTS (sections); i++)
    sections[i](report);
}

static GBytes *
render_report (const PlwPaper *source, guint *ret_n_pages, GError **error)
{
  g_auto (PlwuReport) report = { 0 };

  if (!begin_report (&report, source, PLWU_PAPER_REPORT, error))
    return NULL;
  add_sections (&report);
  return plwu_paper_render (report.paper, ret_n_pages, error);
}

/* The picture gives way until the texts fit beside it. */
static GBytes *
render_summary (const PlwPaper *source, guint *ret_n_pages, GError **error)
{
  GBytes *bytes = NULL;
  guint n_pages = 0;

  for (double height = PICTURE_MOST; height >= PICTURE_LEAST; height -= PICTURE_STEP)
    {
      g_auto (PlwuReport) report = { 0 };

      g_clear_pointer (&bytes, g_bytes_unref);
      if (!begin_report (&report, source, PLWU_PAPER_SUMMARY, error))
        return NULL;
      plwu_report_add_public_summary (&report, height);
      bytes = plwu_paper_render (report.paper, &n_pages, error);
      if (bytes == NULL || n_pages == 1)
        break;
    }
  if (bytes != NULL && ret_n_pages != NULL)
    *ret_n_pages = n_pages;
  return bytes;
}

GBytes *
plwu_papers_render (const PlwPaper *source, PlwuPaperKind kind, guint *ret_n_pages, GError **error)
{
  g_return_val_if_fail (source != NULL && source->result != NULL, NULL);

  return kind == PLWU_PAPER_SUMMARY ? render_summary (source, ret_n_pages, error)
                                    : render_report (source, ret_n_pages, error);
}

bool
plwu_papers_write (const PlwPaper *source, PlwuPaperKind kind, const char *path, GError **error)
{
  g_return_val_if_fail (source != NULL && path != NULL, false);

  g_autoptr (GBytes) bytes = plwu_papers_render (source, kind, NULL, error);
  gsize size;
  const void *data;

  if (bytes == NULL)
    return false;
  data = g_bytes_get_data (bytes, &size);
  return plw_file_replace (path, data, size, error);
}
