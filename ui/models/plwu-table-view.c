/* plwu-table-view.c: which rows of a table are shown and in what order: filter, search, sort, groups.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of this is a view: the plan's rows stay as they are.
 */
#include "plwu-table-model-private.h"

#include "findings/plwu-labels.h"

#include <string.h>

#include <glib/gi18n.h>

static gboolean
holds_search (const PlwPlan *plan, PlwTableId table, size_t row, const char *search)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  for (size_t i = 0; i < spec->n_columns; i++)
    {
      g_autofree char *text = plwu_label_cell (plan, table, row, i);
      g_autofree char *folded = g_utf8_casefold (text, -1);

      if (strstr (folded, search) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
passes_filter (PlwuTableModelPrivate *priv, const PlwPlan *plan, size_t row)
{
  return priv->filter_text == NULL
         || strcmp (plw_plan_text (plan, priv->table, row, priv->filter_column), priv->filter_text) == 0;
}

/* Groups */

/* The column of this table that a grouping goes by; FALSE where it has none. */
static gboolean
find_group_column (PlwTableId table, PlwuTableGrouping grouping, size_t *ret_column)
{
  static const char *const names[] = {
    [PLWU_TABLE_BY_PARTNER] = "partner",
    [PLWU_TABLE_BY_SERVICE_GROUP] = "group",
    [PLWU_TABLE_BY_LINE] = "line",
    [PLWU_TABLE_BY_FUNDER] = "funder",
  };

  return names[grouping] != NULL && plw_schema_find_column (table, names[grouping], ret_column);
}

static gboolean
has_figures (PlwTableId table)
{
  return table == PLW_TABLE_LINES || table == PLW_TABLE_COSTS || table == PLW_TABLE_CHANGES
         || table == PLW_TABLE_POTS || table == PLW_TABLE_PROJECTS;
}

/* By itself, or as the line does that it belongs to. */
gboolean
plwu_table_model_can_group (PlwuTableModel *self, PlwuTableGrouping grouping)
{
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (self), FALSE);
  g_return_val_if_fail (grouping < PLWU_TABLE_N_GROUPINGS, FALSE);

  PlwTableId table = plwu_table_model_get_table (self);
  size_t column;

  if (!has_figures (table))
    return FALSE;
  return find_group_column (table, grouping, &column)
         || (find_group_column (table, PLWU_TABLE_BY_LINE, &column)
             && find_group_column (PLW_TABLE_LINES, grouping, &column));
}

/* Empty where the row belongs to no group. */
static const char *
get_group_key (const PlwPlan *plan, PlwTableId table, PlwuTableGrouping grouping, size_t row)
{
  size_t column;
  size_t line;

  if (find_group_column (table, grouping, &column))
    return plw_plan_text (plan, table, row, column);
  if (!find_group_column (table, PLWU_TABLE_BY_LINE, &column)
      || !plw_plan_find_key (plan, PLW_TABLE_LINES, plw_plan_text (plan, table, row, column), &line))
    return "";
  return get_group_key (plan, PLW_TABLE_LINES, grouping, line);
}

static char *
name_group (const PlwPlan *plan, PlwuTableGrouping grouping, const char *key)
{
  static const char *const without[] = {
    [PLWU_TABLE_BY_PARTNER] = N_ ("Without a partner"),
    [PLWU_TABLE_BY_SERVICE_GROUP] = N_ ("Without a group"),
    [PLWU_TABLE_BY_LINE] = N_ ("Without a line"),
    [PLWU_TABLE_BY_FUNDER] = N_ ("Without a funder"),
  };

  size_t row;

  if (*key == '\0')
    return g_strdup (_ (without[grouping]));
  if (grouping == PLWU_TABLE_BY_PARTNER || grouping == PLWU_TABLE_BY_FUNDER)
    return g_strdup (plw_plan_find_key (plan, PLW_TABLE_PARTNERS, key, &row)
                         ? plwu_label_ref (plan, PLW_TABLE_PARTNERS, key)
                         : key);
  if (grouping == PLWU_TABLE_BY_LINE)
    return g_strdup (plwu_label_ref (plan, PLW_TABLE_LINES, key));
  return g_strdup (key);
}

/* Where a group stands: partners and lines in the plan's order, other groups as they
 * turn up, and last those that belong to none.
 */
static guint
rank_group (PlwuTableModelPrivate *priv, const PlwPlan *plan, GHashTable *ranks, const char *key)
{
  PlwTableId held = priv->grouping == PLWU_TABLE_BY_LINE ? PLW_TABLE_LINES : PLW_TABLE_PARTNERS;
  gboolean is_held = priv->grouping == PLWU_TABLE_BY_LINE || priv->grouping == PLWU_TABLE_BY_PARTNER;
  gpointer rank;
  size_t row;

  if (*key == '\0')
    return G_MAXUINT;
  if (is_held && plw_plan_find_key (plan, held, key, &row))
    return (guint) row;
  if (!g_hash_table_lookup_extended (ranks, key, NULL, &rank))
    {
      rank = GUINT_TO_POINTER (G_MAXUINT / 2 + g_hash_table_size (ranks));
      g_hash_table_insert (ranks, g_strdup (key), rank);
    }
  return GPOINTER_TO_UINT (rank);
}

/* Order */

typedef struct
{
  size_t plan_row;
  guint group;
  guint position; /* in the sort asked for; G_MAXUINT for rows that came later */
  const char *key;
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *entry_a = a;
  const Entry *entry_b = b;

  if (entry_a->group != entry_b->group)
    return entry_a->group < entry_b->group ? -1 : 1;
  if (entry_a->position != entry_b->position)
    return entry_a->position < entry_b->position ? -1 : 1;
  return entry_a->plan_row < entry_b->plan_row ? -1 : entry_a->plan_row > entry_b->plan_row;
}

static guint
find_position (PlwuTableModelPrivate *priv, const PlwPlan *plan, size_t row)
{
  if (priv->positions == NULL)
    return 0;

  gint64 id = (gint64) plw_plan_row_id (plan, priv->table, row);
  gpointer position;

  return g_hash_table_lookup_extended (priv->positions, &id, NULL, &position) ? GPOINTER_TO_UINT (position)
                                                                              : G_MAXUINT;
}

static GArray *
list_entries (PlwuTableModelPrivate *priv)
{
  const PlwPlan *plan = plwu_document_get_plan (priv->document);
  const PlwPlan *shown = plwu_document_get_shown (priv->document);
  g_autoptr (GHashTable) ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  priv->n_hidden = 0;
  for (size_t i = 0; i < plw_plan_n_rows (plan, priv->table); i++)
    {
      Entry entry = { .plan_row = i, .key = "" };

      if (!passes_filter (priv, plan, i))
        continue;
      if (priv->search != NULL && !holds_search (plan, priv->table, i, priv->search))
        {
          priv->n_hidden++;
          continue;
        }
      if (priv->grouping != PLWU_TABLE_UNGROUPED)
        {
          entry.key = get_group_key (shown, priv->table, priv->grouping, i);
          entry.group = rank_group (priv, shown, ranks, entry.key);
        }
      entry.position = find_position (priv, plan, i);
      g_array_append_val (entries, entry);
    }

  g_array_sort (entries, compare_entries);
  return entries;
}

static void
clear_group (gpointer data)
{
  g_free (((PlwuTableGroup *) data)->name);
}

static void
begin_group (PlwuTableModelPrivate *priv, const Entry *entry)
{
  const PlwPlan *plan = plwu_document_get_shown (priv->document);
  size_t head = PLWU_TABLE_GROUP_ROW;
  PlwuTableGroup group = { priv->rows->len, 0, name_group (plan, priv->grouping, entry->key) };

  g_array_append_val (priv->rows, head);
  g_array_append_val (priv->groups, group);
}

void
plwu_table_view_list_rows (PlwuTableModelPrivate *priv)
{
  g_autoptr (GArray) entries = list_entries (priv);

  if (priv->groups == NULL)
    {
      priv->groups = g_array_new (FALSE, FALSE, sizeof (PlwuTableGroup));
      g_array_set_clear_func (priv->groups, clear_group);
    }
  g_array_set_size (priv->groups, 0);
  g_array_set_size (priv->rows, 0);
  priv->n_plan_rows = entries->len;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (priv->grouping != PLWU_TABLE_UNGROUPED && (i == 0 || entry[-1].group != entry->group))
        begin_group (priv, entry);
      if (priv->groups->len > 0)
        g_array_index (priv->groups, PlwuTableGroup, priv->groups->len - 1).n_rows++;
      g_array_append_val (priv->rows, entry->plan_row);
    }
}

