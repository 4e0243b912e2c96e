/* reference.c: the uses, the pots and who may pay for what, from the text of the model.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reference.h"

#include <string.h>

RefReal
reference_rate (const Reference *reference, const char *driver, size_t year)
{
  size_t row;

  if (*driver == '\0')
    return 0;
  g_assert_true (plw_plan_find_key (reference->plan, PLW_TABLE_DRIVERS, driver, &row));
  return (RefReal) reference_year_cell (reference, PLW_TABLE_DRIVERS, row, year) / REF_WHOLE;
}

RefReal
reference_index (const Reference *reference, const char *driver, size_t year)
{
  RefReal index = 1;

  for (size_t i = 0; i <= year; i++)
    index *= 1 + reference_rate (reference, driver, i);
  return index;
}

RefReal
reference_power (RefReal base, int64_t exponent)
{
  RefReal result = 1;

  for (int64_t i = 0; i < exponent; i++)
    result *= base;
  return result;
}

/* A percentage as a fraction. */
RefReal
reference_share (const Reference *reference, PlwTableId table, size_t row, size_t column)
{
  return (RefReal) reference_number (reference, table, row, column) / REF_WHOLE;
}

/* Half away from zero. Rates are decimals, which no binary number holds, so what is
 * a half on paper may be a hair less here.
 */
int64_t
reference_round (RefReal value)
{
  const RefReal hair = (RefReal) 1e-12;

  return value < 0 ? -(int64_t) (-value + (RefReal) 0.5 + hair) : (int64_t) (value + (RefReal) 0.5 + hair);
}

int64_t
reference_year_cell (const Reference *reference, PlwTableId table, size_t row, size_t year)
{
  size_t column = plw_plan_year_column (reference->plan, table, reference->first_year + (int) year);

  return plw_plan_number (reference->plan, table, row, column);
}

const char *
reference_text (const Reference *reference, PlwTableId table, size_t row, size_t column)
{
  return plw_plan_text (reference->plan, table, row, column);
}

int64_t
reference_number (const Reference *reference, PlwTableId table, size_t row, size_t column)
{
  return plw_plan_number (reference->plan, table, row, column);
}

static int64_t *
take_years (const Reference *reference, const int64_t *years)
{
  int64_t *copy = g_new0 (int64_t, reference->n_years);

  if (years != NULL)
    memcpy (copy, years, reference->n_years * sizeof *copy);
  return copy;
}

static void
find_in_result (const Reference *reference, RefUse *use)
{
  const PlwUse *found = NULL;

  use->number = SIZE_MAX;
  for (size_t i = 0; i < plw_result_n_uses (reference->result); i++)
    {
      const PlwUse *other = plw_result_use (reference->result, i);

      if (other->kind != use->kind || other->part != use->part)
        continue;
      if (use->kind != PLW_USE_FINANCING && !g_str_equal (other->code, use->code))
        continue;
      g_assert_true (found == NULL);
      found = other;
      use->number = i;
    }
  use->funded = take_years (reference, found != NULL ? found->funded : NULL);
  use->borrowed = take_years (reference, found != NULL ? found->borrowed : NULL);
  use->need = take_years (reference, found != NULL ? found->need : NULL);
  use->floor = take_years (reference, found != NULL ? found->floor : NULL);
  use->text_need = take_years (reference, NULL);
  use->text_floor = take_years (reference, NULL);
  use->parts = g_malloc0 (reference->n_years * sizeof *use->parts);
}

static void
add_use (Reference *reference, RefUse use)
{
  use.line = use.line != NULL ? use.line : "";
  use.group = use.group != NULL ? use.group : "";
  use.partner = use.partner != NULL ? use.partner : "";
  find_in_result (reference, &use);
  reference->uses = g_renew (RefUse, reference->uses, reference->n_uses + 1);
  reference->uses[reference->n_uses++] = use;
}

static void
add_line_use (Reference *reference, size_t row)
{
  RefUse use = {
    .kind = PLW_USE_LINE,
    .part = PLW_PART_REVENUE,
    .row = row,
    .code = reference_text (reference, PLW_TABLE_LINES, row, PLW_LINES_CODE),
    .line = reference_text (reference, PLW_TABLE_LINES, row, PLW_LINES_CODE),
    .group = reference_text (reference, PLW_TABLE_LINES, row, PLW_LINES_GROUP),
    .partner = reference_text (reference, PLW_TABLE_LINES, row, PLW_LINES_PARTNER),
    .priority = (int) reference_number (reference, PLW_TABLE_LINES, row, PLW_LINES_PRIORITY),
    .revenue_may_pay = true,
  };

  add_use (reference, use);
}

