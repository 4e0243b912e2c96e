/* migrate-2.c: the tables of version 2, frozen, and what makes version 3's of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of version 2 are out in the world: nothing here may ever change.
 */
#include "store/migrate-2.h"

/* clang-format off */

const char *const plw_creates_2[] = {
  "CREATE TABLE \"meta\"(\"key\" TEXT NOT NULL PRIMARY KEY, \"value\" TEXT NOT NULL) STRICT, WITHOUT "
  "ROWID",
  "CREATE TABLE \"plan\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, \"key\" "
  "TEXT, \"value\" TEXT, \"source\" TEXT, \"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"sources\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"code\" TEXT, \"name\" TEXT, \"publisher\" TEXT, \"published\" TEXT, \"licence\" TEXT, \"trust\" "
  "TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"partners\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"code\" TEXT, \"name\" TEXT, \"kind\" TEXT, \"voting\" INTEGER, \"source\" TEXT, \"standing\" "
  "TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"drivers\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"code\" TEXT, \"name\" TEXT, \"low\" INTEGER, \"high\" INTEGER, \"distribution\" TEXT, "
  "\"persistence\" INTEGER, \"source\" TEXT, \"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"drivers_years\"(\"row\" INTEGER NOT NULL REFERENCES \"drivers\"(\"id\") ON DELETE "
  "CASCADE, \"year\" INTEGER NOT NULL, \"value\" INTEGER NOT NULL, PRIMARY KEY(\"row\", \"year\")) "
  "STRICT, WITHOUT ROWID",
  "CREATE TABLE \"lines\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"code\" TEXT, \"name\" TEXT, \"group\" TEXT, \"partner\" TEXT, \"duty\" TEXT, \"priority\" "
  "INTEGER, \"statutory_minimum\" INTEGER, \"tier\" TEXT, \"return_line\" TEXT, \"source\" TEXT, "
  "\"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"costs\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"line\" TEXT, \"element\" TEXT, \"kind\" TEXT, \"base\" INTEGER, \"price_driver\" TEXT, "
  "\"volume_driver\" TEXT, \"source\" TEXT, \"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"changes\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"code\" TEXT, \"line\" TEXT, \"name\" TEXT, \"kind\" TEXT, \"basis\" TEXT, \"delivery\" INTEGER, "
  "\"delivery_low\" INTEGER, \"delivery_high\" INTEGER, \"owner\" TEXT, \"rag\" TEXT, \"enabled\" "
  "INTEGER, \"source\" TEXT, \"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"changes_years\"(\"row\" INTEGER NOT NULL REFERENCES \"changes\"(\"id\") ON DELETE "
  "CASCADE, \"year\" INTEGER NOT NULL, \"value\" INTEGER NOT NULL, PRIMARY KEY(\"row\", \"year\")) "
  "STRICT, WITHOUT ROWID",
  "CREATE TABLE \"pots\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"code\" TEXT, \"name\" TEXT, \"funder\" TEXT, \"partner\" TEXT, \"kind\" TEXT, \"basis\" TEXT, "
  "\"base\" INTEGER, \"driver\" TEXT, \"opening\" INTEGER, \"minimum_balance\" INTEGER, \"unspent\" "
  "TEXT, \"certainty\" TEXT, \"probability\" INTEGER, \"pooled\" INTEGER, \"may_fund_revenue\" "
  "INTEGER, \"enabled\" INTEGER, \"source\" TEXT, \"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"pots_years\"(\"row\" INTEGER NOT NULL REFERENCES \"pots\"(\"id\") ON DELETE "
  "CASCADE, \"year\" INTEGER NOT NULL, \"value\" INTEGER NOT NULL, PRIMARY KEY(\"row\", \"year\")) "
  "STRICT, WITHOUT ROWID",
  "CREATE TABLE \"limits\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"pot\" TEXT, \"source\" TEXT, \"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"limits_years\"(\"row\" INTEGER NOT NULL REFERENCES \"limits\"(\"id\") ON DELETE "
  "CASCADE, \"year\" INTEGER NOT NULL, \"value\" INTEGER NOT NULL, PRIMARY KEY(\"row\", \"year\")) "
  "STRICT, WITHOUT ROWID",
  "CREATE TABLE \"council_tax\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"pot\" TEXT, \"tax_base\" INTEGER, \"band_d\" INTEGER, \"base_driver\" TEXT, \"increase_driver\" "
  "TEXT, \"collection_rate\" INTEGER, \"source\" TEXT, \"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"ringfences\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"pot\" TEXT, \"use_kind\" TEXT, \"use_code\" TEXT, \"share_cap\" INTEGER, \"source\" TEXT, "
  "\"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"projects\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"code\" TEXT, \"name\" TEXT, \"partner\" TEXT, \"line\" TEXT, \"priority\" INTEGER, "
  "\"borrowing\" INTEGER, \"revenue_funding\" INTEGER, \"asset_life\" INTEGER, \"mrp\" TEXT, "
  "\"interest_driver\" TEXT, \"operational\" INTEGER, \"enabled\" INTEGER, \"source\" TEXT, "
  "\"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"projects_years\"(\"row\" INTEGER NOT NULL REFERENCES \"projects\"(\"id\") ON "
  "DELETE CASCADE, \"year\" INTEGER NOT NULL, \"value\" INTEGER NOT NULL, PRIMARY KEY(\"row\", "
  "\"year\")) STRICT, WITHOUT ROWID",
  "CREATE TABLE \"outcomes\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"code\" TEXT, \"name\" TEXT, \"framework\" TEXT, \"tag\" TEXT, \"unit\" TEXT, \"better\" TEXT, "
  "\"baseline\" INTEGER, \"source\" TEXT, \"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"outcomes_years\"(\"row\" INTEGER NOT NULL REFERENCES \"outcomes\"(\"id\") ON "
  "DELETE CASCADE, \"year\" INTEGER NOT NULL, \"value\" INTEGER NOT NULL, PRIMARY KEY(\"row\", "
  "\"year\")) STRICT, WITHOUT ROWID",
  "CREATE TABLE \"programmes\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"code\" TEXT, \"name\" TEXT, \"partner\" TEXT, \"tier\" TEXT, \"priority\" INTEGER, "
  "\"revenue_funding\" INTEGER, \"evidence\" INTEGER, \"cost_correction\" INTEGER, "
  "\"benefit_correction\" INTEGER, \"enabled\" INTEGER, \"source\" TEXT, \"standing\" TEXT, "
  "\"notes\" TEXT) STRICT",
  "CREATE TABLE \"programme_years\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT "
  "NULL, \"programme\" TEXT, \"measure\" TEXT, \"source\" TEXT, \"standing\" TEXT, \"notes\" TEXT) "
  "STRICT",
  "CREATE TABLE \"programme_years_years\"(\"row\" INTEGER NOT NULL REFERENCES "
  "\"programme_years\"(\"id\") ON DELETE CASCADE, \"year\" INTEGER NOT NULL, \"value\" INTEGER NOT "
  "NULL, PRIMARY KEY(\"row\", \"year\")) STRICT, WITHOUT ROWID",
  "CREATE TABLE \"effects\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"programme\" TEXT, \"code\" TEXT, \"name\" TEXT, \"line\" TEXT, \"partner\" TEXT, \"outcome\" "
  "TEXT, \"engaged\" INTEGER, \"retained\" INTEGER, \"success\" INTEGER, \"success_low\" INTEGER, "
  "\"success_high\" INTEGER, \"deadweight\" INTEGER, \"unit_value\" INTEGER, \"unit_cost\" TEXT, "
  "\"price_driver\" TEXT, \"cashable\" INTEGER, \"release_step\" INTEGER, \"lag\" INTEGER, \"ramp\" "
  "INTEGER, \"duration\" INTEGER, \"drop\" INTEGER, \"source\" TEXT, \"standing\" TEXT, \"notes\" "
  "TEXT) STRICT",
  "CREATE TABLE \"spillovers\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"from_line\" TEXT, \"to_line\" TEXT, \"rise\" INTEGER, \"lag\" INTEGER, \"duration\" INTEGER, "
  "\"evidence\" INTEGER, \"source\" TEXT, \"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"debt\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"measure\" TEXT, \"source\" TEXT, \"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"debt_years\"(\"row\" INTEGER NOT NULL REFERENCES \"debt\"(\"id\") ON DELETE "
  "CASCADE, \"year\" INTEGER NOT NULL, \"value\" INTEGER NOT NULL, PRIMARY KEY(\"row\", \"year\")) "
  "STRICT, WITHOUT ROWID",
  "CREATE TABLE \"scenarios\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"code\" TEXT, \"name\" TEXT, \"parent\" TEXT, \"description\" TEXT) STRICT",
  "CREATE TABLE \"overrides\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"scenario\" TEXT, \"table\" TEXT, \"code\" TEXT, \"field\" TEXT, \"year\" INTEGER, \"op\" TEXT, "
  "\"value\" TEXT, \"reason\" TEXT, \"source\" TEXT, \"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"policies\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"code\" TEXT, \"name\" TEXT) STRICT",
  "CREATE TABLE \"policy_pots\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"policy\" TEXT, \"pot\" TEXT) STRICT",
  "CREATE TABLE \"evidence_grades\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT "
  "NULL, \"grade\" INTEGER, \"benefit_correction\" INTEGER, \"cost_correction\" INTEGER, \"source\" "
  "TEXT, \"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"discount_rates\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT "
  "NULL, \"from_year\" INTEGER, \"rate\" INTEGER, \"source\" TEXT, \"standing\" TEXT, \"notes\" "
  "TEXT) STRICT",
  "CREATE TABLE \"price_index\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"year\" INTEGER, \"value\" INTEGER, \"source\" TEXT, \"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"unit_costs\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"code\" TEXT, \"name\" TEXT, \"category\" TEXT, \"unit\" TEXT, \"value\" INTEGER, \"prices\" "
  "INTEGER, \"bearer\" TEXT, \"source\" TEXT, \"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"referendum_limits\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT "
  "NULL, \"kind\" TEXT, \"from_year\" INTEGER, \"percent\" INTEGER, \"pounds\" INTEGER, \"reached\" "
  "INTEGER, \"source\" TEXT, \"standing\" TEXT, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"control_totals\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT "
  "NULL, \"code\" TEXT, \"name\" TEXT, \"source\" TEXT, \"table\" TEXT, \"field\" TEXT, \"year\" "
  "INTEGER, \"total\" INTEGER, \"tolerance\" INTEGER, \"notes\" TEXT) STRICT",
  "CREATE TABLE \"log\"(\"seq\" INTEGER NOT NULL PRIMARY KEY, \"kind\" TEXT NOT NULL, \"target\" "
  "INTEGER NOT NULL, \"at\" INTEGER NOT NULL, \"who\" TEXT NOT NULL, \"name\" TEXT NOT NULL, "
  "\"reason\" TEXT) STRICT",
  "CREATE TABLE \"log_step\"(\"seq\" INTEGER NOT NULL REFERENCES \"log\"(\"seq\"), \"n\" INTEGER NOT "
  "NULL, \"kind\" TEXT NOT NULL, \"table\" TEXT NOT NULL, \"row\" INTEGER NOT NULL, \"position\" "
  "INTEGER, \"column\" TEXT, \"from\" ANY, \"to\" ANY, PRIMARY KEY(\"seq\", \"n\")) STRICT, WITHOUT "
  "ROWID",
  "CREATE TABLE \"log_cell\"(\"seq\" INTEGER NOT NULL, \"n\" INTEGER NOT NULL, \"column\" TEXT NOT "
  "NULL, \"value\" ANY NOT NULL, PRIMARY KEY(\"seq\", \"n\", \"column\"), FOREIGN KEY(\"seq\", "
  "\"n\") REFERENCES \"log_step\"(\"seq\", \"n\")) STRICT, WITHOUT ROWID",
  "CREATE TABLE \"version\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"at\" INTEGER NOT NULL, \"who\" "
  "TEXT NOT NULL, \"name\" TEXT NOT NULL, \"note\" TEXT, \"plan\" BLOB NOT NULL) STRICT",
  NULL,
};

