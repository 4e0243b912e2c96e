/* return-totals.c: whether the lines of a revenue return come to its totals.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A total stands below its lines: those since the total before, all of the form, or the totals before it.
 * What is published lacks lines, so that a total may be more than its lines; one that has no lines stands for
 * them.
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

static void
add_line (Sums *self, Sum sum, const PlwReturnLine *line)
{
  for (PlwReturnMeasure i = 0; i < PLW_RETURN_N_MEASURES; i++)
    self->sums[sum][i] += line->amounts[i];
  self->n_rows[sum]++;
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

static void
check_total (PlwReturn *self, const Sums *sums, PlwReturnLine *total)
{
  Sum sum = find_sum (sums, total);

  if (sum == N_SUMS && sums->n_rows[SINCE_TOTAL] == 0)
    {
      total->is_total = total->amounts[PLW_RETURN_NET] == 0 && total->amounts[PLW_RETURN_EXPENDITURE] == 0;
      return;
    }
  if (sum != N_SUMS && sums->sums[sum][PLW_RETURN_EXPENDITURE] == total->amounts[PLW_RETURN_EXPENDITURE])
    {
      report (self, total, sums->n_rows[sum]);
      return;
    }

  sum = sum == N_SUMS ? SINCE_TOTAL : sum;
  compare_parts (self, total, PLW_RETURN_EXPENDITURE, sums->sums[sum][PLW_RETURN_EXPENDITURE]);
  compare_parts (self, total, PLW_RETURN_NET, sums->sums[sum][PLW_RETURN_NET]);
}

void
plw_return_check_totals (PlwReturn *self)
{
  Sums sums = { { { 0 } }, { 0 } };
  const char *council = NULL;

  for (size_t i = 0; i < self->lines->len; i++)
    {
      PlwReturnLine *line = g_ptr_array_index (self->lines, i);

      if (g_strcmp0 (council, line->council_code) != 0)
        sums = (Sums){ { { 0 } }, { 0 } };
      council = line->council_code;
      check_line (self, line);
      if (line->is_total)
        {
          check_total (self, &sums, line);
          add_line (&sums, TOTALS, line);
          memset (sums.sums[SINCE_TOTAL], 0, sizeof (sums.sums[SINCE_TOTAL]));
          sums.n_rows[SINCE_TOTAL] = 0;
          continue;
        }
      add_line (&sums, SINCE_TOTAL, line);
      add_line (&sums, WHOLE_FORM, line);
    }
}
