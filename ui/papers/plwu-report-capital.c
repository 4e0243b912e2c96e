/* plwu-report-capital.c: the capital programme, what pays for it, and what borrowing leads to.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-report-private.h"

#include "findings/plwu-labels.h"

#include <glib/gi18n.h>
#include <placewright/sustain.h>

#define PROJECTS_MOST 40

static gint64 *
sum_projects (const PlwuReport *report, gint64 *ret_borrowed)
{
  gint64 *need = g_new0 (gint64, report->n_years);

  *ret_borrowed = 0;
  for (size_t i = 0; i < plw_result_n_uses (report->result); i++)
    {
      const PlwUse *use = plw_result_use (report->result, i);

      for (size_t t = 0; t < report->n_years && use->kind == PLW_USE_PROJECT; t++)
        {
          need[t] += use->need[t];
          *ret_borrowed += use->borrowed[t];
        }
    }
  return need;
}

static void
tell_capital (PlwuReport *report, gint64 need, gint64 borrowed, gboolean has_debt)
{
  size_t last = report->n_years - 1;
  gint64 first_cfr = plw_plan_setting_number (report->plan, "opening_cfr", 0);
  g_autofree char *spend = plw_pence_show_short (need);
  g_autofree char *loans = plw_pence_show_short (borrowed);
  g_autofree char *before = plw_pence_show_short (first_cfr);
  g_autofree char *after = plw_pence_show_short (plw_result_sum (report->result, PLW_SUM_CFR, last));

  plwu_report_say (report, PLWU_PAPER_LEAD, _ ("Projects need %s over the plan; %s of it is borrowed."),
                   spend, loans);
  if (!has_debt)
    return;
  plwu_report_say (report, PLWU_PAPER_BODY,
                   _ ("What is owed for capital (the capital financing requirement) goes from %s to %s."),
                   before, after);
  if (plw_result_sustain (report->result, PLW_SUSTAIN_NET_REVENUE, 0) > 0
      && plw_result_sustain (report->result, PLW_SUSTAIN_NET_REVENUE, last) > 0)
    {
      g_autofree char *from = plwu_report_share (plw_result_financing_ratio (report->result, 0));
      g_autofree char *to = plwu_report_share (plw_result_financing_ratio (report->result, last));

      plwu_report_say (report, PLWU_PAPER_BODY,
                       _ ("Interest and provision take %s of taxes and general grants in %s and %s in %s."),
                       from, plwu_report_year (report, 0), to, plwu_report_last_year (report));
    }
}

static GArray *
rank_projects (const PlwuReport *report)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (PlwuRanked));

  for (size_t i = 0; i < plw_result_n_uses (report->result); i++)
    {
      const PlwUse *use = plw_result_use (report->result, i);
      PlwuRanked item = { i, plwu_report_total (report, use->need) };

      if (use->kind == PLW_USE_PROJECT && item.pence > 0)
        g_array_append_val (items, item);
    }
  plwu_report_rank (items);
  return items;
}

static void
add_projects (PlwuReport *report)
{
  const char *const heads[] = { _ ("Project"), NULL };
  g_autoptr (GArray) items = rank_projects (report);
  g_autofree gint64 *rest = g_new0 (gint64, report->n_years);
  guint shown = items->len > PROJECTS_MOST + 1 ? PROJECTS_MOST : items->len;
  PlwuYears *years = plwu_years_new (report, _ ("What projects need, dearest first"), heads, TRUE);

  for (guint i = 0; i < items->len; i++)
    {
      const PlwUse *use = plw_result_use (report->result, g_array_index (items, PlwuRanked, i).index);
      g_autofree char *name = plwu_label_use (use);

      for (size_t t = 0; t < report->n_years && i >= shown; t++)
        rest[t] += use->need[t];
      if (i < shown)
        plwu_years_row (years, name, 1, use->need);
    }
  if (shown < items->len)
    {
      g_autofree char *others =
          g_strdup_printf (ngettext ("%u other", "%u others", items->len - shown), items->len - shown);

      plwu_years_row (years, others, 1, rest);
    }
  plwu_years_total (years, _ ("All projects"), NULL);
  plwu_years_finish (years);
}

/* What a year closes with is what the next one opens with, in print too. */
static void
add_debt (PlwuReport *report)
{
  static const char *const heads[] = { "", NULL };
  PlwuYears *years = plwu_years_new (report, _ ("Capital financing requirement"), heads, FALSE);
  g_autofree gint64 *opening = g_new (gint64, report->n_years);
  g_autofree gint64 *closing = g_new (gint64, report->n_years);
  g_autofree gint64 *borrowed = plwu_report_sums (report->result, PLW_SUM_BORROWED);
  g_autofree gint64 *provision = plwu_report_sums (report->result, PLW_SUM_MRP);

  for (size_t t = 0; t < report->n_years; t++)
    {
      gint64 before = t > 0 ? plw_result_sum (report->result, PLW_SUM_CFR, t - 1)
                            : plw_plan_setting_number (report->plan, "opening_cfr", 0);

      opening[t] = plw_divide_round (before, report->step) * report->step;
      closing[t] = plw_divide_round (plw_result_sum (report->result, PLW_SUM_CFR, t), report->step);
    }
  plwu_years_row (years, _ ("Owed when the year begins"), 1, opening);
  plwu_years_row (years, _ ("Borrowed in the year"), 1, borrowed);
  plwu_years_row (years, _ ("Minimum revenue provision (MRP)"), -1, provision);
  plwu_years_total (years, _ ("Capital financing requirement at year end"), closing);
  plwu_years_finish (years);
}

