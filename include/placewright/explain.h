/* explain.h: how any figure came about, down to what somebody entered.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure of a result has a PlwFigure, and every PlwFigure has a reason: an
 * operation on other figures, or the cell it was entered in, or the rule of
 * section 5 that shared out the money. Reasons are made when asked for, one step at a
 * time; following their parts gives the whole tree. Tests walk every figure of every
 * result table. Figures of what rules cost evaluate the plan many times when first asked for
 * (once a study, see plw_study_fragmentation()).
 */
#pragma once

#include <placewright/fragmentation.h>
#include <placewright/prevention.h>
#include <placewright/sustain.h>

G_BEGIN_DECLS

/**
 * PlwFigureKind: what a figure is. In brackets: what @a and @b stand for.
 * Uses, pots, programmes, effects and partners are numbered as in a PlwResult;
 * rows and columns as in its plan.
 */
typedef enum
{
  PLW_FIGURE_SUM,       /* (PlwSum) a plan-wide total */
  PLW_FIGURE_NEED,      /* (use) */
  PLW_FIGURE_FLOOR,     /* (use) statutory floor */
  PLW_FIGURE_FUNDED,    /* (use) */
  PLW_FIGURE_BORROWED,  /* (use) */
  PLW_FIGURE_SHORTFALL, /* (use) */
  PLW_FIGURE_SHARE,     /* (use) funded share */
  PLW_FIGURE_FLOW,      /* (pot, use) paid by a pot for a use */
  PLW_FIGURE_BRIDGE,    /* (use or PLW_FIGURE_PLAN, PlwBridgePart) */
  PLW_FIGURE_BASE_NEED, /* (use) of the base year */
  PLW_FIGURE_BEFORE,    /* (use) a line's need before prevention, unrounded, never below nothing */
  PLW_FIGURE_PRICED,    /* (use) all cost elements at the year's prices */
  PLW_FIGURE_FULL,      /* (use) all cost elements at the year's prices and volumes */
  PLW_FIGURE_SPILL,     /* (use) what others' shortfalls add */
  PLW_FIGURE_RISE,      /* (use) by how much others' shortfalls raise the volume */
  /* (row of spillovers, 0 or a number of years) its part of the rise; only what the shortfall of so many
   * years ago adds */
  PLW_FIGURE_KNOCK_ON,
  PLW_FIGURE_CHANGES,   /* (use, PlwChangeKind) */
  PLW_FIGURE_CHANGE,    /* (row of changes, 0 delivered or 1 entered so far) */
  PLW_FIGURE_ELEMENT,   /* (row of costs, 0 priced or 1 priced and with volume) */
  PLW_FIGURE_INDEX,     /* (row of drivers) since the base year */
  PLW_FIGURE_SAVED,     /* (use) what prevention saves a line, unrounded */
  PLW_FIGURE_POT,       /* (pot, PlwPotMeasure) */
  PLW_FIGURE_TAX,       /* (pot) council tax */
  PLW_FIGURE_COST,      /* (use) a programme part's corrected cost */
  PLW_FIGURE_PROGRAMME, /* (programme or PLW_FIGURE_PLAN, PlwProgrammeFigure); delays not of the plan */
  PLW_FIGURE_EFFECT,    /* (effect, PlwEffectFigure) */
  /* (effect, 0 or a number of years) how many people the effect shows in, before shares; only those taken in
   * so many years ago */
  PLW_FIGURE_REACHED,
  PLW_FIGURE_GROWTH,     /* (effect, years since intake) g of section 6 */
  PLW_FIGURE_UNIT_VALUE, /* (effect) at prices of the base year */
  PLW_FIGURE_CORRECTION, /* (programme, 0 of benefits or 1 of costs) */
  PLW_FIGURE_PARTNER,   /* (programme or PLW_FIGURE_PLAN, partner + PLW_FIGURE_PARTNERS * PlwPartnerFigure) */
  PLW_FIGURE_WORTH,     /* what a pound of the year is worth today, in real terms */
  PLW_FIGURE_DEBT,      /* (PlwDebtFigure) opening, borrowed, provision, interest, closing */
  PLW_FIGURE_CELL,      /* (table, row; year is the column) entered */
  PLW_FIGURE_SETTING,   /* (number in plw_schema_settings()) entered */
  PLW_FIGURE_PARAMETER, /* (table, row of plw_reference(); year is the column) shipped */
  PLW_FIGURE_CLIPPED,   /* (use) what the rule “never below nothing” adds to a line's need */
  PLW_FIGURE_DISCOUNT,  /* the discount factor of the year */
  PLW_FIGURE_LOAN,      /* (use of a project, year borrowed + PLW_FIGURE_LOANS * PlwLoanFigure) */
  PLW_FIGURE_LEFT,      /* (pot) left at the year's end, without what is withheld */
  PLW_FIGURE_LAPSED,    /* (pot) lapsed before the year */
  PLW_FIGURE_SUSTAIN,   /* (PlwSustainFigure) */
  PLW_FIGURE_FINANCING_RATIO, /* financing cost to net revenue stream */
  PLW_FIGURE_LASTING,         /* (use of revenue, 0 goes on or 1 does not) part of its need */
  PLW_FIGURE_ONE_OFFS,        /* (use of a line) one-off changes, to the penny */
  PLW_FIGURE_BEYOND,          /* (pot) spent on revenue beyond what came in for it in the year */
  PLW_FIGURE_FORGONE,         /* (forgone, PlwForgoneFigure) */
  /* (forgone, row of spillovers + PLW_FIGURE_SPILLOVERS * PlwFollowFigure) what is knocked on */
  PLW_FIGURE_FOLLOW,
  PLW_FIGURE_FOLLOW_ON, /* (forgone, use of the other line) what it costs that line, to the penny */
  /* (programme or PLW_FIGURE_PLAN, number or PLW_FIGURE_PLAN) a payment between partners; what is missing
   * where none can even out the positions */
  PLW_FIGURE_TRANSFER,
  /* (programme or PLW_FIGURE_PLAN, partner + PLW_FIGURE_PARTNERS * number) its present position after so many
   * transfers */
  PLW_FIGURE_STANDING,
  /* (scope, set of rules) shortfall were pooled pots free of the rules: the sum of 1 << PlwRule */
  PLW_FIGURE_FREED,
  PLW_FIGURE_GAIN, /* (scope, set of rules) today's shortfall less that */
  /* (scope, PlwRule or PLW_FIGURE_POOLING + PlwRule) its part in what all six cost, or in the cost of
   * fragmentation, which is what kind and ring-fence cost */
  PLW_FIGURE_RULE,
  PLW_FIGURE_SHAPLEY, /* (use, as above) the same before rounding */
  PLW_FIGURE_RUNG,    /* (pot, PlwRule) what lifting the rule from the pot alone takes off the shortfall */
  PLW_FIGURE_LIFTED,  /* (pot, PlwRule) the shortfall then */
  PLW_N_FIGURE_KINDS,
} PlwFigureKind;

