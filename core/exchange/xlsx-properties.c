/* xlsx-properties.c: what a workbook says of itself beside its cells.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/xlsx-private.h"

#include <string.h>

typedef struct
{
  GHashTable *properties;
  char *name; /* (nullable): of the property that is open */
  GString *text;
} Reader;

static bool
start_cb (const char *element, const char **names, const char **values, void *data, GError **error)
{
  Reader *self = data;

  if (strcmp (element, "property") == 0)
    {
      g_free (self->name);
      self->name = g_strdup (plw_xlsx_attribute (names, values, "name"));
    }
  g_string_truncate (self->text, 0);
  return true;
}

/* The value is an element of its type inside the property's. */
static bool
end_cb (const char *element, void *data, GError **error)
{
  Reader *self = data;

  if (self->name != NULL && strcmp (element, "property") != 0)
    g_hash_table_replace (self->properties, g_steal_pointer (&self->name), g_strdup (self->text->str));
  return true;
}

static bool
text_cb (const char *text, size_t size, void *data, GError **error)
{
  Reader *self = data;

  if (self->text->len + size <= PLW_XLSX_TEXT_MAX)
    g_string_append_len (self->text, text, (gssize) size);
  return true;
}

GHashTable *
plw_xlsx_properties_read (PlwXlsxPackage *package, const char *part, GError **error)
{
  static const PlwXlsxHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (GHashTable) properties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  Reader reader = { .properties = properties, .text = text };
  bool is_read = part == NULL || plw_xlsx_markup_read (package, part, &handler, &reader, error);

  g_free (reader.name);
  return is_read ? g_steal_pointer (&properties) : NULL;
}
