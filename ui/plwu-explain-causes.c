/* plwu-explain-causes.c: why money does not reach a use, in plain words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explain-private.h"

#include "findings/plwu-labels.h"
#include "findings/plwu-rules.h"

#include <string.h>

#include <glib/gi18n.h>

#define FENCES_MOST 4

static char *
describe_fence (const PlwPlan *plan, const PlwPotYears *pot)
{
  g_autofree char *fences = plwu_rule_list_fences (plan, pot->code, FENCES_MOST);

  return fences != NULL ? g_strdup_printf (_ ("Ring-fenced for %s."), fences)
                        : g_strdup (_ ("Its ring-fence does not name this use."));
}

static char *
describe_bar (const PlwResult *result, const PlwPotYears *pot, const char *rule)
{
  if (strcmp (rule, "kind") == 0)
    return g_strdup (pot->kind == PLW_POT_CAPITAL ? _ ("Capital money may not pay for running costs.")
                                                  : _ ("Revenue money may not pay for this capital use."));
  if (strcmp (rule, "ring-fence") == 0)
    return describe_fence (plw_result_plan (result), pot);
  if (strcmp (rule, "share-cap") == 0)
    return g_strdup (_ ("It has paid as large a share of this use as it may."));
  if (strcmp (rule, "limit") == 0)
    return g_strdup (_ ("No more of it may be spent in one year."));
  if (strcmp (rule, "year-end") == 0)
    return g_strdup (_ ("Lapsed at the end of an earlier year."));
  if (strcmp (rule, "minimum-balance") == 0)
    return g_strdup (_ ("Held back as its minimum balance."));
  return g_strdup (rule);
}

static PlwPotMeasure
get_measure (const PlwCause *cause)
{
  if (cause->is_exhausted || strcmp (cause->rule, "limit") == 0)
    return PLW_POT_AVAILABLE;
  return strcmp (cause->rule, "minimum-balance") == 0 ? PLW_POT_WITHHELD : PLW_POT_CLOSING;
}

static void
tell_cause (PlwuExplanation *text, const PlwResult *result, const PlwCause *cause, size_t year)
{
  const PlwPotYears *pot = plw_result_pot (result, cause->pot);
  PlwFigure link = { PLW_FIGURE_POT, (uint32_t) cause->pot, get_measure (cause), (uint32_t) year };
  g_autofree char *left = NULL;
  g_autofree char *bar = NULL;
  g_autofree char *label = NULL;

  if (cause->is_exhausted)
    {
      plwu_explanation_add_link (text, link, pot->name, g_strdup (_ ("Nothing left")));
      return;
    }

  left = plwu_label_pence (cause->left);
  bar = describe_bar (result, pot, cause->rule);
  label =
      cause->is_only_rule
          ? g_strdup_printf (_ ("%s. %s Lifting this rule alone would let money through."), pot->name, bar)
          : g_strdup_printf ("%s. %s", pot->name, bar);
  plwu_explanation_add_link (text, link, label,
                             strcmp (cause->rule, "year-end") == 0 ? g_strdup_printf (_ ("%s gone"), left)
                                                                   : g_strdup_printf (_ ("%s left"), left));
}

/* What would help most first. */
static int
compare_causes (gconstpointer a, gconstpointer b)
{
  const PlwCause *one = a;
  const PlwCause *other = b;

  if (one->is_only_rule != other->is_only_rule)
    return one->is_only_rule ? -1 : 1;
  if (one->left != other->left)
    return one->left > other->left ? -1 : 1;
  return one->pot < other->pot ? -1 : one->pot > other->pot;
}

static void
tell_group (PlwuExplanation *text,
            const PlwResult *result,
            const GArray *causes,
            size_t year,
            bool is_exhausted,
            const char *heading)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < causes->len; i++)
    {
      const PlwCause *cause = &g_array_index (causes, PlwCause, i);

      if (cause->is_exhausted != is_exhausted || cause->pot == SIZE_MAX)
        continue;
      if (!has_heading)
        plwu_explanation_add_heading (text, heading);
      has_heading = TRUE;
      tell_cause (text, result, cause, year);
    }
}

void
plwu_explain_tell_causes (PlwuExplanation *text, const PlwResult *result, size_t use, size_t year)
{
  g_autoptr (GArray) causes = plw_explain_causes (result, use, year);

  g_array_sort (causes, compare_causes);
  tell_group (text, result, causes, year, true, _ ("Pots that ran dry"));
  tell_group (text, result, causes, year, false, _ ("Money that may not be used for it"));
  for (guint i = 0; i < causes->len; i++)
    if (g_array_index (causes, PlwCause, i).pot == SIZE_MAX)
      plwu_explanation_add_text (text, g_strdup (_ ("The plan's yearly borrowing limit is reached.")));
}
