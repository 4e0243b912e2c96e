/* workbook-need.c: need and what is funded of it, by line and year, in the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#define FIRST_YEAR 4
#define NUMBER_COLUMN 3

/* A sheet with a row for every use, and what stands in it. */
typedef struct
{
  PlwPlaced what;
  PlwPlaced section;
  size_t offset;
  void (*write_years) (PlwSheet *sheet, size_t use);
} UseSheet;

const char *
plw_book_duty (const PlwUse *use)
{
  if (use->kind == PLW_USE_FINANCING)
    return _ ("Statutory");
  if (use->kind != PLW_USE_LINE)
    return "";
  return use->is_statutory ? _ ("Statutory") : _ ("Discretionary");
}

GArray *
plw_book_sections (const PlwBook *book)
{
  const PlwPlan *plan = book->plan;
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (PlwSection));
  const PlwSection rest[] = {
    { _ ("No partner named"), PLW_USE_LINE, "" },
    { _ ("Prevention programmes"), PLW_USE_PROGRAMME, NULL },
    { _ ("Capital projects"), PLW_USE_PROJECT, NULL },
    { _ ("Capital financing"), PLW_USE_FINANCING, NULL },
  };

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_PARTNERS); row++)
    {
      PlwSection section = {
        .title = plw_plan_name (plan, PLW_TABLE_PARTNERS, row),
        .kind = PLW_USE_LINE,
        .partner = plw_plan_text (plan, PLW_TABLE_PARTNERS, row, PLW_PARTNERS_CODE),
      };

      g_array_append_val (sections, section);
    }
  g_array_append_vals (sections, rest, G_N_ELEMENTS (rest));
  return sections;
}

bool
plw_section_has (const PlwSection *section, const PlwUse *use)
{
  return use->kind == section->kind
         && (section->partner == NULL || g_str_equal (use->partner, section->partner));
}

static void calc (PlwSheet *sheet, size_t use, int year, const char *format, ...) G_GNUC_PRINTF (4, 5);

static void
calc (PlwSheet *sheet, size_t use, int year, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *formula = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + year),
                  (double) plw_result_use (sheet->book->result, use)->need[year] / 100.0, PLW_STYLE_MONEY,
                  "%s", formula);
}

/* Projects and programmes stand in the order of the model's. */
static size_t
find_number (const PlwBook *book, const PlwUse *use)
{
  const PlwModel *model = book->model;
  size_t n = use->kind == PLW_USE_PROJECT ? model->n_projects : model->n_programmes;

  for (size_t i = 0; i < n; i++)
    if ((use->kind == PLW_USE_PROJECT ? model->projects[i].row : model->programmes[i].row) == use->row)
      return i;
  g_assert_not_reached ();
}

static void
write_need_years (PlwSheet *sheet, size_t index)
{
  PlwBook *book = sheet->book;
  const PlwUse *use = plw_result_use (book->result, index);
  bool is_own = use->kind == PLW_USE_PROJECT || use->kind == PLW_USE_PROGRAMME;
  size_t number = is_own ? find_number (book, use) : 0;

  for (int t = 0; t < (int) book->n_years; t++)
    switch (use->kind)
      {
      case PLW_USE_LINE:
        calc (sheet, index, t, "=%s", plw_ref (sheet, PLW_AT_LINE_NEED, index, t));
        break;
      case PLW_USE_PROGRAMME:
        calc (sheet, index, t, "=ROUND(%s*(1+%s),2)",
              plw_ref (sheet, PLW_AT_COST, 2 * number + (size_t) use->part, t),
              plw_ref_fixed (sheet, PLW_AT_COST_UP, number, 0));
        break;
      case PLW_USE_PROJECT:
        calc (sheet, index, t, "=%s", plw_ref (sheet, PLW_AT_SPEND, number, t));
        break;
      case PLW_USE_FINANCING:
        calc (sheet, index, t, "=%s", plw_ref (sheet, PLW_AT_FINANCING, 0, t));
        break;
      }
}

/* All payments to the use, and what it borrowed. */
static void
write_funded_years (PlwSheet *sheet, size_t index)
{
  PlwBook *book = sheet->book;
  const PlwUse *use = plw_result_use (book->result, index);
  char self[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell_abs (self, sheet->row, NUMBER_COLUMN, 0, 1);
  for (int t = 0; t < (int) book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), (double) use->funded[t] / 100.0, PLW_STYLE_MONEY,
                    "=SUMIF(%s,%s,%s)",
                    plw_ref_rows (sheet, PLW_AT_ALLOCATION_ROWS, PLW_BASE_YEAR, PLW_BASE_YEAR, true), self,
                    plw_ref_rows (sheet, PLW_AT_ALLOCATION_ROWS, t, t, false));
}

static const int64_t *
get_years (const UseSheet *kind, const PlwUse *use)
{
  return G_STRUCT_MEMBER (int64_t *, use, kind->offset);
}

