/* check-cells.c: what the schema asks of every cell.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/check.h"

#include "base/i18n.h"
#include "plan/plan-private.h"

#include <string.h>

static void
refuse_empty (const PlwPlan *plan,
              PlwProblems *problems,
              PlwTableId table,
              size_t row,
              const PlwColumn *column)
{
  char *remedy;

  switch (column->type)
    {
    case PLW_TYPE_CODE:
      remedy = g_strdup (_ ("write 1 to 32 letters, digits, “-”, “_” or “.”"));
      break;
    case PLW_TYPE_REF:
      remedy = g_strdup_printf (_ ("write a code from %s"), plw_schema_table (column->ref)->name);
      break;
    case PLW_TYPE_CHOICE:
      {
        g_autofree char *choices = g_strjoinv (", ", (char **) column->choices);

        remedy = g_strdup_printf (_ ("write one of %s"), choices);
        break;
      }
    default:
      remedy = g_strdup (_ ("fill it in"));
      break;
    }

  plw_check_add (plan, problems, PLW_SEVERITY_ERROR, table, row, column->name,
                 g_strdup (_ ("the cell is empty")), remedy);
}

static bool
check_reference (const PlwPlan *plan,
                 PlwProblems *problems,
                 PlwTableId table,
                 size_t row,
                 const PlwColumn *column,
                 const char *code)
{
  const char *name = plw_schema_table (column->ref)->name;
  size_t found;

  if (plw_plan_find_key (plan, column->ref, code, &found))
    return true;
  plw_check_add (plan, problems, PLW_SEVERITY_ERROR, table, row, column->name,
                 g_strdup_printf (_ ("“%s” is not in %s"), code, name),
                 g_strdup_printf (_ ("write a code from %s or add the row there"), name));
  return false;
}

static bool
is_well_formed (const PlwForm *form, PlwValue value)
{
  switch (form->type)
    {
    case PLW_TYPE_CODE:
    case PLW_TYPE_REF:
      return plw_code_is_valid (value.text);
    case PLW_TYPE_UNSPENT:
      return false; /* few enough to look closer */
    case PLW_TYPE_MONEY:
    case PLW_TYPE_PERCENT:
    case PLW_TYPE_NUMBER:
    case PLW_TYPE_INTEGER:
      return (form->least == 0 && form->most == 0)
             || (value.number >= form->least && (form->most <= form->least || value.number <= form->most));
    default:
      return true;
    }
}

/* Borrowed throughout. */
typedef struct
{
  const PlwPlan *plan;
  PlwPlan *scratch; /* for the texts of values read again */
  PlwProblems *problems;
  const PlwTableSpec *spec;
  const PlwForm *forms; /* of every column */
  const char **last;    /* by column: the text found good last: equal texts mostly follow each other */
} Table;

/* Reading checks this cell by cell; rows made in memory come through here. */
static void
check_form (const Table *self, size_t row, size_t column)
{
  g_autofree char *text = plw_plan_cell_to_text (self->plan, self->spec->id, row, column);
  g_autofree char *remedy = NULL;
  g_autoptr (GError) cause = NULL;
  PlwValue value;

  if (!plw_form_parse (self->scratch, &self->forms[column], text, PLW_PARSE_STRICT, &value, &remedy, &cause))
    plw_check_add (self->plan, self->problems, PLW_SEVERITY_ERROR, self->spec->id, row,
                   plw_plan_column_name (self->plan, self->spec->id, column), g_strdup (cause->message),
                   g_steal_pointer (&remedy));
}

static void
check_row (const Table *self, size_t row)
{
  size_t n_columns = plw_plan_n_columns (self->plan, self->spec->id);

  for (size_t i = 0; i < n_columns; i++)
    {
      const PlwColumn *column = i < self->spec->n_columns ? &self->spec->columns[i] : NULL;
      PlwValue value = plw_plan_get (self->plan, self->spec->id, row, i);

      if (value.is_set && self->last[i] != NULL && plw_type_is_text (self->forms[i].type)
          && value.text == self->last[i])
        continue;
      if (value.is_set && !is_well_formed (&self->forms[i], value))
        check_form (self, row, i);
      else if (!value.is_set && column != NULL && (column->flags & PLW_COLUMN_REQUIRED))
        refuse_empty (self->plan, self->problems, self->spec->id, row, column);
      else if (value.is_set && column != NULL && column->type == PLW_TYPE_REF)
        {
          if (check_reference (self->plan, self->problems, self->spec->id, row, column, value.text))
            self->last[i] = value.text;
        }
    }
}

/* The first column of the key, for the problem; NULL where the table has no key. */
static const char *
key_column (const PlwTableSpec *spec)
{
  for (size_t i = 0; i < spec->n_columns; i++)
    if (spec->columns[i].flags & PLW_COLUMN_KEY)
      return spec->columns[i].name;

  return NULL;
}

static bool
has_whole_key (const PlwPlan *plan, const PlwTableSpec *spec, size_t row)
{
  for (size_t i = 0; i < spec->n_columns; i++)
    if ((spec->columns[i].flags & PLW_COLUMN_KEY) && !plw_plan_get (plan, spec->id, row, i).is_set)
      return false;

  return true;
}

static void
check_keys (const PlwPlan *plan, PlwProblems *problems, const PlwTableSpec *spec)
{
  const char *column = key_column (spec);

  if (column == NULL || plw_plan_keys_are_unique (plan, spec->id))
    return;

  for (size_t row = 0; row < plw_plan_n_rows (plan, spec->id); row++)
    {
      g_autofree char *key = plw_plan_row_key (plan, spec->id, row);
      size_t first;

      if (has_whole_key (plan, spec, row) && plw_plan_find_key (plan, spec->id, key, &first) && first < row)
        plw_check_add (plan, problems, PLW_SEVERITY_ERROR, spec->id, row, column,
                       g_strdup_printf (_ ("“%s” is already there"), key),
                       g_strdup (_ ("give the row another code or remove it")));
    }
}

void
plw_check_cells (const PlwPlan *plan, PlwProblems *problems)
{
  g_autoptr (PlwPlan) scratch = plw_plan_new ();

  for (size_t i = 0; i < PLW_N_TABLES; i++)
    {
      const PlwTableSpec *spec = plw_schema_table ((PlwTableId) i);
      size_t n_columns = plw_plan_n_columns (plan, spec->id);
      g_autofree PlwForm *forms = g_new (PlwForm, n_columns);
      g_autofree const char **last = g_new0 (const char *, n_columns);
      Table table = { plan, scratch, problems, spec, forms, last };

      for (size_t column = 0; column < n_columns; column++)
        forms[column] = plw_plan_column_form (plan, spec->id, column);
      for (size_t row = 0; row < plw_plan_n_rows (plan, spec->id); row++)
        check_row (&table, row);
      check_keys (plan, problems, spec);
    }
}