static void
add_cost (PlwuReport *report)
{
  static const char *const heads[] = { "", NULL };
  PlwuYears *years = plwu_years_new (report, _ ("What financing costs"), heads, FALSE);
  g_autofree gint64 *provision = plwu_report_sums (report->result, PLW_SUM_MRP);
  g_autofree gint64 *interest = plwu_report_sums (report->result, PLW_SUM_INTEREST);
  g_autofree gint64 *revenue = g_new (gint64, report->n_years);

  for (size_t t = 0; t < report->n_years; t++)
    revenue[t] = plw_result_sustain (report->result, PLW_SUSTAIN_NET_REVENUE, t);
  plwu_years_row (years, _ ("Minimum revenue provision (MRP)"), 1, provision);
  plwu_years_row (years, _ ("Interest"), 1, interest);
  plwu_years_total (years, _ ("Financing cost: MRP and interest"), NULL);
  plwu_years_row (years, _ ("Net revenue stream: taxes and general grants"), 0, revenue);
  plwu_years_finish (years);
}

/* The prudential indicator, as a share: not a table of money. */
static void
add_ratio (PlwuReport *report)
{
  PlwuPaperTable *table;

  if (report->n_years > 12)
    return;
  table = plwu_paper_table_new (_ ("Financing cost to net revenue stream, a prudential indicator"));
  plwu_paper_table_column (table, "", PLWU_COLUMN_TEXT, 1);
  for (size_t t = 0; t < report->n_years; t++)
    plwu_paper_table_column (table, plwu_report_year (report, t), PLWU_COLUMN_FIGURE, 0);
  plwu_paper_table_row (table, PLWU_ROW_BODY);
  plwu_paper_table_cell (table, _ ("Share of taxes and general grants"));
  for (size_t t = 0; t < report->n_years; t++)
    {
      g_autofree char *text = plw_result_sustain (report->result, PLW_SUSTAIN_NET_REVENUE, t) > 0
                                  ? plwu_report_share (plw_result_financing_ratio (report->result, t))
                                  : g_strdup ("–");

      plwu_paper_table_cell (table, text);
    }
  plwu_paper_add_table (report->paper, table);
}

void
plwu_report_add_capital (PlwuReport *report)
{
  gint64 borrowed;
  g_autofree gint64 *need = sum_projects (report, &borrowed);
  gint64 total = plwu_report_total (report, need);
  gboolean has_debt = plw_plan_setting_number (report->plan, "opening_cfr", 0) != 0 || borrowed > 0;

  if (total == 0 && !has_debt)
    return;
  plwu_paper_add_heading (report->paper, 1, _ ("Capital and borrowing"));
  tell_capital (report, total, borrowed, has_debt);
  if (total > 0)
    {
      add_projects (report);
      plwu_report_add_capital_picture (report);
    }
  if (!has_debt)
    return;
  add_debt (report);
  add_cost (report);
  add_ratio (report);
}
