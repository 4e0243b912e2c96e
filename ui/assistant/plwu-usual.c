/* plwu-usual.c: the lists of what plans usually hold: partners, lines, pots, assumptions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-usual.h"

#include "plwu-fold.h"
#include "sheet/plwu-sheet-block.h"

#include <gio/gio.h>
#include <string.h>

struct _PlwuUsual
{
  PlwuSheetTexts *texts; /* the first row names the fields */
};

/* The resource comes with the program: that it is there and well formed is tested. */
static PlwuUsual *
read_list (const char *name)
{
  PlwuUsual *self = g_new0 (PlwuUsual, 1);
  g_autofree char *path = g_strdup_printf ("/uk/placewright/Placewright/ui/assistant/%s.tsv", name);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);

  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  self->texts = plwu_sheet_texts_parse (text, NULL);
  g_assert (self->texts != NULL && self->texts->n_rows > 1);

  return self;
}

const PlwuUsual *
plwu_usual_get (const char *name)
{
  static GHashTable *lists;
  PlwuUsual *self;

  if (lists == NULL)
    lists = g_hash_table_new (g_str_hash, g_str_equal);

  self = g_hash_table_lookup (lists, name);
  if (self == NULL)
    {
      self = read_list (name);
      g_hash_table_insert (lists, (gpointer) g_intern_string (name), self);
    }
  return self;
}

guint
plwu_usual_n_rows (const PlwuUsual *self)
{
  return self->texts->n_rows - 1;
}

static guint
find_field (const PlwuUsual *self, const char *field)
{
  guint found = 0;

  while (found < self->texts->n_columns
         && g_strcmp0 (plwu_sheet_texts_get (self->texts, 0, found), field) != 0)
    found++;
  return found;
}

gboolean
plwu_usual_has_field (const PlwuUsual *self, const char *field)
{
  return find_field (self, field) < self->texts->n_columns;
}

const char *
plwu_usual_text (const PlwuUsual *self, guint row, const char *field)
{
  g_return_val_if_fail (plwu_usual_has_field (self, field), "");

  const char *text = plwu_sheet_texts_get (self->texts, row + 1, find_field (self, field));

  return text != NULL ? text : "";
}

gboolean
plwu_usual_find (const PlwuUsual *self, const char *field, const char *text, guint *ret_row)
{
  for (guint i = 0; i < plwu_usual_n_rows (self); i++)
    if (plwu_fold_equal (plwu_usual_text (self, i, field), text))
      {
        *ret_row = i;
        return TRUE;
      }
  return FALSE;
}
