/* cli-import-return.c: import-return: service lines of a revenue return into a plan file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli.h"

#include <placewright/return.h>
#include <placewright/store.h>

#include <glib/gi18n.h>

static CliStatus
take_in (PlwStore *store, char *const *paths, const PlwReturnOptions *options, bool is_dry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autofree char *report = NULL;
  PlwImportCounts counts;
  g_autoptr (PlwEdit) edit =
      plw_return_run (paths[1], plw_store_plan (store), options, problems, &counts, &report, &error);

  cli_print_problems (problems, SIZE_MAX);
  if (edit == NULL)
    return cli_fail (error);
  if (!is_dry && plw_edit_n_steps (edit) > 0
      && (!plw_store_commit (store, edit, &error) || !plw_store_save (store, paths[0], false, &error)))
    return cli_fail (error);

  g_autofree char *counted = g_strdup_printf (
      _ ("%zu service lines added, %zu changed, %zu as they were; %zu totals and empty lines left out\n"),
      counts.n_inserted, counts.n_updated, counts.n_unchanged, counts.n_left_out);
  g_autofree char *text = g_strconcat (report, counted, NULL);

  return cli_print (text);
}

CliStatus
cli_import_return (const CliCommand *command, char **args)
{
  g_auto (GStrv) paths = NULL;
  g_auto (GStrv) councils = NULL;
  g_autofree char *form = NULL;
  g_autofree char *year = NULL;
  gboolean is_uprated = FALSE;
  gboolean has_remainder = FALSE;
  gboolean is_dry = FALSE;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "council", 'c', 0, G_OPTION_ARG_STRING_ARRAY, &councils,
      N_ ("A council's name or code, * for any characters; may be repeated"), N_ ("COUNCIL") },
    { "form", 0, 0, G_OPTION_ARG_STRING, &form, N_ ("The form whose lines are wanted (default: RSX)"),
      N_ ("FORM") },
    { "year", 0, 0, G_OPTION_ARG_STRING, &year,
      N_ ("The return's year (default: as the file says, the last)"), N_ ("2024/25") },
    { "uprate", 0, 0, G_OPTION_ARG_NONE, &is_uprated,
      N_ ("Raise amounts to the prices of the plan's base year by the price index"), NULL },
    { "remainder", 0, 0, G_OPTION_ARG_NONE, &has_remainder,
      N_ ("Take what a total has beyond its lines as a line of its own"), NULL },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &is_dry, N_ ("Say what would be done and change nothing"), NULL },
    { NULL },
  };
  CliStatus status = cli_parse_paths (command, entries, args, &paths);

  if (status != CLI_GO_ON)
    return status;
  if (paths == NULL || paths[0] == NULL || paths[1] == NULL)
    return cli_fail_usage (command->name, _ ("%s needs a plan file and a source"), command->name);
  if (paths[2] != NULL)
    return cli_fail_usage (command->name, _ ("“%s” is one argument too many"), paths[2]);
  if (councils == NULL)
    return cli_fail_usage (command->name, _ ("%s needs --council"), command->name);

  PlwReturnOptions options = {
    .form = form != NULL ? form : "RSX",
    .councils = (const char *const *) councils,
    .is_uprated = is_uprated,
    .has_remainder = has_remainder,
  };

  if (year != NULL && !plw_year_parse (year, &options.year))
    return cli_fail_usage (command->name, _ ("--year is a financial year such as 2026/27"));

  PlwStore *store = plw_store_open (paths[0], &error);

  if (store == NULL)
    return cli_fail (error);

  status = take_in (store, paths, &options, is_dry);

  /* What was not saved was not asked for; the file is as it was. */
  if (status != CLI_DONE || is_dry)
    plw_store_discard (store);
  plw_store_free (store);
  return status;
}
