/* import-return.c: service lines with their base budgets from a revenue return.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/return.h>

#include "base/i18n.h"
#include "exchange/import-private.h"
#include "plan/plan-private.h"

#include <string.h>

/* Returns are in thousands of pounds. */
#define PENCE_IN_UNIT 100000

typedef enum
{
  COLUMN_COUNCIL,
  COLUMN_CODE,
  COLUMN_FORM,
  COLUMN_LINE,
  COLUMN_MEASURE,
  COLUMN_AMOUNT,
  N_COLUMNS,
} Column;

static const char *const column_names[N_COLUMNS] = { "council",      "ons_code", "form",
                                                     "service_line", "measure",  "gbp_k" };

typedef enum
{
  MEASURE_PAY,
  MEASURE_RUNNING,
  MEASURE_FEES,
  MEASURE_OTHER_INCOME,
  N_ELEMENTS,
  MEASURE_EXPENDITURE = N_ELEMENTS,
  MEASURE_INCOME,
  MEASURE_NET,
  N_MEASURES,
} Measure;

static const struct
{
  const char *name;
  const char *element;
  PlwCostKind kind;
} measures[N_MEASURES] = {
  [MEASURE_PAY] = { "employees", "pay", PLW_COST_PAY },
  [MEASURE_RUNNING] = { "running_expenses", "running", PLW_COST_OTHER },
  [MEASURE_FEES] = { "sales_fees_charges", "fees", PLW_COST_INCOME },
  [MEASURE_OTHER_INCOME] = { "other_income", "other-income", PLW_COST_INCOME },
  [MEASURE_EXPENDITURE] = { "total_expenditure", NULL, PLW_COST_OTHER },
  [MEASURE_INCOME] = { "total_income", NULL, PLW_COST_OTHER },
  [MEASURE_NET] = { "net_current_expenditure", NULL, PLW_COST_OTHER },
};

typedef struct
{
  const char *council; /* borrowed from the source, as all texts here */
  const char *council_code;
  const char *name;
  char *code;
  size_t row; /* the first of the line in the source */
  bool is_total;
  int64_t amounts[N_MEASURES];
  bool has[N_MEASURES];
} Line;

typedef struct
{
  PlwImport *source;
  size_t columns[N_COLUMNS];
  const char *form;
  const char *const *councils;
  PlwPlan *plan; /* owned: a copy to try the edit on */
  PlwEdit *edit;
  PlwProblems *problems;
  GPtrArray *lines;
  PlwRowId next[PLW_N_TABLES];
  size_t n_inserted[PLW_N_TABLES];
  GHashTable *partners;
} Reader;

static void
free_line (void *data)
{
  Line *line = data;

  g_free (line->code);
  g_free (line);
}

static bool
find_columns (Reader *self, GError **error)
{
  for (Column column = 0; column < N_COLUMNS; column++)
    {
      self->columns[column] = SIZE_MAX;
      for (size_t i = 0; i < plw_import_n_columns (self->source); i++)
        if (g_ascii_strcasecmp (plw_import_heading (self->source, i), column_names[column]) == 0)
          self->columns[column] = i;
      if (self->columns[column] == SIZE_MAX)
        {
          g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT,
                       _ ("“%s” is not a revenue return: it has no column %s"), self->source->name,
                       column_names[column]);
          return false;
        }
    }

  return true;
}

static const char *
get_text (const Reader *self, size_t row, Column column)
{
  return plw_import_cell (self->source, row, self->columns[column]);
}

static void
add_problem (Reader *self, PlwSeverity severity, size_t row, const char *key, char *what, char *remedy)
{
  plw_problems_add (self->problems, severity, NULL, 0, key, NULL, what, remedy);
  plw_problems_set_place (self->problems, plw_import_row_place (self->source, row));
}

