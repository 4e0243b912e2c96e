/* plwu-budget-window.c: a published budget table into the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-budget-private.h"

#include "plwu-chooser.h"
#include "plwu-import-message.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PlwuBudgetWindow, plwu_budget_window, ADW_TYPE_WINDOW)

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell (PlwuBudgetWindow *self, const char *text, gboolean is_fault)
{
  plwu_import_message_tell (self->message, text, is_fault);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static gboolean
can_take (PlwuBudgetWindow *self)
{
  const PlwuImportFindings *findings = self->reading != NULL ? self->reading->findings : NULL;

  return findings != NULL && findings->edit != NULL && plw_edit_n_steps (findings->edit) > 0;
}

static void
update_actions (PlwuBudgetWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_idle = plwu_budget_window_is_idle (self);

  gtk_widget_action_set_enabled (widget, "budget.take", is_idle && can_take (self));
  gtk_widget_action_set_enabled (widget, "budget.choose", is_idle);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), !is_idle);
  gtk_spinner_set_spinning (self->spinner, !is_idle);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel), self->cancellable != NULL);
}

/* Whoever says something about the table goes on saying it; a new file is looked at. */
static void
focus_new (PlwuBudgetWindow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->doubt)))
    gtk_widget_grab_focus (GTK_WIDGET (self->doubt_first));
  else if (self->reading->budget != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->rows));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->choose));
}

static void
show (PlwuBudgetWindow *self)
{
  plwu_budget_options_show (self);
  plwu_budget_found_show (self);

  g_autofree char *text = plwu_budget_found_say (self);

  tell (self, text, self->reading->findings == NULL || self->reading->findings->edit == NULL);
  gtk_stack_set_visible_child_name (self->content, "table");
}

static void
stop (PlwuBudgetWindow *self)
{
  plwu_budget_found_forget (self);
  g_clear_pointer (&self->path, g_free);
  gtk_label_set_text (self->file, "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file), NULL);
  gtk_stack_set_visible_child_name (self->content, "empty");
  tell (self, _ ("Reading was stopped; nothing was changed."), TRUE);
  update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->choose));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlwuBudgetWindow) self = PLWU_BUDGET_WINDOW (user_data);
  g_autoptr (PlwuBudgetReading) reading = plwu_budget_read_finish (result);
  gboolean is_new_file = self->cancellable != NULL;

  self->is_running = FALSE;
  g_clear_object (&self->cancellable);
  if (self->rows == NULL)
    return;
  if (reading == NULL)
    {
      stop (self);
      return;
    }
  if (self->is_rerun_wanted)
    {
      plwu_budget_window_run (self);
      return;
    }

  plwu_budget_found_forget (self);
  self->reading = g_steal_pointer (&reading);
  show (self);
  update_actions (self);
  if (is_new_file)
    focus_new (self);
}

void
plwu_budget_window_run (PlwuBudgetWindow *self)
{
  PlwBudgetOptions options;

  if (self->is_running)
    {
      self->is_rerun_wanted = TRUE;
      return;
    }

  self->is_rerun_wanted = FALSE;
  self->is_running = TRUE;
  plwu_budget_options_get (self, &options);
  update_actions (self);
  plwu_budget_read_start (self, plwu_document_get_plan (self->document), self->path, &options,
                          self->sheets == NULL, self->cancellable, read_cb, g_object_ref (self));
}

void
plwu_budget_window_read_file (PlwuBudgetWindow *self, const char *path)
{
  g_return_if_fail (PLWU_IS_BUDGET_WINDOW (self) && path != NULL);

  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *what = g_strdup_printf (_ ("Reading “%s”…"), name);

  if (!plwu_budget_window_is_idle (self))
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  gtk_label_set_text (self->file, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file), path);
  plwu_budget_found_forget (self);
  plwu_budget_options_reset (self, FALSE);
  self->is_new_table = TRUE;
  self->cancellable = g_cancellable_new ();
  tell (self, what, FALSE);
  plwu_budget_window_run (self);
}

