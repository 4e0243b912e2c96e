/* memory.h: how a program that evaluates again and again treats its memory.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plw_keep_memory:
 *
 * To be called once, when a program starts. What an evaluation gives back is kept for the next one,
 * up to 256 MB, instead of being returned to the system, which would have to clear every page again:
 * that costs as much as an evaluation itself. Without effect where the C library offers no choice.
 */
void plw_keep_memory (void);

G_END_DECLS
