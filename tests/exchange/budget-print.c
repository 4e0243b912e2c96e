/* budget-print.c: random budgets, printed in every shape that councils print them in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "budget-print.h"

#include <string.h>

static const char *const services[] = { "Adult social care", "Children and families",
                                        "Highways",          "Waste and recycling",
                                        "Planning",          "Corporate services" };
static const char *const funds[] = { "Council tax", "Business rates", "Revenue support grant" };
static const char *const pressures[] = { "Pay inflation", "Demand for care", "New investment" };
static const char *const savings[] = { "Savings: estates", "Efficiencies", "Savings: contracts" };

/* The rows that gaps are worked out from. */
typedef struct
{
  int64_t spending[PRINT_YEARS];
  int64_t funding[PRINT_YEARS];
} Sums;

static int64_t *
add_row (Print *self, const char *name, int sign)
{
  size_t row = self->n_rows++;

  g_assert_cmpuint (row, <, PRINT_ROWS);
  self->rows[row].name = g_strdup (name);
  self->rows[row].sign = sign;
  return self->rows[row].cells;
}

static void
set_level (Print *self, size_t year, int64_t level)
{
  self->rows[self->n_rows - 1].levels[year] = level;
  self->rows[self->n_rows - 1].has_levels = true;
}

/* A level that moves by up to a tenth a year, never by nothing. */
static void
draw_levels (Print *self, GRand *random, int64_t *levels)
{
  int64_t level = g_rand_int_range (random, 5000, 90000);

  for (size_t i = 0; i < self->n_years; i++)
    {
      levels[i] = level;
      level +=
          g_rand_int_range (random, 1, (int) (level / 10)) * (g_rand_int_range (random, 0, 4) > 0 ? 1 : -1);
    }
}

/* Movements of like size, so that no year stands out. */
static void
draw_movements (Print *self, GRand *random, int64_t *movements, bool is_signed)
{
  int most = g_rand_int_range (random, 200, 4000);

  for (size_t i = 0; i < self->n_years; i++)
    movements[i] = g_rand_int_range (random, most / 2, most)
                   * (is_signed && g_rand_int_range (random, 0, 3) == 0 ? -1 : 1);
}

/* A row that takes or brings levels; in a mixed table its first year and then its steps. */
static void
add_levels (Print *self, GRand *random, const char *name, int sign, int64_t *sums)
{
  int64_t levels[PRINT_YEARS];
  int64_t *cells = add_row (self, name, sign);

  draw_levels (self, random, levels);
  for (size_t i = 0; i < self->n_years; i++)
    {
      bool is_step = self->shape == PLW_BUDGET_MIXED && i > 0;

      cells[i] = levels[i] - (is_step ? levels[i - 1] : 0);
      sums[i] += cells[i];
      set_level (self, i, levels[i]);
    }
}

static void
add_movements (Print *self, GRand *random, const char *name, int sign, int64_t *sums)
{
  int64_t *cells = add_row (self, name, sign);
  int64_t level = 0;

  draw_movements (self, random, cells, sign > 0);
  for (size_t i = 0; i < self->n_years; i++)
    {
      level += cells[i];
      sums[i] += cells[i];
      set_level (self, i, level);
    }
}

static void
add_sum (Print *self, const char *name, int sign, const int64_t *sums)
{
  int64_t *cells = add_row (self, name, sign);

  for (size_t i = 0; i < self->n_years; i++)
    cells[i] = sums[i];
}

/* @gap: cumulative where the rows are levels, else each year's */
static void
add_gaps (Print *self, const int64_t *gap)
{
  bool is_level = self->shape != PLW_BUDGET_MOVEMENTS && self->shape != PLW_BUDGET_MIXED;
  int64_t each_year[PRINT_YEARS];
  int64_t cumulative[PRINT_YEARS];

  for (size_t i = 0; i < self->n_years; i++)
    {
      each_year[i] = gap[i] - (is_level && i > 0 ? gap[i - 1] : 0);
      cumulative[i] = gap[i] + (!is_level && i > 0 ? cumulative[i - 1] : 0);
    }
  if (self->gaps & PRINT_GAP_CUMULATIVE)
    add_sum (self, "Cumulative budget gap", 1, cumulative);
  if (self->gaps & PRINT_GAP_EACH_YEAR)
    add_sum (self, "Annual budget gap", 1, each_year);
}

