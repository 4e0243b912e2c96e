/* book-support.h: what readers are tried with: workbooks made part by part, as wrong as can be, and a plan to
 * take them. SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/plan.h>

G_BEGIN_DECLS

typedef struct _TestZip TestZip;

TestZip *test_zip_new (void);
void test_zip_add (TestZip *self, const char *name, const char *bytes, gssize size);

/* Returns: (transfer full): the file; frees @self */
GBytes *test_zip_finish (TestZip *self) G_GNUC_WARN_UNUSED_RESULT;

/* The two parts every workbook has, for sheets `sheet1.xml`, `sheet2.xml` … with these names. */
void test_zip_add_book (TestZip *self, const char *const *sheets, const char *attributes);

/* A whole workbook of one sheet called Sheet: @rows is what stands inside sheetData. @strings,
 * @styles: (nullable): what stands inside sst and styleSheet.
 */
GBytes *test_book (const char *rows, const char *strings, const char *styles) G_GNUC_WARN_UNUSED_RESULT;

/* A plan of five years without a line or pot, for what is to be imported. */
PlwPlan *test_plan (const char *base_year) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
