/* plwu-palette.h: the colours and patterns of all pictures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlwuPaletteColour: colours by meaning. The series follow the Government
 * Analysis Function's categorical palette; dark variants keep a contrast of
 * three to one with a dark background.
 */
typedef enum
{
  PLWU_COLOUR_BACKGROUND,
  PLWU_COLOUR_TEXT,
  PLWU_COLOUR_TEXT_DIM,
  PLWU_COLOUR_GRID,
  PLWU_COLOUR_FOCUS,
  PLWU_COLOUR_SERIES_1, /* dark blue */
  PLWU_COLOUR_SERIES_2, /* turquoise */
  PLWU_COLOUR_SERIES_3, /* dark pink */
  PLWU_COLOUR_SERIES_4, /* orange */
  PLWU_COLOUR_SERIES_5, /* dark grey */
  PLWU_COLOUR_SERIES_6, /* light purple */
  PLWU_COLOUR_STEP_1,   /* sequential, strongest */
  PLWU_COLOUR_STEP_2,
  PLWU_COLOUR_STEP_3,
  PLWU_N_COLOURS,
} PlwuPaletteColour;

/**
 * PlwuColour: as cairo takes it, each part 0 to 1.
 */
typedef struct
{
  float red;
  float green;
  float blue;
  float alpha;
} PlwuColour;

typedef struct
{
  gboolean is_dark;
  PlwuColour colours[PLWU_N_COLOURS];
} PlwuPalette;

/**
 * plwu_palette_get:
 * Returns: (transfer none): the palette for a light or a dark background
 */
const PlwuPalette *plwu_palette_get (gboolean is_dark);

/**
 * plwu_palette_contrast:
 * Returns: the contrast of two opaque colours as WCAG 2 counts it, 1 to 21
 */
double plwu_palette_contrast (const PlwuColour *one, const PlwuColour *other);

/**
 * plwu_palette_shade:
 * @share: 0 (background) to 1 (the strongest step)
 * @ret_fill: (out): the colour of a heatmap cell
 * @ret_text: (out): the colour of text on it
 */
void plwu_palette_shade (const PlwuPalette *self, double share, PlwuColour *ret_fill, PlwuColour *ret_text);

G_END_DECLS
