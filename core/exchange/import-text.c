/* import-text.c: a file of one table from whatever program wrote it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/import-private.h"

#include "base/i18n.h"
#include "exchange/folder-records.h"

#include <string.h>

/* How many lines are looked at to see what parts the cells. */
#define LINES_LOOKED_AT 20

static void
add_note (PlwImport *self, const char *sentence)
{
  g_string_append_printf (self->notes, "%s\n", sentence);
}

static bool
fail (GError **error, const PlwImport *self, const char *why)
{
  g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT, _ ("“%s” cannot be read: %s"), self->name, why);
  return false;
}

static bool
convert (PlwImport *self, const char *bytes, size_t size, const char *from, GError **error)
{
  size_t length;
  char *text = g_convert (bytes, (gssize) size, "UTF-8", from, NULL, &length, NULL);

  if (text == NULL)
    return fail (error, self, _ ("its text is neither UTF-8 nor Windows-1252; save it as “CSV UTF-8”"));

  self->bytes = g_bytes_new_take (text, length);
  return true;
}

bool
plw_import_decode (PlwImport *self, const char *bytes, size_t size, GError **error)
{
  bool is_wide = size >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0);

  if (size > PLW_TABLE_BYTES_MAX)
    return fail (error, self, _ ("it is larger than 64 MB"));
  if (is_wide)
    {
      if (!convert (self, bytes, size, "UTF-16", error))
        return false;
      add_note (self, _ ("The text is UTF-16."));
    }
  else if (memchr (bytes, '\0', size) != NULL)
    return fail (error, self, _ ("it is neither a workbook nor a text"));
  else if (g_utf8_validate (bytes, (gssize) size, NULL))
    {
      size_t mark = size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

      self->bytes = g_bytes_new (bytes + mark, size - mark);
    }
  else
    {
      if (!convert (self, bytes, size, "WINDOWS-1252", error))
        return false;
      add_note (self, _ ("The text is not UTF-8 and was taken to be Windows-1252."));
    }

  return true;
}

/* Counts a separator outside of quotes in the next line. */
static size_t
count_in_line (const char **text, const char *end, char separator)
{
  bool is_quoted = false;
  size_t n = 0;
  const char *p = *text;

  for (; p < end && (is_quoted || *p != '\n'); p++)
    if (*p == '"')
      is_quoted = !is_quoted;
    else if (*p == separator && !is_quoted)
      n++;

  *text = p < end ? p + 1 : end;
  return n;
}

/* How many of the first lines have as many separators as the one with most. */
static size_t
count_alike (const char *text, size_t size, char separator)
{
  size_t counts[LINES_LOOKED_AT] = { 0 };
  const char *end = text + size;
  size_t n_alike = 0;
  size_t most = 0;

  for (size_t i = 0; i < LINES_LOOKED_AT && text < end; i++)
    {
      counts[i] = count_in_line (&text, end, separator);
      most = MAX (most, counts[i]);
    }
  for (size_t i = 0; i < LINES_LOOKED_AT && most > 0; i++)
    n_alike += counts[i] == most;

  return n_alike;
}

static void
guess_separator (PlwImport *self, const char *text, size_t size)
{
  static const char separators[] = { '\t', ';', ',' };
  size_t best = 0;

  self->separator = ',';
  for (size_t i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      size_t n = count_alike (text, size, separators[i]);

      if (n > best)
        {
          best = n;
          self->separator = separators[i];
        }
    }

  if (self->separator == ';')
    add_note (self, _ ("Semicolons part the cells."));
  else if (self->separator == '\t')
    add_note (self, _ ("Tabs part the cells."));
}

static void
take_record_cb (size_t row, char *const *cells, size_t n_cells, void *data)
{
  PlwImport *self = data;
  PlwSheetCell *taken = g_new (PlwSheetCell, n_cells);

  if (self->rows->len > PLW_IMPORT_ROWS_MAX)
    {
      g_free (taken);
      return;
    }
  for (size_t i = 0; i < n_cells; i++)
    taken[i] = (PlwSheetCell){ PLW_XLSX_TEXT, false, g_strdup (cells[i]) };
  plw_import_add_row (self, row, taken, n_cells);
}

/* What an amount has after its last comma or full stop, where nothing but an amount is there:
 * 1 or 2 digits are pence. @ret_mark: which of the two it was
 */
static bool
has_pence (const char *text, char *ret_mark)
{
  const char *last = strpbrk (text, ",.") != NULL ? text + strlen (text) : NULL;

  if (last == NULL || strspn (text, "0123456789.,-+()£ ") != strlen (text))
    return false;
  while (*last != ',' && *last != '.')
    last--;

  size_t n = strspn (last + 1, "0123456789");

  *ret_mark = *last;
  return n >= 1 && n <= 2;
}

/* 1,5 can be nothing but one and a half; a file in which 1.5 is written too means something else. */
static void
guess_decimal_comma (PlwImport *self)
{
  size_t n_commas = 0;
  size_t n_points = 0;
  char mark;

  for (size_t i = 0; i < self->rows->len; i++)
    for (size_t j = 0; j < plw_import_row (self, i)->n_cells; j++)
      if (has_pence (plw_import_row (self, i)->cells[j].text, &mark))
        {
          n_commas += mark == ',';
          n_points += mark == '.';
        }

  self->has_decimal_comma = n_commas > 0 && n_points == 0;
  if (self->has_decimal_comma)
    add_note (self, _ ("Decimals are written with a comma, as in 1.234,50."));
}

/* Lines above a table that begin with # and a space are remarks about it. They are no records, may hold
 * quotes and commas as they like, and still count as rows.
 */
static void
take_remarks (PlwImport *self)
{
  size_t size;
  const char *text = g_bytes_get_data (self->bytes, &size);
  g_autoptr (GString) blank = g_string_new (NULL);
  size_t at = 0;

  while (size - at >= 2 && text[at] == '#' && (text[at + 1] == ' ' || text[at + 1] == '!'))
    {
      const char *end = memchr (text + at, '\n', size - at);
      size_t next = end != NULL ? (size_t) (end - text) + 1 : size;

      g_string_append_len (self->remarks, text + at, (gssize) (next - at));
      g_string_append_c (blank, '\n');
      at = next;
    }
  if (at == 0)
    return;

  g_string_append_len (blank, text + at, (gssize) (size - at));
  g_bytes_unref (self->bytes);
  self->bytes = g_string_free_to_bytes (g_steal_pointer (&blank));
}

bool
plw_import_read_text (PlwImport *self, GError **error)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();

  take_remarks (self);

  size_t size;
  const char *text = g_bytes_get_data (self->bytes, &size);

  if (text == NULL)
    return true;
  guess_separator (self, text, size);
  plw_records_parse (text, size, self->separator, self->name, take_record_cb, self, problems);
  if (plw_problems_size (problems) > 0)
    {
      g_autofree char *sentence = plw_problem_to_text (plw_problems_get (problems, 0));

      g_set_error_literal (error, PLW_ERROR, PLW_ERROR_FORMAT, sentence);
      return false;
    }

  guess_decimal_comma (self);
  return true;
}
