/* sha256.h: SHA-256, in hexadecimal.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By nettle, which uses the processor's own instructions: ten times as fast as GLib's, and a plan is
 * summed whenever it is opened or saved.
 */
#pragma once

#include <glib.h>

#include <stddef.h>

G_BEGIN_DECLS

typedef struct _PlwSha256 PlwSha256;

/** Returns: (transfer full): a sum of nothing yet; to be ended by plw_sha256_end() or freed */
PlwSha256 *plw_sha256_new (void) G_GNUC_WARN_UNUSED_RESULT;

void plw_sha256_free (PlwSha256 *self);

void plw_sha256_add (PlwSha256 *self, const void *bytes, size_t n_bytes);

/**
 * plw_sha256_end:
 * @self: (transfer none): begins anew
 *
 * Returns: (transfer full): 64 digits in lower case, of all that was added
 */
char *plw_sha256_end (PlwSha256 *self) G_GNUC_WARN_UNUSED_RESULT;

/** Returns: (transfer full): 64 digits, of @bytes alone */
char *plw_sha256_of_bytes (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

/** Returns: (transfer full): 64 digits, of @text without its end */
char *plw_sha256_of_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwSha256, plw_sha256_free)

G_END_DECLS
