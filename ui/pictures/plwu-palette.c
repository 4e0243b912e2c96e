/* plwu-palette.c: the colours and patterns of all pictures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-palette.h"

#include <math.h>

#define HEX(rgb)                                                                                             \
  {                                                                                                          \
    ((rgb) >> 16 & 0xff) / 255.0f, ((rgb) >> 8 & 0xff) / 255.0f, ((rgb) &0xff) / 255.0f, 1                   \
  }

static const PlwuPalette palettes[] = {
  {
      .is_dark = FALSE,
      .colours = {
        [PLWU_COLOUR_BACKGROUND] = HEX (0xffffff),
        [PLWU_COLOUR_TEXT] = HEX (0x1c1c1c),
        [PLWU_COLOUR_TEXT_DIM] = HEX (0x595959),
        [PLWU_COLOUR_GRID] = HEX (0xdcdcdc),
        [PLWU_COLOUR_FOCUS] = HEX (0x1c1c1c),
        [PLWU_COLOUR_SERIES_1] = HEX (0x12436d),
        [PLWU_COLOUR_SERIES_2] = HEX (0x28a197),
        [PLWU_COLOUR_SERIES_3] = HEX (0x801650),
        [PLWU_COLOUR_SERIES_4] = HEX (0xf46a25),
        [PLWU_COLOUR_SERIES_5] = HEX (0x3d3d3d),
        [PLWU_COLOUR_SERIES_6] = HEX (0xa285d1),
        [PLWU_COLOUR_STEP_1] = HEX (0x12436d),
        [PLWU_COLOUR_STEP_2] = HEX (0x2073bc),
        [PLWU_COLOUR_STEP_3] = HEX (0x6bace6),
      },
  },
  {
      .is_dark = TRUE,
      .colours = {
        [PLWU_COLOUR_BACKGROUND] = HEX (0x1e1e1e),
        [PLWU_COLOUR_TEXT] = HEX (0xffffff),
        [PLWU_COLOUR_TEXT_DIM] = HEX (0xb8b8b8),
        [PLWU_COLOUR_GRID] = HEX (0x3f3f3f),
        [PLWU_COLOUR_FOCUS] = HEX (0xffffff),
        [PLWU_COLOUR_SERIES_1] = HEX (0x5694ca),
        [PLWU_COLOUR_SERIES_2] = HEX (0x28a197),
        [PLWU_COLOUR_SERIES_3] = HEX (0xe07fb2),
        [PLWU_COLOUR_SERIES_4] = HEX (0xf46a25),
        [PLWU_COLOUR_SERIES_5] = HEX (0xc8c8c8),
        [PLWU_COLOUR_SERIES_6] = HEX (0xa285d1),
        [PLWU_COLOUR_STEP_1] = HEX (0xc4dff6),
        [PLWU_COLOUR_STEP_2] = HEX (0x6bace6),
        [PLWU_COLOUR_STEP_3] = HEX (0x2073bc),
      },
  },
};

const PlwuPalette *
plwu_palette_get (gboolean is_dark)
{
  return &palettes[is_dark ? 1 : 0];
}

static double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const PlwuColour *colour)
{
  return 0.2126 * linearise ((double) colour->red) + 0.7152 * linearise ((double) colour->green)
         + 0.0722 * linearise ((double) colour->blue);
}

double
plwu_palette_contrast (const PlwuColour *one, const PlwuColour *other)
{
  double a = get_luminance (one) + 0.05;
  double b = get_luminance (other) + 0.05;

  return a > b ? a / b : b / a;
}

static PlwuColour
mix (const PlwuColour *from, const PlwuColour *to, double share)
{
  float t = (float) share;

  return (PlwuColour){ from->red + (to->red - from->red) * t, from->green + (to->green - from->green) * t,
                       from->blue + (to->blue - from->blue) * t, 1 };
}

void
plwu_palette_shade (const PlwuPalette *self, double share, PlwuColour *ret_fill, PlwuColour *ret_text)
{
  static const PlwuColour black = { 0, 0, 0, 1 };
  static const PlwuColour white = { 1, 1, 1, 1 };
  const PlwuColour *stops[] = {
    &self->colours[PLWU_COLOUR_BACKGROUND],
    &self->colours[PLWU_COLOUR_STEP_3],
    &self->colours[PLWU_COLOUR_STEP_2],
    &self->colours[PLWU_COLOUR_STEP_1],
  };
  double place = CLAMP (share, 0, 1) * 3;
  int stop = MIN (2, (int) place);

  *ret_fill = mix (stops[stop], stops[stop + 1], place - stop);
  *ret_text =
      plwu_palette_contrast (ret_fill, &black) > plwu_palette_contrast (ret_fill, &white) ? black : white;
}
