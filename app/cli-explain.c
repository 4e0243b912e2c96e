/* cli-explain.c: explain: how a use's figure came about, and why money falls short.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli.h"

#include <placewright/explain.h>

#include <glib/gi18n.h>

#include <string.h>

/* What the options ask for, as they have it. */
typedef struct
{
  char *use;
  char *year;
  char *scenario;
  char *policy;
  char *part;
  char *measure;
  char *table;
  char *row;
  int depth;
} Request;

static void
clear_request (Request *request)
{
  g_free (request->use);
  g_free (request->year);
  g_free (request->scenario);
  g_free (request->policy);
  g_free (request->part);
  g_free (request->measure);
  g_free (request->table);
  g_free (request->row);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, clear_request)

static const struct
{
  const char *name;
  PlwFigureKind kind;
} measures[] = {
  { "shortfall", PLW_FIGURE_SHORTFALL }, { "need", PLW_FIGURE_NEED },   { "funded", PLW_FIGURE_FUNDED },
  { "share", PLW_FIGURE_SHARE },         { "floor", PLW_FIGURE_FLOOR }, { "borrowed", PLW_FIGURE_BORROWED },
};

static CliStatus
find_measure (const CliCommand *command, const char *name, PlwFigureKind *ret_kind)
{
  for (size_t i = 0; i < G_N_ELEMENTS (measures); i++)
    if (strcmp (name != NULL ? name : "shortfall", measures[i].name) == 0)
      {
        *ret_kind = measures[i].kind;
        return CLI_GO_ON;
      }
  return cli_fail_usage (command->name,
                         _ ("“%s” is not a measure; write shortfall, need, funded, share, floor or borrowed"),
                         name);
}

static CliStatus
check_row_request (const CliCommand *command, const Request *request)
{
  if (request->row == NULL || request->table == NULL)
    return cli_fail_usage (command->name, _ ("--table and --row go together"));
  if (request->use != NULL || request->year != NULL || request->part != NULL || request->measure != NULL)
    return cli_fail_usage (command->name, _ ("--row names the figure: leave out --use, --year, --part and "
                                             "--measure"));
  if (request->depth < 0)
    return cli_fail_usage (command->name, _ ("--depth cannot be below 0"));
  return CLI_GO_ON;
}

static CliStatus
check_request (const CliCommand *command, const Request *request)
{
  PlwFigureKind kind;
  int year;

  if (request->table != NULL || request->row != NULL)
    return check_row_request (command, request);
  if (request->use == NULL)
    return cli_fail_usage (command->name, _ ("explain needs --use"));
  if (request->year == NULL)
    return cli_fail_usage (command->name, _ ("explain needs --year"));
  if (!plw_year_parse (request->year, &year))
    return cli_fail_usage (command->name, _ ("“%s” is not a financial year; write 2028/29"), request->year);
  if (request->part != NULL && strcmp (request->part, "revenue") != 0
      && strcmp (request->part, "capital") != 0)
    return cli_fail_usage (command->name, _ ("“%s” is not a part; write revenue or capital"), request->part);
  if (request->depth < 0)
    return cli_fail_usage (command->name, _ ("--depth cannot be below 0"));
  return find_measure (command, request->measure, &kind);
}

static CliStatus
find_year (const CliCommand *command, const PlwResult *result, const char *text, size_t *ret_year)
{
  int first = plw_result_year (result, 0);
  int last = first + (int) plw_result_n_years (result) - 1;
  int year = 0;

  if (plw_year_parse (text, &year) && year >= first && year <= last)
    {
      *ret_year = (size_t) (year - first);
      return CLI_GO_ON;
    }
  return cli_fail_usage (command->name, _ ("%s is not a year of the plan; write a year from %s to %s"), text,
                         plw_year_name (first), plw_year_name (last));
}

static bool
is_asked (const PlwUse *use, const Request *request)
{
  g_autofree char *full = g_strdup_printf ("%s/%s", plw_use_kind_name (use->kind), use->code);

  return (strcmp (use->code, request->use) == 0 || strcmp (full, request->use) == 0)
         && (request->part == NULL || strcmp (request->part, plw_part_name (use->part)) == 0);
}

