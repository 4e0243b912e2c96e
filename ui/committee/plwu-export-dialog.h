/* plwu-export-dialog.h: asks how a committee workbook is wanted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "jobs/plwu-paper-job.h"

G_BEGIN_DECLS

#define PLWU_EXPORT_RESPONSE "choose"

/**
 * plwu_export_dialog_new:
 * @options: what is chosen to begin with
 *
 * Its "response" is %PLWU_EXPORT_RESPONSE where it is wanted.
 */
GtkWidget *plwu_export_dialog_new (GtkWindow *parent, const PlwuWorkbookOptions *options);
void plwu_export_dialog_get_options (GtkWidget *dialog, PlwuWorkbookOptions *ret_options);

G_END_DECLS
