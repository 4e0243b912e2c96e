/* workbook-publication.c: the workbook for everybody: values only, one table a sheet.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

static void
write_line (PlwSheet *sheet, const char *text, PlwStyle style)
{
  plw_sheet_text (sheet, 0, text, style);
  plw_sheet_next (sheet);
}

static void
write_fact (PlwSheet *sheet, const char *label, const char *text)
{
  g_autofree char *line = g_strdup_printf (_ ("%s: %s"), label, text);

  write_line (sheet, line, PLW_STYLE_PLAIN_TEXT);
}

static void
write_money (PlwSheet *sheet, const char *label, int64_t pence)
{
  g_autofree char *text = plw_pence_show_exact (pence);
  g_autofree char *line = g_strdup_printf (_ ("%s: %s"), label, text);

  write_line (sheet, line, PLW_STYLE_PLAIN_TEXT);
}

static void
write_headlines (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  g_autofree char *title = g_strdup_printf (_ ("Headline figures, %s to %s together"),
                                            plw_book_year (book, 0), plw_book_year (book, book->n_years - 1));

  write_line (sheet, title, PLW_STYLE_PLAIN_HEAD);
  write_money (sheet, _ ("Need"), plw_book_total (book->result, PLW_SUM_NEED));
  write_money (sheet, _ ("Funded"), plw_book_total (book->result, PLW_SUM_FUNDED));
  write_money (sheet, _ ("Shortfall"), plw_book_total (book->result, PLW_SUM_SHORTFALL));
  write_money (sheet, _ ("Lapsed"), plw_book_total (book->result, PLW_SUM_LAPSED));
}

static size_t
count_rows (const PlwPlan *plan)
{
  size_t n = 0;

  for (PlwTableId table = 0; table < PLW_N_TABLES; table++)
    n += plw_plan_n_rows (plan, table);
  return n;
}

/* Running text, one line below the other; no table. */
static void
fill_cover (PlwBook *book, PlwSheet *sheet)
{
  g_autofree char *policy_name = plw_paper_policy_name (book->result);
  g_autofree char *policy_words = plw_paper_policy_words (book->result);
  g_autofree char *policy = g_strdup_printf ("%s (%s)", policy_name, policy_words);
  g_autofree char *date = g_date_time_format (book->when, "%-d %B %Y, %H:%M UTC");
  g_autofree char *rows = g_strdup_printf ("%zu", count_rows (book->plan));

  if (book->error != NULL)
    return;
  plw_sheet_width (sheet, 110);
  write_line (sheet, book->title, PLW_STYLE_PLAIN_TITLE);
  write_line (sheet, _ ("Placemaking budget: workbook for publication. It holds values only."),
              PLW_STYLE_PLAIN_TEXT);
  write_fact (sheet, _ ("Area"), plw_plan_setting (book->plan, "area"));
  write_fact (sheet, _ ("Scenario"), book->scenario);
  write_fact (sheet, _ ("Policy"), policy);
  write_headlines (sheet);
  write_line (sheet, _ ("Where it comes from"), PLW_STYLE_PLAIN_HEAD);
  write_fact (sheet, _ ("Made at"), date);
  write_fact (sheet, _ ("Made by"), "Placewright " PLW_VERSION);
  write_fact (sheet, _ ("Rows of the plan"), rows);
  write_fact (sheet, _ ("Fingerprint of the figures"), book->fingerprint);
  if (!plw_book_is_today (book->result))
    write_line (
        sheet,
        _ ("The policy shown is not lawful today. The figures say what would be so if its ring-fences "
           "fell; they are not a budget that can be set."),
        PLW_STYLE_PLAIN_TEXT);
  worksheet_set_landscape (sheet->worksheet);
  worksheet_set_paper (sheet->worksheet, 9);
  worksheet_fit_to_pages (sheet->worksheet, 1, 0);
}

/* Written last, when every sheet is known; the sheet is the second all the same. */
static void
fill_contents (PlwTable *table)
{
  PlwBook *book = table->sheet->book;

  plw_table_column (table, _ ("Sheet"), 30, false);
  plw_table_column (table, _ ("What it holds"), 90, false);
  for (size_t i = 2; i < book->sheets->len; i++)
    {
      const PlwSheet *target = g_ptr_array_index (book->sheets, i);

      plw_table_text (table, target->name);
      table->column = 0;
      plw_sheet_link (table->sheet, table->column++, target);
      plw_table_text (table, target->about);
      plw_table_next (table);
    }
  plw_table_end (table);
}

static void
add_notes (PlwBook *book)
{
  static const char *const notes[][2] = {
    { N_ ("[note 1]"), N_ ("Need is what services, programmes and projects cost in a year.") },
    { N_ ("[note 2]"),
      N_ ("Funded is the part of the need that money reaches under the policy named on the cover. "
          "It counts what is borrowed.") },
    { N_ ("[note 3]"), N_ ("Shortfall is need less what is funded.") },
    { N_ ("[note 4]"),
      N_ ("Stranded money was left in a pot at the end of a year in which some need went short.") },
    { N_ ("[note 5]"), N_ ("Lapsed money may not be carried forward and is lost.") },
    { N_ ("[note 6]"), N_ ("Standing says whether a figure is published, derived from published figures, or "
                           "assumed. Assumed figures are judgements.") },
    { N_ ("[note 7]"),
      N_ ("Present values are in prices of the base year, discounted at the plan's rate; the first "
          "year is not discounted.") },
    { "[x]", N_ ("Not applicable, or not given in the plan.") },
  };
  PlwTable *table = plw_table_begin (book, _ ("Notes"), _ ("Notes and marks"),
                                     _ ("What notes and marks in the other sheets mean."));

  plw_table_column (table, _ ("Note or mark"), 16, false);
  plw_table_column (table, _ ("Meaning"), 100, false);
  for (size_t i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      plw_table_text (table, _ (notes[i][0]));
      plw_table_text (table, _ (notes[i][1]));
      plw_table_next (table);
    }
  plw_table_end (table);
}

void
plw_book_fill_publication (PlwBook *book)
{
  PlwSheet *cover = plw_book_add_sheet (book, _ ("Cover"), NULL, _ ("What this workbook is."));
  PlwTable *contents =
      plw_table_begin (book, _ ("Contents"), _ ("Contents"), _ ("Every sheet and what it holds."));

  add_notes (book);
  plw_book_add_plain_tables (book);
  plw_book_add_plain_inputs (book);
  fill_contents (contents);
  fill_cover (book, cover);
}
