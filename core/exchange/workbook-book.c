/* workbook-book.c: the committee workbook as a whole: its looks, its first error.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

/* What a cell looks like. Zeros of @top and @bottom: no line. */
typedef struct
{
  double size;
  bool is_bold;
  lxw_color_t ink;
  lxw_color_t fill;
  uint8_t align;
  uint8_t indent;
  bool wraps;
  uint8_t top;
  uint8_t bottom;
  const char *number;
} StyleSpec;

#define FILL_NONE 0
#define FILL_HEAD PLW_INK_BLUE
#define FILL_BAND 0xE7EEF5
#define FILL_TOTAL 0xCFDDEA
#define INK_TEXT 0x1A1A1A
#define INK_LINK 0x1F5C99
#define LINE_GREY 0xD0D5DA

#define FILL_INPUT 0xFFF9DB
#define INK_INPUT 0x1A3FB0

/* A dash stands for nothing, so that "0" can mean less than 50 pence. What is below
 * nothing has brackets, as accounts have, or a minus sign; red besides.
 */
#define FORMAT_MONEY "#,##0_);[Red](#,##0);\"–\"_)"
#define FORMAT_PENCE "#,##0.00_);[Red](#,##0.00);0.00_)"
#define FORMAT_PLAIN "#,##0_);(#,##0)"
#define MINUS_PLAIN "#,##0;-#,##0"
#define MINUS_MONEY "#,##0;[Red]-#,##0;\"–\""
#define MINUS_PENCE "#,##0.00;[Red]-#,##0.00;0.00"

#define INPUT(format)                                                                                        \
  {                                                                                                          \
    .ink = INK_INPUT, .fill = FILL_INPUT, .bottom = LXW_BORDER_HAIR, .align = LXW_ALIGN_RIGHT,               \
    .number = format                                                                                         \
  }

