/* workbook-need.c: need and shortfall by line and year in the committee workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <string.h>

/* A group of uses under one heading. @partner: (nullable): NULL: every partner. */
typedef struct
{
  const char *title;
  PlwUseKind kind;
  const char *partner;
} Section;

typedef struct
{
  size_t use;
  int64_t *shortfall;
  int64_t total;
  int64_t other_total;
} ShortUse;

static void
clear_short_use (void *data)
{
  g_free (((ShortUse *) data)->shortfall);
}

static const char *
name_duty (const PlwUse *use)
{
  if (use->kind == PLW_USE_FINANCING)
    return _ ("Statutory");
  if (use->kind != PLW_USE_LINE)
    return "";
  return use->is_statutory ? _ ("Statutory") : _ ("Discretionary");
}

/* The base year's budget of every line, in the order of the lines table. */
static int64_t *
collect_base (const PlwBook *book)
{
  const PlwPlan *plan = book->plan;
  size_t n_lines = plw_plan_n_rows (plan, PLW_TABLE_LINES);
  int64_t *base = g_new0 (int64_t, n_lines + 1);

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_COSTS); row++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_COSTS, row, PLW_COSTS_LINE);
      int64_t pence = plw_plan_number (plan, PLW_TABLE_COSTS, row, PLW_COSTS_BASE);
      bool is_income = plw_plan_number (plan, PLW_TABLE_COSTS, row, PLW_COSTS_KIND) == PLW_COST_INCOME;
      size_t line;

      if (plw_book_find_row (book, PLW_TABLE_LINES, code, &line))
        base[line] += is_income ? -pence : pence;
    }
  return base;
}

static void
write_need_row (PlwSheet *sheet, const PlwUse *use, const int64_t *base)
{
  g_autofree char *name = plw_book_use_name (use);

  plw_sheet_text (sheet, 0, name, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, use->group, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 2, name_duty (use), PLW_STYLE_TEXT);
  if (use->kind == PLW_USE_LINE)
    plw_sheet_money (sheet, 3, base[use->row], PLW_STYLE_MONEY);
  else
    plw_sheet_text (sheet, 3, "", PLW_STYLE_TEXT);
  plw_sheet_years (sheet, 4, use->need, true, PLW_STYLE_MONEY);
  plw_sheet_next (sheet);
}

static bool
is_in_section (const PlwUse *use, const Section *section)
{
  return use->kind == section->kind
         && (section->partner == NULL || g_str_equal (use->partner, section->partner));
}

/* Returns the base year's budget of the section; adds its years to @totals. */
static int64_t
write_section (PlwSheet *sheet, const Section *section, const int64_t *base, int64_t *totals)
{
  PlwBook *book = sheet->book;
  g_autofree int64_t *sums = g_new0 (int64_t, book->n_years);
  g_autofree char *subtotal = g_strdup_printf (_ ("%s: total"), section->title);
  int64_t base_sum = 0;
  lxw_row_t first_row = 0;

  for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
    {
      const PlwUse *use = plw_result_use (book->result, i);

      if (!is_in_section (use, section))
        continue;
      if (first_row == 0)
        {
          plw_sheet_band (sheet, section->title, PLW_STYLE_BAND);
          first_row = sheet->row;
        }
      write_need_row (sheet, use, base);
      plw_book_add_years (book, sums, use->need);
      base_sum += use->kind == PLW_USE_LINE ? base[use->row] : 0;
    }
  if (first_row == 0)
    return 0;

  plw_sheet_text (sheet, 0, subtotal, PLW_STYLE_SUBTOTAL);
  plw_sheet_fill (sheet, 1, PLW_STYLE_SUBTOTAL);
  if (section->kind == PLW_USE_LINE)
    plw_sheet_subtotal (sheet, 3, first_row, base_sum, PLW_STYLE_SUBTOTAL_MONEY);
  plw_sheet_subtotals (sheet, 4, first_row, sums, true, PLW_STYLE_SUBTOTAL_MONEY);
  plw_sheet_next (sheet);
  plw_book_add_years (book, totals, sums);
  return base_sum;
}

