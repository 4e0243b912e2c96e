/* sql-cell.c: one cell of a plan as a plan file holds it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sql-cell.h"

#include "base/i18n.h"
#include "plan/plan-private.h"

#include <string.h>

static const char *const year_names[] = {
  "year 1",  "year 2",  "year 3",  "year 4",  "year 5",  "year 6",  "year 7",  "year 8",
  "year 9",  "year 10", "year 11", "year 12", "year 13", "year 14", "year 15", "year 16",
  "year 17", "year 18", "year 19", "year 20", "year 21", "year 22", "year 23", "year 24",
  "year 25", "year 26", "year 27", "year 28", "year 29", "year 30",
};

G_STATIC_ASSERT (G_N_ELEMENTS (year_names) == PLW_YEARS_MOST);

const char *
plw_cell_name (PlwTableId table, size_t cell)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  g_assert (cell < plw_plan_n_cells (table));

  return cell < spec->n_columns ? spec->columns[cell].name : year_names[cell - spec->n_columns];
}

bool
plw_cell_find (PlwTableId table, const char *name, size_t *ret_cell)
{
  size_t n_cells = plw_plan_n_cells (table);

  for (size_t i = 0; i < n_cells; i++)
    if (strcmp (plw_cell_name (table, i), name) == 0)
      {
        *ret_cell = i;
        return true;
      }
  return false;
}

static size_t
count_choices (const char *const *choices)
{
  size_t n = 0;

  while (choices[n] != NULL)
    n++;
  return n;
}

static bool
number_is_sound (const PlwForm *form, int64_t number)
{
  bool has_limits = form->least != 0 || form->most != 0;

  if (has_limits && (number < form->least || (form->most > form->least && number > form->most)))
    return false;
  switch (form->type)
    {
    case PLW_TYPE_CHOICE:
      return number >= 0 && (size_t) number < count_choices (form->choices);
    case PLW_TYPE_YESNO:
      return number == 0 || number == 1;
    case PLW_TYPE_YEAR:
      return number >= PLW_YEAR_MIN && number <= PLW_YEAR_MAX;
    case PLW_TYPE_MONEY:
      return number >= -PLW_PENCE_MAX && number <= PLW_PENCE_MAX;
    default:
      return number >= -PLW_DECIMAL_MAX && number <= PLW_DECIMAL_MAX;
    }
}

/* @text: UTF-8 and not too long */
static bool
text_fits (const PlwForm *form, const char *text)
{
  if (text[0] == '\0')
    return false;
  if (form->type == PLW_TYPE_TEXT)
    return true;
  if (form->type == PLW_TYPE_CODE || form->type == PLW_TYPE_REF)
    return plw_code_is_valid (text);

  g_autoptr (PlwPlan) scratch = plw_plan_new ();
  PlwValue value;
  return plw_form_parse (scratch, form, text, PLW_PARSE_STRICT, &value, NULL, NULL);
}

bool
plw_cell_is_sound (PlwTableId table, size_t cell, PlwValue value)
{
  if (cell >= plw_plan_n_cells (table))
    return false;
  if (!value.is_set)
    return true;

  PlwForm form = plw_plan_column_form (NULL, table, cell);
  if (!plw_type_is_text (form.type))
    return number_is_sound (&form, value.number);
  return value.text != NULL && plw_sql_text_is_sound (value.text, strlen (value.text))
         && text_fits (&form, value.text);
}

static bool
fail_cell (PlwTableId table, size_t cell, GError **error)
{
  g_set_error (error, PLW_ERROR, PLW_ERROR_RANGE,
               _ ("Table %s, column %s cannot hold the value it was given"), plw_schema_table (table)->name,
               cell < plw_plan_n_cells (table) ? plw_cell_name (table, cell) : "?");
  return false;
}

