/* plwu-document-edit.c: edits, undo, redo and saving.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-document-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n.h>

/* How long an edit waits for a save under way. A save to a disk is done by
 * then; one to a slow share must not hold up the window.
 */
#define WAIT_FOR_SAVE_MS 500

/* What somebody who tests by killing the program needs to know: what it said
 * was safe. One line an event, with the number of the last entry of the log and
 * the plan's fingerprint; see tests/gui.
 */
void
plwu_document_open_ack_log (PlwuDocument *self)
{
  const char *path = g_getenv ("PLACEWRIGHT_ACK_LOG");

  if (path == NULL || *path == '\0')
    return;

  self->ack_fd = open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (self->ack_fd < 0)
    g_warning ("%s: %s", path, g_strerror (errno));
}

static int64_t
get_last_seq (PlwuDocument *self)
{
  g_autoptr (GPtrArray) entries = plw_store_history (self->store, 1, NULL);
  const PlwEntry *entry = entries != NULL && entries->len > 0 ? g_ptr_array_index (entries, 0) : NULL;

  return entry != NULL ? entry->seq : 0;
}

static void
write_ack (PlwuDocument *self, const char *event, const char *name)
{
  if (self->ack_fd < 0)
    return;

  g_autofree char *fingerprint = plw_plan_fingerprint (self->plan);
  g_autofree char *line =
      g_strdup_printf ("%s %" G_GINT64_FORMAT " %s %s\n", event, get_last_seq (self), fingerprint, name);

  if (write (self->ack_fd, line, strlen (line)) < 0)
    g_warning ("PLACEWRIGHT_ACK_LOG: %s", g_strerror (errno));
}

void
plwu_document_ack_opened (PlwuDocument *self)
{
  g_autofree char *recovered = g_strdup_printf ("%" G_GSIZE_FORMAT, plw_store_recovered (self->store));

  write_ack (self, "open", recovered);
}

/**
 * plwu_document_wait_for_store:
 *
 * Waits a little for a save under way.
 */
gboolean
plwu_document_wait_for_store (PlwuDocument *self, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + WAIT_FOR_SAVE_MS * G_TIME_SPAN_MILLISECOND;
  gboolean is_free;

  g_mutex_lock (&self->store_lock);
  while (self->is_store_busy)
    if (!g_cond_wait_until (&self->store_idle, &self->store_lock, deadline))
      break;
  is_free = !self->is_store_busy;
  g_mutex_unlock (&self->store_lock);

  if (!is_free)
    g_set_error_literal (error, PLW_ERROR, PLW_ERROR_IO,
                         _ ("The plan is still being saved; try again in a moment"));
  else if (self->store == NULL)
    g_set_error_literal (error, PLW_ERROR, PLW_ERROR_IO, _ ("The plan is closed"));

  return is_free && self->store != NULL;
}

/* A policy that the plan no longer has cannot be shown. */
static void
check_policy (PlwuDocument *self)
{
  size_t row;

  if (strcmp (self->policy, PLWU_POLICY_TODAY) != 0 && strcmp (self->policy, PLWU_POLICY_PLACEMAKING) != 0
      && !plw_plan_find_key (self->plan, PLW_TABLE_POLICIES, self->policy, &row))
    plwu_document_set_policy (self, PLWU_POLICY_TODAY);
}

/* What the disk holds; after a failure that may be more than was asked for. */
static void
reread_plan (PlwuDocument *self)
{
  plw_plan_free (self->plan);
  self->plan = plw_plan_copy (plw_store_plan (self->store));
}

static void
think (PlwuDocument *self)
{
  check_policy (self);
  plwu_document_resolve (self);
  plwu_document_evaluate (self);
}

static void
announce_plan (PlwuDocument *self)
{
  plwu_document_read_state (self);
  plwu_document_emit_plan_changed (self);
}

/* Returns: (transfer full) (nullable): NULL: the edit is to be taken as it is */
static PlwEdit *
give_reason (PlwuDocument *self, const PlwEdit *edit)
{
  const char *reason = plwu_document_get_reason (self);
  PlwEdit *copy;

  if (*reason == '\0' || plw_edit_reason (edit) != NULL)
    return NULL;
  copy = plw_edit_copy (edit);
  plw_edit_set_reason (copy, reason);
  return copy;
}