static GArray *
collect_sections (const PlwPlan *plan)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (Section));
  const Section rest[] = {
    { _ ("No partner named"), PLW_USE_LINE, "" },
    { _ ("Prevention programmes"), PLW_USE_PROGRAMME, NULL },
    { _ ("Capital projects"), PLW_USE_PROJECT, NULL },
    { _ ("Capital financing"), PLW_USE_FINANCING, NULL },
  };

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_PARTNERS); row++)
    {
      Section section = {
        .title = plw_plan_name (plan, PLW_TABLE_PARTNERS, row),
        .kind = PLW_USE_LINE,
        .partner = plw_plan_text (plan, PLW_TABLE_PARTNERS, row, PLW_PARTNERS_CODE),
      };

      g_array_append_val (sections, section);
    }
  g_array_append_vals (sections, rest, G_N_ELEMENTS (rest));
  return sections;
}

void
plw_book_add_need (PlwBook *book)
{
  PlwSheet *sheet = plw_book_add_sheet (
      book, _ ("Need"), _ ("Need by service and year"),
      _ ("What services, programmes and projects cost, before any money is shared out, by partner. Pounds."));
  g_autofree int64_t *base = collect_base (book);
  g_autofree int64_t *totals = g_new0 (int64_t, book->n_years);
  g_autofree char *base_head =
      g_strdup_printf (_ ("Base budget %s £"), plw_year_name (plw_plan_base_year (book->plan)));
  g_autoptr (GArray) sections = collect_sections (book->plan);
  int64_t base_total = 0;

  plw_sheet_head (sheet, _ ("Service or other use"), PLW_WIDTH_NAME, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Group"), 22, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Duty"), 13, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, base_head, plw_money_width (book->most), PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head_years (sheet, book->most, true);
  plw_sheet_open_body (sheet, 1);

  lxw_row_t first_row = sheet->row;

  for (size_t i = 0; i < sections->len; i++)
    base_total += write_section (sheet, &g_array_index (sections, Section, i), base, totals);

  plw_sheet_text (sheet, 0, _ ("All need"), PLW_STYLE_TOTAL);
  plw_sheet_fill (sheet, 1, PLW_STYLE_TOTAL);
  plw_sheet_subtotal (sheet, 3, first_row, base_total, PLW_STYLE_TOTAL_MONEY);
  plw_sheet_subtotals (sheet, 4, first_row, totals, true, PLW_STYLE_TOTAL_MONEY);
  plw_sheet_next (sheet);
  plw_sheet_close (sheet);
}

static int
compare_worst_first (const void *a, const void *b)
{
  const ShortUse *x = a;
  const ShortUse *y = b;

  if (x->total != y->total)
    return x->total > y->total ? -1 : 1;
  return x->use < y->use ? -1 : x->use > y->use;
}

static GArray *
collect_short_uses (const PlwBook *book)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (ShortUse));

  g_array_set_clear_func (uses, clear_short_use);
  for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
    {
      int64_t *shortfall = plw_book_use_shortfall (book, i);
      ShortUse use = { .use = i, .shortfall = shortfall, .total = plw_book_years_total (book, shortfall) };

      if (book->other != NULL)
        use.other_total = plw_book_other_shortfall (book, i);
      if (use.total > 0 || use.other_total > 0)
        g_array_append_val (uses, use);
      else
        g_free (shortfall);
    }
  g_array_sort (uses, compare_worst_first);
  return uses;
}

static double
divide (int64_t part, int64_t whole)
{
  return whole > 0 ? (double) part / (double) whole : 0.0;
}

static void
write_short_row (PlwSheet *sheet, const ShortUse *entry)
{
  PlwBook *book = sheet->book;
  const PlwUse *use = plw_result_use (book->result, entry->use);
  const char *partner = plw_book_row_name (book, PLW_TABLE_PARTNERS, use->partner);
  int64_t need = plw_book_years_total (book, use->need);
  lxw_col_t column = (lxw_col_t) (book->n_years + 4);
  g_autofree char *name = plw_book_use_name (use);

  plw_sheet_text (sheet, 0, name, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, partner, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 2, use->kind == PLW_USE_LINE ? name_duty (use) : plw_book_use_kind (use),
                  PLW_STYLE_TEXT);
  plw_sheet_years (sheet, 3, entry->shortfall, true, PLW_STYLE_MONEY);
  plw_sheet_number (sheet, column++, divide (entry->total, need), PLW_STYLE_SHARE);
  if (book->other != NULL)
    {
      int64_t cost = plw_book_fence_cost (book, entry->total, entry->other_total);

      plw_sheet_money (sheet, column++, entry->other_total, PLW_STYLE_MONEY);
      plw_sheet_money (sheet, column, cost, PLW_STYLE_MONEY);
    }
  plw_sheet_next (sheet);
}

