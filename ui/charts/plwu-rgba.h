/* plwu-rgba.h: the colours of pictures as GTK takes them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "pictures/plwu-palette.h"

G_BEGIN_DECLS

static inline GdkRGBA
plwu_rgba_get (const PlwuPalette *palette, PlwuPaletteColour colour)
{
  const PlwuColour *found = &palette->colours[colour];

  return (GdkRGBA){ found->red, found->green, found->blue, found->alpha };
}

G_END_DECLS
