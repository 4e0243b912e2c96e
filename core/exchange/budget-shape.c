/* budget-shape.c: which shape a budget table has, and why.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the sums show weighs most, then what names say. Sizes alone decide nothing but between shapes whose
 * sums are the same.
 */
#include "exchange/budget-private.h"

#include "base/i18n.h"

#include <string.h>

/* By so much the best shape must be ahead of the next. */
#define MARGIN 2

typedef struct
{
  int points[PLW_BUDGET_N_SHAPES];
  int firm[PLW_BUDGET_N_SHAPES];       /* of these: from sums and names */
  int arithmetic[PLW_BUDGET_N_SHAPES]; /* of these: from sums */
  GPtrArray *reasons;                  /* of the table */
} Evidence;

#define SHAPE(NAME) (1u << PLW_BUDGET_##NAME)

typedef enum
{
  FROM_SUMS,
  FROM_NAMES,
  FROM_SIZES,
} From;

static void
add (Evidence *self, From from, unsigned shapes, int points, const char *reason)
{
  for (int i = 0; i < PLW_BUDGET_N_SHAPES; i++)
    if (shapes & (1u << i))
      {
        self->points[i] += points;
        self->firm[i] += from != FROM_SIZES ? points : 0;
        self->arithmetic[i] += from == FROM_SUMS ? points : 0;
      }
  if (reason != NULL)
    g_ptr_array_add (self->reasons, g_strdup (reason));
}

static void
set_signs (PlwBudget *self, PlwBudgetSigns signs)
{
  self->signs = signs;
  g_ptr_array_set_size (self->rules, 0);
  for (size_t i = 0; i < self->rows->len; i++)
    {
      PlwBudgetRow *row = plw_budget_row (self, i);

      row->role = row->word_role;
      row->kind = row->word_kind;
      row->is_gap_plain = row->is_word_plain;
      row->is_part = false;
      row->rule = SIZE_MAX;
      row->sign =
          signs == PLW_BUDGET_UNSIGNED && plw_budget_is_income (row) && row->role <= PLW_BUDGET_RESERVE ? -1
                                                                                                        : 1;
    }
  plw_budget_find_sums (self);
  plw_budget_find_gaps (self);
}

static int
count_points (const PlwBudget *self)
{
  int points = 0;

  for (size_t i = 0; i < self->rules->len; i++)
    {
      const PlwBudgetRule *rule = plw_budget_rule (self, i);

      plw_budget_count (self, (PlwBudgetRule *) rule);
      points += 4 * (int) plw_budget_rule_held (rule) + (int) rule->n_empty - 4 * (int) rule->n_broken;
    }

  return points;
}

/* Whether most figures of money that comes in are printed below 0. */
static bool
is_printed_signed (const PlwBudget *self)
{
  int balance = 0;
  bool is_any = false;

  for (size_t i = 0; i < self->rows->len; i++)
    for (size_t j = 0; j < self->columns->len; j++)
      {
        const PlwBudgetRow *row = plw_budget_row (self, i);

        if (!plw_budget_is_income (row) || row->word_role > PLW_BUDGET_RESERVE)
          continue;
        balance += (row->cells[j].value < 0) - (row->cells[j].value > 0);
        is_any |= row->cells[j].value != 0;
      }

  return !is_any || balance > 0;
}

void
plw_budget_find_signs (PlwBudget *self)
{
  PlwBudgetSigns printed = is_printed_signed (self) ? PLW_BUDGET_SIGNED : PLW_BUDGET_UNSIGNED;
  PlwBudgetSigns other = printed == PLW_BUDGET_SIGNED ? PLW_BUDGET_UNSIGNED : PLW_BUDGET_SIGNED;

  if (self->options.signs != PLW_BUDGET_SIGNS_AUTO)
    {
      set_signs (self, self->options.signs);
      (void) count_points (self);
      return;
    }

  set_signs (self, other);

  int points = count_points (self);

  set_signs (self, printed);
  if (count_points (self) < points)
    {
      set_signs (self, other);
      (void) count_points (self);
    }
}

