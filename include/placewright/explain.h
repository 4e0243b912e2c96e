/* explain.h: how any figure came about, down to what somebody entered.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every figure of a result has a PlwFigure, and every PlwFigure has a reason: an
 * operation on other figures, or the cell it was entered in, or the rule of
 * section 5 that shared out the money. Result tables are written through figures,
 * so a figure without a reason cannot be shown. Reasons are made when asked for, one
 * step at a time; following their parts gives the whole tree.
 */
#pragma once

#include <placewright/prevention.h>

G_BEGIN_DECLS

/**
 * PlwFigureKind: what a figure is. In brackets: what @a and @b stand for.
 * Uses, pots, programmes, effects and partners are numbered as in a PlwResult;
 * rows and columns as in its plan.
 */
typedef enum
{
  PLW_FIGURE_SUM,        /* (PlwSum) a plan-wide total */
  PLW_FIGURE_NEED,       /* (use) */
  PLW_FIGURE_FLOOR,      /* (use) statutory floor */
  PLW_FIGURE_FUNDED,     /* (use) */
  PLW_FIGURE_BORROWED,   /* (use) */
  PLW_FIGURE_SHORTFALL,  /* (use) */
  PLW_FIGURE_SHARE,      /* (use) funded share */
  PLW_FIGURE_FLOW,       /* (pot, use) paid by a pot for a use */
  PLW_FIGURE_BRIDGE,     /* (use or PLW_FIGURE_PLAN, PlwBridgePart) */
  PLW_FIGURE_BASE_NEED,  /* (use) of the base year */
  PLW_FIGURE_BEFORE,     /* (use) a line's need before prevention, unrounded, never below nothing */
  PLW_FIGURE_PRICED,     /* (use) all cost elements at the year's prices */
  PLW_FIGURE_FULL,       /* (use) all cost elements at the year's prices and volumes */
  PLW_FIGURE_SPILL,      /* (use) what others' shortfalls add */
  PLW_FIGURE_RISE,       /* (use) by how much others' shortfalls raise the volume */
  PLW_FIGURE_KNOCK_ON,   /* (row of spillovers) its part of the rise */
  PLW_FIGURE_CHANGES,    /* (use, PlwChangeKind) */
  PLW_FIGURE_CHANGE,     /* (row of changes) delivered so far */
  PLW_FIGURE_ELEMENT,    /* (row of costs, 0 priced or 1 priced and with volume) */
  PLW_FIGURE_INDEX,      /* (row of drivers) since the base year */
  PLW_FIGURE_SAVED,      /* (use) what prevention saves a line, unrounded */
  PLW_FIGURE_POT,        /* (pot, PlwPotMeasure) */
  PLW_FIGURE_TAX,        /* (pot) council tax */
  PLW_FIGURE_COST,       /* (use) a programme part's corrected cost */
  PLW_FIGURE_PROGRAMME,  /* (programme or PLW_FIGURE_PLAN, PlwProgrammeFigure) */
  PLW_FIGURE_EFFECT,     /* (effect, PlwEffectFigure) */
  PLW_FIGURE_REACHED,    /* (effect) how many people the effect shows in, before shares */
  PLW_FIGURE_GROWTH,     /* (effect, years since intake) g of section 6 */
  PLW_FIGURE_UNIT_VALUE, /* (effect) at prices of the base year */
  PLW_FIGURE_CORRECTION, /* (programme, 0 of benefits or 1 of costs) */
  PLW_FIGURE_PARTNER,    /* (programme or PLW_FIGURE_PLAN, partner + PLW_FIGURE_PARTNERS * PlwPartnerFigure) */
  PLW_FIGURE_WORTH,      /* what a pound of the year is worth today, in real terms */
  PLW_FIGURE_DEBT,       /* (PlwDebtFigure) opening, borrowed, provision, interest, closing */
  PLW_FIGURE_CELL,       /* (table, row; year is the column) entered */
  PLW_FIGURE_SETTING,    /* (number in plw_schema_settings()) entered */
  PLW_FIGURE_PARAMETER,  /* (table, row of plw_reference(); year is the column) shipped */
  PLW_N_FIGURE_KINDS,
} PlwFigureKind;

