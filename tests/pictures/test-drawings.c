/* test-drawings.c: every picture of the examples drawn where there is no display.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pictures-support.h"

#include "pictures/plwu-fragmentation.h"
#include "pictures/plwu-rule-costs.h"

#include <math.h>
#include <string.h>

/* How far beside its place a picture would be seen to draw. */
#define MARGIN 60

/* Pixels: as wide as the text of a page, at its size and at seven tenths of it; and as
 * the window saves it.
 */
static const double sizes[][2] = { { 642, 380 }, { 642, 900 }, { 900, 480 }, { 960, 480 }, { 1100, 640 } };
#define FIRST_WIDE 2

static void
for_each_drawing (void (*check) (PlwuDrawing *drawing, Picture picture, const char *example))
{
  const char *const names[] = { "small", "lancashire" };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (Example) example = example_new (names[i], i == 0);

      for (int picture = 0; picture < N_PICTURES; picture++)
        {
          g_autoptr (PlwuDrawing) drawing = example_draw (example, (Picture) picture);

          if (drawing != NULL)
            check (drawing, (Picture) picture, names[i]);
        }
    }
}

static guint
count_ink (cairo_surface_t *surface, int left, int top, int right, int bottom)
{
  guint n = 0;
  int stride = cairo_image_surface_get_stride (surface);
  const unsigned char *data = cairo_image_surface_get_data (surface);

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      {
        guint32 pixel;

        memcpy (&pixel, data + y * stride + x * 4, sizeof pixel);
        n += (pixel & 0xffffff) != 0xffffff;
      }
  return n;
}

static cairo_t *
create_page (int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  return cr;
}

/* At each size there is a picture, it begins and ends within it, and all of it is there:
 * as much ink as where nothing clips it.
 */
static void
check_size (PlwuDrawing *drawing, Picture picture, const char *example, int width, int height)
{
  cairo_t *cr = create_page (width + 2 * MARGIN, height + 2 * MARGIN);
  cairo_surface_t *surface = cairo_get_target (cr);

  cairo_translate (cr, MARGIN, MARGIN);
  plwu_drawing_paint (drawing, cr, width, height);
  cairo_surface_flush (surface);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);

  guint inside = count_ink (surface, MARGIN, MARGIN, MARGIN + width, MARGIN + height);
  guint edge = count_ink (surface, MARGIN, MARGIN, MARGIN + 1, MARGIN + height)
               + count_ink (surface, MARGIN + width - 1, MARGIN, MARGIN + width, MARGIN + height)
               + count_ink (surface, MARGIN, MARGIN + height - 1, MARGIN + width, MARGIN + height);
  guint all = count_ink (surface, 0, 0, width + 2 * MARGIN, height + 2 * MARGIN);

  if (edge > 0)
    g_error ("%s, picture %d, %dx%d: it runs into its edge", example, picture, width, height);
  g_assert_cmpuint (inside, >, 2000);
  g_assert_cmpuint (all, ==, inside);
  cairo_destroy (cr);
}

static void
check_sizes (PlwuDrawing *drawing, Picture picture, const char *example)
{
  for (size_t i = 0; i < G_N_ELEMENTS (sizes); i++)
    check_size (drawing, picture, example, (int) sizes[i][0], (int) sizes[i][1]);
}

static void
test_sizes (void)
{
  for_each_drawing (check_sizes);
}

/* Nothing but names that a table tells as a whole may end in an ellipsis: on paper nobody can
 * point at it.
 */
static void
check_cut (PlwuDrawing *drawing, Picture picture, const char *example)
{
  for (size_t i = FIRST_WIDE; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GPtrArray) cut = g_ptr_array_new_with_free_func (g_free);
      PangoContext *pango = plwu_canvas_create_pango ();
      cairo_t *cr = create_page ((int) sizes[i][0], (int) sizes[i][1]);
      PlwuCanvas canvas = { .cr = cr,
                            .pango = pango,
                            .palette = plwu_palette_get (FALSE),
                            .width = sizes[i][0],
                            .height = sizes[i][1],
                            .is_file = TRUE,
                            .cut = cut };

      plwu_drawing_draw (drawing, &canvas, PLWU_DRAWING_NO_MARK);

      if (cut->len > 0)
        g_error ("%s, picture %d, %.0fx%.0f: “%s” is cut short", example, picture, sizes[i][0], sizes[i][1],
                 (const char *) g_ptr_array_index (cut, 0));
      cairo_destroy (cr);
      g_object_unref (pango);
    }
}

static void
test_nothing_cut (void)
{
  for_each_drawing (check_cut);
}

