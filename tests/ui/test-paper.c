/* test-paper.c: committee papers made in the window and compared with the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import/plwu-import-window.h"
#include "committee/plwu-export-dialog.h"
#include "committee/plwu-paper-open.h"
#include "committee/plwu-paper-window.h"
#include "plwu-window-private.h"
#include "test-window-support.h"

#include <string.h>

#include <glib/gstdio.h>

typedef struct
{
  PlwuDocument *document;
  PlwuWindow *window;
  char *folder;
  char *path;
  gboolean is_written;
} Case;

static void
open_case (Case *self)
{
  self->document = create_file_document ();
  self->window = PLWU_WINDOW (plwu_window_new (NULL));
  plwu_window_set_document (self->window, self->document);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_for_result (self->document);
  self->folder = g_dir_make_tmp ("placewright-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "paper.xlsx", NULL);
}

static void
close_case (Case *self)
{
  plwu_document_close (self->document, TRUE);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->document);
  g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Case *self = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (plwu_paper_job_finish (result, &error));
  g_assert_no_error (error);
  self->is_written = TRUE;
}

static void
write_paper (Case *self, PlwPaperForm form, gboolean has_minus, gboolean has_log)
{
  const PlwuWorkbookOptions options = { form, has_minus, has_log };

  self->is_written = FALSE;
  plwu_paper_job_start (self->document, PLWU_PAPER_JOB_WORKBOOK, &options, self->path, NULL, written_cb,
                        self);
  while (!self->is_written)
    g_main_context_iteration (NULL, TRUE);
}

static const PlwuVerdict *
wait_for_verdict (PlwuPaperWindow *paper)
{
  gint64 deadline = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  while (!plwu_paper_window_is_idle (paper))
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
  return plwu_paper_window_get_verdict (paper);
}

/* In every form a paper is made in it matches the plan. */
static void
test_forms (void)
{
  static const struct
  {
    PlwPaperForm form;
    gboolean has_minus;
    gboolean has_log;
  } forms[] = {
    { PLW_PAPER_WORKING, FALSE, TRUE },
    { PLW_PAPER_PUBLICATION, TRUE, FALSE },
    { PLW_PAPER_PUBLICATION, FALSE, TRUE },
  };
  Case self = { NULL };

  open_case (&self);
  for (size_t i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      write_paper (&self, forms[i].form, forms[i].has_minus, forms[i].has_log);

      PlwuPaperWindow *paper = PLWU_PAPER_WINDOW (plwu_paper_present (self.window, self.path));
      const PlwuVerdict *verdict = wait_for_verdict (paper);

      g_assert_nonnull (verdict);
      g_assert_cmpint (verdict->origin->form, ==, forms[i].form);
      g_assert_cmpint (verdict->origin->has_minus, ==, forms[i].has_minus);
      g_assert_cmpint (verdict->origin->has_log, ==, forms[i].has_log);
      g_assert_true (verdict->is_same_plan);
      g_assert_cmpuint (verdict->differences->len, ==, 0);
      g_assert_cmpstr (plwu_paper_window_get_text (paper), ==, "The paper matches the plan, cell by cell.");
      gtk_window_destroy (GTK_WINDOW (paper));
    }
  close_case (&self);
}

static void
test_after_an_edit (void)
{
  Case self = { NULL };
  g_autoptr (PlwEdit) edit = plw_edit_new ("Dearer");
  g_autoptr (GError) error = NULL;

  open_case (&self);
  write_paper (&self, PLW_PAPER_WORKING, FALSE, FALSE);
  plw_edit_set_cell (edit, plwu_document_get_plan (self.document), PLW_TABLE_COSTS, 0, PLW_COSTS_BASE,
                     plw_value_number (123456700));
  g_assert_true (plwu_document_commit (self.document, edit, &error));

  PlwuPaperWindow *paper = PLWU_PAPER_WINDOW (plwu_paper_present (self.window, self.path));
  const PlwuVerdict *verdict = wait_for_verdict (paper);

  g_assert_false (verdict->is_same_plan);
  g_assert_cmpuint (verdict->differences->len, >, 0);
  g_assert_nonnull (strstr (plwu_paper_window_get_text (paper), "does not match"));
  gtk_widget_activate_action (GTK_WIDGET (paper), "paper.copy", NULL);
  close_case (&self);
}

static void
test_no_paper (void)
{
  Case self = { NULL };

  open_case (&self);
  g_assert_true (g_file_set_contents (self.path, "no workbook", -1, NULL));

  PlwuPaperWindow *paper = PLWU_PAPER_WINDOW (plwu_paper_present (self.window, self.path));

  g_assert_null (wait_for_verdict (paper));
  g_assert_cmpstr (plwu_paper_window_get_text (paper), ==, "The paper cannot be compared with the plan.");
  close_case (&self);
}

/* The first window of this type, once there is one. */
static gpointer
wait_for_window (GType type)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  for (;;)
    {
      g_autoptr (GList) windows = gtk_window_list_toplevels ();

      for (GList *window = windows; window != NULL; window = window->next)
        if (G_TYPE_CHECK_INSTANCE_TYPE (window->data, type))
          return window->data;
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
}

/* What is dropped on the window is known for what it is. */
static void
test_drop (void)
{
  Case self = { NULL };
  g_autofree char *table = NULL;

  open_case (&self);
  table = g_build_filename (self.folder, "savings.csv", NULL);
  g_assert_true (g_file_set_contents (table, "Ref,Service\nS1,roads\n", -1, NULL));
  write_paper (&self, PLW_PAPER_WORKING, FALSE, FALSE);

  plwu_window_drop (self.window, self.path);
  g_assert_true (wait_for_verdict (wait_for_window (PLWU_TYPE_PAPER_WINDOW))->is_same_plan);
  plwu_window_drop (self.window, table);

  PlwuImportWindow *import = wait_for_window (PLWU_TYPE_IMPORT_WINDOW);

  while (!plwu_import_window_is_idle (import))
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (plwu_import_window_get_source (import));
  g_remove (table);
  close_case (&self);
}

/* What was chosen the last time is what is offered, and what comes back. */
static void
test_options (void)
{
  for (int i = 0; i < 8; i++)
    {
      const PlwuWorkbookOptions wanted = { i & 1 ? PLW_PAPER_PUBLICATION : PLW_PAPER_WORKING, (i & 2) != 0,
                                           (i & 4) != 0 };
      GtkWidget *dialog = plwu_export_dialog_new (NULL, &wanted);
      PlwuWorkbookOptions got;

      plwu_export_dialog_get_options (dialog, &got);
      g_assert_cmpint (got.form, ==, wanted.form);
      g_assert_cmpint (got.has_minus, ==, wanted.has_minus);
      g_assert_cmpint (got.has_log, ==, wanted.has_log);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/paper/forms", test_forms);
  g_test_add_func ("/ui/paper/after-an-edit", test_after_an_edit);
  g_test_add_func ("/ui/paper/no-paper", test_no_paper);
  g_test_add_func ("/ui/paper/drop", test_drop);
  g_test_add_func ("/ui/paper/options", test_options);

  return g_test_run ();
}