#define PLW_FIGURE_PLAN UINT32_MAX
#define PLW_FIGURE_PARTNERS 4096u

/* The year of figures that have none: a present value, a setting. */
#define PLW_FIGURE_ALL_YEARS UINT32_MAX

typedef enum
{
  PLW_POT_OPENING,
  PLW_POT_RECEIVED,
  PLW_POT_MOVED_IN,
  PLW_POT_SPENT,
  PLW_POT_MOVED_OUT,
  PLW_POT_LAPSED,
  PLW_POT_CLOSING,
  PLW_POT_STRANDED,
  PLW_POT_WITHHELD,
  PLW_N_POT_MEASURES,
} PlwPotMeasure;

typedef enum
{
  PLW_PROGRAMME_NEED,
  PLW_PROGRAMME_COST,
  PLW_PROGRAMME_SAVED,
  PLW_PROGRAMME_RELEASED,
  PLW_PROGRAMME_OVERLAP,
  PLW_PROGRAMME_FUNDED_SHARE,
  PLW_PROGRAMME_PV_COST,
  PLW_PROGRAMME_PV_SAVED,
  PLW_PROGRAMME_PV_RELEASED,
  PLW_PROGRAMME_NPV,
  PLW_PROGRAMME_BCR,
  PLW_PROGRAMME_CASHABLE_RATIO,
  PLW_PROGRAMME_PAYBACK_YEAR,
  PLW_N_PROGRAMME_FIGURES,
} PlwProgrammeFigure;

typedef enum
{
  PLW_EFFECT_GROSS,
  PLW_EFFECT_CASH,
  PLW_EFFECT_SAVED,
  PLW_EFFECT_RELEASED,
  PLW_EFFECT_OVERLAP,
  PLW_N_EFFECT_FIGURES,
} PlwEffectFigure;

typedef enum
{
  PLW_PARTNER_BENEFIT,
  PLW_PARTNER_PAID,
  PLW_PARTNER_POSITION,
  PLW_N_PARTNER_FIGURES,
} PlwPartnerFigure;

typedef enum
{
  PLW_DEBT_OPENING,
  PLW_DEBT_BORROWED,
  PLW_DEBT_MRP,
  PLW_DEBT_INTEREST,
  PLW_DEBT_CLOSING,
  PLW_N_DEBT_FIGURES,
} PlwDebtFigure;

/**
 * PlwFigure: names one figure of a result.
 * @year: index of the plan year, or %PLW_FIGURE_ALL_YEARS
 */
typedef struct
{
  PlwFigureKind kind;
  uint32_t a;
  uint32_t b;
  uint32_t year;
} PlwFigure;

typedef enum
{
  PLW_FIGURE_IN_PENCE,  /* pence, perhaps with a fraction */
  PLW_FIGURE_IN_SHARE,  /* 1 is all of it */
  PLW_FIGURE_IN_FACTOR, /* an index, a discount factor, a ratio */
  PLW_FIGURE_IN_NUMBER, /* people, years */
  PLW_FIGURE_IN_YEARS,   /* 2027 for 2027/28; 0: none */
  PLW_FIGURE_IN_TEXT,
} PlwFigureUnit;

/**
 * PlwOperation: how a figure follows from its parts, in their order: p0, p1 ...
 * Each is exact arithmetic; a test reckons every tree again from its leaves.
 */
