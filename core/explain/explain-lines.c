/* explain-lines.c: a line's need: cost elements at the year's prices and volumes, and changes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

#include <string.h>

/* A line's need before prevention and its parts, as the engine has them. */
static PlwWide
find_parts (const PlwResult *result, PlwFigure figure, PlwWide *ret_parts)
{
  return plw_need_before_prevention (plw_figure_model (result), figure.a, figure.year,
                                     result->spilled[figure.a * result->n_years + figure.year], ret_parts);
}

static bool
is_row_of_line (const PlwResult *result, PlwTableId table, size_t row, size_t column, size_t line)
{
  return strcmp (plw_plan_text (result->plan, table, row, column), result->uses[line].code) == 0;
}

static int
sign_of_cost (const PlwResult *result, size_t row)
{
  return plw_plan_number (result->plan, PLW_TABLE_COSTS, row, PLW_COSTS_KIND) == PLW_COST_INCOME ? -1 : 1;
}

void
plw_reasoning_add_bases (PlwReasoning *reasoning, int sign, size_t line)
{
  const PlwResult *result = reasoning->result;

  for (size_t r = 0; r < plw_plan_n_rows (result->plan, PLW_TABLE_COSTS); r++)
    if (is_row_of_line (result, PLW_TABLE_COSTS, r, PLW_COSTS_LINE, line))
      plw_reasoning_add (reasoning, sign * sign_of_cost (result, r),
                         plw_figure_of_cell (PLW_TABLE_COSTS, r, PLW_COSTS_BASE));
}

static bool
is_base_need (const PlwResult *result, PlwFigure figure)
{
  return figure.a < result->n_uses && result->uses[figure.a].kind == PLW_USE_LINE;
}

static double
value_of_base_need (const PlwResult *result, PlwFigure figure)
{
  return (double) plw_result_base_need (result, figure.a);
}

static void
give_base_need (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Need of %s in the base year, %s"),
                       plw_name_use (reasoning, figure.a), plw_year_name (reasoning->result->first_year - 1));
  plw_reasoning_say (reasoning, PLW_OP_POSITIVE, _ ("cost elements − income, never below nothing"));
  plw_reasoning_add_bases (reasoning, 1, figure.a);
}

const PlwFigureForm plw_form_base_need = { is_base_need, value_of_base_need, give_base_need };

/* What a need before prevention is made of, whether it is below nothing or not. */
static void
add_before (PlwReasoning *reasoning, PlwFigure figure)
{
  static const int signs[] = {
    [PLW_CHANGE_PRESSURE] = 1,
    [PLW_CHANGE_GROWTH] = 1,
    [PLW_CHANGE_SAVING] = -1,
    [PLW_CHANGE_INCOME] = -1,
  };

  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_FULL, figure.a, 0, figure.year));
  plw_reasoning_add_if_any (reasoning, 1, plw_figure (PLW_FIGURE_SPILL, figure.a, 0, figure.year));
  for (size_t kind = 0; kind < G_N_ELEMENTS (signs); kind++)
    plw_reasoning_add_if_any (reasoning, signs[kind],
                              plw_figure (PLW_FIGURE_CHANGES, figure.a, kind, figure.year));
}

static double
value_of_before (const PlwResult *result, PlwFigure figure)
{
  return plw_fine_to_double (find_parts (result, figure, NULL));
}

static void
give_before (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Need of %s before prevention, %s"),
                       plw_name_use (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_POSITIVE,
                     _ ("prices and volumes + knock-on + changes, never below nothing"));
  add_before (reasoning, figure);
}

const PlwFigureForm plw_form_before = { plw_figure_is_of_line, value_of_before, give_before };

static double
value_of_clipped (const PlwResult *result, PlwFigure figure)
{
  PlwWide parts[PLW_N_NEED_PARTS];

  find_parts (result, figure, parts);
  return plw_fine_to_double (parts[PLW_NEED_CLIPPED]);
}

static void
give_clipped (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Surplus of %s that is not a need, %s"),
                       plw_name_use (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_NEGATIVE,
                     _ ("by how much prices and volumes + knock-on + changes are below nothing"));
  add_before (reasoning, figure);
}

const PlwFigureForm plw_form_clipped = { plw_figure_is_of_line, value_of_clipped, give_clipped };

static void
add_elements (PlwReasoning *reasoning, PlwFigure figure, size_t with_volume)
{
  const PlwResult *result = reasoning->result;

  for (size_t r = 0; r < plw_plan_n_rows (result->plan, PLW_TABLE_COSTS); r++)
    if (is_row_of_line (result, PLW_TABLE_COSTS, r, PLW_COSTS_LINE, figure.a))
      plw_reasoning_add (reasoning, sign_of_cost (result, r),
                         plw_figure (PLW_FIGURE_ELEMENT, r, with_volume, figure.year));
}

static double
value_of_priced (const PlwResult *result, PlwFigure figure)
{
  PlwWide parts[PLW_N_NEED_PARTS];

  find_parts (result, figure, parts);
  return plw_fine_to_double (parts[PLW_NEED_PRICED]);
}

