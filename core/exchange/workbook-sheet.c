/* workbook-sheet.c: filling one sheet of the committee workbook, and its page.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <math.h>
#include <string.h>

/* A cell holds 32,767 UTF-16 units; half of it is enough whatever is in it. */
#define TEXT_MOST 16000
#define NAME_MOST 31
#define FOOTER_MOST 60
#define HEADER_MOST 130
#define TITLE_MOST 80

/* A double holds whole pence exactly up to here. */
#define PENCE_MOST (INT64_C (1) << 53)

/* As many years, and characters, as one page's width takes without becoming too small to read. */
#define YEARS_A_PAGE 12
#define WIDTH_A_PAGE 250.0

/* Points: of a title, of one line of text, and of the gap around lines. */
#define TITLE_HEIGHT 24
#define LINE_HEIGHT 13
#define ROW_PADDING 3
#define ROW_HEIGHT_MOST 400.0
#define GAP_HEIGHT 4

/* Of running text, in a column one unit wide; lower than it is, to be on the safe side. */
#define CHARACTERS_A_UNIT 1.25

/* Characters: a column of money, a bold digit or comma, and the cell's edges. */
#define WIDTH_MONEY_LEAST 10.5
#define WIDTH_DIGIT 0.95
#define WIDTH_PADDING 1.2

#define FIRST_ROW 0
#define MARGIN_INCHES 0.4

static bool
is_allowed_in_xml (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c != 0x7f && c != 0xfffe && c != 0xffff);
}

/* Whether a text can stay as it is, without looking at its characters one by one. */
static bool
is_clean (const char *text)
{
  if (text == NULL)
    return false;

  size_t size = strlen (text);

  for (size_t i = 0; i < size; i++)
    if (((unsigned char) text[i] < 0x20) || (unsigned char) text[i] == 0x7f
        || (unsigned char) text[i] == 0xef)
      return false;
  return size <= TEXT_MOST && g_utf8_validate (text, (gssize) size, NULL);
}

char *
plw_text_clean (const char *text)
{
  if (is_clean (text))
    return g_strdup (text);

  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_sized_new (strlen (valid));
  size_t n = 0;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (n++ == TEXT_MOST)
        {
          g_string_append (clean, _ (" … (cut: longer than a cell of a spreadsheet)"));
          break;
        }
      g_string_append_unichar (clean, is_allowed_in_xml (c) ? c : 0xfffd);
    }
  return g_string_free (clean, FALSE);
}

/* Cuts a UTF-8 text to at most @most characters. */
static char *
cut_text (const char *text, size_t most)
{
  return g_utf8_strlen (text, -1) <= (glong) most ? g_strdup (text)
                                                  : g_utf8_substring (text, 0, (glong) most);
}

static bool
is_name_taken (const PlwBook *book, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (size_t i = 0; i < book->sheets->len; i++)
    {
      const PlwSheet *sheet = g_ptr_array_index (book->sheets, i);
      g_autofree char *other = g_utf8_casefold (sheet->name, -1);

      if (g_str_equal (folded, other))
        return true;
    }
  return false;
}

/* A sheet's name: none of []:*?/\ and ', not empty, at most 31 characters, not used before. */
static char *
compose_sheet_name (const PlwBook *book, const char *wish)
{
  g_autofree char *clean = plw_text_clean (wish);
  const char *safe = g_strstrip (g_strdelimit (clean, "[]:*?/\\'\t\n", ' '));
  const char *base = safe[0] != '\0' ? safe : _ ("Sheet");
  g_autofree char *name = cut_text (base, NAME_MOST);

  for (size_t n = 2; is_name_taken (book, name); n++)
    {
      g_autofree char *suffix = g_strdup_printf (" %zu", n);
      g_autofree char *stem = cut_text (base, NAME_MOST - strlen (suffix));

      g_free (name);
      name = g_strconcat (stem, suffix, NULL);
    }
  return g_steal_pointer (&name);
}

