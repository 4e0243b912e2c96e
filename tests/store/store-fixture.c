/* store-fixture.c: random plans and edits for the tests of stores.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include "plan/plan-private.h"

#include <string.h>

#include <glib/gstdio.h>

static char *test_folder = NULL;

void
fixture_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        fixture_remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
remove_test_folder (void)
{
  fixture_remove_tree (test_folder);
}

void
fixture_init (int *argc, char ***argv)
{
  /* In memory where there is such a place: it is not the disk that is tested. */
  if (g_getenv ("TMPDIR") == NULL && g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR))
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  test_folder = g_dir_make_tmp ("placewright-store-XXXXXX", NULL);
  g_assert_nonnull (test_folder);

  g_autofree char *state = g_build_filename (test_folder, "state", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (argc, argv, NULL);
  g_assert_cmpstr (g_get_user_state_dir (), ==, state);
  if (!g_test_subprocess ())
    atexit (remove_test_folder);
}

char *
fixture_path (const char *name)
{
  return g_build_filename (test_folder, name, NULL);
}

void
fixture_forget_state (void)
{
  g_autofree char *state = fixture_path ("state");

  fixture_remove_tree (state);
}

static int64_t
number_between (GRand *rand, int64_t least, int64_t most)
{
  guint64 drawn = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);

  return least + (int64_t) (drawn % ((guint64) most - (guint64) least + 1));
}

static PlwValue
draw_text (GRand *rand, PlwType type, char *buffer)
{
  static const char *const words[] = { "roads", "£", "née", "\n", "'", "\"", ";--", "x", "日本" };
  static const char *const rules[] = { "lapse", "keep", "keep:3", "to:reserve" };

  if (type == PLW_TYPE_UNSPENT)
    return plw_value_text (rules[g_rand_int_range (rand, 0, G_N_ELEMENTS (rules))]);
  if (type == PLW_TYPE_TEXT)
    g_snprintf (buffer, FIXTURE_TEXT_SIZE, "%s%u %s", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))],
                g_rand_int (rand) % 1000, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  else
    g_snprintf (buffer, FIXTURE_TEXT_SIZE, "c-%u", g_rand_int (rand) % 1000);
  return plw_value_text (buffer);
}

static int64_t
draw_number (GRand *rand, const PlwForm *form)
{
  int64_t n_choices = 0;

  switch (form->type)
    {
    case PLW_TYPE_CHOICE:
      while (form->choices[n_choices] != NULL)
        n_choices++;
      return number_between (rand, 0, n_choices - 1);
    case PLW_TYPE_YESNO:
      return number_between (rand, 0, 1);
    case PLW_TYPE_YEAR:
      return number_between (rand, PLW_YEAR_MIN, PLW_YEAR_MAX);
    default:
      if (form->most > form->least && form->least != INT64_MIN)
        return number_between (rand, form->least, form->most);
      return number_between (rand, -PLW_PENCE_MAX, PLW_PENCE_MAX);
    }
}

PlwValue
fixture_value (GRand *rand, PlwTableId table, size_t cell, char *buffer)
{
  PlwForm form = plw_plan_column_form (NULL, table, cell);

  if (g_rand_int_range (rand, 0, 5) == 0)
    return PLW_VALUE_EMPTY;
  if (plw_type_is_text (form.type))
    return draw_text (rand, form.type, buffer);
  return plw_value_number (draw_number (rand, &form));
}

static size_t
draw_row (GRand *rand, PlwTableId table, PlwValue *values, char (*buffers)[FIXTURE_TEXT_SIZE])
{
  size_t n_cells = plw_plan_n_cells (table);

  for (size_t i = 0; i < n_cells; i++)
    values[i] = fixture_value (rand, table, i, buffers[i]);
  return n_cells;
}

PlwPlan *
fixture_plan (GRand *rand, size_t n_rows)
{
  PlwPlan *plan = plw_plan_new ();
  const char *settings[][2] = { { "title", "Test" }, { "base_year", "2026/27" }, { "years", "7" } };

  for (size_t i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      PlwValue row[] = { plw_value_text (settings[i][0]), plw_value_text (settings[i][1]) };

      plw_plan_append (plan, PLW_TABLE_PLAN, row, G_N_ELEMENTS (row));
    }
  for (size_t t = 1; t < PLW_N_TABLES; t++)
    for (size_t r = 0; r < n_rows; r++)
      {
        PlwValue values[80];
        char buffers[80][FIXTURE_TEXT_SIZE];
        size_t n = draw_row (rand, (PlwTableId) t, values, buffers);

        plw_plan_append (plan, (PlwTableId) t, values, n);
      }
  return plan;
}

