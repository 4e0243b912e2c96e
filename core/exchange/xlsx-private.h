/* xlsx-private.h: what the parts of the reader of workbooks share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/xlsx.h"

G_BEGIN_DECLS

/* The zip file: parts by their names. */
typedef struct _PlwXlsxPackage PlwXlsxPackage;

PlwXlsxPackage *plw_xlsx_package_new (const char *name,
                                      GBytes *bytes,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void plw_xlsx_package_free (PlwXlsxPackage *self);
bool plw_xlsx_package_has (const PlwXlsxPackage *self, const char *part);

/* What the user calls the file. */
const char *plw_xlsx_package_name (const PlwXlsxPackage *self);

/**
 * PlwXlsxBytesFunc:
 * Returns: whether to go on; false with or without an error
 */
typedef bool (*PlwXlsxBytesFunc) (const char *bytes, size_t size, void *data, GError **error);

/**
 * plw_xlsx_package_read:
 *
 * Gives @func the part, expanded, piece by piece, and proves afterwards that it came whole.
 */
bool plw_xlsx_package_read (PlwXlsxPackage *self,
                            const char *part,
                            PlwXlsxBytesFunc func,
                            void *data,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Proves that every part came whole and is well-formed markup from its first to its last tag. */
bool plw_xlsx_package_check (PlwXlsxPackage *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * PlwXlsxHandler: what a part's markup is given to. Names come without their prefix.
 * @start, @end: return false to stop, with or without an error
 */
typedef struct
{
  bool (*start) (const char *name, const char **names, const char **values, void *data, GError **error);
  bool (*end) (const char *name, void *data, GError **error);
  bool (*text) (const char *text, size_t size, void *data, GError **error);
} PlwXlsxHandler;

bool plw_xlsx_markup_read (PlwXlsxPackage *package,
                           const char *part,
                           const PlwXlsxHandler *handler,
                           void *data,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer none) (nullable): an element's attribute */
const char *plw_xlsx_attribute (const char **names, const char **values, const char *name);

/* Sets an error “NAME” cannot be read: …, and returns false. */
bool plw_xlsx_refuse (GError **error, const PlwXlsxPackage *package, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Where a relationship of the package leads. */
typedef struct
{
  char *id;
  char *type;   /* the last word of its address: `worksheet` */
  char *target; /* the part; NULL where it is outside the package */
} PlwXlsxRelation;

/* Returns: (transfer full) (nullable): of PlwXlsxRelation: where @part leads; "" is the package */
GPtrArray *plw_xlsx_relations_read (PlwXlsxPackage *package,
                                    const char *part,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  PLW_XLSX_LOOK_PLAIN,
  PLW_XLSX_LOOK_DATE,
  PLW_XLSX_LOOK_PERCENT,
} PlwXlsxLook;

/* Returns: (transfer full) (nullable): of guint8: the PlwXlsxLook of each style */
GByteArray *plw_xlsx_styles_read (PlwXlsxPackage *package,
                                  const char *part,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* @part: (nullable): NULL: there are none
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): texts by the names of the properties
 */
GHashTable *plw_xlsx_properties_read (PlwXlsxPackage *package,
                                      const char *part,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct _PlwXlsxStrings PlwXlsxStrings;

/* @part: (nullable): NULL: there are none */
PlwXlsxStrings *plw_xlsx_strings_read (PlwXlsxPackage *package,
                                       const char *part,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void plw_xlsx_strings_free (PlwXlsxStrings *self);

/* Returns: (transfer none) (nullable): NULL where there is no such text */
const char *plw_xlsx_strings_get (const PlwXlsxStrings *self, size_t index);

/* Takes back what `_x000D_` stands for, from @start on. */
void plw_xlsx_unescape (GString *text, size_t start);

/* Returns: (transfer full) (nullable): a day number as a date; NULL where it is none */
char *plw_xlsx_date_to_text (const char *serial, bool is_1904) G_GNUC_WARN_UNUSED_RESULT;

/* Everything the cells of a sheet need to be understood. */
typedef struct
{
  PlwXlsxPackage *package;
  const PlwXlsxStrings *strings;
  const GByteArray *looks;
  bool is_1904;
} PlwXlsxContext;

bool plw_xlsx_cells_read (const PlwXlsxContext *context,
                          const PlwXlsxSheet *sheet,
                          PlwXlsxCellFunc func,
                          void *data,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwXlsxPackage, plw_xlsx_package_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwXlsxStrings, plw_xlsx_strings_free)

G_END_DECLS
