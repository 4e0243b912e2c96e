/* plwu-fold.c: texts compared as people do.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-fold.h"

#include <string.h>

static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p >= 0x80)
      return FALSE;
  return TRUE;
}

/* Accents are characters of their own after decomposition. */
static char *
drop_accents (const char *text)
{
  g_autofree char *parts = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (const char *p = parts; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (kept, g_utf8_get_char (p));

  return g_utf8_casefold (kept->str, -1);
}

char *
plwu_fold (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  char *folded = is_plain (text) ? g_ascii_strdown (text, -1) : drop_accents (text);
  char *to = folded;

  for (const char *from = folded; *from != '\0'; from++)
    if (!g_ascii_isspace (*from))
      *to++ = *from;
    else if (to > folded && to[-1] != ' ')
      *to++ = ' ';
  if (to > folded && to[-1] == ' ')
    to--;
  *to = '\0';

  return folded;
}

gboolean
plwu_fold_equal (const char *a, const char *b)
{
  g_autofree char *folded_a = plwu_fold (a);
  g_autofree char *folded_b = plwu_fold (b);

  return strcmp (folded_a, folded_b) == 0;
}
