/* test-causes.c: why a use has a shortfall (model, section 5).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every list is reckoned a second time, from flows, accounts and the text of the plan; and what a
 * list says of the only rule in the way is tried: the rule is struck out of the plan.
 */
#include "causes-text.h"
#include "lifted-plan.h"
#include "many-plans.h"

#include <string.h>

#define N_PLANS 150
#define N_PLANS_TO_EDIT 25

static void
expect_exhausted (GString *exhausted, const char *pot)
{
  causes_text_add (exhausted, pot, &(PlwCause){ .is_exhausted = true, .rule = "" });
}

static void
expect_barred (GString *barred, const char *pot, PlwRule rule, bool is_only, int64_t left)
{
  causes_text_add (barred, pot,
                   &(PlwCause){ .rule = plw_rule_name (rule), .is_only_rule = is_only, .left = left });
}

/* What one pot is to one use in one year, without asking the engine for more than flows and accounts. */
typedef struct
{
  const char *code;
  int64_t cap;
  int64_t paid; /* to this use */
  int64_t spent;
  int64_t left;
  bool is_at_cap;
  bool is_at_limit;
} Standing;

static Standing
find_standing (const Reference *reference, size_t pot, size_t use, size_t year)
{
  const RefPot *held = &reference->pots[pot];
  const PlwPotYears *account = plw_result_pot (reference->result, held->number);
  Standing standing = { .code = held->code, .cap = reference_cap (reference, pot, use, year) };

  for (size_t i = 0; i < plw_result_n_flows (reference->result); i++)
    {
      const PlwFlow *flow = plw_result_flow (reference->result, i);

      if (flow->year != year || flow->pot != held->number)
        continue;
      standing.spent += flow->pence;
      if (flow->use == reference->uses[use].number)
        standing.paid += flow->pence;
    }
  standing.left = account->opening[year] + account->received[year] + account->moved_in[year] - standing.spent
                  - held->withheld[year];
  standing.is_at_cap = standing.cap >= 0 && standing.paid >= standing.cap;
  standing.is_at_limit = held->limit[year] >= 0 && standing.spent >= held->limit[year];
  return standing;
}

static bool
is_free_of_fences (const Reference *reference, const RefPot *pot)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", reference->policy, pot->code);
  size_t row;

  if (g_str_equal (reference->policy, "placemaking"))
    return reference_number (reference, PLW_TABLE_POTS, pot->row, PLW_POTS_POOLED) != 0;
  return plw_plan_find_key (reference->plan, PLW_TABLE_POLICY_POTS, key, &row);
}

/* Rule 1 of section 4 of the model. */
static bool
is_wrong_kind (const Reference *reference, const RefPot *pot, const RefUse *use)
{
  bool is_revenue = reference_number (reference, PLW_TABLE_POTS, pot->row, PLW_POTS_KIND) == PLW_POT_REVENUE;

  if (is_free_of_fences (reference, pot))
    return false;
  if (use->part == PLW_PART_REVENUE)
    return !is_revenue
           && reference_number (reference, PLW_TABLE_POTS, pot->row, PLW_POTS_MAY_FUND_REVENUE) == 0;
  return is_revenue && !use->revenue_may_pay;
}

/* Rule 2, and 3: the share of need that rows allow, REF_NO_LIMIT, or REF_BARRED. */
static int64_t
find_share (const Reference *reference, const RefPot *pot, const RefUse *use)
{
  const char *const names[] = {
    [PLW_FENCE_LINE] = use->line,
    [PLW_FENCE_GROUP] = use->group,
    [PLW_FENCE_PROJECT] = use->kind == PLW_USE_PROJECT ? use->code : "",
    [PLW_FENCE_PROGRAMME] = use->kind == PLW_USE_PROGRAMME ? use->code : "",
    [PLW_FENCE_PARTNER] = use->partner,
  };
  int64_t share = REF_BARRED;
  bool has_rows = false;

  for (size_t row = 0; row < plw_plan_n_rows (reference->plan, PLW_TABLE_RINGFENCES); row++)
    {
      int64_t kind = reference_number (reference, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_USE_KIND);
      const char *code = reference_text (reference, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_USE_CODE);
      PlwValue cap = plw_plan_get (reference->plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_SHARE_CAP);

      if (!g_str_equal (reference_text (reference, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_POT), pot->code))
        continue;
      has_rows = true;
      if (*code == '\0' || !g_str_equal (code, names[kind]))
        continue;
      if (!cap.is_set || cap.number >= REF_WHOLE)
        return REF_NO_LIMIT;
      share = MAX (share, cap.number);
    }
  if (share == REF_BARRED && (!has_rows || is_free_of_fences (reference, pot)))
    return REF_NO_LIMIT;
  return share;
}

/* What is held back of the money that, were it not, could still be spent in @year. */
static int64_t
find_fresh (const RefPot *pot, size_t year)
{
  size_t age = (size_t) pot->keep_years + 1;

  return pot->withheld[year] - (year >= age ? pot->withheld[year - age] : 0);
}

