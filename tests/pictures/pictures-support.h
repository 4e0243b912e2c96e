/* pictures-support.h: the examples worked out and put into every picture.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/fragmentation.h>

#include "pictures/plwu-drawing.h"

typedef enum
{
  PICTURE_NEED_MONEY,
  PICTURE_BRIDGE,
  PICTURE_SHORTFALL,
  PICTURE_ONE_POT,
  PICTURE_RULES,
  PICTURE_CLIFFS,
  PICTURE_FLOWS,
  PICTURE_CAPITAL,
  PICTURE_VALLEY,
  PICTURE_PARTNERS,
  N_PICTURES,
} Picture;

/* An example under both policies; @fragmentation is NULL where it was not asked for. */
typedef struct
{
  PlwStudy *study;
  PlwResult *today;
  PlwResult *pooled;
  PlwFragmentation *fragmentation;
} Example;

Example *example_new (const char *name, gboolean has_fragmentation);
void example_free (Example *self);

/* NULL for what rules cost, where that was not asked for. */
PlwuDrawing *example_draw (const Example *self, Picture picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Example, example_free)
