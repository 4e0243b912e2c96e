/* history.c: what can be undone and redone, derived from the change log.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/history.h"

static void
free_done (gpointer data)
{
  PlwDone *done = data;

  g_free (done->name);
  g_free (done);
}

PlwHistory *
plw_history_new (void)
{
  PlwHistory *history = g_new0 (PlwHistory, 1);

  history->undo = g_ptr_array_new_with_free_func (free_done);
  history->redo = g_ptr_array_new_with_free_func (free_done);
  return history;
}

void
plw_history_free (PlwHistory *history)
{
  if (history == NULL)
    return;
  g_ptr_array_unref (history->undo);
  g_ptr_array_unref (history->redo);
  g_free (history);
}

const PlwDone *
plw_history_top (const GPtrArray *stack)
{
  return stack->len > 0 ? g_ptr_array_index (stack, stack->len - 1) : NULL;
}

static bool
move_top (GPtrArray *from, GPtrArray *to, int64_t target)
{
  const PlwDone *top = plw_history_top (from);

  if (top == NULL || top->seq != target)
    return false;
  g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
  return true;
}

bool
plw_history_note (PlwHistory *history,
                  int64_t seq,
                  PlwEntryKind kind,
                  int64_t target,
                  const char *name,
                  bool has_steps)
{
  if (seq != history->last_seq + 1)
    return false;
  if (kind == PLW_ENTRY_UNDO && !move_top (history->undo, history->redo, target))
    return false;
  if (kind == PLW_ENTRY_REDO && !move_top (history->redo, history->undo, target))
    return false;
  if (kind == PLW_ENTRY_EDIT && target != 0)
    return false;
  if (kind == PLW_ENTRY_EDIT && has_steps)
    {
      PlwDone *done = g_new (PlwDone, 1);

      *done = (PlwDone){ seq, g_strdup (name) };
      g_ptr_array_add (history->undo, done);
      g_ptr_array_set_size (history->redo, 0);
    }
  history->last_seq = seq;
  return true;
}
