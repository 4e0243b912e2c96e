/* store-private.h: what is behind a PlwStore.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan in memory, the undo stacks and the rules are here, once for all
 * stores. A store keeps entries and versions; a further one (a shared server)
 * fills in the same table of functions.
 */
#pragma once

#include "store/history.h"

#include <placewright/store.h>

G_BEGIN_DECLS

/**
 * PlwOutcome: what became of an entry that a store was asked to keep.
 * @PLW_OUTCOME_KEPT: it is there for good
 * @PLW_OUTCOME_REFUSED: it is not there
 * @PLW_OUTCOME_UNSURE: it is there, but the disk did not confirm that it stays
 * @PLW_OUTCOME_UNKNOWN: nothing could be read back; settle() will find out
 */
typedef enum
{
  PLW_OUTCOME_KEPT,
  PLW_OUTCOME_REFUSED,
  PLW_OUTCOME_UNSURE,
  PLW_OUTCOME_UNKNOWN,
} PlwOutcome;

/**
 * PlwStoreClass:
 * @keep: keeps an entry and what it did; the plan in memory has it already, its
 *   base year was @base_year before
 * @add_version: keeps the plan as it is under a name
 * @settle: after an outcome that is not known, reads back how far log and versions go
 * @image: the bytes of the plan file as it would be saved now
 * @note_saving: (nullable): an image with the hash @sha256 is about to be written to @path
 * @note_saved: (nullable): the store's path, hash and marks have changed
 * @prepare: (nullable): the first edit may come soon
 */
typedef struct
{
  PlwOutcome (*keep) (PlwStore *store, const PlwEntry *entry, int base_year, GError **error);
  bool (*settle) (PlwStore *store, int64_t *ret_seq, int64_t *ret_version, GError **error);
  PlwEdit *(*read_edit) (PlwStore *store, int64_t seq, GError **error);
  GPtrArray *(*read_log) (PlwStore *store, size_t most, GError **error);
  PlwOutcome (*add_version) (PlwStore *store, const PlwVersion *version, GError **error);
  GPtrArray *(*read_versions) (PlwStore *store, GError **error);
  PlwPlan *(*read_version_plan) (PlwStore *store, int64_t id, GError **error);
  GBytes *(*image) (PlwStore *store, GError **error);
  void (*note_saving) (PlwStore *store, const char *path, const char *sha256);
  void (*note_saved) (PlwStore *store);
  void (*prepare) (PlwStore *store);
  void (*close) (PlwStore *store, bool is_kept);
} PlwStoreClass;

/* The start of every store's own struct. */
struct _PlwStore
{
  const PlwStoreClass *class;
  PlwPlan *plan;
  PlwHistory *history;
  char *who;
  char *uuid;           /* of the plan, in every copy of it */
  int64_t last_version; /* the highest identity of a named version */

  char *path;            /* nullable */
  char *sha256;          /* nullable: of the file's bytes when it was opened or saved; known with an image */
  int64_t saved_seq;     /* how much of the log the file has */
  int64_t saved_version; /* and of the versions */

  size_t n_recovered;
  bool is_discarded;

  /* What was asked for when the store could no longer be read. */
  PlwEntry *doubtful; /* nullable */
  bool has_doubtful_version;
};

/* @plan, @history: (transfer full) */
void plw_store_init (PlwStore *store, const PlwStoreClass *class, PlwPlan *plan, PlwHistory *history);

PlwEntry *plw_entry_copy (const PlwEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
PlwVersion *plw_version_copy (const PlwVersion *version) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_store_keep_remark:
 *
 * Logs words that change nothing.
 */
bool plw_store_keep_remark (PlwStore *store, const char *words, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* save.c */
bool plw_store_write (PlwStore *store, const char *path, bool is_forced, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The absolute path behind links, which need not exist. */
char *plw_resolve_path (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* generations.c. What goes wrong with a generation never stops a save. */
void plw_generations_keep (const char *path, GBytes *bytes);
GPtrArray *plw_generations_list (const char *path);

/* The in-memory store of a checked file. */
PlwStore *plw_store_memory_read (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
