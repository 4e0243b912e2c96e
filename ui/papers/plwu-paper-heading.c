/* plwu-paper-heading.c: headings, the contents and the outline that lead to them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-paper-private.h"

#include <cairo-pdf.h>

#define BEFORE_1 26.0
#define BEFORE_2 14.0
#define AFTER_1 4.0
#define CONTENTS_ROW 16.0

typedef struct
{
  PlwuBlock block;
  guint section;
  double height;
} HeadingBlock;

static PlwuSection *
get_section (PlwuPaper *paper, guint section)
{
  return &g_array_index (paper->sections, PlwuSection, section);
}

static PlwuFont
get_font (const PlwuSection *section)
{
  return section->level == 1 ? PLWU_FONT_HEADING_1 : PLWU_FONT_HEADING_2;
}

static void
measure_heading (PlwuBlock *block, PlwuPaper *paper)
{
  HeadingBlock *self = (HeadingBlock *) block;
  const PlwuSection *section = get_section (paper, self->section);

  self->height = plwu_paper_text_height (paper, get_font (section), section->text, PLWU_CONTENT_WIDTH)
                 + (section->level == 1 ? AFTER_1 : 0);
}

static double
start_heading (PlwuBlock *block, PlwuPaper *paper)
{
  return ((HeadingBlock *) block)->height;
}

static void
place_heading (PlwuBlock *block, PlwuPaper *paper)
{
  HeadingBlock *self = (HeadingBlock *) block;

  get_section (paper, self->section)->page = paper->page;
  plwu_paper_put (paper, block, self->height, 0, 0);
}

void
plwu_paper_end_section (PlwuPaper *paper)
{
  if (paper->in_section)
    plwu_paper_end_tag (paper, "Sect");
  paper->in_section = FALSE;
}

static void
draw_heading (PlwuBlock *block, PlwuPaper *paper, const PlwuPlace *place)
{
  HeadingBlock *self = (HeadingBlock *) block;
  const PlwuSection *section = get_section (paper, self->section);
  const char *tag = section->level == 1 ? "H1" : "H2";
  g_autofree char *name = g_strdup_printf ("name='s%u'", self->section);

  if (section->level == 1)
    {
      plwu_paper_end_section (paper);
      plwu_paper_begin_tag (paper, "Sect");
      paper->in_section = TRUE;
    }
  plwu_paper_set_ink (paper, PLWU_INK_STRONG);
  plwu_paper_begin_tag (paper, tag);
  cairo_tag_begin (paper->cr, CAIRO_TAG_DEST, name);
  plwu_paper_show (paper, plwu_paper_layout (paper, get_font (section), section->text, PLWU_CONTENT_WIDTH, 1),
                   PLWU_PAGE_SIDE, place->top);
  cairo_tag_end (paper->cr, CAIRO_TAG_DEST);
  plwu_paper_end_tag (paper, tag);
}

static void
free_heading (PlwuBlock *block)
{
  g_free (block);
}

static const PlwuBlockClass heading_class = { measure_heading, start_heading, place_heading, draw_heading,
                                              free_heading };

PlwuBlock *
plwu_heading_block_new (PlwuPaper *paper, int level, const char *text)
{
  HeadingBlock *self = g_new0 (HeadingBlock, 1);
  PlwuSection section = { .text = plwu_paper_clean (text), .level = level };

  self->block = (PlwuBlock){ .class = &heading_class,
                             .before = level == 1 ? BEFORE_1 : BEFORE_2,
                             .is_kept_with_next = TRUE,
                             .is_heading = TRUE };
  self->section = paper->sections->len;
  g_array_append_val (paper->sections, section);
  return &self->block;
}

/* Contents: rows are sections of the first level. */

static guint
count_rows (PlwuPaper *paper)
{
  guint n = 0;

  for (guint i = 0; i < paper->sections->len; i++)
    n += get_section (paper, i)->level == 1;
  return n;
}

static double
start_contents (PlwuBlock *block, PlwuPaper *paper)
{
  return CONTENTS_ROW * MIN (count_rows (paper), 2);
}

