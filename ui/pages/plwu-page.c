/* plwu-page.c: what the window's pages share: a heading, the document, the explanation.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-page.h"

#include "plwu-focus.h"
#include "plwu-explain.h"
#include "plwu-tooltip.h"
#include "plwu-width-first.h"

#include <string.h>

#include <glib/gi18n.h>

typedef struct
{
  /* Owned */
  PlwuDocument *document;

  guint64 shown_serial; /* of the results shown */
  gboolean is_explaining;
  guint explain_id;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *context;
  GtkLabel *hint;
  AdwBin *controls;
  GtkWidget *unit_switch;
  AdwBin *body;
} PlwuPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PlwuPage, plwu_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_TITLE,
  PROP_HINT,
  PROP_CONTROLS,
  PROP_SHOWS_MONEY,
  PROP_BODY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint explain_signal;

/* How long a selection rests before it is explained: holding an arrow key down
 * must not look through the history at every step.
 */
#define REST_MS 120

static PlwuPagePrivate *
get_private (PlwuPage *self)
{
  return plwu_page_get_instance_private (self);
}

static void
refresh (PlwuPage *self)
{
  PlwuPagePrivate *priv = get_private (self);

  /* A page out of view is read again when it comes into view. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  g_autofree char *context = plwu_explain_context (priv->document);

  gtk_label_set_text (priv->context, context);
  plwu_tooltip_set (GTK_WIDGET (priv->context), context);
  priv->shown_serial = plwu_document_get_result_serial (priv->document);
  if (PLWU_PAGE_GET_CLASS (self)->refresh != NULL)
    PLWU_PAGE_GET_CLASS (self)->refresh (self);
  plwu_page_queue_explain (self);
}

/* A page that shows nothing but results waits for those of the edit; what it
 * would draw meanwhile only takes time from working them out.
 */
static void
plan_changed_cb (PlwuPage *self)
{
  PlwuPagePrivate *priv = get_private (self);
  g_autofree char *context = plwu_explain_context (priv->document);

  if (PLWU_PAGE_GET_CLASS (self)->shows_results_only
      && priv->shown_serial == plwu_document_get_result_serial (priv->document)
      && strcmp (gtk_label_get_text (priv->context), context) == 0)
    plwu_page_queue_explain (self);
  else
    refresh (self);
}

static void
plwu_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plwu_page_parent_class)->map (widget);

  refresh (PLWU_PAGE (widget));
}

