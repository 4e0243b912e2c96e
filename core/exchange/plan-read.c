/* plan-read.c: a plan from tables that were read: checked, with its rows saying where they came from.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/table-read.h"

#include "base/i18n.h"
#include "exchange/folder.h"
#include "plan/check.h"

PlwPlanReader *
plw_plan_reader_new (PlwProblems *problems)
{
  PlwPlanReader *self = g_new0 (PlwPlanReader, 1);

  self->plan = plw_plan_new ();
  self->problems = problems;
  self->n_errors_before = plw_problems_count (problems, PLW_SEVERITY_ERROR);
  for (size_t i = 0; i < PLW_N_TABLES; i++)
    self->tables[i] = (PlwTableReader){
      .plan = self->plan,
      .spec = plw_schema_table ((PlwTableId) i),
      .problems = problems,
      .rows = g_array_new (FALSE, FALSE, sizeof (size_t)),
      .columns = g_array_new (FALSE, FALSE, sizeof (size_t)),
    };

  return self;
}

void
plw_plan_reader_free (PlwPlanReader *self)
{
  if (self == NULL)
    return;

  for (size_t i = 0; i < PLW_N_TABLES; i++)
    {
      g_array_unref (self->tables[i].rows);
      g_array_unref (self->tables[i].columns);
      g_free (self->tables[i].sheet);
    }
  plw_plan_free (self->plan);
  g_free (self);
}

/* Passes problems on with the rows numbered as in the source, which may have blank ones. */
static void
pass_on (PlwPlanReader *self, const PlwProblems *found)
{
  for (size_t i = 0; i < plw_problems_size (found); i++)
    {
      const PlwProblem *problem = plw_problems_get (found, i);
      const PlwTableReader *table = NULL;
      size_t row = problem->row;
      PlwTableId id;

      if (problem->table != NULL && plw_schema_find_table (problem->table, &id))
        table = &self->tables[id];
      if (row >= 2 && table != NULL)
        row = g_array_index (table->rows, size_t, row - 2);

      plw_problems_add (self->problems, problem->severity, problem->table, row, problem->key, problem->column,
                        g_strdup (problem->what), g_strdup (problem->remedy));
      if (table != NULL)
        plw_problems_set_place (self->problems, plw_table_reader_place (table, row, problem->column));
    }
}

/* Returns: (transfer full): “lancashire/costs.csv, row 14” or “lancashire.xlsx, sheet costs, row 14” */
static char *
name_row (const PlwTableReader *table, const char *source, size_t row)
{
  if (table->sheet != NULL)
    return g_strdup_printf ("%s, sheet %s, row %zu", source, table->sheet, row);

  return g_strdup_printf ("%s/%s" PLW_TABLE_SUFFIX ", row %zu", source, table->spec->name, row);
}

static void
note_rows (PlwPlanReader *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);

  for (size_t t = 0; t < PLW_N_TABLES; t++)
    {
      const PlwTableReader *table = &self->tables[t];
      size_t column = plw_schema_imported_column (table->spec->id);

      for (size_t i = 0; column != SIZE_MAX && i < plw_plan_n_rows (self->plan, table->spec->id); i++)
        if (!plw_plan_get (self->plan, table->spec->id, i, column).is_set)
          {
            g_autofree char *place = name_row (table, shown, g_array_index (table->rows, size_t, i));

            plw_plan_set (self->plan, table->spec->id, i, column, plw_value_text (place));
          }
    }
}

static bool
fail_plan (const char *path, const PlwProblems *problems, GError **error)
{
  size_t n = plw_problems_count (problems, PLW_SEVERITY_ERROR);

  g_set_error (error, PLW_ERROR, PLW_ERROR_PLAN,
               ngettext ("The plan in “%s” has %zu error", "The plan in “%s” has %zu errors", n), path, n);
  return false;
}

PlwPlan *
plw_plan_reader_finish (PlwPlanReader *self, const char *path, bool is_import, GError **error)
{
  g_autoptr (PlwProblems) found = plw_problems_new ();

  /* A full check would find missing what could not be read. */
  if (plw_problems_count (self->problems, PLW_SEVERITY_ERROR) == self->n_errors_before)
    plw_plan_check (self->plan, found);
  else if (!plw_settings_have_years (self->plan) && plw_plan_n_rows (self->plan, PLW_TABLE_PLAN) > 0)
    plw_check_settings (self->plan, found);
  pass_on (self, found);

  if (plw_problems_count (self->problems, PLW_SEVERITY_ERROR) > self->n_errors_before)
    {
      fail_plan (path, self->problems, error);
      return NULL;
    }
  if (is_import)
    note_rows (self, path);

  return g_steal_pointer (&self->plan);
}