PlwSheet *
plw_book_add_sheet (PlwBook *book, const char *name, const char *title, const char *about)
{
  PlwSheet *sheet = g_new0 (PlwSheet, 1);

  sheet->book = book;
  sheet->name = compose_sheet_name (book, name);
  sheet->prefix = g_strdup_printf ("'%s'!", sheet->name);
  sheet->about = g_strdup (about);
  sheet->widths = g_array_new (FALSE, FALSE, sizeof (double));
  sheet->n_lines = 1;
  sheet->scale = 1;
  g_ptr_array_add (book->sheets, sheet);
  if (book->error != NULL)
    return sheet;

  sheet->worksheet = workbook_add_worksheet (book->workbook, sheet->name);
  if (sheet->worksheet == NULL)
    {
      plw_book_try (book, LXW_ERROR_SHEETNAME_ALREADY_USED);
      return sheet;
    }
  if (title == NULL)
    return sheet;

  g_autofree char *clean = plw_text_clean (title);

  sheet->title = cut_text (g_strdelimit (clean, "&\n\t", ' '), TITLE_MOST);
  plw_sheet_text (sheet, 0, title, PLW_STYLE_TITLE);
  plw_sheet_next (sheet);
  plw_sheet_text (sheet, 0, book->strapline, PLW_STYLE_SUBTITLE);
  plw_sheet_next (sheet);
  plw_sheet_text (sheet, 0, about, PLW_STYLE_ABOUT);
  plw_sheet_next (sheet);
  sheet->head_row = ++sheet->row;
  return sheet;
}

void
plw_sheet_width (PlwSheet *sheet, double width)
{
  lxw_col_t column = sheet->n_columns++;

  g_array_append_val (sheet->widths, width);
  if (sheet->book->error == NULL)
    plw_book_try (sheet->book, worksheet_set_column (sheet->worksheet, column, column, width, NULL));
}

void
plw_sheet_head (PlwSheet *sheet, const char *text, double width, PlwStyle style)
{
  plw_sheet_width (sheet, width);
  plw_sheet_text (sheet, sheet->n_columns - 1, text, style);
}

double
plw_money_width (int64_t pence)
{
  g_autofree char *text = plw_pence_show (pence, PLW_UNIT_POUNDS);

  return MAX (WIDTH_MONEY_LEAST, (double) g_utf8_strlen (text, -1) * WIDTH_DIGIT + WIDTH_PADDING);
}

void
plw_sheet_head_years (PlwSheet *sheet, int64_t most, bool with_total)
{
  for (size_t year = 0; year < sheet->book->n_years; year++)
    {
      g_autofree char *head = g_strdup_printf (_ ("%s £"), plw_book_year (sheet->book, year));

      plw_sheet_head (sheet, head, plw_money_width (most), PLW_STYLE_HEAD_RIGHT);
    }
  if (with_total)
    plw_sheet_head (sheet, _ ("All years £"), plw_money_width (most * (int64_t) sheet->book->n_years),
                    PLW_STYLE_HEAD_RIGHT);
}

