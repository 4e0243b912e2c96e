/* workbook-cover.c: the first sheet of the committee workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <string.h>

#define WIDTH_LABEL 40
#define WIDTH_FIGURE 20
#define WIDTH_WORDS 84

/* As many characters as fit the three columns beside each other. */
#define LINE_MOST 185

/* How many figures of the plan are published, derived, assumed, or do not say. */
typedef struct
{
  size_t by_standing[PLW_STANDING_ASSUMED + 1];
  size_t n_silent;
} Standings;

PlwSheet *
plw_book_add_cover (PlwBook *book)
{
  return plw_book_add_sheet (book, _ ("Cover"), NULL, _ ("What this workbook is and how to read it."));
}

/* Breaks a text over rows at spaces, so that nothing needs merged cells. */
static void
write_paragraph (PlwSheet *sheet, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    {
      if (line->len > 0 && g_utf8_strlen (line->str, -1) + g_utf8_strlen (*word, -1) >= LINE_MOST)
        {
          plw_sheet_text (sheet, 0, line->str, PLW_STYLE_ABOUT);
          plw_sheet_next (sheet);
          g_string_truncate (line, 0);
        }
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", *word);
    }
  plw_sheet_text (sheet, 0, line->str, PLW_STYLE_ABOUT);
  plw_sheet_next (sheet);
}

static void
write_section (PlwSheet *sheet, const char *title)
{
  sheet->row++;
  plw_sheet_band (sheet, title, PLW_STYLE_SECTION);
  plw_sheet_gap (sheet);
}

static void
write_fact (PlwSheet *sheet, const char *label, const char *text)
{
  plw_sheet_text (sheet, 0, label, PLW_STYLE_SUBTITLE);
  plw_sheet_text (sheet, 1, text, PLW_STYLE_ABOUT);
  plw_sheet_next (sheet);
}

static void
write_facts (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  g_autofree char *policy_name = plw_book_policy_name (book->result);
  g_autofree char *policy_words = plw_book_policy_words (book->result);
  g_autofree char *policy = g_strdup_printf ("%s: %s", policy_name, policy_words);
  g_autofree char *years = g_strdup_printf (_ ("%s to %s; base year %s"), plw_book_year (book, 0),
                                            plw_book_year (book, book->n_years - 1),
                                            plw_year_name (plw_plan_base_year (book->plan)));
  g_autofree char *date = g_date_time_format (book->when, "%-d %B %Y");
  g_autofree char *fingerprint = plw_plan_fingerprint (book->plan);

  write_fact (sheet, _ ("Area"), plw_plan_setting (book->plan, "area"));
  write_fact (sheet, _ ("Years"), years);
  write_fact (sheet, _ ("Scenario"), book->scenario);
  write_fact (sheet, _ ("Policy"), policy);
  if (book->other != NULL)
    {
      g_autofree char *other_name = plw_book_policy_name (book->other);
      g_autofree char *other_words = plw_book_policy_words (book->other);
      g_autofree char *other = g_strdup_printf ("%s: %s", other_name, other_words);

      write_fact (sheet, _ ("Set beside it"), other);
    }
  write_fact (sheet, _ ("Made on"), date);
  write_fact (sheet, _ ("Made by"), "Placewright " PLW_VERSION);
  write_fact (sheet, _ ("Fingerprint of the figures"), fingerprint);
}

static void
write_guide (PlwSheet *sheet)
{
  write_section (sheet, _ ("How to read it"));
  write_paragraph (sheet,
                   _ ("Need is what services, programmes and projects cost in a year. Funded is the part of "
                      "it that money reaches under the policy named above. Shortfall is the rest."));
  write_paragraph (sheet, _ ("Every figure is exact to the penny and shown in whole pounds, so a printed "
                             "column can differ from its total by a pound or two. A dash means nothing."));
  write_paragraph (sheet, _ ("Stranded money was left in a pot at the end of a year in which some need went "
                             "short, because a rule kept it from being used there."));
  write_paragraph (
      sheet, _ ("Each figure has a standing: published, derived from published figures, or assumed. Assumed "
                "figures are judgements: look for them in Assumptions, Base budgets and Key inputs."));
  if (!plw_book_is_today (sheet->book->result))
    write_paragraph (sheet, _ ("The policy shown is not lawful today. The figures say what would be so if "
                               "its ring-fences fell; they are not a budget that can be set."));
}

