/* budget-tie.c: whether the rows of a plan that a budget table became come to the table's totals.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every figure is made again from the plan alone, as the table would print it, and totals from what they add
 * up.
 */
#include "exchange/budget-private.h"

#include "base/i18n.h"

typedef enum
{
  NOT_ASKED,
  BEING_ASKED,
  UNKNOWN,
  KNOWN,
} State;

/* A figure as the plan has it. */
typedef struct
{
  State state;
  __int128 pence; /* what comes in is below 0 */
  size_t n_rows;  /* that it was added up from */
} Figure;

typedef struct
{
  const PlwBudget *budget;
  const PlwPlan *plan;
  Figure *figures; /* rows by columns */
} Tie;

static int64_t
get_number (const Tie *self, PlwTableId table, const char *key, size_t column)
{
  size_t row;

  return key != NULL && plw_plan_find_key (self->plan, table, key, &row)
             ? plw_plan_number (self->plan, table, row, column)
             : 0;
}

static int64_t
get_cost (const Tie *self, const char *key)
{
  int64_t kind = get_number (self, PLW_TABLE_COSTS, key, PLW_COSTS_KIND);

  return get_number (self, PLW_TABLE_COSTS, key, PLW_COSTS_BASE) * (kind == PLW_COST_INCOME ? -1 : 1);
}

static int64_t
get_change (const Tie *self, const char *key, int year)
{
  int64_t kind = get_number (self, PLW_TABLE_CHANGES, key, PLW_CHANGES_KIND);
  size_t column = plw_plan_year_column (self->plan, PLW_TABLE_CHANGES, year);

  return get_number (self, PLW_TABLE_CHANGES, key, column)
         * (kind == PLW_CHANGE_SAVING || kind == PLW_CHANGE_INCOME ? -1 : 1);
}

static bool
is_plan_year (const Tie *self, int year)
{
  int base = plw_plan_base_year (self->plan);

  return year > base && year <= base + (int) plw_plan_n_years (self->plan);
}

/* What a row takes less what it brings. In the base year nothing is known of pots. */
static bool
get_level (const Tie *self, const PlwBudgetRow *row, int year, int64_t *ret_pence)
{
  int base = plw_plan_base_year (self->plan);

  if (!is_plan_year (self, year) && (year != base || row->pot != NULL || row->project != NULL))
    return false;

  *ret_pence = get_cost (self, row->cost);
  for (int i = base + 1; i <= year; i++)
    *ret_pence += get_change (self, row->change, i);
  if (year > base)
    {
      *ret_pence -= get_number (self, PLW_TABLE_POTS, row->pot,
                                plw_plan_year_column (self->plan, PLW_TABLE_POTS, year));
      *ret_pence += get_number (self, PLW_TABLE_PROJECTS, row->project,
                                plw_plan_year_column (self->plan, PLW_TABLE_PROJECTS, year));
    }

  return true;
}

static bool
is_in_plan (const PlwBudgetRow *row)
{
  return row->cost != NULL || row->change != NULL || row->pot != NULL || row->project != NULL;
}

/* The base that the first plan year begins with: the line's cost elements. */
static bool
get_opening (const Tie *self, const PlwBudgetRow *row, int year, int64_t *ret_pence)
{
  if (year != plw_plan_base_year (self->plan) + 1)
    return false;

  *ret_pence = get_cost (self, row->cost);
  for (size_t i = 0; i < self->budget->rows->len; i++)
    *ret_pence += get_cost (self, plw_budget_row (self->budget, i)->made);

  return true;
}

static bool
get_step (const Tie *self, const PlwBudgetRow *row, size_t column, int64_t *ret_pence)
{
  int year = plw_budget_column (self->budget, column)->year;
  int64_t before = 0;

  if (!get_level (self, row, year, ret_pence))
    return false;
  if (row->means == PLW_MEANS_STEPS && column == 0)
    return true;
  if (row->means == PLW_MEANS_MOVEMENT && year == plw_plan_base_year (self->plan) + 1)
    return true;
  if (!get_level (self, row, year - 1, &before))
    return false;

  *ret_pence -= before;
  return true;
}