void
plw_working_heads (PlwSheet *sheet, const char *first, const char *second)
{
  PlwBook *book = sheet->book;
  g_autofree char *base = g_strdup_printf (_ ("%s £"), plw_year_name (plw_plan_base_year (book->plan)));

  plw_sheet_head (sheet, first, PLW_WIDTH_NAME, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, second, 30, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, base, plw_money_width (book->most), PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head_years (sheet, book->most, false);
}

void
plw_working_labels (PlwSheet *sheet, const char *first, const char *second)
{
  plw_sheet_text (sheet, 0, first, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, second, PLW_STYLE_TEXT);
}

void
plw_sheet_open_body (PlwSheet *sheet, lxw_col_t n_still)
{
  PlwBook *book = sheet->book;

  if (book->error != NULL)
    return;
  plw_sheet_next (sheet);
  worksheet_freeze_panes (sheet->worksheet, sheet->row, n_still);
  plw_book_try (book, worksheet_repeat_rows (sheet->worksheet, FIRST_ROW, sheet->head_row));
  if (n_still > 0)
    plw_book_try (book, worksheet_repeat_columns (sheet->worksheet, 0, n_still - 1));
}

/* Cells that follow a figure need a gap before their text. */
static PlwStyle
choose_style (lxw_col_t column, PlwStyle style)
{
  if (column > 0 && style == PLW_STYLE_TEXT)
    return PLW_STYLE_TEXT_INSIDE;
  if (column > 0 && style == PLW_STYLE_HEAD)
    return PLW_STYLE_HEAD_INSIDE;
  if (column > 0 && style == PLW_STYLE_PLAIN_TEXT)
    return PLW_STYLE_PLAIN_TEXT_INSIDE;
  if (column > 0 && style == PLW_STYLE_PLAIN_HEAD)
    return PLW_STYLE_PLAIN_HEAD_INSIDE;
  return style;
}

static bool
is_wrapped (PlwStyle style)
{
  return style == PLW_STYLE_TEXT || style == PLW_STYLE_STRONG || style == PLW_STYLE_HEAD
         || style == PLW_STYLE_HEAD_RIGHT || style == PLW_STYLE_PLAIN_TEXT || style == PLW_STYLE_PLAIN_HEAD
         || style == PLW_STYLE_PLAIN_HEAD_RIGHT;
}

/* How many lines a text takes in a column, broken at spaces. Not every program
 * works out the height of a row by itself.
 */
static size_t
count_lines (const char *text, double width)
{
  size_t most = (size_t) MAX (1, width * CHARACTERS_A_UNIT);
  size_t n_lines = 1;
  size_t used = 0;
  size_t word = 0;

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      if (*at != ' ' && *at != '\n' && *at != '\0')
        {
          word++;
          continue;
        }
      if (used > 0 && used + 1 + word > most)
        {
          n_lines++;
          used = 0;
        }
      used += (used > 0 ? 1 : 0) + word;
      n_lines += used > most ? (used - 1) / most : 0;
      used = used > most ? (used - 1) % most + 1 : used;
      word = 0;
      if (*at == '\n')
        {
          n_lines++;
          used = 0;
        }
      if (*at == '\0')
        return n_lines;
    }
}

void
plw_sheet_text (PlwSheet *sheet, lxw_col_t column, const char *text, PlwStyle style)
{
  PlwBook *book = sheet->book;

  if (book->error != NULL)
    return;
  g_autofree char *clean = plw_text_clean (text);
  lxw_format *format = book->styles[choose_style (column, style)];

  if (is_wrapped (style) && column < sheet->widths->len)
    sheet->n_lines = MAX (sheet->n_lines,
                          count_lines (clean, g_array_index (sheet->widths, double, column) / sheet->scale));
  if (clean[0] == '\0')
    plw_book_try (book, worksheet_write_blank (sheet->worksheet, sheet->row, column, format));
  else
    plw_book_try (book, worksheet_write_string (sheet->worksheet, sheet->row, column, clean, format));
}

void
plw_sheet_next (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  double height = (double) (sheet->n_lines * LINE_HEIGHT) * sheet->scale + ROW_PADDING;

  if (sheet->row == FIRST_ROW)
    height = TITLE_HEIGHT;
  if (book->error == NULL && height > LXW_DEF_ROW_HEIGHT + ROW_PADDING)
    plw_book_try (book,
                  worksheet_set_row (sheet->worksheet, sheet->row, MIN (height, ROW_HEIGHT_MOST), NULL));
  sheet->n_lines = 1;
  sheet->row++;
}

void
plw_sheet_gap (PlwSheet *sheet)
{
  if (sheet->book->error == NULL)
    plw_book_try (sheet->book, worksheet_set_row (sheet->worksheet, sheet->row, GAP_HEIGHT, NULL));
  sheet->row++;
}

static bool
check_pence (PlwBook *book, int64_t pence)
{
  if (book->error == NULL && (pence > PENCE_MOST || pence < -PENCE_MOST))
    g_set_error_literal (&book->error, PLW_ERROR, PLW_ERROR_RANGE,
                         _ ("An amount is too large to be exact to the penny in a workbook"));
  return book->error == NULL;
}

void
plw_sheet_money (PlwSheet *sheet, lxw_col_t column, int64_t pence, PlwStyle style)
{
  if (check_pence (sheet->book, pence))
    plw_sheet_number (sheet, column, (double) pence / 100.0, style);
}

void
plw_sheet_number (PlwSheet *sheet, lxw_col_t column, double number, PlwStyle style)
{
  PlwBook *book = sheet->book;

  if (book->error == NULL && !isfinite (number))
    g_set_error_literal (&book->error, PLW_ERROR, PLW_ERROR_RANGE,
                         _ ("A figure of the workbook is not a number"));
  if (book->error != NULL)
    return;
  plw_book_try (book,
                worksheet_write_number (sheet->worksheet, sheet->row, column, number, book->styles[style]));
}

