/* import-map.c: which column of a source is which field of a table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/import-private.h"

#include "base/i18n.h"

#include <string.h>

static PlwImportField *
get_field (const PlwImport *self, size_t field)
{
  return &g_array_index (self->fields, PlwImportField, field);
}

/* Lower case without spaces and signs: “Base, £ a year” is “baseayear”. */
static char *
simplify (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  GString *simple = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (simple, g_utf8_get_char (p));

  return g_string_free (simple, FALSE);
}

static GRegex *
get_year_form (void)
{
  static GRegex *held;

  if (g_once_init_enter (&held))
    g_once_init_leave (&held, g_regex_new ("^\\D*(?:20)?(\\d\\d)\\s*[-/–]\\s*(?:20)?(\\d\\d)(?!\\d)",
                                           G_REGEX_OPTIMIZE, 0, NULL));
  return held;
}

bool
plw_import_read_year (const char *text, int *ret_year)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (get_year_form (), text, 0, &match))
    return false;

  g_autofree char *first = g_match_info_fetch (match, 1);
  g_autofree char *second = g_match_info_fetch (match, 2);
  g_autofree char *plain = g_strdup_printf ("20%s/%s", first, second);

  return plw_year_parse (plain, ret_year);
}

static bool
is_same (const char *heading, const char *name)
{
  g_autofree char *a = simplify (heading);
  g_autofree char *b = simplify (name);

  return a[0] != '\0' && strcmp (a, b) == 0;
}

/* What councils call a field in sheets of their own; the first field that a table has counts. */
static const struct
{
  const char *field;
  const char *words[12];
} usual_words[] = {
  { "code",
    { "ref", "reference", "ref no", "id", "no", "number", "proposal ref", "savings ref", "project code" } },
  { "line", { "service", "service line", "service area", "budget line", "cost centre", "division" } },
  { "group", { "directorate", "department", "portfolio", "heading" } },
  { "name",
    { "proposal", "description", "title", "saving", "savings", "scheme", "project", "grant", "reserve",
      "detail", "service" } },
  { "kind", { "type", "category" } },
  { "base", { "amount", "budget", "net budget", "approved budget", "base budget", "annual amount" } },
  { "opening", { "balance", "opening balance", "balance brought forward" } },
  { "funder", { "funding body", "funded by", "department", "awarded by" } },
  { "owner", { "lead", "lead officer", "responsible officer", "responsible", "accountable officer" } },
  { "rag", { "rag rating", "rag status", "status" } },
  { "probability", { "likelihood" } },
  { "notes", { "comment", "comments", "note", "remarks", "commentary" } },
};

/* Returns: the field that a heading means in other words; SIZE_MAX: none */
static size_t
find_by_usual_word (const PlwImport *self, const char *heading)
{
  const PlwTableSpec *spec = plw_schema_table (self->table);
  size_t column;

  for (size_t i = 0; i < G_N_ELEMENTS (usual_words); i++)
    for (size_t j = 0; j < G_N_ELEMENTS (usual_words[i].words) && usual_words[i].words[j] != NULL; j++)
      if (is_same (heading, usual_words[i].words[j])
          && plw_schema_find_column (spec->id, usual_words[i].field, &column)
          && get_field (self, column)->column == SIZE_MAX)
        return column;

  return SIZE_MAX;
}

/* Returns: the field a heading speaks of; SIZE_MAX: none */
static size_t
find_by_heading (const PlwImport *self, const char *heading)
{
  const PlwTableSpec *spec = plw_schema_table (self->table);
  int year;

  for (size_t i = 0; i < spec->n_columns; i++)
    if (!(spec->columns[i].flags & PLW_COLUMN_RECORDED)
        && (is_same (heading, spec->columns[i].name) || is_same (heading, _ (spec->columns[i].title))))
      return i;

  if (spec->years != PLW_TYPE_NONE && plw_import_read_year (heading, &year))
    for (size_t i = spec->n_columns; i < plw_plan_n_columns (self->plan, self->table); i++)
      if (plw_plan_column_year (self->plan, self->table, i) == year)
        return i;

  return SIZE_MAX;
}

/* Maps the columns that are not mapped yet. */
static void
map_by (PlwImport *self, size_t (*find) (const PlwImport *self, const char *heading))
{
  for (size_t i = 0; i < self->n_columns; i++)
    {
      size_t field =
          plw_import_mapped (self, i) == NULL ? find (self, plw_import_heading (self, i)) : SIZE_MAX;

      if (field != SIZE_MAX && get_field (self, field)->column == SIZE_MAX)
        get_field (self, field)->column = i;
    }
}

void
plw_import_set_table (PlwImport *self, const PlwPlan *plan, PlwTableId table)
{
  const PlwImportField empty = { .column = SIZE_MAX };

  g_array_set_size (self->fields, 0);
  g_string_truncate (self->notes, self->n_notes);
  self->scale = 1;
  self->plan = plan;
  self->table = table;
  for (size_t i = 0; i < plw_plan_n_columns (plan, table); i++)
    g_array_append_val (self->fields, empty);
  plw_import_learn_names (self);

  if (plw_import_recall (self))
    return;
  map_by (self, find_by_heading);
  map_by (self, find_by_usual_word);
}

PlwTableId
plw_import_table (const PlwImport *self)
{
  return self->table;
}

