/* plwu-flow-view.c: where the money of pots goes in a year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-flow-view.h"

#include "findings/plwu-pot-flows.h"
#include "plwu-focus.h"
#include "plwu-explain.h"
#include "plwu-picker.h"
#include "plwu-picture.h"

#include <string.h>

#include <glib/gi18n.h>
#include <placewright/year.h>

struct _PlwuFlowView
{
  AdwBin parent_instance;

  /* Owned */
  PlwuDocument *document;

  /* Inside the picture */
  PlwuFlows *drawing;

  /* Template widgets */
  GtkStack *stack;
  PlwuPicker *year;
  GtkStringList *years;
  PlwuPicker *grouping;
  PlwuPicture *picture;
  AdwStatusPage *none;
};

G_DEFINE_FINAL_TYPE (PlwuFlowView, plwu_flow_view, ADW_TYPE_BIN)

static void
update_years (PlwuFlowView *self, const PlwResult *result)
{
  guint n_years = (guint) plw_result_n_years (result);
  guint n_listed = g_list_model_get_n_items (G_LIST_MODEL (self->years));

  if (n_listed == n_years
      && strcmp (gtk_string_list_get_string (self->years, 0), plw_year_name (plw_result_year (result, 0)))
             == 0)
    return;

  gtk_string_list_splice (self->years, 0, n_listed, NULL);
  for (guint i = 0; i < n_years; i++)
    gtk_string_list_append (self->years, plw_year_name (plw_result_year (result, i)));
  plwu_picker_set_selected (self->year, 0);
}

static void
show_result (PlwuFlowView *self, const PlwResult *result)
{
  size_t year = MIN (plwu_picker_get_selected (self->year), plw_result_n_years (result) - 1);
  PlwuUsesBy by = (PlwuUsesBy) plwu_picker_get_selected (self->grouping);
  g_autofree char *context = plwu_explain_context (self->document);

  plwu_pot_flows_show (self->drawing, result, year, by, context);
  plwu_picture_refresh (self->picture);
}

static void
refresh (PlwuFlowView *self)
{
  if (self->drawing == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  const PlwResult *result = plwu_document_get_result (self->document, NULL);
  const char *failure = plwu_document_get_failure (self->document);

  if (result != NULL)
    {
      update_years (self, result);
      show_result (self, result);
    }
  adw_status_page_set_title (self->none, failure != NULL ? _ ("No results") : _ ("Working it out…"));
  adw_status_page_set_description (self->none, failure);
  gtk_stack_set_visible_child_name (self->stack, result != NULL ? "picture" : "none");
}

static void
plwu_flow_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plwu_flow_view_parent_class)->map (widget);

  refresh (PLWU_FLOW_VIEW (widget));
}

static gboolean
plwu_flow_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLWU_FLOW_VIEW (widget)->picture));
}

static void
plwu_flow_view_dispose (GObject *object)
{
  PlwuFlowView *self = PLWU_FLOW_VIEW (object);

  self->drawing = NULL;
  adw_bin_set_child (ADW_BIN (object), NULL); /* a template child that its parent lets go of itself */
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_FLOW_VIEW);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (plwu_flow_view_parent_class)->dispose (object);
}

static void
plwu_flow_view_class_init (PlwuFlowViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plwu_flow_view_dispose;
  widget_class->map = plwu_flow_view_map;
  widget_class->focus = plwu_focus_child;
  widget_class->grab_focus = plwu_flow_view_grab_focus;

  g_type_ensure (PLWU_TYPE_PICTURE);
  g_type_ensure (PLWU_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-flow-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuFlowView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuFlowView, year);
  gtk_widget_class_bind_template_child (widget_class, PlwuFlowView, years);
  gtk_widget_class_bind_template_child (widget_class, PlwuFlowView, grouping);
  gtk_widget_class_bind_template_child (widget_class, PlwuFlowView, picture);
  gtk_widget_class_bind_template_child (widget_class, PlwuFlowView, none);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
}

static void
plwu_flow_view_init (PlwuFlowView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->drawing = plwu_flows_new ();
  plwu_picture_set_drawing (self->picture, PLWU_DRAWING (self->drawing));
}

GtkWidget *
plwu_flow_view_new (PlwuDocument *document)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  PlwuFlowView *self = g_object_new (PLWU_TYPE_FLOW_VIEW, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "result-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
