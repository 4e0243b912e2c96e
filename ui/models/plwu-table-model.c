/* plwu-table-model.c: any table of the plan as a sheet.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-table-model-private.h"

#include "findings/plwu-labels.h"
#include "plwu-override.h"

#include <string.h>

#include <glib/gi18n.h>

static void plwu_table_model_sheet_init (PlwuSheetModelInterface *iface);

G_DEFINE_TYPE_WITH_CODE (PlwuTableModel,
                         plwu_table_model,
                         G_TYPE_OBJECT,
                         G_ADD_PRIVATE (PlwuTableModel)
                             G_IMPLEMENT_INTERFACE (PLWU_TYPE_SHEET_MODEL, plwu_table_model_sheet_init))

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_TABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

PlwuTableModelPrivate *
plwu_table_model_private (PlwuTableModel *self)
{
  return plwu_table_model_get_instance_private (self);
}

static void
free_rounded (gpointer data)
{
  PlwuRounded *rounded = data;

  g_free (rounded->steps);
  g_free (rounded->pence);
  g_free (rounded);
}

static void
add_column (PlwuTableModelPrivate *priv, gboolean is_derived, size_t index)
{
  PlwuTableColumn column = { is_derived, index };

  g_array_append_val (priv->columns, column);
}

/* Columns beside the name that say how the years are to be read. */
static gboolean
is_lead (PlwTableId table, size_t index)
{
  switch (table)
    {
    case PLW_TABLE_CHANGES:
      return index == PLW_CHANGES_LINE || index == PLW_CHANGES_KIND || index == PLW_CHANGES_BASIS;
    case PLW_TABLE_POTS:
      return index == PLW_POTS_KIND || index == PLW_POTS_BASIS;
    case PLW_TABLE_OUTCOMES:
      return index == PLW_OUTCOMES_UNIT || index == PLW_OUTCOMES_BETTER || index == PLW_OUTCOMES_BASELINE;
    default:
      return FALSE;
    }
}

typedef enum
{
  RANK_FROZEN, /* the name or, without one, the keys, which stay in view */
  RANK_LEAD,
  RANK_YEARS,
  RANK_OTHER,
  RANK_ORIGIN,
} Rank;

static Rank
rank_column (PlwuTableModelPrivate *priv, size_t index, gboolean has_name)
{
  const PlwTableSpec *spec = plw_schema_table (priv->table);
  unsigned flags = index < spec->n_columns ? spec->columns[index].flags : 0;

  if (index >= spec->n_columns)
    return RANK_YEARS;
  if (flags & PLW_COLUMN_NAME || (!has_name && flags & PLW_COLUMN_KEY))
    return RANK_FROZEN;
  if (is_lead (priv->table, index))
    return RANK_LEAD;
  return flags & PLW_COLUMN_ORIGIN ? RANK_ORIGIN : RANK_OTHER;
}

/* What only the program writes is told where a figure is explained. */
static gboolean
is_recorded (PlwTableId table, size_t index)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  return index < spec->n_columns && (spec->columns[index].flags & PLW_COLUMN_RECORDED);
}

static gboolean
has_name_column (const PlwTableSpec *spec)
{
  for (size_t i = 0; i < spec->n_columns; i++)
    if (spec->columns[i].flags & PLW_COLUMN_NAME)
      return TRUE;
  return FALSE;
}

static void
list_columns (PlwuTableModel *self)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  PlwuTableModelClass *klass = PLWU_TABLE_MODEL_GET_CLASS (self);
  size_t n_columns = plw_plan_n_columns (plwu_document_get_shown (priv->document), priv->table);
  gboolean has_name = has_name_column (plw_schema_table (priv->table));
  guint n_derived = klass->n_derived != NULL ? klass->n_derived (self) : 0;

  g_array_set_size (priv->columns, 0);
  for (Rank rank = RANK_FROZEN; rank <= RANK_ORIGIN; rank++)
    {
      for (guint i = 0; rank == RANK_YEARS && i < n_derived; i++)
        add_column (priv, TRUE, i);
      for (size_t i = 0; i < n_columns; i++)
        if (rank_column (priv, i, has_name) == rank && !is_recorded (priv->table, i)
            && (priv->filter_text == NULL || i != priv->filter_column))
          add_column (priv, FALSE, i);
      if (rank == RANK_FROZEN)
        priv->n_frozen = MAX (1, MIN (priv->columns->len, 2));
    }
}