static size_t
count_rules (const PlwBudget *self, PlwBudgetRuleKind kind)
{
  size_t n = 0;

  for (size_t i = 0; i < self->rules->len; i++)
    n += plw_budget_rule (self, i)->kind == kind
         && plw_budget_rule_held (plw_budget_rule (self, i)) > plw_budget_rule (self, i)->n_broken;

  return n;
}

static bool
is_leaf (const PlwBudgetRow *row)
{
  return row->role < PLW_BUDGET_CLOSING && row->rule == SIZE_MAX;
}

static bool
is_change_kind (PlwBudgetRole kind)
{
  return kind == PLW_BUDGET_PRESSURE || kind == PLW_BUDGET_GROWTH || kind == PLW_BUDGET_SAVING
         || kind == PLW_BUDGET_INCOME;
}

/* Each year's gap from a cumulative one that is spending less funding outright: the rows are budgets. Where
 * it is what the rows come to, and the cumulative one grows by it, they are changes.
 */
static void
ask_gaps (const PlwBudget *self, Evidence *evidence)
{
  bool has_level_gap = false;
  bool has_step = count_rules (self, PLW_RULE_STEP) > 0;
  bool has_each_year = false;

  for (size_t i = 0; i < self->rules->len; i++)
    {
      const PlwBudgetRule *rule = plw_budget_rule (self, i);
      const PlwBudgetRow *row = rule->target != SIZE_MAX ? plw_budget_row (self, rule->target) : NULL;

      if (rule->kind != PLW_RULE_GAP)
        continue;
      has_level_gap |= row->role == PLW_BUDGET_GAP_CUMULATIVE && !row->is_gap_plain;
      has_each_year |= row->role == PLW_BUDGET_GAP_EACH_YEAR;
    }

  if (has_each_year)
    add (evidence, FROM_SUMS, SHAPE (MOVEMENTS) | SHAPE (MIXED), 4,
         _ ("each year's gap is what that year's rows come to, so the rows are changes"));
  else if (has_level_gap && has_step)
    add (evidence, FROM_SUMS, SHAPE (LEVELS) | SHAPE (GAP), 4,
         _ ("the cumulative gap is spending less funding, and each year's gap is its step, so the rows are "
            "budgets"));
  else if (has_step)
    add (evidence, FROM_SUMS, SHAPE (LEVELS) | SHAPE (GAP), 4,
         _ ("each year's gap is the step of spending less funding, so the rows are budgets"));
  else if (has_level_gap)
    add (evidence, FROM_NAMES, SHAPE (LEVELS) | SHAPE (GAP), 3,
         _ ("a gap that is called cumulative is spending less funding, so the rows are budgets"));
}

static void
ask_sums (const PlwBudget *self, Evidence *evidence)
{
  if (count_rules (self, PLW_RULE_CARRIED) > 0)
    add (evidence, FROM_SUMS, SHAPE (BUILD_UP), 9,
         _ ("what each year ends with is what the next begins with"));
  if (count_rules (self, PLW_RULE_RUNNING) > 0)
    add (evidence, FROM_SUMS, SHAPE (MOVEMENTS) | SHAPE (MIXED), 4,
         _ ("a row grows each year by what the other rows come to, so these are changes"));
  if (count_rules (self, PLW_RULE_ACROSS) >= 2)
    {
      add (evidence, FROM_SUMS, SHAPE (MOVEMENTS) | SHAPE (MIXED) | SHAPE (CAPITAL), 3,
           _ ("the years add up to the column of totals, which whole budgets never do"));
      add (evidence, FROM_SUMS, SHAPE (LEVELS) | SHAPE (GAP), -3, NULL);
    }

  for (size_t i = 0; i < self->rows->len; i++)
    {
      const PlwBudgetRow *row = plw_budget_row (self, i);

      if (row->is_level_name && row->rule != SIZE_MAX
          && plw_budget_rule (self, row->rule)->kind == PLW_RULE_SUM && self->n_years >= 2)
        {
          add (evidence, FROM_NAMES, SHAPE (LEVELS), 3,
               _ ("a whole budget by its name is the sum of its rows in every year"));
          return;
        }
    }
}