static const StyleSpec style_specs[PLW_N_STYLES] = {
  [PLW_STYLE_TITLE] = { .size = 16, .is_bold = true, .ink = PLW_INK_BLUE },
  [PLW_STYLE_SUBTITLE] = { .is_bold = true, .ink = PLW_INK_GREY },
  [PLW_STYLE_ABOUT] = { .ink = PLW_INK_GREY },
  [PLW_STYLE_SECTION] = { .size = 12, .is_bold = true, .ink = PLW_INK_BLUE, .bottom = LXW_BORDER_MEDIUM },
  [PLW_STYLE_HEAD] = { .is_bold = true,
                       .ink = 0xFFFFFF,
                       .fill = FILL_HEAD,
                       .align = LXW_ALIGN_LEFT,
                       .wraps = true },
  [PLW_STYLE_HEAD_RIGHT] = { .is_bold = true,
                             .ink = 0xFFFFFF,
                             .fill = FILL_HEAD,
                             .align = LXW_ALIGN_RIGHT,
                             .wraps = true },
  [PLW_STYLE_BAND] = { .is_bold = true, .ink = PLW_INK_BLUE, .fill = FILL_BAND },
  [PLW_STYLE_HEAD_INSIDE] = { .is_bold = true,
                              .ink = 0xFFFFFF,
                              .fill = FILL_HEAD,
                              .align = LXW_ALIGN_LEFT,
                              .indent = 1,
                              .wraps = true },
  [PLW_STYLE_TEXT] = { .wraps = true, .align = LXW_ALIGN_LEFT, .bottom = LXW_BORDER_HAIR },
  [PLW_STYLE_TEXT_INSIDE] = { .wraps = true,
                              .align = LXW_ALIGN_LEFT,
                              .indent = 1,
                              .bottom = LXW_BORDER_HAIR },
  [PLW_STYLE_STRONG] = { .is_bold = true, .wraps = true, .align = LXW_ALIGN_LEFT, .bottom = LXW_BORDER_HAIR },
  [PLW_STYLE_LINK] = { .ink = INK_LINK, .align = LXW_ALIGN_LEFT },
  [PLW_STYLE_MONEY] = { .bottom = LXW_BORDER_HAIR, .align = LXW_ALIGN_RIGHT, .number = FORMAT_MONEY },
  [PLW_STYLE_STRONG_MONEY] = { .is_bold = true,
                               .bottom = LXW_BORDER_HAIR,
                               .align = LXW_ALIGN_RIGHT,
                               .number = FORMAT_MONEY },
  [PLW_STYLE_PENCE] = { .bottom = LXW_BORDER_HAIR, .align = LXW_ALIGN_RIGHT, .number = FORMAT_PENCE },
  [PLW_STYLE_PERCENT] = { .bottom = LXW_BORDER_HAIR,
                          .align = LXW_ALIGN_RIGHT,
                          .number = "0.0##%;[Red]-0.0##%" },
  [PLW_STYLE_SHARE] = { .bottom = LXW_BORDER_HAIR, .align = LXW_ALIGN_RIGHT, .number = "0.0%" },
  [PLW_STYLE_INTEGER] = { .bottom = LXW_BORDER_HAIR, .align = LXW_ALIGN_RIGHT, .number = "#,##0" },
  [PLW_STYLE_RIGHT] = { .bottom = LXW_BORDER_HAIR, .align = LXW_ALIGN_RIGHT },
  [PLW_STYLE_SUBTOTAL] = { .is_bold = true, .top = LXW_BORDER_THIN, .bottom = LXW_BORDER_THIN },
  [PLW_STYLE_SUBTOTAL_MONEY] = { .is_bold = true,
                                 .top = LXW_BORDER_THIN,
                                 .bottom = LXW_BORDER_THIN,
                                 .align = LXW_ALIGN_RIGHT,
                                 .number = FORMAT_MONEY },
  [PLW_STYLE_TOTAL] = { .is_bold = true,
                        .fill = FILL_TOTAL,
                        .top = LXW_BORDER_MEDIUM,
                        .bottom = LXW_BORDER_MEDIUM },
  [PLW_STYLE_TOTAL_SHARE] = { .is_bold = true,
                              .fill = FILL_TOTAL,
                              .top = LXW_BORDER_MEDIUM,
                              .bottom = LXW_BORDER_MEDIUM,
                              .align = LXW_ALIGN_RIGHT,
                              .number = "0.0%" },
  [PLW_STYLE_TOTAL_MONEY] = { .is_bold = true,
                              .fill = FILL_TOTAL,
                              .top = LXW_BORDER_MEDIUM,
                              .bottom = LXW_BORDER_MEDIUM,
                              .align = LXW_ALIGN_RIGHT,
                              .number = FORMAT_MONEY },
  [PLW_STYLE_STRONG_RIGHT] = { .is_bold = true, .bottom = LXW_BORDER_HAIR, .align = LXW_ALIGN_RIGHT },
  [PLW_STYLE_INDEX] = { .bottom = LXW_BORDER_HAIR, .align = LXW_ALIGN_RIGHT, .number = "0.000000" },
  [PLW_STYLE_RATIO] = { .bottom = LXW_BORDER_HAIR, .align = LXW_ALIGN_RIGHT, .number = "0.00" },
  [PLW_STYLE_CHECK] = { .bottom = LXW_BORDER_HAIR,
                        .align = LXW_ALIGN_RIGHT,
                        .number = "0.00;[Red]-0.00;0.00" },
  [PLW_STYLE_SUBTOTAL_CHECK] = { .is_bold = true,
                                 .top = LXW_BORDER_THIN,
                                 .bottom = LXW_BORDER_THIN,
                                 .align = LXW_ALIGN_RIGHT,
                                 .number = "0.00;[Red]-0.00;0.00" },
  [PLW_STYLE_VERDICT] = { .is_bold = true },
  [PLW_STYLE_INPUT_MONEY] = INPUT (FORMAT_MONEY),
  [PLW_STYLE_INPUT_PENCE] = INPUT (FORMAT_PENCE),
  [PLW_STYLE_INPUT_PERCENT] = INPUT ("0.0##%;[Red]-0.0##%"),
  [PLW_STYLE_INPUT_NUMBER] = INPUT ("#,##0.0########"),
  [PLW_STYLE_INPUT_INTEGER] = INPUT ("#,##0"),
  [PLW_STYLE_PLAIN_TITLE] = { .size = 15, .is_bold = true },
  [PLW_STYLE_PLAIN_LINE] = { .size = 12 },
  [PLW_STYLE_PLAIN_HEAD] = { .size = 12,
                             .is_bold = true,
                             .wraps = true,
                             .align = LXW_ALIGN_LEFT,
                             .bottom = LXW_BORDER_MEDIUM },
  [PLW_STYLE_PLAIN_HEAD_INSIDE] = { .size = 12,
                                    .is_bold = true,
                                    .wraps = true,
                                    .align = LXW_ALIGN_LEFT,
                                    .indent = 1,
                                    .bottom = LXW_BORDER_MEDIUM },
  [PLW_STYLE_PLAIN_TEXT_INSIDE] = { .size = 12, .wraps = true, .align = LXW_ALIGN_LEFT, .indent = 1 },
  [PLW_STYLE_PLAIN_HEAD_RIGHT] = { .size = 12,
                                   .is_bold = true,
                                   .wraps = true,
                                   .align = LXW_ALIGN_RIGHT,
                                   .bottom = LXW_BORDER_MEDIUM },
  [PLW_STYLE_PLAIN_TEXT] = { .size = 12, .wraps = true, .align = LXW_ALIGN_LEFT },
  [PLW_STYLE_PLAIN_RIGHT] = { .size = 12, .align = LXW_ALIGN_RIGHT },
  [PLW_STYLE_PLAIN_MONEY] = { .size = 12, .align = LXW_ALIGN_RIGHT, .number = FORMAT_PLAIN },
  [PLW_STYLE_PLAIN_PERCENT] = { .size = 12, .align = LXW_ALIGN_RIGHT, .number = "0.0##%" },
  [PLW_STYLE_PLAIN_RATIO] = { .size = 12, .align = LXW_ALIGN_RIGHT, .number = "0.00" },
};

