/* cli-import-table.c: import-table: rows of anybody's spreadsheet into a table of a plan file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli.h"

#include <placewright/import.h>
#include <placewright/store.h>

#include <glib/gi18n.h>

#include <string.h>

/* What was asked for. All owned. */
typedef struct
{
  char **paths;
  char *table;
  char *sheet;
  int header;
  char **maps;
  char **constants;
  int expected_rows;
  char **expected_sums;
  int scale;
  gboolean is_dry;
  gboolean remembers;
} Request;

static void
clear_request (Request *self)
{
  g_strfreev (self->paths);
  g_free (self->table);
  g_free (self->sheet);
  g_strfreev (self->maps);
  g_strfreev (self->constants);
  g_strfreev (self->expected_sums);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, clear_request)

/* Parts COLUMN=FIELD at its last sign of equality, FIELD=TEXT at its first. */
static bool
part (const char *pair, bool at_last, char **ret_first, char **ret_second)
{
  const char *sign = at_last ? strrchr (pair, '=') : strchr (pair, '=');

  if (sign == NULL || sign == pair)
    return false;

  *ret_first = g_strndup (pair, (size_t) (sign - pair));
  *ret_second = g_strdup (sign + 1);
  return true;
}

typedef bool PairFunc (PlwImport *import, const char *first, const char *second, GError **error);

static CliStatus
apply_pair (PlwImport *import, const char *option, const char *pair, PairFunc *func)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;

  if (!part (pair, func == plw_import_map, &first, &second))
    return cli_fail_usage ("import-table", _ ("“%s” of %s has no “=”"), pair, option);

  return func (import, first, second, &error) ? CLI_GO_ON : cli_fail (error);
}

static CliStatus
apply_maps (PlwImport *import, char **maps)
{
  CliStatus status = CLI_GO_ON;

  for (size_t i = 0; maps != NULL && maps[i] != NULL; i++)
    {
      g_auto (GStrv) pairs = g_strsplit (maps[i], ",", -1);

      for (size_t j = 0; pairs[j] != NULL && status == CLI_GO_ON; j++)
        status = apply_pair (import, "--map", pairs[j], plw_import_map);
    }

  return status;
}

static CliStatus
apply_pairs (PlwImport *import, const char *option, char **pairs, PairFunc *func)
{
  CliStatus status = CLI_GO_ON;

  for (size_t i = 0; pairs != NULL && pairs[i] != NULL && status == CLI_GO_ON; i++)
    status = apply_pair (import, option, pairs[i], func);

  return status;
}

static CliStatus
set_up (PlwImport *import, const PlwPlan *plan, const Request *request)
{
  g_autoptr (GError) error = NULL;
  PlwTableId table;
  CliStatus status;

  if (!plw_schema_find_table (request->table, &table))
    return cli_fail_usage ("import-table", _ ("“%s” is not a table of a plan"), request->table);
  if (request->sheet != NULL && !plw_import_choose_sheet (import, request->sheet, &error))
    return cli_fail (error);
  if (request->header > 0 && !plw_import_set_header (import, (size_t) request->header, &error))
    return cli_fail (error);

  plw_import_set_table (import, plan, table);
  if (request->scale != 0)
    plw_import_set_scale (import, request->scale);
  if (request->expected_rows >= 0)
    plw_import_expect_rows (import, (size_t) request->expected_rows);

  status = apply_maps (import, request->maps);
  if (status == CLI_GO_ON)
    status = apply_pairs (import, "--set", request->constants, plw_import_set_constant);
  if (status == CLI_GO_ON)
    status = apply_pairs (import, "--expect-sum", request->expected_sums, plw_import_expect_sum);
  return status;
}

