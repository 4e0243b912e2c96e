/* cli-import-budget.c: import-budget: a published budget table into a plan file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli.h"

#include <placewright/budget.h>
#include <placewright/store.h>

#include <glib/gi18n.h>

#include <stdio.h>

/* What was asked for. All owned. */
typedef struct
{
  char **paths;
  char *sheet;
  char *unit;
  char *signs;
  char *shape;
  char *years;
  char *part;
  char *line;
  char *year;
  gboolean is_dry;
  gboolean accepts;
  gboolean is_empty_nothing;
} Request;

static void
clear_request (Request *self)
{
  g_strfreev (self->paths);
  g_free (self->sheet);
  g_free (self->unit);
  g_free (self->signs);
  g_free (self->shape);
  g_free (self->years);
  g_free (self->part);
  g_free (self->line);
  g_free (self->year);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, clear_request)

static const char *const unit_names[] = { "", "£", "£k", "£m", NULL };
static const char *const sign_names[] = { "auto", "signed", "unsigned", NULL };
static const char *const shape_names[] = { "auto", "levels", "movements", "build-up",
                                           "gap",  "mixed",  "capital",   NULL };
static const char *const years_names[] = { "auto", "across", "down", NULL };

static bool
find_name (const char *name, const char *const *names, int *ret_index)
{
  *ret_index = 0;
  for (int i = 0; name != NULL && names[i] != NULL; i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *ret_index = i;
        return true;
      }

  return name == NULL;
}

static CliStatus
set_up (const CliCommand *command, const Request *request, PlwBudgetOptions *ret_options)
{
  static const int64_t units[] = { 0, 1, 1000, 1000000 };
  int unit;
  int signs;
  int shape;
  int years;

  if (request->paths == NULL || request->paths[0] == NULL || request->paths[1] == NULL)
    return cli_fail_usage (command->name, _ ("%s needs a plan file and a source"), command->name);
  if (request->paths[2] != NULL)
    return cli_fail_usage (command->name, _ ("“%s” is one argument too many"), request->paths[2]);
  if (!find_name (request->unit, unit_names, &unit))
    return cli_fail_usage (command->name, _ ("--unit is £, £k or £m"));
  if (!find_name (request->signs, sign_names, &signs))
    return cli_fail_usage (command->name, _ ("--sign is signed or unsigned"));
  if (!find_name (request->shape, shape_names, &shape))
    return cli_fail_usage (command->name,
                           _ ("--shape is levels, movements, build-up, gap, mixed or capital"));
  if (!find_name (request->years, years_names, &years))
    return cli_fail_usage (command->name, _ ("--years is across or down"));

  *ret_options = (PlwBudgetOptions){
    .sheet = request->sheet,
    .unit = units[unit],
    .shape = (PlwBudgetShape) shape,
    .signs = (PlwBudgetSigns) signs,
    .years = (PlwBudgetYears) years,
    .part = request->part,
    .line = request->line,
    .is_empty_nothing = request->is_empty_nothing,
    .accepts = request->accepts,
  };
  if (request->year != NULL && !plw_year_parse (request->year, &ret_options->year))
    return cli_fail_usage (command->name, _ ("--year is a financial year such as 2026/27"));

  return CLI_GO_ON;
}

static CliStatus
take_in (PlwStore *store, const Request *request, PlwBudget *budget)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autofree char *ties = NULL;
  g_autofree char *reading = plw_budget_to_text (budget);
  PlwImportCounts counts;
  g_autoptr (PlwEdit) edit =
      plw_budget_run (budget, plw_store_plan (store), problems, &counts, &ties, &error);

  /* How the table was read is a result where it is taken, and else what explains why not. */
  if (edit == NULL)
    fputs (reading, stderr);
  cli_print_problems (problems, SIZE_MAX);
  if (edit == NULL)
    return cli_fail (error);
  if (!request->is_dry && plw_edit_n_steps (edit) > 0
      && (!plw_store_commit (store, edit, &error)
          || !plw_store_save (store, request->paths[0], false, &error)))
    return cli_fail (error);

  g_autofree char *counted = g_strdup_printf (
      _ ("%zu rows taken: %zu added, %zu changed, %zu as they were; %zu totals and others left out\n"),
      counts.n_rows, counts.n_inserted, counts.n_updated, counts.n_unchanged, counts.n_left_out);
  g_autofree char *text = g_strconcat (reading, ties, counted, NULL);

  return cli_print (text);
}

static CliStatus
import_budget (const Request *request, const PlwBudgetOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwBudget) budget = plw_budget_read (request->paths[1], options, &error);

  if (budget == NULL)
    return cli_fail (error);

  PlwStore *store = plw_store_open (request->paths[0], &error);

  if (store == NULL)
    return cli_fail (error);

  CliStatus status = take_in (store, request, budget);

  /* What was not saved was not asked for; the file is as it was. */
  if (status != CLI_DONE || request->is_dry)
    plw_store_discard (store);
  plw_store_free (store);
  return status;
}

CliStatus
cli_import_budget (const CliCommand *command, char **args)
{
  g_auto (Request) request = { NULL };
  PlwBudgetOptions options;
  const GOptionEntry entries[] = {
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &request.sheet, N_ ("The sheet (default: the first with rows)"),
      N_ ("NAME") },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &request.unit,
      N_ ("What one stands for: £, £k or £m (default: as the table says)"), N_ ("UNIT") },
    { "sign", 0, 0, G_OPTION_ARG_STRING, &request.signs,
      N_ ("signed: funding and savings below 0; unsigned: all above 0 (default: whichever adds up)"),
      N_ ("SIGN") },
    { "shape", 0, 0, G_OPTION_ARG_STRING, &request.shape,
      N_ ("levels, movements, build-up, gap, mixed or capital (default: whichever adds up)"), N_ ("SHAPE") },
    { "years", 0, 0, G_OPTION_ARG_STRING, &request.years,
      N_ ("across: a column a year; down: a row a year (default: wherever years are found)"), N_ ("WHERE") },
    { "part", 0, 0, G_OPTION_ARG_STRING, &request.part, N_ ("Which of several tables in one file"),
      N_ ("NAME") },
    { "line", 0, 0, G_OPTION_ARG_STRING, &request.line,
      N_ ("The plan's line for changes that name no service of the table"), N_ ("CODE") },
    { "year", 0, 0, G_OPTION_ARG_STRING, &request.year, N_ ("The year of a table that has none"),
      N_ ("2026/27") },
    { "empty-is-nothing", 0, 0, G_OPTION_ARG_NONE, &request.is_empty_nothing,
      N_ ("An empty cell is 0 where its column adds up without it"), NULL },
    { "accept-contradictions", 0, 0, G_OPTION_ARG_NONE, &request.accepts,
      N_ ("Take a table in although it contradicts itself"), NULL },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &request.is_dry, N_ ("Say what would be done and change nothing"),
      NULL },
    { NULL },
  };
  CliStatus status = cli_parse_paths (command, entries, args, &request.paths);

  if (status == CLI_GO_ON)
    status = set_up (command, &request, &options);
  return status == CLI_GO_ON ? import_budget (&request, &options) : status;
}
