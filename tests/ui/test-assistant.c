/* test-assistant.c: a new plan, step by step.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assistant/plwu-assistant-open.h"
#include "assistant/plwu-assistant.h"
#include "plwu-window-private.h"
#include "test-draft-support.h"
#include "test-keys-support.h"
#include "test-window-support.h"

#include <placewright/evaluate.h>

#include <string.h>

#define N_RANDOM_PLANS 60

/* Every name that one list gives another is there. */
static void
test_lists_are_sound (void)
{
  static const char *const names[] = { "partners", "lines", "pots", "drivers" };
  const PlwuUsual *lines = plwu_usual_get ("lines");
  const PlwuUsual *pots = plwu_usual_get ("pots");
  const PlwuUsual *drivers = plwu_usual_get ("drivers");
  guint found;

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint row = 0; row < plwu_usual_n_rows (plwu_usual_get (names[i])); row++)
      {
        const char *code = plwu_usual_text (plwu_usual_get (names[i]), row, "code");

        g_assert_true (plwu_usual_find (plwu_usual_get (names[i]), "code", code, &found));
        g_assert_cmpuint (found, ==, row);
        g_assert_cmpuint (strlen (code), <=, 28);
        g_assert_cmpstr (plwu_usual_text (plwu_usual_get (names[i]), row, "name"), !=, "");
      }
  for (guint row = 0; row < plwu_usual_n_rows (lines); row++)
    {
      const char *demand = plwu_usual_text (lines, row, "volume_driver");

      g_assert_true (*demand == '\0' || plwu_usual_find (drivers, "code", demand, &found));
    }
  for (guint row = 0; row < plwu_usual_n_rows (pots); row++)
    {
      const char *driver = plwu_usual_text (pots, row, "driver");
      const char *fence = plwu_usual_text (pots, row, "fence");
      g_auto (GStrv) groups = g_strsplit (fence, "|", -1);

      g_assert_true (*driver == '\0' || plwu_usual_find (drivers, "code", driver, &found));
      if (g_str_has_prefix (fence, "its ") || g_str_equal (fence, "anything"))
        continue;
      for (guint i = 0; groups[i] != NULL; i++)
        g_assert_true (plwu_usual_find (lines, "group", groups[i], &found));
    }
}

static void
test_fewer_than_five_years (void)
{
  static const struct
  {
    const char *text;
    const char *part; /* of the sentence; NULL: nothing is wrong */
  } cases[] = {
    { "4", "at least five years" },
    { "0", "at least five years" },
    { "five", "not a number of years" },
    { "31", "at most 30 years" },
    { "5", NULL },
    { "30", NULL },
  };
  g_autoptr (PlwuDraft) draft = create_draft ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      plwu_draft_set (&draft->years, cases[i].text);

      g_autofree char *fault = plwu_draft_find_fault (draft, PLWU_DRAFT_PLACE);

      if (cases[i].part == NULL)
        g_assert_null (fault);
      else
        g_assert_nonnull (strstr (fault, cases[i].part));
    }
}

static PlwResult *
evaluate (const PlwPlan *plan)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  PlwResult *result;

  if (!plw_plan_check (plan, problems))
    {
      g_autofree char *text = plw_problems_to_text (problems);

      g_error ("%s", text);
    }
  result = plw_evaluate (plan, NULL, NULL, problems, &error);
  g_assert_no_error (error);
  return result;
}

static void
test_paste_with_two_bad_rows (void)
{
  g_autoptr (PlwuDraft) draft = create_draft ();
  g_autoptr (GPtrArray) rejected = NULL;
  guint row;
  guint n_read = plwu_draft_paste_lines (draft,
                                         "Code\tService\tDirectorate\tNet budget £000\r\n"
                                         "A1\tAdult Social Care\tPeople\t120,500\r\n"
                                         "P7\tParks and gardens\tPlace\t1,250.5\r\n"
                                         "P8\tTown hall clock\tPlace\tabout ten\r\n"
                                         "\t\tPlace\t12\r\n"
                                         "\r\n"
                                         "P9\tParking\tPlace\t(300)\r\n",
                                         &rejected);

  g_assert_cmpuint (n_read, ==, 3);
  g_assert_cmpuint (rejected->len, ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (rejected, 0), "Row 4: “about ten” is not an amount"));
  g_assert_cmpstr (g_ptr_array_index (rejected, 1), ==, "Row 5: it has no name.");

  g_assert_true (plwu_draft_table_find_code (draft->lines, "adult-social-care", &row));
  g_assert_cmpint (plwu_draft_table_get_number (draft->lines, row, PLWU_LINE_BASE, 0), ==,
                   G_GINT64_CONSTANT (12050000000));
  g_assert_true (plwu_draft_table_find_name (draft->lines, "PARKS and gardens", &row));
  g_assert_cmpint (plwu_draft_table_get_number (draft->lines, row, PLWU_LINE_BASE, 0), ==, 125050000);
  g_assert_cmpstr (plwu_draft_table_code (draft->lines, row), ==, "p7");

  g_autoptr (PlwPlan) plan = plwu_draft_make_plan (draft);
  PlwResult *result = evaluate (plan);

  g_assert_cmpint (plw_result_sum (result, PLW_SUM_NEED, 0), >, G_GINT64_CONSTANT (12050000000));
  plw_result_free (result);
}