static void
chosen_cb (PlwuBudgetWindow *self, int response)
{
  g_autofree char *path = plwu_chooser_take (&self->chooser, response);

  if (path != NULL)
    plwu_budget_window_read_file (self, path);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuBudgetWindow *self = PLWU_BUDGET_WINDOW (widget);

  plwu_chooser_ask (&self->chooser, GTK_WIDGET (self), _ ("Choose a Budget Table"),
                    GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), G_CALLBACK (chosen_cb));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (PLWU_BUDGET_WINDOW (widget)->cancellable);
}

/* @parameter: a #PlwBudgetShape */
static void
read_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuBudgetWindow *self = PLWU_BUDGET_WINDOW (widget);

  /* The buttons go once it is decided. */
  gtk_widget_grab_focus (GTK_WIDGET (self->shape));
  plwu_picker_set_selected (self->shape, (guint) g_variant_get_int32 (parameter));
}

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuBudgetWindow *self = PLWU_BUDGET_WINDOW (widget);

  g_object_ref (self);
  gtk_widget_set_visible (widget, FALSE);
  g_signal_emit (self, signals[FINISHED], 0, self->reading->findings);
  g_object_unref (self);
}

static void
plwu_budget_window_dispose (GObject *object)
{
  PlwuBudgetWindow *self = PLWU_BUDGET_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  if (self->rows != NULL)
    plwu_budget_found_forget (self);
  self->rows = NULL;
  self->news = NULL;
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_BUDGET_WINDOW);

  G_OBJECT_CLASS (plwu_budget_window_parent_class)->dispose (object);
}

static void
plwu_budget_window_finalize (GObject *object)
{
  PlwuBudgetWindow *self = PLWU_BUDGET_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_strfreev (self->sheets);
  g_ptr_array_unref (self->lines);
  g_array_unref (self->places);
  g_free (self->path);

  G_OBJECT_CLASS (plwu_budget_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PLWU_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/import/plwu-budget-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, choose);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, file);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, sheet_box);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, part_box);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, part);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, content);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, views);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, found_page);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, figures_box);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, figures);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, rows_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, found);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, news_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, ties_box);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, ties);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, message);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, take);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, doubt);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, doubt_text);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, doubt_first);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, doubt_second);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, shape);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, shape_reading);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, unit);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, unit_reading);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, signs);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, signs_reading);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, years);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, year);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, year_reading);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, line);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, empty_is_nothing);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, accepts);
  gtk_widget_class_bind_template_child (widget_class, PlwuBudgetWindow, sums_reading);
}

static void
plwu_budget_window_class_init (PlwuBudgetWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plwu_budget_window_dispose;
  object_class->finalize = plwu_budget_window_finalize;

  signals[FINISHED] = g_signal_new ("finished", PLWU_TYPE_BUDGET_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "budget.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "budget.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "budget.read-as", "i", read_as_action);
  gtk_widget_class_install_action (widget_class, "budget.take", NULL, take_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "budget.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plwu_budget_window_init (PlwuBudgetWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plwu_budget_options_init (self);
  plwu_budget_found_init (self);
}

GtkWidget *
plwu_budget_window_new (PlwuDocument *document)
{
  PlwuBudgetWindow *self = g_object_new (PLWU_TYPE_BUDGET_WINDOW, NULL);

  self->document = g_object_ref (document);
  update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->choose));
  return GTK_WIDGET (self);
}

gboolean
plwu_budget_window_is_idle (PlwuBudgetWindow *self)
{
  g_return_val_if_fail (PLWU_IS_BUDGET_WINDOW (self), FALSE);

  return !self->is_running;
}

const PlwuBudgetReading *
plwu_budget_window_get_reading (PlwuBudgetWindow *self)
{
  g_return_val_if_fail (PLWU_IS_BUDGET_WINDOW (self), NULL);

  return self->reading;
}

const char *
plwu_budget_window_get_message (PlwuBudgetWindow *self)
{
  g_return_val_if_fail (PLWU_IS_BUDGET_WINDOW (self), NULL);

  return gtk_label_get_text (self->message);
}