static bool
speaks_of_changes (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return strstr (lower, "change") != NULL || strstr (lower, "movement") != NULL;
}

static bool
has_total_of_changes (const PlwBudget *self)
{
  for (size_t i = 0; i < self->rows->len; i++)
    if (plw_budget_row (self, i)->rule != SIZE_MAX && speaks_of_changes (plw_budget_row (self, i)->label))
      return true;

  return false;
}

static void
ask_names (const PlwBudget *self, Evidence *evidence)
{
  size_t n_changes = 0;
  size_t n_spending = 0;
  size_t n_headings = 0;
  size_t n_funding = 0;

  for (size_t i = 0; i < self->rows->len; i++)
    if (is_leaf (plw_budget_row (self, i)))
      {
        PlwBudgetRole kind = plw_budget_row (self, i)->kind;

        n_changes += is_change_kind (kind);
        n_spending += kind == PLW_BUDGET_SERVICE;
        n_funding += kind == PLW_BUDGET_FUNDING || kind == PLW_BUDGET_RESERVE;
      }
  for (size_t i = 0; i < self->n_years; i++)
    n_headings += speaks_of_changes (plw_budget_column (self, i)->heading);

  if (n_headings == self->n_years && n_headings > 0)
    add (evidence, FROM_NAMES, SHAPE (MOVEMENTS), 4, _ ("every year's heading speaks of changes"));
  else if (n_headings >= 1 && n_headings + 1 >= self->n_years && self->n_years >= 2)
    add (evidence, FROM_NAMES, SHAPE (MIXED), 4, _ ("all years' headings but the first speak of changes"));
  if (has_total_of_changes (self))
    add (evidence, FROM_NAMES, SHAPE (MOVEMENTS), 3, _ ("a total is called one of changes"));
  if (self->is_movement_title)
    add (evidence, FROM_NAMES, SHAPE (MOVEMENTS), 4, _ ("the title speaks of changes"));
  if (self->is_capital)
    add (evidence, FROM_NAMES, SHAPE (CAPITAL), 9, _ ("the title speaks of a capital programme"));
  if (n_changes > 0 && n_changes >= 2 * n_spending && n_funding == 0)
    add (evidence, FROM_NAMES, SHAPE (MOVEMENTS), 3, _ ("most rows are pressures, growth and savings"));
  else if (n_changes > 0 && n_changes >= 2 * n_spending)
    add (evidence, FROM_NAMES, SHAPE (MOVEMENTS), 1, NULL);
}

/* How large the first year is beside the others, and how steady the years are. */
static void
ask_sizes (const PlwBudget *self, Evidence *evidence)
{
  size_t n_rows = 0;
  size_t n_first = 0;
  size_t n_pairs = 0;
  size_t n_steady = 0;

  for (size_t i = 0; i < self->rows->len; i++)
    {
      const PlwBudgetRow *row = plw_budget_row (self, i);
      int64_t most = 0;

      if (!is_leaf (row) || row->cells[0].value == 0)
        continue;
      for (size_t j = 1; j < self->n_years; j++)
        {
          int64_t a = ABS (row->cells[j - 1].value);
          int64_t b = ABS (row->cells[j].value);

          most = MAX (most, b);
          if (plw_budget_is_figure (&row->cells[j]) && plw_budget_is_figure (&row->cells[j - 1]))
            {
              n_pairs++;
              n_steady += a / 3 * 2 <= b && b / 3 * 2 <= a;
            }
        }
      n_rows++;
      n_first += ABS (row->cells[0].value) / 4 >= most;
    }
  if (n_rows == 0 || self->n_years < 2)
    return;

  if (n_first * 4 >= n_rows * 3)
    {
      add (evidence, FROM_SIZES, SHAPE (MIXED), 4, _ ("the first year is many times larger than the others"));
      add (evidence, FROM_SIZES, SHAPE (LEVELS) | SHAPE (GAP), -3, NULL);
    }
  else if (n_first * 4 <= n_rows)
    add (evidence, FROM_SIZES, SHAPE (MIXED), -4, NULL);
  if (n_pairs > 0 && n_steady * 10 >= n_pairs * 7)
    add (evidence, FROM_SIZES, SHAPE (LEVELS) | SHAPE (GAP), 2, _ ("most rows stay near their year before"));
}