static bool
step_is_sound (const PlwStep *step, GError **error)
{
  if ((unsigned) step->table >= PLW_N_TABLES || step->row <= 0 || step->row > PLW_ROW_ID_MOST
      || (step->kind != PLW_STEP_SET && step->n_cells > plw_plan_n_cells (step->table)))
    {
      g_set_error_literal (error, PLW_ERROR, PLW_ERROR_RANGE,
                           _ ("An edit names a row that no plan can have"));
      return false;
    }
  if (step->kind == PLW_STEP_SET)
    return plw_cell_is_sound (step->table, step->column, step->to)
           || fail_cell (step->table, step->column, error);
  for (size_t i = 0; i < step->n_cells; i++)
    if (!plw_cell_is_sound (step->table, i, step->cells[i]))
      return fail_cell (step->table, i, error);
  return true;
}

bool
plw_edit_is_sound (const PlwEdit *edit, GError **error)
{
  for (size_t i = 0; i < plw_edit_n_steps (edit); i++)
    if (!step_is_sound (plw_edit_step (edit, i), error))
      return false;
  return plw_words_are_sound (plw_edit_name (edit), error)
         && plw_words_are_sound (plw_edit_reason (edit), error);
}

bool
plw_plan_is_sound (const PlwPlan *plan, GError **error)
{
  for (size_t t = 0; t < PLW_N_TABLES; t++)
    for (size_t r = 0; r < plw_plan_n_rows (plan, (PlwTableId) t); r++)
      for (size_t c = 0; c < plw_plan_n_cells ((PlwTableId) t); c++)
        if (!plw_cell_is_sound ((PlwTableId) t, c, plw_plan_raw_cell (plan, (PlwTableId) t, r, c)))
          return fail_cell ((PlwTableId) t, c, error);
  return true;
}

bool
plw_words_are_sound (const char *words, GError **error)
{
  if (words == NULL || plw_sql_text_is_sound (words, strlen (words)))
    return true;
  g_set_error (error, PLW_ERROR, PLW_ERROR_RANGE,
               _ ("A name, reason or note must be UTF-8 and at most %d bytes long"), PLW_SQL_TEXT_MOST);
  return false;
}

void
plw_cell_bind (PlwSql *sql, sqlite3_stmt *statement, int index, PlwTableId table, size_t cell, PlwValue value)
{
  PlwForm form = plw_plan_column_form (NULL, table, cell);

  if (!value.is_set)
    plw_sql_bind_null (sql, statement, index);
  else if (plw_type_is_text (form.type))
    plw_sql_bind_text (sql, statement, index, value.text);
  else if (form.type == PLW_TYPE_CHOICE)
    plw_sql_bind_text (sql, statement, index, form.choices[value.number]);
  else
    plw_sql_bind_number (sql, statement, index, value.number);
}

static bool
find_choice (const PlwForm *form, const char *text, PlwValue *ret_value)
{
  for (size_t i = 0; form->choices[i] != NULL; i++)
    if (strcmp (form->choices[i], text) == 0)
      {
        *ret_value = plw_value_number ((int64_t) i);
        return true;
      }
  return false;
}

bool
plw_cell_read (sqlite3_stmt *statement, int column, PlwTableId table, size_t cell, PlwValue *ret_value)
{
  PlwForm form = plw_plan_column_form (NULL, table, cell);
  PlwValue value = PLW_VALUE_EMPTY;
  const char *text;
  int64_t number;

  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    {
      *ret_value = value;
      return true;
    }
  if (plw_type_is_text (form.type) || form.type == PLW_TYPE_CHOICE)
    {
      if (!plw_sql_column_text (statement, column, &text))
        return false;
      if (form.type == PLW_TYPE_CHOICE)
        return find_choice (&form, text, ret_value);
      value = (PlwValue){ .is_set = true, .text = text };
      if (!text_fits (&form, text))
        return false;
    }
  else
    {
      if (!plw_sql_column_number (statement, column, &number) || !number_is_sound (&form, number))
        return false;
      value = plw_value_number (number);
    }
  *ret_value = value;
  return true;
}
