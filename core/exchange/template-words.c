/* template-words.c: what the tables and columns of a plan mean, for those who fill them in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/template.h"

#include "base/i18n.h"

#include <string.h>

/* clang-format off */
static const char *const about_tables[PLW_N_TABLES] = {
  [PLW_TABLE_PLAN] = N_ ("What holds for the whole plan: its title, its years, its discount rate."),
  [PLW_TABLE_SOURCES] = N_ ("Documents and data sets that figures come from."),
  [PLW_TABLE_PARTNERS] = N_ ("Organisations at the board."),
  [PLW_TABLE_DRIVERS] = N_ ("Assumptions with a rate for each year: pay award, inflation, demand."),
  [PLW_TABLE_LINES] = N_ ("What money is spent on."),
  [PLW_TABLE_COSTS] = N_ ("The base budget of each service line, in parts that grow alike."),
  [PLW_TABLE_CHANGES] = N_ ("Pressures, growth, savings and extra income, all as positive figures."),
  [PLW_TABLE_POTS] = N_ ("Where money comes from, with an amount for each year; a reserve is a pot."),
  [PLW_TABLE_LIMITS] = N_ ("The most that may be spent from a pot in a year."),
  [PLW_TABLE_COUNCIL_TAX] = N_ ("What the pots on the basis of council tax are worked out from."),
  [PLW_TABLE_RINGFENCES] = N_ ("What a pot may pay for; a pot without rows here may pay for anything of its kind."),
  [PLW_TABLE_PROJECTS] = N_ ("The capital programme, with its spending for each year."),
  [PLW_TABLE_OUTCOMES] = N_ ("What the plan is to achieve, with a target for each year."),
  [PLW_TABLE_PROGRAMMES] = N_ ("Prevention programmes: they cost now and reduce need later."),
  [PLW_TABLE_PROGRAMME_YEARS] = N_ ("Costs and intake of each programme, year by year."),
  [PLW_TABLE_EFFECTS] = N_ ("What each programme saves, for whom, when and how surely."),
  [PLW_TABLE_SPILLOVERS] = N_ ("Where underfunding one line raises the need of another, later."),
  [PLW_TABLE_DEBT] = N_ ("Minimum revenue provision on the debt the plan opens with."),
  [PLW_TABLE_SCENARIOS] = N_ ("Named sets of other figures on top of their parent."),
  [PLW_TABLE_OVERRIDES] = N_ ("The figures a scenario puts in the place of others."),
  [PLW_TABLE_POLICIES] = N_ ("Rules on which ring-fences bind, beside the two that every plan has."),
  [PLW_TABLE_POLICY_POTS] = N_ ("The pots whose fences fall under a policy."),
  [PLW_TABLE_EVIDENCE_GRADES] = N_ ("Corrections for grades of evidence, where they differ from the published ones."),
  [PLW_TABLE_DISCOUNT_RATES] = N_ ("Discount rates by year, where they differ from the published ones."),
  [PLW_TABLE_PRICE_INDEX] = N_ ("A price index by year, where it differs from the published one."),
  [PLW_TABLE_UNIT_COSTS] = N_ ("Unit costs beside the published ones."),
  [PLW_TABLE_REFERENDUM_LIMITS] = N_ ("Council tax limits, where they differ from the published ones."),
  [PLW_TABLE_CONTROL_TOTALS] = N_ ("What a source says its figures add up to; the check compares."),
  [PLW_TABLE_DECISIONS] = N_ ("What the board is asked."),
  [PLW_TABLE_VOTES] = N_ ("How each partner voted."),
  [PLW_TABLE_COMMENTS] = N_ ("What was said about the plan or a decision."),
};

