/* import-recall.c: mappings kept for the next source with the same headings.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file in the state directory: a group for each table and row of headings; a key for each column,
 * for what every row has, and for the scale.
 */
#include "exchange/import-private.h"

#include "base/i18n.h"
#include "base/sha256.h"

#include <errno.h>
#include <string.h>

#define KEY_SCALE "scale"
#define KEY_CONSTANT "every-"

static char *
find_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "placewright", "mappings.ini", NULL);
}

static char *
name_group (const PlwImport *self)
{
  g_autoptr (PlwSha256) sum = plw_sha256_new ();
  const char *table = plw_schema_table (self->table)->name;

  for (size_t i = 0; i < self->n_columns; i++)
    {
      const char *heading = plw_import_heading (self, i);

      plw_sha256_add (sum, heading, strlen (heading) + 1);
    }

  g_autofree char *digest = plw_sha256_end (sum);
  return g_strdup_printf ("%s %s", table, digest);
}

static void
recall_scale (PlwImport *self, int64_t scale)
{
  if (scale == 1000 || scale == 1000000)
    self->scale = scale;
}

bool
plw_import_recall (PlwImport *self)
{
  g_autofree char *path = find_path ();
  g_autofree char *group = name_group (self);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) keys = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return false;
  keys = g_key_file_get_keys (file, group, NULL, NULL);
  if (keys == NULL)
    return false;

  if (g_key_file_has_key (file, group, KEY_SCALE, NULL))
    recall_scale (self, g_key_file_get_int64 (file, group, KEY_SCALE, NULL));
  for (size_t i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *column = g_key_file_get_string (file, group, keys[i], NULL);
      g_auto (GStrv) words = column != NULL ? g_strsplit (column, " ", 2) : NULL;

      /* A field that is no more, or a year out of the plan, is left to be mapped anew. */
      if (words == NULL || words[0] == NULL || words[1] == NULL)
        continue;
      if (!(g_str_has_prefix (keys[i], KEY_CONSTANT)
                ? plw_import_set_constant (self, words[0], words[1], NULL)
                : plw_import_map (self, words[1], words[0], NULL)))
        continue;
    }

  g_string_append_printf (self->notes, "%s\n", _ ("The columns are mapped as they were the last time."));
  return true;
}

static void
keep_constants (const PlwImport *self, GKeyFile *file, const char *group)
{
  for (size_t i = 0; i < self->fields->len; i++)
    {
      const char *constant = g_array_index (self->fields, PlwImportField, i).constant;

      if (constant != NULL)
        {
          const char *field = plw_plan_column_name (self->plan, self->table, i);
          g_autofree char *key = g_strconcat (KEY_CONSTANT, field, NULL);
          g_autofree char *value = g_strdup_printf ("%s %s", field, constant);

          g_key_file_set_string (file, group, g_strdelimit (key, "/", '-'), value);
        }
    }
  if (self->scale != 1)
    g_key_file_set_int64 (file, group, KEY_SCALE, self->scale);
}

bool
plw_import_remember (const PlwImport *self, GError **error)
{
  g_autofree char *path = find_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *group = name_group (self);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) cause = NULL;

  (void) g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  (void) g_key_file_remove_group (file, group, NULL);
  for (size_t i = 0; i < self->n_columns; i++)
    {
      const char *field = plw_import_mapped (self, i);
      g_autofree char *key = g_strdup_printf ("column%zu", i + 1);
      g_autofree char *letters = plw_xlsx_cell_name (0, i);

      letters[strlen (letters) - 1] = '\0';
      if (field != NULL)
        {
          const char *heading = plw_import_heading (self, i);
          g_autofree char *value = g_strdup_printf ("%s %s", field, heading[0] != '\0' ? heading : letters);

          g_key_file_set_string (file, group, key, value);
        }
    }

  keep_constants (self, file, group);

  if (g_mkdir_with_parents (folder, 0700) == 0 && g_key_file_save_to_file (file, path, &cause))
    return true;

  g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” could not be written: %s"), path,
               cause != NULL ? cause->message : g_strerror (errno));
  return false;
}
