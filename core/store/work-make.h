/* work-make.h: making a working copy, at once or when it is wanted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sql.h"
#include "store/work-base.h"
#include "store/work-copy.h"

#include <placewright/plan.h>

G_BEGIN_DECLS

/**
 * plw_work_make:
 * @plan: (nullable): what it is to hold, under a new identity, or
 * @from: (nullable): a database of which everything is copied
 * @marks: what it is to remember
 *
 * Where it fails, nothing is left behind.
 */
bool plw_work_make (const PlwPlan *plan,
                    PlwSql *from,
                    const PlwMarks *marks,
                    PlwWorkCopy **ret_work,
                    PlwSql **ret_sql,
                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* PlwWorkMaker: what was opened, for as long as there is no working copy of it. */
typedef struct _PlwWorkMaker PlwWorkMaker;

/**
 * plw_work_maker_new:
 * @bytes: (transfer full): what @from reads
 * @from: (transfer full): the checked database
 * @marks: copied; the hash is that of @bytes and need not be given
 */
PlwWorkMaker *plw_work_maker_new (GBytes *bytes,
                                  PlwSql *from,
                                  const PlwMarks *marks) G_GNUC_WARN_UNUSED_RESULT;

/* Begins in a thread of its own. */
void plw_work_maker_begin (PlwWorkMaker *self);

/**
 * plw_work_maker_finish:
 *
 * Waits for what was begun, or makes it now. After an error it can be asked again.
 */
bool plw_work_maker_finish (PlwWorkMaker *self, PlwWorkCopy **ret_work, PlwSql **ret_sql, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Of the bytes; NULL as long as nothing was made. */
const char *plw_work_maker_sha256 (const PlwWorkMaker *self);

/* A working copy that was made and not asked for is removed. */
void plw_work_maker_free (PlwWorkMaker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwWorkMaker, plw_work_maker_free)

G_END_DECLS