/* What to write to mean this use and no other. */
static char *
name_uniquely (const PlwUse *use)
{
  if (use->kind == PLW_USE_PROGRAMME)
    return g_strdup_printf ("--use %s/%s --part %s", plw_use_kind_name (use->kind), use->code,
                            plw_part_name (use->part));
  return g_strdup_printf ("--use %s/%s", plw_use_kind_name (use->kind), use->code);
}

static CliStatus
find_use (const CliCommand *command, const PlwResult *result, const Request *request, size_t *ret_use)
{
  g_autoptr (GString) candidates = g_string_new (NULL);
  size_t n_found = 0;

  for (size_t u = 0; u < plw_result_n_uses (result); u++)
    {
      const PlwUse *use = plw_result_use (result, u);

      if (!is_asked (use, request))
        continue;

      g_autofree char *name = name_uniquely (use);
      g_string_append_printf (candidates, "%s%s", n_found > 0 ? _ (" or ") : "", name);
      *ret_use = u;
      n_found++;
    }
  if (n_found == 1)
    return CLI_GO_ON;
  if (n_found == 0 && request->part != NULL)
    return cli_fail_usage (command->name, _ ("no line, programme or project “%s” has a part %s"),
                           request->use, request->part);
  if (n_found == 0)
    return cli_fail_usage (command->name, _ ("no line, programme or project has the code “%s”"),
                           request->use);
  return cli_fail_usage (command->name, _ ("“%s” may be several uses; write %s"), request->use,
                         candidates->str);
}

/* A rule as a sentence says it; the pence follow. */
static const char *
describe_rule (const char *rule)
{
  static const struct
  {
    const char *rule;
    const char *words;
  } rules[] = {
    { "kind", N_ ("%s left, but it is the wrong kind of money") },
    { "ring-fence", N_ ("%s left, but its ring-fence does not name the use") },
    { "share-cap", N_ ("%s left, but it has paid as large a share as it may") },
    { "limit", N_ ("%s left, but its limit for the year is reached") },
    { "year-end", N_ ("%s lapsed in earlier years") },
    { "minimum-balance", N_ ("%s is withheld as its minimum balance") },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].rule, rule) == 0)
      return _ (rules[i].words);
  return "%s";
}

static void
append_cause (GString *text, const PlwResult *result, const PlwCause *cause)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *money = plw_pence_show_exact (cause->left);
  g_autofree char *said = NULL;

  if (cause->pot == SIZE_MAX)
    {
      g_string_append_printf (text, "  %s (borrowing-limit)\n",
                              _ ("The plan's yearly borrowing limit is reached"));
      return;
    }

  const PlwPotYears *pot = plw_result_pot (result, cause->pot);
  if (cause->is_exhausted)
    {
      g_string_append_printf (text, "  %s (%s)\n", pot->name, pot->code);
      return;
    }
  words = g_strsplit (describe_rule (cause->rule), "%s", 2);
  said = g_strjoinv (money, words);
  g_string_append_printf (text, "  %s (%s): %s (%s)%s\n", pot->name, pot->code, said, cause->rule,
                          cause->is_only_rule ? _ ("; without that rule alone money would get through") : "");
}

static void
append_causes (GString *text,
               const PlwResult *result,
               size_t use,
               size_t year,
               bool is_exhausted,
               const char *heading)
{
  g_autoptr (GArray) causes = plw_explain_causes (result, use, year);
  bool has_heading = false;

  for (guint i = 0; i < causes->len; i++)
    {
      const PlwCause *cause = &g_array_index (causes, PlwCause, i);

      if (cause->is_exhausted != is_exhausted)
        continue;
      if (!has_heading)
        g_string_append_printf (text, "\n%s\n", heading);
      has_heading = true;
      append_cause (text, result, cause);
    }
}

static CliStatus
print_explanation (const PlwResult *result, PlwFigure figure, int depth)
{
  g_autofree char *tree = plw_explain_text (result, figure, (size_t) depth);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Policy %s, scenario %s\n\n"), plw_result_policy (result),
                          plw_result_scenario (result));
  g_string_append (text, tree);
  if (figure.kind == PLW_FIGURE_SHORTFALL && plw_result_shortfall (result, figure.a, figure.year) > 0)
    {
      append_causes (text, result, figure.a, figure.year, true,
                     _ ("Pots that may pay for it and have nothing left:"));
      append_causes (text, result, figure.a, figure.year, false, _ ("Money that does not reach it:"));
    }
  return cli_print (text->str);
}

