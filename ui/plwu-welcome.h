/* plwu-welcome.h: the first page of a window without a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLWU_TYPE_WELCOME (plwu_welcome_get_type ())

/**
 * PlwuWelcome:
 *
 * Offers to open a plan, recent ones and copies of the examples.
 */
G_DECLARE_FINAL_TYPE (PlwuWelcome, plwu_welcome, PLWU, WELCOME, AdwBin)

G_END_DECLS
