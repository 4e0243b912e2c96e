/* test-bridge.c: needs explained to the penny from year to year and between scenarios (model, section 9).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "many-plans.h"
#include "result-rows.h"

#define N_PLANS 200
#define OTHER_SCENARIO "other"
#define MOST_OVERRIDES 6

static char *
fail_sum (const char *what, size_t year, int64_t sum, int64_t expected)
{
  return g_strdup_printf ("%s, year %" G_GSIZE_FORMAT ": the bridge leads to %" G_GINT64_FORMAT
                          " instead of %" G_GINT64_FORMAT,
                          what, year, sum, expected);
}

static int64_t
find_need (const PlwResult *result, size_t use, size_t year)
{
  int64_t need = 0;

  for (size_t i = 0; i < plw_result_n_uses (result); i++)
    if (use == SIZE_MAX || use == i)
      need += plw_result_use (result, i)->need[year];
  return need;
}

static const char *
name_use (const PlwResult *result, size_t use)
{
  return use == SIZE_MAX ? "*" : plw_result_use (result, use)->code;
}

/* A line's base budget, never below nothing; other uses have none. */
static int64_t
find_base (const PlwPlan *plan, const PlwUse *use)
{
  int64_t base = 0;

  for (size_t row = 0; use->kind == PLW_USE_LINE && row < plw_plan_n_rows (plan, PLW_TABLE_COSTS); row++)
    if (g_str_equal (plw_plan_text (plan, PLW_TABLE_COSTS, row, PLW_COSTS_LINE), use->code))
      base += plw_plan_number (plan, PLW_TABLE_COSTS, row, PLW_COSTS_BASE)
              * (plw_plan_number (plan, PLW_TABLE_COSTS, row, PLW_COSTS_KIND) == PLW_COST_INCOME ? -1 : 1);
  return MAX (base, 0);
}

static int64_t
find_opening (const PlwResult *result, size_t use, size_t year)
{
  int64_t opening = 0;

  if (year > 0)
    return find_need (result, use, year - 1);
  for (size_t i = 0; i < plw_result_n_uses (result); i++)
    if (use == SIZE_MAX || use == i)
      opening += find_base (plw_result_plan (result), plw_result_use (result, i));
  return opening;
}

static char *
check_years (const PlwResult *result, size_t use)
{
  for (size_t year = 0; year < plw_result_n_years (result); year++)
    {
      int64_t need = find_need (result, use, year);
      int64_t opening = find_opening (result, use, year);
      int64_t sum = 0;

      for (int part = PLW_BRIDGE_OPENING; part < PLW_BRIDGE_CLOSING; part++)
        sum += plw_result_bridge (result, use, (PlwBridgePart) part, year);
      if (sum != need)
        return fail_sum (name_use (result, use), year, sum, need);
      if (plw_result_bridge (result, use, PLW_BRIDGE_CLOSING, year) != need)
        return fail_sum ("closing", year, plw_result_bridge (result, use, PLW_BRIDGE_CLOSING, year), need);
      if (plw_result_bridge (result, use, PLW_BRIDGE_OPENING, year) != opening)
        return fail_sum ("opening", year, plw_result_bridge (result, use, PLW_BRIDGE_OPENING, year), opening);
    }
  return NULL;
}

static char *
ask_years (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  char *wrong = check_years (reference->result, SIZE_MAX);

  for (size_t use = 0; use < plw_result_n_uses (reference->result) && wrong == NULL; use++)
    wrong = check_years (reference->result, use);
  return wrong;
}

static void
test_years (void)
{
  many_plans_ask (ask_years, RANDOM_PLAN_ANY, N_PLANS);
}

/* Opening + price + ... - savings - income - prevention + ... = closing, from the text alone. */
static char *
check_rows (const GPtrArray *rows, char *const *closing)
{
  static const struct
  {
    const char *name;
    int sign;
  } parts[] = { { "opening", 1 },   { "price", 1 },     { "demand", 1 },  { "pressures", 1 },
                { "growth", 1 },    { "savings", -1 },  { "income", -1 }, { "prevention", -1 },
                { "spillover", 1 }, { "financing", 1 }, { "floor", 1 },   { "other", 1 } };
  guint last = g_strv_length ((char **) closing) - 1;
  const char *filter[8];
  int64_t sum = 0;

  for (guint i = 0; i < last; i++)
    filter[i] = closing[i];
  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      filter[last - 2] = parts[i].name;
      sum += parts[i].sign * result_sum (rows, filter, last);
    }
  filter[last - 2] = "closing";

  int64_t expected = result_sum (rows, filter, last);
  return sum == expected ? NULL : fail_sum (closing[last - 3], last, sum, expected);
}

