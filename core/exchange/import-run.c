/* import-run.c: the rows of a source as one edit of a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/import-private.h"

#include "base/i18n.h"
#include "plan/plan-private.h"

#include <string.h>

typedef struct
{
  PlwImport *import;
  PlwPlan *plan; /* owned: a copy that texts are interned in and the edit is tried on */
  PlwEdit *edit;
  PlwProblems *problems;
  PlwImportCounts counts;
  GHashTable *keys;    /* key of a row of the source to its number */
  GHashTable *known;   /* key of a row of the plan to its index and one */
  GHashTable *touched; /* identity of a row of the plan to its PlwImportRow */
  PlwRowId next;
} Run;

static PlwImportField *
get_field (const Run *self, size_t field)
{
  return &g_array_index (self->import->fields, PlwImportField, field);
}

static void
add_problem (Run *self,
             PlwSeverity severity,
             const PlwImportRow *row,
             size_t field,
             const char *key,
             char *what,
             char *remedy)
{
  const char *name = field != SIZE_MAX ? plw_plan_column_name (self->plan, self->import->table, field) : NULL;
  size_t column = field != SIZE_MAX ? get_field (self, field)->column : SIZE_MAX;

  plw_problems_add (self->problems, severity, NULL, 0, key, name, what, remedy);
  plw_import_set_place (self->import, self->problems, row->number, column);
}

static bool
has_anything (const Run *self, const PlwImportRow *row)
{
  for (size_t i = 0; i < self->import->fields->len; i++)
    if (get_field (self, i)->column < row->n_cells && row->cells[get_field (self, i)->column].text[0] != '\0')
      return true;

  return false;
}

/* Takes a cell that is empty or says that the figure is not known, and says so. */
static void
note_missing (Run *self, const PlwImportRow *row, size_t field, const char *text)
{
  PlwImportField *mapped = get_field (self, field);

  if (text[0] != '\0')
    add_problem (self, PLW_SEVERITY_WARNING, row, field, NULL,
                 g_strdup_printf (_ ("“%s” is taken as missing, not as 0"), text),
                 g_strdup (_ ("put the figure in once it is known")));
  else if (mapped->n_empty++ == 0)
    mapped->first_empty = row->number;
}

static void
read_field (Run *self, const PlwImportRow *row, size_t field, PlwValue *ret_value)
{
  const PlwImportField *mapped = get_field (self, field);
  g_autofree char *number = g_strdup_printf ("%zu", row->number);
  PlwSheetCell constant = { PLW_XLSX_TEXT, false, NULL };
  const PlwSheetCell *cell = mapped->column < row->n_cells ? &row->cells[mapped->column] : NULL;
  g_autoptr (GString) text = g_string_new (mapped->constant);
  char *what = NULL;
  char *remedy = NULL;

  if (mapped->column != SIZE_MAX
      && (cell == NULL || cell->text[0] == '\0' || plw_import_is_missing (cell->text)))
    {
      if (mapped->constant == NULL)
        note_missing (self, row, field, cell != NULL ? cell->text : "");
      cell = NULL;
    }
  if (cell == NULL)
    {
      g_string_replace (text, "{row}", number, 0);
      constant.text = text->str;
      cell = &constant;
    }
  if (cell->text[0] != '\0'
      && !plw_import_read_cell (self->import, self->plan, cell, field, ret_value, &what, &remedy))
    add_problem (self, PLW_SEVERITY_ERROR, row, field, NULL, what, remedy);
}

static char *
make_key (const Run *self, const PlwValue *values)
{
  const PlwTableSpec *spec = plw_schema_table (self->import->table);
  g_autoptr (GString) key = g_string_new (NULL);

  for (size_t i = 0; i < spec->n_columns; i++)
    if (spec->columns[i].flags & PLW_COLUMN_KEY)
      {
        if (!values[i].is_set)
          return NULL;
        if (key->len > 0)
          g_string_append_c (key, '/');
        if (plw_type_is_text (spec->columns[i].type))
          g_string_append (key, values[i].text);
        else
          g_string_append_printf (key, "%" G_GINT64_FORMAT, values[i].number);
      }

  return key->len > 0 ? g_string_free (g_steal_pointer (&key), FALSE) : NULL;
}

static void
index_plan (Run *self)
{
  size_t n_columns = plw_plan_n_columns (self->plan, self->import->table);
  g_autofree PlwValue *values = g_new0 (PlwValue, n_columns);

  for (size_t row = plw_plan_n_rows (self->plan, self->import->table); row-- > 0;)
    {
      for (size_t i = 0; i < n_columns; i++)
        values[i] = plw_plan_get (self->plan, self->import->table, row, i);

      char *key = make_key (self, values);

      if (key != NULL)
        g_hash_table_insert (self->known, key, GSIZE_TO_POINTER (row + 1));
    }
}

