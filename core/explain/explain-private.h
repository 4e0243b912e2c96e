/* explain-private.h: what every kind of figure must be able to say of itself.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/result-private.h"

#include <placewright/explain.h>

G_BEGIN_DECLS

/* A reason being put together. */
typedef struct
{
  const PlwResult *result;
  PlwReason *reason;
  GArray *parts; /* of PlwReasonPart */
  GStringChunk *names;
} PlwReasoning;

/**
 * PlwFigureForm: a kind of figure.
 * @is_there: whether the result has the figure; the others may rely on it
 * @value: in the unit of the reason
 * @give_reason: says what it is and how it follows, and adds the parts
 */
typedef struct
{
  bool (*is_there) (const PlwResult *result, PlwFigure figure);
  double (*value) (const PlwResult *result, PlwFigure figure);
  void (*give_reason) (PlwReasoning *reasoning, PlwFigure figure);
} PlwFigureForm;

/* Every kind has one, none of whose functions is NULL. */
const PlwFigureForm *plw_figure_form (PlwFigureKind kind);

static inline PlwFigure
plw_figure (PlwFigureKind kind, size_t a, size_t b, size_t year)
{
  return (PlwFigure){ kind, (uint32_t) a, (uint32_t) b, (uint32_t) year };
}

/* A cell of the plan, as the scenario has it. */
static inline PlwFigure
plw_figure_of_cell (PlwTableId table, size_t row, size_t column)
{
  return plw_figure (PLW_FIGURE_CELL, table, row, column);
}

static inline const PlwModel *
plw_figure_model (const PlwResult *result)
{
  return result->study->model;
}

/* The cell that holds the year's figure: an earlier year's where a year carries on. */
PlwFigure plw_figure_of_year (const PlwResult *result, PlwTableId table, size_t row, size_t year);

/* The setting with the key @key. */
PlwFigure plw_figure_of_setting (const char *key);

/* A cell of the plan where @held is that plan, else of the shipped tables. */
PlwFigure plw_figure_of_parameter (const PlwResult *result,
                                   const PlwPlan *held,
                                   PlwTableId table,
                                   size_t row,
                                   size_t column);

/* The index of the driver that a cell names; false where it names none. */
bool plw_figure_of_driver (const PlwResult *result,
                           PlwTableId table,
                           size_t row,
                           size_t column,
                           size_t year,
                           PlwFigure *ret_index);

double plw_figure_value (const PlwResult *result, PlwFigure figure);

static inline double
plw_fine_to_double (PlwWide value)
{
  return (double) value / (double) PLW_FINE;
}

/* Whether the year is one of the plan's. */
static inline bool
plw_figure_has_year (const PlwResult *result, PlwFigure figure)
{
  return figure.year < result->n_years;
}

bool plw_figure_is_of_line (const PlwResult *result, PlwFigure figure);

