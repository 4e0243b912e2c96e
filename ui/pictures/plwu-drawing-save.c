/* plwu-drawing-save.c: pictures as files and on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-drawing-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>
#include <placewright/error.h>

#define PNG_SCALE 2.0
#define PNG_SIZE_MOST 32000.0      /* of cairo */
#define PNG_PIXELS_MOST (16 * 1e6) /* beyond it the scale goes down to one */
#define POINTS_PER_PIXEL 0.75
#define WIDTH_LEAST 900.0 /* of a whole picture, so that its texts have room */

static gboolean
find_format (const char *path, PlwuDrawingFormat *ret_format)
{
  static const char *const endings[] = {
    [PLWU_DRAWING_SVG] = ".svg", [PLWU_DRAWING_PNG] = ".png", [PLWU_DRAWING_PDF] = ".pdf"
  };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (size_t i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *ret_format = (PlwuDrawingFormat) i;
        return TRUE;
      }

  return FALSE;
}

static cairo_status_t
write_bytes_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
measure_file (PlwuDrawing *self, PlwuCanvas *canvas)
{
  PLWU_DRAWING_GET_CLASS (self)->get_file_size (self, canvas, &canvas->width, &canvas->height);
  canvas->height += plwu_drawing_measure_top (self, canvas);
}

static cairo_surface_t *
create_surface (PlwuDrawing *self, PlwuDrawingFormat format, const PlwuCanvas *canvas, GByteArray *bytes)
{
  cairo_surface_t *surface = NULL;
  const char *title = plwu_drawing_get_title (self);
  double scale;

  switch (format)
    {
    case PLWU_DRAWING_SVG:
      surface = cairo_svg_surface_create_for_stream (write_bytes_cb, bytes, canvas->width, canvas->height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      break;
    case PLWU_DRAWING_PNG:
      scale = CLAMP (sqrt (PNG_PIXELS_MOST / (canvas->width * canvas->height)), 1, PNG_SCALE);
      scale = MIN (scale, PNG_SIZE_MOST / MAX (canvas->width, canvas->height));
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (canvas->width * scale),
                                            (int) (canvas->height * scale));
      cairo_surface_set_device_scale (surface, scale, scale);
      break;
    case PLWU_DRAWING_PDF:
      surface = cairo_pdf_surface_create_for_stream (write_bytes_cb, bytes, canvas->width * POINTS_PER_PIXEL,
                                                     canvas->height * POINTS_PER_PIXEL);
      cairo_surface_set_device_scale (surface, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
      if (title != NULL)
        cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
      break;
    }

  return surface;
}

GBytes *
plwu_drawing_render (PlwuDrawing *self, PlwuDrawingFormat format, GError **error)
{
  g_return_val_if_fail (PLWU_IS_DRAWING (self), NULL);

  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  PlwuCanvas canvas = { .pango = plwu_canvas_create_pango (),
                        .palette = plwu_palette_get (FALSE),
                        .is_file = TRUE };

  measure_file (self, &canvas);

  cairo_surface_t *surface = create_surface (self, format, &canvas, bytes);

  canvas.cr = cairo_create (surface);
  plwu_drawing_draw (self, &canvas, PLWU_DRAWING_NO_MARK);

  cairo_status_t status = cairo_status (canvas.cr);

  cairo_destroy (canvas.cr);
  if (status == CAIRO_STATUS_SUCCESS && format == PLWU_DRAWING_PNG)
    status = cairo_surface_write_to_png_stream (surface, write_bytes_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  g_object_unref (canvas.pango);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("The picture could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
plwu_drawing_save (PlwuDrawing *self, const char *path, GError **error)
{
  g_autoptr (GError) problem = NULL;
  PlwuDrawingFormat format;

  g_return_val_if_fail (PLWU_IS_DRAWING (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!find_format (path, &format))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT,
                   _ ("“%s” must end in .svg, .png or .pdf to be saved as a picture"), path);
      return FALSE;
    }

  g_autoptr (GBytes) bytes = plwu_drawing_render (self, format, error);

  if (bytes == NULL)
    return FALSE;

  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                 &problem))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” could not be written: %s"), path,
                   problem->message);
      return FALSE;
    }

  return TRUE;
}

void
plwu_drawing_measure (PlwuDrawing *self, double *ret_width, double *ret_height)
{
  g_return_if_fail (PLWU_IS_DRAWING (self));

  PangoContext *pango = plwu_canvas_create_pango ();
  PlwuCanvas canvas = { .pango = pango, .palette = plwu_palette_get (FALSE), .is_file = TRUE };

  measure_file (self, &canvas);
  *ret_width = canvas.width;
  *ret_height = canvas.height;
  g_object_unref (pango);
}

/* @ret_height: (out): 0 where any will do */
static void
measure_least (PlwuDrawing *self, PlwuCanvas *canvas, double *ret_width, double *ret_height)
{
  *ret_width = 0;
  *ret_height = 0;
  if (PLWU_DRAWING_GET_CLASS (self)->get_least_size == NULL)
    return;
  PLWU_DRAWING_GET_CLASS (self)->get_least_size (self, canvas, ret_width, ret_height);
  *ret_height += plwu_drawing_measure_top (self, canvas);
}

/* How many times its width a picture needs; what is made smaller has more of it. */
static double
widen (PlwuDrawing *self, PlwuCanvas *canvas, double *ret_height)
{
  double width = canvas->width;
  double least;

  canvas->width = MAX (width, WIDTH_LEAST);
  measure_least (self, canvas, &least, ret_height);
  canvas->width = MAX (canvas->width, least);
  return canvas->width / width;
}

double
plwu_drawing_measure_height (PlwuDrawing *self, double width)
{
  g_return_val_if_fail (PLWU_IS_DRAWING (self), 0);
  g_return_val_if_fail (width > 0, 0);

  PangoContext *pango = plwu_canvas_create_pango ();
  PlwuCanvas canvas = {
    .pango = pango, .palette = plwu_palette_get (FALSE), .width = width, .is_file = TRUE
  };
  double height;
  double excess = widen (self, &canvas, &height);

  g_object_unref (pango);
  if (height > 0)
    return ceil (height / excess);

  double file_width;
  double file_height;

  plwu_drawing_measure (self, &file_width, &file_height);
  return round (width * file_height / file_width);
}

void
plwu_drawing_paint (PlwuDrawing *self, cairo_t *cr, double width, double height)
{
  g_return_if_fail (PLWU_IS_DRAWING (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (width > 0 && height > 0);

  PangoContext *pango = plwu_canvas_create_pango ();
  PlwuCanvas canvas = { .cr = cr,
                        .pango = pango,
                        .palette = plwu_palette_get (FALSE),
                        .width = width,
                        .height = height,
                        .is_file = TRUE };
  double least;
  double excess = widen (self, &canvas, &least);

  excess = MAX (excess, least / height);
  canvas.width = width * excess;
  canvas.height = height * excess;
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_scale (cr, 1 / excess, 1 / excess);
  plwu_drawing_draw (self, &canvas, PLWU_DRAWING_NO_MARK);
  cairo_restore (cr);
  g_object_unref (pango);
}
