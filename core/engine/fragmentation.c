/* fragmentation.c: what the rules on money cost.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One question for every set of families of rules from which pooled pots are
 * freed (a family that binds no pooled pot anywhere is left out), and one for
 * every rule of every pot that could change anything.
 */
#include "engine/fragmentation.h"

#include "base/i18n.h"
#include "engine/forward.h"

#include <string.h>

const char *
plw_rule_name (PlwRule rule)
{
  static const char *const names[PLW_N_RULES] = {
    "kind", "ring-fence", "share-cap", "limit", "year-end", "minimum-balance",
  };

  g_return_val_if_fail ((unsigned) rule < PLW_N_RULES, "");

  return names[rule];
}

/* Whether some class of uses is kept from the pot by these very rules. */
static bool
bars_alone (const PlwModel *model, size_t pot, uint8_t bars)
{
  for (size_t c = 0; c < model->links.n_classes; c++)
    if (model->links.bars[c * model->n_pots + model->rank_of_pot[pot]] == bars)
      return true;
  return false;
}

static bool
has_cap (const PlwModel *model, size_t pot)
{
  for (size_t c = 0; c < model->links.n_classes; c++)
    if (model->links.caps[c * model->n_pots + model->rank_of_pot[pot]] >= 0)
      return true;
  return false;
}

static bool
bars_at_all (const PlwModel *model, size_t pot, uint8_t bar)
{
  for (size_t c = 0; c < model->links.n_classes; c++)
    if (model->links.bars[c * model->n_pots + model->rank_of_pot[pot]] & bar)
      return true;
  return false;
}

static bool
has_limit (const PlwModel *model, size_t pot)
{
  for (size_t t = 0; t < model->n_years; t++)
    if (model->pots[pot].limit[t] >= 0)
      return true;
  return false;
}

/* Whether a pot has the rule at all, however little it may bind. */
static bool
has_rule (const PlwModel *model, size_t pot, PlwRule rule)
{
  const PlwPot *held = &model->pots[pot];

  switch (rule)
    {
    case PLW_RULE_KIND:
      return bars_at_all (model, pot, PLW_FREE_KIND);
    case PLW_RULE_RINGFENCE:
      return bars_at_all (model, pot, PLW_FREE_RINGFENCE);
    case PLW_RULE_SHARE_CAP:
      return has_cap (model, pot);
    case PLW_RULE_LIMIT:
      return has_limit (model, pot);
    case PLW_RULE_YEAR_END:
      return held->unspent != PLW_UNSPENT_KEPT;
    case PLW_RULE_MINIMUM_BALANCE:
    default:
      return held->minimum_balance > 0;
    }
}

/* Whether the pot gets money, be it only what other pots could have left. */
static bool
may_have_money (const PlwModel *model, size_t pot)
{
  const PlwPot *held = &model->pots[pot];

  if (held->opening > 0)
    return true;
  for (size_t t = 0; t < model->n_years; t++)
    if (held->received[t] > 0)
      return true;
  for (size_t k = 0; k < model->n_pots; k++)
    if (model->pots[k].unspent == PLW_UNSPENT_MOVES && model->pots[k].target == pot
        && may_have_money (model, k))
      return true;
  return false;
}

static bool
is_moved_to (const PlwModel *model, size_t pot)
{
  for (size_t k = 0; k < model->n_pots; k++)
    if (model->pots[k].unspent == PLW_UNSPENT_MOVES && model->pots[k].target == pot)
      return true;
  return false;
}

/* Whether some use that the pot may pay for without a cap is short in the year. */
static bool
reaches_shortfall (const PlwResult *today, const PlwModel *model, size_t pot, size_t t)
{
  for (size_t u = 0; u < model->n_uses; u++)
    if (today->uses[u].funded[t] < today->uses[u].need[t] && plw_link_bars (model, pot, u) == 0
        && plw_link_cap (model, pot, u) < 0)
      return true;
  return false;
}

/* Whether money could be kept from some year's end at all. What a pot without a limit
 * has goes to a use of its own that is short before it stays for a later year, in every
 * best allocation; and where nothing comes in nothing is left.
 */
static bool
may_keep_more (const PlwResult *today, const PlwModel *model, size_t pot)
{
  const PlwPot *held = &model->pots[pot];
  bool is_target = is_moved_to (model, pot);

  for (size_t t = 0; t + 1 < model->n_years; t++)
    {
      bool is_empty = !is_target && held->received[t] == 0 && (t > 0 || held->opening == 0);

      if (!is_empty && (held->limit[t] >= 0 || !reaches_shortfall (today, model, pot, t)))
        return true;
    }
  return false;
}

