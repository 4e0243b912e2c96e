/* plwu-report-prevention.c: what prevention costs and saves, and what partners pay and gain.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-report-private.h"

#include "findings/plwu-prevention-text.h"
#include "pictures/plwu-amount.h"
#include "pictures/plwu-round-table.h"

#include <glib/gi18n.h>
#include <placewright/prevention.h>

static void
tell_prevention (PlwuReport *report)
{
  const PlwProgramme *all = plw_result_all_programmes (report->result);
  g_autofree char *cost = plw_pence_show_short (plwu_report_total (report, all->cost));
  g_autofree char *saved = plw_pence_show_short (plwu_report_total (report, all->saved));
  g_autofree char *released = plw_pence_show_short (plwu_report_total (report, all->released));
  g_autofree char *title = plwu_prevention_title (report->result, SIZE_MAX);
  g_autofree char *sentence = plwu_prevention_sentence (report->result, SIZE_MAX);
  size_t n = plw_result_n_programmes (report->result);

  plwu_report_say (report, PLWU_PAPER_LEAD,
                   ngettext ("%zu programme costs %s over the plan and saves %s in cash.",
                             "%zu programmes cost %s over the plan and save %s in cash.", n),
                   n, cost, saved);
  plwu_report_say (report, PLWU_PAPER_BODY,
                   _ ("Beside that they free %s of capacity: it helps people and brings no cash."), released);
  plwu_report_say (report, PLWU_PAPER_BODY, "%s. %s", title, sentence);
}

/* What it costs, saves and frees in present value, each in steps; the sum is its net present value. */
enum
{
  WORTH_COST,
  WORTH_SAVED,
  WORTH_FREED,
  N_WORTHS,
};

static void
fill_worth (const PlwAppraisal *appraisal, gint64 *worth)
{
  worth[WORTH_COST] = -appraisal->pv_cost;
  worth[WORTH_SAVED] = appraisal->pv_saved;
  worth[WORTH_FREED] = appraisal->pv_released;
}

/* @steps: the figures as they are printed; their sum follows them */
static void
add_worths (PlwuReport *report, PlwuPaperTable *table, const gint64 *steps, const gint64 *pence)
{
  gint64 sum = 0;
  gint64 exact = 0;

  for (int i = 0; i < N_WORTHS; i++)
    {
      int sign = i == WORTH_COST ? -1 : 1;
      g_autofree char *text = plwu_report_cell (report, sign * steps[i], sign * pence[i]);

      plwu_paper_table_cell (table, text);
      sum += steps[i];
      exact += pence[i];
    }

  g_autofree char *net = plwu_report_cell (report, sum, exact);

  plwu_paper_table_cell (table, net);
}

static void
add_ratios (PlwuPaperTable *table, const PlwAppraisal *appraisal)
{
  g_autofree char *benefit = plwu_amount_show_number (appraisal->benefit_cost_ratio, 2);
  g_autofree char *cash = plwu_amount_show_number (appraisal->cashable_ratio, 2);

  plwu_paper_table_cell (table, benefit);
  plwu_paper_table_cell (table, cash);
  plwu_paper_table_cell (table, appraisal->payback_year > 0 ? plw_year_name (appraisal->payback_year) : "–");
}

static PlwuPaperTable *
create_appraisal (PlwuReport *report)
{
  static const char *const heads[] = { N_ ("Cost"),           N_ ("Saved in cash"),
                                       N_ ("Capacity freed"), N_ ("Net present value"),
                                       N_ ("Benefit of £1"),  N_ ("Cash back of £1"),
                                       N_ ("Paid back") };
  g_autofree char *caption = plwu_report_caption (report, _ ("What programmes are worth: present values"));
  PlwuPaperTable *table = plwu_paper_table_new (caption);

  plwu_paper_table_column (table, _ ("Programme"), PLWU_COLUMN_TEXT, 1);
  for (size_t i = 0; i < G_N_ELEMENTS (heads); i++)
    plwu_paper_table_column (table, _ (heads[i]), PLWU_COLUMN_FIGURE, 0);
  return table;
}

