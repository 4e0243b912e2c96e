/* test-window-tables.c: tables of a plan as sheets: what they show, take and refuse.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "models/plwu-pots-model.h"
#include "models/plwu-services-model.h"
#include "test-window-support.h"

#include <gtk/gtk.h>

static PlwuSheetModel *
create_model (PlwuDocument **ret_document, PlwTableId table)
{
  *ret_document = create_document ();
  return plwu_table_model_new (*ret_document, table);
}

static void
test_shows_names_not_codes (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_COSTS);
  guint row = find_model_row (model, "care/pay");

  assert_cell (model, row, find_column (model, "Line"), "Care");
  assert_cell (model, row, find_column (model, "Price driver"), "Wages in care");
  assert_cell (model, row, find_column (model, "Base, £ a year"), "100,000");
}

static void
test_takes_what_people_type (void)
{
  static const struct
  {
    const char *typed;
    const char *shown;
  } cases[] = {
    { "1,250", "1,250" }, { "£1.2m", "1,200,000" }, { "450k", "450,000" },
    { "(500)", "-500" },  { "-500", "-500" },       { "£2", "2" },
    { "*1.5", "3" },      { "2000", "2,000" },      { "+3%", "2,060" },
    { "-50%", "1,030" },
  };
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_COSTS);
  guint row = find_model_row (model, "roads/contracts");
  guint column = find_column (model, "Base, £ a year");

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_changed = type_cell (model, row, column, cases[i].typed);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpuint (n_changed, ==, g_str_equal (cases[i].typed, "-500") ? 0 : 1);
      assert_cell (model, row, column, cases[i].shown);
    }
}

/* A plus raises a rate by points; a minus is part of the rate. */
static void
test_raises_rates_by_points (void)
{
  static const struct
  {
    const char *typed;
    const char *shown;
  } cases[] = {
    { "+1", "11%" }, { "+0.5%", "11.5%" }, { "3%", "3%" }, { "-1", "-1%" }, { "+ 2", "1%" },
  };
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_DRIVERS);
  guint row = find_model_row (model, "wages");
  guint column = find_column (model, "2026/27");

  assert_cell (model, row, column, "10%");
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].typed);
      g_assert_cmpuint (type_cell (model, row, column, cases[i].typed), ==, 1);
      assert_cell (model, row, column, cases[i].shown);
    }
}

/* What is not understood changes nothing and is told of. */
static void
test_refuses_what_is_wrong (void)
{
  static const struct
  {
    const char *title;
    const char *typed;
    const char *detail;
  } cases[] = {
    { "Base, £ a year", "12,x", "*not an amount*" },
    { "Price driver", "nobody", "*not one of the Assumptions*" },
    { "Kind", "salaries", "*not one of the choices*" },
    { "Element", "", "*may not be empty*" },
  };
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_COSTS);
  g_autofree char *before = plw_plan_fingerprint (plwu_document_get_plan (document));

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (PlwuSheetOutcome) outcome = { 0 };

      g_assert_true (plwu_sheet_model_set_cells (model, PLWU_SHEET_GESTURE_TYPE, 0,
                                                 find_column (model, cases[i].title), 1, 1, &cases[i].typed,
                                                 &outcome, NULL));
      g_assert_cmpuint (outcome.n_changed, ==, 0);
      g_assert_cmpuint (outcome.n_not_understood, ==, 1);
      g_assert_true (g_pattern_match_simple (cases[i].detail, outcome.detail));
    }

  g_autofree char *after = plw_plan_fingerprint (plwu_document_get_plan (document));
  g_assert_cmpstr (after, ==, before);
  g_assert_null (plwu_document_get_undo_name (document));
}

static void
test_references_and_choices_may_be_short (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_COSTS);
  guint row = find_model_row (model, "roads/contracts");

  g_assert_cmpuint (type_cell (model, row, find_column (model, "Price driver"), "wages in CARE"), ==, 1);
  assert_cell (model, row, find_column (model, "Price driver"), "Wages in care");
  g_assert_cmpuint (type_cell (model, row, find_column (model, "Kind"), "tra"), ==, 0);
  g_assert_cmpuint (type_cell (model, row, find_column (model, "Kind"), "transp"), ==, 1);
  assert_cell (model, row, find_column (model, "Kind"), "Transport");
}

