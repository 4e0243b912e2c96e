/* test-gateshead.c: a published five-year gap table comes out of its plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gateshead Council's medium term financial strategy 2025/26 to 2029/30 gives,
 * to £1,000, the estimated base, the funding, the gap before reserves, the
 * planned use of reserves and the savings requirement, and balances it with
 * savings. The plan in tests/data/gateshead has the inputs alone.
 */
#include "../exchange/folder-support.h"

#include <placewright/evaluate.h>

#include <string.h>

#define N_YEARS 5

/* The figures are published to £1,000; so is what must come out. */
#define THOUSAND INT64_C (100000)

typedef struct
{
  PlwPlan *plan;
  GHashTable *published; /* name -> int64_t[N_YEARS], pence */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = source_path ("tests/data/gateshead");
  g_autofree char *parent = source_path ("tests/data");
  g_autofree char *text = get_file (parent, "gateshead-published.csv");
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);

  self->plan = read_folder (folder);
  self->published = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (size_t i = 1; rows[i] != NULL && rows[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], ",", -1);
      int64_t *figures = g_new (int64_t, N_YEARS);

      g_assert_cmpuint (g_strv_length (cells), ==, 1 + N_YEARS);
      for (size_t year = 0; year < N_YEARS; year++)
        g_assert_true (plw_pence_parse (cells[1 + year], PLW_PARSE_STRICT, &figures[year], NULL));
      g_hash_table_insert (self->published, g_strdup (cells[0]), figures);
    }
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plw_plan_free (self->plan);
  g_hash_table_unref (self->published);
}

static PlwResult *
evaluate (const Fixture *self, const char *scenario)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  PlwResult *result = plw_evaluate (self->plan, scenario, NULL, problems, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  g_assert_cmpuint (plw_result_n_years (result), ==, N_YEARS);
  g_assert_cmpint (plw_result_year (result, 0), ==, 2025);
  return result;
}

static void
assert_published (const Fixture *self, const char *name, size_t year, int64_t pence)
{
  const int64_t *figures = g_hash_table_lookup (self->published, name);

  g_assert_nonnull (figures);
  if (ABS (figures[year] - pence) >= THOUSAND)
    g_test_message ("%s, year %zu: %" G_GINT64_FORMAT " pence", name, year + 1, pence);
  g_assert_cmpint (ABS (figures[year] - pence), <, THOUSAND);
}

/* The base and the gap, before any savings and reserves. */
static void
test_gap (Fixture *self, gconstpointer data)
{
  g_autoptr (PlwResult) result = evaluate (self, "before-reserves");

  for (size_t year = 0; year < N_YEARS; year++)
    {
      assert_published (self, "estimated_base", year, plw_result_sum (result, PLW_SUM_NEED, year));
      assert_published (self, "estimated_funding", year, -plw_result_sum (result, PLW_SUM_FUNDED, year));
      assert_published (self, "gap_before_reserves", year, plw_result_sum (result, PLW_SUM_SHORTFALL, year));
    }
}

/* What has to be saved once reserves are used as planned: in all and each year. */
static void
test_requirement (Fixture *self, gconstpointer data)
{
  g_autoptr (PlwResult) without = evaluate (self, "before-reserves");
  g_autoptr (PlwResult) result = evaluate (self, "before-savings");
  int64_t before = 0;

  for (size_t year = 0; year < N_YEARS; year++)
    {
      int64_t requirement = plw_result_sum (result, PLW_SUM_SHORTFALL, year);

      assert_published (self, "cum_savings_req", year, requirement);
      assert_published (self, "annual_savings_req", year, requirement - before);
      assert_published (self, "planned_reserves", year,
                        requirement - plw_result_sum (without, PLW_SUM_SHORTFALL, year));
      before = requirement;
    }
}

/* With the savings every year balances and the reserves are used as planned. */
static void
test_balance (Fixture *self, gconstpointer data)
{
  g_autoptr (PlwResult) result = evaluate (self, NULL);

  g_assert_cmpstr (plw_result_scenario (result), ==, "published");

  for (size_t year = 0; year < N_YEARS; year++)
    assert_published (self, "balanced_budget", year, plw_result_sum (result, PLW_SUM_SHORTFALL, year));

  for (size_t pot = 0; pot < plw_result_n_pots (result); pot++)
    {
      const PlwPotYears *years = plw_result_pot (result, pot);
      const char *row = strcmp (years->code, "reserves") == 0 ? "planned_reserves" : "estimated_funding";

      for (size_t year = 0; year < N_YEARS; year++)
        assert_published (self, row, year, -years->spent[year]);
    }
  g_assert_cmpuint (plw_result_n_pots (result), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/engine/gateshead/gap", Fixture, NULL, set_up, test_gap, tear_down);
  g_test_add ("/engine/gateshead/requirement", Fixture, NULL, set_up, test_requirement, tear_down);
  g_test_add ("/engine/gateshead/balance", Fixture, NULL, set_up, test_balance, tear_down);

  return g_test_run ();
}
