/* test-year.c: financial years.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/year.h>

static void
test_right (void)
{
  static const struct
  {
    const char *text;
    int year;
  } cases[] = {
    { "2026/27", 2026 }, { "1999/00", 1999 }, { "2099/00", 2099 }, { "2009/10", 2009 }, { "1990/91", 1990 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int year = 0;

      g_assert_true (plw_year_parse (cases[i].text, &year));
      g_assert_cmpint (year, ==, cases[i].year);
    }
}

static void
test_wrong (void)
{
  static const char *const cases[] = { "",        "2026",    "2026/",    "2026/28",  "2026/26",  "26/27",
                                       "2026-27", "2026/2",  "2026/027", "2026/27 ", " 2026/27", "2O26/27",
                                       "1989/90", "9999/00", "2026/27x", "-026/27" };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int year = 77;

      g_assert_false (plw_year_parse (cases[i], &year));
      g_assert_cmpint (year, ==, 77);
    }
}

static void
test_round_trip (void)
{
  for (int year = PLW_YEAR_MIN; year <= PLW_YEAR_MAX; year++)
    {
      g_autofree char *text = plw_year_to_text (year);
      int again = 0;

      g_assert_true (plw_year_parse (text, &again));
      g_assert_cmpint (again, ==, year);
      g_assert_cmpstr (plw_year_name (year), ==, text);
      g_assert_true (plw_year_name (year) == plw_year_name (year));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/year/right", test_right);
  g_test_add_func ("/base/year/wrong", test_wrong);
  g_test_add_func ("/base/year/round-trip", test_round_trip);

  return g_test_run ();
}