static void
plwu_page_constructed (GObject *object)
{
  PlwuPage *self = PLWU_PAGE (object);
  PlwuDocument *document = get_private (self)->document;

  G_OBJECT_CLASS (plwu_page_parent_class)->constructed (object);

  g_signal_connect_object (document, "plan-changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "result-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::unit", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

static void
plwu_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlwuPage *self = PLWU_PAGE (object);
  PlwuPagePrivate *priv = get_private (self);

  switch (id)
    {
    case PROP_DOCUMENT:
      priv->document = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      plwu_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_HINT:
      plwu_page_set_hint (self, g_value_get_string (value));
      break;
    case PROP_CONTROLS:
      adw_bin_set_child (priv->controls, g_value_get_object (value));
      break;
    case PROP_SHOWS_MONEY:
      gtk_widget_set_visible (priv->unit_switch, g_value_get_boolean (value));
      break;
    case PROP_BODY:
      plwu_page_set_body (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plwu_page_dispose (GObject *object)
{
  g_clear_handle_id (&get_private (PLWU_PAGE (object))->explain_id, g_source_remove);
  g_clear_object (&get_private (PLWU_PAGE (object))->document);

  G_OBJECT_CLASS (plwu_page_parent_class)->dispose (object);
}

static void
plwu_page_class_init (PlwuPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = plwu_page_constructed;
  object_class->set_property = plwu_page_set_property;
  object_class->dispose = plwu_page_dispose;
  widget_class->focus = plwu_focus_child;
  widget_class->map = plwu_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, PLWU_TYPE_WIDTH_FIRST);

  properties[PROP_DOCUMENT] =
      g_param_spec_object ("document", NULL, NULL, PLWU_TYPE_DOCUMENT, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  properties[PROP_CONTROLS] = g_param_spec_object ("controls", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SHOWS_MONEY] = g_param_spec_boolean ("shows-money", NULL, NULL, TRUE, flags);
  properties[PROP_BODY] = g_param_spec_object ("body", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  explain_signal = g_signal_new ("explain", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, PLWU_TYPE_EXPLANATION);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, PlwuPage, title);
  gtk_widget_class_bind_template_child_private (widget_class, PlwuPage, context);
  gtk_widget_class_bind_template_child_private (widget_class, PlwuPage, hint);
  gtk_widget_class_bind_template_child_private (widget_class, PlwuPage, controls);
  gtk_widget_class_bind_template_child_private (widget_class, PlwuPage, unit_switch);
  gtk_widget_class_bind_template_child_private (widget_class, PlwuPage, body);
}

static void
set_unit_tooltips (PlwuPage *self)
{
  static const char *const texts[] = {
    N_ ("Show pounds"),
    N_ ("Show thousands of pounds; a bare number typed is thousands too"),
    N_ ("Show millions of pounds; a bare number typed is millions too"),
  };
  GtkWidget *button = gtk_widget_get_first_child (get_private (self)->unit_switch);

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++, button = gtk_widget_get_next_sibling (button))
    plwu_tooltip_set (button, _ (texts[i]));
}

static void
plwu_page_init (PlwuPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_unit_tooltips (self);
  plwu_page_set_hint (self, NULL);
}

PlwuDocument *
plwu_page_get_document (PlwuPage *self)
{
  g_return_val_if_fail (PLWU_IS_PAGE (self), NULL);

  return get_private (self)->document;
}

const char *
plwu_page_get_title (PlwuPage *self)
{
  g_return_val_if_fail (PLWU_IS_PAGE (self), NULL);

  return gtk_label_get_text (get_private (self)->title);
}

void
plwu_page_set_title (PlwuPage *self, const char *title)
{
  g_return_if_fail (PLWU_IS_PAGE (self));

  gtk_label_set_text (get_private (self)->title, title);
}

void
plwu_page_set_hint (PlwuPage *self, const char *hint)
{
  g_return_if_fail (PLWU_IS_PAGE (self));

  PlwuPagePrivate *priv = get_private (self);

  gtk_label_set_text (priv->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->hint), hint != NULL && *hint != '\0');
}

void
plwu_page_set_body (PlwuPage *self, GtkWidget *body)
{
  g_return_if_fail (PLWU_IS_PAGE (self));

  adw_bin_set_child (get_private (self)->body, body);
}

void
plwu_page_set_unit_action (PlwuPage *self, const char *name)
{
  g_return_if_fail (PLWU_IS_PAGE (self));
  g_return_if_fail (name != NULL);

  for (GtkWidget *button = gtk_widget_get_first_child (get_private (self)->unit_switch); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
}

static gboolean
explain_cb (gpointer user_data)
{
  PlwuPage *self = PLWU_PAGE (user_data);
  PlwuPageClass *klass = PLWU_PAGE_GET_CLASS (self);
  g_autoptr (PlwuExplanation) explanation = klass->explain != NULL ? klass->explain (self) : NULL;

  get_private (self)->explain_id = 0;
  g_signal_emit (self, explain_signal, 0, explanation);

  return G_SOURCE_REMOVE;
}

void
plwu_page_queue_explain (PlwuPage *self)
{
  g_return_if_fail (PLWU_IS_PAGE (self));

  PlwuPagePrivate *priv = get_private (self);

  g_clear_handle_id (&priv->explain_id, g_source_remove);
  if (priv->is_explaining && gtk_widget_get_mapped (GTK_WIDGET (self)))
    /* After what is still to be drawn: a cell gone to may be selected only then. */
    priv->explain_id = g_timeout_add_full (G_PRIORITY_LOW, REST_MS, explain_cb, self, NULL);
}

void
plwu_page_set_explaining (PlwuPage *self, gboolean is_explaining)
{
  g_return_if_fail (PLWU_IS_PAGE (self));

  get_private (self)->is_explaining = is_explaining;
  plwu_page_queue_explain (self);
}

gboolean
plwu_page_finish_editing (PlwuPage *self)
{
  g_return_val_if_fail (PLWU_IS_PAGE (self), TRUE);

  PlwuPageClass *klass = PLWU_PAGE_GET_CLASS (self);

  return klass->finish_editing == NULL || klass->finish_editing (self);
}

gboolean
plwu_page_start_search (PlwuPage *self)
{
  g_return_val_if_fail (PLWU_IS_PAGE (self), FALSE);

  PlwuPageClass *klass = PLWU_PAGE_GET_CLASS (self);

  if (klass->start_search == NULL)
    return FALSE;
  klass->start_search (self);
  return TRUE;
}

gboolean
plwu_page_show_cell (PlwuPage *self, PlwTableId table, size_t plan_row, const char *column)
{
  g_return_val_if_fail (PLWU_IS_PAGE (self), FALSE);

  PlwuPageClass *klass = PLWU_PAGE_GET_CLASS (self);

  return klass->show_cell != NULL && klass->show_cell (self, table, plan_row, column);
}