/* A row's own figure, as printed but for its sign. */
static bool
get_own (const Tie *self, const PlwBudgetRow *row, size_t column, int64_t *ret_pence)
{
  int year = plw_budget_column (self->budget, column)->year;

  if (!plw_budget_is_figure (&row->cells[column]))
    return false;

  switch (row->means)
    {
    case PLW_MEANS_OPENING:
      return get_opening (self, row, year, ret_pence);
    case PLW_MEANS_LEVEL:
      /* What came in in the base year is no part of a plan. */
      if (year == plw_plan_base_year (self->plan) && row->cells[column].value * row->sign < 0)
        return false;
      return is_in_plan (row) && get_level (self, row, year, ret_pence);
    case PLW_MEANS_MOVEMENT:
      *ret_pence = 0;
      if (row->pot != NULL)
        return get_step (self, row, column, ret_pence);
      if (is_plan_year (self, year))
        *ret_pence = get_change (self, row->change, year);
      return is_plan_year (self, year);
    case PLW_MEANS_STEPS:
      return is_in_plan (row) && get_step (self, row, column, ret_pence);
    case PLW_MEANS_NOTHING:
      return false;
    }

  g_assert_not_reached ();
}

static const PlwBudgetRule *
find_rule (const PlwBudget *self, size_t row)
{
  for (size_t i = 0; i < self->rules->len; i++)
    if (plw_budget_rule (self, i)->target == row && plw_budget_rule (self, i)->kind != PLW_RULE_ACROSS)
      return plw_budget_rule (self, i);

  return NULL;
}

static Figure *ask (Tie *self, size_t row, size_t column);

static void
ask_rule (Tie *self, const PlwBudgetRule *rule, size_t column, Figure *ret_figure)
{
  if (column == 0 && rule->skips_first)
    return;
  for (size_t i = 0; i < rule->terms->len; i++)
    {
      const PlwBudgetTerm *term = &g_array_index (rule->terms, PlwBudgetTerm, i);

      if ((term->row == rule->target && !term->is_before) || (term->is_before && column == 0))
        continue;

      const Figure *part = ask (self, term->row, column - (term->is_before ? 1 : 0));

      if (part->state != KNOWN)
        return;
      ret_figure->pence += term->factor * part->pence;
      ret_figure->n_rows += part->n_rows;
    }

  ret_figure->state = KNOWN;
}

static Figure *
ask (Tie *self, size_t row, size_t column)
{
  Figure *figure = &self->figures[row * self->budget->n_years + column];
  const PlwBudgetRule *rule = find_rule (self->budget, row);
  Figure found = { .state = UNKNOWN };
  int64_t pence;

  if (figure->state == BEING_ASKED)
    return figure;
  if (figure->state != NOT_ASKED)
    return figure;

  figure->state = BEING_ASKED;
  if (get_own (self, plw_budget_row (self->budget, row), column, &pence))
    found = (Figure){ KNOWN, pence, 1 };
  else if (rule != NULL && plw_budget_row (self->budget, row)->role >= PLW_BUDGET_BASE)
    ask_rule (self, rule, column, &found);

  *figure = found;
  return figure;
}

/* Half of the last printed digit for each figure that was added up, and for the total. */
static int64_t
get_tolerance (const PlwBudget *self, size_t row, size_t column, size_t n_rows)
{
  const PlwBudgetRule *rule = find_rule (self, row);
  int64_t step = self->unit * 100;
  int64_t rounding = 0;
  __int128 rest;

  for (int i = 0; i < plw_budget_row (self, row)->cells[column].decimals; i++)
    step /= 10;
  if (rule != NULL && plw_budget_judge (self, rule, column, &rest, &rounding) == PLW_VERDICT_ROUNDED)
    rounding = (int64_t) ((__int128) rounding * self->unit * 100 / PLW_DECIMAL_ONE);
  else
    rounding = 0;

  return MAX ((int64_t) (n_rows + 1) * step / 2, rounding);
}

