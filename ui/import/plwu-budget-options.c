/* plwu-budget-options.c: what can be said about a budget table, beside what it says itself.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-budget-private.h"

#include "findings/plwu-labels.h"

#include <glib/gi18n.h>

static const int64_t units[] = { 0, 1, 1000, 1000000 };

static void
set_list (PlwuPicker *list, GtkStringList *model)
{
  plwu_picker_set_model (list, model);
  plwu_picker_set_selected (list, 0);
}

/* Returns: (transfer full): a list whose first choice is to leave it to the table */
static GtkStringList *
create_list (void)
{
  const char *const texts[] = { _ ("As the table says"), NULL };

  return gtk_string_list_new (texts);
}

static void
fill_shapes (PlwuBudgetWindow *self)
{
  g_autoptr (GtkStringList) list = create_list ();

  for (int i = PLW_BUDGET_AUTO + 1; i < PLW_BUDGET_N_SHAPES; i++)
    gtk_string_list_take (list, plwu_budget_found_begin (plw_budget_shape_title ((PlwBudgetShape) i)));
  set_list (self->shape, list);
}

static void
fill_units (PlwuBudgetWindow *self)
{
  g_autoptr (GtkStringList) list = create_list ();

  gtk_string_list_append (list, _ ("Pounds (£)"));
  gtk_string_list_append (list, _ ("Thousands (£k)"));
  gtk_string_list_append (list, _ ("Millions (£m)"));
  set_list (self->unit, list);
}

static void
fill_signs (PlwuBudgetWindow *self)
{
  g_autoptr (GtkStringList) list = create_list ();

  gtk_string_list_append (list, _ ("What comes in is below 0"));
  gtk_string_list_append (list, _ ("All figures are above 0"));
  set_list (self->signs, list);
}

static void
fill_directions (PlwuBudgetWindow *self)
{
  g_autoptr (GtkStringList) list = create_list ();

  gtk_string_list_append (list, _ ("Across: a column a year"));
  gtk_string_list_append (list, _ ("Down: a row a year"));
  set_list (self->years, list);
}

static void
fill_years (PlwuBudgetWindow *self)
{
  const PlwPlan *plan = plwu_document_get_plan (self->document);
  g_autoptr (GtkStringList) list = create_list ();

  for (size_t i = 1; i <= plw_plan_n_years (plan); i++)
    gtk_string_list_append (list, plw_year_name (plw_plan_base_year (plan) + (int) i));
  set_list (self->year, list);
}

static void
fill_lines (PlwuBudgetWindow *self)
{
  const PlwPlan *plan = plwu_document_get_plan (self->document);
  g_autoptr (GtkStringList) list = create_list ();

  g_ptr_array_set_size (self->lines, 0);
  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_LINES); i++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_LINES, i, PLW_LINES_CODE);

      gtk_string_list_take (list,
                            g_strdup_printf ("%s (%s)", plw_plan_name (plan, PLW_TABLE_LINES, i), code));
      g_ptr_array_add (self->lines, g_strdup (code));
    }
  set_list (self->line, list);
}

void
plwu_budget_options_reset (PlwuBudgetWindow *self, gboolean keeps_sheet)
{
  const char *const none[] = { NULL };
  g_autoptr (GtkStringList) parts = gtk_string_list_new (none);
  gboolean was_filling = self->is_filling;

  self->is_filling = TRUE;
  fill_shapes (self);
  fill_units (self);
  fill_signs (self);
  fill_directions (self);
  fill_years (self);
  fill_lines (self);
  gtk_check_button_set_active (self->empty_is_nothing, FALSE);
  gtk_check_button_set_active (self->accepts, FALSE);
  set_list (self->part, parts);
  gtk_widget_set_visible (GTK_WIDGET (self->part_box), FALSE);
  if (!keeps_sheet)
    {
      g_clear_pointer (&self->sheets, g_strfreev);
      gtk_widget_set_visible (GTK_WIDGET (self->sheet_box), FALSE);
    }
  self->is_filling = was_filling;
}

/* The first choice leaves it to the table. */
static guint
get_choice (PlwuPicker *list)
{
  guint selected = plwu_picker_get_selected (list);

  return selected != GTK_INVALID_LIST_POSITION ? selected : 0;
}

static const char *
get_part (PlwuBudgetWindow *self)
{
  guint choice = get_choice (self->part);

  return choice > 0 ? gtk_string_list_get_string (plwu_picker_get_model (self->part), choice) : NULL;
}

