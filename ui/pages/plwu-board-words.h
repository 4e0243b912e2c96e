/* plwu-board-words.h: the words of the board view, each to be asked what it means.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "findings/plwu-words.h"

G_BEGIN_DECLS

/**
 * plwu_word_button_new:
 *
 * Returns: (transfer floating): a button with the word that tells what it means
 *   while it has the focus or the pointer, and when pressed
 */
GtkWidget *plwu_word_button_new (PlwuWord word);

/**
 * plwu_word_list_new:
 *
 * Returns: (transfer floating): all words with what they mean, by the alphabet
 */
GtkWidget *plwu_word_list_new (void);

G_END_DECLS
