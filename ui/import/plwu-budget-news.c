/* plwu-budget-news.c: the rows of a plan that come of a budget table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-budget-private.h"

#include "findings/plwu-labels.h"
#include "models/plwu-answer-model.h"

#include <glib/gi18n.h>

enum
{
  COLUMN_FATE,
  COLUMN_TABLE,
  COLUMN_NAME,
  COLUMN_LINE,
  COLUMN_KIND,
  COLUMN_BASE,
  N_LEADING,
};

/* What a row of a table has that is shown; SIZE_MAX: none. */
typedef struct
{
  PlwTableId table;
  size_t line;
  size_t kind;
  size_t base;
} Shown;

static const Shown shown[] = {
  { PLW_TABLE_COSTS, PLW_COSTS_LINE, PLW_COSTS_KIND, PLW_COSTS_BASE },
  { PLW_TABLE_CHANGES, PLW_CHANGES_LINE, PLW_CHANGES_KIND, SIZE_MAX },
  { PLW_TABLE_POTS, SIZE_MAX, PLW_POTS_KIND, SIZE_MAX },
  { PLW_TABLE_PROJECTS, PLW_PROJECTS_LINE, SIZE_MAX, SIZE_MAX },
};

static const Shown *
find_shown (PlwTableId table)
{
  static const Shown nothing = { PLW_N_TABLES, SIZE_MAX, SIZE_MAX, SIZE_MAX };

  for (size_t i = 0; i < G_N_ELEMENTS (shown); i++)
    if (shown[i].table == table)
      return &shown[i];
  return &nothing;
}

static char *
get_cell (const PlwPlan *plan, PlwTableId table, size_t row, size_t column)
{
  return column != SIZE_MAX ? plwu_label_cell (plan, table, row, column) : g_strdup ("");
}

static void
add_row (PlwuAnswerModel *model, const PlwPlan *after, PlwTableId table, size_t row, gboolean is_new)
{
  const Shown *of = find_shown (table);
  size_t n_years = plw_plan_n_years (after);
  g_auto (GStrv) texts = g_new0 (char *, N_LEADING + n_years + 1);
  gboolean has_years = plw_schema_table (table)->years != PLW_TYPE_NONE;

  texts[COLUMN_FATE] = g_strdup (is_new ? _ ("new") : _ ("changed"));
  texts[COLUMN_TABLE] = g_strdup (plwu_label_table (table));
  texts[COLUMN_NAME] = plwu_label_row (after, table, row);
  texts[COLUMN_LINE] = get_cell (after, table, row, of->line);
  texts[COLUMN_KIND] = get_cell (after, table, row, of->kind);
  texts[COLUMN_BASE] = get_cell (after, table, row, of->base);
  for (size_t i = 0; i < n_years; i++)
    texts[N_LEADING + i] =
        get_cell (after, table, row, has_years ? plw_schema_table (table)->n_columns + i : SIZE_MAX);
  plwu_answer_model_add_row (model, g_steal_pointer (&texts), NULL);
}

static PlwuAnswerModel *
create_model (const PlwPlan *after)
{
  size_t n_years = plw_plan_n_years (after);
  g_autofree PlwuAnswerColumn *columns = g_new0 (PlwuAnswerColumn, N_LEADING + n_years);
  g_autofree char *base = g_strdup_printf (_ ("Base, %s"), plw_year_name (plw_plan_base_year (after)));

  columns[COLUMN_FATE] = (PlwuAnswerColumn){ _ ("Comes in"), 9, FALSE };
  columns[COLUMN_TABLE] = (PlwuAnswerColumn){ _ ("Into"), 13, FALSE };
  columns[COLUMN_NAME] = (PlwuAnswerColumn){ _ ("Name"), 24, FALSE };
  columns[COLUMN_LINE] = (PlwuAnswerColumn){ _ ("Line"), 18, FALSE };
  columns[COLUMN_KIND] = (PlwuAnswerColumn){ _ ("Kind"), 10, FALSE };
  columns[COLUMN_BASE] = (PlwuAnswerColumn){ base, 14, TRUE };
  for (size_t i = 0; i < n_years; i++)
    columns[N_LEADING + i] =
        (PlwuAnswerColumn){ plw_year_name (plw_plan_base_year (after) + 1 + (int) i), 14, TRUE };
  return plwu_answer_model_new ((guint) (N_LEADING + n_years), columns, COLUMN_NAME + 1);
}

PlwuSheetModel *
plwu_budget_news_new (const PlwEdit *edit, const PlwPlan *after)
{
  PlwuAnswerModel *model = create_model (after);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (size_t i = 0; i < plw_edit_n_steps (edit); i++)
    {
      const PlwStep *step = plw_edit_step (edit, i);
      char *key = g_strdup_printf ("%d %" G_GUINT64_FORMAT, (int) step->table, (guint64) step->row);
      size_t row;

      if (g_hash_table_add (seen, key) && plw_plan_find_row (after, step->table, step->row, &row))
        add_row (model, after, step->table, row, step->kind == PLW_STEP_INSERT);
    }
  return PLWU_SHEET_MODEL (model);
}
