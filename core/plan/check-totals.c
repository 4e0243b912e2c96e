/* check-totals.c: figures add up to what their source says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/check.h"

#include "base/i18n.h"

#include <string.h>

/* What a row of control_totals is about. */
typedef struct
{
  PlwTableId table;
  size_t source_column;
  size_t column;
} Figures;

/* Borrowed throughout. */
typedef struct
{
  const PlwPlan *plan;
  PlwProblems *problems; /* NULL: say nothing */
  size_t row;
} Reader;

static bool
refuse (const Reader *self, const char *column, char *what, char *remedy)
{
  if (self->problems != NULL)
    plw_check_add (self->plan, self->problems, PLW_SEVERITY_ERROR, PLW_TABLE_CONTROL_TOTALS, self->row,
                   column, what, remedy);
  else
    {
      g_free (what);
      g_free (remedy);
    }
  return false;
}

static bool
find_source_column (PlwTableId table, size_t *ret_column)
{
  return plw_schema_find_column (table, "source", ret_column)
         && (plw_schema_table (table)->columns[*ret_column].flags & PLW_COLUMN_ORIGIN);
}

static bool
is_figure (PlwType type)
{
  return type == PLW_TYPE_MONEY || type == PLW_TYPE_PERCENT || type == PLW_TYPE_NUMBER
         || type == PLW_TYPE_INTEGER;
}

static char *
list_figures (const PlwTableSpec *spec)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (size_t i = 0; i < spec->n_columns; i++)
    if (is_figure (spec->columns[i].type))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", spec->columns[i].name);
  if (spec->years != PLW_TYPE_NONE)
    g_string_append_printf (text, "%svalue", text->len > 0 ? ", " : "");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static bool
has_totals (PlwTableId table)
{
  g_autofree char *figures = list_figures (plw_schema_table (table));
  size_t column;

  return figures[0] != '\0' && find_source_column (table, &column);
}

static bool
find_table (const Reader *self, Figures *figures)
{
  const char *name =
      plw_plan_text (self->plan, PLW_TABLE_CONTROL_TOTALS, self->row, PLW_CONTROL_TOTALS_TABLE);

  if (name[0] == '\0') /* said of every empty cell that may not be */
    return false;
  if (plw_schema_find_table (name, &figures->table) && has_totals (figures->table))
    return find_source_column (figures->table, &figures->source_column);

  g_autofree char *tables = plw_list_tables (has_totals);

  return refuse (self, "table",
                 g_strdup_printf (_ ("“%s” is not a table with figures and their sources"), name),
                 g_strdup_printf (_ ("write one of %s"), tables));
}

static bool
find_year (const Reader *self, Figures *figures)
{
  PlwValue year = plw_plan_get (self->plan, PLW_TABLE_CONTROL_TOTALS, self->row, PLW_CONTROL_TOTALS_YEAR);
  int first = plw_plan_base_year (self->plan) + 1;
  int last = first + (int) plw_plan_n_years (self->plan) - 1;

  if (!plw_settings_have_years (self->plan)) /* said of the plan */
    return false;
  if (year.is_set && year.number >= first && year.number <= last)
    {
      figures->column = plw_plan_year_column (self->plan, figures->table, (int) year.number);
      return true;
    }

  return refuse (
      self, "year",
      year.is_set ? g_strdup_printf (_ ("%s is not a year of the plan"), plw_year_name ((int) year.number))
                  : g_strdup (_ ("the cell is empty")),
      g_strdup_printf (_ ("write a year from %s to %s"), plw_year_name (first), plw_year_name (last)));
}

static bool
find_figures (const Reader *self, Figures *figures)
{
  const char *field =
      plw_plan_text (self->plan, PLW_TABLE_CONTROL_TOTALS, self->row, PLW_CONTROL_TOTALS_FIELD);

  if (!find_table (self, figures) || field[0] == '\0')
    return false;

  const PlwTableSpec *spec = plw_schema_table (figures->table);

  if (spec->years != PLW_TYPE_NONE && strcmp (field, "value") == 0)
    return find_year (self, figures);
  if (!plw_schema_find_column (figures->table, field, &figures->column)
      || !is_figure (spec->columns[figures->column].type))
    {
      g_autofree char *fields = list_figures (spec);

      return refuse (self, "field", g_strdup_printf (_ ("“%s” is not a figure of %s"), field, spec->name),
                     g_strdup_printf (_ ("write one of %s"), fields));
    }
  if (plw_plan_get (self->plan, PLW_TABLE_CONTROL_TOTALS, self->row, PLW_CONTROL_TOTALS_YEAR).is_set)
    return refuse (self, "year", g_strdup_printf (_ ("“%s” is not a figure for years"), field),
                   g_strdup (_ ("empty the year")));

  return true;
}

