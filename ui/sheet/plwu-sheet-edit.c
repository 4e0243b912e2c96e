/* plwu-sheet-edit.c: the editor of a cell.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-sheet-private.h"

#include <glib/gi18n.h>
#include <string.h>

static void
set_error (PlwuSheet *self, const char *text)
{
  gtk_widget_set_tooltip_text (self->editor, text);
  if (text != NULL)
    gtk_widget_add_css_class (self->editor, "error");
  else
    gtk_widget_remove_css_class (self->editor, "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

static void
editor_changed_cb (PlwuSheet *self)
{
  set_error (self, NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
editor_leave_cb (PlwuSheet *self)
{
  /* Not while another window has the focus: the user may be looking up a figure. */
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->is_editing && !self->is_committing && !plwu_sheet_is_asking (self) && GTK_IS_WINDOW (root)
      && gtk_window_is_active (GTK_WINDOW (root)))
    plwu_sheet_commit_edit (self, FALSE);
}

void
plwu_sheet_init_editor (PlwuSheet *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->editor = gtk_entry_new ();
  gtk_text_set_propagate_text_width (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->editor))),
                                     TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->editor), 1);
  gtk_widget_add_css_class (self->editor, "sheet-editor");
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->editor, FALSE);
  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (editor_changed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (editor_leave_cb), self);
  gtk_widget_add_controller (self->editor, focus);
}

/* Whether the cell takes what is typed; else it is told why not. */
static gboolean
takes_text (PlwuSheet *self, guint row, guint column)
{
  g_auto (PlwuSheetCell) cell = { 0 };
  g_autofree char *why = NULL;

  plwu_sheet_model_cell (self->model, row, column, &cell);
  if (plwu_sheet_kind_can_change (cell.kind))
    return TRUE;
  if (cell.kind == PLWU_SHEET_TOTAL)
    {
      if (plwu_sheet_takes_total (self, row, column, NULL, &why))
        return TRUE;
      plwu_sheet_emit_message (self, why);
    }
  else if (cell.kind == PLWU_SHEET_DERIVED)
    plwu_sheet_emit_message (self, _ ("This figure is computed; change the figures it is made from"));
  else
    plwu_sheet_emit_message (self, _ ("This cell cannot be changed here"));

  return FALSE;
}

void
plwu_sheet_begin_edit (PlwuSheet *self, const char *text)
{
  if (!plwu_sheet_has_cells (self) || self->is_editing)
    return;

  guint row = self->cursor.row;
  guint column = self->cursor.column;

  if (!takes_text (self, row, column))
    return;
  if (plwu_sheet_emit_edit_wanted (self, row, column, text))
    return;

  g_autofree char *description = plwu_sheet_model_describe (self->model, row, column);

  g_free (self->edited_text);
  self->edited_text = plwu_sheet_model_edit_text (self->model, row, column);
  self->edited = self->cursor;
  self->is_editing = TRUE;

  gtk_editable_set_alignment (GTK_EDITABLE (self->editor),
                              plwu_sheet_model_column_is_numeric (self->model, column) ? 1 : 0);
  gtk_editable_set_text (GTK_EDITABLE (self->editor), text != NULL ? text : self->edited_text);
  set_error (self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
  plwu_sheet_scroll_to (self, row, column);
  gtk_widget_set_child_visible (self->editor, TRUE);
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->editor));
  gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
close_editor (PlwuSheet *self)
{
  self->is_editing = FALSE;
  plwu_sheet_unbind_rows (self, self->edited.row, 1);
  plwu_sheet_show_cursor (self);
  gtk_widget_set_child_visible (self->editor, FALSE);
}

static gboolean
refuse (PlwuSheet *self, const char *text)
{
  set_error (self, text);
  plwu_sheet_emit_message (self, text);

  return FALSE;
}

/* `+3%`, `-3%` and `*1.02` are meant for all that is selected; among rates, `-3%` is a rate. */
static gboolean
is_relative (PlwuSheet *self, const char *text)
{
  g_auto (PlwuSheetCell) cell = { 0 };

  if (*text == '*')
    return TRUE;
  if ((*text != '+' && *text != '-') || !g_str_has_suffix (text, "%"))
    return FALSE;

  plwu_sheet_model_cell (self->model, self->edited.row, self->edited.column, &cell);
  return !g_str_has_suffix (cell.text, "%");
}

