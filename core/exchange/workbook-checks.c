/* workbook-checks.c: control totals and warnings, in the committee workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

/* How many figures were compared and how many of them differ. */
typedef struct
{
  size_t n;
  size_t n_differ;
} Tally;

typedef struct
{
  const char *title;
  Tally (*count) (const PlwBook *book);
} Control;

static void
compare (Tally *tally, int64_t a, int64_t b)
{
  tally->n++;
  tally->n_differ += a != b;
}

/* What a field of the uses adds up to in each year, against the summary's measure. */
static Tally
compare_uses (const PlwBook *book, size_t offset, PlwSum sum)
{
  g_autofree int64_t *sums = g_new0 (int64_t, book->n_years);
  Tally tally = { 0 };

  for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
    plw_book_add_years (book, sums, G_STRUCT_MEMBER (int64_t *, plw_result_use (book->result, i), offset));
  for (size_t year = 0; year < book->n_years; year++)
    compare (&tally, sums[year], plw_result_sum (book->result, sum, year));
  return tally;
}

static Tally
count_need (const PlwBook *book)
{
  return compare_uses (book, G_STRUCT_OFFSET (PlwUse, need), PLW_SUM_NEED);
}

static Tally
count_funded (const PlwBook *book)
{
  return compare_uses (book, G_STRUCT_OFFSET (PlwUse, funded), PLW_SUM_FUNDED);
}

static Tally
count_shortfall (const PlwBook *book)
{
  Tally tally = { 0 };

  for (size_t year = 0; year < book->n_years; year++)
    {
      int64_t sum = 0;

      for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
        sum += plw_result_shortfall (book->result, i, year);
      compare (&tally, sum, plw_result_sum (book->result, PLW_SUM_SHORTFALL, year));
      compare (&tally, plw_result_sum (book->result, PLW_SUM_NEED, year),
               plw_result_sum (book->result, PLW_SUM_FUNDED, year) + sum);
    }
  return tally;
}

static Tally
count_accounts (const PlwBook *book)
{
  Tally tally = { 0 };

  for (size_t i = 0; i < plw_result_n_pots (book->result); i++)
    {
      const PlwPotYears *pot = plw_result_pot (book->result, i);

      for (size_t year = 0; year < book->n_years; year++)
        {
          compare (&tally, pot->opening[year] + pot->received[year] + pot->moved_in[year],
                   pot->spent[year] + pot->moved_out[year] + pot->lapsed[year] + pot->closing[year]);
          if (year > 0)
            compare (&tally, pot->opening[year], pot->closing[year - 1]);
        }
    }
  return tally;
}

static Tally
count_lapsed (const PlwBook *book)
{
  g_autofree int64_t *sums = g_new0 (int64_t, book->n_years);
  Tally tally = { 0 };

  for (size_t i = 0; i < plw_result_n_pots (book->result); i++)
    plw_book_add_years (book, sums, plw_result_pot (book->result, i)->lapsed);
  for (size_t year = 0; year < book->n_years; year++)
    compare (&tally, sums[year], plw_result_sum (book->result, PLW_SUM_LAPSED, year));
  return tally;
}

static Tally
count_payments (const PlwBook *book)
{
  size_t n_pots = plw_result_n_pots (book->result);
  size_t n_uses = plw_result_n_uses (book->result);
  g_autofree int64_t *by_pot = g_new0 (int64_t, n_pots * book->n_years + 1);
  g_autofree int64_t *by_use = g_new0 (int64_t, n_uses * book->n_years + 1);
  Tally tally = { 0 };

  for (size_t i = 0; i < plw_result_n_flows (book->result); i++)
    {
      const PlwFlow *flow = plw_result_flow (book->result, i);

      by_pot[flow->pot * book->n_years + flow->year] += flow->pence;
      by_use[flow->use * book->n_years + flow->year] += flow->pence;
    }
  for (size_t year = 0; year < book->n_years; year++)
    {
      for (size_t i = 0; i < n_pots; i++)
        compare (&tally, by_pot[i * book->n_years + year], plw_result_pot (book->result, i)->spent[year]);
      for (size_t i = 0; i < n_uses; i++)
        {
          const PlwUse *use = plw_result_use (book->result, i);

          compare (&tally, by_use[i * book->n_years + year] + use->borrowed[year], use->funded[year]);
        }
    }
  return tally;
}

