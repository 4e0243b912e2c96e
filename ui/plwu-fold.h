/* plwu-fold.h: texts compared as people do: case, accents and white space do not count.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plwu_fold:
 * Returns: (transfer full): the text without case, accents and needless white space
 */
char *plwu_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

gboolean plwu_fold_equal (const char *a, const char *b);

G_END_DECLS
