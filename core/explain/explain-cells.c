/* explain-cells.c: what somebody entered, and what came with the program: the leaves.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

#include <placewright/reference.h>

#include <string.h>

PlwFigure
plw_figure_of_year (const PlwResult *result, PlwTableId table, size_t row, size_t year)
{
  const PlwTableSpec *spec = plw_schema_table (table);
  size_t column = spec->n_columns + year;

  if (spec->years_rule == PLW_YEARS_CARRY)
    while (column > spec->n_columns && !plw_plan_get (result->plan, table, row, column).is_set)
      column--;
  /* Nothing before it: an empty cell of its own year. */
  if (!plw_plan_get (result->plan, table, row, column).is_set)
    column = spec->n_columns + year;
  return plw_figure_of_cell (table, row, column);
}

PlwFigure
plw_figure_of_setting (const char *key)
{
  size_t n_settings;
  const PlwSetting *settings = plw_schema_settings (&n_settings);

  return plw_figure (PLW_FIGURE_SETTING, (size_t) (plw_schema_find_setting (key) - settings), 0,
                     PLW_FIGURE_ALL_YEARS);
}

PlwFigure
plw_figure_of_parameter (const PlwResult *result,
                         const PlwPlan *held,
                         PlwTableId table,
                         size_t row,
                         size_t column)
{
  return plw_figure (held == result->plan ? PLW_FIGURE_CELL : PLW_FIGURE_PARAMETER, table, row, column);
}

bool
plw_figure_of_driver (const PlwResult *result,
                      PlwTableId table,
                      size_t row,
                      size_t column,
                      size_t year,
                      PlwFigure *ret_index)
{
  uint32_t driver = plw_model_driver (plw_figure_model (result), table, row, column);

  if (driver == 0)
    return false;
  *ret_index = plw_figure (PLW_FIGURE_INDEX, driver - 1, 0, year);
  return true;
}

/* A held number in the unit of its figure. Costs of programmes are money, though
 * they stand in one table with their intake.
 */
static double
convert (PlwType type, bool is_money, int64_t number, PlwFigureUnit *ret_unit)
{
  switch (type)
    {
    case PLW_TYPE_MONEY:
      *ret_unit = PLW_FIGURE_IN_PENCE;
      return (double) number;
    case PLW_TYPE_PERCENT:
      *ret_unit = PLW_FIGURE_IN_SHARE;
      return (double) number / (double) PLW_WHOLE;
    case PLW_TYPE_NUMBER:
      *ret_unit = is_money ? PLW_FIGURE_IN_PENCE : PLW_FIGURE_IN_NUMBER;
      return (double) number / (double) (is_money ? PLW_DECIMAL_ONE / 100 : PLW_DECIMAL_ONE);
    case PLW_TYPE_INTEGER:
    case PLW_TYPE_YESNO:
      *ret_unit = PLW_FIGURE_IN_NUMBER;
      return (double) number;
    case PLW_TYPE_YEAR:
      *ret_unit = PLW_FIGURE_IN_YEARS;
      return (double) number;
    default:
      *ret_unit = PLW_FIGURE_IN_TEXT;
      return 0;
    }
}

static double
value_in (const PlwPlan *plan, PlwFigure figure, PlwFigureUnit *ret_unit)
{
  PlwTableId table = (PlwTableId) figure.a;
  PlwType type = plw_plan_column_type (plan, table, figure.year);
  bool is_money =
      table == PLW_TABLE_PROGRAMME_YEARS
      && plw_plan_number (plan, table, figure.b, PLW_PROGRAMME_YEARS_MEASURE) != PLW_PROGRAMME_INTAKE;

  return convert (type, is_money,
                  plw_type_is_text (type) ? 0 : plw_plan_number (plan, table, figure.b, figure.year),
                  ret_unit);
}

static bool
is_in (const PlwPlan *plan, PlwFigure figure)
{
  return figure.a < PLW_N_TABLES && figure.b < plw_plan_n_rows (plan, (PlwTableId) figure.a)
         && figure.year < plw_plan_n_columns (plan, (PlwTableId) figure.a);
}

