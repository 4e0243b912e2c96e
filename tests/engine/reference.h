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

/**
 * RefUse:
 * @line: the line that it is, or that the project belongs to; "" where there is none
 * @text_need, @text_floor: (array length=n_years): what the text says
 * @need, @floor, @funded, @borrowed: (array length=n_years): what the engine says, on
 *   which all else is built, so that a wrong need is found once and not everywhere
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
void reference_add_needs (Reference *reference);
int64_t reference_financing (const Reference *reference, size_t year);

/* Numbers. */
RefReal reference_rate (const Reference *reference, const char *driver, size_t year);
RefReal reference_index (const Reference *reference, const char *driver, size_t year);
int64_t reference_round (RefReal value);
int64_t reference_year_cell (const Reference *reference, PlwTableId table, size_t row, size_t year);
const char *reference_text (const Reference *reference, PlwTableId table, size_t row, size_t column);
int64_t reference_number (const Reference *reference, PlwTableId table, size_t row, size_t column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reference, reference_free)

G_END_DECLS
