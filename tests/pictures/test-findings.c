/* test-findings.c: what pictures tell is what the results say.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pictures-support.h"

#include "findings/plwu-capital-funding.h"
#include "findings/plwu-pot-cliffs.h"
#include "findings/plwu-pot-flows.h"
#include "findings/plwu-result-figures.h"
#include "findings/plwu-shortfall-figures.h"
#include "pictures/plwu-bridge.h"

#include <placewright/number.h>
#include <placewright/prevention.h>
#include <placewright/year.h>
#include <string.h>

static const char *
get_text (const GPtrArray *table, guint row, guint column)
{
  return ((char **) g_ptr_array_index (table, row))[column];
}

static void
assert_pounds (const GPtrArray *table, guint row, guint column, gint64 pence)
{
  g_autofree char *expected = plw_pence_show (pence, PLW_UNIT_POUNDS);

  g_assert_cmpstr (get_text (table, row, column), ==, expected);
}

static guint
find_column (const GPtrArray *table, const char *title)
{
  char **titles = g_ptr_array_index (table, 0);

  for (guint i = 0; titles[i] != NULL; i++)
    if (strcmp (titles[i], title) == 0)
      return i;
  g_error ("There is no column “%s”", title);
}

static GPtrArray *
tabulate (const Example *example, Picture picture)
{
  g_autoptr (PlwuDrawing) drawing = example_draw (example, picture);

  return plwu_drawing_get_table (drawing);
}

static void
check_need_money (const Example *example)
{
  g_autoptr (GPtrArray) table = tabulate (example, PICTURE_NEED_MONEY);
  const PlwResult *result = example->today;

  g_assert_cmpuint (table->len, ==, plw_result_n_years (result) + 1);
  for (guint i = 0; i < plw_result_n_years (result); i++)
    {
      g_assert_cmpstr (get_text (table, i + 1, 0), ==, plw_year_name (plw_result_year (result, i)));
      assert_pounds (table, i + 1, find_column (table, "Need"), plw_result_sum (result, PLW_SUM_NEED, i));
      assert_pounds (table, i + 1, find_column (table, "Money"), plw_result_sum (result, PLW_SUM_FUNDED, i));
      assert_pounds (table, i + 1, find_column (table, "Gap"), plw_result_sum (result, PLW_SUM_SHORTFALL, i));
    }
}

static void
check_bridge (const Example *example)
{
  g_autoptr (PlwuDrawing) drawing = example_draw (example, PICTURE_BRIDGE);
  size_t last = plw_result_n_years (example->today) - 1;

  g_assert_cmpint (plwu_bridge_get_closing (PLWU_BRIDGE (drawing)), ==,
                   plw_result_sum (example->today, PLW_SUM_NEED, last));
}

static void
check_shortfall (const Example *example)
{
  g_autoptr (GPtrArray) table = tabulate (example, PICTURE_SHORTFALL);
  g_autoptr (GArray) list = plwu_shortfall_list (example->today);
  guint last = table->len - 1;

  g_assert_cmpuint (table->len, ==, list->len + 2);
  for (guint i = 0; i < plw_result_n_years (example->today); i++)
    assert_pounds (table, last, 2 + i, plw_result_sum (example->today, PLW_SUM_SHORTFALL, i));
  assert_pounds (table, last, find_column (table, "Total"),
                 plwu_result_sum_years (example->today, PLW_SUM_SHORTFALL));
  for (guint i = 0; i < list->len; i++)
    assert_pounds (table, i + 1, find_column (table, "Total"), g_array_index (list, PlwuShortfall, i).pence);
}

static void
check_one_pot (const Example *example)
{
  g_autoptr (GPtrArray) table = tabulate (example, PICTURE_ONE_POT);
  gint64 today = plwu_result_sum_years (example->today, PLW_SUM_SHORTFALL);
  gint64 pooled = plwu_result_sum_years (example->pooled, PLW_SUM_SHORTFALL);

  assert_pounds (table, table->len - 1, 1, today);
  assert_pounds (table, table->len - 1, 2, pooled);
  assert_pounds (table, table->len - 1, 3, today - pooled);
  if (example->fragmentation == NULL)
    return;

  g_autoptr (GPtrArray) rules = tabulate (example, PICTURE_RULES);

  g_assert_cmpint (plw_fragmentation_cost (example->fragmentation, SIZE_MAX, SIZE_MAX), ==, today - pooled);
  assert_pounds (rules, rules->len - 1, 1,
                 plw_fragmentation_all_rules (example->fragmentation, SIZE_MAX, SIZE_MAX));
}

static void
check_pots (const Example *example)
{
  g_autoptr (GPtrArray) cliffs = tabulate (example, PICTURE_CLIFFS);
  g_autoptr (PlwuPotCliffs) expected = plwu_pot_cliffs_new (example->today);
  g_autoptr (GPtrArray) flows = tabulate (example, PICTURE_FLOWS);
  g_autoptr (PlwuPotFlows) year = plwu_pot_flows_new (example->today, 0, PLWU_USES_BY_GROUP);

  g_assert_cmpuint (cliffs->len, ==, expected->rows->len + 1);
  g_assert_cmpint (year->need, ==, plw_result_sum (example->today, PLW_SUM_NEED, 0));
  assert_pounds (flows, flows->len - 1, 2, year->money + year->borrowed + year->unmet);
  assert_pounds (flows, flows->len - 1, 2, year->need + year->unspent);
}

static void
check_capital (const Example *example)
{
  g_autoptr (GPtrArray) table = tabulate (example, PICTURE_CAPITAL);
  g_autoptr (PlwuCapitalFunding) funding = plwu_capital_funding_new (example->today);

  for (guint i = 0; i < funding->n_years; i++)
    {
      g_autofree char *ratio = plwu_capital_show_ratio (example->today, i);

      assert_pounds (table, i + 1, find_column (table, "Spending"), funding->need[i]);
      g_assert_cmpstr (get_text (table, i + 1, find_column (table, "Financing cost of net revenue")), ==,
                       ratio);
    }
}

static void
check_prevention (const Example *example)
{
  g_autoptr (GPtrArray) valley = tabulate (example, PICTURE_VALLEY);
  g_autoptr (GPtrArray) partners = tabulate (example, PICTURE_PARTNERS);
  const PlwProgramme *all = plw_result_all_programmes (example->today);
  gint64 cost = 0;
  gint64 saved = 0;
  guint n = 0;

  for (size_t i = 0; i < plw_result_n_years (example->today); i++)
    {
      cost += all->cost[i];
      saved += all->saved[i];
    }
  assert_pounds (valley, valley->len - 1, find_column (valley, "Spent so far"), cost);
  assert_pounds (valley, valley->len - 1, find_column (valley, "Cash back so far"), saved);
  for (size_t i = 0; i < plw_result_n_partners (example->today); i++)
    {
      const PlwPartnerYears *partner = plw_result_partner (example->today, SIZE_MAX, i);

      n += partner->pv_paid != 0 || partner->pv_benefit != 0;
    }
  g_assert_cmpuint (partners->len, ==, n + 1);
}

static void
test_tables (gconstpointer name)
{
  g_autoptr (Example) example = example_new (name, strcmp (name, "small") == 0);

  check_need_money (example);
  check_bridge (example);
  check_shortfall (example);
  check_one_pot (example);
  check_pots (example);
  check_capital (example);
  check_prevention (example);
}

static void
test_context (void)
{
  g_autoptr (Example) example = example_new ("small", FALSE);
  g_autofree char *today = plwu_result_context (example->today);
  g_autofree char *pooled = plwu_result_context (example->pooled);

  g_assert_cmpstr (today, ==, "Base case · Today");
  g_assert_cmpstr (pooled, ==, "Base case · Placemaking");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/pictures/findings/small", "small", test_tables);
  g_test_add_data_func ("/pictures/findings/lancashire", "lancashire", test_tables);
  g_test_add_func ("/pictures/findings/context", test_context);

  return g_test_run ();
}