static void
title_cell (PlwReasoning *reasoning, const PlwPlan *plan, PlwFigure figure)
{
  PlwTableId table = (PlwTableId) figure.a;
  const PlwTableSpec *spec = plw_schema_table (table);
  const char *name = plw_name_row (reasoning, plan, table, figure.b);
  PlwFigureUnit unit;

  (void) value_in (plan, figure, &unit);
  if (figure.year < spec->n_columns)
    plw_reasoning_title (reasoning, unit, _ ("%s: %s"), _ (spec->columns[figure.year].title), name);
  else
    plw_reasoning_title (reasoning, unit, _ ("%s: %s, %s"), _ (spec->title), name,
                         plw_plan_column_name (plan, table, figure.year));
  if (unit == PLW_FIGURE_IN_TEXT)
    reasoning->reason->text =
        figure.year < spec->n_columns && spec->columns[figure.year].type != PLW_TYPE_NONE
            ? g_strdup (plw_plan_text (plan, table, figure.b, figure.year))
            : plw_plan_cell_to_text (plan, table, figure.b, figure.year);
}

static bool
is_cell (const PlwResult *result, PlwFigure figure)
{
  return is_in (result->plan, figure);
}

static double
value_of_cell (const PlwResult *result, PlwFigure figure)
{
  PlwFigureUnit unit;

  return value_in (result->plan, figure, &unit);
}

static void
give_cell (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  PlwTableId table = (PlwTableId) figure.a;
  bool is_set = plw_plan_get (result->plan, table, figure.b, figure.year).is_set;

  title_cell (reasoning, result->plan, figure);
  plw_reasoning_say (reasoning, PLW_OP_ENTERED,
                     is_set ? _ ("entered") : _ ("left empty, which counts as this"));
  reasoning->reason->origin = plw_origin_of_cell (result, table, figure.b, figure.year);
}

const PlwFigureForm plw_form_cell = { is_cell, value_of_cell, give_cell };

static const PlwSetting *
setting_of (PlwFigure figure)
{
  size_t n_settings;

  return &plw_schema_settings (&n_settings)[figure.a];
}

static bool
is_setting (const PlwResult *result, PlwFigure figure)
{
  size_t n_settings;

  (void) plw_schema_settings (&n_settings);
  return figure.a < n_settings;
}

static double
value_in_setting (const PlwResult *result, PlwFigure figure, PlwFigureUnit *ret_unit)
{
  const PlwSetting *setting = setting_of (figure);

  return convert (setting->type, false,
                  plw_type_is_text (setting->type) ? 0
                                                   : plw_plan_setting_number (result->plan, setting->key, 0),
                  ret_unit);
}

static double
value_of_setting (const PlwResult *result, PlwFigure figure)
{
  PlwFigureUnit unit;

  return value_in_setting (result, figure, &unit);
}

static void
give_setting (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  const PlwSetting *setting = setting_of (figure);
  PlwOrigin *origin = plw_origin_of_setting (result, setting);
  PlwFigureUnit unit;

  (void) value_in_setting (result, figure, &unit);
  plw_reasoning_title (reasoning, unit, "%s", _ (setting->title));
  if (unit == PLW_FIGURE_IN_TEXT)
    reasoning->reason->text = g_strdup (plw_plan_setting (result->plan, setting->key));
  plw_reasoning_say (reasoning, PLW_OP_ENTERED,
                     origin->entered[0] != '\0' || origin->scenario[0] != '\0'
                         ? _ ("entered")
                         : _ ("left empty, which counts as this"));
  reasoning->reason->origin = origin;
}

const PlwFigureForm plw_form_setting = { is_setting, value_of_setting, give_setting };

static bool
is_parameter (const PlwResult *result, PlwFigure figure)
{
  return is_in (plw_reference (), figure);
}

static double
value_of_parameter (const PlwResult *result, PlwFigure figure)
{
  PlwFigureUnit unit;

  return value_in (plw_reference (), figure, &unit);
}

static void
give_parameter (PlwReasoning *reasoning, PlwFigure figure)
{
  title_cell (reasoning, plw_reference (), figure);
  plw_reasoning_say (reasoning, PLW_OP_ENTERED,
                     _ ("comes with the program; a row of the plan may replace it"));
  reasoning->reason->origin = plw_origin_of_parameter ((PlwTableId) figure.a, figure.b, figure.year);
}

const PlwFigureForm plw_form_parameter = { is_parameter, value_of_parameter, give_parameter };