/* Without headings, with codes that look like amounts; the same again changes nothing. */
static void
test_paste_without_headings (void)
{
  g_autoptr (PlwuDraft) draft = create_draft ();

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (GPtrArray) rejected = NULL;
      guint n_read = plwu_draft_paste_lines (
          draft, "1001\tLibrary service\t2400000\n1002\tThe pier\t£1.2m\nTotal\t\t3600000\n", &rejected);

      g_assert_cmpuint (n_read, ==, 2);
      g_assert_cmpuint (plwu_draft_table_n_chosen (draft->lines), ==, 2);
      g_assert_cmpint (plwu_draft_table_total (draft->lines, PLWU_LINE_BASE), ==, 360000000);
      g_assert_cmpuint (rejected->len, ==, 1);
    }
}

/* Giving up a row and taking it again keeps what was typed; a partner that goes takes nothing along. */
static void
test_nothing_is_lost (void)
{
  g_autoptr (PlwuDraft) draft = create_draft ();
  guint row = choose (draft->lines, "libraries");
  guint usual_row = 0;

  set_cell (draft->lines, row, PLWU_LINE_BASE, "£1.5m");
  set_cell (draft->lines, row, PLWU_LINE_HOLDER, "District council");
  plwu_usual_find (plwu_usual_get ("lines"), "code", "libraries", &usual_row);
  plwu_draft_table_choose (draft->lines, usual_row, FALSE);
  g_assert_cmpuint (plwu_draft_table_n_chosen (draft->lines), ==, 0);
  row = choose (draft->lines, "libraries");
  g_assert_cmpint (plwu_draft_table_get_number (draft->lines, row, PLWU_LINE_BASE, 0), ==, 150000000);

  g_autofree char *typed = plwu_draft_table_get (draft->lines, row, PLWU_LINE_HOLDER);

  g_assert_cmpstr (typed, ==, "district");
  g_assert_false (plwu_draft_table_is_assumed (draft->lines, row, PLWU_LINE_HOLDER));
  plwu_usual_find (plwu_usual_get ("partners"), "code", "district", &usual_row);
  plwu_draft_table_choose (draft->partners, usual_row, FALSE);

  g_autofree char *usual = plwu_draft_table_get (draft->lines, row, PLWU_LINE_HOLDER);

  g_assert_cmpstr (usual, ==, "county");
}

/* What is usual is marked as assumed, in the draft and in the plan. */
static void
test_usual_rules_are_marked (void)
{
  g_autoptr (PlwuDraft) draft = create_draft ();
  guint grant = choose (draft->pots, "public-health-grant");
  size_t row = 0;

  choose (draft->lines, "public-health");
  choose (draft->lines, "libraries");
  set_cell (draft->pots, grant, PLWU_POT_AMOUNT, "25m");
  g_assert_true (plwu_draft_table_is_assumed (draft->pots, grant, PLWU_POT_FENCE));
  g_assert_false (plwu_draft_table_is_assumed (draft->pots, grant, PLWU_POT_AMOUNT));

  g_autoptr (PlwPlan) plan = plwu_draft_make_plan (draft);

  plw_result_free (evaluate (plan));
  g_assert_true (plw_plan_find_key (plan, PLW_TABLE_POTS, "public-health-grant", &row));
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_POTS, row, PLW_POTS_STANDING), ==, PLW_STANDING_ASSUMED);
  g_assert_nonnull (strstr (plw_plan_text (plan, PLW_TABLE_POTS, row, PLW_POTS_NOTES), "ring-fence"));
  g_assert_cmpstr (plw_plan_text (plan, PLW_TABLE_POTS, row, PLW_POTS_UNSPENT), ==, "keep");
  g_assert_true (
      plw_plan_find_key (plan, PLW_TABLE_RINGFENCES, "public-health-grant/group/Public health", &row));
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_STANDING), ==,
                   PLW_STANDING_ASSUMED);
}

