/* plwu-return-window.c: service lines of a revenue return into the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-return-window.h"

#include "plwu-focus.h"
#include "plwu-fold.h"
#include "plwu-import-message.h"
#include "plwu-import-models.h"
#include "plwu-picker.h"
#include "sheet/plwu-sheet.h"
#include "plwu-chooser.h"

#include <string.h>

#include <glib/gi18n.h>

/* The form of all services together. */
#define USUAL_FORM "RSX"

struct _PlwuReturnWindow
{
  AdwWindow parent_instance;

  /* Owned */
  PlwuDocument *document;
  char *path;                    /* (nullable) */
  PlwReturnContents *contents;   /* (nullable) */
  PlwuImportFindings *findings;  /* (nullable) */
  GCancellable *cancellable;     /* (nullable) */
  GtkFileChooserNative *chooser; /* (nullable) */
  GPtrArray *buttons;            /* of GtkCheckButton, one for each council; borrowed */

  gboolean is_running;
  gboolean is_rerun_wanted;
  gboolean is_filling;

  /* Template widgets */
  GtkLabel *heading;
  GtkLabel *hint;
  GtkButton *choose;
  GtkLabel *file;
  PlwuPicker *forms;
  GtkCheckButton *is_uprated;
  GtkCheckButton *has_remainder;
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkLabel *summary;
  GtkScrolledWindow *problems_scroller;
  GtkSpinner *spinner;
  GtkLabel *message;
  GtkButton *cancel;
  GtkButton *take;

  PlwuSheet *problems;
};

G_DEFINE_FINAL_TYPE (PlwuReturnWindow, plwu_return_window, ADW_TYPE_WINDOW)

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void run (PlwuReturnWindow *self);

static void
update_actions (PlwuReturnWindow *self)
{
  gboolean is_idle = plwu_return_window_is_idle (self);
  gboolean can_take = is_idle && self->findings != NULL && self->findings->edit != NULL
                      && plw_edit_n_steps (self->findings->edit) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "return.take", can_take);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "return.choose", is_idle);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), !is_idle);
  gtk_spinner_set_spinning (self->spinner, !is_idle);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel), self->cancellable != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->forms), self->contents != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search), self->contents != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), self->contents != NULL);
}

static void
show_findings (PlwuReturnWindow *self)
{
  const PlwuImportFindings *findings = self->findings;
  g_autofree char *text =
      g_strdup_printf (_ ("%zu service lines are new, %zu change what the plan has, %zu are as they were; "
                          "%zu totals and empty "
                          "lines are left out. Each council becomes a partner of the plan."),
                       findings->counts.n_inserted, findings->counts.n_updated, findings->counts.n_unchanged,
                       findings->counts.n_left_out);
  g_autofree char *report =
      g_strchomp (g_strconcat (text, "\n", findings->report != NULL ? findings->report : "", NULL));
  g_autoptr (PlwuSheetModel) model =
      plwu_import_problems_new (plwu_document_get_plan (self->document), PLW_N_TABLES, findings->problems);

  gtk_label_set_text (self->summary, findings->edit != NULL ? report : findings->failure);
  plwu_sheet_set_model (self->problems, model);
  if (findings->edit == NULL)
    plwu_import_message_tell (self->message, _ ("Nothing comes in while there is an error."), TRUE);
  else if (plw_edit_n_steps (findings->edit) == 0)
    plwu_import_message_tell (self->message, _ ("The plan has all of this already."), FALSE);
  else
    plwu_import_message_tell (
        self->message, _ ("Nothing is in the plan yet; afterwards it can be undone in one step."), FALSE);
}

static void
forget_findings (PlwuReturnWindow *self)
{
  plwu_sheet_set_model (self->problems, NULL);
  g_clear_pointer (&self->findings, plwu_import_findings_free);
}

static void
run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlwuReturnWindow) self = PLWU_RETURN_WINDOW (user_data);
  g_autoptr (PlwuImportFindings) findings = plwu_return_run_finish (result);

  self->is_running = FALSE;
  if (self->problems == NULL)
    return;
  if (self->is_rerun_wanted)
    {
      run (self);
      return;
    }

  forget_findings (self);
  self->findings = g_steal_pointer (&findings);
  show_findings (self);
  update_actions (self);
}

/* Returns: (transfer container): codes of the councils chosen */
static const char **
list_chosen (PlwuReturnWindow *self)
{
  const char **chosen = g_new0 (const char *, self->buttons->len + 1);
  guint n = 0;

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->buttons, i)))
      chosen[n++] = self->contents->codes[i];
  return chosen;
}

