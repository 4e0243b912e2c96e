/* warnings.c: what a result should make people look at (model, section 12).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "engine/result-private.h"

#include <placewright/sustain.h>

#include <string.h>

static void
warn (PlwProblems *problems,
      PlwTableId table,
      size_t row,
      const char *key,
      int year,
      char *what,
      const char *remedy)
{
  plw_problems_add (problems, PLW_SEVERITY_WARNING, plw_schema_table (table)->name, row + 2, key,
                    plw_year_name (year), what, g_strdup (remedy));
}

/* A line whose savings and income exceed its cost, from the first such year. */
static void
warn_of_clipping (const PlwResult *result, size_t line, PlwProblems *problems)
{
  const PlwUse *use = &result->uses[line];
  int64_t clipped = 0;

  for (size_t t = 0; t < result->n_years; t++)
    {
      clipped += result->movements[(line * result->n_years + t) * PLW_N_NEED_PARTS + PLW_NEED_CLIPPED];
      if (clipped <= 0 || use->need[t] > 0)
        continue;
      warn (problems, PLW_TABLE_LINES, use->row, use->code, result->first_year + (int) t,
            g_strdup (_ ("income and savings exceed what the line costs, so its need is nought")),
            _ ("check its changes, or show the surplus as a pot"));
      return;
    }
}

static void
warn_of_reserve (const PlwResult *result, PlwProblems *problems)
{
  const char *reserve = plw_plan_setting (result->plan, "general_reserve");

  for (size_t k = 0; k < result->n_pots; k++)
    {
      const PlwPotYears *pot = &result->pots[k];
      int64_t minimum = plw_plan_number (result->plan, PLW_TABLE_POTS, pot->row, PLW_POTS_MINIMUM_BALANCE);

      for (size_t t = 0; strcmp (pot->code, reserve) == 0 && t < result->n_years; t++)
        if (pot->closing[t] < minimum)
          {
            g_autofree char *shown = plw_pence_show_short (minimum);

            warn (problems, PLW_TABLE_POTS, pot->row, pot->code, result->first_year + (int) t,
                  g_strdup_printf (_ ("the general reserve is below its minimum of %s"), shown),
                  _ ("add to the reserve or lower what is drawn from it"));
            return;
          }
    }
}

/* Once is enough: the first year in which balances and ending grants pay for what goes on. */
static void
warn_of_structural_gap (const PlwResult *result, PlwProblems *problems)
{
  for (size_t t = 0; t < result->n_years; t++)
    {
      int64_t gap = plw_result_sustain (result, PLW_SUSTAIN_STRUCTURAL_GAP, t);
      int64_t covered = gap > 0 ? MIN (gap, plw_result_sustain (result, PLW_SUSTAIN_ONE_OFF_MONEY, t)) : 0;

      if (covered <= 0)
        continue;

      g_autofree char *shown = plw_pence_show_short (covered);
      plw_problems_add (problems, PLW_SEVERITY_WARNING, "plan", 0, NULL,
                        plw_year_name (result->first_year + (int) t),
                        g_strdup_printf (_ ("%s of one-off money pays for ongoing need"), shown),
                        g_strdup (_ ("close the structural gap, or say what follows the one-off money")));
      return;
    }
}

typedef struct
{
  size_t use;
  int64_t pence;
} Payment;

static int
compare_payments (const void *a, const void *b)
{
  const Payment *payment_a = a;
  const Payment *payment_b = b;

  if (payment_a->pence != payment_b->pence)
    return payment_a->pence > payment_b->pence ? -1 : 1;
  return payment_a->use < payment_b->use ? -1 : 1;
}

/* What a pot paid for in a year, most first. */
static GArray *
list_payments (const PlwResult *result, size_t pot, size_t t)
{
  GArray *payments = g_array_new (FALSE, FALSE, sizeof (Payment));

  for (size_t i = plw_result_find_flow (result, t, pot, 0); i < result->flows->len; i++)
    {
      const PlwFlow *flow = &g_array_index (result->flows, PlwFlow, i);
      Payment payment = { flow->use, flow->pence };

      if (flow->year != t || flow->pot != pot)
        break;
      g_array_append_val (payments, payment);
    }
  if (payments->len > 0)
    qsort (payments->data, payments->len, sizeof (Payment), compare_payments);
  return payments;
}

static void
warn_of_cliff_edge (const PlwResult *result, size_t pot, PlwProblems *problems)
{
  const PlwPotYears *years = &result->pots[pot];
  size_t last = result->n_years;

  while (last > 0 && years->received[last - 1] == 0)
    last--;
  if (last == 0 || last == result->n_years)
    return;

  const char *ends = plw_year_name (result->first_year + (int) last - 1);
  g_autoptr (GArray) payments = list_payments (result, pot, last - 1);
  const char *most = payments->len > 0 ? result->uses[g_array_index (payments, Payment, 0).use].name : "";
  g_autofree char *shown = plw_pence_show_short (years->spent[last - 1]);
  char *what;

  if (payments->len == 0)
    what = g_strdup_printf (_ ("the pot's money ends with %s, before the plan does"), ends);
  else if (payments->len == 1)
    what = g_strdup_printf (_ ("the pot's money ends with %s, before the plan does; it then pays %s for %s"),
                            ends, shown, most);
  else
    what = g_strdup_printf (_ ("the pot's money ends with %s, before the plan does; it then pays %s for %u "
                               "uses, the most for %s"),
                            ends, shown, payments->len, most);
  warn (problems, PLW_TABLE_POTS, years->row, years->code, result->first_year + (int) last, what,
        _ ("say what follows it, or plan for what it holds up"));
}

void
plw_result_warn (const PlwResult *result, const PlwModel *model, PlwProblems *problems)
{
  for (size_t i = 0; i < model->n_lines; i++)
    warn_of_clipping (result, i, problems);
  warn_of_reserve (result, problems);
  warn_of_structural_gap (result, problems);
  for (size_t k = 0; k < result->n_pots; k++)
    warn_of_cliff_edge (result, k, problems);
}
