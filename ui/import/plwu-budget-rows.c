/* plwu-budget-rows.c: a published budget table as it was read.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-budget-private.h"

#include <glib/gi18n.h>

/* How many rows say how wide a column is, and how wide one may be. */
#define MEASURED_ROWS 60
#define WIDTH_MOST 28
#define WIDTH_LEAST 9

/* Before the figures; what a row stands under is there only where the table says so. */
enum
{
  COLUMN_NAME,
  COLUMN_ROLE,
  COLUMN_UNDER,
};

struct _PlwuBudgetRows
{
  GObject parent_instance;

  /* Owned */
  GArray *rows;      /* of size_t: rows of the table */
  GHashTable *marks; /* a cell, by make_mark(), to a finding and one */

  /* Borrowed: outlives us */
  const PlwBudget *budget;

  gboolean shows_levels;
  guint n_leading;
  guint n_figures;
};

static void plwu_budget_rows_sheet_init (PlwuSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlwuBudgetRows,
                               plwu_budget_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLWU_TYPE_SHEET_MODEL, plwu_budget_rows_sheet_init))

/* A table has fewer columns than 2^10. */
static gpointer
make_mark (size_t row, size_t column)
{
  return GSIZE_TO_POINTER ((row << 10 | column) + 1);
}

static const PlwBudgetFinding *
get_finding (PlwuBudgetRows *self, size_t row, guint column)
{
  if (column < self->n_leading || column >= self->n_leading + self->n_figures)
    return NULL;

  size_t found =
      GPOINTER_TO_SIZE (g_hash_table_lookup (self->marks, make_mark (row, column - self->n_leading)));

  return found > 0 ? plw_budget_finding (self->budget, found - 1) : NULL;
}

static size_t
get_row (PlwuBudgetRows *self, guint row)
{
  return g_array_index (self->rows, size_t, row);
}

static guint
get_n_rows (PlwuSheetModel *model)
{
  return PLWU_BUDGET_ROWS (model)->rows->len;
}

/* Last, what makes a row a total. */
static guint
get_n_columns (PlwuSheetModel *model)
{
  PlwuBudgetRows *self = PLWU_BUDGET_ROWS (model);

  return self->n_leading + self->n_figures + 1;
}

static guint
get_n_frozen (PlwuSheetModel *model)
{
  return 1;
}

static char *
get_column_title (PlwuSheetModel *model, guint column)
{
  PlwuBudgetRows *self = PLWU_BUDGET_ROWS (model);

  if (column == COLUMN_NAME)
    return g_strdup (plw_budget_is_down (self->budget) ? _ ("Column of the file") : _ ("Row of the table"));
  if (column == COLUMN_ROLE)
    return g_strdup (_ ("Taken for"));
  if (column < self->n_leading)
    return g_strdup (_ ("Under"));
  if (column == self->n_leading + self->n_figures)
    return g_strdup (_ ("Adds up"));
  return g_strdup (plw_budget_column_heading (self->budget, column - self->n_leading));
}

static guint
count_figures (const PlwBudget *budget, size_t row)
{
  guint n = 0;

  for (size_t i = 0; i < plw_budget_n_years (budget); i++)
    {
      g_autofree char *printed = plw_budget_printed (budget, row, i);

      n += printed != NULL;
    }
  return n;
}

/* A row without any figure has none to miss; of several tables in a file, each has years of its own. */
static gboolean
has_figures (const PlwBudget *budget, size_t row)
{
  return plw_budget_row_part (budget, row) == NULL && count_figures (budget, row) > 0;
}

static char *
get_figure (PlwuBudgetRows *self, size_t row, size_t column)
{
  gint64 pence;

  if (self->shows_levels)
    return plw_budget_level (self->budget, row, column, &pence) ? plw_pence_show (pence, PLW_UNIT_POUNDS)
                                                                : g_strdup ("");

  char *printed = plw_budget_printed (self->budget, row, column);

  if (printed != NULL)
    return printed;
  return g_strdup (
      column < plw_budget_n_years (self->budget) && has_figures (self->budget, row) ? _ ("missing") : "");
}

