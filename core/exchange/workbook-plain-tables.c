/* workbook-plain-tables.c: the results, as tables of the publication workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

typedef struct
{
  const char *title;
  PlwSum sum;
  bool adds_up;
} SumRow;

static const SumRow summary_rows[] = {
  { N_ ("Need [note 1]"), PLW_SUM_NEED, true },
  { N_ ("Money available"), PLW_SUM_AVAILABLE, false },
  { N_ ("Funded [note 2]"), PLW_SUM_FUNDED, true },
  { N_ ("Shortfall [note 3]"), PLW_SUM_SHORTFALL, true },
  { N_ ("Stranded [note 4]"), PLW_SUM_STRANDED, false },
  { N_ ("Lapsed [note 5]"), PLW_SUM_LAPSED, true },
  { N_ ("Kept in all pots at the year's end"), PLW_SUM_KEPT, false },
  { N_ ("General reserve at the year's end"), PLW_SUM_GENERAL_RESERVE, false },
  { N_ ("Borrowed"), PLW_SUM_BORROWED, true },
  { N_ ("Minimum revenue provision"), PLW_SUM_MRP, true },
  { N_ ("Interest"), PLW_SUM_INTEREST, true },
  { N_ ("Capital financing requirement at the year's end"), PLW_SUM_CFR, false },
};

/* The first four and those of money that did not reach a need. */
#define SHORT_ROWS 8

static void
write_sum (PlwTable *table, const PlwResult *result, const SumRow *row)
{
  size_t n = plw_result_n_years (result);
  g_autofree int64_t *years = g_new (int64_t, n);

  for (size_t t = 0; t < n; t++)
    years[t] = plw_result_sum (result, row->sum, t);
  plw_table_text (table, _ (row->title));
  plw_table_pence (table, years, row->adds_up);
  plw_table_next (table);
}

static void
add_summary (PlwBook *book)
{
  PlwTable *table =
      plw_table_begin (book, _ ("Summary"), _ ("Summary by year"),
                       _ ("How much is needed, how much money there is, and where the two part."));

  plw_table_column (table, _ ("Measure"), 48, false);
  plw_table_years (table, _ (" (£)"), true);
  for (size_t i = 0; i < G_N_ELEMENTS (summary_rows); i++)
    write_sum (table, book->result, &summary_rows[i]);
  plw_table_end (table);
}

static void
write_use_texts (PlwTable *table, const PlwUse *use)
{
  const PlwBook *book = table->sheet->book;
  g_autofree char *name = plw_book_use_name (use);

  plw_table_text (table, name);
  plw_table_text (table, plw_book_use_kind (use));
  plw_table_text (table, plw_book_row_name (book, PLW_TABLE_PARTNERS, use->partner));
  plw_table_text (table, use->group);
  plw_table_text (table, plw_book_duty (use));
}

static PlwTable *
begin_uses (PlwBook *book, const char *name, const char *title, const char *about)
{
  PlwTable *table = plw_table_begin (book, name, title, about);

  plw_table_column (table, _ ("Service or other use"), 44, false);
  plw_table_column (table, _ ("Kind"), 17, false);
  plw_table_column (table, _ ("Partner"), 26, false);
  plw_table_column (table, _ ("Group"), 20, false);
  plw_table_column (table, _ ("Duty"), 15, false);
  plw_table_years (table, _ (" (£)"), true);
  return table;
}

static void
add_uses (PlwBook *book)
{
  PlwTable *need =
      begin_uses (book, _ ("Need"), _ ("Need by service and year [note 1]"),
                  _ ("What services, programmes and projects cost, before money is shared out."));

  for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
    {
      write_use_texts (need, plw_result_use (book->result, i));
      plw_table_pence (need, plw_result_use (book->result, i)->need, true);
      plw_table_next (need);
    }
  plw_table_end (need);

  PlwTable *funded = begin_uses (book, _ ("Funded"), _ ("What is funded, by service and year [note 2]"),
                                 _ ("All payments to each use, and what it borrows."));

  for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
    {
      write_use_texts (funded, plw_result_use (book->result, i));
      plw_table_pence (funded, plw_result_use (book->result, i)->funded, true);
      plw_table_next (funded);
    }
  plw_table_end (funded);
}

