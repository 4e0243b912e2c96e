/* test-checks.c: problems of one kind are told as one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "findings/plwu-check-groups.h"
#include "pages/plwu-checks-page.h"
#include "test-window-support.h"

#include <string.h>

static void
add (PlwProblems *problems,
     PlwSeverity severity,
     const char *table,
     size_t row,
     const char *what,
     const char *remedy)
{
  plw_problems_add (problems, severity, table, row, NULL, NULL, g_strdup (what), g_strdup (remedy));
}

static const PlwuCheckGroup *
get_group (const GPtrArray *groups, guint index)
{
  g_assert_cmpuint (index, <, groups->len);
  return g_ptr_array_index (groups, index);
}

/* Errors first, then the whole plan's, then what is met most often; no problem is lost. */
static void
test_groups (void)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GPtrArray) groups = NULL;
  guint n_members = 0;

  add (problems, PLW_SEVERITY_WARNING, "lines", 2, "its need is nought", "check its changes");
  add (problems, PLW_SEVERITY_WARNING, "pots", 3, "the money is 60% likely and counted in full",
       "see a scenario");
  add (problems, PLW_SEVERITY_WARNING, "pots", 4, "the money is 7.5% likely and counted in full",
       "see a scenario");
  add (problems, PLW_SEVERITY_WARNING, "plan", 0, "£17.1m of one-off money pays for ongoing need",
       "close the structural gap");
  add (problems, PLW_SEVERITY_ERROR, "costs", 9, "“12,x” is not an amount", "write pounds such as 12");
  add (problems, PLW_SEVERITY_WARNING, "changes", 5,
       "95% is counted on, 80% were delivered; the record says so", "see a scenario with 80%");
  add (problems, PLW_SEVERITY_WARNING, "changes", 6,
       "90% is counted on, 75% were delivered; the record says so", "see a scenario with 75%");

  groups = plwu_check_groups_new (problems);
  g_assert_cmpuint (groups->len, ==, 5);
  for (guint i = 0; i < groups->len; i++)
    n_members += get_group (groups, i)->members->len;
  g_assert_cmpuint (n_members, ==, plw_problems_size (problems));

  g_assert_cmpint (get_group (groups, 0)->severity, ==, PLW_SEVERITY_ERROR);
  g_assert_cmpstr (get_group (groups, 0)->title, ==, "“12,x” is not an amount");
  g_assert_cmpstr (get_group (groups, 1)->title, ==, "£17.1m of one-off money pays for ongoing need");
  g_assert_cmpstr (get_group (groups, 2)->title, ==,
                   "95% is counted on, 80% were delivered; the record says so");
  g_assert_cmpstr (get_group (groups, 2)->remedy, ==, "See a scenario with …");
  g_assert_cmpstr (get_group (groups, 3)->title, ==, "The money is … likely and counted in full");
  g_assert_cmpstr (get_group (groups, 3)->remedy, ==, "See a scenario");
  g_assert_cmpuint (get_group (groups, 3)->members->len, ==, 2);
  g_assert_cmpstr (get_group (groups, 4)->table, ==, "lines");
}

static GtkWidget *
get_part (GtkWidget *page, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (page, PLWU_TYPE_CHECKS_PAGE, name));
}

/* The page lists kinds with what to do; choosing one lists its places. */
static void
test_page (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = plwu_checks_page_new (document);

  wait_for_result (document);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 500);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  const PlwProblems *problems = plwu_document_get_problems (document);
  g_autoptr (GPtrArray) groups = plwu_check_groups_new (problems);
  GtkListBox *list = GTK_LIST_BOX (get_part (page, "list"));

  g_assert_cmpuint (groups->len, >, 1);
  for (guint i = 0; i < groups->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) i);

      g_assert_nonnull (row);
      gtk_list_box_select_row (list, row);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_part (page, "title"))), ==,
                       get_group (groups, i)->title);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_part (page, "remedy"))), ==,
                       get_group (groups, i)->remedy);
    }
  g_assert_null (gtk_list_box_get_row_at_index (list, (int) groups->len));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/checks/groups", test_groups);
  g_test_add_func ("/ui/checks/page", test_page);

  return g_test_run ();
}
