/* plwu-sheet-block.c: blocks of cells as text on the clipboard.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-sheet-block.h"

#include <placewright/error.h>

#include <glib/gi18n.h>
#include <string.h>

PlwuSheetTexts *
plwu_sheet_texts_new (guint n_rows, guint n_columns)
{
  PlwuSheetTexts *self = g_new (PlwuSheetTexts, 1);

  *self = (PlwuSheetTexts){ n_rows, n_columns, g_ptr_array_new_with_free_func (g_free) };
  g_ptr_array_set_size (self->texts, (int) (n_rows * n_columns));

  return self;
}

void
plwu_sheet_texts_free (PlwuSheetTexts *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->texts);
  g_free (self);
}

const char *
plwu_sheet_texts_get (const PlwuSheetTexts *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, NULL);

  return g_ptr_array_index (self->texts, row * self->n_columns + column);
}

void
plwu_sheet_texts_take (PlwuSheetTexts *self, guint row, guint column, char *text)
{
  g_return_if_fail (row < self->n_rows && column < self->n_columns);

  char **place = (char **) &g_ptr_array_index (self->texts, row * self->n_columns + column);

  g_free (*place);
  *place = text;
}

/* Reads a cell in double quotes. Returns NULL where the quotes do not close
 * before the cell ends: then they are part of the text, as in 5" pipes.
 */
static char *
read_quoted (const char *start, const char **ret_end)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *p = start + 1;

  while (*p != '\0' && (*p != '"' || p[1] == '"'))
    {
      if (*p == '"')
        p++;
      if (p[0] != '\r' || p[1] != '\n')
        g_string_append_c (text, *p);
      p++;
    }

  if (*p != '"' || (p[1] != '\0' && strchr ("\t\r\n", p[1]) == NULL))
    return NULL;

  *ret_end = p + 1;
  return g_strdup (text->str);
}

static char *
read_cell (const char *start, const char **ret_end)
{
  char *text = *start == '"' ? read_quoted (start, ret_end) : NULL;

  if (text == NULL)
    {
      size_t length = strcspn (start, "\t\r\n");

      text = g_strndup (start, length);
      *ret_end = start + length;
    }

  return text;
}

static PlwuSheetTexts *
square_rows (GPtrArray *rows)
{
  guint n_columns = 1;

  for (guint i = 0; i < rows->len; i++)
    n_columns = MAX (n_columns, ((GPtrArray *) g_ptr_array_index (rows, i))->len);

  if ((guint64) rows->len * n_columns > PLWU_SHEET_TEXTS_MAX)
    return NULL;

  PlwuSheetTexts *self = plwu_sheet_texts_new (rows->len, n_columns);

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->len; j++)
        plwu_sheet_texts_take (self, i, j, g_strdup (g_ptr_array_index (row, j)));
    }

  return self;
}

PlwuSheetTexts *
plwu_sheet_texts_parse (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = NULL;
  guint n_cells = 0;
  const char *p = text;

  do
    {
      if (row == NULL)
        {
          row = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (rows, row);
        }

      g_ptr_array_add (row, read_cell (p, &p));
      n_cells++;

      if (*p == '\t')
        p++;
      else if (*p != '\0')
        {
          p += p[0] == '\r' && p[1] == '\n' ? 2 : 1;
          row = NULL;
        }
      else
        break;
    }
  while (n_cells <= PLWU_SHEET_TEXTS_MAX && (*p != '\0' || row != NULL));

  PlwuSheetTexts *self = n_cells > PLWU_SHEET_TEXTS_MAX ? NULL : square_rows (rows);

  if (self == NULL)
    g_set_error (error, PLW_ERROR, PLW_ERROR_RANGE, _ ("The clipboard holds more than %d cells"),
                 PLWU_SHEET_TEXTS_MAX);

  return self;
}

static void
append_cell (GString *string, const char *text)
{
  if (text == NULL)
    return;

  if (strpbrk (text, "\t\r\n\"") == NULL)
    {
      g_string_append (string, text);
      return;
    }

  g_string_append_c (string, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (string, '"');
      g_string_append_c (string, *p);
    }
  g_string_append_c (string, '"');
}

char *
plwu_sheet_texts_to_string (const PlwuSheetTexts *self)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < self->n_rows; i++)
    for (guint j = 0; j < self->n_columns; j++)
      {
        append_cell (string, plwu_sheet_texts_get (self, i, j));
        g_string_append_c (string, j + 1 < self->n_columns ? '\t' : '\n');
      }

  return g_string_free (g_steal_pointer (&string), FALSE);
}

PlwuSheetTexts *
plwu_sheet_texts_tile (const PlwuSheetTexts *self, guint n_rows, guint n_columns)
{
  g_return_val_if_fail (self->n_rows > 0 && self->n_columns > 0, NULL);

  if (n_rows == 0 || n_rows % self->n_rows != 0)
    n_rows = self->n_rows;
  if (n_columns == 0 || n_columns % self->n_columns != 0)
    n_columns = self->n_columns;

  PlwuSheetTexts *tiled = plwu_sheet_texts_new (n_rows, n_columns);

  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < n_columns; j++)
      plwu_sheet_texts_take (tiled, i, j,
                             g_strdup (plwu_sheet_texts_get (self, i % self->n_rows, j % self->n_columns)));

  return tiled;
}