#define PLW_FIGURE_PLAN UINT32_MAX
#define PLW_FIGURE_PARTNERS 4096u
#define PLW_FIGURE_LOANS 64u
#define PLW_FIGURE_SPILLOVERS 65536u
#define PLW_FIGURE_POOLING 8u

/* What is not spent on a line (“forgone”): its shortfall, by the number of its use, or from here on a saving,
 * by the row of changes.
 */
#define PLW_FIGURE_SAVINGS 0x40000000u

/* The scope of what rules cost: a use; the uses of a partner, from here on, by its row; or PLW_FIGURE_PLAN.
 */
#define PLW_FIGURE_OF_PARTNER 0x40000000u

/* The set of the two rules that the single pot lifts, and of all six. */
#define PLW_FIGURE_FENCES (1u << PLW_RULE_KIND | 1u << PLW_RULE_RINGFENCE)
#define PLW_FIGURE_ALL_RULES ((1u << PLW_N_RULES) - 1)

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
  PLW_POT_AVAILABLE, /* what could be spent in the year: without what is withheld, up to the limit */
  PLW_N_POT_MEASURES,
} PlwPotMeasure;

typedef enum
{
  PLW_PROGRAMME_NEED, /* this and the four below: of a year; without one: of all years together */
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
  PLW_PROGRAMME_WORTH_COST, /* present values before rounding; of a year: its part of them */
  PLW_PROGRAMME_WORTH_SAVED,
  PLW_PROGRAMME_WORTH_RELEASED,
  PLW_PROGRAMME_VALLEY_DEPTH, /* this and the three below: as in PlwAppraisal */
  PLW_PROGRAMME_VALLEY_YEARS,
  PLW_PROGRAMME_VALLEY_CLOSE,
  PLW_PROGRAMME_VALLEY_CARRIED, /* 1 or 0 */
  PLW_PROGRAMME_BEHIND,         /* of a year: spent so far less saved so far */
  PLW_PROGRAMME_UNCARRIED,   /* of a year: what of that the general reserve does not hold above its minimum */
  PLW_PROGRAMME_DELAY_COST,  /* as plw_study_delay_cost(); it and the one below evaluate the plan again */
  PLW_PROGRAMME_DELAYED_NPV, /* the net present value with intake and costs a year later */
  PLW_N_PROGRAMME_FIGURES,
} PlwProgrammeFigure;

