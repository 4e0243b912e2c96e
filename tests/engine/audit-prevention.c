/* audit-prevention.c: whether what programmes give back is what the model's text makes of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "audit.h"

#include <placewright/prevention.h>

/* A figure of an effect is rounded to the penny; what is a sum of effects may be a penny off for each. */
#define PENNY ((RefReal) 1.000001)

/* The overlap is what is left when cash and saving are rounded so that they add up. */
#define LEFT_OVER ((RefReal) 1.500001)

/* Present values: a pound, or as good as doubles are. */
static bool
is_near (int64_t found, RefReal expected)
{
  RefReal off = found - expected;
  RefReal size = expected < 0 ? -expected : expected;

  off = off < 0 ? -off : off;
  return off <= 100 || off <= size * (RefReal) 1e-9;
}

static bool
is_ratio_near (double found, RefReal part, RefReal whole)
{
  RefReal expected = whole > 0 ? part / whole : 0;
  RefReal off = found - expected;

  /* Of a few pence a ratio is worth nothing, for parts and whole are rounded. */
  return whole < 1000000 || (off < 0 ? -off : off) <= (RefReal) 1e-5 * (1 + expected);
}

static char *
compare_years (const Reference *reference,
               const char *name,
               const char *figure,
               const int64_t *found,
               const RefReal *expected,
               RefReal allowance)
{

  for (size_t year = 0; year < reference->n_years; year++)
    {
      RefReal off = found[year] - expected[year];

      if (off > allowance || off < -allowance)
        return g_strdup_printf ("%s, year %" G_GSIZE_FORMAT ": %s is %" G_GINT64_FORMAT ", by the text %.6f",
                                name, year, figure, found[year], (double) expected[year]);
    }
  return NULL;
}

static char *
compare_cost (const Reference *reference, const PlwProgramme *found, const RefAccount *expected)
{
  for (size_t year = 0; year < reference->n_years; year++)
    if (found->cost[year] != expected->cost[year])
      return g_strdup_printf ("%s, year %" G_GSIZE_FORMAT ": cost is %" G_GINT64_FORMAT
                              ", spent was %" G_GINT64_FORMAT,
                              found->code, year, found->cost[year], expected->cost[year]);
  return NULL;
}

/* What the figures as shown make of themselves, without regard to whether they are right. */
static RefValley
find_shown_valley (const Reference *reference, const PlwProgramme *found)
{
  g_autofree RefReal *saved = g_new (RefReal, reference->n_years);
  RefAccount account = { .cost = found->cost, .saved = saved };

  for (size_t year = 0; year < reference->n_years; year++)
    saved[year] = found->saved[year];
  return reference_valley (reference, &account, 0);
}

static bool
is_same_valley (const RefValley *a, const RefValley *b)
{
  return a->payback == b->payback && a->years == b->years && a->closes == b->closes
         && a->is_carried == b->is_carried;
}

static char *
compare_valley (const Reference *reference, const PlwProgramme *found, const RefAccount *account)
{
  /* Rounding may tip a year in which all but a few pence are saved. */
  RefReal allowance = PENNY * (RefReal) reference->n_effects;
  RefValley strict = reference_valley (reference, account, -allowance);
  RefValley lax = reference_valley (reference, account, allowance);
  RefValley shown = find_shown_valley (reference, found);
  const PlwAppraisal *appraisal = &found->appraisal;
  RefValley valley = {
    .payback = appraisal->payback_year,
    .depth = appraisal->valley_depth,
    .years = appraisal->valley_years,
    .closes = appraisal->valley_close,
    .is_carried = appraisal->is_carried,
  };

  if (is_same_valley (&valley, &shown) && valley.depth == shown.depth && valley.depth <= strict.depth
      && valley.depth >= lax.depth && (is_same_valley (&valley, &strict) || !is_same_valley (&strict, &lax)))
    return NULL;
  return g_strdup_printf (
      "%s: paid back %d, the valley is %.0f deep for %d years, closes %d and is %scarried; its figures make "
      "that %d, %.0f, %d, %d and %scarried, the text %d, %.2f, %d, %d and %scarried",
      found->code, valley.payback, (double) valley.depth, valley.years, valley.closes,
      valley.is_carried ? "" : "not ", shown.payback, (double) shown.depth, shown.years, shown.closes,
      shown.is_carried ? "" : "not ", strict.payback, (double) strict.depth, strict.years, strict.closes,
      strict.is_carried ? "" : "not ");
}

