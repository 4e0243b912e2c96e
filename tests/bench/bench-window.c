/* bench-window.c: from an edit to the repainted result, in the real window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Needs a display. Prints, beside the whole way, its parts and what a bare
 * repaint of the same window takes in the same run.
 */
#include "plwu-application.h"
#include "plwu-window.h"

#include <placewright/exchange.h>

#include <stdlib.h>
#include <string.h>

#define N_EDITS 25

typedef struct
{
  double commit;
  double result;
  double paint;
} Times;

static gboolean has_result;
static gboolean has_painted;

static void
result_changed_cb (PlwuDocument *document)
{
  if (plwu_document_is_stale (document))
    return;
  has_result = TRUE;
  has_painted = FALSE; /* what was painted before shows the old result */
}

static void
painted_cb (void)
{
  has_painted = TRUE;
}

static void
wait_for (const gboolean *what)
{
  while (!*what)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare_doubles (const void *a, const void *b)
{
  double value_a = *(const double *) a;
  double value_b = *(const double *) b;

  return value_a < value_b ? -1 : value_a > value_b;
}

static void
print_part (const char *name, const Times *times, size_t offset)
{
  double values[N_EDITS];

  for (size_t i = 0; i < N_EDITS; i++)
    memcpy (&values[i], (const char *) &times[i] + offset, sizeof values[i]);
  qsort (values, N_EDITS, sizeof *values, compare_doubles);
  g_print ("%-52s %10.2f ms  (median %.2f)\n", name, values[0] * 1e3, values[N_EDITS / 2] * 1e3);
}

static gboolean
rested_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* People pause between edits. Straight after a frame the next one waits for its turn, sixty times a
 * second, whatever the window does.
 */
static void
rest (void)
{
  gboolean has_rested = FALSE;

  g_timeout_add (60, rested_cb, &has_rested);
  wait_for (&has_rested);
}

/* Gives the first driver another first rate each time. */
static void
edit (PlwuDocument *document, size_t n, Times *ret_times)
{
  const PlwPlan *plan = plwu_document_get_plan (document);
  size_t column = plw_schema_table (PLW_TABLE_DRIVERS)->n_columns;
  g_autoptr (PlwEdit) change = plw_edit_new ("Raise a rate");
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GError) error = NULL;

  plw_edit_set_cell (change, plan, PLW_TABLE_DRIVERS, 0, column,
                     plw_value_number ((int64_t) (31234 + n) * PLW_DECIMAL_ONE / 10000));
  has_result = FALSE;
  if (!plwu_document_commit (document, change, &error))
    g_error ("%s", error->message);
  ret_times->commit = g_timer_elapsed (timer, NULL);
  wait_for (&has_result);
  ret_times->result = g_timer_elapsed (timer, NULL);
  wait_for (&has_painted);
  ret_times->paint = g_timer_elapsed (timer, NULL);
}

static double
repaint (GtkWidget *window)
{
  g_autoptr (GTimer) timer = g_timer_new ();

  has_painted = FALSE;
  gtk_widget_queue_draw (window);
  wait_for (&has_painted);
  return g_timer_elapsed (timer, NULL);
}

static void
print_memory (void)
{
  g_autofree char *status = NULL;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return;
  const char *peak = strstr (status, "VmHWM:");
  if (peak != NULL)
    g_print ("%-52s %10.1f MiB\n", "memory of the window at its peak",
             strtod (peak + strlen ("VmHWM:"), NULL) / 1024);
}

static PlwuDocument *
open_example (void)
{
  const char *source = g_getenv ("PLACEWRIGHT_SOURCE");
  g_autofree char *folder = g_build_filename (source != NULL ? source : ".", "app/examples/lancashire", NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwPlan) plan = plw_plan_load (folder, problems, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (plan);
  PlwStore *store = plw_store_new_file (plan, NULL, &error);
  g_assert_no_error (error);
  return plwu_document_new (store);
}

static void
activate_cb (GtkApplication *application)
{
  g_autoptr (PlwuDocument) document = open_example ();
  GtkWidget *window = plwu_window_new (application);
  Times times[N_EDITS];
  Times bare[N_EDITS];

  g_signal_connect (document, "result-changed", G_CALLBACK (result_changed_cb), NULL);
  plwu_window_set_document (PLWU_WINDOW (window), document);
  gtk_window_present (GTK_WINDOW (window));
  wait_for (&has_result);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
  for (size_t i = 0; i < N_EDITS; i++)
    {
      rest ();
      edit (document, i, &times[i]);
      rest ();
      bare[i].paint = repaint (window);
    }
  print_part ("edit made durable", times, G_STRUCT_OFFSET (Times, commit));
  print_part ("edit to result, both policies", times, G_STRUCT_OFFSET (Times, result));
  print_part ("edit to repainted Overview", times, G_STRUCT_OFFSET (Times, paint));
  print_part ("a bare repaint, for comparison", bare, G_STRUCT_OFFSET (Times, paint));
  print_memory ();
  plwu_document_close (document, TRUE);
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
