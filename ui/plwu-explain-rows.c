/* plwu-explain-rows.c: what the explain panel is made of.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explain-rows.h"

/* Longer figures stand below their label, longer labels above their figure. */
#define FIGURE_CHARS_MOST 18
#define LABEL_CHARS_MOST 12

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
create_pair (const PlwuExplanationItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *figure = create_label (item->figure, TRUE);

  if (g_utf8_strlen (item->figure, -1) > FIGURE_CHARS_MOST)
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (box), GTK_ORIENTATION_VERTICAL);
      gtk_box_set_spacing (GTK_BOX (box), 0);
      gtk_label_set_wrap (GTK_LABEL (figure), TRUE);
      gtk_label_set_xalign (GTK_LABEL (figure), 0);
    }
  gtk_box_append (GTK_BOX (box), create_label (item->text, FALSE));
  gtk_box_append (GTK_BOX (box), figure);

  return box;
}

GtkWidget *
plwu_explain_row_new_text (const PlwuExplanationItem *item)
{
  GtkWidget *label;

  if (item->kind == PLWU_EXPLANATION_PAIR)
    return create_pair (item);

  label = create_label (item->text, FALSE);
  if (item->kind == PLWU_EXPLANATION_HEADING)
    {
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_set_margin_top (label, 10);
    }
  else
    gtk_widget_add_css_class (label, "dim-label");

  return label;
}

/* Short labels, such as years, stand beside their figure. */
static GtkWidget *
create_short_link (const PlwuExplanationItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), create_label (item->text, FALSE));
  gtk_box_append (GTK_BOX (box), create_label (item->figure, TRUE));

  return box;
}

static GtkWidget *
create_long_link (const PlwuExplanationItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *figure = create_label (item->figure, FALSE);
  GtkWidget *label = create_label (item->text, FALSE);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_box_append (GTK_BOX (texts), figure);
  gtk_box_append (GTK_BOX (texts), label);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), arrow);

  return box;
}

GtkWidget *
plwu_explain_row_new_link (const PlwuExplanationItem *item, gboolean is_shown)
{
  gboolean is_short = g_utf8_strlen (item->text, -1) <= LABEL_CHARS_MOST
                      && g_utf8_strlen (item->figure, -1) <= FIGURE_CHARS_MOST;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = is_short ? create_short_link (item) : create_long_link (item);
  g_autofree char *name = g_strdup_printf ("%s: %s", item->text, item->figure);

  gtk_widget_add_css_class (row, "plwu-link");
  if (is_shown)
    gtk_widget_add_css_class (row, "plwu-shown");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !is_shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (is_shown)
    gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, TRUE, -1);

  return row;
}

GtkWidget *
plwu_explain_row_new_place (const PlwuExplanationItem *item, const PlwPlan *plan)
{
  PlwTableId table = (PlwTableId) item->link.a;
  GtkWidget *button = gtk_button_new_with_label (item->text);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-cell");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sus)", plw_schema_table (table)->name,
                                    item->link.b, plw_plan_column_name (plan, table, item->link.year));

  return button;
}
