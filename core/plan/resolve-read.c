/* resolve-read.c: what an override changes, and how.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/resolve.h"

#include "base/i18n.h"
#include "plan/check.h"
#include "plan/plan-private.h"

#include <string.h>

/* Borrowed throughout. */
typedef struct
{
  const PlwPlan *plan;
  PlwPlan *texts;
  PlwProblems *problems;
  size_t row;
} Reader;

static bool
refuse (const Reader *self, const char *column, char *what, char *remedy)
{
  plw_check_add (self->plan, self->problems, PLW_SEVERITY_ERROR, PLW_TABLE_OVERRIDES, self->row, column, what,
                 remedy);
  return false;
}

static const char *
read_text (const Reader *self, size_t column)
{
  return plw_plan_text (self->plan, PLW_TABLE_OVERRIDES, self->row, column);
}

bool
plw_override_allows (PlwTableId table)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  /* These say nothing about money. */
  if (table == PLW_TABLE_SOURCES || table == PLW_TABLE_SCENARIOS || table == PLW_TABLE_POLICIES
      || table == PLW_TABLE_POLICY_POTS || table >= PLW_TABLE_DECISIONS)
    return false;

  /* A row without a key cannot be named. */
  for (size_t i = 0; i < spec->n_columns; i++)
    if (spec->columns[i].flags & PLW_COLUMN_KEY)
      return true;

  return false;
}

static bool
find_table (const Reader *self, PlwTableId *ret_table)
{
  const char *name = read_text (self, PLW_OVERRIDES_TABLE);

  if (name[0] == '\0') /* said of every empty cell that may not be */
    return false;
  if (plw_schema_find_table (name, ret_table) && plw_override_allows (*ret_table))
    return true;

  g_autofree char *tables = plw_list_tables (plw_override_allows);

  return refuse (self, "table", g_strdup_printf (_ ("“%s” is not a table that can be overridden"), name),
                 g_strdup_printf (_ ("write one of %s"), tables));
}

static bool
find_row (const Reader *self, PlwOverride *override)
{
  const char *code = read_text (self, PLW_OVERRIDES_CODE);

  if (code[0] == '\0')
    return false;

  override->has_row = plw_plan_find_key (self->plan, override->table, code, &override->row);
  if (override->table == PLW_TABLE_PLAN)
    override->setting = plw_schema_find_setting (code);
  if (override->setting != NULL && (strcmp (code, "base_year") == 0 || strcmp (code, "years") == 0))
    return refuse (self, "code", g_strdup_printf (_ ("%s is the same in every scenario"), code),
                   g_strdup (_ ("change it in plan")));
  if (override->has_row || override->setting != NULL)
    return true;

  if (override->table == PLW_TABLE_PLAN)
    return refuse (self, "code", g_strdup_printf (_ ("“%s” is not a setting"), code), plw_list_settings ());

  const char *table = plw_schema_table (override->table)->name;

  return refuse (self, "code", g_strdup_printf (_ ("“%s” is not in %s"), code, table),
                 g_strdup_printf (_ ("write a code from %s or add the row there"), table));
}

static bool
find_years (const Reader *self, PlwOverride *override)
{
  const PlwTableSpec *spec = plw_schema_table (override->table);
  PlwValue year = plw_plan_get (self->plan, PLW_TABLE_OVERRIDES, self->row, PLW_OVERRIDES_YEAR);
  int first = plw_plan_base_year (self->plan) + 1;
  int last = first + (int) plw_plan_n_years (self->plan) - 1;

  if (!plw_settings_have_years (self->plan)) /* said of the plan */
    return false;

  override->first_column = spec->n_columns;
  override->last_column = plw_plan_n_columns (self->plan, override->table) - 1;
  if (!year.is_set)
    return true;
  if (year.number < first || year.number > last)
    return refuse (self, "year",
                   g_strdup_printf (_ ("%s is not a year of the plan"), plw_year_name ((int) year.number)),
                   g_strdup_printf (_ ("write a year from %s to %s, or nothing for every year"),
                                    plw_year_name (first), plw_year_name (last)));

  override->first_column = plw_plan_year_column (self->plan, override->table, (int) year.number);
  override->last_column = override->first_column;
  return true;
}

