/* import-cells.c: what a cell of a source holds, and where it is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/import-private.h"

#include "base/i18n.h"

#include <string.h>

/* What people write where they do not know yet, and government statistics where they do not say. None of it
 * is nothing.
 */
static const char *const missing[] = { "-",   "--",   "–",    "—",   "?",   "..",     "…",       "n/a",
                                       "na",  "n.a.", "#n/a", "tbc", "tba", "t.b.c.", "unknown", "pending",
                                       "tbd", "[x]",  "[z]",  "[c]", "[w]", NULL };

bool
plw_import_is_missing (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return g_strv_contains (missing, g_strstrip (lower));
}

bool
plw_import_may_be_total (const PlwImportRow *row)
{
  for (size_t i = 0; i < row->n_cells; i++)
    {
      g_autofree char *lower = g_utf8_strdown (row->cells[i].text, -1);
      const char *text = g_strstrip (lower);

      if (g_str_has_prefix (text, "total") || g_str_has_prefix (text, "sub-total")
          || g_str_has_prefix (text, "subtotal") || g_str_has_suffix (text, " total"))
        return true;
    }

  return false;
}

bool
plw_import_is_total (const PlwImportRow *row, bool *ret_is_grand)
{
  for (size_t i = 0; i < row->n_cells; i++)
    {
      g_autofree char *lower = g_utf8_strdown (row->cells[i].text, -1);
      const char *text = g_strstrip (lower);

      if (text[0] == '\0')
        continue;

      *ret_is_grand = strcmp (text, "total") == 0 || strcmp (text, "totals") == 0
                      || strcmp (text, "grand total") == 0 || strcmp (text, "overall total") == 0;
      return *ret_is_grand || strcmp (text, "sub-total") == 0 || strcmp (text, "subtotal") == 0
             || strcmp (text, "sub total") == 0;
    }

  return false;
}

char *
plw_import_place (const PlwImport *self, size_t row, size_t column)
{
  g_autofree char *cell = plw_xlsx_cell_name (row, column);

  return self->sheet != NULL ? g_strdup_printf (_ ("%s, sheet %s, cell %s"), self->name, self->sheet, cell)
                             : g_strdup_printf (_ ("%s, cell %s"), self->name, cell);
}

char *
plw_import_row_place (const PlwImport *self, size_t row)
{
  return self->sheet != NULL ? g_strdup_printf ("%s, sheet %s, row %zu", self->name, self->sheet, row)
                             : g_strdup_printf ("%s, row %zu", self->name, row);
}

char *
plw_import_column_place (const PlwImport *self, size_t column)
{
  g_autofree char *letter = plw_import_letter (column);

  return self->sheet != NULL ? g_strdup_printf ("%s, sheet %s, column %s", self->name, self->sheet, letter)
                             : g_strdup_printf ("%s, column %s", self->name, letter);
}

void
plw_import_set_place (const PlwImport *self, PlwProblems *problems, size_t row, size_t column)
{
  plw_problems_set_place (problems, column != SIZE_MAX ? plw_import_place (self, row, column)
                                                       : plw_import_row_place (self, row));
  plw_problems_set_file_cell (problems, row, column);
}

void
plw_import_use_decimal_point (char *text)
{
  char *to = text;

  if (strspn (text, "0123456789.,-+()£ ") != strlen (text))
    return;
  for (const char *p = text; *p != '\0'; p++)
    if (*p != '.')
      *to++ = *p == ',' ? '.' : *p;
  *to = '\0';
}

static bool
is_figure (PlwType type)
{
  return type == PLW_TYPE_MONEY || type == PLW_TYPE_NUMBER || type == PLW_TYPE_PERCENT
         || type == PLW_TYPE_INTEGER;
}

/* Thousands of pounds have three more decimals than pounds. */
static bool
read_scaled (const PlwImport *self, const char *text, PlwValue *ret_value, char **ret_what, char **ret_remedy)
{
  g_autoptr (GError) cause = NULL;
  int64_t billionths;
  __int128 pence;

  if (g_str_has_suffix (text, "%") || !plw_decimal_parse (text, PLW_PARSE_ENTRY, &billionths, &cause))
    {
      *ret_what = cause != NULL ? g_strdup (cause->message)
                                : g_strdup_printf (_ ("“%s” is not an amount of money"), text);
      *ret_remedy = g_strdup (_ ("write a number such as 1250 or 0.75"));
      return false;
    }

  pence = (__int128) billionths * self->scale * 100;
  if (pence % PLW_DECIMAL_ONE != 0 || pence / PLW_DECIMAL_ONE > PLW_PENCE_MAX
      || pence / PLW_DECIMAL_ONE < -PLW_PENCE_MAX)
    {
      *ret_what = g_strdup_printf (_ ("“%s” does not come to whole pence, or is too large"), text);
      *ret_remedy = g_strdup (_ ("round it in the source"));
      return false;
    }

  *ret_value = plw_value_number ((int64_t) (pence / PLW_DECIMAL_ONE));
  return true;
}

