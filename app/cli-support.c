/* cli-support.c: options, plans, problems and output, the same for every command.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli.h"

#include <placewright/exchange.h>

#include <glib/gi18n.h>

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Text is UTF-8 throughout, also where the locale says otherwise: names and
 * pounds must not turn into question marks in a build log.
 */
static void
write_error_line (const char *text)
{
  fputs ("placewright-cli: ", stderr);
  fputs (text, stderr);
  fputc ('\n', stderr);
}

void
cli_complain (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  write_error_line (text);
}

CliStatus
cli_fail_usage (const char *command, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  write_error_line (text);
  if (command != NULL)
    cli_complain (_ ("see placewright-cli %s --help"), command);
  else
    cli_complain (_ ("see placewright-cli --help"));

  return CLI_USAGE;
}

/* A scenario or policy that is not in the plan was named on the command line. */
static CliStatus
status_of (const GError *error)
{
  if (error->domain != PLW_ERROR)
    return CLI_FILE;

  switch ((PlwError) error->code)
    {
    case PLW_ERROR_SYNTAX:
    case PLW_ERROR_RANGE:
    case PLW_ERROR_PLAN:
      return CLI_PLAN;
    case PLW_ERROR_NOT_FOUND:
      return CLI_USAGE;
    case PLW_ERROR_IO:
    case PLW_ERROR_FORMAT:
    case PLW_ERROR_NEWER:
    case PLW_ERROR_CHANGED:
    case PLW_ERROR_CANCELLED:
      return CLI_FILE;
    }

  g_assert_not_reached ();
}

CliStatus
cli_fail (const GError *error)
{
  write_error_line (error->message);

  return status_of (error);
}

CliStatus
cli_print (const char *text)
{
  if (fputs (text, stdout) != EOF && fflush (stdout) == 0)
    return CLI_DONE;

  /* Whoever closed the pipe has seen enough and needs no sentence. */
  if (errno != EPIPE)
    cli_complain (_ ("standard output could not be written: %s"), g_strerror (errno));

  return CLI_FILE;
}

void
cli_print_problems (const PlwProblems *problems, size_t most)
{
  size_t n_warnings = 0;

  for (size_t i = 0; i < plw_problems_size (problems); i++)
    {
      const PlwProblem *problem = plw_problems_get (problems, i);
      bool is_error = problem->severity == PLW_SEVERITY_ERROR;
      g_autofree char *text = plw_problem_to_text (problem);

      if (!is_error && ++n_warnings > most)
        continue;
      fprintf (stderr, "%s: %s\n", is_error ? _ ("error") : _ ("warning"), text);
    }
  if (n_warnings > most)
    {
      size_t n_more = n_warnings - most;

      fprintf (stderr,
               ngettext ("warning: and %zu more; the command check lists them all\n",
                         "warning: and %zu more; the command check lists them all\n", n_more),
               n_more);
    }
}

static CliStatus
print_command_help (const CliCommand *command, GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

  return cli_print (help);
}

CliStatus
cli_parse_paths (const CliCommand *command, const GOptionEntry *entries, char **args, char ***ret_paths)
{
  gboolean wants_help = FALSE;
  g_auto (GStrv) paths = NULL;
  g_auto (GStrv) rest = g_strdupv (args);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("placewright-cli %s", command->name);
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, N_ ("Print this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    { NULL },
  };

  g_set_prgname (name);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, command->summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, &rest, &error))
    return cli_fail_usage (command->name, "%s", error->message);
  if (wants_help)
    return print_command_help (command, context);

  *ret_paths = g_steal_pointer (&paths);
  return CLI_GO_ON;
}

CliStatus
cli_parse (const CliCommand *command, const GOptionEntry *entries, char **args, char **ret_path)
{
  g_auto (GStrv) paths = NULL;
  CliStatus status = cli_parse_paths (command, entries, args, &paths);

  if (status != CLI_GO_ON)
    return status;
  if (paths == NULL)
    return cli_fail_usage (command->name, _ ("%s needs a plan file or plan folder"), command->name);
  if (paths[1] != NULL)
    return cli_fail_usage (command->name, _ ("“%s” is one argument too many"), paths[1]);

  *ret_path = g_strdup (paths[0]);
  return CLI_GO_ON;
}

CliStatus
cli_parse_two (const CliCommand *command, const GOptionEntry *entries, char **args, char ***ret_paths)
{
  g_auto (GStrv) paths = NULL;
  CliStatus status = cli_parse_paths (command, entries, args, &paths);

  if (status != CLI_GO_ON)
    return status;
  if (paths == NULL || paths[1] == NULL)
    return cli_fail_usage (command->name, _ ("%s needs a committee workbook and a plan"), command->name);
  if (paths[2] != NULL)
    return cli_fail_usage (command->name, _ ("“%s” is one argument too many"), paths[2]);

  *ret_paths = g_steal_pointer (&paths);
  return CLI_GO_ON;
}

CliStatus
cli_parse_format (const char *name, PlwFormat *ret_format)
{
  static const struct
  {
    const char *name;
    PlwFormat format;
  } formats[] = { { "text", PLW_FORMAT_TEXT }, { "csv", PLW_FORMAT_CSV }, { "json", PLW_FORMAT_JSON } };

  for (size_t i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (name != NULL ? name : "text", formats[i].name) == 0)
      {
        *ret_format = formats[i].format;
        return CLI_GO_ON;
      }

  cli_complain (_ ("“%s” is not a format; write text, csv or json"), name);
  return CLI_USAGE;
}

typedef PlwPlan *LoadFunc (const char *path, PlwProblems *problems, GError **error);

static PlwPlan *
load_by (LoadFunc *load, const char *path, PlwProblems *problems, CliStatus *ret_status)
{
  g_autoptr (GError) error = NULL;

  PlwPlan *plan = load (path, problems, &error);

  if (plan == NULL)
    {
      cli_print_problems (problems, CLI_WARNINGS_MOST);
      *ret_status = cli_fail (error);
    }

  return plan;
}

PlwPlan *
cli_load (const char *path, PlwProblems *problems, CliStatus *ret_status)
{
  return load_by (plw_plan_load, path, problems, ret_status);
}

PlwPlan *
cli_load_to_keep (const char *path, PlwProblems *problems, CliStatus *ret_status)
{
  return load_by (plw_plan_import, path, problems, ret_status);
}

PlwResult *
cli_evaluate_plan (const PlwPlan *plan,
                   const char *scenario,
                   const char *policy,
                   PlwProblems *problems,
                   CliStatus *ret_status)
{
  g_autoptr (GError) error = NULL;
  PlwResult *result = plw_evaluate (plan, scenario, policy, problems, &error);

  if (result == NULL)
    {
      cli_print_problems (problems, CLI_WARNINGS_MOST);
      *ret_status = cli_fail (error);
    }

  return result;
}