typedef enum
{
  PLW_EFFECT_GROSS,
  PLW_EFFECT_CASH,
  PLW_EFFECT_SAVED,
  PLW_EFFECT_RELEASED,
  PLW_EFFECT_OVERLAP,
  PLW_EFFECT_EXACT_GROSS, /* before rounding, as the three below */
  PLW_EFFECT_CASHABLE,    /* before steps */
  PLW_EFFECT_EXACT_CASH,
  PLW_EFFECT_CREDITED, /* its part of what a line saves */
  PLW_N_EFFECT_FIGURES,
} PlwEffectFigure;

typedef enum
{
  PLW_PARTNER_BENEFIT,
  PLW_PARTNER_PAID,
  PLW_PARTNER_POSITION,
  PLW_PARTNER_PV_BENEFIT, /* of a year: its part of the present value, before rounding */
  PLW_PARTNER_PV_PAID,
  PLW_PARTNER_PV_POSITION,
  PLW_PARTNER_RUNNING, /* of a year: the positions so far */
  PLW_N_PARTNER_FIGURES,
} PlwPartnerFigure;

typedef enum
{
  PLW_FORGONE_GROSS,   /* pence */
  PLW_FORGONE_SHARE,   /* of what the line needs, or would need without the saving */
  PLW_FORGONE_WITHOUT, /* of a saving: what the line would need without it */
  PLW_FORGONE_NET,     /* gross less what it costs elsewhere */
  PLW_N_FORGONE_FIGURES,
} PlwForgoneFigure;

typedef enum
{
  PLW_FOLLOW_RISE, /* in the other line's volume */
  PLW_FOLLOW_COST, /* pence, not rounded */
  PLW_N_FOLLOW_FIGURES,
} PlwFollowFigure;

typedef enum
{
  PLW_DEBT_OPENING,
  PLW_DEBT_BORROWED,
  PLW_DEBT_MRP,
  PLW_DEBT_INTEREST,
  PLW_DEBT_CLOSING,
  PLW_DEBT_OLD_OPENING, /* what is left of the debt the plan opens with, as the year begins */
  PLW_DEBT_OLD_MRP,
  PLW_DEBT_OLD_INTEREST, /* before rounding */
  PLW_N_DEBT_FIGURES,
} PlwDebtFigure;

/* Of what one project borrowed in one year, from the year after on. */
typedef enum
{
  PLW_LOAN_OPENING, /* what is owed as the year begins */
  PLW_LOAN_MRP,
  PLW_LOAN_INTEREST, /* before rounding */
  PLW_N_LOAN_FIGURES,
} PlwLoanFigure;

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
  PLW_FIGURE_IN_YEARS,  /* 2027 for 2027/28; 0: none */
  PLW_FIGURE_IN_TEXT,
} PlwFigureUnit;

/**
 * PlwOperation: how a figure follows from its parts, in their order: p0, p1 ...
 * Each is exact arithmetic; a test reckons every tree again from its leaves.
 */
