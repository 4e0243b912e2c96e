/* plwu-shipped.h: the rows of a table of parameters that come with the program.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>
#include <placewright/plan.h>

G_BEGIN_DECLS

#define PLWU_TYPE_SHIPPED (plwu_shipped_get_type ())

G_DECLARE_FINAL_TYPE (PlwuShipped, plwu_shipped, PLWU, SHIPPED, AdwBin)

GtkWidget *plwu_shipped_new (PlwTableId table);

/**
 * plwu_shipped_set_search:
 * @text: only rows that hold it are listed; "": all
 */
void plwu_shipped_set_search (PlwuShipped *self, const char *text);

G_END_DECLS
