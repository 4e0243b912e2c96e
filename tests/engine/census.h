/* census.h: what kinds of prevention random plans hold, so that tests are not asked of noughts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "reference.h"

G_BEGIN_DECLS

/* Counts what is in one answer. */
void census_add (const Reference *reference);

/* Prints the counts; fails the test where a kind is too rare to be tested. */
void census_print (void);

G_END_DECLS
