/* plwu-cards.h: cards of one width, side by side, in as many rows as they need.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLWU_TYPE_CARDS (plwu_cards_get_type ())
G_DECLARE_FINAL_TYPE (PlwuCards, plwu_cards, PLWU, CARDS, GtkWidget)

/**
 * PlwuCards:
 *
 * Fills its width with the widgets that stand in it in the .ui file. They stand in one row where that has
 * room for the widest, else in the fewest rows, all but the last of them equally long. The width never hangs
 * on the height.
 */

G_END_DECLS
