/* plwu-sheet-clipboard.c: blocks of cells: copy, cut, paste, fill, clear.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-sheet-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Changes a block as one gesture. FALSE: nothing changed, and it was told. */
gboolean
plwu_sheet_apply (PlwuSheet *self,
                  PlwuSheetGesture gesture,
                  const PlwuSheetBlock *block,
                  const PlwuSheetTexts *texts,
                  PlwuSheetOutcome *ret_outcome)
{
  g_autoptr (GError) error = NULL;

  g_assert (texts->n_rows == block->n_rows && texts->n_columns == block->n_columns);

  if (plwu_sheet_model_set_cells (self->model, gesture, block->first_row, block->first_column, block->n_rows,
                                  block->n_columns, (const char *const *) texts->texts->pdata, ret_outcome,
                                  &error))
    return TRUE;

  plwu_sheet_emit_message (self, error->message);
  return FALSE;
}

char *
plwu_sheet_describe_outcome (const PlwuSheetOutcome *outcome, guint n_outside)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, ngettext ("%u cell changed", "%u cells changed", outcome->n_changed),
                   outcome->n_changed);
  if (outcome->n_read_only > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text,
                              ngettext ("%u cannot be changed", "%u cannot be changed", outcome->n_read_only),
                              outcome->n_read_only);
    }
  if (n_outside > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, ngettext ("%u outside the table", "%u outside the table", n_outside),
                              n_outside);
    }
  if (outcome->n_not_understood > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text,
                              ngettext ("%u not understood", "%u not understood", outcome->n_not_understood),
                              outcome->n_not_understood);
    }

  if (outcome->note != NULL)
    g_string_append_printf (text, "; %s", outcome->note);
  if (outcome->detail != NULL)
    {
      gboolean is_list = strchr (outcome->detail, '\n') != NULL;

      g_string_append_printf (text, ":%c%s", is_list ? '\n' : ' ', outcome->detail);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
change_block (PlwuSheet *self,
              PlwuSheetGesture gesture,
              const PlwuSheetBlock *block,
              const PlwuSheetTexts *texts,
              guint n_outside)
{
  PlwuSheetOutcome outcome = { 0 };

  if (!plwu_sheet_apply (self, gesture, block, texts, &outcome))
    return;

  g_autofree char *text = plwu_sheet_describe_outcome (&outcome, n_outside);

  plwu_sheet_outcome_clear (&outcome);
  plwu_sheet_emit_message (self, text);
}

static PlwuSheetTexts *
read_block (PlwuSheet *self, const PlwuSheetBlock *block)
{
  PlwuSheetTexts *texts = plwu_sheet_texts_new (block->n_rows, block->n_columns);

  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->n_columns; j++)
      plwu_sheet_texts_take (
          texts, i, j,
          plwu_sheet_model_edit_text (self->model, block->first_row + i, block->first_column + j));

  return texts;
}

static gboolean
copy_selection (PlwuSheet *self, PlwuSheetBlock *ret_block)
{
  PlwuSheetBlock block;

  if (!plwu_sheet_get_selection (self, &block))
    return FALSE;

  g_autoptr (PlwuSheetTexts) texts = read_block (self, &block);
  g_autofree char *string = plwu_sheet_texts_to_string (texts);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), string);
  *ret_block = block;

  return TRUE;
}

void
plwu_sheet_copy (PlwuSheet *self)
{
  PlwuSheetBlock block;

  if (!copy_selection (self, &block))
    return;

  guint n_cells = block.n_rows * block.n_columns;
  g_autofree char *text = g_strdup_printf (ngettext ("%u cell copied", "%u cells copied", n_cells), n_cells);

  plwu_sheet_emit_message (self, text);
}

static void
empty_block (PlwuSheet *self, PlwuSheetGesture gesture, const PlwuSheetBlock *block)
{
  g_autoptr (PlwuSheetTexts) texts = plwu_sheet_texts_new (block->n_rows, block->n_columns);

  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->n_columns; j++)
      plwu_sheet_texts_take (texts, i, j, g_strdup (""));

  change_block (self, gesture, block, texts, 0);
}

void
plwu_sheet_cut (PlwuSheet *self)
{
  PlwuSheetBlock block;

  if (copy_selection (self, &block))
    empty_block (self, PLWU_SHEET_GESTURE_CUT, &block);
}

void
plwu_sheet_clear (PlwuSheet *self)
{
  PlwuSheetBlock block;

  if (plwu_sheet_get_selection (self, &block))
    empty_block (self, PLWU_SHEET_GESTURE_CLEAR, &block);
}