static void
add_programme_uses (Reference *reference, size_t row)
{
  RefUse use = {
    .kind = PLW_USE_PROGRAMME,
    .part = PLW_PART_REVENUE,
    .row = row,
    .code = reference_text (reference, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_CODE),
    .partner = reference_text (reference, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_PARTNER),
    .priority = (int) reference_number (reference, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_PRIORITY),
    .revenue_may_pay = true,
  };

  if (reference_number (reference, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_ENABLED) == 0)
    return;
  add_use (reference, use);
  use.part = PLW_PART_CAPITAL;
  use.revenue_may_pay =
      reference_number (reference, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_REVENUE_FUNDING) != 0;
  add_use (reference, use);
}

static void
add_project_use (Reference *reference, size_t row)
{
  const char *line = reference_text (reference, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_LINE);
  size_t line_row;
  RefUse use = {
    .kind = PLW_USE_PROJECT,
    .part = PLW_PART_CAPITAL,
    .row = row,
    .code = reference_text (reference, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_CODE),
    .line = line,
    .partner = reference_text (reference, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_PARTNER),
    .priority = (int) reference_number (reference, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_PRIORITY),
    .revenue_may_pay =
        reference_number (reference, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_REVENUE_FUNDING) != 0,
    .may_borrow = reference_number (reference, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_BORROWING) != 0,
  };

  if (reference_number (reference, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_ENABLED) == 0)
    return;
  if (*line != '\0' && plw_plan_find_key (reference->plan, PLW_TABLE_LINES, line, &line_row))
    use.group = reference_text (reference, PLW_TABLE_LINES, line_row, PLW_LINES_GROUP);
  add_use (reference, use);
}

void
reference_add_uses (Reference *reference)
{
  for (size_t row = 0; row < plw_plan_n_rows (reference->plan, PLW_TABLE_LINES); row++)
    add_line_use (reference, row);
  for (size_t row = 0; row < plw_plan_n_rows (reference->plan, PLW_TABLE_PROGRAMMES); row++)
    add_programme_uses (reference, row);
  for (size_t row = 0; row < plw_plan_n_rows (reference->plan, PLW_TABLE_PROJECTS); row++)
    add_project_use (reference, row);
  add_use (
      reference,
      (RefUse){ .kind = PLW_USE_FINANCING, .part = PLW_PART_REVENUE, .code = "", .revenue_may_pay = true });
}

static bool
does_fence_name (const Reference *reference, size_t fence, const RefUse *use)
{
  const char *name = reference_text (reference, PLW_TABLE_RINGFENCES, fence, PLW_RINGFENCES_USE_CODE);

  switch (reference_number (reference, PLW_TABLE_RINGFENCES, fence, PLW_RINGFENCES_USE_KIND))
    {
    case PLW_FENCE_LINE:
      return g_str_equal (name, use->line);
    case PLW_FENCE_GROUP:
      return g_str_equal (name, use->group);
    case PLW_FENCE_PROJECT:
      return use->kind == PLW_USE_PROJECT && g_str_equal (name, use->code);
    case PLW_FENCE_PROGRAMME:
      return use->kind == PLW_USE_PROGRAMME && g_str_equal (name, use->code);
    default:
      return g_str_equal (name, use->partner);
    }
}

/* Whether the policy lets the pot skip rules 1 and 2. */
static bool
do_fences_fall (const Reference *reference, const RefPot *pot)
{
  if (g_str_equal (reference->policy, "today"))
    return false;
  if (g_str_equal (reference->policy, "placemaking"))
    return reference_number (reference, PLW_TABLE_POTS, pot->row, PLW_POTS_POOLED) != 0;

  g_autofree char *key = g_strdup_printf ("%s/%s", reference->policy, pot->code);
  size_t row;
  return plw_plan_find_key (reference->plan, PLW_TABLE_POLICY_POTS, key, &row);
}

static bool
is_kind_right (const Reference *reference, const RefPot *pot, const RefUse *use)
{
  bool is_capital_pot =
      reference_number (reference, PLW_TABLE_POTS, pot->row, PLW_POTS_KIND) == PLW_POT_CAPITAL;

  if (use->part == PLW_PART_CAPITAL)
    return is_capital_pot || use->revenue_may_pay;
  return !is_capital_pot
         || reference_number (reference, PLW_TABLE_POTS, pot->row, PLW_POTS_MAY_FUND_REVENUE) != 0;
}

