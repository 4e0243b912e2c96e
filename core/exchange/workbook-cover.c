/* workbook-cover.c: the first sheets of the working workbook: cover, contents, how to read it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <string.h>

#define WIDTH_LABEL 40
#define WIDTH_FIGURE 20
#define WIDTH_WORDS 84

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
  g_autofree char *policy_name = plw_paper_policy_name (book->result);
  g_autofree char *policy_words = plw_paper_policy_words (book->result);
  g_autofree char *policy = g_strdup_printf ("%s: %s", policy_name, policy_words);
  g_autofree char *years = g_strdup_printf (_ ("%s to %s; base year %s"), plw_book_year (book, 0),
                                            plw_book_year (book, book->n_years - 1),
                                            plw_year_name (plw_plan_base_year (book->plan)));
  g_autofree char *date = g_date_time_format (book->when, "%-d %B %Y, %H:%M UTC");

  write_fact (sheet, _ ("Area"), plw_plan_setting (book->plan, "area"));
  write_fact (sheet, _ ("Years"), years);
  write_fact (sheet, _ ("Scenario"), book->scenario);
  write_fact (sheet, _ ("Policy"), policy);
  if (book->other != NULL)
    {
      g_autofree char *other_name = plw_paper_policy_name (book->other);
      g_autofree char *other_words = plw_paper_policy_words (book->other);
      g_autofree char *other = g_strdup_printf ("%s: %s", other_name, other_words);

      write_fact (sheet, _ ("Set beside it"), other);
    }
  write_fact (sheet, _ ("Made on"), date);
  write_fact (sheet, _ ("Made by"), "Placewright " PLW_VERSION);
  write_fact (sheet, _ ("Fingerprint of the figures"), book->fingerprint);
}

static void
write_headline (PlwSheet *sheet, const char *label, int64_t pence, const char *words)
{
  plw_sheet_text (sheet, 0, label, PLW_STYLE_STRONG);
  plw_sheet_money (sheet, 1, pence, PLW_STYLE_STRONG_MONEY);
  plw_sheet_text (sheet, 2, words, PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

/* The same that follows when an input is changed. */
static void
write_live (PlwSheet *sheet, const char *label, int64_t pence, const char *formula, const char *words)
{
  plw_sheet_text (sheet, 0, label, PLW_STYLE_STRONG);
  plw_sheet_calc (sheet, 1, (double) pence / 100.0, PLW_STYLE_STRONG_MONEY, "=%s", formula);
  plw_sheet_text (sheet, 2, words, PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

size_t
plw_book_worst_year (const PlwBook *book)
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
  size_t worst = plw_book_worst_year (book);
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

  size_t uses = plw_result_n_uses (book->result);
  size_t reserve;
  size_t pots = book->model->n_pots;
  int all = (int) book->n_years; /* the column of all years */

  write_section (sheet, _ ("Headline figures, pounds"));
  write_live (sheet, _ ("Need"), plw_book_total (book->result, PLW_SUM_NEED),
              plw_ref (sheet, PLW_AT_NEED, uses, all), span);
  write_live (sheet, _ ("Funded"), plw_book_total (book->result, PLW_SUM_FUNDED),
              plw_ref (sheet, PLW_AT_FUNDED, uses, all), span);
  write_live (sheet, _ ("Shortfall"), shortfall, plw_ref (sheet, PLW_AT_SHORT, uses, all), span);
  write_worst (sheet);
  write_live (sheet, _ ("Lapsed"), plw_book_total (book->result, PLW_SUM_LAPSED),
              plw_ref (sheet, PLW_AT_POT_LAPSED, pots, all),
              _ ("Money that may not be carried forward and is lost, all years."));
  if (book->other != NULL)
    {
      int64_t theirs = plw_book_total (book->other, PLW_SUM_SHORTFALL);
      g_autofree char *policy = plw_paper_policy_name (book->other);
      g_autofree char *words = g_strdup_printf (
          _ ("The difference between the shortfall here and under “%s”, all years."), policy);

      write_headline (sheet, _ ("What the ring-fences cost"), plw_book_fence_cost (book, shortfall, theirs),
                      words);
    }
  if (plw_book_find_reserve (book, &reserve))
    write_live (sheet, _ ("General reserve"), plw_result_sum (book->result, PLW_SUM_GENERAL_RESERVE, last),
                plw_ref (sheet, PLW_AT_POT_CLOSING, reserve, (int) last), end);
}

/* Whether the workbook still is what was printed: two formulas. */
static void
write_verdicts (PlwSheet *sheet)
{
  static const struct
  {
    const char *label;
    const char *good;
    const char *bad;
  } verdicts[] = {
    { N_ ("Do all checks hold?"), N_ ("Yes: every check comes to nothing"), N_ ("No: see Checks") },
    { N_ ("Are these the figures that were shared out?"), N_ ("Yes: nothing was changed since"),
      N_ ("No: an input was changed; need follows, the sharing out does not") },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      plw_sheet_text (sheet, 0, _ (verdicts[i].label), PLW_STYLE_SUBTITLE);
      plw_sheet_calc_text (sheet, 1, _ (verdicts[i].good), PLW_STYLE_VERDICT, "=IF(%s=0,\"%s\",\"%s\")",
                           plw_ref_fixed (sheet, PLW_AT_VERDICT, i, 0), _ (verdicts[i].good),
                           _ (verdicts[i].bad));
      plw_sheet_next (sheet);
    }
}

static void
write_trust (PlwSheet *sheet)
{
  const PlwBook *book = sheet->book;
  g_autofree char *words = plw_paper_trust (book->plan);

  write_section (sheet, _ ("How far to rely on it"));
  write_verdicts (sheet);
  write_fact (sheet, _ ("Rows of the plan, by standing"), words);
  if (book->problems != NULL)
    {
      size_t n = plw_paper_n_warnings (book->problems);
      g_autofree char *warnings = g_strdup_printf (_ ("%zu, listed in Checks."), n);

      write_fact (sheet, _ ("Warnings"), warnings);
    }
}

void
plw_book_fill_cover (PlwBook *book)
{
  static const double widths[] = { WIDTH_LABEL, WIDTH_FIGURE, WIDTH_WORDS };
  PlwSheet *sheet = book->tabs[PLW_TAB_COVER];

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
  write_headlines (sheet);
  write_trust (sheet);
  plw_sheet_close (sheet);
}

static void
write_contents_of (PlwSheet *sheet, PlwRole role, const char *title)
{
  const PlwBook *book = sheet->book;

  plw_sheet_band (sheet, title, PLW_STYLE_BAND);
  for (PlwTab tab = PLW_TAB_GUIDE; tab < PLW_N_TABS; tab++)
    {
      const PlwSheet *target = book->tabs[tab];

      if (target == NULL || target->role != role)
        continue;
      plw_sheet_link (sheet, 0, target);
      plw_sheet_text (sheet, 1, target->about, PLW_STYLE_TEXT);
      plw_sheet_next (sheet);
    }
}

void
plw_book_fill_contents (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_CONTENTS];

  plw_sheet_head (sheet, _ ("Sheet"), 34, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("What it answers"), 110, PLW_STYLE_HEAD);
  plw_sheet_open_body (sheet, 1);
  write_contents_of (sheet, PLW_ROLE_OUTPUT, _ ("Results: blue tabs"));
  write_contents_of (sheet, PLW_ROLE_INPUT, _ ("Inputs, which may be changed: yellow tabs"));
  write_contents_of (sheet, PLW_ROLE_WORKING, _ ("Workings: grey tabs"));
  plw_sheet_close (sheet);
}

