/* causes.c: why a use has a shortfall (model, section 5).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Funding a class ends when no way with room leads from unspent money to a use
 * that wants more: the minimum cut. So of a use with a shortfall every pot that
 * may pay for it has nothing left in the year, or stands at its cap or limit;
 * and whatever money is left stands in pots that a rule keeps away. Both can be
 * read from the accounts once all is settled, and in that form people can check them.
 */
#include "engine/links.h"
#include "engine/result-private.h"

#include <placewright/explain.h>

static const PlwFigure no_figure = { .kind = PLW_N_FIGURE_KINDS };

typedef struct
{
  const PlwResult *result;
  const PlwModel *model;
  size_t use;
  size_t year;
  GArray *exhausted;
  GArray *barred;
} Search;

static int64_t
left_in (const PlwPotYears *pot, size_t t)
{
  return pot->closing[t] + pot->moved_out[t] + pot->lapsed[t] - pot->withheld[t];
}

static bool
is_at_cap (const Search *search, size_t pot)
{
  const PlwResult *result = search->result;
  int64_t cap = plw_link_cap (search->model, pot, search->use);

  return cap >= 0
         && plw_result_flow_pence (result, pot, search->use, search->year)
                >= plw_share_cap_pence (result->uses[search->use].need[search->year], cap);
}

static bool
is_at_limit (const Search *search, size_t pot)
{
  int64_t limit = search->model->pots[pot].limit[search->year];

  return limit >= 0 && search->result->pots[pot].spent[search->year] >= limit;
}

/* What @kind is of the pot in the year, with @measure where it has measures. */
static PlwFigure
figure_of (const Search *search, size_t pot, PlwFigureKind kind, uint32_t measure)
{
  return (PlwFigure){ kind, (uint32_t) pot, measure, (uint32_t) search->year };
}

static void
bar_by (Search *search, size_t pot, const char *rule, bool is_only_rule, int64_t left, PlwFigure figure)
{
  PlwCause cause = { .pot = pot, .is_only_rule = is_only_rule, .rule = rule, .left = left, .figure = figure };

  g_array_append_val (search->barred, cause);
}

static void
bar (Search *search, size_t pot, const char *rule, bool is_only_rule, int64_t left)
{
  bar_by (search, pot, rule, is_only_rule, left, figure_of (search, pot, PLW_FIGURE_LEFT, 0));
}

/* What is withheld of money that, were it not, could still be spent in the year. */
static int64_t
withheld_till_now (const Search *search, size_t pot)
{
  const PlwPot *held = &search->model->pots[pot];
  const int64_t *withheld = search->result->pots[pot].withheld;
  size_t t = search->year;
  size_t first_gone = 1; /* the age at which money is gone */

  if (held->unspent == PLW_UNSPENT_KEPT)
    first_gone = t + 1;
  else if (held->unspent == PLW_UNSPENT_KEPT_YEARS)
    first_gone = (size_t) held->keep_years + 1;
  return withheld[t] - (t >= first_gone ? withheld[t - first_gone] : 0);
}

/* A pot that may pay for the use. Where money is left, a cap or the limit holds it. */
static void
look_at_payer (Search *search, size_t pot)
{
  const PlwPotYears *years = &search->result->pots[pot];
  PlwCause exhausted = { .pot = pot, .is_exhausted = true, .rule = "", .figure = no_figure };
  bool is_open = !is_at_cap (search, pot) && !is_at_limit (search, pot);
  int64_t left = left_in (years, search->year);
  int64_t lapsed = 0;

  if (left > 0)
    {
      if (is_at_cap (search, pot))
        bar (search, pot, "share-cap", !is_at_limit (search, pot), left);
      else
        bar (search, pot, "limit", true, left);
      return;
    }
  g_array_append_val (search->exhausted, exhausted);
  for (size_t t = 0; t < search->year; t++)
    lapsed += years->lapsed[t];
  if (lapsed > 0)
    bar_by (search, pot, "year-end", is_open, lapsed, figure_of (search, pot, PLW_FIGURE_LAPSED, 0));
  if (years->withheld[search->year] > 0)
    bar_by (search, pot, "minimum-balance", is_open && withheld_till_now (search, pot) > 0,
            years->withheld[search->year], figure_of (search, pot, PLW_FIGURE_POT, PLW_POT_WITHHELD));
}

static void
look_at_pot (Search *search, size_t pot)
{
  uint8_t bars = plw_link_bars (search->model, pot, search->use) & (uint8_t) ~search->result->freedoms[pot];
  int64_t left = left_in (&search->result->pots[pot], search->year);

  if (bars == 0)
    look_at_payer (search, pot);
  else if (left > 0 && bars & PLW_FREE_KIND)
    /* Rows that name the use may still give it nothing: a cap of nothing. */
    bar (search, pot, "kind", bars == PLW_FREE_KIND && !is_at_limit (search, pot) && !is_at_cap (search, pot),
         left);
  else if (left > 0)
    bar (search, pot, "ring-fence", !is_at_limit (search, pot), left);
}

static void
look_at_borrowing (Search *search)
{
  const PlwModelUse *use = &search->model->uses[search->use];
  bool borrows =
      use->kind == PLW_USE_PROJECT
      && plw_plan_number (search->model->plan, PLW_TABLE_PROJECTS, use->row, PLW_PROJECTS_BORROWING);

  /* What a project may not borrow is the limit's doing, or it had no shortfall. */
  if (borrows)
    bar_by (search, SIZE_MAX, "borrowing-limit", true, 0, no_figure);
}

GArray *
plw_explain_causes (const PlwResult *result, size_t use, size_t year)
{
  g_return_val_if_fail (result != NULL && use < result->n_uses && year < result->n_years, NULL);

  const PlwModel *model = result->study->model;
  GArray *exhausted = g_array_new (FALSE, FALSE, sizeof (PlwCause));
  g_autoptr (GArray) barred = g_array_new (FALSE, FALSE, sizeof (PlwCause));
  Search search = { result, model, use, year, exhausted, barred };

  if (plw_result_shortfall (result, use, year) == 0)
    return exhausted;
  for (size_t k = 0; k < model->n_pots; k++)
    look_at_pot (&search, model->pot_at_rank[k]);
  look_at_borrowing (&search);
  if (barred->len > 0)
    g_array_append_vals (exhausted, barred->data, barred->len);
  return exhausted;
}
