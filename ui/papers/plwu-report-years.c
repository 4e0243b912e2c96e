/* plwu-report-years.c: tables with a column for each year, which add up in the unit printed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-report-private.h"

#include "pictures/plwu-round-table.h"

#include <glib/gi18n.h>
#include <string.h>

/* Points that a letter and the room around a column take where a table is set small. */
#define POINTS_PER_LETTER 3.6
#define POINTS_AROUND 6.5
#define ROOM_FOR_LABEL 100.0
#define ROOM_FOR_TEXT 45.0
#define PART_LEAST 3

typedef struct
{
  PlwuRowKind kind;
  char *label;
  GPtrArray *texts;
  int sign;
  gint64 *pence; /* as it is; of sums: what they come to */
  gint64 *steps;
} Line;

struct _PlwuYears
{
  PlwuReport *report;
  char *caption;
  GStrv heads;
  gboolean has_total;
  GArray *lines;
  gint64 *target; /* (nullable) */
};

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->label);
  g_ptr_array_unref (line->texts);
  g_free (line->pence);
  g_free (line->steps);
}

static Line *
get_line (PlwuYears *years, guint line)
{
  return &g_array_index (years->lines, Line, line);
}

PlwuYears *
plwu_years_new (PlwuReport *report, const char *caption, const char *const *heads, gboolean has_total)
{
  PlwuYears *years = g_new0 (PlwuYears, 1);

  years->report = report;
  years->caption = plwu_report_caption (report, caption);
  years->heads = g_strdupv ((char **) heads);
  years->has_total = has_total;
  years->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (years->lines, clear_line);
  return years;
}

static void
add_line (PlwuYears *years, PlwuRowKind kind, const char *label, int sign, const gint64 *pence)
{
  size_t n = years->report->n_years;
  Line line = {
    .kind = kind,
    .label = g_strdup (label),
    .texts = g_ptr_array_new_with_free_func (g_free),
    .sign = sign,
    .pence = pence != NULL ? g_memdup2 (pence, n * sizeof *pence) : g_new0 (gint64, n),
    .steps = g_new0 (gint64, n),
  };

  g_array_append_val (years->lines, line);
}

void
plwu_years_band (PlwuYears *years, const char *label)
{
  add_line (years, PLWU_ROW_BAND, label, 0, NULL);
}

void
plwu_years_row (PlwuYears *years, const char *label, int sign, const gint64 *pence)
{
  add_line (years, PLWU_ROW_BODY, label, sign, pence);
}

void
plwu_years_text (PlwuYears *years, const char *text)
{
  g_ptr_array_add (get_line (years, years->lines->len - 1)->texts, g_strdup (text));
}

void
plwu_years_subtotal (PlwuYears *years, const char *label)
{
  add_line (years, PLWU_ROW_SUBTOTAL, label, 0, NULL);
}

void
plwu_years_total (PlwuYears *years, const char *label, const gint64 *target)
{
  add_line (years, PLWU_ROW_TOTAL, label, 0, NULL);
  if (target != NULL)
    years->target = g_memdup2 (target, years->report->n_years * sizeof *target);
}

/* Rounding */

/* What is already printed elsewhere is whole steps and stays as it is, unless there is nothing else. */
static gint64
weigh (const gint64 *figures, guint n_rows, size_t n, size_t t, gint64 step, gboolean has_whole)
{
  gint64 weight = 0;

  for (guint i = 0; i < n_rows; i++)
    if (has_whole || figures[i * n + t] % step != 0)
      weight += ABS (figures[i * n + t]);
  return weight;
}

/* What each column is short of its target is spread over its figures in proportion, so that what is
 * then rounded comes to the target exactly.
 */
static void
meet_target (PlwuYears *years, gint64 *figures, guint n_rows)
{
  size_t n = years->report->n_years;
  gint64 step = years->report->step;

  for (size_t t = 0; t < n; t++)
    {
      gint64 missing = years->target[t] * step;
      gint64 all = weigh (figures, n_rows, n, t, step, FALSE);
      gboolean has_whole = all == 0;
      __int128 so_far = 0;
      gint64 given = 0;

      if (has_whole)
        all = weigh (figures, n_rows, n, t, step, TRUE);
      for (guint i = 0; i < n_rows; i++)
        missing -= figures[i * n + t];
      for (guint i = 0; i < n_rows && all > 0; i++)
        {
          gint64 *figure = &figures[i * n + t];
          gint64 part;

          if (!has_whole && *figure % step == 0)
            continue;
          so_far += ABS (*figure);
          part = (gint64) (missing * so_far / all) - given;
          given += part;
          *figure += part;
        }
    }
}

static void
round_lines (PlwuYears *years)
{
  size_t n = years->report->n_years;
  g_autofree gint64 *figures = g_new (gint64, n * years->lines->len);
  g_autofree gint64 *steps = g_new (gint64, n * years->lines->len);
  guint n_rows = 0;

  for (guint i = 0; i < years->lines->len; i++)
    {
      const Line *line = get_line (years, i);

      for (size_t t = 0; t < n; t++)
        if (line->sign != 0)
          figures[n_rows * n + t] = line->sign * line->pence[t];
        else
          line->steps[t] = plw_divide_round (line->pence[t], years->report->step);
      n_rows += line->sign != 0;
    }
  if (years->target != NULL)
    meet_target (years, figures, n_rows);
  plwu_round_table (figures, n_rows, (guint) n, years->report->step, steps);
  n_rows = 0;
  for (guint i = 0; i < years->lines->len; i++)
    {
      const Line *line = get_line (years, i);

      for (size_t t = 0; t < n && line->sign != 0; t++)
        line->steps[t] = line->sign * steps[n_rows * n + t];
      n_rows += line->sign != 0;
    }
}