static void
add_mismatch (const PlwBudget *self,
              const PlwBudgetRow *row,
              size_t column,
              int64_t found,
              int64_t printed,
              PlwProblems *problems)
{
  g_autofree char *in_plan = plw_pence_show_exact (found);
  g_autofree char *in_table = plw_pence_show_exact (printed);
  g_autofree char *name = g_strdup_printf ("%s, %s", row->label, plw_budget_column (self, column)->heading);
  size_t source = plw_budget_column (self, column)->source;

  plw_problems_add (
      problems, self->options.accepts ? PLW_SEVERITY_WARNING : PLW_SEVERITY_ERROR, NULL, 0, name, NULL,
      g_strdup_printf (_ ("the plan comes to %s and the table says %s"), in_plan, in_table), NULL);
  plw_problems_set_place (problems, plw_budget_place (self, row->number, source));
}

static void
compare (Tie *self, size_t index, GString *text, PlwProblems *problems)
{
  const PlwBudget *budget = self->budget;
  const PlwBudgetRow *row = plw_budget_row (budget, index);
  size_t n_tied = 0;
  size_t n_off = 0;

  for (size_t i = 0; i < budget->n_years; i++)
    {
      const PlwBudgetCell *cell = &row->cells[i];
      int64_t printed;

      if (!plw_budget_is_figure (cell)
          || !plw_budget_to_pence (budget, (__int128) cell->value * row->sign, &printed))
        continue;

      const Figure *figure = ask (self, index, i);

      if (figure->state != KNOWN)
        continue;
      if (ABS (figure->pence - printed) <= get_tolerance (budget, index, i, figure->n_rows))
        n_tied++;
      else
        {
          n_off++;
          add_mismatch (budget, row, i, (int64_t) figure->pence, printed, problems);
        }
    }

  if (row->means == PLW_MEANS_NOTHING && row->role >= PLW_BUDGET_BASE && n_tied + n_off > 0)
    g_string_append_printf (text, _ ("%s: the plan agrees in %zu of %zu years that can be compared\n"),
                            row->label, n_tied, n_tied + n_off);
}

/* A programme's years against its column of totals. */
static void
compare_across (Tie *self, const PlwBudgetRule *rule, GString *text, PlwProblems *problems)
{
  const PlwBudget *budget = self->budget;
  const PlwBudgetRow *row = plw_budget_row (budget, rule->target);
  __int128 sum = 0;
  int64_t printed;

  for (size_t i = 0; i < budget->n_years; i++)
    {
      if (row->cells[i].kind != PLW_CELL_FIGURE)
        continue;

      const Figure *figure = ask (self, rule->target, i);

      if (figure->state != KNOWN)
        return;
      sum += figure->pence;
    }
  if (!plw_budget_to_pence (budget, (__int128) row->cells[budget->n_years].value * row->sign, &printed))
    return;

  bool is_tied =
      ABS (sum - printed) <= get_tolerance (budget, rule->target, budget->n_years, budget->n_years);
  g_autofree char *total = plw_pence_show_exact (ABS (printed));

  if (is_tied)
    g_string_append_printf (text, _ ("%s: the plan's years come to the total of %s\n"), row->label, total);
  else
    add_mismatch (budget, row, budget->n_years, (int64_t) sum, printed, problems);
}

char *
plw_budget_tie (const PlwBudget *budget, const PlwPlan *plan, PlwProblems *problems)
{
  g_autofree Figure *figures = g_new0 (Figure, budget->rows->len * budget->n_years + 1);
  Tie self = { budget, plan, figures };
  GString *text = g_string_new (NULL);

  for (size_t i = 0; i < budget->rows->len; i++)
    compare (&self, i, text, problems);
  for (size_t i = 0; i < budget->rules->len; i++)
    if (plw_budget_rule (budget, i)->kind == PLW_RULE_ACROSS)
      compare_across (&self, plw_budget_rule (budget, i), text, problems);

  return g_string_free (text, FALSE);
}
