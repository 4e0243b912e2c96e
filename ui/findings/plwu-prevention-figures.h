/* plwu-prevention-figures.h: what programmes cost and save, put into pictures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/prevention.h>

#include "pictures/plwu-partners.h"
#include "pictures/plwu-valley.h"

G_BEGIN_DECLS

/**
 * plwu_prevention_show_years:
 * @programme: as plw_result_programme() counts; SIZE_MAX: all together
 *
 * What is spent and what comes back: the valley.
 */
void plwu_prevention_show_years (PlwuValley *drawing, const PlwResult *result, size_t programme);

/**
 * plwu_prevention_show_positions:
 * @programme: as plw_result_programme() counts; SIZE_MAX: all together
 * @context: scenario and policy; said with the programme and what the figures are
 * @ret_partners: (nullable) (element-type size_t): becomes the partner of each bar given,
 *   as plw_result_partner() counts
 *
 * What each partner pays and gains; those that do neither are left out.
 */
void plwu_prevention_show_positions (PlwuPartners *drawing,
                                     const PlwResult *result,
                                     size_t programme,
                                     const char *context,
                                     GArray *ret_partners);

G_END_DECLS