/* Money that no line of the plan is for stays out until there is one. */
static void
test_grant_without_a_line (void)
{
  g_autoptr (PlwuDraft) draft = create_draft ();
  guint grant = choose (draft->pots, "dedicated-schools-grant");
  size_t row = 0;

  choose (draft->lines, "libraries");
  set_cell (draft->pots, grant, PLWU_POT_AMOUNT, "900m");

  g_autoptr (PlwPlan) plan = plwu_draft_make_plan (draft);

  plw_result_free (evaluate (plan));
  g_assert_true (plw_plan_find_key (plan, PLW_TABLE_POTS, "dedicated-schools-grant", &row));
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_POTS, row, PLW_POTS_ENABLED), ==, 0);
  g_assert_true (
      g_str_has_prefix (plw_plan_text (plan, PLW_TABLE_POTS, row, PLW_POTS_NOTES), "Switched off"));
}

static void
test_council_tax (void)
{
  g_autoptr (PlwuDraft) draft = create_draft ();
  guint tax = choose (draft->pots, "council-tax");
  size_t row = 0;

  choose (draft->lines, "adult-social-care");
  set_cell (draft->pots, tax, PLWU_POT_TAX_BASE, "50,000");

  g_autofree char *fault = plwu_draft_find_fault (draft, PLWU_DRAFT_POTS);

  g_assert_nonnull (strstr (fault, "no Band D"));
  set_cell (draft->pots, tax, PLWU_POT_BAND_D, "1500.50");
  g_assert_null (plwu_draft_find_fault (draft, PLWU_DRAFT_POTS));
  g_assert_cmpint (plwu_draft_table_get_number (draft->pots, tax, PLWU_POT_AMOUNT, 0), ==,
                   G_GINT64_CONSTANT (7502500000));

  g_autoptr (PlwPlan) plan = plwu_draft_make_plan (draft);

  plw_result_free (evaluate (plan));
  g_assert_true (plw_plan_find_key (plan, PLW_TABLE_COUNCIL_TAX, "council-tax", &row));
}

static void
choose_some (PlwuDraftTable *table, gboolean at_least_one)
{
  const PlwuUsual *list = plwu_draft_table_get_list (table);
  int one_in = g_test_rand_int_range (1, 6);

  for (guint i = 0; i < plwu_usual_n_rows (list); i++)
    plwu_draft_table_choose (table, i, g_test_rand_int_range (0, one_in) == 0);
  if (at_least_one && plwu_draft_table_n_chosen (table) == 0)
    plwu_draft_table_choose (table, (guint) g_test_rand_int_range (0, (int) plwu_usual_n_rows (list)), TRUE);
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    plwu_draft_table_add_own (table, NULL, i == 1 ? "Ünlikely – name" : "Own row");
  for (int i = g_test_rand_int_range (0, 3); i > 0 && plwu_draft_table_n_chosen (table) > 0; i--)
    plwu_draft_table_repeat (table,
                             (guint) g_test_rand_int_range (0, (int) plwu_draft_table_n_chosen (table)));
}

/* Whatever is understood is fair. */
static void
type_anything (PlwuDraftTable *table, guint n_columns)
{
  static const char *const texts[] = {
    "0",
    "7",
    "1250000",
    "£1.2m",
    "-300k",
    "keep",
    "keep:2",
    "lapse",
    "to reserve",
    "anything",
    "holder",
    "none",
    "statutory",
    "disc",
    "capital",
    "revenue",
    "bid",
    "confirmed",
    "yes",
    "no",
    "3",
    "100",
    "1",
    "Culture and leisure",
    "Housing; Homelessness",
    "project",
    "Own row",
    "pay",
    "county",
    "Public health",
  };
  guint n_rows = plwu_draft_table_n_chosen (table);

  for (guint i = 0; i < 3 * n_rows; i++)
    {
      g_autofree char *why = NULL;

      plwu_draft_table_set (table, (guint) g_test_rand_int_range (0, (int) n_rows),
                            (guint) g_test_rand_int_range (1, (int) n_columns),
                            texts[g_test_rand_int_range (0, (int) G_N_ELEMENTS (texts))], &why);
    }
}

/* A tax base without a Band D is refused by its page, so it would only stop the test. */
static void
clear_half_taxes (PlwuDraftTable *pots)
{
  for (guint i = 0; i < plwu_draft_table_n_chosen (pots); i++)
    if ((plwu_draft_table_get_number (pots, i, PLWU_POT_TAX_BASE, 0) > 0)
        != (plwu_draft_table_get_number (pots, i, PLWU_POT_BAND_D, 0) > 0))
      {
        set_cell (pots, i, PLWU_POT_TAX_BASE, "");
        set_cell (pots, i, PLWU_POT_BAND_D, "");
      }
}

