/* store.h: where a plan lives: its edits, its history, its versions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One interface; behind it a plan file with a private working copy, or memory
 * (the reference in tests). A store for a shared server must fit behind it
 * without touching anything else.
 *
 * A store is used from one thread at a time.
 */
#pragma once

#include <placewright/edit.h>

G_BEGIN_DECLS

typedef struct _PlwStore PlwStore;

typedef enum
{
  PLW_ENTRY_EDIT,
  PLW_ENTRY_UNDO,
  PLW_ENTRY_REDO,
} PlwEntryKind;

/**
 * PlwEntry: one entry of the change log. The log only grows: an undo is an
 * entry of its own that points at what it took back.
 * @seq: 1, 2, 3 ...
 * @target: for undo and redo, the entry taken back or done again; else 0
 * @when: seconds since 1970, UTC; for people, never for ordering
 * @name: what was done; @reason: (nullable): why
 */
typedef struct
{
  int64_t seq;
  PlwEntryKind kind;
  int64_t target;
  int64_t when;
  char *who;
  char *name;
  char *reason;
  PlwEdit *edit;
} PlwEntry;

void plw_entry_free (PlwEntry *entry);

/**
 * PlwVersion: a named snapshot of the plan, kept inside it.
 */
typedef struct
{
  int64_t id;
  int64_t when;
  char *who;
  char *name;
  char *note;
} PlwVersion;

void plw_version_free (PlwVersion *version);

/**
 * plw_store_new_memory:
 * @plan: (transfer none): copied
 */
PlwStore *plw_store_new_memory (const PlwPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_store_new_file:
 * @plan: (transfer none): copied
 * @origin: (nullable): a few words on where it comes from, for the log
 *
 * A new working copy in the state directory that belongs to no file yet.
 */
PlwStore *plw_store_new_file (const PlwPlan *plan,
                              const char *origin,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_store_open:
 * @path: a `.placewright` file
 *
 * Reads the file whole and treats it as hostile. It is rebuilt in a working copy
 * when that is first wanted: see plw_store_prepare(). If a working copy of this
 * very file was left by a crash, that is opened instead and plw_store_recovered()
 * says so. Fails with %PLW_ERROR_IO,
 * %PLW_ERROR_FORMAT or %PLW_ERROR_NEWER.
 */
PlwStore *plw_store_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_store_open_bytes:
 *
 * The same from memory, into an in-memory store: for checking and for reading
 * only. Leaves nothing on disk.
 */
PlwStore *plw_store_open_bytes (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_store_prepare:
 *
 * Begins to make the working copy of a file that was opened, in the background,
 * so that the first edit need not wait for it. What goes wrong is said by
 * whatever needs the copy first, which then tries again.
 */
void plw_store_prepare (PlwStore *store);

/**
 * plw_store_recoverable:
 * Returns: (transfer full) (element-type utf8): the working copies that a crash
 *   left behind: paths for plw_store_recover()
 */
GPtrArray *plw_store_recoverable (void) G_GNUC_WARN_UNUSED_RESULT;
PlwStore *plw_store_recover (const char *work_path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_store_free:
 *
 * Closes. A working copy with unsaved edits is kept for plw_store_recover()
 * unless plw_store_discard() was called; one without is removed.
 */
void plw_store_free (PlwStore *store);
void plw_store_discard (PlwStore *store);

/**
 * plw_store_plan:
 * Returns: (transfer none): the plan as it is now
 */
const PlwPlan *plw_store_plan (const PlwStore *store);

/**
 * plw_store_set_author:
 * @who: whose name the log bears; the login name unless set
 */
void plw_store_set_author (PlwStore *store, const char *who);

/**
 * plw_store_commit:
 *
 * Applies an edit to the plan and logs it in one transaction. When it returns
 * true the edit is on disk. On failure nothing has changed; only where the disk
 * itself failed (%PLW_ERROR_IO) may the edit stand, and the error then says so.
 * Whatever happened, plw_store_plan() shows what the disk holds. Undo and redo
 * keep to the same.
 *
 * Fails with %PLW_ERROR_RANGE where the edit brings in what no file can hold.
 * An edit without steps is no edit: true, and no trace of it.
 */
bool plw_store_commit (PlwStore *store, const PlwEdit *edit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_store_undo_name, plw_store_redo_name:
 * Returns: (transfer none) (nullable): the name of what would be undone or
 *   done again; NULL where there is nothing
 */
const char *plw_store_undo_name (const PlwStore *store);
const char *plw_store_redo_name (const PlwStore *store);
bool plw_store_undo (PlwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
bool plw_store_redo (PlwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_store_history:
 * @most: how many at most, newest first; 0: all
 * Returns: (transfer full) (element-type PlwEntry)
 */
GPtrArray *plw_store_history (PlwStore *store, size_t most, GError **error) G_GNUC_WARN_UNUSED_RESULT;

bool plw_store_name_version (PlwStore *store, const char *name, const char *note, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_store_versions:
 * Returns: (transfer full) (element-type PlwVersion): newest first
 */
GPtrArray *plw_store_versions (PlwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
PlwPlan *plw_store_version_plan (PlwStore *store, int64_t id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_store_path:
 * Returns: (transfer none) (nullable): the user's file; NULL before the first save
 */
const char *plw_store_path (const PlwStore *store);

/**
 * plw_store_is_dirty:
 * Returns: whether there are edits that the user's file does not have
 */
bool plw_store_is_dirty (const PlwStore *store);

/**
 * plw_store_recovered:
 * Returns: how many unsaved edits were found again after a crash
 */
size_t plw_store_recovered (const PlwStore *store);

/**
 * plw_store_save:
 * @path: (nullable): where to; NULL: the file it was opened from
 * @force: replace the file although it changed underneath
 *
 * Replaces the whole file durably or changes nothing, reads it back and
 * compares before it returns true. Fails with %PLW_ERROR_CHANGED where somebody
 * else changed the file since it was opened or saved.
 *
 * What is saved, and what it replaces, is kept among the generations; where the
 * state directory has no room for that, the file is saved all the same.
 */
bool plw_store_save (PlwStore *store, const char *path, bool force, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_store_generations:
 * Returns: (transfer full) (element-type utf8): paths of the last saved
 *   generations of the user's file, newest first
 */
GPtrArray *plw_store_generations (const PlwStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwEntry, plw_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwVersion, plw_version_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwStore, plw_store_free)

G_END_DECLS
