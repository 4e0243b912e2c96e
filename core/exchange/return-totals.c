/* return-totals.c: whether the lines of a revenue return come to its totals.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A total stands below its lines: those since the total before, all of the form, or the totals before it.
 * What is published lacks lines, so that a total may be more than its lines; one that has no lines stands for
 * them. Where it is wanted, a line of its own makes up for what a total has beyond its lines.
 */
#include "exchange/return-private.h"

#include "base/i18n.h"

#include <string.h>

typedef enum
{
  SINCE_TOTAL,
  WHOLE_FORM,
  TOTALS,
  N_SUMS,
} Sum;

typedef struct
{
  int64_t sums[N_SUMS][PLW_RETURN_N_MEASURES];
  size_t n_rows[N_SUMS];
  int64_t taken[N_SUMS]; /* net, as the plan has the lines */
} Sums;

static void
compare_parts (PlwReturn *self, const PlwReturnLine *line, PlwReturnMeasure whole, int64_t parts)
{
  if (!line->has[whole] || line->amounts[whole] == parts)
    return;

  g_autofree char *said = plw_pence_show_exact (line->amounts[whole]);
  g_autofree char *found = plw_pence_show_exact (parts);

  plw_return_add_problem (self, PLW_SEVERITY_WARNING, line->row, line->code,
                          g_strdup_printf (_ ("%s is %s and its parts add up to %s"),
                                           plw_return_measure_name (whole), said, found),
                          g_strdup (_ ("the parts were taken; ask the council which is right")));
}

static void
check_line (PlwReturn *self, const PlwReturnLine *line)
{
  const int64_t *amounts = line->amounts;

  if (line->has[PLW_RETURN_PAY] && line->has[PLW_RETURN_RUNNING])
    compare_parts (self, line, PLW_RETURN_EXPENDITURE, amounts[PLW_RETURN_PAY] + amounts[PLW_RETURN_RUNNING]);
  if (line->has[PLW_RETURN_FEES] && line->has[PLW_RETURN_OTHER_INCOME])
    compare_parts (self, line, PLW_RETURN_INCOME,
                   amounts[PLW_RETURN_FEES] + amounts[PLW_RETURN_OTHER_INCOME]);
}

/* What a line brings to the plan: its parts, where it has any. */
static int64_t
get_taken (const PlwReturnLine *line)
{
  const int64_t *amounts = line->amounts;

  for (PlwReturnMeasure i = 0; i < PLW_RETURN_N_ELEMENTS; i++)
    if (line->has[i])
      return amounts[PLW_RETURN_PAY] + amounts[PLW_RETURN_RUNNING] - amounts[PLW_RETURN_FEES]
             - amounts[PLW_RETURN_OTHER_INCOME];

  return amounts[PLW_RETURN_NET];
}

static void
add_line (Sums *self, Sum sum, const PlwReturnLine *line)
{
  for (PlwReturnMeasure i = 0; i < PLW_RETURN_N_MEASURES; i++)
    self->sums[sum][i] += line->amounts[i];
  self->n_rows[sum]++;
  self->taken[sum] += get_taken (line);
}

static void
report (PlwReturn *self, const PlwReturnLine *total, size_t n_rows)
{
  g_autofree char *amount = plw_pence_show_exact (total->amounts[PLW_RETURN_NET]);

  g_string_append_printf (self->report,
                          ngettext ("%s, %s: %zu row comes to its total of %s\n",
                                    "%s, %s: %zu rows come to their total of %s\n", n_rows),
                          total->council, total->name, n_rows, amount);
}

/* A total of nothing is what it stands below: anything comes to nothing by chance.
 * Returns: which sum the total is; N_SUMS: none
 */
static Sum
find_sum (const Sums *self, const PlwReturnLine *total)
{
  bool is_nothing = total->amounts[PLW_RETURN_NET] == 0 && total->amounts[PLW_RETURN_EXPENDITURE] == 0;

  for (Sum i = 0; i < (is_nothing ? WHOLE_FORM : N_SUMS); i++)
    if (self->n_rows[i] > 0 && self->sums[i][PLW_RETURN_NET] == total->amounts[PLW_RETURN_NET])
      return i;

  return N_SUMS;
}

static char *
get_rest_code (const PlwReturnLine *total)
{
  return g_strconcat (total->code, "-etc", NULL);
}

static bool
has_rest (const PlwReturn *self, const PlwReturnLine *total)
{
  g_autofree char *code = get_rest_code (total);
  size_t row;

  return plw_plan_find_key (self->plan, PLW_TABLE_LINES, code, &row);
}

/* By how much the total is more than its lines, where that can be said.
 * Returns: 0 where no line can make up for it
 */
