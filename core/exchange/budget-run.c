/* budget-run.c: a budget table as one edit of a plan, or why it is none.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/budget-writer.h"

#include "base/i18n.h"

#include <string.h>

static void
add_problem (Writer *self, PlwSeverity severity, char *what, char *remedy)
{
  plw_problems_add (self->problems, severity, NULL, 0, NULL, NULL, what, remedy);
  plw_problems_set_place (self->problems, g_strdup (self->budget->source->name));
}

static bool
is_wanted (const PlwBudget *budget, const PlwBudgetRow *row)
{
  return row->means != PLW_MEANS_NOTHING
         && (budget->options.part == NULL || row->part == NULL
             || strcmp (row->part, budget->options.part) == 0);
}

static int
count_decimals (const PlwBudget *budget)
{
  int most = 0;

  for (size_t i = 0; i < budget->rows->len; i++)
    for (size_t j = 0; j < budget->columns->len; j++)
      most = plw_budget_row (budget, i)->role != PLW_BUDGET_OTHER
                 ? MAX (most, plw_budget_row (budget, i)->cells[j].decimals)
                 : most;

  return most;
}

static void
check_unit (Writer *self)
{
  if (self->budget->is_unit_said)
    return;

  bool is_fraction = count_decimals (self->budget) > 2;

  add_problem (self, is_fraction ? PLW_SEVERITY_ERROR : PLW_SEVERITY_WARNING,
               is_fraction ? g_strdup (_ ("nothing says what one stands for, and it cannot be pounds"))
                           : g_strdup (_ ("nothing says what one stands for, so it was taken for pounds")),
               g_strdup (_ ("say the unit: £, £k or £m")));
}

char *
plw_budget_finding_place (const PlwBudget *budget, const PlwBudgetFinding *finding)
{
  size_t source = plw_budget_column (budget, finding->column)->source;

  if (finding->row == SIZE_MAX)
    return g_strdup (budget->source->name);

  return plw_budget_place (budget, plw_budget_row (budget, finding->row)->number, source);
}

static void
check_contradictions (Writer *self)
{
  const PlwBudget *budget = self->budget;

  for (size_t i = 0; i < budget->findings->len; i++)
    {
      const PlwBudgetFinding *finding = plw_budget_finding (budget, i);

      if (finding->is_rounding)
        continue;
      add_problem (self, budget->options.accepts ? PLW_SEVERITY_WARNING : PLW_SEVERITY_ERROR,
                   plw_budget_finding_to_text (budget, finding),
                   g_strdup (_ ("ask the council which is right, or accept the table as it is")));
      plw_problems_set_place (self->problems, plw_budget_finding_place (budget, finding));
    }
}

static void
check_parts (Writer *self)
{
  const PlwBudget *budget = self->budget;
  g_autoptr (GString) names = g_string_new (NULL);

  if (budget->parts->len < 2 || budget->options.part != NULL)
    return;
  for (size_t i = 0; i < budget->parts->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (budget->parts, i));
  add_problem (self, PLW_SEVERITY_ERROR, g_strdup_printf (_ ("it holds several tables: %s"), names->str),
               g_strdup (_ ("say which one is wanted")));
}

static void
check_years (Writer *self)
{
  const PlwBudget *budget = self->budget;
  int last = self->base_year + (int) plw_plan_n_years (self->plan);
  g_autofree char *base = plw_year_to_text (self->base_year);
  size_t n = 0;

  for (size_t i = 0; i < budget->n_years; i++)
    n += plw_budget_column (budget, i)->year > self->base_year && plw_budget_column (budget, i)->year <= last;
  if (n == 0)
    {
      add_problem (self, PLW_SEVERITY_ERROR, g_strdup (_ ("none of its years is a year of the plan")),
                   g_strdup (_ ("look at the plan's base year, or say the year of a table that has none")));
      return;
    }

  bool is_level = budget->shape != PLW_BUDGET_CAPITAL && budget->shape != PLW_BUDGET_MOVEMENTS;
  int first = plw_budget_column (budget, 0)->year - (budget->shape == PLW_BUDGET_BUILD_UP ? 1 : 0);

  if (is_level && self->base == SIZE_MAX && first > self->base_year)
    add_problem (
        self, PLW_SEVERITY_WARNING,
        g_strdup_printf (_ ("the plan's base year %s is not in the table, so the first year's budget stands "
                            "for it"),
                         base),
        NULL);
  if (plw_budget_column (budget, budget->n_years - 1)->year > last)
    add_problem (self, PLW_SEVERITY_WARNING,
                 g_strdup (_ ("its last years are beyond the plan and were left out")), NULL);
}

static void
check (Writer *self)
{
  const PlwBudget *budget = self->budget;
  size_t line;

  if (budget->confidence == PLW_BUDGET_UNDECIDED)
    add_problem (self, PLW_SEVERITY_ERROR,
                 g_strdup_printf (_ ("it can be read as “%s” and as “%s”"),
                                  plw_budget_shape_title (budget->shape),
                                  plw_budget_shape_title (budget->other)),
                 g_strdup (_ ("say which shape it has")));
  if (budget->options.line != NULL
      && !plw_plan_find_key (self->plan, PLW_TABLE_LINES, budget->options.line, &line))
    add_problem (self, PLW_SEVERITY_ERROR,
                 g_strdup_printf (_ ("the plan has no line “%s”"), budget->options.line),
                 g_strdup (_ ("write the code of a line")));
  check_parts (self);
  check_unit (self);
  check_contradictions (self);
  check_years (self);
}

/* The base comes first, for changes to be put on its line. */
static void
write_rows (Writer *self)
{
  const PlwBudget *budget = self->budget;

  for (int pass = 0; pass < 2; pass++)
    for (size_t i = 0; i < budget->rows->len; i++)
      {
        PlwBudgetRow *row = plw_budget_row (budget, i);
        bool is_first = row->role == PLW_BUDGET_BASE;

        if (is_first == (pass == 0) && is_wanted (budget, row))
          plw_budget_write_row (self, row);
        else if (pass == 1 && !is_wanted (budget, row))
          self->counts->n_left_out++;
      }
}