static void
write_samples (PlwSheet *sheet)
{
  plw_sheet_number (sheet, 0, 1234567.89, PLW_STYLE_INPUT_MONEY);
  plw_sheet_text (sheet, 1, _ ("An input, which may be changed: blue on yellow."), PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
  plw_sheet_number (sheet, 0, 1234567.89, PLW_STYLE_MONEY);
  plw_sheet_text (sheet, 1, _ ("A figure that follows, or a payment of the allocation: leave it alone."),
                  PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
  plw_sheet_number (sheet, 0, -1234567.89, PLW_STYLE_MONEY);
  plw_sheet_text (sheet, 1, _ ("Below nothing."), PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
  plw_sheet_number (sheet, 0, 0, PLW_STYLE_MONEY);
  plw_sheet_text (sheet, 1, _ ("Nothing. A 0 means less than 50 pence."), PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

void
plw_book_fill_guide (PlwBook *book)
{
  static const char *const paragraphs[][2] = {
    { N_ ("Words"),
      N_ ("Need is what services, programmes and projects cost in a year. Funded is the part of "
          "it that money reaches under the policy on the cover. Shortfall is the rest. Stranded "
          "money was left in a pot at the end of a year in which some need went short.") },
    { N_ ("Formulas"),
      N_ ("Change an input and everything that follows from it changes: need, pots' amounts, "
          "council tax, prevention, borrowing, the bridge, the gap and reserves. A need is "
          "rounded to the penny once, as ROUND does.") },
    { N_ ("Allocation"),
      N_ ("Which pot pays for what is worked out by Placewright and stands here as values: no "
          "formula can do it. After a change, shortfall is the new need less the old "
          "payments, and the cover says so. Make the change in Placewright to have the money "
          "shared out anew.") },
    { N_ ("Standing"),
      N_ ("Each input has a standing: published, derived from published figures, or assumed. "
          "Assumed figures are judgements.") },
    { N_ ("Figures"),
      N_ ("Every figure is exact to the penny and shown in whole pounds, so a printed column can "
          "differ from its total by a pound or two.") },
    { N_ ("Names"),
      N_ ("Totals have names for formulas of your own: Need_total, Funded_total, Shortfall_total, "
          "Available_total, Gap, Reserve, Checks_total.") },
  };
  PlwSheet *sheet = book->tabs[PLW_TAB_GUIDE];

  plw_sheet_head (sheet, _ ("What you see"), 22, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("What it means"), 120, PLW_STYLE_HEAD);
  plw_sheet_open_body (sheet, 1);
  write_samples (sheet);
  for (size_t i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      plw_sheet_text (sheet, 0, _ (paragraphs[i][0]), PLW_STYLE_STRONG);
      plw_sheet_text (sheet, 1, _ (paragraphs[i][1]), PLW_STYLE_TEXT);
      plw_sheet_next (sheet);
    }
  if (!plw_book_is_today (book->result))
    {
      plw_sheet_text (sheet, 0, _ ("Law"), PLW_STYLE_STRONG);
      plw_sheet_text (sheet, 1,
                      _ ("The policy shown is not lawful today. The figures say what would be so if its "
                         "ring-fences fell; they are not a budget that can be set."),
                      PLW_STYLE_TEXT);
      plw_sheet_next (sheet);
    }
  plw_sheet_close (sheet);
}
