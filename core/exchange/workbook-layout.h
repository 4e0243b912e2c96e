/* workbook-layout.h: where each figure of the working workbook stands.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever writes a figure places it here; whoever writes a formula asks here
 * for a reference. Nothing else knows rows and columns of another sheet.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include <xlsxwriter.h>

#include <glib.h>

/* What is placed, and what its items are counted by. */
typedef enum
{
  /* Inputs */
  PLW_AT_RATE,         /* driver */
  PLW_AT_BASE,         /* cost element, in the order of lines */
  PLW_AT_PROFILE,      /* pot: its yearly amounts */
  PLW_AT_POT_BASE,     /* pot */
  PLW_AT_POT_OPENING,  /* pot */
  PLW_AT_POT_MINIMUM,  /* pot */
  PLW_AT_LIMIT,        /* pot: the most that may be spent in the year */
  PLW_AT_TAX_BASE,     /* pot */
  PLW_AT_BAND_D,       /* pot */
  PLW_AT_COLLECTION,   /* pot */
  PLW_AT_SPEND,        /* project */
  PLW_AT_LIFE,         /* project: asset life */
  PLW_AT_OPERATIONAL,  /* project: the number of the year it opens in */
  PLW_AT_OLD_MRP,      /* 0 */
  PLW_AT_OPENING_CFR,  /* 0 */
  PLW_AT_DISCOUNT,     /* 0: rates by year */
  PLW_AT_INTAKE,       /* programme */
  PLW_AT_COST,         /* programme, by part */
  PLW_AT_COST_UP,      /* programme: cost correction */
  PLW_AT_BENEFIT_DOWN, /* programme: benefit correction */
  PLW_AT_EFFECT,       /* effect: the first of its figures */
  PLW_AT_KNOCK_ON,     /* spillover: the first of its figures */
  PLW_AT_BORROWED,     /* use; what the allocation borrowed */

  /* Calculations */
  PLW_AT_YEAR_NUMBER,   /* 0: 0 for the base year, 1, 2 ... */
  PLW_AT_INDEX,         /* driver */
  PLW_AT_FACTOR,        /* 0: what a pound of the year is worth */
  PLW_AT_PRICED,        /* cost element */
  PLW_AT_FULL,          /* cost element: price and volume */
  PLW_AT_DELIVERED,     /* change, in the order of the sheet */
  PLW_AT_UNFUNDED,      /* spillover, in the order of the sheet */
  PLW_AT_RISE,          /* the same */
  PLW_AT_BEFORE,        /* line: need before prevention */
  PLW_AT_SAVED,         /* line: saved by prevention */
  PLW_AT_LINE_NEED,     /* line */
  PLW_AT_FUNDED_SHARE,  /* programme */
  PLW_AT_REACHED,       /* programme: intake that counts */
  PLW_AT_WORTH,         /* effect, here and below in the order of lines */
  PLW_AT_GROWTH,        /* effect */
  PLW_AT_GROSS,         /* effect */
  PLW_AT_CASH,          /* effect */
  PLW_AT_LEFT,          /* effect: the part of the need it leaves to others */
  PLW_AT_CREDITED,      /* effect */
  PLW_AT_PROVIDED,      /* loan, so far */
  PLW_AT_LOAN_INTEREST, /* loan */
  PLW_AT_OLD_LEFT,      /* 0 */
  PLW_AT_OLD_PROVISION, /* 0 */
  PLW_AT_MRP,           /* 0 */
  PLW_AT_INTEREST,      /* 0 */
  PLW_AT_FINANCING,     /* 0 */
  PLW_AT_CFR,           /* 0: closing */
  PLW_AT_ALL_BORROWED,  /* 0 */

  /* Money */
  PLW_AT_ALL_PAID,   /* 0: all money that reaches a use */
  PLW_AT_POT_PAID,   /* pot: all it pays for, of the allocation */
  PLW_AT_POT_OPENED, /* pot; one more: all pots; so for all of a pot's account */
  PLW_AT_POT_SPENT,
  PLW_AT_POT_RECEIVED,
  PLW_AT_POT_MOVED_IN,
  PLW_AT_POT_MOVED_OUT,
  PLW_AT_POT_LAPSED,
  PLW_AT_POT_CLOSING,
  PLW_AT_POT_WITHHELD,
  PLW_AT_POT_STRANDED,
  PLW_AT_POT_CHECK,
  PLW_AT_POT_AVAILABLE,
  PLW_AT_NEED,           /* use; one more: all */
  PLW_AT_FUNDED,         /* use; one more: all */
  PLW_AT_SECTION_NEED,   /* section */
  PLW_AT_SECTION_FUNDED, /* section */
  PLW_AT_SHORT,          /* the number of uses: all of them */
  PLW_AT_LEVEL,          /* cause of need */
  PLW_AT_MOVEMENT,       /* cause of need */
  PLW_AT_BRIDGED,        /* 0 */
  PLW_AT_BRIDGE_CHECK,   /* 0 */
  PLW_AT_GAP,            /* 0 */
  PLW_AT_PROGRAMME,      /* programme, by figure; one more: all */
  PLW_AT_VERDICT,        /* 0: whether all checks hold; 1: whether nothing was changed */

  /* The first row (0) and the last (1) of what is searched as a whole */
  PLW_AT_ALLOCATION_ROWS,
  PLW_AT_NEED_WORKING_ROWS,
  PLW_AT_POT_ROWS,
  PLW_AT_SHORT_ROWS,

  PLW_N_PLACED,
} PlwPlaced;

