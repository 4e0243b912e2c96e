/* sql-schema.c: the tables of a plan file, made from the description of a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sql-schema.h"

#include "base/i18n.h"

#include <string.h>

typedef struct
{
  GPtrArray *all;
  const PlwSqlTable *plan[PLW_N_TABLES];
  const PlwSqlTable *years[PLW_N_TABLES];
} Schema;

static const PlwSqlColumn meta_columns[] = {
  { "key", PLW_SQL_TEXT, false, "PRIMARY KEY" },
  { "value", PLW_SQL_TEXT },
};

static const PlwSqlColumn log_columns[] = {
  { "seq", PLW_SQL_INTEGER, false, "PRIMARY KEY" },
  { "kind", PLW_SQL_TEXT },
  { "target", PLW_SQL_INTEGER },
  { "at", PLW_SQL_INTEGER },
  { "who", PLW_SQL_TEXT },
  { "name", PLW_SQL_TEXT },
  { "reason", PLW_SQL_TEXT, true },
};

static const PlwSqlColumn log_step_columns[] = {
  { "seq", PLW_SQL_INTEGER, false, "REFERENCES \"log\"(\"seq\")" },
  { "n", PLW_SQL_INTEGER },
  { "kind", PLW_SQL_TEXT },
  { "table", PLW_SQL_TEXT },
  { "row", PLW_SQL_INTEGER },
  { "position", PLW_SQL_INTEGER, true },
  { "column", PLW_SQL_TEXT, true },
  { "from", PLW_SQL_ANY, true },
  { "to", PLW_SQL_ANY, true },
};

static const PlwSqlColumn log_cell_columns[] = {
  { "seq", PLW_SQL_INTEGER },
  { "n", PLW_SQL_INTEGER },
  { "column", PLW_SQL_TEXT },
  { "value", PLW_SQL_ANY },
};

static const PlwSqlColumn version_columns[] = {
  { "id", PLW_SQL_INTEGER, false, "PRIMARY KEY" },
  { "at", PLW_SQL_INTEGER },
  { "who", PLW_SQL_TEXT },
  { "name", PLW_SQL_TEXT },
  { "note", PLW_SQL_TEXT, true },
  { "plan", PLW_SQL_BLOB },
};

static const char *const kind_names[] = { "INTEGER", "TEXT", "BLOB", "ANY" };

/* A primary key of an ordinary table is never null by its nature; elsewhere it is said. */
static void
add_column_text (GString *create, const PlwSqlColumn *column)
{
  g_string_append_printf (create, "\"%s\" %s", column->name, kind_names[column->kind]);
  if (!column->is_nullable)
    g_string_append (create, " NOT NULL");
  if (column->suffix != NULL)
    g_string_append_printf (create, " %s", column->suffix);
}

static const PlwSqlTable *
add_table (Schema *schema, const char *name, const char *order, const char *constraints, GArray *columns)
{
  PlwSqlTable *table = g_new0 (PlwSqlTable, 1);
  g_autoptr (GString) create = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);

  g_string_printf (create, "CREATE TABLE \"%s\"(", name);
  for (guint i = 0; i < columns->len; i++)
    {
      const PlwSqlColumn *column = &g_array_index (columns, PlwSqlColumn, i);

      if (i > 0)
        g_string_append (create, ", ");
      add_column_text (create, column);
      g_string_append_printf (names, "%s\"%s\"", i > 0 ? ", " : "", column->name);
      g_string_append (marks, i > 0 ? ", ?" : "?");
    }
  g_string_append (create, constraints);

  table->name = g_strdup (name);
  table->columns = columns;
  table->order = order;
  table->create = g_strdup (create->str);
  table->select = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY %s", names->str, name, order);
  table->insert = g_strdup_printf ("INSERT INTO \"%s\"(%s) VALUES (%s)", name, names->str, marks->str);
  g_ptr_array_add (schema->all, table);
  return table;
}

