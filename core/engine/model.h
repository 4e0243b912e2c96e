/* model.h: a resolved plan, laid out for calculating.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made once from a checked plan; never changes afterwards. Year t stands at
 * index t-1. Lines, pots, programmes and projects keep the order of their
 * tables.
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
  uint32_t partner; /* UINT32_MAX: none */
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
  uint32_t partner; /* UINT32_MAX: none */
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

/* What a use is, for deciding which pot may pay for it. */
typedef struct
{
  PlwUseKind kind;
  PlwPart part;
  size_t row;
  uint32_t names[PLW_FENCE_PARTNER + 1]; /* what a fence of each kind would call it; UINT32_MAX: nothing */
  int priority;
  bool revenue_may_pay;
} PlwModelUse;

/**
 * PlwEffect: what a programme does to a line or to a partner's own budget.
 * @line, @partner: UINT32_MAX: none
 * @worth: pence a unit of intake is worth before prices: engaged x retained x
 *   success x (1 - deadweight) x unit value x (1 - benefit correction)
 * @kept: what is left of the effect a year later, once it drops off
 * @duration: INT64_MAX: to the end of the plan
 */
typedef struct
{
  size_t row;
  uint32_t programme;
  uint32_t line;
  uint32_t partner;
  uint32_t price;
  double worth;
  double cashable;
  double kept;
  int64_t release_step;
  int64_t lag;
  int64_t ramp;
  int64_t duration;
} PlwEffect;

/* An enabled programme. Its uses: UINT32_MAX where it has no such part. */
typedef struct
{
  size_t row;
  uint32_t uses[2]; /* by PlwPart */
  size_t first_effect;
  size_t n_effects;
  double *intake; /* by year */
} PlwProgrammeModel;

/* Which rules bar a pot from a use; see links.h. */
typedef struct
{
  uint32_t n_classes;
  uint32_t *class_of_use; /* uses of one class are the same to every pot */
  uint8_t *bars;          /* [class][rank of pot] */
  int64_t *caps;          /* [class][rank of pot]: billionths of a percent; -1: none */
} PlwLinks;

typedef struct
{
  const PlwPlan *plan; /* borrowed: outlives the model */
  int first_year;
  size_t n_years;

  uint32_t n_series;
  int64_t *series; /* [series][year]: indices in PLW_FINE */
  size_t n_drivers;
  uint32_t deflator; /* a series; 0: prices do not change */
  int64_t *rates;    /* [driver + 1][year]: billionths of a percent; row 0: noughts */

  PlwLine *lines;
  size_t n_lines;
  PlwElement *elements;
  PlwWide *changes;     /* [line][year][PlwChangeKind]: pence in PLW_FINE, delivered */
  PlwWide *net_changes; /* [year][line]: what they come to */

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

  PlwProgrammeModel *programmes; /* enabled ones */
  size_t n_programmes;
  PlwEffect *effects; /* in the order of their programmes */
  size_t n_effects;
  uint32_t *effects_by_line; /* effects that have a line, by line */
  uint32_t *first_by_line;   /* [line + 1]: into effects_by_line */

  /* Ranks: the order of codes, in which ties are decided. */
  uint32_t *pot_at_rank;
  uint32_t *rank_of_pot;
  uint32_t *use_at_rank;
  PlwLinks links;

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
bool plw_model_add_programmes (PlwModel *model, PlwProblems *problems);
void plw_model_add_links (PlwModel *model);

/* The row of @code in @table; UINT32_MAX where it is empty or unknown. */
uint32_t plw_model_number (const PlwModel *model, PlwTableId table, const char *code);

/* The code of a use; financing has one of its own. */
const char *plw_model_use_code (const PlwModel *model, size_t use);

static inline int64_t
plw_model_index (const PlwModel *model, uint32_t series, size_t year)
{
  return model->series[series * model->n_years + year];
}

/* Rounds down; @ret_remainder: what is left, from 0 to below PLW_FINE.
 *
 * A good guess, put right exactly: far cheaper than dividing 128 bits. The guess
 * is within a few units because both its factors are within 2^-52 of the truth.
 */
static inline int64_t
plw_fine_floor (PlwWide value, int64_t *ret_remainder)
{
  int64_t quotient = (int64_t) ((double) (int64_t) (value >> 49) * (0x1p49 / (double) PLW_FINE));
  int64_t remainder = (int64_t) (value - (PlwWide) quotient * PLW_FINE);

  for (; remainder < 0; remainder += PLW_FINE)
    quotient--;
  for (; remainder >= PLW_FINE; remainder -= PLW_FINE)
    quotient++;
  *ret_remainder = remainder;
  return quotient;
}

/* Rounds half away from zero. */
static inline int64_t
plw_fine_round (PlwWide value)
{
  int64_t remainder;
  int64_t rounded = plw_fine_floor ((value < 0 ? -value : value) + PLW_FINE / 2, &remainder);

  return value < 0 ? -rounded : rounded;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwModel, plw_model_free)

G_END_DECLS
