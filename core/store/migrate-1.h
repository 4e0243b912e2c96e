/* migrate-1.h: from version 1 of the format to version 2.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (array zero-terminated=1): what made the tables of version 1, to the letter */
extern const char *const plw_creates_1[];

/* What turns them into version 2's. */
extern const char plw_step_1[];

G_END_DECLS
