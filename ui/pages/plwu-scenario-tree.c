/* plwu-scenario-tree.c: the scenarios of a plan, children below their parents.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-scenario-tree.h"

#include "models/plwu-scenario-edits.h"
#include "plwu-focus.h"

#include <string.h>

#include <glib/gi18n.h>

#define INDENT 18

typedef struct
{
  char *code;
  char *name;
  guint depth;
  guint n_overrides;

  /* In the list */
  GtkCheckButton *tick;
  GtkLabel *note;
} Entry;

struct _PlwuScenarioTree
{
  AdwBin parent_instance;

  /* Owned */
  GPtrArray *entries; /* of Entry, as shown */
  GHashTable *ticked; /* codes */
  gboolean is_filled;
  gboolean is_filling;

  /* Inside */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PlwuScenarioTree, plwu_scenario_tree, ADW_TYPE_BIN)

enum
{
  SELECTED,
  TICKED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->code);
  g_free (entry->name);
  g_free (entry);
}

static Entry *
get_entry (PlwuScenarioTree *self, guint i)
{
  return g_ptr_array_index (self->entries, i);
}

/* Reading the plan */

static void
add_entry (GPtrArray *entries, const char *code, const char *name, guint depth, guint n_overrides)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->code = g_strdup (code);
  entry->name = g_strdup (name);
  entry->depth = depth;
  entry->n_overrides = n_overrides;
  g_ptr_array_add (entries, entry);
}

static void
add_children (GPtrArray *entries, const PlwPlan *plan, const char *parent, guint depth, gboolean *is_listed)
{
  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS); i++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_SCENARIOS, i, PLW_SCENARIOS_CODE);

      if (is_listed[i]
          || strcmp (plw_plan_text (plan, PLW_TABLE_SCENARIOS, i, PLW_SCENARIOS_PARENT), parent) != 0)
        continue;
      is_listed[i] = TRUE;
      add_entry (entries, code, plw_plan_name (plan, PLW_TABLE_SCENARIOS, i), depth,
                 plwu_scenario_count_overrides (plan, code));
      if (*code != '\0')
        add_children (entries, plan, code, depth + 1, is_listed);
    }
}

/* What no parent leads to, as a plan being typed may have it, comes last. */
static GPtrArray *
list_entries (const PlwPlan *plan)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (free_entry);
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS);
  g_autofree gboolean *is_listed = g_new0 (gboolean, n_rows + 1);

  add_children (entries, plan, "", 0, is_listed);
  for (size_t i = 0; i < n_rows; i++)
    if (!is_listed[i])
      {
        const char *code = plw_plan_text (plan, PLW_TABLE_SCENARIOS, i, PLW_SCENARIOS_CODE);

        add_entry (entries, code, plw_plan_name (plan, PLW_TABLE_SCENARIOS, i), 0,
                   plwu_scenario_count_overrides (plan, code));
      }
  if (n_rows == 0)
    add_entry (entries, "", _ ("Base case"), 0, 0);

  return entries;
}

static gboolean
are_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const Entry *one = g_ptr_array_index (a, i);
      const Entry *other = g_ptr_array_index (b, i);

      if (strcmp (one->code, other->code) != 0 || strcmp (one->name, other->name) != 0
          || one->depth != other->depth || one->n_overrides != other->n_overrides)
        return FALSE;
    }
  return TRUE;
}

/* The list */

static void
tick_cb (PlwuScenarioTree *self, GtkCheckButton *tick)
{
  if (self->is_filling)
    return;

  for (guint i = 0; i < self->entries->len; i++)
    if (get_entry (self, i)->tick == tick)
      {
        if (gtk_check_button_get_active (tick))
          g_hash_table_add (self->ticked, g_strdup (get_entry (self, i)->code));
        else
          g_hash_table_remove (self->ticked, get_entry (self, i)->code);
      }
  g_signal_emit (self, signals[TICKED], 0);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_row (PlwuScenarioTree *self, Entry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *tick = gtk_check_button_new ();
  g_autofree char *tick_label = g_strdup_printf (_ ("Compare %s"), entry->name);
  g_autofree char *overrides =
      entry->depth == 0 && entry->n_overrides == 0
          ? g_strdup (_ ("the plan's own figures"))
          : g_strdup_printf (ngettext ("%u override", "%u overrides", entry->n_overrides),
                             entry->n_overrides);
  GtkWidget *name = create_label (entry->name, NULL);
  GtkWidget *note = create_label ("", "caption");

  entry->tick = GTK_CHECK_BUTTON (tick);
  entry->note = GTK_LABEL (note);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (entry->tick, g_hash_table_contains (self->ticked, entry->code));
  gtk_widget_set_tooltip_text (tick, tick_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, tick_label, -1);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (tick_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_tooltip_text (name, entry->name);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), create_label (overrides, "caption"));
  gtk_box_append (GTK_BOX (texts), note);
  gtk_widget_add_css_class (gtk_widget_get_next_sibling (name), "dim-label");

  gtk_widget_set_margin_start (box, (int) MIN (entry->depth, 6) * INDENT);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_box_append (GTK_BOX (box), texts);

  return box;
}

