/* guard.h: texts that a spreadsheet would take for formulas.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A spreadsheet that opens a CSV file runs what begins with = + - or @. An apostrophe in front
 * makes it a text there; whoever reads our tables takes it away again.
 */
#pragma once

#include <glib.h>

#include <stdbool.h>
#include <string.h>

/* Whether it could run. A number such as -5 is no formula. */
static inline bool
plw_guard_is_needed (const char *text)
{
  char *end;

  if (text[0] == '\0' || strchr ("=+-@\t\r", text[0]) == NULL)
    return false;
  g_ascii_strtod (text, &end);
  return end == text || *end != '\0';
}

/* Whether apostrophes stand before what could run: one of them is the guard. */
static inline bool
plw_guard_is_there (const char *text)
{
  const char *rest = text + strspn (text, "'");

  return rest > text && plw_guard_is_needed (rest);
}
