/* test-shortfall.c: one scale for all scenarios, and stepping that explains.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/plwu-chart.h"
#include "pages/plwu-shortfall-page.h"
#include "pictures/plwu-heatmap-private.h"
#include "test-window-support.h"

#include <string.h>

static PlwuHeatmap *
find_heatmap (GtkWidget *widget)
{
  PlwuHeatmap *found = NULL;

  if (PLWU_IS_CHART (widget))
    return PLWU_HEATMAP (plwu_chart_get_drawing (PLWU_CHART (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_heatmap (child);
  return found;
}

static gint64
find_largest (PlwuDocument *document, const char *scenario, const char *policy)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwResult) result =
      plw_evaluate (plwu_document_get_plan (document), scenario, policy, problems, &error);
  gint64 largest = 0;

  g_assert_no_error (error);
  for (size_t use = 0; use < plw_result_n_uses (result); use++)
    for (size_t year = 0; year < plw_result_n_years (result); year++)
      largest = MAX (largest, plw_result_shortfall (result, use, year));
  return largest;
}

static GtkWidget *
open_page (PlwuDocument *document, GtkWidget **ret_page)
{
  GtkWidget *window = gtk_window_new ();

  *ret_page = plwu_shortfall_page_new (document);
  wait_for_result (document);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (window), *ret_page);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static void
wait_for_maximum (PlwuHeatmap *heatmap, gint64 expected)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (heatmap->maximum != expected)
    {
      g_main_context_iteration (NULL, FALSE);
      if (g_get_monotonic_time () >= deadline)
        g_error ("The scale ends at %" G_GINT64_FORMAT ", not at %" G_GINT64_FORMAT, heatmap->maximum,
                 expected);
    }
}

/* The strongest colour is the worst cell of all scenarios, and follows edits. */
static void
test_scale (void)
{
  const char *const scenarios[] = { "", "no-road-grant" };
  const char *const policies[] = { PLWU_POLICY_TODAY, PLWU_POLICY_PLACEMAKING };
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwuSheetModel) pots = plwu_table_model_new (document, PLW_TABLE_POTS);
  GtkWidget *page;
  GtkWidget *window = open_page (document, &page);
  PlwuHeatmap *heatmap = find_heatmap (page);

  for (int round = 0; round < 2; round++)
    {
      gint64 expected = 0;

      for (size_t i = 0; i < G_N_ELEMENTS (scenarios); i++)
        for (size_t j = 0; j < G_N_ELEMENTS (policies); j++)
          expected = MAX (expected, find_largest (document, scenarios[i], policies[j]));
      for (size_t i = 0; i < G_N_ELEMENTS (scenarios); i++)
        {
          plwu_document_set_scenario (document, scenarios[i]);
          wait_for_result (document);
          wait_for_maximum (heatmap, expected);
          g_assert_cmpint (plwu_heatmap_get_largest (heatmap), <=, expected);
        }
      plwu_document_set_scenario (document, "");
      wait_for_result (document);
      type_cell (pots, find_model_row (pots, "road-grant"), find_column (pots, "2027/28"), "0");
      wait_for_result (document);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
explain_cb (char **ret_title, const PlwuExplanation *explanation)
{
  g_free (*ret_title);
  *ret_title = g_strdup (explanation != NULL ? explanation->title : NULL);
}

/* With the panel open the keyboard need not press Enter on every figure. */
static void
test_stepping_explains (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autofree char *title = NULL;
  GtkWidget *page;
  GtkWidget *window = open_page (document, &page);
  PlwuHeatmap *heatmap = find_heatmap (page);
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  g_signal_connect_swapped (page, "explain", G_CALLBACK (explain_cb), &title);
  plwu_page_set_explaining (PLWU_PAGE (page), TRUE);
  plwu_drawing_step_to_mark (PLWU_DRAWING (heatmap), 1);
  while (title == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
  g_assert_nonnull (strstr (title, "2027/28"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/shortfall/scale", test_scale);
  g_test_add_func ("/ui/shortfall/stepping-explains", test_stepping_explains);

  return g_test_run ();
}