static void
write_formula (PlwSheet *sheet, lxw_col_t column, double value, PlwStyle style, const char *formula)
{
  PlwBook *book = sheet->book;

  if (book->error == NULL && !isfinite (value))
    g_set_error_literal (&book->error, PLW_ERROR, PLW_ERROR_RANGE,
                         _ ("A figure of the workbook is not a number"));
  if (book->error == NULL && fabs (value) > (double) PENCE_MOST / 100.0)
    g_set_error_literal (&book->error, PLW_ERROR, PLW_ERROR_RANGE,
                         _ ("An amount is too large to be exact to the penny in a workbook"));
  if (book->error != NULL)
    return;
  plw_book_try (book, worksheet_write_formula_num (sheet->worksheet, sheet->row, column, formula,
                                                   book->styles[style], value));
}

void
plw_sheet_calc (PlwSheet *sheet, lxw_col_t column, double value, PlwStyle style, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *formula = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  write_formula (sheet, column, value, style, formula);
}

void
plw_sheet_calc_text (PlwSheet *sheet,
                     lxw_col_t column,
                     const char *value,
                     PlwStyle style,
                     const char *format,
                     ...)
{
  PlwBook *book = sheet->book;
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *formula = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (book->error == NULL)
    plw_book_try (book, worksheet_write_formula_str (sheet->worksheet, sheet->row, column, formula,
                                                     book->styles[style], value));
}

void
plw_sheet_sum_values (PlwSheet *sheet, lxw_col_t column, double total, PlwStyle style)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];

  lxw_rowcol_to_range (range, sheet->row, (lxw_col_t) (column - sheet->book->n_years), sheet->row,
                       column - 1);
  plw_sheet_calc (sheet, column, total, style, "=SUM(%s)", range);
}

void
plw_sheet_sum_years (PlwSheet *sheet, lxw_col_t column, int64_t total, PlwStyle style)
{
  plw_sheet_sum_values (sheet, column, (double) total / 100.0, style);
}

void
plw_sheet_filter (PlwSheet *sheet)
{
  if (sheet->book->error == NULL && sheet->n_columns > 0)
    plw_book_try (sheet->book,
                  worksheet_autofilter (sheet->worksheet, sheet->head_row, 0,
                                        MAX (sheet->row, sheet->head_row + 2) - 1, sheet->n_columns - 1));
}

void
plw_sheet_link (PlwSheet *sheet, lxw_col_t column, const PlwSheet *target)
{
  PlwBook *book = sheet->book;

  if (book->error != NULL)
    return;
  g_autofree char *url = g_strdup_printf ("internal:'%s'!A1", target->name);

  plw_book_try (book, worksheet_write_url_opt (sheet->worksheet, sheet->row, column, url,
                                               book->styles[PLW_STYLE_LINK], target->name, target->about));
}

void
plw_sheet_fill (PlwSheet *sheet, lxw_col_t column, PlwStyle style)
{
  for (; column < sheet->n_columns; column++)
    plw_sheet_text (sheet, column, "", style);
}

void
plw_sheet_years (PlwSheet *sheet, lxw_col_t column, const int64_t *pence, bool with_total, PlwStyle style)
{
  size_t n_years = sheet->book->n_years;
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  int64_t total = 0;

  for (size_t year = 0; year < n_years; year++)
    {
      plw_sheet_money (sheet, (lxw_col_t) (column + year), pence[year], style);
      total += pence[year];
    }
  if (!with_total)
    return;

  lxw_col_t last = (lxw_col_t) (column + n_years);

  lxw_rowcol_to_range (range, sheet->row, column, sheet->row, last - 1);
  plw_sheet_calc (sheet, last, (double) total / 100.0, style, "=SUM(%s)", range);
}

void
plw_sheet_subtotal (PlwSheet *sheet, lxw_col_t column, lxw_row_t first_row, int64_t sum, PlwStyle style)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];

  if (sheet->row == first_row)
    {
      plw_sheet_money (sheet, column, sum, style);
      return;
    }
  lxw_rowcol_to_range (range, first_row, column, sheet->row - 1, column);
  plw_sheet_calc (sheet, column, (double) sum / 100.0, style, "=SUBTOTAL(9,%s)", range);
}

