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
