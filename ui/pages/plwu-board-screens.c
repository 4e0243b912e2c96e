/* plwu-board-screens.c: the board view's questions, answered by a result.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-board-private.h"

#include "findings/plwu-bridge-figures.h"
#include "findings/plwu-labels.h"
#include "findings/plwu-prevention-text.h"

#include <glib/gi18n.h>
#include <placewright/number.h>
#include <placewright/year.h>

/* As many lines as can be read across a room. */
#define LINES_MOST 8

static const PlwuWord words_where[] = { PLWU_WORD_NEED, PLWU_WORD_SHORTFALL, PLWU_WORD_POT,
                                        PLWU_WORD_CERTAINTY, PLWU_WORD_BUDGET };
static const PlwuWord words_changes[] = { PLWU_WORD_NEED, PLWU_WORD_PRESSURE, PLWU_WORD_SAVING,
                                          PLWU_WORD_PREVENTION, PLWU_WORD_KNOCK_ON };
static const PlwuWord words_short[] = { PLWU_WORD_SHORTFALL, PLWU_WORD_STATUTORY, PLWU_WORD_RING_FENCE };
static const PlwuWord words_one_pot[] = { PLWU_WORD_ONE_POT, PLWU_WORD_BUDGET, PLWU_WORD_RING_FENCE,
                                          PLWU_WORD_STRANDED, PLWU_WORD_LAPSE };
static const PlwuWord words_prevention[] = { PLWU_WORD_PREVENTION, PLWU_WORD_CASHABLE, PLWU_WORD_CAPACITY,
                                             PLWU_WORD_PAYBACK };
static const PlwuWord words_risks[] = { PLWU_WORD_STRUCTURAL_GAP, PLWU_WORD_CLIFF_EDGE, PLWU_WORD_RESERVE };
static const PlwuWord words_decisions[] = { PLWU_WORD_ONE_POT, PLWU_WORD_SCENARIO, PLWU_WORD_PARTNER,
                                            PLWU_WORD_QUORUM,  PLWU_WORD_ABSTAIN,  PLWU_WORD_VERSION };

#define WORDS(array) array, G_N_ELEMENTS (array)

static const struct
{
  const char *question;
  const PlwuWord *words;
  guint n_words;
} screens[] = {
  [PLWU_BOARD_WHERE_WE_ARE] = { N_ ("Where are we?"), WORDS (words_where) },
  [PLWU_BOARD_WHAT_CHANGES] = { N_ ("What changes over the plan?"), WORDS (words_changes) },
  [PLWU_BOARD_WHERE_SHORT] = { N_ ("Where do we fall short?"), WORDS (words_short) },
  [PLWU_BOARD_ONE_POT] = { N_ ("What would one pot change?"), WORDS (words_one_pot) },
  [PLWU_BOARD_PREVENTION] = { N_ ("What does prevention buy?"), WORDS (words_prevention) },
  [PLWU_BOARD_RISKS] = { N_ ("What could go wrong?"), WORDS (words_risks) },
  [PLWU_BOARD_DECISIONS] = { N_ ("What are we asked to decide?"), WORDS (words_decisions) },
};

const char *
plwu_board_question (PlwuBoardScreen screen)
{
  g_return_val_if_fail ((unsigned) screen < PLWU_BOARD_N_SCREENS, "");

  return _ (screens[screen].question);
}

const char *
plwu_board_about (PlwuBoardScreen screen)
{
  g_return_val_if_fail ((unsigned) screen < PLWU_BOARD_N_SCREENS, "");

  return screens[screen].question;
}

const PlwuWord *
plwu_board_words (PlwuBoardScreen screen, guint *ret_n)
{
  g_return_val_if_fail ((unsigned) screen < PLWU_BOARD_N_SCREENS, NULL);

  *ret_n = screens[screen].n_words;
  return screens[screen].words;
}

