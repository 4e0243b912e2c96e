/* plwu-fragmentation.h: what goes unmet today and as one pot, by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-drawing.h"

G_BEGIN_DECLS

/**
 * PlwuFragmentationYear: pence
 * @year: 2026 for 2026/27
 * @today, @one_pot: shortfall under today's rules and with pooled pots as one
 * @stranded: unspent at the year's end while something was short, today
 */
typedef struct
{
  int year;
  gint64 today;
  gint64 one_pot;
  gint64 stranded;
} PlwuFragmentationYear;

#define PLWU_TYPE_FRAGMENTATION (plwu_fragmentation_get_type ())

/**
 * PlwuFragmentation:
 *
 * Two bars a year, solid for today and hatched for the counterfactual, which is
 * marked as not lawful today; their difference and what strands as text below.
 */
G_DECLARE_FINAL_TYPE (PlwuFragmentation, plwu_fragmentation, PLWU, FRAGMENTATION, PlwuDrawing)

PlwuFragmentation *plwu_fragmentation_new (void);

/**
 * plwu_fragmentation_set_data:
 * @years: copied
 * @title: the finding in ten words or fewer
 */
void plwu_fragmentation_set_data (PlwuFragmentation *self,
                                  guint n_years,
                                  const PlwuFragmentationYear *years,
                                  const char *title);

G_END_DECLS