static void
fill_list (PlwuScenarioTree *self)
{
  g_autofree char *selected = g_strdup (plwu_scenario_tree_get_selected (self));
  GtkListBoxRow *row;

  self->is_filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->entries->len; i++)
    {
      GtkWidget *child = create_row (self, get_entry (self, i));

      gtk_list_box_append (self->list, child);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (child)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, get_entry (self, i)->name, -1);
    }
  self->is_filling = FALSE;
  plwu_scenario_tree_select (self, selected != NULL ? selected : get_entry (self, 0)->code);
  if (gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
row_selected_cb (PlwuScenarioTree *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
row_activated_cb (PlwuScenarioTree *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
plwu_scenario_tree_dispose (GObject *object)
{
  PLWU_SCENARIO_TREE (object)->is_filling = TRUE;

  G_OBJECT_CLASS (plwu_scenario_tree_parent_class)->dispose (object);
}

static void
plwu_scenario_tree_finalize (GObject *object)
{
  PlwuScenarioTree *self = PLWU_SCENARIO_TREE (object);

  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->ticked);

  G_OBJECT_CLASS (plwu_scenario_tree_parent_class)->finalize (object);
}

static void
plwu_scenario_tree_class_init (PlwuScenarioTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plwu_scenario_tree_dispose;
  G_OBJECT_CLASS (klass)->finalize = plwu_scenario_tree_finalize;

  signals[SELECTED] = g_signal_new ("selected", PLWU_TYPE_SCENARIO_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[TICKED] = g_signal_new ("ticked", PLWU_TYPE_SCENARIO_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", PLWU_TYPE_SCENARIO_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
}

static void
plwu_scenario_tree_init (PlwuScenarioTree *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->ticked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  plwu_focus_let_tab_leave (self->list);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Scenarios"), -1);
  g_signal_connect_object (list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/* Public functions */

GtkWidget *
plwu_scenario_tree_new (void)
{
  return g_object_new (PLWU_TYPE_SCENARIO_TREE, NULL);
}

static void
tick_first (PlwuScenarioTree *self)
{
  for (guint i = 0; i < MIN (2, self->entries->len); i++)
    g_hash_table_add (self->ticked, g_strdup (get_entry (self, i)->code));
  self->is_filled = TRUE;
}

void
plwu_scenario_tree_set_plan (PlwuScenarioTree *self, const PlwPlan *plan)
{
  g_return_if_fail (PLWU_IS_SCENARIO_TREE (self));
  g_return_if_fail (plan != NULL);

  g_autoptr (GPtrArray) entries = list_entries (plan);

  if (self->is_filled && are_equal (entries, self->entries))
    return;

  g_ptr_array_unref (self->entries);
  self->entries = g_steal_pointer (&entries);
  if (!self->is_filled)
    tick_first (self);
  fill_list (self);
}

void
plwu_scenario_tree_set_note (PlwuScenarioTree *self, const char *code, const char *note, gboolean is_bad)
{
  g_return_if_fail (PLWU_IS_SCENARIO_TREE (self));

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);

      if (strcmp (entry->code, code) != 0)
        continue;
      gtk_label_set_text (entry->note, note);
      gtk_widget_set_tooltip_text (GTK_WIDGET (entry->note), note);
      if (is_bad)
        gtk_widget_add_css_class (GTK_WIDGET (entry->note), "plwu-gap");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (entry->note), "plwu-gap");
    }
}

GStrv
plwu_scenario_tree_list (PlwuScenarioTree *self, gboolean ticked_only)
{
  g_return_val_if_fail (PLWU_IS_SCENARIO_TREE (self), NULL);

  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->entries->len; i++)
    if (!ticked_only || g_hash_table_contains (self->ticked, get_entry (self, i)->code))
      g_strv_builder_add (builder, get_entry (self, i)->code);
  return g_strv_builder_end (builder);
}

void
plwu_scenario_tree_tick (PlwuScenarioTree *self, const char *code, gboolean is_ticked)
{
  g_return_if_fail (PLWU_IS_SCENARIO_TREE (self));

  for (guint i = 0; i < self->entries->len; i++)
    if (strcmp (get_entry (self, i)->code, code) == 0)
      gtk_check_button_set_active (get_entry (self, i)->tick, is_ticked);
}

const char *
plwu_scenario_tree_get_selected (PlwuScenarioTree *self)
{
  g_return_val_if_fail (PLWU_IS_SCENARIO_TREE (self), NULL);

  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  guint index = row != NULL ? (guint) gtk_list_box_row_get_index (row) : G_MAXUINT;

  return index < self->entries->len ? get_entry (self, index)->code : NULL;
}

void
plwu_scenario_tree_select (PlwuScenarioTree *self, const char *code)
{
  g_return_if_fail (PLWU_IS_SCENARIO_TREE (self));
  g_return_if_fail (code != NULL);

  for (guint i = 0; i < self->entries->len; i++)
    if (strcmp (get_entry (self, i)->code, code) == 0)
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
}