/* The three rules of section 4, in their order. */
static int64_t
find_cap (const Reference *reference, const RefPot *pot, const RefUse *use)
{
  bool has_fences = false;
  bool is_named = false;
  int64_t cap = 0;

  for (size_t row = 0; row < plw_plan_n_rows (reference->plan, PLW_TABLE_RINGFENCES); row++)
    {
      PlwValue own = plw_plan_get (reference->plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_SHARE_CAP);

      if (!g_str_equal (reference_text (reference, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_POT), pot->code))
        continue;
      has_fences = true;
      if (!does_fence_name (reference, row, use))
        continue;
      is_named = true;
      if (!own.is_set)
        cap = REF_NO_LIMIT;
      else if (cap != REF_NO_LIMIT)
        cap = MAX (cap, own.number);
    }
  if (!do_fences_fall (reference, pot))
    {
      if (!is_kind_right (reference, pot, use))
        return REF_BARRED;
      if (has_fences && !is_named)
        return REF_BARRED;
    }
  return is_named ? cap : REF_NO_LIMIT;
}

void
reference_add_caps (Reference *reference)
{
  reference->caps = g_new (int64_t, reference->n_pots * reference->n_uses + 1);
  for (size_t pot = 0; pot < reference->n_pots; pot++)
    for (size_t use = 0; use < reference->n_uses; use++)
      reference->caps[pot * reference->n_uses + use] =
          find_cap (reference, &reference->pots[pot], &reference->uses[use]);
}

int64_t
reference_cap (const Reference *reference, size_t pot, size_t use, size_t year)
{
  int64_t cap = reference->caps[pot * reference->n_uses + use];

  if (cap < 0)
    return cap;
  return (int64_t) ((__int128) cap * reference->uses[use].need[year] / REF_WHOLE);
}

int64_t
reference_paid (const Reference *reference, size_t use, size_t year)
{
  return reference->uses[use].funded[year] - reference->uses[use].borrowed[year];
}

int64_t
reference_wanted (const Reference *reference, size_t use, size_t year, int class)
{
  const RefUse *it = &reference->uses[use];

  if (it->kind == PLW_USE_FINANCING)
    return class == 0 ? it->need[year] : 0;
  if (class == 0)
    return it->floor[year];
  return class == it->priority ? it->need[year] - it->floor[year] : 0;
}

/* A use that does not have its floor can get nothing more later: every pot that reaches it
 * is spent on what is settled. So the total says what each class gave.
 */
int64_t
reference_settled (const Reference *reference, size_t use, size_t year, int class)
{
  const RefUse *it = &reference->uses[use];
  int64_t paid = reference_paid (reference, use, year);
  int64_t first = it->kind == PLW_USE_FINANCING ? it->need[year] : it->floor[year];

  if (class == 0)
    return 0;
  if (it->kind == PLW_USE_FINANCING || class > it->priority)
    return paid;
  return MIN (paid, first);
}

Reference *
reference_new (const PlwPlan *plan, const char *policy, const PlwResult *result)
{
  Reference *reference = g_new0 (Reference, 1);

  reference->plan = plan;
  reference->result = result;
  reference->policy = policy;
  reference->first_year = plw_plan_base_year (plan) + 1;
  reference->n_years = plw_plan_n_years (plan);
  reference_add_uses (reference);
  reference_add_pots (reference);
  reference_add_caps (reference);
  reference_add_programmes (reference);
  reference_add_needs (reference);
  reference_add_appraisals (reference);
  return reference;
}

static void
clear_account (RefAccount *account)
{
  g_free (account->cost);
  g_free (account->saved);
  g_free (account->released);
  g_free (account->overlap);
}

static void
free_prevention (Reference *reference)
{
  for (size_t i = 0; i < reference->n_effects; i++)
    {
      g_free (reference->effects[i].gross);
      g_free (reference->effects[i].cash);
      g_free (reference->effects[i].credited);
    }
  for (size_t i = 0; i < reference->n_programmes; i++)
    {
      g_free (reference->programmes[i].share);
      clear_account (&reference->programmes[i].account);
    }
  for (size_t i = 0; i < (reference->n_programmes + 1) * (reference->n_partners + 1); i++)
    {
      g_free (reference->positions[i].benefit);
      g_free (reference->positions[i].paid);
    }
  clear_account (&reference->all);
  g_free (reference->effects);
  g_free (reference->programmes);
  g_free (reference->positions);
}

void
reference_free (Reference *reference)
{
  if (reference == NULL)
    return;
  for (size_t i = 0; i < reference->n_uses; i++)
    {
      g_free (reference->uses[i].text_need);
      g_free (reference->uses[i].text_floor);
      g_free (reference->uses[i].need);
      g_free (reference->uses[i].floor);
      g_free (reference->uses[i].funded);
      g_free (reference->uses[i].borrowed);
      g_free (reference->uses[i].parts);
    }
  for (size_t i = 0; i < reference->n_pots; i++)
    {
      g_free (reference->pots[i].received);
      g_free (reference->pots[i].withheld);
      g_free (reference->pots[i].inflow);
      g_free (reference->pots[i].limit);
    }
  free_prevention (reference);
  g_free (reference->uses);
  g_free (reference->pots);
  g_free (reference->caps);
  g_free (reference);
}
