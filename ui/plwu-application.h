/* plwu-application.h: the program: its windows and what belongs to all of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLWU_APPLICATION_ID "uk.placewright.Placewright"

#define PLWU_TYPE_APPLICATION (plwu_application_get_type ())

G_DECLARE_FINAL_TYPE (PlwuApplication, plwu_application, PLWU, APPLICATION, AdwApplication)

PlwuApplication *plwu_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
