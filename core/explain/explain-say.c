/* explain-say.c: the words and parts of a reason.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

#include <math.h>
#include <string.h>

void
plw_reasoning_title (PlwReasoning *reasoning, PlwFigureUnit unit, char *title)
{
  g_free (reasoning->reason->title);
  reasoning->reason->unit = unit;
  reasoning->reason->title = title;
}

void
plw_reasoning_say (PlwReasoning *reasoning, PlwOperation operation, const char *formula)
{
  g_free (reasoning->reason->formula);
  reasoning->reason->operation = operation;
  reasoning->reason->formula = g_strdup (formula);
}

void
plw_reasoning_add (PlwReasoning *reasoning, int sign, PlwFigure figure)
{
  PlwReasonPart part = { figure, sign };

  g_array_append_val (reasoning->parts, part);
}

void
plw_reasoning_add_if_any (PlwReasoning *reasoning, int sign, PlwFigure figure)
{
  if (plw_figure_value (reasoning->result, figure) != 0)
    plw_reasoning_add (reasoning, sign, figure);
}

void
plw_reasoning_say_none (PlwReasoning *reasoning, const char *why)
{
  g_assert (reasoning->parts->len == 0);
  plw_reasoning_say (reasoning, PLW_OP_SUM, why);
}

static char *
join_name (const char *name, const char *code)
{
  return strcmp (name, code) == 0 ? g_strdup (name) : g_strdup_printf ("%s (%s)", name, code);
}

char *
plw_figure_name_use (const PlwResult *result, size_t use)
{
  const PlwUse *held = &result->uses[use];
  g_autofree char *name = join_name (held->name, held->code);

  if (held->kind == PLW_USE_FINANCING)
    return g_strdup (held->name);
  if (held->kind == PLW_USE_PROGRAMME)
    return g_strdup_printf (held->part == PLW_PART_REVENUE ? _ ("%s, revenue") : _ ("%s, capital"), name);
  return g_steal_pointer (&name);
}

char *
plw_figure_name_pot (const PlwResult *result, size_t pot)
{
  return join_name (result->pots[pot].name, result->pots[pot].code);
}

char *
plw_figure_name_row (const PlwPlan *plan, PlwTableId table, size_t row)
{
  g_autofree char *key = plw_plan_row_key (plan, table, row);
  const char *name = plw_plan_name (plan, table, row);

  if (key == NULL)
    return g_strdup_printf (_ ("row %" G_GSIZE_FORMAT), row + 2);
  for (size_t i = 0; i < plw_schema_table (table)->n_columns; i++)
    if (plw_schema_table (table)->columns[i].flags & PLW_COLUMN_NAME)
      return join_name (name, key);
  return g_steal_pointer (&key);
}

char *
plw_figure_name_programme (const PlwResult *result, size_t programme)
{
  const PlwProgramme *held = &result->programmes[MIN (programme, result->n_programmes)];

  return held->row == SIZE_MAX ? g_strdup (_ ("all programmes")) : join_name (held->name, held->code);
}

const char *
plw_figure_name_year (const PlwResult *result, size_t year)
{
  return plw_year_name (result->first_year + (int) year);
}

static char *
show_money (double pence)
{
  int64_t whole = llround (pence);
  uint64_t size = (uint64_t) (whole < 0 ? -whole : whole);
  g_autofree char *pounds = plw_steps_to_text ((int64_t) (size / 100), PLW_UNIT_POUNDS);

  return g_strdup_printf ("%s£%s.%02d", whole < 0 ? "-" : "", pounds, (int) (size % 100));
}

/* Up to six decimals, none for their own sake. */
static char *
show_number (double value)
{
  if (fabs (value) >= 9e9)
    return g_strdup_printf ("%.0f", value);
  return plw_decimal_to_text (llround (value * 1e6) * 1000);
}

char *
plw_figure_show (PlwFigureUnit unit, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *number = NULL;

  switch (unit)
    {
    case PLW_FIGURE_IN_PENCE:
      return show_money (value);
    case PLW_FIGURE_IN_SHARE:
      number = show_number (value * 100);
      return g_strconcat (number, "%", NULL);
    case PLW_FIGURE_IN_FACTOR:
      return g_strdup (g_ascii_formatd (digits, sizeof digits, "%.6f", value));
    case PLW_FIGURE_IN_YEARS:
      return g_strdup (value > 0 ? plw_year_name ((int) value) : _ ("none"));
    case PLW_FIGURE_IN_NUMBER:
    case PLW_FIGURE_IN_TEXT:
    default:
      return show_number (value);
    }
}
