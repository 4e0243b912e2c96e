/* roots-asked.c: every figure that the tables asked of a result show.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "roots-private.h"

#include <string.h>

static void
give_causes (const Roots *roots, size_t t)
{
  for (size_t u = 0; u < plw_result_n_uses (roots->result); u++)
    {
      g_autoptr (GArray) causes = plw_explain_causes (roots->result, u, t);

      for (guint i = 0; i < causes->len; i++)
        {
          const PlwCause *cause = &g_array_index (causes, PlwCause, i);

          if (cause->figure.kind != PLW_N_FIGURE_KINDS)
            roots->func (cause->figure, (double) cause->left, roots->data);
          else
            g_assert_cmpint (cause->left, ==, 0);
        }
    }
}

static void
give_sustain (const Roots *roots, size_t t)
{
  for (int figure = 0; figure < PLW_N_SUSTAIN_FIGURES; figure++)
    give_root (roots, PLW_FIGURE_SUSTAIN, (size_t) figure, 0, t,
               (double) plw_result_sustain (roots->result, (PlwSustainFigure) figure, t));
  give_root (roots, PLW_FIGURE_FINANCING_RATIO, 0, 0, t, plw_result_financing_ratio (roots->result, t));
}

static void
give_economies (const Roots *roots)
{
  g_autoptr (GPtrArray) economies = plw_result_false_economies (roots->result);

  for (guint i = 0; i < economies->len; i++)
    {
      const PlwFalseEconomy *economy = g_ptr_array_index (economies, i);
      size_t source = economy->change != SIZE_MAX ? PLW_FIGURE_SAVINGS + economy->change : economy->use;

      for (size_t t = 0; t < plw_result_n_years (roots->result); t++)
        {
          give_root (roots, PLW_FIGURE_FORGONE, source, PLW_FORGONE_GROSS, t, (double) economy->gross[t]);
          give_root (roots, PLW_FIGURE_FORGONE, source, PLW_FORGONE_NET, t, (double) economy->net[t]);
          for (size_t k = 0; k < economy->n_knock_ons; k++)
            give_root (roots, PLW_FIGURE_FOLLOW_ON, source, economy->knock_ons[k].use, t,
                       (double) economy->knock_ons[k].cost[t]);
        }
    }
}

static void
give_transfers (const Roots *roots, size_t programme)
{
  g_autoptr (GArray) transfers = NULL;
  size_t a = programme == SIZE_MAX ? PLW_FIGURE_PLAN : programme;
  int64_t missing = 0;

  if (plw_result_transfers (roots->result, programme, &transfers))
    {
      for (guint i = 0; i < transfers->len; i++)
        give_root (roots, PLW_FIGURE_TRANSFER, a, i, PLW_FIGURE_ALL_YEARS,
                   (double) g_array_index (transfers, PlwTransfer, i).pence);
      return;
    }
  for (size_t i = 0; i < plw_result_n_partners (roots->result); i++)
    {
      const PlwPartnerYears *partner = plw_result_partner (roots->result, programme, i);

      if (partner->row != SIZE_MAX)
        missing -= partner->pv_position;
    }
  give_root (roots, PLW_FIGURE_TRANSFER, a, PLW_FIGURE_PLAN, PLW_FIGURE_ALL_YEARS, (double) missing);
}

/* What a scope, SIZE_MAX for the plan, says of a year, SIZE_MAX for all. */
static void
give_rules (const Roots *roots, const PlwFragmentation *found, size_t use, size_t year)
{
  size_t a = use == SIZE_MAX ? PLW_FIGURE_PLAN : use;
  size_t t = year == SIZE_MAX ? PLW_FIGURE_ALL_YEARS : year;

  give_root (roots, PLW_FIGURE_GAIN, a, PLW_FIGURE_FENCES, t,
             (double) plw_fragmentation_cost (found, use, year));
  give_root (roots, PLW_FIGURE_GAIN, a, PLW_FIGURE_ALL_RULES, t,
             (double) plw_fragmentation_all_rules (found, use, year));
  for (int rule = PLW_RULE_KIND; rule <= PLW_RULE_RINGFENCE; rule++)
    give_root (roots, PLW_FIGURE_RULE, a, PLW_FIGURE_POOLING + (size_t) rule, t,
               (double) plw_fragmentation_pooling_part (found, (PlwRule) rule, use, year));
  for (int rule = 0; rule < PLW_N_RULES; rule++)
    give_root (roots, PLW_FIGURE_RULE, a, (size_t) rule, t,
               (double) plw_fragmentation_part (found, (PlwRule) rule, use, year));
}

static void
give_partner_rules (const Roots *roots, const PlwFragmentation *found, size_t t)
{
  const PlwPlan *plan = plw_result_plan (roots->result);

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_PARTNERS); row++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_PARTNERS, row, PLW_PARTNERS_CODE);
      int64_t cost = 0;

      for (size_t u = 0; u < plw_result_n_uses (roots->result); u++)
        if (strcmp (plw_result_use (roots->result, u)->partner, code) == 0)
          cost += plw_fragmentation_cost (found, u, t);
      give_root (roots, PLW_FIGURE_GAIN, PLW_FIGURE_OF_PARTNER + row, PLW_FIGURE_FENCES, t, (double) cost);
    }
}

static void
give_rungs (const Roots *roots, const PlwFragmentation *found)
{
  for (size_t i = 0; i < plw_fragmentation_n_rungs (found); i++)
    {
      const PlwRung *rung = plw_fragmentation_rung (found, i);

      give_root (roots, PLW_FIGURE_RUNG, rung->pot, rung->rule, PLW_FIGURE_ALL_YEARS, (double) rung->removed);
    }
}

void
give_asked_roots (const Roots *roots)
{
  size_t n_years = plw_result_n_years (roots->result);
  g_autoptr (PlwFragmentation) found =
      plw_study_fragmentation (plw_result_study (roots->result), NULL, NULL, NULL);

  for (size_t t = 0; t < n_years; t++)
    {
      give_causes (roots, t);
      give_sustain (roots, t);
      give_partner_rules (roots, found, t);
      for (size_t u = 0; u < plw_result_n_uses (roots->result); u++)
        give_rules (roots, found, u, t);
      give_rules (roots, found, SIZE_MAX, t);
    }
  give_rules (roots, found, SIZE_MAX, SIZE_MAX);
  give_rungs (roots, found);
  give_economies (roots);
  give_transfers (roots, SIZE_MAX);
  for (size_t p = 0; p < plw_result_n_programmes (roots->result); p++)
    give_transfers (roots, p);
}
