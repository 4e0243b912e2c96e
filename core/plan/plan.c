/* plan.c: a plan in memory: rows, cells, looking things up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/plan-private.h"

#include <string.h>

typedef struct
{
  PlwRowId id;
  guint index;      /* where it stands; right for the table's first n_numbered rows */
  PlwValue cells[]; /* texts are counted strings */
} Row;

/* Held by every plan that has the very same rows: copies share tables until one
 * of them changes a table and makes its own. What is made on demand is made
 * before a table is shared, so that threads only read.
 */
typedef struct
{
  gatomicrefcount holders;
  GPtrArray *rows;    /* of Row */
  PlwRowId next_id;   /* never handed out before */
  GHashTable *by_id;  /* made when first asked for, then kept: &Row.id -> Row */
  guint n_numbered;   /* rows from here on do not know where they stand */
  GHashTable *by_key; /* made when first asked for: owned key -> index + 1 */
} Table;

struct _PlwPlan
{
  Table *tables[PLW_N_TABLES];
  GHashTable *texts; /* set of counted strings handed to this plan */
  int base_year;     /* as the plan table says; 0 if it does not */
  size_t n_years;
};

PlwValue
plw_value_number (int64_t number)
{
  return (PlwValue){ .is_set = true, .number = number };
}

PlwValue
plw_value_text (const char *text)
{
  if (text == NULL || text[0] == '\0')
    return PLW_VALUE_EMPTY;
  return (PlwValue){ .is_set = true, .text = text };
}

bool
plw_value_equal (PlwType type, PlwValue a, PlwValue b)
{
  if (!a.is_set || !b.is_set)
    return a.is_set == b.is_set;
  return plw_type_is_text (type) ? strcmp (a.text, b.text) == 0 : a.number == b.number;
}

size_t
plw_plan_n_cells (PlwTableId table)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  return spec->n_columns + (spec->years != PLW_TYPE_NONE ? PLW_YEARS_MOST : 0);
}

static PlwType
cell_type (PlwTableId table, size_t cell)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  return cell < spec->n_columns ? spec->columns[cell].type : spec->years;
}

static size_t
row_size (PlwTableId table)
{
  return sizeof (Row) + plw_plan_n_cells (table) * sizeof (PlwValue);
}

static Row *
row_at (const Table *table, size_t row)
{
  return g_ptr_array_index (table->rows, row);
}

static void
free_row (Row *row, PlwTableId table)
{
  for (size_t i = 0; i < plw_plan_n_cells (table); i++)
    if (row->cells[i].is_set && plw_type_is_text (cell_type (table, i)))
      g_ref_string_release ((char *) row->cells[i].text);
  g_free (row);
}

static void
release_text (gpointer text)
{
  g_ref_string_release (text);
}

/* Eight letters at a time: notes and sources are long, and every text of a plan that is read is looked up. */
static guint
hash_text (gconstpointer text)
{
  const char *rest = text;
  size_t length = strlen (rest);
  guint64 hash = length;
  guint64 word;

  for (; length > 0; length -= MIN (length, sizeof word), rest += sizeof word)
    {
      word = 0;
      memcpy (&word, rest, MIN (length, sizeof word));
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 32;
    }
  return (guint) hash;
}

static PlwPlan *
new_plan (void)
{
  PlwPlan *plan = g_new0 (PlwPlan, 1);

  plan->texts = g_hash_table_new_full (hash_text, g_str_equal, release_text, NULL);
  return plan;
}

static Table *
new_table (GPtrArray *rows, PlwRowId next_id)
{
  Table *table = g_new0 (Table, 1);

  g_atomic_ref_count_init (&table->holders);
  table->rows = rows;
  table->next_id = next_id;
  return table;
}

