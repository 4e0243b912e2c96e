/* plwu-review-page.c: the board view among the pages.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-review-page.h"

#include "plwu-board-view.h"

#include <glib/gi18n.h>

struct _PlwuReviewPage
{
  PlwuPage parent_instance;

  /* Inside the page */
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (PlwuReviewPage, plwu_review_page, PLWU_TYPE_PAGE)

static gboolean
plwu_review_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLWU_REVIEW_PAGE (widget)->view);
}

static void
plwu_review_page_constructed (GObject *object)
{
  PlwuReviewPage *self = PLWU_REVIEW_PAGE (object);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Full screen"));

  G_OBJECT_CLASS (plwu_review_page_parent_class)->constructed (object);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.board");
  gtk_widget_set_tooltip_text (button, _ ("Show on the whole screen (F11)"));
  self->view = plwu_board_view_new (plwu_page_get_document (PLWU_PAGE (self)));
  gtk_widget_set_vexpand (self->view, TRUE);
  g_object_set (self, "title", _ ("Review"), "shows-money", FALSE, "controls", button, NULL);
  plwu_page_set_body (PLWU_PAGE (self), self->view);
}

static void
plwu_review_page_class_init (PlwuReviewPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = plwu_review_page_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = plwu_review_page_grab_focus;
  PLWU_PAGE_CLASS (klass)->shows_results_only = TRUE;
}

static void
plwu_review_page_init (PlwuReviewPage *self)
{
}

GtkWidget *
plwu_review_page_new (PlwuDocument *document)
{
  return g_object_new (PLWU_TYPE_REVIEW_PAGE, "document", document, NULL);
}
