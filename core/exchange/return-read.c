/* return-read.c: the lines of a revenue return, from a long table or from the published time series.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/return-private.h"

#include "base/i18n.h"

#include <stdlib.h>
#include <string.h>

/* Returns are in thousands of pounds. */
#define PENCE_IN_UNIT 100000

typedef enum
{
  COLUMN_COUNCIL,
  COLUMN_CODE,
  COLUMN_FORM,
  COLUMN_LINE,
  COLUMN_MEASURE,
  COLUMN_AMOUNT,
  N_COLUMNS,
} Column;

static const char *const column_names[N_COLUMNS] = { "council",      "ons_code", "form",
                                                     "service_line", "measure",  "gbp_k" };

/* What a measure is called in a long table, and what columns of the time series end in. */
static const struct
{
  const char *name;
  const char *suffix;
} measures[PLW_RETURN_N_MEASURES] = {
  [PLW_RETURN_PAY] = { "employees", "_empl" },
  [PLW_RETURN_RUNNING] = { "running_expenses", "_run_exp" },
  [PLW_RETURN_FEES] = { "sales_fees_charges", "_sfc" },
  [PLW_RETURN_OTHER_INCOME] = { "other_income", "_oth_inc" },
  [PLW_RETURN_EXPENDITURE] = { "total_expenditure", "_tot_exp" },
  [PLW_RETURN_INCOME] = { "total_income", "_tot_inc" },
  [PLW_RETURN_NET] = { "net_current_expenditure", "_net_cur_exp" },
};

const char *
plw_return_measure_name (PlwReturnMeasure measure)
{
  return measures[measure].name;
}

bool
plw_return_is_wanted (const PlwReturn *self, const char *council, const char *code)
{
  for (size_t i = 0; self->options->councils[i] != NULL; i++)
    if (g_pattern_match_simple (self->options->councils[i], council)
        || g_pattern_match_simple (self->options->councils[i], code))
      return true;

  return false;
}

static size_t
find_column (const PlwImport *source, const char *name)
{
  for (size_t i = 0; i < source->n_columns; i++)
    if (g_ascii_strcasecmp (plw_import_heading (source, i), name) == 0)
      return i;

  return SIZE_MAX;
}

static size_t
get_number (const PlwReturn *self, size_t row)
{
  return plw_import_row (self->source, self->source->header + 1 + row)->number;
}

/* A line that was not there before, at the end. */
static PlwReturnLine *
add_line (PlwReturn *self,
          size_t row,
          const char *council,
          const char *council_code,
          const char *name,
          const char *id)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autofree char *code = g_strdup_printf ("%s.%s.%s", council_code, self->options->form, id);
  PlwReturnLine *line = g_new0 (PlwReturnLine, 1);

  line->council = council;
  line->council_code = council_code;
  line->name = name;
  line->code = g_steal_pointer (&code);
  line->row = get_number (self, row);
  line->is_total = strstr (lower, "total") != NULL;
  g_ptr_array_add (self->lines, line);
  return line;
}

void
plw_return_add_problem (PlwReturn *self,
                        PlwSeverity severity,
                        size_t row,
                        const char *key,
                        char *what,
                        char *remedy)
{
  plw_problems_add (self->problems, severity, NULL, 0, key, NULL, what, remedy);
  plw_problems_set_place (self->problems,
                          row > 0 ? plw_import_row_place (self->source, row) : g_strdup (self->source->name));
}

static void
take_amount (PlwReturn *self, size_t row, PlwReturnLine *line, PlwReturnMeasure measure, const char *text)
{
  size_t number = get_number (self, row);
  int64_t billionths;

  if (text[0] == '\0' || plw_import_is_missing (text))
    plw_return_add_problem (self, PLW_SEVERITY_WARNING, number, line->code,
                            g_strdup_printf (_ ("%s is missing and not taken as 0"), measures[measure].name),
                            NULL);
  else if (!plw_decimal_parse (text, PLW_PARSE_STRICT, &billionths, NULL)
           || billionths % (PLW_DECIMAL_ONE / PENCE_IN_UNIT) != 0
           || ABS (billionths) > PLW_PENCE_MAX * (PLW_DECIMAL_ONE / PENCE_IN_UNIT))
    plw_return_add_problem (self, PLW_SEVERITY_ERROR, number, line->code,
                            g_strdup_printf (_ ("“%s” is not an amount in thousands of pounds"), text),
                            g_strdup (_ ("write a number such as 1250 or 0.75")));
  else
    {
      line->amounts[measure] = billionths / (PLW_DECIMAL_ONE / PENCE_IN_UNIT);
      line->has[measure] = true;
    }
}

