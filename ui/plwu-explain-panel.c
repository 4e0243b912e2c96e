/* plwu-explain-panel.c: the side panel that explains the selected figure.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explain-panel.h"

#include <glib/gi18n.h>

struct _PlwuExplainPanel
{
  AdwBin parent_instance;

  /* Owned */
  PlwuExplanation *explanation; /* (nullable) */

  /* Template widgets */
  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *context;
  GtkLabel *figure;
  GtkBox *items;
};

G_DEFINE_FINAL_TYPE (PlwuExplainPanel, plwu_explain_panel, ADW_TYPE_BIN)

static GtkWidget *
create_label (const char *text, gboolean is_figure)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), !is_figure);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), is_figure ? 1 : 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_set_hexpand (label, !is_figure);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (is_figure)
    gtk_widget_add_css_class (label, "numeric");

  return label;
}

static GtkWidget *
create_item (const PlwuExplanationItem *item)
{
  GtkWidget *label = create_label (item->text, FALSE);

  if (item->kind == PLWU_EXPLANATION_HEADING)
    {
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_set_margin_top (label, 10);
    }
  if (item->kind == PLWU_EXPLANATION_TEXT)
    gtk_widget_add_css_class (label, "dim-label");
  if (item->kind != PLWU_EXPLANATION_PAIR)
    return label;

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *figure = create_label (item->figure, TRUE);

  if (g_utf8_strlen (item->figure, -1) > 18)
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (box), GTK_ORIENTATION_VERTICAL);
      gtk_box_set_spacing (GTK_BOX (box), 0);
      gtk_label_set_wrap (GTK_LABEL (figure), TRUE);
      gtk_label_set_xalign (GTK_LABEL (figure), 0);
    }
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), figure);

  return box;
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuExplainPanel *self = PLWU_EXPLAIN_PANEL (widget);

  if (self->explanation == NULL)
    return;

  g_autofree char *text = plwu_explanation_to_text (self->explanation);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Explanation copied"));
}

static void
plwu_explain_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_EXPLAIN_PANEL);

  G_OBJECT_CLASS (plwu_explain_panel_parent_class)->dispose (object);
}

static void
plwu_explain_panel_finalize (GObject *object)
{
  plwu_explanation_free (PLWU_EXPLAIN_PANEL (object)->explanation);

  G_OBJECT_CLASS (plwu_explain_panel_parent_class)->finalize (object);
}

static void
plwu_explain_panel_class_init (PlwuExplainPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plwu_explain_panel_dispose;
  object_class->finalize = plwu_explain_panel_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/plwu-explain-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuExplainPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuExplainPanel, title);
  gtk_widget_class_bind_template_child (widget_class, PlwuExplainPanel, context);
  gtk_widget_class_bind_template_child (widget_class, PlwuExplainPanel, figure);
  gtk_widget_class_bind_template_child (widget_class, PlwuExplainPanel, items);
  gtk_widget_class_install_action (widget_class, "explain.copy", NULL, copy_action);
}

static void
plwu_explain_panel_init (PlwuExplainPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
plwu_explain_panel_show (PlwuExplainPanel *self, const PlwuExplanation *explanation)
{
  g_return_if_fail (PLWU_IS_EXPLAIN_PANEL (self));

  GtkWidget *child;

  g_clear_pointer (&self->explanation, plwu_explanation_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->items))) != NULL)
    gtk_box_remove (self->items, child);

  gtk_stack_set_visible_child_name (self->stack, explanation != NULL ? "figure" : "nothing");
  if (explanation == NULL)
    return;

  self->explanation = plwu_explanation_copy (explanation);
  gtk_label_set_text (self->title, explanation->title);
  gtk_label_set_text (self->context, explanation->context);
  gtk_label_set_text (self->figure, explanation->figure);
  for (guint i = 0; i < explanation->items->len; i++)
    gtk_box_append (self->items, create_item (g_ptr_array_index (explanation->items, i)));
}