static char *
list_fields (PlwTableId table)
{
  const PlwTableSpec *spec = plw_schema_table (table);
  g_autoptr (GString) text = g_string_new (NULL);

  for (size_t i = 0; i < spec->n_columns; i++)
    if (!(spec->columns[i].flags & (PLW_COLUMN_KEY | PLW_COLUMN_RECORDED)))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", spec->columns[i].name);
  if (spec->years != PLW_TYPE_NONE)
    g_string_append (text, ", value");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static bool
find_field (const Reader *self, PlwOverride *override)
{
  const PlwTableSpec *spec = plw_schema_table (override->table);
  const char *field = read_text (self, PLW_OVERRIDES_FIELD);
  size_t column;

  if (field[0] == '\0')
    return false;
  if (spec->years != PLW_TYPE_NONE && strcmp (field, "value") == 0)
    return find_years (self, override);
  if (!plw_schema_find_column (override->table, field, &column)
      || (spec->columns[column].flags & PLW_COLUMN_RECORDED))
    {
      g_autofree char *fields = list_fields (override->table);

      return refuse (self, "field", g_strdup_printf (_ ("“%s” is not a field of %s"), field, spec->name),
                     g_strdup_printf (_ ("write one of %s"), fields));
    }
  if (spec->columns[column].flags & PLW_COLUMN_KEY)
    return refuse (self, "field", g_strdup_printf (_ ("“%s” names the row and cannot be overridden"), field),
                   g_strdup (_ ("override another field")));
  if (plw_plan_get (self->plan, PLW_TABLE_OVERRIDES, self->row, PLW_OVERRIDES_YEAR).is_set)
    return refuse (self, "year", g_strdup_printf (_ ("“%s” is not a figure for years"), field),
                   g_strdup (_ ("empty the year")));

  override->first_column = column;
  override->last_column = column;
  return true;
}

static PlwForm
find_form (const Reader *self, const PlwOverride *override)
{
  if (override->setting != NULL && override->first_column == PLW_PLAN_VALUE)
    return plw_setting_form (override->setting);

  return plw_plan_column_form (self->plan, override->table, override->first_column);
}

static bool
is_quantity (PlwType type)
{
  return type == PLW_TYPE_MONEY || type == PLW_TYPE_PERCENT || type == PLW_TYPE_NUMBER
         || type == PLW_TYPE_INTEGER;
}

/* An empty value takes away a limit, a name or a reference; an amount it must not. */
static bool
may_be_empty (const PlwOverride *override)
{
  const PlwTableSpec *spec = plw_schema_table (override->table);

  if (override->op != PLW_OP_SET)
    return false;
  if (override->first_column >= spec->n_columns)
    return spec->years_rule == PLW_YEARS_NO_LIMIT;
  if (override->setting != NULL && override->first_column == PLW_PLAN_VALUE)
    return !override->setting->required;

  const PlwColumn *column = &spec->columns[override->first_column];

  return !(column->flags & PLW_COLUMN_REQUIRED) && column->type != PLW_TYPE_MONEY;
}

static bool
check_known (const Reader *self, const PlwOverride *override, const char *text)
{
  const PlwTableSpec *spec = plw_schema_table (override->table);
  PlwType type = PLW_TYPE_NONE;
  PlwTableId ref = PLW_TABLE_PLAN;
  size_t found;

  if (override->setting != NULL && override->first_column == PLW_PLAN_VALUE)
    {
      type = override->setting->type;
      ref = override->setting->ref;
    }
  else if (override->first_column < spec->n_columns)
    {
      type = spec->columns[override->first_column].type;
      ref = spec->columns[override->first_column].ref;
    }
  if (type != PLW_TYPE_REF || plw_plan_find_key (self->plan, ref, text, &found))
    return true;

  return refuse (
      self, "value", g_strdup_printf (_ ("“%s” is not in %s"), text, plw_schema_table (ref)->name),
      g_strdup_printf (_ ("write a code from %s or add the row there"), plw_schema_table (ref)->name));
}

static bool
read_value (const Reader *self, PlwOverride *override)
{
  const char *text = read_text (self, PLW_OVERRIDES_VALUE);
  PlwForm form = find_form (self, override);
  g_autofree char *remedy = NULL;
  g_autoptr (GError) cause = NULL;

  if (override->op != PLW_OP_SET && !is_quantity (form.type))
    return refuse (self, "op",
                   g_strdup_printf (_ ("“%s” is not a figure"), read_text (self, PLW_OVERRIDES_FIELD)),
                   g_strdup (_ ("write set")));
  if (text[0] == '\0')
    {
      override->value = PLW_VALUE_EMPTY;
      return may_be_empty (override)
             || refuse (self, "value", g_strdup (_ ("the cell is empty")), g_strdup (_ ("fill it in")));
    }

  /* A summand or a factor need not keep the limits that what comes of it must. */
  if (override->op == PLW_OP_ADD)
    form = (PlwForm){ .type = form.type };
  if (override->op == PLW_OP_MULTIPLY)
    form = (PlwForm){ .type = PLW_TYPE_NUMBER };

  if (!plw_form_parse (self->texts, &form, text, PLW_PARSE_STRICT, &override->value, &remedy, &cause))
    return refuse (self, "value", g_strdup (cause->message), g_steal_pointer (&remedy));

  return override->op != PLW_OP_SET || check_known (self, override, text);
}

bool
plw_override_read (const PlwPlan *plan,
                   size_t row,
                   PlwPlan *texts,
                   PlwOverride *ret_override,
                   PlwProblems *problems)
{
  Reader self = { plan, texts, problems, row };
  PlwOverride override = {
    .op = (PlwOverrideOp) plw_plan_number (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_OP),
  };

  if (!find_table (&self, &override.table) || !find_row (&self, &override) || !find_field (&self, &override)
      || !read_value (&self, &override))
    return false;

  *ret_override = override;
  return true;
}

void
plw_check_overrides (const PlwPlan *plan, PlwProblems *problems)
{
  g_autoptr (PlwPlan) texts = plw_plan_new ();
  PlwOverride override;

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_OVERRIDES); row++)
    (void) plw_override_read (plan, row, texts, &override, problems);
}
