/* plwu-cliffs.h: when the money of pots ends and what it holds up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-drawing.h"

G_BEGIN_DECLS

/**
 * PlwuCliffRow:
 * @name: the pot
 * @holds_up: what it pays for in its last year, dearest first: “Roads £60k”
 * @is_fenced: whether a ring-fence says what it may pay for
 * @is_run_down: a balance that is spent, not money that stops coming
 * @first, @last: index of the first and last year with money
 * @pence: what it pays in its last year
 */
typedef struct
{
  const char *name;
  const char *holds_up;
  gboolean is_fenced;
  gboolean is_run_down;
  guint first;
  guint last;
  gint64 pence;
} PlwuCliffRow;

#define PLWU_TYPE_CLIFFS (plwu_cliffs_get_type ())

/**
 * PlwuCliffs:
 *
 * One row a pot, years across, those that end soonest first. Scrolls where it has no
 * room; the years stay in view. Signal "row-activated" (guint row): @row as in the rows
 * given.
 */
G_DECLARE_FINAL_TYPE (PlwuCliffs, plwu_cliffs, PLWU, CLIFFS, PlwuDrawing)

PlwuCliffs *plwu_cliffs_new (void);

/**
 * plwu_cliffs_set_data:
 * @rows: all is copied
 * @first_year: 2026 for 2026/27
 * @title: the finding in ten words or fewer
 */
void plwu_cliffs_set_data (PlwuCliffs *self,
                           guint n_rows,
                           const PlwuCliffRow *rows,
                           guint n_years,
                           int first_year,
                           const char *title);

G_END_DECLS