/* The line a row is of: the last of the council, or a new one. */
static Line *
get_line (Reader *self, size_t row)
{
  const char *code = get_text (self, row, COLUMN_CODE);
  const char *name = get_text (self, row, COLUMN_LINE);
  Line *last = self->lines->len > 0 ? g_ptr_array_index (self->lines, self->lines->len - 1) : NULL;
  size_t place = 1;

  if (last != NULL && strcmp (last->council_code, code) == 0 && strcmp (last->name, name) == 0)
    return last;

  for (size_t i = 0; i < self->lines->len; i++)
    place += strcmp (((Line *) g_ptr_array_index (self->lines, i))->council_code, code) == 0;

  g_autofree char *lower = g_utf8_strdown (name, -1);
  Line *line = g_new0 (Line, 1);

  line->council = get_text (self, row, COLUMN_COUNCIL);
  line->council_code = code;
  line->name = name;
  line->code = g_strdup_printf ("%s.%s.%02zu", code, self->form, place);
  line->row = plw_import_row (self->source, self->source->header + 1 + row)->number;
  line->is_total = strstr (lower, "total") != NULL;
  g_ptr_array_add (self->lines, line);
  return line;
}

static void
take_row (Reader *self, size_t row)
{
  Line *line = get_line (self, row);
  const char *text = get_text (self, row, COLUMN_AMOUNT);
  size_t number = plw_import_row (self->source, self->source->header + 1 + row)->number;
  int64_t billionths;

  for (Measure i = 0; i < N_MEASURES; i++)
    if (strcmp (measures[i].name, get_text (self, row, COLUMN_MEASURE)) == 0)
      {
        if (text[0] == '\0' || plw_import_is_missing (text))
          add_problem (self, PLW_SEVERITY_WARNING, number, line->code,
                       g_strdup_printf (_ ("%s is missing and not taken as 0"), measures[i].name), NULL);
        else if (!plw_decimal_parse (text, PLW_PARSE_STRICT, &billionths, NULL)
                 || billionths % (PLW_DECIMAL_ONE / PENCE_IN_UNIT) != 0
                 || ABS (billionths) > PLW_PENCE_MAX * (PLW_DECIMAL_ONE / PENCE_IN_UNIT))
          add_problem (self, PLW_SEVERITY_ERROR, number, line->code,
                       g_strdup_printf (_ ("“%s” is not an amount in thousands of pounds"), text),
                       g_strdup (_ ("write a number such as 1250 or 0.75")));
        else
          {
            line->amounts[i] = billionths / (PLW_DECIMAL_ONE / PENCE_IN_UNIT);
            line->has[i] = true;
          }
      }
}

static void
compare (Reader *self, const Line *line, Measure whole, int64_t parts)
{
  if (!line->has[whole] || line->amounts[whole] == parts)
    return;

  g_autofree char *said = plw_pence_show_exact (line->amounts[whole]);
  g_autofree char *found = plw_pence_show_exact (parts);

  add_problem (self, PLW_SEVERITY_WARNING, line->row, line->code,
               g_strdup_printf (_ ("%s is %s and its parts add up to %s"), measures[whole].name, said, found),
               g_strdup (_ ("the parts were taken; ask the council which is right")));
}

static void
check_line (Reader *self, const Line *line)
{
  const int64_t *amounts = line->amounts;

  compare (self, line, MEASURE_EXPENDITURE, amounts[MEASURE_PAY] + amounts[MEASURE_RUNNING]);
  compare (self, line, MEASURE_INCOME, amounts[MEASURE_FEES] + amounts[MEASURE_OTHER_INCOME]);
}

/* The last line of a council's form is its total. Totals in between are of parts of the form. */
static void
check_total (Reader *self, const Line *total)
{
  int64_t sums[N_MEASURES] = { 0 };

  for (size_t i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);

      for (Measure j = 0; j < N_MEASURES && strcmp (line->council_code, total->council_code) == 0; j++)
        sums[j] += line->is_total ? 0 : line->amounts[j];
    }

  compare (self, total, MEASURE_EXPENDITURE, sums[MEASURE_EXPENDITURE]);
  compare (self, total, MEASURE_NET, sums[MEASURE_NET]);
}