static void
add_appraisal (PlwuReport *report)
{
  guint n = (guint) plw_result_n_programmes (report->result);
  PlwuPaperTable *table = create_appraisal (report);
  g_autofree gint64 *pence = g_new (gint64, n * N_WORTHS);
  g_autofree gint64 *steps = g_new (gint64, n * N_WORTHS);
  gint64 sums[N_WORTHS] = { 0 };
  gint64 exact[N_WORTHS] = { 0 };

  for (guint i = 0; i < n; i++)
    fill_worth (&plw_result_programme (report->result, i)->appraisal, &pence[i * N_WORTHS]);
  plwu_round_table (pence, n, N_WORTHS, report->step, steps);
  for (guint i = 0; i < n; i++)
    {
      const PlwProgramme *programme = plw_result_programme (report->result, i);

      plwu_paper_table_row (table, PLWU_ROW_BODY);
      plwu_paper_table_cell (table, programme->name);
      add_worths (report, table, &steps[i * N_WORTHS], &pence[i * N_WORTHS]);
      add_ratios (table, &programme->appraisal);
      for (int j = 0; j < N_WORTHS; j++)
        {
          sums[j] += steps[i * N_WORTHS + (guint) j];
          exact[j] += pence[i * N_WORTHS + (guint) j];
        }
    }
  plwu_paper_table_row (table, PLWU_ROW_TOTAL);
  plwu_paper_table_cell (table, _ ("All programmes"));
  add_worths (report, table, sums, exact);
  add_ratios (table, &plw_result_all_programmes (report->result)->appraisal);
  plwu_paper_add_table (report->paper, table);
}

/* @offset: of the array of years in a programme */
static void
add_programme_years (PlwuReport *report, const char *caption, size_t offset, const char *total)
{
  const char *const heads[] = { _ ("Programme"), NULL };
  PlwuYears *years = plwu_years_new (report, caption, heads, TRUE);

  for (size_t i = 0; i < plw_result_n_programmes (report->result); i++)
    {
      const PlwProgramme *programme = plw_result_programme (report->result, i);

      plwu_years_row (years, programme->name, 1, G_STRUCT_MEMBER (gint64 *, programme, offset));
    }
  plwu_years_total (years, total, NULL);
  plwu_years_finish (years);
}

void
plwu_report_add_prevention (PlwuReport *report)
{
  if (plw_result_n_programmes (report->result) == 0)
    return;
  plwu_paper_add_heading (report->paper, 1, _ ("Prevention"));
  tell_prevention (report);
  add_programme_years (report, _ ("What programmes cost"), G_STRUCT_OFFSET (PlwProgramme, cost), _ ("Cost"));
  add_programme_years (report, _ ("What programmes save in cash"), G_STRUCT_OFFSET (PlwProgramme, saved),
                       _ ("Saved"));
  add_appraisal (report);
  plwu_report_say (
      report, PLWU_PAPER_SMALL, "%s",
      _ ("Present values are in prices of the base year and discounted; what comes after the plan's "
         "last year is not counted."));
  plwu_report_add_valley_picture (report);
}

/* Partners */

static gboolean
is_concerned (const PlwuReport *report, const PlwPartnerYears *partner)
{
  return plwu_report_total (report, partner->benefit) != 0 || plwu_report_total (report, partner->paid) != 0;
}

static const char *
name_partner (const PlwPartnerYears *partner)
{
  return partner->row != SIZE_MAX ? partner->name : _ ("No partner");
}

/* In present value, as the picture has it. */
static void
tell_partners (PlwuReport *report)
{
  g_autofree char *title = plwu_prevention_partner_title (report->result, SIZE_MAX);
  const PlwPartnerYears *best = NULL;

  for (size_t i = 0; i < plw_result_n_partners (report->result); i++)
    {
      const PlwPartnerYears *partner = plw_result_partner (report->result, SIZE_MAX, i);

      if (best == NULL || partner->pv_position > best->pv_position)
        best = partner;
    }

  g_autofree char *gain = plw_pence_show_short (best->pv_position);

  plwu_report_say (report, PLWU_PAPER_LEAD, "%s.", title);
  if (best->pv_position > 0)
    plwu_report_say (report, PLWU_PAPER_BODY,
                     _ ("%s gains most from prevention: %s more than it pays, in present value."),
                     name_partner (best), gain);
}

