/* plwu-import-totals.c: whether what comes in adds up to what the source says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-import-private.h"

#include "findings/plwu-labels.h"

#include <glib/gi18n.h>

/* A pause in typing. */
#define RERUN_MS 500

static gboolean
rerun_cb (gpointer user_data)
{
  PlwuImportWindow *self = user_data;

  self->rerun_id = 0;
  plwu_import_window_run (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (GtkEditable *entry, PlwuImportWindow *self)
{
  const char *field = g_object_get_data (G_OBJECT (entry), "field");
  const char *text = gtk_editable_get_text (entry);

  if (self->is_filling)
    return;
  if (field == NULL)
    {
      g_free (self->typed_rows);
      self->typed_rows = g_strdup (text);
    }
  else
    g_hash_table_insert (self->sums, g_strdup (field), g_strdup (text));
  g_clear_handle_id (&self->rerun_id, g_source_remove);
  self->rerun_id = g_timeout_add (RERUN_MS, rerun_cb, self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next", FALSE);
}

static void
add_label (GtkWidget *grid,
           int row,
           int column,
           int n_columns,
           const char *text,
           const char *css_class,
           const char *key)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 1 ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, column == 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (key != NULL)
    g_object_set_data_full (G_OBJECT (grid), key, label, NULL);
  gtk_grid_attach (GTK_GRID (grid), label, column, row, n_columns, 1);
}

/* @field: (nullable): NULL: the number of rows */
static void
add_row (PlwuImportWindow *self, GtkWidget *grid, int row, const char *field, const char *title)
{
  const char *typed = field != NULL ? g_hash_table_lookup (self->sums, field) : self->typed_rows;
  g_autofree char *spoken = g_strdup_printf (_ ("%s, as the source says"), title);
  g_autofree char *key = g_strdup_printf ("read-%s", field != NULL ? field : "");
  g_autofree char *verdict = g_strdup_printf ("verdict-%s", field != NULL ? field : "");
  GtkWidget *entry = gtk_entry_new ();

  add_label (grid, row, 0, 1, title, NULL, NULL);
  add_label (grid, row, 1, 1, "", "numeric", key);
  gtk_editable_set_text (GTK_EDITABLE (entry), typed != NULL ? typed : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (entry), "field", g_strdup (field), g_free);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, 0);
  gtk_grid_attach (GTK_GRID (grid), entry, 2, row, 1, 1);
  add_label (grid, row + 1, 0, 3, "", "dim-label", verdict);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (grid), verdict), FALSE);
}

static gboolean
is_summed (PlwuImportWindow *self, size_t field)
{
  PlwType type = plw_plan_column_type (self->source->plan, plw_import_table (self->source->import), field);

  return type == PLW_TYPE_MONEY || type == PLW_TYPE_NUMBER;
}

void
plwu_import_totals_fill (PlwuImportWindow *self)
{
  const PlwImport *import = self->source->import;
  PlwTableId table = plw_import_table (import);
  GtkWidget *grid = gtk_grid_new ();
  int row = 1;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_margin_start (grid, 12);
  gtk_widget_set_margin_end (grid, 12);
  gtk_widget_set_margin_top (grid, 8);
  gtk_widget_set_margin_bottom (grid, 12);
  self->is_filling = TRUE;
  add_label (grid, 0, 0, 1, _ ("Does it add up?"), "heading", NULL);
  add_label (grid, 0, 1, 1, _ ("Read"), "heading", NULL);
  add_label (grid, 0, 2, 1, _ ("Source says"), "heading", NULL);
  add_row (self, grid, row, NULL, _ ("Rows"));
  for (size_t i = 0; i < plw_plan_n_columns (self->source->plan, table); i++)
    for (size_t column = 0; column < plw_import_n_columns (import) && is_summed (self, i); column++)
      if (g_strcmp0 (plw_import_mapped (import, column), plw_plan_column_name (self->source->plan, table, i))
          == 0)
        add_row (self, grid, row += 2, plw_import_mapped (import, column),
                 plwu_label_column (self->source->plan, table, i));
  gtk_scrolled_window_set_child (self->totals_scroller, grid);
  self->is_filling = FALSE;
}

