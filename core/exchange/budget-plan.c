/* budget-plan.c: a budget table's rows as lines, changes, pots and projects of a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a row takes becomes a line: its budget in the base year is a cost element, what is added later a
 * change. What a row brings becomes a pot. A row that takes in some years and brings in others becomes both,
 * for a need is never below 0 and a pot never either.
 */
#include "exchange/budget-writer.h"

#include "base/i18n.h"

#include <string.h>

/* As long as a code may be, less a number that parts it from others. */
#define CODE_MOST 28

#define ELEMENT "budget"

static void
warn (Writer *self, const PlwBudgetRow *row, size_t column, char *what, char *remedy)
{
  size_t source = column != SIZE_MAX ? plw_budget_column (self->budget, column)->source : SIZE_MAX;

  plw_problems_add (self->problems, PLW_SEVERITY_WARNING, NULL, 0, row->label, NULL, what, remedy);
  plw_problems_set_place (self->problems, plw_budget_place (self->budget, row->number, source));
}

static char *
make_stem (const char *label)
{
  g_autofree char *folded = g_str_to_ascii (label, "C");
  GString *code = g_string_new (NULL);

  for (const char *p = folded; *p != '\0' && code->len < CODE_MOST; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (code, g_ascii_tolower (*p));
    else if (code->len > 0 && code->str[code->len - 1] != '-')
      g_string_append_c (code, '-');
  if (code->len > 0 && code->str[code->len - 1] == '-')
    g_string_truncate (code, code->len - 1);
  if (code->len == 0)
    g_string_append (code, "row");

  return g_string_free (code, FALSE);
}

/* Whether the row was read from this file, or is not there at all. */
static bool
is_ours (const Writer *self, PlwTableId table, const char *key)
{
  size_t row;
  g_autofree char *prefix = g_strdup_printf ("%s, ", self->budget->source->name);

  return !plw_plan_find_key (self->plan, table, key, &row)
         || g_str_has_prefix (plw_plan_text (self->plan, table, row, plw_schema_imported_column (table)),
                              prefix);
}

/* A code that no other row of the table has, and no row of the plan that came from elsewhere. */
static char *
make_code (Writer *self, PlwTableId table, const char *label)
{
  g_autofree char *stem = make_stem (label);

  for (int i = 1;; i++)
    {
      g_autofree char *code = i == 1 ? g_strdup (stem) : g_strdup_printf ("%s-%d", stem, i);
      g_autofree char *taken = g_strdup_printf ("%d/%s", (int) table, code);

      if (!is_ours (self, table, code) || g_hash_table_contains (self->taken, taken))
        continue;
      g_hash_table_add (self->taken, g_steal_pointer (&taken));
      return g_steal_pointer (&code);
    }
}

/* Adds the row, or makes the one with its key the same. Empty cells of the table's own columns leave what is
 * there. */
static void
put (Writer *self, PlwTableId table, const char *key, const PlwBudgetRow *row, PlwValue *values)
{
  g_autofree char *place = plw_budget_place (self->budget, row->number, SIZE_MAX);
  size_t n_own = plw_schema_table (table)->n_columns;
  size_t index;

  values[plw_schema_imported_column (table)] = plw_value_text (place);
  if (!plw_plan_find_key (self->plan, table, key, &index))
    {
      plw_plan_append (self->plan, table, values, plw_plan_n_columns (self->plan, table));
      self->is_new = true;
      return;
    }

  for (size_t i = 0; i < plw_plan_n_columns (self->plan, table); i++)
    if ((values[i].is_set || i >= n_own)
        && !plw_value_equal (plw_plan_column_type (self->plan, table, i),
                             plw_plan_get (self->plan, table, index, i), values[i]))
      {
        plw_plan_set (self->plan, table, index, i, values[i]);
        self->is_changed = true;
      }
}

static PlwValue *
make_values (const Writer *self, PlwTableId table)
{
  return g_new0 (PlwValue, plw_plan_n_columns (self->plan, table));
}

static bool
find_plan_year (const Writer *self, PlwTableId table, size_t column, size_t *ret_column)
{
  int year = plw_budget_column (self->budget, column)->year;

  if (year <= self->base_year || year > self->base_year + (int) plw_plan_n_years (self->plan))
    return false;

  *ret_column = plw_plan_year_column (self->plan, table, year);
  return true;
}

static char *
put_line (Writer *self, const PlwBudgetRow *row, const char *name)
{
  g_autofree PlwValue *values = make_values (self, PLW_TABLE_LINES);
  char *code = make_code (self, PLW_TABLE_LINES, row->label);

  values[PLW_LINES_CODE] = plw_value_text (code);
  values[PLW_LINES_NAME] = plw_value_text (name);
  put (self, PLW_TABLE_LINES, code, row, values);
  return code;
}

static char *
put_cost (Writer *self, const PlwBudgetRow *row, const char *line, const char *element, int64_t base)
{
  g_autofree PlwValue *values = make_values (self, PLW_TABLE_COSTS);
  char *key = g_strdup_printf ("%s/%s", line, element);

  values[PLW_COSTS_LINE] = plw_value_text (line);
  values[PLW_COSTS_ELEMENT] = plw_value_text (element);
  values[PLW_COSTS_KIND] = plw_value_number (base < 0 ? PLW_COST_INCOME : PLW_COST_OTHER);
  values[PLW_COSTS_BASE] = plw_value_number (ABS (base));
  values[PLW_COSTS_STANDING] = plw_value_number (PLW_STANDING_PUBLISHED);
  put (self, PLW_TABLE_COSTS, key, row, values);
  return key;
}

static PlwChangeKind
find_change_kind (const PlwBudgetRow *row, int64_t sum)
{
  switch (row->means == PLW_MEANS_MOVEMENT ? row->kind : PLW_BUDGET_SERVICE)
    {
    case PLW_BUDGET_SAVING:
      return PLW_CHANGE_SAVING;
    case PLW_BUDGET_INCOME:
      return PLW_CHANGE_INCOME;
    case PLW_BUDGET_GROWTH:
      return PLW_CHANGE_GROWTH;
    case PLW_BUDGET_PRESSURE:
      return PLW_CHANGE_PRESSURE;
    default:
      return sum < 0 ? PLW_CHANGE_SAVING : PLW_CHANGE_PRESSURE;
    }
}

/* @amounts: what is added to the need in each year of the table; @has: whether it is known */
static char *
put_change (Writer *self, const PlwBudgetRow *row, const char *line, const int64_t *amounts, const bool *has)
{
  g_autofree PlwValue *values = make_values (self, PLW_TABLE_CHANGES);
  int64_t sum = 0;
  size_t column;

  for (size_t i = 0; i < self->budget->n_years; i++)
    sum += has[i] ? amounts[i] : 0;

  PlwChangeKind kind = find_change_kind (row, sum);
  int sign = kind == PLW_CHANGE_SAVING || kind == PLW_CHANGE_INCOME ? -1 : 1;
  bool is_any = false;

  for (size_t i = 0; i < self->budget->n_years; i++)
    if (has[i] && find_plan_year (self, PLW_TABLE_CHANGES, i, &column))
      {
        values[column] = plw_value_number (sign * amounts[i]);
        is_any |= amounts[i] != 0;
      }

  char *code = make_code (self, PLW_TABLE_CHANGES, row->label);
  size_t index;

  if (!is_any && !plw_plan_find_key (self->plan, PLW_TABLE_CHANGES, code, &index))
    {
      g_free (code);
      return NULL;
    }
  values[PLW_CHANGES_CODE] = plw_value_text (code);
  values[PLW_CHANGES_LINE] = plw_value_text (line);
  values[PLW_CHANGES_NAME] = plw_value_text (row->label);
  values[PLW_CHANGES_KIND] = plw_value_number (kind);
  values[PLW_CHANGES_BASIS] = plw_value_number (PLW_CHANGE_ONGOING);
  values[PLW_CHANGES_STANDING] = plw_value_number (PLW_STANDING_PUBLISHED);
  put (self, PLW_TABLE_CHANGES, code, row, values);
  return code;
}

/* What the row takes or brings in a year, above 0; in movements, beyond the base year. */
static bool
get_part (const Writer *self, const PlwBudgetRow *row, size_t column, bool is_brought, int64_t *ret_pence)
{
  int64_t base = 0;
  int64_t pence;

  if (!plw_budget_spending (self->budget, row, column, &pence)
      || (self->budget->shape == PLW_BUDGET_MOVEMENTS && self->base != SIZE_MAX
          && !plw_budget_spending (self->budget, row, self->base, &base)))
    return false;

  pence -= base;
  *ret_pence = is_brought ? MAX (-pence, 0) : MAX (pence, 0);
  return true;
}

static bool
has_part (const Writer *self, const PlwBudgetRow *row, bool is_brought)
{
  int64_t pence;

  for (size_t i = 0; i < self->budget->n_years; i++)
    if (plw_budget_column (self->budget, i)->year >= self->base_year + (is_brought ? 1 : 0)
        && get_part (self, row, i, is_brought, &pence) && pence != 0)
      return true;

  return false;
}

/* The table says nothing of the base year: the budget of its first year stands for it. */
static bool
get_base (const Writer *self, const PlwBudgetRow *row, int64_t *ret_pence)
{
  if (self->budget->shape == PLW_BUDGET_MOVEMENTS)
    return false;

  return get_part (self, row, self->base != SIZE_MAX && row->means != PLW_MEANS_OPENING ? self->base : 0,
                   false, ret_pence);
}

static void
write_taken (Writer *self, PlwBudgetRow *row)
{
  const PlwBudget *budget = self->budget;
  g_autofree char *name =
      plw_budget_is_income (row) ? g_strdup_printf (_ ("%s: deficit"), row->label) : g_strdup (row->label);
  g_autofree char *line = put_line (self, row, name);
  g_autofree int64_t *amounts = g_new0 (int64_t, budget->n_years);
  g_autofree bool *has = g_new0 (bool, budget->n_years);
  int64_t known = 0;
  bool has_base = get_base (self, row, &known);

  if (has_base)
    row->cost = put_cost (self, row, line, ELEMENT, known);
  else if (budget->shape != PLW_BUDGET_MOVEMENTS)
    warn (self, row, self->base, g_strdup (_ ("the base year's figure is missing and was left out")),
          g_strdup (_ ("put it in, or say that empty cells are nothing")));

  for (size_t i = 0; i < budget->n_years && row->means != PLW_MEANS_OPENING; i++)
    {
      int64_t pence;

      if (plw_budget_column (budget, i)->year <= self->base_year)
        continue;
      if (!get_part (self, row, i, false, &pence))
        {
          warn (self, row, i, g_strdup (_ ("the figure is missing, so no change was taken")),
                g_strdup (_ ("put it in, or say that empty cells are nothing")));
          continue;
        }
      amounts[i] = pence - known;
      has[i] = true;
      known = pence;
    }
  if (row->means != PLW_MEANS_OPENING)
    row->change = put_change (self, row, line, amounts, has);
  if (row->means == PLW_MEANS_OPENING || row->role == PLW_BUDGET_BASE)
    {
      g_free (self->host);
      self->host = g_strdup (line);
      self->has_host_base = has_base;
    }
}

static void
write_brought (Writer *self, PlwBudgetRow *row)
{
  g_autofree PlwValue *values = make_values (self, PLW_TABLE_POTS);
  g_autofree char *name =
      plw_budget_is_income (row) ? g_strdup (row->label) : g_strdup_printf (_ ("%s: net income"), row->label);
  size_t column;
  int64_t pence;

  for (size_t i = 0; i < self->budget->n_years; i++)
    if (!find_plan_year (self, PLW_TABLE_POTS, i, &column))
      continue;
    else if (get_part (self, row, i, true, &pence))
      values[column] = plw_value_number (pence);
    else
      warn (self, row, i, g_strdup (_ ("the figure is missing and stays so in the pot")),
            g_strdup (_ ("put it in once it is known")));

  row->pot = make_code (self, PLW_TABLE_POTS, row->label);
  values[PLW_POTS_CODE] = plw_value_text (row->pot);
  values[PLW_POTS_NAME] = plw_value_text (name);
  values[PLW_POTS_KIND] = plw_value_number (PLW_POT_REVENUE);
  values[PLW_POTS_BASIS] = plw_value_number (PLW_POT_PROFILE);
  if (row->kind == PLW_BUDGET_RESERVE)
    values[PLW_POTS_UNSPENT] = plw_value_text ("keep");
  values[PLW_POTS_STANDING] = plw_value_number (PLW_STANDING_PUBLISHED);
  put (self, PLW_TABLE_POTS, row->pot, row, values);
}

static void
write_project (Writer *self, PlwBudgetRow *row)
{
  g_autofree PlwValue *values = make_values (self, PLW_TABLE_PROJECTS);
  g_autofree char *name =
      row->part != NULL ? g_strdup_printf ("%s, %s", row->label, row->part) : g_strdup (row->label);
  size_t column;
  int64_t pence;

  for (size_t i = 0; i < self->budget->n_years; i++)
    if (!plw_budget_spending (self->budget, row, i, &pence))
      continue;
    else if (find_plan_year (self, PLW_TABLE_PROJECTS, i, &column))
      values[column] = plw_value_number (pence);
    else if (pence != 0)
      warn (self, row, i, g_strdup (_ ("the year is not one of the plan's and was left out")), NULL);

  row->project = make_code (self, PLW_TABLE_PROJECTS, row->label);
  values[PLW_PROJECTS_CODE] = plw_value_text (row->project);
  values[PLW_PROJECTS_NAME] = plw_value_text (name);
  values[PLW_PROJECTS_STANDING] = plw_value_number (PLW_STANDING_PUBLISHED);
  put (self, PLW_TABLE_PROJECTS, row->project, row, values);
}

/* A line of the plan with the row's name: a table of movements seldom says what they start from. */
static char *
find_line (const Writer *self, const PlwBudgetRow *row)
{
  g_autofree char *stem = make_stem (row->label);
  size_t index;

  if (plw_plan_find_key (self->plan, PLW_TABLE_LINES, stem, &index))
    return g_strdup (stem);
  for (size_t i = 0; i < plw_plan_n_rows (self->plan, PLW_TABLE_LINES); i++)
    if (g_ascii_strcasecmp (plw_plan_name (self->plan, PLW_TABLE_LINES, i), row->label) == 0)
      return g_strdup (plw_plan_text (self->plan, PLW_TABLE_LINES, i, PLW_LINES_CODE));

  return NULL;
}

/* The line that a change is on: of a service its own, else the table's base or the one that was named. */
static char *
find_host (Writer *self, const PlwBudgetRow *row)
{
  if (row->kind == PLW_BUDGET_SERVICE)
    {
      char *line = find_line (self, row);

      if (line != NULL)
        return line;
      warn (self, row, SIZE_MAX, g_strdup (_ ("the table has no base budget for it, only changes")),
            g_strdup (_ ("put the base budget in as a cost element of its line")));
      return put_line (self, row, row->label);
    }
  if (self->budget->options.line != NULL)
    return g_strdup (self->budget->options.line);
  if (self->host == NULL)
    {
      PlwBudgetRow host = *row;

      host.label = self->budget->source->name;
      self->host = put_line (self, &host, host.label);
      warn (self, row, SIZE_MAX, g_strdup (_ ("no service is named, so a line of its own takes the changes")),
            g_strdup (_ ("say which line of the plan they are on")));
    }

  return g_strdup (self->host);
}

static void
write_movement (Writer *self, PlwBudgetRow *row)
{
  const PlwBudget *budget = self->budget;
  g_autofree char *line = find_host (self, row);
  g_autofree int64_t *amounts = g_new0 (int64_t, budget->n_years);
  g_autofree bool *has = g_new0 (bool, budget->n_years);
  int64_t made = 0;

  for (size_t i = 0; i < budget->n_years; i++)
    {
      const PlwBudgetCell *cell = &row->cells[i];
      bool is_known = plw_budget_is_figure (cell)
                      && plw_budget_to_pence (budget, (__int128) cell->value * row->sign, &amounts[i]);

      has[i] = is_known && plw_budget_column (budget, i)->year > self->base_year;
      if (is_known && !has[i])
        made += amounts[i];
      if (!is_known)
        warn (self, row, i, g_strdup (_ ("the figure is missing, so no change was taken")),
              g_strdup (_ ("put it in, or say that empty cells are nothing")));
    }

  if (made != 0 && self->has_host_base && g_strcmp0 (line, self->host) == 0)
    {
      g_autofree char *element = make_stem (row->label);

      row->made = put_cost (self, row, line, element, made);
    }
  row->change = put_change (self, row, line, amounts, has);
}

void
plw_budget_write_row (Writer *self, PlwBudgetRow *row)
{
  bool is_flow =
      row->means == PLW_MEANS_MOVEMENT && row->kind != PLW_BUDGET_FUNDING && row->kind != PLW_BUDGET_RESERVE;

  self->is_new = self->is_changed = false;
  if (self->budget->shape == PLW_BUDGET_CAPITAL)
    write_project (self, row);
  else if (is_flow)
    write_movement (self, row);
  else
    {
      bool takes = has_part (self, row, false);
      bool brings = has_part (self, row, true);

      if (takes || (!plw_budget_is_income (row) && !brings))
        write_taken (self, row);
      if (brings || (plw_budget_is_income (row) && !takes))
        write_brought (self, row);
    }

  self->counts->n_rows++;
  self->counts->n_inserted += self->is_new;
  self->counts->n_updated += !self->is_new && self->is_changed;
  self->counts->n_unchanged += !self->is_new && !self->is_changed;
}
