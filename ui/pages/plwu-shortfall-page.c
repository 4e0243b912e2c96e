/* plwu-shortfall-page.c: where money does not reach, by use and year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-shortfall-page.h"

#include "findings/plwu-labels.h"
#include "findings/plwu-shortfall-figures.h"
#include "plwu-explain.h"
#include "plwu-picker.h"
#include "plwu-picture.h"
#include "plwu-shortfall-scale.h"

#include <glib/gi18n.h>

struct _PlwuShortfallPage
{
  PlwuPage parent_instance;

  /* Owned */
  GArray *uses; /* of size_t: the use shown in each row given to the heatmap */

  PlwUnit unit;
  gboolean has_unit;
  size_t use;
  size_t year;
  gboolean has_selection;
  PlwuShortfallScale *scale; /* owned, (nullable): until the page is first shown */

  /* Inside the picture */
  PlwuHeatmap *heatmap;

  /* Template widgets */
  GtkCheckButton *short_only;
  PlwuPicker *sort;
  GtkStack *stack;
  PlwuPicture *picture;
  AdwStatusPage *none;
};

G_DEFINE_FINAL_TYPE (PlwuShortfallPage, plwu_shortfall_page, PLWU_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_UNIT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Figures are only read here: until a unit is chosen the size of the gap decides. */
static void
choose_unit (PlwuShortfallPage *self, const PlwResult *result)
{
  if (self->has_unit)
    return;

  self->unit = plwu_shortfall_choose_unit (result);
  self->has_unit = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNIT]);
}

static void
show_result (PlwuShortfallPage *self, const PlwResult *result)
{
  g_autofree char *context = plwu_explain_context (plwu_page_get_document (PLWU_PAGE (self)));

  plwu_drawing_set_context (PLWU_DRAWING (self->heatmap), context);
  choose_unit (self, result);
  plwu_heatmap_set_unit (self->heatmap, self->unit);
  plwu_heatmap_set_maximum (self->heatmap, plwu_shortfall_scale_get_largest (self->scale));
  plwu_heatmap_set_sort (self->heatmap, (PlwuHeatmapSort) plwu_picker_get_selected (self->sort));
  plwu_shortfall_show (self->heatmap, result, gtk_check_button_get_active (self->short_only), self->uses);
  gtk_stack_set_visible_child_name (self->stack, self->uses->len > 0 ? "picture" : "funded");
  plwu_picture_refresh (self->picture);
}

static void options_cb (PlwuShortfallPage *self);

static void
plwu_shortfall_page_refresh (PlwuPage *page)
{
  PlwuShortfallPage *self = PLWU_SHORTFALL_PAGE (page);
  PlwuDocument *document = plwu_page_get_document (page);
  const PlwResult *result = plwu_document_get_result (document, NULL);
  const char *failure = plwu_document_get_failure (document);

  if (self->scale == NULL)
    {
      self->scale = plwu_shortfall_scale_new (document);
      g_signal_connect_object (self->scale, "changed", G_CALLBACK (options_cb), self, G_CONNECT_SWAPPED);
    }
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
options_cb (PlwuShortfallPage *self)
{
  if (self->heatmap != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    plwu_shortfall_page_refresh (PLWU_PAGE (self));
}

static PlwuExplanation *
plwu_shortfall_page_explain (PlwuPage *page)
{
  PlwuShortfallPage *self = PLWU_SHORTFALL_PAGE (page);

  PlwFigure figure = { PLW_FIGURE_SHORTFALL, (uint32_t) self->use, 0, (uint32_t) self->year };

  return self->has_selection ? plwu_explain_figure (plwu_page_get_document (page), figure) : NULL;
}

static void
cell_stepped_cb (PlwuShortfallPage *self, guint row, int year)
{
  const PlwResult *result = plwu_document_get_result (plwu_page_get_document (PLWU_PAGE (self)), NULL);

  if (result == NULL || row >= self->uses->len)
    return;

  self->use = g_array_index (self->uses, size_t, row);
  self->year = (size_t) (year - plw_result_year (result, 0));
  self->has_selection = TRUE;
  plwu_page_queue_explain (PLWU_PAGE (self));
}

/* Enter and a click open the panel; stepping on then explains in it. */
static void
cell_activated_cb (PlwuShortfallPage *self, guint row, int year)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-explain", NULL);
  cell_stepped_cb (self, row, year);
}

static void
plwu_shortfall_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlwuShortfallPage *self = PLWU_SHORTFALL_PAGE (object);

  if (id != PROP_UNIT)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (plwu_unit_from_name (g_value_get_string (value), &self->unit))
    {
      self->has_unit = TRUE;
      options_cb (self);
    }
}

