/* plwu-import-columns.c: the second page of an import: which column is which field.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-import-private.h"

#include "findings/plwu-labels.h"
#include "findings/plwu-typed.h"

#include <string.h>

#include <glib/gi18n.h>

/* A sheet may have thousands of columns; people map a few. */
#define COLUMNS_MOST 120
#define SAMPLES 3

static PlwTableId
get_table (PlwuImportWindow *self)
{
  return plw_import_table (self->source->import);
}

static gboolean
has_flag (PlwuImportWindow *self, size_t field, unsigned flag)
{
  const PlwTableSpec *spec = plw_schema_table (get_table (self));

  return field < spec->n_columns && (spec->columns[field].flags & flag) != 0;
}

static char *
name_field (PlwuImportWindow *self, size_t field)
{
  const char *label = plwu_label_column (self->source->plan, get_table (self), field);

  return has_flag (self, field, PLW_COLUMN_REQUIRED) ? g_strdup_printf (_ ("%s (required)"), label)
                                                     : g_strdup (label);
}

/* The fields in the order of the table, "left out" first. */
static GtkStringList *
list_fields (PlwuImportWindow *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->fields, 0);
  g_ptr_array_add (self->fields, g_strdup (""));
  gtk_string_list_append (titles, _ ("Left out"));
  for (size_t i = 0; i < plw_plan_n_columns (self->source->plan, get_table (self)); i++)
    {
      g_autofree char *title = name_field (self, i);

      if (has_flag (self, i, PLW_COLUMN_RECORDED))
        continue;
      g_ptr_array_add (self->fields,
                       g_strdup (plw_plan_column_name (self->source->plan, get_table (self), i)));
      gtk_string_list_append (titles, title);
    }
  return titles;
}

static void
select_mapped (PlwuImportWindow *self)
{
  self->is_filling = TRUE;
  for (guint i = 0; i < self->choosers->len; i++)
    {
      const char *name = plw_import_mapped (self->source->import, i);
      guint selected = 0;

      if (name != NULL)
        (void) g_ptr_array_find_with_equal_func (self->fields, name, g_str_equal, &selected);
      plwu_picker_set_selected (g_ptr_array_index (self->choosers, i), selected);
    }
  self->is_filling = FALSE;
}

static gboolean
is_mapped (PlwuImportWindow *self, const char *field)
{
  for (size_t i = 0; i < plw_import_n_columns (self->source->import); i++)
    if (g_strcmp0 (plw_import_mapped (self->source->import, i), field) == 0)
      return TRUE;
  return FALSE;
}

static void
constant_changed_cb (GtkEditable *entry, PlwuImportWindow *self)
{
  g_autoptr (GError) error = NULL;
  const char *field = g_object_get_data (G_OBJECT (entry), "field");

  if (plw_import_set_constant (self->source->import, field, gtk_editable_get_text (entry), &error))
    plwu_import_window_tell (self, "", FALSE);
  else
    plwu_import_window_tell (self, error->message, TRUE);
}

/* What may stand in the field, where that is a short list. */
static char *
describe_values (PlwuImportWindow *self, size_t field)
{
  const PlwTableSpec *spec = plw_schema_table (get_table (self));
  PlwType type = plw_plan_column_type (self->source->plan, get_table (self), field);

  if (type == PLW_TYPE_CHOICE && field < spec->n_columns)
    {
      g_autofree char *choices = plwu_typed_list_choices (&spec->columns[field]);

      return g_strdup_printf (_ ("One of %s."), choices);
    }
  if (type == PLW_TYPE_YESNO)
    return g_strdup (_ ("yes or no"));
  if (type == PLW_TYPE_CODE)
    return g_strdup (_ ("{row} stands for the row's number, as in SAV-{row}"));
  return NULL;
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_constant (PlwuImportWindow *self, GtkWidget *grid, int row, size_t field)
{
  const char *name = plw_plan_column_name (self->source->plan, get_table (self), field);
  const char *constant = plw_import_constant (self->source->import, name);
  g_autofree char *title = name_field (self, field);
  g_autofree char *values = describe_values (self, field);
  g_autofree char *spoken = g_strdup_printf (_ ("%s, the same in every row"), title);
  GtkWidget *label = create_label (title, has_flag (self, field, PLW_COLUMN_REQUIRED) ? "heading" : NULL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), constant != NULL ? constant : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (entry, values);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (values != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, values, -1);
  g_object_set_data_full (G_OBJECT (entry), "field", g_strdup (name), g_free);
  g_signal_connect_object (entry, "changed", G_CALLBACK (constant_changed_cb), self, 0);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), entry, 1, row, 1, 1);
}

static GtkWidget *
create_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_margin_start (grid, 12);
  gtk_widget_set_margin_end (grid, 12);
  gtk_widget_set_margin_bottom (grid, 12);
  return grid;
}

/* Fields that no column gives: what is required first. Years are not the same in every row. */
static void
fill_constants (PlwuImportWindow *self)
{
  const PlwTableSpec *spec = plw_schema_table (get_table (self));
  GtkWidget *grid = create_grid ();
  int row = 1;

  gtk_grid_attach (GTK_GRID (grid), create_label (_ ("The same in every row"), "title-4"), 0, 0, 2, 1);
  for (int is_required = 1; is_required >= 0; is_required--)
    for (size_t i = 0; i < spec->n_columns; i++)
      if (!has_flag (self, i, PLW_COLUMN_RECORDED)
          && has_flag (self, i, PLW_COLUMN_REQUIRED) == (is_required == 1)
          && !is_mapped (self, plw_plan_column_name (self->source->plan, get_table (self), i)))
        add_constant (self, grid, row++, i);
  gtk_scrolled_window_set_child (self->constants_scroller, grid);
}