static char *
check_text (const char *text, const char *header, guint n_bridges)
{
  g_autoptr (GPtrArray) rows = result_rows (text, header);
  guint n_closing = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      char *const *row = rows->pdata[i];
      char *wrong;

      if (!g_str_equal (row[g_strv_length ((char **) row) - 3], "closing"))
        continue;
      n_closing++;
      wrong = check_rows (rows, row);
      if (wrong != NULL)
        return wrong;
    }
  if (n_bridges != 0 && n_closing != n_bridges)
    return g_strdup_printf ("%u bridges instead of %u", n_closing, n_bridges);
  return NULL;
}

static char *
ask_table (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  g_autofree char *text = plw_result_to_text (reference->result, PLW_RESULT_BRIDGE, PLW_FORMAT_CSV);
  size_t n_lines = plw_plan_n_rows (plan, PLW_TABLE_LINES);

  return check_text (text, "line,measure,year,value", (guint) ((n_lines + 1) * reference->n_years));
}

static void
test_table (void)
{
  many_plans_ask (ask_table, RANDOM_PLAN_ANY, N_PLANS / 3);
}

static void
add_override (PlwPlan *plan,
              PlwTableId table,
              const char *code,
              const char *field,
              PlwOverrideOp op,
              const char *value)
{
  size_t row = plw_plan_append (plan, PLW_TABLE_OVERRIDES, NULL, 0);

  plw_plan_set (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_SCENARIO, plw_value_text (OTHER_SCENARIO));
  plw_plan_set (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_TABLE,
                plw_value_text (plw_schema_table (table)->name));
  plw_plan_set (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_CODE, plw_value_text (code));
  plw_plan_set (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_FIELD, plw_value_text (field));
  plw_plan_set (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_OP, plw_value_number (op));
  plw_plan_set (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_VALUE, plw_value_text (value));
}

/* What a scenario may do to one row of a table. */
static const struct
{
  PlwTableId table;
  const char *field;
  PlwOverrideOp op;
  const char *value;
} deeds[] = {
  { PLW_TABLE_DRIVERS, "value", PLW_OP_ADD, "1.75" },
  { PLW_TABLE_DRIVERS, "value", PLW_OP_SET, "0.333" },
  { PLW_TABLE_COSTS, "base", PLW_OP_MULTIPLY, "1.013" },
  { PLW_TABLE_COSTS, "base", PLW_OP_ADD, "1234.57" },
  { PLW_TABLE_COSTS, "base", PLW_OP_SET, "0" },
  { PLW_TABLE_POTS, "enabled", PLW_OP_SET, "no" },
  { PLW_TABLE_CHANGES, "enabled", PLW_OP_SET, "no" },
  { PLW_TABLE_CHANGES, "value", PLW_OP_MULTIPLY, "2" },
  { PLW_TABLE_PROJECTS, "enabled", PLW_OP_SET, "no" },
  { PLW_TABLE_PROGRAMMES, "enabled", PLW_OP_SET, "no" },
};

static bool
is_free_to_override (const PlwPlan *plan, const char *table, const char *code, const char *field)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_OVERRIDES); row++)
    if (g_str_equal (plw_plan_text (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_TABLE), table)
        && g_str_equal (plw_plan_text (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_CODE), code)
        && g_str_equal (plw_plan_text (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_FIELD), field))
      return false;
  return true;
}

/* Returns: (transfer full): the plan with a scenario that does a few things to it */
static PlwPlan *
add_scenario (const PlwPlan *plan, guint32 seed)
{
  PlwPlan *more = plw_plan_copy (plan);
  GRand *rand = g_rand_new_with_seed (seed);

  for (int i = 0; i < 2; i++)
    plw_plan_set (more, PLW_TABLE_SCENARIOS, plw_plan_append (more, PLW_TABLE_SCENARIOS, NULL, 0),
                  PLW_SCENARIOS_CODE, plw_value_text (i == 0 ? "base" : OTHER_SCENARIO));
  plw_plan_set (more, PLW_TABLE_SCENARIOS, 1, PLW_SCENARIOS_PARENT, plw_value_text ("base"));
  for (int n = g_rand_int_range (rand, 0, MOST_OVERRIDES + 1); n > 0; n--)
    {
      gint32 deed = g_rand_int_range (rand, 0, G_N_ELEMENTS (deeds));
      PlwTableId table = deeds[deed].table;
      size_t n_rows = plw_plan_n_rows (plan, table);

      if (n_rows == 0)
        continue;

      g_autofree char *key =
          plw_plan_row_key (plan, table, (size_t) g_rand_int_range (rand, 0, (gint32) n_rows));
      if (is_free_to_override (more, plw_schema_table (table)->name, key, deeds[deed].field))
        add_override (more, table, key, deeds[deed].field, deeds[deed].op, deeds[deed].value);
    }
  g_rand_free (rand);
  return more;
}

