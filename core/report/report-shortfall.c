/* report-shortfall.c: the shortfall by use and year as a table for people.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "engine/result-private.h"

#define NAME_WIDTH 44
#define YEAR_WIDTH 10

typedef struct
{
  size_t use;
  int64_t total;
} Row;

static int
compare_rows (const void *a, const void *b)
{
  const Row *row_a = a;
  const Row *row_b = b;

  if (row_a->total != row_b->total)
    return row_a->total > row_b->total ? -1 : 1;
  return row_a->use < row_b->use ? -1 : 1;
}

/* Names in a column of their own width, whatever letters they hold. */
static void
append_name (GString *text, const char *name)
{
  g_autofree char *shown = NULL;
  glong length = g_utf8_strlen (name, -1);

  if (length > NAME_WIDTH)
    {
      g_autofree char *cut = g_utf8_substring (name, 0, NAME_WIDTH - 1);

      shown = g_strconcat (cut, "…", NULL);
      length = NAME_WIDTH;
    }
  g_string_append (text, shown != NULL ? shown : name);
  for (; length < NAME_WIDTH; length++)
    g_string_append_c (text, ' ');
}

static void
append_figures (GString *text, const int64_t *steps, size_t stride, size_t n)
{
  for (size_t t = 0; t < n; t++)
    {
      g_autofree char *figure = plw_steps_to_text (steps[t * stride], PLW_UNIT_THOUSANDS);

      g_string_append_printf (text, "%*s", YEAR_WIDTH, figure);
    }
  g_string_append_c (text, '\n');
}

/* The rows shown, the rest as one row, rounded so that each column adds up. */
static void
append_rows (GString *text, const PlwResult *result, const Row *rows, size_t n_shown, size_t n_rows)
{
  size_t n_years = result->n_years;
  size_t n_printed = n_shown + (n_rows > n_shown);
  g_autofree int64_t *pence = g_new (int64_t, n_printed + 1);
  g_autofree int64_t *column = g_new (int64_t, n_printed + 1);
  g_autofree int64_t *steps = g_new (int64_t, (n_printed + 1) * n_years);

  for (size_t t = 0; t < n_years; t++)
    {
      pence[n_shown] = 0;
      for (size_t i = 0; i < n_rows; i++)
        {
          int64_t shortfall = plw_result_shortfall (result, rows[i].use, t);

          if (i < n_shown)
            pence[i] = shortfall;
          else
            pence[n_shown] += shortfall;
        }
      steps[n_printed * n_years + t] = plw_pence_round_rows (pence, n_printed, PLW_UNIT_THOUSANDS, column);
      for (size_t i = 0; i < n_printed; i++)
        steps[i * n_years + t] = column[i];
    }
  for (size_t i = 0; i < n_printed; i++)
    {
      g_autofree char *others = g_strdup_printf (_ ("%zu others"), n_rows - n_shown);

      append_name (text, i < n_shown ? result->uses[rows[i].use].name : others);
      append_figures (text, &steps[i * n_years], 1, n_years);
    }
  append_name (text, _ ("Total"));
  append_figures (text, &steps[n_printed * n_years], 1, n_years);
}

char *
plw_result_shortfall_text (const PlwResult *result, size_t most)
{
  g_return_val_if_fail (result != NULL, NULL);

  GString *text = g_string_new (NULL);
  g_autofree Row *rows = g_new (Row, MAX (result->n_uses, 1));
  size_t n_rows = 0;

  for (size_t u = 0; u < result->n_uses; u++)
    {
      Row row = { u, 0 };

      for (size_t t = 0; t < result->n_years; t++)
        row.total += plw_result_shortfall (result, u, t);
      if (row.total > 0)
        rows[n_rows++] = row;
    }
  qsort (rows, n_rows, sizeof *rows, compare_rows);
  g_string_append_printf (text, _ ("Shortfall, £k; policy %s"), result->policy);
  if (result->study->scenario[0] != '\0')
    g_string_append_printf (text, _ (", scenario %s"), result->study->scenario);
  g_string_append (text, "\n");
  append_name (text, "");
  for (size_t t = 0; t < result->n_years; t++)
    g_string_append_printf (text, "%*s", YEAR_WIDTH, plw_year_name (result->first_year + (int) t));
  g_string_append_c (text, '\n');
  append_rows (text, result, rows, most == 0 ? n_rows : MIN (most, n_rows), n_rows);
  return g_string_free (text, FALSE);
}
