/* plwu-rules.c: the rules on money in plain words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-rules.h"

#include "plwu-labels.h"

#include <string.h>

#include <glib/gi18n.h>

#define NAMED_MOST 2

const char *
plwu_rule_title (PlwRule rule)
{
  switch (rule)
    {
    case PLW_RULE_KIND:
      return _ ("Revenue and capital kept apart");
    case PLW_RULE_RINGFENCE:
      return _ ("Ring-fences");
    case PLW_RULE_SHARE_CAP:
      return _ ("Caps on a pot's share");
    case PLW_RULE_LIMIT:
      return _ ("Yearly limits on use");
    case PLW_RULE_YEAR_END:
      return _ ("What happens at the year's end");
    case PLW_RULE_MINIMUM_BALANCE:
      return _ ("Minimum balances");
    case PLW_N_RULES:
    default:
      g_return_val_if_reached ("");
    }
}

gboolean
plwu_rule_is_lifted_by_one_pot (PlwRule rule)
{
  return rule == PLW_RULE_KIND || rule == PLW_RULE_RINGFENCE;
}

static PlwTableId
get_named_table (PlwFenceKind kind)
{
  switch (kind)
    {
    case PLW_FENCE_PROJECT:
      return PLW_TABLE_PROJECTS;
    case PLW_FENCE_PROGRAMME:
      return PLW_TABLE_PROGRAMMES;
    case PLW_FENCE_PARTNER:
      return PLW_TABLE_PARTNERS;
    case PLW_FENCE_LINE:
    case PLW_FENCE_GROUP:
    default:
      return PLW_TABLE_LINES;
    }
}

char *
plwu_rule_label_group (const char *group)
{
  g_autofree char *words = g_strdelimit (g_strdup (group), "-_", ' ');
  g_autofree char *first = g_utf8_substring (words, 0, MIN (1, g_utf8_strlen (words, -1)));
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, words + strlen (first), NULL);
}

char *
plwu_rule_name_fence (const PlwPlan *plan, size_t row)
{
  PlwFenceKind kind =
      (PlwFenceKind) plw_plan_number (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_USE_KIND);
  const char *code = plw_plan_text (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_USE_CODE);

  return kind == PLW_FENCE_GROUP ? plwu_rule_label_group (code)
                                 : g_strdup (plwu_label_ref (plan, get_named_table (kind), code));
}

static gboolean
is_fence_of (const PlwPlan *plan, size_t row, const char *pot)
{
  return strcmp (plw_plan_text (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_POT), pot) == 0;
}

gboolean
plwu_rule_has_fence (const PlwPlan *plan, const char *pot)
{
  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_RINGFENCES); i++)
    if (is_fence_of (plan, i, pot))
      return TRUE;
  return FALSE;
}

char *
plwu_rule_list_fences (const PlwPlan *plan, const char *pot, guint most)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_RINGFENCES) && names->len <= most; i++)
    if (is_fence_of (plan, i, pot))
      g_ptr_array_add (names, names->len == most ? g_strdup ("…") : plwu_rule_name_fence (plan, i));
  if (names->len == 0)
    return NULL;

  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static char *
describe_caps (const PlwPlan *plan, const char *pot)
{
  int64_t least = INT64_MAX;

  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_RINGFENCES); i++)
    {
      PlwValue cap = plw_plan_get (plan, PLW_TABLE_RINGFENCES, i, PLW_RINGFENCES_SHARE_CAP);

      if (is_fence_of (plan, i, pot) && cap.is_set)
        least = MIN (least, cap.number);
    }
  if (least == INT64_MAX)
    return g_strdup (_ ("Pay for any share of what it is for"));

  g_autofree char *share = plwu_label_decimal (least);

  return g_strdup_printf (_ ("Pay for more than %s%% of what it is for"), share);
}

char *
plwu_rule_describe_freedom (const PlwPlan *plan, size_t pot_row, PlwRule rule)
{
  const char *pot = plw_plan_text (plan, PLW_TABLE_POTS, pot_row, PLW_POTS_CODE);
  gboolean is_capital = plw_plan_number (plan, PLW_TABLE_POTS, pot_row, PLW_POTS_KIND) == PLW_POT_CAPITAL;
  g_autofree char *fences = plwu_rule_list_fences (plan, pot, NAMED_MOST);
  g_autofree char *minimum =
      plw_pence_show_short (plw_plan_number (plan, PLW_TABLE_POTS, pot_row, PLW_POTS_MINIMUM_BALANCE));

  switch (rule)
    {
    case PLW_RULE_KIND:
      return g_strdup (is_capital ? _ ("Capital money may pay for running costs")
                                  : _ ("Revenue money may pay for capital"));
    case PLW_RULE_RINGFENCE:
      return g_strdup_printf (_ ("May pay for more than %s"), fences != NULL ? fences : _ ("its ring-fence"));
    case PLW_RULE_SHARE_CAP:
      return describe_caps (plan, pot);
    case PLW_RULE_LIMIT:
      return g_strdup (_ ("May be spent sooner than its yearly limit"));
    case PLW_RULE_YEAR_END:
      return g_strdup (_ ("What is unspent may be kept for later years"));
    case PLW_RULE_MINIMUM_BALANCE:
      return g_strdup_printf (_ ("Its minimum balance of %s may be spent"), minimum);
    case PLW_N_RULES:
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
is_in_policy (const PlwPlan *plan, const char *policy, const char *pot)
{
  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_POLICY_POTS); i++)
    if (strcmp (plw_plan_text (plan, PLW_TABLE_POLICY_POTS, i, PLW_POLICY_POTS_POLICY), policy) == 0
        && strcmp (plw_plan_text (plan, PLW_TABLE_POLICY_POTS, i, PLW_POLICY_POTS_POT), pot) == 0)
      return TRUE;
  return FALSE;
}

gboolean
plwu_rule_is_pooled (const PlwPlan *plan, const char *policy, size_t pot_row)
{
  if (strcmp (policy, "today") == 0)
    return FALSE;
  if (strcmp (policy, "placemaking") == 0)
    return plw_plan_number (plan, PLW_TABLE_POTS, pot_row, PLW_POTS_POOLED) != 0;
  return is_in_policy (plan, policy, plw_plan_text (plan, PLW_TABLE_POTS, pot_row, PLW_POTS_CODE));
}

/* The line that a use is or, for a project, belongs to. */
static const char *
get_line (const PlwPlan *plan, const PlwUse *use)
{
  if (use->kind == PLW_USE_LINE)
    return use->code;
  if (use->kind == PLW_USE_PROJECT)
    return plw_plan_text (plan, PLW_TABLE_PROJECTS, use->row, PLW_PROJECTS_LINE);
  return "";
}