static const PlwUse *
find_like (const PlwResult *result, const PlwUse *use)
{
  for (size_t i = 0; i < plw_result_n_uses (result); i++)
    {
      const PlwUse *other = plw_result_use (result, i);

      if (other->kind == use->kind && other->part == use->part && g_str_equal (other->code, use->code))
        return other;
    }
  return NULL;
}

static char *
check_between (const PlwResult *from, const PlwResult *to, size_t use)
{
  const PlwUse *like = use == SIZE_MAX ? NULL : find_like (to, plw_result_use (from, use));

  for (size_t year = 0; year < plw_result_n_years (from); year++)
    {
      int64_t closing = like != NULL ? like->need[year] : use == SIZE_MAX ? find_need (to, use, year) : 0;
      int64_t sum = 0;

      for (int part = PLW_BRIDGE_OPENING; part < PLW_BRIDGE_CLOSING; part++)
        sum += plw_results_bridge (from, to, use, (PlwBridgePart) part, year);
      if (sum != closing || plw_results_bridge (from, to, use, PLW_BRIDGE_CLOSING, year) != closing)
        return fail_sum (name_use (from, use), year, sum, closing);
      if (plw_results_bridge (from, to, use, PLW_BRIDGE_OPENING, year) != find_need (from, use, year))
        return fail_sum ("opening", year, plw_results_bridge (from, to, use, PLW_BRIDGE_OPENING, year),
                         find_need (from, use, year));
    }
  return NULL;
}

/* Another base budget is nobody's movement: it is among “other”, alone, in every year. */
static char *
check_base (const PlwResult *from, const PlwResult *to, size_t use)
{
  const PlwUse *line = plw_result_use (from, use);
  int64_t moved = find_base (plw_result_plan (to), line) - find_base (plw_result_plan (from), line);

  for (size_t year = 0; line->kind == PLW_USE_LINE && year < plw_result_n_years (from); year++)
    if (plw_results_bridge (from, to, use, PLW_BRIDGE_OTHER, year) != moved)
      return fail_sum ("other", year, plw_results_bridge (from, to, use, PLW_BRIDGE_OTHER, year), moved);
  return NULL;
}

static char *
check_pair (const PlwResult *from, const PlwResult *to)
{
  char *wrong = check_between (from, to, SIZE_MAX);

  for (size_t use = 0; use < plw_result_n_uses (from) && wrong == NULL; use++)
    {
      wrong = check_between (from, to, use);
      if (wrong == NULL)
        wrong = check_base (from, to, use);
    }
  return wrong;
}

static char *
ask_scenarios (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  g_autoptr (PlwPlan) more = add_scenario (plan, seed);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwResult) base = plw_evaluate (more, "base", reference->policy, problems, NULL);
  g_autoptr (PlwResult) other = plw_evaluate (more, OTHER_SCENARIO, reference->policy, problems, NULL);
  char *wrong;

  if (base == NULL || other == NULL)
    {
      g_autofree char *text = plw_problems_to_text (problems);

      return g_strdup_printf ("refused with a scenario: %s", text);
    }
  wrong = check_pair (base, other);
  if (wrong == NULL)
    wrong = check_pair (other, base);
  if (wrong != NULL)
    return wrong;

  g_autofree char *text =
      plw_results_bridge_to_text (base, (const PlwResult *const[]){ other, base }, 2, PLW_FORMAT_CSV);
  return check_text (text, "scenario,policy,line,measure,year,value", 0);
}

static void
test_scenarios (void)
{
  many_plans_ask (ask_scenarios, RANDOM_PLAN_ANY, N_PLANS / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/bridge/years-add-up", test_years);
  g_test_add_func ("/engine/bridge/rows-add-up", test_table);
  g_test_add_func ("/engine/bridge/scenarios-add-up", test_scenarios);
  return g_test_run ();
}
