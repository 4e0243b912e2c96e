/* budget-gaps.c: which rows of a budget table are the gap between which others.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A gap is spending less funding, with reserves or without, with savings or without; of the year, or the gap
 * of the year before and the year's own. A cumulative gap less its year before is each year's.
 */
#include "exchange/budget-private.h"

static bool
is_gap (const PlwBudgetRow *row)
{
  return row->role == PLW_BUDGET_GAP_EACH_YEAR || row->role == PLW_BUDGET_GAP_CUMULATIVE;
}

/* Rows that no total has: the totals, and what has none. */
static bool
is_top (const PlwBudgetRow *row)
{
  return !row->is_part && row->role < PLW_BUDGET_GAP_EACH_YEAR;
}

typedef enum
{
  WITH_SPENDING = 1,
  WITH_FUNDING = 2,
  WITH_RESERVES = 4,
  WITH_SAVINGS = 8,
} With;

static With
get_with (const PlwBudgetRow *row)
{
  switch (row->kind)
    {
    case PLW_BUDGET_FUNDING:
      return WITH_FUNDING;
    case PLW_BUDGET_RESERVE:
      return WITH_RESERVES;
    case PLW_BUDGET_SAVING:
      return WITH_SAVINGS;
    default:
      return WITH_SPENDING;
    }
}

static PlwBudgetWalk *
collect (const PlwBudget *self, size_t target, With with)
{
  PlwBudgetWalk *walk = plw_budget_walk_new (self);

  for (size_t i = 0; i < self->rows->len; i++)
    if (is_top (plw_budget_row (self, i)) && (get_with (plw_budget_row (self, i)) & with)
        && (target == SIZE_MAX || plw_budget_is_same_part (self, i, target)))
      plw_budget_walk_add (walk, i);

  return walk;
}

static bool
is_good (const PlwBudgetFit *fit)
{
  return fit->n_held + fit->n_empty > fit->n_broken && fit->n_held + fit->n_empty > 0;
}

/* A gap of this year from its parts, or from its parts and the gap before. */
static bool
find_from_parts (PlwBudget *self, size_t gap)
{
  static const With sets[] = { WITH_SPENDING | WITH_FUNDING, WITH_SPENDING | WITH_FUNDING | WITH_RESERVES,
                               WITH_SPENDING | WITH_FUNDING | WITH_SAVINGS,
                               WITH_SPENDING | WITH_FUNDING | WITH_RESERVES | WITH_SAVINGS };
  PlwBudgetRule *best = NULL;
  double score = 0;
  int best_sign = 1;

  for (size_t i = 0; i < G_N_ELEMENTS (sets) * 4; i++)
    {
      g_autoptr (PlwBudgetWalk) walk = collect (self, gap, sets[i / 4]);
      bool is_running = i % 2;
      int sign = i % 4 < 2 ? 1 : -1;
      PlwBudgetFit fit = plw_budget_walk_fit (walk, gap, sign, is_running);

      fit.score -= is_running ? 0.6 : 0;
      if (!is_good (&fit) || (is_running && fit.n_held < 3) || fit.score <= score)
        continue;
      plw_budget_rule_free (best);
      best = plw_budget_walk_to_rule (walk, is_running ? PLW_RULE_RUNNING : PLW_RULE_GAP, gap);
      best_sign = sign;
      score = fit.score;
    }
  if (best == NULL)
    return false;

  plw_budget_row (self, gap)->sign = best_sign;
  plw_budget_row (self, gap)->rule = plw_budget_take_rule (self, best);
  return true;
}

