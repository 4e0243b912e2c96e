/* budget-private.h: what the steps of reading a published budget table share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/budget.h>

#include "exchange/import-private.h"

G_BEGIN_DECLS

/* A budget table is a page or two. The search for sums grows with the square of the rows. */
#define PLW_BUDGET_ROWS_MAX 400
#define PLW_BUDGET_COLUMNS_MAX 64
#define PLW_BUDGET_RULES_MAX 400

/* Of a name; what is longer is a paragraph beside the table. */
#define PLW_BUDGET_NAME_MAX 200

typedef enum
{
  PLW_CELL_FIGURE,
  PLW_CELL_EMPTY,
  PLW_CELL_UNKNOWN, /* says that the figure is not known, or cannot be read */
  PLW_CELL_NOTHING, /* empty, and somebody said that this is 0 */
} PlwBudgetCellKind;

typedef struct
{
  PlwBudgetCellKind kind;
  int decimals;
  int64_t value; /* billionths of the table's unit, as printed */
  int64_t level; /* the same, what the row comes to */
  bool has_level;
} PlwBudgetCell;

typedef struct
{
  size_t source; /* column of the source; SIZE_MAX: made of rows */
  int year;      /* 0: no year; a column of totals */
  char *heading;
} PlwBudgetColumn;

/* How money of a row becomes a level. */
typedef enum
{
  PLW_MEANS_NOTHING,  /* a control, or not understood */
  PLW_MEANS_LEVEL,    /* of that year */
  PLW_MEANS_MOVEMENT, /* from the year before, and it stays */
  PLW_MEANS_OPENING,  /* level of the year before */
  PLW_MEANS_STEPS,    /* a level, then movements */
} PlwBudgetMeans;

typedef struct
{
  size_t number; /* of the source */
  char *label;
  char *section; /* (nullable): the heading or the column it stands under */
  char *part;    /* (nullable): the table of several it is in */
  PlwBudgetRole role;
  PlwBudgetRole word_role; /* what its name alone says, as the next two */
  PlwBudgetRole word_kind;
  bool is_word_plain;
  PlwBudgetRole kind; /* what it is of; of a total, what its rows are */
  bool is_total_name; /* the name says that other rows add up to it */
  bool is_level_name; /* ... and that it is a whole budget */
  bool is_gap_plain;  /* a gap whose name does not say whether it is cumulative */
  int sign;           /* what makes spending above and money that comes in below 0 */
  size_t rule;        /* what makes it a total; SIZE_MAX: none */
  bool is_part;       /* a total has it */
  PlwBudgetMeans means;
  PlwBudgetCell *cells;

  /* Keys of the plan's rows it became; NULL: none. */
  char *cost;
  char *made; /* a cost element: what it changed up to the base year */
  char *change;
  char *pot;
  char *project;
} PlwBudgetRow;

typedef enum
{
  PLW_RULE_SUM,     /* rows add up to a row */
  PLW_RULE_RUNNING, /* ... and to what it was the year before */
  PLW_RULE_STEP,    /* a cumulative row less its year before is another row */
  PLW_RULE_CARRIED, /* what one row ends with is what another begins with */
  PLW_RULE_GAP,     /* spending less funding */
  PLW_RULE_BALANCE, /* rows come to nothing */
  PLW_RULE_ACROSS,  /* years add up to the column of totals */
} PlwBudgetRuleKind;

typedef struct
{
  size_t row;
  int factor;
  bool is_before; /* the year before */
} PlwBudgetTerm;

/* Terms that come to 0 in every column. The first is the one the others add up to. */
typedef struct
{
  PlwBudgetRuleKind kind;
  GArray *terms;    /* of PlwBudgetTerm */
  size_t target;    /* SIZE_MAX: none */
  bool skips_first; /* says nothing about the first year */
  size_t n_exact;
  size_t n_rounded;
  size_t n_broken;
  size_t n_open;  /* a cell is missing */
  size_t n_empty; /* of these: what is there comes to 0 already */
} PlwBudgetRule;

typedef enum
{
  PLW_VERDICT_NONE, /* says nothing about the column */
  PLW_VERDICT_EXACT,
  PLW_VERDICT_ROUNDED,
  PLW_VERDICT_BROKEN,
  PLW_VERDICT_OPEN,
} PlwVerdict;

struct _PlwBudget
{
  PlwImport *source;
  PlwBudgetOptions options;
  char *texts[3];  /* owned: what the options borrow */
  GArray *lines;   /* (nullable): of size_t: of a table that was turned, the file's row of each column */
  GArray *columns; /* of PlwBudgetColumn: the years, then columns of totals */
  size_t n_years;
  GPtrArray *rows;     /* of PlwBudgetRow */
  GPtrArray *rules;    /* of PlwBudgetRule */
  GArray *findings;    /* of PlwBudgetFinding */
  GPtrArray *suspects; /* for each of these what may be wrong; NULL: too much, or one figure alone */
  GPtrArray *parts;    /* names of the tables in the file; empty: one */
  GPtrArray *remarks;  /* what cells could not be read, a sentence each */
  int64_t unit;        /* pounds */
  bool is_unit_said;
  bool is_capital;
  bool is_movement_title;
  PlwBudgetSigns signs;
  PlwBudgetShape shape;
  PlwBudgetShape other;
  PlwBudgetConfidence confidence;
  GPtrArray *reasons; /* sentences */
  char *other_rows;   /* (nullable): the rows as the other shape has them */
};

