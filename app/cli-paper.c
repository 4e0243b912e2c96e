/* cli-paper.c: what a committee workbook is made of, gathered from a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-paper.h"

void
cli_paper_clear (CliPaper *held)
{
  g_clear_pointer (&held->source, plw_paper_source_free);
  g_clear_pointer (&held->problems, plw_problems_free);
  g_clear_pointer (&held->log, g_ptr_array_unref);
  g_clear_pointer (&held->versions, g_ptr_array_unref);
}

/* A plan file's change log; a plan of another kind has none. */
static void
read_log (CliPaper *held, const char *path)
{
  char *contents;
  size_t size;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || !g_file_get_contents (path, &contents, &size, NULL))
    return;

  g_autoptr (GBytes) bytes = g_bytes_new_take (contents, size);
  g_autoptr (PlwStore) store = plw_store_open_bytes (bytes, NULL);

  if (store == NULL)
    return;
  held->log = plw_store_history (store, 0, NULL);
  held->versions = plw_store_versions (store, NULL);
}

CliStatus
cli_paper_gather (CliPaper *held,
                  const PlwPlan *plan,
                  const char *path,
                  const char *scenario,
                  const char *policy,
                  PlwPaper *paper)
{
  g_autoptr (GError) error = NULL;

  held->problems = plw_problems_new ();
  held->source = plw_paper_source_new (plan, scenario, policy, held->problems, &error);
  if (held->source == NULL)
    {
      cli_print_problems (held->problems, CLI_WARNINGS_MOST);
      return cli_fail (error);
    }
  read_log (held, path);
  plw_paper_source_fill (held->source, paper);
  paper->problems = held->problems;
  paper->log = held->log;
  if (held->versions != NULL && held->versions->len > 0)
    paper->since = g_ptr_array_index (held->versions, 0);
  return CLI_GO_ON;
}