/* Of a table as text the one sheet is the file. */
static gboolean
has_sheets (PlwuBudgetWindow *self)
{
  return self->sheets != NULL && g_strv_length (self->sheets) > 1;
}

void
plwu_budget_options_get (PlwuBudgetWindow *self, PlwBudgetOptions *ret_options)
{
  guint year = get_choice (self->year);
  guint line = get_choice (self->line);

  *ret_options = (PlwBudgetOptions){
    .sheet = has_sheets (self) ? self->sheets[get_choice (self->sheet)] : NULL,
    .unit = units[get_choice (self->unit)],
    .shape = (PlwBudgetShape) get_choice (self->shape),
    .signs = (PlwBudgetSigns) get_choice (self->signs),
    .years = (PlwBudgetYears) get_choice (self->years),
    .part = get_part (self),
    .line = line > 0 ? g_ptr_array_index (self->lines, line - 1) : NULL,
    .year = year > 0 ? plw_plan_base_year (plwu_document_get_plan (self->document)) + (int) year : 0,
    .is_empty_nothing = gtk_check_button_get_active (self->empty_is_nothing),
    .accepts = gtk_check_button_get_active (self->accepts),
  };
}

static void
show_sheets (PlwuBudgetWindow *self)
{
  if (self->reading->sheets == NULL)
    return;

  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) self->reading->sheets);

  g_strfreev (self->sheets);
  self->sheets = g_steal_pointer (&self->reading->sheets);
  set_list (self->sheet, list);
  plwu_picker_set_selected (self->sheet, self->reading->sheet);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_box), has_sheets (self));
}

static void
show_parts (PlwuBudgetWindow *self)
{
  const PlwBudget *budget = self->reading->budget;
  const char *const texts[] = { _ ("Choose one"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (texts);

  for (size_t i = 0; i < plw_budget_n_parts (budget); i++)
    gtk_string_list_append (list, plw_budget_part (budget, i));
  set_list (self->part, list);
  gtk_widget_set_visible (GTK_WIDGET (self->part_box), plw_budget_n_parts (budget) > 1);
}

static void
show_shape (PlwuBudgetWindow *self)
{
  const PlwBudget *budget = self->reading->budget;
  gboolean is_open = plw_budget_confidence (budget) == PLW_BUDGET_UNDECIDED;
  g_autofree char *title = plwu_budget_found_begin (plw_budget_shape_title (plw_budget_shape (budget)));
  g_autofree char *other = plwu_budget_found_begin (plw_budget_shape_title (plw_budget_other_shape (budget)));
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, _ ("%s (%s)"), title, plw_budget_confidence_title (plw_budget_confidence (budget)));
  for (size_t i = 0; i < plw_budget_n_reasons (budget); i++)
    {
      g_autofree char *reason = plwu_budget_found_begin (plw_budget_reason (budget, i));

      g_string_append_printf (text, "\n%s", reason);
    }
  gtk_label_set_text (self->shape_reading, text->str);

  gtk_widget_set_visible (GTK_WIDGET (self->doubt), is_open);
  gtk_button_set_label (self->doubt_first, title);
  gtk_button_set_label (self->doubt_second, other);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->doubt_first), "i", (int) plw_budget_shape (budget));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->doubt_second), "i",
                                    (int) plw_budget_other_shape (budget));
}

static void
show_years (PlwuBudgetWindow *self)
{
  const PlwBudget *budget = self->reading->budget;
  size_t n = plw_budget_n_years (budget);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_ ("It has none: choose the year of its figures"));
  else if (n == 1)
    text = g_strdup (plw_year_name (plw_budget_year (budget, 0)));
  else
    text = g_strdup_printf (_ ("%s to %s"), plw_year_name (plw_budget_year (budget, 0)),
                            plw_year_name (plw_budget_year (budget, n - 1)));

  g_autofree char *down = plw_budget_is_down (budget)
                              ? g_strdup_printf (_ ("%s, down the rows of the file"), text)
                              : g_strdup (text);

  gtk_label_set_text (self->year_reading, down);
}

static void
show_unit (PlwuBudgetWindow *self)
{
  const PlwBudget *budget = self->reading->budget;
  g_autofree char *pounds = plwu_label_pence (plw_budget_unit (budget) * 100);
  g_autofree char *text = plw_budget_is_unit_said (budget)
                              ? g_strdup_printf (_ ("One stands for %s"), pounds)
                              : g_strdup (_ ("Nothing says so: taken for pounds"));

  gtk_label_set_text (self->unit_reading, text);
}

