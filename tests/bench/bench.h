/* bench.h: timing, and plans to time.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/plan.h>

typedef void (*BenchFunc) (void *data);

/* Runs @func @n_runs times and prints the least and the median. Returns the least, in seconds. */
double bench_run (const char *name, size_t n_runs, BenchFunc func, void *data);

/**
 * bench_plan_new:
 * @reach: the share of lines that a ring-fenced pot names
 *
 * A made-up council in the shape of a real one: lines with pay, contracts and
 * fees, pots two thirds of which are ring-fenced line by line, a quarter of
 * which may be carried forward. Money for about 97% of the need. The same for
 * the same arguments on every machine.
 */
PlwPlan *bench_plan_new (size_t n_lines, size_t n_pots, size_t n_years, size_t n_elements, double reach);