static void
list_problems (PlwuTableModelPrivate *priv)
{
  const PlwProblems *problems = plwu_document_get_problems (priv->document);
  const char *name = plw_schema_table (priv->table)->name;

  g_hash_table_remove_all (priv->problems);
  for (size_t i = 0; problems != NULL && i < plw_problems_size (problems); i++)
    {
      const PlwProblem *problem = plw_problems_get (problems, i);

      /* A spreadsheet's row 2 is our row 0. */
      if (g_strcmp0 (problem->table, name) == 0 && problem->row >= 2)
        g_hash_table_insert (priv->problems,
                             g_strdup_printf ("%" G_GSIZE_FORMAT ":%s", problem->row - 2,
                                              problem->column != NULL ? problem->column : ""),
                             problem->remedy != NULL
                                 ? g_strdup_printf ("%s; %s", problem->what, problem->remedy)
                                 : g_strdup (problem->what));
    }
}

/* The plan or what is shown of it is another. */
static void
read_plan (PlwuTableModel *self)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  guint n_columns = priv->columns->len;
  g_autofree size_t *rows = g_memdup2 (priv->rows->data, priv->rows->len * sizeof (size_t));
  guint n_rows = priv->rows->len;

  g_clear_pointer (&priv->overrides, g_hash_table_unref);
  priv->overrides = plwu_override_list (plwu_document_get_plan (priv->document),
                                        plwu_document_get_scenario (priv->document), priv->table);
  g_hash_table_remove_all (priv->rounded);
  g_hash_table_remove_all (priv->references);
  if (PLWU_TABLE_MODEL_GET_CLASS (self)->plan_changed != NULL)
    PLWU_TABLE_MODEL_GET_CLASS (self)->plan_changed (self);
  plwu_table_view_list_rows (priv);
  list_columns (self);

  int base_year = plw_plan_base_year (plwu_document_get_shown (priv->document));
  gboolean has_same_years = base_year == priv->base_year;

  priv->base_year = base_year;
  if (has_same_years && n_columns == priv->columns->len && n_rows == priv->rows->len
      && (n_rows == 0 || memcmp (rows, priv->rows->data, n_rows * sizeof (size_t)) == 0))
    plwu_sheet_model_changed (PLWU_SHEET_MODEL (self), 0, n_rows);
  else
    plwu_sheet_model_reset (PLWU_SHEET_MODEL (self));
}

void
plwu_table_model_show_again (PlwuTableModel *self)
{
  read_plan (self);
}

void
plwu_table_model_results_changed (PlwuTableModel *self)
{
  g_return_if_fail (PLWU_IS_TABLE_MODEL (self));

  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  list_problems (priv);
  g_hash_table_remove_all (priv->rounded);
  plwu_sheet_model_changed (PLWU_SHEET_MODEL (self), 0, priv->rows->len);
}

static void
unit_changed (PlwuTableModel *self)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  g_hash_table_remove_all (priv->rounded);
  plwu_sheet_model_reset (PLWU_SHEET_MODEL (self));
}

