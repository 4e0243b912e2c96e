/* bench-board.c: a slider of the board view dragged along, on the county's plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Needs a display. Prints, for each screen, how far apart frames are while the
 * slider moves, what one takes of the window's processor, and how long it takes from a move to the
 * picture that shows it.
 */
#include "pages/plwu-board-private.h"
#include "pages/plwu-board-window.h"

#include <placewright/exchange.h>

#include <stdlib.h>
#include <time.h>

#define N_FRAMES 150
#define N_MOVES 12
#define POINTS_MOST 300
#define POINTS_STEP 25

typedef struct
{
  gint64 began;
  gint64 last;
  double used;
  GArray *apart;
  GArray *painting;
} Frames;

/* What this thread had of the processor, in milliseconds: whatever else runs. */
static double
get_used (void)
{
  struct timespec used;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);
  return (double) used.tv_sec * 1e3 + (double) used.tv_nsec / 1e6;
}

static void
before_paint_cb (GdkFrameClock *clock, Frames *frames)
{
  frames->began = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock, Frames *frames)
{
  double apart = (double) (frames->began - frames->last) / 1e3;
  double used = get_used ();
  double painting = used - frames->used;

  if (frames->last > 0)
    g_array_append_val (frames->apart, apart);
  g_array_append_val (frames->painting, painting);
  frames->used = used;
  frames->last = frames->began;
}

static int
compare_doubles (const void *a, const void *b)
{
  double value_a = *(const double *) a;
  double value_b = *(const double *) b;

  return value_a < value_b ? -1 : value_a > value_b;
}

static void
print_part (const char *screen, const char *name, GArray *times)
{
  g_autofree char *title = g_strdup_printf ("%s %s", screen, name);

  g_array_sort (times, compare_doubles);
  g_print ("%-58s median %8.2f ms   95%% below %8.2f ms\n", title,
           g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 95 / 100));
}

static void
settle (PlwuBoardView *view)
{
  gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND / 4;

  while (plwu_board_view_is_busy (view) || g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

/* Moves on by one step of the slider in each frame, there and back. */
static void
drag (PlwuBoardView *view, Frames *frames)
{
  int points = 0;
  int step = POINTS_STEP;

  frames->last = 0;
  frames->used = get_used ();
  g_array_set_size (frames->apart, 0);
  g_array_set_size (frames->painting, 0);
  while (frames->painting->len < N_FRAMES)
    {
      guint shown = frames->painting->len;

      points += step;
      if (ABS (points) == POINTS_MOST)
        step = -step;
      plwu_board_levers_move (view->levers, 0, points);
      while (frames->painting->len == shown)
        g_main_context_iteration (NULL, TRUE);
    }
}

static GArray *
move_and_wait (PlwuBoardView *view, const Frames *frames)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < N_MOVES; i++)
    {
      gint64 began = g_get_monotonic_time ();

      plwu_board_levers_move (view->levers, 0, i % 2 == 0 ? 4 * POINTS_STEP : -4 * POINTS_STEP);
      while (plwu_board_view_is_busy (view))
        g_main_context_iteration (NULL, TRUE);

      guint shown = frames->painting->len;

      while (frames->painting->len == shown)
        g_main_context_iteration (NULL, TRUE);

      double time = (double) (g_get_monotonic_time () - began) / 1e3;

      g_array_append_val (times, time);
    }
  return times;
}

static void
bench_screen (PlwuBoardView *view, PlwuBoardScreen screen, Frames *frames)
{
  g_autofree char *name = g_strdup_printf ("%d", screen + 1);

  plwu_board_view_set_screen (view, screen);
  settle (view);
  drag (view, frames);
  print_part (name, "dragging: from frame to frame", frames->apart);
  print_part (name, "dragging: processor time of a frame", frames->painting);
  settle (view);

  g_autoptr (GArray) times = move_and_wait (view, frames);

  print_part (name, "from a move to its picture", times);
  plwu_board_levers_reset (view->levers);
  settle (view);
}

static PlwuDocument *
open_example (void)
{
  const char *source = g_getenv ("PLACEWRIGHT_SOURCE");
  g_autofree char *folder = g_build_filename (source != NULL ? source : ".", "app/examples/lancashire", NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwPlan) plan = plw_plan_load (folder, problems, NULL);

  g_assert_nonnull (plan);
  return plwu_document_new (plw_store_new_memory (plan));
}

int
main (void)
{
  Frames frames = { 0 };

  gtk_init ();
  adw_init ();

  PlwuDocument *document = open_example ();

  while (plwu_document_is_stale (document))
    g_main_context_iteration (NULL, TRUE);

  GtkWidget *window = plwu_board_window_new (document, NULL);
  PlwuBoardView *view = plwu_board_window_get_view (PLWU_BOARD_WINDOW (window));

  frames.apart = g_array_new (FALSE, FALSE, sizeof (double));
  frames.painting = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "before-paint", G_CALLBACK (before_paint_cb),
                    &frames);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), &frames);
  for (int screen = 0; screen < PLWU_BOARD_N_SCREENS; screen++)
    bench_screen (view, (PlwuBoardScreen) screen, &frames);

  gtk_window_destroy (GTK_WINDOW (window));
  g_array_unref (frames.apart);
  g_array_unref (frames.painting);
  g_object_unref (document);
  return EXIT_SUCCESS;
}
