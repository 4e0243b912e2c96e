/* look-inside.h: what the parts of the helper inside the program share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

/* Where a widget is, as the types above it. */
char *look_name_place (GtkWidget *widget);

/* What is drawn of a window, or of a part of it. NULL where nothing is. */
GdkTexture *look_take_picture (GtkWidget *window, const graphene_rect_t *part);

/* Writes the file PLACEWRIGHT_LOOK with @suffix behind it. Whole or not at all: g_file_set_contents()
 * renames. */
void look_write_file (const char *suffix, GString *text);

/* Calls @seen after some frames, when what the keys before it did is drawn. */
void look_after_frames (GtkWidget *window, GSourceOnceFunc seen, gpointer user_data);

/* A signal asks where the keyboard is. */
gboolean look_at_focus_cb (gpointer user_data);