static void
release_table (Table *table, PlwTableId id)
{
  if (!g_atomic_ref_count_dec (&table->holders))
    return;
  g_clear_pointer (&table->by_id, g_hash_table_unref);
  g_clear_pointer (&table->by_key, g_hash_table_unref);
  for (guint r = 0; r < table->rows->len; r++)
    free_row (row_at (table, r), id);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

static Table *
copy_table (const Table *from, PlwTableId id)
{
  size_t n_cells = plw_plan_n_cells (id);
  GPtrArray *rows = g_ptr_array_sized_new (from->rows->len);

  for (guint r = 0; r < from->rows->len; r++)
    {
      Row *twin = g_memdup2 (row_at (from, r), row_size (id));

      for (size_t i = 0; i < n_cells; i++)
        if (twin->cells[i].is_set && plw_type_is_text (cell_type (id, i)))
          twin->cells[i].text = g_ref_string_acquire ((char *) twin->cells[i].text);
      g_ptr_array_add (rows, twin);
    }
  return new_table (rows, from->next_id);
}

/* The table, to be changed: the plan's own from now on. */
static Table *
own_table (PlwPlan *plan, PlwTableId id)
{
  Table *held = plan->tables[id];

  if (g_atomic_ref_count_compare (&held->holders, 1))
    return held;
  plan->tables[id] = copy_table (held, id);
  release_table (held, id);
  return plan->tables[id];
}

PlwPlan *
plw_plan_new (void)
{
  PlwPlan *plan = new_plan ();

  for (size_t i = 0; i < PLW_N_TABLES; i++)
    plan->tables[i] = new_table (g_ptr_array_new (), 1);
  return plan;
}

PlwPlan *
plw_plan_copy (const PlwPlan *plan)
{
  PlwPlan *copy = new_plan ();

  g_return_val_if_fail (plan != NULL, NULL);

  plw_plan_index_all (plan);
  copy->base_year = plan->base_year;
  copy->n_years = plan->n_years;
  for (size_t t = 0; t < PLW_N_TABLES; t++)
    {
      copy->tables[t] = plan->tables[t];
      g_atomic_ref_count_inc (&copy->tables[t]->holders);
    }
  return copy;
}

void
plw_plan_free (PlwPlan *plan)
{
  if (plan == NULL)
    return;
  for (size_t t = 0; t < PLW_N_TABLES; t++)
    release_table (plan->tables[t], (PlwTableId) t);
  g_hash_table_unref (plan->texts);
  g_free (plan);
}

bool
plw_plan_equal (const PlwPlan *a, const PlwPlan *b)
{
  for (size_t t = 0; t < PLW_N_TABLES; t++)
    {
      const Table *table_a = a->tables[t];
      const Table *table_b = b->tables[t];

      if (table_a == table_b)
        continue;
      if (table_a->rows->len != table_b->rows->len)
        return false;
      for (guint r = 0; r < table_a->rows->len; r++)
        {
          const Row *row_a = row_at (table_a, r);
          const Row *row_b = row_at (table_b, r);

          if (row_a->id != row_b->id)
            return false;
          for (size_t i = 0; i < plw_plan_n_cells ((PlwTableId) t); i++)
            if (!plw_value_equal (cell_type ((PlwTableId) t, i), row_a->cells[i], row_b->cells[i]))
              return false;
        }
    }
  return true;
}

static char *
take_text (PlwPlan *plan, const char *text)
{
  char *held = g_hash_table_lookup (plan->texts, text);

  if (held == NULL)
    {
      held = g_ref_string_new (text);
      g_hash_table_add (plan->texts, held);
    }
  return held;
}

const char *
plw_plan_intern (PlwPlan *plan, const char *text)
{
  return take_text (plan, text);
}

/* Reads base_year and years again after the plan table changed. */
static void
note_years (PlwPlan *plan)
{
  int64_t base_year = plw_plan_setting_number (plan, "base_year", 0);
  int64_t n_years = plw_plan_setting_number (plan, "years", 0);

  plan->base_year = (int) base_year;
  plan->n_years = (size_t) CLAMP (n_years, 0, PLW_YEARS_MOST);
}

/* Of a table that is the plan's own. */
static void
note_change (PlwPlan *plan, PlwTableId table)
{
  g_clear_pointer (&plan->tables[table]->by_key, g_hash_table_unref);
  if (table == PLW_TABLE_PLAN)
    note_years (plan);
}

static GHashTable *
get_by_id (Table *table)
{
  if (table->by_id == NULL)
    {
      table->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
      for (guint r = 0; r < table->rows->len; r++)
        g_hash_table_insert (table->by_id, &row_at (table, r)->id, row_at (table, r));
    }
  return table->by_id;
}

bool
plw_plan_insert_with_id (PlwPlan *plan,
                         PlwTableId table,
                         size_t position,
                         PlwRowId id,
                         const PlwValue *values,
                         size_t n_values)
{
  Table *held = own_table (plan, table);
  size_t n_cells = plw_plan_n_cells (table);

  g_return_val_if_fail (id > 0 && position <= held->rows->len && n_values <= n_cells, false);

  if (id < held->next_id && g_hash_table_contains (get_by_id (held), &id))
    return false;

  Row *row = g_malloc0 (row_size (table));
  row->id = id;
  for (size_t i = 0; i < n_values; i++)
    {
      row->cells[i] = values[i];
      if (values[i].is_set && plw_type_is_text (cell_type (table, i)))
        row->cells[i].text = g_ref_string_acquire (take_text (plan, values[i].text));
    }
  g_ptr_array_insert (held->rows, (gint) position, row);
  held->next_id = MAX (held->next_id, id + 1);
  held->n_numbered = MIN (held->n_numbered, (guint) position);
  if (held->by_id != NULL)
    g_hash_table_insert (held->by_id, &row->id, row);
  note_change (plan, table);
  return true;
}

bool
plw_plan_append_with_id (PlwPlan *plan,
                         PlwTableId table,
                         PlwRowId id,
                         const PlwValue *values,
                         size_t n_values)
{
  return plw_plan_insert_with_id (plan, table, plan->tables[table]->rows->len, id, values, n_values);
}

size_t
plw_plan_append (PlwPlan *plan, PlwTableId table, const PlwValue *values, size_t n_values)
{
  size_t row = plan->tables[table]->rows->len;
  bool is_new = plw_plan_append_with_id (plan, table, plan->tables[table]->next_id, values, n_values);

  g_assert (is_new);
  return row;
}

void
plw_plan_remove_row (PlwPlan *plan, PlwTableId table, size_t row)
{
  Table *held = own_table (plan, table);

  g_return_if_fail (row < held->rows->len);

  Row *gone = g_ptr_array_remove_index (held->rows, (guint) row);
  held->n_numbered = MIN (held->n_numbered, (guint) row);
  if (held->by_id != NULL)
    g_hash_table_remove (held->by_id, &gone->id);
  free_row (gone, table);
  note_change (plan, table);
}

static bool
cell_is_key (PlwTableId table, size_t cell)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  return cell < spec->n_columns && spec->columns[cell].flags & PLW_COLUMN_KEY;
}