static void
add_base_year_step (GRand *rand, PlwEdit *edit, const PlwPlan *plan)
{
  g_autofree char *year = plw_year_to_text (g_rand_int_range (rand, 2000, 2100));
  size_t row;

  if (plw_plan_find_key (plan, PLW_TABLE_PLAN, "base_year", &row))
    plw_edit_set_cell (edit, plan, PLW_TABLE_PLAN, row, PLW_PLAN_VALUE,
                       g_rand_int_range (rand, 0, 6) == 0 ? PLW_VALUE_EMPTY : plw_value_text (year));
}

static void
add_step (GRand *rand, PlwEdit *edit, const PlwPlan *plan)
{
  PlwTableId table = (PlwTableId) g_rand_int_range (rand, 0, PLW_N_TABLES);
  size_t n_rows = plw_plan_n_rows (plan, table);
  int kind = g_rand_int_range (rand, 0, 20);

  if (kind == 0)
    add_base_year_step (rand, edit, plan);
  else if (kind < 4 || n_rows == 0)
    {
      PlwValue values[80];
      char buffers[80][FIXTURE_TEXT_SIZE];
      size_t n = draw_row (rand, table, values, buffers);

      plw_edit_insert_row (edit, plan, table, (size_t) g_rand_int_range (rand, 0, (int) n_rows + 1), values,
                           (size_t) g_rand_int_range (rand, 0, (int) n + 1));
    }
  else if (kind < 7 && table != PLW_TABLE_PLAN)
    plw_edit_delete_row (edit, plan, table, (size_t) g_rand_int_range (rand, 0, (int) n_rows));
  else
    {
      size_t cell = (size_t) g_rand_int_range (rand, 0, (int) plw_plan_n_cells (table));
      char buffer[FIXTURE_TEXT_SIZE];

      plw_edit_set_cell (edit, plan, table, (size_t) g_rand_int_range (rand, 0, (int) n_rows), cell,
                         fixture_value (rand, table, cell, buffer));
    }
}

PlwEdit *
fixture_edit (GRand *rand, const PlwPlan *plan)
{
  g_autoptr (PlwPlan) scratch = plw_plan_copy (plan);
  g_autofree char *name = g_strdup_printf ("Edit %u", g_rand_int (rand));
  g_autoptr (PlwEdit) edit = plw_edit_new (name);
  size_t n_steps = (size_t) g_rand_int_range (rand, 1, 6);

  if (g_rand_boolean (rand))
    plw_edit_set_reason (edit, "because");
  while (plw_edit_n_steps (edit) < n_steps)
    {
      g_autoptr (PlwEdit) one = plw_edit_new ("one");
      g_autoptr (GError) error = NULL;

      add_step (rand, one, scratch);
      g_assert_true (plw_plan_apply (scratch, one, &error));
      for (size_t i = 0; i < plw_edit_n_steps (one); i++)
        plw_edit_add_step (edit, plw_edit_step (one, i));
    }
  return g_steal_pointer (&edit);
}

static bool
value_is_same (PlwTableId table, size_t cell, PlwValue a, PlwValue b)
{
  return plw_value_equal (plw_plan_column_type (NULL, table, cell), a, b);
}

static bool
step_is_same (const PlwStep *a, const PlwStep *b)
{
  if (a->kind != b->kind || a->table != b->table || a->row != b->row)
    return false;
  if (a->kind == PLW_STEP_SET)
    return a->column == b->column && value_is_same (a->table, a->column, a->from, b->from)
           && value_is_same (a->table, a->column, a->to, b->to);
  for (size_t i = 0; i < plw_plan_n_cells (a->table); i++)
    if (!value_is_same (a->table, i, i < a->n_cells ? a->cells[i] : PLW_VALUE_EMPTY,
                        i < b->n_cells ? b->cells[i] : PLW_VALUE_EMPTY))
      return false;
  return a->position == b->position;
}

static bool
entry_is_same (const PlwEntry *a, const PlwEntry *b)
{
  if (a->seq != b->seq || a->kind != b->kind || a->target != b->target || strcmp (a->name, b->name) != 0
      || g_strcmp0 (a->reason, b->reason) != 0 || plw_edit_n_steps (a->edit) != plw_edit_n_steps (b->edit))
    return false;
  for (size_t i = 0; i < plw_edit_n_steps (a->edit); i++)
    if (!step_is_same (plw_edit_step (a->edit, i), plw_edit_step (b->edit, i)))
      return false;
  return true;
}