/* Choices are shown and copied in people's words; words and the plan's own codes are understood. */
static void
test_choices_in_words (void)
{
  static const struct
  {
    const char *typed;
    const char *shown;
    const char *held;
  } cases[] = {
    { "council-tax", "Council tax", "council-tax" },
    { "year by year", "Year by year", "profile" },
    { "COUNCIL TAX", "Council tax", "council-tax" },
    { "profile", "Year by year", "profile" },
    { "ind", "Indexed", "indexed" },
  };
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_POTS);
  guint row = find_model_row (model, "road-grant");
  guint column = find_column (model, "Basis");
  size_t plan_row = find_row (document, PLW_TABLE_POTS, "road-grant");

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (type_cell (model, row, column, cases[i].typed), ==, 1);
      assert_cell (model, row, column, cases[i].shown);

      g_autofree char *copied = plwu_sheet_model_edit_text (model, row, column);
      g_autofree char *held =
          plw_plan_cell_to_text (plwu_document_get_plan (document), PLW_TABLE_POTS, plan_row, PLW_POTS_BASIS);

      g_assert_cmpstr (copied, ==, cases[i].shown);
      g_assert_cmpstr (held, ==, cases[i].held);
      g_assert_cmpuint (type_cell (model, row, column, copied), ==, 0);
    }
  column = find_column (model, "Pooled");
  type_cell (model, row, column, "no");
  g_assert_cmpuint (type_cell (model, row, column, "TRUE"), ==, 1);
  assert_cell (model, row, column, "yes");
}

/* A bare number is in the unit shown; what the cell holds can be typed back. */
static void
test_units (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_COSTS);
  guint row = find_model_row (model, "roads/contracts");
  guint column = find_column (model, "Base, £ a year");

  plwu_document_set_unit (document, PLW_UNIT_THOUSANDS);
  g_assert_cmpuint (find_column (model, "Base, £k a year"), ==, column);
  assert_cell (model, row, column, "60");

  g_autofree char *text = plwu_sheet_model_edit_text (model, row, column);

  g_assert_cmpstr (text, ==, "£60000");
  g_assert_cmpuint (type_cell (model, row, column, text), ==, 0);
  g_assert_cmpuint (type_cell (model, row, column, "75"), ==, 1);
  g_assert_cmpuint (type_cell (model, row, column, "75k"), ==, 0);
  g_assert_cmpuint (type_cell (model, row, column, "£75,000"), ==, 0);
  g_assert_cmpuint (type_cell (model, row, column, "(75)"), ==, 1);
  assert_cell (model, row, column, "-75");
  plwu_document_set_unit (document, PLW_UNIT_POUNDS);
  assert_cell (model, row, column, "-75,000");
}

/* Whatever the unit, the rows shown add up to the total shown. */
static void
test_rows_add_up_to_total (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_PROJECTS);
  g_autoptr (GError) error = NULL;
  guint column;
  guint row;

  for (int i = 0; i < 9; i++)
    g_assert_true (plwu_table_model_add_row (PLWU_TABLE_MODEL (model), G_MAXUINT, &row, &error));
  column = find_column (model, "2027/28");
  for (int round = 0; round < 20; round++)
    {
      gint64 sum = 0;
      int64_t total = 0;

      plwu_document_set_unit (document, PLW_UNIT_POUNDS);
      for (row = 0; row < plwu_sheet_model_n_rows (model); row++)
        {
          g_autofree char *text =
              g_strdup_printf ("%d.%02d", g_test_rand_int_range (0, 5000), g_test_rand_int_range (0, 100));

          type_cell (model, row, column, text);
        }
      plwu_document_set_unit (document, (PlwUnit) (round % 2));
      for (row = 0; row < plwu_sheet_model_n_rows (model); row++)
        {
          g_autofree char *text = read_cell (model, row, column);
          int64_t pence = 0;

          g_assert_true (plw_pence_parse (text, PLW_PARSE_STRICT, &pence, NULL));
          sum += pence;
        }

      g_autofree char *shown = read_cell (model, plwu_sheet_model_n_rows (model), column);

      g_assert_true (plw_pence_parse (shown, PLW_PARSE_STRICT, &total, NULL));
      g_assert_cmpint (sum, ==, total);
    }
}

