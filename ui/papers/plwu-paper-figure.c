/* plwu-paper-figure.c: pictures, large figures, and room between blocks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-paper-private.h"

#define BEFORE 12.0

/* Pictures. What they show is told by plwu_paper_finish(). */

typedef struct
{
  PlwuBlock block;
  PlwuPaperFigure figure;
} FigureBlock;

static double
start_figure (PlwuBlock *block, PlwuPaper *paper)
{
  FigureBlock *self = (FigureBlock *) block;

  return MIN (self->figure.least, PLWU_CONTENT_HEIGHT);
}

static void
place_figure (PlwuBlock *block, PlwuPaper *paper)
{
  FigureBlock *self = (FigureBlock *) block;

  plwu_paper_put (paper, block, MIN (self->figure.height, plwu_paper_get_room (paper)), 0, 0);
}

static void
draw_figure (PlwuBlock *block, PlwuPaper *paper, const PlwuPlace *place)
{
  FigureBlock *self = (FigureBlock *) block;

  plwu_paper_begin_tag (paper, "Figure");
  cairo_save (paper->cr);
  cairo_translate (paper->cr, PLWU_PAGE_SIDE, place->top);
  cairo_rectangle (paper->cr, 0, 0, PLWU_CONTENT_WIDTH, place->height);
  cairo_clip (paper->cr);
  self->figure.draw (paper->cr, PLWU_CONTENT_WIDTH, place->height, self->figure.data);
  cairo_restore (paper->cr);
  plwu_paper_end_tag (paper, "Figure");
}

static void
free_figure (PlwuBlock *block)
{
  FigureBlock *self = (FigureBlock *) block;

  if (self->figure.destroy != NULL)
    self->figure.destroy (self->figure.data);
  g_free (self);
}

static const PlwuBlockClass figure_class = { NULL, start_figure, place_figure, draw_figure, free_figure };

PlwuBlock *
plwu_figure_block_new (PlwuPaper *paper, const PlwuPaperFigure *figure)
{
  FigureBlock *self = g_new0 (FigureBlock, 1);

  self->block = (PlwuBlock){ .class = &figure_class, .before = BEFORE };
  self->figure = *figure;
  g_ptr_array_add (paper->descriptions, plwu_paper_clean (figure->description));
  return &self->block;
}

/* Large figures beside each other */

#define TILE_GAP 14.0
#define TILE_BAR 2.5
#define TILE_PAD 9.0

typedef struct
{
  PlwuBlock block;
  guint n_tiles;
  char **figures;
  char **labels;
  double height;
} TilesBlock;

static double
get_tile_width (const TilesBlock *self)
{
  return (PLWU_CONTENT_WIDTH - (self->n_tiles - 1) * TILE_GAP) / self->n_tiles;
}

static double
get_tile_room (const TilesBlock *self)
{
  return get_tile_width (self) - TILE_PAD;
}

static void
measure_tiles (PlwuBlock *block, PlwuPaper *paper)
{
  TilesBlock *self = (TilesBlock *) block;
  double most = 0;

  for (guint i = 0; i < self->n_tiles; i++)
    most = MAX (most,
                plwu_paper_text_height (paper, PLWU_FONT_TILE, self->figures[i], get_tile_room (self))
                    + plwu_paper_text_height (paper, PLWU_FONT_LABEL, self->labels[i], get_tile_room (self)));
  self->height = most + 4;
}

static double
start_tiles (PlwuBlock *block, PlwuPaper *paper)
{
  return ((TilesBlock *) block)->height;
}

static void
place_tiles (PlwuBlock *block, PlwuPaper *paper)
{
  plwu_paper_put (paper, block, ((TilesBlock *) block)->height, 0, 0);
}

static void
draw_tiles (PlwuBlock *block, PlwuPaper *paper, const PlwuPlace *place)
{
  TilesBlock *self = (TilesBlock *) block;

  for (guint i = 0; i < self->n_tiles; i++)
    {
      double left = PLWU_PAGE_SIDE + i * (get_tile_width (self) + TILE_GAP);
      double height = plwu_paper_text_height (paper, PLWU_FONT_TILE, self->figures[i], get_tile_room (self));

      plwu_paper_set_ink (paper, PLWU_INK_STRONG);
      cairo_rectangle (paper->cr, left, place->top, TILE_BAR, self->height);
      cairo_fill (paper->cr);
      plwu_paper_begin_tag (paper, "P");
      plwu_paper_show (paper,
                       plwu_paper_layout (paper, PLWU_FONT_TILE, self->figures[i], get_tile_room (self), 1),
                       left + TILE_PAD, place->top);
      plwu_paper_set_ink (paper, PLWU_INK_TEXT);
      plwu_paper_show (paper,
                       plwu_paper_layout (paper, PLWU_FONT_LABEL, self->labels[i], get_tile_room (self), 1),
                       left + TILE_PAD, place->top + height + 2);
      plwu_paper_end_tag (paper, "P");
    }
}

static void
free_tiles (PlwuBlock *block)
{
  TilesBlock *self = (TilesBlock *) block;

  g_strfreev (self->figures);
  g_strfreev (self->labels);
  g_free (self);
}

static const PlwuBlockClass tiles_class = { measure_tiles, start_tiles, place_tiles, draw_tiles, free_tiles };

PlwuBlock *
plwu_tiles_block_new (const PlwuPaperTile *tiles, guint n_tiles)
{
  TilesBlock *self = g_new0 (TilesBlock, 1);

  self->block = (PlwuBlock){ .class = &tiles_class, .before = 14 };
  self->n_tiles = n_tiles;
  self->figures = g_new0 (char *, n_tiles + 1);
  self->labels = g_new0 (char *, n_tiles + 1);
  for (guint i = 0; i < n_tiles; i++)
    {
      self->figures[i] = plwu_paper_clean (tiles[i].figure);
      self->labels[i] = plwu_paper_clean (tiles[i].label);
    }
  return &self->block;
}

/* Room, and the end of a page */

typedef struct
{
  PlwuBlock block;
  double height;
  gboolean is_break;
} SpaceBlock;

static double
start_space (PlwuBlock *block, PlwuPaper *paper)
{
  return 0;
}

static void
place_space (PlwuBlock *block, PlwuPaper *paper)
{
  SpaceBlock *self = (SpaceBlock *) block;

  if (self->is_break)
    plwu_paper_turn_page (paper);
  else
    plwu_paper_put (paper, block, MIN (self->height, plwu_paper_get_room (paper)), 0, 0);
}

static void
free_space (PlwuBlock *block)
{
  g_free (block);
}

static const PlwuBlockClass space_class = { NULL, start_space, place_space, NULL, free_space };

static void
add_space (PlwuPaper *paper, double height, gboolean is_break)
{
  SpaceBlock *self = g_new0 (SpaceBlock, 1);

  self->block = (PlwuBlock){ .class = &space_class };
  self->height = height;
  self->is_break = is_break;
  plwu_paper_add_block (paper, &self->block);
}

void
plwu_paper_add_space (PlwuPaper *paper, double height)
{
  g_return_if_fail (paper != NULL);

  add_space (paper, height, FALSE);
}

void
plwu_paper_add_page_break (PlwuPaper *paper)
{
  g_return_if_fail (paper != NULL);

  add_space (paper, 0, TRUE);
}
