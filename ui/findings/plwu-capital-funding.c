/* plwu-capital-funding.c: capital spending and the money that pays for it, by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-capital-funding.h"

#include "plwu-result-figures.h"

#include "pictures/plwu-amount.h"

#include <glib/gi18n.h>
#include <placewright/sustain.h>

#define POTS_NAMED_MOST 4

typedef struct
{
  size_t pot;
  gint64 pence;
} Payer;

/* How the capital pots named are told apart. */
static const PlwuMoneySeries looks[POTS_NAMED_MOST] = {
  { NULL, PLWU_PATTERN_SOLID, PLWU_COLOUR_SERIES_1 },
  { NULL, PLWU_PATTERN_SOLID, PLWU_COLOUR_SERIES_2 },
  { NULL, PLWU_PATTERN_LIGHT, PLWU_COLOUR_SERIES_1 },
  { NULL, PLWU_PATTERN_LIGHT, PLWU_COLOUR_SERIES_2 },
};

static gboolean
is_capital (const PlwResult *result, const PlwFlow *flow)
{
  return plw_result_use (result, flow->use)->part == PLW_PART_CAPITAL;
}

static int
compare_payers (gconstpointer a, gconstpointer b)
{
  const Payer *one = a;
  const Payer *other = b;

  if (one->pence != other->pence)
    return one->pence > other->pence ? -1 : 1;
  return one->pot < other->pot ? -1 : 1;
}

/* Every capital pot that pays for capital, most first. */
static GArray *
list_payers (const PlwResult *result)
{
  GArray *payers = g_array_new (FALSE, FALSE, sizeof (Payer));
  g_autofree gint64 *paid = g_new0 (gint64, plw_result_n_pots (result) + 1);

  for (size_t i = 0; i < plw_result_n_flows (result); i++)
    {
      const PlwFlow *flow = plw_result_flow (result, i);

      if (is_capital (result, flow))
        paid[flow->pot] += flow->pence;
    }
  for (size_t i = 0; i < plw_result_n_pots (result); i++)
    {
      Payer payer = { i, paid[i] };

      if (payer.pence > 0 && plw_result_pot (result, i)->kind == PLW_POT_CAPITAL)
        g_array_append_val (payers, payer);
    }
  g_array_sort (payers, compare_payers);
  return payers;
}

static guint
add_series (PlwuCapitalFunding *self, char *name, PlwuPattern pattern, PlwuPaletteColour colour)
{
  self->series[self->n_series] = (PlwuMoneySeries){ name, pattern, colour };
  return self->n_series++;
}

/* Where all can be named they are; else one place is for the others. */
static guint
count_named (const GArray *payers)
{
  return payers->len <= POTS_NAMED_MOST ? payers->len : POTS_NAMED_MOST - 1;
}

/* @ret_places: (array): the series of each pot of the result; borrowing's is the result's */
static guint
choose_series (PlwuCapitalFunding *self, const PlwResult *result, guint *ret_places)
{
  g_autoptr (GArray) payers = list_payers (result);
  guint n_named = count_named (payers);
  guint other = 0;
  guint revenue;

  for (guint i = 0; i < n_named; i++)
    {
      const PlwPotYears *pot = plw_result_pot (result, g_array_index (payers, Payer, i).pot);

      add_series (self, g_strdup (pot->name), looks[i].pattern, looks[i].colour);
    }
  if (payers->len > n_named)
    other = add_series (
        self,
        g_strdup_printf (ngettext ("%u other capital pot", "%u other capital pots", payers->len - n_named),
                         payers->len - n_named),
        PLWU_PATTERN_LIGHT, PLWU_COLOUR_SERIES_5);
  revenue = add_series (self, g_strdup (_ ("Revenue pots")), PLWU_PATTERN_HATCHED, PLWU_COLOUR_SERIES_6);
  for (size_t i = 0; i < plw_result_n_pots (result); i++)
    ret_places[i] = plw_result_pot (result, i)->kind == PLW_POT_CAPITAL ? other : revenue;
  for (guint i = 0; i < n_named; i++)
    ret_places[g_array_index (payers, Payer, i).pot] = i;
  return add_series (self, g_strdup (_ ("Borrowing")), PLWU_PATTERN_CROSSED, PLWU_COLOUR_SERIES_4);
}

