/* reference-data.h: the shipped tables as embed.py puts them into the program.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include <stddef.h>

G_BEGIN_DECLS

/**
 * PlwReferenceTable:
 * @cells: the header, then @n_rows rows, each of @n_columns texts
 */
typedef struct
{
  const char *name;
  size_t n_columns;
  size_t n_rows;
  const char *const *cells;
} PlwReferenceTable;

/* Ended by one without a name. */
extern const PlwReferenceTable plw_reference_tables[];

G_END_DECLS
