/* check-rules.c: what rows of several tables ask of each other.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/check.h"

#include "base/i18n.h"
#include "plan/plan-private.h"

#include <string.h>

static void
add_error (const PlwPlan *plan,
           PlwProblems *problems,
           PlwTableId table,
           size_t row,
           const char *column,
           const char *what,
           const char *remedy)
{
  plw_check_add (plan, problems, PLW_SEVERITY_ERROR, table, row, column, g_strdup (what), g_strdup (remedy));
}

static bool
is_set (const PlwPlan *plan, PlwTableId table, size_t row, size_t column)
{
  return plw_plan_get (plan, table, row, column).is_set;
}

/* Noughts do no harm: spreadsheets fill whole rows with them. */
static bool
has_years_set (const PlwPlan *plan, PlwTableId table, size_t row)
{
  for (size_t i = plw_schema_table (table)->n_columns; i < plw_plan_n_columns (plan, table); i++)
    if (plw_plan_number (plan, table, row, i) != 0)
      return true;

  return false;
}

static void
check_unspent (const PlwPlan *plan, PlwProblems *problems, size_t row)
{
  const char *target = plw_unspent_target (plw_plan_text (plan, PLW_TABLE_POTS, row, PLW_POTS_UNSPENT));
  size_t found;

  if (target != NULL && !plw_plan_find_key (plan, PLW_TABLE_POTS, target, &found))
    plw_check_add (plan, problems, PLW_SEVERITY_ERROR, PLW_TABLE_POTS, row, "unspent",
                   g_strdup_printf (_ ("“%s” is not in pots"), target),
                   g_strdup (_ ("write to: and the code of a pot")));
}

static void
check_pots (const PlwPlan *plan, PlwProblems *problems)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_POTS); row++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_POTS, row, PLW_POTS_CODE);
      int64_t basis = plw_plan_number (plan, PLW_TABLE_POTS, row, PLW_POTS_BASIS);
      size_t found;

      check_unspent (plan, problems, row);
      if (basis == PLW_POT_INDEXED && !is_set (plan, PLW_TABLE_POTS, row, PLW_POTS_BASE))
        add_error (plan, problems, PLW_TABLE_POTS, row, "base", _ ("an indexed pot has no base"),
                   _ ("write the base year's amount"));
      if (basis == PLW_POT_COUNCIL_TAX && !plw_plan_find_key (plan, PLW_TABLE_COUNCIL_TAX, code, &found))
        add_error (plan, problems, PLW_TABLE_POTS, row, "basis", _ ("the pot has no row in council_tax"),
                   _ ("add one with the tax base and Band D"));
      if (basis != PLW_POT_PROFILE && has_years_set (plan, PLW_TABLE_POTS, row))
        add_error (plan, problems, PLW_TABLE_POTS, row, "basis",
                   _ ("the pot has figures for years that its basis does not use"),
                   _ ("empty them or make the basis profile"));
    }
}

static void
check_council_tax (const PlwPlan *plan, PlwProblems *problems)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_COUNCIL_TAX); row++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_POT);
      size_t pot;

      if (plw_plan_find_key (plan, PLW_TABLE_POTS, code, &pot)
          && plw_plan_number (plan, PLW_TABLE_POTS, pot, PLW_POTS_BASIS) != PLW_POT_COUNCIL_TAX)
        add_error (plan, problems, PLW_TABLE_COUNCIL_TAX, row, "pot",
                   _ ("the pot's basis is not council-tax"),
                   _ ("make it council-tax in pots or remove this row"));
      if (!is_set (plan, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_TAX_BASE))
        add_error (plan, problems, PLW_TABLE_COUNCIL_TAX, row, "tax_base", _ ("the cell is empty"),
                   _ ("write the number of Band D homes"));
      if (!is_set (plan, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_BAND_D))
        add_error (plan, problems, PLW_TABLE_COUNCIL_TAX, row, "band_d", _ ("the cell is empty"),
                   _ ("write the base year's Band D in pounds"));
    }
}

static bool
is_group (const PlwPlan *plan, const char *group)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_LINES); row++)
    if (strcmp (plw_plan_text (plan, PLW_TABLE_LINES, row, PLW_LINES_GROUP), group) == 0)
      return true;

  return false;
}