static void
test_block_is_one_step (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_POTS);
  g_autofree char *before = plw_plan_fingerprint (plwu_document_get_plan (document));
  const char *texts[] = { "1", "2", "x", NULL, "5", "6" };
  guint row = find_model_row (model, "road-grant");
  guint column = find_column (model, "2027/28");
  g_auto (PlwuSheetOutcome) outcome = { 0 };

  g_assert_true (
      plwu_sheet_model_set_cells (model, PLWU_SHEET_GESTURE_PASTE, row, column, 2, 3, texts, &outcome, NULL));
  g_assert_cmpuint (outcome.n_changed, ==, 4);
  g_assert_cmpuint (outcome.n_not_understood, ==, 1);
  g_assert_cmpstr (plwu_document_get_undo_name (document), ==, "Paste of 4 cells in Pots");
  g_assert_true (plwu_document_undo (document, NULL));

  g_autofree char *after = plw_plan_fingerprint (plwu_document_get_plan (document));
  g_assert_cmpstr (after, ==, before);
}

static void
test_one_cell_names_its_step (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_DRIVERS);

  g_assert_cmpuint (
      type_cell (model, find_model_row (model, "wages"), find_column (model, "2026/27"), "4.5%"), ==, 1);
  g_assert_cmpstr (plwu_document_get_undo_name (document), ==, "Wages in care, 2026/27: 10% to 4.5%");
}

/* An empty year of a driver shows the year before it, and takes a figure. */
static void
test_empty_year_shows_what_it_stands_for (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_DRIVERS);
  guint row = find_model_row (model, "wages");
  guint column = find_column (model, "2027/28");

  g_assert_cmpint (read_kind (model, row, column), ==, PLWU_SHEET_EDITABLE);
  g_assert_cmpuint (type_cell (model, row, column - 1, "7"), ==, 1);
  g_assert_cmpuint (type_cell (model, row, column, ""), ==, 1);
  assert_cell (model, row, column, "7%");
  g_assert_cmpint (read_kind (model, row, column), ==, PLWU_SHEET_INHERITED);
}

static void
test_scenario_writes_overrides (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_POTS);
  guint row = find_model_row (model, "care-match");
  guint column = find_column (model, "2027/28");
  size_t n_overrides = plw_plan_n_rows (plwu_document_get_plan (document), PLW_TABLE_OVERRIDES);
  size_t plan_row = find_row (document, PLW_TABLE_POTS, "care-match");

  plwu_document_set_scenario (document, "no-road-grant");
  g_assert_cmpint (read_kind (model, row, column), ==, PLWU_SHEET_INHERITED);
  g_assert_cmpint (read_kind (model, row, find_column (model, "Code")), ==, PLWU_SHEET_LOCKED);
  g_assert_cmpint (read_kind (model, find_model_row (model, "road-grant"), find_column (model, "Enabled")),
                   ==, PLWU_SHEET_OVERRIDDEN);

  /* A typed nought is a figure, not the absence of one. */
  g_assert_cmpuint (type_cell (model, row, column, "0"), ==, 1);
  assert_cell (model, row, column, "0");
  g_assert_cmpint (read_kind (model, row, column), ==, PLWU_SHEET_OVERRIDDEN);
  g_assert_cmpint (plw_plan_n_rows (plwu_document_get_plan (document), PLW_TABLE_OVERRIDES), ==,
                   n_overrides + 1);
  g_assert_cmpint (
      plw_plan_number (plwu_document_get_plan (document), PLW_TABLE_POTS, plan_row,
                       plw_plan_year_column (plwu_document_get_plan (document), PLW_TABLE_POTS, 2027)),
      ==, 3000000);

  /* Typing again changes the override, not the number of them. */
  g_assert_cmpuint (type_cell (model, row, column, "1234"), ==, 1);
  assert_cell (model, row, column, "1,234");
  g_assert_cmpint (plw_plan_n_rows (plwu_document_get_plan (document), PLW_TABLE_OVERRIDES), ==,
                   n_overrides + 1);

  g_assert_cmpuint (type_cell (model, row, column, ""), ==, 1);
  assert_cell (model, row, column, "30,000");
  g_assert_cmpint (read_kind (model, row, column), ==, PLWU_SHEET_INHERITED);
  g_assert_cmpint (plw_plan_n_rows (plwu_document_get_plan (document), PLW_TABLE_OVERRIDES), ==, n_overrides);

  /* Each of the three was one step. */
  for (int i = 0; i < 3; i++)
    g_assert_true (plwu_document_undo (document, NULL));
  g_assert_null (plwu_document_get_undo_name (document));
}