gboolean
plwu_document_commit (PlwuDocument *self, const PlwEdit *edit, GError **error)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  g_autoptr (PlwEdit) reasoned = give_reason (self, edit);

  if (reasoned != NULL)
    edit = reasoned;
  if (plw_edit_n_steps (edit) == 0)
    return TRUE;
  if (!plwu_document_wait_for_store (self, error))
    return FALSE;
  if (!plw_plan_apply (self->plan, edit, error))
    return FALSE;

  /* Results are worked out while the disk takes the edit; nothing is shown before it has. */
  think (self);
  write_ack (self, "begin", plw_edit_name (edit));
  if (!plw_store_commit (self->store, edit, error))
    {
      self->refused = self->generation;
      reread_plan (self);
      think (self);
      announce_plan (self);
      return FALSE;
    }
  write_ack (self, "commit", plw_edit_name (edit));

  announce_plan (self);
  return TRUE;
}

static gboolean
step_back_or_forth (PlwuDocument *self,
                    bool (*step) (PlwStore *, GError **),
                    const char *event,
                    GError **error)
{
  if (!plwu_document_wait_for_store (self, error))
    return FALSE;

  gboolean is_done = step (self->store, error);

  reread_plan (self);
  if (is_done)
    write_ack (self, event, "");
  think (self);
  announce_plan (self);

  return is_done;
}

gboolean
plwu_document_undo (PlwuDocument *self, GError **error)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), FALSE);

  return self->undo_name == NULL || step_back_or_forth (self, plw_store_undo, "undo", error);
}

gboolean
plwu_document_redo (PlwuDocument *self, GError **error)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), FALSE);

  return self->redo_name == NULL || step_back_or_forth (self, plw_store_redo, "redo", error);
}

size_t
plwu_document_get_recovered (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), 0);

  return self->store != NULL ? plw_store_recovered (self->store) : 0;
}

gboolean
plwu_document_parse_cell (PlwuDocument *self,
                          PlwTableId table,
                          size_t column,
                          const char *text,
                          PlwValue *ret_value,
                          char **ret_remedy,
                          GError **error)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), FALSE);

  return plw_plan_parse_cell (self->plan, table, column, text, PLW_PARSE_ENTRY, ret_value, ret_remedy, error);
}

char *
plwu_document_value_to_text (PlwuDocument *self, PlwTableId table, size_t row, size_t column, PlwValue value)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  PlwValue kept = plw_plan_get (self->plan, table, row, column);

  plw_plan_set (self->plan, table, row, column, value);
  char *text = plw_plan_cell_to_text (self->plan, table, row, column);
  plw_plan_set (self->plan, table, row, column, kept);

  return text;
}

typedef struct
{
  char *path;
  gboolean force;
  gboolean has_started;
} SaveRequest;

static void
free_save_request (gpointer data)
{
  SaveRequest *request = data;

  g_free (request->path);
  g_free (request);
}

static void
save_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PlwuDocument *self = source;
  SaveRequest *request = task_data;
  GError *error = NULL;
  bool is_done = plw_store_save (self->store, request->path, request->force, &error);

  g_mutex_lock (&self->store_lock);
  self->is_store_busy = FALSE;
  g_cond_broadcast (&self->store_idle);
  g_mutex_unlock (&self->store_lock);

  if (is_done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
plwu_document_save_async (PlwuDocument *self,
                          const char *path,
                          gboolean force,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (PLWU_IS_DOCUMENT (self));

  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  SaveRequest *request = g_new0 (SaveRequest, 1);
  GError *error = NULL;

  request->path = g_strdup (path);
  request->force = force;
  g_task_set_source_tag (task, plwu_document_save_async);
  g_task_set_task_data (task, request, free_save_request);

  if (self->is_saving || !plwu_document_wait_for_store (self, &error))
    {
      if (error == NULL)
        g_set_error_literal (&error, PLW_ERROR, PLW_ERROR_IO, _ ("The plan is already being saved"));
      g_task_return_error (task, error);
      return;
    }

  request->has_started = TRUE;
  self->is_saving = TRUE;
  self->is_store_busy = TRUE;
  g_signal_emit_by_name (self, "state-changed");
  g_task_run_in_thread (task, save_worker);
}

gboolean
plwu_document_save_finish (PlwuDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  SaveRequest *request = g_task_get_task_data (G_TASK (result));

  if (request->has_started)
    {
      self->is_saving = FALSE;
      plwu_document_read_state (self);
    }
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
plwu_document_close (PlwuDocument *self, gboolean discard)
{
  g_return_if_fail (PLWU_IS_DOCUMENT (self));
  g_return_if_fail (!self->is_saving);

  if (self->store == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->prepare_id, g_source_remove);
  if (discard)
    plw_store_discard (self->store);
  g_clear_pointer (&self->store, plw_store_free);
}
