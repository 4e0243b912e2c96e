/* test-workbook-forms.c: the publication workbook, and a paper held against its plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/cells.h"
#include "exchange/xlsx-private.h"

#include "folder-support.h"

#include <math.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
  PlwPlan *plan;
  PlwResult *today;
  PlwResult *one_pot;
  PlwProblems *problems;
} Fixture;

static PlwResult *
evaluate (const PlwPlan *plan, const char *policy, PlwProblems *problems)
{
  g_autoptr (GError) error = NULL;
  PlwResult *result = plw_evaluate (plan, NULL, policy, problems, &error);

  g_assert_no_error (error);
  return result;
}

static void
set_up (Fixture *fixture, const void *data)
{
  g_autofree char *example = source_path ("app/examples/small");
  g_autoptr (PlwProblems) again = plw_problems_new ();

  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "paper.xlsx", NULL);
  fixture->plan = read_folder (example);
  fixture->problems = plw_problems_new ();
  fixture->today = evaluate (fixture->plan, "today", fixture->problems);
  fixture->one_pot = evaluate (fixture->plan, "placemaking", again);
}

static void
tear_down (Fixture *fixture, const void *data)
{
  plw_result_free (fixture->today);
  plw_result_free (fixture->one_pot);
  plw_problems_free (fixture->problems);
  plw_plan_free (fixture->plan);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static PlwPaper
describe (const Fixture *fixture, PlwPaperForm form)
{
  return (PlwPaper){ .form = form,
                     .result = fixture->today,
                     .other = fixture->one_pot,
                     .problems = fixture->problems,
                     .when = 1790000000 };
}

static void
write_paper (const Fixture *fixture, PlwPaperForm form)
{
  const PlwPaper paper = describe (fixture, form);
  g_autoptr (GError) error = NULL;

  g_assert_true (plw_workbook_write (&paper, fixture->path, &error));
  g_assert_no_error (error);
}

/* Returns: whether the paper keeps the rules for what is published; -1 where nobody can say */
static int
ask_rules (const char *path)
{
  g_autofree char *python = g_find_program_in_path ("python3");
  g_autofree char *script = source_path ("tests/exchange/workbook-accessible.py");
  const char *argv[] = { python, "-B", script, path, NULL };
  g_autofree char *complaints = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (python == NULL)
    return -1;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &complaints,
                               &status, &error));
  g_assert_no_error (error);
  if (complaints[0] != '\0')
    g_test_message ("%s", complaints);
  return g_spawn_check_wait_status (status, NULL) ? 1 : 0;
}

static void
test_accessible (Fixture *fixture, const void *data)
{
  int verdict;

  write_paper (fixture, PLW_PAPER_PUBLICATION);
  verdict = ask_rules (fixture->path);
  if (verdict < 0)
    {
      g_test_skip ("python3 is not installed");
      return;
    }
  g_assert_cmpint (verdict, ==, 1);

  /* The working form is not made for it: whoever checks must notice. */
  write_paper (fixture, PLW_PAPER_WORKING);
  g_assert_cmpint (ask_rules (fixture->path), ==, 0);
}

/* Every figure of the summary, under its heading. */
static void
test_published_figures (Fixture *fixture, const void *data)
{
  g_autoptr (PlwCellBook) book = NULL;
  g_autoptr (GError) error = NULL;
  const PlwCellSheet *sheet;
  size_t n_needs = 0;

  write_paper (fixture, PLW_PAPER_PUBLICATION);
  book = plw_cells_read (fixture->path, &error);
  g_assert_no_error (error);
  sheet = plw_cells_sheet (book, "Need");
  g_assert_nonnull (sheet);
  for (uint32_t row = 0; row < 100; row++)
    {
      uint64_t at = plw_cell_key (row, 0);
      const PlwCell *name = g_hash_table_lookup (sheet->cells, &at);

      for (size_t use = 0; use < plw_result_n_uses (fixture->today); use++)
        for (size_t t = 0; t < plw_result_n_years (fixture->today); t++)
          {
            const PlwUse *held = plw_result_use (fixture->today, use);
            uint64_t place = plw_cell_key (row, (uint32_t) (5 + t));
            const PlwCell *cell = g_hash_table_lookup (sheet->cells, &place);

            if (name == NULL || name->text == NULL || !g_str_equal (name->text, held->name))
              continue;
            g_assert_nonnull (cell);
            g_assert_cmpint (llround (cell->number * 100), ==, held->need[t]);
            n_needs++;
          }
    }
  g_assert_cmpuint (n_needs, ==, plw_result_n_uses (fixture->today) * plw_result_n_years (fixture->today));
}

static bool
gather_cb (const char *bytes, size_t size, void *data, GError **error)
{
  g_string_append_len (data, bytes, (gssize) size);
  return true;
}

static bool
has_brackets (const Fixture *fixture)
{
  g_autoptr (GString) styles = g_string_new (NULL);
  char *bytes;
  size_t size;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));

  g_autoptr (GBytes) held = g_bytes_new_take (bytes, size);
  g_autoptr (PlwXlsxPackage) package = plw_xlsx_package_new (fixture->path, held, NULL);

  g_assert_nonnull (package);
  g_assert_true (plw_xlsx_package_read (package, "xl/styles.xml", gather_cb, styles, NULL));
  return strstr (styles->str, "(#,##0") != NULL;
}