static void
add_shortfall (PlwBook *book)
{
  PlwTable *table = begin_uses (book, _ ("Shortfall"), _ ("Shortfall by service and year [note 3]"),
                                _ ("Uses that fall short in some year; the others are left out."));

  for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
    {
      g_autofree int64_t *years = plw_book_use_shortfall (book, i);

      if (plw_book_years_total (book, years) == 0)
        continue;
      write_use_texts (table, plw_result_use (book->result, i));
      plw_table_pence (table, years, true);
      plw_table_next (table);
    }
  plw_table_end (table);
}

static void
add_one_pot (PlwBook *book)
{
  if (book->other == NULL)
    return;
  PlwTable *table =
      plw_table_begin (book, _ ("One pot or many"), _ ("One pot or many: two policies"),
                       _ ("The same scenario under two policies. Only the policy Today is lawful."));
  const PlwResult *results[] = { book->result, book->other };

  plw_table_column (table, _ ("Policy"), 30, false);
  plw_table_column (table, _ ("Measure"), 48, false);
  plw_table_years (table, _ (" (£)"), true);
  for (size_t r = 0; r < G_N_ELEMENTS (results); r++)
    for (size_t i = 0; i < SHORT_ROWS; i++)
      {
        g_autofree char *policy = plw_paper_policy_name (results[r]);

        plw_table_text (table, policy);
        write_sum (table, results[r], &summary_rows[i]);
      }
  plw_table_end (table);
}

static void
add_scenarios (PlwBook *book)
{
  if (book->paper->n_scenarios < 2)
    return;
  PlwTable *table = plw_table_begin (book, _ ("Scenarios"), _ ("Scenarios compared, under this policy"),
                                     _ ("Each scenario's figures; each has an allocation of its own."));

  plw_table_column (table, _ ("Scenario"), 36, false);
  plw_table_column (table, _ ("Measure"), 48, false);
  plw_table_years (table, _ (" (£)"), true);
  for (size_t s = 0; s < book->paper->n_scenarios; s++)
    for (size_t i = 0; i < SHORT_ROWS; i++)
      {
        g_autofree char *name = plw_paper_scenario_name (book->paper->scenarios[s]);

        plw_table_text (table, name);
        write_sum (table, book->paper->scenarios[s], &summary_rows[i]);
      }
  plw_table_end (table);
}

static void
add_pots (PlwBook *book)
{
  static const struct
  {
    const char *title;
    size_t offset;
    bool adds_up;
  } lines[] = {
    { N_ ("Opening balance"), G_STRUCT_OFFSET (PlwPotYears, opening), false },
    { N_ ("Received"), G_STRUCT_OFFSET (PlwPotYears, received), true },
    { N_ ("Moved in from other pots"), G_STRUCT_OFFSET (PlwPotYears, moved_in), true },
    { N_ ("Spent"), G_STRUCT_OFFSET (PlwPotYears, spent), true },
    { N_ ("Moved out to another pot"), G_STRUCT_OFFSET (PlwPotYears, moved_out), true },
    { N_ ("Lapsed [note 5]"), G_STRUCT_OFFSET (PlwPotYears, lapsed), true },
    { N_ ("Closing balance"), G_STRUCT_OFFSET (PlwPotYears, closing), false },
    { N_ ("Stranded [note 4]"), G_STRUCT_OFFSET (PlwPotYears, stranded), false },
  };
  PlwTable *table = plw_table_begin (
      book, _ ("Money by pot"), _ ("Money by pot: the account of each source of money"),
      _ ("Opening + received + moved in = spent + moved out + lapsed + closing, each year."));

  plw_table_column (table, _ ("Pot"), 42, false);
  plw_table_column (table, _ ("Kind"), 12, false);
  plw_table_column (table, _ ("Partner"), 26, false);
  plw_table_column (table, _ ("Line of the account"), 26, false);
  plw_table_years (table, _ (" (£)"), true);
  for (size_t k = 0; k < plw_result_n_pots (book->result); k++)
    for (size_t i = 0; i < G_N_ELEMENTS (lines); i++)
      {
        const PlwPotYears *pot = plw_result_pot (book->result, k);

        plw_table_text (table, pot->name);
        plw_table_text (table, plw_plan_text (book->plan, PLW_TABLE_POTS, pot->row, PLW_POTS_KIND));
        plw_table_text (table, plw_book_row_name (book, PLW_TABLE_PARTNERS, pot->partner));
        plw_table_text (table, _ (lines[i].title));
        plw_table_pence (table, G_STRUCT_MEMBER (int64_t *, pot, lines[i].offset), lines[i].adds_up);
        plw_table_next (table);
      }
  plw_table_end (table);
}

