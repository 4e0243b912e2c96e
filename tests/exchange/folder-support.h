/* folder-support.h: folders for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/exchange.h>

G_BEGIN_DECLS

/* Returns: (transfer full): a path inside the source tree */
char *source_path (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): a new, empty folder */
char *make_folder (void) G_GNUC_WARN_UNUSED_RESULT;
void remove_folder (const char *path);

/* Returns: (transfer full): a new folder with the same files */
char *copy_folder (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): names and bytes of everything in the folder, in order */
char *print_folder (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Reads what must be good. */
PlwPlan *read_folder (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Writes what must succeed. */
void write_folder (const PlwPlan *plan, const char *path);

void put_file (const char *folder, const char *name, const char *text);
char *get_file (const char *folder, const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* No file may grow beyond this many bytes; 0: any size again. */
void limit_file_size (size_t most);

G_END_DECLS
