/* plwu-welcome-gaps.h: the gaps of plans as they were last worked out, for the list of recent ones.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-document.h"

G_BEGIN_DECLS

/**
 * PlwuGaps:
 * @when: when they were worked out, in seconds since 1970
 * @first_year: the plan's first year
 * @pence: (array length=n_years): the gap of each year in the root scenario, under today's rules
 */
typedef struct
{
  gint64 when;
  int first_year;
  gsize n_years;
  gint64 *pence;
} PlwuGaps;

void plwu_gaps_free (PlwuGaps *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuGaps, plwu_gaps_free)

/**
 * plwu_gaps_find:
 * @path: a plan file or folder
 * Returns: (transfer full) (nullable): NULL where it was never worked out
 */
PlwuGaps *plwu_gaps_find (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_gaps_describe:
 * Returns: (transfer full): “Largest gap £41.2m in 2031/32”
 */
char *plwu_gaps_describe (const PlwuGaps *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_gaps_note:
 *
 * Keeps the gaps of the plan's file, where what is shown is what is saved there.
 */
void plwu_gaps_note (PlwuDocument *document);

/**
 * plwu_gaps_watch:
 *
 * Notes them from now on, some time after results or the file changed.
 */
void plwu_gaps_watch (PlwuDocument *document);

G_END_DECLS
