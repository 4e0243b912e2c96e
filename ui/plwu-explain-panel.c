/* plwu-explain-panel.c: the side panel that explains the selected figure.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explain-panel.h"

#include "plwu-explain-elsewhere.h"
#include "plwu-explain-figure.h"
#include "plwu-explain-rows.h"
#include "plwu-explain-trail.h"

#include <string.h>

#include <glib/gi18n.h>

/* So many links of one list are shown at once: what comes below them is to be found too. */
#define LINKS_MOST 12

struct _PlwuExplainPanel
{
  AdwBin parent_instance;

  /* Owned */
  PlwuDocument *document;       /* (nullable) */
  PlwuElsewhere *parent;        /* (nullable) */
  PlwuElsewhere *version;       /* (nullable) */
  PlwuExplanation *explanation; /* (nullable): what is shown */
  PlwuTrail *trail;             /* empty where what is shown is no figure of a result */

  gboolean shows_all; /* links beyond the first ones */

  /* Template widgets */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkButton *back;
  GtkButton *forward;
  GtkBox *crumbs;
  GtkLabel *title;
  GtkLabel *context;
  GtkLabel *figure;
  GtkLabel *beside;
  GtkBox *items;
};

G_DEFINE_FINAL_TYPE (PlwuExplainPanel, plwu_explain_panel, ADW_TYPE_BIN)

static void
remove_children (GtkBox *box)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL;)
    gtk_box_remove (box, child);
}

static void
add_crumb (PlwuExplainPanel *self, guint index)
{
  const PlwuTrailStep *step = plwu_trail_get (self->trail, index);
  GtkWidget *button = gtk_button_new ();
  g_autofree char *text = g_strdup_printf ("‹ %s", step->title);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *name = g_strdup_printf (_ ("Back to %s"), step->title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "plwu-crumb");
  gtk_widget_set_tooltip_text (button, step->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "explain.go-back");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i",
                                    (int) (plwu_trail_depth (self->trail) - 1 - index));
  gtk_box_append (self->crumbs, button);
}

/* Where one comes from: the beginning and the step before; what is between is only counted. */
static void
show_crumbs (PlwuExplainPanel *self)
{
  guint depth = plwu_trail_depth (self->trail);

  remove_children (self->crumbs);
  if (depth > 1)
    add_crumb (self, 0);
  if (depth > 3)
    {
      g_autofree char *between =
          g_strdup_printf (ngettext ("… %u step between", "… %u steps between", depth - 3), depth - 3);
      GtkWidget *label = gtk_label_new (between);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "plwu-crumb");
      gtk_box_append (self->crumbs, label);
    }
  if (depth > 2)
    add_crumb (self, depth - 2);
  gtk_widget_set_visible (GTK_WIDGET (self->crumbs), depth > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "explain.back", depth > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "explain.forward", plwu_trail_ahead (self->trail) > 0);
}

static void
row_activated_cb (PlwuExplainPanel *self, GtkListBoxRow *row)
{
  plwu_explain_panel_follow (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index")));
}

static GtkWidget *
add_list (PlwuExplainPanel *self, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->items, list);

  return list;
}

static void
add_more (PlwuExplainPanel *self, guint n_more)
{
  g_autofree char *text = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n_more), n_more);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "explain.show-all");
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (self->items, button);
}

/* Links that follow one another make one list, called by the heading above. */
static guint
add_links (PlwuExplainPanel *self, guint first, const char *heading)
{
  const GPtrArray *items = self->explanation->items;
  GtkWidget *list = add_list (self, heading);
  guint end = first;

  for (; end < items->len; end++)
    {
      const PlwuExplanationItem *item = g_ptr_array_index (items, end);

      if (item->kind != PLWU_EXPLANATION_LINK)
        break;
      if (end - first >= LINKS_MOST && !self->shows_all)
        continue;

      GtkWidget *row =
          plwu_explain_row_new_link (item, plwu_explanation_is_of (self->explanation, item->link));

      g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (end));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  if (end - first > LINKS_MOST && !self->shows_all)
    add_more (self, end - first - LINKS_MOST);
  return end;
}

