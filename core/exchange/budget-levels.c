/* budget-levels.c: what every row of a budget table comes to in every year, once its shape is known.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/budget-private.h"

bool
plw_budget_to_pence (const PlwBudget *self, __int128 value, int64_t *ret_pence)
{
  __int128 pence = value * self->unit * 100;

  if (pence % PLW_DECIMAL_ONE != 0 || pence / PLW_DECIMAL_ONE > PLW_PENCE_MAX
      || pence / PLW_DECIMAL_ONE < -PLW_PENCE_MAX)
    return false;

  *ret_pence = (int64_t) (pence / PLW_DECIMAL_ONE);
  return true;
}

bool
plw_budget_spending (const PlwBudget *self, const PlwBudgetRow *row, size_t column, int64_t *ret_pence)
{
  const PlwBudgetCell *cell = &row->cells[column];

  if (!cell->has_level || !plw_budget_to_pence (self, cell->level, ret_pence))
    return false;

  *ret_pence *= plw_budget_is_income (row) ? -1 : 1;
  return true;
}

/* Which rows stand in a sum with a gap of some kind, or between a base and a new base. */
typedef struct
{
  bool closing[PLW_BUDGET_ROWS_MAX];
  bool each_year[PLW_BUDGET_ROWS_MAX];
  bool cumulative[PLW_BUDGET_ROWS_MAX];
} Marks;

static bool
has_role (const PlwBudget *self, const PlwBudgetRule *rule, PlwBudgetRole role)
{
  for (size_t i = 0; i < rule->terms->len; i++)
    if (plw_budget_row (self, g_array_index (rule->terms, PlwBudgetTerm, i).row)->role == role)
      return true;

  return false;
}

static bool
mark_terms (const PlwBudgetRule *rule, bool *marks)
{
  bool is_new = false;

  for (size_t i = 0; i < rule->terms->len; i++)
    {
      size_t row = g_array_index (rule->terms, PlwBudgetTerm, i).row;

      is_new |= !marks[row];
      marks[row] = true;
    }

  return is_new;
}

/* What is true of a total is true of its rows. */
static void
spread (const PlwBudget *self, bool *marks)
{
  bool is_new = true;

  while (is_new)
    {
      is_new = false;
      for (size_t i = 0; i < self->rules->len; i++)
        {
          const PlwBudgetRule *rule = plw_budget_rule (self, i);

          if ((rule->kind == PLW_RULE_SUM || rule->kind == PLW_RULE_RUNNING) && marks[rule->target])
            is_new |= mark_terms (rule, marks);
        }
    }
}

static void
find_marks (const PlwBudget *self, Marks *marks)
{
  for (size_t i = 0; i < self->rows->len; i++)
    marks->closing[i] = plw_budget_row (self, i)->role == PLW_BUDGET_CLOSING;
  for (size_t i = 0; i < self->rules->len; i++)
    {
      const PlwBudgetRule *rule = plw_budget_rule (self, i);

      if (rule->kind == PLW_RULE_ACROSS)
        continue;
      if (has_role (self, rule, PLW_BUDGET_GAP_EACH_YEAR))
        mark_terms (rule, marks->each_year);
      if (has_role (self, rule, PLW_BUDGET_GAP_CUMULATIVE))
        mark_terms (rule, marks->cumulative);
    }
  spread (self, marks->closing);
  spread (self, marks->each_year);
  spread (self, marks->cumulative);
}

static bool
has_year_figure (const PlwBudget *self, const PlwBudgetRow *row)
{
  for (size_t i = 0; i < self->n_years; i++)
    if (row->cells[i].kind == PLW_CELL_FIGURE)
      return true;

  return false;
}

/* A total whose rows have no figures by year stands for them. */
static bool
stands_for_rows (const PlwBudget *self, const PlwBudgetRow *row)
{
  const PlwBudgetRule *rule = row->rule != SIZE_MAX ? plw_budget_rule (self, row->rule) : NULL;

  for (size_t i = 1; rule != NULL && i < rule->terms->len; i++)
    if (has_year_figure (self, plw_budget_row (self, g_array_index (rule->terms, PlwBudgetTerm, i).row)))
      return false;

  return true;
}

static PlwBudgetMeans
find_means_of_level (const PlwBudget *self, const Marks *marks, size_t index)
{
  const PlwBudgetRow *row = plw_budget_row (self, index);

  if (row->kind != PLW_BUDGET_SAVING)
    return PLW_MEANS_LEVEL;
  if (marks->each_year[index])
    return PLW_MEANS_MOVEMENT;

  return row->is_part || marks->cumulative[index] ? PLW_MEANS_LEVEL : PLW_MEANS_NOTHING;
}

