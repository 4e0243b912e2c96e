/* test-schema.c: the description of the tables is sound.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/plan-private.h"

#include <string.h>

static void
check_column (PlwPlan *plan, const PlwTableSpec *spec, size_t index)
{
  const PlwColumn *column = &spec->columns[index];
  PlwForm form = plw_plan_column_form (plan, spec->id, index);
  size_t found = SIZE_MAX;
  int year;

  g_assert_true (plw_schema_find_column (spec->id, column->name, &found));
  g_assert_cmpuint (found, ==, index);
  g_assert_cmpstr (column->title, !=, "");
  g_assert_cmpint (column->type, !=, PLW_TYPE_NONE);
  g_assert_false (plw_year_parse (column->name, &year));
  g_assert_cmpint (column->least, <=, MAX (column->most, column->least));
  g_assert_true ((column->type == PLW_TYPE_CHOICE) == (column->choices != NULL));

  /* A key may not be empty; a reference needs codes to refer to. */
  if (column->flags & PLW_COLUMN_KEY)
    g_assert_true (column->flags & PLW_COLUMN_REQUIRED);
  if (column->type == PLW_TYPE_REF)
    {
      g_assert_cmpstr (plw_schema_table (column->ref)->columns[0].name, ==, "code");
      g_assert_false (plw_schema_table (column->ref)->columns[1].flags & PLW_COLUMN_KEY);
    }

  /* A required cell has no use for a fallback; another's must be right. */
  if (column->fallback != NULL)
    {
      PlwValue value = PLW_VALUE_EMPTY;

      g_assert_false (column->flags & PLW_COLUMN_REQUIRED);
      g_assert_true (plw_form_parse (plan, &form, column->fallback, PLW_PARSE_STRICT, &value, NULL, NULL));
      g_assert_true (value.is_set);
    }
}

static void
test_tables (void)
{
  g_autoptr (PlwPlan) plan = plw_plan_new ();
  static const char *const required[] = { "plan", "lines", "costs", "pots", NULL };

  for (size_t i = 0; i < PLW_N_TABLES; i++)
    {
      const PlwTableSpec *spec = plw_schema_table ((PlwTableId) i);
      PlwTableId found = PLW_N_TABLES;
      bool has_required = false;

      g_assert_cmpint (spec->id, ==, (int) i);
      g_assert_true (plw_schema_find_table (spec->name, &found));
      g_assert_cmpint (found, ==, spec->id);
      g_assert_cmpint (spec->required, ==, g_strv_contains (required, spec->name));

      for (size_t j = 0; j < spec->n_columns; j++)
        {
          check_column (plan, spec, j);
          has_required |= (spec->columns[j].flags & PLW_COLUMN_REQUIRED) != 0;
        }

      /* So that no row of a good plan is blank, which a folder could not hold. */
      g_assert_true (has_required);
    }
}

static void
test_contract (void)
{
  static const struct
  {
    const char *table;
    const char *columns;
  } cases[] = {
    { "partners", "code,name,kind,voting" },
    { "drivers", "code,name,low,high,distribution,persistence" },
    { "lines", "code,name,group,partner,duty,priority,statutory_minimum,tier,return_line,notes" },
    { "costs", "line,element,kind,base,price_driver,volume_driver" },
    { "changes", "code,line,name,kind,basis,delivery,delivery_low,delivery_high,owner,rag,enabled" },
    { "pots", "code,name,funder,partner,kind,basis,base,driver,opening,minimum_balance,unspent,certainty,"
              "probability,pooled,may_fund_revenue,enabled" },
    { "limits", "pot" },
    { "council_tax", "pot,tax_base,band_d,base_driver,increase_driver,collection_rate" },
    { "ringfences", "pot,use_kind,use_code,share_cap" },
    { "projects", "code,name,partner,line,priority,borrowing,revenue_funding,asset_life,mrp,interest_driver,"
                  "operational,enabled" },
    { "programmes", "code,name,partner,tier,priority,revenue_funding,evidence,cost_correction,"
                    "benefit_correction,enabled" },
    { "programme_years", "programme,measure" },
    { "effects", "programme,code,name,line,partner,outcome,engaged,retained,success,success_low,success_high,"
                 "deadweight,unit_value,price_driver,cashable,release_step,lag,ramp,duration,drop" },
    { "spillovers", "from_line,to_line,rise,lag,duration" },
    { "debt", "measure" },
    { "outcomes", "code,name,framework,tag,unit,better,baseline" },
    { "scenarios", "code,name,parent,description" },
    { "overrides", "scenario,table,code,field,year,op,value,reason" },
    { "policies", "code,name" },
    { "policy_pots", "policy,pot" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) names = g_strsplit (cases[i].columns, ",", -1);
      PlwTableId table = PLW_N_TABLES;
      size_t column;

      g_assert_true (plw_schema_find_table (cases[i].table, &table));
      for (size_t j = 0; names[j] != NULL; j++)
        g_assert_true (plw_schema_find_column (table, names[j], &column));
    }
}