/* The line a row of a long table is of: the last of the council, or a new one. */
static PlwReturnLine *
get_line (PlwReturn *self, size_t row, const size_t *columns)
{
  const char *code = plw_import_cell (self->source, row, columns[COLUMN_CODE]);
  const char *name = plw_import_cell (self->source, row, columns[COLUMN_LINE]);
  PlwReturnLine *last = self->lines->len > 0 ? g_ptr_array_index (self->lines, self->lines->len - 1) : NULL;

  if (last != NULL && strcmp (last->council_code, code) == 0 && strcmp (last->name, name) == 0)
    return last;

  g_autofree char *id = plw_return_line_code (self->options->form, name);

  return add_line (self, row, plw_import_cell (self->source, row, columns[COLUMN_COUNCIL]), code, name, id);
}

static void
read_long (PlwReturn *self, const size_t *columns)
{
  for (size_t row = 0; row < plw_import_n_rows (self->source); row++)
    {
      const char *measure = plw_import_cell (self->source, row, columns[COLUMN_MEASURE]);

      if (strcmp (plw_import_cell (self->source, row, columns[COLUMN_FORM]), self->options->form) != 0
          || !plw_return_is_wanted (self, plw_import_cell (self->source, row, columns[COLUMN_COUNCIL]),
                                    plw_import_cell (self->source, row, columns[COLUMN_CODE])))
        continue;

      PlwReturnLine *line = get_line (self, row, columns);

      for (PlwReturnMeasure i = 0; i < PLW_RETURN_N_MEASURES; i++)
        if (strcmp (measures[i].name, measure) == 0)
          take_amount (self, row, line, i, plw_import_cell (self->source, row, columns[COLUMN_AMOUNT]));
    }
}

/* A column of the time series: FORM_line_measure.
 * Returns: (transfer full) (nullable): the line's code
 */
static char *
read_heading (const PlwReturn *self, const char *heading, PlwReturnMeasure *ret_measure)
{
  g_autofree char *prefix = g_strconcat (self->options->form, "_", NULL);
  size_t start = strlen (prefix);

  if (!g_str_has_prefix (heading, prefix))
    return NULL;
  for (PlwReturnMeasure i = 0; i < PLW_RETURN_N_MEASURES; i++)
    if (g_str_has_suffix (heading + start, measures[i].suffix))
      {
        *ret_measure = i;
        return g_strndup (heading + start, strlen (heading) - start - strlen (measures[i].suffix));
      }
  if (!g_str_has_suffix (heading + start, "_net_exp"))
    return NULL;

  *ret_measure = PLW_RETURN_NET;
  return g_strndup (heading + start, strlen (heading) - start - strlen ("_net_exp"));
}

/* 202503, also 2025-03, is the year that ended in March 2025. */
static int
read_year_ending (const char *text)
{
  int year = atoi (text);

  if (year > 9999)
    year /= 100;
  return year > PLW_YEAR_MIN && year <= PLW_YEAR_MAX ? year - 1 : 0;
}

/* The line of a council that has this code; the totals of the series are known by theirs. */
static PlwReturnLine *
get_line_by_code (PlwReturn *self, size_t row, size_t name, size_t code, const char *id, size_t first)
{
  const char *council_code = plw_import_cell (self->source, row, code);
  g_autofree char *wanted = g_strdup_printf ("%s.%s.%s", council_code, self->options->form, id);

  for (size_t i = first; i < self->lines->len; i++)
    if (strcmp (((PlwReturnLine *) g_ptr_array_index (self->lines, i))->code, wanted) == 0)
      return g_ptr_array_index (self->lines, i);

  const char *line_name = plw_return_line_name (self->options->form, id);
  PlwReturnLine *line = add_line (self, row, plw_import_cell (self->source, row, name), council_code,
                                  line_name == id ? g_intern_string (id) : line_name, id);

  line->is_total = g_str_has_suffix (id, "tot") || strcmp (id, "totsx") == 0;
  return line;
}

static void
read_series_row (PlwReturn *self, size_t row, size_t name, size_t code)
{
  size_t first = self->lines->len;

  for (size_t i = 0; i < self->source->n_columns; i++)
    {
      PlwReturnMeasure measure;
      g_autofree char *id = read_heading (self, plw_import_heading (self->source, i), &measure);

      if (id != NULL)
        take_amount (self, row, get_line_by_code (self, row, name, code, id, first), measure,
                     plw_import_cell (self->source, row, i));
    }
}

/* A year that was not asked for is the last that the series has of the councils. */
static void
read_series (PlwReturn *self, size_t name, size_t code, size_t ending)
{
  int year = self->options->year;

  for (size_t row = 0; row < plw_import_n_rows (self->source) && self->options->year == 0; row++)
    if (plw_return_is_wanted (self, plw_import_cell (self->source, row, name),
                              plw_import_cell (self->source, row, code)))
      year = MAX (year, read_year_ending (plw_import_cell (self->source, row, ending)));

  self->year = year;
  for (size_t row = 0; row < plw_import_n_rows (self->source); row++)
    if (read_year_ending (plw_import_cell (self->source, row, ending)) == year
        && plw_return_is_wanted (self, plw_import_cell (self->source, row, name),
                                 plw_import_cell (self->source, row, code)))
      read_series_row (self, row, name, code);
}

