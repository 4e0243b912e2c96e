/* plwu-compare-table.c: results side by side, as tables that add up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rounded are the figures of the first result and the differences of the others
 * from it: the same stays the same, rows and columns add up, and what is printed
 * of the others is the sum of the two.
 */
#include "plwu-compare-table.h"

#include "findings/plwu-labels.h"
#include "pictures/plwu-round-table.h"

#include <string.h>

#include <glib/gi18n.h>
#include <placewright/number.h>
#include <placewright/year.h>

static char *
show_signed (gint64 steps, PlwUnit unit)
{
  g_autofree char *text = plw_steps_to_text (steps, unit);

  return g_strdup_printf ("%s%s", steps > 0 ? "+" : "", text);
}

static GPtrArray *
create_table (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

static size_t
get_n_years (const PlwuCompared *compared)
{
  size_t n_years = plw_result_n_years (compared->results[0]);

  for (guint i = 1; i < compared->n; i++)
    n_years = MIN (n_years, plw_result_n_years (compared->results[i]));
  return n_years;
}

/* By year */

/* @is_level: what is held at a year's end: years do not add up */
static const struct
{
  const char *name;
  PlwSum sum;
  gboolean is_level;
} measures[] = {
  { N_ ("Need"), PLW_SUM_NEED, FALSE },
  { N_ ("Money available"), PLW_SUM_AVAILABLE, FALSE },
  { N_ ("Funded"), PLW_SUM_FUNDED, FALSE },
  { N_ ("Shortfall"), PLW_SUM_SHORTFALL, FALSE },
  { N_ ("Stranded money"), PLW_SUM_STRANDED, FALSE },
  { N_ ("General reserve"), PLW_SUM_GENERAL_RESERVE, TRUE },
};

gboolean
plwu_compare_find_sum (const char *name, PlwSum *ret_sum)
{
  g_return_val_if_fail (name != NULL && ret_sum != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    if (strcmp (_ (measures[i].name), name) == 0)
      {
        *ret_sum = measures[i].sum;
        return TRUE;
      }
  return FALSE;
}

/* The first result's years, then each other's differences, a row each. */
static gint64 *
round_years (const PlwuCompared *compared, PlwSum sum, gboolean *ret_differs)
{
  guint n_years = (guint) get_n_years (compared);
  g_autofree gint64 *pence = g_new0 (gint64, (gsize) compared->n * n_years);
  gint64 *steps = g_new0 (gint64, (gsize) compared->n * n_years);

  *ret_differs = FALSE;
  for (guint i = 0; i < compared->n; i++)
    for (guint t = 0; t < n_years; t++)
      {
        gint64 first = i > 0 ? plw_result_sum (compared->results[0], sum, t) : 0;

        pence[i * n_years + t] = plw_result_sum (compared->results[i], sum, t) - first;
        *ret_differs |= i > 0 && pence[i * n_years + t] != 0;
      }
  plwu_round_table (pence, compared->n, n_years, plw_unit_pence (compared->unit), steps);

  return steps;
}

/* @base: (nullable): the first result's steps, added to @steps */
static GStrv
create_year_row (const PlwuCompared *compared,
                 const char *measure,
                 const char *name,
                 const gint64 *base,
                 const gint64 *steps,
                 gboolean is_difference,
                 gboolean is_level)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  size_t n_years = get_n_years (compared);
  gint64 total = 0;

  g_strv_builder_add_many (builder, measure, name, NULL);
  for (size_t t = 0; t <= n_years; t++)
    {
      gint64 figure = t == n_years ? total : steps[t] + (base != NULL ? base[t] : 0);
      g_autofree char *text = t == n_years && is_level ? g_strdup ("")
                              : is_difference          ? show_signed (figure, compared->unit)
                                                       : plw_steps_to_text (figure, compared->unit);

      total += figure;
      g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}

static void
add_measure (GPtrArray *table, const PlwuCompared *compared, guint measure, gboolean differences_only)
{
  size_t n_years = get_n_years (compared);
  gboolean differs;
  g_autofree gint64 *steps = round_years (compared, measures[measure].sum, &differs);
  const char *title = _ (measures[measure].name);
  gboolean is_level = measures[measure].is_level;

  if (differences_only && !differs)
    return;
  for (guint i = 0; i < compared->n; i++)
    {
      const gint64 *own = steps + i * n_years;
      g_autofree char *less = g_strdup_printf (_ ("less %s"), compared->names[0]);

      g_ptr_array_add (table, create_year_row (compared, title, compared->names[i], i > 0 ? steps : NULL, own,
                                               FALSE, is_level));
      if (i > 0)
        g_ptr_array_add (table, create_year_row (compared, title, less, NULL, own, TRUE, is_level));
    }
}

GPtrArray *
plwu_compare_years (const PlwuCompared *compared, gboolean differences_only)
{
  g_return_val_if_fail (compared != NULL && compared->n > 0, NULL);

  GPtrArray *table = create_table ();
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  g_strv_builder_add_many (titles, _ ("Figure"), _ ("Scenario"), NULL);
  for (size_t t = 0; t < get_n_years (compared); t++)
    g_strv_builder_add (titles, plw_year_name (plw_result_year (compared->results[0], t)));
  g_strv_builder_add (titles, _ ("All years"));
  g_ptr_array_add (table, g_strv_builder_end (titles));
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    add_measure (table, compared, i, differences_only);

  return table;
}

/* By line */

/* The uses of all results, those of the first in their order.
 * @indexes: (array length=n): of each result; SIZE_MAX where it has no such use
 */
typedef struct
{
  char *name;
  size_t *indexes;
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->name);
  g_free (row->indexes);
  g_free (row);
}

static GPtrArray *
match_uses (const PlwuCompared *compared)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < compared->n; i++)
    for (size_t u = 0; u < plw_result_n_uses (compared->results[i]); u++)
      {
        const PlwUse *use = plw_result_use (compared->results[i], u);
        g_autofree char *key = g_strdup_printf ("%d/%d/%s", use->kind, use->part, use->code);
        Row *row = g_hash_table_lookup (by_key, key);

        if (row == NULL)
          {
            row = g_new0 (Row, 1);
            row->name = plwu_label_use (use);
            row->indexes = g_new (size_t, compared->n);
            for (guint j = 0; j < compared->n; j++)
              row->indexes[j] = SIZE_MAX;
            g_ptr_array_add (rows, row);
            g_hash_table_insert (by_key, g_steal_pointer (&key), row);
          }
        row->indexes[i] = u;
      }
  return rows;
}

