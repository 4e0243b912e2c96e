/* cli-evaluate.c: evaluate: one result table of one scenario under one policy.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli.h"

#include <placewright/fragmentation.h>

#include <glib/gi18n.h>

/* Tables that are not of the result alone. */
typedef enum
{
  TABLE_OF_RESULT,
  TABLE_SHORTFALL, /* for people */
  TABLE_CHECKS,
  TABLE_FRAGMENTATION,
  TABLE_FREEDOMS,
} OtherTable;

static const struct
{
  const char *name;
  OtherTable table;
} others[] = {
  { "shortfall", TABLE_SHORTFALL },
  { "checks", TABLE_CHECKS },
  { "fragmentation", TABLE_FRAGMENTATION },
  { "freedoms", TABLE_FREEDOMS },
};

/**
 * Request: what the options ask for.
 * @most: of the shortfall's lines; 0: all
 */
typedef struct
{
  OtherTable other;
  PlwResultTable table;
  PlwFormat format;
  int most;
} Request;

static char *
list_tables (void)
{
  GString *list = g_string_new (NULL);

  for (int t = 0; t < PLW_N_RESULT_TABLES; t++)
    g_string_append_printf (list, "%s, ", plw_result_table_name ((PlwResultTable) t));
  for (size_t i = 0; i < G_N_ELEMENTS (others); i++)
    g_string_append_printf (list, i + 1 < G_N_ELEMENTS (others) ? "%s, " : "%s", others[i].name);
  return g_string_free (list, FALSE);
}

static CliStatus
parse_table (const CliCommand *command, const char *name, Request *request)
{
  if (plw_result_find_table (name, &request->table))
    return CLI_GO_ON;
  for (size_t i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_strcmp0 (name, others[i].name) == 0)
      request->other = others[i].table;
  if (request->other == TABLE_OF_RESULT)
    {
      g_autofree char *list = list_tables ();

      return cli_fail_usage (command->name, _ ("“%s” is not a table; write one of %s"), name, list);
    }
  if (request->other == TABLE_SHORTFALL && request->format != PLW_FORMAT_TEXT)
    return cli_fail_usage (command->name, _ ("the shortfall table is text; "
                                             "--table uses has the same figures as csv and json"));
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
  if (status == CLI_GO_ON && request->most > 0 && request->other != TABLE_SHORTFALL)
    status = cli_fail_usage (command->name, _ ("--most goes with --table shortfall"));

  return status;
}

static char *
write_rules (const PlwResult *result, const Request *request)
{
  g_autoptr (PlwFragmentation) fragmentation =
      plw_study_fragmentation (plw_result_study (result), NULL, NULL, NULL);

  return request->other == TABLE_FREEDOMS ? plw_freedoms_to_text (fragmentation, request->format)
                                          : plw_fragmentation_to_text (fragmentation, request->format);
}

static char *
write_table (const PlwResult *result, const PlwProblems *problems, const Request *request)
{
  switch (request->other)
    {
    case TABLE_SHORTFALL:
      return plw_result_shortfall_text (result, (size_t) request->most);
    case TABLE_CHECKS:
      return plw_problems_to_table (problems, request->format);
    case TABLE_FRAGMENTATION:
    case TABLE_FREEDOMS:
      return write_rules (result, request);
    default:
      return plw_result_to_text (result, request->table, request->format);
    }
}

/* A table for people names its scenario and policy; the shortfall does so itself.
 * What rules cost is asked of today's rules, whatever --policy says.
 */
static CliStatus
print_result (const PlwResult *result, const PlwProblems *problems, const Request *request, const char *table)
{
  bool is_of_rules = request->other == TABLE_FRAGMENTATION || request->other == TABLE_FREEDOMS;
  g_autofree char *text = write_table (result, problems, request);

  if (request->format != PLW_FORMAT_TEXT || request->other == TABLE_SHORTFALL
      || request->other == TABLE_CHECKS)
    return cli_print (text);

  g_autofree char *headed =
      is_of_rules ? g_strdup_printf (_ ("Table %s, scenario %s: what today's rules cost; to lift them is a "
                                        "question of policy and not lawful today\n%s"),
                                     table, plw_result_scenario (result), text)
                  : g_strdup_printf (_ ("Table %s; policy %s, scenario %s\n%s"), table,
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
      N_ ("The table (default: summary); a wrong name lists them all"), N_ ("T") },
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

  if (request.other != TABLE_CHECKS)
    cli_print_problems (problems, CLI_WARNINGS_MOST);
  return print_result (result, problems, &request, table != NULL ? table : "summary");
}