static void
write_row (PlwSheet *sheet, const UseSheet *kind, size_t index)
{
  PlwBook *book = sheet->book;
  const PlwUse *use = plw_result_use (book->result, index);
  g_autofree char *name = plw_book_use_name (use);

  plw_place (sheet, kind->what, index, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, 0, name, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, use->group, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 2, plw_book_duty (use), PLW_STYLE_TEXT);
  if (kind->what == PLW_AT_FUNDED)
    plw_sheet_number (sheet, NUMBER_COLUMN, (double) (index + 1), PLW_STYLE_INTEGER);
  else if (use->kind == PLW_USE_LINE)
    plw_sheet_calc (sheet, NUMBER_COLUMN, (double) plw_book_base_need (book, index) / 100.0, PLW_STYLE_MONEY,
                    "=%s", plw_ref (sheet, PLW_AT_LINE_NEED, index, PLW_BASE_YEAR));
  else
    plw_sheet_text (sheet, NUMBER_COLUMN, "", PLW_STYLE_TEXT);
  kind->write_years (sheet, index);
  plw_sheet_sum_years (sheet, (lxw_col_t) (FIRST_YEAR + book->n_years),
                       plw_book_years_total (book, get_years (kind, use)), PLW_STYLE_MONEY);
  plw_sheet_next (sheet);
}

static void
write_totals (PlwSheet *sheet,
              const UseSheet *kind,
              const char *title,
              lxw_row_t first_row,
              int64_t base,
              const int64_t *sums,
              bool is_all)
{
  PlwStyle style = is_all ? PLW_STYLE_TOTAL : PLW_STYLE_SUBTOTAL;
  PlwStyle money = is_all ? PLW_STYLE_TOTAL_MONEY : PLW_STYLE_SUBTOTAL_MONEY;

  plw_sheet_text (sheet, 0, title, style);
  plw_sheet_fill (sheet, 1, style);
  if (kind->what == PLW_AT_NEED)
    plw_sheet_subtotal (sheet, NUMBER_COLUMN, first_row, base, money);
  plw_sheet_subtotals (sheet, FIRST_YEAR, first_row, sums, true, money);
  plw_sheet_next (sheet);
}

/* Returns the base year's budget of the section; adds its years to @totals. */
static int64_t
write_section (PlwSheet *sheet,
               const UseSheet *kind,
               const PlwSection *section,
               size_t number,
               int64_t *totals)
{
  PlwBook *book = sheet->book;
  g_autofree int64_t *sums = g_new0 (int64_t, book->n_years);
  g_autofree char *subtotal = g_strdup_printf (_ ("%s: total"), section->title);
  int64_t base = 0;
  lxw_row_t first_row = 0;

  for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
    {
      const PlwUse *use = plw_result_use (book->result, i);

      if (!plw_section_has (section, use))
        continue;
      if (first_row == 0)
        {
          plw_sheet_band (sheet, section->title, PLW_STYLE_BAND);
          first_row = sheet->row;
        }
      write_row (sheet, kind, i);
      plw_book_add_years (book, sums, get_years (kind, use));
      base += use->kind == PLW_USE_LINE ? plw_book_base_need (book, i) : 0;
    }
  if (first_row == 0)
    return 0;
  plw_place (sheet, kind->section, number, sheet->row, FIRST_YEAR);
  write_totals (sheet, kind, subtotal, first_row, base, sums, false);
  plw_book_add_years (book, totals, sums);
  return base;
}

static void
write_all (PlwSheet *sheet, const UseSheet *kind, const char *title)
{
  PlwBook *book = sheet->book;
  g_autoptr (GArray) sections = plw_book_sections (book);
  g_autofree int64_t *totals = g_new0 (int64_t, book->n_years);
  int64_t base = 0;
  lxw_row_t first_row;

  plw_sheet_head_years (sheet, book->most, true);
  plw_sheet_open_body (sheet, 1);
  first_row = sheet->row;
  for (guint i = 0; i < sections->len; i++)
    base += write_section (sheet, kind, &g_array_index (sections, PlwSection, i), i, totals);
  plw_place (sheet, kind->what, plw_result_n_uses (book->result), sheet->row, FIRST_YEAR);
  write_totals (sheet, kind, title, first_row, base, totals, true);
  plw_sheet_close (sheet);
}

static void
write_heads (PlwSheet *sheet)
{
  plw_sheet_head (sheet, _ ("Service or other use"), PLW_WIDTH_NAME, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Group"), 22, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Duty"), 13, PLW_STYLE_HEAD);
}

void
plw_book_fill_need (PlwBook *book)
{
  static const UseSheet kind = { PLW_AT_NEED, PLW_AT_SECTION_NEED, G_STRUCT_OFFSET (PlwUse, need),
                                 write_need_years };
  PlwSheet *sheet = book->tabs[PLW_TAB_NEED];
  g_autofree char *base_head =
      g_strdup_printf (_ ("Base budget %s £"), plw_year_name (plw_plan_base_year (book->plan)));

  write_heads (sheet);
  plw_sheet_head (sheet, base_head, plw_money_width (book->most), PLW_STYLE_HEAD_RIGHT);
  write_all (sheet, &kind, _ ("All need"));
}

void
plw_book_fill_funded (PlwBook *book)
{
  static const UseSheet kind = { PLW_AT_FUNDED, PLW_AT_SECTION_FUNDED, G_STRUCT_OFFSET (PlwUse, funded),
                                 write_funded_years };
  PlwSheet *sheet = book->tabs[PLW_TAB_FUNDED];

  write_heads (sheet);
  plw_sheet_head (sheet, _ ("Use no."), 6, PLW_STYLE_HEAD_RIGHT);
  write_all (sheet, &kind, _ ("All that is funded"));
}