static void
choose_all (PlwuDraftTable *table)
{
  for (guint i = 0; i < plwu_usual_n_rows (plwu_draft_table_get_list (table)); i++)
    plwu_draft_table_choose (table, i, TRUE);
}

/* A slip in Band D shows only when the tax is worked out. */
static void
test_sums_beyond_measure (void)
{
  g_autoptr (PlwuDraft) draft = create_draft ();
  guint row = 0;

  choose_all (draft->partners);
  choose_all (draft->lines);
  choose_all (draft->pots);
  choose_all (draft->drivers);
  set_cell (draft->pots, row, PLWU_POT_TAX_BASE, "300000");
  set_cell (draft->pots, row, PLWU_POT_BAND_D, "1700");

  g_autofree char *none = plwu_draft_find_fault (draft, PLWU_DRAFT_DRIVERS);

  g_assert_cmpstr (none, ==, NULL);
  set_cell (draft->pots, row, PLWU_POT_BAND_D, "1700000");

  g_autofree char *fault = plwu_draft_find_fault (draft, PLWU_DRAFT_DRIVERS);

  g_assert_nonnull (fault);
  g_assert_nonnull (strstr (fault, "£100 billion"));
}

/* No choice that the pages let through makes a plan with an error. */
static void
test_any_choice_makes_a_sound_plan (void)
{
  guint n_made = 0;

  for (int i = 0; i < N_RANDOM_PLANS; i++)
    {
      g_autoptr (PlwuDraft) draft = create_draft ();
      gboolean is_faulty = FALSE;

      choose_some (draft->partners, TRUE);
      choose_some (draft->lines, TRUE);
      choose_some (draft->pots, TRUE);
      choose_some (draft->drivers, FALSE);
      type_anything (draft->partners, PLWU_PARTNER_N_COLUMNS);
      type_anything (draft->lines, PLWU_LINE_N_COLUMNS);
      type_anything (draft->pots, PLWU_POT_N_COLUMNS);
      if (i % 3 == 0)
        type_anything (draft->drivers, PLWU_DRIVER_N_COLUMNS);
      clear_half_taxes (draft->pots);
      for (int step = 0; step < PLWU_DRAFT_N_STEPS; step++)
        {
          g_autofree char *fault = plwu_draft_find_fault (draft, (PlwuDraftStep) step);

          is_faulty = is_faulty || fault != NULL;
        }
      if (is_faulty)
        continue;

      g_autoptr (PlwPlan) plan = plwu_draft_make_plan (draft);

      plw_result_free (evaluate (plan));
      n_made++;
    }
  g_test_message ("%u of %d random drafts made a plan", n_made, N_RANDOM_PLANS);
  g_assert_cmpuint (n_made, >, 10);
}

