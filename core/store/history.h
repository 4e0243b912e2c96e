/* history.h: what can be undone and redone, derived from the change log.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An edit is pushed to undo and clears redo; an undo moves the top of undo to
 * redo; a redo moves the top of redo back. An edit without steps is a remark and
 * does neither. Nothing else is kept: replaying the log gives both stacks.
 */
#pragma once

#include <placewright/store.h>

G_BEGIN_DECLS

typedef struct
{
  int64_t seq;
  char *name;
} PlwDone;

typedef struct
{
  GPtrArray *undo; /* of PlwDone, the top last */
  GPtrArray *redo;
  int64_t last_seq;
} PlwHistory;

PlwHistory *plw_history_new (void);
void plw_history_free (PlwHistory *history);

/* The top of a stack; NULL where it is empty. */
const PlwDone *plw_history_top (const GPtrArray *stack);

/**
 * plw_history_note:
 * @has_steps: for an edit, whether it changed anything
 *
 * Takes the next entry of the log.
 *
 * Returns: false, and nothing is changed, where it does not follow
 */
bool plw_history_note (PlwHistory *history,
                       int64_t seq,
                       PlwEntryKind kind,
                       int64_t target,
                       const char *name,
                       bool has_steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwHistory, plw_history_free)

G_END_DECLS