/* Whether what the minimum holds back could be wanted: not where a pot that keeps its
 * money has some left in every year from then on, for then money in it is worth nothing.
 */
static bool
may_want_minimum (const PlwResult *today, const PlwModel *model, size_t pot)
{
  const PlwPotYears *years = &today->pots[pot];
  bool is_any = false;
  bool is_spare = model->pots[pot].unspent == PLW_UNSPENT_KEPT;

  for (size_t t = 0; t < model->n_years; t++)
    {
      is_any = is_any || years->withheld[t] > 0;
      if (is_any && years->closing[t] <= years->withheld[t])
        is_spare = false;
    }
  return is_any && !is_spare;
}

/* Whether lifting the rule from this pot alone could change anything. A limit or a
 * minimum that holds nothing back in one best allocation may go without a better one
 * coming; where lifting opens ways that were not there, today's allocation tells little.
 */
static bool
may_matter (const PlwResult *today, const PlwModel *model, size_t pot, PlwRule rule)
{
  const int64_t *limit = model->pots[pot].limit;
  bool is_at_limit = false;

  for (size_t t = 0; t < model->n_years; t++)
    is_at_limit = is_at_limit || (limit[t] >= 0 && today->pots[pot].spent[t] >= limit[t]);
  if (!has_rule (model, pot, rule) || !may_have_money (model, pot))
    return false;
  switch (rule)
    {
    case PLW_RULE_KIND:
      return bars_alone (model, pot, PLW_FREE_KIND);
    case PLW_RULE_RINGFENCE:
      return bars_alone (model, pot, PLW_FREE_RINGFENCE);
    case PLW_RULE_LIMIT:
      return is_at_limit;
    case PLW_RULE_MINIMUM_BALANCE:
      return may_want_minimum (today, model, pot);
    case PLW_RULE_YEAR_END:
      return may_keep_more (today, model, pot);
    case PLW_RULE_SHARE_CAP:
    default:
      return true;
    }
}

static PlwQuestion *
add_question (GPtrArray *questions, const PlwModel *model)
{
  PlwQuestion *question = g_new0 (PlwQuestion, 1);

  question->freedoms = g_new0 (uint8_t, model->n_pots + 1);
  g_ptr_array_add (questions, question);
  return question;
}

static void
free_question (gpointer data)
{
  PlwQuestion *question = data;

  g_free (question->freedoms);
  g_free (question->shortfalls);
  g_free (question);
}

/* Every set of the families that pooled pots know; the first set is none. */
static void
add_coalitions (PlwFragmentation *fragmentation, const PlwModel *model)
{
  for (int rule = 0; rule < PLW_N_RULES; rule++)
    for (size_t k = 0; k < model->n_pots; k++)
      if (model->pots[k].is_pooled && has_rule (model, k, (PlwRule) rule))
        fragmentation->active |= 1u << rule;
  for (unsigned set = 0; set < 1u << PLW_N_RULES; set++)
    {
      if (set & ~fragmentation->active)
        continue;

      PlwQuestion *question = add_question (fragmentation->questions, model);
      question->keep = true;
      fragmentation->coalitions[set] = question;
      for (size_t k = 0; k < model->n_pots; k++)
        question->freedoms[k] = model->pots[k].is_pooled ? (uint8_t) set : 0;
    }
}

static void
add_rungs (PlwFragmentation *fragmentation, const PlwResult *today, const PlwModel *model)
{
  fragmentation->first_rung = fragmentation->questions->len;
  for (size_t k = 0; k < model->n_pots; k++)
    for (int rule = 0; rule < PLW_N_RULES; rule++)
      if (may_matter (today, model, k, (PlwRule) rule))
        {
          PlwQuestion *question = add_question (fragmentation->questions, model);

          question->freedoms[k] = (uint8_t) (1u << rule);
          question->rung = (PlwRung){ k, (PlwRule) rule, 0 };
        }
}

static int
compare_rungs (const void *a, const void *b, void *data)
{
  const PlwModel *model = data;
  const PlwRung *rung_a = a;
  const PlwRung *rung_b = b;

  if (rung_a->removed != rung_b->removed)
    return rung_a->removed > rung_b->removed ? -1 : 1;
  if (rung_a->pot != rung_b->pot)
    return model->rank_of_pot[rung_a->pot] < model->rank_of_pot[rung_b->pot] ? -1 : 1;
  return (int) rung_a->rule - (int) rung_b->rule;
}

