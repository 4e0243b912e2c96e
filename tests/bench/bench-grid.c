/* bench-grid.c: scrolling, pasting into and editing the tables of large plans, in real windows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Needs a display. Prints; what is too slow is for people to judge.
 */
#include "bench.h"
#include "pages/plwu-grid.h"
#include "plwu-application.h"
#include "plwu-window.h"

#include <placewright/exchange.h>
#include <placewright/study.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define N_LINES 2000
#define N_YEARS 30
#define N_POTS 60
#define N_FRAMES 300
#define N_EDITS 15
#define PASTE_ROWS 500
#define PASTE_COLUMNS 20

static gboolean has_result;
static gboolean has_painted;
static gint64 paint_began;
static double own_began;
static double paint_time;
static double own_time;

/* Of this thread, which draws and answers: what others do on the machine does not count. */
static double
get_own_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
result_changed_cb (PlwuDocument *document)
{
  const char *failure = plwu_document_get_failure (document);

  if (failure != NULL)
    g_error ("%s", failure);
  if (plwu_document_is_stale (document))
    return;
  has_result = TRUE;
  has_painted = FALSE;
}

static void
paint_begins_cb (void)
{
  paint_began = g_get_monotonic_time ();
  own_began = get_own_time ();
}

static void
painted_cb (void)
{
  paint_time = (double) (g_get_monotonic_time () - paint_began) / 1e6;
  own_time = get_own_time () - own_began;
  has_painted = TRUE;
}