/* Where nothing was followed the cell is the one selected. */
static void
add_place (PlwuExplainPanel *self, const PlwuExplanationItem *item)
{
  if (plwu_trail_depth (self->trail) > 1)
    gtk_box_append (self->items, plwu_explain_row_new_place (item, plwu_document_get_shown (self->document)));
}

static void
show_items (PlwuExplainPanel *self)
{
  const GPtrArray *items = self->explanation->items;
  const char *heading = self->explanation->title; /* until there is another */

  remove_children (self->items);
  for (guint i = 0; i < items->len;)
    {
      const PlwuExplanationItem *item = g_ptr_array_index (items, i);

      if (item->kind == PLWU_EXPLANATION_LINK)
        {
          i = add_links (self, i, heading);
          continue;
        }
      if (item->kind == PLWU_EXPLANATION_HEADING)
        heading = item->text;
      if (item->kind == PLWU_EXPLANATION_PLACE)
        add_place (self, item);
      else
        gtk_box_append (self->items, plwu_explain_row_new_text (item));
      i++;
    }
}

/* What the figure is in the scenario that the one shown is a change of, and in the last
 * version; NULL until that is known. What a cell is in the parent is said where it was entered.
 */
static char *
describe_elsewhere (PlwuExplainPanel *self)
{
  const PlwuExplanation *shown = self->explanation;

  if (shown == NULL || !shown->has_id)
    return NULL;

  g_autofree char *parent =
      shown->id.kind != PLW_FIGURE_CELL ? plwu_elsewhere_describe (self->parent, shown->id) : NULL;
  g_autofree char *version = plwu_elsewhere_describe (self->version, shown->id);

  if (parent == NULL)
    return g_steal_pointer (&version);
  return g_strconcat (parent, version != NULL ? "\n" : NULL, version, NULL);
}

static void
show_elsewhere (PlwuExplainPanel *self)
{
  g_autofree char *text = describe_elsewhere (self);

  gtk_label_set_text (self->beside, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->beside), text != NULL);
}

static void
show_explanation (PlwuExplainPanel *self)
{
  gtk_stack_set_visible_child_name (self->stack, self->explanation != NULL ? "figure" : "nothing");
  show_crumbs (self);
  if (self->explanation == NULL)
    {
      remove_children (self->items);
      return;
    }

  gtk_label_set_text (self->title, self->explanation->title);
  gtk_label_set_text (self->context, self->explanation->context);
  gtk_label_set_text (self->figure, self->explanation->figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Explanation"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->explanation->title, -1);
  show_elsewhere (self);
  show_items (self);
}

static void
take_explanation (PlwuExplainPanel *self, PlwuExplanation *explanation)
{
  if (self->explanation != explanation)
    g_clear_pointer (&self->explanation, plwu_explanation_free);
  self->explanation = explanation;
  show_explanation (self);
}

static gboolean
has_focus (PlwuExplainPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static GtkWidget *
find_row (GtkWidget *widget, int index)
{
  if (GTK_IS_LIST_BOX_ROW (widget)
      && (index < 0 || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "index")) == (guint) index))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child, index);

      if (row != NULL)
        return row;
    }
  return NULL;
}

/* On the link that was followed from here, else the first. */
static void
focus_link (PlwuExplainPanel *self)
{
  const PlwuTrailStep *step = plwu_trail_get_shown (self->trail);
  GtkWidget *row = find_row (GTK_WIDGET (self->items), step != NULL ? step->followed : -1);

  if (row != NULL)
    gtk_widget_grab_focus (row);
  else if (!gtk_widget_child_focus (GTK_WIDGET (self->items), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->back));
}

static void
scroll_to_top (PlwuExplainPanel *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* The step shown, worked out. FALSE where there is no such figure any more. */
static gboolean
show_step (PlwuExplainPanel *self)
{
  const PlwuTrailStep *step = plwu_trail_get_shown (self->trail);
  PlwuExplanation *explanation = plwu_explain_figure (self->document, step->figure);

  if (explanation == NULL)
    return FALSE;
  take_explanation (self, explanation);
  return TRUE;
}

static void
go (PlwuExplainPanel *self, int steps)
{
  gboolean had_focus = has_focus (self);

  if (self->document == NULL || !plwu_trail_go (self->trail, steps))
    return;
  self->shows_all = FALSE;
  if (!show_step (self))
    {
      plwu_trail_clear (self->trail);
      take_explanation (self, NULL);
      return;
    }
  scroll_to_top (self);
  if (had_focus)
    focus_link (self);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (PLWU_EXPLAIN_PANEL (widget), -1);
}

static void
forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (PLWU_EXPLAIN_PANEL (widget), 1);
}

