/* load.c: a plan from whatever the path is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/exchange.h>
#include <placewright/store.h>

#include "base/i18n.h"
#include "exchange/plan-book.h"

static PlwPlan *
read_file (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlwStore) store = NULL;
  char *contents = NULL;
  size_t size = 0;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” is neither a file nor a folder"), path);
      return NULL;
    }

  if (!g_file_get_contents (path, &contents, &size, &cause))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” could not be read: %s"), path, cause->message);
      return NULL;
    }

  /* From memory: reading a plan must not leave a working copy behind. */
  bytes = g_bytes_new_take (contents, size);
  store = plw_store_open_bytes (bytes, error);
  if (store == NULL)
    return NULL;

  return plw_plan_copy (plw_store_plan (store));
}

static PlwPlan *
load_file (const char *path, PlwProblems *problems, GError **error)
{
  g_autoptr (PlwPlan) plan = read_file (path, error);

  if (plan == NULL)
    return NULL;
  if (!plw_plan_check (plan, problems))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_PLAN, _ ("The plan in “%s” has errors"), path);
      return NULL;
    }

  return g_steal_pointer (&plan);
}

PlwPlan *
plw_plan_load (const char *path, PlwProblems *problems, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return plw_folder_read (path, problems, error);
  if (plw_plan_book_is (path))
    return plw_plan_book_read (path, false, problems, error);

  return load_file (path, problems, error);
}

PlwPlan *
plw_plan_import (const char *path, PlwProblems *problems, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return plw_folder_import (path, problems, error);
  if (plw_plan_book_is (path))
    return plw_plan_book_read (path, true, problems, error);

  return load_file (path, problems, error);
}
