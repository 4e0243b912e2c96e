/* budget-print.h: random budgets, printed in every shape that councils print them in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/budget.h>

G_BEGIN_DECLS

#define PRINT_YEARS 6
#define PRINT_ROWS 40

typedef enum
{
  PRINT_GAP_EACH_YEAR = 1,
  PRINT_GAP_CUMULATIVE = 2,
} PrintGap;

/* A table as printed. Money in steps of the last printed digit; what comes in counts above 0. */
typedef struct
{
  PlwBudgetShape shape;
  PlwBudgetSigns signs;
  unsigned gaps; /* of PrintGap */
  int decimals;
  size_t n_years;
  size_t n_rows;
  struct
  {
    char *name;
    int sign;                    /* -1: what comes in */
    int64_t cells[PRINT_YEARS];  /* what takes is above 0 */
    int64_t levels[PRINT_YEARS]; /* what should be read */
    bool has_levels;
  } rows[PRINT_ROWS];
  bool has_total_column;
} Print;

/* @random: decides everything that is not given */
void print_make (Print *self, GRand *random, PlwBudgetShape shape, PlwBudgetSigns signs, unsigned gaps);

/* Takes the names away, which then say nothing but which rows are totals. */
void print_anonymise (Print *self);
void print_clear (Print *self);

/* Returns: (transfer full): the table as CSV, in £k */
char *print_to_text (const Print *self, GRand *random) G_GNUC_WARN_UNUSED_RESULT;

/**
 * print_turn:
 * @text: a table as above, its title in a line of its own
 *
 * Returns: (transfer full): the same with its years down the rows
 */
char *print_turn (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Pence in a step of the last printed digit. */
int64_t print_step (const Print *self);

/* Returns: the index of the row; it must be there */
size_t print_find (const Print *self, const char *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Print, print_clear)

G_END_DECLS
