/* plwu-picker-list.h: the list of a picker, while it is open.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLWU_TYPE_PICKER_LIST (plwu_picker_list_get_type ())
G_DECLARE_FINAL_TYPE (PlwuPickerList, plwu_picker_list, PLWU, PICKER_LIST, GtkPopover)

/**
 * plwu_picker_list_new:
 * @selected: which of @names is marked
 * @what: (nullable): what is picked
 *
 * Emits “picked” with a guint, an index into @names, when one of them is picked.
 */
GtkWidget *plwu_picker_list_new (GtkStringList *names, guint selected, const char *what, gboolean has_search);

/** Shows the names with the keyboard on the one that is marked, or on the field to search in. */
void plwu_picker_list_open (PlwuPickerList *self);

G_END_DECLS
