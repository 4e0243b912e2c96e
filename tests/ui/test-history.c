/* test-history.c: what a plan has been, what differs, and the way back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "models/plwu-difference.h"
#include "models/plwu-moments.h"
#include "pages/plwu-history-compare.h"
#include "pages/plwu-history-page.h"
#include "test-window-support.h"

#include <string.h>

#define POT_YEAR "2028/29"

/* Types into a pot's year; returns the row. */
static size_t
type_pot (PlwuDocument *document, const char *amount)
{
  g_autoptr (PlwuSheetModel) pots = plwu_table_model_new (document, PLW_TABLE_POTS);
  guint row = find_model_row (pots, "books");

  g_assert_cmpuint (type_cell (pots, row, find_column (pots, POT_YEAR), amount), ==, 1);
  wait_for_result (document);
  return find_row (document, PLW_TABLE_POTS, "books");
}

static void
name_version (PlwuDocument *document, const char *name, const char *note)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plwu_document_name_version (document, name, note, &error));
  g_assert_no_error (error);
}

static const PlwuMoment *
get_moment (const GPtrArray *moments, guint index)
{
  g_assert_cmpuint (index, <, moments->len);
  return g_ptr_array_index (moments, index);
}

/* Changes and versions in their order, with who, what and why; each as the plan was then. */
static void
test_moments (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwPlan) start = plw_plan_copy (plwu_document_get_plan (document));
  g_autoptr (PlwPlan) before = NULL;
  g_autoptr (PlwPlan) kept = NULL;
  g_autoptr (GPtrArray) moments = NULL;
  g_autoptr (GError) error = NULL;

  plwu_document_set_reason (document, " The grant was announced ");
  g_assert_cmpstr (plwu_document_get_reason (document), ==, "The grant was announced");
  type_pot (document, "50000");
  plwu_document_set_reason (document, NULL);
  name_version (document, "Cabinet draft", "As sent out");
  type_pot (document, "60000");
  g_assert_true (plwu_document_undo (document, &error));

  moments = plwu_moments_list (document, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moments->len, ==, 4);

  /* All within a second: a version stands above all it may follow. */
  for (guint i = 0; i < moments->len; i++)
    {
      const PlwuMoment *moment = get_moment (moments, i);
      g_autofree char *text = plwu_moment_describe (moment);

      g_test_message ("%s: %s (%s)", plwu_moment_get_verb (moment), text, moment->why);
      if (moment->version > 0)
        {
          g_assert_cmpstr (moment->name, ==, "Cabinet draft");
          g_assert_cmpstr (moment->why, ==, "As sent out");
          kept = plwu_moment_read_plan (moment, document, &error);
        }
      else if (moment->seq == 1)
        {
          g_assert_cmpstr (moment->why, ==, "The grant was announced");
          g_assert_cmpint (moment->kind, ==, PLW_ENTRY_EDIT);
        }
      else
        {
          g_assert_cmpint (moment->kind, ==, moment->seq == 3 ? PLW_ENTRY_UNDO : PLW_ENTRY_EDIT);
          g_assert_cmpstr (moment->why, ==, "");
        }
    }
  g_assert_nonnull (kept);
  g_assert_true (plw_plan_equal (kept, plwu_document_get_plan (document)));
  before = plwu_document_read_moment (document, 0, &error);
  g_assert_no_error (error);
  g_assert_true (plw_plan_equal (before, start));
}

static void
test_difference (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwPlan) start = plw_plan_copy (plwu_document_get_plan (document));
  g_autoptr (PlwuSheetModel) pots = NULL;
  g_autoptr (PlwuDifference) none = plwu_difference_new (start, start);
  g_autoptr (PlwuDifference) found = NULL;
  g_autofree char *nothing = plwu_difference_describe (none);
  g_autofree char *text = NULL;
  guint row = 0;
  size_t books = type_pot (document, "50000");

  g_assert_cmpstr (nothing, ==, "Nothing differs");
  pots = plwu_table_model_new (document, PLW_TABLE_POTS);
  g_assert_true (plwu_table_model_add_row (PLWU_TABLE_MODEL (pots), G_MAXUINT, &row, NULL));

  found = plwu_difference_new (start, plwu_document_get_plan (document));
  text = plwu_difference_describe (found);
  g_assert_cmpuint (found->n_cells, ==, 1);
  g_assert_cmpuint (found->n_added, ==, 1);
  g_assert_cmpuint (found->n_removed, ==, 0);
  g_assert_cmpstr (text, ==, "1 cell changed, 1 row added: Pots 2");

  const char *const *cells = g_ptr_array_index (found->table, 1);
  const PlwuDifferencePlace *place = &g_array_index (found->places, PlwuDifferencePlace, 0);

  g_assert_cmpstr (cells[0], ==, "Pots");
  g_assert_cmpstr (cells[1], ==, "Library grant");
  g_assert_cmpstr (cells[2], ==, POT_YEAR);
  g_assert_cmpstr (cells[3], ==, "£40,000");
  g_assert_cmpstr (cells[4], ==, "£50,000");
  g_assert_cmpint (place->row, ==, plw_plan_row_id (start, PLW_TABLE_POTS, books));

  /* And the other way round. */
  g_autoptr (PlwuDifference) back = plwu_difference_new (plwu_document_get_plan (document), start);

  g_assert_cmpuint (back->n_removed, ==, 1);
  g_assert_cmpuint (back->n_added, ==, 0);
}