/* Version 3 says of every row which file and row it was read from, and has the board's
 * decisions, votes and comments.
 */
const char plw_step_2[] =
  "ALTER TABLE \"plan\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"partners\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"drivers\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"lines\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"costs\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"changes\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"pots\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"limits\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"council_tax\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"ringfences\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"projects\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"outcomes\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"programmes\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"programme_years\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"effects\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"spillovers\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"debt\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"overrides\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"evidence_grades\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"discount_rates\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"price_index\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"unit_costs\" ADD COLUMN \"imported\" TEXT;"
  "ALTER TABLE \"referendum_limits\" ADD COLUMN \"imported\" TEXT;"
  "CREATE TABLE \"decisions\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"code\" TEXT, \"name\" TEXT, \"proposal\" TEXT, \"scenario\" TEXT, \"policy\" TEXT, \"version\" "
  "TEXT, \"made\" TEXT, \"closed\" TEXT, \"notes\" TEXT) STRICT;"
  "CREATE TABLE \"votes\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"decision\" TEXT, \"partner\" TEXT, \"vote\" TEXT, \"voter\" TEXT, \"made\" TEXT, \"notes\" "
  "TEXT) STRICT;"
  "CREATE TABLE \"comments\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" INTEGER NOT NULL, "
  "\"code\" TEXT, \"decision\" TEXT, \"about\" TEXT, \"text\" TEXT, \"partner\" TEXT, \"author\" "
  "TEXT, \"made\" TEXT, \"version\" TEXT) STRICT;";

/* clang-format on */
