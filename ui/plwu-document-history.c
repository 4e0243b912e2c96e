/* plwu-document-history.c: the change log and the named versions of a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-document-private.h"

#include <string.h>

GPtrArray *
plwu_document_get_history (PlwuDocument *self, size_t most, GError **error)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  if (!plwu_document_wait_for_store (self, error))
    return NULL;
  return plw_store_history (self->store, most, error);
}

/* Asked for with every explanation: read once, and again when there is another. */
const GPtrArray *
plwu_document_get_versions (PlwuDocument *self, GError **error)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  if (self->versions == NULL && plwu_document_wait_for_store (self, error))
    self->versions = plw_store_versions (self->store, error);
  return self->versions;
}

const PlwVersion *
plwu_document_get_last_version (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  const GPtrArray *versions = self->store != NULL ? plwu_document_get_versions (self, NULL) : NULL;

  return versions != NULL && versions->len > 0 ? g_ptr_array_index (versions, 0) : NULL;
}

gboolean
plwu_document_name_version (PlwuDocument *self, const char *name, const char *note, GError **error)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (!plwu_document_wait_for_store (self, error) || !plw_store_name_version (self->store, name, note, error))
    return FALSE;
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  plwu_document_read_state (self);
  return TRUE;
}

PlwPlan *
plwu_document_read_version (PlwuDocument *self, gint64 id, GError **error)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  if (!plwu_document_wait_for_store (self, error))
    return NULL;
  return plw_store_version_plan (self->store, id, error);
}

PlwPlan *
plwu_document_read_moment (PlwuDocument *self, gint64 seq, GError **error)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  g_autoptr (GPtrArray) entries = plwu_document_get_history (self, 0, error);
  g_autoptr (PlwPlan) plan = entries != NULL ? plw_plan_copy (self->plan) : NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const PlwEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (PlwEdit) back = NULL;

      if (entry->seq <= seq)
        break;
      back = plw_edit_inverse (entry->edit);
      if (!plw_plan_apply (plan, back, error))
        return NULL;
    }
  return g_steal_pointer (&plan);
}

void
plwu_document_set_reason (PlwuDocument *self, const char *reason)
{
  g_return_if_fail (PLWU_IS_DOCUMENT (self));

  g_autofree char *words = g_strstrip (g_strdup (reason != NULL ? reason : ""));

  if (strcmp (words, plwu_document_get_reason (self)) == 0)
    return;
  g_free (self->reason);
  self->reason = g_steal_pointer (&words);
  g_signal_emit_by_name (self, "state-changed");
}

const char *
plwu_document_get_reason (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), "");

  return self->reason != NULL ? self->reason : "";
}
