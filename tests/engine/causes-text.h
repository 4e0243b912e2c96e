/* causes-text.h: causes of a shortfall in a form that can be compared.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/explain.h>

G_BEGIN_DECLS

/* One cause in a line: `exhausted POT`, or `barred POT RULE only|too PENCE`, `only` where no other rule is
 * in the way.
 */
void causes_text_add (GString *text, const char *pot, const PlwCause *cause);

/**
 * causes_text:
 * Returns: (transfer full): what the engine says of a use and year, `-` for a cause without a pot
 */
char *causes_text (const PlwResult *result, size_t use, size_t year) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
