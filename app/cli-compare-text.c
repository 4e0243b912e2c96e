/* cli-compare-text.c: a comparison written out as text, csv or json.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Codes hold nothing that csv or json would have to quote, so none is quoted.
 */
#include "cli-compare.h"

#include <glib/gi18n.h>

/* What is compared, in this order. */
static const struct
{
  PlwSum sum;
  const char *title;
} measures[] = {
  { PLW_SUM_NEED, N_ ("Need") },         { PLW_SUM_AVAILABLE, N_ ("Available") },
  { PLW_SUM_FUNDED, N_ ("Funded") },     { PLW_SUM_SHORTFALL, N_ ("Shortfall") },
  { PLW_SUM_STRANDED, N_ ("Stranded") },
};

#define COLUMN_WIDTH 12

static const PlwResult *
get_result (const GPtrArray *results, size_t index)
{
  return g_ptr_array_index (results, index);
}

typedef void (*WriteFigure) (GString *text,
                             const PlwResult *result,
                             const char *measure,
                             const char *year,
                             const char *value,
                             const char *difference);

static void
write_figures (GString *text, const GPtrArray *results, PlwSum sum, size_t index, WriteFigure write)
{
  const PlwResult *result = get_result (results, index);
  const PlwResult *first = get_result (results, 0);

  for (size_t year = 0; year < plw_result_n_years (result); year++)
    {
      int64_t pence = plw_result_sum (result, sum, year);
      g_autofree char *value = plw_pence_to_text (pence);
      g_autofree char *difference = plw_pence_to_text (pence - plw_result_sum (first, sum, year));

      write (text, result, plw_sum_name (sum), plw_year_name (plw_result_year (result, year)), value,
             difference);
    }
}

static void
write_all (GString *text, const GPtrArray *results, WriteFigure write)
{
  for (size_t i = 0; i < results->len; i++)
    for (size_t m = 0; m < G_N_ELEMENTS (measures); m++)
      write_figures (text, results, measures[m].sum, i, write);
}

static void
write_csv (GString *text,
           const PlwResult *result,
           const char *measure,
           const char *year,
           const char *value,
           const char *difference)
{
  g_string_append_printf (text, "%s,%s,%s,%s,%s,%s\n", plw_result_scenario (result),
                          plw_result_policy (result), measure, year, value, difference);
}

static void
write_json (GString *text,
            const PlwResult *result,
            const char *measure,
            const char *year,
            const char *value,
            const char *difference)
{
  g_string_append_printf (text,
                          "%s\n  {\"scenario\": \"%s\", \"policy\": \"%s\", \"measure\": \"%s\", "
                          "\"year\": \"%s\", \"value\": %s, \"difference\": %s}",
                          text->len > 1 ? "," : "", plw_result_scenario (result), plw_result_policy (result),
                          measure, year, value, difference);
}

/* One figure in £k. What is printed as funded is the printed need less the printed
 * shortfall: the three add up, and the shortfall is the same in every table.
 */
static int64_t
round_figure (const PlwResult *result, PlwSum sum, size_t year)
{
  if (sum == PLW_SUM_FUNDED)
    return round_figure (result, PLW_SUM_NEED, year) - round_figure (result, PLW_SUM_SHORTFALL, year);

  return plw_divide_round (plw_result_sum (result, sum, year), plw_unit_pence (PLW_UNIT_THOUSANDS));
}

static void
append_cells (GString *text, const PlwResult *result, const PlwResult *first, PlwSum sum)
{
  for (size_t year = 0; year < plw_result_n_years (result); year++)
    {
      int64_t steps =
          round_figure (result, sum, year) - (first != NULL ? round_figure (first, sum, year) : 0);
      g_autofree char *figure = plw_steps_to_text (steps, PLW_UNIT_THOUSANDS);

      g_string_append_printf (text, "%*s", COLUMN_WIDTH, figure);
    }

  g_string_append_c (text, '\n');
}

/* Pads by characters: a translation may have letters of more than one byte. */
static void
append_label (GString *text, const char *label, int width)
{
  int length = (int) g_utf8_strlen (label, -1);

  g_string_append_printf (text, "%s%*s", label, MAX (width - length, 0), "");
}

static char *
make_label (const PlwResult *result)
{
  return g_strdup_printf ("%s, %s", plw_result_scenario (result), plw_result_policy (result));
}

static int
measure_labels (const GPtrArray *results)
{
  int width = (int) g_utf8_strlen (_ ("  against the first"), -1);

  for (size_t i = 0; i < results->len; i++)
    {
      g_autofree char *label = make_label (get_result (results, i));

      width = MAX (width, (int) g_utf8_strlen (label, -1));
    }

  return width;
}

static void
append_measure (GString *text, const GPtrArray *results, size_t measure, int width)
{
  const PlwResult *first = get_result (results, 0);
  g_autofree char *title =
      g_strdup_printf ("%s, %s", _ (measures[measure].title), plw_unit_suffix (PLW_UNIT_THOUSANDS));

  append_label (text, title, width);
  for (size_t year = 0; year < plw_result_n_years (first); year++)
    g_string_append_printf (text, "%*s", COLUMN_WIDTH, plw_year_name (plw_result_year (first, year)));
  g_string_append_c (text, '\n');

  for (size_t i = 0; i < results->len; i++)
    {
      const PlwResult *result = get_result (results, i);
      g_autofree char *label = make_label (result);

      append_label (text, label, width);
      append_cells (text, result, NULL, measures[measure].sum);
      if (i == 0)
        continue;

      append_label (text, _ ("  against the first"), width);
      append_cells (text, result, first, measures[measure].sum);
    }
}

char *
cli_compare_to_text (const GPtrArray *results, PlwFormat format)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int width = measure_labels (results);

  switch (format)
    {
    case PLW_FORMAT_CSV:
      g_string_append (text, "scenario,policy,measure,year,value,difference\n");
      write_all (text, results, write_csv);
      break;

    case PLW_FORMAT_JSON:
      g_string_append_c (text, '[');
      write_all (text, results, write_json);
      g_string_append (text, "\n]\n");
      break;

    case PLW_FORMAT_TEXT:
      for (size_t m = 0; m < G_N_ELEMENTS (measures); m++)
        {
          g_string_append (text, m > 0 ? "\n" : "");
          append_measure (text, results, m, width);
        }
      break;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
