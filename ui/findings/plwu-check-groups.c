/* plwu-check-groups.c: problems of one kind told as one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A problem says what is wrong with the figures of its place in it. Problems are of
 * one kind where they differ in these alone.
 */
#include "plwu-check-groups.h"

#include <string.h>

static void
free_group (gpointer data)
{
  PlwuCheckGroup *group = data;

  g_free (group->title);
  g_free (group->remedy);
  g_array_unref (group->members);
  g_free (group);
}

char *
plwu_check_raise_first (const char *clause)
{
  g_autofree char *first = g_utf8_substring (clause, 0, *clause != '\0' ? 1 : 0);
  g_autofree char *raised = g_utf8_strup (first, -1);

  return g_strconcat (raised, clause + strlen (first), NULL);
}

/* The clause without figures and without what is quoted. */
static void
append_form (GString *form, const char *clause)
{
  gboolean is_quoted = FALSE;

  for (const char *at = clause; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == 0x201c)
        is_quoted = TRUE;
      else if (letter == 0x201d)
        is_quoted = FALSE;
      else if (!is_quoted && !g_unichar_isdigit (letter) && strchr (".,/", *at) == NULL)
        g_string_append_unichar (form, letter);
    }
}

/* What is to be done tells kinds apart better than what is wrong, which names places. */
static char *
make_key (const PlwProblem *problem)
{
  GString *key = g_string_new (NULL);
  gboolean has_remedy = problem->remedy != NULL && *problem->remedy != '\0';

  g_string_append_printf (key, "%d\t%s\t", problem->severity, problem->table != NULL ? problem->table : "");
  append_form (key, has_remedy ? problem->remedy : problem->what);

  return g_string_free (key, FALSE);
}

/* The words of the first clause; what follows a semicolon is detail. */
static GStrv
split_words (const char *clause)
{
  const char *end = strchr (clause, ';');
  g_autofree char *first = g_strndup (clause, end != NULL ? (gsize) (end - clause) : strlen (clause));

  return g_strsplit (first, " ", -1);
}

static guint
count_equal (GStrv one, GStrv other, guint most, gboolean is_from_end)
{
  guint n_one = g_strv_length (one);
  guint n_other = g_strv_length (other);
  guint n = 0;

  most = MIN (most, MIN (n_one, n_other));
  while (n < most
         && strcmp (one[is_from_end ? n_one - 1 - n : n], other[is_from_end ? n_other - 1 - n : n]) == 0)
    n++;
  return n;
}

static void
append_words (GString *text, GStrv words, guint first, guint n)
{
  for (guint i = first; i < first + n; i++)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, words[i]);
    }
}

/* The words that all begin and end with. @is_remedy: which of their clauses */
static char *
find_common (const PlwProblems *problems, const GArray *members, gboolean is_remedy)
{
  g_auto (GStrv) words = NULL;
  GString *text = g_string_new (NULL);
  guint head = G_MAXUINT;
  guint tail = G_MAXUINT;

  for (guint i = 0; i < members->len; i++)
    {
      const PlwProblem *problem = plw_problems_get (problems, g_array_index (members, size_t, i));
      const char *clause = is_remedy ? problem->remedy : problem->what;
      g_auto (GStrv) other = split_words (clause != NULL ? clause : "");

      if (words == NULL)
        words = g_strdupv (other);
      head = count_equal (words, other, head, FALSE);
      tail = count_equal (words, other, tail, TRUE);
    }

  guint n_words = g_strv_length (words);

  append_words (text, words, 0, head);
  if (head < n_words)
    {
      g_string_append (text, text->len > 0 ? " …" : "…");
      append_words (text, words, n_words - MIN (tail, n_words - head), MIN (tail, n_words - head));
    }
  return g_string_free (text, FALSE);
}

static void
name_group (PlwuCheckGroup *group, const PlwProblems *problems)
{
  const PlwProblem *first = plw_problems_get (problems, g_array_index (group->members, size_t, 0));
  g_autofree char *what = find_common (problems, group->members, FALSE);
  g_autofree char *remedy = find_common (problems, group->members, TRUE);

  /* Nothing in common but the way out: the first stands for all. */
  group->title = plwu_check_raise_first (g_str_has_prefix (what, "…") ? first->what : what);
  group->remedy = plwu_check_raise_first (g_str_has_prefix (remedy, "…") ? first->remedy : remedy);
  group->table = first->table;
}

static gboolean
is_of_plan (const PlwuCheckGroup *group, const PlwProblems *problems)
{
  return plw_problems_get (problems, g_array_index (group->members, size_t, 0))->row == 0;
}

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PlwuCheckGroup *one = *(const PlwuCheckGroup *const *) a;
  const PlwuCheckGroup *other = *(const PlwuCheckGroup *const *) b;
  const PlwProblems *problems = user_data;

  if (one->severity != other->severity)
    return (int) one->severity - (int) other->severity;
  if (is_of_plan (one, problems) != is_of_plan (other, problems))
    return is_of_plan (one, problems) ? -1 : 1;
  if (one->members->len != other->members->len)
    return one->members->len > other->members->len ? -1 : 1;
  return g_utf8_collate (one->title, other->title);
}

GPtrArray *
plwu_check_groups_new (const PlwProblems *problems)
{
  g_return_val_if_fail (problems != NULL, NULL);

  GPtrArray *groups = g_ptr_array_new_with_free_func (free_group);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (size_t i = 0; i < plw_problems_size (problems); i++)
    {
      g_autofree char *key = make_key (plw_problems_get (problems, i));
      PlwuCheckGroup *group = g_hash_table_lookup (by_key, key);

      if (group == NULL)
        {
          group = g_new0 (PlwuCheckGroup, 1);
          group->severity = plw_problems_get (problems, i)->severity;
          group->members = g_array_new (FALSE, FALSE, sizeof (size_t));
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_key, g_steal_pointer (&key), group);
        }
      g_array_append_val (group->members, i);
    }
  for (guint i = 0; i < groups->len; i++)
    name_group (g_ptr_array_index (groups, i), problems);
  g_ptr_array_sort_with_data (groups, compare_groups, (gpointer) problems);

  return groups;
}