/* What is cut short is listed, but for a name that is told elsewhere. */
static void
test_cut_is_told (void)
{
  g_autoptr (GPtrArray) cut = g_ptr_array_new_with_free_func (g_free);
  PangoContext *pango = plwu_canvas_create_pango ();
  cairo_t *cr = create_page (200, 200);
  PlwuCanvas canvas = { .cr = cr, .pango = pango, .palette = plwu_palette_get (FALSE), .cut = cut };

  plwu_canvas_text (&canvas, "As long as it is", PLWU_TEXT_NORMAL, 0, 0, 0, 0);
  plwu_canvas_text (&canvas, "Short", PLWU_TEXT_NORMAL, 0, 0, 0, 190);
  plwu_canvas_name (&canvas, "The name of a pot", PLWU_TEXT_NORMAL, 0, 0, 0, 20);
  g_assert_cmpuint (cut->len, ==, 0);
  plwu_canvas_text (&canvas, "The name of an axis", PLWU_TEXT_NORMAL, 0, 0, 0, 20);
  g_assert_cmpuint (cut->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (cut, 0), ==, "The name of an axis");
  cairo_destroy (cr);
  g_object_unref (pango);
}

/* At the height it asks for, rows reach from the one end of the width to the other. */
static void
check_height (PlwuDrawing *drawing, Picture picture, const char *example)
{
  int width = (int) sizes[0][0];
  int height = (int) plwu_drawing_measure_height (drawing, width);
  cairo_t *cr = create_page (width, height);

  g_assert_cmpint (height, >, 60);
  plwu_drawing_paint (drawing, cr, width, height);
  cairo_surface_flush (cairo_get_target (cr));
  if (plwu_drawing_get_n_marks (drawing) > 0 && (picture == PICTURE_PARTNERS || picture == PICTURE_CLIFFS))
    g_assert_cmpuint (count_ink (cairo_get_target (cr), width * 9 / 10, 0, width, height), >, 0);
  g_assert_cmpuint (count_ink (cairo_get_target (cr), 0, height * 2 / 3, width, height), >, 0);
  check_size (drawing, picture, example, width, height);
  cairo_destroy (cr);
}

static void
test_heights (void)
{
  for_each_drawing (check_height);
}

/* Text at twice its size, as people set it who see little; the height is what the picture asks for. */
static PlwuCanvas
create_large_canvas (PlwuDrawing *drawing, double width)
{
  PlwuCanvas canvas = { .pango = plwu_canvas_create_pango (),
                        .palette = plwu_palette_get (FALSE),
                        .width = width };
  g_autoptr (PangoFontDescription) font =
      pango_font_description_copy (pango_context_get_font_description (canvas.pango));

  pango_font_description_set_absolute_size (font, 2 * pango_font_description_get_size (font));
  pango_context_set_font_description (canvas.pango, font);
  canvas.height = ceil (plwu_drawing_get_least_height (drawing, &canvas));
  canvas.cr = create_page ((int) width, (int) canvas.height);
  plwu_drawing_draw (drawing, &canvas, PLWU_DRAWING_NO_MARK);
  cairo_surface_flush (cairo_get_target (canvas.cr));
  return canvas;
}

static void
free_canvas (PlwuCanvas *canvas)
{
  cairo_destroy (canvas->cr);
  g_object_unref (canvas->pango);
}

static int
find_end_of_marks (PlwuDrawing *drawing, double least_row)
{
  int end = 0;

  for (guint i = 0; i < plwu_drawing_get_n_marks (drawing); i++)
    {
      cairo_rectangle_int_t area;

      g_assert_true (plwu_drawing_get_mark_area (drawing, i, &area));
      g_assert_cmpint (area.height, >=, least_row);
      g_assert_cmpint (area.y, >=, end);
      end = area.y + area.height;
    }
  return end;
}

/* The note about the rules lies beneath their bars, however large the text: the bars are drawn as
 * without it, and all of it is within the picture.
 */
static void
test_note_beneath_bars (void)
{
  static const PlwuRuleCost costs[] = { { "Ring-fences", TRUE, 120000000 },
                                        { "Revenue and capital apart", TRUE, 80000000 },
                                        { "Money that lapses at the end of a year", FALSE, 45000000 },
                                        { "Limits on borrowing", FALSE, -20000000 } };
  static const double widths[] = { 320, 470, 960 };
  const char *note = "The bars share out what lifting all rules together would do. One pot lifts two "
                     "alone: ring-fences then cost £1.4m, keeping revenue and capital apart £0.9m.";

  for (size_t i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (PlwuRuleCosts) rules = plwu_rule_costs_new ();
      PlwuDrawing *drawing = PLWU_DRAWING (rules);
      double text;

      plwu_rule_costs_set_data (rules, G_N_ELEMENTS (costs), costs, NULL, "Ring-fences cost most");

      PlwuCanvas bare = create_large_canvas (drawing, widths[i]);

      plwu_rule_costs_set_data (rules, G_N_ELEMENTS (costs), costs, note, "Ring-fences cost most");

      PlwuCanvas noted = create_large_canvas (drawing, widths[i]);
      int stride = cairo_image_surface_get_stride (cairo_get_target (bare.cr));
      int height = (int) noted.height;

      plwu_canvas_measure (&noted, "0", PLWU_TEXT_BOLD, NULL, &text);

      int end = find_end_of_marks (drawing, text);

      g_assert_cmpint (end, <=, bare.height);
      g_assert_true (memcmp (cairo_image_surface_get_data (cairo_get_target (bare.cr)),
                             cairo_image_surface_get_data (cairo_get_target (noted.cr)),
                             (size_t) (end * stride))
                     == 0);
      g_assert_cmpuint (count_ink (cairo_get_target (noted.cr), 0, end, (int) widths[i], height), >, 500);
      g_assert_cmpuint (count_ink (cairo_get_target (noted.cr), 0, height - 2, (int) widths[i], height), ==,
                        0);
      free_canvas (&bare);
      free_canvas (&noted);
    }
}

