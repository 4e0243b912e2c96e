/* cli-exchange.c: import and export: plans in and plans out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli.h"

#include <placewright/exchange.h>
#include <placewright/store.h>

#include <glib/gi18n.h>

static CliStatus
save_new_file (const PlwPlan *plan, const char *source, const char *target)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = g_filename_display_basename (source);
  g_autofree char *origin = g_strdup_printf (_ ("Imported from %s"), shown);
  g_autoptr (PlwStore) store = plw_store_new_file (plan, origin, &error);

  if (store == NULL)
    return cli_fail (error);

  if (!plw_store_save (store, target, true, &error))
    {
      /* The plan is where it came from: no working copy must stay behind. */
      plw_store_discard (store);
      return cli_fail (error);
    }

  return CLI_DONE;
}

CliStatus
cli_import (const CliCommand *command, char **args)
{
  g_autofree char *target = NULL;
  g_autofree char *source = NULL;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &target, N_ ("The plan file to write"),
      N_ ("PLAN.placewright") },
    { NULL },
  };
  CliStatus status = cli_parse (command, entries, args, &source);

  if (status != CLI_GO_ON)
    return status;
  if (target == NULL || *target == '\0')
    return cli_fail_usage (command->name, _ ("import needs -o and the plan file to write"));

  g_autoptr (PlwPlan) plan = cli_load_to_keep (source, problems, &status);

  if (plan == NULL)
    return status;

  cli_print_problems (problems, CLI_WARNINGS_MOST);
  return save_new_file (plan, source, target);
}

/* The figures of one policy, with those of the other one beside them. */
static CliStatus
write_workbook (const PlwPlan *plan, const char *scenario, const char *policy, const char *target)
{
  const char *beside = g_strcmp0 (policy, "placemaking") == 0 ? "today" : "placemaking";
  CliStatus status = CLI_DONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwProblems) ignored = plw_problems_new ();
  g_autoptr (PlwResult) result = cli_evaluate_plan (plan, scenario, policy, problems, &status);
  g_autoptr (PlwResult) other = NULL;

  if (result == NULL)
    return status;
  other = cli_evaluate_plan (plan, scenario, beside, ignored, &status);
  if (other == NULL)
    return status;

  cli_print_problems (problems, CLI_WARNINGS_MOST);
  const PlwPaper paper = { .result = result, .other = other, .problems = problems };

  if (!plw_workbook_write (&paper, target, &error))
    return cli_fail (error);

  return CLI_DONE;
}

static CliStatus
write_folder (const PlwPlan *plan, const PlwProblems *problems, const char *target)
{
  g_autoptr (GError) error = NULL;

  cli_print_problems (problems, CLI_WARNINGS_MOST);
  if (!plw_folder_write (plan, target, &error))
    return cli_fail (error);

  return CLI_DONE;
}

CliStatus
cli_export (const CliCommand *command, char **args)
{
  g_autofree char *workbook = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *pdf = NULL;
  g_autofree char *scenario = NULL;
  g_autofree char *policy = NULL;
  g_autofree char *path = NULL;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  const GOptionEntry entries[] = {
    { "workbook", 0, 0, G_OPTION_ARG_FILENAME, &workbook, N_ ("Write the committee workbook"),
      N_ ("FILE.xlsx") },
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &folder, N_ ("Write the plan as plain tables"), N_ ("DIR") },
    { "pdf", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &pdf, NULL, NULL },
    { "scenario", 's', 0, G_OPTION_ARG_STRING, &scenario, N_ ("The workbook's scenario (default: the root)"),
      N_ ("S") },
    { "policy", 'p', 0, G_OPTION_ARG_STRING, &policy, N_ ("The workbook's policy (default: today)"),
      N_ ("P") },
    { NULL },
  };
  CliStatus status = cli_parse (command, entries, args, &path);

  if (status != CLI_GO_ON)
    return status;
  if (pdf != NULL)
    return cli_fail_usage (command->name, _ ("“--pdf” is not in this version"));
  if ((workbook == NULL) == (folder == NULL))
    return cli_fail_usage (command->name, _ ("export needs either --workbook or --folder"));
  if (folder != NULL && (scenario != NULL || policy != NULL))
    return cli_fail_usage (command->name,
                           _ ("a folder holds every scenario; --scenario and --policy go with --workbook"));

  g_autoptr (PlwPlan) plan = cli_load (path, problems, &status);

  if (plan == NULL)
    return status;

  return folder != NULL ? write_folder (plan, problems, folder)
                        : write_workbook (plan, scenario, policy, workbook);
}