static void
make_levels (Print *self, GRand *random)
{
  Sums sums = { { 0 }, { 0 } };
  int n_services = g_rand_int_range (random, 2, 1 + (int) G_N_ELEMENTS (services));
  int n_funds = g_rand_int_range (random, 2, 1 + (int) G_N_ELEMENTS (funds));
  int64_t gap[PRINT_YEARS];

  for (int i = 0; i < n_services; i++)
    add_levels (self, random, services[i], 1, sums.spending);
  add_sum (self, "Total expenditure", 1, sums.spending);
  for (int i = 0; i < n_funds; i++)
    add_levels (self, random, funds[i], -1, sums.funding);
  add_sum (self, "Total funding", -1, sums.funding);
  for (size_t i = 0; i < self->n_years; i++)
    gap[i] = sums.spending[i] - sums.funding[i];
  add_gaps (self, gap);
}

static void
make_movements (Print *self, GRand *random)
{
  Sums sums = { { 0 }, { 0 } };
  int64_t saved[PRINT_YEARS] = { 0 };
  int64_t gap[PRINT_YEARS];

  for (size_t i = 0; i < G_N_ELEMENTS (pressures); i++)
    add_movements (self, random, pressures[i], 1, sums.spending);
  add_sum (self, "Total pressures", 1, sums.spending);
  for (size_t i = 0; i < G_N_ELEMENTS (savings); i++)
    add_movements (self, random, savings[i], -1, saved);
  add_sum (self, "Total savings", -1, saved);
  add_movements (self, random, "Change in council tax", -1, sums.funding);
  for (size_t i = 0; i < self->n_years; i++)
    gap[i] = sums.spending[i] - saved[i] - sums.funding[i];
  add_gaps (self, gap);
}

static void
make_build_up (Print *self, GRand *random)
{
  Sums sums = { { 0 }, { 0 } };
  int64_t saved[PRINT_YEARS] = { 0 };
  int64_t gap[PRINT_YEARS];
  int64_t *base = add_row (self, "Base budget brought forward", 1);
  int64_t level = g_rand_int_range (random, 100000, 400000);

  for (int i = 0; i < 2; i++)
    add_movements (self, random, pressures[i], 1, sums.spending);
  for (int i = 0; i < 2; i++)
    add_movements (self, random, savings[i], -1, saved);

  int64_t *closing = add_row (self, "New base budget", 1);

  self->rows[0].has_levels = true;
  for (size_t i = 0; i < self->n_years; i++)
    {
      self->rows[0].levels[i] = base[i] = level;
      level += sums.spending[i] - saved[i];
      closing[i] = level;
    }
  for (int i = 0; i < 2; i++)
    add_levels (self, random, funds[i], -1, sums.funding);
  add_sum (self, "Total funding", -1, sums.funding);
  for (size_t i = 0; i < self->n_years; i++)
    gap[i] = closing[i] - sums.funding[i];
  add_gaps (self, gap);
}

static void
make_gap (Print *self, GRand *random)
{
  Sums sums = { { 0 }, { 0 } };
  int64_t reserves[PRINT_YEARS] = { 0 };
  int64_t saved[PRINT_YEARS] = { 0 };
  int64_t gap[PRINT_YEARS];

  add_levels (self, random, "Estimated base", 1, sums.spending);
  add_levels (self, random, "Estimated funding", -1, sums.funding);
  for (size_t i = 0; i < self->n_years; i++)
    gap[i] = sums.spending[i] - sums.funding[i];
  add_sum (self, "Gap before reserves", 1, gap);
  add_movements (self, random, "Planned use of reserves", -1, reserves);
  for (size_t i = 0; i < self->n_years; i++)
    {
      set_level (self, i, reserves[i]);
      gap[i] -= reserves[i];
    }
  add_gaps (self, gap);
  if (!(self->gaps & PRINT_GAP_EACH_YEAR))
    return;

  /* What is left to be saved each year closes it. */
  add_movements (self, random, "Savings: estates", -1, saved);

  int64_t *rest = add_row (self, "Savings still to be identified", -1);
  int64_t level = 0;

  for (size_t i = 0; i < self->n_years; i++)
    {
      rest[i] = gap[i] - (i > 0 ? gap[i - 1] : 0) - saved[i];
      level += rest[i];
      set_level (self, i, level);
    }
}