static PlwBudgetMeans
find_means (const PlwBudget *self, const Marks *marks, size_t index)
{
  const PlwBudgetRow *row = plw_budget_row (self, index);

  if (self->shape == PLW_BUDGET_CAPITAL)
    return row->role <= PLW_BUDGET_TOTAL && has_year_figure (self, row)
                   && (row->role != PLW_BUDGET_TOTAL || stands_for_rows (self, row))
               ? PLW_MEANS_LEVEL
               : PLW_MEANS_NOTHING;
  if (row->role >= PLW_BUDGET_CLOSING || row->rule != SIZE_MAX)
    return PLW_MEANS_NOTHING;

  switch (self->shape)
    {
    case PLW_BUDGET_MOVEMENTS:
      return row->role == PLW_BUDGET_BASE ? PLW_MEANS_NOTHING : PLW_MEANS_MOVEMENT;
    case PLW_BUDGET_MIXED:
      return PLW_MEANS_STEPS;
    case PLW_BUDGET_BUILD_UP:
      if (row->role == PLW_BUDGET_BASE)
        return PLW_MEANS_OPENING;
      if (marks->closing[index])
        return PLW_MEANS_MOVEMENT;
      return plw_budget_is_income (row) ? PLW_MEANS_LEVEL : PLW_MEANS_NOTHING;
    default:
      return find_means_of_level (self, marks, index);
    }
}

static void
find_row_levels (PlwBudget *self, PlwBudgetRow *row)
{
  bool adds_up = row->means == PLW_MEANS_MOVEMENT || row->means == PLW_MEANS_STEPS;
  int sign = row->sign * (plw_budget_is_income (row) ? -1 : 1);
  __int128 level = 0;
  bool has_level = true;

  for (size_t i = 0; i < self->n_years; i++)
    {
      PlwBudgetCell *cell = &row->cells[i];
      bool follows = i == 0 || plw_budget_column (self, i)->year == plw_budget_column (self, i - 1)->year + 1;

      has_level = plw_budget_is_figure (cell) && (!adds_up || (has_level && follows));
      level = (adds_up ? level : 0) + (__int128) cell->value * sign;
      cell->has_level =
          has_level && row->means != PLW_MEANS_NOTHING && level < INT64_MAX && level > -INT64_MAX;
      cell->level = cell->has_level ? (int64_t) level : 0;
    }
}

void
plw_budget_find_levels (PlwBudget *self)
{
  Marks marks = { { false }, { false }, { false } };

  find_marks (self, &marks);
  for (size_t i = 0; i < self->rows->len; i++)
    {
      PlwBudgetRow *row = plw_budget_row (self, i);

      row->means = find_means (self, &marks, i);
      find_row_levels (self, row);
    }
}

static bool
is_unknown (const PlwBudget *self, const PlwBudgetRule *rule, size_t column)
{
  for (size_t i = 0; i < rule->terms->len; i++)
    {
      const PlwBudgetTerm *term = &g_array_index (rule->terms, PlwBudgetTerm, i);

      if (term->is_before || plw_budget_row (self, term->row)->cells[column].kind == PLW_CELL_UNKNOWN)
        return true;
    }

  return false;
}

static void
fill (PlwBudget *self, const PlwBudgetRule *rule, size_t column)
{
  for (size_t i = 0; i < rule->terms->len; i++)
    {
      size_t row = g_array_index (rule->terms, PlwBudgetTerm, i).row;
      PlwBudgetCell *cell = &plw_budget_row (self, row)->cells[column];

      if (row != rule->target && cell->kind == PLW_CELL_EMPTY)
        cell->kind = PLW_CELL_NOTHING;
    }
}

/* Somebody said that empty cells are nothing: so it is where what is printed adds up without them. */
void
plw_budget_use_empty (PlwBudget *self)
{
  for (size_t i = 0; i < self->rules->len; i++)
    for (size_t j = 0; j < self->n_years; j++)
      {
        const PlwBudgetRule *rule = plw_budget_rule (self, i);
        __int128 rest;
        int64_t tolerance;

        if (plw_budget_judge (self, rule, j, &rest, &tolerance) == PLW_VERDICT_OPEN && ABS (rest) <= tolerance
            && rule->kind != PLW_RULE_ACROSS && !is_unknown (self, rule, j))
          fill (self, rule, j);
      }
  for (size_t i = 0; i < self->rules->len; i++)
    plw_budget_count (self, plw_budget_rule (self, i));
}
