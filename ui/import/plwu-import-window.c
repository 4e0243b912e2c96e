/* plwu-import-window.c: leads a table of somebody else's into the plan, a question a page.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-import-private.h"

#include "plwu-import-message.h"

#include <string.h>

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PlwuImportWindow, plwu_import_window, ADW_TYPE_WINDOW)

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *name;
  const char *heading;
  const char *hint;
} steps[PLWU_IMPORT_N_STEPS] = {
  [PLWU_IMPORT_ROWS] = { "rows", N_ ("Which rows, and what are they for?"),
                         N_ ("Sheet, headings and table are guessed from what is there. Look whether the row "
                             "of the headings is right (Enter on another row makes it that), and whether "
                             "money is in pounds.") },
  [PLWU_IMPORT_COLUMNS] = { "columns", N_ ("Which column is which?"),
                            N_ ("Choose for each column of the source what it is in the plan, or leave it "
                                "out. What no column says can be the same in every row.") },
  [PLWU_IMPORT_FOUND] = { "preview", N_ ("This would come in"),
                          N_ ("An empty cell, or one that says tbc, stays missing and is never 0. Compare "
                              "rows and sums with what the source says they are.") },
};

void
plwu_import_window_tell (PlwuImportWindow *self, const char *text, gboolean is_fault)
{
  plwu_import_message_tell (self->message, text, is_fault);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
update_actions (PlwuImportWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_idle = plwu_import_window_is_idle (self);
  gboolean is_last = self->step == PLWU_IMPORT_FOUND;
  gboolean can_take = self->findings != NULL && self->findings->edit != NULL
                      && plw_edit_n_steps (self->findings->edit) > 0 && self->rerun_id == 0;

  gtk_widget_action_set_enabled (widget, "import.back", is_idle && self->step > PLWU_IMPORT_ROWS);
  gtk_widget_action_set_enabled (widget, "import.next",
                                 is_idle && self->source != NULL && (!is_last || can_take));
  gtk_widget_action_set_enabled (widget, "import.choose", is_idle && self->step == PLWU_IMPORT_ROWS);
  gtk_widget_action_set_enabled (widget, "import.paste", is_idle && self->step == PLWU_IMPORT_ROWS);
  gtk_widget_set_visible (GTK_WIDGET (self->remember), is_last);
}

/* What is read or tried is nobody else's meanwhile. */
void
plwu_import_window_set_busy (PlwuImportWindow *self, gboolean is_busy, const char *what)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_busy);
  gtk_spinner_set_spinning (self->spinner, is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel), is_busy && self->cancellable != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->rows_stack), !is_busy);
  if (what != NULL)
    plwu_import_window_tell (self, what, FALSE);
  update_actions (self);
}

static void
focus_step (PlwuImportWindow *self)
{
  if (self->step == PLWU_IMPORT_ROWS)
    gtk_widget_grab_focus (self->source != NULL ? GTK_WIDGET (self->lines) : GTK_WIDGET (self->choose));
  else if (self->step == PLWU_IMPORT_COLUMNS)
    plwu_import_columns_focus (self);
  else if (gtk_widget_is_sensitive (GTK_WIDGET (self->next)))
    gtk_widget_grab_focus (GTK_WIDGET (self->next));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->preview));
}

static void
run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlwuImportWindow) self = PLWU_IMPORT_WINDOW (user_data);

  g_autoptr (PlwuImportFindings) findings = plwu_import_run_finish (result);

  self->is_running = FALSE;
  if (self->preview == NULL)
    return;
  plwu_import_found_forget (self);
  self->findings = g_steal_pointer (&findings);
  if (self->is_rerun_wanted)
    {
      plwu_import_window_run (self);
      return;
    }

  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  plwu_import_found_show (self);
  plwu_import_window_set_busy (self, FALSE, NULL);
  /* Who is typing a total goes on typing. */
  if (focus == NULL || !GTK_IS_TEXT (focus))
    focus_step (self);
}

void
plwu_import_window_run (PlwuImportWindow *self)
{
  if (self->is_running)
    {
      self->is_rerun_wanted = TRUE;
      return;
    }

  self->is_rerun_wanted = FALSE;
  if (!plwu_import_totals_expect (self))
    {
      plwu_import_found_forget (self);
      plwu_import_window_set_busy (self, FALSE, NULL);
      return;
    }
  self->is_running = TRUE;
  plwu_import_window_set_busy (self, TRUE, _ ("Trying what would come in…"));
  plwu_import_run_start (self, self->source, run_cb, g_object_ref (self));
}