static void
free_sheet (void *data)
{
  PlwSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->prefix);
  g_free (sheet->title);
  g_free (sheet->about);
  g_array_unref (sheet->widths);
  g_free (sheet);
}

/* Headings, bands and totals stand in the middle of their rows. */
static bool
is_heading (const StyleSpec *spec)
{
  return (spec->fill != FILL_NONE && spec->fill != FILL_INPUT) || spec->top != LXW_BORDER_NONE;
}

static const char *
choose_number (const char *number, bool has_minus)
{
  if (has_minus && g_str_equal (number, FORMAT_MONEY))
    return MINUS_MONEY;
  if (has_minus && g_str_equal (number, FORMAT_PLAIN))
    return MINUS_PLAIN;
  return has_minus && g_str_equal (number, FORMAT_PENCE) ? MINUS_PENCE : number;
}

static lxw_format *
create_format (lxw_workbook *workbook, const StyleSpec *spec, bool has_minus)
{
  lxw_format *format = workbook_add_format (workbook);

  if (format == NULL)
    return NULL;
  format_set_font_name (format, "Arial");
  format_set_font_size (format, spec->size > 0 ? spec->size : 10);
  format_set_font_color (format, spec->ink != 0 ? spec->ink : INK_TEXT);
  format_set_align (format, is_heading (spec) ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
  if (spec->is_bold)
    format_set_bold (format);
  if (spec->fill != FILL_NONE)
    format_set_bg_color (format, spec->fill);
  if (spec->align != LXW_ALIGN_NONE)
    format_set_align (format, spec->align);
  if (spec->indent > 0)
    format_set_indent (format, spec->indent);
  if (spec->wraps)
    format_set_text_wrap (format);
  if (spec->top != LXW_BORDER_NONE)
    format_set_top (format, spec->top);
  if (spec->bottom != LXW_BORDER_NONE)
    format_set_bottom (format, spec->bottom);
  format_set_top_color (format, PLW_INK_BLUE);
  format_set_bottom_color (format, spec->bottom == LXW_BORDER_HAIR ? LINE_GREY : PLW_INK_BLUE);
  if (spec->number != NULL)
    format_set_num_format (format, choose_number (spec->number, has_minus));
  return format;
}

static void
set_properties (PlwBook *book)
{
  g_autofree char *area = plw_text_clean (plw_plan_setting (book->plan, "area"));
  lxw_doc_properties properties = {
    .title = book->title,
    .subject = book->strapline,
    .author = (char *) (area[0] != '\0' ? area : "Placewright"),
    .comments = (char *) "Placewright " PLW_VERSION,
    .created = (time_t) g_date_time_to_unix (book->when),
  };

  plw_book_try (book, workbook_set_properties (book->workbook, &properties));
}

/* What plw_workbook_origin() reads. */
static void
set_origin (PlwBook *book)
{
  const PlwPaper *paper = book->paper;
  g_autofree char *made = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) g_date_time_to_unix (book->when));
  g_autofree char *language = plw_workbook_language ();
  const char *properties[][2] = {
    { PLW_PROPERTY_FORM, paper->form == PLW_PAPER_PUBLICATION ? "publication" : "working" },
    { PLW_PROPERTY_NEGATIVES, paper->has_minus ? "minus" : "brackets" },
    { PLW_PROPERTY_SCENARIO, plw_result_scenario (book->result) },
    { PLW_PROPERTY_POLICY, plw_result_policy (book->result) },
    { PLW_PROPERTY_FINGERPRINT, book->fingerprint },
    { PLW_PROPERTY_VERSION, PLW_VERSION },
    { PLW_PROPERTY_MADE, made },
    { PLW_PROPERTY_LOG, paper->log != NULL || paper->has_log ? "yes" : "no" },
    { PLW_PROPERTY_LANGUAGE, language },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (properties); i++)
    if (properties[i][1] != NULL && properties[i][1][0] != '\0')
      plw_book_try (book,
                    workbook_set_custom_property_string (book->workbook, properties[i][0], properties[i][1]));
}

static char *
choose_title (const PlwPlan *plan)
{
  const char *title = plw_plan_setting (plan, "title");

  return title[0] != '\0' ? plw_text_clean (title) : g_strdup (_ ("Placemaking budget"));
}