/* A gap that is another and reserves or savings: “before” and “after reserves”. */
static void
find_from_gap (PlwBudget *self, size_t gap)
{
  static const With sets[] = { WITH_RESERVES, WITH_SAVINGS, WITH_RESERVES | WITH_SAVINGS };

  for (size_t i = 0; i < gap; i++)
    for (size_t j = 0; j < G_N_ELEMENTS (sets) && is_gap (plw_budget_row (self, i)); j++)
      {
        g_autoptr (PlwBudgetWalk) walk = collect (self, gap, sets[j]);
        PlwBudgetRule *rule = plw_budget_walk_to_rule (walk, PLW_RULE_GAP, gap);

        plw_budget_rule_add (rule, i, 1, false);
        plw_budget_count (self, rule);
        if (rule->terms->len > 2 && plw_budget_is_same_part (self, i, gap)
            && plw_budget_rule_held (rule) > rule->n_broken)
          {
            plw_budget_take_rule (self, rule);
            return;
          }
        plw_budget_rule_free (rule);
      }
}

static void find_step_of_parts (PlwBudget *self, size_t gap);

/* Each year's gap from a cumulative one. The first year may count from a year that is not printed. */
static void
find_step (PlwBudget *self, size_t gap)
{
  PlwBudgetRule *best = NULL;

  for (size_t i = 0; i < self->rows->len && self->n_years >= 3; i++)
    for (int skips = 0; skips < 2 && i != gap && is_gap (plw_budget_row (self, i)); skips++)
      {
        PlwBudgetRule *rule = plw_budget_rule_new (PLW_RULE_STEP, gap);

        plw_budget_rule_add (rule, gap, -1, false);
        plw_budget_rule_add (rule, i, 1, false);
        plw_budget_rule_add (rule, i, -1, true);
        rule->skips_first = skips > 0;
        plw_budget_count (self, rule);
        if (plw_budget_is_same_part (self, i, gap) && plw_budget_rule_held (rule) >= 2
            && plw_budget_rule_held (rule) > rule->n_broken
            && (best == NULL
                || plw_budget_rule_held (rule) + best->n_broken
                       > plw_budget_rule_held (best) + rule->n_broken))
          {
            plw_budget_rule_free (best);
            best = rule;
          }
        else
          plw_budget_rule_free (rule);
      }
  if (best == NULL)
    {
      if (plw_budget_row (self, gap)->rule == SIZE_MAX)
        find_step_of_parts (self, gap);
      return;
    }

  plw_budget_row (self, gap)->role = PLW_BUDGET_GAP_EACH_YEAR;
  plw_budget_row (self, g_array_index (best->terms, PlwBudgetTerm, 1).row)->role = PLW_BUDGET_GAP_CUMULATIVE;
  plw_budget_row (self, gap)->is_gap_plain = false;
  plw_budget_row (self, g_array_index (best->terms, PlwBudgetTerm, 1).row)->is_gap_plain = false;
  plw_budget_take_rule (self, best);
}

/* Each year's gap as the step of spending less funding, where no cumulative one is printed. */
static void
find_step_of_parts (PlwBudget *self, size_t gap)
{
  static const With sets[] = { WITH_SPENDING | WITH_FUNDING, WITH_SPENDING | WITH_FUNDING | WITH_RESERVES };

  for (size_t i = 0; i < G_N_ELEMENTS (sets) * 2 && self->n_years >= 3; i++)
    {
      g_autoptr (PlwBudgetWalk) walk = collect (self, gap, sets[i / 2]);
      PlwBudgetRule *rule = plw_budget_walk_to_rule (walk, PLW_RULE_STEP, gap);
      size_t n = rule->terms->len;

      for (size_t j = 1; j < n; j++)
        plw_budget_rule_add (rule, g_array_index (rule->terms, PlwBudgetTerm, j).row, -1, true);
      rule->skips_first = i % 2;
      plw_budget_count (self, rule);
      if (plw_budget_rule_held (rule) >= 2 && plw_budget_rule_held (rule) > rule->n_broken
          && (rule->skips_first || rule->n_broken == 0))
        {
          plw_budget_row (self, gap)->role = PLW_BUDGET_GAP_EACH_YEAR;
          plw_budget_row (self, gap)->rule = plw_budget_take_rule (self, rule);
          return;
        }
      plw_budget_rule_free (rule);
    }
}