static void
plwu_table_model_constructed (GObject *object)
{
  PlwuTableModel *self = PLWU_TABLE_MODEL (object);
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  G_OBJECT_CLASS (plwu_table_model_parent_class)->constructed (object);

  g_signal_connect_object (priv->document, "plan-changed", G_CALLBACK (read_plan), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->document, "result-changed", G_CALLBACK (plwu_table_model_results_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->document, "notify::unit", G_CALLBACK (unit_changed), self,
                           G_CONNECT_SWAPPED);

  list_problems (priv);
  read_plan (self);
}

static void
plwu_table_model_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (PLWU_TABLE_MODEL (object));

  switch (id)
    {
    case PROP_DOCUMENT:
      priv->document = g_value_dup_object (value);
      break;
    case PROP_TABLE:
      priv->table = (PlwTableId) g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plwu_table_model_finalize (GObject *object)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (PLWU_TABLE_MODEL (object));

  g_clear_object (&priv->document);
  g_array_unref (priv->columns);
  g_array_unref (priv->rows);
  g_clear_pointer (&priv->groups, g_array_unref);
  g_clear_pointer (&priv->positions, g_hash_table_unref);
  g_hash_table_unref (priv->rounded);
  g_hash_table_unref (priv->references);
  g_clear_pointer (&priv->overrides, g_hash_table_unref);
  g_hash_table_unref (priv->problems);
  g_free (priv->filter_text);
  g_free (priv->search);

  G_OBJECT_CLASS (plwu_table_model_parent_class)->finalize (object);
}

static void
plwu_table_model_class_init (PlwuTableModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = plwu_table_model_constructed;
  object_class->set_property = plwu_table_model_set_property;
  object_class->finalize = plwu_table_model_finalize;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, PLWU_TYPE_DOCUMENT, flags);
  properties[PROP_TABLE] = g_param_spec_int ("table", NULL, NULL, 0, PLW_N_TABLES - 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plwu_table_model_init (PlwuTableModel *self)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  priv->columns = g_array_new (FALSE, FALSE, sizeof (PlwuTableColumn));
  priv->rows = g_array_new (FALSE, FALSE, sizeof (size_t));
  priv->rounded = g_hash_table_new_full (NULL, NULL, NULL, free_rounded);
  priv->references = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  priv->problems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static guint
get_n_rows (PlwuSheetModel *model)
{
  return plwu_table_model_private (PLWU_TABLE_MODEL (model))->rows->len;
}

static guint
get_n_columns (PlwuSheetModel *model)
{
  return plwu_table_model_private (PLWU_TABLE_MODEL (model))->columns->len;
}

static guint
get_n_frozen (PlwuSheetModel *model)
{
  return plwu_table_model_private (PLWU_TABLE_MODEL (model))->n_frozen;
}

static const PlwuTableColumn *
get_column (PlwuSheetModel *model, guint column)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (PLWU_TABLE_MODEL (model));

  g_assert (column < priv->columns->len);
  return &g_array_index (priv->columns, PlwuTableColumn, column);
}

/* "Base, £ a year" is "Base, £k a year" where thousands are shown. */
static char *
get_column_title (PlwuSheetModel *model, guint index)
{
  PlwuTableModel *self = PLWU_TABLE_MODEL (model);
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  const PlwuTableColumn *column = get_column (model, index);

  if (column->is_derived)
    return PLWU_TABLE_MODEL_GET_CLASS (self)->derived_title (self, (guint) column->index);

  const PlwPlan *plan = plwu_document_get_shown (priv->document);
  const char *title = plwu_label_column (plan, priv->table, column->index);
  PlwUnit unit = plwu_document_get_unit (priv->document);

  if (unit == PLW_UNIT_POUNDS || !plwu_table_cells_scales (self, column))
    return g_strdup (title);

  g_auto (GStrv) parts = g_strsplit (title, "£", 2);
  return g_strjoinv (plw_unit_suffix (unit), parts);
}

/* Room for most figures of a year; a wider one widens its column. */
static int
get_year_chars (PlwuTableModelPrivate *priv)
{
  static const int money_chars[] = {
    [PLW_UNIT_POUNDS] = 13,
    [PLW_UNIT_THOUSANDS] = 10,
    [PLW_UNIT_MILLIONS] = 8,
  };

  PlwType type = plw_schema_table (priv->table)->years;

  if (type == PLW_TYPE_MONEY || priv->table == PLW_TABLE_LINES)
    return money_chars[plwu_document_get_unit (priv->document)];
  return type == PLW_TYPE_PERCENT ? 7 : 10;
}

/* Overrides stand beside the tree of scenarios, and why a figure differs is to be seen there too. */
static const int override_chars[PLW_OVERRIDES_N_COLUMNS] = {
  [PLW_OVERRIDES_SCENARIO] = 14, [PLW_OVERRIDES_TABLE] = 10,  [PLW_OVERRIDES_CODE] = 16,
  [PLW_OVERRIDES_FIELD] = 11,    [PLW_OVERRIDES_YEAR] = 8,    [PLW_OVERRIDES_OP] = 8,
  [PLW_OVERRIDES_VALUE] = 11,    [PLW_OVERRIDES_REASON] = 34,
};

static int
get_column_width_chars (PlwuSheetModel *model, guint index)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (PLWU_TABLE_MODEL (model));
  const PlwuTableColumn *column = get_column (model, index);
  g_autofree char *title = get_column_title (model, index);
  const PlwTableSpec *spec = plw_schema_table (priv->table);
  int title_chars = (int) g_utf8_strlen (title, -1) + 2;

  if (column->is_derived || column->index >= spec->n_columns)
    return MAX (title_chars - 2, get_year_chars (priv));

  const PlwColumn *held = &spec->columns[column->index];
  int wanted = 10;

  if (priv->table == PLW_TABLE_OVERRIDES && override_chars[column->index] > 0)
    return MAX (title_chars, override_chars[column->index]);

  if (held->flags & PLW_COLUMN_NAME)
    wanted = 34;
  else if (held->type == PLW_TYPE_REF || held->type == PLW_TYPE_CODE || held->type == PLW_TYPE_UNSPENT)
    wanted = held->flags & PLW_COLUMN_KEY ? 22 : 20;
  else if (held->type == PLW_TYPE_TEXT)
    wanted = held->flags & PLW_COLUMN_ORIGIN ? 40 : 20;
  else if (held->type == PLW_TYPE_CHOICE)
    wanted = 14;
  else if (held->type == PLW_TYPE_MONEY)
    wanted = 14;
  return MAX (title_chars, wanted);
}

