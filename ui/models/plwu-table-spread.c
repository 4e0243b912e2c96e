/* plwu-table-spread.c: a total typed by people, spread over the rows that it adds up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-table-model-private.h"

#include "findings/plwu-labels.h"

#include <glib/gi18n.h>

/* The rows under a total and what they are to add to it. */
typedef struct
{
  guint first;
  guint n;
  gint64 *effects; /* owned; pence, less than nothing where a row lowers the total */
  gint64 *weights; /* owned; shares go by these */
  gboolean *keeps; /* owned; whether the row keeps its figure */
  gint64 wanted;   /* what the others are to add up to */
} Spread;

static void
clear_spread (Spread *spread)
{
  g_free (spread->effects);
  g_free (spread->weights);
  g_free (spread->keeps);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Spread, clear_spread)

static gboolean
fail (char **ret_why, const char *why)
{
  *ret_why = g_strdup (why);
  return FALSE;
}

static const PlwuTableColumn *
get_column (PlwuTableModel *self, guint index)
{
  return &g_array_index (plwu_table_model_private (self)->columns, PlwuTableColumn, index);
}

static gint64
get_effect (PlwuTableModel *self, size_t plan_row, const PlwuTableColumn *column)
{
  gint64 pence;

  return plwu_table_cells_pence (self, plan_row, column, &pence)
             ? pence * plwu_table_cells_sign (self, plan_row)
             : 0;
}

/* The year before, where the column is a year and not the first of them. */
static gboolean
find_last_year (PlwuTableModel *self, const PlwuTableColumn *column, PlwuTableColumn *ret_last)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  if (column->is_derived || column->index <= plw_schema_table (priv->table)->n_columns)
    return FALSE;
  *ret_last = (PlwuTableColumn){ FALSE, column->index - 1 };
  return TRUE;
}

static gboolean
takes_part (PlwuTableModel *self,
            size_t plan_row,
            const PlwuTableColumn *column,
            PlwuSheetSpread way,
            int equal_sign)
{
  return plwu_sheet_kind_can_change (plwu_table_cells_kind (self, plan_row, column))
         && (way != PLWU_SHEET_SPREAD_EQUALLY || plwu_table_cells_sign (self, plan_row) == equal_sign);
}

static gint64
get_weight (PlwuTableModel *self, size_t plan_row, const PlwuTableColumn *column, PlwuSheetSpread way)
{
  PlwuTableColumn last;

  if (way == PLWU_SHEET_SPREAD_EQUALLY)
    return plwu_table_cells_sign (self, plan_row);
  if (way == PLWU_SHEET_SPREAD_AS_LAST_YEAR && find_last_year (self, column, &last))
    return get_effect (self, plan_row, &last);
  return get_effect (self, plan_row, column);
}

/* Equal shares go to the rows that raise the total; without any, to those that lower it. */
static int
find_equal_sign (PlwuTableModel *self, const Spread *spread, const PlwuTableColumn *column)
{
  size_t plan_row;

  for (guint i = 0; i < spread->n; i++)
    if (plwu_table_model_get_plan_row (self, spread->first + i, &plan_row)
        && plwu_sheet_kind_can_change (plwu_table_cells_kind (self, plan_row, column))
        && plwu_table_cells_sign (self, plan_row) > 0)
      return 1;
  return -1;
}

static Spread
list_rows (PlwuTableModel *self, guint row, guint index, PlwuSheetSpread way, gint64 total)
{
  const PlwuTableColumn *column = get_column (self, index);
  Spread spread = { .wanted = total };
  guint end;
  int equal_sign;

  plwu_table_totals_find_rows (plwu_table_model_private (self), row, &spread.first, &end);
  spread.n = end - spread.first;
  spread.effects = g_new0 (gint64, MAX (spread.n, 1));
  spread.weights = g_new0 (gint64, MAX (spread.n, 1));
  spread.keeps = g_new0 (gboolean, MAX (spread.n, 1));
  equal_sign = find_equal_sign (self, &spread, column);
  for (guint i = 0; i < spread.n; i++)
    {
      size_t plan_row;

      spread.keeps[i] = TRUE;
      if (!plwu_table_model_get_plan_row (self, spread.first + i, &plan_row))
        continue;
      spread.effects[i] = get_effect (self, plan_row, column);
      spread.keeps[i] = !takes_part (self, plan_row, column, way, equal_sign);
      if (spread.keeps[i])
        spread.wanted -= spread.effects[i];
      else
        spread.weights[i] = get_weight (self, plan_row, column, way);
    }
  return spread;
}

static gint64
add_up (const gint64 *numbers, guint n)
{
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += numbers[i];
  return sum;
}

typedef struct
{
  guint index;
  __int128 remainder;
} Leftover;

static int
compare_leftovers (gconstpointer a, gconstpointer b)
{
  const Leftover *leftover_a = a;
  const Leftover *leftover_b = b;

  if (leftover_a->remainder != leftover_b->remainder)
    return leftover_a->remainder > leftover_b->remainder ? -1 : 1;
  return leftover_a->index < leftover_b->index ? -1 : 1;
}

