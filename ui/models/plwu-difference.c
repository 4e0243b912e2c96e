/* plwu-difference.c: which rows and cells tell two states of a plan apart.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-difference.h"

#include "findings/plwu-labels.h"

#include <glib/gi18n.h>

/* More would not be read; they are counted all the same. */
#define ROWS_MOST 5000

typedef struct
{
  PlwuDifference *found;
  const PlwPlan *before;
  const PlwPlan *after;
  PlwTableId table;
} Search;

/* @row, @before, @after: (transfer none) */
static void
list (Search *search,
      PlwRowId id,
      size_t column,
      const char *row,
      const char *title,
      const char *before,
      const char *after)
{
  PlwuDifferencePlace place = { search->table, id, column };
  const char *texts[] = { plwu_label_table (search->table), row, title, before, after, NULL };

  if (search->found->places->len >= ROWS_MOST)
    return;
  g_ptr_array_add (search->found->table, g_strdupv ((char **) texts));
  g_array_append_val (search->found->places, place);
}

static void
compare_cells (Search *search, size_t before_row, size_t after_row)
{
  PlwTableId table = search->table;
  size_t n_columns =
      MIN (plw_plan_n_columns (search->before, table), plw_plan_n_columns (search->after, table));

  for (size_t i = 0; i < n_columns; i++)
    {
      PlwValue before = plw_plan_get (search->before, table, before_row, i);
      PlwValue after = plw_plan_get (search->after, table, after_row, i);

      if (plw_value_equal (plw_plan_column_type (search->after, table, i), before, after))
        continue;

      g_autofree char *row = plwu_label_row (search->after, table, after_row);
      g_autofree char *before_text = plwu_label_value (search->before, table, i, before);
      g_autofree char *after_text = plwu_label_value (search->after, table, i, after);

      search->found->n_cells++;
      list (search, plw_plan_row_id (search->after, table, after_row), i, row,
            plwu_label_column (search->after, table, i), before_text, after_text);
    }
}

static void
compare_table (Search *search)
{
  PlwTableId table = search->table;
  size_t other;

  for (size_t i = 0; i < plw_plan_n_rows (search->after, table); i++)
    {
      PlwRowId id = plw_plan_row_id (search->after, table, i);

      if (plw_plan_find_row (search->before, table, id, &other))
        {
          compare_cells (search, other, i);
          continue;
        }

      g_autofree char *row = plwu_label_row (search->after, table, i);

      search->found->n_added++;
      list (search, id, 0, row, _ ("whole row"), _ ("not there"), _ ("added"));
    }
  for (size_t i = 0; i < plw_plan_n_rows (search->before, table); i++)
    if (!plw_plan_find_row (search->after, table, plw_plan_row_id (search->before, table, i), &other))
      {
        g_autofree char *row = plwu_label_row (search->before, table, i);

        search->found->n_removed++;
        list (search, plw_plan_row_id (search->before, table, i), 0, row, _ ("whole row"), _ ("there"),
              _ ("removed"));
      }
}

PlwuDifference *
plwu_difference_new (const PlwPlan *before, const PlwPlan *after)
{
  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  PlwuDifference *self = g_new0 (PlwuDifference, 1);
  const char *titles[] = { _ ("Table"), _ ("Row"), _ ("Column"), _ ("Before"), _ ("After"), NULL };

  self->table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->places = g_array_new (FALSE, FALSE, sizeof (PlwuDifferencePlace));
  g_ptr_array_add (self->table, g_strdupv ((char **) titles));
  for (int i = 0; i < PLW_N_TABLES; i++)
    {
      Search search = { self, before, after, (PlwTableId) i };

      compare_table (&search);
    }
  return self;
}

void
plwu_difference_free (PlwuDifference *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->table);
  g_array_unref (self->places);
  g_free (self);
}

static void
add_count (GString *text, const char *one)
{
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, one);
}

static void
add_tables (GString *text, const PlwuDifference *self)
{
  guint counts[PLW_N_TABLES] = { 0 };
  const char *separator = ": ";

  for (guint i = 0; i < self->places->len; i++)
    counts[g_array_index (self->places, PlwuDifferencePlace, i).table]++;
  for (int i = 0; i < PLW_N_TABLES; i++)
    if (counts[i] > 0)
      {
        g_string_append_printf (text, "%s%s %u", separator, plwu_label_table ((PlwTableId) i), counts[i]);
        separator = ", ";
      }
}

char *
plwu_difference_describe (const PlwuDifference *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GString *text = g_string_new (NULL);
  g_autofree char *cells =
      g_strdup_printf (ngettext ("%u cell changed", "%u cells changed", self->n_cells), self->n_cells);
  g_autofree char *added =
      g_strdup_printf (ngettext ("%u row added", "%u rows added", self->n_added), self->n_added);
  g_autofree char *removed =
      g_strdup_printf (ngettext ("%u row removed", "%u rows removed", self->n_removed), self->n_removed);

  if (self->n_cells > 0)
    add_count (text, cells);
  if (self->n_added > 0)
    add_count (text, added);
  if (self->n_removed > 0)
    add_count (text, removed);
  if (text->len == 0)
    g_string_append (text, _ ("Nothing differs"));
  add_tables (text, self);

  return g_string_free (text, FALSE);
}
