/* test-keys-support.h: real keys, for tests of what a hand at the keyboard can do.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

/* Whether keys can be sent to this display. */
gboolean can_press (void);

/* Has the window take the keys that follow. */
void focus_window (GtkWidget *window);

/* Presses keys as xdotool names them, set apart by spaces, and waits until they were dealt with. */
void press (const char *keys);

/* Types a text, letter by letter. */
void type_text (const char *text);

/* How many keys were pressed since the last call. */
guint count_presses (void);

/* Lets the main loop run for a while. */
void settle (guint milliseconds);
