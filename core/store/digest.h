/* digest.h: a SHA-256 over everything a plan file says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sql.h"

G_BEGIN_DECLS

/**
 * plw_digest:
 *
 * Over every table in the order of their names, every row in the order of its
 * key, every value with its type; all but the digest in `meta` itself and the
 * `local` table. It knows no schema, so it is the same for every version of the
 * format; the schema must have been checked before.
 *
 * Returns: (transfer full) (nullable): in hexadecimal
 */
char *plw_digest (PlwSql *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
