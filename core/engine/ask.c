/* ask.c: many questions about one plan, side by side.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions do not depend on each other and every answer has its own place, so
 * the number of threads changes nothing but the time.
 */
#include "engine/forward.h"
#include "engine/fragmentation.h"

typedef struct
{
  PlwStudy *study;
  GPtrArray *questions;
  gint next; /* atomic */
  gint stop; /* atomic */
} Asking;

static void
answer (PlwStudy *study, PlwQuestion *question)
{
  const PlwModel *model = study->model;
  g_autoptr (PlwResult) result = plw_result_new_needs (study);

  plw_forward_needs (result, model, question->freedoms);
  if (question->keep)
    question->shortfalls = g_new (int64_t, model->n_uses * model->n_years);
  for (size_t u = 0; u < model->n_uses; u++)
    for (size_t t = 0; t < model->n_years; t++)
      {
        int64_t shortfall = plw_result_shortfall (result, u, t);

        question->total += shortfall;
        if (question->keep)
          question->shortfalls[u * model->n_years + t] = shortfall;
      }
}

/* Returns false where none was left. */
static bool
answer_next (Asking *asking)
{
  guint i = (guint) g_atomic_int_add (&asking->next, 1);

  if (g_atomic_int_get (&asking->stop) || i >= asking->questions->len)
    return false;
  answer (asking->study, g_ptr_array_index (asking->questions, i));
  return true;
}

static gpointer
run_thread (gpointer data)
{
  while (answer_next (data))
    ;
  return NULL;
}

bool
plw_ask_all (PlwStudy *study, GPtrArray *questions, PlwProgressFunc progress, void *data)
{
  Asking asking = { .study = study, .questions = questions };
  guint n_threads = MAX (g_get_num_processors (), 1) - 1;
  g_autofree GThread **threads = g_new (GThread *, n_threads + 1);

  if (progress != NULL && !progress (0, data))
    return false;
  for (guint i = 0; i < n_threads; i++)
    threads[i] = g_thread_new ("question", run_thread, &asking);
  while (answer_next (&asking))
    {
      guint n_begun = MIN ((guint) g_atomic_int_get (&asking.next), questions->len);

      if (progress != NULL && n_begun < questions->len && !progress ((double) n_begun / questions->len, data))
        g_atomic_int_set (&asking.stop, 1);
    }
  for (guint i = 0; i < n_threads; i++)
    g_thread_join (threads[i]);
  if (g_atomic_int_get (&asking.stop))
    return false;
  /* All is answered: too late to stop. */
  if (progress != NULL)
    progress (1, data);
  return true;
}