void
plwu_import_window_show_step (PlwuImportWindow *self, PlwuImportStep step)
{
  g_autofree char *subtitle =
      g_strdup_printf (_ ("Page %d of %d"), (int) step + 1, (int) PLWU_IMPORT_N_STEPS);

  self->step = step;
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_label_set_text (self->heading, _ (steps[step].heading));
  gtk_label_set_text (self->hint, _ (steps[step].hint));
  gtk_button_set_label (self->next, step == PLWU_IMPORT_FOUND ? _ ("_Import") : _ ("_Next"));
  gtk_stack_set_visible_child_name (self->pages, steps[step].name);
  plwu_import_window_tell (self, "", FALSE);
  if (step == PLWU_IMPORT_COLUMNS)
    plwu_import_columns_fill (self);
  if (step == PLWU_IMPORT_FOUND)
    {
      plwu_import_found_forget (self);
      plwu_import_totals_fill (self);
      plwu_import_window_run (self);
    }
  update_actions (self);
  focus_step (self);
}

static void
finish (PlwuImportWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (gtk_check_button_get_active (self->remember) && !plw_import_remember (self->source->import, &error))
    g_warning ("%s", error->message);
  g_object_ref (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[FINISHED], 0, self->findings, (int) plw_import_table (self->source->import));
  g_object_unref (self);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuImportWindow *self = PLWU_IMPORT_WINDOW (widget);
  g_autofree char *fault = self->step == PLWU_IMPORT_COLUMNS ? plwu_import_columns_find_fault (self) : NULL;

  if (fault != NULL)
    plwu_import_window_tell (self, fault, TRUE);
  else if (self->step == PLWU_IMPORT_FOUND)
    finish (self);
  else
    plwu_import_window_show_step (self, self->step + 1);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuImportWindow *self = PLWU_IMPORT_WINDOW (widget);

  if (self->step > PLWU_IMPORT_ROWS)
    plwu_import_window_show_step (self, self->step - 1);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_import_rows_choose (PLWU_IMPORT_WINDOW (widget));
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_import_rows_paste (PLWU_IMPORT_WINDOW (widget));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (PLWU_IMPORT_WINDOW (widget)->cancellable);
}

static void
plwu_import_window_dispose (GObject *object)
{
  PlwuImportWindow *self = PLWU_IMPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->rerun_id, g_source_remove);
  g_clear_object (&self->chooser);
  if (self->preview != NULL)
    plwu_import_found_forget (self);
  self->preview = NULL;
  self->lines = NULL;
  self->problems = NULL;
  g_clear_pointer (&self->source, plwu_import_source_unref);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_IMPORT_WINDOW);

  G_OBJECT_CLASS (plwu_import_window_parent_class)->dispose (object);
}

static void
plwu_import_window_finalize (GObject *object)
{
  PlwuImportWindow *self = PLWU_IMPORT_WINDOW (object);

  plwu_import_findings_free (self->findings);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->choosers);
  g_hash_table_unref (self->sums);
  g_free (self->typed_rows);

  G_OBJECT_CLASS (plwu_import_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PLWU_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/import/plwu-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, message);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, next);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, choose);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, file);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, rows_stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, sheets);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, header);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, tables);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, scales);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, lines_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, columns_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, constants_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, preview_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, totals_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, problems_box);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, problems_heading);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, problems_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuImportWindow, remember);
}

static void
plwu_import_window_class_init (PlwuImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plwu_import_window_dispose;
  object_class->finalize = plwu_import_window_finalize;

  signals[FINISHED] = g_signal_new ("finished", PLWU_TYPE_IMPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "import.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "import.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "import.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "import.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "import.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plwu_import_window_init (PlwuImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fields = g_ptr_array_new_with_free_func (g_free);
  self->choosers = g_ptr_array_new ();
  self->sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  plwu_import_rows_init (self);
  plwu_import_found_init (self);
}

GtkWidget *
plwu_import_window_new (PlwuDocument *document, PlwTableId table)
{
  PlwuImportWindow *self = g_object_new (PLWU_TYPE_IMPORT_WINDOW, NULL);

  self->document = g_object_ref (document);
  self->table = table;
  plwu_import_window_show_step (self, PLWU_IMPORT_ROWS);
  return GTK_WIDGET (self);
}

gboolean
plwu_import_window_is_idle (PlwuImportWindow *self)
{
  g_return_val_if_fail (PLWU_IS_IMPORT_WINDOW (self), FALSE);

  return !self->is_running && self->cancellable == NULL;
}

PlwuImportStep
plwu_import_window_get_step (PlwuImportWindow *self)
{
  g_return_val_if_fail (PLWU_IS_IMPORT_WINDOW (self), PLWU_IMPORT_ROWS);

  return self->step;
}

PlwuImportSource *
plwu_import_window_get_source (PlwuImportWindow *self)
{
  g_return_val_if_fail (PLWU_IS_IMPORT_WINDOW (self), NULL);

  return self->source;
}

const PlwuImportFindings *
plwu_import_window_get_findings (PlwuImportWindow *self)
{
  g_return_val_if_fail (PLWU_IS_IMPORT_WINDOW (self), NULL);

  return self->findings;
}

const char *
plwu_import_window_get_message (PlwuImportWindow *self)
{
  g_return_val_if_fail (PLWU_IS_IMPORT_WINDOW (self), NULL);

  return gtk_label_get_text (self->message);
}
