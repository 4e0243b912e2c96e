/* folder.c: the names of the files in a plan folder.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/folder.h"

#include <string.h>

char *
plw_folder_table_path (const char *folder, const PlwTableSpec *spec)
{
  g_autofree char *name = g_strconcat (spec->name, PLW_TABLE_SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

bool
plw_folder_find_file (const char *name, PlwTableId *ret_id)
{
  if (!g_str_has_suffix (name, PLW_TABLE_SUFFIX))
    return false;

  g_autofree char *table = g_strndup (name, strlen (name) - strlen (PLW_TABLE_SUFFIX));

  return plw_schema_find_table (table, ret_id);
}
