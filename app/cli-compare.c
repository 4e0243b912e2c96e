/* cli-compare.c: compare: scenarios and policies side by side, year by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli.h"
#include "cli-compare.h"

#include <glib/gi18n.h>

#include <string.h>

/* “A,B” as a list; an empty name or one given twice is a slip of the hand. */
static CliStatus
parse_names (const CliCommand *command, const char *option, const char *text, char ***ret_names)
{
  g_auto (GStrv) names = g_strsplit (text, ",", -1);

  if (names[0] == NULL)
    return cli_fail_usage (command->name, _ ("%s names nothing"), option);

  for (size_t i = 0; names[i] != NULL; i++)
    {
      if (*g_strstrip (names[i]) == '\0')
        return cli_fail_usage (command->name, _ ("%s has an empty name in “%s”"), option, text);

      for (size_t j = 0; j < i; j++)
        if (strcmp (names[i], names[j]) == 0)
          return cli_fail_usage (command->name, _ ("%s names “%s” twice"), option, names[i]);
    }

  *ret_names = g_steal_pointer (&names);
  return CLI_GO_ON;
}

static CliStatus
evaluate_all (const PlwPlan *plan, char **scenarios, char **policies, GPtrArray *results)
{
  g_autoptr (PlwProblems) all = plw_problems_new ();

  for (size_t i = 0; scenarios[i] != NULL; i++)
    for (size_t j = 0; policies[j] != NULL; j++)
      {
        CliStatus status = CLI_DONE;
        g_autoptr (PlwProblems) problems = plw_problems_new ();
        PlwResult *result = cli_evaluate_plan (plan, scenarios[i], policies[j], problems, &status);

        if (result == NULL)
          return status;

        g_ptr_array_add (results, result);
        plw_problems_add_unseen (all, NULL, problems);
      }

  cli_print_problems (all, CLI_WARNINGS_MOST);
  return CLI_GO_ON;
}

static CliStatus
compare (const char *path, char **scenarios, char **policies, bool is_bridge, PlwFormat format)
{
  CliStatus status = CLI_GO_ON;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) plw_result_free);
  g_autoptr (PlwPlan) plan = cli_load (path, problems, &status);

  if (plan == NULL)
    return status;

  status = evaluate_all (plan, scenarios, policies, results);
  if (status != CLI_GO_ON)
    return status;

  const PlwResult *const *held = (const PlwResult *const *) results->pdata;
  g_autofree char *text = is_bridge ? plw_results_bridge_to_text (held[0], held + 1, results->len - 1, format)
                                    : cli_compare_to_text (results, format);

  return cli_print (text);
}

CliStatus
cli_compare (const CliCommand *command, char **args)
{
  g_autofree char *scenario_list = NULL;
  g_autofree char *policy_list = NULL;
  g_autofree char *format_name = NULL;
  g_autofree char *table = NULL;
  g_autofree char *path = NULL;
  g_auto (GStrv) scenarios = NULL;
  g_auto (GStrv) policies = NULL;
  PlwFormat format = PLW_FORMAT_TEXT;
  const GOptionEntry entries[] = {
    { "scenarios", 's', 0, G_OPTION_ARG_STRING, &scenario_list,
      N_ ("The scenarios; the others are measured against the first"), N_ ("A,B") },
    { "policies", 'p', 0, G_OPTION_ARG_STRING, &policy_list, N_ ("The policies (default: today)"),
      N_ ("P,Q") },
    { "table", 't', 0, G_OPTION_ARG_STRING, &table,
      N_ ("figures (default), or bridge: why the others' needs differ from the first's"), N_ ("T") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_ ("text (default), csv or json"), N_ ("F") },
    { NULL },
  };
  CliStatus status = cli_parse (command, entries, args, &path);

  if (status == CLI_GO_ON && scenario_list == NULL)
    status = cli_fail_usage (command->name, _ ("compare needs --scenarios"));
  if (status == CLI_GO_ON)
    status = parse_names (command, "--scenarios", scenario_list, &scenarios);
  if (status == CLI_GO_ON)
    status = parse_names (command, "--policies", policy_list != NULL ? policy_list : "today", &policies);
  if (status == CLI_GO_ON)
    status = cli_parse_format (format_name, &format);
  if (status == CLI_GO_ON && table != NULL && strcmp (table, "figures") != 0 && strcmp (table, "bridge") != 0)
    status = cli_fail_usage (command->name, _ ("“%s” is not a table; write figures or bridge"), table);

  return status != CLI_GO_ON ? status
                             : compare (path, scenarios, policies, g_strcmp0 (table, "bridge") == 0, format);
}