static void
add_bridge (PlwBook *book)
{
  static const char *const titles[PLW_N_BRIDGE_PARTS] = {
    [PLW_BRIDGE_OPENING] = N_ ("Need of the year before"),
    [PLW_BRIDGE_PRICE] = N_ ("Prices"),
    [PLW_BRIDGE_DEMAND] = N_ ("Demand"),
    [PLW_BRIDGE_PRESSURES] = N_ ("Pressures"),
    [PLW_BRIDGE_GROWTH] = N_ ("Growth"),
    [PLW_BRIDGE_SAVINGS] = N_ ("Savings"),
    [PLW_BRIDGE_INCOME] = N_ ("Extra income"),
    [PLW_BRIDGE_PREVENTION] = N_ ("Saved by prevention"),
    [PLW_BRIDGE_SPILLOVER] = N_ ("Knock-on effects of underfunding"),
    [PLW_BRIDGE_FINANCING] = N_ ("Capital financing"),
    [PLW_BRIDGE_FLOOR] = N_ ("Held at nothing"),
    [PLW_BRIDGE_OTHER] = N_ ("Programmes and projects"),
    [PLW_BRIDGE_CLOSING] = N_ ("Need of the year"),
  };
  PlwTable *table =
      plw_table_begin (book, _ ("Bridge"), _ ("Bridge: why need changes from year to year"),
                       _ ("The first row and all the others add up to the last. Below 0: lowers need."));

  plw_table_column (table, _ ("Cause"), 40, false);
  plw_table_years (table, _ (" (£)"), false);
  for (PlwBridgePart part = 0; part < PLW_N_BRIDGE_PARTS; part++)
    {
      plw_table_text (table, _ (titles[part]));
      for (size_t t = 0; t < book->n_years; t++)
        plw_table_money (table, plw_result_bridge (book->result, SIZE_MAX, part, t));
      plw_table_next (table);
    }
  plw_table_end (table);
}

static void
write_project_row (PlwTable *table, const PlwUse *use, const char *title, const int64_t *years)
{
  plw_table_text (table, use->name);
  plw_table_text (table, plw_book_row_name (table->sheet->book, PLW_TABLE_PARTNERS, use->partner));
  plw_table_text (table, title);
  plw_table_pence (table, years, true);
  plw_table_next (table);
}

static void
add_capital (PlwBook *book)
{
  PlwTable *table = plw_table_begin (book, _ ("Capital"), _ ("Capital projects"),
                                     _ ("What each project costs, and what pays for it."));

  plw_table_column (table, _ ("Project"), 48, false);
  plw_table_column (table, _ ("Partner"), 26, false);
  plw_table_column (table, _ ("Figure"), 22, false);
  plw_table_years (table, _ (" (£)"), true);
  for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
    {
      const PlwUse *use = plw_result_use (book->result, i);
      g_autofree int64_t *pots = g_new (int64_t, book->n_years);
      g_autofree int64_t *missing = plw_book_use_shortfall (book, i);

      if (use->kind != PLW_USE_PROJECT)
        continue;
      for (size_t t = 0; t < book->n_years; t++)
        pots[t] = use->funded[t] - use->borrowed[t];
      write_project_row (table, use, _ ("Need [note 1]"), use->need);
      write_project_row (table, use, _ ("Paid from pots"), pots);
      write_project_row (table, use, _ ("Borrowed"), use->borrowed);
      write_project_row (table, use, _ ("Shortfall [note 3]"), missing);
    }
  plw_table_end (table);
}

static void
add_programmes (PlwBook *book)
{
  PlwTable *table = plw_table_begin (book, _ ("Prevention"), _ ("Prevention programmes by year"),
                                     _ ("What each programme costs, saves and releases."));

  plw_table_column (table, _ ("Programme"), 48, false);
  plw_table_column (table, _ ("Figure"), 44, false);
  plw_table_years (table, _ (" (£)"), true);
  for (size_t p = 0; p < plw_result_n_programmes (book->result); p++)
    {
      const PlwProgramme *programme = plw_result_programme (book->result, p);
      const struct
      {
        const char *title;
        const int64_t *years;
      } rows[] = { { _ ("Spent on it"), programme->cost },
                   { _ ("Cash saved"), programme->saved },
                   { _ ("Capacity released, no cash"), programme->released },
                   { _ ("Overlap with other programmes, counts for nobody"), programme->overlap } };

      for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          plw_table_text (table, programme->name);
          plw_table_text (table, rows[i].title);
          plw_table_pence (table, rows[i].years, true);
          plw_table_next (table);
        }
    }
  plw_table_end (table);
}

