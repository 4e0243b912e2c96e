/* plwu-focus.h: Tab from control to control.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plwu_focus_child:
 *
 * For class_init of a bin that grabs the focus for its main part: takes Tab to
 * what is inside, one after the other. Grabbing would jump over some of it and
 * never leave the bin backwards.
 */
gboolean plwu_focus_child (GtkWidget *widget, GtkDirectionType direction);

/**
 * plwu_focus_let_tab_leave:
 *
 * Tab goes through the controls in a row of @list and then leaves it for what
 * stands behind it; arrows move from row to row. The list itself would take
 * Tab through all its rows.
 */
void plwu_focus_let_tab_leave (GtkListBox *list);

G_END_DECLS