/* The columns of a long table. */
static bool
find_columns (const PlwImport *source, size_t *ret_columns, GError **error)
{
  for (Column column = 0; column < N_COLUMNS; column++)
    {
      ret_columns[column] = find_column (source, column_names[column]);
      if (ret_columns[column] == SIZE_MAX)
        {
          g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT,
                       _ ("“%s” is not a revenue return: it has no column %s"), source->name,
                       column_names[column]);
          return false;
        }
    }
  return true;
}

bool
plw_return_read (PlwReturn *self, GError **error)
{
  size_t columns[N_COLUMNS];
  size_t name = find_column (self->source, "LA_name");
  size_t code = find_column (self->source, "ONS_code");
  size_t ending = find_column (self->source, "year_ending");

  if (name != SIZE_MAX && code != SIZE_MAX && ending != SIZE_MAX)
    {
      read_series (self, name, code, ending);
      return true;
    }

  if (!find_columns (self->source, columns, error))
    return false;

  self->year = self->options->year;
  if (self->year == 0 && !plw_import_read_year (self->source->remarks->str, &self->year)
      && !plw_import_read_year (self->source->name, &self->year))
    self->year = 0;
  read_long (self, columns);
  return true;
}

/* The form a column of the time series is of: RSX of RSX_edu_empl; NULL where it is no figure. */
static char *
read_form (const char *heading)
{
  const char *dash = strchr (heading, '_');

  if (dash == NULL || dash == heading)
    return NULL;
  for (PlwReturnMeasure i = 0; i < PLW_RETURN_N_MEASURES; i++)
    if (g_str_has_suffix (dash, measures[i].suffix))
      return g_strndup (heading, (gsize) (dash - heading));
  return g_str_has_suffix (dash, "_net_exp") ? g_strndup (heading, (gsize) (dash - heading)) : NULL;
}

/* Each text once, in the order in which they come. */
typedef struct
{
  GHashTable *known;
  GPtrArray *texts;
} Texts;

static Texts
begin_texts (void)
{
  return (Texts){ g_hash_table_new (g_str_hash, g_str_equal), g_ptr_array_new () };
}

static bool
add_text (Texts *self, const char *text)
{
  if (text == NULL || text[0] == '\0' || g_hash_table_contains (self->known, text))
    return false;

  char *held = g_strdup (text);

  g_hash_table_add (self->known, held);
  g_ptr_array_add (self->texts, held);
  return true;
}

static char **
end_texts (Texts *self)
{
  g_hash_table_unref (self->known);
  g_ptr_array_add (self->texts, NULL);
  return (char **) g_ptr_array_free (self->texts, FALSE);
}

PlwReturnContents *
plw_return_read_contents (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (PlwImport) source = plw_import_open (path, error);
  size_t columns[N_COLUMNS] = { 0 };
  size_t name = source != NULL ? find_column (source, "LA_name") : SIZE_MAX;
  size_t code = source != NULL ? find_column (source, "ONS_code") : SIZE_MAX;
  bool is_series = name != SIZE_MAX && code != SIZE_MAX;

  if (source == NULL || (!is_series && !find_columns (source, columns, error)))
    return NULL;

  Texts forms = begin_texts ();
  Texts codes = begin_texts ();
  g_autoptr (GPtrArray) councils = g_ptr_array_new ();

  for (size_t i = 0; is_series && i < source->n_columns; i++)
    {
      g_autofree char *form = read_form (plw_import_heading (source, i));

      add_text (&forms, form);
    }
  for (size_t row = 0; row < plw_import_n_rows (source); row++)
    {
      if (!is_series)
        add_text (&forms, plw_import_cell (source, row, columns[COLUMN_FORM]));
      if (add_text (&codes, plw_import_cell (source, row, is_series ? code : columns[COLUMN_CODE])))
        g_ptr_array_add (
            councils, g_strdup (plw_import_cell (source, row, is_series ? name : columns[COLUMN_COUNCIL])));
    }
  g_ptr_array_add (councils, NULL);

  PlwReturnContents *contents = g_new0 (PlwReturnContents, 1);

  contents->forms = end_texts (&forms);
  contents->codes = end_texts (&codes);
  contents->councils = (char **) g_ptr_array_free (g_steal_pointer (&councils), FALSE);
  return contents;
}

void
plw_return_contents_free (PlwReturnContents *contents)
{
  if (contents == NULL)
    return;

  g_strfreev (contents->forms);
  g_strfreev (contents->councils);
  g_strfreev (contents->codes);
  g_free (contents);
}
