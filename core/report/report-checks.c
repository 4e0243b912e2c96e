/* report-checks.c: problems as a table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only result table that holds what people typed, so the only one with cells to
 * quote.
 */
#include <placewright/evaluate.h>

#include "base/guard.h"

#include <string.h>

#define N_COLUMNS 7

static const char *const columns[N_COLUMNS + 1] = { "severity", "table", "row",    "key",
                                                    "column",   "what",  "remedy", NULL };

static void
append_csv (GString *text, const char *cell)
{
  g_string_append_c (text, '"');
  if (plw_guard_is_needed (cell))
    g_string_append_c (text, '\'');
  for (const char *at = cell; *at != '\0'; at++)
    g_string_append_printf (text, *at == '"' ? "%c\"" : "%c", *at);
  g_string_append_c (text, '"');
}

static void
append_json (GString *text, const char *cell)
{
  g_string_append_c (text, '"');
  for (const char *at = cell; *at != '\0'; at++)
    if (*at == '"' || *at == '\\')
      g_string_append_printf (text, "\\%c", *at);
    else if ((unsigned char) *at < ' ')
      g_string_append_printf (text, "\\u%04x", (unsigned) *at);
    else
      g_string_append_c (text, *at);
  g_string_append_c (text, '"');
}

static void
append_problem (GString *text, const PlwProblem *problem, PlwFormat format, bool is_first)
{
  g_autofree char *row = problem->row > 0 ? g_strdup_printf ("%zu", problem->row) : g_strdup ("");
  const char *cells[N_COLUMNS] = { problem->severity == PLW_SEVERITY_ERROR ? "error" : "warning",
                                   problem->table,
                                   row,
                                   problem->key,
                                   problem->column,
                                   problem->what,
                                   problem->remedy };

  if (format == PLW_FORMAT_JSON)
    g_string_append (text, is_first ? "[\n  {" : ",\n  {");
  for (size_t i = 0; i < N_COLUMNS; i++)
    {
      const char *cell = cells[i] != NULL ? cells[i] : "";

      if (format == PLW_FORMAT_JSON)
        {
          g_string_append_printf (text, "%s\"%s\": ", i > 0 ? ", " : "", columns[i]);
          append_json (text, cell);
          continue;
        }
      if (i > 0)
        g_string_append_c (text, ',');
      append_csv (text, cell);
    }
  g_string_append (text, format == PLW_FORMAT_JSON ? "}" : "\n");
}

char *
plw_problems_to_table (const PlwProblems *problems, PlwFormat format)
{
  g_return_val_if_fail (problems != NULL, NULL);

  g_autoptr (GString) text = g_string_new (NULL);
  size_t n_problems = plw_problems_size (problems);

  if (format == PLW_FORMAT_TEXT)
    return plw_problems_to_text (problems);
  if (format == PLW_FORMAT_CSV)
    {
      g_autofree char *header = g_strjoinv (",", (char **) columns);

      g_string_append_printf (text, "%s\n", header);
    }
  for (size_t i = 0; i < n_problems; i++)
    append_problem (text, plw_problems_get (problems, i), format, i == 0);
  if (format == PLW_FORMAT_JSON)
    g_string_append (text, n_problems == 0 ? "[]\n" : "\n]\n");
  return g_string_free (g_steal_pointer (&text), FALSE);
}