/* Adds a row with this key, or changes what is there. */
static void
put (Reader *self, PlwTableId table, const char *key, PlwValue *values, size_t row)
{
  size_t imported = plw_schema_imported_column (table);
  g_autofree char *place = plw_import_row_place (self->source, row);
  size_t index;

  values[imported] = plw_value_text (place);
  if (plw_plan_find_key (self->plan, table, key, &index))
    {
      for (size_t i = 0; i < plw_schema_table (table)->n_columns; i++)
        if (values[i].is_set)
          plw_edit_set_cell (self->edit, self->plan, table, index, i, values[i]);
      return;
    }

  const PlwStep step = {
    .kind = PLW_STEP_INSERT,
    .table = table,
    .row = self->next[table]++,
    .position = plw_plan_n_rows (self->plan, table) + self->n_inserted[table]++,
    .cells = values,
    .n_cells = plw_schema_table (table)->n_columns,
  };

  plw_edit_add_step (self->edit, &step);
}

static void
put_partner (Reader *self, const Line *line)
{
  PlwValue values[PLW_PARTNERS_N_COLUMNS] = { 0 };
  size_t row;

  if (!g_hash_table_add (self->partners, (gpointer) line->council_code)
      || plw_plan_find_key (self->plan, PLW_TABLE_PARTNERS, line->council_code, &row))
    return;

  values[PLW_PARTNERS_CODE] = plw_value_text (line->council_code);
  values[PLW_PARTNERS_NAME] = plw_value_text (line->council);
  put (self, PLW_TABLE_PARTNERS, line->council_code, values, line->row);
}

static void
put_line (Reader *self, const Line *line)
{
  PlwValue values[PLW_LINES_N_COLUMNS] = { 0 };
  g_autofree char *name = g_strdup_printf ("%s: %s", line->council, line->name);
  g_autofree char *return_line = g_strdup_printf ("%s: %s", self->form, line->name);

  values[PLW_LINES_CODE] = plw_value_text (line->code);
  values[PLW_LINES_NAME] = plw_value_text (name);
  values[PLW_LINES_PARTNER] = plw_value_text (line->council_code);
  values[PLW_LINES_RETURN_LINE] = plw_value_text (return_line);
  put (self, PLW_TABLE_LINES, line->code, values, line->row);

  for (Measure i = 0; i < N_ELEMENTS; i++)
    {
      PlwValue cost[PLW_COSTS_N_COLUMNS] = { 0 };
      g_autofree char *key = g_strdup_printf ("%s/%s", line->code, measures[i].element);
      size_t row;

      /* Nothing is not written down, but takes the place of something. */
      if (!line->has[i]
          || (line->amounts[i] == 0 && !plw_plan_find_key (self->plan, PLW_TABLE_COSTS, key, &row)))
        continue;
      cost[PLW_COSTS_LINE] = plw_value_text (line->code);
      cost[PLW_COSTS_ELEMENT] = plw_value_text (measures[i].element);
      cost[PLW_COSTS_KIND] = plw_value_number (measures[i].kind);
      cost[PLW_COSTS_BASE] = plw_value_number (line->amounts[i]);
      cost[PLW_COSTS_STANDING] = plw_value_number (PLW_STANDING_PUBLISHED);
      put (self, PLW_TABLE_COSTS, key, cost, line->row);
    }
}

static bool
is_nothing (const Line *line)
{
  for (Measure i = 0; i < N_ELEMENTS; i++)
    if (line->amounts[i] != 0)
      return false;

  return true;
}

static bool
is_wanted (const Reader *self, size_t row)
{
  return strcmp (get_text (self, row, COLUMN_FORM), self->form) == 0
         && (g_strv_contains (self->councils, get_text (self, row, COLUMN_COUNCIL))
             || g_strv_contains (self->councils, get_text (self, row, COLUMN_CODE)));
}