/* How well the headings fit the table they are mapped to: what must be there counts most. */
static int
rate_table (const PlwImport *self)
{
  const PlwTableSpec *spec = plw_schema_table (self->table);
  int rate = 0;

  for (size_t i = 0; i < self->fields->len; i++)
    {
      bool is_required = i < spec->n_columns && (spec->columns[i].flags & PLW_COLUMN_REQUIRED);

      if (get_field (self, i)->column != SIZE_MAX || get_field (self, i)->constant != NULL)
        rate += is_required ? 3 : 2;
      else
        rate -= is_required ? 1 : 0;
    }

  return rate;
}

PlwTableId
plw_import_guess_table (PlwImport *self, const PlwPlan *plan)
{
  PlwTableId best = PLW_TABLE_CHANGES;
  int best_rate = 1;

  for (int i = 0; i < PLW_N_TABLES; i++)
    {
      plw_import_set_table (self, plan, (PlwTableId) i);
      if (rate_table (self) > best_rate)
        {
          best = (PlwTableId) i;
          best_rate = rate_table (self);
        }
    }

  plw_import_set_table (self, plan, best);
  return best;
}

static bool
find_column (const PlwImport *self, const char *name, size_t *ret_column, GError **error)
{
  for (size_t i = 0; i < self->n_columns; i++)
    if (strcmp (plw_import_heading (self, i), name) == 0)
      {
        *ret_column = i;
        return true;
      }
  for (size_t i = 0; i < self->n_columns; i++)
    {
      g_autofree char *cell = plw_xlsx_cell_name (0, i);

      cell[strlen (cell) - 1] = '\0';
      if (strcmp (cell, name) == 0)
        {
          *ret_column = i;
          return true;
        }
    }

  g_set_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND, _ ("row %zu of “%s” has no heading “%s”"),
               plw_import_header (self), self->name, name);
  return false;
}

static bool
find_field (const PlwImport *self, const char *name, size_t *ret_field, GError **error)
{
  const PlwTableSpec *spec = plw_schema_table (self->table);
  g_autoptr (GString) names = g_string_new (NULL);

  for (size_t i = 0; i < self->fields->len; i++)
    {
      bool is_recorded = i < spec->n_columns && (spec->columns[i].flags & PLW_COLUMN_RECORDED);

      if (is_recorded)
        continue;
      if (strcmp (plw_plan_column_name (self->plan, self->table, i), name) == 0)
        {
          *ret_field = i;
          return true;
        }
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                              plw_plan_column_name (self->plan, self->table, i));
    }

  g_set_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND, _ ("table %s has no column “%s”; its columns are %s"),
               spec->name, name, names->str);
  return false;
}

/* A column is one field and a field one column: what was chosen last holds. */
bool
plw_import_map_column (PlwImport *self, size_t from, const char *field, GError **error)
{
  size_t to = SIZE_MAX;

  g_return_val_if_fail (self->plan != NULL, false);
  g_return_val_if_fail (from < self->n_columns, false);

  if (field[0] != '\0' && !find_field (self, field, &to, error))
    return false;

  for (size_t i = 0; i < self->fields->len; i++)
    if (get_field (self, i)->column == from)
      get_field (self, i)->column = SIZE_MAX;
  if (to != SIZE_MAX)
    get_field (self, to)->column = from;
  return true;
}

bool
plw_import_map (PlwImport *self, const char *column, const char *field, GError **error)
{
  size_t from;

  g_return_val_if_fail (self->plan != NULL, false);

  return find_column (self, column, &from, error) && plw_import_map_column (self, from, field, error);
}

bool
plw_import_set_constant (PlwImport *self, const char *field, const char *text, GError **error)
{
  size_t to;

  g_return_val_if_fail (self->plan != NULL, false);

  if (!find_field (self, field, &to, error))
    return false;

  g_free (get_field (self, to)->constant);
  get_field (self, to)->constant = text[0] != '\0' ? g_strdup (text) : NULL;
  return true;
}

const char *
plw_import_constant (const PlwImport *self, const char *field)
{
  for (size_t i = 0; i < self->fields->len; i++)
    if (g_strcmp0 (plw_plan_column_name (self->plan, self->table, i), field) == 0)
      return get_field (self, i)->constant;

  return NULL;
}

const char *
plw_import_mapped (const PlwImport *self, size_t column)
{
  for (size_t i = 0; i < self->fields->len; i++)
    if (get_field (self, i)->column == column)
      return plw_plan_column_name (self->plan, self->table, i);

  return NULL;
}

void
plw_import_set_scale (PlwImport *self, int64_t scale)
{
  g_return_if_fail (scale == 1 || scale == 1000 || scale == 1000000);

  self->scale = scale;
}

int64_t
plw_import_scale (const PlwImport *self)
{
  return self->scale;
}

void
plw_import_expect_rows (PlwImport *self, size_t n_rows)
{
  self->expects_rows = true;
  self->n_expected = n_rows;
}

static bool
is_summed (PlwType type)
{
  return type == PLW_TYPE_MONEY || type == PLW_TYPE_NUMBER;
}

bool
plw_import_expect_sum (PlwImport *self, const char *field, const char *amount, GError **error)
{
  size_t to;

  g_return_val_if_fail (self->plan != NULL, false);

  if (!find_field (self, field, &to, error))
    return false;

  PlwType type = plw_plan_column_type (self->plan, self->table, to);

  if (!is_summed (type))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND, _ ("column “%s” holds nothing that adds up"),
                   field);
      return false;
    }

  get_field (self, to)->has_expected = true;
  return type == PLW_TYPE_MONEY
             ? plw_pence_parse (amount, PLW_PARSE_ENTRY, &get_field (self, to)->expected, error)
             : plw_decimal_parse (amount, PLW_PARSE_ENTRY, &get_field (self, to)->expected, error);
}
