/* test-causes.c: why a use has a shortfall (model, section 5).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every list is reckoned a second time, from flows, accounts and the text of the plan; and what a
 * list says of the only rule in the way is tried: the rule is struck out of the plan.
 */
#include "by-hand.h"
#include "many-plans.h"

#include <placewright/explain.h>

#include <string.h>

#define N_PLANS 150
#define N_PLANS_TO_EDIT 25

typedef enum
{
  RULE_KIND,
  RULE_RINGFENCE,
  RULE_SHARE_CAP,
  RULE_LIMIT,
  RULE_YEAR_END,
  RULE_MINIMUM,
  N_RULES,
} Rule;

static const char *const rules[N_RULES] = {
  "kind", "ring-fence", "share-cap", "limit", "year-end", "minimum-balance",
};

/* One cause in a line: what the pot is to the use, the rule, and the pence. */
static void
write_cause (GString *text, bool is_exhausted, const char *pot, const char *rule, bool is_only, int64_t left)
{
  if (is_exhausted)
    g_string_append_printf (text, "exhausted %s\n", pot);
  else
    g_string_append_printf (text, "barred %s %s %s %" G_GINT64_FORMAT "\n", pot, rule,
                            is_only ? "only" : "too", left);
}

static char *
describe (const PlwResult *result, size_t use, size_t year)
{
  g_autoptr (GArray) causes = plw_explain_causes (result, use, year);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < causes->len; i++)
    {
      const PlwCause *cause = &g_array_index (causes, PlwCause, i);

      write_cause (text, cause->is_exhausted,
                   cause->pot == SIZE_MAX ? "-" : plw_result_pot (result, cause->pot)->code, cause->rule,
                   cause->is_only_rule, cause->left);
    }
  return g_string_free (text, FALSE);
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
      write_cause (barred, false, held->code, rules[standing->is_at_cap ? RULE_SHARE_CAP : RULE_LIMIT],
                   !standing->is_at_cap || !standing->is_at_limit, standing->left);
      return;
    }
  write_cause (exhausted, true, held->code, "", false, 0);
  for (size_t before = 0; before < year; before++)
    lapsed += account->lapsed[before];
  if (lapsed > 0)
    write_cause (barred, false, held->code, rules[RULE_YEAR_END], is_open, lapsed);
  if (held->withheld[year] > 0)
    write_cause (barred, false, held->code, rules[RULE_MINIMUM], is_open && find_fresh (held, year) > 0,
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
    write_cause (barred, false, standing.code, rules[is_wrong ? RULE_KIND : RULE_RINGFENCE],
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
    write_cause (barred, false, "-", "borrowing-limit", true, 0);
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
        return g_strdup_printf ("use %s is short in year %" G_GSIZE_FORMAT ", yet pot %s has %" G_GINT64_FORMAT
                                " left for it",
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

        g_autofree char *found = describe (reference->result, held->number, year);
        g_autofree char *expected = expect_causes (reference, use, year);
        char *wrong =
            held->need[year] > held->funded[year] ? find_payer_with_money (reference, use, year) : NULL;

        if (wrong != NULL)
          return wrong;
        if (!g_str_equal (found, expected))
          return g_strdup_printf ("use %s, year %" G_GSIZE_FORMAT ": causes are\n%sinstead of\n%s", held->code,
                                  year, found, expected);
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
        g_autofree char *causes = describe (result, use, year);

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

static PlwPlan *
drop_rows (PlwPlan *plan, PlwTableId table, size_t column, const char *code)
{
  for (size_t row = plw_plan_n_rows (plan, table); row-- > 0;)
    if (g_str_equal (plw_plan_text (plan, table, row, column), code))
      {
        PlwPlan *less = random_plan_without (plan, table, row);

        plw_plan_free (plan);
        plan = less;
      }
  return plan;
}

/* Capital financing cannot be named: all the pot's rows go. */
static PlwPlan *
lift_fence (PlwPlan *plan, const char *pot, const PlwUse *use)
{
  static const PlwFenceKind kinds[] = { [PLW_USE_LINE] = PLW_FENCE_LINE,
                                        [PLW_USE_PROGRAMME] = PLW_FENCE_PROGRAMME,
                                        [PLW_USE_PROJECT] = PLW_FENCE_PROJECT };
  size_t row;

  if (use->kind == PLW_USE_FINANCING)
    return drop_rows (plan, PLW_TABLE_RINGFENCES, PLW_RINGFENCES_POT, pot);
  row = plw_plan_append (plan, PLW_TABLE_RINGFENCES, NULL, 0);
  plw_plan_set (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_POT, plw_value_text (pot));
  plw_plan_set (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_USE_KIND,
                plw_value_number (kinds[use->kind]));
  plw_plan_set (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_USE_CODE, plw_value_text (use->code));
  return plan;
}

static void
lift_kind (PlwPlan *plan, size_t pot_row, const PlwUse *use)
{
  if (use->part == PLW_PART_REVENUE)
    plw_plan_set (plan, PLW_TABLE_POTS, pot_row, PLW_POTS_MAY_FUND_REVENUE, plw_value_number (1));
  else if (use->kind == PLW_USE_PROJECT)
    plw_plan_set (plan, PLW_TABLE_PROJECTS, use->row, PLW_PROJECTS_REVENUE_FUNDING, plw_value_number (1));
  else
    plw_plan_set (plan, PLW_TABLE_PROGRAMMES, use->row, PLW_PROGRAMMES_REVENUE_FUNDING, plw_value_number (1));
}

/* Returns: (transfer full): @plan without one rule of one pot, as far as it concerns @use */
static PlwPlan *
lift (const PlwPlan *plan, Rule rule, const PlwPotYears *pot, const PlwUse *use)
{
  PlwPlan *lifted = plw_plan_copy (plan);

  switch (rule)
    {
    case RULE_KIND:
      lift_kind (lifted, pot->row, use);
      return lifted;
    case RULE_RINGFENCE:
      return lift_fence (lifted, pot->code, use);
    case RULE_SHARE_CAP:
      for (size_t row = 0; row < plw_plan_n_rows (lifted, PLW_TABLE_RINGFENCES); row++)
        if (g_str_equal (plw_plan_text (lifted, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_POT), pot->code))
          plw_plan_set (lifted, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_SHARE_CAP, PLW_VALUE_EMPTY);
      return lifted;
    case RULE_LIMIT:
      return drop_rows (lifted, PLW_TABLE_LIMITS, PLW_LIMITS_POT, pot->code);
    case RULE_YEAR_END:
      plw_plan_set (lifted, PLW_TABLE_POTS, pot->row, PLW_POTS_UNSPENT, plw_value_text ("keep"));
      return lifted;
    default:
      plw_plan_set (lifted, PLW_TABLE_POTS, pot->row, PLW_POTS_MINIMUM_BALANCE, plw_value_number (0));
      return lifted;
    }
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
             Rule rule,
             guint32 years)
{
  const PlwPotYears *account = plw_result_pot (reference->result, pot);
  const PlwUse *held = plw_result_use (reference->result, use);
  g_autoptr (PlwPlan) lifted = lift (plan, rule, account, held);
  g_autoptr (PlwResult) result = many_plans_evaluate (lifted, reference->policy);

  if (result == NULL)
    return g_strdup_printf ("refused without %s of pot %s", rules[rule], account->code);
  for (size_t year = 0; year < reference->n_years; year++)
    {
      int64_t before = add_up_shortfall (reference->result, year);
      int64_t after = add_up_shortfall (result, year);

      if (after > before || ((years >> year & 1) && after == before))
        return g_strdup_printf ("%s is said to be all that keeps pot %s from %s %s; without it the shortfall up to "
                                "year %" G_GSIZE_FORMAT " is %" G_GINT64_FORMAT " instead of %" G_GINT64_FORMAT,
                                rules[rule], account->code, plw_use_kind_name (held->kind), held->code, year,
                                after, before);
    }
  return NULL;
}

static Rule
find_rule (const char *name)
{
  for (int rule = 0; rule < N_RULES; rule++)
    if (g_str_equal (rules[rule], name))
      return (Rule) rule;
  g_error ("no rule %s", name);
}

/* For every pot and rule the years in which it is the only one in the way of @use, as bits. */
static guint32 *
find_only_rules (const PlwResult *result, size_t use)
{
  guint32 *years = g_new0 (guint32, plw_result_n_pots (result) * N_RULES + 1);

  for (size_t year = 0; year < plw_result_n_years (result); year++)
    {
      g_autoptr (GArray) causes = plw_explain_causes (result, use, year);

      for (guint i = 0; i < causes->len; i++)
        {
          const PlwCause *cause = &g_array_index (causes, PlwCause, i);

          if (cause->is_only_rule)
            years[cause->pot * N_RULES + find_rule (cause->rule)] |= 1u << year;
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

      for (size_t i = 0; i < n_pots * N_RULES; i++)
        {
          char *wrong = years[i] != 0 ? try_without (plan, reference, use, i / N_RULES, (Rule) (i % N_RULES),
                                                     years[i])
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

/* Care needs @care a year, roads a hundred; the money is each test's. */
static PlwPlan *
new_plan (const char *care)
{
  PlwPlan *plan = by_hand_new ();

  by_hand_add (plan, "lines", "code", "care", NULL);
  by_hand_add (plan, "lines", "code", "roads", "priority", "1", NULL);
  by_hand_add (plan, "costs", "line", "care", "element", "all", "base", care, NULL);
  by_hand_add (plan, "costs", "line", "roads", "element", "all", "base", "100", NULL);
  return plan;
}

/* Takes @plan. */
static void
expect (PlwPlan *plan, PlwUseKind kind, const char *code, size_t year, const char *expected)
{
  g_autoptr (PlwPlan) held = plan;
  g_autoptr (PlwResult) result = by_hand_evaluate (held);
  g_autofree char *found = describe (result, by_hand_use (result, kind, code), year);

  g_assert_cmpstr (found, ==, expected);
}

/* Capital is left, revenue is short; the second pot is fenced, too, and so no rule alone is in the way. The
 * third may give care nothing, so that its kind is not all that keeps it away.
 */
static PlwPlan *
plan_of_kind (void)
{
  PlwPlan *plan = new_plan ("1000");

  by_hand_add (plan, "pots", "code", "general", NULL);
  by_hand_add (plan, "pots", "code", "works", "kind", "capital", "unspent", "keep", NULL);
  by_hand_add (plan, "pots", "code", "bridges", "kind", "capital", NULL);
  by_hand_add (plan, "pots", "code", "match", "kind", "capital", NULL);
  by_hand_add (plan, "ringfences", "pot", "bridges", "use_kind", "line", "use_code", "roads", NULL);
  by_hand_add (plan, "ringfences", "pot", "match", "use_kind", "line", "use_code", "care", "share_cap", "0",
               NULL);
  by_hand_fill (plan, "pots", "general", "600");
  by_hand_fill (plan, "pots", "works", "300");
  by_hand_fill (plan, "pots", "bridges", "50");
  by_hand_fill (plan, "pots", "match", "20");
  return plan;
}

static void
test_kind (void)
{
  expect (plan_of_kind (), PLW_USE_LINE, "care", 0,
          "exhausted general\n"
          "barred bridges kind too 5000\n"
          "barred match kind too 2000\n"
          "barred works kind only 30000\n");
  expect (plan_of_kind (), PLW_USE_LINE, "care", 1,
          "exhausted general\n"
          "barred bridges kind too 5000\n"
          "barred match kind too 2000\n"
          "barred works kind only 60000\n");
  expect (plan_of_kind (), PLW_USE_LINE, "roads", 1, "");
}

/* The grant pays roads and has 200 left; of the second only 40 a year may be spent, all on roads. */
static PlwPlan *
plan_of_ringfence (void)
{
  PlwPlan *plan = new_plan ("1000");

  by_hand_add (plan, "pots", "code", "general", NULL);
  by_hand_add (plan, "pots", "code", "grant", NULL);
  by_hand_add (plan, "pots", "code", "bound", NULL);
  by_hand_add (plan, "limits", "pot", "bound", NULL);
  by_hand_add (plan, "ringfences", "pot", "grant", "use_kind", "line", "use_code", "roads", NULL);
  by_hand_add (plan, "ringfences", "pot", "bound", "use_kind", "line", "use_code", "roads", NULL);
  by_hand_fill (plan, "pots", "general", "600");
  by_hand_fill (plan, "pots", "grant", "60");
  by_hand_fill (plan, "pots", "bound", "55");
  by_hand_fill (plan, "limits", "bound", "45");
  return plan;
}

/* Both lapse, so the code decides: 45 from bound, which is its limit, and 55 from grant. */
static void
test_ringfence (void)
{
  expect (plan_of_ringfence (), PLW_USE_LINE, "care", 0,
          "exhausted general\n"
          "barred bound ring-fence too 1000\n"
          "barred grant ring-fence only 500\n");
  expect (plan_of_ringfence (), PLW_USE_LINE, "care", 1,
          "exhausted general\n"
          "barred bound ring-fence too 1000\n"
          "barred grant ring-fence only 500\n");
}

/* A quarter of 1000 may come from match, whose other 150 lapse; what lapsed before is behind the same cap. */
static PlwPlan *
plan_of_share_cap (void)
{
  PlwPlan *plan = new_plan ("1000");

  by_hand_add (plan, "pots", "code", "general", NULL);
  by_hand_add (plan, "pots", "code", "match", NULL);
  by_hand_add (plan, "ringfences", "pot", "match", "use_kind", "line", "use_code", "care", "share_cap", "25",
               NULL);
  by_hand_fill (plan, "pots", "general", "600");
  by_hand_fill (plan, "pots", "match", "400");
  return plan;
}

static void
test_share_cap (void)
{
  expect (plan_of_share_cap (), PLW_USE_LINE, "care", 0,
          "exhausted general\n"
          "barred match share-cap only 15000\n");
  expect (plan_of_share_cap (), PLW_USE_LINE, "care", 1,
          "exhausted general\n"
          "barred match share-cap only 15000\n");
}

/* A hundred a year of 500: 400 are left, then 300. */
static PlwPlan *
plan_of_limit (void)
{
  PlwPlan *plan = new_plan ("1000");

  by_hand_add (plan, "pots", "code", "general", NULL);
  by_hand_add (plan, "pots", "code", "reserve", "opening", "500", "unspent", "keep", NULL);
  by_hand_add (plan, "limits", "pot", "reserve", NULL);
  by_hand_fill (plan, "pots", "general", "600");
  by_hand_fill (plan, "limits", "reserve", "100");
  return plan;
}

static void
test_limit (void)
{
  expect (plan_of_limit (), PLW_USE_LINE, "care", 0,
          "exhausted general\n"
          "barred reserve limit only 40000\n");
  expect (plan_of_limit (), PLW_USE_LINE, "care", 1,
          "exhausted general\n"
          "barred reserve limit only 30000\n");
  expect (plan_of_limit (), PLW_USE_LINE, "care", 4,
          "exhausted general\n"
          "exhausted reserve\n");
}

/* All of 900 comes in the first year, which needs 700 of it. */
static PlwPlan *
plan_of_year_end (void)
{
  PlwPlan *plan = new_plan ("600");

  by_hand_add (plan, "pots", "code", "grant", "2026/27", "900", NULL);
  return plan;
}

static void
test_year_end (void)
{
  expect (plan_of_year_end (), PLW_USE_LINE, "care", 0, "");
  expect (plan_of_year_end (), PLW_USE_LINE, "care", 1,
          "exhausted grant\n"
          "barred grant year-end only 20000\n");
  expect (plan_of_year_end (), PLW_USE_LINE, "roads", 4,
          "exhausted grant\n"
          "barred grant year-end only 20000\n");
}

/* The reserve keeps what it is freed from, so 200 could be spent in any year. What the grant holds back of
 * its first year's 90 would have lapsed with that year; of the two-year pot's, with the year after.
 */
static PlwPlan *
plan_of_minimum_balance (void)
{
  PlwPlan *plan = new_plan ("1000");

  by_hand_add (plan, "pots", "code", "grant", "minimum_balance", "50", NULL);
  by_hand_add (plan, "pots", "code", "late", "minimum_balance", "30", "unspent", "keep:1", NULL);
  by_hand_add (plan, "pots", "code", "reserve", "opening", "500", "minimum_balance", "200", "unspent", "keep",
               NULL);
  by_hand_fill (plan, "pots", "grant", "90");
  by_hand_fill (plan, "pots", "late", "60");
  return plan;
}

static void
test_minimum_balance (void)
{
  expect (plan_of_minimum_balance (), PLW_USE_LINE, "care", 0,
          "exhausted grant\nexhausted late\nexhausted reserve\n"
          "barred grant minimum-balance only 5000\n"
          "barred late minimum-balance only 3000\n"
          "barred reserve minimum-balance only 20000\n");
  expect (plan_of_minimum_balance (), PLW_USE_LINE, "care", 1,
          "exhausted grant\nexhausted late\nexhausted reserve\n"
          "barred grant minimum-balance too 5000\n"
          "barred late minimum-balance only 3000\n"
          "barred reserve minimum-balance only 20000\n");
  expect (plan_of_minimum_balance (), PLW_USE_LINE, "care", 2,
          "exhausted grant\nexhausted late\nexhausted reserve\n"
          "barred grant minimum-balance too 5000\n"
          "barred late minimum-balance too 3000\n"
          "barred reserve minimum-balance only 20000\n");
}

/* A school of 1000, 250 of it from a capital pot, 400 of it borrowed. */
static PlwPlan *
plan_of_borrowing (void)
{
  PlwPlan *plan = new_plan ("0");

  by_hand_add (plan, "plan", "key", "borrowing_limit", "value", "400", NULL);
  by_hand_add (plan, "drivers", "code", "rate", NULL);
  by_hand_add (plan, "plan", "key", "interest_driver", "value", "rate", NULL);
  by_hand_add (plan, "projects", "code", "school", "borrowing", "yes", "asset_life", "20", "2026/27", "1000",
               NULL);
  by_hand_add (plan, "projects", "code", "hall", "2026/27", "10", NULL);
  by_hand_add (plan, "pots", "code", "works", "kind", "capital", "2026/27", "250", NULL);
  by_hand_add (plan, "ringfences", "pot", "works", "use_kind", "project", "use_code", "school", NULL);
  by_hand_add (plan, "pots", "code", "general", NULL);
  by_hand_fill (plan, "pots", "general", "300");
  return plan;
}

static void
test_borrowing_limit (void)
{
  expect (plan_of_borrowing (), PLW_USE_PROJECT, "school", 0,
          "exhausted works\n"
          "barred general kind only 20000\n"
          "barred - borrowing-limit only 0\n");
  expect (plan_of_borrowing (), PLW_USE_PROJECT, "hall", 0, "barred general kind only 20000\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/causes/kind", test_kind);
  g_test_add_func ("/engine/causes/ring-fence", test_ringfence);
  g_test_add_func ("/engine/causes/share-cap", test_share_cap);
  g_test_add_func ("/engine/causes/limit", test_limit);
  g_test_add_func ("/engine/causes/year-end", test_year_end);
  g_test_add_func ("/engine/causes/minimum-balance", test_minimum_balance);
  g_test_add_func ("/engine/causes/borrowing-limit", test_borrowing_limit);
  g_test_add_func ("/engine/causes/the-evidence-is-in-the-accounts", test_evidence);
  g_test_add_func ("/engine/causes/order-of-rows-does-not-matter", test_order);
  g_test_add_func ("/engine/causes/without-the-only-rule-less-is-short", test_only_rules);
  return g_test_run ();
}