static int64_t
find_rest (PlwReturn *self, const Sums *sums, const PlwReturnLine *total)
{
  int64_t rest = total->amounts[PLW_RETURN_NET] - sums->taken[SINCE_TOTAL];
  g_autofree char *said = plw_pence_show_exact (total->amounts[PLW_RETURN_NET]);
  g_autofree char *lines = plw_pence_show_exact (sums->taken[SINCE_TOTAL]);
  g_autofree char *amount = plw_pence_show_exact (ABS (rest));
  bool may_be_all = sums->n_rows[TOTALS] > 0 && total->amounts[PLW_RETURN_NET] >= sums->taken[WHOLE_FORM];
  char *what;

  if (!total->has[PLW_RETURN_NET] || rest == 0)
    return 0;
  if (rest < 0)
    what = g_strdup_printf (_ ("the lines of “%s” come to %s more than it; a remainder below 0 is not taken"),
                            total->name, amount);
  else if (may_be_all)
    what = g_strdup_printf (_ ("nothing shows which lines “%s” is the total of, so no remainder was taken"),
                            total->name);
  else
    what = g_strdup_printf (_ ("“%s” is %s and its lines come to %s; a line of its own takes the %s that the "
                               "return does not itemise"),
                            total->name, said, lines, amount);
  plw_return_add_problem (
      self, PLW_SEVERITY_WARNING, total->row, total->code, what,
      g_strdup (rest < 0 ? _ ("ask the council which is right") : _ ("ask the council what is missing")));

  return rest < 0 || may_be_all ? 0 : rest;
}

/* A line of the plan below the total. One that is there already becomes nothing where nothing is missing. */
static void
add_rest (PlwReturn *self, size_t index, Sums *sums, int64_t rest)
{
  const PlwReturnLine *total = g_ptr_array_index (self->lines, index);
  PlwReturnLine *line = g_new0 (PlwReturnLine, 1);
  g_autofree char *name = g_strdup_printf ("%s, not itemised", total->name);
  g_autofree char *said = plw_pence_show_exact (total->amounts[PLW_RETURN_NET]);

  line->council = total->council;
  line->council_code = total->council_code;
  line->name = g_intern_string (name);
  line->code = get_rest_code (total);
  line->title = g_strdup_printf (_ ("%s: not itemised in the return"), total->name);
  line->notes = g_strdup_printf (_ ("what the total of %s has beyond its lines"), said);
  line->row = total->row;
  line->amounts[PLW_RETURN_NET] = rest;
  line->has[PLW_RETURN_NET] = true;
  sums->sums[WHOLE_FORM][PLW_RETURN_NET] += rest;
  sums->taken[WHOLE_FORM] += rest;
  g_ptr_array_insert (self->lines, (int) index + 1, line);
}

/* Returns: what a line of its own makes up for */
static int64_t
check_total (PlwReturn *self, const Sums *sums, PlwReturnLine *total)
{
  Sum sum = find_sum (sums, total);
  int64_t rest = 0;

  if (sum == N_SUMS && sums->n_rows[SINCE_TOTAL] == 0)
    {
      total->is_total = total->amounts[PLW_RETURN_NET] == 0 && total->amounts[PLW_RETURN_EXPENDITURE] == 0;
      return 0;
    }
  if (sum != N_SUMS && sums->sums[sum][PLW_RETURN_EXPENDITURE] == total->amounts[PLW_RETURN_EXPENDITURE])
    {
      report (self, total, sums->n_rows[sum]);
      return 0;
    }
  if (sum == N_SUMS && (self->options->has_remainder || has_rest (self, total)))
    rest = find_rest (self, sums, total);
  if (rest > 0)
    return rest;

  sum = sum == N_SUMS ? SINCE_TOTAL : sum;
  compare_parts (self, total, PLW_RETURN_EXPENDITURE, sums->sums[sum][PLW_RETURN_EXPENDITURE]);
  compare_parts (self, total, PLW_RETURN_NET, sums->sums[sum][PLW_RETURN_NET]);
  return 0;
}

void
plw_return_check_totals (PlwReturn *self)
{
  Sums sums = { .n_rows = { 0 } };
  const char *council = NULL;

  for (size_t i = 0; i < self->lines->len; i++)
    {
      PlwReturnLine *line = g_ptr_array_index (self->lines, i);

      if (g_strcmp0 (council, line->council_code) != 0)
        sums = (Sums){ .n_rows = { 0 } };
      council = line->council_code;
      check_line (self, line);
      if (line->is_total)
        {
          int64_t rest = check_total (self, &sums, line);

          add_line (&sums, TOTALS, line);
          sums.taken[WHOLE_FORM] += line->is_total ? 0 : get_taken (line);
          memset (sums.sums[SINCE_TOTAL], 0, sizeof (sums.sums[SINCE_TOTAL]));
          sums.n_rows[SINCE_TOTAL] = 0;
          sums.taken[SINCE_TOTAL] = 0;
          if (rest > 0 || has_rest (self, line))
            add_rest (self, i++, &sums, rest);
          continue;
        }
      add_line (&sums, SINCE_TOTAL, line);
      add_line (&sums, WHOLE_FORM, line);
    }
}
