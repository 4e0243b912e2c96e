/* store.c: the rules every store keeps, and the way to its functions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/store-private.h"

#include "base/i18n.h"
#include "store/sql-cell.h"

void
plw_entry_free (PlwEntry *entry)
{
  if (entry == NULL)
    return;
  plw_edit_free (entry->edit);
  g_free (entry->who);
  g_free (entry->name);
  g_free (entry->reason);
  g_free (entry);
}

PlwEntry *
plw_entry_copy (const PlwEntry *entry)
{
  PlwEntry *copy = g_memdup2 (entry, sizeof *entry);

  copy->who = g_strdup (entry->who);
  copy->name = g_strdup (entry->name);
  copy->reason = g_strdup (entry->reason);
  copy->edit = entry->edit != NULL ? plw_edit_copy (entry->edit) : NULL;
  return copy;
}

void
plw_version_free (PlwVersion *version)
{
  if (version == NULL)
    return;
  g_free (version->who);
  g_free (version->name);
  g_free (version->note);
  g_free (version);
}

PlwVersion *
plw_version_copy (const PlwVersion *version)
{
  PlwVersion *copy = g_memdup2 (version, sizeof *version);

  copy->who = g_strdup (version->who);
  copy->name = g_strdup (version->name);
  copy->note = g_strdup (version->note);
  return copy;
}

void
plw_store_init (PlwStore *store, const PlwStoreClass *class, PlwPlan *plan, PlwHistory *history)
{
  store->class = class;
  store->plan = plan;
  store->history = history;
  store->who = g_utf8_make_valid (g_get_user_name (), -1);
}

void
plw_store_free (PlwStore *store)
{
  if (store == NULL)
    return;
  store->class->close (store, plw_store_is_dirty (store) && !store->is_discarded);
  plw_plan_free (store->plan);
  plw_history_free (store->history);
  plw_entry_free (store->doubtful);
  g_free (store->who);
  g_free (store->uuid);
  g_free (store->path);
  g_free (store->sha256);
  g_free (store);
}

void
plw_store_prepare (PlwStore *store)
{
  g_return_if_fail (store != NULL);

  if (store->class->prepare != NULL)
    store->class->prepare (store);
}

void
plw_store_discard (PlwStore *store)
{
  g_return_if_fail (store != NULL);

  store->is_discarded = true;
}

const PlwPlan *
plw_store_plan (const PlwStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);

  return store->plan;
}

void
plw_store_set_author (PlwStore *store, const char *who)
{
  g_return_if_fail (store != NULL && who != NULL);

  g_free (store->who);
  store->who = g_utf8_make_valid (who, -1);
}

static void
note_entry (PlwStore *store, const PlwEntry *entry)
{
  bool follows = plw_history_note (store->history, entry->seq, entry->kind, entry->target, entry->name,
                                   plw_edit_n_steps (entry->edit) > 0);

  g_assert (follows);
}

static void
change_plan (PlwStore *store, const PlwEdit *edit)
{
  g_autoptr (GError) error = NULL;
  bool is_done = plw_plan_apply (store->plan, edit, &error);

  g_assert (is_done);
}

/* Finds out what became of the entry or version in doubt. Until that is known
 * nothing else is kept, so that plan and disk cannot part.
 */
static bool
settle (PlwStore *store, GError **error)
{
  int64_t last_seq = 0;
  int64_t last_version = 0;

  if (store->doubtful == NULL && !store->has_doubtful_version)
    return true;
  if (!store->class->settle (store, &last_seq, &last_version, error))
    return false;

  g_autoptr (PlwEntry) entry = g_steal_pointer (&store->doubtful);
  store->has_doubtful_version = false;
  store->last_version = last_version;
  if (entry != NULL && last_seq == entry->seq)
    {
      change_plan (store, entry->edit);
      note_entry (store, entry);
    }
  return true;
}

/* The plan has the entry's edit applied already. */
static bool
keep_entry (PlwStore *store, PlwEntry *entry, int base_year, GError **error)
{
  PlwOutcome outcome = store->class->keep (store, entry, base_year, error);

  if (outcome == PLW_OUTCOME_KEPT || outcome == PLW_OUTCOME_UNSURE)
    {
      note_entry (store, entry);
      return outcome == PLW_OUTCOME_KEPT;
    }

  g_autoptr (PlwEdit) back = plw_edit_inverse (entry->edit);
  change_plan (store, back);
  if (outcome == PLW_OUTCOME_UNKNOWN)
    store->doubtful = plw_entry_copy (entry);
  return false;
}

/* @edit: what happens to the plan */
static bool
carry_out (PlwStore *store, PlwEntryKind kind, int64_t target, const PlwEdit *edit, GError **error)
{
  int base_year = plw_plan_base_year (store->plan);
  PlwEntry entry = {
    .seq = store->history->last_seq + 1,
    .kind = kind,
    .target = target,
    .when = g_get_real_time () / G_USEC_PER_SEC,
    .who = store->who,
    .name = (char *) plw_edit_name (edit),
    .reason = (char *) plw_edit_reason (edit),
    .edit = (PlwEdit *) edit,
  };

  return plw_edit_is_sound (edit, error) && plw_words_are_sound (store->who, error)
         && plw_plan_apply (store->plan, edit, error) && keep_entry (store, &entry, base_year, error);
}