/* Cuts off what lies beyond the table's last row or column. */
static PlwuSheetTexts *
fit_texts (PlwuSheet *self, const PlwuSheetTexts *texts, const PlwuSheetBlock *block, guint *ret_outside)
{
  guint end_row = block->first_row >= self->n_rows ? self->n_rows + 1 : self->n_rows;
  guint n_rows = MIN (texts->n_rows, end_row - block->first_row);
  guint n_columns = MIN (texts->n_columns, self->n_columns - block->first_column);
  PlwuSheetTexts *fitted = plwu_sheet_texts_new (n_rows, n_columns);

  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < n_columns; j++)
      plwu_sheet_texts_take (fitted, i, j, g_strdup (plwu_sheet_texts_get (texts, i, j)));

  *ret_outside = texts->n_rows * texts->n_columns - n_rows * n_columns;
  return fitted;
}

static void
paste_text (PlwuSheet *self, const char *string)
{
  g_autoptr (GError) error = NULL;
  PlwuSheetBlock block;
  guint n_outside;

  if (!plwu_sheet_get_selection (self, &block))
    return;

  g_autoptr (PlwuSheetTexts) source = plwu_sheet_texts_parse (string, &error);

  if (source == NULL)
    {
      plwu_sheet_emit_message (self, error->message);
      return;
    }

  g_autoptr (PlwuSheetTexts) tiled = plwu_sheet_texts_tile (source, block.n_rows, block.n_columns);
  g_autoptr (PlwuSheetTexts) texts = fit_texts (self, tiled, &block, &n_outside);

  block.n_rows = texts->n_rows;
  block.n_columns = texts->n_columns;
  plwu_sheet_select (self, &block);
  change_block (self, PLWU_SHEET_GESTURE_PASTE, &block, texts, n_outside);
}

static void
read_text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlwuSheet) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *string = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  self->is_pasting = FALSE;
  if (self->is_editing || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (string != NULL)
    paste_text (self, string);
  else
    plwu_sheet_emit_message (self, _ ("The clipboard holds no text to paste"));
}

void
plwu_sheet_paste (PlwuSheet *self)
{
  if (!plwu_sheet_has_cells (self) || self->is_pasting)
    return;

  self->is_pasting = TRUE;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, read_text_cb,
                                 g_object_ref (self));
}

/* The first row or column of the selection goes into the others; of a single
 * one, the neighbour before it goes into it.
 */
void
plwu_sheet_fill (PlwuSheet *self, GtkOrientation orientation)
{
  PlwuSheetBlock source;
  gboolean is_down = orientation == GTK_ORIENTATION_VERTICAL;

  if (!plwu_sheet_get_selection (self, &source))
    return;

  guint *first = is_down ? &source.first_row : &source.first_column;
  guint *n = is_down ? &source.n_rows : &source.n_columns;
  PlwuSheetBlock target = source;
  guint *target_first = is_down ? &target.first_row : &target.first_column;
  guint *target_n = is_down ? &target.n_rows : &target.n_columns;

  if (*n > 1)
    {
      *target_first += 1;
      *target_n -= 1;
    }
  else if (*first > 0)
    *first -= 1;
  else
    {
      plwu_sheet_emit_message (self, is_down ? _ ("There is no row above to fill from")
                                             : _ ("There is no column before to fill from"));
      return;
    }
  *n = 1;

  g_autoptr (PlwuSheetTexts) strip = read_block (self, &source);
  g_autoptr (PlwuSheetTexts) texts = plwu_sheet_texts_tile (strip, target.n_rows, target.n_columns);

  change_block (self, PLWU_SHEET_GESTURE_FILL, &target, texts, 0);
}

/* Actions, for menus; the keys come through plwu-sheet-input.c */

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_sheet_begin_edit (PLWU_SHEET (widget), NULL);
}

/* What is being typed is taken over first. */
static gboolean
is_ready (GtkWidget *widget)
{
  return plwu_sheet_commit_edit (PLWU_SHEET (widget), FALSE);
}

static void
cut_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (is_ready (widget))
    plwu_sheet_cut (PLWU_SHEET (widget));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (is_ready (widget))
    plwu_sheet_copy (PLWU_SHEET (widget));
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (is_ready (widget))
    plwu_sheet_paste (PLWU_SHEET (widget));
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (is_ready (widget))
    plwu_sheet_clear (PLWU_SHEET (widget));
}

static void
fill_down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (is_ready (widget))
    plwu_sheet_fill (PLWU_SHEET (widget), GTK_ORIENTATION_VERTICAL);
}

static void
fill_right_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (is_ready (widget))
    plwu_sheet_fill (PLWU_SHEET (widget), GTK_ORIENTATION_HORIZONTAL);
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuSheet *self = PLWU_SHEET (widget);

  plwu_sheet_select (self, &(PlwuSheetBlock){ 0, 0, MAX (1, self->n_rows), MAX (1, self->n_columns) });
}

void
plwu_sheet_install_block_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sheet.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "sheet.cut", NULL, cut_action);
  gtk_widget_class_install_action (widget_class, "sheet.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "sheet.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "sheet.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "sheet.fill-down", NULL, fill_down_action);
  gtk_widget_class_install_action (widget_class, "sheet.fill-right", NULL, fill_right_action);
  gtk_widget_class_install_action (widget_class, "sheet.select-all", NULL, select_all_action);
}
