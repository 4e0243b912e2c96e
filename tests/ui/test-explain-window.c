/* test-explain-window.c: the panel in the window: what pages select, and going to a cell.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explain.h"
#include "plwu-window-private.h"
#include "sheet/plwu-sheet.h"
#include "test-window-support.h"

static void
close_window (PlwuWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
wait_for_shown (PlwuExplainPanel *panel, PlwFigure figure)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (plwu_explain_panel_get_shown (panel) == NULL
         || !plwu_explanation_is_of (plwu_explain_panel_get_shown (panel), figure))
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
}

/* In the window: what a page selects is explained; its cell is gone to without losing the way back. */
static void
test_window (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = PLWU_WINDOW (plwu_window_new (NULL));
  size_t row = find_row (document, PLW_TABLE_COSTS, "parks/all");
  PlwFigure cell = { PLW_FIGURE_CELL, PLW_TABLE_COSTS, (uint32_t) row, PLW_COSTS_BASE };

  plwu_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_result (document);
  g_object_set (window, "explain", TRUE, NULL);
  wait_for_shown (window->explain, (PlwFigure){ PLW_FIGURE_SUM, PLW_SUM_NEED, 0, 4 });
  gtk_widget_activate_action (GTK_WIDGET (plwu_window_get_page (window)), "overview.explain", "s", "gap");
  wait_for_shown (window->explain, (PlwFigure){ PLW_FIGURE_SUM, PLW_SUM_SHORTFALL, 0, 4 });

  while (plwu_explain_panel_get_shown (window->explain)->id.kind != PLW_FIGURE_CELL)
    {
      const PlwuExplanation *shown = plwu_explain_panel_get_shown (window->explain);
      guint index = 0;

      while (((const PlwuExplanationItem *) g_ptr_array_index (shown->items, index))->kind
             != PLWU_EXPLANATION_LINK)
        index++;
      plwu_explain_panel_follow (window->explain, index);
    }
  cell = plwu_explain_panel_get_shown (window->explain)->id;
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  GtkWidget *place = find_button (GTK_WIDGET (window->explain), "win.show-cell");

  g_assert_nonnull (place);
  g_signal_emit_by_name (place, "clicked");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), !=, "overview");
  for (gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND / 2; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (plwu_explanation_is_of (plwu_explain_panel_get_shown (window->explain), cell));
  g_assert_true (gtk_widget_get_sensitive (find_button (GTK_WIDGET (window->explain), "explain.back")));
  g_assert_true (PLWU_IS_SHEET (gtk_window_get_focus (GTK_WINDOW (window)))
                 || gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), PLWU_TYPE_SHEET));

  close_window (window);
}

/* Cursors of the tables below move with the line, but the line is what was selected. */
static void
test_services (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = PLWU_WINDOW (plwu_window_new (NULL));
  size_t row = find_row (document, PLW_TABLE_LINES, "parks");

  plwu_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_result (document);
  g_object_set (window, "explain", TRUE, NULL);
  g_assert_true (plwu_window_show_cell (window, PLW_TABLE_COSTS, 0, "base"));
  wait_for_shown (window->explain, (PlwFigure){ PLW_FIGURE_CELL, PLW_TABLE_COSTS, 0, PLW_COSTS_BASE });
  g_assert_true (plwu_window_show_cell (window, PLW_TABLE_LINES, row, "name"));
  wait_for_shown (window->explain,
                  (PlwFigure){ PLW_FIGURE_CELL, PLW_TABLE_LINES, (uint32_t) row, PLW_LINES_NAME });

  close_window (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/explain/window", test_window);
  g_test_add_func ("/ui/explain/services", test_services);

  return g_test_run ();
}