/* Saying. Texts are translated already. */
void plw_reasoning_title (PlwReasoning *reasoning, PlwFigureUnit unit, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void plw_reasoning_say (PlwReasoning *reasoning, PlwOperation operation, const char *formula);
void plw_reasoning_add (PlwReasoning *reasoning, int sign, PlwFigure figure);

/* The same, but a figure of nothing is left out. */
void plw_reasoning_add_if_any (PlwReasoning *reasoning, int sign, PlwFigure figure);

/* A line's cost elements as entered for the base year, income the other way. */
void plw_reasoning_add_bases (PlwReasoning *reasoning, int sign, size_t line);

/* Nothing follows from nothing: a sum without parts. */
void plw_reasoning_say_none (PlwReasoning *reasoning, const char *why);

/* Names for titles, “Home care (ASC-01)”, “2028/29”; they live as long as the reasoning. */
const char *plw_name_use (PlwReasoning *reasoning, size_t use);
const char *plw_name_pot (PlwReasoning *reasoning, size_t pot);
const char *plw_name_programme (PlwReasoning *reasoning, size_t programme);
const char *plw_name_row (PlwReasoning *reasoning, const PlwPlan *plan, PlwTableId table, size_t row);
const char *plw_name_year (PlwReasoning *reasoning, size_t year);

/* How a row without a key is called: “row 3”, as it stands in a plan folder. (transfer full) */
char *plw_row_name (size_t row) G_GNUC_WARN_UNUSED_RESULT;

/* The first flow of the year, or of a later one. */
size_t plw_first_flow (const PlwResult *result, size_t year);

/* The parts. Each is a kind, or a family of kinds, in a file of its own. */
extern const PlwFigureForm plw_form_sum;
extern const PlwFigureForm plw_form_need;
extern const PlwFigureForm plw_form_floor;
extern const PlwFigureForm plw_form_funded;
extern const PlwFigureForm plw_form_borrowed;
extern const PlwFigureForm plw_form_shortfall;
extern const PlwFigureForm plw_form_share;
extern const PlwFigureForm plw_form_flow;
extern const PlwFigureForm plw_form_bridge;
extern const PlwFigureForm plw_form_base_need;
extern const PlwFigureForm plw_form_before;
extern const PlwFigureForm plw_form_priced;
extern const PlwFigureForm plw_form_full;
extern const PlwFigureForm plw_form_spill;
extern const PlwFigureForm plw_form_rise;
extern const PlwFigureForm plw_form_knock_on;
extern const PlwFigureForm plw_form_changes;
extern const PlwFigureForm plw_form_change;
extern const PlwFigureForm plw_form_element;
extern const PlwFigureForm plw_form_index;
extern const PlwFigureForm plw_form_saved;
extern const PlwFigureForm plw_form_pot;
extern const PlwFigureForm plw_form_tax;
extern const PlwFigureForm plw_form_cost;
extern const PlwFigureForm plw_form_programme;
extern const PlwFigureForm plw_form_effect;
extern const PlwFigureForm plw_form_reached;
extern const PlwFigureForm plw_form_growth;
extern const PlwFigureForm plw_form_unit_value;
extern const PlwFigureForm plw_form_correction;
extern const PlwFigureForm plw_form_partner;
extern const PlwFigureForm plw_form_worth;
extern const PlwFigureForm plw_form_debt;
extern const PlwFigureForm plw_form_cell;
extern const PlwFigureForm plw_form_setting;
extern const PlwFigureForm plw_form_parameter;
extern const PlwFigureForm plw_form_clipped;
extern const PlwFigureForm plw_form_discount;
extern const PlwFigureForm plw_form_loan;
extern const PlwFigureForm plw_form_left;
extern const PlwFigureForm plw_form_lapsed;
extern const PlwFigureForm plw_form_sustain;
extern const PlwFigureForm plw_form_financing_ratio;
extern const PlwFigureForm plw_form_lasting;
extern const PlwFigureForm plw_form_one_offs;
extern const PlwFigureForm plw_form_beyond;
extern const PlwFigureForm plw_form_forgone;
extern const PlwFigureForm plw_form_follow;
extern const PlwFigureForm plw_form_follow_on;
extern const PlwFigureForm plw_form_transfer;
extern const PlwFigureForm plw_form_standing;
extern const PlwFigureForm plw_form_freed;
extern const PlwFigureForm plw_form_gain;
extern const PlwFigureForm plw_form_rule;
extern const PlwFigureForm plw_form_shapley;
extern const PlwFigureForm plw_form_rung;
extern const PlwFigureForm plw_form_lifted;

/* Figures of the valley and of delay, from PLW_PROGRAMME_VALLEY_DEPTH on: of PLW_FIGURE_PROGRAMME. */
bool plw_valley_is_there (const PlwResult *result, PlwFigure figure);
double plw_valley_value (const PlwResult *result, PlwFigure figure);
void plw_valley_give_reason (PlwReasoning *reasoning, PlwFigure figure);

/* The text of a value: “£1,234.56”, “80%”. (transfer full) */
char *plw_figure_show (PlwFigureUnit unit, double value) G_GNUC_WARN_UNUSED_RESULT;

/* Where a cell of the plan, or of the shipped tables, comes from. */
PlwOrigin *plw_origin_of_cell (const PlwResult *result, PlwTableId table, size_t row, size_t column)
    G_GNUC_WARN_UNUSED_RESULT;
PlwOrigin *plw_origin_of_setting (const PlwResult *result,
                                  const PlwSetting *setting) G_GNUC_WARN_UNUSED_RESULT;
PlwOrigin *plw_origin_of_parameter (PlwTableId table, size_t row, size_t column) G_GNUC_WARN_UNUSED_RESULT;
void plw_origin_free (PlwOrigin *origin);

G_END_DECLS
