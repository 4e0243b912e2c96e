/* folder-records.c: the records of one CSV file, by libcsv.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/folder-records.h"

#include <placewright/error.h>

#include "base/i18n.h"

#include <csv.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  PlwRecordFunc func;
  void *data;
  GPtrArray *cells; /* of the record being read */
  size_t row;       /* its number */
  int last_end;     /* the byte that ended the record before */
} Reader;

static void
take_cell_cb (void *bytes, size_t size, void *data)
{
  Reader *self = data;

  g_ptr_array_add (self->cells, g_strndup (bytes, size));
}

static bool
is_blank (const GPtrArray *cells)
{
  for (size_t i = 0; i < cells->len; i++)
    if (*(const char *) g_ptr_array_index (cells, i) != '\0')
      return false;

  return true;
}

static void
end_record_cb (int end, void *data)
{
  Reader *self = data;
  bool is_rest_of_crlf = end == CSV_LF && self->last_end == CSV_CR && self->cells->len == 0;

  self->last_end = end;

  if (is_rest_of_crlf)
    return;

  if (!is_blank (self->cells))
    self->func (self->row, (char *const *) self->cells->pdata, self->cells->len, self->data);

  g_ptr_array_set_size (self->cells, 0);
  self->row++;
}

static bool
parse_records (Reader *self, const char *bytes, size_t size, char separator)
{
  struct csv_parser parser;

  /* Every line end is reported, so that blank lines count as a spreadsheet
   * counts them. */
  if (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
    g_assert_not_reached ();
  csv_set_delim (&parser, (unsigned char) separator);

  bool is_good = csv_parse (&parser, bytes, size, take_cell_cb, end_record_cb, self) == size
                 && csv_fini (&parser, take_cell_cb, end_record_cb, self) == 0;

  g_assert (is_good || csv_error (&parser) == CSV_EPARSE);
  csv_free (&parser);
  return is_good;
}

static bool
read_bytes (const char *path, char **ret_bytes, size_t *ret_size, GError **error)
{
  g_autoptr (GError) cause = NULL;
  struct stat status;

  if (stat (path, &status) != 0)
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” could not be read: %s"), path,
                   g_strerror (errno));
      return false;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” is not a file"), path);
      return false;
    }
  if (status.st_size > PLW_TABLE_BYTES_MAX)
    {
      *ret_bytes = NULL;
      *ret_size = (size_t) status.st_size;
      return true;
    }
  if (!g_file_get_contents (path, ret_bytes, ret_size, &cause))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” could not be read: %s"), path, cause->message);
      return false;
    }

  return true;
}

/* Says what no record can say: that this is not a CSV file in UTF-8 at all. */
static bool
check_bytes (const char *bytes, size_t size, const char *table, PlwProblems *problems)
{
  if (size > PLW_TABLE_BYTES_MAX)
    {
      plw_problems_add (
          problems, PLW_SEVERITY_ERROR, table, 0, NULL, NULL,
          g_strdup_printf (_ ("the file has %zu MB"), size / (1024 * 1024)),
          g_strdup_printf (_ ("a table has at most %d MB"), PLW_TABLE_BYTES_MAX / (1024 * 1024)));
      return false;
    }
  if (size >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    {
      plw_problems_add (problems, PLW_SEVERITY_ERROR, table, 0, NULL, NULL,
                        g_strdup (_ ("the file is written in UTF-16")),
                        g_strdup (_ ("save it as “CSV UTF-8”")));
      return false;
    }

  const char *nul = memchr (bytes, '\0', size);

  if (nul != NULL)
    {
      plw_problems_add (problems, PLW_SEVERITY_ERROR, table, 0, NULL, NULL,
                        g_strdup_printf (_ ("byte %zu of the file is a NUL, which no text has"),
                                         (size_t) (nul - bytes) + 1),
                        g_strdup (_ ("save it as “CSV UTF-8”")));
      return false;
    }

  return true;
}

void
plw_records_parse (const char *bytes,
                   size_t size,
                   char separator,
                   const char *table,
                   PlwRecordFunc func,
                   void *data,
                   PlwProblems *problems)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  Reader self = { func, data, cells, 1, 0 };

  if (!parse_records (&self, bytes, size, separator))
    plw_problems_add (problems, PLW_SEVERITY_ERROR, table, self.row, NULL, NULL,
                      g_strdup_printf (_ ("the quotes of cell %u do not match"), cells->len + 1),
                      g_strdup (_ ("put the whole cell in quotes and write each quote inside it twice")));
}

bool
plw_records_read (const char *path,
                  const char *table,
                  PlwRecordFunc func,
                  void *data,
                  PlwProblems *problems,
                  GError **error)
{
  g_autofree char *bytes = NULL;
  size_t size = 0;

  if (!read_bytes (path, &bytes, &size, error))
    return false;
  if (!check_bytes (bytes, size, table, problems))
    return true;

  size_t mark = size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  plw_records_parse (bytes + mark, size - mark, ',', table, func, data, problems);
  return true;
}
