/* bench-import.c: a million cells of a workbook read: how long, and how much memory at most.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/xlsx.h"

#include <placewright/exchange.h>

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define ROWS 100000
#define SECONDS_MOST 10.0
#define MEGABYTES_MOST 500L

typedef void (*Step) (const char *path);

/* Changes of a plan: ten cells a row, half of them texts that are hardly ever the same. */
static void
write_changes (lxw_workbook *book)
{
  static const char *const heads[] = { "code",    "line",    "name",    "kind",    "basis",
                                       "2026/27", "2027/28", "2028/29", "2029/30", "2030/31" };
  lxw_worksheet *sheet = workbook_add_worksheet (book, "changes");

  for (lxw_col_t i = 0; i < G_N_ELEMENTS (heads); i++)
    worksheet_write_string (sheet, 0, i, heads[i], NULL);
  for (lxw_row_t row = 1; row <= ROWS; row++)
    {
      g_autofree char *code = g_strdup_printf ("c%u", row);
      g_autofree char *name = g_strdup_printf ("Saving number %u of the council", row);

      worksheet_write_string (sheet, row, 0, code, NULL);
      worksheet_write_string (sheet, row, 1, "roads", NULL);
      worksheet_write_string (sheet, row, 2, name, NULL);
      worksheet_write_string (sheet, row, 3, row % 2 ? "saving" : "pressure", NULL);
      worksheet_write_string (sheet, row, 4, "ongoing", NULL);
      for (lxw_col_t i = 0; i < 5; i++)
        worksheet_write_number (sheet, row, 5 + i, (row * 37 + i) / 100.0, NULL);
    }
}

static void
write_table (lxw_workbook *book, const char *name, const char *text)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book, name);
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);

  for (lxw_row_t row = 0; rows[row] != NULL; row++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[row], ",", -1);

      for (lxw_col_t column = 0; cells[column] != NULL; column++)
        worksheet_write_string (sheet, row, column, cells[column], NULL);
    }
}

static void
write_book (const char *path)
{
  lxw_workbook *book = workbook_new (path);

  write_table (book, "plan", "key,value\nbase_year,2025/26\nyears,5");
  write_table (book, "lines", "code,name\nroads,Roads");
  write_table (book, "costs", "line,element,base\nroads,pay,1000000000");
  write_table (book, "pots", "code,name\nfund,Fund");
  write_changes (book);
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
}

static bool
count_cb (const PlwXlsxCell *cell, void *data)
{
  ++*(size_t *) data;
  return true;
}

static void
read_cells (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwXlsx) book = plw_xlsx_open (path, &error);
  size_t n = 0;

  g_assert_no_error (error);
  for (size_t i = 0; i < plw_xlsx_n_sheets (book); i++)
    g_assert_true (plw_xlsx_read_sheet (book, i, count_cb, &n, &error));
  g_assert_cmpuint (n, >=, 10 * ROWS);
}

static void
read_plan (const char *path)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwPlan) plan = plw_plan_import (path, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (plw_plan_n_rows (plan, PLW_TABLE_CHANGES), ==, ROWS);
}

/* Each step has a process of its own, so that its memory is its own. */
static bool
measure (const char *name, Step step, const char *path, bool is_judged)
{
  gint64 before = g_get_monotonic_time ();
  struct rusage usage;
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      step (path);
      _exit (0);
    }
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);

  double seconds = (double) (g_get_monotonic_time () - before) / G_USEC_PER_SEC;
  long megabytes = usage.ru_maxrss / 1024;
  bool is_good = status == 0 && (!is_judged || (seconds < SECONDS_MOST && megabytes < MEGABYTES_MOST));

  printf ("%-44s %6.2f s %5ld MB%s\n", name, seconds, megabytes, is_good ? "" : "  TOO MUCH");
  fflush (stdout);
  return is_good;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("placewright-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "million.xlsx", NULL);
  bool is_good = measure ("write a workbook of a million cells", write_book, path, false);

  is_good &= measure ("read its cells", read_cells, path, true);
  is_good &= measure ("read it as a plan workbook, checked", read_plan, path, true);
  g_unlink (path);
  g_rmdir (folder);
  return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}
