/* plwu-picker.h: one of a list of names.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLWU_TYPE_PICKER (plwu_picker_get_type ())
G_DECLARE_FINAL_TYPE (PlwuPicker, plwu_picker, PLWU, PICKER, GtkWidget)

/**
 * PlwuPicker:
 *
 * A button with the name that is picked, and a list of all of them that is made when it is first opened:
 * GtkDropDown makes its list, a field to search in and a row for every name with the button, which was a
 * third of all widgets that a plan is first shown with. In GTK 4.8 its button has no name for a screen reader
 * either, and takes the whole width of the longest name.
 *
 * Opened by a press, Space, Enter or Alt+Down; arrows and Enter pick in the list, Escape closes it. The
 * property “what” says what is picked: it is the tooltip and the accessible name, with the name that is
 * picked. “enable-search” gives the list a field to search in.
 */

/** Returns: (transfer floating): to pick from @names (transfer none) (nullable), the first of them at first
 */
GtkWidget *plwu_picker_new (GtkStringList *names);

/** @what: what is picked, for the tooltip and for screen readers */
void plwu_picker_set_what (PlwuPicker *self, const char *what);

/** @names: (transfer none) (nullable): picks the first of them */
void plwu_picker_set_model (PlwuPicker *self, GtkStringList *names);

/** Returns: (transfer none) (nullable) */
GtkStringList *plwu_picker_get_model (PlwuPicker *self);

/** @selected: which of the names; beyond them, none (#GTK_INVALID_LIST_POSITION) */
void plwu_picker_set_selected (PlwuPicker *self, guint selected);

/** Returns: which of the names, #GTK_INVALID_LIST_POSITION for none; “notify::selected” tells of changes */
guint plwu_picker_get_selected (PlwuPicker *self);

void plwu_picker_set_enable_search (PlwuPicker *self, gboolean enable_search);

G_END_DECLS
