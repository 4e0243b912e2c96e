/* plwu-paper.h: a printed paper: blocks that flow over numbered A4 pages.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Needs no display. All lengths are points, 72 to the inch. Texts are plain and are copied.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "plwu-paper-table.h"

G_BEGIN_DECLS

/**
 * PlwuPaperInfo: what the document says of itself. All is copied.
 * @title, @author, @subject, @keywords: as document properties have them
 * @language: of the texts, such as `en-GB`
 * @created: seconds since 1970
 * @head_left, @head_right: at the top of every page but the first
 * @foot: at the bottom of every page, beside its number
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *keywords;
  const char *language;
  gint64 created;
  const char *head_left;
  const char *head_right;
  const char *foot;
} PlwuPaperInfo;

typedef enum
{
  PLWU_PAPER_TITLE,
  PLWU_PAPER_SUBTITLE,
  PLWU_PAPER_LEAD, /* the finding of a section */
  PLWU_PAPER_BODY,
  PLWU_PAPER_BULLET, /* one of a list */
  PLWU_PAPER_SMALL,
  PLWU_PAPER_N_TEXTS,
} PlwuPaperText;

/**
 * PlwuPaperDrawFunc:
 * Draws at the origin, within @width and @height.
 */
typedef void (*PlwuPaperDrawFunc) (cairo_t *cr, double width, double height, void *data);

/**
 * PlwuPaperFigure: a picture.
 * @description: what those who do not see it are told; copied
 * @height, @least: how high it is, and how low it may become to stay on a page
 * @data: (transfer full)
 */
typedef struct
{
  const char *description;
  double height;
  double least;
  PlwuPaperDrawFunc draw;
  void *data;
  GDestroyNotify destroy;
} PlwuPaperFigure;

/**
 * PlwuPaperTile: a large figure and what it is. Texts are copied.
 */
typedef struct
{
  const char *figure;
  const char *label;
} PlwuPaperTile;

typedef struct _PlwuPaper PlwuPaper;

PlwuPaper *plwu_paper_new (const PlwuPaperInfo *info) G_GNUC_WARN_UNUSED_RESULT;
void plwu_paper_free (PlwuPaper *paper);

/**
 * plwu_paper_get_width:
 * Returns: between the margins
 */
double plwu_paper_get_width (void);

/**
 * plwu_paper_add_heading:
 * @level: 1: a section, which is in the contents; 2: within it
 */
void plwu_paper_add_heading (PlwuPaper *paper, int level, const char *text);

/* Nothing is added where the text is empty. */
void plwu_paper_add_text (PlwuPaper *paper, PlwuPaperText style, const char *text);

/**
 * plwu_paper_add_contents:
 *
 * The sections of the whole paper with their pages, those too that follow.
 */
void plwu_paper_add_contents (PlwuPaper *paper);

/**
 * plwu_paper_add_table:
 * @table: (transfer full): one without rows is dropped
 */
void plwu_paper_add_table (PlwuPaper *paper, PlwuPaperTable *table);
void plwu_paper_add_figure (PlwuPaper *paper, const PlwuPaperFigure *figure);
void plwu_paper_add_tiles (PlwuPaper *paper, const PlwuPaperTile *tiles, guint n_tiles);
void plwu_paper_add_space (PlwuPaper *paper, double height);
void plwu_paper_add_page_break (PlwuPaper *paper);

/**
 * plwu_paper_render:
 * @ret_n_pages: (out) (optional)
 *
 * The same blocks give the same bytes.
 *
 * Returns: (transfer full) (nullable): a PDF; NULL with %PLW_ERROR_IO where it could not be drawn
 */
GBytes *plwu_paper_render (PlwuPaper *paper, guint *ret_n_pages, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuPaper, plwu_paper_free)

G_END_DECLS
