/* store-memory.c: a plan in memory: the reference the other stores are tested against.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/store-private.h"

#include "base/i18n.h"
#include "store/hostile.h"
#include "store/sql-copy.h"
#include "store/sql-log.h"
#include "store/sql-plan.h"
#include "store/sql-schema.h"
#include "store/sql-version.h"

#include <inttypes.h>

typedef struct
{
  PlwStore parent;
  GPtrArray *entries;  /* of PlwEntry, oldest first */
  GPtrArray *versions; /* of PlwVersion, oldest first */
  GPtrArray *plans;    /* of PlwPlan, one for each version */
} MemoryStore;

static void
free_entry (gpointer entry)
{
  plw_entry_free (entry);
}

static void
free_version (gpointer version)
{
  plw_version_free (version);
}

static void
free_plan (gpointer plan)
{
  plw_plan_free (plan);
}

static PlwOutcome
keep (PlwStore *store, const PlwEntry *entry, int base_year, GError **error)
{
  MemoryStore *memory = (MemoryStore *) store;

  g_ptr_array_add (memory->entries, plw_entry_copy (entry));
  return PLW_OUTCOME_KEPT;
}

static bool
settle (PlwStore *store, int64_t *ret_seq, int64_t *ret_version, GError **error)
{
  *ret_seq = store->history->last_seq;
  *ret_version = store->last_version;
  return true;
}

static PlwEdit *
read_edit (PlwStore *store, int64_t seq, GError **error)
{
  MemoryStore *memory = (MemoryStore *) store;
  const PlwEntry *entry = g_ptr_array_index (memory->entries, seq - 1);

  return plw_edit_copy (entry->edit);
}

static GPtrArray *
read_log (PlwStore *store, size_t most, GError **error)
{
  MemoryStore *memory = (MemoryStore *) store;
  GPtrArray *log = g_ptr_array_new_with_free_func (free_entry);

  for (guint i = memory->entries->len; i-- > 0 && (most == 0 || log->len < most);)
    g_ptr_array_add (log, plw_entry_copy (g_ptr_array_index (memory->entries, i)));
  return log;
}

static PlwOutcome
add_version (PlwStore *store, const PlwVersion *version, GError **error)
{
  MemoryStore *memory = (MemoryStore *) store;

  g_ptr_array_add (memory->versions, plw_version_copy (version));
  g_ptr_array_add (memory->plans, plw_plan_copy (store->plan));
  return PLW_OUTCOME_KEPT;
}

static GPtrArray *
read_versions (PlwStore *store, GError **error)
{
  MemoryStore *memory = (MemoryStore *) store;
  GPtrArray *versions = g_ptr_array_new_with_free_func (free_version);

  for (guint i = memory->versions->len; i-- > 0;)
    g_ptr_array_add (versions, plw_version_copy (g_ptr_array_index (memory->versions, i)));
  return versions;
}

static PlwPlan *
read_version_plan (PlwStore *store, int64_t id, GError **error)
{
  MemoryStore *memory = (MemoryStore *) store;

  for (guint i = 0; i < memory->versions->len; i++)
    if (((const PlwVersion *) g_ptr_array_index (memory->versions, i))->id == id)
      return plw_plan_copy (g_ptr_array_index (memory->plans, i));
  g_set_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND, _ ("The plan has no version %" PRId64), id);
  return NULL;
}

static bool
write_all (MemoryStore *memory, PlwSql *sql, GError **error)
{
  if (!plw_sql_set_key (sql, "meta", "uuid", memory->parent.uuid, error)
      || !plw_sql_write_plan (sql, memory->parent.plan, PLW_SQL_GAP_FILE, error))
    return false;
  for (guint i = 0; i < memory->entries->len; i++)
    if (!plw_sql_append_entry (sql, g_ptr_array_index (memory->entries, i), error))
      return false;
  for (guint i = 0; i < memory->versions->len; i++)
    if (!plw_sql_add_version (sql, g_ptr_array_index (memory->versions, i),
                              g_ptr_array_index (memory->plans, i), error))
      return false;
  return true;
}

