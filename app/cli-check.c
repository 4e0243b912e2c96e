/* cli-check.c: check: everything that is wrong with a plan, in every scenario.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli.h"

#include <glib/gi18n.h>

#include <string.h>

static CliStatus
check_scenario (const PlwPlan *plan, const char *scenario, PlwProblems *all)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwResult) result = plw_evaluate (plan, scenario, NULL, problems, &error);

  plw_problems_add_unseen (all, NULL, problems);
  if (result != NULL)
    return CLI_DONE;

  if (scenario != NULL)
    cli_complain (_ ("scenario “%s”: %s"), scenario, error->message);
  else
    cli_complain ("%s", error->message);
  return CLI_PLAN;
}

static CliStatus
check_scenarios (const PlwPlan *plan, PlwProblems *all)
{
  const char *root = plw_plan_root_scenario (plan);
  CliStatus status = check_scenario (plan, NULL, all);

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS); row++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_CODE);

      if (strcmp (code, root) != 0 && check_scenario (plan, code, all) != CLI_DONE)
        status = CLI_PLAN;
    }

  return status;
}

static CliStatus
print_verdict (const PlwPlan *plan, const PlwProblems *problems)
{
  size_t n_scenarios = plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS);
  size_t n_warnings = plw_problems_count (problems, PLW_SEVERITY_WARNING);
  g_autofree char *scenarios = g_strdup_printf (
      ngettext ("%zu scenario", "%zu scenarios", MAX (n_scenarios, 1)), MAX (n_scenarios, 1));
  g_autofree char *warnings =
      g_strdup_printf (ngettext ("%zu warning", "%zu warnings", n_warnings), n_warnings);
  g_autofree char *verdict = g_strdup_printf (_ ("no rule is broken in %s, %s\n"), scenarios, warnings);

  return cli_print (verdict);
}

CliStatus
cli_check (const CliCommand *command, char **args)
{
  g_autofree char *path = NULL;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  const GOptionEntry entries[] = { { NULL } };
  CliStatus status = cli_parse (command, entries, args, &path);

  if (status != CLI_GO_ON)
    return status;

  g_autoptr (PlwPlan) plan = cli_load (path, problems, &status);

  if (plan == NULL)
    return status;

  status = check_scenarios (plan, problems);
  cli_print_problems (problems, SIZE_MAX);

  return status != CLI_DONE ? status : print_verdict (plan, problems);
}