static char *
count_sums (const PlwBudget *budget)
{
  size_t n_held = plw_budget_n_held (budget);
  size_t n_off = plw_budget_n_contradictions (budget);
  size_t n_rounded = plw_budget_n_findings (budget) - n_off;
  g_autofree char *held = g_strdup_printf (ngettext ("%zu sum holds", "%zu sums hold", n_held), n_held);
  g_autofree char *rounded = g_strdup_printf (_ ("%zu but for rounding"), n_rounded);
  g_autofree char *off = g_strdup_printf (ngettext ("%zu contradiction", "%zu contradictions", n_off), n_off);

  return n_rounded > 0 ? g_strdup_printf ("%s, %s; %s.", held, rounded, off)
                       : g_strdup_printf ("%s; %s.", held, off);
}

static void
show_sums (PlwuBudgetWindow *self)
{
  g_autofree char *sums = count_sums (self->reading->budget);
  guint n_missing = plwu_budget_rows_count_missing (self->reading->budget);
  g_autofree char *missing = g_strdup_printf (
      ngettext ("%u cell is empty or holds no figure: it stays missing and is never 0.",
                "%u cells are empty or hold no figure: they stay missing and are never 0.", n_missing),
      n_missing);
  g_autofree char *text = n_missing > 0 ? g_strdup_printf ("%s\n%s", sums, missing) : g_strdup (sums);

  gtk_label_set_text (self->sums_reading, text);
}

static void
show_signs (PlwuBudgetWindow *self)
{
  g_autofree char *text =
      plwu_budget_found_begin (plw_budget_signs_title (plw_budget_signs (self->reading->budget)));

  gtk_label_set_text (self->signs_reading, text);
}

static void
clear_readings (PlwuBudgetWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->doubt), FALSE);
  gtk_label_set_text (self->shape_reading, "");
  gtk_label_set_text (self->unit_reading, "");
  gtk_label_set_text (self->signs_reading, "");
  gtk_label_set_text (self->year_reading, "");
  gtk_label_set_text (self->sums_reading, "");
}

void
plwu_budget_options_show (PlwuBudgetWindow *self)
{
  const PlwBudget *budget = self->reading->budget;
  gboolean was_filling = self->is_filling;

  self->is_filling = TRUE;
  show_sheets (self);
  clear_readings (self);
  if (budget != NULL)
    {
      if (self->is_new_table)
        show_parts (self);
      show_shape (self);
      show_unit (self);
      show_signs (self);
      show_years (self);
      show_sums (self);
      self->is_new_table = FALSE;
    }
  /* A table with years of its own has no use for another. */
  gtk_widget_set_visible (GTK_WIDGET (self->year),
                          budget == NULL || plw_budget_n_years (budget) == 0 || get_choice (self->year) > 0);
  self->is_filling = was_filling;
}

static void
changed_cb (PlwuBudgetWindow *self)
{
  if (!self->is_filling && self->path != NULL)
    plwu_budget_window_run (self);
}

/* Another sheet is another table: nothing was said of it. */
static void
sheet_changed_cb (PlwuBudgetWindow *self)
{
  if (self->is_filling || self->path == NULL)
    return;
  plwu_budget_options_reset (self, TRUE);
  self->is_new_table = TRUE;
  plwu_budget_window_run (self);
}

/* The buttons grow with what the shapes are called. */
static void
let_wrap (GtkButton *button)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (button));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
}

void
plwu_budget_options_init (PlwuBudgetWindow *self)
{
  PlwuPicker *const lists[] = { self->shape, self->unit, self->signs, self->years,
                                self->year,  self->line, self->part };
  GtkCheckButton *const buttons[] = { self->empty_is_nothing, self->accepts };

  self->lines = g_ptr_array_new_with_free_func (g_free);
  for (size_t i = 0; i < G_N_ELEMENTS (lists); i++)
    g_signal_connect_object (lists[i], "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  for (size_t i = 0; i < G_N_ELEMENTS (buttons); i++)
    g_signal_connect_object (buttons[i], "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "notify::selected", G_CALLBACK (sheet_changed_cb), self,
                           G_CONNECT_SWAPPED);
  let_wrap (self->doubt_first);
  let_wrap (self->doubt_second);
}