static char *
compare_appraisal (const Reference *reference, const PlwProgramme *found, const RefAccount *account)
{
  const PlwAppraisal *appraisal = &found->appraisal;
  RefReal benefit = account->pv_saved + account->pv_released;
  const char *wrong = NULL;

  if (!is_near (appraisal->pv_cost, account->pv_cost))
    wrong = "present cost";
  else if (!is_near (appraisal->pv_saved, account->pv_saved))
    wrong = "what is saved at present value";
  else if (!is_near (appraisal->pv_released, account->pv_released))
    wrong = "what is released at present value";
  else if (!is_near (appraisal->npv, benefit - account->pv_cost))
    wrong = "net present value";
  else if (!is_ratio_near (appraisal->benefit_cost_ratio, benefit, account->pv_cost))
    wrong = "benefit-cost ratio";
  else if (!is_ratio_near (appraisal->cashable_ratio, account->pv_saved, account->pv_cost))
    wrong = "cashable ratio";
  if (wrong == NULL)
    return compare_valley (reference, found, account);
  return g_strdup_printf ("%s: not the %s of the text: cost %.2f, saved %.2f, released %.2f", found->code,
                          wrong, (double) account->pv_cost, (double) account->pv_saved,
                          (double) account->pv_released);
}

static char *
compare_account (const Reference *reference, const PlwProgramme *found, const RefAccount *account)
{
  RefReal n = (RefReal) reference->n_effects;
  char *wrong = compare_cost (reference, found, account);

  if (wrong == NULL)
    wrong = compare_years (reference, found->code, "saved", found->saved, account->saved, n * PENNY);
  if (wrong == NULL)
    wrong = compare_years (reference, found->code, "released", found->released, account->released, n * PENNY);
  if (wrong == NULL)
    wrong =
        compare_years (reference, found->code, "overlap", found->overlap, account->overlap, n * LEFT_OVER);
  return wrong != NULL ? wrong : compare_appraisal (reference, found, account);
}

/* All programmes are the exact sum of each. */
static char *
audit_all (const Reference *reference)
{
  const PlwProgramme *all = plw_result_all_programmes (reference->result);

  for (size_t year = 0; year < reference->n_years; year++)
    {
      int64_t sums[5] = { 0 };

      for (size_t i = 0; i < reference->n_programmes; i++)
        {
          const PlwProgramme *it = plw_result_programme (reference->result, i);

          sums[0] += it->need[year];
          sums[1] += it->cost[year];
          sums[2] += it->saved[year];
          sums[3] += it->released[year];
          sums[4] += it->overlap[year];
        }
      if (all->need[year] != sums[0] || all->cost[year] != sums[1] || all->saved[year] != sums[2]
          || all->released[year] != sums[3] || all->overlap[year] != sums[4])
        return g_strdup_printf ("year %" G_GSIZE_FORMAT ": all programmes are not the sum of each", year);
    }
  return compare_appraisal (reference, all, &reference->all);
}

char *
audit_programmes (const Reference *reference)
{
  if (plw_result_n_programmes (reference->result) != reference->n_programmes)
    return g_strdup ("not all enabled programmes are in the result");
  for (size_t i = 0; i < reference->n_programmes; i++)
    {
      const PlwProgramme *found = plw_result_programme (reference->result, i);
      const RefProgramme *expected = &reference->programmes[i];
      char *wrong;

      if (found->row != expected->row || !g_str_equal (found->code, expected->code))
        return g_strdup_printf ("%s is out of order", found->code);
      for (size_t year = 0; year < reference->n_years; year++)
        {
          double off = found->funded_share[year] - (double) expected->share[year];
          int64_t need =
              reference->uses[expected->revenue].need[year] + reference->uses[expected->capital].need[year];

          if (ABS (off) > 1e-12 || found->need[year] != need)
            return g_strdup_printf ("%s, year %" G_GSIZE_FORMAT ": funded share %.15f, by the text %.15f",
                                    found->code, year, found->funded_share[year],
                                    (double) expected->share[year]);
        }
      wrong = compare_account (reference, found, &expected->account);
      if (wrong != NULL)
        return wrong;
    }
  return audit_all (reference);
}

static char *
audit_effect (const Reference *reference, size_t number)
{
  const PlwEffectYears *found = plw_result_effect (reference->result, number);
  const RefEffect *expected = &reference->effects[number];
  g_autofree RefReal *overlap = g_new (RefReal, reference->n_years);
  g_autofree RefReal *released = g_new (RefReal, reference->n_years);
  const char *code = reference_text (reference, PLW_TABLE_EFFECTS, expected->row, PLW_EFFECTS_CODE);
  char *wrong;

  if (found->row != expected->row || found->programme != expected->programme
      || found->use != (expected->line == SIZE_MAX ? SIZE_MAX : reference->uses[expected->line].number)
      || !g_str_equal (found->partner, expected->gains))
    return g_strdup_printf ("effect %s is not where it belongs, or falls to “%s” and not to “%s”", code,
                            found->partner, expected->gains);
  for (size_t year = 0; year < reference->n_years; year++)
    {
      overlap[year] = expected->cash[year] - expected->credited[year];
      released[year] = expected->gross[year] - expected->cash[year];
      if (found->gross[year] != found->saved[year] + found->released[year] + found->overlap[year]
          || found->saved[year] < 0 || found->released[year] < 0 || found->overlap[year] < 0)
        return g_strdup_printf ("effect %s, year %" G_GSIZE_FORMAT
                                ": the parts do not add up, or one is below nothing",
                                code, year);
    }
  wrong = compare_years (reference, code, "gross", found->gross, expected->gross, PENNY);
  if (wrong == NULL)
    wrong = compare_years (reference, code, "saved", found->saved, expected->credited, PENNY);
  if (wrong == NULL)
    wrong = compare_years (reference, code, "released", found->released, released, PENNY);
  if (wrong == NULL)
    wrong = compare_years (reference, code, "overlap", found->overlap, overlap, LEFT_OVER);
  return wrong;
}

