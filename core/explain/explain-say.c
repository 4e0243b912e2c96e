/* explain-say.c: the words and parts of a reason.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

#include <math.h>
#include <string.h>

void
plw_reasoning_title (PlwReasoning *reasoning, PlwFigureUnit unit, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_free (reasoning->reason->title);
  reasoning->reason->unit = unit;
  reasoning->reason->title = g_strdup_vprintf (format, arguments);
  va_end (arguments);
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

static const char *
keep (PlwReasoning *reasoning, char *name)
{
  const char *kept = g_string_chunk_insert (reasoning->names, name);

  g_free (name);
  return kept;
}

static char *
join_name (const char *name, const char *code)
{
  return strcmp (name, code) == 0 ? g_strdup (name) : g_strdup_printf ("%s (%s)", name, code);
}

const char *
plw_name_use (PlwReasoning *reasoning, size_t use)
{
  const PlwUse *held = &reasoning->result->uses[use];

  if (held->kind == PLW_USE_FINANCING)
    return held->name;

  g_autofree char *name = join_name (held->name, held->code);
  if (held->kind == PLW_USE_PROGRAMME)
    return keep (reasoning, held->part == PLW_PART_REVENUE ? g_strdup_printf (_ ("%s, revenue"), name)
                                                           : g_strdup_printf (_ ("%s, capital"), name));
  return keep (reasoning, g_steal_pointer (&name));
}

const char *
plw_name_pot (PlwReasoning *reasoning, size_t pot)
{
  const PlwPotYears *held = &reasoning->result->pots[pot];

  return keep (reasoning, join_name (held->name, held->code));
}

const char *
plw_name_programme (PlwReasoning *reasoning, size_t programme)
{
  const PlwResult *result = reasoning->result;
  const PlwProgramme *held = &result->programmes[MIN (programme, result->n_programmes)];

  return held->row == SIZE_MAX ? _ ("all programmes") : keep (reasoning, join_name (held->name, held->code));
}

const char *
plw_name_row (PlwReasoning *reasoning, const PlwPlan *plan, PlwTableId table, size_t row)
{
  const PlwTableSpec *spec = plw_schema_table (table);
  char *key = plw_plan_row_key (plan, table, row);

  if (key == NULL)
    return keep (reasoning, plw_row_name (row));
  for (size_t i = 0; i < spec->n_columns; i++)
    if (spec->columns[i].flags & PLW_COLUMN_NAME)
      {
        g_autofree char *code = key;

        return keep (reasoning, join_name (plw_plan_name (plan, table, row), code));
      }
  return keep (reasoning, key);
}

const char *
plw_name_year (PlwReasoning *reasoning, size_t year)
{
  return plw_year_name (reasoning->result->first_year + (int) year);
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
      return plw_pence_show_exact (llround (value));
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
