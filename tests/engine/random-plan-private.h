/* random-plan-private.h: a random plan in the making.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "random-plan.h"

#define BASE_YEAR 2025
#define MOST_AMOUNTS 64
#define N_PARTNERS 3

extern const char *const maker_partners[N_PARTNERS];

/* @amounts: drawn before, to be drawn again: ties are where an allocation goes wrong */
typedef struct
{
  PlwPlan *plan;
  GRand *rand;
  RandomPlanKind kind;
  int n_years;
  int n_drivers;
  int n_lines;
  int n_pots;
  int n_projects;
  int n_programmes;
  int n_unit_costs;
  int hot_line;
  bool has_partners;
  int scale;
  int64_t amounts[MOST_AMOUNTS];
  int n_amounts;
} Maker;

/* Everything random comes from the plan's seed, in the order in which it is asked for. */
int maker_draw (Maker *maker, int least, int most);
bool maker_chance (Maker *maker, int percent);
int64_t maker_draw_amount (Maker *maker);

size_t maker_add_row (Maker *maker, PlwTableId table);
void maker_add_setting (Maker *maker, const char *key, const char *value);
void maker_add_money_setting (Maker *maker, const char *key, int64_t pence);
void maker_put_text (Maker *maker, PlwTableId table, size_t row, size_t column, const char *text);
void maker_put_format (Maker *maker, PlwTableId table, size_t row, size_t column, const char *format, ...)
    G_GNUC_PRINTF (5, 6);
void maker_put_number (Maker *maker, PlwTableId table, size_t row, size_t column, int64_t number);
void maker_put_year (Maker *maker, PlwTableId table, size_t row, int year, int64_t number);

/* Now and then: a driver, a partner. */
void maker_put_driver (Maker *maker, PlwTableId table, size_t row, size_t column, int percent);
void maker_put_partner (Maker *maker, PlwTableId table, size_t row, size_t column);

/* random-plan-pots.c, random-plan-prevention.c: the parts of random_plan_new(). */
void maker_add_pots (Maker *maker);
void maker_add_fences (Maker *maker);
void maker_add_policy (Maker *maker);
void maker_add_prevention (Maker *maker);
void maker_add_spillovers (Maker *maker);