static void
place_contents (PlwuBlock *block, PlwuPaper *paper)
{
  guint n_rows = count_rows (paper);

  for (guint first = 0; first < n_rows;)
    {
      guint n = MIN ((guint) (plwu_paper_get_room (paper) / CONTENTS_ROW), n_rows - first);

      if (n > 0)
        plwu_paper_put (paper, block, n * CONTENTS_ROW, first, first + n);
      first += n;
      if (first < n_rows)
        plwu_paper_turn_page (paper);
    }
}

static void
draw_dots (PlwuPaper *paper, double from, double to, double y)
{
  static const double dots[] = { 0, 4 };

  if (to <= from)
    return;
  cairo_save (paper->cr);
  plwu_paper_set_ink (paper, PLWU_INK_RULE);
  cairo_set_line_width (paper->cr, 0.9);
  cairo_set_line_cap (paper->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (paper->cr, dots, 2, 0);
  cairo_move_to (paper->cr, from, y);
  cairo_line_to (paper->cr, to, y);
  cairo_stroke (paper->cr);
  cairo_restore (paper->cr);
}

static void
draw_row (PlwuPaper *paper, guint index, double top)
{
  const PlwuSection *section = get_section (paper, index);
  g_autofree char *page = g_strdup_printf ("%u", section->page + 1);
  g_autofree char *link = g_strdup_printf ("dest='s%u'", index);
  double page_width = plwu_paper_text_width (paper, PLWU_FONT_BODY, page);
  double width = MIN (plwu_paper_text_width (paper, PLWU_FONT_BODY, section->text), PLWU_CONTENT_WIDTH - 40);
  double right = PLWU_PAGE_WIDTH - PLWU_PAGE_SIDE;
  PangoLayout *layout;

  plwu_paper_set_ink (paper, PLWU_INK_TEXT);
  plwu_paper_begin_tag (paper, "TOCI");
  cairo_tag_begin (paper->cr, CAIRO_TAG_LINK, link);
  layout = plwu_paper_layout (paper, PLWU_FONT_BODY, section->text, width + 1, 1);
  pango_layout_set_height (layout, -1);
  plwu_paper_show (paper, layout, PLWU_PAGE_SIDE, top);
  plwu_paper_show (paper, plwu_paper_layout (paper, PLWU_FONT_BODY, page, 0, 1), right - page_width, top);
  cairo_tag_end (paper->cr, CAIRO_TAG_LINK);
  plwu_paper_end_tag (paper, "TOCI");
  draw_dots (paper, PLWU_PAGE_SIDE + width + 6, right - page_width - 6, top + 9);
}

static void
draw_contents (PlwuBlock *block, PlwuPaper *paper, const PlwuPlace *place)
{
  guint row = 0;

  plwu_paper_begin_tag (paper, "TOC");
  for (guint i = 0; i < paper->sections->len; i++)
    {
      if (get_section (paper, i)->level != 1)
        continue;
      if (row >= place->first && row < place->last)
        draw_row (paper, i, place->top + (row - place->first) * CONTENTS_ROW);
      row++;
    }
  plwu_paper_end_tag (paper, "TOC");
}

static const PlwuBlockClass contents_class = { NULL, start_contents, place_contents, draw_contents,
                                               free_heading };

PlwuBlock *
plwu_contents_block_new (void)
{
  PlwuBlock *self = g_new0 (PlwuBlock, 1);

  *self = (PlwuBlock){ .class = &contents_class, .before = 6 };
  return self;
}

void
plwu_paper_add_outline (PlwuPaper *paper, cairo_surface_t *surface)
{
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < paper->sections->len; i++)
    {
      const PlwuSection *section = get_section (paper, i);
      g_autofree char *link = g_strdup_printf ("dest='s%u'", i);
      int item = cairo_pdf_surface_add_outline (
          surface, section->level == 1 ? CAIRO_PDF_OUTLINE_ROOT : parent, section->text, link, 0);

      if (section->level == 1)
        parent = item;
    }
}