PlwuCapitalFunding *
plwu_capital_funding_new (const PlwResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  PlwuCapitalFunding *self = g_new0 (PlwuCapitalFunding, 1);
  g_autofree guint *places = g_new0 (guint, plw_result_n_pots (result) + 1);
  guint borrowing = choose_series (self, result, places);

  self->n_years = (guint) plw_result_n_years (result);
  self->need = g_new0 (gint64, self->n_years);
  self->money = g_new0 (gint64, (gsize) self->n_years * self->n_series);
  for (size_t i = 0; i < plw_result_n_uses (result); i++)
    {
      const PlwUse *use = plw_result_use (result, i);

      for (guint year = 0; use->part == PLW_PART_CAPITAL && year < self->n_years; year++)
        {
          self->need[year] += use->need[year];
          self->money[year * self->n_series + borrowing] += use->borrowed[year];
          self->total_need += use->need[year];
          self->total_money += use->funded[year];
        }
    }
  for (size_t i = 0; i < plw_result_n_flows (result); i++)
    {
      const PlwFlow *flow = plw_result_flow (result, i);

      if (is_capital (result, flow))
        self->money[flow->year * self->n_series + places[flow->pot]] += flow->pence;
    }
  return self;
}

void
plwu_capital_funding_free (PlwuCapitalFunding *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_series; i++)
    g_free ((char *) self->series[i].name);
  g_free (self->need);
  g_free (self->money);
  g_free (self);
}

/* Put into a picture */

static char *
make_title (const PlwuCapitalFunding *funding)
{
  g_autofree char *need = plw_pence_show_short (funding->total_need);
  g_autofree char *gap = plw_pence_show_short (funding->total_need - funding->total_money);

  if (funding->total_need == 0)
    return g_strdup (_ ("No capital spending yet"));
  if (funding->total_need == funding->total_money)
    return g_strdup_printf (_ ("All capital spending of %s is paid for"), need);
  return g_strdup_printf (_ ("%s of %s capital spending has no money"), gap, need);
}

char *
plwu_capital_show_ratio (const PlwResult *result, size_t year)
{
  if (plw_result_sustain (result, PLW_SUSTAIN_NET_REVENUE, year) == 0)
    return g_strdup ("–");

  g_autofree char *number = plwu_amount_show_number (100 * plw_result_financing_ratio (result, year), 1);

  return g_strconcat (number, "%", NULL);
}

/* What borrowing leads to, below the money. */
static void
add_rows (PlwuNeedMoney *drawing, const PlwResult *result)
{
  size_t n_years = plw_result_n_years (result);
  g_autofree gint64 *requirement = g_new0 (gint64, n_years + 1);
  g_auto (GStrv) ratio = g_new0 (char *, n_years + 1);

  for (size_t i = 0; i < n_years; i++)
    {
      requirement[i] = plw_result_sum (result, PLW_SUM_CFR, i);
      ratio[i] = plwu_capital_show_ratio (result, i);
    }
  plwu_need_money_add_amounts (drawing, _ ("Capital financing requirement"), requirement, NULL);
  plwu_need_money_add_row (drawing, _ ("Financing cost of net revenue"), (const char *const *) ratio, NULL);
}

void
plwu_capital_funding_show (PlwuNeedMoney *drawing, const PlwResult *result)
{
  g_return_if_fail (PLWU_IS_NEED_MONEY (drawing));
  g_return_if_fail (result != NULL);

  g_autoptr (PlwuCapitalFunding) funding = plwu_capital_funding_new (result);
  g_autofree char *title = make_title (funding);
  g_autofree int *years = plwu_result_list_years (result);

  plwu_need_money_set_names (drawing, _ ("Spending"), _ ("Money"), _ ("Unfunded"));
  plwu_need_money_set_series (drawing, funding->n_series, funding->series, funding->n_years, years,
                              funding->need, funding->money, title);
  add_rows (drawing, result);
}
