/* plwu-window-files.c: opening, saving, exporting, closing.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-window-private.h"

#include "import/plwu-import-open.h"
#include "jobs/plwu-verify-job.h"
#include "committee/plwu-export-dialog.h"
#include "committee/plwu-paper-open.h"
#include "plwu-plans.h"
#include "plwu-chooser.h"

#include <string.h>

#include <glib/gi18n.h>

void
plwu_window_set_busy (PlwuWindow *self, gboolean is_busy)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_busy);
  gtk_spinner_set_spinning (self->spinner, is_busy);
}

static gboolean
finish_editing (PlwuWindow *self)
{
  PlwuPage *page = plwu_window_get_page (self);

  return page == NULL || plwu_page_finish_editing (page);
}

/* Takes the store over into a document, in another window where this one has a plan. */
static void
show_store (PlwuWindow *self, PlwStore *store, PlwuFindings *findings)
{
  g_autoptr (PlwuDocument) document = plwu_document_new_opened (store, findings);
  size_t n_recovered = plwu_document_get_recovered (document);
  PlwuWindow *window = self;

  if (self->document != NULL)
    window = PLWU_WINDOW (plwu_window_new (gtk_window_get_application (GTK_WINDOW (self))));
  plwu_window_set_document (window, document);
  plwu_window_end_arriving (window);

  if (n_recovered > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("Restored %u edit", "Restored %u edits", n_recovered), (guint) n_recovered);

      plwu_window_toast (window, text, FALSE);
    }
}