bool
plw_store_commit (PlwStore *store, const PlwEdit *edit, GError **error)
{
  g_return_val_if_fail (store != NULL && edit != NULL, false);
  g_return_val_if_fail (plw_edit_name (edit) != NULL, false);

  if (!settle (store, error))
    return false;
  return plw_edit_n_steps (edit) == 0 || carry_out (store, PLW_ENTRY_EDIT, 0, edit, error);
}

bool
plw_store_keep_remark (PlwStore *store, const char *words, GError **error)
{
  g_autoptr (PlwEdit) edit = plw_edit_new (words);

  return carry_out (store, PLW_ENTRY_EDIT, 0, edit, error);
}

const char *
plw_store_undo_name (const PlwStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);

  const PlwDone *top = plw_history_top (store->history->undo);
  return top != NULL ? top->name : NULL;
}

const char *
plw_store_redo_name (const PlwStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);

  const PlwDone *top = plw_history_top (store->history->redo);
  return top != NULL ? top->name : NULL;
}

bool
plw_store_undo (PlwStore *store, GError **error)
{
  g_return_val_if_fail (store != NULL, false);

  if (!settle (store, error))
    return false;

  const PlwDone *top = plw_history_top (store->history->undo);
  if (top == NULL)
    {
      g_set_error_literal (error, PLW_ERROR, PLW_ERROR_NOT_FOUND, _ ("There is nothing to undo"));
      return false;
    }

  int64_t target = top->seq;
  g_autoptr (PlwEdit) edit = store->class->read_edit (store, target, error);
  if (edit == NULL)
    return false;

  g_autoptr (PlwEdit) back = plw_edit_inverse (edit);
  return carry_out (store, PLW_ENTRY_UNDO, target, back, error);
}

bool
plw_store_redo (PlwStore *store, GError **error)
{
  g_return_val_if_fail (store != NULL, false);

  if (!settle (store, error))
    return false;

  const PlwDone *top = plw_history_top (store->history->redo);
  if (top == NULL)
    {
      g_set_error_literal (error, PLW_ERROR, PLW_ERROR_NOT_FOUND, _ ("There is nothing to do again"));
      return false;
    }

  int64_t target = top->seq;
  g_autoptr (PlwEdit) edit = store->class->read_edit (store, target, error);
  return edit != NULL && carry_out (store, PLW_ENTRY_REDO, target, edit, error);
}

GPtrArray *
plw_store_history (PlwStore *store, size_t most, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);

  return settle (store, error) ? store->class->read_log (store, most, error) : NULL;
}

bool
plw_store_name_version (PlwStore *store, const char *name, const char *note, GError **error)
{
  PlwVersion version;

  g_return_val_if_fail (store != NULL && name != NULL, false);

  if (!settle (store, error) || !plw_words_are_sound (name, error) || !plw_words_are_sound (note, error)
      || !plw_words_are_sound (store->who, error))
    return false;
  version = (PlwVersion){
    .id = store->last_version + 1,
    .when = g_get_real_time () / G_USEC_PER_SEC,
    .who = store->who,
    .name = (char *) name,
    .note = (char *) note,
  };

  PlwOutcome outcome = store->class->add_version (store, &version, error);
  store->has_doubtful_version = outcome == PLW_OUTCOME_UNKNOWN;
  if (outcome == PLW_OUTCOME_KEPT || outcome == PLW_OUTCOME_UNSURE)
    store->last_version = version.id;
  return outcome == PLW_OUTCOME_KEPT;
}

GPtrArray *
plw_store_versions (PlwStore *store, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);

  return settle (store, error) ? store->class->read_versions (store, error) : NULL;
}

PlwPlan *
plw_store_version_plan (PlwStore *store, int64_t id, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);

  return settle (store, error) ? store->class->read_version_plan (store, id, error) : NULL;
}

const char *
plw_store_path (const PlwStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);

  return store->path;
}

bool
plw_store_is_dirty (const PlwStore *store)
{
  g_return_val_if_fail (store != NULL, false);

  return store->history->last_seq != store->saved_seq || store->last_version != store->saved_version
         || store->doubtful != NULL || store->has_doubtful_version;
}

size_t
plw_store_recovered (const PlwStore *store)
{
  g_return_val_if_fail (store != NULL, 0);

  return store->n_recovered;
}

bool
plw_store_save (PlwStore *store, const char *path, bool force, GError **error)
{
  g_return_val_if_fail (store != NULL, false);

  return settle (store, error) && plw_store_write (store, path, force, error);
}

GPtrArray *
plw_store_generations (const PlwStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);

  if (store->path == NULL)
    return g_ptr_array_new_with_free_func (g_free);
  return plw_generations_list (store->path);
}
