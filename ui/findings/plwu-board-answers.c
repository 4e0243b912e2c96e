/* plwu-board-answers.c: the questions of a board, answered by a result.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-board-answers.h"

#include "pictures/plwu-fragmentation.h"
#include "pictures/plwu-heatmap.h"
#include "pictures/plwu-need-money.h"
#include "pictures/plwu-valley.h"
#include "plwu-board-risks.h"
#include "plwu-bridge-figures.h"
#include "plwu-labels.h"
#include "plwu-need-money-figures.h"
#include "plwu-one-pot-figures.h"
#include "plwu-prevention-figures.h"
#include "plwu-prevention-text.h"
#include "plwu-result-figures.h"
#include "plwu-shortfall-figures.h"

#include <glib/gi18n.h>
#include <placewright/number.h>
#include <placewright/year.h>

/* As many lines as can be read across a room. */
#define LINES_MOST 8

static const char *const questions[] = {
  [PLWU_BOARD_WHERE_WE_ARE] = N_ ("Where are we?"),
  [PLWU_BOARD_WHAT_CHANGES] = N_ ("What changes over the plan?"),
  [PLWU_BOARD_WHERE_SHORT] = N_ ("Where do we fall short?"),
  [PLWU_BOARD_ONE_POT] = N_ ("What would one pot change?"),
  [PLWU_BOARD_PREVENTION] = N_ ("What does prevention buy?"),
  [PLWU_BOARD_RISKS] = N_ ("What could go wrong?"),
  [PLWU_BOARD_DECISIONS] = N_ ("What are we asked to decide?"),
};

const char *
plwu_board_question (PlwuBoardScreen screen)
{
  g_return_val_if_fail ((unsigned) screen < PLWU_BOARD_N_SCREENS, "");

  return _ (questions[screen]);
}

const char *
plwu_board_about (PlwuBoardScreen screen)
{
  g_return_val_if_fail ((unsigned) screen < PLWU_BOARD_N_SCREENS, "");

  return questions[screen];
}

static const char *
get_year_name (const PlwResult *result, size_t year)
{
  return plw_year_name (plw_result_year (result, year));
}

static size_t
get_last (const PlwResult *result)
{
  return plw_result_n_years (result) - 1;
}

/* Where are we? */

static char *
show_where (PlwuNeedMoney *drawing, const PlwResult *result)
{
  size_t last = get_last (result);
  g_autofree char *first_need = plw_pence_show_short (plw_result_sum (result, PLW_SUM_NEED, 0));
  g_autofree char *first_money = plw_pence_show_short (plw_result_sum (result, PLW_SUM_FUNDED, 0));
  g_autofree char *first_gap = plw_pence_show_short (plw_result_sum (result, PLW_SUM_SHORTFALL, 0));
  g_autofree char *last_gap = plw_pence_show_short (plw_result_sum (result, PLW_SUM_SHORTFALL, last));
  g_autofree char *title =
      g_strdup_printf (_ ("The gap is %s in %s and %s in %s"), first_gap, get_year_name (result, 0), last_gap,
                       get_year_name (result, last));

  plwu_need_money_figures_fill (drawing, result, title);

  return g_strdup_printf (
      _ ("In %s services, programmes and projects need %s. %s reaches them; %s goes unmet."),
      get_year_name (result, 0), first_need, first_money, first_gap);
}

/* What changes over the plan? */

static char *
show_changes (PlwuBridge *drawing, const PlwResult *result)
{
  size_t last = get_last (result);
  gint64 before = plw_result_bridge (result, SIZE_MAX, PLW_BRIDGE_OPENING, 0);
  gint64 after = plw_result_bridge (result, SIZE_MAX, PLW_BRIDGE_CLOSING, last);
  g_autofree char *from = plw_pence_show_short (before);
  g_autofree char *to = plw_pence_show_short (after);
  g_autofree char *change = plw_pence_show_short (ABS (after - before));

  plwu_bridge_show_years (drawing, result, NULL, 0, last, NULL);

  return g_strdup_printf (
      after >= before ? _ ("Need goes from %s in %s to %s in %s: %s more. The bars show why.")
                      : _ ("Need goes from %s in %s to %s in %s: %s less. The bars show why."),
      from, plw_year_name (plw_result_year (result, 0) - 1), to, get_year_name (result, last), change);
}

/* Where do we fall short? */

static char *
show_short (PlwuHeatmap *heatmap, const PlwResult *result)
{
  g_autoptr (GArray) list = plwu_shortfall_list (result);
  g_autofree char *total = plw_pence_show_short (plwu_result_sum_years (result, PLW_SUM_SHORTFALL));

  plwu_shortfall_show_worst (heatmap, result, LINES_MOST);
  if (list->len == 0)
    return g_strdup (_ ("Every need of every year is met."));

  const PlwuShortfall *worst = &g_array_index (list, PlwuShortfall, 0);
  g_autofree char *name = plwu_label_use (plw_result_use (result, worst->use));
  g_autofree char *amount = plw_pence_show_short (worst->pence);
  g_autofree char *title = g_strdup_printf (_ ("Largest shortfall: %s"), name);

  plwu_drawing_set_title (PLWU_DRAWING (heatmap), title, NULL);
  return g_strdup_printf (
      ngettext ("%u of %u needs falls short in some year, by %s over the plan: %s by %s.",
                "%u of %u needs fall short in some year, by %s over the plan; most of all %s, by %s.",
                list->len),
      list->len, (guint) plw_result_n_uses (result), total, name, amount);
}

