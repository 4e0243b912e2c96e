/* plwu-import-rows.c: the first page of an import: which rows of which file, and for which table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-import-private.h"

#include "findings/plwu-labels.h"
#include "plwu-chooser.h"

#include <glib/gi18n.h>

static const int64_t scales[] = { 1, 1000, 1000000 };

/* Lists of strings, set without anybody having chosen. */
static void
set_list (PlwuPicker *list, const char *const *texts, guint selected)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (texts);

  plwu_picker_set_model (list, model);
  plwu_picker_set_selected (list, selected);
}

static void
fill_sheets (PlwuImportWindow *self)
{
  const PlwImport *import = self->source->import;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (size_t i = 0; i < plw_import_n_sheets (import); i++)
    g_strv_builder_add (names, plw_import_sheet_name (import, i));

  g_auto (GStrv) texts = g_strv_builder_end (names);

  set_list (self->sheets, (const char *const *) texts, (guint) plw_import_sheet (import));
  gtk_widget_set_sensitive (GTK_WIDGET (self->sheets), plw_import_n_sheets (import) > 1);
}

static void
fill_tables (PlwuImportWindow *self)
{
  const char *texts[PLW_N_TABLES + 1] = { NULL };

  for (int i = 0; i < PLW_N_TABLES; i++)
    texts[i] = plwu_label_table ((PlwTableId) i);
  set_list (self->tables, texts, (guint) plw_import_table (self->source->import));
}

static void
show_lines (PlwuImportWindow *self)
{
  g_autoptr (PlwuSheetModel) model = plwu_import_lines_new (self->source);
  guint row = 0;

  plwu_sheet_set_model (self->lines, model);
  if (plwu_import_lines_find (PLWU_IMPORT_LINES (model), plw_import_header (self->source->import), &row))
    plwu_sheet_set_cursor (self->lines, row, 1);
}

static void
fill_numbers (PlwuImportWindow *self)
{
  const PlwImport *import = self->source->import;
  size_t last = plw_import_line_number (import, plw_import_n_lines (import) - 1);
  g_autofree char *notes = g_strdup (plw_import_notes (import));

  gtk_adjustment_configure (gtk_spin_button_get_adjustment (self->header),
                            (double) plw_import_header (import), 1, (double) last, 1, 10, 0);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (scales[i] == plw_import_scale (import))
      plwu_picker_set_selected (self->scales, i);
  gtk_label_set_text (self->notes, g_strchomp (notes));
  gtk_widget_set_visible (GTK_WIDGET (self->notes), *notes != '\0');
}

void
plwu_import_rows_fill (PlwuImportWindow *self)
{
  gboolean was_filling = self->is_filling;

  self->is_filling = TRUE;
  fill_sheets (self);
  fill_tables (self);
  fill_numbers (self);
  show_lines (self);
  gtk_stack_set_visible_child_name (self->rows_stack, "source");
  self->is_filling = was_filling;
}

/* What was typed about another table is not about this one. */
static void
forget_totals (PlwuImportWindow *self)
{
  g_hash_table_remove_all (self->sums);
  g_clear_pointer (&self->typed_rows, g_free);
}

static void
table_changed_cb (PlwuImportWindow *self)
{
  guint table = plwu_picker_get_selected (self->tables);

  if (self->is_filling || self->source == NULL || table >= PLW_N_TABLES)
    return;

  plw_import_set_table (self->source->import, self->source->plan, (PlwTableId) table);
  forget_totals (self);
  self->is_filling = TRUE;
  fill_numbers (self);
  self->is_filling = FALSE;
}

static void
scale_changed_cb (PlwuImportWindow *self)
{
  guint scale = plwu_picker_get_selected (self->scales);

  if (!self->is_filling && self->source != NULL && scale < G_N_ELEMENTS (scales))
    plw_import_set_scale (self->source->import, scales[scale]);
}

static void
set_header (PlwuImportWindow *self, size_t number)
{
  g_autoptr (GError) error = NULL;
  PlwImport *import = self->source->import;
  int64_t scale = plw_import_scale (import);

  if (number == plw_import_header (import))
    return;
  if (!plw_import_set_header (import, number, &error))
    {
      plwu_import_window_tell (self, error->message, TRUE);
      return;
    }

  plwu_import_window_tell (self, "", FALSE);
  plw_import_set_table (import, self->source->plan, plw_import_table (import));
  if (plw_import_scale (import) == 1)
    plw_import_set_scale (import, scale);
  self->is_filling = TRUE;
  fill_numbers (self);
  show_lines (self);
  self->is_filling = FALSE;
}

static void
header_changed_cb (PlwuImportWindow *self)
{
  if (!self->is_filling && self->source != NULL)
    set_header (self, (size_t) gtk_spin_button_get_value_as_int (self->header));
}

static void
line_activated_cb (PlwuImportWindow *self, guint row, guint column)
{
  if (self->source != NULL && plwu_import_window_is_idle (self))
    set_header (self, plw_import_line_number (self->source->import, row));
}

