/* plwu-board-risks.c: what could go wrong, and what is to be decided.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-board-risks.h"

#include "plwu-prevention-text.h"
#include "plwu-result-figures.h"

#include <string.h>

#include <glib/gi18n.h>
#include <placewright/number.h>
#include <placewright/sustain.h>
#include <placewright/year.h>

static const char *
get_year_name (const PlwResult *result, size_t year)
{
  return plw_year_name (plw_result_year (result, year));
}

static void
add_line (GString *text, char *line)
{
  g_string_append_printf (text, "%s• %s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

/* What could go wrong? */

/* A pot ends where it receives something and, from the next year on, nothing more. */
static void
tell_cliff_edges (GString *text, const PlwResult *result)
{
  size_t n_years = plw_result_n_years (result);
  const PlwPotYears *largest = NULL;
  size_t largest_year = 0;
  gint64 sum = 0;
  guint n = 0;

  for (size_t i = 0; i < plw_result_n_pots (result); i++)
    {
      const PlwPotYears *pot = plw_result_pot (result, i);
      size_t end = n_years;

      while (end > 0 && pot->received[end - 1] == 0)
        end--;
      if (end == 0 || end == n_years)
        continue;
      n++;
      sum += pot->received[end - 1];
      if (largest == NULL || pot->received[end - 1] > largest->received[largest_year])
        {
          largest = pot;
          largest_year = end - 1;
        }
    }
  if (n == 0)
    return;

  g_autofree char *amount = plw_pence_show_short (sum);
  g_autofree char *most = plw_pence_show_short (largest->received[largest_year]);

  add_line (text,
            g_strdup_printf (ngettext ("%u pot ends within the plan, taking %s a year: %s (%s, last in %s).",
                                       "%u pots end within the plan, taking %s a year; the largest is %s "
                                       "(%s, last in %s).",
                                       n),
                             n, amount, largest->name, most, get_year_name (result, largest_year)));
}

static void
tell_reserve (GString *text, const PlwResult *result)
{
  const PlwPotYears *reserve = plwu_result_find_reserve (result);
  size_t n_years = plw_result_n_years (result);

  if (reserve == NULL)
    {
      add_line (text, g_strdup (_ ("No pot is named as the general reserve.")));
      return;
    }

  gint64 minimum =
      plw_plan_number (plw_result_plan (result), PLW_TABLE_POTS, reserve->row, PLW_POTS_MINIMUM_BALANCE);
  g_autofree char *least = plw_pence_show_short (minimum);
  g_autofree char *end = plw_pence_show_short (reserve->closing[n_years - 1]);

  for (size_t t = 0; t < n_years; t++)
    if (reserve->closing[t] < minimum)
      {
        add_line (text, g_strdup_printf (_ ("The general reserve falls below its minimum of %s in %s."),
                                         least, get_year_name (result, t)));
        return;
      }
  add_line (text,
            g_strdup_printf (_ ("The general reserve ends the plan at %s; its minimum is %s."), end, least));
}

static void
tell_unsure_money (GString *text, const PlwResult *result)
{
  gint64 unsure = 0;

  for (size_t i = 0; i < plw_result_n_pots (result); i++)
    {
      const PlwPotYears *pot = plw_result_pot (result, i);

      for (size_t t = 0; t < plw_result_n_years (result); t++)
        if (pot->certainty == PLW_CERTAINTY_AT_RISK || pot->certainty == PLW_CERTAINTY_BID)
          unsure += pot->spent[t];
    }
  if (unsure == 0)
    return;

  g_autofree char *amount = plw_pence_show_short (unsure);

  add_line (text, g_strdup_printf (_ ("%s of what is spent is at risk or still a bid."), amount));
}

