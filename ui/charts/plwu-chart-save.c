/* plwu-chart-save.c: pictures as files and on the clipboard.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-chart-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <placewright/error.h>

#define PNG_SCALE 2.0
#define PNG_SIZE_MOST 32000.0      /* of cairo */
#define PNG_PIXELS_MOST (16 * 1e6) /* beyond it the scale goes down to one */
#define POINTS_PER_PIXEL 0.75

typedef enum
{
  FORMAT_SVG,
  FORMAT_PNG,
  FORMAT_PDF,
} Format;

static gboolean
find_format (const char *path, Format *ret_format)
{
  static const char *const endings[] = {
    [FORMAT_SVG] = ".svg", [FORMAT_PNG] = ".png", [FORMAT_PDF] = ".pdf"
  };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (size_t i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *ret_format = (Format) i;
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

static PangoContext *
create_pango (PlwuChart *self)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  const PangoFontDescription *screen =
      pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  PangoFontDescription *description = pango_font_description_copy (screen);

  /* The size of the text belongs to the picture, not to the screen it was seen on. */
  pango_font_description_set_absolute_size (description, 14 * PANGO_SCALE);
  pango_context_set_font_description (context, description);
  pango_font_description_free (description);

  return context;
}

static void
measure_file (PlwuChart *self, PlwuCanvas *canvas)
{
  PLWU_CHART_GET_CLASS (self)->get_file_size (self, canvas, &canvas->width, &canvas->height);
  canvas->height += plwu_chart_measure_top (self, canvas);
}

static cairo_surface_t *
create_surface (PlwuChart *self, Format format, const PlwuCanvas *canvas, GByteArray *bytes)
{
  cairo_surface_t *surface = NULL;
  const char *title = plwu_chart_get_title (self);
  double scale;

  switch (format)
    {
    case FORMAT_SVG:
      surface = cairo_svg_surface_create_for_stream (write_bytes_cb, bytes, canvas->width, canvas->height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      break;
    case FORMAT_PNG:
      scale = CLAMP (sqrt (PNG_PIXELS_MOST / (canvas->width * canvas->height)), 1, PNG_SCALE);
      scale = MIN (scale, PNG_SIZE_MOST / MAX (canvas->width, canvas->height));
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (canvas->width * scale),
                                            (int) (canvas->height * scale));
      cairo_surface_set_device_scale (surface, scale, scale);
      break;
    case FORMAT_PDF:
      surface = cairo_pdf_surface_create_for_stream (write_bytes_cb, bytes, canvas->width * POINTS_PER_PIXEL,
                                                     canvas->height * POINTS_PER_PIXEL);
      cairo_surface_set_device_scale (surface, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
      if (title != NULL)
        cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
      break;
    }

  return surface;
}

static GBytes *
render (PlwuChart *self, Format format, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  PlwuCanvas canvas = { .pango = create_pango (self), .palette = plwu_palette_get (FALSE), .is_file = TRUE };

  measure_file (self, &canvas);

  cairo_surface_t *surface = create_surface (self, format, &canvas, bytes);

  canvas.cr = cairo_create (surface);
  plwu_chart_draw_all (self, &canvas, PLWU_CHART_NO_MARK);

  cairo_status_t status = cairo_status (canvas.cr);

  cairo_destroy (canvas.cr);
  if (status == CAIRO_STATUS_SUCCESS && format == FORMAT_PNG)
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
plwu_chart_save (PlwuChart *self, const char *path, GError **error)
{
  g_autoptr (GError) problem = NULL;
  Format format;

  g_return_val_if_fail (PLWU_IS_CHART (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!find_format (path, &format))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT,
                   _ ("“%s” must end in .svg, .png or .pdf to be saved as a picture"), path);
      return FALSE;
    }

  g_autoptr (GBytes) bytes = render (self, format, error);

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

/* The table as it is pasted into a spreadsheet; below it, what it is of. */
static char *
write_table (PlwuChart *self)
{
  g_autoptr (GPtrArray) table = plwu_chart_get_table (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->len; i++)
    {
      g_autofree char *line = g_strjoinv ("\t", g_ptr_array_index (table, i));

      g_string_append_printf (text, "%s\n", line);
    }
  if (plwu_chart_get_context (self) != NULL)
    g_string_append_printf (text, "%s: %s\n", plwu_chart_get_title (self), plwu_chart_get_context (self));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
plwu_chart_copy (PlwuChart *self)
{
  g_return_if_fail (PLWU_IS_CHART (self));

  g_autoptr (GBytes) png = render (self, FORMAT_PNG, NULL);
  g_autofree char *table = write_table (self);
  GdkContentProvider *providers[2];
  size_t n = 0;

  if (png != NULL)
    providers[n++] = gdk_content_provider_new_for_bytes ("image/png", png);
  providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, table);

  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (providers, n);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), all);
}
