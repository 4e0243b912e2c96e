/* result-rows.c: a result table read back from its CSV text.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "result-rows.h"

#include <string.h>

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

GPtrArray *
result_rows (const char *text, const char *header)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);
  g_auto (GStrv) columns = g_strsplit (header, ",", -1);

  g_assert_cmpstr (lines[0], ==, header);
  g_assert_null (strchr (text, '"'));
  for (size_t i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char **cells = g_strsplit (lines[i], ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (columns));
      g_ptr_array_add (rows, cells);
    }
  return rows;
}

static bool
does_fit (char *const *cells, const char *const *filter, size_t n_cells)
{
  for (size_t i = 0; i < n_cells; i++)
    if (filter[i] != NULL && !g_str_equal (cells[i], filter[i]))
      return false;
  return true;
}

int64_t
result_sum (const GPtrArray *rows, const char *const *filter, size_t n_cells)
{
  int64_t sum = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      char *const *cells = rows->pdata[i];
      int64_t pence;

      if (!does_fit (cells, filter, n_cells))
        continue;
      g_assert_true (
          plw_pence_parse (cells[g_strv_length ((char **) cells) - 1], PLW_PARSE_STRICT, &pence, NULL));
      sum += pence;
    }
  return sum;
}