/* What would one pot change? */

static char *
show_one_pot (PlwuFragmentation *drawing, const PlwResult *today, const PlwResult *pooled)
{
  gint64 cost =
      plwu_result_sum_years (today, PLW_SUM_SHORTFALL) - plwu_result_sum_years (pooled, PLW_SUM_SHORTFALL);
  g_autofree char *now = plw_pence_show_short (plwu_result_sum_years (today, PLW_SUM_SHORTFALL));
  g_autofree char *then = plw_pence_show_short (plwu_result_sum_years (pooled, PLW_SUM_SHORTFALL));
  g_autofree char *amount = plw_pence_show_short (ABS (cost));
  g_autofree char *title = cost >= 0 ? g_strdup_printf (_ ("One pot would meet %s more need"), amount)
                                     : g_strdup_printf (_ ("One pot would leave %s more unmet"), amount);

  plwu_one_pot_show_years (drawing, today, pooled);
  plwu_drawing_set_title (PLWU_DRAWING (drawing), title, NULL);

  return g_strdup_printf (
      _ ("Over the plan %s goes unmet under today's rules and %s as one pot. One pot is a "
         "question about the rules: it is not lawful today."),
      now, then);
}

/* What does prevention buy? */

static char *
show_prevention (PlwuValley *drawing, const PlwResult *result)
{
  if (plw_result_n_programmes (result) == 0)
    {
      plwu_valley_set_data (drawing, 0, NULL, FALSE, _ ("No prevention programmes"));
      return g_strdup (_ ("The plan has no prevention programmes."));
    }

  plwu_prevention_show_years (drawing, result, SIZE_MAX);
  return plwu_prevention_sentence (result, SIZE_MAX);
}

PlwuDrawing *
plwu_board_create_drawing (PlwuBoardScreen screen)
{
  PlwuBridge *bridge;

  switch (screen)
    {
    case PLWU_BOARD_WHERE_WE_ARE:
      return PLWU_DRAWING (plwu_need_money_new ());
    case PLWU_BOARD_WHERE_SHORT:
      return PLWU_DRAWING (plwu_heatmap_new ());
    case PLWU_BOARD_ONE_POT:
      return PLWU_DRAWING (plwu_fragmentation_new ());
    case PLWU_BOARD_PREVENTION:
      return PLWU_DRAWING (plwu_valley_new ());
    case PLWU_BOARD_RISKS:
      bridge = plwu_bridge_new ();
      plwu_bridge_set_words (bridge, _ ("Wider gap"), _ ("Narrower gap"));
      return PLWU_DRAWING (bridge);
    case PLWU_BOARD_DECISIONS:
      bridge = plwu_bridge_new ();
      plwu_bridge_set_words (bridge, _ ("More unmet"), _ ("Less unmet"));
      return PLWU_DRAWING (bridge);
    case PLWU_BOARD_WHAT_CHANGES:
    case PLWU_BOARD_N_SCREENS:
    default:
      return PLWU_DRAWING (plwu_bridge_new ());
    }
}

char *
plwu_board_show (PlwuBoardScreen screen,
                 PlwuDrawing *drawing,
                 const PlwResult *result,
                 const PlwResult *today,
                 const PlwResult *pooled)
{
  g_return_val_if_fail (PLWU_IS_DRAWING (drawing), NULL);
  g_return_val_if_fail (result != NULL && today != NULL && pooled != NULL, NULL);

  switch (screen)
    {
    case PLWU_BOARD_WHERE_WE_ARE:
      return show_where (PLWU_NEED_MONEY (drawing), result);
    case PLWU_BOARD_WHAT_CHANGES:
      return show_changes (PLWU_BRIDGE (drawing), result);
    case PLWU_BOARD_WHERE_SHORT:
      return show_short (PLWU_HEATMAP (drawing), result);
    case PLWU_BOARD_ONE_POT:
      return show_one_pot (PLWU_FRAGMENTATION (drawing), today, pooled);
    case PLWU_BOARD_PREVENTION:
      return show_prevention (PLWU_VALLEY (drawing), result);
    case PLWU_BOARD_RISKS:
      return plwu_board_show_risks (PLWU_BRIDGE (drawing), result);
    case PLWU_BOARD_DECISIONS:
      return plwu_board_show_decisions (PLWU_BRIDGE (drawing), today, pooled);
    case PLWU_BOARD_N_SCREENS:
      break;
    }

  g_return_val_if_reached (NULL);
}
