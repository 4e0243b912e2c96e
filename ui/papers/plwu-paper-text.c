/* plwu-paper-text.c: how texts of a paper are set.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-paper-private.h"

/* A plain face that council papers are set in, or what looks like it. */
#define FAMILIES "Liberation Sans, Arimo, Arial, Helvetica, DejaVu Sans, Sans"

#define LINES_MOST 40 /* of one paragraph: it never fills a page */
#define BULLET_INDENT 14.0

static const struct
{
  double size;
  PangoWeight weight;
} fonts[] = {
  [PLWU_FONT_TITLE] = { 26, PANGO_WEIGHT_BOLD },     [PLWU_FONT_SUBTITLE] = { 14, PANGO_WEIGHT_NORMAL },
  [PLWU_FONT_HEADING_1] = { 17, PANGO_WEIGHT_BOLD }, [PLWU_FONT_HEADING_2] = { 12.5, PANGO_WEIGHT_BOLD },
  [PLWU_FONT_LEAD] = { 12, PANGO_WEIGHT_NORMAL },    [PLWU_FONT_BODY] = { 10.5, PANGO_WEIGHT_NORMAL },
  [PLWU_FONT_SMALL] = { 8, PANGO_WEIGHT_NORMAL },    [PLWU_FONT_CAPTION] = { 9, PANGO_WEIGHT_BOLD },
  [PLWU_FONT_TABLE] = { 8, PANGO_WEIGHT_NORMAL },    [PLWU_FONT_TABLE_BOLD] = { 8, PANGO_WEIGHT_BOLD },
  [PLWU_FONT_TILE] = { 22, PANGO_WEIGHT_BOLD },      [PLWU_FONT_LABEL] = { 9.5, PANGO_WEIGHT_NORMAL },
};

/* At least 4.5 to 1 on white for what is read, 3 to 1 for what is only drawn. */
static const double inks[][3] = {
  [PLWU_INK_TEXT] = { 0.08, 0.08, 0.10 },      [PLWU_INK_QUIET] = { 0.35, 0.35, 0.38 },
  [PLWU_INK_STRONG] = { 0.071, 0.263, 0.427 }, [PLWU_INK_RULE] = { 0.55, 0.55, 0.58 },
  [PLWU_INK_BAND] = { 0.91, 0.93, 0.95 },
};

char *
plwu_paper_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      g_string_append_unichar (
          clean, g_unichar_iscntrl (letter) || letter == 0x2028 || letter == 0x2029 ? ' ' : letter);
    }
  return g_string_free (clean, FALSE);
}

static PangoContext *
create_context (PlwuPaper *paper)
{
  /* A font map of its own: papers are drawn in any thread. */
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  if (paper->language[0] != '\0')
    pango_context_set_language (context, pango_language_from_string (paper->language));
  return context;
}

