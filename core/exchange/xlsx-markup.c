/* xlsx-markup.c: the markup of one part, by GLib's parser.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GMarkup knows no entities but the five of XML, so none can be made to grow or to open a file;
 * a document type is refused all the same.
 */
#include "exchange/xlsx-private.h"

#include "base/i18n.h"

#include <string.h>

/* What one tag or text may have; GMarkup holds on to it until it is whole. */
#define TOKEN_MAX (1024 * 1024)

typedef struct
{
  PlwXlsxPackage *package;
  const char *part;
  const PlwXlsxHandler *handler;
  void *data;
  GMarkupParseContext *parser;
  size_t depth;
  size_t n_silent; /* bytes since something came out of the parser */
  bool is_begun;
  bool is_stopped;
} Reader;

const char *
plw_xlsx_attribute (const char **names, const char **values, const char *name)
{
  for (size_t i = 0; names[i] != NULL; i++)
    {
      const char *colon = strchr (names[i], ':');

      if (strcmp (colon != NULL ? colon + 1 : names[i], name) == 0
          && (colon == NULL || !g_str_has_prefix (names[i], "xmlns")))
        return values[i];
    }

  return NULL;
}

static const char *
strip_prefix (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

/* A handler that stops without an error has seen enough; GMarkup knows only errors. */
static void
stop (Reader *self, GError **error)
{
  if (error != NULL && *error == NULL)
    {
      self->is_stopped = true;
      g_set_error_literal (error, PLW_ERROR, PLW_ERROR_CANCELLED, "");
    }
}

static void
start_cb (GMarkupParseContext *parser,
          const char *name,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Reader *self = data;

  self->n_silent = 0;
  if (++self->depth > PLW_XLSX_DEPTH_MAX)
    plw_xlsx_refuse (error, self->package, _ ("its part %s is nested too deeply"), self->part);
  else if (self->handler->start != NULL
           && !self->handler->start (strip_prefix (name), names, values, self->data, error))
    stop (self, error);
}

static void
end_cb (GMarkupParseContext *parser, const char *name, gpointer data, GError **error)
{
  Reader *self = data;

  self->n_silent = 0;
  self->depth--;
  if (self->handler->end != NULL && !self->handler->end (strip_prefix (name), self->data, error))
    stop (self, error);
}

static void
text_cb (GMarkupParseContext *parser, const char *text, gsize size, gpointer data, GError **error)
{
  Reader *self = data;

  self->n_silent = 0;
  if (self->handler->text != NULL && !self->handler->text (text, size, self->data, error))
    stop (self, error);
}

static void
other_cb (GMarkupParseContext *parser, const char *text, gsize size, gpointer data, GError **error)
{
  Reader *self = data;

  self->n_silent = 0;
  if (g_str_has_prefix (text, "<!DOCTYPE"))
    plw_xlsx_refuse (error, self->package, _ ("its part %s declares a document type, which no workbook does"),
                     self->part);
}

static bool
read_cb (const char *bytes, size_t size, void *data, GError **error)
{
  Reader *self = data;
  g_autoptr (GError) cause = NULL;

  if (!self->is_begun && size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      bytes += 3;
      size -= 3;
    }
  self->is_begun = true;
  self->n_silent += size;

  if (g_markup_parse_context_parse (self->parser, bytes, (gssize) size, &cause))
    return self->n_silent <= TOKEN_MAX
           || plw_xlsx_refuse (error, self->package, _ ("its part %s has a text without an end"), self->part);
  if (cause->domain == PLW_ERROR)
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    plw_xlsx_refuse (error, self->package, _ ("its part %s is not the XML of a workbook"), self->part);

  return false;
}

bool
plw_xlsx_markup_read (PlwXlsxPackage *package,
                      const char *part,
                      const PlwXlsxHandler *handler,
                      void *data,
                      GError **error)
{
  static const GMarkupParser callbacks = { start_cb, end_cb, text_cb, other_cb, NULL };
  Reader self = { .package = package, .part = part, .handler = handler, .data = data };
  g_autoptr (GError) local = NULL;
  g_autoptr (GMarkupParseContext) parser =
      g_markup_parse_context_new (&callbacks, G_MARKUP_TREAT_CDATA_AS_TEXT, &self, NULL);

  self.parser = parser;

  if (!plw_xlsx_package_read (package, part, read_cb, &self, &local))
    {
      if (self.is_stopped)
        return true;
      g_propagate_error (error, g_steal_pointer (&local));
      return false;
    }

  return g_markup_parse_context_end_parse (parser, NULL)
         || plw_xlsx_refuse (error, package, _ ("its part %s is not the XML of a workbook"), part);
}