/* A summary has no services of its own: base, funding, gap. */
static void
ask_rows (const PlwBudget *self, Evidence *evidence)
{
  size_t n_spending = 0;
  bool has_base = false;
  bool has_gap = false;

  for (size_t i = 0; i < self->rows->len; i++)
    {
      const PlwBudgetRow *row = plw_budget_row (self, i);

      n_spending += (is_leaf (row) && (row->kind <= PLW_BUDGET_GROWTH || row->kind == PLW_BUDGET_INCOME))
                    || row->role == PLW_BUDGET_CLOSING;
      has_base |= row->role == PLW_BUDGET_BASE;
      has_gap |= row->role == PLW_BUDGET_GAP_CUMULATIVE || row->role == PLW_BUDGET_GAP_EACH_YEAR;
    }

  if (n_spending <= 1 && has_gap && (has_base || evidence->points[PLW_BUDGET_LEVELS] > 0))
    add (evidence, FROM_NAMES, SHAPE (GAP), 3, _ ("it has a base, funding and a gap, and no services"));
  else
    add (evidence, FROM_SIZES, SHAPE (GAP), -20, NULL);
  if (!self->is_capital)
    add (evidence, FROM_SIZES, SHAPE (CAPITAL), -4, NULL);
}

static void
choose (PlwBudget *self, const Evidence *evidence)
{
  PlwBudgetShape best = PLW_BUDGET_LEVELS;
  PlwBudgetShape next = PLW_BUDGET_AUTO;

  for (PlwBudgetShape i = PLW_BUDGET_MOVEMENTS; i < PLW_BUDGET_N_SHAPES; i++)
    if (evidence->points[i] > evidence->points[best])
      best = i;
  for (PlwBudgetShape i = PLW_BUDGET_LEVELS; i < PLW_BUDGET_N_SHAPES; i++)
    if (i != best && (next == PLW_BUDGET_AUTO || evidence->points[i] > evidence->points[next]))
      next = i;

  /* A summary is a table of budgets: the two do not contend. */
  int rival = evidence->points[next];

  if (best == PLW_BUDGET_GAP && next == PLW_BUDGET_LEVELS)
    rival = MAX (evidence->points[PLW_BUDGET_MOVEMENTS], evidence->points[PLW_BUDGET_MIXED]);

  self->shape = best;
  if (evidence->points[best] - rival < MARGIN || evidence->firm[best] < MARGIN)
    {
      self->confidence = PLW_BUDGET_UNDECIDED;
      self->other = next;
    }
  else
    self->confidence =
        evidence->arithmetic[best] >= 4 && evidence->firm[best] - evidence->firm[next] >= MARGIN
            ? PLW_BUDGET_CERTAIN
            : PLW_BUDGET_LIKELY;
}

void
plw_budget_find_shape (PlwBudget *self)
{
  Evidence evidence = { .reasons = self->reasons };

  ask_gaps (self, &evidence);
  ask_sums (self, &evidence);
  ask_names (self, &evidence);
  ask_sizes (self, &evidence);
  ask_rows (self, &evidence);
  choose (self, &evidence);
  if (self->options.shape != PLW_BUDGET_AUTO)
    {
      self->shape = self->options.shape;
      self->other = PLW_BUDGET_AUTO;
      self->confidence = PLW_BUDGET_TOLD;
    }
}
