/* test-prevention-support.c: pages of prevention opened on the county's plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-prevention-support.h"

#include "test-window-support.h"

#include <placewright/exchange.h>

PlwuDocument *
create_county (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("PLACEWRIGHT_EXAMPLES"), "lancashire", NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwPlan) plan = plw_folder_read (path, problems, &error);

  g_assert_no_error (error);

  PlwuDocument *document = plwu_document_new (plw_store_new_memory (plan));

  assert_sound (document);
  return document;
}

PlwuPage *
open_page (GtkWidget *page)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 660);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  return PLWU_PAGE (page);
}

void
close_page (PlwuPage *page)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

PlwuPreventionPage *
open_prevention (PlwuDocument *document)
{
  return PLWU_PREVENTION_PAGE (open_page (plwu_prevention_page_new (document)));
}
