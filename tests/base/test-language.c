/* test-language.c: the translations as they are built: Welsh counts in six forms.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>

#include <glib.h>
#include <libintl.h>

static const unsigned numbers[] = { 0, 1, 2, 3, 6, 7, 100 };

static void
check_forms (const char *one, const char *many, const char *const *expected)
{
  for (size_t i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpstr (ngettext (one, many, numbers[i]), ==, expected[i]);
}

/* A feminine noun: soft after one and two, aspirate after six. */
static void
test_feminine (void)
{
  static const char *const expected[] = {
    "Copïwyd %u o gelloedd", "Copïwyd %u gell",       "Copïwyd %u gell",       "Copïwyd %u cell",
    "Copïwyd %u chell",      "Copïwyd %u o gelloedd", "Copïwyd %u o gelloedd",
  };

  check_forms ("%u cell copied", "%u cells copied", expected);
}

/* A masculine noun: soft after two alone. */
static void
test_masculine (void)
{
  static const char *const expected[] = {
    "%u o wallau", "%u gwall", "%u wall", "%u gwall", "%u gwall", "%u o wallau", "%u o wallau",
  };

  check_forms ("%u error", "%u errors", expected);
}

static void
test_words (void)
{
  g_assert_cmpstr (gettext ("Shortfall"), ==, "Diffyg");
  g_assert_cmpstr (gettext ("no text of the program"), ==, "no text of the program");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (setlocale (LC_ALL, "") == NULL)
    g_error ("the locale of the environment is not installed");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("PLACEWRIGHT_TRANSLATIONS"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_test_add_func ("/base/language/words", test_words);
  g_test_add_func ("/base/language/feminine", test_feminine);
  g_test_add_func ("/base/language/masculine", test_masculine);

  return g_test_run ();
}