static PangoLayout *
create_layout (PlwuPaper *paper, PlwuFont font)
{
  PangoLayout *layout;
  /* Ligatures would stand between readers and the letters. */
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoFontDescription *description = pango_font_description_new ();

  if (paper->pango == NULL)
    paper->pango = create_context (paper);
  layout = pango_layout_new (paper->pango);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0, kern=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_font_description_set_family_static (description, FAMILIES);
  pango_font_description_set_weight (description, fonts[font].weight);
  pango_font_description_set_absolute_size (description, fonts[font].size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_auto_dir (layout, FALSE);
  return layout;
}

PangoLayout *
plwu_paper_layout (PlwuPaper *paper, PlwuFont font, const char *text, double width, double scale)
{
  PangoLayout *layout = paper->layouts[font];
  double size = fonts[font].size * scale * PANGO_SCALE;

  if (layout == NULL)
    layout = paper->layouts[font] = create_layout (paper, font);
  if (pango_font_description_get_size (pango_layout_get_font_description (layout)) != (int) size)
    {
      PangoFontDescription *description =
          pango_font_description_copy (pango_layout_get_font_description (layout));

      pango_font_description_set_absolute_size (description, size);
      pango_layout_set_font_description (layout, description);
      pango_font_description_free (description);
    }
  pango_layout_set_width (layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_height (layout, width > 0 ? -LINES_MOST : -1);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

double
plwu_paper_text_height (PlwuPaper *paper, PlwuFont font, const char *text, double width)
{
  int height;

  pango_layout_get_size (plwu_paper_layout (paper, font, text, width, 1), NULL, &height);
  return (double) height / PANGO_SCALE;
}

double
plwu_paper_text_width (PlwuPaper *paper, PlwuFont font, const char *text)
{
  int width;

  pango_layout_get_size (plwu_paper_layout (paper, font, text, 0, 1), &width, NULL);
  return (double) width / PANGO_SCALE;
}

void
plwu_paper_set_ink (PlwuPaper *paper, PlwuInk ink)
{
  cairo_set_source_rgb (paper->cr, inks[ink][0], inks[ink][1], inks[ink][2]);
}

void
plwu_paper_show (PlwuPaper *paper, PangoLayout *layout, double x, double y)
{
  cairo_move_to (paper->cr, x, y);
  pango_cairo_show_layout (paper->cr, layout);
  cairo_new_path (paper->cr);
}

void
plwu_paper_rule (PlwuPaper *paper, double x, double y, double width, double thickness)
{
  cairo_rectangle (paper->cr, x, y - thickness / 2, width, thickness);
  cairo_fill (paper->cr);
}

void
plwu_paper_begin_tag (PlwuPaper *paper, const char *tag)
{
  cairo_tag_begin (paper->cr, tag, NULL);
}

void
plwu_paper_end_tag (PlwuPaper *paper, const char *tag)
{
  cairo_tag_end (paper->cr, tag);
}

/* Paragraphs */

typedef struct
{
  PlwuBlock block;
  PlwuPaperText style;
  char *text;
  double height;
} TextBlock;

static const struct
{
  PlwuFont font;
  PlwuInk ink;
  double before;
  const char *tag;
  gboolean is_kept_with_next;
} styles[] = {
  [PLWU_PAPER_TITLE] = { PLWU_FONT_TITLE, PLWU_INK_STRONG, 24, "H1" },
  [PLWU_PAPER_SUBTITLE] = { PLWU_FONT_SUBTITLE, PLWU_INK_QUIET, 8, "P" },
  [PLWU_PAPER_LEAD] = { PLWU_FONT_LEAD, PLWU_INK_TEXT, 6, "P", TRUE },
  [PLWU_PAPER_BODY] = { PLWU_FONT_BODY, PLWU_INK_TEXT, 6, "P", TRUE },
  [PLWU_PAPER_BULLET] = { PLWU_FONT_BODY, PLWU_INK_TEXT, 3, "P" },
  [PLWU_PAPER_SMALL] = { PLWU_FONT_SMALL, PLWU_INK_QUIET, 4, "P" },
};

static double
get_indent (const TextBlock *self)
{
  return self->style == PLWU_PAPER_BULLET ? BULLET_INDENT : 0;
}

static void
measure_text (PlwuBlock *block, PlwuPaper *paper)
{
  TextBlock *self = (TextBlock *) block;

  self->height = plwu_paper_text_height (paper, styles[self->style].font, self->text,
                                         PLWU_CONTENT_WIDTH - get_indent (self));
}

static double
start_text (PlwuBlock *block, PlwuPaper *paper)
{
  return ((TextBlock *) block)->height;
}

static void
place_text (PlwuBlock *block, PlwuPaper *paper)
{
  plwu_paper_put (paper, block, ((TextBlock *) block)->height, 0, 0);
}

static void
draw_text (PlwuBlock *block, PlwuPaper *paper, const PlwuPlace *place)
{
  TextBlock *self = (TextBlock *) block;
  PlwuFont font = styles[self->style].font;
  double indent = get_indent (self);

  plwu_paper_set_ink (paper, styles[self->style].ink);
  plwu_paper_begin_tag (paper, styles[self->style].tag);
  if (indent > 0)
    plwu_paper_show (paper, plwu_paper_layout (paper, font, "•", 0, 1), PLWU_PAGE_SIDE + 2, place->top);
  plwu_paper_show (paper, plwu_paper_layout (paper, font, self->text, PLWU_CONTENT_WIDTH - indent, 1),
                   PLWU_PAGE_SIDE + indent, place->top);
  plwu_paper_end_tag (paper, styles[self->style].tag);
}

static void
free_text (PlwuBlock *block)
{
  g_free (((TextBlock *) block)->text);
  g_free (block);
}

static const PlwuBlockClass text_class = { measure_text, start_text, place_text, draw_text, free_text };

void
plwu_paper_add_text (PlwuPaper *paper, PlwuPaperText style, const char *text)
{
  g_return_if_fail (paper != NULL && (unsigned) style < PLWU_PAPER_N_TEXTS);

  TextBlock *self;

  if (text == NULL || text[0] == '\0')
    return;
  self = g_new0 (TextBlock, 1);
  self->block = (PlwuBlock){ .class = &text_class,
                             .before = styles[style].before,
                             .is_kept_with_next = styles[style].is_kept_with_next };
  self->style = style;
  self->text = plwu_paper_clean (text);
  plwu_paper_add_block (paper, &self->block);
}
