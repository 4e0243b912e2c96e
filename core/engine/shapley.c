/* shapley.c: splitting what rules cost among the rules.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * L. S. Shapley, "A value for n-person games", 1953: a family's part is what
 * lifting it takes off the shortfall, averaged over all orders of lifting. With
 * n families a set of s others stands before it in s! (n-1-s)! of n! orders. The
 * value is linear, so it is found for each use and year on its own, in whole
 * multiples of 1/n!, and rounded there so that the parts add up.
 */
#include "engine/fragmentation.h"

static int64_t
factorial (int n)
{
  return n <= 1 ? 1 : n * factorial (n - 1);
}

/* What the families of @set, of the @active ones, take off at @cell. */
static int64_t
gain_of (const PlwFragmentation *fragmentation, unsigned set, size_t cell)
{
  return fragmentation->coalitions[0]->shortfalls[cell]
         - fragmentation->coalitions[set & fragmentation->active]->shortfalls[cell];
}

/* The part of @rule among @players, in 1/n! pence. */
static PlwWide
find_part (const PlwFragmentation *fragmentation, unsigned players, int rule, size_t cell)
{
  int n = __builtin_popcount (players);
  PlwWide sum = 0;

  for (unsigned set = 0; set < 1u << PLW_N_RULES; set++)
    {
      int s = __builtin_popcount (set);

      if (set & ~players || set & 1u << rule)
        continue;
      sum += (PlwWide) (factorial (s) * factorial (n - 1 - s))
             * (gain_of (fragmentation, set | 1u << rule, cell) - gain_of (fragmentation, set, cell));
    }
  return sum;
}

/* Splits the gain of @players at @cell into whole pence by largest remainder,
 * ties by the order of the rules.
 */
static void
split_cell (const PlwFragmentation *fragmentation, unsigned players, size_t cell, int64_t *ret_parts)
{
  PlwWide remainders[PLW_N_RULES];
  int64_t orders = factorial (__builtin_popcount (players));
  int64_t left = gain_of (fragmentation, players, cell);

  for (int rule = 0; rule < PLW_N_RULES; rule++)
    {
      PlwWide part = players & 1u << rule ? find_part (fragmentation, players, rule, cell) : 0;
      PlwWide floor = part >= 0 ? part / orders : -((-part + orders - 1) / orders);

      ret_parts[rule] = (int64_t) floor;
      remainders[rule] = part - floor * orders;
      left -= ret_parts[rule];
    }
  g_assert (left >= 0 && left < PLW_N_RULES);
  for (; left > 0; left--)
    {
      int most = 0;

      for (int rule = 1; rule < PLW_N_RULES; rule++)
        if (remainders[rule] > remainders[most])
          most = rule;
      ret_parts[most]++;
      remainders[most] = -1;
    }
}

void
plw_fragmentation_split (PlwFragmentation *fragmentation)
{
  const PlwModel *model = fragmentation->study->model;
  size_t n_cells = model->n_uses * model->n_years;
  unsigned pooling = PLW_FREE_OF_FENCES;
  int64_t parts[PLW_N_RULES];

  for (int rule = 0; rule < PLW_N_RULES; rule++)
    fragmentation->parts[rule] = g_new (int64_t, n_cells);
  fragmentation->pooling_kind = g_new (int64_t, n_cells);
  for (size_t cell = 0; cell < n_cells; cell++)
    {
      split_cell (fragmentation, pooling, cell, parts);
      fragmentation->pooling_kind[cell] = parts[PLW_RULE_KIND];
      split_cell (fragmentation, PLW_FREE_ALL, cell, parts);
      for (int rule = 0; rule < PLW_N_RULES; rule++)
        fragmentation->parts[rule][cell] = parts[rule];
    }
}

/* The sum over a use, or all, and a year, or all, of what @get says. */
typedef int64_t (*GetCell) (const PlwFragmentation *fragmentation, int rule, size_t cell);

static int64_t
sum_cells (const PlwFragmentation *fragmentation, GetCell get, int rule, size_t use, size_t year)
{
  const PlwModel *model = fragmentation->study->model;
  int64_t sum = 0;

  g_return_val_if_fail (use == SIZE_MAX || use < model->n_uses, 0);
  g_return_val_if_fail (year == SIZE_MAX || year < model->n_years, 0);

  for (size_t u = use == SIZE_MAX ? 0 : use; u < (use == SIZE_MAX ? model->n_uses : use + 1); u++)
    for (size_t t = year == SIZE_MAX ? 0 : year; t < (year == SIZE_MAX ? model->n_years : year + 1); t++)
      sum += get (fragmentation, rule, u * model->n_years + t);
  return sum;
}

static int64_t
get_gain (const PlwFragmentation *fragmentation, int set, size_t cell)
{
  return gain_of (fragmentation, (unsigned) set, cell);
}

static int64_t
get_pooling_kind (const PlwFragmentation *fragmentation, int rule, size_t cell)
{
  return fragmentation->pooling_kind[cell];
}

static int64_t
get_part (const PlwFragmentation *fragmentation, int rule, size_t cell)
{
  return fragmentation->parts[rule][cell];
}

int64_t
plw_fragmentation_cost (const PlwFragmentation *fragmentation, size_t use, size_t year)
{
  return sum_cells (fragmentation, get_gain, PLW_FREE_OF_FENCES, use, year);
}

int64_t
plw_fragmentation_all_rules (const PlwFragmentation *fragmentation, size_t use, size_t year)
{
  return sum_cells (fragmentation, get_gain, PLW_FREE_ALL, use, year);
}

int64_t
plw_fragmentation_pooling_part (const PlwFragmentation *fragmentation, PlwRule rule, size_t use, size_t year)
{
  g_return_val_if_fail (rule == PLW_RULE_KIND || rule == PLW_RULE_RINGFENCE, 0);

  int64_t kind = sum_cells (fragmentation, get_pooling_kind, PLW_RULE_KIND, use, year);

  return rule == PLW_RULE_KIND ? kind : plw_fragmentation_cost (fragmentation, use, year) - kind;
}

int64_t
plw_fragmentation_part (const PlwFragmentation *fragmentation, PlwRule rule, size_t use, size_t year)
{
  g_return_val_if_fail ((unsigned) rule < PLW_N_RULES, 0);

  return sum_cells (fragmentation, get_part, rule, use, year);
}

int64_t
plw_fragmentation_freed (const PlwFragmentation *fragmentation, unsigned set, size_t use, size_t year)
{
  return fragmentation->coalitions[set & fragmentation->active]
      ->shortfalls[use * fragmentation->study->model->n_years + year];
}

double
plw_fragmentation_exact_part (const PlwFragmentation *fragmentation,
                              unsigned players,
                              PlwRule rule,
                              size_t use,
                              size_t year)
{
  size_t cell = use * fragmentation->study->model->n_years + year;

  return (double) find_part (fragmentation, players, rule, cell)
         / (double) factorial (__builtin_popcount (players));
}
