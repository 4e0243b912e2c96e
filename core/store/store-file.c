/* store-file.c: a plan in a private working copy, durable edit by edit.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When an edit's transaction ends in an error it may still have been committed
 * (the error may come from synchronising the folder, after the fact). So after
 * every error the connection is closed, opened again and asked how far the log
 * goes. Is the entry there, one more transaction has to succeed before it counts
 * as safe; is nothing to be read at all, the entry is in doubt and everything
 * else waits until it can be.
 */
#include "store/store-private.h"

#include "base/i18n.h"
#include "plan/plan-private.h"
#include "store/hostile.h"
#include "store/sql-cell.h"
#include "store/sql-copy.h"
#include "store/sql-log.h"
#include "store/sql-plan.h"
#include "store/sql-schema.h"
#include "store/sql-version.h"
#include "store/work-base.h"
#include "store/work-copy.h"
#include "store/work-make.h"

#include <string.h>

typedef struct
{
  PlwStore parent;
  PlwWorkMaker *maker;  /* nullable: what was opened, until the working copy is first wanted */
  PlwWorkCopy *work;    /* nullable: as long as there is a maker */
  PlwSql *sql;          /* nullable: NULL after an error, until it can be opened again */
  bool has_stale_marks; /* the working copy does not know of the last save */
} FileStore;

static bool
reopen (FileStore *file, GError **error)
{
  g_clear_pointer (&file->sql, plw_sql_close);
  file->sql = plw_work_base_open (file->work->database, error);
  return file->sql != NULL;
}

static bool
ensure_open (FileStore *file, GError **error)
{
  if (file->maker == NULL)
    return file->sql != NULL || reopen (file, error);
  if (!plw_work_maker_finish (file->maker, &file->work, &file->sql, error))
    return false;
  file->parent.sha256 = g_strdup (plw_work_maker_sha256 (file->maker));
  g_clear_pointer (&file->maker, plw_work_maker_free);
  return true;
}

/* Ends a transaction, whatever came of it. */
static bool
end (FileStore *file, bool is_right, GError **error)
{
  return is_right && plw_sql_exec (file->sql, "COMMIT", error);
}

static bool
read_ends (FileStore *file, int64_t *ret_seq, int64_t *ret_version, GError **error)
{
  return ensure_open (file, error) && reopen (file, error)
         && plw_work_base_read_ends (file->sql, ret_seq, ret_version, error);
}

/* A transaction of its own carries with it all that came before. */
static bool
confirm (FileStore *file)
{
  g_autofree char *text = g_uuid_string_random ();

  return plw_sql_set_key (file->sql, "local", "confirmed", text, NULL);
}

/* What became of entry @seq, or of version @version, after an error. */
static PlwOutcome
find_outcome (FileStore *file, int64_t seq, int64_t version)
{
  int64_t last_seq;
  int64_t last_version;

  if (!read_ends (file, &last_seq, &last_version, NULL))
    {
      g_clear_pointer (&file->sql, plw_sql_close);
      return PLW_OUTCOME_UNKNOWN;
    }
  if (last_seq < seq || last_version < version)
    return PLW_OUTCOME_REFUSED;
  if (confirm (file))
    return PLW_OUTCOME_KEPT;
  /* To be opened afresh when it is next needed. */
  g_clear_pointer (&file->sql, plw_sql_close);
  return PLW_OUTCOME_UNSURE;
}

/* Says what happened, unless it went well in the end. */
static PlwOutcome
report (PlwOutcome outcome, GError *failure, GError **error)
{
  if (outcome == PLW_OUTCOME_UNSURE)
    g_set_error (error, PLW_ERROR, PLW_ERROR_IO,
                 _ ("The change was made, but the disk did not confirm that it is safe: %s"),
                 failure->message);
  else if (outcome == PLW_OUTCOME_UNKNOWN)
    g_set_error (error, PLW_ERROR, PLW_ERROR_IO,
                 _ ("Whether the change was made will only be known when the disk can be read again: %s"),
                 failure->message);
  else if (outcome == PLW_OUTCOME_REFUSED)
    {
      g_propagate_error (error, failure);
      return outcome;
    }
  g_error_free (failure);
  return outcome;
}

