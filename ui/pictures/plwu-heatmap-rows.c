/* plwu-heatmap-rows.c: the lines of the heatmap: order, totals, rounding, table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-heatmap-private.h"
#include "plwu-round-table.h"

#include <glib/gi18n.h>
#include <placewright/year.h>

void
plwu_heatmap_line_free (PlwuHeatmapLine *line)
{
  g_free (line->label);
  g_free (line->need);
  g_free (line->shortfall);
  g_free (line->steps);
  g_free (line);
}

const PlwuHeatmapLine *
plwu_heatmap_get_shown (PlwuHeatmap *self, guint i)
{
  return g_ptr_array_index (self->lines, g_array_index (self->order, guint, i));
}

int
plwu_heatmap_get_year (PlwuHeatmap *self, guint i)
{
  return g_array_index (self->years, int, i);
}

static PlwuHeatmapLine *
copy_row (const PlwuHeatmapRow *row, guint n_years)
{
  PlwuHeatmapLine *line = g_new0 (PlwuHeatmapLine, 1);

  /* Translators: partner or group of lines, line */
  line->label = row->group != NULL && *row->group != '\0'
                    ? g_strdup_printf (_ ("%s: %s"), row->group, row->name)
                    : g_strdup (row->name);
  line->is_statutory = row->is_statutory;
  line->need = g_memdup2 (row->need, n_years * sizeof *row->need);
  line->shortfall = g_memdup2 (row->shortfall, n_years * sizeof *row->shortfall);
  line->steps = g_new0 (gint64, n_years);
  line->first_short = n_years;
  for (guint i = n_years; i-- > 0;)
    {
      line->total += line->shortfall[i];
      if (line->shortfall[i] > 0)
        line->first_short = i;
    }

  return line;
}

void
plwu_heatmap_take_rows (PlwuHeatmap *self,
                        guint n_rows,
                        const PlwuHeatmapRow *rows,
                        guint n_years,
                        const int *years)
{
  glong longest = -1;

  g_ptr_array_set_size (self->lines, 0);
  g_array_set_size (self->years, 0);
  g_array_append_vals (self->years, years, n_years);
  g_free (self->year_totals);
  g_free (self->year_steps);
  self->year_totals = g_new0 (gint64, n_years);
  self->year_steps = g_new0 (gint64, n_years);
  self->largest = 0;
  self->total = 0;
  self->longest = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      PlwuHeatmapLine *line = copy_row (&rows[i], n_years);
      glong length = g_utf8_strlen (line->label, -1);

      g_ptr_array_add (self->lines, line);
      if (length > longest)
        {
          longest = length;
          self->longest = i;
        }
      for (guint j = 0; j < n_years; j++)
        {
          self->year_totals[j] += line->shortfall[j];
          self->largest = MAX (self->largest, line->shortfall[j]);
        }
      self->total += line->total;
    }
}

/* Order */

static int
compare_lines (const void *a, const void *b, void *user_data)
{
  PlwuHeatmap *self = user_data;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;
  const PlwuHeatmapLine *line_a = g_ptr_array_index (self->lines, i);
  const PlwuHeatmapLine *line_b = g_ptr_array_index (self->lines, j);

  if (self->sort == PLWU_HEATMAP_FIRST_SHORT && line_a->first_short != line_b->first_short)
    return line_a->first_short < line_b->first_short ? -1 : 1;
  if (self->sort != PLWU_HEATMAP_PLAN_ORDER && line_a->total != line_b->total)
    return line_a->total > line_b->total ? -1 : 1;

  return i < j ? -1 : 1;
}

void
plwu_heatmap_order_rows (PlwuHeatmap *self)
{
  g_array_set_size (self->order, self->lines->len);
  for (guint i = 0; i < self->lines->len; i++)
    g_array_index (self->order, guint, i) = i;

  if (self->order->len > 1)
    g_qsort_with_data (self->order->data, (int) self->order->len, sizeof (guint), compare_lines, self);
}

void
plwu_heatmap_round_rows (PlwuHeatmap *self)
{
  guint n_lines = self->lines->len;
  guint n_years = self->years->len;
  g_autofree gint64 *pence = g_new0 (gint64, n_lines * n_years + 1);
  g_autofree gint64 *steps = g_new0 (gint64, n_lines * n_years + 1);

  for (guint i = 0; i < n_lines; i++)
    for (guint j = 0; j < n_years; j++)
      pence[i * n_years + j] = ((PlwuHeatmapLine *) g_ptr_array_index (self->lines, i))->shortfall[j];

  plwu_round_table (pence, n_lines, n_years, plw_unit_pence (self->unit), steps);

  self->total_steps = 0;
  for (guint j = 0; j < n_years; j++)
    self->year_steps[j] = 0;
  for (guint i = 0; i < n_lines; i++)
    {
      PlwuHeatmapLine *line = g_ptr_array_index (self->lines, i);

      line->total_steps = 0;
      for (guint j = 0; j < n_years; j++)
        {
          line->steps[j] = steps[i * n_years + j];
          line->total_steps += line->steps[j];
          self->year_steps[j] += line->steps[j];
        }
      self->total_steps += line->total_steps;
    }
}

/* Table */

static char **
make_table_row (PlwuHeatmap *self, const char *label, const char *duty, const gint64 *figures, gint64 total)
{
  guint n_years = self->years->len;
  char **row = g_new0 (char *, n_years + 4);

  row[0] = g_strdup (label);
  row[1] = g_strdup (duty);
  for (guint i = 0; i < n_years; i++)
    row[2 + i] = plw_pence_show (figures[i], PLW_UNIT_POUNDS);
  row[2 + n_years] = plw_pence_show (total, PLW_UNIT_POUNDS);

  return row;
}

GPtrArray *
plwu_heatmap_make_table (PlwuHeatmap *self)
{
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint n_years = self->years->len;
  char **titles = g_new0 (char *, n_years + 4);

  titles[0] = g_strdup (_ ("Line"));
  titles[1] = g_strdup (_ ("Duty"));
  for (guint i = 0; i < n_years; i++)
    titles[2 + i] = g_strdup (plw_year_name (plwu_heatmap_get_year (self, i)));
  titles[2 + n_years] = g_strdup (_ ("Total"));
  g_ptr_array_add (table, titles);

  for (guint i = 0; i < self->order->len; i++)
    {
      const PlwuHeatmapLine *line = plwu_heatmap_get_shown (self, i);

      g_ptr_array_add (table, make_table_row (self, line->label, line->is_statutory ? _ ("statutory") : "",
                                              line->shortfall, line->total));
    }
  g_ptr_array_add (table, make_table_row (self, _ ("Total"), "", self->year_totals, self->total));

  return table;
}
