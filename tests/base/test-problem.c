/* test-problem.c: what is wrong, in one sentence.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/problem.h>

static void
test_sentence (void)
{
  static const struct
  {
    const char *table;
    size_t row;
    const char *key;
    const char *column;
    const char *what;
    const char *remedy;
    const char *sentence;
  } cases[] = {
    { "costs", 12, "roads/pay", "base", "“12,x” is not an amount of money",
      "write pounds such as 1250000 or 1250000.50",
      "costs row 12 (roads/pay), column base: “12,x” is not an amount of money; write pounds such as 1250000 "
      "or 1250000.50" },
    { "lines", 0, NULL, NULL, "the table is missing", "add a file lines.csv",
      "lines: the table is missing; add a file lines.csv" },
    { "lines", 3, NULL, NULL, "it is wrong", NULL, "lines row 3: it is wrong" },
    { "lines", 3, "", "", "it is wrong", NULL, "lines row 3: it is wrong" },
    { NULL, 0, NULL, NULL, "it is wrong", "put it right", "it is wrong; put it right" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlwProblems) problems = plw_problems_new ();

      plw_problems_add (problems, PLW_SEVERITY_ERROR, cases[i].table, cases[i].row, cases[i].key,
                        cases[i].column, g_strdup (cases[i].what), g_strdup (cases[i].remedy));

      g_autofree char *sentence = plw_problem_to_text (plw_problems_get (problems, 0));

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_list (void)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();

  g_assert_cmpuint (plw_problems_size (problems), ==, 0);

  plw_problems_add (problems, PLW_SEVERITY_ERROR, "a", 2, NULL, NULL, g_strdup ("x"), NULL);
  plw_problems_add (problems, PLW_SEVERITY_WARNING, "b", 3, NULL, NULL, g_strdup ("y"), NULL);
  plw_problems_add (problems, PLW_SEVERITY_WARNING, "c", 4, NULL, NULL, g_strdup ("z"), NULL);

  g_assert_cmpuint (plw_problems_size (problems), ==, 3);
  g_assert_cmpuint (plw_problems_count (problems, PLW_SEVERITY_ERROR), ==, 1);
  g_assert_cmpuint (plw_problems_count (problems, PLW_SEVERITY_WARNING), ==, 2);
  g_assert_cmpstr (plw_problems_get (problems, 1)->table, ==, "b");

  g_autofree char *text = plw_problems_to_text (problems);

  g_assert_cmpstr (text, ==, "a row 2: x\nb row 3: y\nc row 4: z\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/problem/sentence", test_sentence);
  g_test_add_func ("/base/problem/list", test_list);

  return g_test_run ();
}