static void
test_scenario_does_not_change_rows (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_POTS);
  g_autofree char *why = NULL;

  g_assert_true (plwu_table_model_can_change_rows (PLWU_TABLE_MODEL (model), NULL));
  plwu_document_set_scenario (document, "no-road-grant");
  g_assert_false (plwu_table_model_can_change_rows (PLWU_TABLE_MODEL (model), &why));
  g_assert_nonnull (why);
}

/* A new row leaves a plan that can be worked out, in every table; or it is
 * said what has to come first.
 */
static void
test_new_rows_leave_a_sound_plan (void)
{
  guint n_refused = 0;

  for (int table = 0; table < PLW_N_TABLES; table++)
    for (int n = 0; n < 3; n++)
      {
        g_autoptr (PlwuDocument) document = NULL;
        g_autoptr (PlwuSheetModel) model = create_model (&document, (PlwTableId) table);
        g_autoptr (GError) error = NULL;
        guint row;

        /* A second council tax row is one of a pot that has another basis. */
        if (table == PLW_TABLE_COUNCIL_TAX)
          continue;
        g_test_message ("%s", plw_schema_table ((PlwTableId) table)->name);
        for (int i = 0; i <= n && error == NULL; i++)
          if (!plwu_table_model_add_row (PLWU_TABLE_MODEL (model), 0, &row, &error))
            {
              g_assert_error (error, PLW_ERROR, PLW_ERROR_PLAN);
              n_refused++;
            }
        assert_sound (document);
      }

  /* Overrides; effects, years, fences, totals and votes of programmes, policies, sources and decisions that
   * are not there; a second row of debt.
   */
  g_assert_cmpuint (n_refused, ==, 3 * 6 + 2);
}

/* There are six grades; a seventh row has nowhere to go. */
static void
test_new_rows_have_keys_of_their_own (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_EVIDENCE_GRADES);
  g_autoptr (GError) error = NULL;
  guint row;

  for (int i = 0; i < 6; i++)
    g_assert_true (plwu_table_model_add_row (PLWU_TABLE_MODEL (model), G_MAXUINT, &row, &error));
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *grade = g_strdup_printf ("%u", i + 1);

      assert_cell (model, i, find_column (model, "Grade"), grade);
    }
  g_assert_false (plwu_table_model_add_row (PLWU_TABLE_MODEL (model), 0, &row, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_PLAN);
}

static void
test_filter_sets_what_it_filters (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_COSTS);
  guint row = 0;
  size_t plan_row = 0;

  plwu_table_model_set_filter (PLWU_TABLE_MODEL (model), PLW_COSTS_LINE, "libraries");
  g_assert_cmpuint (plwu_sheet_model_n_rows (model), ==, 2);
  g_assert_true (plwu_table_model_add_row (PLWU_TABLE_MODEL (model), 1, &row, NULL));
  g_assert_cmpuint (plwu_sheet_model_n_rows (model), ==, 3);
  g_assert_true (plwu_table_model_get_plan_row (PLWU_TABLE_MODEL (model), row, &plan_row));
  g_assert_cmpstr (
      plw_plan_text (plwu_document_get_plan (document), PLW_TABLE_COSTS, plan_row, PLW_COSTS_LINE), ==,
      "libraries");
}

