/* xlsx-strings.c: the texts of a workbook, which its sheets refer to by number.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/xlsx-private.h"

#include "base/i18n.h"

#include <string.h>

struct _PlwXlsxStrings
{
  GString *bytes; /* all texts, each with its NUL */
  GArray *starts; /* of size_t */
};

typedef struct
{
  PlwXlsxPackage *package;
  PlwXlsxStrings *strings;
  size_t start;      /* of the text being read */
  bool is_in_text;   /* inside t */
  size_t n_phonetic; /* inside rPh, which repeats the text for reading aloud */
} Reader;

/* Returns: whether @p is an escape, and the character it stands for */
static bool
read_escape (const char *p, gunichar *ret_character)
{
  gunichar character = 0;

  if (p[0] != '_' || p[1] != 'x')
    return false;
  for (int i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return false;
      character = character * 16 + (gunichar) g_ascii_xdigit_value (p[i]);
    }
  if (p[6] != '_' || character == 0 || (character >= 0xd800 && character <= 0xdfff))
    return false;

  *ret_character = character;
  return true;
}

void
plw_xlsx_unescape (GString *text, size_t start)
{
  char *to = text->str + start;
  gunichar character;

  if (strstr (to, "_x") == NULL)
    return;

  for (const char *from = to; *from != '\0';)
    if (read_escape (from, &character))
      {
        to += g_unichar_to_utf8 (character, to);
        from += 7;
      }
    else
      *to++ = *from++;

  g_string_truncate (text, (size_t) (to - text->str));
}

static bool
start_cb (const char *name, const char **names, const char **values, void *data, GError **error)
{
  Reader *self = data;

  if (strcmp (name, "si") == 0)
    self->start = self->strings->bytes->len;
  else if (strcmp (name, "rPh") == 0)
    self->n_phonetic++;

  self->is_in_text = strcmp (name, "t") == 0 && self->n_phonetic == 0;
  return true;
}

static bool
text_cb (const char *text, size_t size, void *data, GError **error)
{
  Reader *self = data;

  if (!self->is_in_text)
    return true;
  g_string_append_len (self->strings->bytes, text, (gssize) size);
  if (self->strings->bytes->len - self->start > PLW_XLSX_TEXT_MAX)
    return plw_xlsx_refuse (error, self->package, _ ("a text in it is longer than a cell can hold"));

  return true;
}

static bool
end_cb (const char *name, void *data, GError **error)
{
  Reader *self = data;

  self->is_in_text = false;
  if (strcmp (name, "rPh") == 0)
    self->n_phonetic--;
  if (strcmp (name, "si") != 0)
    return true;

  plw_xlsx_unescape (self->strings->bytes, self->start);
  g_string_append_c (self->strings->bytes, '\0');
  g_array_append_val (self->strings->starts, self->start);
  if (self->strings->starts->len > PLW_XLSX_STRINGS_MAX)
    return plw_xlsx_refuse (error, self->package, _ ("it has more than %d texts"), PLW_XLSX_STRINGS_MAX);

  return true;
}

PlwXlsxStrings *
plw_xlsx_strings_read (PlwXlsxPackage *package, const char *part, GError **error)
{
  static const PlwXlsxHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (PlwXlsxStrings) strings = g_new (PlwXlsxStrings, 1);
  Reader self = { .package = package, .strings = strings };

  strings->bytes = g_string_new (NULL);
  strings->starts = g_array_new (FALSE, FALSE, sizeof (size_t));
  if (part != NULL && !plw_xlsx_markup_read (package, part, &handler, &self, error))
    return NULL;

  return g_steal_pointer (&strings);
}

void
plw_xlsx_strings_free (PlwXlsxStrings *self)
{
  if (self == NULL)
    return;

  g_string_free (self->bytes, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

const char *
plw_xlsx_strings_get (const PlwXlsxStrings *self, size_t index)
{
  if (index >= self->starts->len)
    return NULL;

  return self->bytes->str + g_array_index (self->starts, size_t, index);
}
