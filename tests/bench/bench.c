/* bench.c: timing, and plans to time.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench.h"

#include <stdlib.h>

static int
compare_times (const void *a, const void *b)
{
  double time_a = *(const double *) a;
  double time_b = *(const double *) b;

  return time_a < time_b ? -1 : time_a > time_b;
}

static void
print_time (const char *name, double least, double median)
{
  const char *unit = least < 1e-3 ? "µs" : "ms";
  double scale = least < 1e-3 ? 1e6 : 1e3;

  g_print ("%-52s %10.2f %s  (median %.2f)\n", name, least * scale, unit, median * scale);
}

double
bench_run (const char *name, size_t n_runs, BenchFunc func, void *data)
{
  g_autofree double *times = g_new (double, n_runs);

  for (size_t i = 0; i < n_runs; i++)
    {
      g_autoptr (GTimer) timer = g_timer_new ();

      func (data);
      times[i] = g_timer_elapsed (timer, NULL);
    }
  qsort (times, n_runs, sizeof *times, compare_times);
  print_time (name, times[0], times[n_runs / 2]);
  return times[0];
}

static void
set_text (PlwPlan *plan, PlwTableId table, size_t row, size_t column, const char *text)
{
  PlwValue value;

  if (!plw_plan_parse_cell (plan, table, column, text, PLW_PARSE_STRICT, &value, NULL, NULL))
    g_error ("%s", text);
  plw_plan_set (plan, table, row, column, value);
}

static void
add_settings (PlwPlan *plan, size_t n_years)
{
  g_autofree char *years = g_strdup_printf ("%zu", n_years);
  const char *const settings[][2] = { { "title", "A council" },
                                      { "base_year", "2026/27" },
                                      { "years", years } };

  for (size_t i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      PlwValue cells[] = { plw_value_text (settings[i][0]), plw_value_text (settings[i][1]) };

      plw_plan_append (plan, PLW_TABLE_PLAN, cells, G_N_ELEMENTS (cells));
    }
}

static void
add_drivers (PlwPlan *plan)
{
  static const char *const rates[][2] = {
    { "pay", "3" }, { "contracts", "3.5" }, { "fees", "2" }, { "demand", "1.5" }
  };
  size_t first = plw_schema_table (PLW_TABLE_DRIVERS)->n_columns;

  for (size_t i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      PlwValue cells[] = { plw_value_text (rates[i][0]) };
      size_t row = plw_plan_append (plan, PLW_TABLE_DRIVERS, cells, 1);

      set_text (plan, PLW_TABLE_DRIVERS, row, first, rates[i][1]);
    }
}

static int64_t
add_line (PlwPlan *plan, GRand *random, size_t line, size_t n_elements)
{
  static const char *const elements[] = { "pay", "contracts", "fees" };
  g_autofree char *code = g_strdup_printf ("line-%03zu", line);
  PlwValue cells[] = { plw_value_text (code) };
  size_t row = plw_plan_append (plan, PLW_TABLE_LINES, cells, 1);
  int64_t whole = 0;

  set_text (plan, PLW_TABLE_LINES, row, PLW_LINES_DUTY, line % 3 == 0 ? "statutory" : "discretionary");
  set_text (plan, PLW_TABLE_LINES, row, PLW_LINES_STATUTORY_MINIMUM, "90");
  plw_plan_set (plan, PLW_TABLE_LINES, row, PLW_LINES_PRIORITY, plw_value_number (1 + (int64_t) line % 5));
  for (size_t e = 0; e < n_elements; e++)
    {
      const char *kind = elements[e % G_N_ELEMENTS (elements)];
      g_autofree char *element = g_strdup_printf ("%s-%zu", kind, e);
      PlwValue cost[] = { plw_value_text (code), plw_value_text (element) };
      size_t held = plw_plan_append (plan, PLW_TABLE_COSTS, cost, 2);
      int64_t base = (int64_t) g_rand_int_range (random, 100000, 40000000) * (e % 3 == 2 ? 1 : 5);

      plw_plan_set (plan, PLW_TABLE_COSTS, held, PLW_COSTS_BASE, plw_value_number (base));
      set_text (plan, PLW_TABLE_COSTS, held, PLW_COSTS_KIND, e % 3 == 2 ? "income" : kind);
      set_text (plan, PLW_TABLE_COSTS, held, PLW_COSTS_PRICE_DRIVER, kind);
      if (e % 3 != 2)
        set_text (plan, PLW_TABLE_COSTS, held, PLW_COSTS_VOLUME_DRIVER, "demand");
      whole += e % 3 == 2 ? -base : base;
    }
  return MAX (whole, 0);
}

static void
add_pot (PlwPlan *plan,
         GRand *random,
         size_t pot,
         size_t n_lines,
         size_t n_years,
         int64_t amount,
         double reach)
{
  static const char *const unspent[] = { "lapse", "lapse", "keep", "keep:2" };
  g_autofree char *code = g_strdup_printf ("pot-%03zu", pot);
  PlwValue cells[] = { plw_value_text (code) };
  size_t row = plw_plan_append (plan, PLW_TABLE_POTS, cells, 1);
  size_t first = plw_schema_table (PLW_TABLE_POTS)->n_columns;

  set_text (plan, PLW_TABLE_POTS, row, PLW_POTS_UNSPENT, unspent[pot % G_N_ELEMENTS (unspent)]);
  set_text (plan, PLW_TABLE_POTS, row, PLW_POTS_POOLED, pot % 2 == 0 ? "yes" : "no");
  for (size_t t = 0; t < n_years; t++)
    {
      double grown = (double) amount * (1 + 0.042 * (double) t);

      plw_plan_set (plan, PLW_TABLE_POTS, row, first + t, plw_value_number ((int64_t) grown));
    }
  for (size_t i = 0; pot % 3 != 0 && i < n_lines; i++)
    if (g_rand_double (random) < reach)
      {
        g_autofree char *line = g_strdup_printf ("line-%03zu", i);
        PlwValue fence[] = { plw_value_text (code), plw_value_number (PLW_FENCE_LINE),
                             plw_value_text (line) };

        plw_plan_append (plan, PLW_TABLE_RINGFENCES, fence, G_N_ELEMENTS (fence));
      }
}

PlwPlan *
bench_plan_new (size_t n_lines, size_t n_pots, size_t n_years, size_t n_elements, double reach)
{
  PlwPlan *plan = plw_plan_new ();
  GRand *random = g_rand_new_with_seed (20262027);
  int64_t whole = 0;

  add_settings (plan, n_years);
  add_drivers (plan);
  for (size_t i = 0; i < n_lines; i++)
    whole += add_line (plan, random, i, n_elements);
  for (size_t k = 0; k < n_pots; k++)
    {
      double part = g_rand_double_range (random, 0.2, 1.8) / (double) n_pots;

      add_pot (plan, random, k, n_lines, n_years, (int64_t) ((double) whole * part), reach);
    }
  g_rand_free (random);
  return plan;
}
