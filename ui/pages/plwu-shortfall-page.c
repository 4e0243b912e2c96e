/* plwu-shortfall-page.c: where money does not reach, by use and year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-shortfall-page.h"

#include "findings/plwu-labels.h"
#include "pictures/plwu-heatmap.h"
#include "plwu-explain.h"
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
  GtkDropDown *sort;
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

/* From here on pounds would leave the names of lines no room. */
#define THOUSANDS_FROM_PENCE G_GINT64_CONSTANT (1000000000)

typedef struct
{
  GArray *rows;   /* of PlwuHeatmapRow */
  GPtrArray *own; /* what the rows point at */
} Picture;

static void
add_use (Picture *picture, const PlwResult *result, size_t index)
{
  const PlwUse *use = plw_result_use (result, index);
  size_t n_years = plw_result_n_years (result);
  gint64 *shortfall = g_new0 (gint64, n_years);
  char *name = plwu_label_use (use);

  for (size_t i = 0; i < n_years; i++)
    shortfall[i] = plw_result_shortfall (result, index, i);
  g_ptr_array_add (picture->own, shortfall);
  g_ptr_array_add (picture->own, name);

  PlwuHeatmapRow row = {
    .name = name,
    .is_statutory = use->is_statutory,
    .need = use->need,
    .shortfall = shortfall,
  };
  g_array_append_val (picture->rows, row);
}

static gboolean
is_short (const PlwResult *result, size_t use)
{
  for (size_t i = 0; i < plw_result_n_years (result); i++)
    if (plw_result_shortfall (result, use, i) > 0)
      return TRUE;
  return FALSE;
}

static char *
make_title (const PlwResult *result)
{
  size_t worst = 0;

  for (size_t i = 0; i < plw_result_n_years (result); i++)
    if (plw_result_sum (result, PLW_SUM_SHORTFALL, i) > plw_result_sum (result, PLW_SUM_SHORTFALL, worst))
      worst = i;

  g_autofree char *amount = plw_pence_show_short (plw_result_sum (result, PLW_SUM_SHORTFALL, worst));

  return g_strdup_printf (_ ("Shortfall is largest in %s: %s"),
                          plw_year_name (plw_result_year (result, worst)), amount);
}

/* Figures are only read here: until a unit is chosen the size of the gap decides. */
static void
choose_unit (PlwuShortfallPage *self, const PlwResult *result)
{
  gint64 largest = 0;

  if (self->has_unit)
    return;

  for (size_t i = 0; i < plw_result_n_years (result); i++)
    largest = MAX (largest, plw_result_sum (result, PLW_SUM_SHORTFALL, i));
  self->unit = largest < THOUSANDS_FROM_PENCE ? PLW_UNIT_POUNDS : PLW_UNIT_THOUSANDS;
  self->has_unit = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNIT]);
}

static void
show_result (PlwuShortfallPage *self, const PlwResult *result)
{
  PlwuDocument *document = plwu_page_get_document (PLWU_PAGE (self));
  size_t n_years = plw_result_n_years (result);
  g_autofree int *years = g_new (int, n_years);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (PlwuHeatmapRow));
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = make_title (result);
  g_autofree char *context = plwu_explain_context (document);
  Picture picture = { .rows = rows, .own = own };

  for (size_t i = 0; i < n_years; i++)
    years[i] = plw_result_year (result, i);
  g_array_set_size (self->uses, 0);
  for (size_t i = 0; i < plw_result_n_uses (result); i++)
    if (!gtk_check_button_get_active (self->short_only) || is_short (result, i))
      {
        add_use (&picture, result, i);
        g_array_append_val (self->uses, i);
      }

  gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "picture" : "funded");
  plwu_drawing_set_title (PLWU_DRAWING (self->heatmap), title, NULL);
  plwu_drawing_set_context (PLWU_DRAWING (self->heatmap), context);
  choose_unit (self, result);
  plwu_heatmap_set_unit (self->heatmap, self->unit);
  plwu_heatmap_set_maximum (self->heatmap, plwu_shortfall_scale_get_largest (self->scale));
  plwu_heatmap_set_sort (self->heatmap, (PlwuHeatmapSort) gtk_drop_down_get_selected (self->sort));
  plwu_heatmap_set_data (self->heatmap, rows->len, (const PlwuHeatmapRow *) (void *) rows->data,
                         (guint) n_years, years);
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
