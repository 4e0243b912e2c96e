/* prevention.h: what programmes save, year by year (model, section 6).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/model.h"

G_BEGIN_DECLS

/**
 * PlwPrevention:
 * @shares: [programme][year]: funded shares, 1 where nothing was needed
 * @gross, @cash, @credited: [effect][year]: pence. @credited is what is left of
 *   @cash once programmes that act on the same line have had their part
 */
typedef struct
{
  const PlwModel *model;
  double *shares;
  double *gross;
  double *cash;
  double *credited;
  double *growth; /* [effect][years since intake]: g of section 6 */
} PlwPrevention;

PlwPrevention *plw_prevention_new (const PlwModel *model) G_GNUC_WARN_UNUSED_RESULT;
void plw_prevention_free (PlwPrevention *prevention);

/**
 * plw_prevention_begin_year:
 *
 * Works out gross and cash benefits of @year from the intakes and funded shares
 * of the years before it; a lag of at least a year sees to that.
 */
void plw_prevention_begin_year (PlwPrevention *prevention, size_t year);

/**
 * plw_prevention_saved:
 * @need: the line's need before prevention: pence of PLW_FINE, not below zero
 *
 * N (1 - prod (1 - min (1, cash / N))): programmes act on what others left.
 *
 * Returns: pence of PLW_FINE, at most @need
 */
PlwWide plw_prevention_saved (PlwPrevention *prevention, size_t line, size_t year, PlwWide need);

/**
 * plw_prevention_note_share:
 * @need, @funded: pence, of all parts of the programme in @year
 */
void plw_prevention_note_share (PlwPrevention *prevention,
                                size_t programme,
                                size_t year,
                                int64_t need,
                                int64_t funded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwPrevention, plw_prevention_free)

G_END_DECLS
