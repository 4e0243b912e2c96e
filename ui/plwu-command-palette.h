/* plwu-command-palette.h: one field that leads anywhere.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "plwu-command-palette-index.h"

G_BEGIN_DECLS

#define PLWU_TYPE_COMMAND_PALETTE (plwu_command_palette_get_type ())

/**
 * PlwuCommandPalette:
 *
 * Lies over a window's content while it is open. What it leads to is made when
 * it is first opened and again when it was forgotten.
 *
 * Signals:
 *
 * - "fill" (#PlwuPlaces): asks for the places there are
 */
G_DECLARE_FINAL_TYPE (PlwuCommandPalette, plwu_command_palette, PLWU, COMMAND_PALETTE, GtkWidget)

/**
 * plwu_command_palette_attach:
 * @overlay: over the content of @window
 *
 * Returns: (transfer none): a palette there, not open yet
 */
PlwuCommandPalette *plwu_command_palette_attach (GtkWindow *window, GtkOverlay *overlay);

/**
 * plwu_command_palette_set_document:
 * @document: (nullable): the plan that is gone through
 */
void plwu_command_palette_set_document (PlwuCommandPalette *self, PlwuDocument *document);

/**
 * plwu_command_palette_forget:
 *
 * There are other places now.
 */
void plwu_command_palette_forget (PlwuCommandPalette *self);

void plwu_command_palette_open (PlwuCommandPalette *self);
void plwu_command_palette_close (PlwuCommandPalette *self);
gboolean plwu_command_palette_is_open (PlwuCommandPalette *self);

/**
 * plwu_command_palette_search:
 *
 * As if @query was typed.
 */
void plwu_command_palette_search (PlwuCommandPalette *self, const char *query);

/**
 * plwu_command_palette_get_selected:
 * Returns: (transfer none) (nullable): what Enter leads to
 */
const PlwuPlace *plwu_command_palette_get_selected (PlwuCommandPalette *self);
guint plwu_command_palette_n_found (PlwuCommandPalette *self);
guint plwu_command_palette_n_places (PlwuCommandPalette *self);

/**
 * plwu_command_palette_go:
 *
 * Goes to what is selected, as Enter does.
 */
void plwu_command_palette_go (PlwuCommandPalette *self);

G_END_DECLS
