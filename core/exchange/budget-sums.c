/* budget-sums.c: which rows of a budget table are totals of which.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Totals stand below or above what they add up. From each row that may be one, rows are collected upwards and
 * downwards, subtotals in place of their rows, and after each the sum is tried in every column at once.
 */
#include "exchange/budget-private.h"

#include <math.h>
#include <string.h>

/* A named total is believed to be one where it is this near its rows. */
#define OFF_MOST 0.1

struct _PlwBudgetWalk
{
  const PlwBudget *budget;
  GArray *rows; /* of size_t */
  struct
  {
    __int128 sum;
    size_t n_figures;
    size_t n_missing;
    size_t n_unknown;
    int decimals;
  } columns[PLW_BUDGET_COLUMNS_MAX];
};

PlwBudgetWalk *
plw_budget_walk_new (const PlwBudget *budget)
{
  PlwBudgetWalk *self = g_new0 (PlwBudgetWalk, 1);

  self->budget = budget;
  self->rows = g_array_new (FALSE, FALSE, sizeof (size_t));
  return self;
}

void
plw_budget_walk_free (PlwBudgetWalk *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_free (self);
}

void
plw_budget_walk_add (PlwBudgetWalk *self, size_t index)
{
  const PlwBudgetRow *row = plw_budget_row (self->budget, index);

  g_array_append_val (self->rows, index);
  for (size_t i = 0; i < self->budget->columns->len; i++)
    if (plw_budget_is_figure (&row->cells[i]))
      {
        self->columns[i].sum += (__int128) row->cells[i].value * row->sign;
        self->columns[i].n_figures++;
        self->columns[i].decimals = MAX (self->columns[i].decimals, row->cells[i].decimals);
      }
    else
      {
        self->columns[i].n_missing++;
        self->columns[i].n_unknown += row->cells[i].kind == PLW_CELL_UNKNOWN;
      }
}

/* The sign of a total of rows that all have it; of others +. */
static int
get_sign (const PlwBudgetWalk *self)
{
  int sign = 0;

  for (size_t i = 0; i < self->rows->len; i++)
    {
      int own = plw_budget_row (self->budget, g_array_index (self->rows, size_t, i))->sign;

      if (sign != 0 && own != sign)
        return 1;
      sign = own;
    }

  return sign != 0 ? sign : 1;
}

static void
fit_column (const PlwBudgetWalk *self,
            const PlwBudgetRow *target,
            int sign,
            size_t column,
            bool is_running,
            PlwBudgetFit *fit)
{
  const PlwBudgetCell *cell = &target->cells[column];
  const PlwBudgetCell *before = is_running && column > 0 ? &target->cells[column - 1] : NULL;
  __int128 rest = self->columns[column].sum - (__int128) cell->value * sign;
  size_t n = self->columns[column].n_figures + 1;
  int64_t tolerance = PLW_DECIMAL_ONE;

  if (!plw_budget_is_figure (cell) || (before != NULL && !plw_budget_is_figure (before))
      || self->columns[column].n_figures == 0 || (is_running && column >= self->budget->n_years))
    return;
  if (before != NULL)
    {
      rest += (__int128) before->value * sign;
      n++;
    }
  for (int i = 0; i < MAX (self->columns[column].decimals, cell->decimals); i++)
    tolerance /= 10;
  tolerance = tolerance * (int64_t) n / 2;

  if (self->columns[column].n_missing > 0)
    {
      bool is_empty = ABS (rest) <= tolerance && self->columns[column].n_unknown == 0;

      fit->n_empty += is_empty;
      fit->score += !is_empty ? -1 : rest == 0 ? 0.5 : 0;
    }
  else if (ABS (rest) <= tolerance)
    {
      fit->n_held++;
      fit->score += rest == 0 ? 0.5 : 0;
    }
  else
    fit->n_broken++;
  if (rest != 0)
    fit->off = fmax (fit->off, fabs ((double) rest) / fmax (1, fabs ((double) cell->value)));
}