static void
set_text (GtkWidget *grid,
          const char *key,
          const char *field,
          const char *text,
          const char *css_class,
          gboolean is_fault)
{
  g_autofree char *name = g_strconcat (key, field, NULL);
  GtkLabel *label = g_object_get_data (G_OBJECT (grid), name);

  if (label == NULL)
    return;
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
  gtk_widget_remove_css_class (GTK_WIDGET (label), is_fault ? "dim-label" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (label), is_fault ? "error" : css_class);
}

static gboolean
is_amiss (PlwuImportWindow *self, const char *field)
{
  const PlwProblems *problems = self->findings->problems;

  for (size_t i = 0; i < plw_problems_size (problems); i++)
    {
      const PlwProblem *problem = plw_problems_get (problems, i);

      if (problem->severity == PLW_SEVERITY_ERROR && problem->table == NULL && problem->row == 0
          && problem->file_column == SIZE_MAX && problem->file_row == 0
          && g_strcmp0 (problem->column, field) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
show_sum (PlwuImportWindow *self, GtkWidget *grid, const char *field)
{
  const char *typed = g_hash_table_lookup (self->sums, field);
  g_autofree char *sum = NULL;
  g_autofree char *total = NULL;
  g_autofree char *verdict = NULL;
  gboolean is_wrong = FALSE;

  if (!plw_import_sum (self->source->import, field, &sum, &total))
    return;
  if (typed != NULL && *typed != '\0')
    {
      is_wrong = is_amiss (self, field);
      verdict = g_strdup (is_wrong ? _ ("differs from what was typed") : _ ("agrees with what was typed"));
    }
  else if (total != NULL)
    {
      is_wrong = g_strcmp0 (sum, total) != 0;
      verdict = g_strdup_printf (is_wrong ? _ ("the total row says %s") : _ ("agrees with the total row, %s"),
                                 total);
    }
  set_text (grid, "read-", field, sum, "numeric", FALSE);
  set_text (grid, "verdict-", field, verdict != NULL ? verdict : "", "dim-label", is_wrong);
}

void
plwu_import_totals_show (PlwuImportWindow *self)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (self->totals_scroller);
  GtkWidget *grid = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  const PlwImport *import = self->source->import;
  gboolean is_typed = self->typed_rows != NULL && *self->typed_rows != '\0';
  gboolean is_wrong = is_typed && is_amiss (self, NULL);
  g_autofree char *n_rows = g_strdup_printf ("%zu", self->findings->counts.n_rows);

  if (grid == NULL)
    return;
  set_text (grid, "read-", "", n_rows, "numeric", FALSE);
  set_text (grid, "verdict-", "",
            !is_typed  ? ""
            : is_wrong ? _ ("differs from what was typed")
                       : _ ("agrees with what was typed"),
            "dim-label", is_wrong);
  for (size_t i = 0; i < plw_import_n_columns (import); i++)
    if (plw_import_mapped (import, i) != NULL)
      show_sum (self, grid, plw_import_mapped (import, i));
}

gboolean
plwu_import_totals_expect (PlwuImportWindow *self)
{
  PlwImport *import = self->source->import;
  GHashTableIter iter;
  gpointer field;
  gpointer text;

  plw_import_expect_nothing (import);
  if (self->typed_rows != NULL && *self->typed_rows != '\0')
    {
      guint64 n_rows;

      if (!g_ascii_string_to_unsigned (self->typed_rows, 10, 0, G_MAXUINT32, &n_rows, NULL))
        {
          g_autofree char *why = g_strdup_printf (_ ("“%s” is not a number of rows"), self->typed_rows);

          plwu_import_window_tell (self, why, TRUE);
          return FALSE;
        }
      plw_import_expect_rows (import, (size_t) n_rows);
    }
  g_hash_table_iter_init (&iter, self->sums);
  while (g_hash_table_iter_next (&iter, &field, &text))
    {
      g_autoptr (GError) error = NULL;

      if (*(const char *) text != '\0' && !plw_import_expect_sum (import, field, text, &error))
        {
          plwu_import_window_tell (self, error->message, TRUE);
          return FALSE;
        }
    }
  return TRUE;
}