void
plw_import_forget_names (PlwImport *self)
{
  for (size_t i = 0; i < PLW_N_TABLES; i++)
    g_clear_pointer (&self->names[i], g_hash_table_unref);
}

/* A name that two rows have is no name: "" stands for it. */
static void
learn_table (PlwImport *self, PlwTableId table)
{
  size_t code;

  if (self->names[table] != NULL || !plw_schema_find_column (table, "code", &code))
    return;

  self->names[table] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (size_t row = 0; row < plw_plan_n_rows (self->plan, table); row++)
    {
      char *folded = g_utf8_casefold (plw_plan_name (self->plan, table, row), -1);
      const char *is = plw_plan_text (self->plan, table, row, code);

      if (g_hash_table_contains (self->names[table], folded))
        is = "";
      g_hash_table_replace (self->names[table], folded, g_strdup (is));
    }
}

void
plw_import_learn_names (PlwImport *self)
{
  const PlwTableSpec *spec = plw_schema_table (self->table);

  plw_import_forget_names (self);
  for (size_t i = 0; i < spec->n_columns; i++)
    if (spec->columns[i].type == PLW_TYPE_REF)
      learn_table (self, spec->columns[i].ref);
}

/* Sheets name what they speak of; the plan has codes. */
static char *
find_code (const PlwImport *self, const PlwPlan *plan, size_t field, char *text)
{
  PlwTableId table = plw_schema_table (self->table)->columns[field].ref;
  g_autofree char *folded = g_utf8_casefold (text, -1);
  const char *code = self->names[table] != NULL ? g_hash_table_lookup (self->names[table], folded) : NULL;
  size_t row;

  if (code == NULL || code[0] == '\0' || plw_plan_find_key (plan, table, text, &row))
    return text;

  g_free (text);
  return g_strdup (code);
}

/* A choice may be called what people call it, and stand in the plural: Savings. */
static char *
find_choice (const PlwImport *self, size_t field, char *text)
{
  const PlwColumn *column = &plw_schema_table (self->table)->columns[field];
  size_t length = strlen (text);
  g_autofree char *singular = g_strndup (text, length > 0 ? length - 1 : 0);
  size_t index;

  if (!plw_schema_find_choice (column, text, &index)
      && !(g_str_has_suffix (text, "s") && plw_schema_find_choice (column, singular, &index)))
    return text;

  g_free (text);
  return g_strdup (column->choices[index]);
}

bool
plw_import_read_cell (const PlwImport *self,
                      PlwPlan *plan,
                      const PlwSheetCell *cell,
                      size_t field,
                      PlwValue *ret_value,
                      char **ret_what,
                      char **ret_remedy)
{
  PlwType type = plw_plan_column_type (plan, self->table, field);
  g_autofree char *text = plw_sheet_cell_to_text (cell, type, ret_what, ret_remedy);
  g_autoptr (GError) cause = NULL;

  if (text == NULL)
    return false;
  g_strstrip (text);
  if (type == PLW_TYPE_YESNO)
    {
      g_autofree char *lower = g_ascii_strdown (text, -1);

      strcpy (text, lower);
    }
  if (type == PLW_TYPE_CHOICE)
    text = find_choice (self, field, text);
  if (type == PLW_TYPE_REF)
    text = find_code (self, plan, field, text);
  if (is_figure (type) && self->has_decimal_comma)
    plw_import_use_decimal_point (text);
  if (type == PLW_TYPE_MONEY && self->scale != 1 && text[0] != '\0')
    return read_scaled (self, text, ret_value, ret_what, ret_remedy);
  if (plw_plan_parse_cell (plan, self->table, field, text, PLW_PARSE_ENTRY, ret_value, ret_remedy, &cause))
    return true;

  *ret_what = g_strdup (cause->message);
  return false;
}
