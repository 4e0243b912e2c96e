/* plwu-grid-view.c: how the rows of a grid are arranged, and what its selection holds.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-grid-view.h"

#include "findings/plwu-labels.h"

#include <string.h>

#include <glib/gi18n.h>

static const struct
{
  const char *name; /* the action's state */
  const char *label;
} groupings[] = {
  [PLWU_TABLE_UNGROUPED] = { "none", N_ ("_Not grouped") },
  [PLWU_TABLE_BY_PARTNER] = { "partner", N_ ("By _partner") },
  [PLWU_TABLE_BY_SERVICE_GROUP] = { "group", N_ ("By service _group") },
  [PLWU_TABLE_BY_LINE] = { "line", N_ ("By _line") },
  [PLWU_TABLE_BY_FUNDER] = { "funder", N_ ("By _funder") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (groupings) == PLWU_TABLE_N_GROUPINGS);

GMenuModel *
plwu_grid_view_get_group_menu (PlwuTableModel *model)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  guint n = 0;

  for (int i = 0; i < PLWU_TABLE_N_GROUPINGS; i++)
    {
      g_autofree char *action = g_strdup_printf ("grid.group::%s", groupings[i].name);

      if (i != PLWU_TABLE_UNGROUPED && !plwu_table_model_can_group (model, (PlwuTableGrouping) i))
        continue;
      g_menu_append (menu, _ (groupings[i].label), action);
      n++;
    }

  return n > 1 ? G_MENU_MODEL (g_steal_pointer (&menu)) : NULL;
}

const char *
plwu_grid_view_name_grouping (PlwuTableGrouping grouping)
{
  g_return_val_if_fail (grouping < PLWU_TABLE_N_GROUPINGS, NULL);

  return groupings[grouping].name;
}

const char *
plwu_grid_view_label_grouping (PlwuTableGrouping grouping)
{
  g_return_val_if_fail (grouping < PLWU_TABLE_N_GROUPINGS, NULL);

  return grouping == PLWU_TABLE_UNGROUPED ? _ ("_Group") : _ (groupings[grouping].label);
}

gboolean
plwu_grid_view_find_grouping (const char *name, PlwuTableGrouping *ret_grouping)
{
  for (int i = 0; i < PLWU_TABLE_N_GROUPINGS; i++)
    if (g_strcmp0 (name, groupings[i].name) == 0)
      {
        *ret_grouping = (PlwuTableGrouping) i;
        return TRUE;
      }
  return FALSE;
}

/* The cell that the cursor was in, by the plan's row. */
typedef struct
{
  gboolean is_row;
  size_t plan_row;
  guint column;
} Place;

static Place
keep_place (PlwuTableModel *model, PlwuSheet *sheet)
{
  Place place = { 0 };
  guint row;

  if (plwu_sheet_get_cursor (sheet, &row, &place.column))
    place.is_row = plwu_table_model_get_plan_row (model, row, &place.plan_row);
  return place;
}

static void
go_back (PlwuTableModel *model, PlwuSheet *sheet, Place place)
{
  guint row;

  if (place.is_row && plwu_table_model_find_plan_row (model, place.plan_row, &row))
    plwu_sheet_set_cursor (sheet, row, place.column);
}

void
plwu_grid_view_group (PlwuTableModel *model, PlwuSheet *sheet, PlwuTableGrouping grouping)
{
  Place place = keep_place (model, sheet);

  plwu_table_model_set_grouping (model, grouping);
  go_back (model, sheet, place);
}

static void
sort_by (PlwuTableModel *model, PlwuSheet *sheet, guint column, PlwuSheetSort sort)
{
  Place place = keep_place (model, sheet);

  plwu_table_model_set_sort (model, column, sort);
  go_back (model, sheet, place);
}

void
plwu_grid_view_sort (PlwuTableModel *model, PlwuSheet *sheet, PlwuSheetSort sort)
{
  guint row;
  guint column;

  if (plwu_sheet_get_cursor (sheet, &row, &column))
    sort_by (model, sheet, column, sort);
}