/* "Lancashire · Scenario: Base case · Policy: Today (every ring-fence holds)" */
static char *
compose_strapline (PlwBook *book)
{
  g_autofree char *policy = plw_paper_policy_name (book->result);
  g_autofree char *words = plw_paper_policy_words (book->result);

  return g_strdup_printf (_ ("%s · Scenario: %s · Policy: %s (%s)"), book->title, book->scenario, policy,
                          words);
}

/* Rows by code, of the tables that are known by their code alone. The plan itself looks from row to row. */
static void
index_rows (PlwBook *book)
{
  for (PlwTableId table = 0; table < PLW_N_TABLES; table++)
    {
      const PlwTableSpec *spec = plw_schema_table (table);

      if (spec->n_columns < 2 || !(spec->columns[0].flags & PLW_COLUMN_KEY)
          || (spec->columns[1].flags & PLW_COLUMN_KEY))
        continue;
      book->rows[table] = g_hash_table_new (g_str_hash, g_str_equal);
      for (size_t row = plw_plan_n_rows (book->plan, table); row > 0; row--)
        g_hash_table_insert (book->rows[table], (char *) plw_plan_text (book->plan, table, row - 1, 0),
                             GSIZE_TO_POINTER (row - 1));
    }
}

/* No year's column holds more than all that is needed, or all that the pots hold. */
static int64_t
find_most (const PlwBook *book)
{
  int64_t most = 0;

  for (size_t year = 0; year < book->n_years; year++)
    {
      int64_t held = 0;

      for (size_t pot = 0; pot < plw_result_n_pots (book->result); pot++)
        held += plw_result_pot (book->result, pot)->opening[year]
                + plw_result_pot (book->result, pot)->received[year];
      most = MAX (most, MAX (held, plw_result_sum (book->result, PLW_SUM_NEED, year)));
      most = MAX (most, plw_result_sum (book->result, PLW_SUM_AVAILABLE, year));
      most = MAX (most, plw_result_sum (book->result, PLW_SUM_CFR, year));
    }
  return most;
}

PlwBook *
plw_book_new (const PlwPaper *paper, const char *path, const char *tmpdir, GDateTime *when)
{
  const PlwResult *result = paper->result;
  PlwBook *book = g_new0 (PlwBook, 1);
  lxw_workbook_options options = { .constant_memory = LXW_FALSE, .tmpdir = (char *) tmpdir };

  book->paper = paper;
  book->result = result;
  book->other = paper->other;
  book->problems = paper->problems;
  book->plan = plw_result_plan (result);
  book->model = result->study->model;
  book->layout = plw_layout_new ();
  book->fingerprint = plw_plan_fingerprint (book->plan);
  book->n_years = plw_result_n_years (result);
  book->when = g_date_time_ref (when);
  book->sheets = g_ptr_array_new_with_free_func (free_sheet);
  index_rows (book);
  book->most = find_most (book);
  book->scenario = plw_paper_scenario_name (result);
  book->title = choose_title (book->plan);
  book->strapline = compose_strapline (book);
  book->workbook = workbook_new_opt (path, &options);
  if (book->workbook == NULL)
    {
      plw_book_try (book, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return book;
    }

  for (size_t i = 0; i < PLW_N_STYLES; i++)
    {
      book->styles[i] = create_format (book->workbook, &style_specs[i], paper->has_minus);
      if (book->styles[i] == NULL)
        plw_book_try (book, LXW_ERROR_MEMORY_MALLOC_FAILED);
    }
  set_properties (book);
  set_origin (book);
  return book;
}

void
plw_book_try (PlwBook *book, lxw_error code)
{
  if (code == LXW_NO_ERROR || book->error != NULL)
    return;
  g_set_error (&book->error, PLW_ERROR, PLW_ERROR_IO, _ ("The workbook could not be made: %s"),
               lxw_strerror (code));
}

bool
plw_book_close (PlwBook *book, GError **error)
{
  if (book->error == NULL)
    {
      lxw_workbook *workbook = g_steal_pointer (&book->workbook);

      plw_book_try (book, workbook_close (workbook));
    }
  if (book->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&book->error));
      return false;
    }
  return true;
}

void
plw_book_free (PlwBook *book)
{
  if (book == NULL)
    return;
  if (book->workbook != NULL)
    lxw_workbook_free (book->workbook);
  for (size_t i = 0; i < PLW_N_TABLES; i++)
    g_clear_pointer (&book->rows[i], g_hash_table_unref);
  g_clear_error (&book->error);
  g_ptr_array_unref (book->sheets);
  g_date_time_unref (book->when);
  plw_layout_free (book->layout);
  g_free (book->fingerprint);
  g_free (book->scenario);
  g_free (book->title);
  g_free (book->strapline);
  g_free (book);
}
