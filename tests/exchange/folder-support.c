/* folder-support.c: folders for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "folder-support.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

char *
source_path (const char *path)
{
  const char *source = g_getenv ("PLACEWRIGHT_SOURCE");

  g_assert_nonnull (source);
  return g_build_filename (source, path, NULL);
}

char *
make_folder (void)
{
  char *path = g_dir_make_tmp ("placewright-test-XXXXXX", NULL);

  g_assert_nonnull (path);
  return path;
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_folder (const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

void
remove_folder (const char *path)
{
  g_autoptr (GPtrArray) names = list_folder (path);

  for (size_t i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (path, g_ptr_array_index (names, i), NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR) && !g_file_test (file, G_FILE_TEST_IS_SYMLINK))
        remove_folder (file);
      else
        g_assert_cmpint (g_unlink (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

char *
copy_folder (const char *path)
{
  g_autoptr (GPtrArray) names = list_folder (path);
  char *copy = make_folder ();

  for (size_t i = 0; i < names->len; i++)
    {
      g_autofree char *from = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      g_autofree char *to = g_build_filename (copy, g_ptr_array_index (names, i), NULL);
      g_autofree char *bytes = NULL;
      size_t size;

      g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
      g_assert_true (g_file_set_contents (to, bytes, (gssize) size, NULL));
    }

  return copy;
}

char *
print_folder (const char *path)
{
  g_autoptr (GPtrArray) names = list_folder (path);
  g_autoptr (GString) text = g_string_new (NULL);

  for (size_t i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *bytes = NULL;
      size_t size = 0;

      if (g_file_get_contents (file, &bytes, &size, NULL))
        g_string_append_printf (text, "== %s, %zu bytes\n%s", name, size, bytes);
      else
        g_string_append_printf (text, "== %s\n", name);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

PlwPlan *
read_folder (const char *path)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  PlwPlan *plan = plw_folder_read (path, problems, &error);

  if (plan == NULL)
    {
      g_autofree char *found = plw_problems_to_text (problems);

      g_test_message ("%s", found);
    }
  g_assert_no_error (error);
  g_assert_nonnull (plan);
  return plan;
}

void
write_folder (const PlwPlan *plan, const char *path)
{
  g_autoptr (GError) error = NULL;
  bool is_written = plw_folder_write (plan, path, &error);

  g_assert_no_error (error);
  g_assert_true (is_written);
}

void
put_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

char *
get_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

void
limit_file_size (size_t most)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN); /* the write shall fail, not the test */
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = most > 0 ? most : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}
