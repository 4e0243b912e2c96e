/* plwu-width-first.h: one child whose width never hangs on its height.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLWU_TYPE_WIDTH_FIRST (plwu_width_first_get_type ())
G_DECLARE_FINAL_TYPE (PlwuWidthFirst, plwu_width_first, PLWU, WIDTH_FIRST, GtkLayoutManager)

/**
 * PlwuWidthFirst:
 *
 * For a widget with one child that fills it. GtkStack and GtkBox ask what they show how narrow it could
 * be at a height, and each label that wraps then sets its text a dozen times to find out. What stands in
 * a page fills the width it is given, so this answers with the width that is needed at any height.
 */

G_END_DECLS
