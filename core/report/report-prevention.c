/* report-prevention.c: programmes, partners and what evens them out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/report-writer.h"

#include "engine/result-private.h"

static const char *
name_year (const PlwResult *result, size_t t)
{
  return plw_year_name (result->first_year + (int) t);
}

static void
write_years (PlwReport *report,
             const PlwResult *result,
             size_t column,
             const char *measure,
             const int64_t *pence)
{
  report->cells[column] = measure;
  for (size_t t = 0; t < result->n_years; t++)
    {
      report->cells[column + 1] = name_year (result, t);
      plw_report_money (report, pence[t]);
    }
}

static void
write_money_of_all (PlwReport *report, size_t column, const char *measure, int64_t pence)
{
  report->cells[column] = measure;
  report->cells[column + 1] = "all";
  plw_report_money (report, pence);
}

/* A year, or nothing where it does not come. */
static void
write_year_of_all (PlwReport *report, const char *measure, int year)
{
  report->cells[1] = measure;
  report->cells[2] = "all";
  plw_report_text (report, year != 0 ? plw_year_name (year) : NULL);
}

static void
write_number_of_all (PlwReport *report, const char *measure, double value, int decimals)
{
  report->cells[1] = measure;
  report->cells[2] = "all";
  plw_report_number (report, value, decimals);
}

static void
write_appraisal (PlwReport *report, const PlwResult *result, const PlwProgramme *programme)
{
  const PlwAppraisal *appraisal = &programme->appraisal;
  int64_t delay_cost;

  write_money_of_all (report, 1, "pv_cost", appraisal->pv_cost);
  write_money_of_all (report, 1, "pv_saved", appraisal->pv_saved);
  write_money_of_all (report, 1, "pv_released", appraisal->pv_released);
  write_money_of_all (report, 1, "npv", appraisal->npv);
  write_number_of_all (report, "bcr", appraisal->benefit_cost_ratio, 6);
  write_number_of_all (report, "cashable_ratio", appraisal->cashable_ratio, 6);
  write_year_of_all (report, "payback_year", appraisal->payback_year);
  write_money_of_all (report, 1, "valley_depth", appraisal->valley_depth);
  write_number_of_all (report, "valley_years", appraisal->valley_years, 0);
  write_year_of_all (report, "valley_close", appraisal->valley_close);
  report->cells[1] = "valley_carried";
  report->cells[2] = "all";
  plw_report_text (report, appraisal->is_carried ? "yes" : "no");
  if (programme->row != SIZE_MAX
      && plw_study_delay_cost (result->study, result->policy, programme->row, &delay_cost))
    write_money_of_all (report, 1, "delay_cost", delay_cost);
}

static void
write_programme (PlwReport *report, const PlwResult *result, const PlwProgramme *programme)
{
  report->cells[0] = programme->row == SIZE_MAX ? "*" : programme->code;
  write_years (report, result, 1, "need", programme->need);
  write_years (report, result, 1, "cost", programme->cost);
  write_years (report, result, 1, "saved", programme->saved);
  write_years (report, result, 1, "released", programme->released);
  write_years (report, result, 1, "overlap", programme->overlap);
  report->cells[1] = "funded_share";
  for (size_t t = 0; t < result->n_years; t++)
    {
      report->cells[2] = name_year (result, t);
      plw_report_share (report, programme->cost[t], programme->need[t]);
    }
  write_appraisal (report, result, programme);
}

void
plw_report_programmes (PlwReport *report, const PlwResult *result)
{
  for (size_t p = 0; p <= result->n_programmes; p++)
    write_programme (report, result, &result->programmes[p]);
}

/* From @column on: measure, year, value. */
static void
write_partner (PlwReport *report, const PlwResult *result, size_t column, const PlwPartnerYears *partner)
{
  g_autofree int64_t *cumulative = g_new (int64_t, result->n_years);

  for (size_t t = 0; t < result->n_years; t++)
    cumulative[t] = partner->position[t] + (t > 0 ? cumulative[t - 1] : 0);
  write_years (report, result, column, "benefit", partner->benefit);
  write_years (report, result, column, "paid", partner->paid);
  write_years (report, result, column, "position", partner->position);
  write_years (report, result, column, "cumulative", cumulative);
  write_money_of_all (report, column, "pv_benefit", partner->pv_benefit);
  write_money_of_all (report, column, "pv_paid", partner->pv_paid);
  write_money_of_all (report, column, "pv_position", partner->pv_position);
}

void
plw_report_partners (PlwReport *report, const PlwResult *result)
{
  for (size_t i = 0; i < plw_result_n_partners (result); i++)
    {
      const PlwPartnerYears *partner = plw_result_partner (result, SIZE_MAX, i);

      report->cells[0] = partner->code;
      write_partner (report, result, 1, partner);
    }
}

void
plw_report_programme_partners (PlwReport *report, const PlwResult *result)
{
  for (size_t p = 0; p < result->n_programmes; p++)
    for (size_t i = 0; i < plw_result_n_partners (result); i++)
      {
        const PlwPartnerYears *partner = plw_result_partner (result, p, i);
        bool is_any = false;

        for (size_t t = 0; t < result->n_years; t++)
          is_any = is_any || partner->benefit[t] != 0 || partner->paid[t] != 0;
        report->cells[0] = result->programmes[p].code;
        report->cells[1] = partner->code;
        if (is_any)
          write_partner (report, result, 2, partner);
      }
}

/* A programme without a row has nobody to even out; where no transfers can do it
 * the row says so: from everyone, to everyone, what is missing.
 */
static void
write_transfers (PlwReport *report, const PlwResult *result, size_t programme)
{
  g_autoptr (GArray) transfers = NULL;
  int64_t missing = 0;

  report->cells[0] = programme == SIZE_MAX ? "*" : result->programmes[programme].code;
  if (!plw_result_transfers (result, programme, &transfers))
    {
      for (size_t i = 0; i + 1 < result->n_partners; i++)
        missing -= plw_result_partner (result, programme, i)->pv_position;
      report->cells[1] = "none-exists";
      report->cells[2] = "";
      plw_report_money (report, missing);
      return;
    }
  for (guint i = 0; i < transfers->len; i++)
    {
      const PlwTransfer *transfer = &g_array_index (transfers, PlwTransfer, i);

      report->cells[1] = plw_result_partner (result, programme, transfer->from)->code;
      report->cells[2] = plw_result_partner (result, programme, transfer->to)->code;
      plw_report_money (report, transfer->pence);
    }
}

void
plw_report_transfers (PlwReport *report, const PlwResult *result)
{
  for (size_t p = 0; p < result->n_programmes; p++)
    write_transfers (report, result, p);
  write_transfers (report, result, SIZE_MAX);
}