/* The years' bars have room for their axis, however large the text; all of it is within the picture. */
static void
test_years_have_room (void)
{
  static const PlwuFragmentationYear years[] = { { 2027, 90000000, 60000000, 10000000 },
                                                 { 2028, 70000000, 50000000, 10000000 } };
  static const double widths[] = { 320, 570, 960 };

  for (size_t i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (PlwuFragmentation) by_year = plwu_fragmentation_new ();
      double text;

      plwu_fragmentation_set_data (by_year, G_N_ELEMENTS (years), years, "Fragmentation costs £0.5m");

      PlwuCanvas canvas = create_large_canvas (PLWU_DRAWING (by_year), widths[i]);

      plwu_canvas_measure (&canvas, "0", PLWU_TEXT_SMALL, NULL, &text);
      for (guint mark = 0; mark < G_N_ELEMENTS (years); mark++)
        {
          cairo_rectangle_int_t area;

          /* Three numbers at the axis with as much between them, and three texts below. */
          g_assert_true (plwu_drawing_get_mark_area (PLWU_DRAWING (by_year), mark, &area));
          g_assert_cmpint (area.height, >=, 9 * text);
          g_assert_cmpint (area.y + area.height, <=, canvas.height);
        }
      free_canvas (&canvas);
    }
}

static void
check_files (PlwuDrawing *drawing, Picture picture, const char *example)
{
  static const char *const starts[] = {
    [PLWU_DRAWING_SVG] = "<?xml", [PLWU_DRAWING_PNG] = "\x89PNG", [PLWU_DRAWING_PDF] = "%PDF"
  };

  for (int format = 0; format < (int) G_N_ELEMENTS (starts); format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = plwu_drawing_render (drawing, (PlwuDrawingFormat) format, &error);
      gsize size;
      const char *data;

      g_assert_no_error (error);
      data = g_bytes_get_data (bytes, &size);
      g_assert_cmpuint (size, >, 2000);
      g_assert_true (memcmp (data, starts[format], strlen (starts[format])) == 0);
    }
}

static void
test_files (void)
{
  for_each_drawing (check_files);
}

/* Title, description and marks say something; marks lie within the table's rows and are all told. */
static void
check_words (PlwuDrawing *drawing, Picture picture, const char *example)
{
  g_autoptr (GPtrArray) table = plwu_drawing_get_table (drawing);
  g_auto (GStrv) words = g_strsplit (plwu_drawing_get_title (drawing), " ", -1);
  guint n_columns = g_strv_length (g_ptr_array_index (table, 0));

  g_assert_cmpstr (plwu_drawing_get_title (drawing), !=, "");
  g_assert_cmpuint (g_strv_length (words), <=, 14);
  g_assert_cmpstr (plwu_drawing_get_description (drawing), !=, "");
  g_assert_cmpstr (plwu_drawing_get_context (drawing), !=, "");
  for (guint i = 0; i < table->len; i++)
    g_assert_cmpuint (g_strv_length (g_ptr_array_index (table, i)), ==, n_columns);
  for (guint i = 0; i < plwu_drawing_get_n_marks (drawing); i++)
    {
      g_autofree char *mark = plwu_drawing_describe_mark (drawing, i);

      g_assert_cmpstr (mark, !=, "");
    }
}

static void
test_words (void)
{
  for_each_drawing (check_words);
}

static void
test_without_a_window (void)
{
  g_assert_null (g_getenv ("DISPLAY"));
  g_assert_cmpuint (g_type_from_name ("GtkWidget"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pictures/drawings/without-a-window", test_without_a_window);
  g_test_add_func ("/pictures/drawings/words", test_words);
  g_test_add_func ("/pictures/drawings/sizes", test_sizes);
  g_test_add_func ("/pictures/drawings/nothing-cut", test_nothing_cut);
  g_test_add_func ("/pictures/drawings/cut-is-told", test_cut_is_told);
  g_test_add_func ("/pictures/drawings/heights", test_heights);
  g_test_add_func ("/pictures/drawings/note-beneath-bars", test_note_beneath_bars);
  g_test_add_func ("/pictures/drawings/years-have-room", test_years_have_room);
  g_test_add_func ("/pictures/drawings/files", test_files);

  return g_test_run ();
}
