/* plwu-prevention-text.h: what programmes cost and save, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <placewright/prevention.h>

G_BEGIN_DECLS

/* All of these take a programme as plw_result_programme() does; SIZE_MAX: all together. */

const PlwProgramme *plwu_prevention_get (const PlwResult *result, size_t programme);

/**
 * plwu_prevention_name:
 * Returns: (transfer none): what people call it
 */
const char *plwu_prevention_name (const PlwResult *result, size_t programme);

int64_t plwu_prevention_sum (const PlwResult *result, const int64_t *years);

/**
 * plwu_prevention_title:
 * Returns: (transfer full): whether and when it pays back, in ten words or fewer
 */
char *plwu_prevention_title (const PlwResult *result, size_t programme) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_prevention_sentence:
 * Returns: (transfer full): whether it passes on value and as a saving, whether it is
 *   funded and whether the reserve can carry it
 */
char *plwu_prevention_sentence (const PlwResult *result, size_t programme) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_prevention_partner_title:
 * Returns: (transfer full): who gains most and who loses most, in ten words or fewer
 */
char *plwu_prevention_partner_title (const PlwResult *result, size_t programme) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_prevention_transfer:
 * Returns: (transfer full): “NHS Lancashire pays Lancashire County Council £1.2m”
 */
char *plwu_prevention_transfer (const PlwResult *result,
                                size_t programme,
                                const PlwTransfer *transfer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_prevention_no_transfer:
 * @has_settled: what plw_result_transfers() returned
 *
 * Returns: (transfer full): why there are no payments
 */
char *plwu_prevention_no_transfer (const PlwResult *result,
                                   size_t programme,
                                   gboolean has_settled) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
