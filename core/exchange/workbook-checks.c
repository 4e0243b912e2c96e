/* workbook-checks.c: whether the working workbook proves itself, and what to know before relying on it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A check is a difference that must be nothing. Two verdicts follow, which the
 * cover shows: whether all checks hold, and whether a figure was changed since
 * the money was shared out.
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#define DIFFERENCE 2

/* Columns before the first year in which a pot's account has the names of its lines. */
#define LABEL_OF_POTS (-3)

/* One check: a formula that comes to nothing. */
typedef struct
{
  const char *title;
  const char *remedy;
  char *(*compose) (PlwSheet *sheet);
} Check;

static int
last_year (const PlwSheet *sheet)
{
  return (int) sheet->book->n_years - 1;
}

static size_t
all_uses (const PlwSheet *sheet)
{
  return plw_result_n_uses (sheet->book->result);
}

static size_t
all_pots (const PlwSheet *sheet)
{
  return sheet->book->model->n_pots;
}

/* How far two rows are apart, all years. */
static char *
compare_rows (PlwSheet *sheet, const char *left, const char *right)
{
  return g_strdup_printf ("=ROUND(SUMPRODUCT(ABS(%s-%s)),2)", left, right);
}

static const char *
span (PlwSheet *sheet, PlwPlaced what, size_t item)
{
  return plw_ref_span (sheet, what, item, 0, last_year (sheet));
}

static char *
check_uses (PlwSheet *sheet)
{
  return g_strdup_printf ("=ROUND(SUMPRODUCT(ABS(%s-%s-%s)),2)", span (sheet, PLW_AT_NEED, all_uses (sheet)),
                          span (sheet, PLW_AT_FUNDED, all_uses (sheet)),
                          span (sheet, PLW_AT_SHORT, all_uses (sheet)));
}

static char *
check_paid (PlwSheet *sheet)
{
  return compare_rows (sheet, span (sheet, PLW_AT_FUNDED, all_uses (sheet)),
                       span (sheet, PLW_AT_ALL_PAID, 0));
}

static char *
check_accounts (PlwSheet *sheet)
{
  int last = last_year (sheet);

  return g_strdup_printf (
      "=SUMPRODUCT((%s=%s)*ABS(%s))",
      plw_ref_rows (sheet, PLW_AT_POT_ROWS, LABEL_OF_POTS, LABEL_OF_POTS, true),
      plw_ref_span (sheet, PLW_AT_POT_CHECK, all_pots (sheet), LABEL_OF_POTS, LABEL_OF_POTS),
      plw_ref_rows (sheet, PLW_AT_POT_ROWS, 0, last, true));
}

static char *
check_overspent (PlwSheet *sheet)
{
  return g_strdup_printf ("=-ROUND(SUMIF(%s,\"<0\"),2)",
                          plw_ref_rows (sheet, PLW_AT_POT_ROWS, 0, last_year (sheet), true));
}

/* All pots together over the whole plan: what they opened with and received is what was
 * spent, lapsed, kept at the end, or on its way to another pot.
 */
static char *
check_plan (PlwSheet *sheet)
{
  size_t pots = all_pots (sheet);

  return g_strdup_printf (
      "=ROUND(%s+SUM(%s)-SUM(%s)-SUM(%s)-%s-%s,2)", plw_ref_fixed (sheet, PLW_AT_POT_OPENED, pots, 0),
      span (sheet, PLW_AT_POT_RECEIVED, pots), span (sheet, PLW_AT_POT_SPENT, pots),
      span (sheet, PLW_AT_POT_LAPSED, pots), plw_ref (sheet, PLW_AT_POT_CLOSING, pots, last_year (sheet)),
      plw_ref (sheet, PLW_AT_POT_MOVED_OUT, pots, last_year (sheet)));
}

static char *
check_bridge (PlwSheet *sheet)
{
  return g_strdup_printf ("=ROUND(SUMPRODUCT(ABS(%s)),2)", span (sheet, PLW_AT_BRIDGE_CHECK, 0));
}

static char *
check_debt (PlwSheet *sheet)
{
  size_t last = sheet->book->n_years;

  return g_strdup_printf ("=ROUND(%s+SUM(%s)-SUM(%s)-%s,2)", plw_ref_fixed (sheet, PLW_AT_OPENING_CFR, 0, 0),
                          span (sheet, PLW_AT_ALL_BORROWED, 0), span (sheet, PLW_AT_MRP, 0),
                          plw_ref (sheet, PLW_AT_CFR, 0, (int) last - 1));
}

static char *
check_unfunded (PlwSheet *sheet)
{
  return g_strdup_printf ("=-ROUND(SUMIF(%s,\"<0\"),2)",
                          plw_ref_rows (sheet, PLW_AT_SHORT_ROWS, 0, last_year (sheet), true));
}

