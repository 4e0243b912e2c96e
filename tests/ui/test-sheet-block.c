/* test-sheet-block.c: blocks of cells as text on the clipboard.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sheet/plwu-sheet-block.h"

#include <placewright/error.h>
#include <string.h>

/* Cells with | between them and rows with /; a missing cell is a ?. */
static char *
show (const PlwuSheetTexts *texts)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < texts->n_rows; i++)
    for (guint j = 0; j < texts->n_columns; j++)
      {
        const char *text = plwu_sheet_texts_get (texts, i, j);

        g_string_append (string, text != NULL ? text : "?");
        g_string_append (string, j + 1 < texts->n_columns ? "|" : i + 1 < texts->n_rows ? "/" : "");
      }

  return g_string_free (string, FALSE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "" },
    { "1", "1" },
    { "1\n", "1" },
    { "1\r\n", "1" },
    { "1\r\n\r\n", "1/" },
    { "1\t2\r\n3\t4\r\n", "1|2/3|4" },
    { "1\t2\n3\n", "1|2/3|?" },
    { "1\t\n\t4", "1|/|4" },
    { "\n\n", "/" },
    { "\"a\tb\"\t2\n", "a\tb|2" },
    { "\"two\r\nlines\"\t2\n", "two\nlines|2" },
    { "\"say \"\"no\"\"\"\t2\n", "say \"no\"|2" },
    { "5\" pipe\t2", "5\" pipe|2" },
    { "\"open\t2\n", "\"open|2" },
    { "\"a\"b\t2", "\"a\"b|2" },
    { "£1.2m\t(500)", "£1.2m|(500)" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlwuSheetTexts) texts = plwu_sheet_texts_parse (cases[i].text, &error);

      g_assert_no_error (error);

      g_autofree char *shown = show (texts);

      g_assert_cmpstr (shown, ==, cases[i].expected);
    }
}

static void
test_too_many_cells (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_malloc (PLWU_SHEET_TEXTS_MAX + 8);

  memset (text, '\n', PLWU_SHEET_TEXTS_MAX + 7);
  text[PLWU_SHEET_TEXTS_MAX + 7] = '\0';

  g_assert_null (plwu_sheet_texts_parse (text, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_RANGE);
}

static PlwuSheetTexts *
make_random_texts (void)
{
  static const char *const parts[] = { "a", "1", "\t", "\n", "\"", "£", " ", "," };
  guint n_rows = (guint) g_test_rand_int_range (1, 6);
  guint n_columns = (guint) g_test_rand_int_range (1, 6);
  PlwuSheetTexts *texts = plwu_sheet_texts_new (n_rows, n_columns);

  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      GString *text = g_string_new (NULL);

      for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      plwu_sheet_texts_take (texts, i / n_columns, i % n_columns, g_string_free (text, FALSE));
    }

  return texts;
}

/* Whatever is in the cells, writing and reading gives it back. */
static void
test_round_trip (void)
{
  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (PlwuSheetTexts) texts = make_random_texts ();
      g_autofree char *written = plwu_sheet_texts_to_string (texts);
      g_autoptr (PlwuSheetTexts) back = plwu_sheet_texts_parse (written, NULL);

      g_assert_cmpuint (back->n_rows, ==, texts->n_rows);
      g_assert_cmpuint (back->n_columns, ==, texts->n_columns);

      g_autofree char *expected = show (texts);
      g_autofree char *shown = show (back);

      g_assert_cmpstr (shown, ==, expected);
    }
}

static void
test_tile (void)
{
  static const struct
  {
    guint n_rows;
    guint n_columns;
    const char *expected;
  } cases[] = {
    { 1, 1, "1|2" }, { 2, 2, "1|2/1|2" }, { 1, 4, "1|2|1|2" }, { 2, 3, "1|2/1|2" }, { 3, 1, "1|2/1|2/1|2" },
  };
  g_autoptr (PlwuSheetTexts) source = plwu_sheet_texts_parse ("1\t2", NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlwuSheetTexts) tiled = plwu_sheet_texts_tile (source, cases[i].n_rows, cases[i].n_columns);
      g_autofree char *shown = show (tiled);

      g_assert_cmpstr (shown, ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/sheet/block/parse", test_parse);
  g_test_add_func ("/ui/sheet/block/too-many-cells", test_too_many_cells);
  g_test_add_func ("/ui/sheet/block/round-trip", test_round_trip);
  g_test_add_func ("/ui/sheet/block/tile", test_tile);

  return g_test_run ();
}