static void
test_negatives (Fixture *fixture, const void *data)
{
  for (PlwPaperForm form = PLW_PAPER_WORKING; form <= PLW_PAPER_PUBLICATION; form++)
    {
      PlwPaper paper = describe (fixture, form);
      g_autoptr (GError) error = NULL;

      g_assert_true (plw_workbook_write (&paper, fixture->path, &error));
      g_assert_true (has_brackets (fixture));
      paper.has_minus = true;
      g_assert_true (plw_workbook_write (&paper, fixture->path, &error));
      g_assert_no_error (error);
      g_assert_false (has_brackets (fixture));
    }
}

static void
test_matches (Fixture *fixture, const void *data)
{
  for (PlwPaperForm form = PLW_PAPER_WORKING; form <= PLW_PAPER_PUBLICATION; form++)
    {
      const PlwPaper paper = describe (fixture, form);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) differences = NULL;
      g_autoptr (PlwPaperOrigin) origin = NULL;
      g_autofree char *fingerprint = plw_plan_fingerprint (plw_result_plan (fixture->today));

      write_paper (fixture, form);
      differences = plw_workbook_compare (fixture->path, &paper, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (differences->len, ==, 0);
      origin = plw_workbook_origin (fixture->path, &error);
      g_assert_no_error (error);
      g_assert_cmpint (origin->form, ==, form);
      g_assert_cmpstr (origin->policy, ==, "today");
      g_assert_cmpstr (origin->scenario, ==, "base");
      g_assert_cmpstr (origin->fingerprint, ==, fingerprint);
      g_assert_cmpint (origin->when, ==, 1790000000);
      g_assert_false (origin->has_log);
    }
}

static const PlwPaperDifference *
find_difference (const GPtrArray *differences, const char *sheet, const char *cell)
{
  for (guint i = 0; i < differences->len; i++)
    {
      const PlwPaperDifference *difference = g_ptr_array_index (differences, i);

      if (g_str_equal (difference->sheet, sheet) && g_str_equal (difference->cell, cell))
        return difference;
    }
  return NULL;
}

/* The plan's wages rise more than when the paper was made. */
static void
test_changed_plan (Fixture *fixture, const void *data)
{
  size_t column = plw_schema_table (PLW_TABLE_DRIVERS)->n_columns;
  g_autoptr (PlwPlan) plan = plw_plan_copy (fixture->plan);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwResult) result = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;
  PlwPaper paper = describe (fixture, PLW_PAPER_WORKING);
  const PlwPaperDifference *cause, *consequence;

  write_paper (fixture, PLW_PAPER_WORKING);
  plw_plan_set (plan, PLW_TABLE_DRIVERS, 0, column, plw_value_number (12 * PLW_DECIMAL_ONE));
  result = evaluate (plan, "today", problems);
  paper.result = result;
  differences = plw_workbook_compare (fixture->path, &paper, &error);
  g_assert_no_error (error);
  cause = find_difference (differences, "Assumptions", "D6");
  g_assert_nonnull (cause);
  g_assert_false (cause->is_consequence);
  g_assert_cmpstr (cause->paper, ==, "0.10");
  g_assert_cmpstr (cause->plan, ==, "0.12");
  consequence = find_difference (differences, "Indices", "C7");
  g_assert_nonnull (consequence);
  g_assert_true (consequence->is_consequence);
}

/* Whatever the bytes are: read or refused, with a reason. */
static void
test_hostile (Fixture *fixture, const void *data)
{
  g_autofree char *bytes = NULL;
  size_t size;
  size_t n_refused = 0;

  write_paper (fixture, PLW_PAPER_PUBLICATION);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  for (size_t at = 0; at < size; at += 211)
    {
      char kept = bytes[at];
      g_autoptr (GError) error = NULL;
      g_autoptr (PlwCellBook) book = NULL;

      bytes[at] = (char) (kept ^ 0x41);
      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
      book = plw_cells_read (fixture->path, &error);
      if (book == NULL)
        {
          g_assert_error (error, PLW_ERROR, PLW_ERROR_FORMAT);
          n_refused++;
        }
      bytes[at] = kept;
    }
  g_assert_cmpuint (n_refused, >, 0);
  for (size_t cut = 0; cut < size; cut += size / 20)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) cut, NULL));
      g_assert_null (plw_cells_read (fixture->path, &error));
      g_assert_error (error, PLW_ERROR, PLW_ERROR_FORMAT);
    }
}

/* A part that claims to be far larger than what it is packed in is not unpacked. */
static void
test_bomb (Fixture *fixture, const void *data)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  size_t size;

  write_paper (fixture, PLW_PAPER_PUBLICATION);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  for (size_t at = 0; at + 28 < size; at++)
    if (memcmp (bytes + at, "PK\1\2", 4) == 0)
      memset (bytes + at + 24, 0xff, 4);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
  g_assert_null (plw_cells_read (fixture->path, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_FORMAT);
}

static void
test_stranger (Fixture *fixture, const void *data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere.xlsx", NULL);

  put_file (fixture->folder, "paper.xlsx", "not a workbook at all");
  g_assert_null (plw_workbook_origin (fixture->path, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_null (plw_workbook_origin (nowhere, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/forms/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  g_test_add ("/forms/published-figures", Fixture, NULL, set_up, test_published_figures, tear_down);
  g_test_add ("/forms/negatives", Fixture, NULL, set_up, test_negatives, tear_down);
  g_test_add ("/forms/matches", Fixture, NULL, set_up, test_matches, tear_down);
  g_test_add ("/forms/changed-plan", Fixture, NULL, set_up, test_changed_plan, tear_down);
  g_test_add ("/forms/hostile", Fixture, NULL, set_up, test_hostile, tear_down);
  g_test_add ("/forms/bomb", Fixture, NULL, set_up, test_bomb, tear_down);
  g_test_add ("/forms/stranger", Fixture, NULL, set_up, test_stranger, tear_down);
  return g_test_run ();
}