const PlwuTableGroup *
plwu_table_view_find_group (PlwuTableModelPrivate *priv, guint row)
{
  guint low = 0;
  guint high = priv->groups->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const PlwuTableGroup *group = &g_array_index (priv->groups, PlwuTableGroup, middle);

      if (group->head == row)
        return group;
      if (group->head < row)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* Sorting: once, by what the cells hold then. Rows do not run away from people
 * who type into the column they sorted by.
 */

typedef struct
{
  size_t plan_row;
  gboolean is_blank;
  gint64 number;
  char *text; /* (nullable): a collation key */
} SortKey;

static void
clear_sort_key (gpointer data)
{
  g_free (((SortKey *) data)->text);
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SortKey *key_a = a;
  const SortKey *key_b = b;
  int order = PLWU_SHEET_SORT_DOWN == (PlwuSheetSort) GPOINTER_TO_INT (user_data) ? -1 : 1;

  /* Nothing is neither small nor large: it goes last. */
  if (key_a->is_blank != key_b->is_blank)
    return key_a->is_blank ? 1 : -1;
  if (key_a->text != NULL && key_b->text != NULL && strcmp (key_a->text, key_b->text) != 0)
    return order * strcmp (key_a->text, key_b->text);
  if (key_a->number != key_b->number)
    return order * (key_a->number < key_b->number ? -1 : 1);
  return key_a->plan_row < key_b->plan_row ? -1 : key_a->plan_row > key_b->plan_row;
}

static SortKey
read_sort_key (PlwuTableModel *self, const PlwuTableColumn *column, size_t plan_row)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  const PlwPlan *plan = plwu_document_get_shown (priv->document);
  SortKey key = { .plan_row = plan_row };

  if (plwu_table_cells_number (self, plan_row, column, &key.number))
    return key;

  g_autofree char *text = NULL;

  if (!column->is_derived && plw_plan_get (plan, priv->table, plan_row, column->index).is_set)
    text = plwu_label_cell (plan, priv->table, plan_row, column->index);
  key.is_blank = text == NULL || *text == '\0';
  if (!key.is_blank)
    {
      g_autofree char *folded = g_utf8_casefold (text, -1);

      key.text = g_utf8_collate_key_for_filename (folded, -1);
    }
  return key;
}

