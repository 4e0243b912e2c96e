/* problem.c: what is wrong with a plan, said so that it can be put right.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"

#include <placewright/problem.h>

#include <stdint.h>

struct _PlwProblems
{
  GPtrArray *list; /* owned: PlwProblem */
  size_t n_of[2];  /* by severity: asked for again and again while checking */
};

static void
free_problem (gpointer data)
{
  PlwProblem *problem = data;

  g_free (problem->table);
  g_free (problem->key);
  g_free (problem->column);
  g_free (problem->place);
  g_free (problem->what);
  g_free (problem->remedy);
  g_free (problem);
}

PlwProblems *
plw_problems_new (void)
{
  PlwProblems *problems = g_new0 (PlwProblems, 1);

  problems->list = g_ptr_array_new_with_free_func (free_problem);
  return problems;
}

void
plw_problems_free (PlwProblems *problems)
{
  if (problems == NULL)
    return;
  g_ptr_array_unref (problems->list);
  g_free (problems);
}

void
plw_problems_add (PlwProblems *problems,
                  PlwSeverity severity,
                  const char *table,
                  size_t row,
                  const char *key,
                  const char *column,
                  char *what,
                  char *remedy)
{
  g_return_if_fail (problems != NULL && what != NULL);

  PlwProblem *problem = g_new (PlwProblem, 1);

  *problem = (PlwProblem){
    .severity = severity,
    .table = g_strdup (table),
    .row = row,
    .key = g_strdup (key),
    .column = g_strdup (column),
    .file_column = SIZE_MAX,
    .what = what,
    .remedy = remedy,
  };
  problems->n_of[severity]++;
  g_ptr_array_add (problems->list, problem);
}

void
plw_problems_add_copy (PlwProblems *problems, const PlwProblem *problem)
{
  g_return_if_fail (problems != NULL && problem != NULL);

  plw_problems_add (problems, problem->severity, problem->table, problem->row, problem->key, problem->column,
                    g_strdup (problem->what), g_strdup (problem->remedy));
  plw_problems_set_place (problems, g_strdup (problem->place));
  plw_problems_set_file_cell (problems, problem->file_row, problem->file_column);
}

static void
collect_sentences (const PlwProblems *problems, GHashTable *sentences)
{
  for (size_t i = 0; problems != NULL && i < plw_problems_size (problems); i++)
    g_hash_table_add (sentences, plw_problem_to_text (plw_problems_get (problems, i)));
}

void
plw_problems_add_unseen (PlwProblems *problems, const PlwProblems *known, const PlwProblems *more)
{
  g_return_if_fail (problems != NULL && more != NULL);

  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect_sentences (problems, seen);
  collect_sentences (known, seen);
  for (size_t i = 0; i < plw_problems_size (more); i++)
    if (g_hash_table_add (seen, plw_problem_to_text (plw_problems_get (more, i))))
      plw_problems_add_copy (problems, plw_problems_get (more, i));
}

void
plw_problems_set_place (PlwProblems *problems, char *place)
{
  g_return_if_fail (problems->list->len > 0);

  PlwProblem *problem = g_ptr_array_index (problems->list, problems->list->len - 1);

  g_free (problem->place);
  problem->place = place;
}

void
plw_problems_set_file_cell (PlwProblems *problems, size_t row, size_t column)
{
  g_return_if_fail (problems->list->len > 0);

  PlwProblem *problem = g_ptr_array_index (problems->list, problems->list->len - 1);

  problem->file_row = row;
  problem->file_column = column;
}

size_t
plw_problems_size (const PlwProblems *problems)
{
  return problems->list->len;
}

size_t
plw_problems_count (const PlwProblems *problems, PlwSeverity severity)
{
  g_return_val_if_fail ((unsigned) severity < G_N_ELEMENTS (problems->n_of), 0);

  return problems->n_of[severity];
}

const PlwProblem *
plw_problems_get (const PlwProblems *problems, size_t index)
{
  g_return_val_if_fail (index < problems->list->len, NULL);

  return g_ptr_array_index (problems->list, index);
}

char *
plw_problem_to_text (const PlwProblem *problem)
{
  GString *text = g_string_new (problem->place != NULL ? problem->place : problem->table);

  if (problem->row > 0 && problem->place == NULL)
    g_string_append_printf (text, _ (" row %zu"), problem->row);
  if (problem->key != NULL && problem->key[0] != '\0')
    g_string_append_printf (text, " (%s)", problem->key);
  if (problem->column != NULL && problem->column[0] != '\0')
    g_string_append_printf (text, text->len > 0 ? _ (", column %s") : _ ("column %s"), problem->column);
  if (text->len > 0)
    g_string_append (text, ": ");
  g_string_append (text, problem->what);
  if (problem->remedy != NULL)
    g_string_append_printf (text, "; %s", problem->remedy);
  return g_string_free (text, FALSE);
}

char *
plw_problems_to_text (const PlwProblems *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->list->len; i++)
    {
      g_autofree char *line = plw_problem_to_text (plw_problems_get (problems, i));

      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
