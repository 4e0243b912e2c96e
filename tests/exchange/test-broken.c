/* test-broken.c: every kind of broken plan folder and the sentence it gives.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A case changes one file of the folder in broken/base, which has no problem at
 * all. Exactly one problem must be found, in exactly these words.
 */
#include "folder-support.h"

#include <glib/gstdio.h>
#include <string.h>

/**
 * BrokenCase:
 * @find: what is replaced, once; NULL: the whole file
 * @text: (nullable): what stands there instead; NULL: the file is removed
 * @size: bytes of @text, which may hold a NUL
 */
typedef struct
{
  const char *name;
  const char *file;
  const char *find;
  const char *text;
  size_t size;
  PlwSeverity severity;
  const char *sentence;
} BrokenCase;

#define BROKEN(NAME, FILE, FIND, TEXT, SEVERITY, SENTENCE)                                                   \
  { NAME, FILE, FIND, TEXT, sizeof (TEXT) - 1, PLW_SEVERITY_##SEVERITY, SENTENCE },
#define REMOVED(NAME, FILE, SENTENCE) { NAME, FILE, NULL, NULL, 0, PLW_SEVERITY_ERROR, SENTENCE },

static const BrokenCase cases[] = {
#include "broken/cases.h"
};

static char *
copy_base (void)
{
  g_autofree char *base = source_path ("tests/exchange/broken/base");

  return copy_folder (base);
}

static void
break_folder (const char *folder, const BrokenCase *broken)
{
  g_autofree char *path = g_build_filename (folder, broken->file, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  if (broken->text == NULL)
    {
      g_assert_cmpint (g_unlink (path), ==, 0);
      return;
    }

  if (broken->find != NULL)
    {
      g_autofree char *before = NULL;

      g_assert_true (g_file_get_contents (path, &before, NULL, NULL));

      char *place = strstr (before, broken->find);

      g_assert_nonnull (place);
      g_string_append_len (text, before, place - before);
      g_string_append_len (text, broken->text, (gssize) broken->size);
      g_string_append (text, place + strlen (broken->find));
    }
  else
    g_string_append_len (text, broken->text, (gssize) broken->size);

  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
}

static void
test_case (gconstpointer data)
{
  const BrokenCase *broken = data;
  g_autofree char *folder = copy_base ();
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;

  break_folder (folder, broken);

  g_autoptr (PlwPlan) plan = plw_folder_read (folder, problems, &error);
  g_autofree char *found = plw_problems_to_text (problems);
  g_autofree char *expected = g_strconcat (broken->sentence, "\n", NULL);

  remove_folder (folder);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (plw_problems_count (problems, broken->severity), ==, 1);
  if (broken->severity == PLW_SEVERITY_ERROR)
    {
      g_assert_error (error, PLW_ERROR, PLW_ERROR_PLAN);
      g_assert_null (plan);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_nonnull (plan);
    }
}

static void
test_base (void)
{
  g_autofree char *folder = source_path ("tests/exchange/broken/base");
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwPlan) plan = plw_folder_read (folder, problems, &error);
  g_autofree char *found = plw_problems_to_text (problems);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  g_assert_cmpstr (found, ==, "");

  /* So that a case can break each table. */
  for (size_t i = 0; i < PLW_N_TABLES; i++)
    g_assert_cmpuint (plw_plan_n_rows (plan, (PlwTableId) i), >, 0);
}

static void
test_all_at_once (void)
{
  g_autofree char *folder = copy_base ();
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  const BrokenCase faults[] = { BROKEN ("", "costs.csv", "1000000", "lots", ERROR, "")
                                    BROKEN ("", "costs.csv", "200000", "some", ERROR, "")
                                        BROKEN ("", "lines.csv", "statutory,1", "statutory,9", ERROR, "")
                                            BROKEN ("", "pots.csv", "keep:1", "hold", ERROR, "") };

  for (size_t i = 0; i < G_N_ELEMENTS (faults); i++)
    break_folder (folder, &faults[i]);

  g_autoptr (PlwPlan) plan = plw_folder_read (folder, problems, &error);

  remove_folder (folder);
  g_assert_error (error, PLW_ERROR, PLW_ERROR_PLAN);
  g_assert_null (plan);
  g_assert_cmpuint (plw_problems_count (problems, PLW_SEVERITY_ERROR), ==, G_N_ELEMENTS (faults));
}

static void
test_too_many_to_list (void)
{
  g_autofree char *folder = copy_base ();
  g_autoptr (GString) rows = g_string_new ("code,name\n");
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;

  for (size_t i = 0; i < 1500; i++)
    g_string_append (rows, "not a code,x\n");

  const BrokenCase fault = { "", "policies.csv", NULL, rows->str, rows->len, PLW_SEVERITY_ERROR, "" };

  break_folder (folder, &fault);

  g_autoptr (PlwPlan) plan = plw_folder_read (folder, problems, &error);

  remove_folder (folder);
  g_assert_error (error, PLW_ERROR, PLW_ERROR_PLAN);
  g_assert_null (plan);
  g_assert_cmpuint (plw_problems_size (problems), ==, 1001);

  g_autofree char *last = plw_problem_to_text (plw_problems_get (problems, 1000));

  g_assert_cmpstr (last, ==, "policies: 500 more problems are not listed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/broken/base-is-good", test_base);
  g_test_add_func ("/exchange/broken/all-at-once", test_all_at_once);
  g_test_add_func ("/exchange/broken/too-many-to-list", test_too_many_to_list);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/broken/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