static bool
log_is_same (PlwStore *a, PlwStore *b)
{
  g_autoptr (GPtrArray) log_a = plw_store_history (a, 0, NULL);
  g_autoptr (GPtrArray) log_b = plw_store_history (b, 0, NULL);

  if (log_a == NULL || log_b == NULL || log_a->len != log_b->len)
    return false;
  for (guint i = 0; i < log_a->len; i++)
    if (!entry_is_same (g_ptr_array_index (log_a, i), g_ptr_array_index (log_b, i)))
      return false;
  return true;
}

static bool
versions_are_same (PlwStore *a, PlwStore *b)
{
  g_autoptr (GPtrArray) list_a = plw_store_versions (a, NULL);
  g_autoptr (GPtrArray) list_b = plw_store_versions (b, NULL);

  if (list_a == NULL || list_b == NULL || list_a->len != list_b->len)
    return false;
  for (guint i = 0; i < list_a->len; i++)
    {
      const PlwVersion *version_a = g_ptr_array_index (list_a, i);
      const PlwVersion *version_b = g_ptr_array_index (list_b, i);
      g_autoptr (PlwPlan) plan_a = plw_store_version_plan (a, version_a->id, NULL);
      g_autoptr (PlwPlan) plan_b = plw_store_version_plan (b, version_b->id, NULL);

      if (version_a->id != version_b->id || strcmp (version_a->name, version_b->name) != 0
          || g_strcmp0 (version_a->note, version_b->note) != 0 || plan_a == NULL || plan_b == NULL
          || !plw_plan_equal (plan_a, plan_b))
        return false;
    }
  return true;
}

bool
fixture_is_same (PlwStore *a, PlwStore *b)
{
  return plw_plan_equal (plw_store_plan (a), plw_store_plan (b))
         && g_strcmp0 (plw_store_undo_name (a), plw_store_undo_name (b)) == 0
         && g_strcmp0 (plw_store_redo_name (a), plw_store_redo_name (b)) == 0 && log_is_same (a, b)
         && versions_are_same (a, b);
}

void
fixture_assert_same (PlwStore *a, PlwStore *b)
{
  g_autofree char *print_a = plw_plan_fingerprint (plw_store_plan (a));
  g_autofree char *print_b = plw_plan_fingerprint (plw_store_plan (b));

  g_assert_cmpstr (print_a, ==, print_b);
  g_assert_true (plw_plan_equal (plw_store_plan (a), plw_store_plan (b)));
  g_assert_cmpstr (plw_store_undo_name (a), ==, plw_store_undo_name (b));
  g_assert_cmpstr (plw_store_redo_name (a), ==, plw_store_redo_name (b));
  g_assert_true (log_is_same (a, b));
  g_assert_true (versions_are_same (a, b));
}

void
fixture_use (PlwStore *store, GRand *rand, size_t n_gestures)
{
  for (size_t i = 0; i < n_gestures; i++)
    {
      g_autoptr (GError) error = NULL;
      int gesture = g_rand_int_range (rand, 0, 20);

      if (gesture == 0)
        g_assert_true (plw_store_name_version (store, "v", g_rand_boolean (rand) ? "note" : NULL, &error));
      else if (gesture < 5 && plw_store_undo_name (store) != NULL)
        g_assert_true (plw_store_undo (store, &error));
      else if (gesture < 8 && plw_store_redo_name (store) != NULL)
        g_assert_true (plw_store_redo (store, &error));
      else
        {
          g_autoptr (PlwEdit) edit = fixture_edit (rand, plw_store_plan (store));

          g_assert_true (plw_store_commit (store, edit, &error));
        }
      g_assert_no_error (error);
    }
}

GBytes *
fixture_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

void
fixture_write (const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

size_t
fixture_count_work_copies (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "placewright", "work", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  size_t n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_uuid_string_is_valid (name);
  return n;
}

GRand *
fixture_rand (void)
{
  fixture_forget_state ();
  return g_rand_new_with_seed ((guint32) g_test_rand_int ());
}

void
fixture_commit (PlwStore *store, GRand *rand)
{
  g_autoptr (PlwEdit) edit = fixture_edit (rand, plw_store_plan (store));
  g_autoptr (GError) error = NULL;

  g_assert_true (plw_store_commit (store, edit, &error));
  g_assert_no_error (error);
}
