/* reference.h: the dated tables of parameters that come with the program.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Evidence grades, unit costs, price index, discount rates and referendum limits
 * (section 11 of the model) ship as tables with their sources. A plan may hold
 * rows of its own in the same tables: a row of the plan is used instead of the
 * shipped row with the same key, and rows are added to the shipped ones.
 */
#pragma once

#include <placewright/plan.h>

G_BEGIN_DECLS

/**
 * plw_reference:
 * Returns: (transfer none): a plan without years that holds the shipped tables
 *   and the `sources` they name; safe to read from any thread
 */
const PlwPlan *plw_reference (void);

/**
 * plw_reference_find:
 * @table: one of the tables of parameters
 * @ret_plan: (out) (transfer none): @plan itself, or plw_reference()
 * @ret_row: (out): the row in @ret_plan
 *
 * Returns: false where neither the plan nor the shipped table has the key
 */
bool plw_reference_find (const PlwPlan *plan,
                         PlwTableId table,
                         const char *key,
                         const PlwPlan **ret_plan,
                         size_t *ret_row);

/**
 * plw_reference_price_ratio:
 * @from: the year whose prices a figure is in (2013 for 2013/14)
 * @to: the year whose prices are wanted
 * @ret_from, @ret_to: (out): index values in billionths: the figure at prices of
 *   @to is the figure x ret_to / ret_from
 *
 * Returns: false where the index lacks one of the years
 */
bool plw_reference_price_ratio (const PlwPlan *plan, int from, int to, int64_t *ret_from, int64_t *ret_to);

/**
 * plw_reference_unit_value:
 * @effect: a row of `effects`
 * @ret_pence: (out): the unit value at prices of the plan's base year: the
 *   effect's own `unit_value`, else its `unit_cost` uprated by the price index
 *   (value x index of the base year / index of the unit cost's year), rounded
 *   once; 0 where the effect has neither
 *
 * Returns: false where the unit cost is unknown or the index lacks a year it
 *   needs; plw_plan_check() says so as an error
 */
bool plw_reference_unit_value (const PlwPlan *plan, size_t effect, int64_t *ret_pence);

/**
 * plw_reference_correction:
 * @programme: a row of `programmes`
 * @ret_benefit, @ret_cost: (out): in billionths of a percent: the programme's own
 *   corrections, else those of its evidence grade
 */
void plw_reference_correction (const PlwPlan *plan,
                               size_t programme,
                               int64_t *ret_benefit,
                               int64_t *ret_cost);

/**
 * plw_reference_discount:
 * @year: index of the plan year; year 0 is not discounted
 *
 * The plan's `discount_rate` takes the place of the first of the shipped rates;
 * later ones (3.0% after year 30) stay as they are.
 *
 * Returns: the discount factor, 1 for year 0
 */
double plw_reference_discount (const PlwPlan *plan, size_t year);

G_END_DECLS
