/* test-palette.c: one field that leads anywhere, and what the first page tells of recent plans.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-command-palette.h"
#include "plwu-fold.h"
#include "plwu-welcome-gaps.h"
#include "plwu-window-private.h"
#include "sheet/plwu-sheet.h"
#include "test-keys-support.h"
#include "test-window-support.h"

#include <placewright/exchange.h>

#include <string.h>

#include <glib/gstdio.h>

/* Generous: machines that test are slow and shared. */
#define OPEN_MS_MOST 200

static PlwuDocument *
create_lancashire (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("PLACEWRIGHT_EXAMPLES"), "lancashire", NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwPlan) plan = plw_folder_read (path, problems, &error);

  g_assert_no_error (error);
  return plwu_document_new (plw_store_new_memory (plan));
}

static PlwuWindow *
open_window (PlwuDocument *document)
{
  PlwuWindow *window = PLWU_WINDOW (plwu_window_new (NULL));

  if (document != NULL)
    plwu_window_set_document (window, document);
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

static void
test_folding (void)
{
  g_autofree char *folded = plwu_fold ("  Élan \t VITAL ");

  g_assert_cmpstr (folded, ==, "elan vital");
  g_assert_true (plwu_fold_equal ("Père", "PERE"));
  g_assert_false (plwu_fold_equal ("Pere", "Peer"));
}

static const PlwuPlace *
search (PlwuWindow *window, const char *query)
{
  plwu_window_open_palette (window);
  plwu_command_palette_search (window->palette, query);
  return plwu_command_palette_get_selected (window->palette);
}

/* Words in any order, whatever their case and accents; a word that is nowhere finds nothing. */
static void
test_finds_what_there_is (void)
{
  static const struct
  {
    const char *query;
    const char *kind;
    const char *title;
  } cases[] = {
    { "roads", "Service line", "Roads" },
    { "grant road", "Pot", "Road grant" },
    { "GRÀNT ROAD", "Pot", "Road grant" },
    { "shortfall", "Page", "Shortfall" },
    { "workbook", "Action", "Export workbook" },
    { "scenario no road", "Scenario", "No road grant" },
    { "placemaking policy", "Policy", "Placemaking" },
  };
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = open_window (document);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PlwuPlace *place = search (window, cases[i].query);

      g_assert_nonnull (place);
      g_assert_cmpstr (place->title, ==, cases[i].title);
      g_assert_cmpstr (place->kind, ==, cases[i].kind);
    }
  g_assert_null (search (window, "roads zyx"));
  g_assert_cmpuint (plwu_command_palette_n_found (window->palette), ==, 0);
  close_window (window);
}

static PlwuSheet *
find_sheet (GtkWidget *widget)
{
  if (PLWU_IS_SHEET (widget))
    return gtk_widget_get_mapped (widget) ? PLWU_SHEET (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      PlwuSheet *sheet = find_sheet (child);

      if (sheet != NULL)
        return sheet;
    }
  return NULL;
}

static void
assert_cursor_on (PlwuWindow *window, const char *name, const char *column_title)
{
  PlwuSheet *sheet = find_sheet (GTK_WIDGET (plwu_window_get_page (window)));
  guint row = 0;
  guint column = 0;
  gboolean is_there = FALSE;

  g_assert_nonnull (sheet);
  g_assert_true (plwu_sheet_get_cursor (sheet, &row, &column));
  for (guint i = 0; i < plwu_sheet_model_n_columns (plwu_sheet_get_model (sheet)); i++)
    {
      g_autofree char *text = read_cell (plwu_sheet_get_model (sheet), row, i);

      is_there = is_there || g_str_equal (text, name);
    }
  g_assert_true (is_there);
  if (column_title != NULL)
    {
      g_autofree char *title = plwu_sheet_model_column_title (plwu_sheet_get_model (sheet), column);

      g_assert_cmpstr (title, ==, column_title);
    }
}

/* With real keys: open, type, Enter; and Escape gives the focus back. */
static void
test_leads_there (void)
{
  if (!can_press ())
    {
      g_test_skip ("xdotool is missing");
      return;
    }

  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = open_window (document);

  wait_for_result (document);
  focus_window (GTK_WIDGET (window));
  count_presses ();

  press ("ctrl+k");
  settle (100);
  g_assert_true (plwu_command_palette_is_open (window->palette));
  type_text ("road grant 2028/29");
  settle (100);
  press ("Return");
  settle (300);
  g_assert_false (plwu_command_palette_is_open (window->palette));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "pots");
  assert_cursor_on (window, "Road grant", "2028/29");
  g_test_message ("%u keys to a pot's figure of one year", count_presses ());

  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  press ("ctrl+k Escape");
  settle (200);
  g_assert_false (plwu_command_palette_is_open (window->palette));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);

  press ("ctrl+k");
  type_text ("no road");
  settle (100);
  press ("Return");
  settle (200);
  g_assert_cmpstr (plwu_document_get_scenario (document), ==, "no-road-grant");
  close_window (window);
}

