/* budget-words.c: what the names of rows say about a published budget table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words are hints. What decides is whether the figures add up.
 */
#include "exchange/budget-private.h"

#include <string.h>

#define MOST_WORDS 24

typedef struct
{
  PlwBudgetRole role;
  const char *words[MOST_WORDS];
} Hint;

/* The first that fits counts. */
static const Hint kinds[] = {
  { PLW_BUDGET_OTHER, { "band d", "tax base", "taxbase", "population", "per cent", "%", "number of" } },
  { PLW_BUDGET_SERVICE,
    { "capital financing", "grants to", "dept:", "department:", "service:", "directorate:" } },
  { PLW_BUDGET_FUNDING, { "fund:", "fund ", "funding:" } },
  { PLW_BUDGET_RESERVE,
    { "reserve", "general fund balance", "from balances", "use of balances", "general balances" } },
  { PLW_BUDGET_SAVING, { "saving", "efficienc", "intervention", " cuts", "budget reduction", "mitigation" } },
  { PLW_BUDGET_FUNDING,
    { "funding", "council tax", "business rate", "revenue support", "rsg", "grant", "collection fund",
      "precept", "new homes bonus", "nndr", "better care", "ibcf", "settlement", "financed by", "taxation",
      "resources available", "total resources" } },
  { PLW_BUDGET_PRESSURE,
    { "pressure", "inflation", "demand", "pay award", "demograph", "unavoidable", "living wage" } },
  { PLW_BUDGET_GROWTH, { "growth", "investment" } },
  { PLW_BUDGET_INCOME, { "income", "fees and charges", "fees & charges" } },
};

static const char *const gap_words[] = { "gap",          "shortfall",          "savings req",
                                         "saving req",   "savings target",     "savings to be found",
                                         "savings need", "requirement to save" };
static const char *const balance_words[] = { "balanced budget", "balance", "remaining gap", "residual" };
static const char *const opening_words[] = { "base budget",   "brought forward", "b/f",
                                             "b/fwd",         "opening",         "previous year",
                                             "prior year",    "estimated base",  "base estimate",
                                             "existing base", "base expenditure" };
static const char *const closing_words[] = {
  "new base",      "closing",      "carried forward",  "c/f",      "c/fwd",
  "revised base",  "updated base", "next year's base", "base for", "base budget carried",
  "budget carried"
};
static const char *const level_words[] = { "net budget",         "net revenue budget", "net expenditure",
                                           "budget requirement", "net requirement",    "net cost of services",
                                           "total budget" };
static const char *const total_words[] = { "total", "subtotal", "sum of" };

static bool
has_word (const char *text, const char *const *words, size_t n)
{
  for (size_t i = 0; i < n && words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return true;

  return false;
}

/* Lower case, `cum_savings_req` as `cum savings req`. */
static char *
simplify (const char *text)
{
  char *lower = g_utf8_strdown (text, -1);

  return g_strdelimit (lower, "_", ' ');
}

static PlwBudgetRole
find_kind (const char *text)
{
  for (size_t i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (has_word (text, kinds[i].words, MOST_WORDS))
      return kinds[i].role;

  return PLW_BUDGET_SERVICE;
}

static bool
is_balance (const char *text)
{
  return strcmp (text, "balance") == 0 || has_word (text, balance_words, 1)
         || has_word (text, balance_words + 2, G_N_ELEMENTS (balance_words) - 2);
}

/* A fund's surplus is money; a budget's is a gap with the other sign. */
static bool
is_gap (const PlwBudgetRow *row, const char *text)
{
  return has_word (text, gap_words, G_N_ELEMENTS (gap_words))
         || (row->kind == PLW_BUDGET_SERVICE
             && (strstr (text, "surplus") != NULL || strstr (text, "deficit") != NULL));
}

static void
read_gap (PlwBudgetRow *row, const char *text)
{
  static const char *const each_year[] = { "annual",    "in-year",     "in year", "year on year",
                                           "each year", "incremental", "yearly",  "additional" };
  bool is_cumulative = strstr (text, "cum") != NULL;
  bool is_each_year = has_word (text, each_year, G_N_ELEMENTS (each_year));

  row->role = is_each_year && !is_cumulative ? PLW_BUDGET_GAP_EACH_YEAR : PLW_BUDGET_GAP_CUMULATIVE;
  row->is_gap_plain = !is_cumulative && !is_each_year;
}

static void
read_row (PlwBudgetRow *row, const char *section)
{
  g_autofree char *text = simplify (row->label);

  row->kind = find_kind (text);
  if (row->kind == PLW_BUDGET_SERVICE && section != NULL)
    row->kind = find_kind (section);
  if (row->kind == PLW_BUDGET_OTHER)
    row->role = PLW_BUDGET_OTHER;
  else if (is_balance (text))
    row->role = PLW_BUDGET_BALANCE;
  else if (is_gap (row, text))
    read_gap (row, text);
  else if (has_word (text, closing_words, G_N_ELEMENTS (closing_words)))
    row->role = PLW_BUDGET_CLOSING;
  else if (has_word (text, opening_words, G_N_ELEMENTS (opening_words)))
    row->role = PLW_BUDGET_BASE;
  else
    row->role = row->kind;

  if (row->role == PLW_BUDGET_BASE || row->role == PLW_BUDGET_CLOSING)
    row->kind = PLW_BUDGET_SERVICE;
  row->word_role = row->role;
  row->word_kind = row->kind;
  row->is_word_plain = row->is_gap_plain;
  row->is_level_name = has_word (text, level_words, G_N_ELEMENTS (level_words));
  row->is_total_name |= row->is_level_name || has_word (text, total_words, G_N_ELEMENTS (total_words));
}

/* A heading counts for what stands under it until a total ends it. */
void
plw_budget_read_words (PlwBudget *self)
{
  g_autofree char *heading = NULL;

  for (size_t i = 0; i < self->rows->len; i++)
    {
      PlwBudgetRow *row = plw_budget_row (self, i);
      g_autofree char *own = row->section != NULL ? simplify (row->section) : NULL;

      if (row->role == PLW_BUDGET_HEADING)
        {
          g_free (heading);
          heading = simplify (row->label);
          row->word_role = PLW_BUDGET_HEADING;
          continue;
        }
      read_row (row, own != NULL && own[0] != '\0' ? own : heading);
      if (row->is_total_name)
        g_clear_pointer (&heading, g_free);
    }
}

int64_t
plw_budget_unit_of (const char *text)
{
  static const char *const millions[] = { "£m", "£ m", "£million", "gbp m", "gbp_m", "millions" };
  static const char *const thousands[] = { "£000",         "£'000", "£’000",     "£k",         "£ 000",
                                           "gbp thousand", "gbp_k", "£thousand", "£ thousand", "thousands" };
  static const char *const pounds[] = { "gbp", "£" };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  if (has_word (lower, millions, G_N_ELEMENTS (millions)))
    return 1000000;
  if (has_word (lower, thousands, G_N_ELEMENTS (thousands)))
    return 1000;

  return has_word (lower, pounds, G_N_ELEMENTS (pounds)) ? 1 : 0;
}

bool
plw_budget_is_income (const PlwBudgetRow *row)
{
  PlwBudgetRole kind = row->kind;

  return kind == PLW_BUDGET_FUNDING || kind == PLW_BUDGET_RESERVE || kind == PLW_BUDGET_SAVING
         || kind == PLW_BUDGET_INCOME;
}
