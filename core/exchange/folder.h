/* folder.h: what reading and writing of plan folders share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/schema.h>

G_BEGIN_DECLS

#define PLW_TABLE_SUFFIX ".csv"

/**
 * plw_folder_table_path:
 * Returns: (transfer full): where the table lies in the folder
 */
char *plw_folder_table_path (const char *folder, const PlwTableSpec *spec) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_folder_find_file:
 * @name: a file's name
 * @ret_id: (out): the table the file is; untouched where it is none
 */
bool plw_folder_find_file (const char *name, PlwTableId *ret_id);

G_END_DECLS