static void
test_search_finds_rows (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_POTS);
  guint n_rows = plwu_sheet_model_n_rows (model);

  plwu_table_model_set_search (PLWU_TABLE_MODEL (model), "RoAd gr");
  g_assert_cmpuint (plwu_sheet_model_n_rows (model), ==, 1);
  assert_cell (model, 0, 0, "Road grant");
  plwu_table_model_set_search (PLWU_TABLE_MODEL (model), "");
  g_assert_cmpuint (plwu_sheet_model_n_rows (model), ==, n_rows);
}

static void
test_new_code_goes_everywhere (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_LINES);
  guint row = find_model_row (model, "roads");

  g_assert_cmpuint (type_cell (model, row, find_column (model, "Code"), "parks"), ==, 0);
  g_assert_cmpuint (type_cell (model, row, find_column (model, "Code"), "highways"), ==, 1);
  find_row (document, PLW_TABLE_COSTS, "highways/contracts");
  assert_sound (document);
}

/* Removing a row leaves nothing that speaks of it; undo brings all of it back. */
static void
test_removal_leaves_a_sound_plan (void)
{
  static const struct
  {
    PlwTableId table;
    const char *key;
  } cases[] = {
    { PLW_TABLE_LINES, "roads" },
    { PLW_TABLE_POTS, "reserve" },
    { PLW_TABLE_POTS, "road-grant" },
    { PLW_TABLE_DRIVERS, "wages" },
    { PLW_TABLE_SCENARIOS, "no-road-grant" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlwuDocument) document = NULL;
      g_autoptr (PlwuSheetModel) model = create_model (&document, cases[i].table);
      g_autofree char *before = plw_plan_fingerprint (plwu_document_get_plan (document));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].key);
      g_assert_true (plwu_table_model_delete_rows (PLWU_TABLE_MODEL (model),
                                                   find_model_row (model, cases[i].key), 1, &error));
      assert_sound (document);
      g_assert_true (plwu_document_undo (document, NULL));

      g_autofree char *after = plw_plan_fingerprint (plwu_document_get_plan (document));
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_services_show_need (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwuSheetModel) model = plwu_services_model_new (document);
  guint row = find_model_row (model, "care");

  wait_for_result (document);
  assert_cell (model, row, find_column (model, "Budget 2025/26"), "100,000");
  assert_cell (model, row, find_column (model, "2026/27"), "110,000");
  assert_cell (model, row, find_column (model, "2027/28"), "121,000");
  g_assert_cmpint (read_kind (model, row, find_column (model, "2027/28")), ==, PLWU_SHEET_DERIVED);
  assert_cell (model, find_model_row (model, "libraries"), find_column (model, "Budget 2025/26"), "20,000");
  assert_cell (model, plwu_sheet_model_n_rows (model), find_column (model, "Budget 2025/26"), "220,000");
}

static void
test_pots_show_what_they_receive (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwuSheetModel) model = plwu_pots_model_new (document);
  guint column = find_column (model, "2026/27");

  /* Before there are results there is no figure, but it cannot be typed over. */
  g_assert_cmpint (read_kind (model, find_model_row (model, "council-tax"), column), ==, PLWU_SHEET_DERIVED);
  wait_for_result (document);
  assert_cell (model, find_model_row (model, "council-tax"), column, "110,000");
  g_assert_cmpuint (type_cell (model, find_model_row (model, "council-tax"), column, "1"), ==, 0);
  g_assert_cmpint (read_kind (model, find_model_row (model, "road-grant"), column), ==, PLWU_SHEET_EDITABLE);
}

