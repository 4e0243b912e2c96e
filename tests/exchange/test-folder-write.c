/* test-folder-write.c: what cannot be written leaves everything as it was.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "folder-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Writing to @path must fail with @message and change nothing in @folder. */
static void
assert_not_written (const PlwPlan *plan, const char *path, const char *folder, const char *message)
{
  g_autofree char *before = print_folder (folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (plw_folder_write (plan, path, &error));

  g_autofree char *after = print_folder (folder);

  g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
  g_assert_cmpstr (before, ==, after);
}

static PlwPlan *
read_base (void)
{
  g_autofree char *base = source_path ("tests/exchange/broken/base");

  return read_folder (base);
}

static void
test_other_file (void)
{
  g_autoptr (PlwPlan) plan = read_base ();
  g_autofree char *folder = make_folder ();
  g_autofree char *message = g_strdup_printf (
      "“%s” holds “letter.txt”, which is not a table of a plan; choose an empty or a new folder", folder);

  put_file (folder, "letter.txt", "Dear Sir or Madam");
  assert_not_written (plan, folder, folder, message);
  remove_folder (folder);
}

static void
test_unknown_table (void)
{
  g_autoptr (PlwPlan) plan = read_base ();
  g_autofree char *folder = make_folder ();

  put_file (folder, "people.csv", "name,age\n");
  assert_not_written (plan, folder, folder, NULL);
  remove_folder (folder);
}

static void
test_folder_instead_of_table (void)
{
  g_autoptr (PlwPlan) plan = read_base ();
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "lines.csv", NULL);

  g_assert_cmpint (g_mkdir (path, 0777), ==, 0);
  assert_not_written (plan, folder, folder, NULL);
  remove_folder (folder);
}

static void
test_file_instead_of_folder (void)
{
  g_autoptr (PlwPlan) plan = read_base ();
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "plan", NULL);
  g_autofree char *message = g_strdup_printf ("“%s” is a file, not a folder", path);

  put_file (folder, "plan", "something else");
  assert_not_written (plan, path, folder, message);
  remove_folder (folder);
}

static void
test_no_parent (void)
{
  g_autoptr (PlwPlan) plan = read_base ();
  g_autofree char *folder = make_folder ();
  g_autofree char *parent = g_build_filename (folder, "missing", NULL);
  g_autofree char *path = g_build_filename (parent, "plan", NULL);
  g_autofree char *message = g_strdup_printf ("“%s” could not be written: No such file or directory", parent);

  assert_not_written (plan, path, folder, message);
  remove_folder (folder);
}

/* The disk is full for one of the tables, a later one than the first. */
static void
test_full_disk (void)
{
  g_autoptr (PlwPlan) plan = read_base ();
  g_autofree char *small = source_path ("tests/data/gateshead");
  g_autofree char *folder = copy_folder (small);
  g_autofree char *parent = make_folder ();
  g_autofree char *path = g_build_filename (parent, "plan", NULL);

  for (size_t most = 1; most < 700; most += 60)
    {
      limit_file_size (most);
      assert_not_written (plan, folder, folder, NULL);
      assert_not_written (plan, path, parent, NULL);
      limit_file_size (0);
    }

  write_folder (plan, folder);
  write_folder (plan, path);
  remove_folder (folder);
  remove_folder (parent);
}

static void
test_not_writable (void)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may write anywhere");
      return;
    }

  g_autoptr (PlwPlan) plan = read_base ();
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "plan", NULL);

  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  assert_not_written (plan, folder, folder, NULL);
  assert_not_written (plan, path, folder, NULL);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  remove_folder (folder);
}

static void
test_empty_folder_and_slash (void)
{
  g_autoptr (PlwPlan) plan = read_base ();
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_strdup_printf ("%s/new/", folder);

  write_folder (plan, path);

  g_autofree char *beside = print_folder (folder);

  g_assert_cmpstr (beside, ==, "== new\n");
  remove_folder (folder);
}

static void
test_file_replace (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", "file", NULL);
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_true (plw_file_replace (path, "one", 3, &error));
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  g_assert_cmpint (symlink ("file", link), ==, 0);
  g_assert_true (plw_file_replace (link, "a\0b", 3, &error));
  g_assert_no_error (error);

  /* The link is still one, and nobody else may read what nobody else could. */
  g_autofree char *bytes = NULL;
  size_t size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpmem (bytes, size, "a\0b", 3);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  g_assert_true (plw_file_replace (path, NULL, 0, &error));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, 0);

  g_assert_false (plw_file_replace (missing, "x", 1, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
  remove_folder (folder);
}

static void
test_file_replace_full_disk (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *large = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;

  put_file (folder, "file", "as it was");
  limit_file_size (1000);
  g_assert_false (plw_file_replace (path, large, 100000, &error));
  limit_file_size (0);
  g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);

  g_autofree char *after = print_folder (folder);

  g_assert_cmpstr (after, ==, "== file, 9 bytes\nas it was");
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/folder-write/other-file", test_other_file);
  g_test_add_func ("/exchange/folder-write/unknown-table", test_unknown_table);
  g_test_add_func ("/exchange/folder-write/folder-instead-of-table", test_folder_instead_of_table);
  g_test_add_func ("/exchange/folder-write/file-instead-of-folder", test_file_instead_of_folder);
  g_test_add_func ("/exchange/folder-write/no-parent", test_no_parent);
  g_test_add_func ("/exchange/folder-write/full-disk", test_full_disk);
  g_test_add_func ("/exchange/folder-write/not-writable", test_not_writable);
  g_test_add_func ("/exchange/folder-write/slash-at-the-end", test_empty_folder_and_slash);
  g_test_add_func ("/exchange/file-replace/replaces", test_file_replace);
  g_test_add_func ("/exchange/file-replace/full-disk", test_file_replace_full_disk);

  return g_test_run ();
}