/* A subtotal is of the rows since the last band or subtotal, a total of all above it. */
static void
add_up (PlwuYears *years)
{
  size_t n = years->report->n_years;

  for (guint i = 0; i < years->lines->len; i++)
    {
      Line *sum = get_line (years, i);

      if (sum->kind != PLWU_ROW_SUBTOTAL && sum->kind != PLWU_ROW_TOTAL)
        continue;
      for (guint j = i; j-- > 0;)
        {
          const Line *line = get_line (years, j);

          if (sum->kind == PLWU_ROW_SUBTOTAL && line->kind != PLWU_ROW_BODY)
            break;
          for (size_t t = 0; t < n && line->kind == PLWU_ROW_BODY; t++)
            {
              sum->pence[t] += line->sign * line->pence[t];
              sum->steps[t] += line->sign * line->steps[t];
            }
        }
    }
}

/* Printing */

static gint64
sum_years (const PlwuYears *years, const gint64 *figures)
{
  return plwu_report_total (years->report, figures);
}

static double
measure_cell (const PlwuYears *years, gint64 steps, gint64 pence)
{
  g_autofree char *text = plwu_report_cell (years->report, steps, pence);

  return (double) MAX (g_utf8_strlen (text, -1), (glong) strlen ("2027/28")) * POINTS_PER_LETTER
         + POINTS_AROUND;
}

/* How many years fit beside each other. */
static size_t
count_per_part (PlwuYears *years)
{
  size_t n = years->report->n_years;
  double room = plwu_paper_get_width () - ROOM_FOR_LABEL - ROOM_FOR_TEXT * (g_strv_length (years->heads) - 1);
  double width = 1;
  double total_width = 0;
  size_t fit;
  size_t n_parts;

  for (guint i = 0; i < years->lines->len; i++)
    {
      const Line *line = get_line (years, i);

      for (size_t t = 0; t < n; t++)
        width = MAX (width, measure_cell (years, line->steps[t], line->pence[t]));
      if (years->has_total)
        total_width = MAX (total_width, measure_cell (years, sum_years (years, line->steps),
                                                      sum_years (years, line->pence)));
    }
  if (n * width + total_width <= room)
    return n;
  fit = (size_t) MAX (MAX (room - total_width, 0) / width, PART_LEAST);
  n_parts = (n + fit - 1) / fit;
  return (n + n_parts - 1) / n_parts;
}

static void
print_line (PlwuYears *years, PlwuPaperTable *table, const Line *line, size_t first, size_t last)
{
  PlwuReport *report = years->report;
  guint n_texts = g_strv_length (years->heads) - 1;

  plwu_paper_table_row (table, line->kind);
  plwu_paper_table_cell (table, line->label);
  if (line->kind == PLWU_ROW_BAND)
    return;
  for (guint i = 0; i < n_texts; i++)
    plwu_paper_table_cell (table, i < line->texts->len ? g_ptr_array_index (line->texts, i) : "");
  for (size_t t = first; t < last; t++)
    {
      g_autofree char *text = plwu_report_cell (report, line->steps[t], line->pence[t]);

      plwu_paper_table_cell (table, text);
    }
  if (years->has_total && last == report->n_years)
    {
      gboolean is_told = line->kind == PLWU_ROW_BODY && line->sign == 0;
      g_autofree char *text =
          is_told ? g_strdup ("")
                  : plwu_report_cell (report, sum_years (years, line->steps), sum_years (years, line->pence));

      plwu_paper_table_cell (table, text);
    }
}

static void
print_part (PlwuYears *years, size_t first, size_t last)
{
  PlwuReport *report = years->report;
  g_autofree char *caption =
      last - first == report->n_years
          ? g_strdup (years->caption)
          : g_strdup_printf (_ ("%s, %s to %s"), years->caption, plwu_report_year (report, first),
                             plwu_report_year (report, last - 1));
  PlwuPaperTable *table = plwu_paper_table_new (caption);

  for (guint i = 0; years->heads[i] != NULL; i++)
    plwu_paper_table_column (table, years->heads[i], PLWU_COLUMN_TEXT, i == 0 ? 2 : 1);
  for (size_t t = first; t < last; t++)
    plwu_paper_table_column (table, plwu_report_year (report, t), PLWU_COLUMN_FIGURE, 0);
  if (years->has_total && last == report->n_years)
    plwu_paper_table_column (table, _ ("All years"), PLWU_COLUMN_FIGURE, 0);
  for (guint i = 0; i < years->lines->len; i++)
    print_line (years, table, get_line (years, i), first, last);
  plwu_paper_add_table (report->paper, table);
}

void
plwu_years_finish (PlwuYears *years)
{
  size_t n = years->report->n_years;
  size_t part;

  if (years->lines->len > 0)
    {
      round_lines (years);
      add_up (years);
      part = count_per_part (years);
      for (size_t first = 0; first < n; first += part)
        print_part (years, first, MIN (first + part, n));
    }
  g_free (years->caption);
  g_strfreev (years->heads);
  g_array_unref (years->lines);
  g_free (years->target);
  g_free (years);
}