static void
give_priced (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("%s at the prices of %s"),
                       plw_name_use (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("cost elements − income, at the year's prices"));
  add_elements (reasoning, figure, 0);
}

const PlwFigureForm plw_form_priced = { plw_figure_is_of_line, value_of_priced, give_priced };

static double
value_of_full (const PlwResult *result, PlwFigure figure)
{
  PlwWide parts[PLW_N_NEED_PARTS];

  find_parts (result, figure, parts);
  return plw_fine_to_double (parts[PLW_NEED_PRICED] + parts[PLW_NEED_DEMAND]);
}

static void
give_full (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("%s at the prices and volumes of %s"),
                       plw_name_use (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("cost elements − income, at the year's prices and volumes"));
  add_elements (reasoning, figure, 1);
}

const PlwFigureForm plw_form_full = { plw_figure_is_of_line, value_of_full, give_full };

static bool
is_element (const PlwResult *result, PlwFigure figure)
{
  return figure.a < plw_plan_n_rows (result->plan, PLW_TABLE_COSTS) && figure.b <= 1
         && plw_figure_has_year (result, figure);
}

/* Elements stand in the model by line, then row. */
static const PlwElement *
find_element (const PlwResult *result, size_t row)
{
  const PlwModel *model = plw_figure_model (result);
  const char *code = plw_plan_text (result->plan, PLW_TABLE_COSTS, row, PLW_COSTS_LINE);
  const PlwElement *element =
      &model->elements[model->lines[plw_model_number (model, PLW_TABLE_LINES, code)].first_element];

  for (size_t r = 0; r < row; r++)
    if (strcmp (plw_plan_text (result->plan, PLW_TABLE_COSTS, r, PLW_COSTS_LINE), code) == 0)
      element++;
  return element;
}

static double
value_of_element (const PlwResult *result, PlwFigure figure)
{
  const PlwElement *element = find_element (result, figure.a);
  uint32_t series = figure.b == 0 ? element->price : element->price_and_volume;
  PlwWide pence =
      (PlwWide) element->base_pence * plw_model_index (plw_figure_model (result), series, figure.year);

  return sign_of_cost (result, figure.a) * plw_fine_to_double (pence);
}

static void
give_element (PlwReasoning *reasoning, PlwFigure figure)
{
  static const char *const formulas[2][2] = {
    { N_ ("as in the base year: it follows no driver"), N_ ("base × volume index") },
    { N_ ("base × price index"), N_ ("base × price index × volume index") },
  };
  const PlwResult *result = reasoning->result;
  const char *name = plw_name_row (reasoning, result->plan, PLW_TABLE_COSTS, figure.a);
  const char *year = plw_name_year (reasoning, figure.year);
  PlwFigure price;
  PlwFigure volume;
  bool has_price =
      plw_figure_of_driver (result, PLW_TABLE_COSTS, figure.a, PLW_COSTS_PRICE_DRIVER, figure.year, &price);
  bool has_volume = figure.b == 1
                    && plw_figure_of_driver (result, PLW_TABLE_COSTS, figure.a, PLW_COSTS_VOLUME_DRIVER,
                                             figure.year, &volume);

  if (figure.b == 0)
    plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Cost element %s at the prices of %s"), name,
                         year);
  else
    plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE,
                         _ ("Cost element %s at the prices and volumes of %s"), name, year);
  plw_reasoning_say (reasoning, PLW_OP_PRODUCT, _ (formulas[has_price][has_volume]));
  plw_reasoning_add (reasoning, 1, plw_figure_of_cell (PLW_TABLE_COSTS, figure.a, PLW_COSTS_BASE));
  if (has_price)
    plw_reasoning_add (reasoning, 1, price);
  if (has_volume)
    plw_reasoning_add (reasoning, 1, volume);
}

const PlwFigureForm plw_form_element = { is_element, value_of_element, give_element };

static bool
is_index (const PlwResult *result, PlwFigure figure)
{
  return figure.a < plw_plan_n_rows (result->plan, PLW_TABLE_DRIVERS) && plw_figure_has_year (result, figure);
}

static double
value_of_index (const PlwResult *result, PlwFigure figure)
{
  return plw_fine_to_double (plw_model_index (plw_figure_model (result), figure.a + 1, figure.year));
}

static void
give_index (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_FACTOR, _ ("Index of %s, %s"),
                       plw_name_row (reasoning, reasoning->result->plan, PLW_TABLE_DRIVERS, figure.a),
                       plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_GROW,
                     figure.year > 0 ? _ ("last year's index × (1 + the year's rate)")
                                     : _ ("1 + the year's rate; the base year is 1"));
  if (figure.year > 0)
    plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_INDEX, figure.a, 0, figure.year - 1));
  plw_reasoning_add (reasoning, 1,
                     plw_figure_of_year (reasoning->result, PLW_TABLE_DRIVERS, figure.a, figure.year));
}

const PlwFigureForm plw_form_index = { is_index, value_of_index, give_index };
