/* test-table-references.c: references in tables, copied and pasted as people read them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "models/plwu-pots-model.h"
#include "test-window-support.h"

#include <gtk/gtk.h>

typedef struct
{
  PlwuDocument *document;
  PlwuSheetModel *drivers;
  PlwuSheetModel *costs;
  guint row; /* of the costs: care/pay, whose prices follow the wages */
  guint column;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = create_document ();
  fixture->drivers = plwu_table_model_new (fixture->document, PLW_TABLE_DRIVERS);
  fixture->costs = plwu_table_model_new (fixture->document, PLW_TABLE_COSTS);
  fixture->row = find_model_row (fixture->costs, "care/pay");
  fixture->column = find_column (fixture->costs, "Price driver");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->costs);
  g_object_unref (fixture->drivers);
  g_object_unref (fixture->document);
}

static void
assert_copied (Fixture *fixture, const char *expected)
{
  g_autofree char *text = plwu_sheet_model_edit_text (fixture->costs, fixture->row, fixture->column);

  g_assert_cmpstr (text, ==, expected);
}

/* What was copied says the same where it is pasted. */
static void
assert_goes_round (Fixture *fixture, const char *expected)
{
  assert_copied (fixture, expected);
  g_assert_cmpuint (type_cell (fixture->costs, fixture->row, fixture->column, expected), ==, 0);
}

static void
assert_held (Fixture *fixture, const char *expected)
{
  size_t row = find_row (fixture->document, PLW_TABLE_COSTS, "care/pay");

  g_assert_cmpstr (plw_plan_text (plwu_document_get_plan (fixture->document), PLW_TABLE_COSTS, row,
                                  PLW_COSTS_PRICE_DRIVER),
                   ==, expected);
}

static void
assert_refused (Fixture *fixture, const char *text, const char *detail)
{
  g_auto (PlwuSheetOutcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (plwu_sheet_model_set_cells (fixture->costs, PLWU_SHEET_GESTURE_PASTE, fixture->row,
                                             fixture->column, 1, 1, &text, &outcome, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (outcome.n_changed, ==, 0);
  g_assert_cmpuint (outcome.n_not_understood, ==, 1);
  g_assert_cmpstr (outcome.detail, ==, detail);
}

static void
rename_driver (Fixture *fixture, const char *code, const char *name)
{
  g_assert_cmpuint (type_cell (fixture->drivers, find_model_row (fixture->drivers, code),
                               find_column (fixture->drivers, "Name"), name),
                    ==, 1);
}

/* A spreadsheet is given the name that is shown, and names and codes are taken from it. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *pasted;
    const char *held;
  } cases[] = {
    { "Council tax increase", "band-d" },
    { "wages", "wages" },
    { "COUNCIL TAX INCREASE", "band-d" },
    { "Wages", "wages" },
    { "band-d", "band-d" },
    { " Wages in care ", "wages" },
  };

  assert_goes_round (fixture, "Wages in care");
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].pasted);
      g_assert_cmpuint (type_cell (fixture->costs, fixture->row, fixture->column, cases[i].pasted), ==, 1);
      assert_held (fixture, cases[i].held);
    }
  type_cell (fixture->costs, fixture->row, fixture->column, "");
  assert_goes_round (fixture, "");
}

/* Where a name would lead elsewhere, or nowhere, the code is copied. */
static void
test_names_that_tell_nothing (Fixture *fixture, gconstpointer data)
{
  rename_driver (fixture, "wages", "COUNCIL tax increase");
  assert_goes_round (fixture, "wages");
  assert_refused (fixture, "Council tax increase",
                  "“Council tax increase” is the name of more than one of the Assumptions; write its code");
  assert_held (fixture, "wages");

  rename_driver (fixture, "wages", "band-d");
  assert_goes_round (fixture, "wages");

  rename_driver (fixture, "wages", "Wages");
  assert_goes_round (fixture, "Wages");
  assert_refused (fixture, "Wages in care",
                  "“Wages in care” is not one of the Assumptions; write a code or a name from there");
  assert_held (fixture, "wages");
}

static char **
copy_all (PlwuSheetModel *model)
{
  guint n_columns = plwu_sheet_model_n_columns (model);
  guint n_cells = plwu_sheet_model_n_rows (model) * n_columns;
  char **texts = g_new0 (char *, n_cells + 1);

  for (guint i = 0; i < n_cells; i++)
    texts[i] = plwu_sheet_model_edit_text (model, i / n_columns, i % n_columns);
  return texts;
}

/* Every table, copied whole and pasted where it was, is as it was. */
static void
test_everything_goes_round (Fixture *fixture, gconstpointer data)
{
  PlwuDocument *document = fixture->document;
  g_autofree char *before = plw_plan_fingerprint (plwu_document_get_plan (document));

  for (int table = 0; table < PLW_N_TABLES; table++)
    {
      g_autoptr (PlwuSheetModel) model =
          table == PLW_TABLE_POTS ? plwu_pots_model_new (document) : plwu_table_model_new (document, table);
      g_auto (GStrv) texts = copy_all (model);
      g_auto (PlwuSheetOutcome) outcome = { 0 };
      g_autoptr (GError) error = NULL;

      if (texts[0] == NULL)
        continue;
      g_assert_true (plwu_sheet_model_set_cells (
          model, PLWU_SHEET_GESTURE_PASTE, 0, 0, plwu_sheet_model_n_rows (model),
          plwu_sheet_model_n_columns (model), (const char *const *) texts, &outcome, &error));
      g_assert_no_error (error);
      if (outcome.n_changed > 0 || outcome.n_not_understood > 0)
        g_error ("%s: %u changed; %s", plw_schema_table (table)->name, outcome.n_changed, outcome.detail);
    }

  g_autofree char *after = plw_plan_fingerprint (plwu_document_get_plan (document));

  g_assert_cmpstr (after, ==, before);
}

/* A scenario's cells say the plan's names too, and take them. */
static void
test_scenario (Fixture *fixture, gconstpointer data)
{
  plwu_document_set_scenario (fixture->document, "no-road-grant");
  assert_copied (fixture, "Wages in care");
  g_assert_cmpuint (type_cell (fixture->costs, fixture->row, fixture->column, "council tax increase"), ==, 1);
  assert_cell (fixture->costs, fixture->row, fixture->column, "Council tax increase");
  assert_copied (fixture, "Council tax increase");
  assert_held (fixture, "wages");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/ui/references/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("names", test_names);
  ADD ("names-that-tell-nothing", test_names_that_tell_nothing);
  ADD ("everything-goes-round", test_everything_goes_round);
  ADD ("scenario", test_scenario);

  return g_test_run ();
}
