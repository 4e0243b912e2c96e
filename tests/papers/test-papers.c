/* test-papers.c: papers of random plans, and what a table on paper does with its figures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names longer than a line, years wider than a page and figures of any size must stay on the paper.
 */
#include "plwu-papers.h"

#include "plwu-paper.h"

#include "../engine/random-plan.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define PLANS 6
#define FIRST_SEED 4200

typedef struct
{
  PlwPaperSource *source;
  PlwProblems *problems;
  PlwPaper paper;
} Held;

static void
clear_held (Held *held)
{
  plw_paper_source_free (held->source);
  plw_problems_free (held->problems);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Held, clear_held)

static void
evaluate (Held *held, const PlwPlan *plan, const char *policy)
{
  g_autoptr (GError) error = NULL;

  held->problems = plw_problems_new ();
  held->source = plw_paper_source_new (plan, NULL, policy, held->problems, &error);
  g_assert_no_error (error);
  held->paper = (PlwPaper){ .problems = held->problems, .when = 1790000000 };
  plw_paper_source_fill (held->source, &held->paper);
}

/* What check_paper.py has to say of a file; NULL where there is no such program. */
static char *
inspect (const char *path, const char *pages)
{
  g_autofree char *checker =
      g_build_filename (g_getenv ("PLACEWRIGHT_SOURCE"), "tests", "papers", "check_paper.py", NULL);
  g_autofree char *python = g_find_program_in_path ("python3");
  g_autofree char *qpdf = g_find_program_in_path ("qpdf");
  const char *arguments[] = { python, checker, path, pages != NULL ? "--pages" : NULL, pages, NULL };
  g_autofree char *complaints = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;

  if (python == NULL || qpdf == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &complaints, &errors, NULL,
                &error);
  g_assert_no_error (error);
  return g_strconcat (complaints, errors, NULL);
}

/* Writes a paper, twice the same, and has it looked through. */
static void
check_paper (const PlwPaper *paper, PlwuPaperKind kind, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "paper.pdf", NULL);
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;
  g_autoptr (GBytes) bytes = plwu_papers_render (paper, kind, &n_pages, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_pages, >=, 1);
  if (kind == PLWU_PAPER_SUMMARY)
    g_assert_cmpuint (n_pages, ==, 1);
  g_assert_true (plwu_papers_write (paper, kind, path, &error));
  g_assert_no_error (error);

  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_cmpmem (contents, size, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_autofree char *complaints = inspect (path, kind == PLWU_PAPER_SUMMARY ? "1" : NULL);

  if (complaints != NULL)
    g_assert_cmpstr (complaints, ==, "");
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
check_plan (const PlwPlan *plan, const char *policy, const char *folder)
{
  g_auto (Held) held = { 0 };

  evaluate (&held, plan, policy);
  check_paper (&held.paper, PLWU_PAPER_REPORT, folder);
  check_paper (&held.paper, PLWU_PAPER_SUMMARY, folder);
}

static void
test_random (void)
{
  g_autofree char *folder = g_dir_make_tmp ("papers-XXXXXX", NULL);
  static const char *const policies[] = { "today", "placemaking", RANDOM_PLAN_POLICY };

  for (guint32 i = 0; i < PLANS; i++)
    {
      g_autoptr (PlwPlan) plan = random_plan_new (FIRST_SEED + i, RANDOM_PLAN_ANY);

      check_plan (plan, policies[i % G_N_ELEMENTS (policies)], folder);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
set_setting (PlwPlan *plan, const char *key, const char *value)
{
  size_t row;

  if (!plw_plan_find_key (plan, PLW_TABLE_PLAN, key, &row))
    {
      const PlwValue cells[] = { plw_value_text (key), plw_value_text (value) };

      plw_plan_append (plan, PLW_TABLE_PLAN, cells, G_N_ELEMENTS (cells));
      return;
    }
  plw_plan_set (plan, PLW_TABLE_PLAN, row, PLW_PLAN_VALUE, plw_value_text (value));
}

/* A plan without programmes, with names that no column holds. */
static void
test_long_names (void)
{
  g_autofree char *folder = g_dir_make_tmp ("papers-XXXXXX", NULL);
  g_autoptr (PlwPlan) plan = random_plan_new (FIRST_SEED, RANDOM_PLAN_FIXED_NEEDS);
  g_autoptr (GString) name = g_string_new ("Donaudampfschifffahrtsgesellschaft");

  for (int i = 0; i < 6; i++)
    g_string_append (name, "skapitänsmütze & Löschboot <b>\xe2\x80\xa8");
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_LINES); row++)
    plw_plan_set (plan, PLW_TABLE_LINES, row, PLW_LINES_NAME, plw_value_text (name->str));
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_POTS); row++)
    plw_plan_set (plan, PLW_TABLE_POTS, row, PLW_POTS_NAME, plw_value_text (name->str));
  set_setting (plan, "title", name->str);
  set_setting (plan, "area", name->str);
  check_plan (plan, "today", folder);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Thirty years do not fit beside each other. */