static void
mapped_cb (PlwuPicker *chooser, GParamSpec *pspec, PlwuImportWindow *self)
{
  g_autoptr (GError) error = NULL;
  guint column;
  guint selected = plwu_picker_get_selected (chooser);

  if (self->is_filling || selected >= self->fields->len
      || !g_ptr_array_find (self->choosers, chooser, &column))
    return;

  if (plw_import_map_column (self->source->import, column, g_ptr_array_index (self->fields, selected),
                             &error))
    plwu_import_window_tell (self, "", FALSE);
  else
    plwu_import_window_tell (self, error->message, TRUE);
  select_mapped (self);
  fill_constants (self);
}

static char *
collect_samples (PlwuImportWindow *self, size_t column)
{
  const PlwImport *import = self->source->import;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (size_t row = 0; row < MIN (plw_import_n_rows (import), 50) && n < SAMPLES; row++)
    if (plw_import_cell (import, row, column)[0] != '\0')
      {
        g_string_append_printf (text, "%s%s", n > 0 ? " · " : "", plw_import_cell (import, row, column));
        n++;
      }
  g_strdelimit (text->str, "\n\r\t", ' ');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_column (PlwuImportWindow *self, GtkWidget *grid, size_t column, GtkStringList *titles)
{
  g_autofree char *letter = plw_import_letter (column);
  const char *heading = plw_import_heading (self->source->import, column);
  g_autofree char *name = *heading != '\0' ? g_strdup_printf ("%s: %s", letter, heading) : g_strdup (letter);
  g_autofree char *tooltip = g_strdup_printf (_ ("What column %s is"), name);
  g_autofree char *samples = collect_samples (self, column);
  GtkWidget *label = create_label (name, NULL);
  GtkWidget *sample = gtk_label_new (samples);
  GtkWidget *chooser = plwu_picker_new (titles);

  gtk_label_set_xalign (GTK_LABEL (sample), 0);
  gtk_label_set_ellipsize (GTK_LABEL (sample), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (sample, TRUE);
  gtk_widget_set_tooltip_text (sample, samples);
  gtk_widget_add_css_class (sample, "dim-label");
  plwu_picker_set_enable_search (PLWU_PICKER (chooser), TRUE);
  plwu_picker_set_what (PLWU_PICKER (chooser), tooltip);
  gtk_widget_set_size_request (chooser, 220, -1);
  g_signal_connect_object (chooser, "notify::selected", G_CALLBACK (mapped_cb), self, 0);
  g_ptr_array_add (self->choosers, chooser);
  gtk_grid_attach (GTK_GRID (grid), label, 0, (int) column + 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), sample, 1, (int) column + 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), chooser, 2, (int) column + 1, 1, 1);
}

void
plwu_import_columns_fill (PlwuImportWindow *self)
{
  g_autoptr (GtkStringList) titles = list_fields (self);
  size_t n_columns = plw_import_n_columns (self->source->import);
  GtkWidget *grid = create_grid ();

  self->is_filling = TRUE;
  g_ptr_array_set_size (self->choosers, 0);
  gtk_grid_attach (GTK_GRID (grid), create_label (_ ("Column"), "title-4"), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), create_label (_ ("Such as"), "title-4"), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), create_label (_ ("Is in the plan"), "title-4"), 2, 0, 1, 1);
  for (size_t i = 0; i < MIN (n_columns, COLUMNS_MOST); i++)
    add_column (self, grid, i, titles);
  gtk_scrolled_window_set_child (self->columns_scroller, grid);
  select_mapped (self);
  fill_constants (self);
  if (n_columns > COLUMNS_MOST)
    {
      g_autofree char *text = g_strdup_printf (_ ("The source has %zu columns; the first %d can be mapped."),
                                               n_columns, COLUMNS_MOST);

      plwu_import_window_tell (self, text, FALSE);
    }
}

gboolean
plwu_import_columns_focus (PlwuImportWindow *self)
{
  return self->choosers->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->choosers, 0));
}

char *
plwu_import_columns_find_fault (PlwuImportWindow *self)
{
  const PlwTableSpec *spec = plw_schema_table (get_table (self));
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  gboolean has_any = FALSE;

  for (size_t i = 0; i < plw_import_n_columns (self->source->import); i++)
    has_any = has_any || plw_import_mapped (self->source->import, i) != NULL;
  if (!has_any)
    return g_strdup (_ ("No column is chosen to come in; choose what at least one of them is."));
  for (size_t i = 0; i < spec->n_columns; i++)
    {
      const char *name = plw_plan_column_name (self->source->plan, get_table (self), i);

      if (has_flag (self, i, PLW_COLUMN_REQUIRED) && !is_mapped (self, name)
          && plw_import_constant (self->source->import, name) == NULL)
        g_strv_builder_add (missing, plwu_label_column (self->source->plan, get_table (self), i));
    }

  g_auto (GStrv) names = g_strv_builder_end (missing);

  if (names[0] == NULL)
    return NULL;

  g_autofree char *list = g_strjoinv (", ", names);

  return g_strdup_printf (_ ("The plan needs for every row: %s. Choose a column for it, or write what is the "
                             "same in every row."),
                          list);
}
