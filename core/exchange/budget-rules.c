/* budget-rules.c: sums over a budget table, and whether they hold.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/budget-private.h"

PlwBudgetRule *
plw_budget_rule_new (PlwBudgetRuleKind kind, size_t target)
{
  PlwBudgetRule *self = g_new0 (PlwBudgetRule, 1);

  self->kind = kind;
  self->target = target;
  self->terms = g_array_new (FALSE, FALSE, sizeof (PlwBudgetTerm));
  return self;
}

void
plw_budget_rule_free (void *rule)
{
  PlwBudgetRule *self = rule;

  if (self == NULL)
    return;
  g_array_unref (self->terms);
  g_free (self);
}

void
plw_budget_rule_add (PlwBudgetRule *self, size_t row, int factor, bool is_before)
{
  const PlwBudgetTerm term = { row, factor, is_before };

  g_array_append_val (self->terms, term);
}

bool
plw_budget_rule_has (const PlwBudgetRule *rule, size_t row)
{
  for (size_t i = 0; i < rule->terms->len; i++)
    if (g_array_index (rule->terms, PlwBudgetTerm, i).row == row)
      return true;

  return false;
}

static bool
has_before (const PlwBudgetRule *rule)
{
  for (size_t i = 0; i < rule->terms->len; i++)
    if (g_array_index (rule->terms, PlwBudgetTerm, i).is_before)
      return true;

  return false;
}

/* Whether the rule says anything about the column. The year before must be the year before. */
static bool
is_about (const PlwBudget *self, const PlwBudgetRule *rule, size_t column)
{
  if (!has_before (rule))
    return true;
  if (column >= self->n_years)
    return false;
  if (column == 0)
    return !rule->skips_first;

  return plw_budget_column (self, column)->year == plw_budget_column (self, column - 1)->year + 1;
}

/* Whether nothing stands in the column of what is to be added up. */
static bool
is_blank (const PlwBudget *self, const PlwBudgetRule *rule, size_t column)
{
  for (size_t i = 0; i < rule->terms->len; i++)
    {
      const PlwBudgetTerm *term = &g_array_index (rule->terms, PlwBudgetTerm, i);

      if (term->row != rule->target && !term->is_before
          && plw_budget_row (self, term->row)->cells[column].kind != PLW_CELL_EMPTY)
        return false;
    }

  return rule->kind != PLW_RULE_CARRIED
         || plw_budget_row (self, rule->target)->cells[column].kind == PLW_CELL_EMPTY;
}

/* Figures that all end in three noughts were rounded to thousands, and written out. Few may do so by chance.
 */
#define ROUND_LEAST 5

/* What the figures of a sum were rounded to. */
typedef struct
{
  size_t n_figures;
  int decimals;
  size_t n_round;
  size_t n_nothing;
} Print;

static void
add_figure (Print *self, const PlwBudgetCell *cell)
{
  self->n_figures++;
  self->decimals = MAX (self->decimals, cell->decimals);
  self->n_nothing += cell->value == 0;
  self->n_round += cell->value != 0 && cell->value % (1000 * PLW_DECIMAL_ONE) == 0;
}

/* Half a unit of the last printed decimal for every figure. */
static int64_t
get_tolerance (const Print *self)
{
  int64_t step = PLW_DECIMAL_ONE;

  for (int i = 0; i < self->decimals; i++)
    step /= 10;
  if (self->n_round >= ROUND_LEAST && self->n_round + self->n_nothing == self->n_figures)
    step *= 1000;

  return (int64_t) self->n_figures * step / 2;
}

static PlwVerdict
get_verdict (__int128 rest, int64_t tolerance, bool is_open)
{
  if (is_open)
    return PLW_VERDICT_OPEN;
  if (rest == 0)
    return PLW_VERDICT_EXACT;

  return ABS (rest) <= tolerance ? PLW_VERDICT_ROUNDED : PLW_VERDICT_BROKEN;
}