/* Both notes only spare a question after a crash: that the disk of the working
 * copy is full must not keep a plan from being saved elsewhere. The second is
 * written with the next edit if it could not be at once.
 */
static void
note_saving (PlwStore *store, const char *path, const char *sha256)
{
  FileStore *file = (FileStore *) store;
  PlwMarks marks = { (char *) path, (char *) sha256, store->history->last_seq, store->last_version };

  if (ensure_open (file, NULL) && !plw_work_base_write_intent (file->sql, &marks, NULL))
    g_clear_pointer (&file->sql, plw_sql_close);
}

static void
note_saved (PlwStore *store)
{
  FileStore *file = (FileStore *) store;
  PlwMarks marks = { store->path, store->sha256, store->saved_seq, store->saved_version };

  file->has_stale_marks = !ensure_open (file, NULL) || !plw_work_base_write_marks (file->sql, &marks, NULL);
  if (file->has_stale_marks)
    g_clear_pointer (&file->sql, plw_sql_close);
}

static PlwOutcome
keep (PlwStore *store, const PlwEntry *entry, int base_year, GError **error)
{
  FileStore *file = (FileStore *) store;
  g_autoptr (GError) local = NULL;

  if (file->has_stale_marks)
    note_saved (store);
  if (!ensure_open (file, error))
    return PLW_OUTCOME_REFUSED;
  if (end (file,
           plw_sql_exec (file->sql, "BEGIN IMMEDIATE", &local)
               && plw_sql_apply (file->sql, store->plan, entry->edit, base_year, &local)
               && plw_sql_append_entry (file->sql, entry, &local),
           &local))
    return PLW_OUTCOME_KEPT;

  return report (find_outcome (file, entry->seq, 0), g_steal_pointer (&local), error);
}

static bool
settle (PlwStore *store, int64_t *ret_seq, int64_t *ret_version, GError **error)
{
  return read_ends ((FileStore *) store, ret_seq, ret_version, error);
}

static PlwEdit *
read_edit (PlwStore *store, int64_t seq, GError **error)
{
  FileStore *file = (FileStore *) store;

  return ensure_open (file, error) ? plw_sql_read_edit (file->sql, seq, error) : NULL;
}

static GPtrArray *
read_log (PlwStore *store, size_t most, GError **error)
{
  FileStore *file = (FileStore *) store;

  return ensure_open (file, error) ? plw_sql_read_log (file->sql, most, error) : NULL;
}

static PlwOutcome
add_version (PlwStore *store, const PlwVersion *version, GError **error)
{
  FileStore *file = (FileStore *) store;
  g_autoptr (GError) local = NULL;

  if (!ensure_open (file, error))
    return PLW_OUTCOME_REFUSED;
  if (end (file,
           plw_sql_exec (file->sql, "BEGIN IMMEDIATE", &local)
               && plw_sql_add_version (file->sql, version, store->plan, &local),
           &local))
    return PLW_OUTCOME_KEPT;

  return report (find_outcome (file, 0, version->id), g_steal_pointer (&local), error);
}

static GPtrArray *
read_versions (PlwStore *store, GError **error)
{
  FileStore *file = (FileStore *) store;

  return ensure_open (file, error) ? plw_sql_read_versions (file->sql, error) : NULL;
}

static PlwPlan *
read_version_plan (PlwStore *store, int64_t id, GError **error)
{
  FileStore *file = (FileStore *) store;

  return ensure_open (file, error) ? plw_sql_read_version_plan (file->sql, id, error) : NULL;
}

static GBytes *
image (PlwStore *store, GError **error)
{
  FileStore *file = (FileStore *) store;
  g_autoptr (PlwSql) sql = plw_sql_open (NULL, _ ("The plan could not be written"), error);

  if (sql == NULL || !ensure_open (file, error) || !plw_sql_create (sql, false, error)
      || !plw_sql_exec (sql, "BEGIN", error) || !plw_sql_copy (file->sql, sql, PLW_SQL_GAP_FILE, error)
      || !plw_sql_exec (sql, "COMMIT", error))
    return NULL;
  return plw_sql_seal (sql, error);
}

