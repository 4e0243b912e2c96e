/* number.h: exact amounts of money and exact decimals, read and written.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/error.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

/* Amounts of money are whole pence in an int64_t named ..._pence or held in a
 * money column. No cell may hold more than 100 billion pounds: 20,000 cells of
 * 30 years at this limit still add up below INT64_MAX, so sums need no checks.
 */
#define PLW_PENCE_MAX INT64_C (10000000000000)

/* Percentages and plain numbers are exact decimals: whole billionths. 3.5 (%)
 * is 3,500,000,000. Nine decimals and nine billion are more than any council
 * figure has.
 */
#define PLW_DECIMAL_ONE INT64_C (1000000000)
#define PLW_DECIMAL_MAX (INT64_C (9000000000) * PLW_DECIMAL_ONE)

/**
 * PlwParseStyle:
 * @PLW_PARSE_STRICT: what plan folders hold: `1250000`, `1250000.50`,
 *   `1,250,000`, `(500)`, `-500`
 * @PLW_PARSE_ENTRY: what people type and paste: also `£1.2m`, `450k`, `5%`
 */
typedef enum
{
  PLW_PARSE_STRICT,
  PLW_PARSE_ENTRY,
} PlwParseStyle;

/**
 * plw_pence_parse:
 * @text: an amount in pounds
 * @ret_pence: (out): whole pence; untouched on failure
 *
 * Independent of the locale. Fails with %PLW_ERROR_SYNTAX (not an amount, more
 * than two decimals) or %PLW_ERROR_RANGE.
 */
bool plw_pence_parse (const char *text, PlwParseStyle style, int64_t *ret_pence, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_decimal_parse:
 * @text: a number with at most nine decimals
 * @ret_billionths: (out): the number in billionths; untouched on failure
 */
bool plw_decimal_parse (const char *text, PlwParseStyle style, int64_t *ret_billionths, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_pence_to_text:
 * Returns: (transfer full): pounds with two decimals, `-1234.50`; as in result tables
 */
char *plw_pence_to_text (int64_t pence) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_pence_to_plain_text:
 * Returns: (transfer full): the shortest exact form, `-1234.5` as `-1234.50`, `12` as `12`
 */
char *plw_pence_to_plain_text (int64_t pence) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_decimal_to_text:
 * Returns: (transfer full): the shortest exact form, `3.5`
 */
char *plw_decimal_to_text (int64_t billionths) G_GNUC_WARN_UNUSED_RESULT;

/**
 * PlwUnit: the unit in which money is shown.
 */
typedef enum
{
  PLW_UNIT_POUNDS,
  PLW_UNIT_THOUSANDS,
  PLW_UNIT_MILLIONS, /* shown with one decimal */
} PlwUnit;

/**
 * plw_unit_pence:
 * Returns: the pence in the smallest step @unit shows: 100, 100,000 and
 *   10,000,000 (tenths of a million)
 */
int64_t plw_unit_pence (PlwUnit unit);

/**
 * plw_unit_suffix:
 * Returns: (transfer none): `£`, `£k` or `£m`
 */
const char *plw_unit_suffix (PlwUnit unit);

/**
 * plw_steps_to_text:
 * @steps: a figure in steps of @unit, as plw_pence_round_rows() gives it
 * Returns: (transfer full): with thousands separators, `-1,234.5`
 */
char *plw_steps_to_text (int64_t steps, PlwUnit unit) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_pence_show:
 * Returns: (transfer full): one figure rounded on its own, half away from
 *   zero, in @unit with thousands separators and the minus sign first
 */
char *plw_pence_show (int64_t pence, PlwUnit unit) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_pence_show_short:
 * Returns: (transfer full): for headlines: `£41.2m`, `£950k`, `£1.25bn`, `£120`
 */
char *plw_pence_show_short (int64_t pence) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_pence_show_exact:
 * Returns: (transfer full): to the penny, with thousands separators and the minus
 *   sign first: `£1,234.56`
 */
char *plw_pence_show_exact (int64_t pence);

/**
 * plw_pence_round_rows:
 * @rows: pence
 * @unit: the unit to print in
 * @ret_steps: (out caller-allocates): @n_rows figures in steps of the unit
 *
 * Rounds a column so that the printed rows add up to the printed total (the
 * largest remainders are rounded up; ties go to the earlier row).
 *
 * Returns: the printed total in steps of the unit, the nearest to the true one
 */
int64_t plw_pence_round_rows (const int64_t *rows, size_t n_rows, PlwUnit unit, int64_t *ret_steps);

/**
 * plw_divide_round:
 * @denominator: above zero
 * Returns: the quotient rounded half away from zero, as ROUND in a spreadsheet
 */
int64_t plw_divide_round (__int128 numerator, int64_t denominator);

/**
 * plw_share_out:
 * @total: whole units to hand out, zero or more, at most the sum of @claims
 * @claims: zero or more each; in the order in which ties are decided
 * @ret_parts: (out caller-allocates): the parts, adding up to @total
 *
 * Hands out in proportion to the claims by largest remainder; no part exceeds
 * its claim.
 */
void plw_share_out (int64_t total, const int64_t *claims, size_t n_claims, int64_t *ret_parts);

G_END_DECLS