static gboolean
is_column_numeric (PlwuSheetModel *model, guint index)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (PLWU_TABLE_MODEL (model));
  const PlwuTableColumn *column = get_column (model, index);

  if (column->is_derived)
    return TRUE;

  switch (plw_plan_column_type (plwu_document_get_shown (priv->document), priv->table, column->index))
    {
    case PLW_TYPE_MONEY:
    case PLW_TYPE_PERCENT:
    case PLW_TYPE_NUMBER:
    case PLW_TYPE_INTEGER:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
get_cell (PlwuSheetModel *model, guint row, guint column, PlwuSheetCell *ret_cell)
{
  plwu_table_cells_read (PLWU_TABLE_MODEL (model), row, column, ret_cell);
}

static char *
get_edit_text (PlwuSheetModel *model, guint row, guint column)
{
  return plwu_table_cells_edit_text (PLWU_TABLE_MODEL (model), row, column);
}

static gboolean
has_total_row (PlwuSheetModel *model)
{
  return plwu_table_cells_has_total (PLWU_TABLE_MODEL (model));
}

static void
plwu_table_model_sheet_init (PlwuSheetModelInterface *iface)
{
  iface->n_rows = get_n_rows;
  iface->n_columns = get_n_columns;
  iface->n_frozen = get_n_frozen;
  iface->column_title = get_column_title;
  iface->column_width_chars = get_column_width_chars;
  iface->column_is_numeric = is_column_numeric;
  iface->cell = get_cell;
  iface->edit_text = get_edit_text;
  iface->set_cells = plwu_table_edit_set_cells;
  iface->has_total_row = has_total_row;
  iface->column_sort = plwu_table_view_get_sort;
  iface->can_spread = plwu_table_spread_can;
  iface->spread = plwu_table_spread;
}

PlwuSheetModel *
plwu_table_model_new (PlwuDocument *document, PlwTableId table)
{
  return g_object_new (PLWU_TYPE_TABLE_MODEL, "document", document, "table", (int) table, NULL);
}

PlwuDocument *
plwu_table_model_get_document (PlwuTableModel *self)
{
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (self), NULL);

  return plwu_table_model_private (self)->document;
}

PlwTableId
plwu_table_model_get_table (PlwuTableModel *self)
{
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (self), PLW_TABLE_PLAN);

  return plwu_table_model_private (self)->table;
}

gboolean
plwu_table_model_get_plan_row (PlwuTableModel *self, guint row, size_t *ret_row)
{
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (self), FALSE);

  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  if (row >= priv->rows->len || g_array_index (priv->rows, size_t, row) == PLWU_TABLE_GROUP_ROW)
    return FALSE;
  *ret_row = g_array_index (priv->rows, size_t, row);
  return TRUE;
}

gboolean
plwu_table_model_find_plan_row (PlwuTableModel *self, size_t plan_row, guint *ret_row)
{
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (self), FALSE);

  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  for (guint i = 0; i < priv->rows->len; i++)
    if (g_array_index (priv->rows, size_t, i) == plan_row)
      {
        *ret_row = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
plwu_table_model_get_plan_column (PlwuTableModel *self, guint column, size_t *ret_column)
{
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (self), FALSE);

  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  if (column >= priv->columns->len)
    return FALSE;

  const PlwuTableColumn *held = &g_array_index (priv->columns, PlwuTableColumn, column);

  if (held->is_derived)
    return FALSE;
  *ret_column = held->index;
  return TRUE;
}

gboolean
plwu_table_model_get_derived_column (PlwuTableModel *self, guint column, guint *ret_index)
{
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (self), FALSE);

  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  if (column >= priv->columns->len)
    return FALSE;

  const PlwuTableColumn *held = &g_array_index (priv->columns, PlwuTableColumn, column);

  if (held->is_derived)
    *ret_index = (guint) held->index;
  return held->is_derived;
}
