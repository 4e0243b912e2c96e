/* plwu-typed.c: what people type where a short list of words may stand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-typed.h"

#include <string.h>

#include <glib/gi18n.h>

char *
plwu_typed_list_choices (const PlwColumn *column)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  g_return_val_if_fail (column->choices != NULL, NULL);

  for (size_t i = 0; column->choices[i] != NULL; i++)
    g_strv_builder_add (words, plw_schema_choice_word (column, i));

  g_auto (GStrv) all = g_strv_builder_end (words);

  return g_strjoinv (", ", all);
}

gboolean
plwu_typed_read_choice (const PlwColumn *column, const char *text, const char **ret_choice, char **ret_why)
{
  size_t index;

  if (!plw_schema_find_choice (column, text, &index))
    {
      g_autofree char *words = plwu_typed_list_choices (column);

      *ret_why = g_strdup_printf (_ ("“%s” is not one of the choices; write one of %s"), text, words);
      return FALSE;
    }

  *ret_choice = column->choices[index];
  return TRUE;
}

/* In either language, and as spreadsheets write them. */
const char *
plwu_typed_read_yesno (const char *text)
{
  const char *const words[][4] = {
    { "yes", "y", "true", _ ("yes") },
    { "no", "n", "false", _ ("no") },
  };
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (size_t i = 0; i < G_N_ELEMENTS (words); i++)
    for (size_t j = 0; j < G_N_ELEMENTS (words[i]); j++)
      {
        g_autofree char *word = g_utf8_casefold (words[i][j], -1);

        if (strcmp (folded, word) == 0)
          return words[i][0];
      }
  return text;
}
