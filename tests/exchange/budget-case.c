/* budget-case.c: a published budget table, and what becomes of a plan that takes it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "budget-case.h"
#include "book-support.h"
#include "folder-support.h"

#include <string.h>

void
case_open (Case *self, const char *path, const char *base_year, const PlwBudgetOptions *options)
{
  self->plan = test_plan (base_year);
  self->problems = plw_problems_new ();
  self->budget = plw_budget_read (path, options, &self->error);
  g_assert_no_error (self->error);
}

void
case_open_text (Case *self, const char *folder, const char *text, const PlwBudgetOptions *options)
{
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);

  put_file (folder, "table.csv", text);
  case_open (self, path, "2025/26", options);
}

void
case_refused (const char *folder, const char *text, const PlwBudgetOptions *options, const char *expected)
{
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  g_autoptr (GError) error = NULL;

  put_file (folder, "table.csv", text);
  g_assert_null (plw_budget_read (path, options, &error));
  g_assert_cmpstr (error->message, ==, expected);
}

void
case_run (Case *self)
{
  self->edit =
      plw_budget_run (self->budget, self->plan, self->problems, &self->counts, &self->ties, &self->error);
  self->sentences = plw_problems_to_text (self->problems);
  if (self->edit != NULL)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (plw_plan_apply (self->plan, self->edit, &error));
      g_assert_no_error (error);
    }
}

void
case_run_good (Case *self)
{
  case_run (self);
  if (self->error != NULL)
    g_test_message ("%s", self->sentences);
  g_assert_no_error (self->error);
}

void
case_run_bad (Case *self, const char *sentence)
{
  case_run (self);
  g_assert_error (self->error, PLW_ERROR, PLW_ERROR_PLAN);
  if (strstr (self->sentences, sentence) == NULL)
    g_assert_cmpstr (self->sentences, ==, sentence);
}

void
case_clear (Case *self)
{
  plw_budget_free (self->budget);
  plw_plan_free (self->plan);
  plw_problems_free (self->problems);
  plw_edit_free (self->edit);
  g_clear_error (&self->error);
  g_free (self->ties);
  g_free (self->sentences);
}

int64_t
case_number (const Case *self, PlwTableId table, const char *key, size_t column)
{
  size_t row = 0;

  g_assert_true (plw_plan_find_key (self->plan, table, key, &row));
  return plw_plan_number (self->plan, table, row, column);
}

int64_t
case_year (const Case *self, PlwTableId table, const char *key, int year)
{
  return case_number (self, table, key, plw_plan_year_column (self->plan, table, year));
}

const char *
case_imported (const Case *self, PlwTableId table, const char *key)
{
  size_t row = 0;

  g_assert_true (plw_plan_find_key (self->plan, table, key, &row));
  return plw_plan_text (self->plan, table, row, plw_schema_imported_column (table));
}
