/* xlsx.c: a workbook that somebody sent: its sheets.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/xlsx-private.h"

#include "base/i18n.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

struct _PlwXlsx
{
  PlwXlsxPackage *package;
  GPtrArray *sheets; /* of PlwXlsxSheet */
  GByteArray *looks;
  char *strings_part;      /* NULL where there is none */
  char *properties_part;   /* NULL where there is none */
  PlwXlsxStrings *strings; /* NULL until a sheet is read */
  bool is_1904;
};

typedef struct
{
  PlwXlsx *book;
  const GPtrArray *relations;
} Reader;

static void
free_sheet (void *data)
{
  PlwXlsxSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

static const PlwXlsxRelation *
find_by_type (const GPtrArray *relations, const char *type)
{
  for (size_t i = 0; i < relations->len; i++)
    {
      const PlwXlsxRelation *relation = g_ptr_array_index (relations, i);

      if (strcmp (relation->type, type) == 0 && relation->target != NULL)
        return relation;
    }

  return NULL;
}

static const PlwXlsxRelation *
find_by_id (const GPtrArray *relations, const char *id)
{
  for (size_t i = 0; i < relations->len; i++)
    {
      const PlwXlsxRelation *relation = g_ptr_array_index (relations, i);

      if (strcmp (relation->id, id) == 0)
        return relation;
    }

  return NULL;
}

static PlwXlsxVisibility
find_visibility (const char *state)
{
  if (g_strcmp0 (state, "hidden") == 0)
    return PLW_XLSX_HIDDEN;

  return g_strcmp0 (state, "veryHidden") == 0 ? PLW_XLSX_VERY_HIDDEN : PLW_XLSX_VISIBLE;
}

/* A sheet of its own that is a chart has no cells and is left out. */
static bool
add_sheet (Reader *self, const char **names, const char **values, GError **error)
{
  PlwXlsx *book = self->book;
  const char *name = plw_xlsx_attribute (names, values, "name");
  const char *id = plw_xlsx_attribute (names, values, "id");
  const PlwXlsxRelation *relation = id != NULL ? find_by_id (self->relations, id) : NULL;

  if (name == NULL || relation == NULL)
    return plw_xlsx_refuse (error, book->package, _ ("its list of sheets is damaged"));
  if (strcmp (relation->type, "worksheet") != 0)
    return true;
  if (relation->target == NULL || !plw_xlsx_package_has (book->package, relation->target))
    return plw_xlsx_refuse (error, book->package, _ ("its sheet “%s” is not in the file"), name);
  if (book->sheets->len == PLW_XLSX_SHEETS_MAX)
    return plw_xlsx_refuse (error, book->package, _ ("it has more than %d sheets"), PLW_XLSX_SHEETS_MAX);

  PlwXlsxSheet *sheet = g_new (PlwXlsxSheet, 1);

  *sheet = (PlwXlsxSheet){
    .name = g_strdup (name),
    .visibility = find_visibility (plw_xlsx_attribute (names, values, "state")),
    .part = g_strdup (relation->target),
  };
  g_ptr_array_add (book->sheets, sheet);
  return true;
}

static bool
start_cb (const char *name, const char **names, const char **values, void *data, GError **error)
{
  Reader *self = data;

  if (strcmp (name, "workbookPr") == 0)
    {
      const char *is_1904 = plw_xlsx_attribute (names, values, "date1904");

      self->book->is_1904 = g_strcmp0 (is_1904, "1") == 0 || g_strcmp0 (is_1904, "true") == 0;
    }

  return strcmp (name, "sheet") != 0 || add_sheet (self, names, values, error);
}

static bool
read_book (PlwXlsx *self, const char *part, GError **error)
{
  static const PlwXlsxHandler handler = { start_cb, NULL, NULL };
  g_autoptr (GPtrArray) relations = plw_xlsx_relations_read (self->package, part, error);
  Reader reader = { self, relations };

  if (relations == NULL || !plw_xlsx_markup_read (self->package, part, &handler, &reader, error))
    return false;

  const PlwXlsxRelation *styles = find_by_type (relations, "styles");
  const PlwXlsxRelation *strings = find_by_type (relations, "sharedStrings");

  self->strings_part = strings != NULL ? g_strdup (strings->target) : NULL;
  self->looks = plw_xlsx_styles_read (self->package, styles != NULL ? styles->target : NULL, error);
  return self->looks != NULL;
}

static bool
read_package (PlwXlsx *self, GError **error)
{
  if (!plw_xlsx_package_has (self->package, "_rels/.rels"))
    return plw_xlsx_refuse (error, self->package, _ ("it is not an .xlsx workbook"));

  g_autoptr (GPtrArray) top = plw_xlsx_relations_read (self->package, "", error);

  if (top == NULL)
    return false;

  const PlwXlsxRelation *book = find_by_type (top, "officeDocument");
  const PlwXlsxRelation *properties = find_by_type (top, "custom-properties");

  if (book == NULL)
    return plw_xlsx_refuse (error, self->package, _ ("it is not an .xlsx workbook"));
  if (g_str_has_suffix (book->target, ".bin"))
    return plw_xlsx_refuse (error, self->package, _ ("it is an .xlsb workbook; save it as .xlsx"));

  self->properties_part = properties != NULL ? g_strdup (properties->target) : NULL;
  return read_book (self, book->target, error);
}

PlwXlsx *
plw_xlsx_open_bytes (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (PlwXlsx) self = g_new0 (PlwXlsx, 1);

  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->package = plw_xlsx_package_new (name, bytes, error);
  if (self->package == NULL || !read_package (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

PlwXlsx *
plw_xlsx_open (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  struct stat status;
  char *contents = NULL;
  size_t size;

  if (stat (path, &status) != 0)
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” could not be read: %s"), path,
                   g_strerror (errno));
      return NULL;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” is not a file"), path);
      return NULL;
    }
  if (status.st_size > PLW_XLSX_FILE_MAX)
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT, _ ("“%s” cannot be read: it has more than %d MB"),
                   name, PLW_XLSX_FILE_MAX / (1024 * 1024));
      return NULL;
    }
  if (!g_file_get_contents (path, &contents, &size, &cause))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” could not be read: %s"), path, cause->message);
      return NULL;
    }

  g_autoptr (GBytes) bytes = g_bytes_new_take (contents, size);

  return plw_xlsx_open_bytes (name, bytes, error);
}

