/* plwu-paper-open.c: committee papers of a window: made, and compared with its plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-paper-open.h"

#include "plwu-paper-window.h"
#include "plwu-window-private.h"

GtkWidget *
plwu_paper_present (PlwuWindow *window, const char *path)
{
  g_return_val_if_fail (PLWU_IS_WINDOW (window), NULL);

  PlwuPage *page = plwu_window_get_page (window);

  if (window->document == NULL || (page != NULL && !plwu_page_finish_editing (page)))
    return NULL;

  GtkWidget *paper = plwu_paper_window_new (window->document);

  if (path != NULL)
    plwu_paper_window_check (PLWU_PAPER_WINDOW (paper), path);
  plwu_window_present_over (window, GTK_WINDOW (paper));
  return paper;
}
