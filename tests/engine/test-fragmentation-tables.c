/* test-fragmentation-tables.c: whether what rules cost still adds up once it is written down.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "many-plans.h"
#include "result-rows.h"

#include <placewright/fragmentation.h>

#define N_PLANS 60
#define HEADER "use_kind,use_code,part,measure,rule,year,value"

static PlwFragmentation *
find_cost (const PlwPlan *plan)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwStudy) study = plw_study_new (plan, NULL, problems, NULL);

  g_assert (study != NULL);
  return plw_study_fragmentation (study, NULL, NULL, NULL);
}

static bool
is_of_use (const char *kind)
{
  return !g_str_equal (kind, "plan") && !g_str_equal (kind, "partner");
}

/* The plan's figure is the sum of the uses' rows. */
static char *
add_up_uses (const GPtrArray *rows, char *const *plan_row)
{
  const char *const filter[] = { plan_row[0], NULL, NULL, plan_row[3], plan_row[4], plan_row[5] };
  const char *const all[] = { NULL, NULL, NULL, plan_row[3], plan_row[4], plan_row[5] };
  const char *const partners[] = { "partner", NULL, NULL, plan_row[3], plan_row[4], plan_row[5] };
  int64_t whole = result_sum (rows, filter, G_N_ELEMENTS (filter));
  int64_t uses = result_sum (rows, all, G_N_ELEMENTS (all)) - whole
                 - result_sum (rows, partners, G_N_ELEMENTS (partners));

  if (uses == whole)
    return NULL;
  return g_strdup_printf ("%s %s, %s: the plan has %" G_GINT64_FORMAT ", its uses %" G_GINT64_FORMAT,
                          plan_row[3], plan_row[4], plan_row[5], whole, uses);
}

/* In every scope and year: the parts make the whole. */
static char *
add_up_parts (const GPtrArray *rows, char *const *row, const char *whole, const char *part)
{
  const char *const of_whole[] = { row[0], row[1], row[2], whole, "", row[5] };
  const char *const of_parts[] = { row[0], row[1], row[2], part, NULL, row[5] };

  if (!g_str_equal (row[3], whole)
      || result_sum (rows, of_whole, G_N_ELEMENTS (of_whole))
             == result_sum (rows, of_parts, G_N_ELEMENTS (of_parts)))
    return NULL;
  return g_strdup_printf ("%s %s, %s: %s does not add up to %s", row[0], row[1], row[5], part, whole);
}

static char *
ask_table (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  char *wrong = NULL;

  if (!g_str_equal (reference->policy, "today"))
    return NULL;

  g_autoptr (PlwFragmentation) cost = find_cost (plan);
  g_autofree char *text = plw_fragmentation_to_text (cost, PLW_FORMAT_CSV);
  g_autoptr (GPtrArray) rows = result_rows (text, HEADER);
  for (guint i = 0; i < rows->len && wrong == NULL; i++)
    {
      char *const *row = rows->pdata[i];

      if (g_str_equal (row[0], "plan"))
        wrong = add_up_uses (rows, row);
      if (wrong == NULL)
        wrong = add_up_parts (rows, row, "cost", "part_of_cost");
      if (wrong == NULL)
        wrong = add_up_parts (rows, row, "all_rules", "part_of_all_rules");
    }
  return wrong;
}

static void
test_table (void)
{
  many_plans_ask (ask_table, RANDOM_PLAN_ANY, N_PLANS);
}

static const char *
find_partner (const PlwPlan *plan, const char *kind, const char *code)
{
  static const struct
  {
    const char *kind;
    PlwTableId table;
    size_t column;
  } tables[] = { { "line", PLW_TABLE_LINES, PLW_LINES_PARTNER },
                 { "programme", PLW_TABLE_PROGRAMMES, PLW_PROGRAMMES_PARTNER },
                 { "project", PLW_TABLE_PROJECTS, PLW_PROJECTS_PARTNER } };
  size_t row;

  for (size_t i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].kind, kind) && plw_plan_find_key (plan, tables[i].table, code, &row))
      return plw_plan_text (plan, tables[i].table, row, tables[i].column);
  return "";
}

/* A partner's figure is the sum of its uses' rows. */
static char *
ask_partners (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  if (!g_str_equal (reference->policy, "today"))
    return NULL;

  g_autoptr (PlwFragmentation) cost = find_cost (plan);
  g_autofree char *text = plw_fragmentation_to_text (cost, PLW_FORMAT_CSV);
  g_autoptr (GPtrArray) rows = result_rows (text, HEADER);
  for (guint i = 0; i < rows->len; i++)
    {
      char *const *row = rows->pdata[i];
      int64_t sum = 0;

      if (!g_str_equal (row[0], "partner"))
        continue;
      for (guint k = 0; k < rows->len; k++)
        {
          char *const *other = rows->pdata[k];
          const char *const filter[] = { other[0], other[1], other[2], row[3], row[4], row[5] };

          if (is_of_use (other[0]) && g_str_equal (other[3], row[3]) && g_str_equal (other[4], row[4])
              && g_str_equal (other[5], row[5])
              && g_str_equal (find_partner (plan, other[0], other[1]), row[1]))
            sum += result_sum (rows, filter, G_N_ELEMENTS (filter));
        }

      const char *const own[] = { row[0], row[1], row[2], row[3], row[4], row[5] };
      if (sum != result_sum (rows, own, G_N_ELEMENTS (own)))
        return g_strdup_printf ("partner %s, %s %s, %s: its uses have %" G_GINT64_FORMAT, row[1], row[3],
                                row[4], row[5], sum);
    }
  return NULL;
}

static void
test_partners (void)
{
  many_plans_ask (ask_partners, RANDOM_PLAN_ANY, N_PLANS / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/fragmentation-tables/rows-add-up", test_table);
  g_test_add_func ("/engine/fragmentation-tables/partners-are-their-uses", test_partners);
  return g_test_run ();
}
