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

/* @figure: of the first year */
static void
write_years (PlwReport *report,
             const PlwResult *result,
             size_t column,
             const char *measure,
             PlwFigure figure,
             const int64_t *pence)
{
  report->cells[column] = measure;
  for (size_t t = 0; t < result->n_years; t++)
    {
      figure.year = (uint32_t) t;
      report->cells[column + 1] = name_year (result, t);
      plw_report_money (report, figure, pence[t]);
    }
}

static PlwFigure
of_programme (const PlwResult *result, const PlwProgramme *programme, PlwProgrammeFigure b)
{
  size_t number = (size_t) (programme - result->programmes);

  return plw_report_figure (PLW_FIGURE_PROGRAMME, number == result->n_programmes ? PLW_FIGURE_PLAN : number,
                            b, PLW_FIGURE_ALL_YEARS);
}

static void
name_all (PlwReport *report, size_t column, const char *measure)
{
  report->cells[column] = measure;
  report->cells[column + 1] = "all";
}

/* A year, or nothing where it does not come. */
static void
write_year (PlwReport *report, PlwFigure figure, int year)
{
  plw_report_text (report, figure, year != 0 ? plw_year_name (year) : NULL);
}

static void
write_money (PlwReport *report, const PlwResult *result, const PlwProgramme *programme)
{
  const PlwAppraisal *appraisal = &programme->appraisal;
  const struct
  {
    const char *name;
    PlwProgrammeFigure figure;
    int64_t pence;
  } all[] = {
    { "pv_cost", PLW_PROGRAMME_PV_COST, appraisal->pv_cost },
    { "pv_saved", PLW_PROGRAMME_PV_SAVED, appraisal->pv_saved },
    { "pv_released", PLW_PROGRAMME_PV_RELEASED, appraisal->pv_released },
    { "npv", PLW_PROGRAMME_NPV, appraisal->npv },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (all); i++)
    {
      name_all (report, 1, all[i].name);
      plw_report_money (report, of_programme (result, programme, all[i].figure), all[i].pence);
    }
}

static void
write_valley (PlwReport *report, const PlwResult *result, const PlwProgramme *programme)
{
  const PlwAppraisal *appraisal = &programme->appraisal;

  name_all (report, 1, "valley_depth");
  plw_report_money (report, of_programme (result, programme, PLW_PROGRAMME_VALLEY_DEPTH),
                    appraisal->valley_depth);
  name_all (report, 1, "valley_years");
  plw_report_number (report, of_programme (result, programme, PLW_PROGRAMME_VALLEY_YEARS),
                     appraisal->valley_years, 0);
  name_all (report, 1, "valley_close");
  write_year (report, of_programme (result, programme, PLW_PROGRAMME_VALLEY_CLOSE), appraisal->valley_close);
  name_all (report, 1, "valley_carried");
  plw_report_text (report, of_programme (result, programme, PLW_PROGRAMME_VALLEY_CARRIED),
                   appraisal->is_carried ? "yes" : "no");
}

static void
write_appraisal (PlwReport *report, const PlwResult *result, const PlwProgramme *programme)
{
  const PlwAppraisal *appraisal = &programme->appraisal;
  int64_t delay_cost;

  write_money (report, result, programme);
  name_all (report, 1, "bcr");
  plw_report_number (report, of_programme (result, programme, PLW_PROGRAMME_BCR),
                     appraisal->benefit_cost_ratio, 6);
  name_all (report, 1, "cashable_ratio");
  plw_report_number (report, of_programme (result, programme, PLW_PROGRAMME_CASHABLE_RATIO),
                     appraisal->cashable_ratio, 6);
  name_all (report, 1, "payback_year");
  write_year (report, of_programme (result, programme, PLW_PROGRAMME_PAYBACK_YEAR), appraisal->payback_year);
  write_valley (report, result, programme);
  if (programme->row != SIZE_MAX
      && plw_study_delay_cost (result->study, result->policy, programme->row, &delay_cost))
    {
      name_all (report, 1, "delay_cost");
      plw_report_money (report, of_programme (result, programme, PLW_PROGRAMME_DELAY_COST), delay_cost);
    }
}

static void
write_programme (PlwReport *report, const PlwResult *result, const PlwProgramme *programme)
{
  const struct
  {
    const char *name;
    PlwProgrammeFigure figure;
    const int64_t *pence;
  } streams[] = {
    { "need", PLW_PROGRAMME_NEED, programme->need },
    { "cost", PLW_PROGRAMME_COST, programme->cost },
    { "saved", PLW_PROGRAMME_SAVED, programme->saved },
    { "released", PLW_PROGRAMME_RELEASED, programme->released },
    { "overlap", PLW_PROGRAMME_OVERLAP, programme->overlap },
  };
  PlwFigure share = of_programme (result, programme, PLW_PROGRAMME_FUNDED_SHARE);

  report->cells[0] = programme->row == SIZE_MAX ? "*" : programme->code;
  for (size_t i = 0; i < G_N_ELEMENTS (streams); i++)
    write_years (report, result, 1, streams[i].name, of_programme (result, programme, streams[i].figure),
                 streams[i].pence);
  report->cells[1] = "funded_share";
  for (size_t t = 0; t < result->n_years; t++)
    {
      share.year = (uint32_t) t;
      report->cells[2] = name_year (result, t);
      plw_report_share (report, share, programme->cost[t], programme->need[t]);
    }
  write_appraisal (report, result, programme);
}

