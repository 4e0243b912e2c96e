/* plwu-status.h: the line at the foot of the window: checks, gap, reserves, saved or not.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "plwu-document.h"

G_BEGIN_DECLS

#define PLWU_TYPE_STATUS (plwu_status_get_type ())

G_DECLARE_FINAL_TYPE (PlwuStatus, plwu_status, PLWU, STATUS, AdwBin)

/**
 * plwu_status_set_document:
 * @document: (nullable)
 */
void plwu_status_set_document (PlwuStatus *self, PlwuDocument *document);

G_END_DECLS
