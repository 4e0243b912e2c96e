/* workbook-compare.c: whether a paper still says what its plan says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The paper is made anew from the plan, in a file that nobody sees, and the two
 * are compared cell by cell. What the paper is made of stands in its properties.
 */
#include "exchange/cells.h"
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#define HALF_A_PENNY 0.005

/* What writing a number down and reading it back may change of it. */
#define LAST_DIGIT 1e-14

void
plw_paper_origin_free (PlwPaperOrigin *origin)
{
  if (origin == NULL)
    return;
  g_free (origin->scenario);
  g_free (origin->policy);
  g_free (origin->fingerprint);
  g_free (origin->version);
  g_free (origin->language);
  g_free (origin);
}

static const char *
get_property (const PlwCellBook *book, const char *name)
{
  return g_hash_table_lookup (book->properties, name);
}

PlwPaperOrigin *
plw_workbook_origin (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (PlwCellBook) book = plw_cells_read (path, error);
  PlwPaperOrigin *origin;

  if (book == NULL)
    return NULL;
  if (get_property (book, PLW_PROPERTY_FINGERPRINT) == NULL
      || get_property (book, PLW_PROPERTY_POLICY) == NULL)
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT, _ ("“%s” is not a committee workbook of Placewright"),
                   path);
      return NULL;
    }
  origin = g_new0 (PlwPaperOrigin, 1);
  origin->form = g_strcmp0 (get_property (book, PLW_PROPERTY_FORM), "publication") == 0
                     ? PLW_PAPER_PUBLICATION
                     : PLW_PAPER_WORKING;
  origin->has_minus = g_strcmp0 (get_property (book, PLW_PROPERTY_NEGATIVES), "minus") == 0;
  origin->has_log = g_strcmp0 (get_property (book, PLW_PROPERTY_LOG), "yes") == 0;
  origin->scenario = g_strdup (get_property (book, PLW_PROPERTY_SCENARIO));
  origin->policy = g_strdup (get_property (book, PLW_PROPERTY_POLICY));
  origin->fingerprint = g_strdup (get_property (book, PLW_PROPERTY_FINGERPRINT));
  origin->version = g_strdup (get_property (book, PLW_PROPERTY_VERSION));
  origin->language = g_strdup (get_property (book, PLW_PROPERTY_LANGUAGE));
  if (get_property (book, PLW_PROPERTY_MADE) != NULL)
    origin->when = g_ascii_strtoll (get_property (book, PLW_PROPERTY_MADE), NULL, 10);
  return origin;
}

static void
free_difference (void *data)
{
  PlwPaperDifference *difference = data;

  g_free (difference->sheet);
  g_free (difference->cell);
  g_free (difference->paper);
  g_free (difference->plan);
  g_free (difference);
}

static char *
show_cell (const PlwCell *cell)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (cell == NULL)
    return g_strdup (_ ("nothing"));
  if (cell->text != NULL)
    return g_strdup_printf ("“%s”", cell->text);
  return g_strdup (g_ascii_formatd (number, sizeof number, "%.2f", cell->number));
}

/* Whether what is seen is the same: an input to the last digit, what follows to half a penny. */
static bool
is_same (const PlwCell *a, const PlwCell *b)
{
  double most;

  if (a == NULL || b == NULL)
    return a == b;
  if (a->text != NULL || b->text != NULL)
    return g_strcmp0 (a->text, b->text) == 0;
  most = a->has_formula && b->has_formula ? HALF_A_PENNY : fabs (b->number) * LAST_DIGIT;
  return fabs (a->number - b->number) <= most;
}

static void
add_difference (GPtrArray *differences,
                const char *sheet,
                uint64_t key,
                char *paper,
                char *plan,
                bool is_consequence)
{
  PlwPaperDifference *difference = g_new0 (PlwPaperDifference, 1);
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (cell, plw_cell_row (key), (lxw_col_t) plw_cell_column (key));
  difference->sheet = g_strdup (sheet);
  difference->cell = g_strdup (cell);
  difference->paper = paper;
  difference->plan = plan;
  difference->is_consequence = is_consequence;
  g_ptr_array_add (differences, difference);
}

static int
compare_keys (const void *a, const void *b)
{
  uint64_t x = *(const uint64_t *) a;
  uint64_t y = *(const uint64_t *) b;

  return x < y ? -1 : x > y;
}