void
plw_check_totals (const PlwPlan *plan, PlwProblems *problems)
{
  Figures figures;

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_CONTROL_TOTALS); row++)
    (void) find_figures (&(Reader){ plan, problems, row }, &figures);
}

/* In billionths of a pound, a percent or one, as totals are. */
static __int128
add_up (const PlwPlan *plan, const Figures *figures, const char *source)
{
  PlwType type = plw_plan_column_type (plan, figures->table, figures->column);
  __int128 unit = type == PLW_TYPE_MONEY     ? PLW_DECIMAL_ONE / 100
                  : type == PLW_TYPE_INTEGER ? PLW_DECIMAL_ONE
                                             : 1;
  __int128 sum = 0;

  for (size_t row = 0; row < plw_plan_n_rows (plan, figures->table); row++)
    if (strcmp (plw_plan_text (plan, figures->table, row, figures->source_column), source) == 0)
      sum += plw_plan_number (plan, figures->table, row, figures->column) * unit;

  return sum;
}

/* A sum may be larger than any cell. */
static char *
sum_to_text (__int128 sum)
{
  uint64_t whole = (uint64_t) ((sum < 0 ? -sum : sum) / PLW_DECIMAL_ONE);
  int part = (int) ((sum < 0 ? -sum : sum) % PLW_DECIMAL_ONE);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%s%" G_GUINT64_FORMAT, sum < 0 ? "-" : "", whole);
  if (part != 0)
    {
      g_string_append_printf (text, ".%09d", part);
      while (text->str[text->len - 1] == '0')
        g_string_truncate (text, text->len - 1);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check_sum (const PlwPlan *plan, PlwProblems *problems, size_t row, const Figures *figures)
{
  const char *source = plw_plan_text (plan, PLW_TABLE_CONTROL_TOTALS, row, PLW_CONTROL_TOTALS_SOURCE);
  int64_t total = plw_plan_number (plan, PLW_TABLE_CONTROL_TOTALS, row, PLW_CONTROL_TOTALS_TOTAL);
  int64_t tolerance = plw_plan_number (plan, PLW_TABLE_CONTROL_TOTALS, row, PLW_CONTROL_TOTALS_TOLERANCE);
  __int128 sum = add_up (plan, figures, source);
  __int128 difference = sum < total ? total - sum : sum - total;

  if (difference <= tolerance)
    return;

  g_autofree char *sum_text = sum_to_text (sum);
  g_autofree char *total_text = sum_to_text (total);
  g_autofree char *difference_text = sum_to_text (difference);
  g_autofree char *where = g_strdup_printf ("%s %s", plw_schema_table (figures->table)->name,
                                            plw_plan_column_name (plan, figures->table, figures->column));

  plw_check_add (
      plan, problems, PLW_SEVERITY_WARNING, PLW_TABLE_CONTROL_TOTALS, row, "total",
      sum < total ? g_strdup_printf (_ ("%s from “%s” adds up to %s, but the source says %s: %s is missing"),
                                     where, source, sum_text, total_text, difference_text)
                  : g_strdup_printf (_ ("%s from “%s” adds up to %s, but the source says %s: %s is too much"),
                                     where, source, sum_text, total_text, difference_text),
      g_strdup (_ ("correct the figures, or write a tolerance if the source rounds its own")));
}

void
plw_check_sums (const PlwPlan *plan, PlwProblems *problems)
{
  Figures figures;

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_CONTROL_TOTALS); row++)
    if (find_figures (&(Reader){ plan, NULL, row }, &figures))
      check_sum (plan, problems, row, &figures);
}
