/* workbook-projects.c: capital projects and prevention programmes in the committee workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

static bool
has_uses (const PlwBook *book, PlwUseKind kind)
{
  for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
    if (plw_result_use (book->result, i)->kind == kind)
      return true;
  return false;
}

static bool
is_any_set (const PlwBook *book, const int64_t *years)
{
  for (size_t year = 0; year < book->n_years; year++)
    if (years[year] != 0)
      return true;
  return false;
}

static int64_t
find_most (const PlwBook *book, const int64_t *years)
{
  int64_t most = 0;

  for (size_t year = 0; year < book->n_years; year++)
    most = MAX (most, years[year]);
  return most;
}

static void
write_line (PlwSheet *sheet, const char *title, const int64_t *years, bool is_strong)
{
  plw_sheet_text (sheet, 0, title, is_strong ? PLW_STYLE_STRONG : PLW_STYLE_TEXT);
  plw_sheet_years (sheet, 1, years, true, is_strong ? PLW_STYLE_STRONG_MONEY : PLW_STYLE_MONEY);
  plw_sheet_next (sheet);
}

/* The parts of each use's figures, added up over the uses of a kind. */
typedef struct
{
  int64_t *need;
  int64_t *from_pots;
  int64_t *borrowed;
  int64_t *shortfall;
} Figures;

static Figures
create_figures (const PlwBook *book)
{
  return (Figures){
    .need = g_new0 (int64_t, book->n_years),
    .from_pots = g_new0 (int64_t, book->n_years),
    .borrowed = g_new0 (int64_t, book->n_years),
    .shortfall = g_new0 (int64_t, book->n_years),
  };
}

static void
clear_figures (Figures *figures)
{
  g_free (figures->need);
  g_free (figures->from_pots);
  g_free (figures->borrowed);
  g_free (figures->shortfall);
}

static void
add_use (const PlwBook *book, Figures *figures, size_t index)
{
  const PlwUse *use = plw_result_use (book->result, index);

  for (size_t year = 0; year < book->n_years; year++)
    {
      figures->need[year] += use->need[year];
      figures->from_pots[year] += use->funded[year] - use->borrowed[year];
      figures->borrowed[year] += use->borrowed[year];
      figures->shortfall[year] += plw_result_shortfall (book->result, index, year);
    }
}

static void
write_figures (PlwSheet *sheet, const Figures *figures)
{
  const PlwBook *book = sheet->book;

  write_line (sheet, _ ("Need"), figures->need, true);
  write_line (sheet, _ ("Paid from pots"), figures->from_pots, false);
  if (is_any_set (book, figures->borrowed))
    write_line (sheet, _ ("Borrowed"), figures->borrowed, false);
  if (is_any_set (book, figures->shortfall))
    write_line (sheet, _ ("Shortfall"), figures->shortfall, false);
}

static void
write_intake (PlwSheet *sheet, const PlwUse *use)
{
  PlwBook *book = sheet->book;
  const PlwPlan *plan = book->plan;
  g_autofree char *key = g_strdup_printf ("%s/intake", use->code);
  size_t row;

  if (use->kind != PLW_USE_PROGRAMME || use->part != PLW_PART_REVENUE
      || !plw_plan_find_key (plan, PLW_TABLE_PROGRAMME_YEARS, key, &row))
    return;

  plw_sheet_text (sheet, 0, _ ("People or households starting (not pounds)"), PLW_STYLE_TEXT);
  for (size_t year = 0; year < book->n_years; year++)
    {
      size_t column =
          plw_plan_year_column (plan, PLW_TABLE_PROGRAMME_YEARS, plw_result_year (book->result, year));
      int64_t intake = plw_plan_number (plan, PLW_TABLE_PROGRAMME_YEARS, row, column);
      bool is_whole = intake % PLW_DECIMAL_ONE == 0;

      plw_sheet_number (sheet, (lxw_col_t) (year + 1), (double) intake / (double) PLW_DECIMAL_ONE,
                        is_whole ? PLW_STYLE_INTEGER : PLW_STYLE_NUMBER);
    }
  plw_sheet_fill (sheet, (lxw_col_t) (book->n_years + 1), PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

static void
write_use (PlwSheet *sheet, size_t index)
{
  const PlwBook *book = sheet->book;
  const PlwUse *use = plw_result_use (book->result, index);
  const char *partner = plw_book_row_name (book, PLW_TABLE_PARTNERS, use->partner);
  g_autofree char *name = plw_book_use_name (use);
  g_autofree char *band =
      partner[0] != '\0' ? g_strdup_printf (_ ("%s: %s"), partner, name) : g_strdup (name);
  Figures figures = create_figures (book);

  add_use (book, &figures, index);
  plw_sheet_band (sheet, band, PLW_STYLE_BAND);
  write_figures (sheet, &figures);
  write_intake (sheet, use);
  clear_figures (&figures);
}

static void
add_uses_of_kind (PlwBook *book, PlwUseKind kind, const char *name, const char *title, const char *about)
{
  if (!has_uses (book, kind))
    return;

  PlwSheet *sheet = plw_book_add_sheet (book, name, title, about);
  Figures totals = create_figures (book);

  for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
    if (plw_result_use (book->result, i)->kind == kind)
      add_use (book, &totals, i);
  plw_sheet_head (sheet, _ ("Figure"), PLW_WIDTH_NAME + 2, PLW_STYLE_HEAD);
  plw_sheet_head_years (sheet, find_most (book, totals.need), true);
  plw_sheet_open_body (sheet, 1);
  plw_sheet_band (sheet, _ ("All together"), PLW_STYLE_TOTAL);
  write_figures (sheet, &totals);
  for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
    if (plw_result_use (book->result, i)->kind == kind)
      write_use (sheet, i);
  clear_figures (&totals);
  plw_sheet_close (sheet);
}

void
plw_book_add_capital (PlwBook *book)
{
  add_uses_of_kind (
      book, PLW_USE_PROJECT, _ ("Capital"), _ ("Capital projects"),
      _ ("What each project costs, and what pays for it: pots, borrowing, or nothing yet. Pounds."));
}

void
plw_book_add_programmes (PlwBook *book)
{
  add_uses_of_kind (book, PLW_USE_PROGRAMME, _ ("Prevention"), _ ("Prevention programmes"),
                    _ ("What each programme costs and what reaches it; what it saves is in the Summary and "
                       "in the lines' need. Pounds."));
}
