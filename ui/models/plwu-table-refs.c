/* plwu-table-refs.c: references of a table as people write them: by code or by name.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-table-model-private.h"

#include "findings/plwu-labels.h"

#include <string.h>

#include <glib/gi18n.h>

/* "" stands for what more than one row is called. */
static void
learn (GHashTable *codes, const char *text, const char *code)
{
  char *folded = g_utf8_casefold (text, -1);
  const char *other = g_hash_table_lookup (codes, folded);

  g_hash_table_replace (codes, folded, g_strdup (other == NULL || strcmp (other, code) == 0 ? code : ""));
}

/* Returns: (transfer none): folded code or name -> code; made once, as a block has many references */
static GHashTable *
get_codes (PlwuTableModelPrivate *priv, PlwTableId table)
{
  const PlwPlan *plan = plwu_document_get_plan (priv->document);
  GHashTable *codes = g_hash_table_lookup (priv->references, GINT_TO_POINTER (table + 1));
  size_t code_column;

  if (codes != NULL)
    return codes;

  codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (priv->references, GINT_TO_POINTER (table + 1), codes);
  if (!plw_schema_find_column (table, "code", &code_column))
    return codes;

  for (size_t row = 0; row < plw_plan_n_rows (plan, table); row++)
    {
      const char *code = plw_plan_text (plan, table, row, code_column);

      learn (codes, code, code);
      learn (codes, plw_plan_name (plan, table, row), code);
    }
  return codes;
}

gboolean
plwu_table_refs_read (PlwuTableModelPrivate *priv,
                      PlwTableId table,
                      const char *text,
                      char **ret_code,
                      char **ret_why)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  const char *code;
  size_t row;

  if (plw_plan_find_key (plwu_document_get_plan (priv->document), table, text, &row))
    {
      *ret_code = g_strdup (text);
      return TRUE;
    }

  code = g_hash_table_lookup (get_codes (priv, table), folded);
  if (code != NULL && *code != '\0')
    {
      *ret_code = g_strdup (code);
      return TRUE;
    }

  *ret_why =
      g_strdup_printf (code == NULL ? _ ("“%s” is not one of the %s; write a code or a name from there")
                                    : _ ("“%s” is the name of more than one of the %s; write its code"),
                       text, plwu_label_table (table));
  return FALSE;
}

char *
plwu_table_refs_write (PlwuTableModelPrivate *priv, PlwTableId table, const char *code)
{
  g_autofree char *name = g_strdup (plwu_label_ref (plwu_document_get_shown (priv->document), table, code));
  g_autofree char *bare = g_strstrip (g_strdup (name));
  g_autofree char *found = NULL;
  g_autofree char *why = NULL;

  if (plwu_table_refs_read (priv, table, bare, &found, &why) && strcmp (found, code) == 0)
    return g_steal_pointer (&name);
  return g_strdup (code);
}
