/* plwu-import-problems.c: what is wrong with an import, as a table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-import-models.h"

#include "models/plwu-answer-model.h"
#include "findings/plwu-labels.h"

#include <glib/gi18n.h>

/* More than these nobody reads before putting some of them right. */
#define PROBLEMS_MOST 500

static char *
name_place (const PlwProblem *problem)
{
  const char *place = problem->place != NULL ? problem->place : problem->table;

  return g_strdup (place != NULL ? place : "");
}

static char *
name_field (const PlwPlan *plan, PlwTableId table, const char *name)
{
  for (size_t i = 0; table < PLW_N_TABLES && name != NULL && i < plw_plan_n_columns (plan, table); i++)
    if (g_strcmp0 (plw_plan_column_name (plan, table, i), name) == 0)
      return g_strdup (plwu_label_column (plan, table, i));
  return g_strdup (name != NULL ? name : "");
}

static void
add_problem (PlwuAnswerModel *model, const PlwPlan *plan, PlwTableId table, const PlwProblem *problem)
{
  g_auto (GStrv) texts = g_new0 (char *, 5);

  texts[0] = g_strdup (problem->severity == PLW_SEVERITY_ERROR ? _ ("Error") : _ ("Warning"));
  texts[1] = name_place (problem);
  texts[2] = name_field (plan, table, problem->column);
  texts[3] = problem->remedy != NULL ? g_strdup_printf ("%s; %s", problem->what, problem->remedy)
                                     : g_strdup (problem->what);

  g_autofree char *spoken = g_strjoinv (", ", texts);

  plwu_answer_model_add_row (model, g_steal_pointer (&texts), g_steal_pointer (&spoken));
}

PlwuSheetModel *
plwu_import_problems_new (const PlwPlan *plan, PlwTableId table, const PlwProblems *problems)
{
  const PlwuAnswerColumn columns[] = {
    { _ ("Kind"), 8, FALSE },
    { _ ("Where"), 30, FALSE },
    { _ ("Field"), 18, FALSE },
    { _ ("What is wrong, and what would be right"), 90, FALSE },
  };
  PlwuAnswerModel *model = plwu_answer_model_new (G_N_ELEMENTS (columns), columns, 1);

  for (size_t i = 0; i < MIN (plw_problems_size (problems), PROBLEMS_MOST); i++)
    add_problem (model, plan, table, plw_problems_get (problems, i));
  return PLWU_SHEET_MODEL (model);
}