static const PlwSqlTable *
add_fixed (Schema *schema,
           const char *name,
           const char *order,
           const char *constraints,
           const PlwSqlColumn *columns,
           size_t n_columns)
{
  GArray *held = g_array_new (FALSE, FALSE, sizeof (PlwSqlColumn));

  g_array_append_vals (held, columns, (guint) n_columns);
  return add_table (schema, name, order, constraints, held);
}

static void
add_years_table (Schema *schema, const PlwTableSpec *spec)
{
  g_autofree char *name = g_strconcat (spec->name, "_years", NULL);
  g_autofree char *refers = g_strdup_printf ("REFERENCES \"%s\"(\"id\") ON DELETE CASCADE", spec->name);
  PlwSqlColumn columns[] = {
    { "row", PLW_SQL_INTEGER, false, g_intern_string (refers) },
    { "year", PLW_SQL_INTEGER },
    { "value", PLW_SQL_INTEGER },
  };

  schema->years[spec->id] =
      add_fixed (schema, name, "\"row\", \"year\"", ", PRIMARY KEY(\"row\", \"year\")) STRICT, WITHOUT ROWID",
                 columns, G_N_ELEMENTS (columns));
}

static void
add_plan_table (Schema *schema, const PlwTableSpec *spec)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (PlwSqlColumn));
  PlwSqlColumn id = { "id", PLW_SQL_INTEGER, false, "PRIMARY KEY" };
  PlwSqlColumn position = { "position", PLW_SQL_INTEGER };

  g_array_append_val (columns, id);
  g_array_append_val (columns, position);
  for (size_t i = 0; i < spec->n_columns; i++)
    {
      PlwType type = spec->columns[i].type;
      bool is_text = plw_type_is_text (type) || type == PLW_TYPE_CHOICE;
      PlwSqlColumn column = { spec->columns[i].name, is_text ? PLW_SQL_TEXT : PLW_SQL_INTEGER, true };

      g_array_append_val (columns, column);
    }

  PlwSqlTable *table =
      (PlwSqlTable *) add_table (schema, spec->name, "\"position\", \"id\"", ") STRICT", columns);
  table->has_position = true;
  schema->plan[spec->id] = table;
  if (spec->years != PLW_TYPE_NONE)
    add_years_table (schema, spec);
}

static Schema *
make_schema (void)
{
  Schema *schema = g_new0 (Schema, 1);

  schema->all = g_ptr_array_new ();
  add_fixed (schema, "meta", "\"key\"", ") STRICT, WITHOUT ROWID", meta_columns, G_N_ELEMENTS (meta_columns));
  for (size_t t = 0; t < PLW_N_TABLES; t++)
    add_plan_table (schema, plw_schema_table ((PlwTableId) t));
  add_fixed (schema, "log", "\"seq\"", ") STRICT", log_columns, G_N_ELEMENTS (log_columns));
  add_fixed (schema, "log_step", "\"seq\", \"n\"", ", PRIMARY KEY(\"seq\", \"n\")) STRICT, WITHOUT ROWID",
             log_step_columns, G_N_ELEMENTS (log_step_columns));
  add_fixed (schema, "log_cell", "\"seq\", \"n\", \"column\"",
             ", PRIMARY KEY(\"seq\", \"n\", \"column\"), FOREIGN KEY(\"seq\", \"n\") REFERENCES "
             "\"log_step\"(\"seq\", \"n\")) STRICT, WITHOUT ROWID",
             log_cell_columns, G_N_ELEMENTS (log_cell_columns));
  add_fixed (schema, "version", "\"id\"", ") STRICT", version_columns, G_N_ELEMENTS (version_columns));

  PlwSqlTable *local = (PlwSqlTable *) add_fixed (schema, "local", "\"key\"", ") STRICT, WITHOUT ROWID",
                                                  meta_columns, G_N_ELEMENTS (meta_columns));
  local->is_local = true;
  return schema;
}

