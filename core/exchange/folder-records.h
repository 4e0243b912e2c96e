/* folder-records.h: the records of one CSV file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/problem.h>

G_BEGIN_DECLS

/* No table of a plan comes near this; a larger file is something else. */
#define PLW_TABLE_BYTES_MAX (64 * 1024 * 1024)

/**
 * PlwRecordFunc:
 * @row: the record's number; the header is 1
 * @cells: (array length=n_cells): bytes without NUL, perhaps not UTF-8
 */
typedef void (*PlwRecordFunc) (size_t row, char *const *cells, size_t n_cells, void *data);

/**
 * plw_records_read:
 * @table: the name problems bear
 * @problems: gets what is wrong with the form of the file
 *
 * Calls @func for every record that is not blank. A file with a fault of form
 * may have given its first records by then.
 *
 * Returns: false with %PLW_ERROR_IO where the file could not be read
 */
bool plw_records_read (const char *path,
                       const char *table,
                       PlwRecordFunc func,
                       void *data,
                       PlwProblems *problems,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_records_parse:
 * @bytes: without byte-order mark
 * @separator: what parts the cells
 *
 * The same from memory, with any separator.
 */
void plw_records_parse (const char *bytes,
                        size_t size,
                        char separator,
                        const char *table,
                        PlwRecordFunc func,
                        void *data,
                        PlwProblems *problems);

G_END_DECLS