static bool
run (Writer *self, const PlwPlan *before, char **ret_ties, GError **error)
{
  size_t n_before = plw_problems_count (self->problems, PLW_SEVERITY_ERROR);

  check (self);
  if (plw_problems_count (self->problems, PLW_SEVERITY_ERROR) == n_before)
    {
      write_rows (self);
      if (self->counts->n_rows == 0)
        add_problem (self, PLW_SEVERITY_ERROR, g_strdup (_ ("no row is anything that a plan has")),
                     g_strdup (_ ("look at what each row was taken for, and say the shape")));
      plw_import_find_news (before, self->plan, self->problems);
      *ret_ties = plw_budget_tie (self->budget, self->plan, self->problems);
    }

  return plw_import_found_no_error (self->budget->source, self->problems, n_before, error);
}

static void
forget_keys (PlwBudget *self)
{
  for (size_t i = 0; i < self->rows->len; i++)
    {
      PlwBudgetRow *row = plw_budget_row (self, i);

      g_clear_pointer (&row->cost, g_free);
      g_clear_pointer (&row->made, g_free);
      g_clear_pointer (&row->change, g_free);
      g_clear_pointer (&row->pot, g_free);
      g_clear_pointer (&row->project, g_free);
    }
}

PlwEdit *
plw_budget_run (PlwBudget *self,
                const PlwPlan *plan,
                PlwProblems *problems,
                PlwImportCounts *ret_counts,
                char **ret_ties,
                GError **error)
{
  g_return_val_if_fail (plan != NULL && problems != NULL && ret_counts != NULL && ret_ties != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autofree char *name = g_strdup_printf (_ ("Import from %s"), self->source->name);
  g_autoptr (PlwPlan) copy = plw_plan_copy (plan);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Writer writer = {
    .budget = self,
    .plan = copy,
    .problems = problems,
    .counts = ret_counts,
    .taken = taken,
    .base_year = plw_plan_base_year (plan),
    .base = SIZE_MAX,
  };

  *ret_counts = (PlwImportCounts){ 0 };
  *ret_ties = NULL;
  forget_keys (self);
  for (size_t i = 0; i < self->n_years; i++)
    if (plw_budget_column (self, i)->year == writer.base_year)
      writer.base = i;

  bool is_good = run (&writer, plan, ret_ties, error);

  g_free (writer.host);
  return is_good ? plw_edit_between (plan, copy, name) : NULL;
}