static const char *
get_group (const PlwPlan *plan, const PlwUse *use)
{
  const char *line = get_line (plan, use);
  size_t row;

  return *line != '\0' && plw_plan_find_key (plan, PLW_TABLE_LINES, line, &row)
             ? plw_plan_text (plan, PLW_TABLE_LINES, row, PLW_LINES_GROUP)
             : "";
}

gboolean
plwu_rule_names_use (const PlwPlan *plan, size_t fence_row, const PlwUse *use)
{
  const char *named = plw_plan_text (plan, PLW_TABLE_RINGFENCES, fence_row, PLW_RINGFENCES_USE_CODE);

  switch ((PlwFenceKind) plw_plan_number (plan, PLW_TABLE_RINGFENCES, fence_row, PLW_RINGFENCES_USE_KIND))
    {
    case PLW_FENCE_LINE:
      return strcmp (named, get_line (plan, use)) == 0;
    case PLW_FENCE_GROUP:
      return strcmp (named, get_group (plan, use)) == 0;
    case PLW_FENCE_PROJECT:
      return use->kind == PLW_USE_PROJECT && strcmp (named, use->code) == 0;
    case PLW_FENCE_PROGRAMME:
      return use->kind == PLW_USE_PROGRAMME && strcmp (named, use->code) == 0;
    case PLW_FENCE_PARTNER:
      return strcmp (named, use->partner) == 0;
    default:
      g_return_val_if_reached (FALSE);
    }
}
