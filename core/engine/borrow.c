/* borrow.c: a class borrowing what pots could not give it (model, section 5).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/borrow.h"
#include "engine/network.h"

typedef struct
{
  PlwBorrower *borrower;
  size_t place;
  PlwWide remainder;
} Entry;

static int
compare_shares (const void *a, const void *b)
{
  const Entry *entry_a = a;
  const Entry *entry_b = b;
  PlwWide left = (PlwWide) entry_a->borrower->got * entry_b->borrower->wanted;
  PlwWide right = (PlwWide) entry_b->borrower->got * entry_a->borrower->wanted;

  if (left != right)
    return left < right ? -1 : 1;
  return entry_a->place < entry_b->place ? -1 : 1;
}

static int
compare_remainders (const void *a, const void *b)
{
  const Entry *entry_a = a;
  const Entry *entry_b = b;

  if (entry_a->remainder != entry_b->remainder)
    return entry_a->remainder > entry_b->remainder ? -1 : 1;
  return entry_a->place < entry_b->place ? -1 : 1;
}

/* Raises the lowest shares of @entries, sorted by share, to one level. */
static void
raise_lowest (Entry *entries, size_t n_entries, int64_t limit)
{
  PlwWide got = 0;
  PlwWide wanted = 0;
  size_t n_raised = 0;

  /* The level (limit + got) / wanted falls below the next share at some point. */
  while (n_raised < n_entries)
    {
      const PlwBorrower *next = entries[n_raised].borrower;

      if (n_raised > 0 && (limit + got) * next->wanted <= (PlwWide) next->got * wanted)
        break;
      got += next->got;
      wanted += next->wanted;
      n_raised++;
    }

  int64_t left = limit;
  for (size_t i = 0; i < n_raised; i++)
    {
      PlwBorrower *borrower = entries[i].borrower;
      PlwWide product = (limit + got) * borrower->wanted;

      borrower->borrowed = (int64_t) (product / wanted) - borrower->got;
      entries[i].remainder = product % wanted;
      left -= borrower->borrowed;
    }
  qsort (entries, n_raised, sizeof *entries, compare_remainders);
  for (size_t i = 0; i < n_raised && left > 0; i++, left--)
    entries[i].borrower->borrowed++;
  g_assert (left == 0);
}

void
plw_borrow (PlwBorrower *borrowers, size_t n_borrowers, int64_t limit)
{
  g_autofree Entry *entries = g_new (Entry, MAX (n_borrowers, 1));
  int64_t missing = 0;
  size_t n_entries = 0;

  for (size_t i = 0; i < n_borrowers; i++)
    {
      borrowers[i].borrowed = borrowers[i].wanted - borrowers[i].got;
      missing += borrowers[i].borrowed;
      if (borrowers[i].borrowed > 0)
        entries[n_entries++] = (Entry){ &borrowers[i], i, 0 };
    }
  if (limit < 0 || missing <= limit)
    return;
  for (size_t i = 0; i < n_borrowers; i++)
    borrowers[i].borrowed = 0;
  if (limit == 0)
    return;
  qsort (entries, n_entries, sizeof *entries, compare_shares);
  raise_lowest (entries, n_entries, limit);
}
