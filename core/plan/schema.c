/* schema.c: the tables of a plan, made from schema-tables.h.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"

#include <placewright/number.h>
#include <placewright/schema.h>
#include <placewright/year.h>

#include <string.h>

#define CHOICES(NAME, ...) static const char *const plw_choices_##NAME[] = { __VA_ARGS__, NULL }

CHOICES (standing, "published", "derived", "assumed");
CHOICES (partner_kind,
         "county",
         "unitary",
         "district",
         "combined-authority",
         "health",
         "police",
         "fire",
         "voluntary",
         "private",
         "government");
CHOICES (distribution, "triangular", "pert", "normal");
CHOICES (duty, "statutory", "discretionary");
CHOICES (tier, "primary", "secondary", "tertiary", "acute", "enabling");
CHOICES (cost_kind, "pay", "contracts", "premises", "transport", "supplies", "transfers", "other", "income");
CHOICES (change_kind, "pressure", "growth", "saving", "income");
CHOICES (change_basis, "ongoing", "one-off");
CHOICES (pot_kind, "revenue", "capital");
CHOICES (pot_basis, "profile", "indexed", "council-tax");
CHOICES (certainty, "confirmed", "indicative", "at-risk", "bid");
CHOICES (fence_kind, "line", "group", "project", "programme", "partner");
CHOICES (mrp, "straight-line", "annuity", "none");
CHOICES (programme_measure, "revenue", "capital", "intake");
CHOICES (debt_measure, "mrp");
CHOICES (better, "up", "down");
CHOICES (op, "set", "add", "multiply");
CHOICES (vote, "for", "against", "abstain");

/* What people call them, one for one. */
#define WORDS(NAME, ...) static const char *const plw_words_##NAME[] = { __VA_ARGS__, NULL }

WORDS (standing, N_ ("Published"), N_ ("Derived"), N_ ("Assumed"));
WORDS (partner_kind,
       N_ ("County council"),
       N_ ("Unitary council"),
       N_ ("District council"),
       N_ ("Combined authority"),
       N_ ("Health"),
       N_ ("Police"),
       N_ ("Fire"),
       N_ ("Voluntary sector"),
       N_ ("Private sector"),
       N_ ("Government"));
WORDS (distribution, N_ ("Triangular"), N_ ("PERT"), N_ ("Normal"));
WORDS (duty, N_ ("Statutory"), N_ ("Discretionary"));
WORDS (tier, N_ ("Primary"), N_ ("Secondary"), N_ ("Tertiary"), N_ ("Acute"), N_ ("Enabling"));
WORDS (cost_kind,
       N_ ("Pay"),
       N_ ("Contracts"),
       N_ ("Premises"),
       N_ ("Transport"),
       N_ ("Supplies"),
       N_ ("Transfers"),
       N_ ("Other"),
       N_ ("Income"));
WORDS (change_kind, N_ ("Pressure"), N_ ("Growth"), N_ ("Saving"), N_ ("Income"));
WORDS (change_basis, N_ ("Ongoing"), N_ ("One-off"));
WORDS (pot_kind, N_ ("Revenue"), N_ ("Capital"));
WORDS (pot_basis, N_ ("Year by year"), N_ ("Indexed"), N_ ("Council tax"));
WORDS (certainty, N_ ("Confirmed"), N_ ("Indicative"), N_ ("At risk"), N_ ("Bid"));
WORDS (fence_kind, N_ ("Service line"), N_ ("Group"), N_ ("Project"), N_ ("Programme"), N_ ("Partner"));
WORDS (mrp, N_ ("Straight line"), N_ ("Annuity"), N_ ("None"));
WORDS (programme_measure, N_ ("Revenue"), N_ ("Capital"), N_ ("Intake"));
WORDS (debt_measure, N_ ("Provision"));
WORDS (better, N_ ("Higher"), N_ ("Lower"));
WORDS (op, N_ ("Set"), N_ ("Add"), N_ ("Multiply"));
WORDS (vote, N_ ("For"), N_ ("Against"), N_ ("Abstain"));

