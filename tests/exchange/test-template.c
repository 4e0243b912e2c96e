/* test-template.c: what those who fill in a plan workbook are told.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/template.h"

#include <string.h>

typedef void ColumnFunc (const PlwTableSpec *spec, const PlwColumn *column);

static void
for_each_column (ColumnFunc *func)
{
  for (PlwTableId table = 0; table < PLW_N_TABLES; table++)
    for (size_t i = 0; i < plw_schema_table (table)->n_columns; i++)
      func (plw_schema_table (table), &plw_schema_table (table)->columns[i]);
}

static void
assert_meaning (const PlwTableSpec *spec, const PlwColumn *column)
{
  const char *meaning = plw_template_meaning (spec, column->name);

  if (meaning == NULL)
    g_test_message ("%s/%s has no meaning", spec->name, column->name);
  g_assert_nonnull (meaning);
  g_assert_true (g_unichar_isupper (g_utf8_get_char (meaning))
                 || g_unichar_isdigit (g_utf8_get_char (meaning)) || strchr (meaning, ':') != NULL);
  g_assert_true (g_str_has_suffix (meaning, "."));
  g_assert_cmpstr (meaning, !=, column->title);
}

static void
test_every_column (void)
{
  for_each_column (assert_meaning);
}

static void
assert_description (const PlwTableSpec *spec, const PlwColumn *column)
{
  g_autoptr (PlwPlan) plan = plw_plan_new ();
  size_t index = (size_t) (column - spec->columns);
  g_autofree char *text = plw_template_describe (plan, spec, index);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  /* Title, meaning, unit, and what an empty cell stands for. */
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_cmpstr (lines[1], ==, plw_template_meaning (spec, column->name));
  for (size_t i = 0; i < 4; i++)
    g_assert_cmpuint (strlen (lines[i]), >, 0);
}

static void
test_every_note (void)
{
  for_each_column (assert_description);
}

/* Columns of one name in two tables do not always mean the same. */
static void
test_own_meanings (void)
{
  static const struct
  {
    PlwTableId table;
    const char *column;
    const char *meaning;
  } own[] = {
    { PLW_TABLE_PRICE_INDEX, "value", "The index; only how years stand to each other counts." },
    { PLW_TABLE_UNIT_COSTS, "value", "What one costs." },
    { PLW_TABLE_VOTES, "partner", "The partner that voted." },
    { PLW_TABLE_LINES, "partner", "The partner whose service it is." },
    { PLW_TABLE_LINES, "code",
      "A short name that other sheets use; no two rows of the sheet have the same." },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (own); i++)
    g_assert_cmpstr (plw_template_meaning (plw_schema_table (own[i].table), own[i].column), ==,
                     own[i].meaning);
  g_assert_null (plw_template_meaning (plw_schema_table (PLW_TABLE_LINES), "nothing"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/template/every-column", test_every_column);
  g_test_add_func ("/exchange/template/every-note", test_every_note);
  g_test_add_func ("/exchange/template/own-meanings", test_own_meanings);

  return g_test_run ();
}