/* Every cell that either sheet has, in reading order. */
static GArray *
collect_keys (const PlwCellSheet *a, const PlwCellSheet *b)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (uint64_t));
  GHashTableIter iter;
  void *key;

  g_hash_table_iter_init (&iter, a->cells);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (keys, key, 1);
  g_hash_table_iter_init (&iter, b->cells);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (a->cells, key))
      g_array_append_vals (keys, key, 1);
  g_array_sort (keys, compare_keys);
  return keys;
}

static void
compare_sheets (const PlwCellSheet *paper, const PlwCellSheet *plan, GPtrArray *differences)
{
  g_autoptr (GArray) keys = collect_keys (paper, plan);

  for (guint i = 0; i < keys->len; i++)
    {
      uint64_t key = g_array_index (keys, uint64_t, i);
      const PlwCell *there = g_hash_table_lookup (paper->cells, &key);
      const PlwCell *here = g_hash_table_lookup (plan->cells, &key);
      bool is_formula = here != NULL && here->has_formula;

      if (!is_same (there, here))
        add_difference (differences, plan->name, key, show_cell (there), show_cell (here),
                        is_formula && there != NULL && there->has_formula);
      else if (is_formula && !there->has_formula)
        add_difference (differences, plan->name, key, g_strdup (_ ("a value")), g_strdup (_ ("a formula")),
                        false);
    }
}

static void
compare_books (const PlwCellBook *paper, const PlwCellBook *plan, const char *log, GPtrArray *differences)
{
  for (guint i = 0; i < plan->sheets->len; i++)
    {
      const PlwCellSheet *here = g_ptr_array_index (plan->sheets, i);
      const PlwCellSheet *there = plw_cells_sheet (paper, here->name);

      if (g_strcmp0 (here->name, log) == 0)
        continue;
      if (there != NULL)
        compare_sheets (there, here, differences);
      else
        add_difference (differences, here->name, 0, g_strdup (_ ("no such sheet")), g_strdup (_ ("a sheet")),
                        false);
    }
  for (guint i = 0; i < paper->sheets->len; i++)
    {
      const PlwCellSheet *there = g_ptr_array_index (paper->sheets, i);

      if (plw_cells_sheet (plan, there->name) == NULL)
        add_difference (differences, there->name, 0, g_strdup (_ ("a sheet")), g_strdup (_ ("no such sheet")),
                        false);
    }
}

static PlwCellBook *
make_anew (const PlwPaper *paper, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *folder = g_dir_make_tmp ("placewright-XXXXXX", &cause);

  if (folder == NULL)
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("The workbook could not be made: %s"), cause->message);
      return NULL;
    }

  g_autofree char *path = g_build_filename (folder, "again.xlsx", NULL);
  PlwCellBook *book = plw_workbook_write (paper, path, error) ? plw_cells_read (path, error) : NULL;

  g_unlink (path);
  g_rmdir (folder);
  return book;
}

/* The catalogue in use says so in its head; without one the program speaks as it was written. */
char *
plw_workbook_language (void)
{
  const char *head = strstr (g_dgettext (GETTEXT_PACKAGE, ""), "Language: ");
  size_t length = head != NULL ? strcspn (head + strlen ("Language: "), "\n") : 0;

  return length > 0 ? g_strndup (head + strlen ("Language: "), length) : g_strdup ("en");
}

/* In another language every text would be another. */
static bool
check_language (const PlwCellBook *there, GError **error)
{
  const char *language = get_property (there, PLW_PROPERTY_LANGUAGE);
  g_autofree char *ours = plw_workbook_language ();

  if (language == NULL || strcmp (language, ours) == 0)
    return true;

  g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT,
               _ ("The paper is in the language “%s” and this program was started in “%s”: start it in the "
                  "paper's language, with LANGUAGE=%s, to compare the two"),
               language, ours, language);
  return false;
}

GPtrArray *
plw_workbook_compare (const char *path, const PlwPaper *paper, GError **error)
{
  g_return_val_if_fail (path != NULL && paper != NULL, NULL);

  g_autoptr (PlwCellBook) there = plw_cells_read (path, error);
  g_autoptr (PlwCellBook) here =
      there != NULL && check_language (there, error) ? make_anew (paper, error) : NULL;
  GPtrArray *differences;

  if (here == NULL)
    return NULL;
  differences = g_ptr_array_new_with_free_func (free_difference);
  compare_books (there, here, paper->has_log ? _ ("Change log") : NULL, differences);
  return differences;
}
