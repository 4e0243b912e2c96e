/* plwu-chooser.h: asking which file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plwu_chooser_ask:
 * @chooser: (inout) (nullable): the window's own, which one before gives way to; stays its owner's
 * @accept: what the button says: “_Choose”
 * @response: "response" of the chooser, for @asker
 *
 * Makes a modal chooser over the window of @asker. Filters and a name may be set before
 * gtk_native_dialog_show().
 */
void plwu_chooser_ask (GtkFileChooserNative **chooser,
                       GtkWidget *asker,
                       const char *title,
                       GtkFileChooserAction action,
                       const char *accept,
                       GCallback response);

/**
 * plwu_chooser_add_filter:
 * @patterns: NULL at the end: `*.xlsx`
 */
void plwu_chooser_add_filter (GtkFileChooserNative *chooser, const char *name, const char *const *patterns);

/**
 * plwu_chooser_take:
 * Returns: (transfer full) (nullable): the file that was chosen; the chooser is gone
 */
char *plwu_chooser_take (GtkFileChooserNative **chooser, int response) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