void
plwu_grid_view_sort_next (PlwuTableModel *model, PlwuSheet *sheet, guint column)
{
  gboolean is_numeric = plwu_sheet_model_column_is_numeric (PLWU_SHEET_MODEL (model), column);
  PlwuSheetSort first = is_numeric ? PLWU_SHEET_SORT_DOWN : PLWU_SHEET_SORT_UP;
  PlwuSheetSort second = is_numeric ? PLWU_SHEET_SORT_UP : PLWU_SHEET_SORT_DOWN;
  PlwuSheetSort now = plwu_sheet_model_column_sort (PLWU_SHEET_MODEL (model), column);

  sort_by (model, sheet, column, now == first ? second : now == second ? PLWU_SHEET_UNSORTED : first);
}

void
plwu_grid_view_search (PlwuTableModel *model, PlwuSheet *sheet, const char *text)
{
  Place place = keep_place (model, sheet);

  plwu_table_model_set_search (model, text);
  go_back (model, sheet, place);
}

static gboolean
shows (PlwuSheetModel *model, guint row, guint column, const char *folded)
{
  g_auto (PlwuSheetCell) cell = { 0 };

  plwu_sheet_model_cell (model, row, column, &cell);

  g_autofree char *text = g_utf8_casefold (cell.text, -1);

  return strstr (text, folded) != NULL;
}

gboolean
plwu_grid_view_find (PlwuTableModel *model, PlwuSheet *sheet, const char *text, int step)
{
  PlwuSheetModel *cells = PLWU_SHEET_MODEL (model);
  guint64 n_columns = plwu_sheet_model_n_columns (cells);
  guint64 n_cells = plwu_sheet_model_n_rows (cells) * n_columns;
  g_autofree char *folded = g_utf8_casefold (text, -1);
  guint row;
  guint column;

  if (*text == '\0' || !plwu_sheet_get_cursor (sheet, &row, &column))
    return FALSE;

  guint64 start = MIN (row * n_columns + column, n_cells);

  for (guint64 i = 1; i <= n_cells; i++)
    {
      guint64 at = step > 0 ? (start + i) % n_cells : (start + n_cells - i) % n_cells;

      if (shows (cells, (guint) (at / n_columns), (guint) (at % n_columns), folded))
        {
          plwu_sheet_set_cursor (sheet, (guint) (at / n_columns), (guint) (at % n_columns));
          return TRUE;
        }
    }
  return FALSE;
}

static char *
describe_cell (PlwuTableModel *model, guint row, guint column)
{
  PlwuDocument *document = plwu_table_model_get_document (model);
  g_auto (PlwuSheetCell) cell = { 0 };

  plwu_sheet_model_cell (PLWU_SHEET_MODEL (model), row, column, &cell);
  if (cell.kind == PLWU_SHEET_TOTAL
      && plwu_sheet_model_can_spread (PLWU_SHEET_MODEL (model), row, column, PLWU_SHEET_SPREAD_EQUALLY, NULL,
                                      NULL))
    return g_strdup (_ ("Type another total to spread it over its rows"));
  if (cell.kind == PLWU_SHEET_INHERITED && cell.tooltip == NULL && !plwu_document_is_root (document))
    return g_strdup_printf (_ ("As in %s"), plwu_document_get_parent_name (document));
  return g_steal_pointer (&cell.tooltip);
}

char *
plwu_grid_view_describe (PlwuTableModel *model, PlwuSheet *sheet)
{
  PlwuSheetBlock block;
  gint64 sum;
  guint n;

  if (!plwu_sheet_get_selection (sheet, &block))
    return NULL;
  if (block.n_rows == 1 && block.n_columns == 1)
    return describe_cell (model, block.first_row, block.first_column);
  if (!plwu_table_model_sum_block (model, &block, &sum, &n))
    return NULL;

  g_autofree char *total = plwu_label_pence (sum);
  g_autofree char *mean = plwu_label_pence (plw_divide_round (sum, n));

  return g_strdup_printf (ngettext ("Sum %s, mean %s of %u figure", "Sum %s, mean %s of %u figures", n),
                          total, mean, n);
}
