/* plwu-cliff-view.c: when pots end, and what they hold up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-cliff-view.h"

#include "findings/plwu-pot-cliffs.h"
#include "plwu-focus.h"
#include "plwu-explain.h"
#include "plwu-picture.h"

#include <glib/gi18n.h>

struct _PlwuCliffView
{
  AdwBin parent_instance;

  /* Owned */
  PlwuDocument *document;
  GArray *pots; /* of size_t: the pot of each row given to the picture */

  /* Inside the picture */
  PlwuCliffs *drawing;

  /* Template widgets */
  GtkStack *stack;
  PlwuPicture *picture;
  AdwStatusPage *none;
};

G_DEFINE_FINAL_TYPE (PlwuCliffView, plwu_cliff_view, ADW_TYPE_BIN)

static void
show_result (PlwuCliffView *self, const PlwResult *result)
{
  g_autofree char *context = plwu_explain_context (self->document);

  plwu_drawing_set_context (PLWU_DRAWING (self->drawing), context);
  plwu_pot_cliffs_show (self->drawing, result, self->pots);
  plwu_picture_refresh (self->picture);
  gtk_stack_set_visible_child_name (self->stack, self->pots->len > 0 ? "picture" : "lasting");
}

static void
refresh (PlwuCliffView *self)
{
  if (self->drawing == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  const PlwResult *result = plwu_document_get_result (self->document, NULL);
  const char *failure = plwu_document_get_failure (self->document);

  if (result != NULL)
    {
      show_result (self, result);
      return;
    }
  adw_status_page_set_title (self->none, failure != NULL ? _ ("No results") : _ ("Working it out…"));
  adw_status_page_set_description (self->none, failure);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
row_activated_cb (PlwuCliffView *self, guint row)
{
  const PlwResult *result = plwu_document_get_result (self->document, NULL);

  if (result == NULL || row >= self->pots->len)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-cell", "(sus)", "pots",
                              (guint32) plw_result_pot (result, g_array_index (self->pots, size_t, row))->row,
                              "name");
}

static void
plwu_cliff_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plwu_cliff_view_parent_class)->map (widget);

  refresh (PLWU_CLIFF_VIEW (widget));
}

static gboolean
plwu_cliff_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLWU_CLIFF_VIEW (widget)->picture));
}

static void
plwu_cliff_view_dispose (GObject *object)
{
  PlwuCliffView *self = PLWU_CLIFF_VIEW (object);

  self->drawing = NULL;
  adw_bin_set_child (ADW_BIN (object), NULL); /* a template child that its parent lets go of itself */
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_CLIFF_VIEW);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (plwu_cliff_view_parent_class)->dispose (object);
}

static void
plwu_cliff_view_finalize (GObject *object)
{
  g_array_unref (PLWU_CLIFF_VIEW (object)->pots);

  G_OBJECT_CLASS (plwu_cliff_view_parent_class)->finalize (object);
}

static void
plwu_cliff_view_class_init (PlwuCliffViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plwu_cliff_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = plwu_cliff_view_finalize;
  widget_class->map = plwu_cliff_view_map;
  widget_class->focus = plwu_focus_child;
  widget_class->grab_focus = plwu_cliff_view_grab_focus;

  g_type_ensure (PLWU_TYPE_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-cliff-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuCliffView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuCliffView, picture);
  gtk_widget_class_bind_template_child (widget_class, PlwuCliffView, none);
}

static void
plwu_cliff_view_init (PlwuCliffView *self)
{
  self->pots = g_array_new (FALSE, FALSE, sizeof (size_t));
  gtk_widget_init_template (GTK_WIDGET (self));

  self->drawing = plwu_cliffs_new ();
  g_signal_connect_object (self->drawing, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  plwu_picture_set_drawing (self->picture, PLWU_DRAWING (self->drawing));
}

GtkWidget *
plwu_cliff_view_new (PlwuDocument *document)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  PlwuCliffView *self = g_object_new (PLWU_TYPE_CLIFF_VIEW, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "result-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