static char *
get_under (PlwuBudgetRows *self, size_t row)
{
  const char *part = plw_budget_row_part (self->budget, row);
  const char *section = plw_budget_row_section (self->budget, row);

  if (part != NULL && section != NULL && *section != '\0')
    return g_strdup_printf ("%s, %s", part, section);
  return g_strdup (part != NULL ? part : section != NULL ? section : "");
}

static char *
get_text (PlwuBudgetRows *self, guint index, guint column)
{
  size_t row = get_row (self, index);

  if (column == COLUMN_NAME)
    return g_strdup (plw_budget_row_name (self->budget, row));
  if (column == COLUMN_ROLE)
    return g_strdup (plw_budget_role_title (plw_budget_row_role (self->budget, row)));
  if (column < self->n_leading)
    return get_under (self, row);
  if (column < self->n_leading + self->n_figures)
    return get_figure (self, row, column - self->n_leading);

  return g_strstrip (plw_budget_row_sum (self->budget, row));
}

static int
get_column_width_chars (PlwuSheetModel *model, guint column)
{
  PlwuBudgetRows *self = PLWU_BUDGET_ROWS (model);
  g_autofree char *title = get_column_title (model, column);
  glong width = MAX (WIDTH_LEAST, g_utf8_strlen (title, -1));

  for (guint i = 0; i < MIN (self->rows->len, MEASURED_ROWS); i++)
    {
      g_autofree char *text = get_text (self, i, column);

      width = MAX (width, g_utf8_strlen (text, -1));
    }
  return (int) MIN (width, WIDTH_MOST);
}

static gboolean
is_column_numeric (PlwuSheetModel *model, guint column)
{
  PlwuBudgetRows *self = PLWU_BUDGET_ROWS (model);

  return column >= self->n_leading && column < self->n_leading + self->n_figures;
}

/* What is no money of the table is fainter than what is. */
static PlwuSheetKind
get_kind (PlwBudgetRole role)
{
  switch (role)
    {
    case PLW_BUDGET_OTHER:
      return PLWU_SHEET_DERIVED;
    case PLW_BUDGET_HEADING:
      return PLWU_SHEET_HEADING;
    case PLW_BUDGET_CLOSING:
    case PLW_BUDGET_TOTAL:
    case PLW_BUDGET_GAP_EACH_YEAR:
    case PLW_BUDGET_GAP_CUMULATIVE:
    case PLW_BUDGET_BALANCE:
      return PLWU_SHEET_TOTAL;
    default:
      return PLWU_SHEET_LOCKED;
    }
}

static void
get_cell (PlwuSheetModel *model, guint row, guint column, PlwuSheetCell *ret_cell)
{
  PlwuBudgetRows *self = PLWU_BUDGET_ROWS (model);
  size_t index = get_row (self, row);
  const PlwBudgetFinding *finding = get_finding (self, index, column);

  ret_cell->text = get_text (self, row, column);
  ret_cell->kind = get_kind (plw_budget_row_role (self->budget, index));
  ret_cell->is_warning = finding != NULL && !finding->is_rounding;
  ret_cell->is_negative =
      ret_cell->is_warning || (is_column_numeric (model, column) && *ret_cell->text == '-');
  if (finding != NULL)
    ret_cell->tooltip = plw_budget_finding_to_text (self->budget, finding);
  else if (g_utf8_strlen (ret_cell->text, -1) > WIDTH_MOST)
    ret_cell->tooltip = g_strdup (ret_cell->text);
}

