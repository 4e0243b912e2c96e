/* plwu-partners.h: who pays and who gains.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-drawing.h"

G_BEGIN_DECLS

/**
 * PlwuPartnerBar:
 * @name: of the partner
 * @paid, @benefit, @position: pence; the position is the benefit less what was paid
 */
typedef struct
{
  const char *name;
  gint64 paid;
  gint64 benefit;
  gint64 position;
} PlwuPartnerBar;

#define PLWU_TYPE_PARTNERS (plwu_partners_get_type ())

/**
 * PlwuPartners:
 *
 * A bar for each partner: what it pays to the left, what it gains to the right, and
 * its position as text; whoever gains most stands first. Signal "bar-activated"
 * (guint index), the place among the bars given.
 */
G_DECLARE_FINAL_TYPE (PlwuPartners, plwu_partners, PLWU, PARTNERS, PlwuDrawing)

PlwuPartners *plwu_partners_new (void);

/**
 * plwu_partners_set_data:
 * @bars: (array length=n_bars): in any order; copied
 * @title: the finding in ten words or fewer
 */
void plwu_partners_set_data (PlwuPartners *self, guint n_bars, const PlwuPartnerBar *bars, const char *title);

/**
 * plwu_partners_set_running:
 * @years: (array length=n_years): 2026 for 2026/27
 * @running: pence: for each bar as it will be given, its position up to the end of each
 *   year; copied. In the money of the year, where bars are present values
 *
 * To be called before plwu_partners_set_data(). The table lists them, and a bar
 * says from when on its partner is better off.
 */
void plwu_partners_set_running (PlwuPartners *self,
                                guint n_bars,
                                guint n_years,
                                const int *years,
                                const gint64 *running);

G_END_DECLS
