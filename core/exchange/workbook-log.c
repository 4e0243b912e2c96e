/* workbook-log.c: what was changed in the plan since its last named version.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <placewright/store.h>

static char *
show_time (int64_t seconds)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (seconds);

  return when != NULL ? g_date_time_format (when, "%Y-%m-%d %H:%M UTC") : g_strdup ("");
}

static void
write_entry (PlwSheet *sheet, const PlwEntry *entry)
{
  g_autofree char *when = show_time (entry->when);

  plw_sheet_text (sheet, 0, when, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, entry->who, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 2, plw_paper_change_name (entry->kind), PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 3, entry->name, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 4, entry->reason != NULL ? entry->reason : "", PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

static void
write_entries (PlwSheet *sheet, const GPtrArray *entries, int64_t since)
{
  size_t n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const PlwEntry *entry = g_ptr_array_index (entries, i);

      if (entry->when < since)
        continue;
      write_entry (sheet, entry);
      n++;
    }
  if (n == 0)
    plw_sheet_band (sheet, _ ("Nothing was changed."), PLW_STYLE_BAND);
}

void
plw_book_fill_log (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_LOG];

  if (sheet == NULL)
    return;

  const GPtrArray *entries = book->paper->log;
  const PlwVersion *version = book->paper->since;
  g_autofree char *since = version != NULL
                               ? g_strdup_printf (_ ("Since the version “%s”"), version->name)
                               : g_strdup (_ ("Since the plan was begun: no version was named yet"));

  plw_sheet_head (sheet, _ ("When"), 22, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Who"), 20, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Kind"), 13, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("What"), 70, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Why"), 50, PLW_STYLE_HEAD);
  plw_sheet_open_body (sheet, 0);
  plw_sheet_band (sheet, since, PLW_STYLE_BAND);
  if (entries != NULL)
    write_entries (sheet, entries, version != NULL ? version->when : G_MININT64);
  plw_sheet_close (sheet);
}