/* Gains less payments in present value, each rounded that they add up across and down. */
static void
add_worth_of_partners (PlwuReport *report)
{
  g_autofree char *caption = plwu_report_caption (report, _ ("What partners gain and pay: present values"));
  PlwuPaperTable *table = plwu_paper_table_new (caption);
  guint n = (guint) plw_result_n_partners (report->result);
  g_autofree gint64 *pence = g_new (gint64, 2 * n);
  g_autofree gint64 *steps = g_new (gint64, 2 * n);
  gint64 sums[6] = { 0 }; /* gains, payments and positions as printed, then exact */

  plwu_paper_table_column (table, _ ("Partner"), PLWU_COLUMN_TEXT, 1);
  plwu_paper_table_column (table, _ ("Gains"), PLWU_COLUMN_FIGURE, 0);
  plwu_paper_table_column (table, _ ("Pays"), PLWU_COLUMN_FIGURE, 0);
  plwu_paper_table_column (table, _ ("Position"), PLWU_COLUMN_FIGURE, 0);
  for (guint i = 0; i < n; i++)
    {
      pence[2 * i] = plw_result_partner (report->result, SIZE_MAX, i)->pv_benefit;
      pence[2 * i + 1] = -plw_result_partner (report->result, SIZE_MAX, i)->pv_paid;
    }
  plwu_round_table (pence, n, 2, report->step, steps);
  for (guint i = 0; i <= n; i++)
    {
      gint64 gains = i < n ? steps[2 * i] : sums[0];
      gint64 pays = i < n ? -steps[2 * i + 1] : sums[1];
      gint64 exact_gains = i < n ? pence[2 * i] : sums[3];
      gint64 exact_pays = i < n ? -pence[2 * i + 1] : sums[4];
      g_autofree char *gain = plwu_report_cell (report, gains, exact_gains);
      g_autofree char *pay = plwu_report_cell (report, pays, exact_pays);
      g_autofree char *position = plwu_report_cell (report, gains - pays, exact_gains - exact_pays);

      sums[0] += gains;
      sums[1] += pays;
      sums[3] += exact_gains;
      sums[4] += exact_pays;
      if (i < n && exact_gains == 0 && exact_pays == 0)
        continue;
      plwu_paper_table_row (table, i < n ? PLWU_ROW_BODY : PLWU_ROW_TOTAL);
      plwu_paper_table_cell (table, i < n ? name_partner (plw_result_partner (report->result, SIZE_MAX, i))
                                          : _ ("All partners"));
      plwu_paper_table_cell (table, gain);
      plwu_paper_table_cell (table, pay);
      plwu_paper_table_cell (table, position);
    }
  plwu_paper_add_table (report->paper, table);
}

static void
add_positions (PlwuReport *report)
{
  const char *const heads[] = { _ ("Partner"), NULL };
  PlwuYears *years =
      plwu_years_new (report, _ ("Partners' positions: what they gain less what they pay"), heads, TRUE);

  for (size_t i = 0; i < plw_result_n_partners (report->result); i++)
    {
      const PlwPartnerYears *partner = plw_result_partner (report->result, SIZE_MAX, i);

      if (is_concerned (report, partner))
        plwu_years_row (years, name_partner (partner), 1, partner->position);
    }
  plwu_years_total (years, _ ("All partners"), NULL);
  plwu_years_finish (years);
}

static void
tell_transfers (PlwuReport *report)
{
  g_autoptr (GArray) transfers = NULL;
  gboolean has_settled = plw_result_transfers (report->result, SIZE_MAX, &transfers);
  g_autofree char *none = plwu_prevention_no_transfer (report->result, SIZE_MAX, has_settled);

  if (!has_settled || transfers->len == 0)
    {
      plwu_paper_add_text (report->paper, PLWU_PAPER_BODY, none);
      return;
    }
  plwu_paper_add_text (report->paper, PLWU_PAPER_BODY,
                       _ ("These payments, in present value, would leave nobody worse off:"));
  for (guint i = 0; i < transfers->len; i++)
    {
      g_autofree char *text =
          plwu_prevention_transfer (report->result, SIZE_MAX, &g_array_index (transfers, PlwTransfer, i));

      plwu_paper_add_text (report->paper, PLWU_PAPER_BULLET, text);
    }
}

void
plwu_report_add_partners (PlwuReport *report)
{
  gboolean has_any = FALSE;

  for (size_t i = 0; i < plw_result_n_partners (report->result); i++)
    has_any = has_any || is_concerned (report, plw_result_partner (report->result, SIZE_MAX, i));
  if (!has_any || plw_result_n_programmes (report->result) == 0)
    return;
  plwu_paper_add_heading (report->paper, 1, _ ("Partners: who pays and who gains"));
  tell_partners (report);
  tell_transfers (report);
  add_worth_of_partners (report);
  plwu_report_add_partners_picture (report);
  add_positions (report);
}
