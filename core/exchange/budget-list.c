/* budget-list.c: a budget table that has a figure a row: which table, what kind, which item, how much.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/budget-private.h"

#include "base/i18n.h"

#include <string.h>

/* The columns of the source. Only the item and the amount must be there. */
typedef struct
{
  size_t amount;
  size_t item;
  size_t kind;
  size_t part;
} Layout;

/* One column of figures, with words before it and nothing but words. */
static bool
find_layout (const PlwImport *source, Layout *ret_layout)
{
  size_t n = 0;

  *ret_layout = (Layout){ SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX };
  for (size_t i = 0; i < source->n_columns; i++)
    if (plw_import_kind (source, i) == PLW_IMPORT_NUMBER)
      {
        n++;
        ret_layout->amount = i;
      }
  if (n != 1 || ret_layout->amount == 0)
    return false;

  ret_layout->item = ret_layout->amount - 1;
  if (ret_layout->amount >= 2)
    ret_layout->kind = ret_layout->amount - 2;
  if (ret_layout->amount >= 3)
    ret_layout->part = ret_layout->amount - 3;
  return true;
}

static const char *
get_text (const PlwImportRow *row, size_t column)
{
  return column < row->n_cells ? row->cells[column].text : "";
}

static bool
is_same (const PlwImportRow *a, const PlwImportRow *b, size_t column)
{
  return column == SIZE_MAX || strcmp (get_text (a, column), get_text (b, column)) == 0;
}

static void
note_part (PlwBudget *self, const char *name)
{
  for (size_t i = 0; i < self->parts->len; i++)
    if (strcmp (g_ptr_array_index (self->parts, i), name) == 0)
      return;

  g_ptr_array_add (self->parts, g_strdup (name));
}

/* A column for every year that an item is; else one for the year that was told, or for no year. */
static bool
read_columns (PlwBudget *self, const Layout *layout)
{
  PlwBudgetColumn column = { .source = SIZE_MAX };
  int first = PLW_YEAR_MAX;
  int last = 0;
  int year;

  for (size_t i = self->source->header + 1; i < self->source->rows->len; i++)
    if (plw_year_parse (get_text (plw_import_row (self->source, i), layout->item), &year))
      {
        first = MIN (first, year);
        last = MAX (last, year);
      }
  if (last - first >= PLW_YEARS_MOST)
    return false;

  for (year = first; year <= last; year++)
    {
      column.year = year;
      column.heading = plw_year_to_text (year);
      g_array_append_val (self->columns, column);
    }
  column.year = self->columns->len == 0 ? self->options.year : 0;
  column.heading = column.year != 0 ? plw_year_to_text (column.year) : g_strdup (_ ("total"));
  column.source = layout->amount;
  g_array_append_val (self->columns, column);
  self->n_years = self->columns->len - (column.year == 0);
  return true;
}

static bool
speaks_of_total (const PlwImportRow *row, const Layout *layout)
{
  g_autofree char *kind = g_utf8_strdown (layout->kind != SIZE_MAX ? get_text (row, layout->kind) : "", -1);

  return plw_budget_speaks_of_total (get_text (row, layout->item)) || strcmp (kind, "total") == 0;
}

/* Any table of words and one number looks like a list of amounts. One of money says so. */
static bool
is_money (const PlwBudget *self, const Layout *layout)
{
  int year;

  if (self->options.year != 0 || plw_budget_unit_of (plw_import_heading (self->source, layout->amount)) != 0)
    return true;
  for (size_t i = self->source->header + 1; i < self->source->rows->len; i++)
    if (speaks_of_total (plw_import_row (self->source, i), layout)
        || plw_year_parse (get_text (plw_import_row (self->source, i), layout->item), &year))
      return true;

  return false;
}

/* The row that items which are years belong to: the total of their table, else one of their own. */
static PlwBudgetRow *
find_year_row (PlwBudget *self, const PlwImportRow *from, const Layout *layout)
{
  const char *part = layout->part != SIZE_MAX ? get_text (from, layout->part) : NULL;

  for (size_t i = self->rows->len; i-- > 0;)
    if (g_strcmp0 (plw_budget_row (self, i)->part, part) == 0 && plw_budget_row (self, i)->is_total_name)
      return plw_budget_row (self, i);

  return NULL;
}

static void
read_item (PlwBudget *self, const PlwImportRow *from, const Layout *layout)
{
  const char *part = layout->part != SIZE_MAX ? get_text (from, layout->part) : NULL;
  const PlwSheetCell *cell = layout->amount < from->n_cells ? &from->cells[layout->amount] : NULL;
  size_t column = self->columns->len - 1;
  PlwBudgetRow *row = NULL;
  int year;

  if (plw_year_parse (get_text (from, layout->item), &year))
    {
      column = (size_t) (year - plw_budget_column (self, 0)->year);
      row = find_year_row (self, from, layout);
    }
  if (row == NULL)
    {
      bool is_year = column + 1 < self->columns->len;

      row = plw_budget_add_row (self, from->number, get_text (from, is_year ? layout->kind : layout->item));
      row->part = g_strdup (part);
      row->is_total_name = is_year || speaks_of_total (from, layout);
      if (layout->kind != SIZE_MAX && !(self->n_years > 0 && row->is_total_name && self->columns->len > 1))
        row->section = plw_budget_shorten (get_text (from, layout->kind));
    }

  plw_budget_read_cell (self, cell, &row->cells[column]);
  if (part != NULL)
    note_part (self, part);
}

bool
plw_budget_read_list (PlwBudget *self, GError **error)
{
  Layout layout;

  if (!find_layout (self->source, &layout) || !is_money (self, &layout) || !read_columns (self, &layout))
    return false;

  /* A first column that is the same all the way down parts nothing. */
  size_t first = self->source->header + 1;
  bool has_parts = false;

  for (size_t i = first + 1; i < self->source->rows->len && layout.part != SIZE_MAX; i++)
    has_parts |=
        !is_same (plw_import_row (self->source, first), plw_import_row (self->source, i), layout.part);
  if (!has_parts)
    layout.part = SIZE_MAX;

  for (size_t i = first; i < self->source->rows->len && self->rows->len <= PLW_BUDGET_ROWS_MAX; i++)
    read_item (self, plw_import_row (self->source, i), &layout);
  if (self->options.part == NULL || self->parts->len == 0)
    return true;

  for (size_t i = 0; i < self->parts->len; i++)
    if (strcmp (g_ptr_array_index (self->parts, i), self->options.part) == 0)
      return true;
  g_set_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND, _ ("there is no table “%s” in “%s”"),
               self->options.part, self->source->name);
  return false;
}