static void
go_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (PLWU_EXPLAIN_PANEL (widget), -g_variant_get_int32 (parameter));
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuExplainPanel *self = PLWU_EXPLAIN_PANEL (widget);
  gboolean had_focus = has_focus (self);

  self->shows_all = TRUE;
  if (self->explanation != NULL)
    show_items (self);
  if (had_focus)
    focus_link (self);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuExplainPanel *self = PLWU_EXPLAIN_PANEL (widget);

  if (self->explanation == NULL)
    return;

  g_autofree char *tree =
      self->explanation->has_id ? plwu_explain_tree (self->document, self->explanation->id) : NULL;
  g_autofree char *beside = describe_elsewhere (self);
  g_autofree char *text =
      plwu_explanation_to_text (self->explanation, beside, tree != NULL && *tree != '\0' ? tree : NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Explanation copied"));
}

static gboolean
key_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  return gtk_widget_get_mapped (widget)
         && gtk_widget_activate_action (widget, g_variant_get_string (parameter, NULL), NULL);
}

/* The keys work wherever in the window the focus is. */
static void
add_keys (PlwuExplainPanel *self)
{
  static const struct
  {
    guint keyval;
    const char *action;
  } keys[] = {
    { GDK_KEY_Left, "explain.back" },
    { GDK_KEY_Right, "explain.forward" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keys[i].keyval, GDK_ALT_MASK),
                                         gtk_callback_action_new (key_cb, NULL, NULL), "s", keys[i].action));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
plwu_explain_panel_dispose (GObject *object)
{
  plwu_explain_panel_set_document (PLWU_EXPLAIN_PANEL (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_EXPLAIN_PANEL);

  G_OBJECT_CLASS (plwu_explain_panel_parent_class)->dispose (object);
}

static void
plwu_explain_panel_finalize (GObject *object)
{
  PlwuExplainPanel *self = PLWU_EXPLAIN_PANEL (object);

  plwu_explanation_free (self->explanation);
  plwu_trail_free (self->trail);

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
  gtk_widget_class_bind_template_child (widget_class, PlwuExplainPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuExplainPanel, back);
  gtk_widget_class_bind_template_child (widget_class, PlwuExplainPanel, forward);
  gtk_widget_class_bind_template_child (widget_class, PlwuExplainPanel, crumbs);
  gtk_widget_class_bind_template_child (widget_class, PlwuExplainPanel, title);
  gtk_widget_class_bind_template_child (widget_class, PlwuExplainPanel, context);
  gtk_widget_class_bind_template_child (widget_class, PlwuExplainPanel, figure);
  gtk_widget_class_bind_template_child (widget_class, PlwuExplainPanel, beside);
  gtk_widget_class_bind_template_child (widget_class, PlwuExplainPanel, items);
  gtk_widget_class_install_action (widget_class, "explain.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "explain.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "explain.forward", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "explain.go-back", "i", go_back_action);
  gtk_widget_class_install_action (widget_class, "explain.show-all", NULL, show_all_action);
}

static void
plwu_explain_panel_init (PlwuExplainPanel *self)
{
  self->trail = plwu_trail_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
  show_crumbs (self);
}

static PlwuElsewhere *
create_elsewhere (PlwuExplainPanel *self, PlwuElsewherePlace place)
{
  PlwuElsewhere *elsewhere = plwu_elsewhere_new (self->document, place);

  g_signal_connect_object (elsewhere, "changed", G_CALLBACK (show_elsewhere), self, G_CONNECT_SWAPPED);
  return elsewhere;
}

/* A job under way lets go of the document at once. */
static void
forget_elsewhere (PlwuElsewhere **elsewhere)
{
  if (*elsewhere != NULL)
    g_object_run_dispose (G_OBJECT (*elsewhere));
  g_clear_object (elsewhere);
}

void
plwu_explain_panel_set_document (PlwuExplainPanel *self, PlwuDocument *document)
{
  g_return_if_fail (PLWU_IS_EXPLAIN_PANEL (self));

  if (self->document == document)
    return;

  forget_elsewhere (&self->parent);
  forget_elsewhere (&self->version);
  g_clear_object (&self->document);
  plwu_trail_clear (self->trail);
  if (self->items != NULL)
    take_explanation (self, NULL);
  if (document == NULL)
    return;

  self->document = g_object_ref (document);
  self->parent = create_elsewhere (self, PLWU_ELSEWHERE_PARENT);
  self->version = create_elsewhere (self, PLWU_ELSEWHERE_VERSION);
}

/* Figures are numbered anew by every result: what is on the way must still be what it was. */
static gboolean
is_sound (PlwuExplainPanel *self)
{
  const PlwResult *result = plwu_document_get_result (self->document, NULL);

  for (guint i = 0; result != NULL && i < plwu_trail_depth (self->trail); i++)
    {
      const PlwuTrailStep *step = plwu_trail_get (self->trail, i);
      g_autoptr (PlwReason) reason = plw_explain (result, step->figure);

      if (reason == NULL || strcmp (reason->title, step->title) != 0)
        return FALSE;
    }
  return result != NULL;
}

/* Selected again, or gone to from the panel itself. */
static gboolean
is_on_the_way (PlwuExplainPanel *self, PlwFigure figure)
{
  return plwu_trail_depth (self->trail) > 1
         && (plwu_figure_equal (plwu_trail_get (self->trail, 0)->figure, figure)
             || plwu_figure_equal (plwu_trail_get_shown (self->trail)->figure, figure))
         && is_sound (self);
}

static void
restore_focus (PlwuExplainPanel *self, gboolean had_focus, double value)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), value);
  if (had_focus)
    focus_link (self);
}