static void
test_many_years (void)
{
  g_autofree char *folder = g_dir_make_tmp ("papers-XXXXXX", NULL);
  g_autoptr (PlwPlan) plan = plw_plan_new ();
  const PlwValue line[] = { plw_value_text ("care"), plw_value_text ("Care") };
  const PlwValue cost[] = { plw_value_text ("care"), plw_value_text ("all"), PLW_VALUE_EMPTY,
                            plw_value_number (PLW_PENCE_MAX) };
  const PlwValue pot[] = { plw_value_text ("tax"), plw_value_text ("Tax") };

  set_setting (plan, "title", "Thirty years");
  set_setting (plan, "base_year", "2025/26");
  set_setting (plan, "years", "30");
  plw_plan_append (plan, PLW_TABLE_LINES, line, G_N_ELEMENTS (line));
  plw_plan_append (plan, PLW_TABLE_COSTS, cost, G_N_ELEMENTS (cost));
  plw_plan_append (plan, PLW_TABLE_POTS, pot, G_N_ELEMENTS (pot));
  for (int year = 2026; year < 2056; year++)
    plw_plan_set (plan, PLW_TABLE_POTS, 0, plw_plan_year_column (plan, PLW_TABLE_POTS, year),
                  plw_value_number (PLW_PENCE_MAX / 2 + year));
  check_plan (plan, "today", folder);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_unwritable (void)
{
  g_auto (Held) held = { 0 };
  g_autoptr (PlwPlan) plan = random_plan_new (FIRST_SEED, RANDOM_PLAN_MODEST);
  g_autoptr (GError) error = NULL;

  evaluate (&held, plan, "today");
  g_assert_false (plwu_papers_write (&held.paper, PLWU_PAPER_REPORT, "/nowhere/paper.pdf", &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "/nowhere/paper.pdf"));
}

/* The version and what was changed since. */
static void
test_version (void)
{
  g_auto (Held) held = { 0 };
  g_autofree char *folder = g_dir_make_tmp ("papers-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "paper.pdf", NULL);
  g_autofree char *pdftotext = g_find_program_in_path ("pdftotext");
  const char *arguments[] = { pdftotext, path, "-", NULL };
  g_autoptr (PlwPlan) plan = random_plan_new (FIRST_SEED, RANDOM_PLAN_MODEST);
  g_autoptr (PlwStore) store = plw_store_new_memory (plan);
  g_autoptr (PlwEdit) edit = plw_edit_new ("Parks get more trees");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (plw_store_name_version (store, "As agreed in May", NULL, &error));
  g_assert_no_error (error);
  plw_edit_set_cell (edit, plw_store_plan (store), PLW_TABLE_LINES, 0, PLW_LINES_NAME,
                     plw_value_text ("Parks"));
  g_assert_true (plw_store_commit (store, edit, &error));
  g_assert_no_error (error);
  evaluate (&held, plw_store_plan (store), "today");

  g_autoptr (GPtrArray) log = plw_store_history (store, 0, NULL);
  g_autoptr (GPtrArray) versions = plw_store_versions (store, NULL);

  held.paper.log = log;
  held.paper.since = g_ptr_array_index (versions, 0);
  g_assert_true (plwu_papers_write (&held.paper, PLWU_PAPER_REPORT, path, &error));
  g_assert_no_error (error);
  if (pdftotext != NULL)
    {
      g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (text, "As agreed in May, changed since"));
      g_assert_nonnull (strstr (text, "Parks get more trees"));
    }
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A row higher than a page, a table longer than one, a heading at the end of one. */
static void
test_flow (void)
{
  const PlwuPaperInfo info = { .title = "Flow", .language = "en-GB", .created = 1 };
  g_autoptr (PlwuPaper) paper = plwu_paper_new (&info);
  PlwuPaperTable *table = plwu_paper_table_new ("A long table");
  g_autofree char *words = g_strnfill (30000, 'w');
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;

  for (gsize i = 9; i < 30000; i += 10)
    words[i] = ' ';
  plwu_paper_table_column (table, "Words", PLWU_COLUMN_TEXT, 1);
  plwu_paper_table_column (table, "Figure", PLWU_COLUMN_FIGURE, 0);
  for (int i = 0; i < 400; i++)
    {
      plwu_paper_table_row (table, i % 50 == 0 ? PLWU_ROW_BAND : PLWU_ROW_BODY);
      plwu_paper_table_cell (table, i == 77 ? words : "row");
      plwu_paper_table_cell (table, "1,234");
    }
  plwu_paper_add_heading (paper, 1, "First");
  plwu_paper_add_text (paper, PLWU_PAPER_BODY, words);
  plwu_paper_add_table (paper, table);
  for (int i = 0; i < 200; i++)
    plwu_paper_add_heading (paper, 1 + i % 2, "Heading");
  plwu_paper_add_contents (paper);

  g_autoptr (GBytes) bytes = plwu_paper_render (paper, &n_pages, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  g_assert_cmpuint (n_pages, >, 8);
  g_assert_cmpuint (n_pages, <, 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/papers/random", test_random);
  g_test_add_func ("/papers/long-names", test_long_names);
  g_test_add_func ("/papers/many-years", test_many_years);
  g_test_add_func ("/papers/unwritable", test_unwritable);
  g_test_add_func ("/papers/version", test_version);
  g_test_add_func ("/papers/flow", test_flow);
  return g_test_run ();
}
