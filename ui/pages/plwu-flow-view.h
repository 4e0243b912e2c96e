/* plwu-flow-view.h: where the money of pots goes in a year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "plwu-document.h"

G_BEGIN_DECLS

#define PLWU_TYPE_FLOW_VIEW (plwu_flow_view_get_type ())

G_DECLARE_FINAL_TYPE (PlwuFlowView, plwu_flow_view, PLWU, FLOW_VIEW, AdwBin)

GtkWidget *plwu_flow_view_new (PlwuDocument *document);

G_END_DECLS
