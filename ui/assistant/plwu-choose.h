/* plwu-choose.h: a list to tick from and the table of what was ticked.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "plwu-draft-table.h"
#include "sheet/plwu-sheet.h"

G_BEGIN_DECLS

#define PLWU_TYPE_CHOOSE (plwu_choose_get_type ())

/**
 * PlwuChoose:
 *
 * Space ticks a row of the list, Enter ticks it and leads into its row of the table.
 *
 * Signals:
 *
 * - "message" (const char *text): something to tell
 */
G_DECLARE_FINAL_TYPE (PlwuChoose, plwu_choose, PLWU, CHOOSE, AdwBin)

/**
 * plwu_choose_new:
 * @table: (transfer none)
 * @label: what the table holds, for screen readers
 * @note_field: the field of the list with a sentence about each row
 * @first_column: where typing begins
 */
GtkWidget *plwu_choose_new (PlwuDraftTable *table,
                            const char *label,
                            const char *note_field,
                            guint first_column);

/**
 * plwu_choose_add_button:
 *
 * Puts a button beside those above the table.
 */
void plwu_choose_add_button (PlwuChoose *self, GtkWidget *button);

/**
 * plwu_choose_show_notes:
 * @notes: (nullable) (element-type utf8): sentences shown below the table; NULL: none
 */
void plwu_choose_show_notes (PlwuChoose *self, const char *heading, const GPtrArray *notes);

/**
 * plwu_choose_refresh:
 *
 * Shows list and table anew: what is usual may have changed on another page.
 */
void plwu_choose_refresh (PlwuChoose *self);

/**
 * plwu_choose_focus:
 *
 * Puts the focus into the search: typing finds, Enter leads to the first row found.
 */
void plwu_choose_focus (PlwuChoose *self);
PlwuSheet *plwu_choose_get_sheet (PlwuChoose *self);

G_END_DECLS