PlwBudgetFit
plw_budget_walk_fit (const PlwBudgetWalk *self, size_t target, int sign, bool is_running)
{
  PlwBudgetFit fit = { 0 };

  for (size_t i = 0; i < self->budget->columns->len; i++)
    fit_column (self, plw_budget_row (self->budget, target), sign, i, is_running, &fit);

  fit.score += 4.0 * (double) fit.n_held + 3.9 * (double) fit.n_empty - 6.0 * (double) fit.n_broken;
  return fit;
}

PlwBudgetRule *
plw_budget_walk_to_rule (const PlwBudgetWalk *self, PlwBudgetRuleKind kind, size_t target)
{
  PlwBudgetRule *rule = plw_budget_rule_new (kind, target);

  if (target != SIZE_MAX)
    plw_budget_rule_add (rule, target, -1, false);
  for (size_t i = 0; i < self->rows->len; i++)
    plw_budget_rule_add (rule, g_array_index (self->rows, size_t, i), 1, false);
  if (kind == PLW_RULE_RUNNING)
    plw_budget_rule_add (rule, target, 1, true);

  return rule;
}

bool
plw_budget_is_same_part (const PlwBudget *self, size_t a, size_t b)
{
  return g_strcmp0 (plw_budget_row (self, a)->part, plw_budget_row (self, b)->part) == 0;
}

static bool
is_summed (const PlwBudgetRow *row)
{
  return row->role < PLW_BUDGET_GAP_EACH_YEAR;
}

/* The best found so far. */
typedef struct
{
  PlwBudgetFit fit;
  PlwBudgetRule *rule;
  int sign;
  PlwBudgetRole kind;
} Best;

/* What all rows are of; else spending. */
static PlwBudgetRole
get_kind (const PlwBudgetWalk *self)
{
  PlwBudgetRole kind = plw_budget_row (self->budget, g_array_index (self->rows, size_t, 0))->kind;

  for (size_t i = 1; i < self->rows->len; i++)
    if (plw_budget_row (self->budget, g_array_index (self->rows, size_t, i))->kind != kind)
      return PLW_BUDGET_SERVICE;

  return kind;
}

static bool
is_good (const PlwBudgetFit *fit, bool is_named)
{
  if (is_named && fit->n_held == 0 && fit->n_empty == 0)
    return fit->n_broken > 0 && fit->off <= OFF_MOST;
  if (is_named)
    return fit->n_held + fit->n_empty > fit->n_broken;

  return fit->n_held >= 2 && fit->n_broken == 0 && fit->score > 4.2 * (double) fit->n_held;
}

static void
try_walk (const PlwBudgetWalk *walk, size_t target, bool is_named, Best *best)
{
  const PlwBudgetRow *row = plw_budget_row (walk->budget, target);
  bool is_strange = plw_budget_is_income (row) && get_kind (walk) != row->kind;
  int sign = get_sign (walk);

  for (int is_running = 0; is_running <= (is_named && walk->budget->n_years >= 3); is_running++)
    {
      PlwBudgetFit fit = plw_budget_walk_fit (walk, target, sign, is_running);

      /* A plain sum is preferred, and funding of funding; nearness decides between sums that do not hold. */
      fit.score -= (is_running ? 1 : 0) + (is_strange ? 5 : 0);
      if (!is_good (&fit, is_named) || (is_running && fit.n_held < 3)
          || (best->rule != NULL
              && (fit.score < best->fit.score || (fit.score == best->fit.score && fit.off > best->fit.off))))
        continue;
      plw_budget_rule_free (best->rule);
      best->fit = fit;
      best->rule = plw_budget_walk_to_rule (walk, is_running ? PLW_RULE_RUNNING : PLW_RULE_SUM, target);
      best->sign = sign;
      best->kind = get_kind (walk);
    }
}

