/* migrate-2.h: from version 2 of the format to version 3.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (array zero-terminated=1): what made the tables of version 2, to the letter */
extern const char *const plw_creates_2[];

/* What turns them into version 3's. */
extern const char plw_step_2[];

G_END_DECLS
