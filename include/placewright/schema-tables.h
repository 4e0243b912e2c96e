/* schema-tables.h: every table of a plan and every column of every table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A column is C (TABLE, ID, name, title, type, further fields of PlwColumn).
 * To add a column, add a line here: folders, files, workbooks, grids, overrides
 * and undo then know it. Files of older versions read it as empty.
 *
 * ORIGIN columns say where a row's figures come from, so that no assumption
 * can pass as a published figure. `imported` is written by the program alone: the file
 * and row that a row was read from.
 */
#pragma once

/* clang-format off */

#define PLW_ORIGIN_COLUMNS(C, T) \
  C (T, SOURCE, "source", N_ ("Source"), REF, .ref = PLW_TABLE_SOURCES, .flags = PLW_COLUMN_ORIGIN) \
  C (T, STANDING, "standing", N_ ("Standing"), CHOICE, .choices = plw_choices_standing, .flags = PLW_COLUMN_ORIGIN) \
  C (T, NOTES, "notes", N_ ("Notes"), TEXT, .flags = PLW_COLUMN_ORIGIN) \
  C (T, IMPORTED, "imported", N_ ("Imported from"), TEXT, .flags = PLW_COLUMN_ORIGIN | PLW_COLUMN_RECORDED)

#define PLW_CODE_AND_NAME(C, T) \
  C (T, CODE, "code", N_ ("Code"), CODE, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (T, NAME, "name", N_ ("Name"), TEXT, .flags = PLW_COLUMN_NAME)

#define PLW_PLAN_COLUMNS(C) \
  C (PLAN, KEY, "key", N_ ("Setting"), CODE, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (PLAN, VALUE, "value", N_ ("Value"), TEXT) \
  PLW_ORIGIN_COLUMNS (C, PLAN)

#define PLW_SOURCES_COLUMNS(C) \
  PLW_CODE_AND_NAME (C, SOURCES) \
  C (SOURCES, PUBLISHER, "publisher", N_ ("Publisher"), TEXT) \
  C (SOURCES, PUBLISHED, "published", N_ ("Published"), TEXT) \
  C (SOURCES, LICENCE, "licence", N_ ("Licence"), TEXT) \
  C (SOURCES, TRUST, "trust", N_ ("Trust"), TEXT) \
  C (SOURCES, NOTES, "notes", N_ ("Notes"), TEXT)

#define PLW_PARTNERS_COLUMNS(C) \
  PLW_CODE_AND_NAME (C, PARTNERS) \
  C (PARTNERS, KIND, "kind", N_ ("Kind"), CHOICE, .choices = plw_choices_partner_kind) \
  C (PARTNERS, VOTING, "voting", N_ ("Votes"), YESNO, .fallback = "yes") \
  PLW_ORIGIN_COLUMNS (C, PARTNERS)

#define PLW_DRIVERS_COLUMNS(C) \
  PLW_CODE_AND_NAME (C, DRIVERS) \
  C (DRIVERS, LOW, "low", N_ ("Low"), PERCENT) \
  C (DRIVERS, HIGH, "high", N_ ("High"), PERCENT) \
  C (DRIVERS, DISTRIBUTION, "distribution", N_ ("Distribution"), CHOICE, .choices = plw_choices_distribution) \
  C (DRIVERS, PERSISTENCE, "persistence", N_ ("Persistence"), PERCENT, .most = 100 * PLW_DECIMAL_ONE) \
  PLW_ORIGIN_COLUMNS (C, DRIVERS)

#define PLW_LINES_COLUMNS(C) \
  PLW_CODE_AND_NAME (C, LINES) \
  C (LINES, GROUP, "group", N_ ("Group"), TEXT) \
  C (LINES, PARTNER, "partner", N_ ("Partner"), REF, .ref = PLW_TABLE_PARTNERS) \
  C (LINES, DUTY, "duty", N_ ("Duty"), CHOICE, .choices = plw_choices_duty, .fallback = "discretionary") \
  C (LINES, PRIORITY, "priority", N_ ("Priority"), INTEGER, .fallback = "3", .least = 1, .most = 5) \
  C (LINES, STATUTORY_MINIMUM, "statutory_minimum", N_ ("Statutory minimum, %"), PERCENT, .fallback = "100", .most = 100 * PLW_DECIMAL_ONE) \
  C (LINES, TIER, "tier", N_ ("Tier"), CHOICE, .choices = plw_choices_tier) \
  C (LINES, RETURN_LINE, "return_line", N_ ("Return line"), TEXT) \
  PLW_ORIGIN_COLUMNS (C, LINES)

#define PLW_COSTS_COLUMNS(C) \
  C (COSTS, LINE, "line", N_ ("Line"), REF, .ref = PLW_TABLE_LINES, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (COSTS, ELEMENT, "element", N_ ("Element"), CODE, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (COSTS, KIND, "kind", N_ ("Kind"), CHOICE, .choices = plw_choices_cost_kind, .fallback = "other") \
  C (COSTS, BASE, "base", N_ ("Base, £ a year"), MONEY) \
  C (COSTS, PRICE_DRIVER, "price_driver", N_ ("Price driver"), REF, .ref = PLW_TABLE_DRIVERS) \
  C (COSTS, VOLUME_DRIVER, "volume_driver", N_ ("Volume driver"), REF, .ref = PLW_TABLE_DRIVERS) \
  PLW_ORIGIN_COLUMNS (C, COSTS)

#define PLW_CHANGES_COLUMNS(C) \
  C (CHANGES, CODE, "code", N_ ("Code"), CODE, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (CHANGES, LINE, "line", N_ ("Line"), REF, .ref = PLW_TABLE_LINES, .flags = PLW_COLUMN_REQUIRED) \
  C (CHANGES, NAME, "name", N_ ("Name"), TEXT, .flags = PLW_COLUMN_NAME) \
  C (CHANGES, KIND, "kind", N_ ("Kind"), CHOICE, .choices = plw_choices_change_kind, .flags = PLW_COLUMN_REQUIRED) \
  C (CHANGES, BASIS, "basis", N_ ("Basis"), CHOICE, .choices = plw_choices_change_basis, .fallback = "ongoing") \
  C (CHANGES, DELIVERY, "delivery", N_ ("Delivery, %"), PERCENT, .fallback = "100", .most = 100 * PLW_DECIMAL_ONE) \
  C (CHANGES, DELIVERY_LOW, "delivery_low", N_ ("Delivery, low, %"), PERCENT, .most = 100 * PLW_DECIMAL_ONE) \
  C (CHANGES, DELIVERY_HIGH, "delivery_high", N_ ("Delivery, high, %"), PERCENT, .most = 100 * PLW_DECIMAL_ONE) \
  C (CHANGES, OWNER, "owner", N_ ("Owner"), TEXT) \
  C (CHANGES, RAG, "rag", N_ ("RAG"), TEXT) \
  C (CHANGES, ENABLED, "enabled", N_ ("Enabled"), YESNO, .fallback = "yes") \
  PLW_ORIGIN_COLUMNS (C, CHANGES)

#define PLW_POTS_COLUMNS(C) \
  PLW_CODE_AND_NAME (C, POTS) \
  C (POTS, FUNDER, "funder", N_ ("Funder"), TEXT) \
  C (POTS, PARTNER, "partner", N_ ("Partner"), REF, .ref = PLW_TABLE_PARTNERS) \
  C (POTS, KIND, "kind", N_ ("Kind"), CHOICE, .choices = plw_choices_pot_kind, .fallback = "revenue") \
  C (POTS, BASIS, "basis", N_ ("Basis"), CHOICE, .choices = plw_choices_pot_basis, .fallback = "profile") \
  C (POTS, BASE, "base", N_ ("Base, £ a year"), MONEY, .most = PLW_PENCE_MAX) \
  C (POTS, DRIVER, "driver", N_ ("Driver"), REF, .ref = PLW_TABLE_DRIVERS) \
  C (POTS, OPENING, "opening", N_ ("Opening balance, £"), MONEY, .most = PLW_PENCE_MAX) \
  C (POTS, MINIMUM_BALANCE, "minimum_balance", N_ ("Minimum balance, £"), MONEY, .most = PLW_PENCE_MAX) \
  C (POTS, UNSPENT, "unspent", N_ ("If unspent"), UNSPENT, .fallback = "lapse") \
  C (POTS, CERTAINTY, "certainty", N_ ("Certainty"), CHOICE, .choices = plw_choices_certainty, .fallback = "confirmed") \
  C (POTS, PROBABILITY, "probability", N_ ("Probability, %"), PERCENT, .fallback = "100", .most = 100 * PLW_DECIMAL_ONE) \
  C (POTS, POOLED, "pooled", N_ ("Pooled"), YESNO, .fallback = "no") \
  C (POTS, MAY_FUND_REVENUE, "may_fund_revenue", N_ ("May fund revenue"), YESNO, .fallback = "no") \
  C (POTS, ENABLED, "enabled", N_ ("Enabled"), YESNO, .fallback = "yes") \
  PLW_ORIGIN_COLUMNS (C, POTS)

#define PLW_LIMITS_COLUMNS(C) \
  C (LIMITS, POT, "pot", N_ ("Pot"), REF, .ref = PLW_TABLE_POTS, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  PLW_ORIGIN_COLUMNS (C, LIMITS)

#define PLW_COUNCIL_TAX_COLUMNS(C) \
  C (COUNCIL_TAX, POT, "pot", N_ ("Pot"), REF, .ref = PLW_TABLE_POTS, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (COUNCIL_TAX, TAX_BASE, "tax_base", N_ ("Tax base, Band D homes"), NUMBER, .most = PLW_DECIMAL_MAX) \
  C (COUNCIL_TAX, BAND_D, "band_d", N_ ("Band D, £"), MONEY, .most = PLW_PENCE_MAX) \
  C (COUNCIL_TAX, BASE_DRIVER, "base_driver", N_ ("Tax base driver"), REF, .ref = PLW_TABLE_DRIVERS) \
  C (COUNCIL_TAX, INCREASE_DRIVER, "increase_driver", N_ ("Increase driver"), REF, .ref = PLW_TABLE_DRIVERS) \
  C (COUNCIL_TAX, COLLECTION_RATE, "collection_rate", N_ ("Collection rate, %"), PERCENT, .fallback = "100", .most = 100 * PLW_DECIMAL_ONE) \
  PLW_ORIGIN_COLUMNS (C, COUNCIL_TAX)

#define PLW_RINGFENCES_COLUMNS(C) \
  C (RINGFENCES, POT, "pot", N_ ("Pot"), REF, .ref = PLW_TABLE_POTS, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (RINGFENCES, USE_KIND, "use_kind", N_ ("May pay for"), CHOICE, .choices = plw_choices_fence_kind, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (RINGFENCES, USE_CODE, "use_code", N_ ("Named"), TEXT, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (RINGFENCES, SHARE_CAP, "share_cap", N_ ("Share cap, %"), PERCENT, .most = 100 * PLW_DECIMAL_ONE) \
  PLW_ORIGIN_COLUMNS (C, RINGFENCES)

#define PLW_PROJECTS_COLUMNS(C) \
  PLW_CODE_AND_NAME (C, PROJECTS) \
  C (PROJECTS, PARTNER, "partner", N_ ("Partner"), REF, .ref = PLW_TABLE_PARTNERS) \
  C (PROJECTS, LINE, "line", N_ ("Line"), REF, .ref = PLW_TABLE_LINES) \
  C (PROJECTS, PRIORITY, "priority", N_ ("Priority"), INTEGER, .fallback = "3", .least = 1, .most = 5) \
  C (PROJECTS, BORROWING, "borrowing", N_ ("May borrow"), YESNO, .fallback = "no") \
  C (PROJECTS, REVENUE_FUNDING, "revenue_funding", N_ ("Revenue may pay"), YESNO, .fallback = "no") \
  C (PROJECTS, ASSET_LIFE, "asset_life", N_ ("Asset life, years"), INTEGER, .least = 1, .most = 100) \
  C (PROJECTS, MRP, "mrp", N_ ("Provision"), CHOICE, .choices = plw_choices_mrp, .fallback = "straight-line") \
  C (PROJECTS, INTEREST_DRIVER, "interest_driver", N_ ("Interest"), REF, .ref = PLW_TABLE_DRIVERS) \
  C (PROJECTS, OPERATIONAL, "operational", N_ ("Operational"), YEAR) \
  C (PROJECTS, ENABLED, "enabled", N_ ("Enabled"), YESNO, .fallback = "yes") \
  PLW_ORIGIN_COLUMNS (C, PROJECTS)

#define PLW_PROGRAMMES_COLUMNS(C) \
  PLW_CODE_AND_NAME (C, PROGRAMMES) \
  C (PROGRAMMES, PARTNER, "partner", N_ ("Partner"), REF, .ref = PLW_TABLE_PARTNERS) \
  C (PROGRAMMES, TIER, "tier", N_ ("Tier"), CHOICE, .choices = plw_choices_tier) \
  C (PROGRAMMES, PRIORITY, "priority", N_ ("Priority"), INTEGER, .fallback = "3", .least = 1, .most = 5) \
  C (PROGRAMMES, REVENUE_FUNDING, "revenue_funding", N_ ("Revenue may pay"), YESNO, .fallback = "no") \
  C (PROGRAMMES, EVIDENCE, "evidence", N_ ("Evidence grade"), INTEGER, .fallback = "6", .least = 1, .most = 6) \
  C (PROGRAMMES, COST_CORRECTION, "cost_correction", N_ ("Cost correction, %"), PERCENT, .most = 1000 * PLW_DECIMAL_ONE) \
  C (PROGRAMMES, BENEFIT_CORRECTION, "benefit_correction", N_ ("Benefit correction, %"), PERCENT, .most = 100 * PLW_DECIMAL_ONE) \
  C (PROGRAMMES, ENABLED, "enabled", N_ ("Enabled"), YESNO, .fallback = "yes") \
  PLW_ORIGIN_COLUMNS (C, PROGRAMMES)

#define PLW_PROGRAMME_YEARS_COLUMNS(C) \
  C (PROGRAMME_YEARS, PROGRAMME, "programme", N_ ("Programme"), REF, .ref = PLW_TABLE_PROGRAMMES, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (PROGRAMME_YEARS, MEASURE, "measure", N_ ("Measure"), CHOICE, .choices = plw_choices_programme_measure, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  PLW_ORIGIN_COLUMNS (C, PROGRAMME_YEARS)

#define PLW_EFFECTS_COLUMNS(C) \
  C (EFFECTS, PROGRAMME, "programme", N_ ("Programme"), REF, .ref = PLW_TABLE_PROGRAMMES, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (EFFECTS, CODE, "code", N_ ("Code"), CODE, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (EFFECTS, NAME, "name", N_ ("Name"), TEXT, .flags = PLW_COLUMN_NAME) \
  C (EFFECTS, LINE, "line", N_ ("Line"), REF, .ref = PLW_TABLE_LINES) \
  C (EFFECTS, PARTNER, "partner", N_ ("Partner"), REF, .ref = PLW_TABLE_PARTNERS) \
  C (EFFECTS, OUTCOME, "outcome", N_ ("Outcome"), REF, .ref = PLW_TABLE_OUTCOMES) \
  C (EFFECTS, ENGAGED, "engaged", N_ ("Engaged, %"), PERCENT, .fallback = "100", .most = 100 * PLW_DECIMAL_ONE) \
  C (EFFECTS, RETAINED, "retained", N_ ("Retained, %"), PERCENT, .fallback = "100", .most = 100 * PLW_DECIMAL_ONE) \
  C (EFFECTS, SUCCESS, "success", N_ ("Success, %"), PERCENT, .fallback = "100", .most = 100 * PLW_DECIMAL_ONE) \
  C (EFFECTS, SUCCESS_LOW, "success_low", N_ ("Success, low, %"), PERCENT, .most = 100 * PLW_DECIMAL_ONE) \
  C (EFFECTS, SUCCESS_HIGH, "success_high", N_ ("Success, high, %"), PERCENT, .most = 100 * PLW_DECIMAL_ONE) \
  C (EFFECTS, DEADWEIGHT, "deadweight", N_ ("Deadweight, %"), PERCENT, .fallback = "0", .most = 100 * PLW_DECIMAL_ONE) \
  C (EFFECTS, UNIT_VALUE, "unit_value", N_ ("Unit value, £"), MONEY) \
  C (EFFECTS, UNIT_COST, "unit_cost", N_ ("Unit cost"), CODE) \
  C (EFFECTS, PRICE_DRIVER, "price_driver", N_ ("Price driver"), REF, .ref = PLW_TABLE_DRIVERS) \
  C (EFFECTS, CASHABLE, "cashable", N_ ("Cashable, %"), PERCENT, .fallback = "100", .most = 100 * PLW_DECIMAL_ONE) \
  C (EFFECTS, RELEASE_STEP, "release_step", N_ ("Release step, £"), MONEY, .most = PLW_PENCE_MAX) \
  C (EFFECTS, LAG, "lag", N_ ("Lag, years"), INTEGER, .fallback = "1", .least = 1, .most = 100) \
  C (EFFECTS, RAMP, "ramp", N_ ("Ramp, years"), INTEGER, .fallback = "1", .least = 1, .most = 100) \
  C (EFFECTS, DURATION, "duration", N_ ("Duration, years"), INTEGER, .least = 1, .most = 100) \
  C (EFFECTS, DROP, "drop", N_ ("Drop-off, %"), PERCENT, .fallback = "0", .most = 100 * PLW_DECIMAL_ONE) \
  PLW_ORIGIN_COLUMNS (C, EFFECTS)

#define PLW_SPILLOVERS_COLUMNS(C) \
  C (SPILLOVERS, FROM_LINE, "from_line", N_ ("From line"), REF, .ref = PLW_TABLE_LINES, .flags = PLW_COLUMN_REQUIRED) \
  C (SPILLOVERS, TO_LINE, "to_line", N_ ("To line"), REF, .ref = PLW_TABLE_LINES, .flags = PLW_COLUMN_REQUIRED) \
  C (SPILLOVERS, RISE, "rise", N_ ("Rise, %"), PERCENT, .most = 10000 * PLW_DECIMAL_ONE) \
  C (SPILLOVERS, LAG, "lag", N_ ("Lag, years"), INTEGER, .fallback = "1", .least = 1, .most = 100) \
  C (SPILLOVERS, DURATION, "duration", N_ ("Duration, years"), INTEGER, .fallback = "1", .least = 1, .most = 100) \
  C (SPILLOVERS, EVIDENCE, "evidence", N_ ("Evidence grade"), INTEGER, .least = 1, .most = 6) \
  PLW_ORIGIN_COLUMNS (C, SPILLOVERS)

#define PLW_DEBT_COLUMNS(C) \
  C (DEBT, MEASURE, "measure", N_ ("Measure"), CHOICE, .choices = plw_choices_debt_measure, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  PLW_ORIGIN_COLUMNS (C, DEBT)

#define PLW_OUTCOMES_COLUMNS(C) \
  PLW_CODE_AND_NAME (C, OUTCOMES) \
  C (OUTCOMES, FRAMEWORK, "framework", N_ ("Framework"), TEXT) \
  C (OUTCOMES, TAG, "tag", N_ ("Tag"), TEXT) \
  C (OUTCOMES, UNIT, "unit", N_ ("Unit"), TEXT) \
  C (OUTCOMES, BETTER, "better", N_ ("Better"), CHOICE, .choices = plw_choices_better) \
  C (OUTCOMES, BASELINE, "baseline", N_ ("Baseline"), NUMBER) \
  PLW_ORIGIN_COLUMNS (C, OUTCOMES)

#define PLW_SCENARIOS_COLUMNS(C) \
  PLW_CODE_AND_NAME (C, SCENARIOS) \
  C (SCENARIOS, PARENT, "parent", N_ ("Parent"), REF, .ref = PLW_TABLE_SCENARIOS) \
  C (SCENARIOS, DESCRIPTION, "description", N_ ("Description"), TEXT)

#define PLW_OVERRIDES_COLUMNS(C) \
  C (OVERRIDES, SCENARIO, "scenario", N_ ("Scenario"), REF, .ref = PLW_TABLE_SCENARIOS, .flags = PLW_COLUMN_REQUIRED) \
  C (OVERRIDES, TABLE, "table", N_ ("Table"), TEXT, .flags = PLW_COLUMN_REQUIRED) \
  C (OVERRIDES, CODE, "code", N_ ("Row"), TEXT, .flags = PLW_COLUMN_REQUIRED) \
  C (OVERRIDES, FIELD, "field", N_ ("Field"), TEXT, .flags = PLW_COLUMN_REQUIRED) \
  C (OVERRIDES, YEAR, "year", N_ ("Year"), YEAR) \
  C (OVERRIDES, OP, "op", N_ ("Does"), CHOICE, .choices = plw_choices_op, .fallback = "set") \
  C (OVERRIDES, VALUE, "value", N_ ("Value"), TEXT) \
  C (OVERRIDES, REASON, "reason", N_ ("Reason"), TEXT) \
  PLW_ORIGIN_COLUMNS (C, OVERRIDES)

#define PLW_POLICIES_COLUMNS(C) \
  PLW_CODE_AND_NAME (C, POLICIES)

#define PLW_POLICY_POTS_COLUMNS(C) \
  C (POLICY_POTS, POLICY, "policy", N_ ("Policy"), REF, .ref = PLW_TABLE_POLICIES, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (POLICY_POTS, POT, "pot", N_ ("Pot"), REF, .ref = PLW_TABLE_POTS, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED)

/* Tables of parameters from outside. The program comes with rows of its own
 * (reference.h); a row of the plan with the same key is used instead.
 */
#define PLW_EVIDENCE_GRADES_COLUMNS(C) \
  C (EVIDENCE_GRADES, GRADE, "grade", N_ ("Grade"), INTEGER, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED, .least = 1, .most = 6) \
  C (EVIDENCE_GRADES, BENEFIT_CORRECTION, "benefit_correction", N_ ("Benefit correction, %"), PERCENT, .flags = PLW_COLUMN_REQUIRED, .most = 100 * PLW_DECIMAL_ONE) \
  C (EVIDENCE_GRADES, COST_CORRECTION, "cost_correction", N_ ("Cost correction, %"), PERCENT, .flags = PLW_COLUMN_REQUIRED, .most = 1000 * PLW_DECIMAL_ONE) \
  PLW_ORIGIN_COLUMNS (C, EVIDENCE_GRADES)

#define PLW_DISCOUNT_RATES_COLUMNS(C) \
  C (DISCOUNT_RATES, FROM_YEAR, "from_year", N_ ("From year"), INTEGER, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED, .least = 1, .most = 1000) \
  C (DISCOUNT_RATES, RATE, "rate", N_ ("Rate, %"), PERCENT, .flags = PLW_COLUMN_REQUIRED, .most = 100 * PLW_DECIMAL_ONE) \
  PLW_ORIGIN_COLUMNS (C, DISCOUNT_RATES)

#define PLW_PRICE_INDEX_COLUMNS(C) \
  C (PRICE_INDEX, YEAR, "year", N_ ("Year"), YEAR, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (PRICE_INDEX, VALUE, "value", N_ ("Index"), NUMBER, .flags = PLW_COLUMN_REQUIRED, .least = 1, .most = PLW_DECIMAL_MAX) \
  PLW_ORIGIN_COLUMNS (C, PRICE_INDEX)

#define PLW_UNIT_COSTS_COLUMNS(C) \
  PLW_CODE_AND_NAME (C, UNIT_COSTS) \
  C (UNIT_COSTS, CATEGORY, "category", N_ ("Category"), TEXT) \
  C (UNIT_COSTS, UNIT, "unit", N_ ("Unit"), TEXT) \
  C (UNIT_COSTS, VALUE, "value", N_ ("Value, £"), MONEY, .flags = PLW_COLUMN_REQUIRED, .most = PLW_PENCE_MAX) \
  C (UNIT_COSTS, PRICES, "prices", N_ ("Prices of"), YEAR, .flags = PLW_COLUMN_REQUIRED) \
  C (UNIT_COSTS, BEARER, "bearer", N_ ("Borne by"), TEXT) \
  PLW_ORIGIN_COLUMNS (C, UNIT_COSTS)

#define PLW_REFERENDUM_LIMITS_COLUMNS(C) \
  C (REFERENDUM_LIMITS, KIND, "kind", N_ ("Kind"), CHOICE, .choices = plw_choices_partner_kind, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (REFERENDUM_LIMITS, FROM_YEAR, "from_year", N_ ("From year"), YEAR, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (REFERENDUM_LIMITS, PERCENT, "percent", N_ ("Percent"), PERCENT) \
  C (REFERENDUM_LIMITS, POUNDS, "pounds", N_ ("Band D, £"), MONEY) \
  C (REFERENDUM_LIMITS, REACHED, "reached", N_ ("Excessive when reached"), YESNO, .fallback = "no") \
  PLW_ORIGIN_COLUMNS (C, REFERENDUM_LIMITS)

/* What a source says its figures add up to. */
#define PLW_CONTROL_TOTALS_COLUMNS(C) \
  PLW_CODE_AND_NAME (C, CONTROL_TOTALS) \
  C (CONTROL_TOTALS, SOURCE, "source", N_ ("Source"), REF, .ref = PLW_TABLE_SOURCES, .flags = PLW_COLUMN_REQUIRED) \
  C (CONTROL_TOTALS, TABLE, "table", N_ ("Table"), TEXT, .flags = PLW_COLUMN_REQUIRED) \
  C (CONTROL_TOTALS, FIELD, "field", N_ ("Field"), TEXT, .flags = PLW_COLUMN_REQUIRED) \
  C (CONTROL_TOTALS, YEAR, "year", N_ ("Year"), YEAR) \
  C (CONTROL_TOTALS, TOTAL, "total", N_ ("Total"), NUMBER, .flags = PLW_COLUMN_REQUIRED) \
  C (CONTROL_TOTALS, TOLERANCE, "tolerance", N_ ("Tolerance"), NUMBER, .fallback = "0", .most = PLW_DECIMAL_MAX) \
  C (CONTROL_TOTALS, NOTES, "notes", N_ ("Notes"), TEXT)

/* What the placemaking board is asked, how its partners vote, and what is said. Kept with
 * the named version of the plan that it was about.
 */
#define PLW_DECISIONS_COLUMNS(C) \
  PLW_CODE_AND_NAME (C, DECISIONS) \
  C (DECISIONS, PROPOSAL, "proposal", N_ ("Proposal"), TEXT) \
  C (DECISIONS, SCENARIO, "scenario", N_ ("Scenario"), REF, .ref = PLW_TABLE_SCENARIOS) \
  C (DECISIONS, POLICY, "policy", N_ ("Policy"), TEXT) \
  C (DECISIONS, VERSION, "version", N_ ("Version"), TEXT) \
  C (DECISIONS, MADE, "made", N_ ("Put on"), TEXT) \
  C (DECISIONS, CLOSED, "closed", N_ ("Closed on"), TEXT) \
  C (DECISIONS, NOTES, "notes", N_ ("Notes"), TEXT)

#define PLW_VOTES_COLUMNS(C) \
  C (VOTES, DECISION, "decision", N_ ("Decision"), REF, .ref = PLW_TABLE_DECISIONS, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (VOTES, PARTNER, "partner", N_ ("Partner"), REF, .ref = PLW_TABLE_PARTNERS, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (VOTES, VOTE, "vote", N_ ("Vote"), CHOICE, .choices = plw_choices_vote, .flags = PLW_COLUMN_REQUIRED) \
  C (VOTES, VOTER, "voter", N_ ("Cast by"), TEXT) \
  C (VOTES, MADE, "made", N_ ("Cast on"), TEXT) \
  C (VOTES, NOTES, "notes", N_ ("Notes"), TEXT)

#define PLW_COMMENTS_COLUMNS(C) \
  C (COMMENTS, CODE, "code", N_ ("Code"), CODE, .flags = PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED) \
  C (COMMENTS, DECISION, "decision", N_ ("Decision"), REF, .ref = PLW_TABLE_DECISIONS) \
  C (COMMENTS, ABOUT, "about", N_ ("About"), TEXT) \
  C (COMMENTS, TEXT, "text", N_ ("Comment"), TEXT, .flags = PLW_COLUMN_NAME | PLW_COLUMN_REQUIRED) \
  C (COMMENTS, PARTNER, "partner", N_ ("Partner"), REF, .ref = PLW_TABLE_PARTNERS) \
  C (COMMENTS, AUTHOR, "author", N_ ("Said by"), TEXT) \
  C (COMMENTS, MADE, "made", N_ ("Said on"), TEXT) \
  C (COMMENTS, VERSION, "version", N_ ("Version"), TEXT)

/* Every table: T (ID, name, title, type of the years, further fields of
 * PlwTableSpec). In an order in which a row only refers to tables above it,
 * but for scenarios' parents, pots' `to:` and programmes' outcomes.
 */
#define PLW_TABLES(T) \
  T (PLAN, "plan", N_ ("Plan"), NONE, .required = true) \
  T (SOURCES, "sources", N_ ("Sources"), NONE) \
  T (PARTNERS, "partners", N_ ("Partners"), NONE) \
  T (DRIVERS, "drivers", N_ ("Assumptions"), PERCENT, .years_rule = PLW_YEARS_CARRY, .years_least = -100 * PLW_DECIMAL_ONE) \
  T (LINES, "lines", N_ ("Service lines"), NONE, .required = true) \
  T (COSTS, "costs", N_ ("Cost elements"), NONE, .required = true) \
  T (CHANGES, "changes", N_ ("Changes"), MONEY, .years_least = INT64_MIN) \
  T (POTS, "pots", N_ ("Pots"), MONEY, .required = true) \
  T (LIMITS, "limits", N_ ("Limits"), MONEY, .years_rule = PLW_YEARS_NO_LIMIT) \
  T (COUNCIL_TAX, "council_tax", N_ ("Council tax"), NONE) \
  T (RINGFENCES, "ringfences", N_ ("Ring-fences"), NONE) \
  T (PROJECTS, "projects", N_ ("Capital programme"), MONEY) \
  T (OUTCOMES, "outcomes", N_ ("Outcomes"), NUMBER, .years_least = INT64_MIN) \
  T (PROGRAMMES, "programmes", N_ ("Prevention programmes"), NONE) \
  T (PROGRAMME_YEARS, "programme_years", N_ ("Programmes by year"), NUMBER) \
  T (EFFECTS, "effects", N_ ("Effects"), NONE) \
  T (SPILLOVERS, "spillovers", N_ ("Knock-on effects"), NONE) \
  T (DEBT, "debt", N_ ("Opening debt"), MONEY) \
  T (SCENARIOS, "scenarios", N_ ("Scenarios"), NONE) \
  T (OVERRIDES, "overrides", N_ ("Overrides"), NONE) \
  T (POLICIES, "policies", N_ ("Policies"), NONE) \
  T (POLICY_POTS, "policy_pots", N_ ("Fences that fall"), NONE) \
  T (EVIDENCE_GRADES, "evidence_grades", N_ ("Evidence grades"), NONE) \
  T (DISCOUNT_RATES, "discount_rates", N_ ("Discount rates"), NONE) \
  T (PRICE_INDEX, "price_index", N_ ("Price index"), NONE) \
  T (UNIT_COSTS, "unit_costs", N_ ("Unit costs"), NONE) \
  T (REFERENDUM_LIMITS, "referendum_limits", N_ ("Referendum limits"), NONE) \
  T (CONTROL_TOTALS, "control_totals", N_ ("Control totals"), NONE) \
  T (DECISIONS, "decisions", N_ ("Decisions"), NONE) \
  T (VOTES, "votes", N_ ("Votes"), NONE) \
  T (COMMENTS, "comments", N_ ("Comments"), NONE)

/* clang-format on */

/* The choices, in the order of the enumerations below. */
typedef enum
{
  PLW_STANDING_PUBLISHED,
  PLW_STANDING_DERIVED,
  PLW_STANDING_ASSUMED,
} PlwStanding;

typedef enum
{
  PLW_COST_PAY,
  PLW_COST_CONTRACTS,
  PLW_COST_PREMISES,
  PLW_COST_TRANSPORT,
  PLW_COST_SUPPLIES,
  PLW_COST_TRANSFERS,
  PLW_COST_OTHER,
  PLW_COST_INCOME,
} PlwCostKind;

typedef enum
{
  PLW_DUTY_STATUTORY,
  PLW_DUTY_DISCRETIONARY,
} PlwDuty;

typedef enum
{
  PLW_CHANGE_PRESSURE,
  PLW_CHANGE_GROWTH,
  PLW_CHANGE_SAVING,
  PLW_CHANGE_INCOME,
} PlwChangeKind;

typedef enum
{
  PLW_CHANGE_ONGOING,
  PLW_CHANGE_ONE_OFF,
} PlwChangeBasis;

typedef enum
{
  PLW_POT_REVENUE,
  PLW_POT_CAPITAL,
} PlwPotKind;

typedef enum
{
  PLW_POT_PROFILE,
  PLW_POT_INDEXED,
  PLW_POT_COUNCIL_TAX,
} PlwPotBasis;

typedef enum
{
  PLW_CERTAINTY_CONFIRMED,
  PLW_CERTAINTY_INDICATIVE,
  PLW_CERTAINTY_AT_RISK,
  PLW_CERTAINTY_BID,
} PlwCertainty;

typedef enum
{
  PLW_FENCE_LINE,
  PLW_FENCE_GROUP,
  PLW_FENCE_PROJECT,
  PLW_FENCE_PROGRAMME,
  PLW_FENCE_PARTNER,
} PlwFenceKind;

typedef enum
{
  PLW_MRP_STRAIGHT_LINE,
  PLW_MRP_ANNUITY,
  PLW_MRP_NONE,
} PlwMrp;

typedef enum
{
  PLW_PROGRAMME_REVENUE,
  PLW_PROGRAMME_CAPITAL,
  PLW_PROGRAMME_INTAKE,
} PlwProgrammeMeasure;

typedef enum
{
  PLW_OP_SET,
  PLW_OP_ADD,
  PLW_OP_MULTIPLY,
} PlwOverrideOp;

typedef enum
{
  PLW_VOTE_FOR,
  PLW_VOTE_AGAINST,
  PLW_VOTE_ABSTAIN,
} PlwVote;