void
plwu_window_take_opened (PlwuWindow *self, GAsyncResult *result)
{
  g_return_if_fail (PLWU_IS_WINDOW (self));

  g_autoptr (PlwProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  const char *path = plwu_open_job_get_path (result);
  PlwStore *store = plwu_open_job_finish (result, &problems, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  plwu_window_set_busy (self, FALSE);
  if (store == NULL)
    {
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be opened"), name);

      plwu_window_end_arriving (self);
      plwu_window_show_error (self, heading, error->message, problems);
      return;
    }
  if (plw_store_path (store) != NULL || g_file_test (path, G_FILE_TEST_IS_DIR))
    plwu_plans_add_recent_soon (plw_store_path (store) != NULL ? plw_store_path (store) : path);
  show_store (self, store, plwu_open_job_take_findings (result));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlwuWindow) self = PLWU_WINDOW (user_data);

  plwu_window_take_opened (self, result);
}

/* The window that has the file open already. */
static PlwuWindow *
find_window (PlwuWindow *self, const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *wanted = g_canonicalize_filename (path, NULL);

  for (GList *window = application != NULL ? gtk_application_get_windows (application) : NULL; window != NULL;
       window = window->next)
    {
      PlwuDocument *document = PLWU_IS_WINDOW (window->data) ? PLWU_WINDOW (window->data)->document : NULL;
      const char *held = document != NULL ? plwu_document_get_path (document) : NULL;
      g_autofree char *canonical = held != NULL ? g_canonicalize_filename (held, NULL) : NULL;

      if (g_strcmp0 (canonical, wanted) == 0)
        return window->data;
    }
  return NULL;
}

gboolean
plwu_window_open (PlwuWindow *self, PlwuOpenKind kind, const char *path)
{
  g_return_val_if_fail (PLWU_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  PlwuWindow *other = kind == PLWU_OPEN_PLAN ? find_window (self, path) : NULL;

  if (other != NULL)
    {
      gtk_window_present (GTK_WINDOW (other));
      return FALSE;
    }

  plwu_window_set_busy (self, TRUE);
  plwu_open_job_start (kind, path, self->cancellable, opened_cb, g_object_ref (self));
  return TRUE;
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlwuWindow) self = PLWU_WINDOW (user_data);
  g_autofree char *path = NULL;
  gboolean is_paper = plwu_verify_ask_finish (result, &path);

  plwu_window_set_busy (self, FALSE);
  if (self->document == NULL)
    return;
  if (is_paper)
    plwu_paper_present (self, path);
  else
    plwu_import_present (self, PLW_N_TABLES, path);
}

/**
 * plwu_window_drop:
 *
 * A plan is opened. Over a plan a committee paper is compared with it, and any other table is
 * imported into it; without one a workbook may be a whole plan to begin with.
 */
void
plwu_window_drop (PlwuWindow *self, const char *path)
{
  if (!plwu_import_can_read (path))
    plwu_window_open (self, PLWU_OPEN_PLAN, path);
  else if (self->document == NULL)
    plwu_window_open (self, PLWU_OPEN_COPY, path);
  else
    {
      plwu_window_set_busy (self, TRUE);
      plwu_verify_ask_start (self, path, asked_cb, g_object_ref (self));
    }
}

void
plwu_window_new_empty (PlwuWindow *self)
{
  g_autoptr (PlwPlan) plan = plwu_plans_new_empty ();

  plwu_window_new_plan (self, plan);
}

void
plwu_window_new_plan (PlwuWindow *self, const PlwPlan *plan)
{
  g_autoptr (GError) error = NULL;
  PlwStore *store = plw_store_new_file (plan, _ ("New plan"), &error);

  if (store != NULL)
    show_store (self, store, NULL);
  else
    plwu_window_show_error (self, _ ("A new plan cannot be made"), error->message, NULL);
}

static void
add_filter (PlwuWindow *self, const char *name, const char *pattern)
{
  const char *const patterns[] = { pattern, NULL };

  plwu_chooser_add_filter (self->chooser, name, patterns);
}

/* @suffix: (nullable): what the name is to end in
 *
 * The chooser has asked about replacing the very file named, not about one
 * that the suffix makes of it.
 *
 * Returns: (transfer full) (nullable)
 */
static char *
take_choice (PlwuWindow *self, int response, const char *suffix)
{
  g_autofree char *path = plwu_chooser_take (&self->chooser, response);
  g_autofree char *full = NULL;

  if (path == NULL || suffix == NULL || g_str_has_suffix (path, suffix))
    return g_steal_pointer (&path);

  full = g_strconcat (path, suffix, NULL);
  if (!g_file_test (full, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&full);

  g_autofree char *name = g_path_get_basename (full);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” exists already"), name);

  plwu_window_show_error (
      self, heading, _ ("Nothing was written. Choose another name, or that very file to replace it."), NULL);
  return NULL;
}

static void
open_response_cb (PlwuWindow *self, int response)
{
  g_autofree char *path = take_choice (self, response, NULL);

  if (path != NULL)
    plwu_window_open (self, PLWU_OPEN_PLAN, path);
}

void
plwu_window_choose_open (PlwuWindow *self, gboolean is_folder)
{
  plwu_chooser_ask (&self->chooser, GTK_WIDGET (self), is_folder ? _ ("Open Plan Folder") : _ ("Open Plan"),
                    is_folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN,
                    _ ("_Open"), G_CALLBACK (open_response_cb));
  if (!is_folder)
    {
      add_filter (self, _ ("Plans"), "*.placewright");
      add_filter (self, _ ("All files"), "*");
    }
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
changed_response_cb (PlwuWindow *self, const char *response)
{
  if (strcmp (response, "replace") == 0)
    plwu_window_save_to (self, NULL, TRUE);
  else if (strcmp (response, "save-as") == 0)
    plwu_window_save (self, TRUE);
}

static void
ask_about_changed_file (PlwuWindow *self, const char *text)
{
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (self), _ ("The file was changed by somebody else"), text);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace it"), "save-as", _ ("_Save as…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save-as", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (changed_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlwuWindow) self = PLWU_WINDOW (user_data);
  PlwuDocument *document = PLWU_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  gboolean is_closing = self->is_closing;

  self->is_closing = FALSE;
  if (plwu_document_save_finish (document, result, &error))
    {
      plwu_plans_add_recent (plwu_document_get_path (document));
      plwu_window_toast (self, _ ("Saved"), FALSE);
      if (is_closing)
        gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_error_matches (error, PLW_ERROR, PLW_ERROR_CHANGED))
    ask_about_changed_file (self, error->message);
  else
    plwu_window_show_error (self, _ ("The plan could not be saved"), error->message, NULL);
}

void
plwu_window_save_to (PlwuWindow *self, const char *path, gboolean force)
{
  plwu_document_save_async (self->document, path, force, saved_cb, g_object_ref (self));
}

static void
save_response_cb (PlwuWindow *self, int response)
{
  g_autofree char *path = take_choice (self, response, ".placewright");

  if (path != NULL)
    plwu_window_save_to (self, path, TRUE);
  else
    self->is_closing = FALSE;
}

static char *
propose_name (PlwuWindow *self, const char *suffix)
{
  g_autofree char *name = g_strdup (plwu_document_get_title (self->document));

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  return g_strconcat (name, suffix, NULL);
}

void
plwu_window_save (PlwuWindow *self, gboolean is_save_as)
{
  if (self->document == NULL || !finish_editing (self))
    return;

  const char *path = plwu_document_get_path (self->document);

  if (path != NULL && !is_save_as)
    {
      plwu_window_save_to (self, NULL, FALSE);
      return;
    }

  g_autofree char *name = path != NULL ? g_path_get_basename (path) : propose_name (self, ".placewright");

  plwu_chooser_ask (&self->chooser, GTK_WIDGET (self), _ ("Save Plan"), GTK_FILE_CHOOSER_ACTION_SAVE,
                    _ ("_Save"), G_CALLBACK (save_response_cb));
  add_filter (self, _ ("Plans"), "*.placewright");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* What the window says of each paper. */
static const struct
{
  const char *suffix;
  const char *title;
  const char *filter;
  const char *pattern;
  const char *done;
  const char *failed;
} papers[] = {
  [PLWU_PAPER_JOB_WORKBOOK] = { ".xlsx", N_ ("Export Workbook"), N_ ("Workbooks"), "*.xlsx",
                                N_ ("Workbook exported"), N_ ("The workbook could not be written") },
  [PLWU_PAPER_JOB_REPORT] = { ".pdf", N_ ("Write PDF Report"), N_ ("PDF files"), "*.pdf",
                              N_ ("Report written"), N_ ("The report could not be written") },
  [PLWU_PAPER_JOB_SUMMARY] = { ".pdf", N_ ("Write Public Summary"), N_ ("PDF files"), "*.pdf",
                               N_ ("Public summary written"),
                               N_ ("The public summary could not be written") },
};

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlwuWindow) self = PLWU_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  PlwuPaperJob paper = plwu_paper_job_get_kind (result);

  plwu_window_set_busy (self, FALSE);
  if (plwu_paper_job_finish (result, &error))
    plwu_window_toast (self, _ (papers[paper].done), FALSE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    plwu_window_show_error (self, _ (papers[paper].failed), error->message,
                            g_error_matches (error, PLW_ERROR, PLW_ERROR_PLAN)
                                ? plwu_document_get_problems (self->document)
                                : NULL);
}

static void
export_response_cb (PlwuWindow *self, int response)
{
  g_autofree char *path = take_choice (self, response, papers[self->paper].suffix);

  if (path == NULL)
    return;

  plwu_window_set_busy (self, TRUE);
  plwu_paper_job_start (self->document, self->paper,
                        self->paper == PLWU_PAPER_JOB_WORKBOOK ? &self->export_options : NULL, path,
                        self->cancellable, exported_cb, g_object_ref (self));
}

/* Asks where the paper is wanted. */
static void
choose_export (PlwuWindow *self)
{
  PlwuPaperJob paper = self->paper;
  g_autofree char *ending =
      g_strconcat (paper == PLWU_PAPER_JOB_SUMMARY ? _ (", summary") : "", papers[paper].suffix, NULL);
  g_autofree char *name = propose_name (self, ending);

  plwu_chooser_ask (&self->chooser, GTK_WIDGET (self), _ (papers[paper].title), GTK_FILE_CHOOSER_ACTION_SAVE,
                    _ ("_Export"), G_CALLBACK (export_response_cb));
  add_filter (self, _ (papers[paper].filter), papers[paper].pattern);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
export_asked_cb (PlwuWindow *self, const char *response, GtkWidget *dialog)
{
  if (strcmp (response, PLWU_EXPORT_RESPONSE) != 0)
    return;

  plwu_export_dialog_get_options (dialog, &self->export_options);
  choose_export (self);
}

/* What was chosen the last time is offered again. */
void
plwu_window_export (PlwuWindow *self, PlwuPaperJob paper)
{
  if (self->document == NULL || !finish_editing (self))
    return;

  self->paper = paper;
  if (paper != PLWU_PAPER_JOB_WORKBOOK)
    {
      choose_export (self);
      return;
    }

  GtkWidget *dialog = plwu_export_dialog_new (GTK_WINDOW (self), &self->export_options);

  g_signal_connect_object (dialog, "response", G_CALLBACK (export_asked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
close_response_cb (PlwuWindow *self, const char *response)
{
  if (strcmp (response, "save") == 0)
    {
      self->is_closing = TRUE;
      plwu_window_save (self, FALSE);
    }
  else if (strcmp (response, "discard") == 0)
    {
      plwu_document_close (self->document, TRUE);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

static void
ask_about_closing (PlwuWindow *self)
{
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (self), _ ("Save the plan to a file?"),
                              _ ("Edits that are not saved to a file are given up if you discard them."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * plwu_window_close_request:
 * Returns: whether the window may close now
 */
gboolean
plwu_window_close_request (PlwuWindow *self)
{
  if (self->document == NULL)
    return TRUE;
  if (!finish_editing (self))
    return FALSE;
  if (plwu_document_is_saving (self->document))
    {
      self->is_closing = TRUE;
      return FALSE;
    }
  if (!plwu_document_is_dirty (self->document))
    return TRUE;

  ask_about_closing (self);
  return FALSE;
}