static void
expect_payer (const Reference *reference,
              size_t pot,
              const Standing *standing,
              size_t year,
              GString *exhausted,
              GString *barred)
{
  const RefPot *held = &reference->pots[pot];
  const PlwPotYears *account = plw_result_pot (reference->result, held->number);
  bool is_open = !standing->is_at_cap && !standing->is_at_limit;
  int64_t lapsed = 0;

  if (standing->left > 0)
    {
      expect_barred (barred, held->code, standing->is_at_cap ? PLW_RULE_SHARE_CAP : PLW_RULE_LIMIT,
                     !standing->is_at_cap || !standing->is_at_limit, standing->left);
      return;
    }
  expect_exhausted (exhausted, held->code);
  for (size_t before = 0; before < year; before++)
    lapsed += account->lapsed[before];
  if (lapsed > 0)
    expect_barred (barred, held->code, PLW_RULE_YEAR_END, is_open, lapsed);
  if (held->withheld[year] > 0)
    expect_barred (barred, held->code, PLW_RULE_MINIMUM_BALANCE, is_open && find_fresh (held, year) > 0,
                   held->withheld[year]);
}

static void
expect_pot (const Reference *reference,
            size_t pot,
            size_t use,
            size_t year,
            GString *exhausted,
            GString *barred)
{
  const RefUse *held = &reference->uses[use];
  Standing standing = find_standing (reference, pot, use, year);
  int64_t share = find_share (reference, &reference->pots[pot], held);
  bool is_wrong = is_wrong_kind (reference, &reference->pots[pot], held);
  bool is_off = share == REF_BARRED;
  bool is_capped = share >= 0 && (__int128) share * held->need[year] < REF_WHOLE;

  g_assert ((standing.cap == REF_BARRED) == (is_wrong || is_off));
  if (standing.cap != REF_BARRED)
    expect_payer (reference, pot, &standing, year, exhausted, barred);
  else if (standing.left > 0)
    expect_barred (barred, standing.code, is_wrong ? PLW_RULE_KIND : PLW_RULE_RINGFENCE,
                   !standing.is_at_limit && !(is_wrong && is_off) && !is_capped, standing.left);
}

static int
compare_codes (const void *a, const void *b)
{
  return strcmp ((*(const RefPot *const *) a)->code, (*(const RefPot *const *) b)->code);
}

static char *
expect_causes (const Reference *reference, size_t use, size_t year)
{
  g_autofree const RefPot **pots = g_new (const RefPot *, reference->n_pots + 1);
  g_autoptr (GString) barred = g_string_new (NULL);
  GString *exhausted = g_string_new (NULL);
  const RefUse *held = &reference->uses[use];

  if (held->need[year] == held->funded[year])
    return g_string_free (exhausted, FALSE);
  for (size_t i = 0; i < reference->n_pots; i++)
    pots[i] = &reference->pots[i];
  qsort (pots, reference->n_pots, sizeof *pots, compare_codes);
  for (size_t i = 0; i < reference->n_pots; i++)
    expect_pot (reference, (size_t) (pots[i] - reference->pots), use, year, exhausted, barred);
  if (held->may_borrow)
    causes_text_add (barred, "-", &(PlwCause){ .rule = "borrowing-limit", .is_only_rule = true });
  g_string_append (exhausted, barred->str);
  return g_string_free (exhausted, FALSE);
}

/* The minimum cut: whoever may pay for it has nothing, or stands at its cap or limit. */
static char *
find_payer_with_money (const Reference *reference, size_t use, size_t year)
{
  for (size_t pot = 0; pot < reference->n_pots; pot++)
    {
      Standing standing = find_standing (reference, pot, use, year);

      if (standing.cap != REF_BARRED && standing.left > 0 && !standing.is_at_cap && !standing.is_at_limit)
        return g_strdup_printf ("use %s is short in year %" G_GSIZE_FORMAT
                                ", yet pot %s has %" G_GINT64_FORMAT " left for it",
                                reference->uses[use].code, year, standing.code, standing.left);
    }
  return NULL;
}

static char *
ask_evidence (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  for (size_t use = 0; use < reference->n_uses; use++)
    for (size_t year = 0; year < reference->n_years; year++)
      {
        const RefUse *held = &reference->uses[use];

        if (held->number == SIZE_MAX)
          continue;

        g_autofree char *found = causes_text (reference->result, held->number, year);
        g_autofree char *expected = expect_causes (reference, use, year);
        char *wrong =
            held->need[year] > held->funded[year] ? find_payer_with_money (reference, use, year) : NULL;

        if (wrong != NULL)
          return wrong;
        if (!g_str_equal (found, expected))
          return g_strdup_printf ("use %s, year %" G_GSIZE_FORMAT ": causes are\n%sinstead of\n%s",
                                  held->code, year, found, expected);
      }
  return NULL;
}