static void
write_headline (PlwSheet *sheet, const char *label, int64_t pence, const char *words)
{
  plw_sheet_text (sheet, 0, label, PLW_STYLE_STRONG);
  plw_sheet_money (sheet, 1, pence, PLW_STYLE_STRONG_MONEY);
  plw_sheet_text (sheet, 2, words, PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

static size_t
find_worst_year (const PlwBook *book)
{
  size_t worst = 0;

  for (size_t year = 1; year < book->n_years; year++)
    if (plw_result_sum (book->result, PLW_SUM_SHORTFALL, year)
        > plw_result_sum (book->result, PLW_SUM_SHORTFALL, worst))
      worst = year;
  return worst;
}

static void
write_worst (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  size_t worst = find_worst_year (book);
  int64_t shortfall = plw_result_sum (book->result, PLW_SUM_SHORTFALL, worst);
  size_t worst_use = 0;
  int64_t most = 0;

  if (shortfall == 0)
    return;
  g_autofree char *year_words =
      g_strdup_printf (_ ("In %s, the year that is shortest of money."), plw_book_year (book, worst));

  write_headline (sheet, _ ("Shortfall in the worst year"), shortfall, year_words);
  for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
    {
      g_autofree int64_t *years = plw_book_use_shortfall (book, i);
      int64_t total = plw_book_years_total (book, years);

      if (total > most)
        {
          most = total;
          worst_use = i;
        }
    }
  g_autofree char *name = plw_book_use_name (plw_result_use (book->result, worst_use));
  g_autofree char *use_words = g_strdup_printf (_ ("%s, all years: the largest shortfall of one use."), name);

  write_headline (sheet, _ ("Largest single shortfall"), most, use_words);
}

static void
write_headlines (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  size_t last = book->n_years - 1;
  g_autofree char *span =
      g_strdup_printf (_ ("%s to %s together."), plw_book_year (book, 0), plw_book_year (book, last));
  g_autofree char *end =
      g_strdup_printf (_ ("What the general reserve holds at the end of %s."), plw_book_year (book, last));
  int64_t shortfall = plw_book_total (book->result, PLW_SUM_SHORTFALL);

  write_section (sheet, _ ("Headline figures, pounds"));
  write_headline (sheet, _ ("Need"), plw_book_total (book->result, PLW_SUM_NEED), span);
  write_headline (sheet, _ ("Funded"), plw_book_total (book->result, PLW_SUM_FUNDED), span);
  write_headline (sheet, _ ("Shortfall"), shortfall, span);
  write_worst (sheet);
  write_headline (sheet, _ ("Lapsed"), plw_book_total (book->result, PLW_SUM_LAPSED),
                  _ ("Money that may not be carried forward and is lost, all years."));
  if (book->other != NULL)
    {
      int64_t theirs = plw_book_total (book->other, PLW_SUM_SHORTFALL);
      g_autofree char *policy = plw_book_policy_name (book->other);
      g_autofree char *words = g_strdup_printf (
          _ ("The difference between the shortfall here and under “%s”, all years."), policy);

      write_headline (sheet, _ ("What the ring-fences cost"), plw_book_fence_cost (book, shortfall, theirs),
                      words);
    }
  write_headline (sheet, _ ("General reserve"), plw_result_sum (book->result, PLW_SUM_GENERAL_RESERVE, last),
                  end);
}

/* Counts the rows of every table whose rows say where they come from. */
static Standings
count_standings (const PlwPlan *plan)
{
  Standings sum = { 0 };

  for (PlwTableId table = 0; table < PLW_N_TABLES; table++)
    {
      size_t column;

      if (!plw_schema_find_column (table, "standing", &column))
        continue;
      for (size_t row = 0; row < plw_plan_n_rows (plan, table); row++)
        {
          int64_t standing = plw_plan_number (plan, table, row, column);

          if (standing >= 0 && standing <= PLW_STANDING_ASSUMED)
            sum.by_standing[standing]++;
          else
            sum.n_silent++;
        }
    }
  return sum;
}

static void
write_trust (PlwSheet *sheet, const PlwControls *controls)
{
  const PlwBook *book = sheet->book;
  Standings standings = count_standings (book->plan);
  g_autofree char *words = g_strdup_printf (
      _ ("%zu published, %zu derived from published figures, %zu assumed, %zu without a standing."),
      standings.by_standing[PLW_STANDING_PUBLISHED], standings.by_standing[PLW_STANDING_DERIVED],
      standings.by_standing[PLW_STANDING_ASSUMED], standings.n_silent);
  g_autofree char *totals =
      controls->n_differ == 0
          ? g_strdup_printf (_ ("All %zu agree to the penny."), controls->n_agree)
          : g_strdup_printf (_ ("%zu do not agree: do not rely on this workbook."), controls->n_differ);

  write_section (sheet, _ ("How far to rely on it"));
  write_fact (sheet, _ ("Rows of the plan, by standing"), words);
  write_fact (sheet, _ ("Control totals"), totals);
  if (book->problems != NULL)
    {
      g_autofree char *warnings = g_strdup_printf (_ ("%zu, listed in Checks."), controls->n_warnings);

      write_fact (sheet, _ ("Warnings"), warnings);
    }
}

static void
write_contents (PlwSheet *sheet, bool of_annexes)
{
  const PlwBook *book = sheet->book;

  write_section (sheet, of_annexes ? _ ("Annexes: the detail behind the sheets") : _ ("Sheets"));
  for (size_t i = 1; i < book->sheets->len; i++)
    {
      const PlwSheet *target = g_ptr_array_index (book->sheets, i);

      if (target->is_annex != of_annexes)
        continue;
      plw_sheet_link (sheet, 0, target);
      plw_sheet_text (sheet, 1, target->about, PLW_STYLE_ABOUT);
      plw_sheet_next (sheet);
    }
}

void
plw_book_fill_cover (PlwBook *book, PlwSheet *sheet, const PlwControls *controls)
{
  static const double widths[] = { WIDTH_LABEL, WIDTH_FIGURE, WIDTH_WORDS };

  if (book->error != NULL)
    return;
  for (size_t i = 0; i < G_N_ELEMENTS (widths); i++)
    plw_sheet_width (sheet, widths[i]);
  sheet->pages_tall = 1;

  plw_sheet_text (sheet, 0, book->title, PLW_STYLE_TITLE);
  plw_sheet_next (sheet);
  plw_sheet_text (sheet, 0, _ ("Placemaking budget: committee workbook"), PLW_STYLE_SUBTITLE);
  sheet->row += 2;
  write_facts (sheet);
  write_guide (sheet);
  write_headlines (sheet);
  write_trust (sheet, controls);
  write_contents (sheet, false);
  write_contents (sheet, true);
  plw_sheet_close (sheet);
}
