/* plwu-round-table.c: tables rounded so that rows and columns both add up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-round-table.h"

/* What each figure is above a whole step, with one more row and column that
 * fill up the sums of columns and rows to whole steps. To carry a part of a step
 * around a closed walk of open entries (neither empty nor full), taking it from
 * every second one, changes no sum and closes an entry; once all are closed, the
 * table is rounded. No open entry is without such a walk: its row and column
 * each need another open one to make up a whole step.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  gint64 step;
  gint64 *rests;  /* owned; 0 to step */
  guint *parents; /* owned; of rows, then of columns: the node the walk came from */
  guint *queue;   /* owned */
} Table;

#define NO_NODE G_MAXUINT

static gint64 *
get_rest (Table *table, guint row, guint column)
{
  return &table->rests[row * table->n_columns + column];
}

static gboolean
is_open (Table *table, guint row, guint column)
{
  gint64 rest = *get_rest (table, row, column);

  return rest > 0 && rest < table->step;
}

/* Adds the neighbours of a node that were not seen yet; stops as soon as one of
 * them has an open entry in the column looked for.
 */
static guint
visit (Table *table, guint node, guint start_row, guint end_column, guint n_queued)
{
  gboolean is_row = node < table->n_rows;
  guint n_others = is_row ? table->n_columns : table->n_rows;

  for (guint i = 0; i < n_others; i++)
    {
      guint row = is_row ? node : i;
      guint column = is_row ? i : node - table->n_rows;
      guint other = is_row ? table->n_rows + i : i;

      if (table->parents[other] != NO_NODE || !is_open (table, row, column)
          || (row == start_row && column == end_column))
        continue;

      table->parents[other] = node;
      table->queue[n_queued++] = other;
      if (!is_row && is_open (table, row, end_column))
        {
          table->parents[table->n_rows + end_column] = row;
          break;
        }
    }

  return n_queued;
}

/* Finds a short way from a row to a column that does not go directly. */
static void
find_walk (Table *table, guint start_row, guint end_column)
{
  guint end = table->n_rows + end_column;
  guint n_queued = 1;

  for (guint i = 0; i < table->n_rows + table->n_columns; i++)
    table->parents[i] = NO_NODE;
  table->parents[start_row] = start_row;
  table->queue[0] = start_row;

  for (guint i = 0; i < n_queued && table->parents[end] == NO_NODE; i++)
    n_queued = visit (table, table->queue[i], start_row, end_column, n_queued);

  g_assert (table->parents[end] != NO_NODE);
}

static gint64 *
get_entry (Table *table, guint node, guint other)
{
  return node < table->n_rows ? get_rest (table, node, other - table->n_rows)
                              : get_rest (table, other, node - table->n_rows);
}

/* Carries as much as fits around the walk just found. */
static void
carry (Table *table, guint start_row, guint end_column, gboolean is_up)
{
  gint64 *first = get_rest (table, start_row, end_column);
  gint64 amount = is_up ? table->step - *first : *first;
  guint end = table->n_rows + end_column;
  gboolean adds = !is_up;

  for (guint node = end; node != start_row; node = table->parents[node], adds = !adds)
    {
      gint64 rest = *get_entry (table, node, table->parents[node]);

      amount = MIN (amount, adds ? table->step - rest : rest);
    }

  *first += is_up ? amount : -amount;
  adds = !is_up;
  for (guint node = end; node != start_row; node = table->parents[node], adds = !adds)
    *get_entry (table, node, table->parents[node]) += adds ? amount : -amount;
}

static void
close_entry (Table *table, guint row, guint column)
{
  while (is_open (table, row, column))
    {
      find_walk (table, row, column);
      carry (table, row, column, *get_rest (table, row, column) * 2 >= table->step);
    }
}

static void
fill_up_sums (Table *table)
{
  guint last_row = table->n_rows - 1;
  guint last_column = table->n_columns - 1;
  gint64 sum = 0;

  for (guint i = 0; i < last_row; i++)
    {
      gint64 row_sum = 0;

      for (guint j = 0; j < last_column; j++)
        {
          row_sum += *get_rest (table, i, j);
          *get_rest (table, last_row, j) += *get_rest (table, i, j);
        }
      *get_rest (table, i, last_column) = (table->step - row_sum % table->step) % table->step;
      sum += row_sum;
    }

  for (guint j = 0; j < last_column; j++)
    {
      gint64 *rest = get_rest (table, last_row, j);

      *rest = (table->step - *rest % table->step) % table->step;
    }
  *get_rest (table, last_row, last_column) = sum % table->step;
}

static void
close_all (Table *table)
{
  guint last_row = table->n_rows - 1;
  guint last_column = table->n_columns - 1;

  close_entry (table, last_row, last_column);
  for (guint j = 0; j < last_column; j++)
    close_entry (table, last_row, j);
  for (guint i = 0; i < last_row; i++)
    close_entry (table, i, last_column);
  for (guint i = 0; i < last_row; i++)
    for (guint j = 0; j < last_column; j++)
      close_entry (table, i, j);
}

void
plwu_round_table (const gint64 *pence, guint n_rows, guint n_columns, gint64 step, gint64 *ret_steps)
{
  g_return_if_fail (step > 0);

  Table table = {
    .n_rows = n_rows + 1,
    .n_columns = n_columns + 1,
    .step = step,
    .rests = g_new0 (gint64, (n_rows + 1) * (n_columns + 1)),
    .parents = g_new (guint, n_rows + n_columns + 2),
    .queue = g_new (guint, n_rows + n_columns + 2),
  };

  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < n_columns; j++)
      {
        gint64 rest = pence[i * n_columns + j] % step;

        *get_rest (&table, i, j) = rest < 0 ? rest + step : rest;
        ret_steps[i * n_columns + j] = (pence[i * n_columns + j] - *get_rest (&table, i, j)) / step;
      }

  fill_up_sums (&table);
  close_all (&table);

  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < n_columns; j++)
      if (*get_rest (&table, i, j) == step)
        ret_steps[i * n_columns + j]++;

  g_free (table.rests);
  g_free (table.parents);
  g_free (table.queue);
}