static void
insert_row (Run *self, PlwImportRow *row, PlwValue *values)
{
  PlwTableId table = self->import->table;
  size_t column = plw_schema_imported_column (table);
  g_autofree char *place = plw_import_row_place (self->import, row->number);
  PlwStep step = {
    .kind = PLW_STEP_INSERT,
    .table = table,
    .row = self->next++,
    .position = plw_plan_n_rows (self->plan, table) + self->counts.n_inserted,
    .cells = values,
    .n_cells = plw_plan_n_columns (self->plan, table),
  };

  if (column != SIZE_MAX)
    values[column] = plw_value_text (place);
  plw_edit_add_step (self->edit, &step);
  self->counts.n_inserted++;
  row->fate = PLW_IMPORT_FATE_ADDED;
  g_hash_table_insert (self->touched, GSIZE_TO_POINTER ((size_t) step.row), row);
}

static void
update_row (Run *self, PlwImportRow *row, size_t index, const PlwValue *values)
{
  PlwTableId table = self->import->table;
  size_t column = plw_schema_imported_column (table);
  size_t n_before = plw_edit_n_steps (self->edit);
  g_autofree char *place = plw_import_row_place (self->import, row->number);

  for (size_t i = 0; i < plw_plan_n_columns (self->plan, table); i++)
    if (values[i].is_set)
      plw_edit_set_cell (self->edit, self->plan, table, index, i, values[i]);

  g_hash_table_insert (self->touched, GSIZE_TO_POINTER ((size_t) plw_plan_row_id (self->plan, table, index)),
                       row);
  if (plw_edit_n_steps (self->edit) == n_before)
    {
      self->counts.n_unchanged++;
      row->fate = PLW_IMPORT_FATE_SAME;
      return;
    }
  if (column != SIZE_MAX)
    plw_edit_set_cell (self->edit, self->plan, table, index, column, plw_value_text (place));
  self->counts.n_updated++;
  row->fate = PLW_IMPORT_FATE_CHANGED;
}

static void
place_row (Run *self, PlwImportRow *row, PlwValue *values)
{
  g_autofree char *key = make_key (self, values);
  size_t index = key != NULL ? GPOINTER_TO_SIZE (g_hash_table_lookup (self->known, key)) : 0;
  size_t earlier = key != NULL ? GPOINTER_TO_SIZE (g_hash_table_lookup (self->keys, key)) : 0;

  if (earlier > 0)
    {
      add_problem (self, PLW_SEVERITY_ERROR, row, SIZE_MAX, key,
                   g_strdup_printf (_ ("row %zu has the same key"), earlier),
                   g_strdup (_ ("give one of the two another, or add them up")));
      return;
    }
  if (index > 0)
    update_row (self, row, index - 1, values);
  else
    insert_row (self, row, values);
  if (key != NULL)
    g_hash_table_insert (self->keys, g_steal_pointer (&key), GSIZE_TO_POINTER (row->number));
}

static void
take_row (Run *self, PlwImportRow *row)
{
  size_t n_columns = plw_plan_n_columns (self->plan, self->import->table);
  g_autofree PlwValue *values = g_new0 (PlwValue, n_columns);

  self->counts.n_rows++;
  if (plw_import_may_be_total (row))
    add_problem (self, PLW_SEVERITY_WARNING, row, SIZE_MAX, NULL,
                 g_strdup (_ ("the row speaks of a total and was read like the others")),
                 g_strdup (_ ("take it out of the source if it adds up other rows")));
  for (size_t i = 0; i < n_columns; i++)
    {
      PlwType type = plw_plan_column_type (self->plan, self->import->table, i);

      read_field (self, row, i, &values[i]);
      if (values[i].is_set && (type == PLW_TYPE_MONEY || type == PLW_TYPE_NUMBER))
        get_field (self, i)->sum += values[i].number;
    }

  place_row (self, row, values);
}

static void
take_rows (Run *self)
{
  const PlwImport *import = self->import;
  bool is_grand;

  for (size_t i = import->header + 1; i < import->rows->len; i++)
    {
      PlwImportRow *row = plw_import_row (import, i);
      bool is_blank = !has_anything (self, row);

      if (is_blank || plw_import_is_total (row, &is_grand))
        {
          self->counts.n_left_out++;
          row->fate = is_blank ? PLW_IMPORT_FATE_BLANK : PLW_IMPORT_FATE_TOTAL;
        }
      else
        take_row (self, row);
    }
}

static void
note_empty (Run *self)
{
  for (size_t i = 0; i < self->import->fields->len; i++)
    {
      const PlwImportField *field = get_field (self, i);

      if (field->n_empty == 0)
        continue;
      plw_problems_add (self->problems, PLW_SEVERITY_WARNING, NULL, 0, NULL,
                        plw_plan_column_name (self->plan, self->import->table, i),
                        g_strdup_printf (ngettext ("%zu cell is empty and stays missing",
                                                   "%zu cells are empty and stay missing", field->n_empty),
                                         field->n_empty),
                        NULL);
      plw_import_set_place (self->import, self->problems, field->first_empty, field->column);
    }
}