static void
plwu_shortfall_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_UNIT)
    g_value_set_string (value, plwu_unit_to_name (PLWU_SHORTFALL_PAGE (object)->unit));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
plwu_shortfall_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLWU_SHORTFALL_PAGE (widget)->picture));
}

static void
plwu_shortfall_page_dispose (GObject *object)
{
  PlwuShortfallPage *self = PLWU_SHORTFALL_PAGE (object);

  self->heatmap = NULL;
  /* A job under way lets go of the document at once. */
  if (self->scale != NULL)
    g_object_run_dispose (G_OBJECT (self->scale));
  g_clear_object (&self->scale);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_SHORTFALL_PAGE);

  G_OBJECT_CLASS (plwu_shortfall_page_parent_class)->dispose (object);
}

static void
plwu_shortfall_page_finalize (GObject *object)
{
  g_array_unref (PLWU_SHORTFALL_PAGE (object)->uses);

  G_OBJECT_CLASS (plwu_shortfall_page_parent_class)->finalize (object);
}

static void
plwu_shortfall_page_class_init (PlwuShortfallPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PlwuPageClass *page_class = PLWU_PAGE_CLASS (klass);

  object_class->set_property = plwu_shortfall_page_set_property;
  object_class->get_property = plwu_shortfall_page_get_property;
  object_class->dispose = plwu_shortfall_page_dispose;
  object_class->finalize = plwu_shortfall_page_finalize;
  widget_class->grab_focus = plwu_shortfall_page_grab_focus;
  page_class->shows_results_only = TRUE;
  page_class->refresh = plwu_shortfall_page_refresh;
  page_class->explain = plwu_shortfall_page_explain;

  properties[PROP_UNIT] =
      g_param_spec_string ("unit", NULL, NULL, "pounds", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "shortfall.unit", "unit");

  g_type_ensure (PLWU_TYPE_PICTURE);
  g_type_ensure (PLWU_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-shortfall-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuShortfallPage, short_only);
  gtk_widget_class_bind_template_child (widget_class, PlwuShortfallPage, sort);
  gtk_widget_class_bind_template_child (widget_class, PlwuShortfallPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuShortfallPage, picture);
  gtk_widget_class_bind_template_child (widget_class, PlwuShortfallPage, none);
  gtk_widget_class_bind_template_callback (widget_class, options_cb);
}

static void
plwu_shortfall_page_init (PlwuShortfallPage *self)
{
  self->uses = g_array_new (FALSE, FALSE, sizeof (size_t));
  gtk_widget_init_template (GTK_WIDGET (self));

  plwu_page_set_unit_action (PLWU_PAGE (self), "shortfall.unit");
  self->heatmap = plwu_heatmap_new ();
  g_signal_connect_object (self->heatmap, "cell-stepped", G_CALLBACK (cell_stepped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->heatmap, "cell-activated", G_CALLBACK (cell_activated_cb), self,
                           G_CONNECT_SWAPPED);
  plwu_picture_set_drawing (self->picture, PLWU_DRAWING (self->heatmap));
}

GtkWidget *
plwu_shortfall_page_new (PlwuDocument *document)
{
  return g_object_new (PLWU_TYPE_SHORTFALL_PAGE, "document", document, NULL);
}
