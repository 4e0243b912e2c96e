/* reference.h: the model worked out a second time, slowly and plainly.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Written from the text of the model alone, not from the engine. Needs are
 * worked out in 113-bit arithmetic, what may pay for what is derived again, and
 * an allocation is judged against the rule in two ways that share nothing with
 * the engine: exactly, by looking for an improvement in a small flow network
 * (audit.h), and by linear programmes (fair-lp.h).
 */
#pragma once

#include <placewright/evaluate.h>

G_BEGIN_DECLS

#if defined(__SIZEOF_FLOAT128__)
typedef __float128 RefReal;
#else
typedef long double RefReal;
#endif

#define REF_BARRED INT64_C (-2)
#define REF_NO_LIMIT INT64_C (-1)
#define REF_FOREVER 1000
#define REF_WHOLE (100 * PLW_DECIMAL_ONE)
#define REF_N_CLASSES 6

/* The parts of a line's need: signed, so that their sum is the need wherever it is not below zero. */
typedef enum
{
  REF_PRICED,
  REF_DEMAND,
  REF_SPILLED,
  REF_PRESSURES,
  REF_GROWTH,
  REF_SAVINGS,
  REF_INCOME,
  REF_PREVENTION,
  REF_N_PARTS,
} RefPart;

/**
 * RefUse:
 * @line: the line that it is, or that the project belongs to; "" where there is none
 * @text_need, @text_floor: (array length=n_years): what the text says
 * @need, @floor, @funded, @borrowed: (array length=n_years): what the engine says, on
 *   which all else is built, so that a wrong need is found once and not everywhere
 * @parts: (array length=n_years): pence, of lines; before any rounding
 * @number: of the use in the engine's result; SIZE_MAX where it is not there
 */
typedef struct
{
  PlwUseKind kind;
  PlwPart part;
  size_t row;
  const char *code;
  const char *line;
  const char *group;
  const char *partner;
  int priority;
  bool revenue_may_pay;
  bool may_borrow;
  int64_t *text_need;
  int64_t *text_floor;
  int64_t *need;
  int64_t *floor;
  int64_t *funded;
  int64_t *borrowed;
  RefReal (*parts)[REF_N_PARTS];
  size_t number;
} RefUse;

/**
 * RefPot: @received is all that comes in, @inflow what of it may be spent;
 * @target counts for money that moves, SIZE_MAX otherwise
 */
typedef struct
{
  size_t row;
  const char *code;
  int keep_years;
  size_t target;
  int64_t opening;
  int64_t *received;
  int64_t *withheld;
  int64_t *inflow;
  int64_t *limit;
  size_t number;
} RefPot;

/**
 * RefEffect: what an effect of an enabled programme gives back, in pence of each year
 * @programme: index into the programmes
 * @line: index into the uses; SIZE_MAX where it changes no need
 * @gains: the code of the partner to whom it falls; "" where there is none
 * @cash: what could be saved, were there no other effect and need enough
 * @credited: its part of what is saved
 */
typedef struct
{
  size_t row;
  size_t programme;
  size_t line;
  const char *gains;
  RefReal *gross;
  RefReal *cash;
  RefReal *credited;
} RefEffect;

/**
 * RefAccount: costs and benefits by year, in pence, and what they are worth
 * @cost: what the engine spent
 */
typedef struct
{
  int64_t *cost;
  RefReal *saved;
  RefReal *released;
  RefReal *overlap;
  RefReal pv_cost;
  RefReal pv_saved;
  RefReal pv_released;
} RefAccount;

/**
 * RefProgramme: what becomes of an enabled programme
 * @revenue, @capital: indices into the uses
 * @share: the funded share
 */
typedef struct
{
  size_t row;
  const char *code;
  size_t revenue;
  size_t capital;
  RefReal *share;
  RefAccount account;
} RefProgramme;

/* What a partner pays for a programme, or for all, and what falls to it. */
typedef struct
{
  RefReal *benefit;
  int64_t *paid;
  RefReal pv_benefit;
  RefReal pv_paid;
} RefPartner;