/* Judges the sum of the years of one row. */
static PlwVerdict
judge_across (const PlwBudget *self,
              const PlwBudgetRow *row,
              size_t total,
              __int128 *ret_rest,
              int64_t *ret_tolerance)
{
  __int128 rest = 0;
  Print print = { 0 };
  bool is_open = false;

  for (size_t i = 0; i <= self->n_years; i++)
    {
      const PlwBudgetCell *cell = &row->cells[i < self->n_years ? i : total];

      /* A year that a list has no row for is none of the programme's. */
      if (i < self->n_years && plw_budget_column (self, i)->source == SIZE_MAX
          && cell->kind == PLW_CELL_EMPTY)
        continue;
      is_open |= !plw_budget_is_figure (cell);
      rest += i < self->n_years ? cell->value : -cell->value;
      add_figure (&print, cell);
    }

  *ret_rest = rest;
  *ret_tolerance = get_tolerance (&print);
  if (row->cells[total].kind == PLW_CELL_EMPTY || print.n_figures < 2)
    return PLW_VERDICT_NONE;

  return get_verdict (rest, *ret_tolerance, is_open);
}

/* @column: of ACROSS the column of totals
 * @ret_rest: what the terms come to, where nothing is right
 */
PlwVerdict
plw_budget_judge (const PlwBudget *self,
                  const PlwBudgetRule *rule,
                  size_t column,
                  __int128 *ret_rest,
                  int64_t *ret_tolerance)
{
  __int128 rest = 0;
  Print print = { 0 };
  bool is_open = false;

  *ret_rest = 0;
  *ret_tolerance = 0;
  if (rule->kind == PLW_RULE_ACROSS)
    return column < self->n_years
               ? PLW_VERDICT_NONE
               : judge_across (self, plw_budget_row (self, rule->target), column, ret_rest, ret_tolerance);
  if (!is_about (self, rule, column) || is_blank (self, rule, column))
    return PLW_VERDICT_NONE;

  for (size_t i = 0; i < rule->terms->len; i++)
    {
      const PlwBudgetTerm *term = &g_array_index (rule->terms, PlwBudgetTerm, i);
      const PlwBudgetRow *row = plw_budget_row (self, term->row);

      if (term->is_before && column == 0)
        continue;

      const PlwBudgetCell *cell = &row->cells[term->is_before ? column - 1 : column];

      is_open |= !plw_budget_is_figure (cell);
      if (cell->kind != PLW_CELL_FIGURE)
        continue;
      rest += (__int128) cell->value * row->sign * term->factor;
      add_figure (&print, cell);
    }

  *ret_rest = rest;
  *ret_tolerance = get_tolerance (&print);
  return get_verdict (rest, *ret_tolerance, is_open);
}

void
plw_budget_count (const PlwBudget *self, PlwBudgetRule *rule)
{
  rule->n_exact = rule->n_rounded = rule->n_broken = rule->n_open = rule->n_empty = 0;
  for (size_t i = 0; i < self->columns->len; i++)
    {
      __int128 rest;
      int64_t tolerance;
      PlwVerdict verdict = plw_budget_judge (self, rule, i, &rest, &tolerance);

      rule->n_exact += verdict == PLW_VERDICT_EXACT;
      rule->n_rounded += verdict == PLW_VERDICT_ROUNDED;
      rule->n_broken += verdict == PLW_VERDICT_BROKEN;
      rule->n_open += verdict == PLW_VERDICT_OPEN;
      rule->n_empty += verdict == PLW_VERDICT_OPEN && ABS (rest) <= tolerance;
    }
}

size_t
plw_budget_rule_held (const PlwBudgetRule *rule)
{
  return rule->n_exact + rule->n_rounded;
}

size_t
plw_budget_take_rule (PlwBudget *self, PlwBudgetRule *rule)
{
  if (self->rules->len >= PLW_BUDGET_RULES_MAX)
    {
      plw_budget_rule_free (rule);
      return SIZE_MAX;
    }

  g_ptr_array_add (self->rules, rule);
  return self->rules->len - 1;
}