static void
sheet_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlwuImportWindow) self = PLWU_IMPORT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  gboolean is_read = plwu_import_sheet_finish (result, &error);

  self->is_running = FALSE;
  if (self->source == NULL)
    return;
  plwu_import_window_set_busy (self, FALSE, "");
  if (!is_read)
    {
      plwu_import_window_tell (self, error->message, TRUE);
      g_clear_pointer (&self->source, plwu_import_source_unref);
      plwu_sheet_set_model (self->lines, NULL);
      gtk_stack_set_visible_child_name (self->rows_stack, "empty");
      plwu_import_window_show_step (self, PLWU_IMPORT_ROWS);
      plwu_import_window_tell (self, error->message, TRUE);
      return;
    }
  forget_totals (self);
  plwu_import_rows_fill (self);
}

static void
sheet_changed_cb (PlwuImportWindow *self)
{
  guint sheet = plwu_picker_get_selected (self->sheets);

  if (self->is_filling || self->source == NULL || sheet >= plw_import_n_sheets (self->source->import))
    return;

  plwu_sheet_set_model (self->lines, NULL);
  self->is_running = TRUE;
  plwu_import_window_set_busy (self, TRUE, _ ("Reading the sheet…"));
  plwu_import_sheet_start (self, self->source, plw_import_sheet_name (self->source->import, sheet),
                           sheet_read_cb, g_object_ref (self));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlwuImportWindow) self = PLWU_IMPORT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  PlwuImportSource *opened = plwu_import_open_finish (result, &error);
  gboolean is_gone = self->lines == NULL;

  g_clear_object (&self->cancellable);
  if (is_gone)
    {
      g_clear_pointer (&opened, plwu_import_source_unref);
      return;
    }
  plwu_import_window_set_busy (self, FALSE, "");
  if (opened == NULL)
    {
      plwu_import_window_tell (self,
                               g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                                   ? _ ("Reading was stopped; nothing was changed.")
                                   : error->message,
                               TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->choose));
      return;
    }

  g_clear_pointer (&self->source, plwu_import_source_unref);
  self->source = opened;
  forget_totals (self);
  plwu_import_rows_fill (self);
  plwu_import_window_show_step (self, PLWU_IMPORT_ROWS);
}

static void
read_source (PlwuImportWindow *self, const char *path, const char *text)
{
  g_autofree char *name =
      path != NULL ? g_filename_display_basename (path) : g_strdup (_ ("From the clipboard"));
  g_autofree char *what = g_strdup_printf (_ ("Reading “%s”…"), name);

  if (!plwu_import_window_is_idle (self))
    return;

  gtk_label_set_text (self->file, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file), path);
  self->cancellable = g_cancellable_new ();
  plwu_import_window_set_busy (self, TRUE, what);
  plwu_import_open_start (self, plwu_document_get_plan (self->document), path, text, self->table,
                          self->cancellable, opened_cb, g_object_ref (self));
}

void
plwu_import_window_read_file (PlwuImportWindow *self, const char *path)
{
  g_return_if_fail (PLWU_IS_IMPORT_WINDOW (self) && path != NULL);

  read_source (self, path, NULL);
}

void
plwu_import_window_read_text (PlwuImportWindow *self, const char *text)
{
  g_return_if_fail (PLWU_IS_IMPORT_WINDOW (self) && text != NULL);

  read_source (self, NULL, text);
}

static void
chosen_cb (PlwuImportWindow *self, int response)
{
  g_autofree char *path = plwu_chooser_take (&self->chooser, response);

  if (path != NULL)
    plwu_import_window_read_file (self, path);
}

void
plwu_import_rows_choose (PlwuImportWindow *self)
{
  static const char *const tables[] = { "*.xlsx", "*.csv", "*.tsv", "*.txt", NULL };
  static const char *const all[] = { "*", NULL };

  plwu_chooser_ask (&self->chooser, GTK_WIDGET (self), _ ("Choose a Table"), GTK_FILE_CHOOSER_ACTION_OPEN,
                    _ ("_Choose"), G_CALLBACK (chosen_cb));
  plwu_chooser_add_filter (self->chooser, _ ("Workbooks and tables"), tables);
  plwu_chooser_add_filter (self->chooser, _ ("All files"), all);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlwuImportWindow) self = PLWU_IMPORT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (self->lines == NULL)
    return;
  if (text != NULL)
    plwu_import_window_read_text (self, text);
  else
    plwu_import_window_tell (self, _ ("There is no text to paste: copy some rows of a spreadsheet first."),
                             TRUE);
}

void
plwu_import_rows_paste (PlwuImportWindow *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                 g_object_ref (self));
}

static gboolean
dropped_cb (PlwuImportWindow *self, const GValue *value)
{
  GFile *file = g_value_get_object (value);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || self->step != PLWU_IMPORT_ROWS)
    return FALSE;
  plwu_import_window_read_file (self, path);
  return TRUE;
}

void
plwu_import_rows_init (PlwuImportWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->lines = PLWU_SHEET (plwu_sheet_new (NULL));
  plwu_sheet_set_label (self->lines, _ ("The rows of the source"));
  gtk_scrolled_window_set_child (self->lines_scroller, GTK_WIDGET (self->lines));
  g_signal_connect_object (self->lines, "cell-activated", G_CALLBACK (line_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheets, "notify::selected", G_CALLBACK (sheet_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tables, "notify::selected", G_CALLBACK (table_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scales, "notify::selected", G_CALLBACK (scale_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->header, "value-changed", G_CALLBACK (header_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