void
plw_xlsx_free (PlwXlsx *self)
{
  if (self == NULL)
    return;

  plw_xlsx_package_free (self->package);
  plw_xlsx_strings_free (self->strings);
  g_ptr_array_unref (self->sheets);
  g_clear_pointer (&self->looks, g_byte_array_unref);
  g_free (self->strings_part);
  g_free (self->properties_part);
  g_free (self);
}

size_t
plw_xlsx_n_sheets (const PlwXlsx *self)
{
  return self->sheets->len;
}

const PlwXlsxSheet *
plw_xlsx_sheet (const PlwXlsx *self, size_t index)
{
  g_return_val_if_fail (index < self->sheets->len, NULL);

  return g_ptr_array_index (self->sheets, index);
}

GHashTable *
plw_xlsx_read_properties (PlwXlsx *self, GError **error)
{
  return plw_xlsx_properties_read (self->package, self->properties_part, error);
}

bool
plw_xlsx_read_sheet (PlwXlsx *self, size_t index, PlwXlsxCellFunc func, void *data, GError **error)
{
  g_return_val_if_fail (index < self->sheets->len, false);

  if (self->strings == NULL)
    self->strings = plw_xlsx_strings_read (self->package, self->strings_part, error);
  if (self->strings == NULL)
    return false;

  const PlwXlsxContext context = {
    .package = self->package,
    .strings = self->strings,
    .looks = self->looks,
    .is_1904 = self->is_1904,
  };

  return plw_xlsx_cells_read (&context, g_ptr_array_index (self->sheets, index), func, data, error);
}
