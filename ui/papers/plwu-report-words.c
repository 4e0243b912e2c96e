/* plwu-report-words.c: how the committee report says figures and names.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-report-private.h"

#include "findings/plwu-labels.h"
#include "pictures/plwu-amount.h"

#include <glib/gi18n.h>

#include <string.h>

void
plwu_report_say (PlwuReport *report, PlwuPaperText style, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  plwu_paper_add_text (report->paper, style, text);
}

const char *
plwu_report_year (const PlwuReport *report, size_t year)
{
  return plw_year_name (plw_result_year (report->result, year));
}

const char *
plwu_report_last_year (const PlwuReport *report)
{
  return plwu_report_year (report, report->n_years - 1);
}

gint64
plwu_report_total (const PlwuReport *report, const gint64 *years)
{
  gint64 total = 0;

  for (size_t t = 0; t < report->n_years; t++)
    total += years[t];
  return total;
}

gint64 *
plwu_report_sums (const PlwResult *result, PlwSum sum)
{
  size_t n = plw_result_n_years (result);
  gint64 *years = g_new (gint64, n);

  for (size_t t = 0; t < n; t++)
    years[t] = plw_result_sum (result, sum, t);
  return years;
}

gint64 *
plwu_report_use_shortfall (const PlwuReport *report, size_t use)
{
  gint64 *years = g_new (gint64, report->n_years);

  for (size_t t = 0; t < report->n_years; t++)
    years[t] = plw_result_shortfall (report->result, use, t);
  return years;
}

char *
plwu_report_cell (const PlwuReport *report, gint64 steps, gint64 pence)
{
  g_autofree char *text = NULL;

  if (pence == 0 && steps == 0)
    return g_strdup ("–");
  text = plw_steps_to_text (ABS (steps), report->unit);
  if (steps >= 0)
    return g_steal_pointer (&text);
  return report->source->has_minus ? g_strdup_printf ("-%s", text) : g_strdup_printf ("(%s)", text);
}

char *
plwu_report_money (const PlwuReport *report, gint64 pence)
{
  return plwu_report_cell (report, plw_divide_round (pence, report->step), pence);
}

char *
plwu_report_caption (const PlwuReport *report, const char *text)
{
  return g_strdup_printf (_ ("%s, %s"), text, plw_unit_suffix (report->unit));
}

char *
plwu_report_percent (gint64 billionths)
{
  g_autofree char *number = plw_decimal_to_text (billionths);

  return g_strdup_printf ("%s%%", number);
}

char *
plwu_report_share (double share)
{
  g_autofree char *number = plwu_amount_show_number (100 * share, 1);

  return g_strconcat (number, "%", NULL);
}

const char *
plwu_report_title (const PlwuReport *report)
{
  const char *title = plw_plan_setting (report->plan, "title");
  const char *area = plw_plan_setting (report->plan, "area");

  return title[0] != '\0' ? title : area[0] != '\0' ? area : _ ("Placemaking budget");
}

const char *
plwu_report_certainty (PlwCertainty certainty)
{
  switch (certainty)
    {
    case PLW_CERTAINTY_CONFIRMED:
      return _ ("Confirmed");
    case PLW_CERTAINTY_INDICATIVE:
      return _ ("Indicative");
    case PLW_CERTAINTY_AT_RISK:
      return _ ("At risk");
    case PLW_CERTAINTY_BID:
      return _ ("Bid");
    }
  g_return_val_if_reached ("");
}

char *
plwu_report_unspent (const PlwuReport *report, size_t pot)
{
  const char *rule = plw_plan_text (report->plan, PLW_TABLE_POTS, plw_result_pot (report->result, pot)->row,
                                    PLW_POTS_UNSPENT);

  if (strcmp (rule, "lapse") == 0)
    return g_strdup (_ ("lapses"));
  if (strcmp (rule, "keep") == 0)
    return g_strdup (_ ("is kept"));
  if (g_str_has_prefix (rule, "keep:"))
    {
      int n = (int) g_ascii_strtoll (rule + strlen ("keep:"), NULL, 10);

      return g_strdup_printf (ngettext ("is kept for %d more year", "is kept for %d more years", (gulong) n),
                              n);
    }
  if (g_str_has_prefix (rule, "to:"))
    return g_strdup_printf (_ ("joins %s"),
                            plwu_label_ref (report->plan, PLW_TABLE_POTS, rule + strlen ("to:")));
  return g_strdup (rule);
}

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const PlwuRanked *one = a;
  const PlwuRanked *other = b;

  if (one->pence != other->pence)
    return one->pence > other->pence ? -1 : 1;
  return one->index < other->index ? -1 : one->index > other->index;
}

void
plwu_report_rank (GArray *items)
{
  g_array_sort (items, compare_ranked);
}