void
print_make (Print *self, GRand *random, PlwBudgetShape shape, PlwBudgetSigns signs, unsigned gaps)
{
  *self = (Print){ .shape = shape, .signs = signs, .gaps = gaps };
  self->decimals = g_rand_int_range (random, 0, 4);
  self->n_years = (size_t) g_rand_int_range (random, 4, PRINT_YEARS + 1);

  switch (shape)
    {
    case PLW_BUDGET_MOVEMENTS:
      make_movements (self, random);
      break;
    case PLW_BUDGET_BUILD_UP:
      make_build_up (self, random);
      break;
    case PLW_BUDGET_GAP:
      make_gap (self, random);
      break;
    default:
      make_levels (self, random);
    }
}

void
print_anonymise (Print *self)
{
  for (size_t i = 0; i < self->n_rows; i++)
    {
      bool is_total = g_str_has_prefix (self->rows[i].name, "Total");

      g_free (self->rows[i].name);
      self->rows[i].name = is_total ? g_strdup_printf ("Total %zu", i) : g_strdup_printf ("Row %zu", i);
    }
}

void
print_clear (Print *self)
{
  for (size_t i = 0; i < self->n_rows; i++)
    g_free (self->rows[i].name);
}

int64_t
print_step (const Print *self)
{
  int64_t step = 100000;

  for (int i = 0; i < self->decimals; i++)
    step /= 10;

  return step;
}

size_t
print_find (const Print *self, const char *name)
{
  size_t i = 0;

  while (i < self->n_rows && g_strcmp0 (self->rows[i].name, name) != 0)
    i++;
  g_assert_cmpuint (i, <, self->n_rows);
  return i;
}

static void
append_figure (const Print *self, GString *text, int64_t figure, bool in_brackets)
{
  int64_t one = 1;
  int64_t size = ABS (figure);

  for (int i = 0; i < self->decimals; i++)
    one *= 10;
  g_string_append_printf (text, ",%s%" G_GINT64_FORMAT,
                          figure >= 0   ? ""
                          : in_brackets ? "("
                                        : "-",
                          size / one);
  if (self->decimals > 0)
    g_string_append_printf (text, ".%0*" G_GINT64_FORMAT, self->decimals, size % one);
  if (figure < 0 && in_brackets)
    g_string_append_c (text, ')');
}

char *
print_to_text (const Print *self, GRand *random)
{
  bool in_brackets = g_rand_boolean (random);
  GString *text = g_string_new (g_rand_boolean (random) ? "£k" : "Medium-term budget\n£k");

  for (size_t i = 0; i < self->n_years; i++)
    g_string_append_printf (text, ",%s", plw_year_name (2025 + (int) i));
  g_string_append (text, self->has_total_column ? ",Total\n" : "\n");
  for (size_t i = 0; i < self->n_rows; i++)
    {
      int sign = self->signs == PLW_BUDGET_SIGNED ? self->rows[i].sign : 1;
      int64_t sum = 0;

      g_string_append (text, self->rows[i].name);
      for (size_t j = 0; j < self->n_years; j++)
        {
          append_figure (self, text, self->rows[i].cells[j] * sign, in_brackets);
          sum += self->rows[i].cells[j] * sign;
        }
      if (self->has_total_column)
        append_figure (self, text, sum, in_brackets);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

char *
print_turn (const char *text)
{
  GString *turned = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (size_t i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    if (strchr (lines[i], ',') == NULL)
      g_string_append_printf (turned, "%s\n", lines[i]);
    else
      g_ptr_array_add (rows, g_strsplit (lines[i], ",", -1));

  for (size_t i = 0; i < g_strv_length (g_ptr_array_index (rows, 0)); i++)
    for (size_t j = 0; j < rows->len; j++)
      g_string_append_printf (turned, "%s%c", ((char **) g_ptr_array_index (rows, j))[i],
                              j + 1 < rows->len ? ',' : '\n');

  return g_string_free (turned, FALSE);
}