static char *
describe (PlwuSheetModel *model, guint row, guint column)
{
  PlwuBudgetRows *self = PLWU_BUDGET_ROWS (model);
  size_t index = get_row (self, row);
  const PlwBudgetFinding *finding = get_finding (self, index, column);
  g_autofree char *text = get_text (self, row, column);
  g_autofree char *title = get_column_title (model, column);
  const char *name = plw_budget_row_name (self->budget, index);
  const char *role = plw_budget_role_title (plw_budget_row_role (self->budget, index));
  const char *shown = *text != '\0' ? text : _ ("empty");

  if (column == COLUMN_NAME)
    return g_strdup_printf ("%s, %s", name, role);
  if (finding == NULL)
    return g_strdup_printf ("%s, %s, %s", name, title, shown);

  g_autofree char *sentence = plw_budget_finding_to_text (self->budget, finding);

  return g_strdup_printf ("%s, %s, %s, %s: %s", name, title, shown,
                          finding->is_rounding ? _ ("rounding") : _ ("contradiction"), sentence);
}

static void
plwu_budget_rows_sheet_init (PlwuSheetModelInterface *iface)
{
  iface->n_rows = get_n_rows;
  iface->n_columns = get_n_columns;
  iface->n_frozen = get_n_frozen;
  iface->column_title = get_column_title;
  iface->column_width_chars = get_column_width_chars;
  iface->column_is_numeric = is_column_numeric;
  iface->cell = get_cell;
  iface->describe = describe;
}

static void
plwu_budget_rows_finalize (GObject *object)
{
  PlwuBudgetRows *self = PLWU_BUDGET_ROWS (object);

  g_array_unref (self->rows);
  g_hash_table_unref (self->marks);

  G_OBJECT_CLASS (plwu_budget_rows_parent_class)->finalize (object);
}

static void
plwu_budget_rows_class_init (PlwuBudgetRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plwu_budget_rows_finalize;
}

static void
plwu_budget_rows_init (PlwuBudgetRows *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (size_t));
  self->marks = g_hash_table_new (NULL, NULL);
}

/* Of several findings in one cell a contradiction is the one to show. */
static void
mark_findings (PlwuBudgetRows *self)
{
  for (size_t i = 0; i < plw_budget_n_findings (self->budget); i++)
    {
      const PlwBudgetFinding *finding = plw_budget_finding (self->budget, i);
      gpointer mark = finding->row != SIZE_MAX ? make_mark (finding->row, finding->column) : NULL;

      if (mark != NULL && (!finding->is_rounding || !g_hash_table_contains (self->marks, mark)))
        g_hash_table_insert (self->marks, mark, GSIZE_TO_POINTER (i + 1));
    }
}

PlwuSheetModel *
plwu_budget_rows_new (const PlwBudget *budget, const char *part, gboolean shows_levels)
{
  PlwuBudgetRows *self = g_object_new (PLWU_TYPE_BUDGET_ROWS, NULL);
  gboolean has_under = FALSE;

  self->budget = budget;
  self->shows_levels = shows_levels;
  self->n_figures = (guint) (shows_levels ? plw_budget_n_years (budget) : plw_budget_n_columns (budget));
  for (size_t i = 0; i < plw_budget_n_rows (budget); i++)
    {
      const char *of = plw_budget_row_part (budget, i);

      if (part != NULL && of != NULL && g_strcmp0 (part, of) != 0)
        continue;

      g_autofree char *under = get_under (self, i);

      g_array_append_val (self->rows, i);
      has_under |= *under != '\0';
    }
  self->n_leading = COLUMN_UNDER + (has_under ? 1 : 0);
  mark_findings (self);
  return PLWU_SHEET_MODEL (self);
}

gboolean
plwu_budget_rows_find (PlwuBudgetRows *self, const PlwuBudgetPlace *place, guint *ret_row, guint *ret_column)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i) == place->row && place->column < self->n_figures)
      {
        *ret_row = i;
        *ret_column = self->n_leading + (guint) place->column;
        return TRUE;
      }
  return FALSE;
}

guint
plwu_budget_rows_count_missing (const PlwBudget *budget)
{
  guint n = 0;

  for (size_t i = 0; i < plw_budget_n_rows (budget); i++)
    if (has_figures (budget, i))
      n += (guint) plw_budget_n_years (budget) - count_figures (budget, i);
  return n;
}