/* The gap between what goes on every year, from the first year to the last. */
char *
plwu_board_show_risks (PlwuBridge *drawing, const PlwResult *result)
{
  size_t n_years = plw_result_n_years (result);
  size_t last = n_years - 1;
  g_autofree PlwuBridgeStep *steps = g_new0 (PlwuBridgeStep, n_years);
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 gap = plw_result_sustain (result, PLW_SUSTAIN_STRUCTURAL_GAP, last);
  g_autofree char *amount = plw_pence_show_short (ABS (gap));
  g_autofree char *title = gap > 0 ? g_strdup_printf (_ ("By %s needs that go on outrun money by %s"),
                                                      get_year_name (result, last), amount)
                                   : g_strdup_printf (_ ("Money that goes on covers needs that go on"));
  g_autofree char *first = g_strdup_printf (_ ("Gap %s"), get_year_name (result, 0));
  g_autofree char *end = g_strdup_printf (_ ("Gap %s"), get_year_name (result, last));

  for (size_t t = 1; t < n_years; t++)
    steps[t - 1] = (PlwuBridgeStep){
      get_year_name (result, t),
      plw_result_sustain (result, PLW_SUSTAIN_STRUCTURAL_GAP, t)
          - plw_result_sustain (result, PLW_SUSTAIN_STRUCTURAL_GAP, t - 1),
    };
  plwu_bridge_set_data (drawing, first, plw_result_sustain (result, PLW_SUSTAIN_STRUCTURAL_GAP, 0),
                        (guint) last, steps, end, title, NULL);
  plwu_bridge_set_expanded (drawing, TRUE);

  if (gap > 0)
    add_line (text, g_strdup_printf (_ ("In %s needs that go on every year are %s more than money that comes "
                                        "every year."),
                                     get_year_name (result, last), amount));
  tell_cliff_edges (text, result);
  tell_reserve (text, result);
  tell_unsure_money (text, result);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What are we asked to decide? */

static void
ask_one_pot (GString *text, const PlwResult *today)
{
  const PlwPlan *plan = plw_result_plan (today);
  gint64 pooled = 0;
  guint n = 0;

  for (size_t i = 0; i < plw_result_n_pots (today); i++)
    {
      const PlwPotYears *pot = plw_result_pot (today, i);

      if (plw_plan_number (plan, PLW_TABLE_POTS, pot->row, PLW_POTS_POOLED) == 0)
        continue;
      n++;
      pooled += pot->received[0];
    }
  if (n == 0)
    return;

  g_autofree char *amount = plw_pence_show_short (pooled);

  add_line (text, g_strdup_printf (ngettext ("Whether to ask for %u pot, %s in %s, to be free of its rules?",
                                             "Whether to ask for %u pots, %s in %s, to be run as one?", n),
                                   n, amount, get_year_name (today, 0)));
}

static void
ask_prevention (GString *text, const PlwResult *today)
{
  const PlwProgramme *all = plw_result_all_programmes (today);
  guint n = (guint) plw_result_n_programmes (today);

  if (n == 0)
    return;

  g_autofree char *need = plw_pence_show_short (plwu_prevention_sum (today, all->need));
  g_autofree char *cost = plw_pence_show_short (plwu_prevention_sum (today, all->cost));

  add_line (text,
            g_strdup_printf (ngettext ("Whether to go on with %u prevention programme, which needs %s over "
                                       "the plan and has %s?",
                                       "Whether to go on with %u prevention programmes, which need %s over "
                                       "the plan and have %s?",
                                       n),
                             n, need, cost));
}

static void
ask_reserve (GString *text, const PlwResult *today)
{
  const PlwPotYears *reserve = plwu_result_find_reserve (today);
  size_t last = plw_result_n_years (today) - 1;

  if (reserve == NULL || reserve->closing[last] >= reserve->opening[0])
    return;

  g_autofree char *used = plw_pence_show_short (reserve->opening[0] - reserve->closing[last]);
  g_autofree char *held = plw_pence_show_short (reserve->opening[0]);

  add_line (text, g_strdup_printf (_ ("Whether to use %s of the general reserve of %s?"), used, held));
}

/* What one pot would take off the gap, and what is left to be decided in any case. */
char *
plwu_board_show_decisions (PlwuBridge *drawing, const PlwResult *today, const PlwResult *pooled)
{
  gint64 gap = plwu_result_sum_years (today, PLW_SUM_SHORTFALL);
  gint64 left = plwu_result_sum_years (pooled, PLW_SUM_SHORTFALL);
  size_t last = plw_result_n_years (today) - 1;
  const PlwuBridgeStep step = { _ ("One pot, not lawful today"), left - gap };
  g_autofree char *left_text = plw_pence_show_short (left);
  g_autofree char *gap_text = plw_pence_show_short (plw_result_sum (today, PLW_SUM_SHORTFALL, last));
  g_autofree char *title = left > 0 ? g_strdup_printf (_ ("Even as one pot %s is left to find"), left_text)
                                    : g_strdup (_ ("As one pot every need is met"));
  g_autoptr (GString) text = g_string_new (NULL);

  plwu_bridge_set_data (drawing, _ ("Unmet under today's rules"), gap, 1, &step, _ ("Left to find"), title,
                        NULL);
  if (plw_result_sum (today, PLW_SUM_SHORTFALL, last) > 0)
    add_line (text,
              g_strdup_printf (_ ("How to close a gap of %s in %s?"), gap_text, get_year_name (today, last)));
  ask_one_pot (text, today);
  ask_prevention (text, today);
  ask_reserve (text, today);
  if (text->len == 0)
    add_line (text, g_strdup (_ ("Whether to adopt the plan: every need is met.")));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