/* What was gone to stands first when it is opened again. */
static void
test_recent_come_first (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = open_window (document);

  plwu_window_open_palette (window);
  g_assert_cmpstr (plwu_command_palette_get_selected (window->palette)->title, ==, "Overview");
  plwu_command_palette_close (window->palette);
  search (window, "history");
  plwu_command_palette_go (window->palette);
  search (window, "roads");
  plwu_command_palette_go (window->palette);
  settle (100);
  g_assert_cmpstr (search (window, "")->title, ==, "Roads");
  plwu_command_palette_close (window->palette);

  /* Rows follow the plan as it is. */
  g_autoptr (PlwEdit) edit = plw_edit_new ("Another name");

  plw_edit_set_cell (edit, plwu_document_get_plan (document), PLW_TABLE_LINES,
                     find_row (document, PLW_TABLE_LINES, "roads"), PLW_LINES_NAME, plw_value_text ("Lanes"));
  g_assert_true (plwu_document_commit (document, edit, NULL));
  g_assert_cmpstr (search (window, "lanes")->title, ==, "Lanes");
  close_window (window);
}

/* A window without a plan leads to what can be done there. */
static void
test_without_a_plan (void)
{
  PlwuWindow *window = open_window (NULL);

  g_assert_cmpstr (search (window, "step by step")->kind, ==, "Action");
  g_assert_null (search (window, "overview"));
  close_window (window);
}

static double
measure_opening (PlwuWindow *window)
{
  gint64 start = g_get_monotonic_time ();

  plwu_window_open_palette (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return (double) (g_get_monotonic_time () - start) / G_TIME_SPAN_MILLISECOND;
}

static void
test_opens_at_once (void)
{
  g_autoptr (PlwuDocument) document = create_lancashire ();
  PlwuWindow *window = open_window (document);
  double work[3];
  double drawn[3];

  wait_for_result (document);
  settle (300);
  for (int i = 0; i < 3; i++)
    {
      gint64 start = g_get_monotonic_time ();

      plwu_window_open_palette (window);
      work[i] = (double) (g_get_monotonic_time () - start) / G_TIME_SPAN_MILLISECOND;
      plwu_command_palette_close (window->palette);
      settle (100);
      drawn[i] = measure_opening (window);
      plwu_command_palette_close (window->palette);
      settle (100);
    }

  gint64 start = g_get_monotonic_time ();

  search (window, "county adult social");

  double search_ms = (double) (g_get_monotonic_time () - start) / G_TIME_SPAN_MILLISECOND;

  g_test_message (
      "%u places; opening takes %.1f ms at first, %.1f ms then; on screen after %.1f and %.1f ms; "
      "searching takes %.1f ms",
      plwu_command_palette_n_places (window->palette), work[0], work[2], drawn[0], drawn[2], search_ms);
  g_assert_cmpuint (plwu_command_palette_n_places (window->palette), >, 800);
  g_assert_cmpfloat (MIN (drawn[1], drawn[2]), <, OPEN_MS_MOST);
  close_window (window);
}

static void
save_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plwu_document_save_finish (PLWU_DOCUMENT (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* The gap is noted for the plan's file as it was saved, and told in a sentence. */
static void
test_gaps_are_noted (void)
{
  g_autofree char *folder = g_dir_make_tmp ("placewright-gaps-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "smallshire.placewright", NULL);
  g_autoptr (PlwuDocument) document = create_file_document ();
  gboolean is_saved = FALSE;

  assert_sound (document);
  plwu_gaps_note (document);
  g_assert_null (plwu_gaps_find (path));

  plwu_document_save_async (document, path, TRUE, save_cb, &is_saved);
  while (!is_saved)
    g_main_context_iteration (NULL, TRUE);
  plwu_gaps_note (document);

  g_autoptr (PlwuGaps) gaps = plwu_gaps_find (path);

  g_assert_nonnull (gaps);

  const PlwResult *result = plwu_document_get_result (document, PLWU_POLICY_TODAY);
  g_autofree char *text = plwu_gaps_describe (gaps);

  g_assert_cmpuint (gaps->n_years, ==, plw_result_n_years (result));
  for (gsize i = 0; i < gaps->n_years; i++)
    g_assert_cmpint (gaps->pence[i], ==, plw_result_sum (result, PLW_SUM_SHORTFALL, i));
  g_test_message ("%s", text);
  g_assert_true (g_str_has_prefix (text, "Largest gap £"));
  plwu_document_close (document, TRUE);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/palette/folding", test_folding);
  g_test_add_func ("/ui/palette/finds", test_finds_what_there_is);
  g_test_add_func ("/ui/palette/recent-first", test_recent_come_first);
  g_test_add_func ("/ui/palette/without-a-plan", test_without_a_plan);
  g_test_add_func ("/ui/palette/opens-at-once", test_opens_at_once);
  g_test_add_func ("/ui/palette/leads-there", test_leads_there);
  g_test_add_func ("/ui/welcome/gaps-are-noted", test_gaps_are_noted);

  return g_test_run ();
}