/* £000 over figures that are taken as pounds loses three noughts, and all still adds up. */
static void
note_scale (Run *self)
{
  static const char *const signs[] = { "£000", "£'000", "£’000", "£k", "£m", "£ million", "£ thousand" };
  const PlwImport *import = self->import;

  for (size_t i = 0; i <= import->header && import->scale == 1; i++)
    for (size_t j = 0; j < plw_import_row (import, i)->n_cells; j++)
      for (size_t k = 0; k < G_N_ELEMENTS (signs); k++)
        {
          g_autofree char *lower = g_utf8_strdown (plw_import_row (import, i)->cells[j].text, -1);

          if (strstr (lower, signs[k]) == NULL)
            continue;
          plw_problems_add (self->problems, PLW_SEVERITY_WARNING, NULL, 0, NULL, NULL,
                            g_strdup_printf (_ ("it says %s and the figures were taken as pounds"), signs[k]),
                            g_strdup (_ ("set the scale to 1000 or 1000000 if they are not")));
          plw_import_set_place (import, self->problems, plw_import_row (import, i)->number, j);
          return;
        }
}

/* A key that nothing is mapped to would make every row a stranger. */
static void
check_fields (Run *self)
{
  const PlwTableSpec *spec = plw_schema_table (self->import->table);

  for (size_t i = 0; i < spec->n_columns; i++)
    if ((spec->columns[i].flags & PLW_COLUMN_REQUIRED) && get_field (self, i)->column == SIZE_MAX
        && get_field (self, i)->constant == NULL)
      add_problem (self, PLW_SEVERITY_ERROR, plw_import_row (self->import, self->import->header), i, NULL,
                   g_strdup (_ ("no column of the source is mapped to it")),
                   g_strdup (_ ("name a column, or say what every row has")));
}

/* Names the cell of the source where a rule is broken by a row that came from it. */
static void
pass_on (Run *self, const PlwProblem *problem)
{
  PlwTableId table = self->import->table;
  const PlwImportRow *row = NULL;
  size_t field = SIZE_MAX;

  if (problem->table != NULL && strcmp (problem->table, plw_schema_table (table)->name) == 0
      && problem->row >= 2)
    row = g_hash_table_lookup (
        self->touched, GSIZE_TO_POINTER ((size_t) plw_plan_row_id (self->plan, table, problem->row - 2)));
  for (size_t i = 0; row != NULL && problem->column != NULL && i < self->import->fields->len; i++)
    if (strcmp (plw_plan_column_name (self->plan, table, i), problem->column) == 0)
      field = i;

  plw_problems_add_copy (self->problems, problem);
  if (row != NULL)
    plw_import_set_place (self->import, self->problems, row->number,
                          field != SIZE_MAX ? get_field (self, field)->column : SIZE_MAX);
}

static bool
try_edit (Run *self, GError **error)
{
  g_autoptr (PlwProblems) news = plw_problems_new ();

  if (!plw_plan_apply (self->plan, self->edit, error))
    return false;

  plw_import_find_news (self->import->plan, self->plan, news);
  for (size_t i = 0; i < plw_problems_size (news); i++)
    pass_on (self, plw_problems_get (news, i));
  return true;
}

static bool
run (Run *self, GError **error)
{
  size_t n_before = plw_problems_count (self->problems, PLW_SEVERITY_ERROR);

  check_fields (self);
  if (plw_problems_count (self->problems, PLW_SEVERITY_ERROR) == n_before)
    {
      note_scale (self);
      index_plan (self);
      take_rows (self);
      note_empty (self);
      plw_import_check_totals (self->import, self->counts.n_rows, self->problems);
    }
  if (plw_problems_count (self->problems, PLW_SEVERITY_ERROR) == n_before && !try_edit (self, error))
    return false;

  return plw_import_found_no_error (self->import, self->problems, n_before, error);
}

PlwEdit *
plw_import_run (PlwImport *import, PlwProblems *problems, PlwImportCounts *ret_counts, GError **error)
{
  g_return_val_if_fail (import->plan != NULL, NULL);
  g_return_val_if_fail (problems != NULL && ret_counts != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (PlwPlan) plan = plw_plan_copy (import->plan);
  g_autofree char *name = g_strdup_printf (_ ("Import from %s"), import->name);
  g_autoptr (PlwEdit) edit = plw_edit_new (name);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) touched = g_hash_table_new (NULL, NULL);
  Run self = {
    .import = import,
    .plan = plan,
    .edit = edit,
    .problems = problems,
    .keys = keys,
    .known = known,
    .touched = touched,
    .next = plw_plan_next_id (import->plan, import->table),
  };

  for (size_t i = 0; i < import->rows->len; i++)
    plw_import_row (import, i)->fate = PLW_IMPORT_FATE_NONE;
  for (size_t i = 0; i < import->fields->len; i++)
    {
      get_field (&self, i)->sum = 0;
      get_field (&self, i)->n_empty = 0;
      get_field (&self, i)->has_total = false;
    }

  bool is_good = run (&self, error);

  *ret_counts = self.counts;
  return is_good ? g_steal_pointer (&edit) : NULL;
}
