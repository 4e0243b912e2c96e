/* memory.c: how a program that evaluates again and again treats its memory.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/memory.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define MEGABYTE (1024 * 1024)

void
plw_keep_memory (void)
{
#ifdef __GLIBC__
  /* 32 MB is the most that the C library takes for the first. */
  mallopt (M_MMAP_THRESHOLD, 32 * MEGABYTE);
  mallopt (M_TRIM_THRESHOLD, 256 * MEGABYTE);
  /* A thread that asks for memory piece by piece keeps others from theirs each time. */
  mallopt (M_TOP_PAD, 16 * MEGABYTE);
#endif
}
