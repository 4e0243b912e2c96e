/* budget.c: a published budget table: reading it, and asking about it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/budget-private.h"

#include "base/i18n.h"

static void
free_row (void *data)
{
  PlwBudgetRow *row = data;

  g_free (row->label);
  g_free (row->section);
  g_free (row->part);
  g_free (row->cells);
  g_free (row->cost);
  g_free (row->made);
  g_free (row->change);
  g_free (row->pot);
  g_free (row->project);
  g_free (row);
}

static void
clear_column (void *data)
{
  g_free (((PlwBudgetColumn *) data)->heading);
}

static PlwBudget *
make (const PlwBudgetOptions *options)
{
  PlwBudget *self = g_new0 (PlwBudget, 1);

  self->options = *options;
  self->options.sheet = self->texts[0] = g_strdup (options->sheet);
  self->options.part = self->texts[1] = g_strdup (options->part);
  self->options.line = self->texts[2] = g_strdup (options->line);
  self->columns = g_array_new (FALSE, TRUE, sizeof (PlwBudgetColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->rules = g_ptr_array_new_with_free_func (plw_budget_rule_free);
  self->findings = g_array_new (FALSE, FALSE, sizeof (PlwBudgetFinding));
  self->suspects = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->reasons = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* Whoever decides sees both. */
static void
keep_other_reading (PlwBudget *self)
{
  PlwBudgetShape shape = self->shape;

  self->shape = self->other;
  plw_budget_find_levels (self);
  self->other_rows = plw_budget_rows_to_text (self);
  self->shape = shape;
}

PlwBudget *
plw_budget_read (const char *path, const PlwBudgetOptions *options, GError **error)
{
  g_return_val_if_fail (path != NULL && options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (PlwBudget) self = make (options);
  g_autoptr (GError) cause = NULL;

  self->source = plw_import_open (path, &cause);
  if (self->source == NULL
      || (options->sheet != NULL && !plw_import_choose_sheet (self->source, options->sheet, &cause))
      || !plw_budget_turn (self, &cause) || !plw_budget_read_grid (self, &cause))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }

  plw_budget_read_words (self);
  plw_budget_find_signs (self);
  plw_budget_find_shape (self);
  if (options->is_empty_nothing)
    plw_budget_use_empty (self);
  if (self->confidence == PLW_BUDGET_UNDECIDED)
    keep_other_reading (self);
  plw_budget_find_levels (self);
  plw_budget_find_doubts (self);
  return g_steal_pointer (&self);
}

void
plw_budget_free (PlwBudget *self)
{
  if (self == NULL)
    return;

  plw_import_free (self->source);
  for (size_t i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->lines, g_array_unref);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->rules);
  g_array_unref (self->findings);
  g_ptr_array_unref (self->suspects);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->remarks);
  g_ptr_array_unref (self->reasons);
  g_free (self->other_rows);
  g_free (self);
}

PlwBudgetShape
plw_budget_shape (const PlwBudget *self)
{
  return self->shape;
}

PlwBudgetSigns
plw_budget_signs (const PlwBudget *self)
{
  return self->signs;
}

PlwBudgetConfidence
plw_budget_confidence (const PlwBudget *self)
{
  return self->confidence;
}

PlwBudgetShape
plw_budget_other_shape (const PlwBudget *self)
{
  return self->other;
}

size_t
plw_budget_n_rows (const PlwBudget *self)
{
  return self->rows->len;
}

size_t
plw_budget_n_years (const PlwBudget *self)
{
  return self->n_years;
}

int
plw_budget_year (const PlwBudget *self, size_t column)
{
  g_return_val_if_fail (column < self->n_years, 0);

  return plw_budget_column (self, column)->year;
}

const char *
plw_budget_row_name (const PlwBudget *self, size_t row)
{
  g_return_val_if_fail (row < self->rows->len, "");

  return plw_budget_row (self, row)->label;
}

PlwBudgetRole
plw_budget_row_role (const PlwBudget *self, size_t row)
{
  g_return_val_if_fail (row < self->rows->len, PLW_BUDGET_OTHER);

  return plw_budget_row (self, row)->role;
}

bool
plw_budget_level (const PlwBudget *self, size_t row, size_t column, int64_t *ret_pence)
{
  g_return_val_if_fail (row < self->rows->len && column < self->n_years, false);

  const PlwBudgetCell *cell = &plw_budget_row (self, row)->cells[column];

  return cell->has_level && plw_budget_to_pence (self, cell->level, ret_pence);
}

size_t
plw_budget_n_findings (const PlwBudget *self)
{
  return self->findings->len;
}

const PlwBudgetFinding *
plw_budget_finding (const PlwBudget *self, size_t index)
{
  g_return_val_if_fail (index < self->findings->len, NULL);

  return &g_array_index (self->findings, PlwBudgetFinding, index);
}

size_t
plw_budget_n_contradictions (const PlwBudget *self)
{
  size_t n = 0;

  for (size_t i = 0; i < self->findings->len; i++)
    n += !g_array_index (self->findings, PlwBudgetFinding, i).is_rounding;

  return n;
}

size_t
plw_budget_n_held (const PlwBudget *self)
{
  size_t n = 0;

  for (size_t i = 0; i < self->rules->len; i++)
    n += plw_budget_rule_held (plw_budget_rule (self, i));

  return n;
}