static void
put_lines (Reader *self, PlwImportCounts *counts)
{
  for (size_t i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);
      const Line *next = i + 1 < self->lines->len ? g_ptr_array_index (self->lines, i + 1) : NULL;
      size_t row;
      bool is_known = plw_plan_find_key (self->plan, PLW_TABLE_LINES, line->code, &row);

      check_line (self, line);
      if (line->is_total && (next == NULL || strcmp (next->council_code, line->council_code) != 0))
        check_total (self, line);
      if (line->is_total || (is_nothing (line) && !is_known))
        {
          counts->n_left_out++;
          continue;
        }

      size_t n_before = plw_edit_n_steps (self->edit);

      put_partner (self, line);
      put_line (self, line);
      counts->n_rows++;
      counts->n_inserted += !is_known;
      counts->n_updated += is_known && plw_edit_n_steps (self->edit) > n_before;
      counts->n_unchanged += is_known && plw_edit_n_steps (self->edit) == n_before;
    }
}

/* A council that was asked for and is not in the return is most likely misspelt. */
static void
check_councils (Reader *self)
{
  for (size_t i = 0; self->councils[i] != NULL; i++)
    {
      bool is_there = false;

      for (size_t j = 0; j < self->lines->len; j++)
        {
          const Line *line = g_ptr_array_index (self->lines, j);

          is_there |= strcmp (line->council, self->councils[i]) == 0
                      || strcmp (line->council_code, self->councils[i]) == 0;
        }
      if (!is_there)
        {
          plw_problems_add (
              self->problems, PLW_SEVERITY_ERROR, NULL, 0, NULL, NULL,
              g_strdup_printf (_ ("there is no council “%s” on form %s"), self->councils[i], self->form),
              g_strdup (_ ("write its name or code as the return does")));
          plw_problems_set_place (self->problems, g_strdup (self->source->name));
        }
    }
}

static bool
run (Reader *self, PlwImportCounts *counts, GError **error)
{
  size_t n_before = plw_problems_count (self->problems, PLW_SEVERITY_ERROR);

  if (!find_columns (self, error))
    return false;

  for (size_t row = 0; row < plw_import_n_rows (self->source); row++)
    if (is_wanted (self, row))
      take_row (self, row);
  check_councils (self);
  if (plw_problems_count (self->problems, PLW_SEVERITY_ERROR) == n_before)
    {
      put_lines (self, counts);
      if (!plw_plan_apply (self->plan, self->edit, error))
        return false;
      (void) plw_plan_check (self->plan, self->problems);
    }

  size_t n = plw_problems_count (self->problems, PLW_SEVERITY_ERROR) - n_before;

  if (n == 0)
    return true;
  g_set_error (error, PLW_ERROR, PLW_ERROR_PLAN,
               ngettext ("Nothing was taken from “%s”: it has %zu error",
                         "Nothing was taken from “%s”: it has %zu errors", n),
               self->source->name, n);
  return false;
}

PlwEdit *
plw_return_run (const char *path,
                const PlwPlan *plan,
                const char *form,
                const char *const *councils,
                PlwProblems *problems,
                PlwImportCounts *ret_counts,
                GError **error)
{
  g_return_val_if_fail (path != NULL && plan != NULL && form != NULL && councils != NULL, NULL);
  g_return_val_if_fail (problems != NULL && ret_counts != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (PlwImport) source = plw_import_open (path, error);

  if (source == NULL)
    return NULL;

  g_autofree char *name = g_strdup_printf (_ ("Import from %s"), source->name);
  g_autoptr (PlwPlan) copy = plw_plan_copy (plan);
  g_autoptr (PlwEdit) edit = plw_edit_new (name);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (free_line);
  g_autoptr (GHashTable) partners = g_hash_table_new (g_str_hash, g_str_equal);
  Reader self = {
    .source = source,
    .form = form,
    .councils = councils,
    .plan = copy,
    .edit = edit,
    .problems = problems,
    .lines = lines,
    .partners = partners,
  };

  *ret_counts = (PlwImportCounts){ 0 };
  for (size_t i = 0; i < PLW_N_TABLES; i++)
    self.next[i] = plw_plan_next_id (plan, (PlwTableId) i);

  return run (&self, ret_counts, error) ? g_steal_pointer (&edit) : NULL;
}
