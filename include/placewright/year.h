/* year.h: financial years.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <stdbool.h>

#include <glib.h>

G_BEGIN_DECLS

/* A financial year is the calendar year it starts in: 2026 is 2026/27. */
#define PLW_YEAR_MIN 1990
#define PLW_YEAR_MAX 2150

/* The least and most years a plan may cover (model, section 2). */
#define PLW_YEARS_LEAST 5
#define PLW_YEARS_MOST 30

/**
 * plw_year_parse:
 * @text: `2026/27`
 * @ret_year: (out): 2026; untouched on failure
 *
 * Strict: the two halves must follow each other.
 */
bool plw_year_parse (const char *text, int *ret_year);

/**
 * plw_year_to_text:
 * Returns: (transfer full): `2026/27`
 */
char *plw_year_to_text (int year) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_year_name:
 * Returns: (transfer none): the same, interned
 */
const char *plw_year_name (int year);

G_END_DECLS
