/* report-writer.c: a table written row by row, as text, CSV or JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/report-writer.h"
#include "base/guard.h"

#include <math.h>
#include <string.h>

/* Names of columns whose cells are short. */
static int
width_of (const char *column)
{
  static const struct
  {
    const char *name;
    int width;
  } widths[] = { { "year", 8 }, { "part", 8 }, { "use_kind", 11 }, { "standing", 10 }, { "measure", 16 } };

  for (size_t i = 0; i < G_N_ELEMENTS (widths); i++)
    if (strcmp (column, widths[i].name) == 0)
      return widths[i].width;
  return 20;
}

/* Cells and values are codes, names of measures and numbers: none needs quotes in
 * CSV nor escapes in JSON. But a code may begin with a dash.
 */
static void
write_json (PlwReport *report, const char *value, bool is_text)
{
  g_string_append (report->text, report->n_rows == 1 ? "[\n  {" : ",\n  {");
  for (size_t i = 0; i + 1 < report->n_columns; i++)
    g_string_append_printf (report->text, "\"%s\": \"%s\", ", report->columns[i],
                            report->cells[i] != NULL ? report->cells[i] : "");
  g_string_append_printf (report->text, "\"%s\": ", report->columns[report->n_columns - 1]);
  if (value == NULL)
    g_string_append (report->text, "null");
  else
    g_string_append_printf (report->text, is_text ? "\"%s\"" : "%s", value);
  g_string_append_c (report->text, '}');
}

static void
write_row (PlwReport *report, PlwFigure figure, const char *value, bool is_text)
{
  report->n_rows++;
  if (report->row_func != NULL)
    {
      report->row_func (report->cells, report->n_columns - 1, figure, value, report->row_data);
      return;
    }
  if (report->format == PLW_FORMAT_JSON)
    {
      write_json (report, value, is_text);
      return;
    }
  for (size_t i = 0; i + 1 < report->n_columns; i++)
    {
      const char *cell = report->cells[i] != NULL ? report->cells[i] : "";

      if (report->format == PLW_FORMAT_CSV)
        g_string_append_printf (report->text, "%s%s,", plw_guard_is_needed (cell) ? "'" : "", cell);
      else
        g_string_append_printf (report->text, "%-*s ", width_of (report->columns[i]), cell);
    }
  g_string_append_printf (report->text, report->format == PLW_FORMAT_CSV ? "%s\n" : "%18s\n",
                          value != NULL ? value : "");
}

void
plw_report_begin (PlwReport *report, const char *const *columns, PlwFormat format)
{
  *report = (PlwReport){ .text = g_string_new (NULL), .format = format, .columns = columns };
  while (columns[report->n_columns] != NULL)
    report->n_columns++;
  g_assert (report->n_columns <= PLW_REPORT_COLUMNS_MOST);
  if (format == PLW_FORMAT_JSON)
    return;
  memcpy (report->cells, columns, report->n_columns * sizeof *columns);
  write_row (report, PLW_NO_FIGURE, columns[report->n_columns - 1], true);
  report->n_rows = 0;
  memset (report->cells, 0, sizeof report->cells);
}

void
plw_report_money (PlwReport *report, PlwFigure figure, int64_t pence)
{
  g_autofree char *value = plw_pence_to_text (pence);

  write_row (report, figure, value, false);
}

/* From whole numbers, so that it is the same everywhere. */
void
plw_report_share (PlwReport *report, PlwFigure figure, int64_t funded, int64_t need)
{
  int64_t unit = INT64_C (1000000000000);
  int64_t share = need > 0 ? plw_divide_round ((__int128) funded * unit, need) : unit;
  g_autofree char *value =
      g_strdup_printf ("%" G_GINT64_FORMAT ".%012" G_GINT64_FORMAT, share / unit, share % unit);

  write_row (report, figure, value, false);
}

void
plw_report_number (PlwReport *report, PlwFigure figure, double value, int decimals)
{
  char held[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *form = g_strdup_printf ("%%.%df", decimals);

  g_assert (isfinite (value));
  write_row (report, figure, g_ascii_formatd (held, sizeof held, form, value), false);
}

void
plw_report_text (PlwReport *report, PlwFigure figure, const char *value)
{
  write_row (report, figure, value, true);
}

void
plw_report_begin_rows (PlwReport *report, const char *const *columns, PlwRowFunc func, void *data)
{
  plw_report_begin (report, columns, PLW_FORMAT_JSON);
  report->row_func = func;
  report->row_data = data;
}

char *
plw_report_end (PlwReport *report)
{
  if (report->format == PLW_FORMAT_JSON)
    g_string_append (report->text, report->n_rows == 0 ? "[]\n" : "\n]\n");
  return g_string_free (g_steal_pointer (&report->text), FALSE);
}