static int
find_change (PlwuDocument *document, gint64 seq)
{
  g_autoptr (GPtrArray) moments = plwu_moments_list (document, 0, NULL);

  for (guint i = 0; i < moments->len; i++)
    if (get_moment (moments, i)->version == 0 && get_moment (moments, i)->seq == seq)
      return (int) i;
  g_assert_not_reached ();
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);
  return found;
}

static GtkLabel *
get_label (PlwuHistoryCompare *compare, const char *name)
{
  return GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (compare), PLWU_TYPE_HISTORY_COMPARE, name));
}

static void
wait_for_text (GtkLabel *label, const char *part)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (strstr (gtk_label_get_text (label), part) == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      if (g_get_monotonic_time () >= deadline)
        g_error ("“%s” has no “%s”", gtk_label_get_text (label), part);
    }
}

/* The page in a window of its own. */
static GtkWidget *
open_page (PlwuDocument *document, PlwuHistoryCompare **ret_compare)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = plwu_history_page_new (document);

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  *ret_compare = PLWU_HISTORY_COMPARE (find_child (page, PLWU_TYPE_HISTORY_COMPARE));
  g_assert_nonnull (*ret_compare);

  return window;
}

/* What a change did is shown: its cell, and what it does to the gap, to the penny that results say. */
static void
test_page_compares (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuHistoryCompare *compare;
  GtkWidget *window;
  int64_t gaps[2] = { 0, 0 };

  wait_for_result (document);
  for (int side = 0; side < 2; side++)
    {
      const PlwResult *result;

      if (side == 1)
        type_pot (document, "0");
      result = plwu_document_get_result (document, NULL);
      for (size_t i = 0; i < plw_result_n_years (result); i++)
        gaps[side] += plw_result_sum (result, PLW_SUM_SHORTFALL, i);
    }
  g_assert_cmpint (gaps[1], >, gaps[0]);

  window = open_page (document, &compare);

  g_autofree char *was = plw_pence_show_short (gaps[0]);
  g_autofree char *is = plw_pence_show_short (gaps[1]);
  g_autofree char *more = plw_pence_show_short (gaps[1] - gaps[0]);
  g_autofree char *expected = g_strdup_printf ("%s before, %s after: %s more", was, is, more);

  /* Any two can be chosen, a later one as the one to begin with too. */
  name_version (document, "Later", NULL);
  type_pot (document, "40000");
  wait_for_text (get_label (compare, "summary"), "1 cell changed: Pots 1");
  plwu_history_compare_show (compare, find_change (document, 2), find_change (document, 1));
  wait_for_text (get_label (compare, "gap"), expected);
  wait_for_text (get_label (compare, "years"), POT_YEAR);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An older version comes back in one step, and goes again with one undo. */
static void
test_restore (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwPlan) kept = NULL;
  g_autoptr (PlwPlan) later = NULL;
  g_autoptr (PlwuSheetModel) pots = NULL;
  g_autoptr (GError) error = NULL;
  PlwuHistoryCompare *compare;
  GtkWidget *window;
  guint row = 0;

  type_pot (document, "50000");
  name_version (document, "Cabinet draft", NULL);
  kept = plw_plan_copy (plwu_document_get_plan (document));
  type_pot (document, "60000");
  pots = plwu_table_model_new (document, PLW_TABLE_POTS);
  g_assert_true (plwu_table_model_add_row (PLWU_TABLE_MODEL (pots), G_MAXUINT, &row, NULL));
  wait_for_result (document);
  later = plw_plan_copy (plwu_document_get_plan (document));

  window = open_page (document, &compare);

  g_autoptr (GPtrArray) moments = plwu_moments_list (document, 0, NULL);

  for (guint i = 0; i < moments->len; i++)
    if (get_moment (moments, i)->version > 0)
      plwu_history_compare_show (compare, (int) i, -1);
  g_assert_true (plwu_history_compare_restore (compare, &error));
  g_assert_no_error (error);
  g_assert_true (plw_plan_equal (plwu_document_get_plan (document), kept));
  g_assert_nonnull (strstr (plwu_document_get_undo_name (document), "Restore of “Cabinet draft”"));
  g_assert_true (plwu_document_undo (document, &error));
  g_assert_true (plw_plan_equal (plwu_document_get_plan (document), later));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/history/moments", test_moments);
  g_test_add_func ("/ui/history/difference", test_difference);
  g_test_add_func ("/ui/history/page-compares", test_page_compares);
  g_test_add_func ("/ui/history/restore", test_restore);

  return g_test_run ();
}
