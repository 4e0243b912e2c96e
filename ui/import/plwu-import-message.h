/* plwu-import-message.h: the line at the foot of an import that says how it stands.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plwu_import_message_tell:
 * @label: where it is said; what has no room is in its tooltip
 * @is_fault: whether it keeps the import from coming in
 */
void plwu_import_message_tell (GtkLabel *label, const char *text, gboolean is_fault);

G_END_DECLS