typedef struct _PlwSheet PlwSheet;
typedef struct _PlwLayout PlwLayout;

PlwLayout *plw_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;
void plw_layout_free (PlwLayout *layout);

/**
 * plw_place:
 * @column: of the first year, or of a figure without years; a base year, where a
 *   figure has one, stands before it
 */
void plw_place (PlwSheet *sheet, PlwPlaced what, size_t item, lxw_row_t row, lxw_col_t column);
lxw_row_t plw_row_of (const PlwSheet *sheet, PlwPlaced what, size_t item);
bool plw_is_placed (const PlwSheet *sheet, PlwPlaced what, size_t item);

/* The year before the first, and no year. */
#define PLW_BASE_YEAR (-1)

/* References as they are written on @sheet; good until two dozen more were asked for.
 * Of years, the base year is PLW_BASE_YEAR.
 */

/**
 * plw_ref:
 * Returns: `F12`, or `'Need working'!F12`
 */
const char *plw_ref (PlwSheet *sheet, PlwPlaced what, size_t item, int year);

/**
 * plw_ref_fixed:
 * @offset: columns to the right of the figure's first
 * Returns: `'Effects'!$E$12`, which copying does not move
 */
const char *plw_ref_fixed (PlwSheet *sheet, PlwPlaced what, size_t item, size_t offset);

/**
 * plw_ref_items:
 * Returns: `F12:F15`: @n items that stand below each other
 */
const char *plw_ref_items (PlwSheet *sheet, PlwPlaced what, size_t item, size_t n, int year);

/**
 * plw_ref_years:
 * Returns: `$E12:H12`: of one item from year @first to @last; the first column stays in copying
 */
const char *plw_ref_years (PlwSheet *sheet, PlwPlaced what, size_t item, int first, int last);

/**
 * plw_ref_rows:
 * @what: one that has rows 0 and 1
 * @first, @last: years; below the base year: columns of text before it
 * @is_fixed: whether copying leaves it where it is
 *
 * Returns: `'Pots'!D6:D90`, the columns of all rows in between
 */
const char *plw_ref_rows (PlwSheet *sheet, PlwPlaced what, int first, int last, bool is_fixed);

/**
 * plw_ref_span:
 * Returns: `$E$12:$N$12`: the same, fixed
 */
const char *plw_ref_span (PlwSheet *sheet, PlwPlaced what, size_t item, int first, int last);
