/* plwu-picture.h: a picture with its table, copy and save.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "pictures/plwu-drawing.h"

G_BEGIN_DECLS

#define PLWU_TYPE_PICTURE (plwu_picture_get_type ())

G_DECLARE_FINAL_TYPE (PlwuPicture, plwu_picture, PLWU, PICTURE, AdwBin)

/**
 * plwu_picture_set_drawing:
 * @drawing: (transfer full): scrolls within its frame where it does not fit any size
 */
void plwu_picture_set_drawing (PlwuPicture *self, PlwuDrawing *drawing);

/**
 * plwu_picture_refresh:
 *
 * Reads the table anew where it is shown.
 */
void plwu_picture_refresh (PlwuPicture *self);

G_END_DECLS
