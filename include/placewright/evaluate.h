/* evaluate.h: the answers: need, money, shortfall, by use and year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All money is whole pence. Years are indexed 0 .. n_years-1; year 0 is the
 * plan's first year, the one after the base year.
 */
#pragma once

#include <placewright/study.h>

G_BEGIN_DECLS

typedef enum
{
  PLW_USE_LINE,
  PLW_USE_PROGRAMME,
  PLW_USE_PROJECT,
  PLW_USE_FINANCING,
} PlwUseKind;

typedef enum
{
  PLW_PART_REVENUE,
  PLW_PART_CAPITAL,
} PlwPart;

/**
 * plw_use_kind_name, plw_part_name:
 * Returns: (transfer none): as result tables have it: `line`, `revenue` ...
 */
const char *plw_use_kind_name (PlwUseKind kind);
const char *plw_part_name (PlwPart part);

/**
 * PlwUse: anything that needs money.
 * @row: the row of its table; 0 for financing
 * @code, @name, @group, @partner: (not nullable): "" where there is none
 * @need, @floor, @funded, @borrowed: (array length=n_years): pence. @floor is
 *   the part of the need that is a statutory floor; @funded counts what was
 *   borrowed. The shortfall is need less funded.
 */
typedef struct
{
  PlwUseKind kind;
  PlwPart part;
  size_t row;
  const char *code;
  const char *name;
  const char *group;
  const char *partner;
  bool is_statutory;
  int priority;
  int64_t *need;
  int64_t *floor;
  int64_t *funded;
  int64_t *borrowed;
} PlwUse;

/**
 * PlwPotYears: a pot's account.
 * opening + received + moved_in = spent + moved_out + lapsed + closing, each
 * year; closing is the next year's opening. @moved_out leaves at the year's end
 * and is @moved_in in the next year. @withheld is the part of closing that is
 * the minimum balance. @stranded is what was unspent at a year's end, lapsed,
 * moved or kept, while some use had a shortfall in that year.
 * @row: the row of the pots table
 */
typedef struct
{
  size_t row;
  const char *code;
  const char *name;
  const char *partner;
  PlwPotKind kind;
  PlwCertainty certainty;
  int64_t *opening;
  int64_t *received;
  int64_t *spent;
  int64_t *moved_out;
  int64_t *moved_in;
  int64_t *lapsed;
  int64_t *stranded;
  int64_t *closing;
  int64_t *withheld;
} PlwPotYears;

/**
 * PlwFlow: pounds from a pot to a use in a year.
 */
typedef struct
{
  uint32_t pot;
  uint32_t use;
  uint32_t year;
  int64_t pence;
} PlwFlow;

/* The measures of the summary table, in its order. The ten from price to
 * financing are the year's movements (section 9 of the model): last year's
 * need plus price, demand, pressures, growth and spillover, less savings,
 * income and prevention, plus financing, programmes' and projects' movement and
 * what the rule "never below zero" adds is this year's need.
 */
typedef enum
{
  PLW_SUM_NEED,
  PLW_SUM_PRICE,
  PLW_SUM_DEMAND,
  PLW_SUM_PRESSURES,
  PLW_SUM_GROWTH,
  PLW_SUM_SAVINGS,
  PLW_SUM_INCOME,
  PLW_SUM_PREVENTION,
  PLW_SUM_SPILLOVER,
  PLW_SUM_FINANCING,
  PLW_SUM_PROGRAMME_REVENUE,
  PLW_SUM_PROGRAMME_CAPITAL,
  PLW_SUM_PROJECT_SPEND,
  PLW_SUM_AVAILABLE,
  PLW_SUM_FUNDED,
  PLW_SUM_SHORTFALL,
  PLW_SUM_STRANDED,
  PLW_SUM_LAPSED,
  PLW_SUM_KEPT,
  PLW_SUM_GENERAL_RESERVE,
  PLW_SUM_BORROWED,
  PLW_SUM_MRP,
  PLW_SUM_INTEREST,
  PLW_SUM_CFR,
  PLW_N_SUMS,
} PlwSum;

const char *plw_sum_name (PlwSum sum);

typedef struct _PlwResult PlwResult;

/**
 * plw_evaluate:
 * @scenario: (nullable): a code; NULL: the root
 * @policy: (nullable): `today` (also NULL), `placemaking` or a code of `policies`
 * @problems: gets errors and warnings
 *
 * Resolves the scenario, checks the plan, works out needs year by year and
 * shares out the money.
 *
 * Returns: (transfer full) (nullable): NULL with %PLW_ERROR_PLAN (the problems
 *   say why) or %PLW_ERROR_NOT_FOUND
 */
