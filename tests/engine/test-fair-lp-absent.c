/* test-fair-lp-absent.c: stands for test-fair-lp.c where GLPK is not installed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

/* What the test harness takes for a skipped test. */
#define SKIPPED 77

int
main (void)
{
  puts ("GLPK is not installed: allocations were not compared with linear programmes");
  return SKIPPED;
}
