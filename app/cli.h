/* cli.h: what the commands of placewright-cli share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Standard output carries results and nothing else; everything said to people
 * goes to standard error.
 */
#pragma once

#include <placewright/evaluate.h>
#include <placewright/plan.h>

/* Warnings that go with a result; more would push it off the screen. */
#define CLI_WARNINGS_MOST 10

/**
 * CliStatus: the exit status (contract, section 2).
 * @CLI_GO_ON: not an exit status: the command has work to do
 */
typedef enum
{
  CLI_GO_ON = -1,
  CLI_DONE = 0,
  CLI_PLAN = 1,
  CLI_USAGE = 2,
  CLI_FILE = 3,
} CliStatus;

typedef struct _CliCommand CliCommand;

/**
 * CliCommand:
 * @arguments: what follows the name in the usage line
 * @run: (nullable): NULL for commands of the contract that this version does not have
 * @args: the command line from the command's name on
 */
struct _CliCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  CliStatus (*run) (const CliCommand *command, char **args);
};

CliStatus cli_check (const CliCommand *command, char **args);
CliStatus cli_compare (const CliCommand *command, char **args);
CliStatus cli_evaluate (const CliCommand *command, char **args);
CliStatus cli_explain (const CliCommand *command, char **args);
CliStatus cli_export (const CliCommand *command, char **args);
CliStatus cli_import (const CliCommand *command, char **args);
CliStatus cli_verify (const CliCommand *command, char **args);
CliStatus cli_import_budget (const CliCommand *command, char **args);
CliStatus cli_import_return (const CliCommand *command, char **args);
CliStatus cli_import_table (const CliCommand *command, char **args);

/**
 * cli_parse:
 * @entries: the command's own options
 * @ret_path: (out) (transfer full): the one argument that is not an option
 *
 * Reads a command's options and prints its help where that is asked for.
 *
 * Returns: %CLI_GO_ON, else what to leave with
 */
CliStatus cli_parse (const CliCommand *command, const GOptionEntry *entries, char **args, char **ret_path);

/**
 * cli_parse_two:
 * @ret_paths: (out) (transfer full): the two arguments that are not options
 *
 * The same for a command that takes two.
 */
CliStatus cli_parse_two (const CliCommand *command,
                         const GOptionEntry *entries,
                         char **args,
                         char ***ret_paths);

/**
 * cli_parse_paths:
 * @ret_paths: (out) (transfer full) (nullable): all arguments that are not options
 *
 * The same for a command that takes more than one.
 */
CliStatus cli_parse_paths (const CliCommand *command,
                           const GOptionEntry *entries,
                           char **args,
                           char ***ret_paths);

/**
 * cli_parse_format:
 * @name: (nullable): NULL: text
 */
CliStatus cli_parse_format (const char *name, PlwFormat *ret_format);

/**
 * cli_load:
 * @problems: gets what is wrong with the plan
 * Returns: (transfer full) (nullable): NULL with the exit status in @ret_status;
 *   what is wrong is then printed already
 */
PlwPlan *cli_load (const char *path, PlwProblems *problems, CliStatus *ret_status);

/**
 * cli_load_to_keep:
 *
 * The same for a plan file to be made of it: rows say where they were read.
 */
PlwPlan *cli_load_to_keep (const char *path, PlwProblems *problems, CliStatus *ret_status);

/**
 * cli_evaluate_plan:
 * @problems: gets what is wrong with the plan
 * Returns: (transfer full) (nullable): NULL with the exit status in @ret_status;
 *   what is wrong is then printed already
 */
PlwResult *cli_evaluate_plan (const PlwPlan *plan,
                              const char *scenario,
                              const char *policy,
                              PlwProblems *problems,
                              CliStatus *ret_status);

/**
 * cli_print_problems:
 * @most: of warnings; more are only counted. Errors are all told.
 *
 * A line each on standard error, `error: ` or `warning: ` first.
 */
void cli_print_problems (const PlwProblems *problems, size_t most);

/**
 * cli_print:
 *
 * Writes @text to standard output and makes sure that it arrived.
 */
CliStatus cli_print (const char *text);

/* One sentence on standard error; the last two return the status that goes with it. */
void cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
CliStatus cli_fail (const GError *error);
CliStatus cli_fail_usage (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);
