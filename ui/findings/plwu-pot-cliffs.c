/* plwu-pot-cliffs.c: the pots of a result whose money ends before the plan does.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-pot-cliffs.h"

#include "plwu-labels.h"
#include "plwu-rules.h"

#include <glib/gi18n.h>
#include <placewright/year.h>

#define USES_NAMED_MOST 4

typedef struct
{
  size_t use;
  gint64 pence;
} Payment;

static int
compare_payments (gconstpointer a, gconstpointer b)
{
  const Payment *one = a;
  const Payment *other = b;

  if (one->pence != other->pence)
    return one->pence > other->pence ? -1 : 1;
  return one->use < other->use ? -1 : 1;
}

/* What a pot pays for in a year, most first, the rest with a count. */
static char *
name_payments (const PlwResult *result, size_t pot, size_t year)
{
  g_autoptr (GArray) payments = g_array_new (FALSE, FALSE, sizeof (Payment));
  GString *text = g_string_new (NULL);

  for (size_t i = 0; i < plw_result_n_flows (result); i++)
    {
      const PlwFlow *flow = plw_result_flow (result, i);
      Payment payment = { flow->use, flow->pence };

      if (flow->pot == pot && flow->year == year && flow->pence > 0)
        g_array_append_val (payments, payment);
    }
  g_array_sort (payments, compare_payments);
  for (guint i = 0; i < MIN (payments->len, USES_NAMED_MOST); i++)
    {
      const Payment *payment = &g_array_index (payments, Payment, i);
      g_autofree char *name = plwu_label_use (plw_result_use (result, payment->use));
      g_autofree char *amount = plw_pence_show_short (payment->pence);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", name, amount);
    }
  if (payments->len > USES_NAMED_MOST)
    g_string_append_printf (text, ngettext (" and %u more", " and %u more", payments->len - USES_NAMED_MOST),
                            payments->len - USES_NAMED_MOST);
  return g_string_free (text, FALSE);
}

/* The last year in which money comes in; for a balance that nothing comes into,
 * the year in which the last of it is spent.
 */
static gboolean
find_end (const PlwPotYears *pot, size_t n_years, PlwuCliffRow *ret_row)
{
  size_t end = n_years;
  gboolean is_run_down = FALSE;

  while (end > 0 && pot->received[end - 1] == 0)
    end--;
  if (end == 0 && pot->opening[0] > 0 && pot->closing[n_years - 1] == pot->withheld[n_years - 1])
    {
      is_run_down = TRUE;
      for (end = n_years; end > 0 && pot->spent[end - 1] == 0;)
        end--;
    }
  if (end == 0 || end == n_years)
    return FALSE;

  ret_row->is_run_down = is_run_down;
  ret_row->last = (guint) end - 1;
  ret_row->first = 0;
  while (!is_run_down && ret_row->first < ret_row->last && pot->opening[ret_row->first] == 0
         && pot->received[ret_row->first] == 0)
    ret_row->first++;
  ret_row->pence = pot->spent[end - 1];
  return TRUE;
}

static void
clear_row (gpointer data)
{
  g_free ((char *) ((PlwuCliffRow *) data)->holds_up);
}

PlwuPotCliffs *
plwu_pot_cliffs_new (const PlwResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  PlwuPotCliffs *cliffs = g_new0 (PlwuPotCliffs, 1);

  cliffs->rows = g_array_new (FALSE, FALSE, sizeof (PlwuCliffRow));
  g_array_set_clear_func (cliffs->rows, clear_row);
  cliffs->pots = g_array_new (FALSE, FALSE, sizeof (size_t));
  for (size_t i = 0; i < plw_result_n_pots (result); i++)
    {
      const PlwPotYears *pot = plw_result_pot (result, i);
      PlwuCliffRow row = { .name = pot->name };

      if (!find_end (pot, plw_result_n_years (result), &row))
        continue;
      row.is_fenced = plwu_rule_has_fence (plw_result_plan (result), pot->code);
      row.holds_up = name_payments (result, i, row.last);
      g_array_append_val (cliffs->rows, row);
      g_array_append_val (cliffs->pots, i);
    }
  return cliffs;
}

void
plwu_pot_cliffs_free (PlwuPotCliffs *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->rows);
  g_array_unref (self->pots);
  g_free (self);
}

/* Put into a picture */

static char *
make_title (const PlwResult *result, const GArray *rows)
{
  g_autofree gint64 *pence = g_new0 (gint64, plw_result_n_years (result));
  size_t worst = 0;

  if (rows->len == 0)
    return g_strdup (_ ("No pot ends before the plan does"));

  for (guint i = 0; i < rows->len; i++)
    pence[g_array_index (rows, PlwuCliffRow, i).last] += g_array_index (rows, PlwuCliffRow, i).pence;
  for (size_t i = 1; i < plw_result_n_years (result); i++)
    if (pence[i] > pence[worst])
      worst = i;

  g_autofree char *amount = plw_pence_show_short (pence[worst]);

  return g_strdup_printf (ngettext ("%u pot ends; the steepest cliff follows %s: %s",
                                    "%u pots end; the steepest cliff follows %s: %s", rows->len),
                          rows->len, plw_year_name (plw_result_year (result, worst)), amount);
}

void
plwu_pot_cliffs_show (PlwuCliffs *drawing, const PlwResult *result, GArray *ret_pots)
{
  g_return_if_fail (PLWU_IS_CLIFFS (drawing));
  g_return_if_fail (result != NULL);

  g_autoptr (PlwuPotCliffs) cliffs = plwu_pot_cliffs_new (result);
  g_autofree char *title = make_title (result, cliffs->rows);

  if (ret_pots != NULL)
    {
      g_array_set_size (ret_pots, 0);
      if (cliffs->pots->len > 0)
        g_array_append_vals (ret_pots, cliffs->pots->data, cliffs->pots->len);
    }
  plwu_cliffs_set_data (drawing, cliffs->rows->len, (const PlwuCliffRow *) (void *) cliffs->rows->data,
                        (guint) plw_result_n_years (result), plw_result_year (result, 0), title);
}