gint64
plwu_board_sum (const PlwResult *result, PlwSum sum)
{
  gint64 total = 0;

  for (size_t i = 0; i < plw_result_n_years (result); i++)
    total += plw_result_sum (result, sum, i);
  return total;
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

static void
fill_money (const PlwResult *result, size_t year, gint64 money[PLWU_N_CERTAINTIES])
{
  static const PlwuCertainty certainties[] = {
    [PLW_CERTAINTY_CONFIRMED] = PLWU_CERTAINTY_CONFIRMED,
    [PLW_CERTAINTY_INDICATIVE] = PLWU_CERTAINTY_INDICATIVE,
    [PLW_CERTAINTY_AT_RISK] = PLWU_CERTAINTY_AT_RISK,
    [PLW_CERTAINTY_BID] = PLWU_CERTAINTY_BID,
  };

  for (int i = 0; i < PLWU_N_CERTAINTIES; i++)
    money[i] = 0;
  money[PLWU_CERTAINTY_CONFIRMED] = plw_result_sum (result, PLW_SUM_BORROWED, year);
  for (size_t j = 0; j < plw_result_n_pots (result); j++)
    {
      const PlwPotYears *pot = plw_result_pot (result, j);

      money[certainties[pot->certainty]] += pot->spent[year];
    }
}

static char *
show_where (PlwuNeedMoney *drawing, const PlwResult *result)
{
  size_t n_years = plw_result_n_years (result);
  size_t last = get_last (result);
  g_autofree int *years = g_new (int, n_years);
  g_autofree gint64 *need = g_new (gint64, n_years);
  g_autofree gint64 (*money)[PLWU_N_CERTAINTIES] =
      (gint64 (*)[PLWU_N_CERTAINTIES]) g_malloc0 (n_years * sizeof *money);
  g_autofree char *first_need = plw_pence_show_short (plw_result_sum (result, PLW_SUM_NEED, 0));
  g_autofree char *first_money = plw_pence_show_short (plw_result_sum (result, PLW_SUM_FUNDED, 0));
  g_autofree char *first_gap = plw_pence_show_short (plw_result_sum (result, PLW_SUM_SHORTFALL, 0));
  g_autofree char *last_gap = plw_pence_show_short (plw_result_sum (result, PLW_SUM_SHORTFALL, last));
  g_autofree char *title =
      g_strdup_printf (_ ("The gap is %s in %s and %s in %s"), first_gap, get_year_name (result, 0), last_gap,
                       get_year_name (result, last));

  for (size_t i = 0; i < n_years; i++)
    {
      years[i] = plw_result_year (result, i);
      need[i] = plw_result_sum (result, PLW_SUM_NEED, i);
      fill_money (result, i, money[i]);
    }
  plwu_need_money_set_data (drawing, (guint) n_years, years, need,
                            (const gint64 (*)[PLWU_N_CERTAINTIES]) money, title, NULL);

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

typedef struct
{
  size_t use;
  gint64 shortfall;
} Short;

static int
compare_short (gconstpointer a, gconstpointer b)
{
  const Short *one = a;
  const Short *other = b;

  if (one->shortfall != other->shortfall)
    return one->shortfall < other->shortfall ? 1 : -1;
  return one->use < other->use ? -1 : one->use > other->use;
}

static GArray *
list_short (const PlwResult *result)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Short));

  for (size_t use = 0; use < plw_result_n_uses (result); use++)
    {
      Short item = { use, 0 };

      for (size_t t = 0; t < plw_result_n_years (result); t++)
        item.shortfall += plw_result_shortfall (result, use, t);
      if (item.shortfall > 0)
        g_array_append_val (list, item);
    }
  g_array_sort (list, compare_short);

  return list;
}

/* The coarsest in which the plan's shortfall has figures to tell apart. */
static PlwUnit
choose_unit (gint64 pence)
{
  if (pence >= INT64_C (1000000000)) /* £10m */
    return PLW_UNIT_MILLIONS;
  return pence >= INT64_C (1000000) /* £10k */ ? PLW_UNIT_THOUSANDS : PLW_UNIT_POUNDS;
}

