/* plwu-typed.h: what people type where a short list of words may stand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/schema.h>

#include <glib.h>

G_BEGIN_DECLS

/**
 * plwu_typed_list_choices:
 * Returns: (transfer full): the words for the choices of @column, for a sentence
 */
char *plwu_typed_list_choices (const PlwColumn *column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_typed_read_choice:
 * @text: a choice as plans hold it, its word, or a beginning that only one has
 * @ret_choice: (out) (transfer none): the choice as plans hold it
 * @ret_why: (out) (transfer full): what is wrong and what would be right
 *
 * Returns: FALSE where @text is none of the choices
 */
gboolean plwu_typed_read_choice (const PlwColumn *column,
                                 const char *text,
                                 const char **ret_choice,
                                 char **ret_why);

/**
 * plwu_typed_read_yesno:
 * Returns: (transfer none): yes or no as plans hold them; @text where it is neither
 */
const char *plwu_typed_read_yesno (const char *text);

G_END_DECLS