static void
test_evidence (void)
{
  many_plans_ask (ask_evidence, RANDOM_PLAN_ANY, N_PLANS);
}

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char *
describe_all (const PlwResult *result)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (size_t use = 0; use < plw_result_n_uses (result); use++)
    for (size_t year = 0; year < plw_result_n_years (result); year++)
      {
        const PlwUse *held = plw_result_use (result, use);
        g_autofree char *causes = causes_text (result, use, year);

        g_ptr_array_add (lines,
                         g_strdup_printf ("%s %s %s %" G_GSIZE_FORMAT "\n%s", plw_use_kind_name (held->kind),
                                          held->code, plw_part_name (held->part), year, causes));
      }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("", (char **) lines->pdata);
}

static char *
ask_order (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  g_autoptr (PlwPlan) shuffled = random_plan_shuffle (plan, seed);
  g_autoptr (PlwResult) result = many_plans_evaluate (shuffled, reference->policy);
  g_autofree char *before = describe_all (reference->result);
  g_autofree char *after = describe_all (result);

  return g_str_equal (before, after) ? NULL : g_strdup ("other causes with the rows in another order");
}

static void
test_order (void)
{
  many_plans_ask (ask_order, RANDOM_PLAN_ANY, N_PLANS);
}

/* Up to and with @year: what later years have may be this year's money. */
static int64_t
add_up_shortfall (const PlwResult *result, size_t year)
{
  int64_t sum = 0;

  for (size_t i = 0; i <= year; i++)
    sum += plw_result_sum (result, PLW_SUM_SHORTFALL, i);
  return sum;
}

/* @years: bits: when the rule is said to be the only one in the way of @use */
static char *
try_without (const PlwPlan *plan,
             const Reference *reference,
             size_t use,
             size_t pot,
             PlwRule rule,
             guint32 years)
{
  const PlwPotYears *account = plw_result_pot (reference->result, pot);
  const PlwUse *held = plw_result_use (reference->result, use);
  g_autoptr (PlwPlan) lifted = lifted_plan_for_use (plan, rule, account->row, held);
  g_autoptr (PlwResult) result = many_plans_evaluate (lifted, reference->policy);

  if (result == NULL)
    return g_strdup_printf ("refused without %s of pot %s", plw_rule_name (rule), account->code);
  for (size_t year = 0; year < reference->n_years; year++)
    {
      int64_t before = add_up_shortfall (reference->result, year);
      int64_t after = add_up_shortfall (result, year);

      if (after > before || ((years >> year & 1) && after == before))
        return g_strdup_printf (
            "%s is said to be all that keeps pot %s from %s %s; without it the shortfall up to "
            "year %" G_GSIZE_FORMAT " is %" G_GINT64_FORMAT " instead of %" G_GINT64_FORMAT,
            plw_rule_name (rule), account->code, plw_use_kind_name (held->kind), held->code, year, after,
            before);
    }
  return NULL;
}

static PlwRule
find_rule (const char *name)
{
  for (int rule = 0; rule < PLW_N_RULES; rule++)
    if (g_str_equal (plw_rule_name (rule), name))
      return (PlwRule) rule;
  g_error ("no rule %s", name);
}

/* For every pot and rule the years in which it is the only one in the way of @use, as bits. */
static guint32 *
find_only_rules (const PlwResult *result, size_t use)
{
  guint32 *years = g_new0 (guint32, plw_result_n_pots (result) * PLW_N_RULES + 1);

  for (size_t year = 0; year < plw_result_n_years (result); year++)
    {
      g_autoptr (GArray) causes = plw_explain_causes (result, use, year);

      for (guint i = 0; i < causes->len; i++)
        {
          const PlwCause *cause = &g_array_index (causes, PlwCause, i);

          if (cause->is_only_rule)
            years[cause->pot * PLW_N_RULES + find_rule (cause->rule)] |= 1u << year;
        }
    }
  return years;
}

static char *
ask_only_rules (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  size_t n_pots = plw_result_n_pots (reference->result);

  for (size_t use = 0; use < plw_result_n_uses (reference->result); use++)
    {
      g_autofree guint32 *years = find_only_rules (reference->result, use);

      for (size_t i = 0; i < n_pots * PLW_N_RULES; i++)
        {
          char *wrong = years[i] != 0 ? try_without (plan, reference, use, i / PLW_N_RULES,
                                                     (PlwRule) (i % PLW_N_RULES), years[i])
                                      : NULL;

          if (wrong != NULL)
            return wrong;
        }
    }
  return NULL;
}

static void
test_only_rules (void)
{
  many_plans_ask (ask_only_rules, RANDOM_PLAN_FIXED_NEEDS, N_PLANS_TO_EDIT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/causes/the-evidence-is-in-the-accounts", test_evidence);
  g_test_add_func ("/engine/causes/order-of-rows-does-not-matter", test_order);
  g_test_add_func ("/engine/causes/without-the-only-rule-less-is-short", test_only_rules);
  return g_test_run ();
}