void
plw_plan_set (PlwPlan *plan, PlwTableId table, size_t row, size_t column, PlwValue value)
{
  Table *held = own_table (plan, table);
  bool is_text = plw_type_is_text (cell_type (table, column));

  g_return_if_fail (row < held->rows->len && column < plw_plan_n_cells (table));

  PlwValue *cell = &row_at (held, row)->cells[column];
  if (is_text && value.is_set)
    value.text = g_ref_string_acquire (take_text (plan, value.text));
  if (is_text && cell->is_set)
    g_ref_string_release ((char *) cell->text);
  *cell = value;
  if (table == PLW_TABLE_PLAN || cell_is_key (table, column))
    note_change (plan, table);
}

PlwRowId
plw_plan_next_id (const PlwPlan *plan, PlwTableId table)
{
  return plan->tables[table]->next_id;
}

void
plw_plan_reserve_id (PlwPlan *plan, PlwTableId table, PlwRowId id)
{
  Table *held = own_table (plan, table);

  held->next_id = MAX (held->next_id, id + 1);
}

int
plw_plan_base_year (const PlwPlan *plan)
{
  return plan->base_year;
}

size_t
plw_plan_n_years (const PlwPlan *plan)
{
  return plan->n_years;
}

size_t
plw_plan_n_rows (const PlwPlan *plan, PlwTableId table)
{
  g_return_val_if_fail (plan != NULL && (unsigned) table < PLW_N_TABLES, 0);

  return plan->tables[table]->rows->len;
}

size_t
plw_plan_n_columns (const PlwPlan *plan, PlwTableId table)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  return spec->n_columns + (spec->years != PLW_TYPE_NONE ? plan->n_years : 0);
}

size_t
plw_plan_year_column (const PlwPlan *plan, PlwTableId table, int year)
{
  g_return_val_if_fail (plan->base_year > 0 && year > plan->base_year, 0);

  return plw_schema_table (table)->n_columns + (size_t) (year - plan->base_year - 1);
}

int
plw_plan_column_year (const PlwPlan *plan, PlwTableId table, size_t column)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  g_return_val_if_fail (column >= spec->n_columns, 0);

  return plan->base_year + 1 + (int) (column - spec->n_columns);
}