static void
prepare (PlwStore *store)
{
  FileStore *file = (FileStore *) store;

  if (file->maker != NULL)
    plw_work_maker_begin (file->maker);
}

static void
close_store (PlwStore *store, bool is_kept)
{
  FileStore *file = (FileStore *) store;

  if (is_kept && file->has_stale_marks)
    note_saved (store);
  g_clear_pointer (&file->maker, plw_work_maker_free);
  if (file->work == NULL)
    return;
  g_clear_pointer (&file->sql, plw_sql_close);
  if (is_kept)
    plw_work_copy_free (file->work);
  else
    plw_work_copy_remove (file->work);
}

static const PlwStoreClass file_class = {
  .keep = keep,
  .settle = settle,
  .read_edit = read_edit,
  .read_log = read_log,
  .add_version = add_version,
  .read_versions = read_versions,
  .read_version_plan = read_version_plan,
  .image = image,
  .note_saving = note_saving,
  .note_saved = note_saved,
  .prepare = prepare,
  .close = close_store,
};

/* A store without a working copy yet.
 *
 * @sql: what holds the plan
 * @known: (transfer full) (nullable): that plan, where it was read already
 */
static FileStore *
load (PlwSql *sql, PlwPlan *known, const PlwMarks *marks, GError **error)
{
  g_autofree char *uuid = plw_sql_get_key (sql, "meta", "uuid", error);
  g_autoptr (PlwPlan) plan = known != NULL || uuid == NULL ? known : plw_sql_read_plan (sql, error);
  g_autoptr (PlwHistory) history = plan != NULL && uuid != NULL ? plw_sql_read_history (sql, error) : NULL;
  int64_t last_seq;
  int64_t last_version;

  if (uuid == NULL && error != NULL && *error == NULL)
    plw_sql_fail_content (sql, "meta", 0, "uuid", error);
  if (history == NULL || !plw_work_base_read_ends (sql, &last_seq, &last_version, error))
    return NULL;

  /* Copies want it, and this may be a thread that nobody waits for. */
  plw_plan_index_all (plan);

  FileStore *file = g_new0 (FileStore, 1);
  plw_store_init (&file->parent, &file_class, g_steal_pointer (&plan), g_steal_pointer (&history));
  file->parent.uuid = g_steal_pointer (&uuid);
  file->parent.last_version = last_version;
  file->parent.path = g_strdup (marks->path);
  file->parent.sha256 = g_strdup (marks->sha256);
  file->parent.saved_seq = marks->seq;
  file->parent.saved_version = marks->version;
  return file;
}

/* @work, @sql: (transfer full): a working copy that holds a plan */
static PlwStore *
load_work (PlwWorkCopy *work, PlwSql *sql, GError **error)
{
  g_auto (PlwMarks) marks = { 0 };
  FileStore *file = plw_work_base_read_marks (sql, &marks, error) ? load (sql, NULL, &marks, error) : NULL;

  if (file == NULL)
    {
      plw_sql_close (sql);
      plw_work_copy_free (work);
      return NULL;
    }
  file->work = work;
  file->sql = sql;
  return &file->parent;
}

PlwStore *
plw_store_new_file (const PlwPlan *plan, const char *origin, GError **error)
{
  static const PlwMarks no_marks = { 0 };

  g_return_val_if_fail (plan != NULL, NULL);

  if (!plw_plan_is_sound (plan, error) || !plw_words_are_sound (origin, error))
    return NULL;

  PlwWorkCopy *work;
  PlwSql *sql;
  g_autoptr (PlwStore) store =
      plw_work_make (plan, NULL, &no_marks, &work, &sql, error) ? load_work (work, sql, error) : NULL;

  if (store == NULL || (origin != NULL && !plw_store_keep_remark (store, origin, error)))
    {
      if (store != NULL)
        plw_store_discard (store);
      return NULL;
    }
  return g_steal_pointer (&store);
}