static const Check checks[] = {
  { N_ ("Need less what is funded less shortfall, all uses"),
    N_ ("Undo what was overwritten in Need, Funded or Shortfall"), check_uses },
  { N_ ("What reaches uses less all payments and borrowing"),
    N_ ("Undo what was overwritten in Funded or Allocation"), check_paid },
  { N_ ("Every pot's money in less money spent, moved, lapsed and kept"),
    N_ ("Undo what was overwritten in Pots"), check_accounts },
  { N_ ("All pots over all years: money in less money out and kept"),
    N_ ("Undo what was overwritten in Pots"), check_plan },
  { N_ ("What pots paid beyond what they had"),
    N_ ("Make the change in Placewright, which shares the money out anew"), check_overspent },
  { N_ ("What reached uses beyond what they need"),
    N_ ("Make the change in Placewright, which shares the money out anew"), check_unfunded },
  { N_ ("The bridge from year to year less need by service"),
    N_ ("Undo what was overwritten in Bridge and gap"), check_bridge },
  { N_ ("Debt at the start, borrowed, provided for, and at the end"),
    N_ ("Undo what was overwritten in Capital or Loan working"), check_debt },
};

static void
write_finding (PlwSheet *sheet,
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

/* "Holds" or "Look": in words, since a colour alone says nothing to some. */
static void
write_checks (PlwSheet *sheet)
{
  lxw_row_t first = sheet->row + 1;
  char range[LXW_MAX_CELL_RANGE_LENGTH], cell[LXW_MAX_CELL_NAME_LENGTH];

  plw_sheet_band (sheet, _ ("Checks: each comes to 0.00"), PLW_STYLE_BAND);
  for (size_t i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autofree char *formula = checks[i].compose (sheet);

      lxw_rowcol_to_cell (cell, sheet->row, DIFFERENCE);
      plw_sheet_calc_text (sheet, 0, _ ("Holds"), PLW_STYLE_STRONG, "=IF(%s=0,\"%s\",\"%s\")", cell,
                           _ ("Holds"), _ ("Look"));
      plw_sheet_text (sheet, 1, _ (checks[i].title), PLW_STYLE_TEXT);
      plw_sheet_calc (sheet, DIFFERENCE, 0, PLW_STYLE_CHECK, "%s", formula);
      plw_sheet_text (sheet, 3, _ (checks[i].remedy), PLW_STYLE_TEXT);
      plw_sheet_next (sheet);
    }
  lxw_rowcol_to_range_abs (range, first, DIFFERENCE, sheet->row - 1, DIFFERENCE);
  plw_place (sheet, PLW_AT_VERDICT, 0, sheet->row, DIFFERENCE);
  plw_sheet_text (sheet, 0, "", PLW_STYLE_SUBTOTAL);
  plw_sheet_text (sheet, 1, _ ("All checks together"), PLW_STYLE_SUBTOTAL);
  plw_sheet_calc (sheet, DIFFERENCE, 0, PLW_STYLE_SUBTOTAL_CHECK, "=SUMPRODUCT(ABS(%s))", range);
  plw_sheet_text (sheet, 3, "", PLW_STYLE_SUBTOTAL);
  plw_sheet_next (sheet);
}

/* "Cost elements, row 12 (roads/pay), base" */
char *
plw_book_place (const PlwProblem *problem)
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

/* One that was found twice counts once. */
static void
write_problems (PlwSheet *sheet)
{
  const PlwProblems *problems = sheet->book->problems;
  size_t n = problems != NULL ? plw_problems_size (problems) : 0;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  plw_sheet_band (sheet, _ ("Warnings that travel with the results"), PLW_STYLE_BAND);
  for (size_t i = 0; i < n; i++)
    {
      const PlwProblem *problem = plw_problems_get (problems, i);
      bool is_error = problem->severity == PLW_SEVERITY_ERROR;
      g_autofree char *where = plw_book_place (problem);

      if (!g_hash_table_add (seen, plw_problem_to_text (problem)))
        continue;
      write_finding (sheet, is_error ? _ ("Error") : _ ("Warning"), where, problem->what,
                     problem->remedy != NULL ? problem->remedy : "", is_error);
    }
  if (problems == NULL)
    write_finding (sheet, _ ("Not given"), "", _ ("The workbook was made without the list of warnings"), "",
                   false);
  else if (n == 0)
    write_finding (sheet, _ ("None"), "", _ ("The plan has no warnings"), "", false);
}

void
plw_book_fill_checks (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_CHECKS];

  plw_sheet_head (sheet, _ ("Finding"), 14, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Where"), 50, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("What"), 60, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("What would be right"), 50, PLW_STYLE_HEAD);
  plw_sheet_open_body (sheet, 1);
  write_checks (sheet);
  write_problems (sheet);
  plw_sheet_close (sheet);
}
