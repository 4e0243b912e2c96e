/* cli-paper.c: what a committee workbook is made of, gathered from a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-paper.h"

#include <glib/gi18n.h>

void
cli_paper_clear (CliPaper *held)
{
  g_clear_pointer (&held->result, plw_result_free);
  g_clear_pointer (&held->other, plw_result_free);
  g_clear_pointer (&held->problems, plw_problems_free);
  g_clear_pointer (&held->scenarios, g_ptr_array_unref);
  g_clear_pointer (&held->store, plw_store_free);
}

/* Every scenario under the policy; one that cannot be evaluated is left out, and that is said. */
static GPtrArray *
evaluate_scenarios (const PlwPlan *plan, const char *policy)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) plw_result_free);

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS); row++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_CODE);
      g_autoptr (PlwProblems) ignored = plw_problems_new ();
      PlwResult *result = plw_evaluate (plan, code, policy, ignored, NULL);

      if (result != NULL)
        g_ptr_array_add (results, result);
      else
        cli_complain (_ ("the scenario “%s” has errors and is left out of the comparison"), code);
    }
  return results;
}

/* A plan file's change log; NULL for a plan without one. */
static PlwStore *
open_log (const char *path)
{
  char *contents;
  size_t size;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || !g_file_get_contents (path, &contents, &size, NULL))
    return NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_take (contents, size);

  return plw_store_open_bytes (bytes, NULL);
}

/* The figures of one policy, with those of the other one beside them. */
CliStatus
cli_paper_gather (CliPaper *held,
                  const PlwPlan *plan,
                  const char *source,
                  const char *scenario,
                  const char *policy,
                  PlwPaper *paper)
{
  const char *beside = g_strcmp0 (policy, "placemaking") == 0 ? "today" : "placemaking";
  CliStatus status = CLI_DONE;
  g_autoptr (PlwProblems) ignored = plw_problems_new ();

  held->problems = plw_problems_new ();
  held->result = cli_evaluate_plan (plan, scenario, policy, held->problems, &status);
  if (held->result == NULL)
    return status;
  held->other = cli_evaluate_plan (plan, scenario, beside, ignored, &status);
  if (held->other == NULL)
    return status;
  held->scenarios = evaluate_scenarios (plan, policy);
  held->store = open_log (source);
  paper->result = held->result;
  paper->other = held->other;
  paper->problems = held->problems;
  paper->scenarios = (const PlwResult *const *) held->scenarios->pdata;
  paper->n_scenarios = held->scenarios->len;
  paper->store = held->store;
  return CLI_GO_ON;
}
