/* plwu-compare-job.c: many scenarios of a plan worked out in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-compare-job.h"

#include <string.h>

typedef struct
{
  PlwPlan *plan;
  GPtrArray *answers;
} Job;

/* The answers of one scenario, in one thread. */
typedef struct
{
  const PlwPlan *plan;
  GCancellable *cancellable;
  GPtrArray *answers; /* of PlwuAnswer, borrowed */
} Part;

PlwuAnswer *
plwu_answer_new (const char *scenario, const char *policy)
{
  g_return_val_if_fail (scenario != NULL && policy != NULL, NULL);

  PlwuAnswer *self = g_new0 (PlwuAnswer, 1);

  self->scenario = g_strdup (scenario);
  self->policy = g_strdup (policy);

  return self;
}

void
plwu_answer_free (PlwuAnswer *self)
{
  if (self == NULL)
    return;

  g_free (self->scenario);
  g_free (self->policy);
  plw_result_free (self->result);
  g_free (self->failure);
  g_free (self);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  plw_plan_free (job->plan);
  g_clear_pointer (&job->answers, g_ptr_array_unref);
  g_free (job);
}

static void
free_part (gpointer data)
{
  Part *part = data;

  g_ptr_array_unref (part->answers);
  g_free (part);
}

static char *
tell_failure (const PlwProblems *problems, const GError *error)
{
  for (size_t i = 0; i < plw_problems_size (problems); i++)
    if (plw_problems_get (problems, i)->severity == PLW_SEVERITY_ERROR)
      return plw_problem_to_text (plw_problems_get (problems, i));
  return g_strdup (error->message);
}

static void
answer_part (gpointer data, gpointer user_data)
{
  Part *part = data;
  const PlwuAnswer *first = g_ptr_array_index (part->answers, 0);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwStudy) study = NULL;

  if (g_cancellable_is_cancelled (part->cancellable))
    return;

  study = plw_study_new (part->plan, first->scenario, problems, &error);
  for (guint i = 0; i < part->answers->len && !g_cancellable_is_cancelled (part->cancellable); i++)
    {
      PlwuAnswer *answer = g_ptr_array_index (part->answers, i);
      g_autoptr (PlwProblems) found = plw_problems_new ();
      g_autoptr (GError) failure = NULL;

      if (study == NULL)
        answer->failure = tell_failure (problems, error);
      else if ((answer->result = plw_study_evaluate (study, answer->policy, found, &failure)) == NULL)
        answer->failure = tell_failure (found, failure);
    }
}

static GPtrArray *
split_by_scenario (const Job *job, GCancellable *cancellable)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (free_part);
  g_autoptr (GHashTable) by_scenario = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < job->answers->len; i++)
    {
      PlwuAnswer *answer = g_ptr_array_index (job->answers, i);
      Part *part = g_hash_table_lookup (by_scenario, answer->scenario);

      if (part == NULL)
        {
          part = g_new0 (Part, 1);
          *part = (Part){ job->plan, cancellable, g_ptr_array_new () };
          g_ptr_array_add (parts, part);
          g_hash_table_insert (by_scenario, answer->scenario, part);
        }
      g_ptr_array_add (part->answers, answer);
    }
  return parts;
}

static void
compare_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GPtrArray) parts = split_by_scenario (job, cancellable);
  GThreadPool *pool =
      g_thread_pool_new (answer_part, NULL, (int) MAX (1, g_get_num_processors ()), FALSE, NULL);

  for (guint i = 0; i < parts->len; i++)
    g_thread_pool_push (pool, g_ptr_array_index (parts, i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&job->answers), (GDestroyNotify) g_ptr_array_unref);
}

void
plwu_compare_job_start (gpointer source,
                        PlwPlan *plan,
                        GPtrArray *answers,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->plan = plan;
  job->answers = answers;
  g_task_set_source_tag (task, plwu_compare_job_start);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, compare_worker);
}

GPtrArray *
plwu_compare_job_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
