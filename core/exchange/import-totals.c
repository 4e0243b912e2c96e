/* import-totals.c: whether what was read adds up to what it must.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/import-private.h"

#include "base/i18n.h"

static PlwImportField *
get_field (const PlwImport *self, size_t field)
{
  return &g_array_index (self->fields, PlwImportField, field);
}

char *
plw_import_sum_to_text (const PlwImport *self, size_t field, __int128 sum)
{
  if (sum > G_MAXINT64 || sum < -G_MAXINT64)
    return g_strdup (_ ("too much to be written"));

  return plw_plan_column_type (self->plan, self->table, field) == PLW_TYPE_MONEY
             ? plw_pence_show_exact ((int64_t) sum)
             : plw_decimal_to_text ((int64_t) sum);
}

static bool
is_summed (const PlwImport *self, size_t field)
{
  PlwType type = plw_plan_column_type (self->plan, self->table, field);

  return type == PLW_TYPE_MONEY || type == PLW_TYPE_NUMBER;
}

bool
plw_import_sum (const PlwImport *self, const char *field, char **ret_sum, char **ret_total)
{
  for (size_t i = 0; i < self->fields->len; i++)
    {
      const PlwImportField *found = get_field (self, i);

      if (found->column == SIZE_MAX || !is_summed (self, i)
          || g_strcmp0 (plw_plan_column_name (self->plan, self->table, i), field) != 0)
        continue;
      *ret_sum = plw_import_sum_to_text (self, i, found->sum);
      *ret_total = found->has_total ? plw_import_sum_to_text (self, i, found->total) : NULL;
      return true;
    }

  return false;
}

void
plw_import_expect_nothing (PlwImport *self)
{
  self->expects_rows = false;
  for (size_t i = 0; i < self->fields->len; i++)
    get_field (self, i)->has_expected = false;
}

char *
plw_import_sums (const PlwImport *self)
{
  GString *text = g_string_new (NULL);

  for (size_t i = 0; i < self->fields->len; i++)
    if (get_field (self, i)->column != SIZE_MAX
        && plw_plan_column_type (self->plan, self->table, i) == PLW_TYPE_MONEY)
      {
        g_autofree char *sum = plw_import_sum_to_text (self, i, get_field (self, i)->sum);

        g_string_append_printf (text, _ ("%s adds up to %s\n"),
                                plw_plan_column_name (self->plan, self->table, i), sum);
      }

  return g_string_free (text, FALSE);
}

static void
add_difference (const PlwImport *self, PlwProblems *problems, char *place, size_t field, __int128 expected)
{
  __int128 sum = get_field (self, field)->sum;
  g_autofree char *found = plw_import_sum_to_text (self, field, sum);
  g_autofree char *wanted = plw_import_sum_to_text (self, field, expected);
  g_autofree char *difference = plw_import_sum_to_text (self, field, sum - expected);

  plw_problems_add (problems, PLW_SEVERITY_ERROR, NULL, 0, NULL,
                    plw_plan_column_name (self->plan, self->table, field),
                    g_strdup_printf (_ ("the rows add up to %s and should add up to %s"), found, wanted),
                    g_strdup_printf (_ ("find the difference of %s"), difference));
  plw_problems_set_place (problems, place);
}

static char *
name_source (const PlwImport *self)
{
  return self->sheet != NULL ? g_strdup_printf (_ ("%s, sheet %s"), self->name, self->sheet)
                             : g_strdup (self->name);
}

/* The figures of a row that says Total, which were not added up with the others. */
static void
check_total_row (const PlwImport *self, const PlwImportRow *row, PlwPlan *scratch, PlwProblems *problems)
{
  for (size_t i = 0; i < self->fields->len; i++)
    {
      PlwImportField *field = get_field (self, i);
      PlwType type = plw_plan_column_type (self->plan, self->table, i);
      PlwValue value = PLW_VALUE_EMPTY;
      g_autofree char *what = NULL;
      g_autofree char *remedy = NULL;

      if ((type != PLW_TYPE_MONEY && type != PLW_TYPE_NUMBER) || field->column >= row->n_cells)
        continue;
      if (!plw_import_read_cell (self, scratch, &row->cells[field->column], i, &value, &what, &remedy)
          || !value.is_set)
        continue;
      field->has_total = true;
      field->total = value.number;
      if (field->sum != value.number)
        {
          add_difference (self, problems, NULL, i, value.number);
          plw_import_set_place (self, problems, row->number, field->column);
        }
    }
}

void
plw_import_check_totals (const PlwImport *self, size_t n_rows, PlwProblems *problems)
{
  g_autoptr (PlwPlan) scratch = plw_plan_copy (self->plan);
  bool is_grand;

  if (self->expects_rows && self->n_expected != n_rows)
    {
      plw_problems_add (problems, PLW_SEVERITY_ERROR, NULL, 0, NULL, NULL,
                        g_strdup_printf (ngettext ("there is %zu row, not the %zu expected",
                                                   "there are %zu rows, not the %zu expected", n_rows),
                                         n_rows, self->n_expected),
                        g_strdup (_ ("look for rows that are missing or too many")));
      plw_problems_set_place (problems, name_source (self));
    }
  for (size_t i = 0; i < self->fields->len; i++)
    if (get_field (self, i)->has_expected && get_field (self, i)->sum != get_field (self, i)->expected)
      add_difference (self, problems, name_source (self), i, get_field (self, i)->expected);

  for (size_t i = self->header + 1; i < self->rows->len; i++)
    if (plw_import_is_total (plw_import_row (self, i), &is_grand) && is_grand)
      check_total_row (self, plw_import_row (self, i), scratch, problems);
}