/* By weight, rounded down; the pennies left go to the largest remainders. */
static void
share (const Spread *spread, gint64 *ret_effects)
{
  gint64 sum = add_up (spread->weights, spread->n);
  int sign = sum < 0 ? -1 : 1;
  gint64 left = spread->wanted;
  g_autofree Leftover *leftovers = g_new (Leftover, MAX (spread->n, 1));

  for (guint i = 0; i < spread->n; i++)
    {
      __int128 product = (__int128) spread->weights[i] * sign * spread->wanted;
      __int128 quotient = product / (sum * sign);
      __int128 remainder = product % (sum * sign);

      if (remainder < 0)
        {
          quotient--;
          remainder += sum * sign;
        }
      leftovers[i] = (Leftover){ i, remainder };
      ret_effects[i] = spread->keeps[i] ? spread->effects[i] : (gint64) quotient;
      left -= (gint64) quotient;
    }

  qsort (leftovers, spread->n, sizeof *leftovers, compare_leftovers);
  for (guint i = 0; i < left; i++)
    ret_effects[leftovers[i].index]++;
}

static gboolean
can_share (const Spread *spread, PlwuSheetSpread way, char **ret_why)
{
  gint64 sum = add_up (spread->weights, spread->n);
  gboolean has_weight = FALSE;

  for (guint i = 0; i < spread->n; i++)
    has_weight |= spread->weights[i] != 0;

  if (way == PLWU_SHEET_SPREAD_EQUALLY && !has_weight)
    return fail (ret_why,
                 _ ("Every figure that this total adds up is computed; change what they are made from"));
  if (sum == 0 && way == PLWU_SHEET_SPREAD_AS_LAST_YEAR)
    return fail (ret_why,
                 _ ("The figures of the year before add up to nothing: there is no share to take from them"));
  if (sum == 0)
    return fail (ret_why, _ ("The figures add up to nothing: there is no proportion to keep"));
  if (spread->wanted != 0 && (spread->wanted < 0) != (sum < 0))
    return fail (ret_why,
                 _ ("That would turn every figure's sign: figures that cannot be changed, and those that "
                    "lower the total, already make up more than it"));
  return TRUE;
}

static gboolean
read_total (PlwuTableModel *self, guint row, guint index, const char *text, gint64 *ret_total, char **ret_why)
{
  const PlwuTableColumn *column = get_column (self, index);

  *ret_total = plwu_table_totals_pence (self, row, column);
  return text == NULL || plwu_table_parse_pence (self, text, *ret_total, ret_total, ret_why);
}

static gboolean
is_total (PlwuTableModel *self, guint row, guint index)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  return (row == priv->rows->len || plwu_table_view_find_group (priv, row) != NULL) && index > 0
         && plwu_table_cells_scales (self, get_column (self, index));
}

gboolean
plwu_table_spread_can (PlwuSheetModel *model,
                       guint row,
                       guint index,
                       PlwuSheetSpread way,
                       const char *text,
                       char **ret_why)
{
  PlwuTableModel *self = PLWU_TABLE_MODEL (model);
  PlwuTableColumn last;
  gint64 total;

  if (!is_total (self, row, index))
    return fail (ret_why, _ ("This cell cannot be changed here"));
  if (way == PLWU_SHEET_SPREAD_AS_LAST_YEAR && !find_last_year (self, get_column (self, index), &last))
    return fail (ret_why, _ ("There is no year before this one"));
  if (!read_total (self, row, index, text, &total, ret_why))
    return FALSE;

  g_auto (Spread) spread = list_rows (self, row, index, way, total);

  return can_share (&spread, way, ret_why);
}

gboolean
plwu_table_spread (PlwuSheetModel *model,
                   guint row,
                   guint index,
                   PlwuSheetSpread way,
                   const char *text,
                   PlwuSheetOutcome *ret_outcome,
                   GError **error)
{
  PlwuTableModel *self = PLWU_TABLE_MODEL (model);
  g_autofree char *why = NULL;
  gint64 total;

  if (!plwu_table_spread_can (model, row, index, way, text, &why)
      || !read_total (self, row, index, text, &total, &why))
    {
      g_set_error_literal (error, PLW_ERROR, PLW_ERROR_SYNTAX, why);
      return FALSE;
    }

  g_auto (Spread) spread = list_rows (self, row, index, way, total);
  g_autofree gint64 *effects = g_new0 (gint64, spread.n);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  share (&spread, effects);
  for (guint i = 0; i < spread.n; i++)
    {
      size_t plan_row;
      gboolean is_row = plwu_table_model_get_plan_row (self, spread.first + i, &plan_row);
      gint64 pence = is_row ? effects[i] * plwu_table_cells_sign (self, plan_row) : 0;
      g_autofree char *plain = plw_pence_to_plain_text (ABS (pence));

      g_ptr_array_add (texts, is_row && effects[i] != spread.effects[i]
                                  ? g_strdup_printf ("%s£%s", pence < 0 ? "-" : "", plain)
                                  : NULL);
    }
  return plwu_table_edit_set_cells (model, PLWU_SHEET_GESTURE_SPREAD, spread.first, index, spread.n, 1,
                                    (const char *const *) texts->pdata, ret_outcome, error);
}