PlwResult *plw_evaluate (const PlwPlan *plan,
                         const char *scenario,
                         const char *policy,
                         PlwProblems *problems,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void plw_result_free (PlwResult *result);

/**
 * plw_study_evaluate:
 * @policy: (nullable): `today` (also NULL), `placemaking` or a code of `policies`
 * @problems: gets the warnings that show only in a result
 *
 * Returns: (transfer full) (nullable): NULL with %PLW_ERROR_NOT_FOUND. It keeps
 *   the study alive.
 */
PlwResult *plw_study_evaluate (PlwStudy *study, const char *policy, PlwProblems *problems, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_result_study:
 * Returns: (transfer none): what the result is an answer of
 */
PlwStudy *plw_result_study (const PlwResult *result);

const char *plw_result_scenario (const PlwResult *result);
const char *plw_result_policy (const PlwResult *result);

/**
 * plw_result_plan:
 * Returns: (transfer none): the plan with the scenario's overrides applied
 */
const PlwPlan *plw_result_plan (const PlwResult *result);

size_t plw_result_n_years (const PlwResult *result);

/* The calendar year in which year @index starts: 2027 for 2027/28. */
int plw_result_year (const PlwResult *result, size_t index);

/* Uses: the lines in the order of their table, then programmes (revenue part,
 * capital part where it has costs), projects, financing.
 */
size_t plw_result_n_uses (const PlwResult *result);
const PlwUse *plw_result_use (const PlwResult *result, size_t use);

/* Pots in the order of their table; disabled ones are left out. */
size_t plw_result_n_pots (const PlwResult *result);
const PlwPotYears *plw_result_pot (const PlwResult *result, size_t pot);

/* Flows by year, then pot, then use. */
size_t plw_result_n_flows (const PlwResult *result);
const PlwFlow *plw_result_flow (const PlwResult *result, size_t flow);

/**
 * plw_result_sum:
 * Returns: pence
 */
int64_t plw_result_sum (const PlwResult *result, PlwSum sum, size_t year);

/**
 * plw_result_shortfall:
 * Returns: pence: the use's need less what reached it
 */
int64_t plw_result_shortfall (const PlwResult *result, size_t use, size_t year);

/* The parts by which the bridge explains a need from one year to the next
 * (section 9 of the model), each with the sign it has in the sum: opening and all
 * the others make closing. `floor` is what the rule "never below zero" adds;
 * `other` what programmes and projects need more than last year.
 */
typedef enum
{
  PLW_BRIDGE_OPENING,
  PLW_BRIDGE_PRICE,
  PLW_BRIDGE_DEMAND,
  PLW_BRIDGE_PRESSURES,
  PLW_BRIDGE_GROWTH,
  PLW_BRIDGE_SAVINGS,
  PLW_BRIDGE_INCOME,
  PLW_BRIDGE_PREVENTION,
  PLW_BRIDGE_SPILLOVER,
  PLW_BRIDGE_FINANCING,
  PLW_BRIDGE_FLOOR,
  PLW_BRIDGE_OTHER,
  PLW_BRIDGE_CLOSING,
  PLW_N_BRIDGE_PARTS,
} PlwBridgePart;

const char *plw_bridge_part_name (PlwBridgePart part);

/**
 * plw_result_bridge:
 * @use: a use; SIZE_MAX: the whole plan
 * @year: the year the bridge leads to; it starts from the year before, the first
 *   from the base year
 *
 * Returns: pence
 */
int64_t plw_result_bridge (const PlwResult *result, size_t use, PlwBridgePart part, size_t year);

/**
 * plw_results_bridge:
 * @from, @to: results of the same lines: two scenarios of a plan
 * @use: a use of @from; SIZE_MAX: the whole plan
 * @part: %PLW_BRIDGE_OPENING is the need in @from, %PLW_BRIDGE_CLOSING that in @to
 *
 * Returns: pence by which @part makes the need in @to differ from that in @from
 */
int64_t plw_results_bridge (const PlwResult *from,
                            const PlwResult *to,
                            size_t use,
                            PlwBridgePart part,
                            size_t year);

/**
 * PlwResultTable: the tables of section 3 of the contract, and more of the kind.
 */
typedef enum
{
  PLW_RESULT_SUMMARY,
  PLW_RESULT_USES,
  PLW_RESULT_POTS,
  PLW_RESULT_ALLOCATION,
  PLW_RESULT_BRIDGE,
  PLW_RESULT_PROGRAMMES,
  PLW_RESULT_PARTNERS,
  PLW_RESULT_PROGRAMME_PARTNERS,
  PLW_RESULT_TRANSFERS,
  PLW_RESULT_CAUSES,
  PLW_RESULT_FALSE_ECONOMY,
  PLW_RESULT_SUSTAIN,
  PLW_N_RESULT_TABLES,
} PlwResultTable;

typedef enum
{
  PLW_FORMAT_TEXT,
  PLW_FORMAT_CSV,
  PLW_FORMAT_JSON,
} PlwFormat;

bool plw_result_find_table (const char *name, PlwResultTable *ret_table);
const char *plw_result_table_name (PlwResultTable table);

/**
 * plw_result_to_text:
 * Returns: (transfer full): a result table written out
 */
char *plw_result_to_text (const PlwResult *result,
                          PlwResultTable table,
                          PlwFormat format) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_results_bridge_to_text:
 * @to: (array length=n_to): other scenarios or policies of the plan
 *
 * Returns: (transfer full): why needs in each of @to differ from those in @from: the
 *   lines that do, and the whole plan; columns scenario, policy, line, measure, year
 *   and value
 */
char *plw_results_bridge_to_text (const PlwResult *from,
                                  const PlwResult *const *to,
                                  size_t n_to,
                                  PlwFormat format) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_problems_to_table:
 * Returns: (transfer full): the table `checks`: severity, table, row, key, column,
 *   what is wrong and what would be right
 */
char *plw_problems_to_table (const PlwProblems *problems, PlwFormat format) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_result_shortfall_text:
 * @most: how many lines at most; 0: all
 * Returns: (transfer full): the shortfall by use and year as a table for people,
 *   in £k, worst first, with totals that add up
 */
char *plw_result_shortfall_text (const PlwResult *result, size_t most) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwResult, plw_result_free)

G_END_DECLS