static bool
is_flat (const PlwBudget *self, size_t row)
{
  for (size_t i = 0; i < self->n_years; i++)
    if (plw_budget_row (self, row)->cells[i].value != plw_budget_row (self, row)->cells[0].value)
      return false;

  return true;
}

/* Tries rows of these kinds, and one gap, as coming to the balance; or to nothing, where none is printed. */
static bool
try_balance (PlwBudget *self, size_t balance, size_t gap, With with)
{
  g_autoptr (PlwBudgetWalk) walk = collect (self, balance != SIZE_MAX ? balance : gap, with);

  if (gap != SIZE_MAX)
    plw_budget_walk_add (walk, gap);

  PlwBudgetRule *rule = plw_budget_walk_to_rule (walk, PLW_RULE_BALANCE, balance);

  plw_budget_count (self, rule);

  size_t n_held = plw_budget_rule_held (rule) + rule->n_empty;

  if (rule->terms->len > (balance != SIZE_MAX ? 2u : 1u) && n_held > rule->n_broken
      && (balance != SIZE_MAX || (n_held >= 2 && n_held > rule->n_broken + rule->n_open - rule->n_empty)))
    {
      plw_budget_take_rule (self, rule);
      return true;
    }

  plw_budget_rule_free (rule);
  return false;
}

/* Measures close each year's gap, or the cumulative one. */
static bool
find_balance (PlwBudget *self, size_t balance)
{
  static const With sets[] = { WITH_SAVINGS, WITH_SAVINGS | WITH_RESERVES };

  for (size_t i = 0; i < self->rows->len; i++)
    for (size_t j = 0; j < G_N_ELEMENTS (sets); j++)
      {
        const PlwBudgetRow *row = plw_budget_row (self, i);

        if (is_gap (row) && (balance == SIZE_MAX || plw_budget_is_same_part (self, i, balance))
            && !(balance == SIZE_MAX && is_flat (self, i)) && try_balance (self, balance, i, sets[j]))
          return true;
      }

  return try_balance (self, balance, SIZE_MAX, WITH_SPENDING | WITH_FUNDING)
         || try_balance (self, balance, SIZE_MAX, WITH_SPENDING | WITH_FUNDING | WITH_RESERVES)
         || try_balance (self, balance, SIZE_MAX,
                         WITH_SPENDING | WITH_FUNDING | WITH_RESERVES | WITH_SAVINGS);
}

static bool
has_kind (const PlwBudget *self, PlwBudgetRole kind)
{
  for (size_t i = 0; i < self->rows->len; i++)
    if (is_top (plw_budget_row (self, i)) && plw_budget_row (self, i)->kind == kind)
      return true;

  return false;
}

void
plw_budget_find_gaps (PlwBudget *self)
{
  size_t n_balances = 0;
  size_t n_gaps = 0;

  for (size_t i = 0; i < self->rows->len; i++)
    if (is_gap (plw_budget_row (self, i)))
      {
        n_gaps++;
        if (!find_from_parts (self, i))
          find_from_gap (self, i);
      }
  for (size_t i = 0; i < self->rows->len; i++)
    if (plw_budget_row (self, i)->role == PLW_BUDGET_GAP_EACH_YEAR || plw_budget_row (self, i)->is_gap_plain)
      find_step (self, i);
  for (size_t i = 0; i < self->rows->len; i++)
    if (plw_budget_row (self, i)->role == PLW_BUDGET_BALANCE)
      {
        n_balances++;
        find_balance (self, i);
      }

  if (n_balances == 0 && self->parts->len == 0
      && (n_gaps > 0 ? has_kind (self, PLW_BUDGET_SAVING)
                     : has_kind (self, PLW_BUDGET_FUNDING) && has_kind (self, PLW_BUDGET_SERVICE)))
    find_balance (self, SIZE_MAX);
}