static gint64
get_figure (const PlwuCompared *compared, const Row *row, guint result, gboolean is_shortfall, size_t t)
{
  size_t use = row->indexes[result];

  if (use == SIZE_MAX)
    return 0;
  return is_shortfall ? plw_result_shortfall (compared->results[result], use, t)
                      : plw_result_use (compared->results[result], use)->need[t];
}

static gint64
sum_figure (const PlwuCompared *compared, const Row *row, guint result, gboolean is_shortfall, size_t year)
{
  gint64 sum = 0;

  for (size_t t = 0; t < get_n_years (compared); t++)
    if (year == SIZE_MAX || t == year)
      sum += get_figure (compared, row, result, is_shortfall, t);
  return sum;
}

/* Year by year: what evens out over the years differs all the same. */
static gboolean
differs (const PlwuCompared *compared, const Row *row, size_t year)
{
  for (guint i = 1; i < compared->n; i++)
    for (size_t t = 0; t < get_n_years (compared); t++)
      if ((year == SIZE_MAX || t == year)
          && (get_figure (compared, row, i, FALSE, t) != get_figure (compared, row, 0, FALSE, t)
              || get_figure (compared, row, i, TRUE, t) != get_figure (compared, row, 0, TRUE, t)))
        return TRUE;
  return FALSE;
}

