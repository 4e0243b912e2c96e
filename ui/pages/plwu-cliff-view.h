/* plwu-cliff-view.h: when pots end, and what they hold up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "plwu-document.h"

G_BEGIN_DECLS

#define PLWU_TYPE_CLIFF_VIEW (plwu_cliff_view_get_type ())

G_DECLARE_FINAL_TYPE (PlwuCliffView, plwu_cliff_view, PLWU, CLIFF_VIEW, AdwBin)

GtkWidget *plwu_cliff_view_new (PlwuDocument *document);

G_END_DECLS
