/* model.h: a resolved plan, laid out for calculating.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made once from a checked plan; never changes afterwards. Year t stands at
 * index t-1. Lines, pots, programmes and projects keep the order of their
 * tables; `ranks` say the order of codes, in which ties are decided.
 */
#pragma once

#include "engine/allocation.h"

#include <placewright/evaluate.h>

G_BEGIN_DECLS

/* Indices and fractions of money are exact to 15 decimals. */
#define PLW_FINE INT64_C (1000000000000000)

/* A share of one hundred percent, in billionths of a percent. */
#define PLW_WHOLE (100 * PLW_DECIMAL_ONE)

/* Numbers of the index series of a cost element: of the price driver alone and
 * of price times volume. Series 0 is constant.
 */
typedef struct
{
  int64_t base_pence; /* negative for income */
  uint32_t price;
  uint32_t price_and_volume;
} PlwElement;

typedef struct
{
  const char *code;
  size_t first_element;
  size_t n_elements;
  bool is_statutory;
  int64_t statutory_minimum; /* billionths of a percent */
} PlwLine;

typedef struct
{
  size_t from_line;
  size_t to_line;
  int64_t rise; /* billionths of a percent */
  int64_t lag;
  int64_t duration;
} PlwSpillover;

typedef struct
{
  size_t row;
  bool borrows;
  int64_t asset_life;
  PlwMrp mrp;
  uint32_t interest_series; /* of rates, not indices */
  int operational;          /* calendar year; 0: none */
} PlwProject;

typedef struct
{
  size_t row;
  const char *code;
  PlwPotKind kind;
  bool may_fund_revenue;
  bool is_pooled;
  bool has_fences;
  PlwPotBasis basis;
  size_t first_fence;
  size_t n_fences;
  PlwUnspent unspent;
  int keep_years;
  uint32_t target; /* of %PLW_UNSPENT_MOVES: a pot of the model */
  int64_t opening;
  int64_t minimum_balance;
  int64_t *received; /* by year */
  int64_t *limit;    /* by year; -1: none */
} PlwPot;

/* What a ring-fence row names; everything by number. */
typedef struct
{
  PlwFenceKind kind;
  uint32_t named;
  int64_t share_cap; /* -1: none */
} PlwFence;

/* What a use is, for deciding which pot may pay for it. UINT32_MAX: none. */
typedef struct
{
  PlwUseKind kind;
  PlwPart part;
  size_t row;
  uint32_t line;
  uint32_t group;
  uint32_t partner;
  uint32_t project;
  uint32_t programme;
  int priority;
  bool revenue_may_pay;
} PlwModelUse;

typedef struct
{
  const PlwPlan *plan; /* borrowed: outlives the model */
  int first_year;
  size_t n_years;

  uint32_t n_series;
  int64_t *series; /* [series][year]: indices in PLW_FINE */
  size_t n_drivers;
  int64_t *rates; /* [driver + 1][year]: billionths of a percent; row 0: noughts */

  PlwLine *lines;
  size_t n_lines;
  PlwElement *elements;
  PlwWide *changes; /* [line][year][PlwChangeKind]: pence in PLW_FINE, delivered */

  PlwSpillover *spillovers;
  size_t n_spillovers;

  PlwProject *projects; /* enabled ones */
  size_t n_projects;

  PlwPot *pots; /* enabled ones */
  size_t n_pots;
  PlwFence *fences;

  PlwModelUse *uses;
  size_t n_uses;
  int64_t *fixed_needs; /* [use][year]: needs of programmes and projects */

  uint32_t interest_series;
  int64_t opening_cfr;
  int64_t borrowing_limit; /* -1: none */
  int64_t *old_mrp;        /* by year */
} PlwModel;

/**
 * plw_model_new:
 * @plan: resolved and without errors; must outlive the model
 * @problems: gets what only shows in calculating: an index out of all bounds
 *
 * Returns: (transfer full) (nullable): NULL where @problems got an error
 */
PlwModel *plw_model_new (const PlwPlan *plan, PlwProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
void plw_model_free (PlwModel *model);

/* The parts of plw_model_new(), each in a file of its own. */
bool plw_model_add_series (PlwModel *model, PlwProblems *problems);
uint32_t plw_model_pair (PlwModel *model, uint32_t price, uint32_t volume);
uint32_t plw_model_driver (const PlwModel *model, PlwTableId table, size_t row, size_t column);
void plw_model_add_lines (PlwModel *model);
bool plw_model_add_pots (PlwModel *model, PlwProblems *problems);
void plw_model_add_uses (PlwModel *model);

static inline int64_t
plw_model_index (const PlwModel *model, uint32_t series, size_t year)
{
  return model->series[series * model->n_years + year];
}

/* Rounds half away from zero. */
int64_t plw_fine_round (PlwWide value);

/* Rounds down; @ret_remainder: what is left, from 0 to below PLW_FINE. */
int64_t plw_fine_floor (PlwWide value, int64_t *ret_remainder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwModel, plw_model_free)

G_END_DECLS
