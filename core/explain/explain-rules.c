/* explain-rules.c: what the rules on money cost, and what lifting one of them would bring.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "engine/fragmentation.h"
#include "explain/explain-private.h"

#include <string.h>

static const PlwFragmentation *
rules_of (const PlwResult *result)
{
  return plw_study_rules (result->study);
}

static bool
is_one_use (const PlwResult *result, PlwFigure figure)
{
  return figure.a < result->n_uses;
}

static bool
is_of_partner (const PlwResult *result, PlwFigure figure)
{
  return figure.a >= PLW_FIGURE_OF_PARTNER
         && figure.a - PLW_FIGURE_OF_PARTNER < plw_plan_n_rows (result->plan, PLW_TABLE_PARTNERS);
}

static bool
is_scope (const PlwResult *result, PlwFigure figure)
{
  return (is_one_use (result, figure) || is_of_partner (result, figure) || figure.a == PLW_FIGURE_PLAN)
         && (figure.year == PLW_FIGURE_ALL_YEARS || plw_figure_has_year (result, figure));
}

static bool
counts (const PlwResult *result, PlwFigure figure, size_t use)
{
  if (is_of_partner (result, figure))
    return strcmp (result->uses[use].partner,
                   plw_plan_text (result->plan, PLW_TABLE_PARTNERS, figure.a - PLW_FIGURE_OF_PARTNER,
                                  PLW_PARTNERS_CODE))
           == 0;
  return figure.a == PLW_FIGURE_PLAN || figure.a == use;
}

/* The sum over the scope of what @get says of a use and year. */
typedef int64_t (*GetPence) (const PlwFragmentation *rules, uint32_t b, size_t use, size_t year);

static double
sum_scope (const PlwResult *result, PlwFigure figure, GetPence get)
{
  const PlwFragmentation *rules = rules_of (result);
  bool is_all = figure.year == PLW_FIGURE_ALL_YEARS;
  int64_t sum = 0;

  for (size_t u = 0; u < result->n_uses; u++)
    if (counts (result, figure, u))
      for (size_t t = is_all ? 0 : figure.year; t < (is_all ? result->n_years : (size_t) figure.year + 1);
           t++)
        sum += get (rules, figure.b, u, t);
  return (double) sum;
}

/* “Care (care), 2028/29” or “all uses of County, all years” */
static const char *
name_scope (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  g_autofree char *of_partner = NULL;
  g_autofree char *name = NULL;
  const char *use = _ ("the whole plan");

  if (is_of_partner (result, figure))
    use = of_partner =
        g_strdup_printf (_ ("all that %s runs"), plw_name_row (reasoning, result->plan, PLW_TABLE_PARTNERS,
                                                               figure.a - PLW_FIGURE_OF_PARTNER));
  else if (is_one_use (result, figure))
    use = plw_name_use (reasoning, figure.a);
  name = g_strdup_printf ("%s, %s", use,
                          figure.year == PLW_FIGURE_ALL_YEARS ? _ ("all years")
                                                              : plw_name_year (reasoning, figure.year));
  return g_string_chunk_insert (reasoning->names, name);
}

static const char *
name_rule (PlwRule rule)
{
  static const char *const names[PLW_N_RULES] = {
    [PLW_RULE_KIND] = N_ ("kind"),
    [PLW_RULE_RINGFENCE] = N_ ("ring-fence"),
    [PLW_RULE_SHARE_CAP] = N_ ("share cap"),
    [PLW_RULE_LIMIT] = N_ ("yearly limit"),
    [PLW_RULE_YEAR_END] = N_ ("year-end rule"),
    [PLW_RULE_MINIMUM_BALANCE] = N_ ("minimum balance"),
  };

  return _ (names[rule]);
}

static const char *
name_set (PlwReasoning *reasoning, unsigned set)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (int rule = 0; rule < PLW_N_RULES; rule++)
    if (set & 1u << rule)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name_rule ((PlwRule) rule));
  return g_string_chunk_insert (reasoning->names, names->str);
}