static void
check_fence (const PlwPlan *plan, PlwProblems *problems, size_t row)
{
  static const PlwTableId tables[] = {
    [PLW_FENCE_LINE] = PLW_TABLE_LINES,
    [PLW_FENCE_PROJECT] = PLW_TABLE_PROJECTS,
    [PLW_FENCE_PROGRAMME] = PLW_TABLE_PROGRAMMES,
    [PLW_FENCE_PARTNER] = PLW_TABLE_PARTNERS,
  };
  const char *code = plw_plan_text (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_USE_CODE);
  int64_t kind = plw_plan_number (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_USE_KIND);
  size_t found;

  if (kind < 0 || code[0] == '\0')
    return;

  if (kind == PLW_FENCE_GROUP)
    {
      if (!is_group (plan, code))
        plw_check_add (plan, problems, PLW_SEVERITY_ERROR, PLW_TABLE_RINGFENCES, row, "use_code",
                       g_strdup_printf (_ ("“%s” is not the group of any line"), code),
                       g_strdup (_ ("write a group from lines")));
    }
  else if (!plw_plan_find_key (plan, tables[kind], code, &found))
    plw_check_add (plan, problems, PLW_SEVERITY_ERROR, PLW_TABLE_RINGFENCES, row, "use_code",
                   g_strdup_printf (_ ("“%s” is not in %s"), code, plw_schema_table (tables[kind])->name),
                   g_strdup_printf (_ ("write a code from %s or add the row there"),
                                    plw_schema_table (tables[kind])->name));
}

static void
check_projects (const PlwPlan *plan, PlwProblems *problems)
{
  bool has_interest = plw_plan_setting (plan, "interest_driver")[0] != '\0';

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_PROJECTS); row++)
    {
      bool has_provision = plw_plan_number (plan, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_MRP) != PLW_MRP_NONE;

      if (plw_plan_number (plan, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_BORROWING) == 0)
        continue;
      if (has_provision && !is_set (plan, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_ASSET_LIFE))
        add_error (plan, problems, PLW_TABLE_PROJECTS, row, "asset_life",
                   _ ("a project that borrows has no asset life"),
                   _ ("write the years over which the debt is provided for, or mrp none"));
      if (!has_interest && !is_set (plan, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_INTEREST_DRIVER))
        add_error (plan, problems, PLW_TABLE_PROJECTS, row, "interest_driver",
                   _ ("a project that borrows has no rate of interest"),
                   _ ("name a driver here or as interest_driver in plan"));
    }
}

/* Harm is a pressure on a line; a programme that does only harm is none. */
static void
check_unit_value (const PlwPlan *plan, PlwProblems *problems, size_t row)
{
  if (plw_plan_number (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_UNIT_VALUE) < 0)
    add_error (plan, problems, PLW_TABLE_EFFECTS, row, "unit_value", _ ("the unit value is below nothing"),
               _ ("write what one success saves; enter what it costs as a change on the line"));
}

static void
check_effects (const PlwPlan *plan, PlwProblems *problems)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_EFFECTS); row++)
    {
      check_unit_value (plan, problems, row);
      if (!is_set (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_LINE)
          && !is_set (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_PARTNER))
        add_error (plan, problems, PLW_TABLE_EFFECTS, row, "line", _ ("the effect falls on nobody"),
                   _ ("name the line it relieves or the partner who gains"));
    }
}

static void
check_policies (const PlwPlan *plan, PlwProblems *problems)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_POLICIES); row++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_POLICIES, row, PLW_POLICIES_CODE);

      if (strcmp (code, "today") == 0 || strcmp (code, "placemaking") == 0)
        plw_check_add (plan, problems, PLW_SEVERITY_ERROR, PLW_TABLE_POLICIES, row, "code",
                       g_strdup_printf (_ ("every plan has the policy “%s” already"), code),
                       g_strdup (_ ("choose another code")));
    }
}

static void
check_pairs (const PlwPlan *plan, PlwProblems *problems)
{
  static const struct
  {
    PlwTableId table;
    size_t low;
    size_t high;
  } pairs[] = {
    { PLW_TABLE_DRIVERS, PLW_DRIVERS_LOW, PLW_DRIVERS_HIGH },
    { PLW_TABLE_CHANGES, PLW_CHANGES_DELIVERY_LOW, PLW_CHANGES_DELIVERY_HIGH },
    { PLW_TABLE_EFFECTS, PLW_EFFECTS_SUCCESS_LOW, PLW_EFFECTS_SUCCESS_HIGH },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (size_t row = 0; row < plw_plan_n_rows (plan, pairs[i].table); row++)
      {
        PlwValue low = plw_plan_get (plan, pairs[i].table, row, pairs[i].low);
        PlwValue high = plw_plan_get (plan, pairs[i].table, row, pairs[i].high);
        const PlwColumn *columns = plw_schema_table (pairs[i].table)->columns;

        if (low.is_set && high.is_set && low.number > high.number)
          plw_check_add (plan, problems, PLW_SEVERITY_ERROR, pairs[i].table, row, columns[pairs[i].low].name,
                         g_strdup_printf (_ ("it is above %s"), columns[pairs[i].high].name),
                         g_strdup (_ ("change the two over")));
      }
}

void
plw_check_rules (const PlwPlan *plan, PlwProblems *problems)
{
  check_pairs (plan, problems);
  check_pots (plan, problems);
  check_council_tax (plan, problems);
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_RINGFENCES); row++)
    check_fence (plan, problems, row);
  check_projects (plan, problems);
  check_effects (plan, problems);
  check_policies (plan, problems);
}