/* What effects on a line save together is what the line saves. */
static char *
audit_saving (const Reference *reference, size_t line, size_t year)
{
  const RefUse *use = &reference->uses[line];
  RefReal off = use->parts[year][REF_PREVENTION];

  for (size_t i = 0; i < reference->n_effects; i++)
    if (reference->effects[i].line == line)
      off += plw_result_effect (reference->result, i)->saved[year];
  if (off <= PENNY && off >= -PENNY)
    return NULL;
  return g_strdup_printf ("line %s, year %" G_GSIZE_FORMAT ": effects save %.3f more than the line does",
                          use->code, year, (double) off);
}

/* Effects by programme, then in the order of their table. */
char *
audit_effects (const Reference *reference)
{
  if (plw_result_n_effects (reference->result) != reference->n_effects)
    return g_strdup ("not all effects of enabled programmes are in the result");
  for (size_t i = 0; i < reference->n_effects; i++)
    {
      char *wrong = audit_effect (reference, i);

      if (wrong != NULL)
        return wrong;
    }
  for (size_t i = 0; i < reference->n_uses; i++)
    for (size_t year = 0; year < reference->n_years && reference->uses[i].kind == PLW_USE_LINE; year++)
      {
        char *wrong = audit_saving (reference, i, year);

        if (wrong != NULL)
          return wrong;
      }
  return NULL;
}

static char *
compare_position (const Reference *reference, const PlwPartnerYears *found, const RefPartner *expected)
{
  char *wrong = compare_years (reference, found->code, "benefit", found->benefit, expected->benefit,
                               2 * reference->n_effects);

  if (wrong != NULL)
    return wrong;
  for (size_t year = 0; year < reference->n_years; year++)
    if (found->paid[year] != expected->paid[year]
        || found->position[year] != found->benefit[year] - found->paid[year])
      return g_strdup_printf ("partner %s, year %" G_GSIZE_FORMAT ": paid %" G_GINT64_FORMAT
                              " (from its pots %" G_GINT64_FORMAT "), position %" G_GINT64_FORMAT,
                              found->code, year, found->paid[year], expected->paid[year],
                              found->position[year]);
  if (!is_near (found->pv_benefit, expected->pv_benefit) || !is_near (found->pv_paid, expected->pv_paid)
      || found->pv_position != found->pv_benefit - found->pv_paid)
    return g_strdup_printf ("partner %s: present benefit %" G_GINT64_FORMAT " and payment %" G_GINT64_FORMAT
                            ", by the text %.2f and %.2f",
                            found->code, found->pv_benefit, found->pv_paid, (double) expected->pv_benefit,
                            (double) expected->pv_paid);
  return NULL;
}

static bool
has_anything (const Reference *reference, const RefPartner *position)
{
  for (size_t year = 0; year < reference->n_years; year++)
    if (position->benefit[year] > PENNY * (RefReal) reference->n_effects || position->paid[year] != 0)
      return true;
  return false;
}

/* @programme: n_programmes: all of them */
static char *
audit_positions (const Reference *reference, size_t programme)
{
  size_t n_found = plw_result_n_partners (reference->result);
  size_t asked = programme == reference->n_programmes ? SIZE_MAX : programme;

  for (size_t i = 0; i < n_found; i++)
    {
      const PlwPartnerYears *found = plw_result_partner (reference->result, asked, i);
      char *wrong;

      if (found->row != (i == reference->n_partners ? SIZE_MAX : i))
        return g_strdup_printf ("partner %s is out of order", found->code);
      wrong = compare_position (reference, found, reference_position (reference, programme, i));
      if (wrong != NULL)
        return wrong;
    }
  return NULL;
}

char *
audit_partners (const Reference *reference)
{
  size_t n_found = plw_result_n_partners (reference->result);
  const RefPartner *nobody = reference_position (reference, reference->n_programmes, reference->n_partners);

  if (n_found != reference->n_partners && n_found != reference->n_partners + 1)
    return g_strdup_printf ("%" G_GSIZE_FORMAT " partners are in the result", n_found);
  if (n_found == reference->n_partners && has_anything (reference, nobody))
    return g_strdup ("what belongs to nobody is not in the result");
  for (size_t programme = 0; programme <= reference->n_programmes; programme++)
    {
      char *wrong = audit_positions (reference, programme);

      if (wrong != NULL)
        return wrong;
    }
  return NULL;
}
