/* fingerprint.c: a digest over what a plan says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sha256.h"
#include "plan/plan-private.h"

/* Lengths go before texts so that no two plans spell the same bytes. */
static void
add_text (PlwSha256 *sum, const char *text, size_t length)
{
  guint64 held = GUINT64_TO_LE (length);

  plw_sha256_add (sum, &held, sizeof held);
  plw_sha256_add (sum, text, length);
}

char *
plw_plan_fingerprint (const PlwPlan *plan)
{
  g_autoptr (PlwSha256) sum = plw_sha256_new ();

  g_return_val_if_fail (plan != NULL, NULL);

  for (size_t t = 0; t < PLW_N_TABLES; t++)
    {
      PlwTableId table = (PlwTableId) t;
      const char *name = plw_schema_table (table)->name;
      size_t n_rows = plw_plan_n_rows (plan, table);
      guint64 held = GUINT64_TO_LE (n_rows);

      add_text (sum, name, strlen (name));
      plw_sha256_add (sum, &held, sizeof held);
      for (size_t r = 0; r < n_rows; r++)
        for (size_t c = 0; c < plw_plan_n_columns (plan, table); c++)
          {
            g_autofree char *text = plw_plan_cell_to_text (plan, table, r, c);

            add_text (sum, text, strlen (text));
          }
    }
  return plw_sha256_end (sum);
}