void
plw_report_programmes (PlwReport *report, const PlwResult *result)
{
  for (size_t p = 0; p <= result->n_programmes; p++)
    write_programme (report, result, &result->programmes[p]);
}

static PlwFigure
of_partner (size_t programme, size_t partner, PlwPartnerFigure b)
{
  return plw_report_figure (PLW_FIGURE_PARTNER, programme == SIZE_MAX ? PLW_FIGURE_PLAN : programme,
                            partner + PLW_FIGURE_PARTNERS * b, PLW_FIGURE_ALL_YEARS);
}

/* From @column on: measure, year, value. */
static void
write_partner (PlwReport *report, const PlwResult *result, size_t column, size_t programme, size_t i)
{
  const PlwPartnerYears *partner = plw_result_partner (result, programme, i);
  g_autofree int64_t *cumulative = g_new (int64_t, result->n_years);
  const struct
  {
    const char *name;
    PlwPartnerFigure figure;
    const int64_t *pence;
  } streams[] = {
    { "benefit", PLW_PARTNER_BENEFIT, partner->benefit },
    { "paid", PLW_PARTNER_PAID, partner->paid },
    { "position", PLW_PARTNER_POSITION, partner->position },
    { "cumulative", PLW_PARTNER_RUNNING, cumulative },
  };
  const struct
  {
    const char *name;
    PlwPartnerFigure figure;
    int64_t pence;
  } all[] = {
    { "pv_benefit", PLW_PARTNER_PV_BENEFIT, partner->pv_benefit },
    { "pv_paid", PLW_PARTNER_PV_PAID, partner->pv_paid },
    { "pv_position", PLW_PARTNER_PV_POSITION, partner->pv_position },
  };

  for (size_t t = 0; t < result->n_years; t++)
    cumulative[t] = partner->position[t] + (t > 0 ? cumulative[t - 1] : 0);
  for (size_t s = 0; s < G_N_ELEMENTS (streams); s++)
    write_years (report, result, column, streams[s].name, of_partner (programme, i, streams[s].figure),
                 streams[s].pence);
  for (size_t s = 0; s < G_N_ELEMENTS (all); s++)
    {
      name_all (report, column, all[s].name);
      plw_report_money (report, of_partner (programme, i, all[s].figure), all[s].pence);
    }
}

void
plw_report_partners (PlwReport *report, const PlwResult *result)
{
  for (size_t i = 0; i < plw_result_n_partners (result); i++)
    {
      report->cells[0] = plw_result_partner (result, SIZE_MAX, i)->code;
      write_partner (report, result, 1, SIZE_MAX, i);
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
          write_partner (report, result, 2, p, i);
      }
}

/* A programme without a row has nobody to even out; where no transfers can do it
 * the row says so: from everyone, to everyone, what is missing.
 */
static void
write_transfers (PlwReport *report, const PlwResult *result, size_t programme)
{
  g_autoptr (GArray) transfers = NULL;
  size_t a = programme == SIZE_MAX ? PLW_FIGURE_PLAN : programme;
  int64_t missing = 0;

  report->cells[0] = programme == SIZE_MAX ? "*" : result->programmes[programme].code;
  if (!plw_result_transfers (result, programme, &transfers))
    {
      for (size_t i = 0; i + 1 < result->n_partners; i++)
        missing -= plw_result_partner (result, programme, i)->pv_position;
      report->cells[1] = "none-exists";
      report->cells[2] = "";
      plw_report_money (
          report, plw_report_figure (PLW_FIGURE_TRANSFER, a, PLW_FIGURE_PLAN, PLW_FIGURE_ALL_YEARS), missing);
      return;
    }
  for (guint i = 0; i < transfers->len; i++)
    {
      const PlwTransfer *transfer = &g_array_index (transfers, PlwTransfer, i);

      report->cells[1] = plw_result_partner (result, programme, transfer->from)->code;
      report->cells[2] = plw_result_partner (result, programme, transfer->to)->code;
      plw_report_money (report, plw_report_figure (PLW_FIGURE_TRANSFER, a, i, PLW_FIGURE_ALL_YEARS),
                        transfer->pence);
    }
}

void
plw_report_transfers (PlwReport *report, const PlwResult *result)
{
  for (size_t p = 0; p < result->n_programmes; p++)
    write_transfers (report, result, p);
  write_transfers (report, result, SIZE_MAX);
}