/* Where the rows of a total end, seen from the total; its own index where they stand on the other side. */
static size_t
skip_parts (const PlwBudget *self, size_t total, int step)
{
  const PlwBudgetRule *rule = plw_budget_rule (self, plw_budget_row (self, total)->rule);
  size_t end = total;

  for (size_t i = 1; i < rule->terms->len; i++)
    {
      size_t row = g_array_index (rule->terms, PlwBudgetTerm, i).row;

      if (step > 0 ? row > end : row < end)
        end = row;
    }

  return end;
}

static void
walk_from (const PlwBudget *self, size_t target, int step, bool is_named, Best *best)
{
  g_autoptr (PlwBudgetWalk) walk = plw_budget_walk_new (self);

  for (size_t i = target + (size_t) step; i < self->rows->len && plw_budget_is_same_part (self, i, target);
       i += (size_t) step)
    {
      const PlwBudgetRow *row = plw_budget_row (self, i);

      if (!is_summed (row))
        continue;
      if (row->rule != SIZE_MAX)
        {
          size_t end = skip_parts (self, i, step);

          if (end == i)
            continue;
          plw_budget_walk_add (walk, i);
          i = end;
        }
      else if (row->is_total_name)
        break;
      else
        plw_budget_walk_add (walk, i);
      if (walk->rows->len >= (is_named ? 1 : 2))
        try_walk (walk, target, is_named, best);
    }
}

/* Rows of one kind, or under one heading, wherever they stand. */
static void
try_alike (const PlwBudget *self, size_t target, bool by_section, Best *best)
{
  const PlwBudgetRow *total = plw_budget_row (self, target);
  g_autoptr (PlwBudgetWalk) walk = plw_budget_walk_new (self);

  if (by_section && total->section == NULL)
    return;
  for (size_t i = 0; i < self->rows->len; i++)
    {
      const PlwBudgetRow *row = plw_budget_row (self, i);

      if (i != target && row->rule == SIZE_MAX && !row->is_total_name && is_summed (row)
          && plw_budget_is_same_part (self, i, target)
          && (by_section ? g_strcmp0 (row->section, total->section) == 0 : row->kind == total->kind))
        plw_budget_walk_add (walk, i);
    }
  if (walk->rows->len > 1)
    try_walk (walk, target, true, best);
}

static bool
has_two_figures (const PlwBudget *self, const PlwBudgetRow *row)
{
  size_t n = 0;

  for (size_t i = 0; i < self->columns->len; i++)
    n += row->cells[i].kind == PLW_CELL_FIGURE && row->cells[i].value != 0;

  return n >= 2;
}

/* A subtotal whose rows a total has, one by one, is part of it too. */
static void
mark_subtotals (PlwBudget *self, size_t total, const PlwBudgetRule *rule)
{
  for (size_t i = 0; i < self->rows->len; i++)
    {
      PlwBudgetRow *row = plw_budget_row (self, i);
      const PlwBudgetRule *own = row->rule != SIZE_MAX ? plw_budget_rule (self, row->rule) : NULL;
      bool has_all = own != NULL && own->kind == PLW_RULE_SUM && i != total;

      for (size_t j = 1; has_all && j < own->terms->len; j++)
        has_all = plw_budget_rule_has (rule, g_array_index (own->terms, PlwBudgetTerm, j).row);
      row->is_part |= has_all;
    }
}

static void
find_total (PlwBudget *self, size_t index)
{
  PlwBudgetRow *row = plw_budget_row (self, index);
  bool is_named = row->is_total_name || row->role == PLW_BUDGET_CLOSING;
  Best best = { .rule = NULL };

  if (row->rule != SIZE_MAX || !is_summed (row) || (!is_named && !has_two_figures (self, row)))
    return;

  walk_from (self, index, -1, is_named, &best);
  walk_from (self, index, 1, is_named, &best);
  if (is_named)
    {
      try_alike (self, index, false, &best);
      try_alike (self, index, true, &best);
    }
  if (best.rule == NULL)
    return;

  row->sign = best.sign;
  row->kind = best.kind;
  if (row->role != PLW_BUDGET_CLOSING)
    row->role = PLW_BUDGET_TOTAL;
  for (size_t i = 1; i < best.rule->terms->len; i++)
    {
      const PlwBudgetTerm *term = &g_array_index (best.rule->terms, PlwBudgetTerm, i);

      plw_budget_row (self, term->row)->is_part |= !term->is_before;
    }
  mark_subtotals (self, index, best.rule);
  row->rule = plw_budget_take_rule (self, best.rule);
}

