/* cli.c: placewright-cli: everything the window does with data, without a display.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli.h"
#include "language.h"

#include <glib/gi18n.h>
#include <placewright/memory.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>

static const CliCommand commands[] = {
  { "import", "SOURCE -o PLAN.placewright",
    N_ ("Make a plan file from a plan folder, plan workbook or plan file"), cli_import },
  { "import-table", "PLAN.placewright SOURCE --table TABLE [OPTION…]",
    N_ ("Take rows of any spreadsheet into a table of a plan file"), cli_import_table },
  { "import-budget", "PLAN.placewright TABLE [OPTION…]",
    N_ ("Take a published budget table into a plan file"), cli_import_budget },
  { "import-return", "PLAN.placewright RETURN.csv --council COUNCIL [OPTION…]",
    N_ ("Take service lines of a revenue return into a plan file"), cli_import_return },
  { "export", "PLAN (--workbook FILE.xlsx | --folder DIR | --template FILE.xlsx)",
    N_ ("Write a plan for other programs"), cli_export },
  { "check", "PLAN", N_ ("Say what is wrong with a plan"), cli_check },
  { "evaluate", "PLAN [OPTION…]", N_ ("Work out need, money and shortfall"), cli_evaluate },
  { "compare", "PLAN --scenarios A,B[,…] [OPTION…]", N_ ("Set scenarios and policies side by side"),
    cli_compare },
  { "explain", "PLAN --use U --year Y [OPTION…]",
    N_ ("Say how a figure came about and why money falls short"), cli_explain },
  { "verify", "PAPER.xlsx PLAN", N_ ("Say whether a committee workbook still matches its plan"), cli_verify },
  { "simulate", NULL, NULL, NULL },
  { "sensitivity", NULL, NULL, NULL },
  { "goal-seek", NULL, NULL, NULL },
  { "optimise", NULL, NULL, NULL },
};

static char *
build_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n  placewright-cli %s\n\n%s\n", _ ("Usage:"), _ ("COMMAND [OPTION…]"),
                          _ ("Commands:"));
  for (size_t i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].run != NULL)
      g_string_append_printf (text, "  %-14s%s\n", commands[i].name, _ (commands[i].summary));

  g_string_append_printf (text, "\n%s\n  --help    %s\n  --version %s\n\n", _ ("Options:"),
                          _ ("Print this help; after a command, print the command's"),
                          _ ("Print the version"));
  g_string_append (text, _ ("Exit status: 0 done; 1 the plan breaks a rule; 2 bad usage; "
                            "3 a file could not be read or written."));
  g_string_append_c (text, '\n');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const CliCommand *
find_command (const char *name)
{
  for (size_t i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];

  return NULL;
}

static CliStatus
run_command (char **args)
{
  const CliCommand *command = find_command (args[0]);

  if (command == NULL)
    return cli_fail_usage (NULL, _ ("“%s” is not a command"), args[0]);
  if (command->run == NULL)
    return cli_fail_usage (NULL, _ ("“%s” is not in this version"), args[0]);

  return command->run (command, args);
}

static CliStatus
run (char **args)
{
  if (args[0] == NULL)
    return cli_fail_usage (NULL, _ ("a command is missing"));

  if (strcmp (args[0], "--help") == 0 || strcmp (args[0], "-h") == 0 || strcmp (args[0], "help") == 0)
    {
      g_autofree char *help = build_help ();

      return cli_print (help);
    }

  if (strcmp (args[0], "--version") == 0)
    return cli_print ("placewright-cli " PLW_VERSION "\n");

  return run_command (args);
}

int
main (int argc, char **argv)
{
  plw_app_use_language ();
  plw_keep_memory ();

  /* A reader that goes away is a failed write like any other. */
  signal (SIGPIPE, SIG_IGN);

  return (int) run (argv + (argc > 0 ? 1 : 0));
}