/* By name; a table named in front means that table's column alone. */
static const struct
{
  const char *column;
  const char *meaning;
} meanings[] = {
  { "partners/kind", N_ ("What kind of organisation it is; council tax limits go by it.") },
  { "partners/voting", N_ ("Whether it votes at the board.") },
  { "publisher", N_ ("Who published it.") },
  { "published", N_ ("When it was published.") },
  { "licence", N_ ("On what terms its figures may be used.") },
  { "trust", N_ ("How far its figures can be relied on.") },
  { "lines/partner", N_ ("The partner whose service it is.") },
  { "costs/kind", N_ ("What the money goes on; income is taken off.") },
  { "delivery_low", N_ ("The least part of it that may come, for simulations.") },
  { "delivery_high", N_ ("The most of it that may come, for simulations.") },
  { "owner", N_ ("Who answers for the change.") },
  { "pots/partner", N_ ("The partner whose money it is.") },
  { "pots/driver", N_ ("The assumption that an indexed pot grows by.") },
  { "limits/pot", N_ ("The pot that the limit is on.") },
  { "council_tax/pot", N_ ("The pot that the tax goes into.") },
  { "tax_base", N_ ("The homes that pay, counted as Band D homes, in the base year.") },
  { "band_d", N_ ("The tax on a Band D home in the base year.") },
  { "base_driver", N_ ("The assumption that the tax base grows by.") },
  { "increase_driver", N_ ("The assumption that the tax on each home rises by.") },
  { "collection_rate", N_ ("The part of the tax that is collected; 100 where the tax base has it in already.") },
  { "ringfences/pot", N_ ("The pot that may pay only for what its rows here name.") },
  { "projects/partner", N_ ("The partner whose project it is.") },
  { "projects/line", N_ ("The service line that the project is for.") },
  { "mrp", N_ ("How borrowed money is provided for over the asset's life.") },
  { "projects/interest_driver", N_ ("The assumption that has the interest rate; empty: the one of the plan.") },
  { "programmes/partner", N_ ("The partner that runs it.") },
  { "programmes/cost_correction", N_ ("What is added to costs in place of the grade's correction.") },
  { "programmes/benefit_correction", N_ ("What is taken off benefits in place of the grade's correction.") },
  { "programme_years/programme", N_ ("The programme that the figures are of.") },
  { "programme_years/measure", N_ ("Revenue and capital are its costs; intake is how many people or households start.") },
  { "effects/programme", N_ ("The programme that has the effect.") },
  { "effects/code", N_ ("A short name for the effect; no two of a programme have the same.") },
  { "effects/line", N_ ("The service line whose need falls; empty where the benefit is in a partner's own budget.") },
  { "effects/partner", N_ ("The partner that benefits; with a line, that line's partner.") },
  { "effects/outcome", N_ ("The outcome that the effect serves.") },
  { "engaged", N_ ("The part of the intake that takes part.") },
  { "retained", N_ ("The part of those who take part that stays to the end.") },
  { "success", N_ ("The part of those who stay for whom it works.") },
  { "success_low", N_ ("The least that success may be, for simulations.") },
  { "success_high", N_ ("The most that success may be, for simulations.") },
  { "unit_cost", N_ ("The code of a unit cost that stands for an empty unit value, raised to base-year prices.") },
  { "from_line", N_ ("The line that is underfunded.") },
  { "to_line", N_ ("The line whose need then rises.") },
  { "rise", N_ ("How far its need rises where the first line gets nothing at all.") },
  { "debt/measure", N_ ("mrp: the provision of each year on the debt the plan opens with.") },
  { "framework", N_ ("The set of outcomes it belongs to.") },
  { "tag", N_ ("What that set calls it.") },
  { "outcomes/unit", N_ ("What the figures count.") },
  { "better", N_ ("Whether more of it is better, or less.") },
  { "baseline", N_ ("The figure of the base year.") },
  { "parent", N_ ("The scenario it stands on; the base case has none.") },
  { "description", N_ ("What the scenario is about.") },
  { "overrides/scenario", N_ ("The scenario that has the other figure.") },
  { "overrides/table", N_ ("The sheet that the figure is on.") },
  { "overrides/code", N_ ("The row's code; of a cost line/element, of an effect programme/code, of the sheet plan the setting.") },
  { "overrides/field", N_ ("The column; value for the figures of years.") },
  { "overrides/year", N_ ("The year of the figure; empty: every year.") },
  { "overrides/op", N_ ("Whether the value replaces the figure, is added to it, or multiplies it.") },
  { "overrides/value", N_ ("The other figure, or what is added or multiplied by.") },
  { "overrides/reason", N_ ("Why the figure may be another.") },
  { "policy_pots/policy", N_ ("The policy under which the fence falls.") },
  { "policy_pots/pot", N_ ("The pot whose ring-fence falls.") },
  { "grade", N_ ("The grade of evidence, from 1, the best, to 6.") },
  { "evidence_grades/benefit_correction", N_ ("What is taken off benefits at this grade.") },
  { "evidence_grades/cost_correction", N_ ("What is added to costs at this grade.") },
  { "discount_rates/from_year", N_ ("The year of the plan, counted from 1, from which on the rate holds.") },
  { "rate", N_ ("What later money is discounted by, a year.") },
  { "price_index/year", N_ ("The year of the index.") },
  { "price_index/value", N_ ("The index; only how years stand to each other counts.") },
  { "category", N_ ("What the unit costs are gathered under.") },
  { "unit_costs/unit", N_ ("What is counted: a case, a place, a week.") },
  { "unit_costs/value", N_ ("What one costs.") },
  { "prices", N_ ("The year whose prices the value is at.") },
  { "bearer", N_ ("Who pays for one.") },
  { "referendum_limits/kind", N_ ("The kind of partner that the limit is for.") },
  { "referendum_limits/from_year", N_ ("The year from which on the limit holds.") },
  { "percent", N_ ("The limit on a rise, in percent; where pounds are given too, the greater counts.") },
  { "pounds", N_ ("The limit on a rise of the Band D tax, in pounds.") },
  { "reached", N_ ("Whether a rise that is just the limit is too much already.") },
  { "control_totals/source", N_ ("The source whose rows are added up.") },
  { "control_totals/table", N_ ("The sheet whose rows are added up.") },
  { "control_totals/field", N_ ("The column that is added up; value for the figures of years.") },
  { "control_totals/year", N_ ("The year that is added up, where the field is value.") },
  { "total", N_ ("What the source says it adds up to.") },
  { "tolerance", N_ ("How far off the sum may be, as for rounding.") },
  { "proposal", N_ ("What the board is asked to agree to.") },
  { "decisions/scenario", N_ ("The scenario that was before the board.") },
  { "decisions/policy", N_ ("The rules on ring-fences that held in what was before the board.") },
  { "decisions/version", N_ ("The named version of the plan that it was put on.") },
  { "decisions/made", N_ ("The day it was put to the board.") },
  { "closed", N_ ("The day voting ended.") },
  { "votes/decision", N_ ("What was voted on.") },
  { "votes/partner", N_ ("The partner that voted.") },
  { "vote", N_ ("How it voted.") },
  { "voter", N_ ("Who cast the vote.") },
  { "votes/made", N_ ("The day of the vote.") },
  { "comments/decision", N_ ("The decision it is about, if any.") },
  { "about", N_ ("The question it is about, as the screen that shows the answer asks it.") },
  { "text", N_ ("What was said.") },
  { "comments/partner", N_ ("The partner that said it.") },
  { "author", N_ ("Who said it.") },
  { "comments/made", N_ ("The day it was said.") },
  { "comments/version", N_ ("The named version of the plan that it was said of.") },
  { "plan/key", N_ ("The name of the setting.") },
  { "plan/value", N_ ("Its value, such as 2025/26 for base_year or 5 for years.") },
  { "drivers/low", N_ ("The least the rate may be, in percentage points from the year's rate.") },
  { "drivers/high", N_ ("The most the rate may be, in percentage points from the year's rate.") },
  { "persistence", N_ ("How much of a year's deviation goes on into the next.") },
  { "distribution", N_ ("How deviations between low and high are drawn.") },
  { "costs/line", N_ ("The service line this is a part of.") },
  { "costs/element", N_ ("A code for the part of the line's budget, such as pay or contracts.") },
  { "costs/base", N_ ("The base-year budget. Income is a positive figure of the kind income.") },
  { "price_driver", N_ ("The assumption its price follows.") },
  { "volume_driver", N_ ("The assumption its demand follows.") },
  { "lines/group", N_ ("A heading that lines are gathered under; ring-fences may name it.") },
  { "duty", N_ ("Whether the law demands the service.") },
  { "priority", N_ ("1 is funded first.") },
  { "statutory_minimum", N_ ("The part of a statutory line's need that the law demands.") },
  { "tier", N_ ("Where it stands between preventing a need and meeting it.") },
  { "return_line", N_ ("The line of the revenue return it is reported on.") },
  { "changes/line", N_ ("The service line that changes.") },
  { "changes/kind", N_ ("Pressure and growth raise need; saving and income lower it.") },
  { "changes/basis", N_ ("Ongoing figures hold from their year on; one-off figures in their year alone.") },
  { "delivery", N_ ("The part of a saving or income that is expected to come.") },
  { "rag", N_ ("How sure the change is, in the council's own words.") },
  { "enabled", N_ ("No takes the row out of the plan without losing it.") },
  { "funder", N_ ("Who gives the money.") },
  { "pots/kind", N_ ("Revenue pays for running services, capital for what lasts.") },
  { "pots/basis", N_ ("Profile takes the figures of the years, indexed the base and its driver, council-tax the sheet council_tax.") },
  { "pots/base", N_ ("The base-year amount of an indexed pot.") },
  { "opening", N_ ("What is in the pot when the plan begins.") },
  { "minimum_balance", N_ ("What must stay in the pot.") },
  { "unspent", N_ ("lapse: lost at the year's end; keep: carried forward; keep:N: for N more years; to:POT: joins that pot.") },
  { "certainty", N_ ("How sure the money is.") },
  { "probability", N_ ("How likely the money is to come.") },
  { "pooled", N_ ("Whether the pot is part of the placemaking budget.") },
  { "may_fund_revenue", N_ ("Whether a capital pot may pay for services.") },
  { "use_kind", N_ ("What kind of thing the pot may pay for.") },
  { "use_code", N_ ("The code of the line, project, programme or partner, or the name of the group.") },
  { "share_cap", N_ ("The most of the use's need that the pot may pay in a year.") },
  { "projects/borrowing", N_ ("Whether what is not funded is borrowed.") },
  { "revenue_funding", N_ ("Whether revenue pots may pay for it.") },
  { "asset_life", N_ ("Years over which borrowed money is provided for.") },
  { "operational", N_ ("The year it is ready; provision starts in the year after it.") },
  { "evidence", N_ ("1 is the best evidence, 6 the weakest.") },
  { "lag", N_ ("Whole years before anything shows.") },
  { "ramp", N_ ("Years to build up to the full effect.") },
  { "duration", N_ ("Years the effect lasts.") },
  { "drop", N_ ("How much of the effect is lost each year after that.") },
  { "deadweight", N_ ("What would have happened anyway.") },
  { "cashable", N_ ("The part that can be taken out of a budget.") },
  { "unit_value", N_ ("What one success saves in a year, at base-year prices.") },
  { "release_step", N_ ("Cash comes only in whole steps of this size, as when a ward closes.") },
  { "source", N_ ("Where the figures of the row come from.") },
  { "standing", N_ ("Whether the figures are published, derived or assumed.") },
  { "notes", N_ ("Anything a reader should know.") },
  { "imported", N_ ("The file and row it was read from. Written by the program.") },
  { "code", N_ ("A short name that other sheets use; no two rows of the sheet have the same.") },
  { "name", N_ ("What people call it.") },
};
/* clang-format on */

