/* import-return.c: service lines with their base budgets from a revenue return.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/reference.h>

#include "base/i18n.h"
#include "exchange/return-private.h"
#include "plan/plan-private.h"

#include <string.h>

static const struct
{
  const char *element;
  PlwCostKind kind;
} elements[PLW_RETURN_N_ELEMENTS] = {
  [PLW_RETURN_PAY] = { "pay", PLW_COST_PAY },
  [PLW_RETURN_RUNNING] = { "running", PLW_COST_OTHER },
  [PLW_RETURN_FEES] = { "fees", PLW_COST_INCOME },
  [PLW_RETURN_OTHER_INCOME] = { "other-income", PLW_COST_INCOME },
};

typedef struct
{
  PlwReturn source;
  PlwPlan *plan; /* owned: a copy to try the edit on */
  PlwEdit *edit;
  PlwRowId next[PLW_N_TABLES];
  size_t n_inserted[PLW_N_TABLES];
  GHashTable *partners;
  int64_t index_from; /* amounts are raised by the second over the first */
  int64_t index_to;
} Reader;

static void
free_line (void *data)
{
  PlwReturnLine *line = data;

  g_free (line->code);
  g_free (line->title);
  g_free (line->notes);
  g_free (line);
}

/* Adds a row with this key, or changes what is there. */
static void
put (Reader *self, PlwTableId table, const char *key, PlwValue *values, size_t row)
{
  size_t imported = plw_schema_imported_column (table);
  g_autofree char *place = plw_import_row_place (self->source.source, row);
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
put_partner (Reader *self, const PlwReturnLine *line)
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

static char *
get_return_line (const Reader *self, const PlwReturnLine *line)
{
  return g_strdup_printf ("%s: %s", self->source.options->form, line->name);
}

/* A line of the council that has this line of the return already, whatever its code. */
static void
use_known_code (const Reader *self, PlwReturnLine *line)
{
  g_autofree char *return_line = get_return_line (self, line);

  for (size_t i = 0; i < plw_plan_n_rows (self->plan, PLW_TABLE_LINES); i++)
    if (strcmp (plw_plan_text (self->plan, PLW_TABLE_LINES, i, PLW_LINES_RETURN_LINE), return_line) == 0
        && strcmp (plw_plan_text (self->plan, PLW_TABLE_LINES, i, PLW_LINES_PARTNER), line->council_code)
               == 0)
      {
        g_free (line->code);
        line->code = g_strdup (plw_plan_text (self->plan, PLW_TABLE_LINES, i, PLW_LINES_CODE));
        return;
      }
}

static void
put_cost (Reader *self, const PlwReturnLine *line, const char *element, PlwCostKind kind, int64_t amount)
{
  PlwValue cost[PLW_COSTS_N_COLUMNS] = { 0 };
  g_autofree char *key = g_strdup_printf ("%s/%s", line->code, element);
  g_autofree char *published = plw_pence_show_exact (amount);
  g_autofree char *raised = NULL;
  g_autofree char *notes = NULL;
  bool is_derived = self->index_from != self->index_to || line->notes != NULL;
  bool is_raised = self->index_from != self->index_to;
  __int128 product = (__int128) amount * self->index_to;
  size_t row;

  /* Nothing is not written down, but takes the place of something. */
  if (amount == 0 && !plw_plan_find_key (self->plan, PLW_TABLE_COSTS, key, &row))
    return;
  if (product > (__int128) PLW_PENCE_MAX * self->index_from)
    {
      plw_return_add_problem (&self->source, PLW_SEVERITY_ERROR, line->row, key,
                              g_strdup (_ ("the amount is too large once it is raised")),
                              g_strdup (_ ("look at the values of price_index")));
      return;
    }
  if (is_raised)
    raised = g_strdup_printf (_ ("%s at the prices of %s"), published, plw_year_name (self->source.year));
  notes = line->notes != NULL && is_raised ? g_strdup_printf ("%s; %s", line->notes, raised)
                                           : g_strdup (is_raised ? raised : line->notes);

  cost[PLW_COSTS_LINE] = plw_value_text (line->code);
  cost[PLW_COSTS_ELEMENT] = plw_value_text (element);
  cost[PLW_COSTS_KIND] = plw_value_number (kind);
  cost[PLW_COSTS_BASE] = plw_value_number (plw_divide_round (product, self->index_from));
  cost[PLW_COSTS_STANDING] = plw_value_number (is_derived ? PLW_STANDING_DERIVED : PLW_STANDING_PUBLISHED);
  if (is_derived)
    cost[PLW_COSTS_NOTES] = plw_value_text (notes);
  put (self, PLW_TABLE_COSTS, key, cost, line->row);
}

static bool
has_elements (const PlwReturnLine *line)
{
  for (PlwReturnMeasure i = 0; i < PLW_RETURN_N_ELEMENTS; i++)
    if (line->has[i])
      return true;

  return false;
}

static void
put_line (Reader *self, const PlwReturnLine *line)
{
  PlwValue values[PLW_LINES_N_COLUMNS] = { 0 };
  g_autofree char *name =
      g_strdup_printf ("%s: %s", line->council, line->title != NULL ? line->title : line->name);
  g_autofree char *return_line = get_return_line (self, line);
  int64_t net = line->amounts[PLW_RETURN_NET];

  values[PLW_LINES_CODE] = plw_value_text (line->code);
  values[PLW_LINES_NAME] = plw_value_text (name);
  values[PLW_LINES_PARTNER] = plw_value_text (line->council_code);
  values[PLW_LINES_RETURN_LINE] = plw_value_text (return_line);
  put (self, PLW_TABLE_LINES, line->code, values, line->row);

  for (PlwReturnMeasure i = 0; i < PLW_RETURN_N_ELEMENTS; i++)
    if (line->has[i])
      put_cost (self, line, elements[i].element, elements[i].kind, line->amounts[i]);
  if (!has_elements (line) && line->has[PLW_RETURN_NET])
    put_cost (self, line, "net", net < 0 ? PLW_COST_INCOME : PLW_COST_OTHER, ABS (net));
}

static bool
is_nothing (const PlwReturnLine *line)
{
  for (PlwReturnMeasure i = 0; i < PLW_RETURN_N_ELEMENTS; i++)
    if (line->amounts[i] != 0)
      return false;

  return has_elements (line) || line->amounts[PLW_RETURN_NET] == 0;
}

static void
put_lines (Reader *self, PlwImportCounts *counts)
{
  for (size_t i = 0; i < self->source.lines->len; i++)
    {
      PlwReturnLine *line = g_ptr_array_index (self->source.lines, i);
      size_t row;

      use_known_code (self, line);

      bool is_known = plw_plan_find_key (self->plan, PLW_TABLE_LINES, line->code, &row);

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
check_councils (PlwReturn *self)
{
  for (size_t i = 0; self->options->councils[i] != NULL; i++)
    {
      bool is_there = false;

      for (size_t j = 0; j < self->lines->len; j++)
        {
          const PlwReturnLine *line = g_ptr_array_index (self->lines, j);

          is_there |= g_pattern_match_simple (self->options->councils[i], line->council)
                      || g_pattern_match_simple (self->options->councils[i], line->council_code);
        }
      if (!is_there)
        plw_return_add_problem (self, PLW_SEVERITY_ERROR, 0, NULL,
                                g_strdup_printf (_ ("there is no council “%s” on form %s"),
                                                 self->options->councils[i], self->options->form),
                                g_strdup (_ ("write its name or code as the return does")));
    }
}

/* Says which year's prices the amounts have, and raises them where that was asked for. */
static void
check_prices (Reader *self)
{
  PlwReturn *source = &self->source;
  int base = plw_plan_base_year (self->plan);

  self->index_from = self->index_to = 1;
  if (source->year == 0)
    {
      plw_return_add_problem (source, source->options->is_uprated ? PLW_SEVERITY_ERROR : PLW_SEVERITY_WARNING,
                              0, NULL, g_strdup (_ ("nothing says which year the return is of")),
                              g_strdup (_ ("say the year, so that its prices are known")));
      return;
    }
  g_string_append_printf (source->report, _ ("The return is of %s.\n"), plw_year_name (source->year));
  if (source->year == base || base == 0)
    return;
  if (!source->options->is_uprated)
    plw_return_add_problem (
        source, PLW_SEVERITY_WARNING, 0, NULL,
        g_strdup_printf (
            _ ("amounts are at the prices of %s and were not raised to those of the base year %s"),
            plw_year_name (source->year), plw_year_name (base)),
        g_strdup (_ ("ask for them to be raised, or raise them yourself")));
  else if (!plw_reference_price_ratio (self->plan, source->year, base, &self->index_from, &self->index_to))
    plw_return_add_problem (
        source, PLW_SEVERITY_ERROR, 0, NULL,
        g_strdup_printf (_ ("the price index does not have both %s and %s"), plw_year_name (source->year),
                         plw_year_name (base)),
        g_strdup (_ ("add the years to price_index, on the same base as its other years")));
  else
    g_string_append_printf (source->report,
                            _ ("Amounts were raised to the prices of %s by the price index.\n"),
                            plw_year_name (base));
}

static bool
run (Reader *self, const PlwPlan *before, PlwImportCounts *counts, GError **error)
{
  PlwProblems *problems = self->source.problems;
  size_t n_before = plw_problems_count (problems, PLW_SEVERITY_ERROR);

  if (!plw_return_read (&self->source, error))
    return false;

  check_councils (&self->source);
  check_prices (self);
  if (plw_problems_count (problems, PLW_SEVERITY_ERROR) == n_before)
    {
      plw_return_check_totals (&self->source);
      put_lines (self, counts);
      if (!plw_plan_apply (self->plan, self->edit, error))
        return false;
      plw_import_find_news (before, self->plan, problems);
    }

  return plw_import_found_no_error (self->source.source, problems, n_before, error);
}

PlwEdit *
plw_return_run (const char *path,
                const PlwPlan *plan,
                const PlwReturnOptions *options,
                PlwProblems *problems,
                PlwImportCounts *ret_counts,
                char **ret_report,
                GError **error)
{
  g_return_val_if_fail (path != NULL && plan != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->form != NULL && options->councils != NULL, NULL);
  g_return_val_if_fail (problems != NULL && ret_counts != NULL && ret_report != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  *ret_report = NULL;

  g_autoptr (PlwImport) source = plw_import_open (path, error);

  if (source == NULL)
    return NULL;

  g_autofree char *name = g_strdup_printf (_ ("Import from %s"), source->name);
  g_autoptr (PlwPlan) copy = plw_plan_copy (plan);
  g_autoptr (PlwEdit) edit = plw_edit_new (name);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (free_line);
  g_autoptr (GHashTable) partners = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) report = g_string_new (NULL);
  Reader self = {
    .source = { .source = source,
                .options = options,
                .plan = copy,
                .problems = problems,
                .lines = lines,
                .report = report },
    .plan = copy,
    .edit = edit,
    .partners = partners,
  };

  *ret_counts = (PlwImportCounts){ 0 };
  for (size_t i = 0; i < PLW_N_TABLES; i++)
    self.next[i] = plw_plan_next_id (plan, (PlwTableId) i);

  if (!run (&self, plan, ret_counts, error))
    return NULL;

  *ret_report = g_strdup (report->str);
  return g_steal_pointer (&edit);
}