static void
test_unknown (void)
{
  PlwTableId table = PLW_N_TABLES;
  size_t column = 77;

  g_assert_false (plw_schema_find_table ("line", &table));
  g_assert_false (plw_schema_find_table ("", &table));
  g_assert_cmpint (table, ==, PLW_N_TABLES);
  g_assert_false (plw_schema_find_column (PLW_TABLE_LINES, "codes", &column));
  g_assert_cmpuint (column, ==, 77);
  g_assert_null (plw_schema_find_setting ("year"));
}

static void
test_settings (void)
{
  static const char *const keys[] = { "title",           "area",           "base_year",   "years",
                                      "discount_rate",   "deflator",       "opening_cfr", "borrowing_limit",
                                      "interest_driver", "general_reserve" };
  g_autoptr (PlwPlan) plan = plw_plan_new ();
  size_t n_settings;
  const PlwSetting *settings = plw_schema_settings (&n_settings);

  for (size_t i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_nonnull (plw_schema_find_setting (keys[i]));

  for (size_t i = 0; i < n_settings; i++)
    {
      PlwForm form = plw_setting_form (&settings[i]);
      PlwValue value = PLW_VALUE_EMPTY;

      g_assert_true (plw_schema_find_setting (settings[i].key) == &settings[i]);
      g_assert_true (plw_code_is_valid (settings[i].key));
      if (settings[i].fallback != NULL)
        g_assert_true (
            plw_form_parse (plan, &form, settings[i].fallback, PLW_PARSE_STRICT, &value, NULL, NULL));
    }

  g_assert_cmpint (plw_plan_setting_number (plan, "discount_rate", 0), ==, 35 * PLW_DECIMAL_ONE / 10);
}

/* Every choice has a word of its own, and is found by it and by what the plan calls it. */
static void
test_choices_have_words (void)
{
  for (int table = 0; table < PLW_N_TABLES; table++)
    {
      const PlwTableSpec *spec = plw_schema_table ((PlwTableId) table);

      for (size_t i = 0; i < spec->n_columns; i++)
        for (size_t j = 0; spec->columns[i].choices != NULL && spec->columns[i].choices[j] != NULL; j++)
          {
            g_autofree char *capitals = g_ascii_strup (spec->columns[i].choices[j], -1);
            const char *word = plw_schema_choice_word (&spec->columns[i], j);
            size_t index = SIZE_MAX;

            g_assert_true (word != NULL && word[0] != '\0');
            g_assert_true (plw_schema_find_choice (&spec->columns[i], word, &index));
            g_assert_cmpuint (index, ==, j);
            g_assert_true (plw_schema_find_choice (&spec->columns[i], capitals, &index));
            g_assert_cmpuint (index, ==, j);
            g_assert_false (plw_schema_find_choice (&spec->columns[i], "", &index));
            g_assert_false (plw_schema_find_choice (&spec->columns[i], "dogs", &index));
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/choices-have-words", test_choices_have_words);
  g_test_add_func ("/plan/schema/tables", test_tables);
  g_test_add_func ("/plan/schema/contract", test_contract);
  g_test_add_func ("/plan/schema/unknown", test_unknown);
  g_test_add_func ("/plan/schema/settings", test_settings);

  return g_test_run ();
}