/* The worst lines each, all others in one row, so that the totals are those of the plan. */
static void
fill_heatmap (PlwuHeatmap *heatmap, const PlwResult *result, const GArray *list)
{
  size_t n_years = plw_result_n_years (result);
  guint n_rows = MIN (list->len, LINES_MOST + 1);
  g_autofree PlwuHeatmapRow *rows = g_new0 (PlwuHeatmapRow, MAX (n_rows, 1));
  g_autofree gint64 *figures = g_new0 (gint64, 2 * n_years * MAX (n_rows, 1));
  g_autofree int *years = g_new (int, n_years);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < list->len; i++)
    {
      guint row = MIN (i, LINES_MOST);
      size_t index = g_array_index (list, Short, i).use;
      const PlwUse *use = plw_result_use (result, index);
      gint64 *need = figures + 2 * n_years * row;

      for (size_t t = 0; t < n_years; t++)
        {
          need[t] += use->need[t];
          need[n_years + t] += plw_result_shortfall (result, index, t);
        }
      if (i > row)
        continue;
      g_ptr_array_add (names, row == LINES_MOST && list->len > LINES_MOST + 1
                                  ? g_strdup_printf (_ ("%u others"), list->len - LINES_MOST)
                                  : plwu_label_use (use));
      rows[row] = (PlwuHeatmapRow){ g_ptr_array_index (names, row), NULL, use->is_statutory && i < LINES_MOST,
                                    need, need + n_years };
    }
  for (size_t t = 0; t < n_years; t++)
    years[t] = plw_result_year (result, t);
  plwu_heatmap_set_sort (heatmap, PLWU_HEATMAP_PLAN_ORDER);
  plwu_heatmap_set_unit (heatmap, choose_unit (plwu_board_sum (result, PLW_SUM_SHORTFALL)));
  plwu_heatmap_set_data (heatmap, n_rows, rows, (guint) n_years, years);
}

static char *
show_short (PlwuHeatmap *heatmap, const PlwResult *result)
{
  g_autoptr (GArray) list = list_short (result);
  g_autofree char *total = plw_pence_show_short (plwu_board_sum (result, PLW_SUM_SHORTFALL));

  fill_heatmap (heatmap, result, list);
  if (list->len == 0)
    {
      plwu_drawing_set_title (PLWU_DRAWING (heatmap), _ ("Nothing falls short"), NULL);
      return g_strdup (_ ("Every need of every year is met."));
    }

  const Short *worst = &g_array_index (list, Short, 0);
  g_autofree char *name = plwu_label_use (plw_result_use (result, worst->use));
  g_autofree char *amount = plw_pence_show_short (worst->shortfall);
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
  size_t n_years = plw_result_n_years (today);
  g_autofree PlwuFragmentationYear *years = g_new0 (PlwuFragmentationYear, n_years);
  gint64 cost = plwu_board_sum (today, PLW_SUM_SHORTFALL) - plwu_board_sum (pooled, PLW_SUM_SHORTFALL);
  g_autofree char *now = plw_pence_show_short (plwu_board_sum (today, PLW_SUM_SHORTFALL));
  g_autofree char *then = plw_pence_show_short (plwu_board_sum (pooled, PLW_SUM_SHORTFALL));
  g_autofree char *amount = plw_pence_show_short (ABS (cost));
  g_autofree char *title = cost >= 0 ? g_strdup_printf (_ ("One pot would meet %s more need"), amount)
                                     : g_strdup_printf (_ ("One pot would leave %s more unmet"), amount);

  for (size_t i = 0; i < n_years; i++)
    years[i] = (PlwuFragmentationYear){
      .year = plw_result_year (today, i),
      .today = plw_result_sum (today, PLW_SUM_SHORTFALL, i),
      .one_pot = plw_result_sum (pooled, PLW_SUM_SHORTFALL, i),
      .stranded = plw_result_sum (today, PLW_SUM_STRANDED, i),
    };
  plwu_fragmentation_set_data (drawing, (guint) n_years, years, title);

  return g_strdup_printf (
      _ ("Over the plan %s goes unmet under today's rules and %s as one pot. One pot is a "
         "question about the rules: it is not lawful today."),
      now, then);
}

/* What does prevention buy? */

static char *
show_prevention (PlwuValley *drawing, const PlwResult *result)
{
  const PlwProgramme *all = plw_result_all_programmes (result);
  const PlwPotYears *reserve = plwu_prevention_reserve (result);
  size_t n_years = plw_result_n_years (result);
  g_autofree PlwuValleyYear *years = g_new0 (PlwuValleyYear, n_years);
  g_autofree char *title = NULL;

  if (plw_result_n_programmes (result) == 0)
    {
      plwu_valley_set_data (drawing, 0, NULL, FALSE, _ ("No prevention programmes"));
      return g_strdup (_ ("The plan has no prevention programmes."));
    }

  title = plwu_prevention_title (result, SIZE_MAX);
  for (size_t i = 0; i < n_years; i++)
    years[i] = (PlwuValleyYear){
      .year = plw_result_year (result, i),
      .cost = all->cost[i],
      .saved = all->saved[i],
      .released = all->released[i],
      .carried = reserve != NULL ? reserve->closing[i] - reserve->withheld[i] : 0,
    };
  plwu_valley_set_data (drawing, (guint) n_years, years, reserve != NULL, title);

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