void
plwu_explain_panel_show (PlwuExplainPanel *self, const PlwuExplanation *explanation)
{
  g_return_if_fail (PLWU_IS_EXPLAIN_PANEL (self));

  gboolean had_focus = has_focus (self);
  double value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
  const PlwuTrailStep *shown = plwu_trail_get_shown (self->trail);
  gboolean is_same = explanation != NULL && explanation->has_id && shown != NULL
                     && plwu_figure_equal (shown->figure, explanation->id);

  if (explanation != NULL && explanation->has_id && is_on_the_way (self, explanation->id) && show_step (self))
    {
      restore_focus (self, had_focus, value);
      return;
    }

  plwu_trail_clear (self->trail);
  if (explanation != NULL && explanation->has_id)
    plwu_trail_follow (self->trail, explanation->id, explanation->title);
  self->shows_all = self->shows_all && is_same;
  take_explanation (self, explanation != NULL ? plwu_explanation_copy (explanation) : NULL);
  restore_focus (self, had_focus, is_same ? value : 0);
}

const PlwuExplanation *
plwu_explain_panel_get_shown (PlwuExplainPanel *self)
{
  g_return_val_if_fail (PLWU_IS_EXPLAIN_PANEL (self), NULL);

  return self->explanation;
}

void
plwu_explain_panel_follow (PlwuExplainPanel *self, guint index)
{
  g_return_if_fail (PLWU_IS_EXPLAIN_PANEL (self));
  g_return_if_fail (self->explanation != NULL && index < self->explanation->items->len);

  const PlwuExplanationItem *item = g_ptr_array_index (self->explanation->items, index);
  gboolean had_focus = has_focus (self);
  PlwuTrailStep *from = plwu_trail_get_shown (self->trail);
  PlwuExplanation *explanation = item->kind == PLWU_EXPLANATION_LINK && self->document != NULL
                                     ? plwu_explain_figure (self->document, item->link)
                                     : NULL;

  if (explanation == NULL)
    return;
  if (from != NULL)
    from->followed = (int) index;
  plwu_trail_follow (self->trail, explanation->id, explanation->title);
  self->shows_all = FALSE;
  take_explanation (self, explanation);
  scroll_to_top (self);
  if (had_focus)
    focus_link (self);
}