static GStrv
create_line_titles (const PlwuCompared *compared)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  g_strv_builder_add (titles, _ ("Line"));
  for (int is_shortfall = 0; is_shortfall < 2; is_shortfall++)
    for (guint i = 0; i < compared->n; i++)
      {
        const char *measure = is_shortfall ? _ ("Shortfall") : _ ("Need");
        g_autofree char *title = g_strdup_printf ("%s: %s", measure, compared->names[i]);

        g_strv_builder_add (titles, title);
        if (i > 0)
          g_strv_builder_add (titles, _ ("Difference"));
      }
  return g_strv_builder_end (titles);
}

/* A use's row of the two tables of steps; @base: SIZE_MAX: the sum of all rows */
static GStrv
create_line_row (const PlwuCompared *compared, const char *name, const gint64 *need, const gint64 *shortfall)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, name);
  for (int is_shortfall = 0; is_shortfall < 2; is_shortfall++)
    for (guint i = 0; i < compared->n; i++)
      {
        const gint64 *steps = is_shortfall ? shortfall : need;
        g_autofree char *figure = plw_steps_to_text (steps[0] + (i > 0 ? steps[i] : 0), compared->unit);
        g_autofree char *difference = show_signed (steps[i], compared->unit);

        g_strv_builder_add (builder, figure);
        if (i > 0)
          g_strv_builder_add (builder, difference);
      }
  return g_strv_builder_end (builder);
}

static gint64 *
round_lines (const PlwuCompared *compared, const GPtrArray *rows, gboolean is_shortfall, size_t year)
{
  gsize n_cells = (gsize) rows->len * compared->n;
  g_autofree gint64 *pence = g_new0 (gint64, n_cells + 1);
  gint64 *steps = g_new0 (gint64, n_cells + 1);

  for (guint r = 0; r < rows->len; r++)
    for (guint i = 0; i < compared->n; i++)
      {
        const Row *row = g_ptr_array_index (rows, r);
        gint64 first = i > 0 ? sum_figure (compared, row, 0, is_shortfall, year) : 0;

        pence[r * compared->n + i] = sum_figure (compared, row, i, is_shortfall, year) - first;
      }
  plwu_round_table (pence, rows->len, compared->n, plw_unit_pence (compared->unit), steps);

  return steps;
}

/* All lines are rounded together, whether shown or not, so that a figure does
 * not change with what is shown beside it; the total is that of the whole plan.
 */
GPtrArray *
plwu_compare_lines (const PlwuCompared *compared, size_t year, gboolean differences_only)
{
  g_return_val_if_fail (compared != NULL && compared->n > 0, NULL);
  g_return_val_if_fail (year == SIZE_MAX || year < get_n_years (compared), NULL);

  GPtrArray *table = create_table ();
  g_autoptr (GPtrArray) rows = match_uses (compared);
  g_autofree gint64 *need = round_lines (compared, rows, FALSE, year);
  g_autofree gint64 *shortfall = round_lines (compared, rows, TRUE, year);
  g_autofree gint64 *need_sum = g_new0 (gint64, compared->n);
  g_autofree gint64 *shortfall_sum = g_new0 (gint64, compared->n);

  g_ptr_array_add (table, create_line_titles (compared));
  for (guint r = 0; r < rows->len; r++)
    {
      const Row *row = g_ptr_array_index (rows, r);

      for (guint i = 0; i < compared->n; i++)
        {
          need_sum[i] += need[r * compared->n + i];
          shortfall_sum[i] += shortfall[r * compared->n + i];
        }
      if (!differences_only || differs (compared, row, year))
        g_ptr_array_add (table, create_line_row (compared, row->name, need + r * compared->n,
                                                 shortfall + r * compared->n));
    }
  g_ptr_array_add (table, create_line_row (compared, _ ("Whole plan"), need_sum, shortfall_sum));

  return table;
}
