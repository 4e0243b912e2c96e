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

/**
 * plwu_application_note_session:
 *
 * Keeps what the windows show for the next start, in a moment.
 */
void plwu_application_note_session (PlwuApplication *self);

/**
 * plwu_application_keep_session:
 *
 * The same at once: a window is about to close.
 */
void plwu_application_keep_session (PlwuApplication *self);

G_END_DECLS