typedef enum
{
  PLW_OP_ENTERED, /* a leaf: a cell, a setting, a shipped parameter */
  PLW_OP_FUNDED,  /* a leaf: what the rule of section 5 gave; see plw_explain_causes() */
  /* the figures of a set rounded so that they add up: the sum of sign x part within a penny */
  PLW_OP_SHARED_OUT,
  PLW_OP_SUM,      /* the sum of sign x part; nothing where there is no part */
  PLW_OP_POSITIVE, /* the same, never below zero */
  PLW_OP_NEGATIVE, /* what POSITIVE adds: -min (0, sum) */
  PLW_OP_PRODUCT,  /* the product; a part of sign -1 counts as 1 - part */
  PLW_OP_RATIO,    /* p0 / p1; 1 where p1 is nothing */
  PLW_OP_QUOTIENT, /* the sum of all parts but the last / the last; 0 where that is nothing */
  PLW_OP_ROUND,    /* the sum of sign x part to the penny, half away from zero */
  PLW_OP_GROW,     /* p0 (1 + p1) to 15 decimals; 1 + p0 where there is one part */
  PLW_OP_UPRATE,   /* p0 p1 / p2 to the penny */
  /* p0 rounded down to whole steps of p1; p0 where p1 is nothing. Less than a millionth of a millionth
   * short of a step counts as the step */
  PLW_OP_STEPS,
  PLW_OP_LEFT, /* what acts on the same need takes: p0 (1 - prod (1 - min (1, pi / p0))) */
  /* p0's part of p1 among p2 ...: p1 p0 / (p2 + p3 + ...); 0 where those are nothing */
  PLW_OP_CREDIT,
  /* g of section 6 with lag p0, ramp p1, duration p2 (nothing: without end), drop p3; the years since
   * intake are in the figure */
  PLW_OP_RAMP,
  /* the first year by whose end the parts of sign 1 (savings) have reached those of sign -1 (costs) and
   * there were costs; the years are in the parts' figures */
  PLW_OP_PAYBACK,
  /* a year's provision on p0 over p1 years: straight line, or an annuity where a share (the rate)
   * follows. It begins the year after the borrowing, or after the operational year where a year follows.
   * What is provided by the end of each year is rounded to the penny */
  PLW_OP_LOAN,
  PLW_OP_DISCOUNT,        /* 1 / (1 + p0)^year; with two parts p0 / (1 + p1)^(years since p0) */
  PLW_OP_LESSER,          /* p0 or the sum of sign x the others, whichever is less */
  PLW_OP_AT_LEAST,        /* p0 to the penny, half away from zero, but not less than p1 */
  PLW_OP_ROUNDED_PRODUCT, /* the product as above, to the penny, half away from zero */
  PLW_OP_GREATEST,        /* the greatest part, never below zero */
  PLW_OP_COUNT,           /* how many parts are above zero */
  /* the year after that of the last part above zero; 0 where none is, or where it is the last part. The years
   * are in the parts' figures, the parts in their order */
  PLW_OP_CLOSE,
  PLW_OP_NONE,    /* 1 where no part is above zero, else 0 */
  PLW_OP_DELAYED, /* a leaf: what the same plan gives with the programme's intake and costs a year later */
  PLW_OP_FREED,   /* a leaf: what the same plan gives today with pots free of some rules */
  PLW_OP_TIMES,   /* p0 × the sum of sign x the others */
  /* a rule's average, over all orders of lifting n rules, of what it takes off. The parts are the shortfalls
   * before (sign 1) and after (sign -1) it is lifted, for every set of others lifted before; the sets are in
   * the parts' figures, and a set of s others stands before it in s! (n-1-s)! of n! orders */
  PLW_OP_SHAPLEY,
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
 * @source, @standing, @imported: the row's; "" where it does not say. @imported is the file and
 *   row it was read from: “lancashire/costs.csv, row 14”
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
  char *imported;
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
 * PlwRowFunc:
 * @cells: (array length=n_cells): of a row of a result table, all but the value; NULL is an empty cell
 * @figure: what the value is to plw_explain(); of kind %PLW_N_FIGURE_KINDS where nothing is left of a pot
 * @value: (nullable): as the table as CSV has it
 */
typedef void (
    *PlwRowFunc) (const char *const *cells, size_t n_cells, PlwFigure figure, const char *value, void *data);

/**
 * plw_explain_rows:
 * @table: `summary`, `uses` ... `sustain` as plw_result_table_name() has them, `fragmentation` or `freedoms`
 *
 * Calls @func for every row of a result table: no value is in one without its figure.
 *
 * Returns: false where there is no such table
 */
bool plw_explain_rows (const PlwResult *result, const char *table, PlwRowFunc func, void *data);

/**
 * plw_explain_find:
 * @cells: (array zero-terminated=1): of the row, all but the value
 *
 * Returns: whether the table has such a row and its value a figure
 */
bool plw_explain_find (const PlwResult *result,
                       const char *table,
                       const char *const *cells,
                       PlwFigure *ret_figure);

/**
 * PlwCause: what one pot has to do with a shortfall.
 * @pot: as in plw_result_pot(); SIZE_MAX: the plan's borrowing limit
 * @is_exhausted: it may pay for the use and has nothing left in the year; else
 *   something bars it
 * @rule: the first rule that bars it: `kind`, `ring-fence`, `share-cap`, `limit`,
 *   `year-end` (the money lapsed in an earlier year) or `minimum-balance`; `borrowing-limit` of the plan;
 *   "" where it is exhausted
 * @is_only_rule: whether lifting that rule alone would let money through
 * @left: pence left in a barred pot; of `year-end` what lapsed, of `minimum-balance` what is withheld
 * @figure: what @left is to plw_explain(); of kind %PLW_N_FIGURE_KINDS where it is nothing
 */
typedef struct
{
  size_t pot;
  bool is_exhausted;
  bool is_only_rule;
  const char *rule;
  int64_t left;
  PlwFigure figure;
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
