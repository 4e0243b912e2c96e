/* plwu-document-private.h: the inside of a document, for its own source files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "jobs/plwu-evaluate-job.h"
#include "plwu-document.h"

G_BEGIN_DECLS

struct _PlwuDocument
{
  GObject parent_instance;

  /* Owned */
  PlwStore *store; /* by one thread at a time: see store_lock */
  PlwPlan *plan;   /* follows the store's plan */
  PlwPlan *shown;  /* (nullable): in a scenario, with its overrides */
  PlwPlan *parent; /* (nullable): in a scenario, what its parent shows */
  char *scenario;  /* "" in the root */
  char *policy;
  char *path;   /* the store's, copied: it cannot be asked while it saves */
  char *reason; /* (nullable): of the changes to come */
  char *undo_name;
  char *redo_name;
  char *no_scenario; /* (nullable): why the scenario cannot be shown */
  PlwuFindings *findings;
  GPtrArray *versions; /* (nullable): of PlwVersion, newest first; not read yet */
  GCancellable *cancellable;

  PlwUnit unit;
  guint64 generation; /* counts what results depend on */
  guint64 refused;    /* the generation of an edit that the store did not take; 0: none */
  guint64 serial;     /* counts what is shown of results */
  gboolean is_evaluating;
  gboolean is_stale;
  gboolean is_dirty;
  gboolean is_saving;
  gboolean is_prepared;
  guint prepare_id; /* 0: nothing to be prepared */
  int ack_fd;       /* -1: nobody wants acknowledgements */

  GMutex store_lock;
  GCond store_idle;
  gboolean is_store_busy; /* under store_lock: another thread has the store */
};

void plwu_document_emit_plan_changed (PlwuDocument *self);
void plwu_document_emit_result_changed (PlwuDocument *self);
void plwu_document_set_stale (PlwuDocument *self, gboolean is_stale);
void plwu_document_read_state (PlwuDocument *self);

/* plwu-document-work.c: scenario and results */
void plwu_document_resolve (PlwuDocument *self);
void plwu_document_evaluate (PlwuDocument *self);
void plwu_document_take_findings (PlwuDocument *self, PlwuFindings *findings);

/* plwu-document-edit.c */
void plwu_document_open_ack_log (PlwuDocument *self);
void plwu_document_ack_opened (PlwuDocument *self);
gboolean plwu_document_wait_for_store (PlwuDocument *self, GError **error);

G_END_DECLS
