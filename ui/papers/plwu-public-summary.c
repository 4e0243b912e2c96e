/* plwu-public-summary.c: one page for residents, in plain English.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-report-private.h"

#include "findings/plwu-labels.h"
#include "findings/plwu-result-figures.h"
#include "findings/plwu-shortfall-figures.h"

#include <glib/gi18n.h>

#define SHORT_MOST 4
#define DECISIONS_MOST 3

static void
tell_plan (PlwuReport *report)
{
  int first = plw_result_year (report->result, 0);
  const char *area = plw_plan_setting (report->plan, "area");

  plwu_report_say (
      report, PLWU_PAPER_BODY,
      _ ("The councils of this area and their partners plan their money together, from April %d to March "
         "%d. This page says what services cost, what money there is for them, and what is missing."),
      first, first + (int) report->n_years);
  if (area[0] != '\0')
    plwu_report_say (report, PLWU_PAPER_BODY, _ ("The area is %s."), area);
}

static void
add_tiles (PlwuReport *report)
{
  size_t last = report->n_years - 1;
  g_autofree char *now = plw_pence_show_short (plw_result_sum (report->result, PLW_SUM_NEED, 0));
  g_autofree char *then = plw_pence_show_short (plw_result_sum (report->result, PLW_SUM_NEED, last));
  g_autofree char *money = plw_pence_show_short (plw_result_sum (report->result, PLW_SUM_FUNDED, last));
  g_autofree char *gap = plw_pence_show_short (plw_result_sum (report->result, PLW_SUM_SHORTFALL, last));
  g_autofree char *now_label =
      g_strdup_printf (_ ("is what services need in %s"), plwu_report_year (report, 0));
  g_autofree char *then_label =
      g_strdup_printf (_ ("is what they need in %s"), plwu_report_last_year (report));
  g_autofree char *money_label =
      g_strdup_printf (_ ("of money reaches them in %s"), plwu_report_last_year (report));
  g_autofree char *gap_label = g_strdup_printf (_ ("is missing in %s"), plwu_report_last_year (report));
  const PlwuPaperTile tiles[] = {
    { now, now_label }, { then, then_label }, { money, money_label }, { gap, gap_label }
  };

  plwu_paper_add_tiles (report->paper, tiles, G_N_ELEMENTS (tiles));
}

static void
tell_missing (PlwuReport *report)
{
  g_autoptr (GArray) list = plwu_shortfall_list (report->result);
  g_autofree char *total = plw_pence_show_short (plwu_result_sum_years (report->result, PLW_SUM_SHORTFALL));

  plwu_paper_add_heading (report->paper, 2, _ ("Where money is missing"));
  if (list->len == 0)
    {
      plwu_paper_add_text (report->paper, PLWU_PAPER_BODY,
                           _ ("There is money for everything that is planned."));
      return;
    }
  plwu_report_say (report, PLWU_PAPER_BODY,
                   _ ("Over all years together %s is missing. It is missing most here:"), total);
  for (guint i = 0; i < MIN (list->len, SHORT_MOST); i++)
    {
      const PlwuShortfall *item = &g_array_index (list, PlwuShortfall, i);
      g_autofree char *name = plwu_label_use (plw_result_use (report->result, item->use));
      g_autofree char *amount = plw_pence_show_short (item->pence);

      plwu_report_say (report, PLWU_PAPER_BULLET, _ ("%s: %s"), name, amount);
    }
}

static void
tell_next (PlwuReport *report)
{
  size_t n = plw_plan_n_rows (report->plan, PLW_TABLE_DECISIONS);

  plwu_paper_add_heading (report->paper, 2, _ ("What happens next"));
  if (n == 0)
    plwu_paper_add_text (
        report->paper, PLWU_PAPER_BODY,
        _ ("The councils and their partners look at these figures before they decide. This page "
           "decides nothing."));
  else
    plwu_paper_add_text (report->paper, PLWU_PAPER_BODY,
                         _ ("The councils and their partners are asked to decide:"));
  for (size_t row = 0; row < MIN (n, DECISIONS_MOST); row++)
    plwu_paper_add_text (report->paper, PLWU_PAPER_BULLET,
                         plw_plan_name (report->plan, PLW_TABLE_DECISIONS, row));
  if (g_strcmp0 (plw_result_policy (report->result), "today") != 0)
    plwu_paper_add_text (
        report->paper, PLWU_PAPER_BODY,
        _ ("The figures show what would be so under other rules than today's. The law does not allow "
           "them yet."));
  plwu_paper_add_text (
      report->paper, PLWU_PAPER_BODY,
      _ ("What the law says must be provided is paid for first. The full report, which you may ask "
         "your council for, has every figure and where it comes from."));
}

void
plwu_report_add_public_summary (PlwuReport *report, double picture_height)
{

  plwu_paper_add_text (report->paper, PLWU_PAPER_TITLE, plwu_report_title (report));
  tell_plan (report);
  add_tiles (report);
  plwu_report_add_need_money_picture (report, picture_height);
  tell_missing (report);
  tell_next (report);
}
