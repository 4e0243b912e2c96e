/* borrow.h: a class borrowing what pots could not give it (model, section 5).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

/**
 * PlwBorrower:
 * @wanted, @got: pence of the class, before borrowing
 * @borrowed: (out): pence
 */
typedef struct
{
  int64_t wanted;
  int64_t got;
  int64_t borrowed;
} PlwBorrower;

/**
 * plw_borrow:
 * @borrowers: in the order in which ties are decided; what they borrow is set
 * @limit: pence that may be borrowed; -1: no limit
 *
 * Borrows what is missing; under a limit raises the lowest funded shares first,
 * odd pennies by largest remainder.
 */
void plw_borrow (PlwBorrower *borrowers, size_t n_borrowers, int64_t limit);
