/* plwu-paper.c: blocks flow over pages, which are then drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-paper-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <placewright/error.h>

#define HEAD_TOP 34.0
#define FOOT_TOP (PLWU_PAGE_HEIGHT - 40.0)

double
plwu_paper_get_width (void)
{
  return PLWU_CONTENT_WIDTH;
}

static void
free_block (gpointer data)
{
  PlwuBlock *block = data;

  block->class->free (block);
}

static void
clear_section (gpointer data)
{
  g_free (((PlwuSection *) data)->text);
}

PlwuPaper *
plwu_paper_new (const PlwuPaperInfo *info)
{
  g_return_val_if_fail (info != NULL, NULL);

  PlwuPaper *paper = g_new0 (PlwuPaper, 1);

  paper->title = plwu_paper_clean (info->title);
  paper->author = plwu_paper_clean (info->author);
  paper->subject = plwu_paper_clean (info->subject);
  paper->keywords = plwu_paper_clean (info->keywords);
  paper->language = plwu_paper_clean (info->language);
  paper->head_left = plwu_paper_clean (info->head_left);
  paper->head_right = plwu_paper_clean (info->head_right);
  paper->foot = plwu_paper_clean (info->foot);
  paper->created = info->created;
  paper->blocks = g_ptr_array_new_with_free_func (free_block);
  paper->sections = g_array_new (FALSE, FALSE, sizeof (PlwuSection));
  g_array_set_clear_func (paper->sections, clear_section);
  paper->descriptions = g_ptr_array_new_with_free_func (g_free);
  paper->places = g_array_new (FALSE, FALSE, sizeof (PlwuPlace));
  return paper;
}

void
plwu_paper_free (PlwuPaper *paper)
{
  if (paper == NULL)
    return;
  g_free (paper->title);
  g_free (paper->author);
  g_free (paper->subject);
  g_free (paper->keywords);
  g_free (paper->language);
  g_free (paper->head_left);
  g_free (paper->head_right);
  g_free (paper->foot);
  g_ptr_array_unref (paper->blocks);
  g_array_unref (paper->sections);
  g_ptr_array_unref (paper->descriptions);
  g_array_unref (paper->places);
  g_free (paper);
}

void
plwu_paper_add_block (PlwuPaper *paper, PlwuBlock *block)
{
  g_ptr_array_add (paper->blocks, block);
}

void
plwu_paper_add_table (PlwuPaper *paper, PlwuPaperTable *table)
{
  g_return_if_fail (paper != NULL && table != NULL);

  if (plwu_paper_table_get_n_rows (table) == 0)
    plwu_paper_table_free (table);
  else
    plwu_paper_add_block (paper, plwu_table_block_new (table));
}

void
plwu_paper_add_figure (PlwuPaper *paper, const PlwuPaperFigure *figure)
{
  g_return_if_fail (paper != NULL && figure != NULL && figure->draw != NULL);

  plwu_paper_add_block (paper, plwu_figure_block_new (paper, figure));
}

void
plwu_paper_add_tiles (PlwuPaper *paper, const PlwuPaperTile *tiles, guint n_tiles)
{
  g_return_if_fail (paper != NULL && n_tiles > 0);

  plwu_paper_add_block (paper, plwu_tiles_block_new (tiles, n_tiles));
}

void
plwu_paper_add_heading (PlwuPaper *paper, int level, const char *text)
{
  g_return_if_fail (paper != NULL && text != NULL);

  plwu_paper_add_block (paper, plwu_heading_block_new (paper, level, text));
}

void
plwu_paper_add_contents (PlwuPaper *paper)
{
  g_return_if_fail (paper != NULL);

  plwu_paper_add_block (paper, plwu_contents_block_new ());
}

/* Placing */

double
plwu_paper_get_room (const PlwuPaper *paper)
{
  return PLWU_PAGE_HEIGHT - PLWU_PAGE_BOTTOM - paper->cursor;
}

void
plwu_paper_turn_page (PlwuPaper *paper)
{
  paper->page++;
  paper->cursor = PLWU_PAGE_TOP;
}

void
plwu_paper_put (PlwuPaper *paper, PlwuBlock *block, double height, guint first, guint last)
{
  PlwuPlace place = { block, paper->page, paper->cursor, height, first, last };

  g_array_append_val (paper->places, place);
  paper->cursor += height;
}

static gboolean
is_at_top (const PlwuPaper *paper)
{
  return paper->cursor <= PLWU_PAGE_TOP;
}

/* What must stand on one page, from block @index on; where that is more than a page, the block alone. */
static double
get_kept (PlwuPaper *paper, guint index)
{
  double height = 0;
  gboolean is_heading = FALSE;

  for (guint i = index; i < paper->blocks->len; i++)
    {
      PlwuBlock *block = g_ptr_array_index (paper->blocks, i);

      if (block->is_heading && i > index && !is_heading)
        break;
      is_heading = block->is_heading;
      height += (i > index ? block->before : 0) + block->class->start (block, paper);
      if (!block->is_kept_with_next)
        break;
    }
  if (height > PLWU_CONTENT_HEIGHT)
    {
      PlwuBlock *block = g_ptr_array_index (paper->blocks, index);

      return block->class->start (block, paper);
    }
  return height;
}

