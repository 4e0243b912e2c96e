/* causes-text.c: causes of a shortfall in a form that can be compared.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "causes-text.h"

void
causes_text_add (GString *text, const char *pot, const PlwCause *cause)
{
  if (cause->is_exhausted)
    g_string_append_printf (text, "exhausted %s\n", pot);
  else
    g_string_append_printf (text, "barred %s %s %s %" G_GINT64_FORMAT "\n", pot, cause->rule,
                            cause->is_only_rule ? "only" : "too", cause->left);
}

char *
causes_text (const PlwResult *result, size_t use, size_t year)
{
  g_autoptr (GArray) causes = plw_explain_causes (result, use, year);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < causes->len; i++)
    {
      const PlwCause *cause = &g_array_index (causes, PlwCause, i);

      causes_text_add (text, cause->pot == SIZE_MAX ? "-" : plw_result_pot (result, cause->pot)->code, cause);
    }
  return g_string_free (text, FALSE);
}