static void
wait_for (const gboolean *what)
{
  while (!*what)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_paint (void)
{
  has_painted = FALSE;
  wait_for (&has_painted);
}

static void
settle (GtkWidget *window)
{
  for (int i = 0; i < 5; i++)
    {
      gtk_widget_queue_draw (window);
      wait_for_paint ();
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static int
compare_doubles (const void *a, const void *b)
{
  double value_a = *(const double *) a;
  double value_b = *(const double *) b;

  return value_a < value_b ? -1 : value_a > value_b;
}

static void
print_times (const char *name, double *times, size_t n)
{
  qsort (times, n, sizeof *times, compare_doubles);
  g_print ("%-52s %8.2f ms  (95th %.2f, worst %.2f)\n", name, times[n / 2] * 1e3, times[n * 95 / 100] * 1e3,
           times[n - 1] * 1e3);
}

/* Finding and counting widgets */

static guint
count_widgets (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

static GtkWidget *
find_sheet (GtkWidget *widget)
{
  if (PLWU_IS_SHEET (widget) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *sheet = find_sheet (child);

      if (sheet != NULL)
        return sheet;
    }
  return NULL;
}

/* Plans */

static void
add_changes (PlwPlan *plan)
{
  size_t first = plw_schema_table (PLW_TABLE_CHANGES)->n_columns;

  for (size_t i = 0; i < N_LINES; i++)
    {
      g_autofree char *code = g_strdup_printf ("change-%04zu", i);
      g_autofree char *name = g_strdup_printf ("Growth in what line %zu looks after", i);
      PlwValue cells[PLW_CHANGES_N_COLUMNS] = { 0 };

      cells[PLW_CHANGES_CODE] = plw_value_text (code);
      cells[PLW_CHANGES_LINE] = plw_value_text (plw_plan_text (plan, PLW_TABLE_LINES, i, PLW_LINES_CODE));
      cells[PLW_CHANGES_NAME] = plw_value_text (name);
      cells[PLW_CHANGES_KIND] = plw_value_number (PLW_CHANGE_PRESSURE);

      size_t row = plw_plan_append (plan, PLW_TABLE_CHANGES, cells, G_N_ELEMENTS (cells));

      for (size_t t = 0; t < N_YEARS; t++)
        plw_plan_set (plan, PLW_TABLE_CHANGES, row, first + t,
                      plw_value_number ((int64_t) (100000 + 37 * i + 1100 * t)));
    }
}

static void
add_scenario (PlwPlan *plan, const char *code, const char *parent)
{
  PlwValue cells[PLW_SCENARIOS_N_COLUMNS] = { 0 };

  cells[PLW_SCENARIOS_CODE] = plw_value_text (code);
  cells[PLW_SCENARIOS_NAME] = plw_value_text (code);
  if (parent != NULL)
    cells[PLW_SCENARIOS_PARENT] = plw_value_text (parent);
  plw_plan_append (plan, PLW_TABLE_SCENARIOS, cells, G_N_ELEMENTS (cells));
}

static PlwuDocument *
create_document (PlwPlan *plan)
{
  g_autoptr (GError) error = NULL;
  PlwStore *store = plw_store_new_file (plan, NULL, &error);

  g_assert_no_error (error);
  return plwu_document_new (store);
}

static PlwuDocument *
create_large (void)
{
  g_autoptr (PlwPlan) plan = bench_plan_new (N_LINES, N_POTS, N_YEARS, 3, 0.02);

  add_changes (plan);
  add_scenario (plan, "base", NULL);
  add_scenario (plan, "other", "base");
  return create_document (plan);
}

static PlwuDocument *
open_example (void)
{
  const char *source = g_getenv ("PLACEWRIGHT_SOURCE");
  g_autofree char *folder = g_build_filename (source != NULL ? source : ".", "app/examples/lancashire", NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwPlan) plan = plw_plan_load (folder, problems, NULL);

  g_assert_nonnull (plan);
  return create_document (plan);
}

static void
watch_painting (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (paint_begins_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), NULL);
}

/* Measurements */

static void
scroll (const char *name, GtkWidget *sheet, GtkOrientation orientation, double step)
{
  GtkScrollable *scrollable = GTK_SCROLLABLE (sheet);
  GtkAdjustment *adjustment = orientation == GTK_ORIENTATION_VERTICAL
                                  ? gtk_scrollable_get_vadjustment (scrollable)
                                  : gtk_scrollable_get_hadjustment (scrollable);
  double upper = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double times[N_FRAMES];
  double own_times[N_FRAMES];
  double direction = 1;

  for (size_t i = 0; i < N_FRAMES; i++)
    {
      double value = gtk_adjustment_get_value (adjustment);

      if (value + direction * step > upper || value + direction * step < 0)
        direction = -direction;
      gtk_adjustment_set_value (adjustment, value + direction * step);
      wait_for_paint ();
      times[i] = paint_time;
      own_times[i] = own_time;
    }
  gtk_adjustment_set_value (adjustment, 0);
  wait_for_paint ();
  print_times (name, times, N_FRAMES);
  print_times ("  of that, the window's own work", own_times, N_FRAMES);
}

/* The engine alone, as the window asks it: one study, two policies at once. */

typedef struct
{
  PlwStudy *study;
  const char *policy;
} Part;

static gpointer
evaluate_part (gpointer data)
{
  Part *part = data;
  PlwProblems *problems = plw_problems_new ();

  plw_result_free (plw_study_evaluate (part->study, part->policy, problems, NULL));
  plw_problems_free (problems);
  return NULL;
}

static void
evaluate_alone (void *data)
{
  PlwuDocument *document = data;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwStudy) study = plw_study_new (plwu_document_get_plan (document),
                                              plwu_document_get_scenario (document), problems, NULL);
  Part today = { study, PLWU_POLICY_TODAY };
  Part placemaking = { study, PLWU_POLICY_PLACEMAKING };
  GThread *thread = g_thread_new ("evaluate", evaluate_part, &today);

  evaluate_part (&placemaking);
  g_thread_join (thread);
}

static void
edit_one (GtkWidget *window, PlwuDocument *document, const char *name)
{
  double commits[N_EDITS];
  double typed[N_EDITS];
  double results[N_EDITS];
  double paints[N_EDITS];
  double own[N_EDITS];
  g_autofree char *engine_name = g_strdup_printf ("%s: the engine alone", name);
  g_autofree char *own_name = g_strdup_printf ("%s: of that, the window's own work", name);
  g_autofree char *commit_name = g_strdup_printf ("%s: edit made durable", name);
  g_autofree char *typed_name = g_strdup_printf ("%s: typed figure repainted", name);
  g_autofree char *result_name = g_strdup_printf ("%s: results worked out", name);
  g_autofree char *paint_name = g_strdup_printf ("%s: results repainted", name);

  for (size_t i = 0; i < N_EDITS; i++)
    {
      g_autoptr (PlwEdit) edit = plw_edit_new ("Another base");
      g_autoptr (GTimer) timer = NULL;
      g_autoptr (GError) error = NULL;

      plw_edit_set_cell (edit, plwu_document_get_plan (document), PLW_TABLE_COSTS, 0, PLW_COSTS_BASE,
                         plw_value_number ((int64_t) (100000000 + 100 * i)));
      timer = g_timer_new ();
      own[i] = get_own_time ();
      has_result = has_painted = FALSE;
      if (!plwu_document_commit (document, edit, &error))
        g_error ("%s", error->message);
      commits[i] = g_timer_elapsed (timer, NULL);
      while (!has_painted && !has_result)
        g_main_context_iteration (NULL, TRUE);
      typed[i] = g_timer_elapsed (timer, NULL);
      wait_for (&has_result);
      results[i] = g_timer_elapsed (timer, NULL);
      wait_for (&has_painted);
      paints[i] = g_timer_elapsed (timer, NULL);
      own[i] = get_own_time () - own[i];
      settle (window);
    }
  print_times (commit_name, commits, N_EDITS);
  print_times (typed_name, typed, N_EDITS);
  print_times (result_name, results, N_EDITS);
  print_times (paint_name, paints, N_EDITS);
  print_times (own_name, own, N_EDITS);
  bench_run (engine_name, 5, evaluate_alone, document);
}

static GtkWidget *
open_window (GtkApplication *application, PlwuDocument *document)
{
  GtkWidget *window = plwu_window_new (application);

  g_signal_connect (document, "result-changed", G_CALLBACK (result_changed_cb), NULL);
  plwu_window_set_document (PLWU_WINDOW (window), document);
  plwu_window_show_page (PLWU_WINDOW (window), "services");
  gtk_window_present (GTK_WINDOW (window));
  while (plwu_document_get_result (document, NULL) == NULL || plwu_document_is_stale (document))
    g_main_context_iteration (NULL, TRUE);
  watch_painting (window);
  settle (window);

  return window;
}

static char *
make_block (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < PASTE_ROWS; i++)
    for (guint j = 0; j < PASTE_COLUMNS; j++)
      g_string_append_printf (text, "%u%c", 1000 + i * 7 + j * 13, j + 1 < PASTE_COLUMNS ? '\t' : '\n');
  return g_string_free (text, FALSE);
}

static gboolean has_told;

static gboolean
told_cb (PlwuSheet *sheet, const char *text)
{
  g_print ("  %s\n", text);
  has_told = TRUE;
  return TRUE;
}

static void
paste (GtkWidget *sheet, PlwuDocument *document, const char *where)
{
  g_autofree char *durable = g_strdup_printf ("paste of 10,000 cells in %s, durable", where);
  g_autofree char *repainted = g_strdup_printf ("paste of 10,000 cells in %s, repainted", where);
  g_autofree char *block = make_block ();
  g_autoptr (GTimer) timer = NULL;
  g_autoptr (GError) error = NULL;
  guint first_year = 0;
  double told;

  for (guint i = 0; i < plwu_sheet_model_n_columns (plwu_sheet_get_model (PLWU_SHEET (sheet))); i++)
    {
      g_autofree char *title = plwu_sheet_model_column_title (plwu_sheet_get_model (PLWU_SHEET (sheet)), i);

      if (first_year == 0 && g_ascii_isdigit (*title))
        first_year = i;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (sheet), block);
  plwu_sheet_set_cursor (PLWU_SHEET (sheet), 10, first_year);
  gtk_widget_queue_draw (sheet);
  wait_for_paint ();

  timer = g_timer_new ();
  has_painted = has_told = FALSE;
  gtk_widget_activate_action (sheet, "sheet.paste", NULL);
  wait_for (&has_told);
  told = g_timer_elapsed (timer, NULL);
  g_print ("%-52s %8.2f ms\n", durable, told * 1e3);
  wait_for_paint ();
  g_print ("%-52s %8.2f ms\n", repainted, g_timer_elapsed (timer, NULL) * 1e3);

  g_timer_start (timer);
  if (!plwu_document_undo (document, &error))
    g_error ("%s", error->message);
  g_print ("%-52s %8.2f ms\n", "the same undone", g_timer_elapsed (timer, NULL) * 1e3);
}

/* A grid on its own: what its frames take without the rest of the window. */
static void
bench_changes (PlwuDocument *document)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *grid = plwu_grid_new (plwu_table_model_new (document, PLW_TABLE_CHANGES));
  GtkWidget *sheet;

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_set_child (GTK_WINDOW (window), grid);
  gtk_window_present (GTK_WINDOW (window));
  watch_painting (window);
  settle (window);
  sheet = find_sheet (grid);
  g_print ("Changes, %d rows by %d years, in 1366 by 768:\n", N_LINES, N_YEARS);
  g_print ("%-52s %8u\n", "widgets of the sheet", count_widgets (sheet));
  scroll ("a frame, scrolling down", sheet, GTK_ORIENTATION_VERTICAL, 83);
  scroll ("a frame, scrolling right", sheet, GTK_ORIENTATION_HORIZONTAL, 40);
  scroll ("a frame, page by page", sheet, GTK_ORIENTATION_VERTICAL, 600);
  g_signal_connect (sheet, "message", G_CALLBACK (told_cb), NULL);
  paste (sheet, document, "the plan");
  plwu_document_set_scenario (document, "other");
  paste (sheet, document, "a scenario");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
activate_cb (GtkApplication *application)
{
  PlwuDocument *lancashire = open_example ();
  PlwuDocument *large = create_large ();
  GtkWidget *window = open_window (application, lancashire);

  edit_one (window, lancashire, "Lancashire");
  window = open_window (application, large);

  GtkWidget *sheet = find_sheet (window);

  g_print ("Services, %d rows by %d years, in the window:\n", N_LINES, N_YEARS);
  g_print ("%-52s %8u\n", "widgets of the sheet", count_widgets (sheet));
  scroll ("a frame, scrolling down", sheet, GTK_ORIENTATION_VERTICAL, 83);
  scroll ("a frame, scrolling right", sheet, GTK_ORIENTATION_HORIZONTAL, 40);
  edit_one (window, large, "2,000 lines");
  bench_changes (large);
  plwu_document_close (lancashire, TRUE);
  plwu_document_close (large, TRUE);
  exit (0);
}

int
main (int argc, char **argv)
{
  g_autoptr (PlwuApplication) application = plwu_application_new ();

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
