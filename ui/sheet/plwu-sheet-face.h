/* plwu-sheet-face.h: what one cell shows, drawn without a widget of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table has hundreds of cells in view; a widget for each costs more than its
 * drawing. Only the cursor's cell is a widget: it takes the focus and is read out.
 */
#pragma once

#include <gtk/gtk.h>

#include "plwu-sheet-model.h"

G_BEGIN_DECLS

#define PLWU_SHEET_NOWHERE G_MAXUINT

typedef struct _PlwuSheetFace PlwuSheetFace;

/**
 * plwu_sheet_face_new:
 * @widget: (transfer none): what draws it; gives font, colours and reading direction
 */
PlwuSheetFace *plwu_sheet_face_new (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;
void plwu_sheet_face_free (PlwuSheetFace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuSheetFace, plwu_sheet_face_free)

/**
 * plwu_sheet_face_bind:
 * Returns: whether it was read from the model; not where it shows that cell already
 */
gboolean plwu_sheet_face_bind (PlwuSheetFace *self, PlwuSheetModel *model, guint row, guint column);

/**
 * plwu_sheet_face_unbind:
 *
 * The next bind reads the model again, whatever the place.
 */
void plwu_sheet_face_unbind (PlwuSheetFace *self);

/**
 * plwu_sheet_face_restyle:
 *
 * The widget's font is another.
 */
void plwu_sheet_face_restyle (PlwuSheetFace *self);

/**
 * plwu_sheet_face_draw:
 *
 * Into the rectangle from the snapshot's origin on.
 */
void plwu_sheet_face_draw (PlwuSheetFace *self, GtkSnapshot *snapshot, int width, int height);

guint plwu_sheet_face_get_row (const PlwuSheetFace *self);
guint plwu_sheet_face_get_column (const PlwuSheetFace *self);
PlwuSheetKind plwu_sheet_face_get_kind (const PlwuSheetFace *self);

/* Whether it is in view. */
void plwu_sheet_face_set_shown (PlwuSheetFace *self, gboolean is_shown);
gboolean plwu_sheet_face_is_shown (const PlwuSheetFace *self);

/**
 * plwu_sheet_face_get_wanted_width:
 * Returns: the width a figure needs; 0 for other texts, which may be cut short
 */
int plwu_sheet_face_get_wanted_width (PlwuSheetFace *self);

/**
 * plwu_sheet_face_get_tooltip:
 * Returns: (transfer none) (nullable): the model's, or the text where it does not fit
 */
const char *plwu_sheet_face_get_tooltip (PlwuSheetFace *self);

G_END_DECLS
