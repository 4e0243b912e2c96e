/* snapshot.h: a whole plan as one block of bytes, for named versions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A little-endian GVariant of type a(sasa(xaqaxaqas)): for each table that has
 * rows its name, the names of its cells, and its rows: identity; which cells hold
 * numbers, and the numbers; which hold texts, and the texts; cells by their index
 * among the names. Choices are texts. Empty cells are left out. Equal plans give
 * equal bytes. Cells are named so that columns added to the program later leave
 * old versions readable.
 */
#pragma once

#include <placewright/plan.h>

G_BEGIN_DECLS

/* Less than the longest value a plan file may have when it is opened. */
#define PLW_SNAPSHOT_SIZE_MOST (32 * 1024 * 1024)

GBytes *plw_snapshot_write (const PlwPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/* Trusts nothing. */
PlwPlan *plw_snapshot_read (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