static inline PlwBudgetRow *
plw_budget_row (const PlwBudget *self, size_t row)
{
  return (PlwBudgetRow *) g_ptr_array_index (self->rows, row);
}

static inline PlwBudgetColumn *
plw_budget_column (const PlwBudget *self, size_t column)
{
  return &g_array_index (self->columns, PlwBudgetColumn, column);
}

static inline PlwBudgetRule *
plw_budget_rule (const PlwBudget *self, size_t rule)
{
  return (PlwBudgetRule *) g_ptr_array_index (self->rules, rule);
}

static inline bool
plw_budget_is_figure (const PlwBudgetCell *cell)
{
  return cell->kind == PLW_CELL_FIGURE || cell->kind == PLW_CELL_NOTHING;
}

/* budget-turn.c: a table whose years stand down the rows. Turns it, for all that follows to find them across;
 * fails where years stand both ways and nothing decides.
 */
bool plw_budget_turn (PlwBudget *self, GError **error);

/**
 * plw_budget_place:
 * @row: number of the row as it was read; of a table that was turned, of the file's column
 * @column: SIZE_MAX: the whole row
 *
 * Returns: (transfer full): where in the file that is, as printed there
 */
char *plw_budget_place (const PlwBudget *self, size_t row, size_t column);

/* budget-grid.c: rows and columns of the source. */
bool plw_budget_fail (GError **error, const PlwBudget *self, const char *why);
bool plw_budget_is_year (const PlwSheetCell *cell, int *ret_year);
bool plw_budget_speaks_of_total (const char *text);
bool plw_budget_read_grid (PlwBudget *self, GError **error);
void plw_budget_read_cell (const PlwBudget *self, const PlwSheetCell *cell, PlwBudgetCell *ret_cell);
char *plw_budget_shorten (const char *name);
PlwBudgetRow *plw_budget_add_row (PlwBudget *self, size_t number, const char *label);

/* budget-list.c: a figure a row. */
bool plw_budget_read_list (PlwBudget *self, GError **error);

/* budget-words.c: what names say. */
void plw_budget_read_words (PlwBudget *self);
int64_t plw_budget_unit_of (const char *text);
bool plw_budget_is_income (const PlwBudgetRow *row);

/* budget-rules.c */
PlwBudgetRule *plw_budget_rule_new (PlwBudgetRuleKind kind, size_t target);
void plw_budget_rule_free (void *rule);
void plw_budget_rule_add (PlwBudgetRule *self, size_t row, int factor, bool is_before);
PlwVerdict plw_budget_judge (const PlwBudget *self,
                             const PlwBudgetRule *rule,
                             size_t column,
                             __int128 *ret_rest,
                             int64_t *ret_tolerance);
void plw_budget_count (const PlwBudget *self, PlwBudgetRule *rule);
size_t plw_budget_rule_held (const PlwBudgetRule *rule);
bool plw_budget_rule_has (const PlwBudgetRule *rule, size_t row);

/* budget-sums.c: a growing set of rows beside a row that they may add up to. */
typedef struct _PlwBudgetWalk PlwBudgetWalk;

/* How well a set of rows adds up to a row. */
typedef struct
{
  double score;
  size_t n_held;
  size_t n_broken;
  size_t n_empty;
  double off; /* the worst difference as a share of the total */
} PlwBudgetFit;

PlwBudgetWalk *plw_budget_walk_new (const PlwBudget *budget);
void plw_budget_walk_free (PlwBudgetWalk *self);
void plw_budget_walk_add (PlwBudgetWalk *self, size_t row);
PlwBudgetFit plw_budget_walk_fit (const PlwBudgetWalk *self, size_t target, int sign, bool is_running);
PlwBudgetRule *plw_budget_walk_to_rule (const PlwBudgetWalk *self, PlwBudgetRuleKind kind, size_t target);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwBudgetWalk, plw_budget_walk_free)

/* Finds the rules that hold under the rows' signs. */
void plw_budget_find_sums (PlwBudget *self);
void plw_budget_find_gaps (PlwBudget *self); /* budget-gaps.c */
bool plw_budget_is_same_part (const PlwBudget *self, size_t a, size_t b);

/* Returns: the index of the rule, which is the budget's then; SIZE_MAX where there are too many */
size_t plw_budget_take_rule (PlwBudget *self, PlwBudgetRule *rule);

/* budget-shape.c */
void plw_budget_find_signs (PlwBudget *self);
void plw_budget_find_shape (PlwBudget *self);

/* budget-doubt.c */
void plw_budget_find_doubts (PlwBudget *self);

/* budget-levels.c */
void plw_budget_find_levels (PlwBudget *self);
void plw_budget_use_empty (PlwBudget *self);

/* What a row takes in the year, in pence: what comes in is below 0. */
bool plw_budget_spending (const PlwBudget *self, const PlwBudgetRow *row, size_t column, int64_t *ret_pence);

/* Billionths of the unit in pence; false where they are not whole pence or too many. */
bool plw_budget_to_pence (const PlwBudget *self, __int128 value, int64_t *ret_pence);

/* budget-tie.c: whether the plan's rows come to the table's totals. Returns a line for each total. */
char *plw_budget_tie (const PlwBudget *self, const PlwPlan *plan, PlwProblems *problems);

/* budget-text.c */
char *plw_budget_rows_to_text (const PlwBudget *self);

G_END_DECLS
