/* paper.c: everything a committee paper is made of, evaluated.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/exchange.h>

#include "base/i18n.h"

struct _PlwPaperSource
{
  PlwResult *result;
  PlwResult *other;
  GPtrArray *scenarios;
};

void
plw_paper_source_free (PlwPaperSource *source)
{
  if (source == NULL)
    return;
  g_clear_pointer (&source->result, plw_result_free);
  g_clear_pointer (&source->other, plw_result_free);
  g_ptr_array_unref (source->scenarios);
  g_free (source);
}

/* One that has errors is left out, and that is said. */
static void
add_scenarios (PlwPaperSource *source, const PlwPlan *plan, const char *policy, PlwProblems *problems)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS); row++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_CODE);
      g_autoptr (PlwProblems) ignored = plw_problems_new ();
      PlwResult *result = plw_evaluate (plan, code, policy, ignored, NULL);

      if (result != NULL)
        g_ptr_array_add (source->scenarios, result);
      else
        plw_problems_add (problems, PLW_SEVERITY_WARNING, "scenarios", row + 2, code, NULL,
                          g_strdup (_ ("the scenario has errors and is left out of the comparison")),
                          g_strdup (_ ("check the plan and correct the scenario's overrides")));
    }
}

PlwPaperSource *
plw_paper_source_new (const PlwPlan *plan,
                      const char *scenario,
                      const char *policy,
                      PlwProblems *problems,
                      GError **error)
{
  g_return_val_if_fail (plan != NULL && problems != NULL, NULL);

  const char *beside = g_strcmp0 (policy, "placemaking") == 0 ? "today" : "placemaking";
  g_autoptr (PlwProblems) ignored = plw_problems_new ();
  g_autoptr (PlwPaperSource) source = g_new0 (PlwPaperSource, 1);

  source->scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify) plw_result_free);
  source->result = plw_evaluate (plan, scenario, policy, problems, error);
  if (source->result == NULL)
    return NULL;
  source->other = plw_evaluate (plan, scenario, beside, ignored, error);
  if (source->other == NULL)
    return NULL;
  add_scenarios (source, plan, policy, problems);
  return g_steal_pointer (&source);
}

/* Always told in UTC, so that it reads the same wherever a paper is made again. */
bool
plw_paper_time (int64_t asked, int64_t *ret_when, GError **error)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = asked;

  if (asked == 0 && (epoch == NULL || epoch[0] == '\0'))
    seconds = g_get_real_time () / G_USEC_PER_SEC;
  else if (asked == 0
           && !g_ascii_string_to_signed (epoch, 10, 0, G_GINT64_CONSTANT (253402300799), &seconds, NULL))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_SYNTAX,
                   _ ("SOURCE_DATE_EPOCH is “%s”, not a number of seconds since 1970"), epoch);
      return false;
    }
  *ret_when = seconds;
  return true;
}

void
plw_paper_source_fill (const PlwPaperSource *source, PlwPaper *paper)
{
  paper->result = source->result;
  paper->other = source->other;
  paper->scenarios = (const PlwResult *const *) source->scenarios->pdata;
  paper->n_scenarios = source->scenarios->len;
}

size_t
plw_paper_n_warnings (const PlwProblems *problems)
{
  g_autoptr (PlwProblems) once = plw_problems_new ();

  plw_problems_add_unseen (once, NULL, problems);
  return plw_problems_count (once, PLW_SEVERITY_WARNING);
}

char *
plw_paper_trust (const PlwPlan *plan)
{
  size_t by_standing[PLW_STANDING_ASSUMED + 1] = { 0 };
  size_t n_silent = 0;

  for (PlwTableId table = 0; table < PLW_N_TABLES; table++)
    {
      size_t column;

      if (!plw_schema_find_column (table, "standing", &column))
        continue;
      for (size_t row = 0; row < plw_plan_n_rows (plan, table); row++)
        {
          int64_t standing = plw_plan_number (plan, table, row, column);

          if (standing >= 0 && standing <= PLW_STANDING_ASSUMED)
            by_standing[standing]++;
          else
            n_silent++;
        }
    }
  return g_strdup_printf (
      _ ("%zu published, %zu derived from published figures, %zu assumed, %zu without a standing."),
      by_standing[PLW_STANDING_PUBLISHED], by_standing[PLW_STANDING_DERIVED],
      by_standing[PLW_STANDING_ASSUMED], n_silent);
}

const char *
plw_paper_change_name (PlwEntryKind kind)
{
  switch (kind)
    {
    case PLW_ENTRY_EDIT:
      return _ ("Edit");
    case PLW_ENTRY_UNDO:
      return _ ("Taken back");
    case PLW_ENTRY_REDO:
      return _ ("Done again");
    }
  g_return_val_if_reached ("");
}
