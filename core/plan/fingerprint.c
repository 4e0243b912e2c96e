/* fingerprint.c: a digest over what a plan says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/plan-private.h"

/* Lengths go before texts so that no two plans spell the same bytes. */
static void
add_text (GChecksum *sum, const char *text, size_t length)
{
  guint64 held = GUINT64_TO_LE (length);

  g_checksum_update (sum, (const guchar *) &held, sizeof held);
  g_checksum_update (sum, (const guchar *) text, (gssize) length);
}

char *
plw_plan_fingerprint (const PlwPlan *plan)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (plan != NULL, NULL);

  for (size_t t = 0; t < PLW_N_TABLES; t++)
    {
      PlwTableId table = (PlwTableId) t;
      const char *name = plw_schema_table (table)->name;
      size_t n_rows = plw_plan_n_rows (plan, table);
      guint64 held = GUINT64_TO_LE (n_rows);

      add_text (sum, name, strlen (name));
      g_checksum_update (sum, (const guchar *) &held, sizeof held);
      for (size_t r = 0; r < n_rows; r++)
        for (size_t c = 0; c < plw_plan_n_columns (plan, table); c++)
          {
            g_autofree char *text = plw_plan_cell_to_text (plan, table, r, c);

            add_text (sum, text, strlen (text));
          }
    }
  return g_strdup (g_checksum_get_string (sum));
}