void
plw_sheet_subtotals (PlwSheet *sheet,
                     lxw_col_t column,
                     lxw_row_t first_row,
                     const int64_t *sums,
                     bool with_total,
                     PlwStyle style)
{
  size_t n_years = sheet->book->n_years;

  for (size_t year = 0; year < n_years; year++)
    plw_sheet_subtotal (sheet, (lxw_col_t) (column + year), first_row, sums[year], style);
  if (with_total)
    plw_sheet_subtotal (sheet, (lxw_col_t) (column + n_years), first_row,
                        plw_book_years_total (sheet->book, sums), style);
}

void
plw_sheet_band (PlwSheet *sheet, const char *text, PlwStyle style)
{
  plw_sheet_text (sheet, 0, text, style);
  plw_sheet_fill (sheet, 1, style);
  plw_sheet_next (sheet);
}

/* Text of a footer: "&" starts a code there, and all of it has a limit. */
static char *
compose_footer (const PlwSheet *sheet)
{
  g_autofree char *title = g_strdup (sheet->book->title);
  g_autofree char *left = cut_text (g_strdelimit (title, "&\n\t", ' '), FOOTER_MOST);
  g_autofree char *middle = g_strdup (sheet->book->scenario);
  g_autofree char *scenario = cut_text (g_strdelimit (middle, "&\n\t", ' '), FOOTER_MOST);
  g_autofree char *page = g_strdup_printf (_ ("Page %s of %s"), "&P", "&N");

  return g_strdup_printf ("&L&9%s, %s&C&9%s&R&9%s", left, scenario, page, "&A");
}

uint16_t
plw_sheet_pages_wide (const PlwSheet *sheet)
{
  size_t n_years = sheet->book->n_years;
  uint16_t by_years = sheet->n_columns > n_years ? (uint16_t) (1 + (n_years - 1) / YEARS_A_PAGE) : 1;
  double width = 0;

  for (size_t i = 0; i < sheet->widths->len; i++)
    width += g_array_index (sheet->widths, double, i);
  return MAX (by_years, (uint16_t) (1 + width / WIDTH_A_PAGE));
}

/* On a page beside the first, a title would end where the names beside it do: it goes above the page. */
static void
print_title_above (PlwSheet *sheet)
{
  g_autofree char *strapline = g_strdup (sheet->book->strapline);
  g_autofree char *line = cut_text (g_strdelimit (strapline, "&\n\t", ' '), HEADER_MOST);
  g_autofree char *header =
      g_strdup_printf ("&L&\"Arial,Bold\"&14%s\n&\"Arial,Regular\"&9%s", sheet->title, line);
  lxw_header_footer_options options = { .margin = MARGIN_INCHES };

  worksheet_set_margins (sheet->worksheet, MARGIN_INCHES, MARGIN_INCHES, 0.9, 0.6);
  plw_book_try (sheet->book, worksheet_set_header_opt (sheet->worksheet, header, &options));
  plw_book_try (sheet->book, worksheet_repeat_rows (sheet->worksheet, sheet->head_row, sheet->head_row));
}

void
plw_sheet_close (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;

  if (book->error != NULL)
    return;
  g_autofree char *footer = compose_footer (sheet);

  sheet->last_row = MAX (sheet->last_row, sheet->row > 0 ? sheet->row - 1 : 0);
  worksheet_set_landscape (sheet->worksheet);
  worksheet_set_paper (sheet->worksheet, 9);
  worksheet_set_margins (sheet->worksheet, MARGIN_INCHES, MARGIN_INCHES, MARGIN_INCHES, 0.6);
  worksheet_fit_to_pages (sheet->worksheet, plw_sheet_pages_wide (sheet), sheet->pages_tall);
  worksheet_gridlines (sheet->worksheet, LXW_HIDE_ALL_GRIDLINES);
  plw_book_try (book, worksheet_set_footer (sheet->worksheet, footer));
  if (plw_sheet_pages_wide (sheet) > 1)
    print_title_above (sheet);
  plw_book_try (book, worksheet_print_area (sheet->worksheet,
                                            plw_sheet_pages_wide (sheet) > 1 ? sheet->head_row : FIRST_ROW, 0,
                                            sheet->last_row, sheet->n_columns - 1));
}
