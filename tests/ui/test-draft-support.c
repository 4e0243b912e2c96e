/* test-draft-support.c: drafts of new plans, for tests of the assistant.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-draft-support.h"

PlwuDraft *
create_draft (void)
{
  PlwuDraft *draft = plwu_draft_new ();

  plwu_draft_set (&draft->place, "Smallshire");
  plwu_draft_set (&draft->base_year, "2026/27");
  return draft;
}

void
set_cell (PlwuDraftTable *table, guint row, guint column, const char *text)
{
  char *why = NULL;

  if (!plwu_draft_table_set (table, row, column, text, &why))
    g_error ("“%s”: %s", text, why);
}

guint
choose (PlwuDraftTable *table, const char *code)
{
  guint usual_row = 0;
  guint row = 0;

  g_assert_true (plwu_usual_find (plwu_draft_table_get_list (table), "code", code, &usual_row));
  plwu_draft_table_choose (table, usual_row, TRUE);
  g_assert_true (plwu_draft_table_find_usual (table, usual_row, &row));
  return row;
}