static void
add_appraisal (PlwBook *book)
{
  PlwTable *table =
      plw_table_begin (book, _ ("Appraisal"), _ ("What prevention programmes are worth [note 7]"),
                       _ ("Present values and ratios over the years of the plan."));

  plw_table_column (table, _ ("Programme"), 48, false);
  plw_table_column (table, _ ("Net present value (£)"), 22, true);
  plw_table_column (table, _ ("Benefits for each pound spent"), 18, true);
  plw_table_column (table, _ ("Cash saved for each pound spent"), 18, true);
  plw_table_column (table, _ ("Pays back in"), 18, true);
  for (size_t p = 0; p < plw_result_n_programmes (book->result); p++)
    {
      const PlwProgramme *programme = plw_result_programme (book->result, p);
      const PlwAppraisal *appraisal = &programme->appraisal;

      plw_table_text (table, programme->name);
      plw_table_money (table, appraisal->npv);
      plw_table_ratio (table, appraisal->benefit_cost_ratio);
      plw_table_ratio (table, appraisal->cashable_ratio);
      plw_table_text (table, appraisal->payback_year > 0 ? plw_year_name (appraisal->payback_year)
                                                         : _ ("not within the plan"));
      plw_table_next (table);
    }
  plw_table_end (table);
}

static void
add_partners (PlwBook *book)
{
  PlwTable *table = plw_table_begin (book, _ ("Partners"), _ ("Who pays for prevention and who gains"),
                                     _ ("Benefit less what is paid from the partner's pots."));

  plw_table_column (table, _ ("Partner"), 48, false);
  plw_table_column (table, _ ("Figure"), 36, false);
  plw_table_years (table, _ (" (£)"), true);
  for (size_t i = 0; i < plw_result_n_partners (book->result); i++)
    {
      const PlwPartnerYears *partner = plw_result_partner (book->result, SIZE_MAX, i);
      const struct
      {
        const char *title;
        const int64_t *years;
      } rows[] = { { _ ("Benefit: saved and released"), partner->benefit },
                   { _ ("Paid"), partner->paid },
                   { _ ("Benefit less paid"), partner->position } };

      for (size_t j = 0; j < G_N_ELEMENTS (rows); j++)
        {
          plw_table_text (table, partner->row == SIZE_MAX ? _ ("No partner named") : partner->name);
          plw_table_text (table, rows[j].title);
          plw_table_pence (table, rows[j].years, true);
          plw_table_next (table);
        }
    }
  plw_table_end (table);
}

/* Control totals by year and body: for whoever reads the file with a program. */
static void
add_reconciliation (PlwBook *book)
{
  PlwTable *table = plw_table_begin (book, _ ("Reconciliation"), _ ("Control totals by body"),
                                     _ ("What the sheets Need and Funded add up to, by year."));
  g_autoptr (GArray) sections = plw_book_sections (book);

  plw_table_column (table, _ ("Body or kind of use"), 48, false);
  plw_table_column (table, _ ("Control total"), 22, false);
  plw_table_years (table, _ (" (£)"), true);
  for (guint s = 0; s < sections->len; s++)
    {
      const PlwSection *section = &g_array_index (sections, PlwSection, s);
      g_autofree int64_t *need = g_new0 (int64_t, book->n_years);
      g_autofree int64_t *funded = g_new0 (int64_t, book->n_years);
      size_t n = 0;

      for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
        {
          const PlwUse *use = plw_result_use (book->result, i);

          if (!plw_section_has (section, use))
            continue;
          plw_book_add_years (book, need, use->need);
          plw_book_add_years (book, funded, use->funded);
          n++;
        }
      if (n == 0)
        continue;
      plw_table_text (table, section->title);
      plw_table_text (table, _ ("Need [note 1]"));
      plw_table_pence (table, need, true);
      plw_table_next (table);
      plw_table_text (table, section->title);
      plw_table_text (table, _ ("Funded [note 2]"));
      plw_table_pence (table, funded, true);
      plw_table_next (table);
    }
  plw_table_end (table);
}

void
plw_book_add_plain_tables (PlwBook *book)
{
  add_summary (book);
  add_uses (book);
  add_shortfall (book);
  add_one_pot (book);
  add_pots (book);
  add_bridge (book);
  add_capital (book);
  if (book->model->n_programmes > 0)
    {
      add_programmes (book);
      add_appraisal (book);
      add_partners (book);
    }
  add_scenarios (book);
  add_reconciliation (book);
}