/**
 * RefValley: the years in which more has been spent than saved so far
 * @payback: the first year (calendar) in which as much has been saved as spent; 0: none
 * @closes: the first year after it; 0 where there is no valley or it does not end
 * @is_carried: whether the general reserve holds as much above its minimum every year
 */
typedef struct
{
  int payback;
  RefReal depth;
  int years;
  int closes;
  bool is_carried;
} RefValley;

typedef struct
{
  int64_t mrp;
  RefReal interest;
  int64_t cfr; /* closing */
} RefFinancing;

typedef struct
{
  const PlwPlan *plan;
  const PlwResult *result;
  const char *policy;
  int first_year;
  size_t n_years;
  RefUse *uses;
  size_t n_uses;
  RefPot *pots;
  size_t n_pots;
  RefProgramme *programmes;
  size_t n_programmes;
  RefEffect *effects;
  size_t n_effects;
  RefAccount all;        /* programmes together */
  RefPartner *positions; /* [programme, or all][partner, or nobody] */
  size_t n_partners;
  int64_t *caps; /* [pot][use]: billionths of a percent, or REF_BARRED, or REF_NO_LIMIT */
} Reference;

/**
 * reference_new:
 * @result: the engine's answer under @policy. What was funded and borrowed is taken
 *   from it wherever the needs of later years depend on it.
 */
Reference *reference_new (const PlwPlan *plan,
                          const char *policy,
                          const PlwResult *result) G_GNUC_WARN_UNUSED_RESULT;
void reference_free (Reference *reference);

/* The most that @pot may pay to @use in @year: REF_BARRED, REF_NO_LIMIT or pence. */
int64_t reference_cap (const Reference *reference, size_t pot, size_t use, size_t year);

/* What @use wants in class @class of @year, and what it had before that class. */
int64_t reference_wanted (const Reference *reference, size_t use, size_t year, int class);
int64_t reference_settled (const Reference *reference, size_t use, size_t year, int class);

/* What the engine paid from pots. */
int64_t reference_paid (const Reference *reference, size_t use, size_t year);

/* The parts of reference_new(). */
void reference_add_uses (Reference *reference);
void reference_add_pots (Reference *reference);
void reference_add_caps (Reference *reference);
void reference_add_programmes (Reference *reference);
void reference_add_needs (Reference *reference);
void reference_add_appraisals (Reference *reference);
RefFinancing reference_financing (const Reference *reference, size_t year);

/* The parts of reference_add_needs(): what effects give back in a year, and what of it a line
 * that would need @before saves.
 */
void reference_add_effects (Reference *reference, size_t year);
RefReal reference_save (Reference *reference, size_t line, size_t year, RefReal before);

/* @allowance: pence that each year's saving may be less and still count, for judging rounded figures. */
RefValley reference_valley (const Reference *reference, const RefAccount *account, RefReal allowance);

/* @programme: n_programmes: all of them; @partner: n_partners: what belongs to nobody */
const RefPartner *reference_position (const Reference *reference, size_t programme, size_t partner);

/* What a correction by grade of evidence is, as a share: the programme's own, else the grade's. */
RefReal reference_correction (const Reference *reference, size_t programme_row, bool of_costs);

/* Numbers. */
RefReal reference_rate (const Reference *reference, const char *driver, size_t year);
RefReal reference_index (const Reference *reference, const char *driver, size_t year);
RefReal reference_power (RefReal base, int64_t exponent);
RefReal reference_share (const Reference *reference, PlwTableId table, size_t row, size_t column);
int64_t reference_round (RefReal value);
RefReal reference_present (const Reference *reference, size_t year);
int64_t reference_year_cell (const Reference *reference, PlwTableId table, size_t row, size_t year);
const char *reference_text (const Reference *reference, PlwTableId table, size_t row, size_t column);
int64_t reference_number (const Reference *reference, PlwTableId table, size_t row, size_t column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reference, reference_free)

G_END_DECLS
