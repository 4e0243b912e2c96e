/* plwu-import-found.c: the last page of an import: what comes in, and what is wrong with it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-import-private.h"

#include "findings/plwu-labels.h"

#include <string.h>

#include <glib/gi18n.h>

static void
show_problems (PlwuImportWindow *self)
{
  g_autoptr (PlwuSheetModel) model = plwu_import_problems_new (
      self->source->plan, plw_import_table (self->source->import), self->findings->problems);
  const PlwProblems *problems = self->findings->problems;
  size_t n_errors = plw_problems_count (problems, PLW_SEVERITY_ERROR);
  size_t n_warnings = plw_problems_count (problems, PLW_SEVERITY_WARNING);
  g_autofree char *errors = g_strdup_printf (ngettext ("%zu error", "%zu errors", n_errors), n_errors);
  g_autofree char *warnings =
      g_strdup_printf (ngettext ("%zu warning", "%zu warnings", n_warnings), n_warnings);
  g_autofree char *heading =
      g_strdup_printf (_ ("%s, %s; Enter on one leads to its cell above"), errors, warnings);

  gtk_label_set_text (self->problems_heading, heading);
  plwu_sheet_set_model (self->problems, model);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_box), plw_problems_size (problems) > 0);
}

static void
show_summary (PlwuImportWindow *self)
{
  const PlwuImportFindings *findings = self->findings;
  const char *table = plwu_label_table (plw_import_table (self->source->import));
  g_autofree char *text = g_strdup_printf (_ ("Into %s: %zu rows are new, %zu change what the plan has, %zu "
                                              "are as they were; %zu totals and blank "
                                              "rows are left out."),
                                           table, findings->counts.n_inserted, findings->counts.n_updated,
                                           findings->counts.n_unchanged, findings->counts.n_left_out);
  g_autofree char *base =
      plwu_document_is_root (self->document)
          ? g_strdup (text)
          : g_strdup_printf (_ ("%s It goes into the plan itself, not into the scenario shown."), text);

  gtk_label_set_text (self->summary, findings->edit != NULL ? base : findings->failure);
}

/* To what keeps it from coming in, where that is a cell. */
static void
point_at_error (PlwuImportWindow *self, PlwuSheetModel *model)
{
  const PlwProblems *problems = self->findings->problems;
  guint row;
  guint column;

  for (size_t i = 0; i < plw_problems_size (problems); i++)
    if (plw_problems_get (problems, i)->severity == PLW_SEVERITY_ERROR
        && plwu_import_preview_find (PLWU_IMPORT_PREVIEW (model), plw_problems_get (problems, i), &row,
                                     &column))
      {
        plwu_sheet_set_cursor (self->preview, row, column);
        return;
      }
}

void
plwu_import_found_show (PlwuImportWindow *self)
{
  g_autoptr (PlwuSheetModel) model = plwu_import_preview_new (self->source, self->findings);

  plwu_sheet_set_model (self->preview, model);
  point_at_error (self, model);
  show_summary (self);
  show_problems (self);
  plwu_import_totals_show (self);
  if (self->findings->edit == NULL)
    plwu_import_window_tell (
        self, _ ("Nothing comes in while there is an error: put it right in the source, or go back."), TRUE);
  else if (plw_edit_n_steps (self->findings->edit) == 0)
    plwu_import_window_tell (self, _ ("The plan has all of this already."), FALSE);
  else
    plwu_import_window_tell (self, _ ("Nothing is in the plan yet; afterwards it can be undone in one step."),
                             FALSE);
}

/* The preview shows what the findings say. */
void
plwu_import_found_forget (PlwuImportWindow *self)
{
  plwu_sheet_set_model (self->preview, NULL);
  g_clear_pointer (&self->findings, plwu_import_findings_free);
}

static void
problem_activated_cb (PlwuImportWindow *self, guint row, guint column)
{
  PlwuSheetModel *model = plwu_sheet_get_model (self->preview);
  guint preview_row;
  guint preview_column;

  if (self->findings == NULL || model == NULL || row >= plw_problems_size (self->findings->problems))
    return;
  if (plwu_import_preview_find (PLWU_IMPORT_PREVIEW (model), plw_problems_get (self->findings->problems, row),
                                &preview_row, &preview_column))
    {
      plwu_sheet_set_cursor (self->preview, preview_row, preview_column);
      gtk_widget_grab_focus (GTK_WIDGET (self->preview));
    }
}

void
plwu_import_found_init (PlwuImportWindow *self)
{
  self->preview = PLWU_SHEET (plwu_sheet_new (NULL));
  plwu_sheet_set_label (self->preview, _ ("What would come in"));
  gtk_scrolled_window_set_child (self->preview_scroller, GTK_WIDGET (self->preview));
  self->problems = PLWU_SHEET (plwu_sheet_new (NULL));
  plwu_sheet_set_label (self->problems, _ ("What is wrong"));
  gtk_scrolled_window_set_child (self->problems_scroller, GTK_WIDGET (self->problems));
  g_signal_connect_object (self->problems, "cell-activated", G_CALLBACK (problem_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_box), FALSE);
}