static void
find_positions (PlwuTableModel *self)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  const PlwPlan *plan = plwu_document_get_plan (priv->document);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (SortKey));

  g_array_set_clear_func (keys, clear_sort_key);
  for (size_t i = 0; i < plw_plan_n_rows (plan, priv->table); i++)
    {
      SortKey key = read_sort_key (self, &priv->sort_column, i);

      g_array_append_val (keys, key);
    }
  g_array_sort_with_data (keys, compare_keys, GINT_TO_POINTER ((int) priv->sort));

  priv->positions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < keys->len; i++)
    {
      gint64 id = (gint64) plw_plan_row_id (plan, priv->table, g_array_index (keys, SortKey, i).plan_row);

      g_hash_table_insert (priv->positions, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i));
    }
}

void
plwu_table_model_set_sort (PlwuTableModel *self, guint column, PlwuSheetSort sort)
{
  g_return_if_fail (PLWU_IS_TABLE_MODEL (self));

  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  g_return_if_fail (column < priv->columns->len);

  priv->sort = sort;
  priv->sort_column = g_array_index (priv->columns, PlwuTableColumn, column);
  g_clear_pointer (&priv->positions, g_hash_table_unref);
  if (sort != PLWU_SHEET_UNSORTED)
    find_positions (self);
  plwu_table_model_show_again (self);
}

PlwuSheetSort
plwu_table_view_get_sort (PlwuSheetModel *model, guint index)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (PLWU_TABLE_MODEL (model));
  const PlwuTableColumn *column = &g_array_index (priv->columns, PlwuTableColumn, index);

  return column->is_derived == priv->sort_column.is_derived && column->index == priv->sort_column.index
             ? priv->sort
             : PLWU_SHEET_UNSORTED;
}

void
plwu_table_model_set_grouping (PlwuTableModel *self, PlwuTableGrouping grouping)
{
  g_return_if_fail (PLWU_IS_TABLE_MODEL (self));
  g_return_if_fail (grouping == PLWU_TABLE_UNGROUPED || plwu_table_model_can_group (self, grouping));

  plwu_table_model_private (self)->grouping = grouping;
  plwu_table_model_show_again (self);
}

PlwuTableGrouping
plwu_table_model_get_grouping (PlwuTableModel *self)
{
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (self), PLWU_TABLE_UNGROUPED);

  return plwu_table_model_private (self)->grouping;
}

void
plwu_table_model_set_filter (PlwuTableModel *self, size_t column, const char *text)
{
  g_return_if_fail (PLWU_IS_TABLE_MODEL (self));

  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  if (priv->filter_column == column && g_strcmp0 (priv->filter_text, text) == 0)
    return;

  g_free (priv->filter_text);
  priv->filter_text = g_strdup (text);
  priv->filter_column = column;
  plwu_table_model_show_again (self);
}

void
plwu_table_model_set_search (PlwuTableModel *self, const char *text)
{
  g_return_if_fail (PLWU_IS_TABLE_MODEL (self));

  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  g_free (priv->search);
  priv->search = text != NULL && *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  plwu_table_model_show_again (self);
}

guint
plwu_table_model_get_n_plan_rows (PlwuTableModel *self, guint *ret_hidden)
{
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (self), 0);

  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  if (ret_hidden != NULL)
    *ret_hidden = priv->n_hidden;
  return priv->n_plan_rows;
}