/* What a sum ends with is what one of its rows begins the next year with: a base and its new base, whatever
 * they are called.
 */
static bool
try_carried (PlwBudget *self, size_t base, size_t closing)
{
  PlwBudgetRow *first = plw_budget_row (self, base);
  PlwBudgetRow *last = plw_budget_row (self, closing);
  bool is_named = first->role == PLW_BUDGET_BASE && last->role == PLW_BUDGET_CLOSING;
  PlwBudgetRule *rule = plw_budget_rule_new (PLW_RULE_CARRIED, base);

  plw_budget_rule_add (rule, base, -1, false);
  plw_budget_rule_add (rule, closing, 1, true);
  rule->skips_first = true;
  plw_budget_count (self, rule);
  if (first->rule != SIZE_MAX
      || (is_named ? plw_budget_rule_held (rule) <= rule->n_broken : rule->n_exact < 2 || rule->n_broken > 0))
    {
      plw_budget_rule_free (rule);
      return false;
    }

  first->role = PLW_BUDGET_BASE;
  last->role = PLW_BUDGET_CLOSING;
  first->kind = last->kind = PLW_BUDGET_SERVICE;
  plw_budget_take_rule (self, rule);
  return true;
}

static void
find_carried (PlwBudget *self)
{
  for (size_t i = 0; i < self->rows->len; i++)
    {
      const PlwBudgetRow *row = plw_budget_row (self, i);
      const PlwBudgetRule *rule = row->rule != SIZE_MAX ? plw_budget_rule (self, row->rule) : NULL;

      if (rule == NULL || rule->kind != PLW_RULE_SUM || plw_budget_is_income (row)
          || !has_two_figures (self, row))
        continue;
      for (size_t j = 1; j < rule->terms->len; j++)
        if (try_carried (self, g_array_index (rule->terms, PlwBudgetTerm, j).row, i))
          break;
    }
}

static void
find_across (PlwBudget *self)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();
  size_t n_held = 0;
  size_t n_broken = 0;

  for (size_t i = 0; i < self->rows->len; i++)
    {
      PlwBudgetRule *rule = plw_budget_rule_new (PLW_RULE_ACROSS, i);

      plw_budget_count (self, rule);
      n_held += plw_budget_rule_held (rule);
      n_broken += rule->n_broken;
      g_ptr_array_add (rules, rule);
    }

  for (size_t i = 0; i < rules->len; i++)
    {
      PlwBudgetRule *rule = g_ptr_array_index (rules, i);
      PlwBudgetRole role = plw_budget_row (self, i)->role;
      bool is_running =
          role == PLW_BUDGET_CLOSING || role == PLW_BUDGET_BASE || role == PLW_BUDGET_GAP_CUMULATIVE
          || (plw_budget_row (self, i)->rule != SIZE_MAX
              && plw_budget_rule (self, plw_budget_row (self, i)->rule)->kind == PLW_RULE_RUNNING);

      if (n_held > n_broken && plw_budget_rule_held (rule) + rule->n_broken + rule->n_open > 0
          && (!is_running || rule->n_broken == 0))
        plw_budget_take_rule (self, rule);
      else
        plw_budget_rule_free (rule);
    }
}

void
plw_budget_find_sums (PlwBudget *self)
{
  for (int pass = 0; pass < 2; pass++)
    for (size_t i = 0; i < self->rows->len; i++)
      find_total (self, i);
  find_carried (self);
  if (self->n_years >= 2 && self->n_years < self->columns->len)
    find_across (self);
}
