/* xlsx-relations.c: which part of a workbook leads to which.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/xlsx-private.h"

#include <string.h>

typedef struct
{
  const char *folder; /* of the part the relations are of, with its slash; "" at the top */
  GPtrArray *list;
} Reader;

static void
free_relation (void *data)
{
  PlwXlsxRelation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

/* Makes one name of a folder and what is written relative to it, without `.` and `..`. */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *whole = target[0] == '/' ? g_strdup (target + 1) : g_strconcat (folder, target, NULL);
  g_auto (GStrv) words = g_strsplit (whole, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (size_t i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], "..") == 0)
      g_ptr_array_set_size (kept, (int) (kept->len > 0 ? kept->len - 1 : 0));
    else if (words[i][0] != '\0' && strcmp (words[i], ".") != 0)
      g_ptr_array_add (kept, words[i]);
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("/", (char **) kept->pdata);
}

static bool
start_cb (const char *name, const char **names, const char **values, void *data, GError **error)
{
  Reader *self = data;
  const char *id = plw_xlsx_attribute (names, values, "Id");
  const char *type = plw_xlsx_attribute (names, values, "Type");
  const char *target = plw_xlsx_attribute (names, values, "Target");
  const char *mode = plw_xlsx_attribute (names, values, "TargetMode");

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL)
    return true;

  PlwXlsxRelation *relation = g_new0 (PlwXlsxRelation, 1);
  const char *word = strrchr (type, '/');

  relation->id = g_strdup (id);
  relation->type = g_strdup (word != NULL ? word + 1 : type);
  if (g_strcmp0 (mode, "External") != 0)
    relation->target = resolve (self->folder, target);
  g_ptr_array_add (self->list, relation);
  return true;
}

GPtrArray *
plw_xlsx_relations_read (PlwXlsxPackage *package, const char *part, GError **error)
{
  static const PlwXlsxHandler handler = { start_cb, NULL, NULL };
  const char *slash = strrchr (part, '/');
  g_autofree char *folder = slash != NULL ? g_strndup (part, (size_t) (slash - part) + 1) : g_strdup ("");
  g_autofree char *path = g_strdup_printf ("%s_rels/%s.rels", folder, slash != NULL ? slash + 1 : part);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_relation);
  Reader self = { folder, list };

  if (!plw_xlsx_markup_read (package, path, &handler, &self, error))
    return NULL;

  return g_steal_pointer (&list);
}