static void
place_all (PlwuPaper *paper)
{
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      PlwuBlock *block = g_ptr_array_index (paper->blocks, i);

      if (block->class->measure != NULL)
        block->class->measure (block, paper);
    }
  g_array_set_size (paper->places, 0);
  paper->page = 0;
  paper->cursor = PLWU_PAGE_TOP;
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      PlwuBlock *block = g_ptr_array_index (paper->blocks, i);
      double before = is_at_top (paper) ? 0 : block->before;

      if (before + get_kept (paper, i) > plwu_paper_get_room (paper) && !is_at_top (paper))
        {
          plwu_paper_turn_page (paper);
          before = 0;
        }
      paper->cursor += before;
      block->class->place (block, paper);
    }
}

/* Drawing */

static void
draw_margins (PlwuPaper *paper, guint page)
{
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, paper->page + 1);
  double right = PLWU_PAGE_WIDTH - PLWU_PAGE_SIDE;
  double number_width = plwu_paper_text_width (paper, PLWU_FONT_SMALL, number);
  double head_width = PLWU_CONTENT_WIDTH / 2 - 6;
  PangoLayout *layout;

  plwu_paper_set_ink (paper, PLWU_INK_RULE);
  plwu_paper_rule (paper, PLWU_PAGE_SIDE, FOOT_TOP - 6, PLWU_CONTENT_WIDTH, 0.5);
  if (page > 0)
    plwu_paper_rule (paper, PLWU_PAGE_SIDE, HEAD_TOP + 14, PLWU_CONTENT_WIDTH, 0.5);
  plwu_paper_set_ink (paper, PLWU_INK_QUIET);
  layout = plwu_paper_layout (paper, PLWU_FONT_SMALL, paper->foot, PLWU_CONTENT_WIDTH - number_width - 12, 1);
  pango_layout_set_height (layout, -1);
  plwu_paper_show (paper, layout, PLWU_PAGE_SIDE, FOOT_TOP);
  layout = plwu_paper_layout (paper, PLWU_FONT_SMALL, number, 0, 1);
  plwu_paper_show (paper, layout, right - number_width, FOOT_TOP);
  if (page == 0)
    return;
  layout = plwu_paper_layout (paper, PLWU_FONT_SMALL, paper->head_left, head_width, 1);
  pango_layout_set_height (layout, -1);
  plwu_paper_show (paper, layout, PLWU_PAGE_SIDE, HEAD_TOP);
  layout = plwu_paper_layout (paper, PLWU_FONT_SMALL, paper->head_right, head_width, 1);
  pango_layout_set_height (layout, -1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  plwu_paper_show (paper, layout, right - head_width, HEAD_TOP);
  pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
}

static void
draw_pages (PlwuPaper *paper)
{
  guint next = 0;

  plwu_paper_begin_tag (paper, "Document");
  for (guint page = 0; page <= paper->page; page++)
    {
      for (; next < paper->places->len; next++)
        {
          const PlwuPlace *place = &g_array_index (paper->places, PlwuPlace, next);

          if (place->page != page)
            break;
          if (place->block->class->draw != NULL)
            place->block->class->draw (place->block, paper, place);
        }
      if (page == paper->page)
        {
          plwu_paper_end_section (paper);
          plwu_paper_end_tag (paper, "Document");
        }
      draw_margins (paper, page);
      cairo_show_page (paper->cr);
    }
}

static cairo_status_t
write_bytes_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (PlwuPaper *paper, cairo_surface_t *surface)
{
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc (paper->created);
  g_autofree char *date = created != NULL ? g_date_time_format (created, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  const struct
  {
    cairo_pdf_metadata_t key;
    const char *text;
  } texts[] = {
    { CAIRO_PDF_METADATA_TITLE, paper->title },
    { CAIRO_PDF_METADATA_AUTHOR, paper->author },
    { CAIRO_PDF_METADATA_SUBJECT, paper->subject },
    { CAIRO_PDF_METADATA_KEYWORDS, paper->keywords },
    { CAIRO_PDF_METADATA_CREATOR, "Placewright " PLW_VERSION },
    { CAIRO_PDF_METADATA_CREATE_DATE, date },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].text != NULL && texts[i].text[0] != '\0')
      cairo_pdf_surface_set_metadata (surface, texts[i].key, texts[i].text);
}

static void
clear_layouts (PlwuPaper *paper)
{
  for (int i = 0; i < PLWU_N_FONTS; i++)
    g_clear_object (&paper->layouts[i]);
  g_clear_object (&paper->pango);
}

GBytes *
plwu_paper_render (PlwuPaper *paper, guint *ret_n_pages, GError **error)
{
  g_return_val_if_fail (paper != NULL, NULL);

  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (write_bytes_cb, bytes, PLWU_PAGE_WIDTH, PLWU_PAGE_HEIGHT);
  cairo_status_t status;

  /* Later versions may pack objects, which plwu_paper_finish() could then not add to. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (paper, surface);
  paper->cr = cairo_create (surface);
  place_all (paper);
  draw_pages (paper);
  plwu_paper_add_outline (paper, surface);
  clear_layouts (paper);
  status = cairo_status (paper->cr);
  g_clear_pointer (&paper->cr, cairo_destroy);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("The paper could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  if (ret_n_pages != NULL)
    *ret_n_pages = paper->page + 1;
  return plwu_paper_finish (paper, bytes);
}