static GBytes *
image (PlwStore *store, GError **error)
{
  g_autoptr (PlwSql) sql = plw_sql_open (NULL, _ ("The plan could not be written"), error);

  if (sql == NULL || !plw_sql_create (sql, false, error) || !plw_sql_exec (sql, "BEGIN", error)
      || !write_all ((MemoryStore *) store, sql, error) || !plw_sql_exec (sql, "COMMIT", error))
    return NULL;
  return plw_sql_seal (sql, error);
}

static void
close_store (PlwStore *store, bool is_kept)
{
  MemoryStore *memory = (MemoryStore *) store;

  g_ptr_array_unref (memory->entries);
  g_ptr_array_unref (memory->versions);
  g_ptr_array_unref (memory->plans);
}

static const PlwStoreClass memory_class = {
  .keep = keep,
  .settle = settle,
  .read_edit = read_edit,
  .read_log = read_log,
  .add_version = add_version,
  .read_versions = read_versions,
  .read_version_plan = read_version_plan,
  .image = image,
  .close = close_store,
};

static MemoryStore *
new_store (PlwPlan *plan, PlwHistory *history)
{
  MemoryStore *memory = g_new0 (MemoryStore, 1);

  plw_store_init (&memory->parent, &memory_class, plan, history);
  memory->entries = g_ptr_array_new_with_free_func (free_entry);
  memory->versions = g_ptr_array_new_with_free_func (free_version);
  memory->plans = g_ptr_array_new_with_free_func (free_plan);
  return memory;
}

PlwStore *
plw_store_new_memory (const PlwPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  MemoryStore *memory = new_store (plw_plan_copy (plan), plw_history_new ());

  memory->parent.uuid = g_uuid_string_random ();
  return &memory->parent;
}

/* Moves what was read newest first. */
static void
take_reversed (GPtrArray *from, GPtrArray *to)
{
  while (from->len > 0)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
}

static bool
read_versions_into (MemoryStore *memory, PlwSql *sql, GError **error)
{
  g_autoptr (GPtrArray) versions = plw_sql_read_versions (sql, error);

  if (versions == NULL)
    return false;
  take_reversed (versions, memory->versions);
  for (guint i = 0; i < memory->versions->len; i++)
    {
      const PlwVersion *version = g_ptr_array_index (memory->versions, i);
      PlwPlan *plan = plw_sql_read_version_plan (sql, version->id, error);

      if (plan == NULL)
        return false;
      g_ptr_array_add (memory->plans, plan);
      memory->parent.last_version = version->id;
    }
  return true;
}

PlwStore *
plw_store_memory_read (GBytes *bytes, GError **error)
{
  g_autoptr (PlwPlan) plan = NULL;
  g_autoptr (PlwSql) sql = plw_hostile_open (bytes, false, &plan, error);
  g_autoptr (PlwHistory) history = sql != NULL ? plw_sql_read_history (sql, error) : NULL;
  g_autoptr (GPtrArray) entries = history != NULL ? plw_sql_read_log (sql, 0, error) : NULL;

  if (entries == NULL)
    return NULL;

  MemoryStore *memory = new_store (g_steal_pointer (&plan), g_steal_pointer (&history));
  g_autoptr (PlwStore) store = &memory->parent;
  take_reversed (entries, memory->entries);
  store->uuid = plw_sql_get_key (sql, "meta", "uuid", error);
  if (store->uuid == NULL || !read_versions_into (memory, sql, error))
    return NULL;
  store->saved_seq = store->history->last_seq;
  store->saved_version = store->last_version;
  return g_steal_pointer (&store);
}

PlwStore *
plw_store_open_bytes (GBytes *bytes, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  PlwStore *store = plw_store_memory_read (bytes, error);
  if (store == NULL)
    g_prefix_error (error, "%s: ", _ ("The plan cannot be opened"));
  return store;
}