/* The same figure of every use and year of the scope. A year at a time first, then use by use. */
static void
add_cells (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;

  plw_reasoning_say (reasoning, PLW_OP_SUM,
                     figure.year == PLW_FIGURE_ALL_YEARS ? _ ("the figures of all years")
                                                         : _ ("the figures of its uses"));
  if (figure.year == PLW_FIGURE_ALL_YEARS)
    for (size_t t = 0; t < result->n_years; t++)
      plw_reasoning_add_if_any (reasoning, 1, plw_figure (figure.kind, figure.a, figure.b, t));
  else
    for (size_t u = 0; u < result->n_uses; u++)
      if (counts (result, figure, u))
        plw_reasoning_add_if_any (reasoning, 1, plw_figure (figure.kind, u, figure.b, figure.year));
}

static bool
is_cell (const PlwResult *result, PlwFigure figure)
{
  return is_one_use (result, figure) && figure.year != PLW_FIGURE_ALL_YEARS;
}

static bool
is_set (const PlwResult *result, PlwFigure figure)
{
  return is_scope (result, figure) && figure.b <= PLW_FIGURE_ALL_RULES;
}

static int64_t
get_freed (const PlwFragmentation *rules, uint32_t b, size_t use, size_t year)
{
  return plw_fragmentation_freed (rules, b, use, year);
}

static double
value_of_freed (const PlwResult *result, PlwFigure figure)
{
  return sum_scope (result, figure, get_freed);
}

static void
give_freed (PlwReasoning *reasoning, PlwFigure figure)
{
  const char *scope = name_scope (reasoning, figure);

  if (figure.b == 0)
    plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Shortfall under today's rules: %s"), scope);
  else
    plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Shortfall if pooled pots were free of %s: %s"),
                         name_set (reasoning, figure.b), scope);
  if (is_cell (reasoning->result, figure))
    plw_reasoning_say (reasoning, PLW_OP_FREED,
                       _ ("what the same plan gives when all money is shared out again in this way"));
  else
    add_cells (reasoning, figure);
}

const PlwFigureForm plw_form_freed = { is_set, value_of_freed, give_freed };

static int64_t
get_gain (const PlwFragmentation *rules, uint32_t b, size_t use, size_t year)
{
  return plw_fragmentation_freed (rules, 0, use, year) - plw_fragmentation_freed (rules, b, use, year);
}

static double
value_of_gain (const PlwResult *result, PlwFigure figure)
{
  return sum_scope (result, figure, get_gain);
}

static void
give_gain (PlwReasoning *reasoning, PlwFigure figure)
{
  const char *scope = name_scope (reasoning, figure);

  if (figure.b == PLW_FIGURE_FENCES)
    plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Cost of fragmentation: %s"), scope);
  else
    plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("What %s cost: %s"),
                         name_set (reasoning, figure.b), scope);
  plw_reasoning_say (reasoning, PLW_OP_SUM,
                     figure.b == PLW_FIGURE_FENCES
                         ? _ ("shortfall today − shortfall as one pot, which is not lawful today")
                         : _ ("shortfall today − shortfall with these rules lifted from pooled pots"));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_FREED, figure.a, 0, figure.year));
  plw_reasoning_add (reasoning, -1, plw_figure (PLW_FIGURE_FREED, figure.a, figure.b, figure.year));
}

const PlwFigureForm plw_form_gain = { is_set, value_of_gain, give_gain };

static PlwRule
rule_of (uint32_t b)
{
  return (PlwRule) (b % PLW_FIGURE_POOLING);
}

static unsigned
players_of (uint32_t b)
{
  return b >= PLW_FIGURE_POOLING ? PLW_FIGURE_FENCES : PLW_FIGURE_ALL_RULES;
}

static bool
is_rule (const PlwResult *result, PlwFigure figure)
{
  return is_scope (result, figure) && figure.b < 2 * PLW_FIGURE_POOLING
         && (players_of (figure.b) & 1u << rule_of (figure.b));
}

static int64_t
get_part (const PlwFragmentation *rules, uint32_t b, size_t use, size_t year)
{
  return b >= PLW_FIGURE_POOLING ? plw_fragmentation_pooling_part (rules, rule_of (b), use, year)
                                 : plw_fragmentation_part (rules, rule_of (b), use, year);
}