static const Control controls[] = {
  { N_ ("The Need sheet adds up to the Summary, each year"), count_need },
  { N_ ("What is funded adds up to the Summary, each year"), count_funded },
  { N_ ("Shortfalls add up to the Summary; need is funded plus shortfall, each year"), count_shortfall },
  { N_ ("Every pot's account balances, and opens with what the year before closed with"), count_accounts },
  { N_ ("What lapses from pots adds up to the Summary, each year"), count_lapsed },
  { N_ ("Payments add up to what each pot spent and to what reached each use"), count_payments },
};

static void
write_check (PlwSheet *sheet,
             const char *kind,
             const char *where,
             const char *what,
             const char *remedy,
             bool is_strong)
{
  plw_sheet_text (sheet, 0, kind, is_strong ? PLW_STYLE_STRONG : PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, where, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 2, what, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 3, remedy, PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

static PlwControls
write_controls (PlwSheet *sheet)
{
  PlwControls sum = { 0 };

  plw_sheet_band (sheet, _ ("Control totals, compared to the penny"), PLW_STYLE_BAND);
  for (size_t i = 0; i < G_N_ELEMENTS (controls); i++)
    {
      Tally tally = controls[i].count (sheet->book);
      bool agrees = tally.n_differ == 0;
      g_autofree char *verdict =
          agrees ? g_strdup_printf (_ ("All %zu figures agree"), tally.n)
                 : g_strdup_printf (_ ("%zu of %zu figures differ"), tally.n_differ, tally.n);

      write_check (sheet, agrees ? _ ("Agrees") : _ ("Differs"), _ (controls[i].title), verdict,
                   agrees ? "" : _ ("Do not rely on this workbook; tell the maker of the program"), !agrees);
      sum.n_agree += agrees;
      sum.n_differ += !agrees;
    }
  return sum;
}

/* "Cost elements, row 12 (roads/pay), base" */
static char *
describe_place (const PlwProblem *problem)
{
  GString *words = g_string_new (problem->table != NULL ? problem->table : "");

  if (problem->row > 0)
    g_string_append_printf (words, _ (" row %zu"), problem->row);
  if (problem->key != NULL)
    g_string_append_printf (words, " (%s)", problem->key);
  if (problem->column != NULL)
    g_string_append_printf (words, _ (", column %s"), problem->column);
  return g_string_free (words, FALSE);
}

/* Returns how many warnings there are; one that was found twice counts once. */
static size_t
write_problems (PlwSheet *sheet)
{
  const PlwProblems *problems = sheet->book->problems;
  size_t n = problems != NULL ? plw_problems_size (problems) : 0;
  size_t n_warnings = 0;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  plw_sheet_band (sheet, _ ("Warnings that travel with the results"), PLW_STYLE_BAND);
  for (size_t i = 0; i < n; i++)
    {
      const PlwProblem *problem = plw_problems_get (problems, i);
      bool is_error = problem->severity == PLW_SEVERITY_ERROR;
      g_autofree char *where = describe_place (problem);

      if (!g_hash_table_add (seen, plw_problem_to_text (problem)))
        continue;
      write_check (sheet, is_error ? _ ("Error") : _ ("Warning"), where, problem->what,
                   problem->remedy != NULL ? problem->remedy : "", is_error);
      n_warnings += !is_error;
    }
  if (problems == NULL)
    write_check (sheet, _ ("Not given"), "", _ ("The workbook was made without the list of warnings"), "",
                 false);
  else if (n == 0)
    write_check (sheet, _ ("None"), "", _ ("The plan has no warnings"), "", false);
  return n_warnings;
}

PlwControls
plw_book_add_checks (PlwBook *book)
{
  PlwSheet *sheet = plw_book_add_sheet (
      book, _ ("Checks"), _ ("Checks"),
      _ ("Whether the figures agree with each other, and what to know before relying on them."));
  PlwControls sum;

  plw_sheet_head (sheet, _ ("Finding"), 14, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Where"), 44, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("What"), 60, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("What would be right"), 50, PLW_STYLE_HEAD);
  plw_sheet_open_body (sheet, 1);
  sum = write_controls (sheet);
  sum.n_warnings = write_problems (sheet);
  plw_sheet_close (sheet);
  return sum;
}
