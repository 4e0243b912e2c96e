/* plwu-headline.h: one figure in large type with what it is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLWU_TYPE_HEADLINE (plwu_headline_get_type ())

G_DECLARE_FINAL_TYPE (PlwuHeadline, plwu_headline, PLWU, HEADLINE, AdwBin)

/**
 * plwu_headline_set:
 * @title: what it is
 * @figure: the figure
 * @note: what it is to be seen against
 * @is_bad: whether it is a gap; said by colour beside the words
 */
void plwu_headline_set (PlwuHeadline *self,
                        const char *title,
                        const char *figure,
                        const char *note,
                        gboolean is_bad);

G_END_DECLS