/* One hue, from white for nothing to orange for the most; the figure stays legible on both. */
static void
shade_years (PlwSheet *sheet, lxw_row_t first_row)
{
  lxw_conditional_format scale = {
    .type = LXW_CONDITIONAL_2_COLOR_SCALE,
    .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
    .min_value = 0,
    .min_color = 0xFFFFFF,
    .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_MAXIMUM,
    .max_color = 0xF9A87C,
  };

  if (sheet->book->error == NULL)
    plw_book_try (sheet->book,
                  worksheet_conditional_format_range (sheet->worksheet, first_row, 3, sheet->row - 1,
                                                      (lxw_col_t) (sheet->book->n_years + 2), &scale));
}

static int64_t
find_most_short (const PlwBook *book)
{
  int64_t most = 0;

  for (size_t year = 0; year < book->n_years; year++)
    {
      most = MAX (most, plw_result_sum (book->result, PLW_SUM_SHORTFALL, year));
      if (book->other != NULL)
        most = MAX (most, plw_result_sum (book->other, PLW_SUM_SHORTFALL, year));
    }
  return most;
}

static void
write_short_heads (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  int64_t most = find_most_short (book);
  double width = plw_money_width (most * (int64_t) book->n_years);

  plw_sheet_head (sheet, _ ("Service or other use"), PLW_WIDTH_NAME, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Partner"), 25, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Duty"), 13, PLW_STYLE_HEAD);
  plw_sheet_head_years (sheet, most, true);
  plw_sheet_head (sheet, _ ("Share of need"), 11, PLW_STYLE_HEAD_RIGHT);
  if (book->other == NULL)
    return;

  g_autofree char *policy = plw_book_policy_name (book->other);
  g_autofree char *head = plw_book_is_today (book->other)
                              ? g_strdup_printf (_ ("All years: %s £"), policy)
                              : g_strdup_printf (_ ("All years: %s, not lawful today £"), policy);

  plw_sheet_head (sheet, head, MAX (width, 12.5), PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head (sheet, _ ("What the ring-fences cost £"), MAX (width, 12.5), PLW_STYLE_HEAD_RIGHT);
}

static void
write_short_total (PlwSheet *sheet, const GArray *uses, lxw_row_t first_row)
{
  PlwBook *book = sheet->book;
  lxw_col_t column = (lxw_col_t) (book->n_years + 5);
  g_autofree int64_t *sums = g_new0 (int64_t, book->n_years);
  int64_t theirs = 0;

  for (size_t i = 0; i < uses->len; i++)
    {
      plw_book_add_years (book, sums, g_array_index (uses, ShortUse, i).shortfall);
      theirs += g_array_index (uses, ShortUse, i).other_total;
    }
  plw_sheet_text (sheet, 0, _ ("All shortfall"), PLW_STYLE_TOTAL);
  plw_sheet_fill (sheet, 1, PLW_STYLE_TOTAL);
  plw_sheet_subtotals (sheet, 3, first_row, sums, true, PLW_STYLE_TOTAL_MONEY);
  plw_sheet_number (sheet, column - 1,
                    divide (plw_book_years_total (book, sums), plw_book_total (book->result, PLW_SUM_NEED)),
                    PLW_STYLE_TOTAL_SHARE);
  if (book->other != NULL)
    {
      int64_t cost = plw_book_fence_cost (book, plw_book_years_total (book, sums), theirs);

      plw_sheet_subtotal (sheet, column, first_row, theirs, PLW_STYLE_TOTAL_MONEY);
      plw_sheet_subtotal (sheet, column + 1, first_row, cost, PLW_STYLE_TOTAL_MONEY);
    }
  plw_sheet_next (sheet);
}

void
plw_book_add_shortfall (PlwBook *book)
{
  PlwSheet *sheet = plw_book_add_sheet (book, _ ("Shortfall"), _ ("Shortfall by service and year"),
                                        _ ("Need that no money allowed by the policy reaches, worst first; "
                                           "the darker the cell, the larger. Pounds."));
  g_autoptr (GArray) uses = collect_short_uses (book);

  write_short_heads (sheet);
  plw_sheet_open_body (sheet, 1);

  lxw_row_t first_row = sheet->row;

  for (size_t i = 0; i < uses->len; i++)
    write_short_row (sheet, &g_array_index (uses, ShortUse, i));
  if (uses->len > 0)
    shade_years (sheet, first_row);
  else
    plw_sheet_band (sheet, _ ("Nothing falls short in any year."), PLW_STYLE_BAND);
  write_short_total (sheet, uses, uses->len > 0 ? first_row : sheet->row);
  plw_sheet_close (sheet);
}
