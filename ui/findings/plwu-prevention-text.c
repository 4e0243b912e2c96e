/* plwu-prevention-text.c: what programmes cost and save, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-prevention-text.h"

#include "plwu-result-figures.h"

#include "pictures/plwu-amount.h"

#include <glib/gi18n.h>

const PlwProgramme *
plwu_prevention_get (const PlwResult *result, size_t programme)
{
  return programme == SIZE_MAX ? plw_result_all_programmes (result)
                               : plw_result_programme (result, programme);
}

const char *
plwu_prevention_name (const PlwResult *result, size_t programme)
{
  return programme == SIZE_MAX ? _ ("All programmes") : plw_result_programme (result, programme)->name;
}

int64_t
plwu_prevention_sum (const PlwResult *result, const int64_t *years)
{
  int64_t sum = 0;

  for (size_t i = 0; i < plw_result_n_years (result); i++)
    sum += years[i];
  return sum;
}

char *
plwu_prevention_title (const PlwResult *result, size_t programme)
{
  const PlwProgramme *held = plwu_prevention_get (result, programme);
  const PlwAppraisal *appraisal = &held->appraisal;
  g_autofree char *depth = plw_pence_show_short (appraisal->valley_depth);

  if (plwu_prevention_sum (result, held->cost) == 0)
    return g_strdup (_ ("Nothing is spent in this plan"));
  if (appraisal->payback_year == 0)
    return g_strdup (_ ("Does not pay back in cash within the plan"));
  if (appraisal->valley_depth == 0)
    return g_strdup (_ ("Cash back covers the cost from the start"));
  if (appraisal->valley_close == 0)
    return g_strdup_printf (_ ("Pays back in %s, then falls behind again"),
                            plw_year_name (appraisal->payback_year));
  return g_strdup_printf (_ ("Pays back in %s after a %s valley"), plw_year_name (appraisal->payback_year),
                          depth);
}

/* A ratio as what a pound brings; never rounded up to the pound that it misses. */
static char *
show_per_pound (double ratio)
{
  g_autofree char *number = plwu_amount_show_number (ratio, 2);

  if (ratio < 1 && ratio >= 0.995)
    return g_strdup (_ ("just under £1.00"));
  return g_strconcat ("£", number, NULL);
}

static void
tell_value (GString *text, const PlwResult *result, const PlwAppraisal *appraisal)
{
  g_autofree char *benefit = show_per_pound (appraisal->benefit_cost_ratio);
  g_autofree char *cash = show_per_pound (appraisal->cashable_ratio);
  size_t last = plw_result_n_years (result) - 1;

  if (appraisal->npv >= 0 && appraisal->cashable_ratio >= 1)
    g_string_append_printf (
        text, _ ("Passes on value and as a saving: each £1 spent brings %s of benefit, %s of it in cash."),
        benefit, cash);
  else if (appraisal->npv >= 0)
    g_string_append_printf (text,
                            _ ("Passes on value, but fails as a saving: each £1 spent brings %s of benefit, "
                               "only %s of it in cash."),
                            benefit, cash);
  else
    g_string_append_printf (
        text,
        _ ("Fails on value and as a saving: each £1 spent brings %s of benefit, %s of it in cash. What comes "
           "after %s is not counted."),
        benefit, cash, plw_year_name (plw_result_year (result, last)));
}

static void
tell_funding (GString *text, const PlwResult *result, const PlwProgramme *held)
{
  int64_t need = plwu_prevention_sum (result, held->need);
  int64_t cost = plwu_prevention_sum (result, held->cost);
  g_autofree char *needed = plw_pence_show_short (need);
  g_autofree char *spent = plw_pence_show_short (cost);

  if (cost < need)
    g_string_append_printf (text, _ (" Of the %s needed, %s is funded."), needed, spent);
}

/* The first year in which the reserve holds less than the valley is deep. */
static gboolean
find_uncarried (const PlwResult *result,
                const PlwProgramme *held,
                const PlwPotYears *reserve,
                size_t *ret_year)
{
  int64_t net = 0;

  for (size_t i = 0; i < plw_result_n_years (result); i++)
    {
      net += held->saved[i] - held->cost[i];
      if (net < 0 && reserve->closing[i] - reserve->withheld[i] < -net)
        {
          *ret_year = i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
tell_reserve (GString *text, const PlwResult *result, const PlwProgramme *held)
{
  const PlwPotYears *reserve = plwu_result_find_reserve (result);
  size_t year;

  if (held->appraisal.valley_depth == 0)
    return;
  if (reserve == NULL)
    g_string_append (text, _ (" The plan names no general reserve that could carry the valley."));
  else if (find_uncarried (result, held, reserve, &year))
    g_string_append_printf (text, _ (" The general reserve could not carry the valley in %s."),
                            plw_year_name (plw_result_year (result, year)));
  else
    g_string_append (text, _ (" The general reserve could carry the valley."));
}

char *
plwu_prevention_sentence (const PlwResult *result, size_t programme)
{
  const PlwProgramme *held = plwu_prevention_get (result, programme);
  g_autoptr (GString) text = g_string_new (NULL);

  if (plwu_prevention_sum (result, held->cost) == 0)
    g_string_append (text, _ ("No money reaches it, so it costs nothing and saves nothing."));
  else
    {
      tell_value (text, result, &held->appraisal);
      tell_funding (text, result, held);
      tell_reserve (text, result, held);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
plwu_prevention_partner_title (const PlwResult *result, size_t programme)
{
  const PlwPartnerYears *best = NULL;
  size_t n_worse_off = 0;

  for (size_t i = 0; i < plw_result_n_partners (result); i++)
    {
      const PlwPartnerYears *partner = plw_result_partner (result, programme, i);

      n_worse_off += partner->pv_position < 0;
      if (partner->pv_position > 0 && (best == NULL || partner->pv_position > best->pv_position))
        best = partner;
    }
  if (n_worse_off > 0)
    return g_strdup_printf (
        ngettext ("%u partner pays more than it gains", "%u partners pay more than they gain", n_worse_off),
        (guint) n_worse_off);
  if (best == NULL)
    return g_strdup (_ ("No partner pays or gains"));
  return g_strdup (_ ("No partner pays more than it gains"));
}

char *
plwu_prevention_transfer (const PlwResult *result, size_t programme, const PlwTransfer *transfer)
{
  g_autofree char *amount = plw_pence_show_short (transfer->pence);

  return g_strdup_printf (_ ("%s pays %s %s"), plw_result_partner (result, programme, transfer->from)->name,
                          plw_result_partner (result, programme, transfer->to)->name, amount);
}

char *
plwu_prevention_no_transfer (const PlwResult *result, size_t programme, gboolean has_settled)
{
  int64_t sum = 0;

  if (has_settled)
    return g_strdup (_ ("No payments are needed: nobody pays more than they gain."));

  for (size_t i = 0; i < plw_result_n_partners (result); i++)
    if (plw_result_partner (result, programme, i)->row != SIZE_MAX)
      sum += plw_result_partner (result, programme, i)->pv_position;

  g_autofree char *loss = plw_pence_show_short (-sum);

  return g_strdup_printf (
      _ ("No payments can make everyone whole: together the partners pay %s more than they gain."), loss);
}
