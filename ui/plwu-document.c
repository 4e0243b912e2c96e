/* plwu-document.c: an open plan: its store, what is shown of it and its results.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-document-private.h"

#include "findings/plwu-labels.h"

#include <string.h>
#include <unistd.h>

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PlwuDocument, plwu_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SCENARIO,
  PROP_POLICY,
  PROP_UNIT,
  PROP_IS_STALE,
  N_PROPS,
};

enum
{
  PLAN_CHANGED,
  RESULT_CHANGED,
  STATE_CHANGED,
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

void
plwu_document_emit_plan_changed (PlwuDocument *self)
{
  g_signal_emit (self, signals[PLAN_CHANGED], 0);
}

void
plwu_document_emit_result_changed (PlwuDocument *self)
{
  self->serial++;
  g_signal_emit (self, signals[RESULT_CHANGED], 0);
}

void
plwu_document_set_stale (PlwuDocument *self, gboolean is_stale)
{
  if (self->is_stale == is_stale)
    return;

  self->is_stale = is_stale;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_STALE]);
}

/* Keeps what is asked of the store often, so that it need not be asked while
 * another thread saves it.
 */
void
plwu_document_read_state (PlwuDocument *self)
{
  g_free (self->path);
  self->path = g_strdup (plw_store_path (self->store));
  g_free (self->undo_name);
  self->undo_name = g_strdup (plw_store_undo_name (self->store));
  g_free (self->redo_name);
  self->redo_name = g_strdup (plw_store_redo_name (self->store));
  self->is_dirty = plw_store_is_dirty (self->store);

  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
plwu_document_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlwuDocument *self = PLWU_DOCUMENT (object);

  switch (id)
    {
    case PROP_SCENARIO:
      plwu_document_set_scenario (self, g_value_get_string (value));
      break;
    case PROP_POLICY:
      plwu_document_set_policy (self, g_value_get_string (value));
      break;
    case PROP_UNIT:
      plwu_document_set_unit (self, (PlwUnit) g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plwu_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlwuDocument *self = PLWU_DOCUMENT (object);

  switch (id)
    {
    case PROP_SCENARIO:
      g_value_set_string (value, self->scenario);
      break;
    case PROP_POLICY:
      g_value_set_string (value, self->policy);
      break;
    case PROP_UNIT:
      g_value_set_int (value, (int) self->unit);
      break;
    case PROP_IS_STALE:
      g_value_set_boolean (value, self->is_stale);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plwu_document_finalize (GObject *object)
{
  PlwuDocument *self = PLWU_DOCUMENT (object);

  g_clear_handle_id (&self->prepare_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  plwu_findings_free (self->findings);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  plw_plan_free (self->parent);
  plw_plan_free (self->shown);
  plw_plan_free (self->plan);
  plw_store_free (self->store);
  g_free (self->scenario);
  g_free (self->policy);
  g_free (self->path);
  g_free (self->undo_name);
  g_free (self->redo_name);
  g_free (self->reason);
  g_free (self->no_scenario);
  if (self->ack_fd >= 0)
    close (self->ack_fd);
  g_mutex_clear (&self->store_lock);
  g_cond_clear (&self->store_idle);

  G_OBJECT_CLASS (plwu_document_parent_class)->finalize (object);
}

static guint
add_signal (PlwuDocumentClass *klass, const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       0);
}

static void
plwu_document_class_init (PlwuDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = plwu_document_set_property;
  object_class->get_property = plwu_document_get_property;
  object_class->finalize = plwu_document_finalize;

  properties[PROP_SCENARIO] = g_param_spec_string ("scenario", NULL, NULL, "", flags);
  properties[PROP_POLICY] = g_param_spec_string ("policy", NULL, NULL, PLWU_POLICY_TODAY, flags);
  properties[PROP_UNIT] =
      g_param_spec_int ("unit", NULL, NULL, PLW_UNIT_POUNDS, PLW_UNIT_MILLIONS, PLW_UNIT_THOUSANDS, flags);
  properties[PROP_IS_STALE] = g_param_spec_boolean (
      "is-stale", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[PLAN_CHANGED] = add_signal (klass, "plan-changed");
  signals[RESULT_CHANGED] = add_signal (klass, "result-changed");
  signals[STATE_CHANGED] = add_signal (klass, "state-changed");
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
plwu_document_init (PlwuDocument *self)
{
  self->scenario = g_strdup ("");
  self->policy = g_strdup (PLWU_POLICY_TODAY);
  self->unit = PLW_UNIT_POUNDS;
  self->is_stale = TRUE;
  self->ack_fd = -1;
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->store_lock);
  g_cond_init (&self->store_idle);
}

PlwuDocument *
plwu_document_new (PlwStore *store)
{
  return plwu_document_new_opened (store, NULL);
}

PlwuDocument *
plwu_document_new_opened (PlwStore *store, PlwuFindings *findings)
{
  g_return_val_if_fail (store != NULL, NULL);

  PlwuDocument *self = g_object_new (PLWU_TYPE_DOCUMENT, NULL);

  self->store = store;
  self->plan = plw_plan_copy (plw_store_plan (store));
  plwu_document_read_state (self);
  plwu_document_open_ack_log (self);
  plwu_document_ack_opened (self);
  if (findings != NULL)
    plwu_document_take_findings (self, findings);
  else
    plwu_document_evaluate (self);

  return self;
}

const PlwPlan *
plwu_document_get_plan (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  return self->plan;
}

const PlwPlan *
plwu_document_get_shown (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  return self->shown != NULL ? self->shown : self->plan;
}

const PlwPlan *
plwu_document_get_parent (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  return self->parent;
}

const char *
plwu_document_get_title (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  const char *title = plw_plan_setting (self->plan, "title");

  return *title != '\0' ? title : _ ("Untitled plan");
}

void
plwu_document_set_scenario (PlwuDocument *self, const char *scenario)
{
  g_return_if_fail (PLWU_IS_DOCUMENT (self));

  if (scenario == NULL || strcmp (scenario, plw_plan_root_scenario (self->plan)) == 0)
    scenario = "";
  if (strcmp (self->scenario, scenario) == 0)
    return;

  g_free (self->scenario);
  self->scenario = g_strdup (scenario);
  self->serial++;
  plwu_document_resolve (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENARIO]);
  plwu_document_emit_plan_changed (self);
  plwu_document_evaluate (self);
}

const char *
plwu_document_get_scenario (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  return self->scenario;
}

gboolean
plwu_document_is_root (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), TRUE);

  return *self->scenario == '\0';
}

const char *
plwu_document_get_scenario_name (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  return plwu_label_scenario (self->plan, self->scenario);
}

const char *
plwu_document_get_parent_name (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  size_t row;

  if (plwu_document_is_root (self))
    return "";
  if (!plw_plan_find_key (self->plan, PLW_TABLE_SCENARIOS, self->scenario, &row))
    return "";
  return plwu_label_scenario (self->plan,
                              plw_plan_text (self->plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_PARENT));
}

void
plwu_document_set_policy (PlwuDocument *self, const char *policy)
{
  g_return_if_fail (PLWU_IS_DOCUMENT (self));
  g_return_if_fail (policy != NULL);

  if (strcmp (self->policy, policy) == 0)
    return;

  g_free (self->policy);
  self->policy = g_strdup (policy);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POLICY]);

  /* Today and placemaking are always worked out: switching is at once. */
  plwu_document_emit_result_changed (self);
  if (plwu_document_get_result (self, NULL) == NULL)
    plwu_document_evaluate (self);
}

const char *
plwu_document_get_policy (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  return self->policy;
}

const char *
plwu_document_get_policy_name (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  return plwu_label_policy (self->plan, self->policy);
}

void
plwu_document_set_unit (PlwuDocument *self, PlwUnit unit)
{
  g_return_if_fail (PLWU_IS_DOCUMENT (self));

  if (self->unit == unit)
    return;

  self->unit = unit;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNIT]);
}

PlwUnit
plwu_document_get_unit (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), PLW_UNIT_POUNDS);

  return self->unit;
}

const char *
plwu_document_get_undo_name (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  return self->undo_name;
}

const char *
plwu_document_get_redo_name (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  return self->redo_name;
}

const char *
plwu_document_get_path (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  return self->path;
}

gboolean
plwu_document_is_dirty (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), FALSE);

  return self->is_dirty;
}

gboolean
plwu_document_is_saving (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), FALSE);

  return self->is_saving;
}
