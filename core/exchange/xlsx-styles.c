/* xlsx-styles.c: which styles of a workbook show a number as a date or as a percentage.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/xlsx-private.h"

#include "base/i18n.h"

#include <string.h>

typedef struct
{
  PlwXlsxPackage *package;
  GHashTable *formats; /* number of a format to PlwXlsxLook */
  GByteArray *looks;
  bool is_in_cells; /* inside cellXfs, which is what cells refer to */
} Reader;

/* Skips what a format says literally, and colours and conditions; elapsed hours are kept. */
static const char *
skip_literal (const char *p)
{
  const char *end = NULL;

  if (*p == '"')
    end = strchr (p + 1, '"');
  else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
    end = p + 1;
  else if (*p == '[' && strchr ("hHmMsS", p[1]) == NULL)
    end = strchr (p, ']');

  return end;
}

static PlwXlsxLook
find_look (const char *format)
{
  if (g_ascii_strcasecmp (format, "General") == 0)
    return PLW_XLSX_LOOK_PLAIN;

  for (const char *p = format; *p != '\0'; p++)
    {
      const char *end = skip_literal (p);

      if (end != NULL)
        p = end;
      else if (strchr ("dDmMyYhHsS", *p) != NULL)
        return PLW_XLSX_LOOK_DATE;
      else if (*p == '%')
        return PLW_XLSX_LOOK_PERCENT;
    }

  return PLW_XLSX_LOOK_PLAIN;
}

/* The formats that are in no file, by their numbers. */
static PlwXlsxLook
find_built_in (guint64 number)
{
  if (number == 9 || number == 10)
    return PLW_XLSX_LOOK_PERCENT;
  if ((number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 45 && number <= 47)
      || (number >= 50 && number <= 58))
    return PLW_XLSX_LOOK_DATE;

  return PLW_XLSX_LOOK_PLAIN;
}

static bool
start_cb (const char *name, const char **names, const char **values, void *data, GError **error)
{
  Reader *self = data;
  const char *id = plw_xlsx_attribute (names, values, "numFmtId");
  const char *code = plw_xlsx_attribute (names, values, "formatCode");
  guint64 number = id != NULL ? g_ascii_strtoull (id, NULL, 10) : 0;
  gpointer known;

  if (strcmp (name, "cellXfs") == 0)
    self->is_in_cells = true;
  else if (strcmp (name, "numFmt") == 0 && code != NULL && number <= G_MAXUINT32)
    g_hash_table_insert (self->formats, GUINT_TO_POINTER ((guint) number),
                         GUINT_TO_POINTER (find_look (code)));
  else if (strcmp (name, "xf") == 0 && self->is_in_cells)
    {
      bool is_known =
          number <= G_MAXUINT32
          && g_hash_table_lookup_extended (self->formats, GUINT_TO_POINTER ((guint) number), NULL, &known);
      guint8 look = (guint8) (is_known ? GPOINTER_TO_UINT (known) : find_built_in (number));

      g_byte_array_append (self->looks, &look, 1);
    }

  if (self->looks->len > PLW_XLSX_STYLES_MAX || g_hash_table_size (self->formats) > PLW_XLSX_STYLES_MAX)
    return plw_xlsx_refuse (error, self->package, _ ("it has more than %d styles"), PLW_XLSX_STYLES_MAX);

  return true;
}

static bool
end_cb (const char *name, void *data, GError **error)
{
  Reader *self = data;

  if (strcmp (name, "cellXfs") == 0)
    self->is_in_cells = false;
  return true;
}

GByteArray *
plw_xlsx_styles_read (PlwXlsxPackage *package, const char *part, GError **error)
{
  static const PlwXlsxHandler handler = { start_cb, end_cb, NULL };
  g_autoptr (GByteArray) looks = g_byte_array_new ();
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  Reader self = { package, formats, looks, false };

  if (part != NULL && !plw_xlsx_markup_read (package, part, &handler, &self, error))
    return NULL;

  return g_steal_pointer (&looks);
}