typedef enum
{
  PLW_OP_ENTERED,    /* a leaf: a cell, a setting, a shipped parameter */
  PLW_OP_FUNDED,     /* a leaf: what the rule of section 5 gave; see plw_explain_causes() */
  PLW_OP_SHARED_OUT, /* the figures of a set rounded so that they add up: p0 within a penny */
  PLW_OP_SUM,        /* the sum of sign x part */
  PLW_OP_POSITIVE,   /* the same, never below zero */
  PLW_OP_NEGATIVE,   /* what POSITIVE adds: -min (0, sum) */
  PLW_OP_PRODUCT,    /* the product; a part of sign -1 counts as 1 - part */
  PLW_OP_RATIO,      /* p0 / p1; 1 where p1 is nothing */
  PLW_OP_QUOTIENT,   /* p0 / p1; 0 where p1 is nothing */
  PLW_OP_ROUND,      /* p0 to the penny, half away from zero */
  PLW_OP_GROW,       /* p0 (1 + p1) to 15 decimals */
  PLW_OP_UPRATE,     /* p0 p1 / p2 to the penny */
  PLW_OP_STEPS,      /* p0 rounded down to whole steps of p1; p0 where p1 is nothing */
  PLW_OP_LEFT,       /* what acts on the same need takes: p0 (1 - prod (1 - min (1, pi / p0))) */
  PLW_OP_CREDIT,     /* p0's part of p1 among p2 ...: p1 p0 / (p2 + p3 + ...) */
  PLW_OP_RAMP,       /* g (p0) with lag p1, ramp p2, duration p3, drop p4; see section 6 */
  PLW_OP_PAYBACK,    /* the first year in which the savings reach the costs */
  PLW_OP_LOAN,       /* provision or interest of one loan: financing.h */
  PLW_OP_DISCOUNT,   /* 1 / (1 + p0)^year, by steps where rates change */
} PlwOperation;

/**
 * PlwReasonPart:
 * @sign: 1 or -1, see PlwOperation
 */
typedef struct
{
  PlwFigure figure;
  int sign;
} PlwReasonPart;

/**
 * PlwOrigin: where an entered figure comes from.
 * @table, @key, @column: the cell, as plan folders name it
 * @entered: the cell's text in the base plan
 * @source, @standing: the row's; "" where it does not say
 * @scenario, @override_reason: the scenario that set it and why; "" where none did
 */
typedef struct
{
  const char *table;
  char *key;
  char *column;
  char *entered;
  char *source;
  char *standing;
  char *scenario;
  char *override_reason;
} PlwOrigin;

/**
 * PlwReason: one step of an explanation.
 * @title: what the figure is, for people: “Need of Home care, 2028/29”
 * @formula: how it follows from its parts, for people
 * @value: in @unit; what the result says, not what the parts give
 * @text: the value as it is shown: “£1,234.56”, “80%”
 */
typedef struct
{
  PlwFigure figure;
  char *title;
  char *formula;
  char *text;
  PlwFigureUnit unit;
  double value;
  PlwOperation operation;
  PlwReasonPart *parts;
  size_t n_parts;
  PlwOrigin *origin; /* of entered figures, else NULL */
} PlwReason;

/**
 * plw_explain:
 * Returns: (transfer full) (nullable): NULL where the result has no such figure
 */
PlwReason *plw_explain (const PlwResult *result, PlwFigure figure) G_GNUC_WARN_UNUSED_RESULT;
void plw_reason_free (PlwReason *reason);

/**
 * plw_explain_text:
 * @depth: how many steps down; 0: to the leaves
 *
 * Returns: (transfer full): the tree as indented lines for people: value, title,
 *   formula, and for entered figures table, row, column, source and override
 */
char *plw_explain_text (const PlwResult *result, PlwFigure figure, size_t depth) G_GNUC_WARN_UNUSED_RESULT;

/**
 * PlwCause: what one pot has to do with a shortfall.
 * @pot: as in plw_result_pot(); SIZE_MAX: the plan's borrowing limit
 * @is_exhausted: it may pay for the use and has nothing left in the year; else
 *   something bars it
 * @rule: the first rule that bars it: `kind`, `ring-fence`, `share-cap`, `limit`,
 *   `year-end` (the money lapsed in an earlier year) or `minimum-balance`; `borrowing-limit` of the plan;
 *   "" where it is exhausted
 * @is_only_rule: whether lifting that rule alone would let money through
 * @left: pence left in a barred pot
 */
typedef struct
{
  size_t pot;
  bool is_exhausted;
  bool is_only_rule;
  const char *rule;
  int64_t left;
} PlwCause;

/**
 * plw_explain_causes:
 * Returns: (transfer full) (element-type PlwCause): why the use has a shortfall in
 *   the year: pots it could have used first, then the barred ones, each by code;
 *   empty where it has none
 */
GArray *plw_explain_causes (const PlwResult *result, size_t use, size_t year) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwReason, plw_reason_free)

G_END_DECLS