/* Any gestures, then as many undos: the plan as it was. */
static void
test_random_gestures_undo (void)
{
  static const char *const texts[] = { "12",   "",     "-3",  "£4k",     "*2",      "yes",
                                       "care", "keep", "x y", "2027/28", "revenue", "0.5%" };
  g_autoptr (PlwuDocument) document = create_document ();
  g_autofree char *before = plw_plan_fingerprint (plwu_document_get_plan (document));

  for (int i = 0; i < 300; i++)
    {
      PlwTableId table = (PlwTableId) g_test_rand_int_range (PLW_TABLE_SOURCES, PLW_N_TABLES);
      g_autoptr (PlwuSheetModel) model = plwu_table_model_new (document, table);
      guint n_rows = plwu_sheet_model_n_rows (model);
      guint row;

      plwu_document_set_scenario (document, g_test_rand_bit () ? "no-road-grant" : "");
      if (g_test_rand_int_range (0, 8) == 0
          && plwu_table_model_can_change_rows (PLWU_TABLE_MODEL (model), NULL))
        plwu_table_model_add_row (PLWU_TABLE_MODEL (model), 0, &row, NULL);
      else if (g_test_rand_int_range (0, 20) == 0 && n_rows > 0
               && plwu_table_model_can_change_rows (PLWU_TABLE_MODEL (model), NULL))
        plwu_table_model_delete_rows (PLWU_TABLE_MODEL (model), g_test_rand_int_range (0, (int) n_rows), 1,
                                      NULL);
      else if (n_rows > 0)
        type_cell (model, (guint) g_test_rand_int_range (0, (int) n_rows),
                   (guint) g_test_rand_int_range (0, (int) plwu_sheet_model_n_columns (model)),
                   texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
    }
  while (plwu_document_get_undo_name (document) != NULL)
    g_assert_true (plwu_document_undo (document, NULL));

  g_autofree char *after = plw_plan_fingerprint (plwu_document_get_plan (document));
  g_assert_cmpstr (after, ==, before);
  wait_for_result (document);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/tables/shows-names", test_shows_names_not_codes);
  g_test_add_func ("/ui/tables/takes-what-people-type", test_takes_what_people_type);
  g_test_add_func ("/ui/tables/raises-rates-by-points", test_raises_rates_by_points);
  g_test_add_func ("/ui/tables/refuses-what-is-wrong", test_refuses_what_is_wrong);
  g_test_add_func ("/ui/tables/short-references-and-choices", test_references_and_choices_may_be_short);
  g_test_add_func ("/ui/tables/choices-in-words", test_choices_in_words);
  g_test_add_func ("/ui/tables/units", test_units);
  g_test_add_func ("/ui/tables/rows-add-up", test_rows_add_up_to_total);
  g_test_add_func ("/ui/tables/block-is-one-step", test_block_is_one_step);
  g_test_add_func ("/ui/tables/one-cell-names-its-step", test_one_cell_names_its_step);
  g_test_add_func ("/ui/tables/empty-year", test_empty_year_shows_what_it_stands_for);
  g_test_add_func ("/ui/tables/scenario-writes-overrides", test_scenario_writes_overrides);
  g_test_add_func ("/ui/tables/scenario-keeps-rows", test_scenario_does_not_change_rows);
  g_test_add_func ("/ui/tables/new-rows", test_new_rows_leave_a_sound_plan);
  g_test_add_func ("/ui/tables/new-keys", test_new_rows_have_keys_of_their_own);
  g_test_add_func ("/ui/tables/filter", test_filter_sets_what_it_filters);
  g_test_add_func ("/ui/tables/search", test_search_finds_rows);
  g_test_add_func ("/ui/tables/new-code", test_new_code_goes_everywhere);
  g_test_add_func ("/ui/tables/removal", test_removal_leaves_a_sound_plan);
  g_test_add_func ("/ui/tables/services", test_services_show_need);
  g_test_add_func ("/ui/tables/pots", test_pots_show_what_they_receive);
  g_test_add_func ("/ui/tables/random-gestures-undo", test_random_gestures_undo);

  return g_test_run ();
}
