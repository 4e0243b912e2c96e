/* plwu-prevention-delays.c: what a year's delay costs, worked out while nobody waits.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-prevention-private.h"

#include "jobs/plwu-delay-job.h"

/* Delays cost an evaluation for each programme: not at once while somebody types. */
#define DELAY_REST_MS 400

const gint64 *
plwu_prevention_get_delay (PlwuPreventionPage *self, const PlwResult *result, size_t programme)
{
  for (guint i = 0; programme != SIZE_MAX && self->delays != NULL && i < self->delays->len; i++)
    {
      const PlwuDelay *delay = &g_array_index (self->delays, PlwuDelay, i);

      if (delay->row == plw_result_programme (result, programme)->row)
        return &delay->pence;
    }
  return NULL;
}

static void
delays_cb (GObject *source, GAsyncResult *async, gpointer user_data)
{
  PlwuPreventionPage *self = PLWU_PREVENTION_PAGE (source);
  g_autoptr (GError) error = NULL;
  GArray *delays = plwu_delay_job_finish (async, &error);

  if (delays == NULL)
    return;

  const PlwResult *result = plwu_document_get_result (plwu_page_get_document (PLWU_PAGE (self)), NULL);

  g_clear_object (&self->cancellable);
  self->delays = delays;
  if (result == NULL || plw_result_n_programmes (result) == 0)
    return;
  plwu_prevention_show_delay (self, result);
  plwu_prevention_show_compare (self, result);
  plwu_page_queue_explain (PLWU_PAGE (self));
}

static gboolean
start_delays_cb (gpointer user_data)
{
  PlwuPreventionPage *self = user_data;
  const PlwResult *result = plwu_document_get_result (plwu_page_get_document (PLWU_PAGE (self)), NULL);

  self->delay_id = 0;
  if (result == NULL)
    return G_SOURCE_REMOVE;

  size_t n_rows = plw_result_n_programmes (result);
  g_autofree size_t *rows = g_new (size_t, n_rows);

  for (size_t i = 0; i < n_rows; i++)
    rows[i] = plw_result_programme (result, i)->row;
  self->cancellable = g_cancellable_new ();
  plwu_delay_job_start (self, plw_result_study (result), plw_result_policy (result), rows, n_rows,
                        self->cancellable, delays_cb, NULL);
  return G_SOURCE_REMOVE;
}

void
plwu_prevention_forget_delays (PlwuPreventionPage *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->delays, g_array_unref);
}

void
plwu_prevention_queue_delays (PlwuPreventionPage *self, const PlwResult *result)
{
  guint64 serial = plwu_document_get_result_serial (plwu_page_get_document (PLWU_PAGE (self)));

  if (self->delay_serial == serial)
    return;

  plwu_prevention_forget_delays (self);
  self->delay_serial = serial;
  if (plw_result_n_programmes (result) > 0)
    self->delay_id = g_timeout_add (DELAY_REST_MS, start_delays_cb, self);
}
