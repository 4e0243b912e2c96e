/* cli-evaluate.c: evaluate: one result table of one scenario under one policy.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli.h"

#include <glib/gi18n.h>

/**
 * Request: what the options ask for.
 * @is_shortfall: the table for people instead of @table
 * @most: of the shortfall's lines; 0: all
 */
typedef struct
{
  bool is_shortfall;
  PlwResultTable table;
  PlwFormat format;
  int most;
} Request;

static CliStatus
parse_table (const CliCommand *command, const char *name, Request *request)
{
  static const char *const later[] = { "bridge", "programmes", "partners", "causes", NULL };

  request->is_shortfall = g_strcmp0 (name, "shortfall") == 0;
  if (request->is_shortfall)
    return request->format == PLW_FORMAT_TEXT
               ? CLI_GO_ON
               : cli_fail_usage (command->name, _ ("the shortfall table is text; "
                                                   "--table uses has the same figures as csv and json"));

  if (g_strv_contains (later, name))
    return cli_fail_usage (command->name, _ ("the table “%s” is not in this version"), name);
  if (!plw_result_find_table (name, &request->table))
    return cli_fail_usage (
        command->name, _ ("“%s” is not a table; write summary, uses, pots, allocation or shortfall"), name);

  return CLI_GO_ON;
}

static CliStatus
parse_request (const CliCommand *command, const char *table, const char *format, Request *request)
{
  CliStatus status = cli_parse_format (format, &request->format);

  if (status == CLI_GO_ON)
    status = parse_table (command, table != NULL ? table : "summary", request);
  if (status == CLI_GO_ON && request->most < 0)
    status = cli_fail_usage (command->name, _ ("--most cannot be below 0"));
  if (status == CLI_GO_ON && request->most > 0 && !request->is_shortfall)
    status = cli_fail_usage (command->name, _ ("--most goes with --table shortfall"));

  return status;
}

/* A table for people names its scenario and policy; the shortfall does so itself. */
static CliStatus
print_result (const PlwResult *result, const Request *request, const char *table)
{
  if (request->is_shortfall)
    {
      g_autofree char *shortfall = plw_result_shortfall_text (result, (size_t) request->most);

      return cli_print (shortfall);
    }

  g_autofree char *text = plw_result_to_text (result, request->table, request->format);

  if (request->format != PLW_FORMAT_TEXT)
    return cli_print (text);

  g_autofree char *headed = g_strdup_printf (_ ("Table %s; policy %s, scenario %s\n%s"), table,
                                             plw_result_policy (result), plw_result_scenario (result), text);

  return cli_print (headed);
}

CliStatus
cli_evaluate (const CliCommand *command, char **args)
{
  g_autofree char *scenario = NULL;
  g_autofree char *policy = NULL;
  g_autofree char *table = NULL;
  g_autofree char *format = NULL;
  g_autofree char *path = NULL;
  Request request = { 0 };
  const GOptionEntry entries[] = {
    { "scenario", 's', 0, G_OPTION_ARG_STRING, &scenario, N_ ("The scenario (default: the root)"), N_ ("S") },
    { "policy", 'p', 0, G_OPTION_ARG_STRING, &policy, N_ ("The policy (default: today)"), N_ ("P") },
    { "table", 't', 0, G_OPTION_ARG_STRING, &table,
      N_ ("summary (default), uses, pots, allocation or shortfall"), N_ ("T") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("text (default), csv or json"), N_ ("F") },
    { "most", 0, 0, G_OPTION_ARG_INT, &request.most, N_ ("At most N lines of the shortfall, worst first"),
      N_ ("N") },
    { NULL },
  };
  CliStatus status = cli_parse (command, entries, args, &path);

  if (status == CLI_GO_ON)
    status = parse_request (command, table, format, &request);
  if (status != CLI_GO_ON)
    return status;

  g_autoptr (PlwProblems) loaded = plw_problems_new ();
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwPlan) plan = cli_load (path, loaded, &status);

  if (plan == NULL)
    return status;

  g_autoptr (PlwResult) result = cli_evaluate_plan (plan, scenario, policy, problems, &status);

  if (result == NULL)
    return status;

  cli_print_problems (problems);
  return print_result (result, &request, table != NULL ? table : "summary");
}
