/* work-make.c: making a working copy, at once or when it is wanted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever opens a plan looks at it first. Its working copy costs a third of
 * opening, and is worth nothing before the first edit.
 */
#include "store/work-make.h"

#include "base/sha256.h"
#include "store/sql-copy.h"
#include "store/sql-plan.h"
#include "store/sql-schema.h"

struct _PlwWorkMaker
{
  GBytes *bytes;
  PlwSql *from;
  PlwMarks marks;
  GThread *thread; /* nullable */

  /* What the thread has made; not to be looked at while it runs */
  PlwWorkCopy *work; /* nullable */
  PlwSql *sql;       /* nullable */
  GError *error;     /* nullable */
};

static bool
fill_from_plan (PlwSql *sql, const PlwPlan *plan, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return plw_sql_set_key (sql, "meta", "uuid", uuid, error)
         && plw_sql_write_plan (sql, plan, PLW_SQL_GAP_WORK, error);
}

bool
plw_work_make (const PlwPlan *plan,
               PlwSql *from,
               const PlwMarks *marks,
               PlwWorkCopy **ret_work,
               PlwSql **ret_sql,
               GError **error)
{
  PlwWorkCopy *work = plw_work_copy_new (error);
  PlwSql *sql = work != NULL ? plw_work_base_create (work->database, error) : NULL;

  if (sql != NULL && plw_sql_exec (sql, "BEGIN IMMEDIATE", error) && plw_sql_create (sql, true, error)
      && (plan != NULL ? fill_from_plan (sql, plan, error)
                       : plw_sql_copy (from, sql, PLW_SQL_GAP_WORK, error))
      && plw_sql_exec (sql, "COMMIT", error) && plw_work_base_write_marks (sql, marks, error))
    {
      *ret_work = work;
      *ret_sql = sql;
      return true;
    }

  g_clear_pointer (&sql, plw_sql_close);
  if (work != NULL)
    plw_work_copy_remove (work);
  return false;
}

PlwWorkMaker *
plw_work_maker_new (GBytes *bytes, PlwSql *from, const PlwMarks *marks)
{
  PlwWorkMaker *self = g_new0 (PlwWorkMaker, 1);

  self->bytes = bytes;
  self->from = from;
  self->marks = *marks;
  self->marks.path = g_strdup (marks->path);
  self->marks.sha256 = NULL;
  return self;
}

static bool
make (PlwWorkMaker *self, PlwWorkCopy **ret_work, PlwSql **ret_sql, GError **error)
{
  if (self->marks.sha256 == NULL)
    self->marks.sha256 = plw_sha256_of_bytes (self->bytes);
  return plw_work_make (NULL, self->from, &self->marks, ret_work, ret_sql, error);
}

static gpointer
make_thread (gpointer data)
{
  PlwWorkMaker *self = data;

  (void) !make (self, &self->work, &self->sql, &self->error);
  return NULL;
}

void
plw_work_maker_begin (PlwWorkMaker *self)
{
  /* Without a thread it is made when it is wanted. */
  if (self->thread == NULL && self->work == NULL)
    self->thread = g_thread_try_new ("working copy", make_thread, self, NULL);
}

bool
plw_work_maker_finish (PlwWorkMaker *self, PlwWorkCopy **ret_work, PlwSql **ret_sql, GError **error)
{
  g_clear_pointer (&self->thread, g_thread_join);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return false;
    }
  if (self->work == NULL)
    return make (self, ret_work, ret_sql, error);

  *ret_work = g_steal_pointer (&self->work);
  *ret_sql = g_steal_pointer (&self->sql);
  return true;
}

const char *
plw_work_maker_sha256 (const PlwWorkMaker *self)
{
  return self->marks.sha256;
}

void
plw_work_maker_free (PlwWorkMaker *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->thread, g_thread_join);
  g_clear_pointer (&self->sql, plw_sql_close);
  if (self->work != NULL)
    plw_work_copy_remove (self->work);
  g_clear_error (&self->error);
  plw_marks_clear (&self->marks);
  plw_sql_close (self->from);
  g_bytes_unref (self->bytes);
  g_free (self);
}