/* What the chosen councils would bring in. */
static void
run (PlwuReturnWindow *self)
{
  if (self->is_running)
    {
      self->is_rerun_wanted = TRUE;
      return;
    }

  g_autofree const char **chosen = list_chosen (self);
  guint form = plwu_picker_get_selected (self->forms);

  self->is_rerun_wanted = FALSE;
  if (chosen[0] == NULL || form == GTK_INVALID_LIST_POSITION)
    {
      forget_findings (self);
      gtk_label_set_text (self->summary, "");
      plwu_import_message_tell (self->message, _ ("Tick the councils whose service lines are to come in."),
                                FALSE);
      update_actions (self);
      return;
    }
  self->is_running = TRUE;
  plwu_import_message_tell (self->message, _ ("Trying what would come in…"), FALSE);
  update_actions (self);

  const PlwReturnOptions options = {
    .form = self->contents->forms[form],
    .councils = chosen,
    .is_uprated = gtk_check_button_get_active (self->is_uprated),
    .has_remainder = gtk_check_button_get_active (self->has_remainder),
  };

  plwu_return_run_start (self, plwu_document_get_plan (self->document), self->path, &options, run_cb,
                         g_object_ref (self));
}

/* The row takes the keyboard, so it says what its button shows. */
static void
name_row (GtkCheckButton *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  g_autofree char *name =
      g_strdup_printf ("%s, %s", gtk_check_button_get_label (button),
                       gtk_check_button_get_active (button) ? _ ("ticked") : _ ("not ticked"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
activated_cb (PlwuReturnWindow *self, GtkListBoxRow *row)
{
  GtkCheckButton *button = GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));

  gtk_check_button_set_active (button, !gtk_check_button_get_active (button));
}

static void
changed_cb (PlwuReturnWindow *self)
{
  if (!self->is_filling && self->contents != NULL)
    run (self);
}

static void
fill_forms (PlwuReturnWindow *self)
{
  g_autoptr (GtkStringList) forms = gtk_string_list_new ((const char *const *) self->contents->forms);

  plwu_picker_set_model (self->forms, forms);
  for (guint i = 0; self->contents->forms[i] != NULL; i++)
    if (strcmp (self->contents->forms[i], USUAL_FORM) == 0)
      plwu_picker_set_selected (self->forms, i);
}

static void
fill_councils (PlwuReturnWindow *self)
{
  GtkListBoxRow *row;

  g_ptr_array_set_size (self->buttons, 0);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; self->contents->councils[i] != NULL; i++)
    {
      g_autofree char *name =
          g_strdup_printf ("%s (%s)", self->contents->councils[i], self->contents->codes[i]);
      GtkWidget *button = gtk_check_button_new_with_label (name);

      gtk_widget_set_can_focus (button, FALSE);
      gtk_list_box_append (self->list, button);
      g_object_set_data_full (G_OBJECT (gtk_widget_get_parent (button)), "folded", plwu_fold (name), g_free);
      g_signal_connect (button, "toggled", G_CALLBACK (name_row), NULL);
      g_signal_connect_object (button, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->buttons, button);
      name_row (GTK_CHECK_BUTTON (button));
    }
}

static void
contents_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlwuReturnWindow) self = PLWU_RETURN_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  PlwReturnContents *contents = plwu_return_contents_finish (result, &error);

  g_clear_object (&self->cancellable);
  if (self->problems == NULL)
    {
      plw_return_contents_free (contents);
      return;
    }
  forget_findings (self);
  if (contents == NULL)
    {
      update_actions (self);
      plwu_import_message_tell (self->message,
                                g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                                    ? _ ("Reading was stopped; nothing was changed.")
                                    : error->message,
                                TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->choose));
      return;
    }

  plw_return_contents_free (self->contents);
  self->contents = contents;
  self->is_filling = TRUE;
  fill_forms (self);
  fill_councils (self);
  self->is_filling = FALSE;
  run (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
plwu_return_window_read_file (PlwuReturnWindow *self, const char *path)
{
  g_return_if_fail (PLWU_IS_RETURN_WINDOW (self) && path != NULL);

  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *what = g_strdup_printf (_ ("Reading “%s”…"), name);

  if (!plwu_return_window_is_idle (self))
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  gtk_label_set_text (self->file, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file), path);
  self->cancellable = g_cancellable_new ();
  plwu_import_message_tell (self->message, what, FALSE);
  update_actions (self);
  plwu_return_contents_start (self, path, self->cancellable, contents_cb, g_object_ref (self));
}

static void
chosen_cb (PlwuReturnWindow *self, int response)
{
  g_autofree char *path = plwu_chooser_take (&self->chooser, response);

  if (path != NULL)
    plwu_return_window_read_file (self, path);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuReturnWindow *self = PLWU_RETURN_WINDOW (widget);

  plwu_chooser_ask (&self->chooser, GTK_WIDGET (self), _ ("Choose a Revenue Return"),
                    GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), G_CALLBACK (chosen_cb));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (PLWU_RETURN_WINDOW (widget)->cancellable);
}

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuReturnWindow *self = PLWU_RETURN_WINDOW (widget);

  g_object_ref (self);
  gtk_widget_set_visible (widget, FALSE);
  g_signal_emit (self, signals[FINISHED], 0, self->findings);
  g_object_unref (self);
}