/* Whether a working copy that nobody holds has anything the user's file has not. */
static bool
has_unsaved (PlwWorkCopy *work, char **ret_path)
{
  g_autoptr (PlwSql) sql = plw_work_base_open (work->database, NULL);
  g_auto (PlwMarks) marks = { 0 };
  int64_t seq;
  int64_t version;

  *ret_path = NULL;
  /* What cannot be read is not for us to throw away. */
  if (sql == NULL || !plw_work_base_read_marks (sql, &marks, NULL)
      || !plw_work_base_read_ends (sql, &seq, &version, NULL))
    return true;
  *ret_path = g_steal_pointer (&marks.path);
  return seq != marks.seq || version != marks.version;
}

/* Takes the next working copy that was left with unsaved edits; removes those
 * without. NULL at the end of @folders.
 */
static PlwWorkCopy *
take_next (GPtrArray *folders, guint *index, char **ret_path)
{
  while (*index < folders->len)
    {
      PlwWorkCopy *work = plw_work_copy_take (g_ptr_array_index (folders, (*index)++), NULL);
      g_autofree char *path = NULL;

      if (work == NULL)
        continue;
      if (!plw_work_base_is_blank (work->database) && has_unsaved (work, &path))
        {
          *ret_path = g_steal_pointer (&path);
          return work;
        }
      plw_work_copy_remove (work);
    }
  return NULL;
}

GPtrArray *
plw_store_recoverable (void)
{
  GPtrArray *left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) folders = plw_work_copy_list ();
  guint index = 0;

  for (;;)
    {
      g_autofree char *path = NULL;
      g_autoptr (PlwWorkCopy) work = take_next (folders, &index, &path);

      if (work == NULL)
        return left;
      g_ptr_array_add (left, g_strdup (work->folder));
    }
}

/* @work: (transfer full) */
static PlwStore *
recover (PlwWorkCopy *work, GError **error)
{
  PlwSql *sql = plw_work_base_open (work->database, error);

  if (sql == NULL)
    {
      plw_work_copy_free (work);
      return NULL;
    }

  PlwStore *store = load_work (work, sql, error);
  if (store != NULL)
    store->n_recovered = (size_t) MAX (store->history->last_seq - store->saved_seq, 0);
  return store;
}

PlwStore *
plw_store_recover (const char *work_path, GError **error)
{
  g_return_val_if_fail (work_path != NULL, NULL);

  PlwWorkCopy *work = plw_work_copy_take (work_path, error);
  return work != NULL ? recover (work, error) : NULL;
}

static PlwWorkCopy *
find_left (const char *path)
{
  g_autoptr (GPtrArray) folders = plw_work_copy_list ();
  guint index = 0;

  for (;;)
    {
      g_autofree char *left_path = NULL;
      g_autoptr (PlwWorkCopy) work = take_next (folders, &index, &left_path);

      if (work == NULL)
        return NULL;
      if (g_strcmp0 (left_path, path) == 0)
        return g_steal_pointer (&work);
    }
}

static PlwStore *
open_received (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = plw_read_file (path, error);
  g_autoptr (PlwPlan) plan = NULL;
  g_autoptr (PlwSql) received = bytes != NULL ? plw_hostile_open (bytes, false, &plan, error) : NULL;
  g_auto (PlwMarks) marks = { 0 };

  if (received == NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      if (bytes != NULL)
        g_prefix_error (error, _ ("“%s” cannot be opened: "), name);
      return NULL;
    }
  marks.path = g_strdup (path);
  if (!plw_work_base_read_ends (received, &marks.seq, &marks.version, error))
    return NULL;

  FileStore *file = load (received, g_steal_pointer (&plan), &marks, error);

  if (file == NULL)
    return NULL;
  file->maker = plw_work_maker_new (g_steal_pointer (&bytes), g_steal_pointer (&received), &marks);
  return &file->parent;
}

PlwStore *
plw_store_open (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autofree char *resolved = plw_resolve_path (path);
  PlwWorkCopy *left = find_left (resolved);

  PlwStore *store = left != NULL ? recover (left, NULL) : NULL;

  /* A working copy that is damaged itself stays, and stays in plw_store_recoverable(). */
  return store != NULL ? store : open_received (resolved, error);
}