PlwType
plw_plan_column_type (const PlwPlan *plan, PlwTableId table, size_t column)
{
  return cell_type (table, column);
}

const char *
plw_plan_column_name (const PlwPlan *plan, PlwTableId table, size_t column)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  if (column < spec->n_columns)
    return spec->columns[column].name;
  return plw_year_name (plw_plan_column_year (plan, table, column));
}

PlwRowId
plw_plan_row_id (const PlwPlan *plan, PlwTableId table, size_t row)
{
  g_return_val_if_fail (row < plan->tables[table]->rows->len, 0);

  return row_at (plan->tables[table], row)->id;
}

PlwValue
plw_plan_raw_cell (const PlwPlan *plan, PlwTableId table, size_t row, size_t cell)
{
  g_return_val_if_fail (row < plan->tables[table]->rows->len && cell < plw_plan_n_cells (table),
                        PLW_VALUE_EMPTY);

  return row_at (plan->tables[table], row)->cells[cell];
}

PlwValue
plw_plan_get (const PlwPlan *plan, PlwTableId table, size_t row, size_t column)
{
  return plw_plan_raw_cell (plan, table, row, column);
}

/* Counting is so much cheaper than hashing that a row put in between only costs this. */
static void
number_rows (Table *table)
{
  for (; table->n_numbered < table->rows->len; table->n_numbered++)
    row_at (table, table->n_numbered)->index = table->n_numbered;
}

bool
plw_plan_find_row (const PlwPlan *plan, PlwTableId table, PlwRowId id, size_t *ret_row)
{
  Table *held = plan->tables[table]; /* only the index, which is made on demand */

  const Row *found = g_hash_table_lookup (get_by_id (held), &id);
  if (found == NULL)
    return false;
  if (found->index >= held->n_numbered || row_at (held, found->index) != found)
    number_rows (held);
  *ret_row = found->index;
  return true;
}

char *
plw_plan_row_key (const PlwPlan *plan, PlwTableId table, size_t row)
{
  const PlwTableSpec *spec = plw_schema_table (table);
  GString *key = NULL;

  for (size_t i = 0; i < spec->n_columns; i++)
    {
      if (!(spec->columns[i].flags & PLW_COLUMN_KEY))
        continue;
      if (key == NULL)
        key = g_string_new (NULL);
      else
        g_string_append_c (key, '/');
      if (plw_type_is_text (spec->columns[i].type) || spec->columns[i].type == PLW_TYPE_CHOICE)
        g_string_append (key, plw_plan_text (plan, table, row, i));
      else
        {
          g_autofree char *text = plw_plan_cell_to_text (plan, table, row, i);

          g_string_append (key, text);
        }
    }
  return key != NULL ? g_string_free (key, FALSE) : NULL;
}

bool
plw_plan_find_key (const PlwPlan *plan, PlwTableId table, const char *key, size_t *ret_row)
{
  Table *held = plan->tables[table]; /* only the index, which is made on demand */

  if (held->by_key == NULL)
    {
      held->by_key = g_hash_table_new_full (hash_text, g_str_equal, g_free, NULL);
      for (guint r = held->rows->len; r-- > 0;)
        {
          char *row_key = plw_plan_row_key (plan, table, r);

          if (row_key != NULL)
            g_hash_table_replace (held->by_key, row_key, GUINT_TO_POINTER (r + 1));
        }
    }

  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (held->by_key, key));
  if (found == 0)
    return false;
  *ret_row = found - 1;
  return true;
}

bool
plw_plan_keys_are_unique (const PlwPlan *plan, PlwTableId table)
{
  size_t row;

  plw_plan_find_key (plan, table, "", &row);
  return g_hash_table_size (plan->tables[table]->by_key) == plan->tables[table]->rows->len;
}

void
plw_plan_index_all (const PlwPlan *plan)
{
  size_t row;

  for (size_t t = 0; t < PLW_N_TABLES; t++)
    {
      Table *table = plan->tables[t];

      /* Shared tables have all of it. */
      if (table->by_id != NULL && table->by_key != NULL && table->n_numbered == table->rows->len)
        continue;
      get_by_id (table);
      number_rows (table);
      plw_plan_find_key (plan, (PlwTableId) t, "", &row);
    }
}