static gboolean
is_searched (GtkListBoxRow *row, gpointer user_data)
{
  PlwuReturnWindow *self = user_data;
  g_autofree char *wanted = plwu_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  const char *folded = g_object_get_data (G_OBJECT (row), "folded");

  return folded == NULL || strstr (folded, wanted) != NULL;
}

static void
plwu_return_window_dispose (GObject *object)
{
  PlwuReturnWindow *self = PLWU_RETURN_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  self->problems = NULL;
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_RETURN_WINDOW);

  G_OBJECT_CLASS (plwu_return_window_parent_class)->dispose (object);
}

static void
plwu_return_window_finalize (GObject *object)
{
  PlwuReturnWindow *self = PLWU_RETURN_WINDOW (object);

  plwu_import_findings_free (self->findings);
  plw_return_contents_free (self->contents);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->buttons);
  g_free (self->path);

  G_OBJECT_CLASS (plwu_return_window_parent_class)->finalize (object);
}

static void
plwu_return_window_class_init (PlwuReturnWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plwu_return_window_dispose;
  object_class->finalize = plwu_return_window_finalize;

  signals[FINISHED] = g_signal_new ("finished", PLWU_TYPE_RETURN_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (PLWU_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/import/plwu-return-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuReturnWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, PlwuReturnWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, PlwuReturnWindow, choose);
  gtk_widget_class_bind_template_child (widget_class, PlwuReturnWindow, file);
  gtk_widget_class_bind_template_child (widget_class, PlwuReturnWindow, forms);
  gtk_widget_class_bind_template_child (widget_class, PlwuReturnWindow, is_uprated);
  gtk_widget_class_bind_template_child (widget_class, PlwuReturnWindow, has_remainder);
  gtk_widget_class_bind_template_child (widget_class, PlwuReturnWindow, search);
  gtk_widget_class_bind_template_child (widget_class, PlwuReturnWindow, list);
  gtk_widget_class_bind_template_child (widget_class, PlwuReturnWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, PlwuReturnWindow, problems_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuReturnWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, PlwuReturnWindow, message);
  gtk_widget_class_bind_template_child (widget_class, PlwuReturnWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, PlwuReturnWindow, take);
  gtk_widget_class_install_action (widget_class, "return.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "return.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "return.take", NULL, take_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "return.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* Escape leaves what is searched for, and then the window as from anywhere in it. */
static void
stop_search_cb (PlwuReturnWindow *self)
{
  GtkEditable *text = GTK_EDITABLE (self->search);

  if (*gtk_editable_get_text (text) != '\0')
    gtk_editable_set_text (text, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
plwu_return_window_init (PlwuReturnWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buttons = g_ptr_array_new ();
  gtk_label_set_text (self->heading, _ ("Whose service lines, from which return?"));
  gtk_label_set_text (
      self->hint, _ ("The revenue outturn, form by form, as one table: a column each for council, ONS code, "
                     "form, service line, measure and thousands of pounds."));
  self->problems = PLWU_SHEET (plwu_sheet_new (NULL));
  plwu_sheet_set_label (self->problems, _ ("What was found in the return"));
  plwu_sheet_set_empty_text (self->problems, _ ("What does not add up in the return is listed here."));
  gtk_scrolled_window_set_child (self->problems_scroller, GTK_WIDGET (self->problems));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_set_filter_func (self->list, is_searched, self, NULL);
  plwu_focus_let_tab_leave (self->list);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter),
                           self->list, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->forms, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->is_uprated, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->has_remainder, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
plwu_return_window_new (PlwuDocument *document)
{
  PlwuReturnWindow *self = g_object_new (PLWU_TYPE_RETURN_WINDOW, NULL);

  self->document = g_object_ref (document);
  update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->choose));
  return GTK_WIDGET (self);
}

gboolean
plwu_return_window_choose (PlwuReturnWindow *self, const char *council)
{
  g_return_val_if_fail (PLWU_IS_RETURN_WINDOW (self), FALSE);

  for (guint i = 0; i < self->buttons->len; i++)
    if (g_strcmp0 (self->contents->councils[i], council) == 0
        || g_strcmp0 (self->contents->codes[i], council) == 0)
      {
        gtk_check_button_set_active (g_ptr_array_index (self->buttons, i), TRUE);
        return TRUE;
      }
  return FALSE;
}

gboolean
plwu_return_window_is_idle (PlwuReturnWindow *self)
{
  g_return_val_if_fail (PLWU_IS_RETURN_WINDOW (self), FALSE);

  return !self->is_running && self->cancellable == NULL;
}

const PlwuImportFindings *
plwu_return_window_get_findings (PlwuReturnWindow *self)
{
  g_return_val_if_fail (PLWU_IS_RETURN_WINDOW (self), NULL);

  return self->findings;
}

const char *
plwu_return_window_get_message (PlwuReturnWindow *self)
{
  g_return_val_if_fail (PLWU_IS_RETURN_WINDOW (self), NULL);

  return gtk_label_get_text (self->message);
}
