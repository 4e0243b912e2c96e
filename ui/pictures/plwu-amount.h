/* plwu-amount.h: amounts of a picture in one unit, so that what is printed adds up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include <placewright/number.h>

G_BEGIN_DECLS

/**
 * plwu_amount_choose_unit:
 * @most: pence of the largest amount to be shown
 */
PlwUnit plwu_amount_choose_unit (gint64 most);

/**
 * plwu_amount_show_steps:
 * @steps: as plw_pence_round_rows() gives them
 * Returns: (transfer full): `£3,998.2m`, `-£12k`, `£950`
 */
char *plwu_amount_show_steps (gint64 steps, PlwUnit unit) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_amount_show_number:
 * Returns: (transfer full): with @n_decimals and a full stop, as amounts have it, whatever the locale
 */
char *plwu_amount_show_number (double number, int n_decimals) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