static gboolean
is_total (PlwuSheet *self)
{
  g_auto (PlwuSheetCell) cell = { 0 };

  plwu_sheet_model_cell (self->model, self->edited.row, self->edited.column, &cell);
  return cell.kind == PLWU_SHEET_TOTAL;
}

/* Not taken yet: whoever typed it is asked how the rows are to make it up. */
static gboolean
ask_about_total (PlwuSheet *self, const char *text)
{
  g_autofree char *why = NULL;

  if (!plwu_sheet_takes_total (self, self->edited.row, self->edited.column, text, &why))
    return refuse (self, why);

  plwu_sheet_ask_spread (self, text);
  return FALSE;
}

void
plwu_sheet_commit_total (PlwuSheet *self, PlwuSheetSpread way)
{
  PlwuSheetOutcome outcome = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  gboolean is_done;

  self->is_committing = TRUE;
  is_done = plwu_sheet_model_spread (self->model, self->edited.row, self->edited.column, way, text, &outcome,
                                     &error);
  if (is_done && self->is_editing)
    close_editor (self);
  self->is_committing = FALSE;

  if (!is_done)
    {
      refuse (self, error->message);
      return;
    }

  g_autofree char *told = plwu_sheet_describe_outcome (&outcome, 0);

  plwu_sheet_outcome_clear (&outcome);
  plwu_sheet_emit_message (self, told);
}

static gboolean
apply_text (PlwuSheet *self, const char *text, gboolean is_for_all)
{
  PlwuSheetBlock block = { self->edited.row, self->edited.column, 1, 1 };
  PlwuSheetOutcome outcome = { 0 };

  if (is_for_all || is_relative (self, text))
    plwu_sheet_get_selection (self, &block);

  g_autoptr (PlwuSheetTexts) one = plwu_sheet_texts_new (1, 1);

  plwu_sheet_texts_take (one, 0, 0, g_strdup (text));

  g_autoptr (PlwuSheetTexts) texts = plwu_sheet_texts_tile (one, block.n_rows, block.n_columns);

  if (!plwu_sheet_apply (self, PLWU_SHEET_GESTURE_TYPE, &block, texts, &outcome))
    {
      set_error (self, _ ("The change could not be kept"));
      return FALSE;
    }

  guint n_cells = block.n_rows * block.n_columns;
  gboolean is_refused = outcome.n_changed == 0 && outcome.n_not_understood > 0;
  g_autofree char *told = plwu_sheet_describe_outcome (&outcome, 0);

  if (is_refused)
    refuse (self, outcome.detail != NULL ? outcome.detail : told);
  else if (n_cells > 1 || outcome.n_read_only > 0)
    plwu_sheet_emit_message (self, told);

  plwu_sheet_outcome_clear (&outcome);
  return !is_refused;
}

gboolean
plwu_sheet_commit_edit (PlwuSheet *self, gboolean is_for_all)
{
  if (!self->is_editing)
    return TRUE;
  if (plwu_sheet_is_asking (self))
    return FALSE;

  /* The model may ask, report or reset the sheet while it takes the text. */
  self->is_committing = TRUE;

  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  gboolean is_changed = is_for_all || strcmp (text, self->edited_text) != 0;
  gboolean is_taken =
      !is_changed || (is_total (self) ? ask_about_total (self, text) : apply_text (self, text, is_for_all));

  if (is_taken && self->is_editing)
    close_editor (self);
  self->is_committing = FALSE;

  return is_taken;
}

void
plwu_sheet_cancel_edit (PlwuSheet *self)
{
  if (!self->is_editing)
    return;

  self->is_committing = TRUE;
  close_editor (self);
  self->is_committing = FALSE;
}

gboolean
plwu_sheet_is_editing (PlwuSheet *self)
{
  g_return_val_if_fail (PLWU_IS_SHEET (self), FALSE);

  return self->is_editing;
}

gboolean
plwu_sheet_finish_editing (PlwuSheet *self)
{
  g_return_val_if_fail (PLWU_IS_SHEET (self), FALSE);

  return plwu_sheet_commit_edit (self, FALSE);
}