static PlwuWindow *
open_window (void)
{
  PlwuWindow *window = PLWU_WINDOW (plwu_window_new (NULL));

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

static void
close_window (PlwuWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  settle (50);
}

/* Keys are dealt with some time after they were pressed. */
static void
wait_for_step (PlwuAssistant *assistant, PlwuDraftStep step)
{
  gint64 deadline = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  while (plwu_assistant_get_step (assistant) != step && g_get_monotonic_time () < deadline)
    settle (10);
  g_assert_cmpint (plwu_assistant_get_step (assistant), ==, step);
  settle (100);
}

static void
wait_for_message (PlwuAssistant *assistant, const char *part)
{
  gint64 deadline = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  while (strstr (plwu_assistant_get_message (assistant), part) == NULL && g_get_monotonic_time () < deadline)
    settle (10);
  g_assert_nonnull (strstr (plwu_assistant_get_message (assistant), part));
}

static PlwuDocument *
wait_for_document (PlwuWindow *window)
{
  gint64 deadline = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  while (plwu_window_get_document (window) == NULL && g_get_monotonic_time () < deadline)
    settle (10);
  g_assert_nonnull (plwu_window_get_document (window));
  return plwu_window_get_document (window);
}

static void
assert_made (PlwuDocument *document)
{
  assert_sound (document);
  g_assert_cmpuint (plw_plan_n_years (plwu_document_get_plan (document)), ==, 6);
  g_assert_cmpstr (plwu_document_get_title (document), ==, "Smallshire");
  g_assert_null (plwu_document_get_path (document));
  g_assert_cmpint (plw_result_sum (plwu_document_get_result (document, NULL), PLW_SUM_SHORTFALL, 5), >, 0);
}

/* Find, tick, type; find, tick. */
static void
choose_two_lines (PlwuDraft *draft)
{
  type_text ("adult");
  settle (250);
  press ("Return Return");
  type_text ("120m");
  press ("Return ctrl+f ctrl+a");
  type_text ("libr");
  settle (250);
  press ("Return space");
  settle (100);
  g_assert_cmpuint (plwu_draft_table_n_chosen (draft->lines), ==, 2);
  g_assert_cmpint (plwu_draft_table_total (draft->lines, PLWU_LINE_BASE), ==,
                   G_GINT64_CONSTANT (12000000000));
}

/* From an empty window to a plan that is worked out, without a mouse. */
static void
test_by_keyboard (void)
{
  if (!can_press ())
    {
      g_test_skip ("xdotool is missing");
      return;
    }

  PlwuWindow *window = open_window ();

  focus_window (GTK_WIDGET (window));
  press ("ctrl+shift+n");

  PlwuAssistant *assistant = PLWU_ASSISTANT (plwu_assistant_present (window));
  PlwuDraft *draft = plwu_assistant_get_draft (assistant);

  focus_window (GTK_WIDGET (assistant));

  /* Place and years; four are refused. */
  type_text ("Smallshire");
  press ("Tab Tab Tab ctrl+a 4 Return");
  g_assert_cmpint (plwu_assistant_get_step (assistant), ==, PLWU_DRAFT_PLACE);
  wait_for_message (assistant, "at least five years");
  press ("ctrl+a 6 Return");
  wait_for_step (assistant, PLWU_DRAFT_PARTNERS);

  /* The usual partners; nothing is lost on the way back. */
  press ("alt+Left");
  wait_for_step (assistant, PLWU_DRAFT_PLACE);
  g_assert_cmpstr (draft->years, ==, "6");
  press ("alt+Right alt+Right");
  wait_for_step (assistant, PLWU_DRAFT_LINES);

  choose_two_lines (draft);
  press ("alt+Right");
  wait_for_step (assistant, PLWU_DRAFT_POTS);

  /* Council tax stands first. */
  press ("Tab Return");
  type_text ("100m");
  press ("Return alt+Right");
  wait_for_step (assistant, PLWU_DRAFT_DRIVERS);
  press ("alt+Right");
  wait_for_step (assistant, PLWU_DRAFT_SUMMARY);
  press ("Return");

  assert_made (wait_for_document (window));
  g_test_message ("%u keys pressed from an empty window to a plan worked out", count_presses ());
  close_window (window);
}

/* Every page draws, with and without rows, in a window that is closed half way. */
static void
test_pages_draw (void)
{
  PlwuWindow *window = open_window ();
  PlwuAssistant *assistant = PLWU_ASSISTANT (plwu_assistant_present (window));

  plwu_draft_set (&plwu_assistant_get_draft (assistant)->place, "Smallshire");
  for (int step = 0; step < PLWU_DRAFT_N_STEPS; step++)
    {
      plwu_assistant_show_step (assistant, (PlwuDraftStep) step);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (assistant));
    }
  gtk_window_close (GTK_WINDOW (assistant));
  g_assert_true (PLWU_ASSISTANT (plwu_assistant_present (window)) == assistant);
  wait_for_step (assistant, PLWU_DRAFT_SUMMARY);
  close_window (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/assistant/lists-are-sound", test_lists_are_sound);
  g_test_add_func ("/ui/assistant/fewer-than-five-years", test_fewer_than_five_years);
  g_test_add_func ("/ui/assistant/paste/two-bad-rows", test_paste_with_two_bad_rows);
  g_test_add_func ("/ui/assistant/paste/no-headings", test_paste_without_headings);
  g_test_add_func ("/ui/assistant/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/ui/assistant/usual-rules-are-marked", test_usual_rules_are_marked);
  g_test_add_func ("/ui/assistant/grant-without-a-line", test_grant_without_a_line);
  g_test_add_func ("/ui/assistant/council-tax", test_council_tax);
  g_test_add_func ("/ui/assistant/sums-beyond-measure", test_sums_beyond_measure);
  g_test_add_func ("/ui/assistant/any-choice-makes-a-sound-plan", test_any_choice_makes_a_sound_plan);
  g_test_add_func ("/ui/assistant/pages-draw", test_pages_draw);
  g_test_add_func ("/ui/assistant/by-keyboard", test_by_keyboard);

  return g_test_run ();
}