static void
rank_rungs (PlwFragmentation *fragmentation, const PlwModel *model)
{
  int64_t today = fragmentation->coalitions[0]->total;

  for (guint i = fragmentation->first_rung; i < fragmentation->questions->len; i++)
    {
      const PlwQuestion *question = g_ptr_array_index (fragmentation->questions, i);
      PlwRung rung = question->rung;

      rung.removed = today - question->total;
      if (rung.removed != 0)
        g_array_append_val (fragmentation->rungs, rung);
    }
  if (fragmentation->rungs->len > 0)
    g_qsort_with_data (fragmentation->rungs->data, (gint) fragmentation->rungs->len, sizeof (PlwRung),
                       compare_rungs, (gpointer) model);
}

static void
free_answers (PlwFragmentation *fragmentation)
{
  g_clear_pointer (&fragmentation->questions, g_ptr_array_unref);
  g_clear_pointer (&fragmentation->rungs, g_array_unref);
  for (int rule = 0; rule < PLW_N_RULES; rule++)
    g_free (fragmentation->parts[rule]);
  g_free (fragmentation->pooling_kind);
  g_free (fragmentation);
}

/* NULL where it was stopped. */
static PlwFragmentation *
work_out (PlwStudy *study, PlwProgressFunc progress, void *data)
{
  const PlwModel *model = study->model;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwResult) today = plw_study_evaluate (study, "today", problems, NULL);
  PlwFragmentation *fragmentation = g_new0 (PlwFragmentation, 1);

  fragmentation->study = study;
  fragmentation->questions = g_ptr_array_new_with_free_func (free_question);
  fragmentation->rungs = g_array_new (FALSE, FALSE, sizeof (PlwRung));
  add_coalitions (fragmentation, model);
  add_rungs (fragmentation, today, model);
  if (!plw_ask_all (study, fragmentation->questions, progress, data))
    {
      free_answers (fragmentation);
      return NULL;
    }
  plw_fragmentation_split (fragmentation);
  rank_rungs (fragmentation, model);
  return fragmentation;
}

/* What the study has or, of two threads that worked it out, the first had. */
static PlwFragmentation *
keep (PlwStudy *study, PlwFragmentation *worked_out)
{
  PlwFragmentation *held;

  g_mutex_lock (&study->lock);
  if (study->rules == NULL)
    study->rules = g_steal_pointer (&worked_out);
  held = study->rules;
  g_mutex_unlock (&study->lock);
  if (worked_out != NULL)
    free_answers (worked_out);
  return held;
}

static PlwFragmentation *
look_up (PlwStudy *study)
{
  PlwFragmentation *held;

  g_mutex_lock (&study->lock);
  held = study->rules;
  g_mutex_unlock (&study->lock);
  return held;
}

const PlwFragmentation *
plw_study_rules (PlwStudy *study)
{
  const PlwFragmentation *held = look_up (study);

  return held != NULL ? held : keep (study, work_out (study, NULL, NULL));
}

void
plw_study_forget_rules (PlwStudy *study)
{
  if (study->rules != NULL)
    free_answers (study->rules);
  study->rules = NULL;
}

/* The answers belong to the study; who asks holds on to that. */
PlwFragmentation *
plw_study_fragmentation (PlwStudy *study, PlwProgressFunc progress, void *data, GError **error)
{
  g_return_val_if_fail (study != NULL, NULL);

  PlwFragmentation *held = look_up (study);

  if (held == NULL)
    {
      PlwFragmentation *worked_out = work_out (study, progress, data);

      if (worked_out == NULL)
        {
          g_set_error_literal (error, PLW_ERROR, PLW_ERROR_CANCELLED, _ ("the reckoning was stopped"));
          return NULL;
        }
      held = keep (study, worked_out);
    }
  else if (progress != NULL)
    {
      (void) progress (0, data);
      (void) progress (1, data);
    }
  plw_study_ref (study);
  return held;
}

void
plw_fragmentation_free (PlwFragmentation *fragmentation)
{
  if (fragmentation != NULL)
    plw_study_unref (fragmentation->study);
}

size_t
plw_fragmentation_n_rungs (const PlwFragmentation *fragmentation)
{
  return fragmentation->rungs->len;
}

const PlwRung *
plw_fragmentation_rung (const PlwFragmentation *fragmentation, size_t rung)
{
  g_return_val_if_fail (rung < fragmentation->rungs->len, NULL);

  return &g_array_index (fragmentation->rungs, PlwRung, rung);
}