const char *
plw_template_about (PlwTableId table)
{
  return _ (about_tables[table]);
}

const char *
plw_template_meaning (const PlwTableSpec *spec, const char *column)
{
  g_autofree char *full = g_strconcat (spec->name, "/", column, NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (strcmp (meanings[i].column, full) == 0)
      return _ (meanings[i].meaning);
  for (size_t i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (strcmp (meanings[i].column, column) == 0)
      return _ (meanings[i].meaning);

  return NULL;
}

static const char *
describe_type (PlwType type)
{
  switch (type)
    {
    case PLW_TYPE_CODE:
      return _ ("1 to 32 letters, digits, - _ or full stops.");
    case PLW_TYPE_YESNO:
      return _ ("yes or no.");
    case PLW_TYPE_MONEY:
      return _ ("Pounds, such as 1250000 or 1250000.50.");
    case PLW_TYPE_PERCENT:
      return _ ("Percent: 3.5 is 3.5%.");
    case PLW_TYPE_NUMBER:
      return _ ("A number.");
    case PLW_TYPE_INTEGER:
      return _ ("A whole number.");
    case PLW_TYPE_YEAR:
      return _ ("A financial year, such as 2026/27.");
    case PLW_TYPE_UNSPENT:
      return _ ("lapse, keep, keep:N or to:POT.");
    default:
      return _ ("Any text.");
    }
}

static char *
describe_form (const PlwColumn *column)
{
  if (column->type == PLW_TYPE_REF)
    return g_strdup_printf (_ ("A code of the sheet %s."), plw_schema_table (column->ref)->name);
  if (column->type == PLW_TYPE_CHOICE)
    {
      g_autofree char *choices = g_strjoinv (", ", (char **) column->choices);

      return g_strdup_printf (_ ("One of %s."), choices);
    }

  return g_strdup (describe_type (column->type));
}

static char *
describe_empty (const PlwColumn *column)
{
  if (column->flags & PLW_COLUMN_REQUIRED)
    return g_strdup (_ ("Must be filled in."));
  if (column->fallback != NULL)
    return g_strdup_printf (_ ("Empty means %s."), column->fallback);

  return g_strdup (_ ("May be empty."));
}

static const char *
describe_empty_year (PlwYearsRule rule)
{
  switch (rule)
    {
    case PLW_YEARS_CARRY:
      return _ ("Empty means the same as the year before.");
    case PLW_YEARS_NO_LIMIT:
      return _ ("Empty means no limit; 0 means nothing may be spent.");
    case PLW_YEARS_ZERO:
      break;
    }

  return _ ("Empty means 0.");
}

char *
plw_template_describe (const PlwPlan *plan, const PlwTableSpec *spec, size_t column)
{
  if (column >= spec->n_columns)
    return g_strdup_printf (_ ("The figure of %s.\n%s\n%s"), plw_plan_column_name (plan, spec->id, column),
                            describe_type (spec->years), describe_empty_year (spec->years_rule));

  const PlwColumn *own = &spec->columns[column];
  const char *meaning = plw_template_meaning (spec, own->name);
  g_autofree char *form = describe_form (own);
  g_autofree char *empty = describe_empty (own);

  return meaning != NULL ? g_strdup_printf ("%s\n%s\n%s\n%s", _ (own->title), meaning, form, empty)
                         : g_strdup_printf ("%s\n%s\n%s", _ (own->title), form, empty);
}
