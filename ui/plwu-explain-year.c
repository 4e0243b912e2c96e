/* plwu-explain-year.c: a year of the whole plan put into words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explain.h"

#include "plwu-labels.h"

#include <glib/gi18n.h>

typedef struct
{
  PlwSum sum;
  const char *label;
  int sign; /* of the figure in what it adds up to */
} Part;

static const Part movements[] = {
  { PLW_SUM_PRICE, N_ ("Prices"), 1 },
  { PLW_SUM_DEMAND, N_ ("Demand"), 1 },
  { PLW_SUM_PRESSURES, N_ ("Pressures"), 1 },
  { PLW_SUM_GROWTH, N_ ("Growth"), 1 },
  { PLW_SUM_SPILLOVER, N_ ("Knock-on effects"), 1 },
  { PLW_SUM_SAVINGS, N_ ("Savings"), -1 },
  { PLW_SUM_INCOME, N_ ("Income"), -1 },
  { PLW_SUM_PREVENTION, N_ ("Prevention"), -1 },
  { PLW_SUM_FINANCING, N_ ("Capital financing"), 1 },
};

static const Part costs[] = {
  { PLW_SUM_PROGRAMME_REVENUE, N_ ("Prevention programmes, revenue"), 1 },
  { PLW_SUM_PROGRAMME_CAPITAL, N_ ("Prevention programmes, capital"), 1 },
  { PLW_SUM_PROJECT_SPEND, N_ ("Capital projects"), 1 },
};

static const Part money[] = {
  { PLW_SUM_AVAILABLE, N_ ("Money available"), 1 },
  { PLW_SUM_FUNDED, N_ ("Money that reached its uses"), 1 },
  { PLW_SUM_SHORTFALL, N_ ("Shortfall"), 1 },
  { PLW_SUM_STRANDED, N_ ("Left over while others fell short"), 1 },
  { PLW_SUM_LAPSED, N_ ("Lapsed"), 1 },
  { PLW_SUM_KEPT, N_ ("Kept in all pots at the year's end"), 1 },
  { PLW_SUM_BORROWED, N_ ("Borrowed"), 1 },
};

static void
tell_parts (PlwuExplanation *text, const PlwResult *result, size_t year, const Part *parts, size_t n_parts)
{
  for (size_t i = 0; i < n_parts; i++)
    {
      int64_t pence = parts[i].sign * plw_result_sum (result, parts[i].sum, year);

      if (pence != 0)
        plwu_explanation_add_pair (text, _ (parts[i].label), plwu_label_pence (pence));
    }
}

PlwuExplanation *
plwu_explain_year (PlwuDocument *document, size_t year)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  const PlwResult *result = plwu_document_get_result (document, NULL);

  if (result == NULL || year >= plw_result_n_years (result))
    return NULL;

  int64_t need = plw_result_sum (result, PLW_SUM_NEED, year);
  PlwuExplanation *text = plwu_explanation_new (
      g_strdup_printf (_ ("Need of the place, %s"), plw_year_name (plw_result_year (result, year))),
      plwu_explain_context (document), plwu_label_pence (need));

  plwu_explanation_add_heading (text, _ ("What moved it since the year before"));
  if (year > 0)
    plwu_explanation_add_pair (text, _ ("Need of the year before"),
                               plwu_label_pence (plw_result_sum (result, PLW_SUM_NEED, year - 1)));
  tell_parts (text, result, year, movements, G_N_ELEMENTS (movements));
  plwu_explanation_add_heading (text, _ ("In it, beside services"));
  tell_parts (text, result, year, costs, G_N_ELEMENTS (costs));
  plwu_explanation_add_heading (text, _ ("The money"));
  tell_parts (text, result, year, money, G_N_ELEMENTS (money));

  return text;
}
