/* import-end.c: how every import ends: what the plan's rules make of it, and whether it is taken.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/import-private.h"

#include "base/i18n.h"

void
plw_import_find_news (const PlwPlan *before, const PlwPlan *after, PlwProblems *problems)
{
  g_autoptr (PlwProblems) known = plw_problems_new ();
  g_autoptr (PlwProblems) found = plw_problems_new ();

  (void) plw_plan_check (before, known);
  (void) plw_plan_check (after, found);
  plw_problems_add_unseen (problems, known, found);
}

bool
plw_import_found_no_error (const PlwImport *self,
                           const PlwProblems *problems,
                           size_t n_before,
                           GError **error)
{
  size_t n = plw_problems_count (problems, PLW_SEVERITY_ERROR) - n_before;

  if (n == 0)
    return true;
  g_set_error (error, PLW_ERROR, PLW_ERROR_PLAN,
               ngettext ("Nothing was taken from “%s”: it has %zu error",
                         "Nothing was taken from “%s”: it has %zu errors", n),
               self->name, n);
  return false;
}