static void
ignore_row (const char *const *cells, size_t n_cells, PlwFigure figure, const char *value, void *data)
{
}

/* By a row of a result table, as evaluate prints it. */
static CliStatus
find_by_row (const CliCommand *command,
             const PlwResult *result,
             const Request *request,
             PlwFigure *ret_figure)
{
  g_auto (GStrv) cells = g_strsplit (request->row, ",", -1);

  if (plw_explain_find (result, request->table, (const char *const *) cells, ret_figure))
    return CLI_GO_ON;
  if (!plw_explain_rows (result, request->table, ignore_row, NULL))
    return cli_fail_usage (command->name, _ ("“%s” is not a table with figures of a result"), request->table);
  return cli_fail_usage (
      command->name,
      _ ("the table %s has no figure in a row “%s”; write the row's cells but the value, as "
         "evaluate --table %s --format csv has them"),
      request->table, request->row, request->table);
}

static CliStatus
find_figure (const CliCommand *command,
             const PlwResult *result,
             const Request *request,
             PlwFigure *ret_figure)
{
  PlwFigureKind kind = PLW_FIGURE_SHORTFALL;
  size_t use = 0;
  size_t year = 0;
  CliStatus status;

  if (request->row != NULL)
    return find_by_row (command, result, request, ret_figure);
  status = find_measure (command, request->measure, &kind);
  if (status == CLI_GO_ON)
    status = find_use (command, result, request, &use);
  if (status == CLI_GO_ON)
    status = find_year (command, result, request->year, &year);
  *ret_figure = (PlwFigure){ kind, (uint32_t) use, 0, (uint32_t) year };
  return status;
}

static CliStatus
explain (const CliCommand *command, const char *path, const Request *request)
{
  CliStatus status = CLI_GO_ON;
  g_autoptr (PlwProblems) loaded = plw_problems_new ();
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwPlan) plan = cli_load (path, loaded, &status);
  PlwFigure figure;

  if (plan == NULL)
    return status;

  g_autoptr (PlwResult) result =
      cli_evaluate_plan (plan, request->scenario, request->policy, problems, &status);

  if (result == NULL)
    return status;
  status = find_figure (command, result, request, &figure);
  if (status != CLI_GO_ON)
    return status;

  cli_print_problems (problems, CLI_WARNINGS_MOST);
  return print_explanation (result, figure, request->depth);
}

CliStatus
cli_explain (const CliCommand *command, char **args)
{
  g_auto (Request) request = { 0 };
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "use", 'u', 0, G_OPTION_ARG_STRING, &request.use,
      N_ ("A line, programme or project, as CODE or KIND/CODE"), N_ ("U") },
    { "year", 'y', 0, G_OPTION_ARG_STRING, &request.year, N_ ("A year of the plan, such as 2028/29"),
      N_ ("Y") },
    { "scenario", 's', 0, G_OPTION_ARG_STRING, &request.scenario, N_ ("The scenario (default: the root)"),
      N_ ("S") },
    { "policy", 'p', 0, G_OPTION_ARG_STRING, &request.policy, N_ ("The policy (default: today)"), N_ ("P") },
    { "part", 0, 0, G_OPTION_ARG_STRING, &request.part, N_ ("revenue or capital, of a programme with both"),
      N_ ("PART") },
    { "measure", 'm', 0, G_OPTION_ARG_STRING, &request.measure,
      N_ ("shortfall (default), need, funded, share, floor or borrowed"), N_ ("M") },
    { "table", 't', 0, G_OPTION_ARG_STRING, &request.table,
      N_ ("Any figure of a result table instead: with --row"), N_ ("T") },
    { "row", 'r', 0, G_OPTION_ARG_STRING, &request.row,
      N_ ("The figure's row in that table: its cells but the value, with commas"), N_ ("CELLS") },
    { "depth", 'd', 0, G_OPTION_ARG_INT, &request.depth,
      N_ ("At most N steps down (default 0: to what was entered)"), N_ ("N") },
    { NULL },
  };
  CliStatus status = cli_parse (command, entries, args, &path);

  if (status == CLI_GO_ON)
    status = check_request (command, &request);
  return status != CLI_GO_ON ? status : explain (command, path, &request);
}