static const Schema *
get_schema (void)
{
  static gsize held = 0;

  if (g_once_init_enter (&held))
    g_once_init_leave (&held, (gsize) make_schema ());
  return (const Schema *) held;
}

const GPtrArray *
plw_sql_tables (void)
{
  return get_schema ()->all;
}

const PlwSqlTable *
plw_sql_plan_table (PlwTableId id)
{
  return get_schema ()->plan[id];
}

const PlwSqlTable *
plw_sql_years_table (PlwTableId id)
{
  return get_schema ()->years[id];
}

bool
plw_sql_create (PlwSql *sql, bool is_working, GError **error)
{
  const GPtrArray *tables = plw_sql_tables ();
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            PLW_SQL_APPLICATION_ID, PLW_SQL_VERSION);

  for (guint i = 0; i < tables->len; i++)
    {
      const PlwSqlTable *table = g_ptr_array_index (tables, i);

      if ((is_working || !table->is_local) && !plw_sql_exec (sql, table->create, error))
        return false;
    }
  return plw_sql_exec (sql, marks, error);
}

static void
add_text (GString *list, const char *text, size_t length)
{
  g_string_append_printf (list, "%zu:%s\n", length, text != NULL ? text : "");
}

/* Each object's type, names and text; NULL on an error. */
static char *
list_objects (PlwSql *sql, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);
  sqlite3_stmt *statement = plw_sql_prepare (
      sql, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name, tbl_name, sql", error);
  bool has_row = false;

  if (statement == NULL)
    return NULL;
  for (;;)
    {
      if (!plw_sql_next (sql, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_strdup (list->str);
      for (int i = 0; i < 4; i++)
        {
          const char *text = (const char *) sqlite3_column_text (statement, i);

          add_text (list, text, (size_t) sqlite3_column_bytes (statement, i));
        }
    }
}

/* What SQLite itself makes of an older version's tables, so that its own wording is compared. */
static char *
make_expected (bool is_working, const char *const *creates, GError **error)
{
  g_autoptr (PlwSql) sql = plw_sql_open (NULL, _ ("The tables of a plan could not be made"), error);

  if (sql == NULL)
    return NULL;
  for (size_t i = 0; creates[i] != NULL; i++)
    if (!plw_sql_exec (sql, creates[i], error))
      return NULL;
  if (is_working)
    {
      const PlwSqlTable *local = g_ptr_array_index (plw_sql_tables (), plw_sql_tables ()->len - 1);

      if (!plw_sql_exec (sql, local->create, error))
        return NULL;
    }
  return list_objects (sql, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const PlwSqlTable *const *table_a = a;
  const PlwSqlTable *const *table_b = b;

  return strcmp ((*table_a)->name, (*table_b)->name);
}

/* This version's tables are written as SQLite keeps them, and it keeps nothing else of them: making them
 * to read them again would take as long as reading a plan.
 */
static char *
list_ours (bool is_working)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_copy ((GPtrArray *) plw_sql_tables (), NULL, NULL);
  g_autoptr (GString) list = g_string_new (NULL);

  g_ptr_array_sort (tables, compare_names);
  for (guint i = 0; i < tables->len; i++)
    {
      const PlwSqlTable *table = g_ptr_array_index (tables, i);
      const char *const texts[] = { "table", table->name, table->name, table->create };

      for (size_t t = 0; (is_working || !table->is_local) && t < G_N_ELEMENTS (texts); t++)
        add_text (list, texts[t], strlen (texts[t]));
    }
  return g_strdup (list->str);
}

bool
plw_sql_matches (PlwSql *sql, bool is_working, const char *const *creates, GError **error)
{
  g_autofree char *expected =
      creates != NULL ? make_expected (is_working, creates, error) : list_ours (is_working);
  g_autofree char *found = expected != NULL ? list_objects (sql, error) : NULL;

  if (found == NULL)
    return false;
  if (strcmp (expected, found) == 0)
    return true;
  g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT, _ ("%s: its tables are not those of a plan"), sql->what);
  return false;
}
