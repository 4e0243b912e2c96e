/* allocation.h: which pot pays for which use in which year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Knows nothing of plans: pots with money and rules, uses with needs. Section 5
 * of the model. Years are settled in order, and in a year classes in order, so
 * that the needs of a year may depend on what was funded before.
 */
#pragma once

#include "engine/network.h"

G_BEGIN_DECLS

typedef enum
{
  PLW_UNSPENT_LAPSES,
  PLW_UNSPENT_KEPT,       /* without limit */
  PLW_UNSPENT_KEPT_YEARS, /* each year's money for some further years */
  PLW_UNSPENT_MOVES,      /* to another pot in the next year */
} PlwUnspent;

/**
 * PlwAllocPot:
 * @inflow: (array length=n_years): pence that become spendable in each year
 * @limit: (array length=n_years): the most that may be spent in each year; -1: no limit
 * @keep_years: for %PLW_UNSPENT_KEPT_YEARS
 * @target: for %PLW_UNSPENT_MOVES: a pot
 *
 * Pots stand in the order in which ties are decided (by code).
 */
typedef struct
{
  const int64_t *inflow;
  const int64_t *limit;
  PlwUnspent unspent;
  int keep_years;
  uint32_t target;
} PlwAllocPot;

/* A pot that may pay for a use: at most @share_cap (billionths of a percent) of
 * the use's need in a year; -1: no cap.
 */
typedef struct
{
  uint32_t pot;
  int64_t share_cap;
} PlwAllocLink;

/* The most a pot may pay of @need under a cap: whole pence, rounded down. */
static inline int64_t
plw_share_cap_pence (int64_t need, int64_t share_cap)
{
  return (int64_t) ((PlwWide) need * share_cap / INT64_C (100000000000));
}

/**
 * PlwAllocReach: the pots that may pay for some uses.
 * @links: (array length=n_links): by rising pot; with a cap among them the reach
 *   may be that of one use only
 */
typedef struct
{
  const PlwAllocLink *links;
  size_t n_links;
} PlwAllocReach;

/* Pence from a pot to a use in a year. */
typedef struct
{
  uint32_t year;
  uint32_t pot;
  uint32_t use;
  int64_t pence;
} PlwAllocFlow;

typedef struct _PlwAllocation PlwAllocation;

/**
 * plw_allocation_new:
 * @reach_of_use: (array length=n_uses): into @reaches; uses stand in the order in
 *   which ties are decided (by code)
 *
 * Pots, reaches and what they point at must outlive the allocation.
 */
PlwAllocation *plw_allocation_new (const PlwAllocPot *pots,
                                   size_t n_pots,
                                   const PlwAllocReach *reaches,
                                   size_t n_reaches,
                                   const uint32_t *reach_of_use,
                                   size_t n_uses,
                                   size_t n_years) G_GNUC_WARN_UNUSED_RESULT;
void plw_allocation_free (PlwAllocation *allocation);

/**
 * plw_allocation_begin_year:
 * @needs: (array length=n_uses): pence; what share caps are shares of
 *
 * Opens the next year.
 */
void plw_allocation_begin_year (PlwAllocation *allocation, const int64_t *needs);

/**
 * plw_allocation_fund_class:
 * @wanted: (array length=n_uses): what each use needs in this class
 * @ret_got: (array length=n_uses): what it gets
 *
 * Funds as much of the class as money can reach, never taking back funding from
 * what is settled; shares shortfall by max-min fairness of the funded share.
 */
void plw_allocation_fund_class (PlwAllocation *allocation, const int64_t *wanted, int64_t *ret_got);

/**
 * plw_allocation_finish:
 *
 * After all years: lets as little money lapse as possible and, among equal
 * choices, uses first what lapses soonest, then the pot that reaches fewest
 * uses, then the pot's code.
 */
void plw_allocation_finish (PlwAllocation *allocation);

/* What was spent from a pot in a year. */
int64_t plw_allocation_spent (const PlwAllocation *allocation, size_t pot, size_t year);

/**
 * plw_allocation_flows:
 * @funded: (array length=n_years * n_uses): by year, then use: the sums over all
 *   classes of what plw_allocation_fund_class() gave
 * Returns: (transfer full) (element-type PlwAllocFlow): by year
 */
GArray *plw_allocation_flows (const PlwAllocation *allocation,
                              const int64_t *funded) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwAllocation, plw_allocation_free)

G_END_DECLS