static const struct
{
  const char *const *choices;
  const char *const *words;
} choice_words[] = {
#define CHOICES_AND_WORDS(NAME)                                                                              \
  {                                                                                                          \
    plw_choices_##NAME, plw_words_##NAME                                                                     \
  }
  CHOICES_AND_WORDS (standing),     CHOICES_AND_WORDS (partner_kind),
  CHOICES_AND_WORDS (distribution), CHOICES_AND_WORDS (duty),
  CHOICES_AND_WORDS (tier),         CHOICES_AND_WORDS (cost_kind),
  CHOICES_AND_WORDS (change_kind),  CHOICES_AND_WORDS (change_basis),
  CHOICES_AND_WORDS (pot_kind),     CHOICES_AND_WORDS (pot_basis),
  CHOICES_AND_WORDS (certainty),    CHOICES_AND_WORDS (fence_kind),
  CHOICES_AND_WORDS (mrp),          CHOICES_AND_WORDS (programme_measure),
  CHOICES_AND_WORDS (debt_measure), CHOICES_AND_WORDS (better),
  CHOICES_AND_WORDS (op),           CHOICES_AND_WORDS (vote),
#undef CHOICES_AND_WORDS
};

#define COLUMN_AS_SPEC(TABLE, ID, NAME, TITLE, TYPE, ...)                                                    \
  { .name = NAME, .title = TITLE, .type = PLW_TYPE_##TYPE, __VA_ARGS__ },
#define TABLE_AS_COLUMNS(ID, ...)                                                                            \
  static const PlwColumn columns_##ID[] = { PLW_##ID##_COLUMNS (COLUMN_AS_SPEC) };
PLW_TABLES (TABLE_AS_COLUMNS)

#define TABLE_AS_SPEC(ID, NAME, TITLE, YEARS, ...)                                                           \
  { .id = PLW_TABLE_##ID,                                                                                    \
    .name = NAME,                                                                                            \
    .title = TITLE,                                                                                          \
    .columns = columns_##ID,                                                                                 \
    .n_columns = G_N_ELEMENTS (columns_##ID),                                                                \
    .years = PLW_TYPE_##YEARS,                                                                               \
    __VA_ARGS__ },
static const PlwTableSpec tables[PLW_N_TABLES] = { PLW_TABLES (TABLE_AS_SPEC) };

static const PlwSetting settings[] = {
  { .key = "title", .title = N_ ("Title"), .type = PLW_TYPE_TEXT },
  { .key = "area", .title = N_ ("Area"), .type = PLW_TYPE_TEXT },
  { .key = "base_year", .title = N_ ("Base year"), .type = PLW_TYPE_YEAR, .required = true },
  { .key = "years",
    .title = N_ ("Years"),
    .type = PLW_TYPE_INTEGER,
    .required = true,
    .least = PLW_YEARS_LEAST,
    .most = PLW_YEARS_MOST },
  { .key = "discount_rate",
    .title = N_ ("Discount rate, %"),
    .type = PLW_TYPE_PERCENT,
    .fallback = "3.5",
    .most = 100 * PLW_DECIMAL_ONE },
  { .key = "deflator", .title = N_ ("Deflator"), .type = PLW_TYPE_REF, .ref = PLW_TABLE_DRIVERS },
  { .key = "opening_cfr",
    .title = N_ ("Opening capital financing requirement, £"),
    .type = PLW_TYPE_MONEY,
    .most = PLW_PENCE_MAX },
  { .key = "borrowing_limit",
    .title = N_ ("Borrowing limit, £ a year"),
    .type = PLW_TYPE_MONEY,
    .most = PLW_PENCE_MAX },
  { .key = "interest_driver", .title = N_ ("Interest"), .type = PLW_TYPE_REF, .ref = PLW_TABLE_DRIVERS },
  { .key = "general_reserve", .title = N_ ("General reserve"), .type = PLW_TYPE_REF, .ref = PLW_TABLE_POTS },
  { .key = "savings_record",
    .title = N_ ("Savings delivered in the past, %"),
    .type = PLW_TYPE_PERCENT,
    .most = 100 * PLW_DECIMAL_ONE },
  { .key = "quorum",
    .title = N_ ("Quorum: partners that must vote"),
    .type = PLW_TYPE_INTEGER,
    .least = 1,
    .most = 1000 },
};

const PlwTableSpec *
plw_schema_table (PlwTableId id)
{
  g_return_val_if_fail ((unsigned) id < PLW_N_TABLES, NULL);

  return &tables[id];
}

bool
plw_schema_find_table (const char *name, PlwTableId *ret_id)
{
  for (size_t i = 0; i < PLW_N_TABLES; i++)
    if (strcmp (tables[i].name, name) == 0)
      {
        *ret_id = (PlwTableId) i;
        return true;
      }
  return false;
}

bool
plw_schema_find_column (PlwTableId table, const char *name, size_t *ret_column)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  for (size_t i = 0; i < spec->n_columns; i++)
    if (strcmp (spec->columns[i].name, name) == 0)
      {
        *ret_column = i;
        return true;
      }
  return false;
}

size_t
plw_schema_imported_column (PlwTableId table)
{
  size_t column = SIZE_MAX;

  (void) plw_schema_find_column (table, "imported", &column);
  return column;
}

bool
plw_type_is_text (PlwType type)
{
  return type == PLW_TYPE_TEXT || type == PLW_TYPE_CODE || type == PLW_TYPE_REF || type == PLW_TYPE_UNSPENT;
}

const PlwSetting *
plw_schema_settings (size_t *ret_n)
{
  *ret_n = G_N_ELEMENTS (settings);
  return settings;
}

const PlwSetting *
plw_schema_find_setting (const char *key)
{
  for (size_t i = 0; i < G_N_ELEMENTS (settings); i++)
    if (strcmp (settings[i].key, key) == 0)
      return &settings[i];
  return NULL;
}

const char *
plw_schema_choice_word (const PlwColumn *column, size_t index)
{
  g_return_val_if_fail (column->choices != NULL && index < g_strv_length ((char **) column->choices), "");

  for (size_t i = 0; i < G_N_ELEMENTS (choice_words); i++)
    if (choice_words[i].choices == column->choices)
      return _ (choice_words[i].words[index]);

  return column->choices[index];
}

/* “At risk” and “at_risk” are “at-risk”. */
static char *
simplify (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return g_strdelimit (g_utf8_casefold (stripped, -1), " _", '-');
}

typedef bool Fits (const char *text, const char *wanted);

static bool
is_same (const char *text, const char *wanted)
{
  return strcmp (text, wanted) == 0;
}

static bool
is_begun (const char *text, const char *wanted)
{
  return g_str_has_prefix (text, wanted);
}

/* Returns: how many choices fit; @ret_index: the first */
static size_t
count_fitting (const PlwColumn *column, const char *wanted, Fits *fits, size_t *ret_index)
{
  size_t n = 0;

  for (size_t i = 0; column->choices[i] != NULL; i++)
    {
      g_autofree char *word = simplify (plw_schema_choice_word (column, i));

      if (!fits (column->choices[i], wanted) && !fits (word, wanted))
        continue;
      if (n++ == 0)
        *ret_index = i;
    }
  return n;
}

bool
plw_schema_find_choice (const PlwColumn *column, const char *text, size_t *ret_index)
{
  g_autofree char *wanted = simplify (text);
  size_t index;

  g_return_val_if_fail (column->choices != NULL, false);

  if (wanted[0] == '\0'
      || (count_fitting (column, wanted, is_same, &index) == 0
          && count_fitting (column, wanted, is_begun, &index) != 1))
    return false;

  *ret_index = index;
  return true;
}