/* What was understood: for people, so not on standard output. */
static void
print_mapping (const PlwImport *import)
{
  g_autofree char *notes = g_strdup (plw_import_notes (import));
  g_auto (GStrv) lines = g_strsplit (g_strchomp (notes), "\n", -1);

  for (size_t i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    cli_complain ("%s", lines[i]);
  for (size_t i = 0; i < plw_import_n_columns (import); i++)
    if (plw_import_heading (import, i)[0] != '\0' && plw_import_mapped (import, i) == NULL)
      cli_complain (_ ("column “%s” is left out"), plw_import_heading (import, i));
}

static CliStatus
print_summary (const PlwImport *import, const PlwImportCounts *counts)
{
  g_autofree char *sums = plw_import_sums (import);
  g_autofree char *text = g_strdup_printf (
      _ ("%zu rows read: %zu added, %zu changed, %zu as they were; %zu totals and blank rows left out\n%s"),
      counts->n_rows, counts->n_inserted, counts->n_updated, counts->n_unchanged, counts->n_left_out, sums);

  return cli_print (text);
}

static CliStatus
take_in (PlwStore *store, const char *path, PlwImport *import, const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  CliStatus status = set_up (import, plw_store_plan (store), request);
  PlwImportCounts counts;

  if (status != CLI_GO_ON)
    return status;

  print_mapping (import);

  g_autoptr (PlwEdit) edit = plw_import_run (import, problems, &counts, &error);

  cli_print_problems (problems, SIZE_MAX);
  if (edit == NULL)
    return cli_fail (error);
  if (!request->is_dry && plw_edit_n_steps (edit) > 0
      && (!plw_store_commit (store, edit, &error) || !plw_store_save (store, path, false, &error)))
    return cli_fail (error);
  if (request->remembers && !request->is_dry && !plw_import_remember (import, &error))
    return cli_fail (error);

  return print_summary (import, &counts);
}

static CliStatus
import_table (const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwImport) import = plw_import_open (request->paths[1], &error);

  if (import == NULL)
    return cli_fail (error);

  PlwStore *store = plw_store_open (request->paths[0], &error);

  if (store == NULL)
    return cli_fail (error);

  CliStatus status = take_in (store, request->paths[0], import, request);

  /* What was not saved was not asked for; the file is as it was. */
  if (status != CLI_DONE || request->is_dry)
    plw_store_discard (store);
  plw_store_free (store);
  return status;
}

static CliStatus
check_request (const CliCommand *command, const Request *request)
{
  if (request->paths == NULL || request->paths[0] == NULL || request->paths[1] == NULL)
    return cli_fail_usage (command->name, _ ("%s needs a plan file and a source"), command->name);
  if (request->paths[2] != NULL)
    return cli_fail_usage (command->name, _ ("“%s” is one argument too many"), request->paths[2]);
  if (request->table == NULL)
    return cli_fail_usage (command->name, _ ("%s needs --table and the table the rows are for"),
                           command->name);
  if (request->scale != 0 && request->scale != 1 && request->scale != 1000 && request->scale != 1000000)
    return cli_fail_usage (command->name, _ ("--scale is 1, 1000 or 1000000"));

  return CLI_GO_ON;
}

CliStatus
cli_import_table (const CliCommand *command, char **args)
{
  g_auto (Request) request = { .expected_rows = -1 };
  const GOptionEntry entries[] = {
    { "table", 't', 0, G_OPTION_ARG_STRING, &request.table, N_ ("The table the rows are for"), N_ ("TABLE") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &request.sheet, N_ ("The sheet (default: the first with rows)"),
      N_ ("NAME") },
    { "header", 0, 0, G_OPTION_ARG_INT, &request.header, N_ ("The row of the headings (default: guessed)"),
      N_ ("ROW") },
    { "map", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &request.maps,
      N_ ("Which column, by heading or letter, is which field"), N_ ("COLUMN=FIELD[,…]") },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.constants,
      N_ ("What every row has in a field; {row} is its number"), N_ ("FIELD=TEXT") },
    { "scale", 0, 0, G_OPTION_ARG_INT, &request.scale, N_ ("Pounds that one in a money column stands for"),
      N_ ("1000") },
    { "expect-rows", 0, 0, G_OPTION_ARG_INT, &request.expected_rows, N_ ("How many rows there must be"),
      N_ ("N") },
    { "expect-sum", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.expected_sums,
      N_ ("What a field must add up to"), N_ ("FIELD=AMOUNT") },
    { "remember", 0, 0, G_OPTION_ARG_NONE, &request.remembers,
      N_ ("Keep the mapping for sources with the same headings"), NULL },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &request.is_dry, N_ ("Say what would be done and change nothing"),
      NULL },
    { NULL },
  };
  CliStatus status = cli_parse_paths (command, entries, args, &request.paths);

  if (status == CLI_GO_ON)
    status = check_request (command, &request);
  return status == CLI_GO_ON ? import_table (&request) : status;
}
