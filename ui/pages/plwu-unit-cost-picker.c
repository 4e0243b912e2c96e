/* plwu-unit-cost-picker.c: a unit cost chosen for an effect.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-unit-cost-picker.h"

#include "findings/plwu-labels.h"
#include "models/plwu-figures-model.h"
#include "sheet/plwu-sheet.h"

#include <placewright/reference.h>

#include <string.h>

#include <glib/gi18n.h>

/* A unit cost: a row of the plan or of the shipped table. */
typedef struct
{
  const PlwPlan *plan;
  size_t row;
} Entry;

struct _PlwuUnitCostPicker
{
  AdwWindow parent_instance;

  /* Owned */
  PlwuTableModel *effects;
  PlwuFiguresModel *model;
  GArray *entries; /* of Entry: those listed */
  char *listed;    /* what was searched for then */

  size_t effect;    /* row of the plan */
  guint wanted_row; /* shown once there is room for it */

  /* Inside the scroller */
  PlwuSheet *sheet;

  /* Template widgets */
  GtkSearchEntry *search;
  GtkLabel *hint;
  GtkLabel *about;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (PlwuUnitCostPicker, plwu_unit_cost_picker, ADW_TYPE_WINDOW)

static const PlwuFiguresColumn columns[] = {
  { N_ ("Name"), 33, FALSE },   { N_ ("Code"), 9, FALSE },  { N_ ("Category"), 20, FALSE },
  { N_ ("Unit"), 13, FALSE },   { N_ ("Value"), 10, TRUE }, { N_ ("Prices of"), 9, FALSE },
  { N_ ("Uprated"), 11, TRUE }, { N_ ("From"), 8, FALSE },
};

static const PlwPlan *
get_plan (PlwuUnitCostPicker *self)
{
  return plwu_document_get_shown (plwu_table_model_get_document (self->effects));
}

/* Other figures than those typed into the plan are looked at only. */
static char *
show_uprated (const PlwPlan *plan, const Entry *entry)
{
  int prices = (int) plw_plan_number (entry->plan, PLW_TABLE_UNIT_COSTS, entry->row, PLW_UNIT_COSTS_PRICES);
  int64_t value = plw_plan_number (entry->plan, PLW_TABLE_UNIT_COSTS, entry->row, PLW_UNIT_COSTS_VALUE);
  int64_t from;
  int64_t to;

  if (!plw_reference_price_ratio (plan, prices, plw_plan_base_year (plan), &from, &to))
    return g_strdup (_ ("no index"));
  return plwu_label_pence (plw_divide_round ((__int128) value * to, from));
}

static gboolean
is_found (const Entry *entry, const char *search)
{
  static const size_t searched[] = { PLW_UNIT_COSTS_CODE, PLW_UNIT_COSTS_NAME, PLW_UNIT_COSTS_CATEGORY,
                                     PLW_UNIT_COSTS_UNIT };

  for (size_t i = 0; i < G_N_ELEMENTS (searched); i++)
    {
      g_autofree char *text =
          g_utf8_casefold (plw_plan_text (entry->plan, PLW_TABLE_UNIT_COSTS, entry->row, searched[i]), -1);

      if (strstr (text, search) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_entry (PlwuUnitCostPicker *self, const Entry *entry)
{
  const PlwPlan *plan = get_plan (self);
  guint row = plwu_figures_model_add_row (self->model, PLWU_SHEET_DERIVED);
  static const size_t shown[] = { PLW_UNIT_COSTS_NAME, PLW_UNIT_COSTS_CODE,  PLW_UNIT_COSTS_CATEGORY,
                                  PLW_UNIT_COSTS_UNIT, PLW_UNIT_COSTS_VALUE, PLW_UNIT_COSTS_PRICES };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    plwu_figures_model_set (
        self->model, row, i,
        shown[i] == PLW_UNIT_COSTS_VALUE
            ? plwu_label_pence (plw_plan_number (entry->plan, PLW_TABLE_UNIT_COSTS, entry->row, shown[i]))
            : plwu_label_cell (entry->plan, PLW_TABLE_UNIT_COSTS, entry->row, shown[i]),
        FALSE);
  plwu_figures_model_set (self->model, row, 6, show_uprated (plan, entry), FALSE);
  plwu_figures_model_set (self->model, row, 7,
                          g_strdup (entry->plan == plan ? _ ("This plan") : _ ("Shipped")), FALSE);
  g_array_append_val (self->entries, *entry);
}

/* The plan's own rows first; a shipped row with the same code is not used. */
static void
list_entries (PlwuUnitCostPicker *self)
{
  const PlwPlan *plans[] = { get_plan (self), plw_reference () };
  g_autofree char *search = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  g_strstrip (search);
  g_free (self->listed);
  self->listed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  plwu_figures_model_clear (self->model);
  g_array_set_size (self->entries, 0);
  for (size_t i = 0; i < G_N_ELEMENTS (plans); i++)
    for (size_t j = 0; j < plw_plan_n_rows (plans[i], PLW_TABLE_UNIT_COSTS); j++)
      {
        Entry entry = { plans[i], j };
        size_t own;

        if (i > 0
            && plw_plan_find_key (plans[0], PLW_TABLE_UNIT_COSTS,
                                  plw_plan_text (plans[i], PLW_TABLE_UNIT_COSTS, j, PLW_UNIT_COSTS_CODE),
                                  &own))
          continue;
        if (*search == '\0' || is_found (&entry, search))
          add_entry (self, &entry);
      }
  plwu_figures_model_done (self->model);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picker.choose", self->entries->len > 0);
}

static const Entry *
get_selected (PlwuUnitCostPicker *self)
{
  guint row;
  guint column;

  if (!plwu_sheet_get_cursor (self->sheet, &row, &column) || row >= self->entries->len)
    return NULL;
  return &g_array_index (self->entries, Entry, row);
}

static void
selection_cb (PlwuUnitCostPicker *self)
{
  const Entry *entry = get_selected (self);

  if (entry == NULL)
    {
      gtk_label_set_text (self->about, "");
      return;
    }

  const char *name = plw_plan_text (entry->plan, PLW_TABLE_UNIT_COSTS, entry->row, PLW_UNIT_COSTS_NAME);
  const char *bearer = plw_plan_text (entry->plan, PLW_TABLE_UNIT_COSTS, entry->row, PLW_UNIT_COSTS_BEARER);
  const char *notes = plw_plan_text (entry->plan, PLW_TABLE_UNIT_COSTS, entry->row, PLW_UNIT_COSTS_NOTES);
  g_autofree char *text =
      g_strdup_printf (_ ("%s. Borne by: %s. %s"), name, *bearer != '\0' ? bearer : _ ("not said"), notes);

  gtk_label_set_text (self->about, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->about), text);
}

/* A code typed in full is meant, although others may hold it too. */
static guint
find_code (PlwuUnitCostPicker *self, const char *code)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (g_ascii_strcasecmp (
              plw_plan_text (entry->plan, PLW_TABLE_UNIT_COSTS, entry->row, PLW_UNIT_COSTS_CODE), code)
          == 0)
        return i;
    }
  return 0;
}

static void
search_changed_cb (PlwuUnitCostPicker *self)
{
  list_entries (self);
  if (self->entries->len > 0)
    plwu_sheet_set_cursor (self->sheet, find_code (self, self->listed), 0);
  selection_cb (self);
}

static gboolean
find_column (PlwuUnitCostPicker *self, guint *ret_column)
{
  size_t column;

  for (guint i = 0; i < plwu_sheet_model_n_columns (PLWU_SHEET_MODEL (self->effects)); i++)
    if (plwu_table_model_get_plan_column (self->effects, i, &column) && column == PLW_EFFECTS_UNIT_COST)
      {
        *ret_column = i;
        return TRUE;
      }
  return FALSE;
}

static void
choose (PlwuUnitCostPicker *self)
{
  const Entry *entry = get_selected (self);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_auto (PlwuSheetOutcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  guint row;
  guint column;

  if (entry == NULL || !plwu_table_model_find_plan_row (self->effects, self->effect, &row)
      || !find_column (self, &column))
    return;

  g_autofree char *code =
      g_strdup (plw_plan_text (entry->plan, PLW_TABLE_UNIT_COSTS, entry->row, PLW_UNIT_COSTS_CODE));
  const char *texts[] = { code };

  if (!plwu_sheet_model_set_cells (PLWU_SHEET_MODEL (self->effects), PLWU_SHEET_GESTURE_TYPE, row, column, 1,
                                   1, texts, &outcome, &error))
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.error", "s", error->message);
  else if (outcome.n_changed == 0 && outcome.detail != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.error", "s", outcome.detail);
  gtk_window_close (GTK_WINDOW (self));
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose (PLWU_UNIT_COST_PICKER (widget));
}

static void
cell_activated_cb (PlwuUnitCostPicker *self, guint row, guint column)
{
  choose (self);
}

static void
search_activate_cb (PlwuUnitCostPicker *self)
{
  /* The list follows what is typed a moment later. */
  if (g_strcmp0 (self->listed, gtk_editable_get_text (GTK_EDITABLE (self->search))) != 0)
    search_changed_cb (self);
  choose (self);
}

static void
stop_search_cb (PlwuUnitCostPicker *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* Down leads from the search into the list. */
static gboolean
key_pressed_cb (PlwuUnitCostPicker *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  return GDK_EVENT_STOP;
}

static void
plwu_unit_cost_picker_dispose (GObject *object)
{
  PlwuUnitCostPicker *self = PLWU_UNIT_COST_PICKER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_UNIT_COST_PICKER);
  g_clear_object (&self->effects);

  G_OBJECT_CLASS (plwu_unit_cost_picker_parent_class)->dispose (object);
}

static void
plwu_unit_cost_picker_finalize (GObject *object)
{
  PlwuUnitCostPicker *self = PLWU_UNIT_COST_PICKER (object);

  g_array_unref (self->entries);
  g_free (self->listed);
  g_object_unref (self->model);

  G_OBJECT_CLASS (plwu_unit_cost_picker_parent_class)->finalize (object);
}

static void
plwu_unit_cost_picker_class_init (PlwuUnitCostPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plwu_unit_cost_picker_dispose;
  object_class->finalize = plwu_unit_cost_picker_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/uk/placewright/Placewright/ui/pages/plwu-unit-cost-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuUnitCostPicker, search);
  gtk_widget_class_bind_template_child (widget_class, PlwuUnitCostPicker, hint);
  gtk_widget_class_bind_template_child (widget_class, PlwuUnitCostPicker, about);
  gtk_widget_class_bind_template_child (widget_class, PlwuUnitCostPicker, scroller);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_install_action (widget_class, "picker.choose", NULL, choose_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plwu_unit_cost_picker_init (PlwuUnitCostPicker *self)
{
  GtkEventController *keys;

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->model = plwu_figures_model_new (G_N_ELEMENTS (columns), columns, 1);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->sheet = PLWU_SHEET (plwu_sheet_new (PLWU_SHEET_MODEL (self->model)));
  plwu_sheet_set_label (self->sheet, _ ("Unit costs"));
  plwu_sheet_set_empty_text (self->sheet, _ ("No unit cost has this in its code, name, category or unit."));
  g_signal_connect_object (self->sheet, "cell-activated", G_CALLBACK (cell_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "selection-changed", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->sheet));

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

/* After the list has got its size: only then can it scroll to the row. */
static gboolean
show_wanted_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PlwuUnitCostPicker *self = user_data;

  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;

  if (g_strcmp0 (self->listed, gtk_editable_get_text (GTK_EDITABLE (self->search))) == 0
      && self->wanted_row < self->entries->len)
    plwu_sheet_set_cursor (self->sheet, self->wanted_row, 0);
  return G_SOURCE_REMOVE;
}

static void
show_effect (PlwuUnitCostPicker *self)
{
  const PlwPlan *plan = get_plan (self);
  g_autofree char *name = plwu_label_row (plan, PLW_TABLE_EFFECTS, self->effect);
  const char *code = plw_plan_text (plan, PLW_TABLE_EFFECTS, self->effect, PLW_EFFECTS_UNIT_COST);
  PlwValue value = plw_plan_get (plan, PLW_TABLE_EFFECTS, self->effect, PLW_EFFECTS_UNIT_VALUE);
  g_autofree char *own = value.is_set ? plwu_label_pence (value.number) : NULL;
  g_autofree char *text =
      own != NULL ? g_strdup_printf (_ ("For “%s”. Its own unit value of %s is used instead of a unit cost "
                                        "until it is cleared."),
                                     name, own)
                  : g_strdup_printf (_ ("For “%s”. Uprated: to the plan's prices, those of %s."), name,
                                     plw_year_name (plw_plan_base_year (plan)));

  gtk_label_set_text (self->hint, text);
  self->wanted_row = find_code (self, *self->listed != '\0' ? self->listed : code);
  if (self->wanted_row < self->entries->len)
    plwu_sheet_set_cursor (self->sheet, self->wanted_row, 0);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->sheet), show_wanted_cb, self, NULL);
  selection_cb (self);
}

GtkWidget *
plwu_unit_cost_picker_present (GtkWidget *parent, PlwuTableModel *effects, guint row, const char *search)
{
  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (effects), NULL);

  GtkRoot *root = gtk_widget_get_root (parent);
  size_t effect;

  if (!plwu_table_model_get_plan_row (effects, row, &effect))
    return NULL;

  PlwuUnitCostPicker *self = g_object_new (PLWU_TYPE_UNIT_COST_PICKER, NULL);

  self->effects = g_object_ref (effects);
  self->effect = effect;
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  if (search != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search), search);
  list_entries (self);
  show_effect (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);

  return GTK_WIDGET (self);
}
