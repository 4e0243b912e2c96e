/* cli-verify.c: whether a paper still says what its plan says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-paper.h"

#include <glib/gi18n.h>

/* Cells that are named; the rest is counted. */
#define NAMED_MOST 10

static void
add_cells (GString *text, const GPtrArray *differences, bool of_consequences, size_t *n_named)
{
  for (guint i = 0; i < differences->len && *n_named < NAMED_MOST; i++)
    {
      const PlwPaperDifference *difference = g_ptr_array_index (differences, i);

      if (difference->is_consequence != of_consequences)
        continue;
      g_string_append_printf (text, _ ("%s, cell %s: the paper says %s, the plan %s\n"), difference->sheet,
                              difference->cell, difference->paper, difference->plan);
      (*n_named)++;
    }
}

/* Causes before consequences: what was overwritten, then the formulas that follow from it. */
static CliStatus
report (const PlwPaperOrigin *origin, const char *fingerprint, const GPtrArray *differences)
{
  g_autoptr (GString) text = g_string_new (NULL);
  bool is_same_plan = g_strcmp0 (origin->fingerprint, fingerprint) == 0;
  size_t n_named = 0;

  if (g_strcmp0 (origin->version, PLW_VERSION) != 0)
    g_string_append_printf (text, _ ("The paper was made by Placewright %s, this is %s.\n"),
                            origin->version != NULL ? origin->version : "?", PLW_VERSION);
  g_string_append (text, is_same_plan ? _ ("The plan is the one the paper was made of.\n")
                                      : _ ("The plan has changed since the paper was made.\n"));
  if (!is_same_plan)
    g_string_append_printf (text, _ ("Fingerprint in the paper: %s\nFingerprint of the plan: %s\n"),
                            origin->fingerprint, fingerprint);
  add_cells (text, differences, false, &n_named);
  add_cells (text, differences, true, &n_named);
  if (differences->len > n_named)
    g_string_append_printf (text, _ ("and %u more cells\n"), differences->len - (unsigned) n_named);
  g_string_append (text, is_same_plan && differences->len == 0
                             ? _ ("The paper matches the plan, cell by cell.\n")
                             : _ ("The paper does not match the plan.\n"));
  CliStatus status = cli_print (text->str);

  if (status != CLI_DONE)
    return status;
  return is_same_plan && differences->len == 0 ? CLI_DONE : CLI_PLAN;
}

static CliStatus
verify (const PlwPaperOrigin *origin, const char *paper_path, const PlwPlan *plan, const char *path)
{
  g_auto (CliPaper) held = { 0 };
  g_autoptr (GError) error = NULL;
  PlwPaper paper = {
    .form = origin->form, .has_minus = origin->has_minus, .has_log = origin->has_log, .when = origin->when
  };
  CliStatus status = cli_paper_gather (&held, plan, path, origin->scenario, origin->policy, &paper);
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *fingerprint = NULL;

  if (status != CLI_GO_ON)
    return status;
  if (!origin->has_log)
    paper.log = NULL;
  differences = plw_workbook_compare (paper_path, &paper, &error);
  if (differences == NULL)
    return cli_fail (error);
  fingerprint = plw_plan_fingerprint (plw_result_plan (paper.result));
  return report (origin, fingerprint, differences);
}

CliStatus
cli_verify (const CliCommand *command, char **args)
{
  g_auto (GStrv) paths = NULL;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { NULL } };
  CliStatus status = cli_parse_two (command, entries, args, &paths);

  if (status != CLI_GO_ON)
    return status;

  g_autoptr (PlwPaperOrigin) origin = plw_workbook_origin (paths[0], &error);

  if (origin == NULL)
    return cli_fail (error);

  g_autoptr (PlwPlan) plan = cli_load (paths[1], problems, &status);

  return plan != NULL ? verify (origin, paths[0], plan, paths[1]) : status;
}
