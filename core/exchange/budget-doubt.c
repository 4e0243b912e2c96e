/* budget-doubt.c: where a budget table contradicts itself, and which cell is the wrong one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell is to blame where putting it right makes every sum right that it stands in. Where that is true of
 * one cell alone, or of one for more sums than of any other, it is named.
 */
#include "exchange/budget-private.h"

/* Looking for the wrong cell goes through the table for every cell of a broken sum. Beyond this the table is
 * not what it was taken for, and nobody reads on.
 */
#define STEPS_MOST 20000000

/* One sum of the table: a rule in a column. */
typedef struct
{
  const PlwBudgetRule *rule;
  size_t column;
  __int128 rest;
  int64_t tolerance;
  PlwVerdict verdict;
  bool is_explained;
} Sum;

static GArray *
collect (const PlwBudget *self)
{
  GArray *sums = g_array_new (FALSE, FALSE, sizeof (Sum));

  for (size_t i = 0; i < self->rules->len; i++)
    for (size_t j = 0; j < self->columns->len; j++)
      {
        Sum sum = { .rule = plw_budget_rule (self, i), .column = j };

        sum.verdict = plw_budget_judge (self, sum.rule, j, &sum.rest, &sum.tolerance);
        if (sum.verdict != PLW_VERDICT_NONE && sum.verdict != PLW_VERDICT_OPEN)
          g_array_append_val (sums, sum);
      }

  return sums;
}

/* By how much a sum grows with one more in the cell as printed. */
static int
get_weight (const PlwBudget *self, const Sum *sum, size_t row, size_t column)
{
  int weight = 0;

  if (sum->rule->kind == PLW_RULE_ACROSS)
    return sum->rule->target != row ? 0 : column == sum->column ? -1 : column < self->n_years ? 1 : 0;

  for (size_t i = 0; i < sum->rule->terms->len; i++)
    {
      const PlwBudgetTerm *term = &g_array_index (sum->rule->terms, PlwBudgetTerm, i);

      if (term->row == row && column + (term->is_before ? 1 : 0) == sum->column)
        weight += term->factor;
    }

  return weight * plw_budget_row (self, row)->sign;
}

/* Returns: how many broken sums hold once the cell has @more; 0 where one that holds would break */
static size_t
try_cell (const PlwBudget *self, const GArray *sums, size_t row, size_t column, __int128 more)
{
  size_t n = 0;

  for (size_t i = 0; i < sums->len; i++)
    {
      const Sum *sum = &g_array_index (sums, Sum, i);
      int weight = get_weight (self, sum, row, column);
      __int128 rest = sum->rest + weight * more;
      bool holds = ABS (rest) <= sum->tolerance;

      if (weight == 0)
        continue;
      if (sum->verdict != PLW_VERDICT_BROKEN && !holds)
        return 0;
      n += sum->verdict == PLW_VERDICT_BROKEN && holds;
    }

  return n;
}

/* More than these are no help. */
#define SUSPECTS_MOST 5

/* The cell that makes most sums right, and those that make as many. */
typedef struct
{
  size_t row;
  size_t column;
  __int128 more;
  size_t n_fixed;
  size_t n_tied;
  size_t rows[SUSPECTS_MOST];
  size_t columns[SUSPECTS_MOST];
} Blame;

static void
consider (const PlwBudget *self, const GArray *sums, const Sum *sum, size_t row, size_t column, Blame *blame)
{
  int weight = get_weight (self, sum, row, column);

  if (weight == 0 || !plw_budget_is_figure (&plw_budget_row (self, row)->cells[column]))
    return;

  __int128 more = -sum->rest / weight;
  size_t n = try_cell (self, sums, row, column, more);

  if (n > blame->n_fixed)
    *blame = (Blame){ .row = row, .column = column, .more = more, .n_fixed = n };
  if (n == 0 || n < blame->n_fixed)
    return;
  if (blame->n_tied < SUSPECTS_MOST)
    {
      blame->rows[blame->n_tied] = row;
      blame->columns[blame->n_tied] = column;
    }
  blame->n_tied++;
}

/* Returns: (transfer full) (nullable): the figures that may be the wrong one, where they are few */
static char *
list_suspects (const PlwBudget *self, const Blame *blame)
{
  GString *text = g_string_new (NULL);

  for (size_t i = 0; i < blame->n_tied && blame->n_tied <= SUSPECTS_MOST; i++)
    g_string_append_printf (text, "%s%s, %s", i > 0 ? "; " : "", plw_budget_row (self, blame->rows[i])->label,
                            plw_budget_column (self, blame->columns[i])->heading);

  return g_string_free (text, text->len == 0);
}

