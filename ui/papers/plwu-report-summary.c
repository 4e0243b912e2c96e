/* plwu-report-summary.c: need, money and shortfall in short.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-report-private.h"

#include "findings/plwu-labels.h"
#include "findings/plwu-result-figures.h"

#include <glib/gi18n.h>

static void
tell_totals (PlwuReport *report)
{
  g_autofree char *need = plw_pence_show_short (plwu_result_sum_years (report->result, PLW_SUM_NEED));
  g_autofree char *funded = plw_pence_show_short (plwu_result_sum_years (report->result, PLW_SUM_FUNDED));
  gint64 shortfall = plwu_result_sum_years (report->result, PLW_SUM_SHORTFALL);
  g_autofree char *gap = plw_pence_show_short (shortfall);

  if (shortfall == 0)
    plwu_report_say (report, PLWU_PAPER_LEAD,
                     _ ("From %s to %s services, programmes and projects need %s. Money reaches all of it."),
                     plwu_report_year (report, 0), plwu_report_last_year (report), need);
  else
    plwu_report_say (
        report, PLWU_PAPER_LEAD,
        _ ("From %s to %s services, programmes and projects need %s. %s reaches them; %s goes unmet."),
        plwu_report_year (report, 0), plwu_report_last_year (report), need, funded, gap);
}

/* When it first falls short, when it is worst, and how it ends. */
static void
tell_years (PlwuReport *report)
{
  g_autofree gint64 *gaps = plwu_report_sums (report->result, PLW_SUM_SHORTFALL);
  size_t n = report->n_years;
  size_t first = 0;
  size_t worst = 0;

  while (first < n && gaps[first] == 0)
    first++;
  if (first == n)
    return;
  for (size_t t = 0; t < n; t++)
    if (gaps[t] > gaps[worst])
      worst = t;

  g_autofree char *at_first = plw_pence_show_short (gaps[first]);
  g_autofree char *at_worst = plw_pence_show_short (gaps[worst]);
  g_autofree char *at_last = plw_pence_show_short (gaps[n - 1]);
  g_autofree char *share = plwu_report_share (
      (double) gaps[worst] / (double) plw_result_sum (report->result, PLW_SUM_NEED, worst));

  plwu_report_say (report, PLWU_PAPER_BODY, _ ("Money first falls short in %s, by %s."),
                   plwu_report_year (report, first), at_first);
  plwu_report_say (report, PLWU_PAPER_BODY, _ ("The worst year is %s: %s is short, %s of what is needed."),
                   plwu_report_year (report, worst), at_worst, share);
  if (worst != n - 1)
    plwu_report_say (report, PLWU_PAPER_BODY, _ ("In the last year, %s, it is %s."),
                     plwu_report_last_year (report), at_last);
}

static void
tell_reserve (PlwuReport *report)
{
  const PlwPotYears *pot = plwu_result_find_reserve (report->result);

  if (pot == NULL)
    {
      plwu_report_say (report, PLWU_PAPER_BODY, "%s", _ ("No pot is named as the general reserve."));
      return;
    }

  gint64 minimum = plwu_result_reserve_minimum (report->result);
  g_autofree char *least = plw_pence_show_short (minimum);
  g_autofree char *begin = plw_pence_show_short (pot->opening[0]);
  g_autofree char *end = plw_pence_show_short (pot->closing[report->n_years - 1]);

  plwu_report_say (report, PLWU_PAPER_BODY,
                   _ ("The general reserve (%s) begins at %s and ends at %s; its minimum is %s."), pot->name,
                   begin, end, least);
  for (size_t t = 0; t < report->n_years; t++)
    if (pot->closing[t] < minimum)
      {
        plwu_report_say (report, PLWU_PAPER_BODY,
                         _ ("The general reserve falls below its minimum of %s in %s."), least,
                         plwu_report_year (report, t));
        return;
      }
}

static void
tell_other (PlwuReport *report)
{
  if (report->other == NULL)
    return;

  gint64 ours = plwu_result_sum_years (report->result, PLW_SUM_SHORTFALL);
  gint64 theirs = plwu_result_sum_years (report->other, PLW_SUM_SHORTFALL);
  g_autofree char *name = plw_paper_policy_name (report->other);
  g_autofree char *amount = plw_pence_show_short (theirs);
  g_autofree char *difference = plw_pence_show_short (ABS (ours - theirs));

  if (ours == theirs)
    plwu_report_say (report, PLWU_PAPER_BODY, _ ("Under the policy “%s” the shortfall is the same."), name);
  else
    plwu_report_say (report, PLWU_PAPER_BODY,
                     theirs < ours ? _ ("Under the policy “%s” %s would be short: %s less.")
                                   : _ ("Under the policy “%s” %s would be short: %s more."),
                     name, amount, difference);
}

static void
add_years (PlwuReport *report)
{
  static const char *const heads[] = { "", NULL };
  g_autofree gint64 *funded = plwu_report_sums (report->result, PLW_SUM_FUNDED);
  g_autofree gint64 *gaps = plwu_report_sums (report->result, PLW_SUM_SHORTFALL);
  g_autofree gint64 *stranded = plwu_report_sums (report->result, PLW_SUM_STRANDED);
  g_autofree gint64 *lapsed = plwu_report_sums (report->result, PLW_SUM_LAPSED);
  PlwuYears *years = plwu_years_new (report, _ ("Need, money and shortfall by year"), heads, TRUE);
  const PlwPotYears *pot = plwu_result_find_reserve (report->result);

  plwu_years_row (years, _ ("Funded"), 1, funded);
  plwu_years_row (years, _ ("Shortfall"), 1, gaps);
  plwu_years_total (years, _ ("Need"), report->need);
  plwu_years_row (years, _ ("Stranded: unspent while a need went short"), 0, stranded);
  plwu_years_row (years, _ ("Lapsed: lost at the year's end"), 0, lapsed);
  if (pot != NULL)
    {
      g_autofree gint64 *least = g_new (gint64, report->n_years);

      for (size_t t = 0; t < report->n_years; t++)
        least[t] = plwu_result_reserve_minimum (report->result);
      plwu_years_row (years, _ ("General reserve at the year's end"), 0, pot->closing);
      plwu_years_row (years, _ ("Its minimum"), 0, least);
    }
  plwu_years_finish (years);
}

void
plwu_report_add_summary (PlwuReport *report)
{
  plwu_paper_add_heading (report->paper, 1, _ ("Summary"));
  tell_totals (report);
  tell_years (report);
  tell_reserve (report);
  tell_other (report);
  add_years (report);
  plwu_report_add_need_money_picture (report, 0);
}