static double
value_of_rule (const PlwResult *result, PlwFigure figure)
{
  return sum_scope (result, figure, get_part);
}

static void
give_rule (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE,
                       figure.b >= PLW_FIGURE_POOLING ? _ ("Part of %s in the cost of fragmentation: %s")
                                                      : _ ("Part of %s in what all rules cost: %s"),
                       name_rule (rule_of (figure.b)), name_scope (reasoning, figure));
  if (!is_cell (reasoning->result, figure))
    {
      add_cells (reasoning, figure);
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_SHARED_OUT,
                     _ ("its average part, rounded so that the parts of all rules add up"));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_SHAPLEY, figure.a, figure.b, figure.year));
}

const PlwFigureForm plw_form_rule = { is_rule, value_of_rule, give_rule };

static bool
is_shapley (const PlwResult *result, PlwFigure figure)
{
  return is_cell (result, figure) && is_rule (result, figure);
}

static double
value_of_shapley (const PlwResult *result, PlwFigure figure)
{
  return plw_fragmentation_exact_part (rules_of (result), players_of (figure.b), rule_of (figure.b), figure.a,
                                       figure.year);
}

static void
give_shapley (PlwReasoning *reasoning, PlwFigure figure)
{
  unsigned players = players_of (figure.b);
  unsigned bit = 1u << rule_of (figure.b);

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Average part of %s before rounding: %s"),
                       name_rule (rule_of (figure.b)), name_scope (reasoning, figure));
  plw_reasoning_say (
      reasoning, PLW_OP_SHAPLEY,
      _ ("what lifting it takes off the shortfall, averaged over all orders of lifting the rules"));
  for (unsigned set = 0; set <= players; set++)
    if (!(set & ~players) && !(set & bit))
      {
        plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_FREED, figure.a, set, figure.year));
        plw_reasoning_add (reasoning, -1, plw_figure (PLW_FIGURE_FREED, figure.a, set | bit, figure.year));
      }
}

const PlwFigureForm plw_form_shapley = { is_shapley, value_of_shapley, give_shapley };

static const PlwRung *
find_rung (const PlwResult *result, PlwFigure figure)
{
  const PlwFragmentation *rules = rules_of (result);

  for (size_t i = 0; i < plw_fragmentation_n_rungs (rules); i++)
    {
      const PlwRung *rung = plw_fragmentation_rung (rules, i);

      if (rung->pot == figure.a && rung->rule == figure.b)
        return rung;
    }
  return NULL;
}

static bool
is_rung (const PlwResult *result, PlwFigure figure)
{
  return figure.year == PLW_FIGURE_ALL_YEARS && find_rung (result, figure) != NULL;
}

static PlwFigure
shortfall_today (void)
{
  return plw_figure (PLW_FIGURE_FREED, PLW_FIGURE_PLAN, 0, PLW_FIGURE_ALL_YEARS);
}

static double
value_of_rung (const PlwResult *result, PlwFigure figure)
{
  return (double) find_rung (result, figure)->removed;
}

static double
value_of_lifted (const PlwResult *result, PlwFigure figure)
{
  return value_of_freed (result, shortfall_today ()) - value_of_rung (result, figure);
}

static void
give_rung (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE,
                       _ ("What lifting the %s of %s alone takes off the shortfall"),
                       name_rule ((PlwRule) figure.b), plw_name_pot (reasoning, figure.a));
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("shortfall today − shortfall then, all uses and years"));
  plw_reasoning_add (reasoning, 1, shortfall_today ());
  plw_reasoning_add (reasoning, -1, plw_figure (PLW_FIGURE_LIFTED, figure.a, figure.b, PLW_FIGURE_ALL_YEARS));
}

static void
give_lifted (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Shortfall if only the %s of %s were lifted"),
                       name_rule ((PlwRule) figure.b), plw_name_pot (reasoning, figure.a));
  plw_reasoning_say (reasoning, PLW_OP_FREED,
                     _ ("what the same plan gives when all money is shared out again in this way"));
}

const PlwFigureForm plw_form_rung = { is_rung, value_of_rung, give_rung };
const PlwFigureForm plw_form_lifted = { is_rung, value_of_lifted, give_lifted };