static Blame
find_blame (const PlwBudget *self, const GArray *sums, const Sum *sum)
{
  Blame blame = { .row = SIZE_MAX, .column = SIZE_MAX };

  if (sum->rule->kind == PLW_RULE_ACROSS)
    {
      for (size_t i = 0; i < self->n_years; i++)
        consider (self, sums, sum, sum->rule->target, i, &blame);
      consider (self, sums, sum, sum->rule->target, sum->column, &blame);
      return blame;
    }

  for (size_t i = 0; i < sum->rule->terms->len; i++)
    {
      const PlwBudgetTerm *term = &g_array_index (sum->rule->terms, PlwBudgetTerm, i);

      if (!term->is_before || sum->column > 0)
        consider (self, sums, sum, term->row, sum->column - (term->is_before ? 1 : 0), &blame);
    }

  return blame;
}

static int64_t
to_pence (const PlwBudget *self, __int128 value)
{
  __int128 pence = value * self->unit * 100 / PLW_DECIMAL_ONE;

  return pence > G_MAXINT64 ? G_MAXINT64 : pence < -G_MAXINT64 ? -G_MAXINT64 : (int64_t) pence;
}

static void
add_finding (PlwBudget *self, const Sum *sum, size_t row, size_t column, __int128 more, bool is_pinned)
{
  const PlwBudgetCell *cell = row != SIZE_MAX ? &plw_budget_row (self, row)->cells[column] : NULL;
  __int128 printed = cell != NULL ? cell->value : sum->rest;
  const PlwBudgetFinding finding = {
    .row = row,
    .column = column,
    .is_rounding = sum->verdict == PLW_VERDICT_ROUNDED,
    .is_pinned = is_pinned,
    .printed = to_pence (self, printed),
    .expected = cell != NULL ? to_pence (self, printed + more) : 0,
  };

  g_array_append_val (self->findings, finding);
  g_ptr_array_add (self->suspects, NULL);
}

static void
explain (const PlwBudget *self, GArray *sums, const Blame *blame)
{
  for (size_t i = 0; i < sums->len; i++)
    {
      Sum *sum = &g_array_index (sums, Sum, i);
      __int128 rest = sum->rest + get_weight (self, sum, blame->row, blame->column) * blame->more;

      sum->is_explained |= sum->verdict == PLW_VERDICT_BROKEN && ABS (rest) <= sum->tolerance;
    }
}

/* What the target would have to be for the others to add up to it. */
static void
add_plain (PlwBudget *self, const Sum *sum)
{
  size_t row = sum->rule->target;
  int weight = row != SIZE_MAX ? get_weight (self, sum, row, sum->column) : 0;

  add_finding (self, sum, row, sum->column, weight != 0 ? -sum->rest / weight : 0, false);
}

static bool
can_blame (const PlwBudget *self, const GArray *sums)
{
  size_t n_cells = 0;
  size_t n_terms = 0;

  for (size_t i = 0; i < sums->len; i++)
    {
      const Sum *sum = &g_array_index (sums, Sum, i);
      size_t n = sum->rule->kind == PLW_RULE_ACROSS ? self->n_years + 1 : sum->rule->terms->len;

      n_terms += n;
      n_cells += sum->verdict == PLW_VERDICT_BROKEN ? n : 0;
    }

  return n_cells * n_terms <= STEPS_MOST;
}

void
plw_budget_find_doubts (PlwBudget *self)
{
  g_autoptr (GArray) sums = collect (self);
  bool blames = can_blame (self, sums);

  g_array_set_size (self->findings, 0);
  g_ptr_array_set_size (self->suspects, 0);

  for (size_t i = 0; i < sums->len; i++)
    {
      Sum *sum = &g_array_index (sums, Sum, i);

      if (sum->verdict == PLW_VERDICT_ROUNDED)
        add_plain (self, sum);
      if (sum->verdict != PLW_VERDICT_BROKEN || sum->is_explained)
        continue;

      Blame blame = { .n_fixed = 0 };

      if (blames)
        blame = find_blame (self, sums, sum);
      if (blame.n_tied == 1)
        {
          add_finding (self, sum, blame.row, blame.column, blame.more, true);
          explain (self, sums, &blame);
        }
      else
        {
          add_plain (self, sum);
          self->suspects->pdata[self->suspects->len - 1] = list_suspects (self, &blame);
        }
    }
}
