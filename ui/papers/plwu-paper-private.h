/* plwu-paper-private.h: what the files of a paper share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A block is placed once, on as many pages as it takes, and then drawn in each of its places. Pages are
 * counted before anything is drawn, so that the contents know them.
 */
#pragma once

#include <pango/pangocairo.h>

#include "plwu-paper.h"

G_BEGIN_DECLS

/* A4 */
#define PLWU_PAGE_WIDTH 595.28
#define PLWU_PAGE_HEIGHT 841.89
#define PLWU_PAGE_SIDE 48.0
#define PLWU_PAGE_TOP 62.0
#define PLWU_PAGE_BOTTOM 60.0

typedef enum
{
  PLWU_FONT_TITLE,
  PLWU_FONT_SUBTITLE,
  PLWU_FONT_HEADING_1,
  PLWU_FONT_HEADING_2,
  PLWU_FONT_LEAD,
  PLWU_FONT_BODY,
  PLWU_FONT_SMALL,
  PLWU_FONT_CAPTION,
  PLWU_FONT_TABLE,
  PLWU_FONT_TABLE_BOLD,
  PLWU_FONT_TILE,
  PLWU_FONT_LABEL, /* of a tile */
  PLWU_N_FONTS,
} PlwuFont;

typedef enum
{
  PLWU_INK_TEXT,
  PLWU_INK_QUIET,
  PLWU_INK_STRONG,
  PLWU_INK_RULE,
  PLWU_INK_BAND,
} PlwuInk;

typedef struct _PlwuBlock PlwuBlock;

/**
 * PlwuPlace: where a block, or rows of it, stands.
 * @top, @height: from the top of the page
 * @first, @last: of what the block counts: rows; @last is beyond them
 */
typedef struct
{
  PlwuBlock *block;
  guint page;
  double top;
  double height;
  guint first;
  guint last;
} PlwuPlace;

/**
 * PlwuBlockClass:
 * @measure: (nullable): called once before anything is placed
 * @start: how much of it must stand on one page with what is kept with it
 * @place: puts it at the cursor
 * @draw: (nullable): in one of its places
 */
typedef struct
{
  void (*measure) (PlwuBlock *block, PlwuPaper *paper);
  double (*start) (PlwuBlock *block, PlwuPaper *paper);
  void (*place) (PlwuBlock *block, PlwuPaper *paper);
  void (*draw) (PlwuBlock *block, PlwuPaper *paper, const PlwuPlace *place);
  void (*free) (PlwuBlock *block);
} PlwuBlockClass;

/**
 * PlwuBlock:
 * @before: room above it where it does not begin a page
 * @is_kept_with_next: whether it may not end a page
 * @is_heading: what stands before it may end a page all the same
 */
struct _PlwuBlock
{
  const PlwuBlockClass *class;
  double before;
  gboolean is_kept_with_next;
  gboolean is_heading;
};

/* A heading, as contents and outline name it. */
typedef struct
{
  char *text;
  int level;
  guint page;
} PlwuSection;

struct _PlwuPaper
{
  char *title;
  char *author;
  char *subject;
  char *keywords;
  char *language;
  char *head_left;
  char *head_right;
  char *foot;
  gint64 created;
  GPtrArray *blocks;
  GArray *sections;
  GPtrArray *descriptions; /* of figures, in their order */

  /* While placing */
  GArray *places;
  guint page;
  double cursor; /* from the top of the page */

  /* While drawing */
  cairo_t *cr;
  PangoContext *pango;
  PangoLayout *layouts[PLWU_N_FONTS];
  gboolean in_section;
};

#define PLWU_CONTENT_WIDTH (PLWU_PAGE_WIDTH - 2 * PLWU_PAGE_SIDE)
#define PLWU_CONTENT_HEIGHT (PLWU_PAGE_HEIGHT - PLWU_PAGE_TOP - PLWU_PAGE_BOTTOM)

/**
 * plwu_paper_add_block:
 * @block: (transfer full)
 */
void plwu_paper_add_block (PlwuPaper *paper, PlwuBlock *block);

/* While placing */
double plwu_paper_get_room (const PlwuPaper *paper);
void plwu_paper_turn_page (PlwuPaper *paper);
void plwu_paper_put (PlwuPaper *paper, PlwuBlock *block, double height, guint first, guint last);

/* Texts */

/**
 * plwu_paper_clean:
 * Returns: (transfer full): valid UTF-8 on one line
 */
char *plwu_paper_clean (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_paper_layout:
 * @width: 0: as wide as it is
 * @scale: of the font's size
 *
 * Returns: (transfer none): good until the next call with the same font
 */
PangoLayout *plwu_paper_layout (PlwuPaper *paper,
                                PlwuFont font,
                                const char *text,
                                double width,
                                double scale);
double plwu_paper_text_height (PlwuPaper *paper, PlwuFont font, const char *text, double width);
double plwu_paper_text_width (PlwuPaper *paper, PlwuFont font, const char *text);

void plwu_paper_set_ink (PlwuPaper *paper, PlwuInk ink);
void plwu_paper_show (PlwuPaper *paper, PangoLayout *layout, double x, double y);

/* From @x to the right, in the current ink. */
void plwu_paper_rule (PlwuPaper *paper, double x, double y, double width, double thickness);

void plwu_paper_begin_tag (PlwuPaper *paper, const char *tag);
void plwu_paper_end_tag (PlwuPaper *paper, const char *tag);

/* Headings */
PlwuBlock *plwu_heading_block_new (PlwuPaper *paper, int level, const char *text);
PlwuBlock *plwu_contents_block_new (void);
void plwu_paper_end_section (PlwuPaper *paper);
void plwu_paper_add_outline (PlwuPaper *paper, cairo_surface_t *surface);

/* Other blocks */
PlwuBlock *plwu_table_block_new (PlwuPaperTable *table);
PlwuBlock *plwu_figure_block_new (PlwuPaper *paper, const PlwuPaperFigure *figure);
PlwuBlock *plwu_tiles_block_new (const PlwuPaperTile *tiles, guint n_tiles);

/**
 * plwu_paper_finish:
 *
 * Adds what cairo has no word for: the language, titles in title bars, and what figures show.
 *
 * Returns: (transfer full)
 */
GBytes *plwu_paper_finish (const PlwuPaper *paper, GByteArray *pdf) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
