/* plwu-paper-window.c: says whether a committee workbook still says what the plan says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-paper-window.h"

#include "models/plwu-answer-model.h"
#include "findings/plwu-labels.h"
#include "sheet/plwu-sheet-block.h"
#include "sheet/plwu-sheet.h"
#include "plwu-chooser.h"

#include <string.h>

#include <glib/gi18n.h>

/* A fingerprint is told from another by less than all of it. */
#define FINGERPRINT_SHOWN 16

struct _PlwuPaperWindow
{
  AdwWindow parent_instance;

  /* Owned */
  PlwuDocument *document;
  PlwuVerdict *findings;         /* (nullable) */
  GCancellable *cancellable;     /* (nullable): while something is compared */
  GtkFileChooserNative *chooser; /* (nullable) */

  /* Template widgets */
  GtkButton *choose;
  GtkLabel *file;
  GtkStack *stack;
  GtkImage *icon;
  GtkLabel *verdict;
  GtkLabel *details;
  GtkScrolledWindow *scroller;
  GtkSpinner *spinner;
  GtkLabel *message;
  GtkButton *cancel;
  GtkButton *copy;

  PlwuSheet *sheet;
};

G_DEFINE_FINAL_TYPE (PlwuPaperWindow, plwu_paper_window, ADW_TYPE_WINDOW)

static void
update_actions (PlwuPaperWindow *self)
{
  gboolean is_idle = plwu_paper_window_is_idle (self);
  gboolean has_differences = self->findings != NULL && self->findings->differences->len > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.choose", is_idle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.copy", is_idle && has_differences);
  gtk_widget_set_visible (GTK_WIDGET (self->copy), has_differences);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), !is_idle);
  gtk_spinner_set_spinning (self->spinner, !is_idle);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel), !is_idle);
}

static void
set_verdict (PlwuPaperWindow *self, const char *icon, const char *css_class, const char *text)
{
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), (const char *[]){ css_class, NULL });
  gtk_label_set_text (self->verdict, text);
  gtk_stack_set_visible_child_name (self->stack, "verdict");
}

static char *
name_scenario (PlwuPaperWindow *self, const char *code)
{
  const PlwPlan *plan = plwu_document_get_plan (self->document);
  size_t row;

  if (code == NULL || *code == '\0')
    return g_strdup (_ ("Base case"));
  return g_strdup (plw_plan_find_key (plan, PLW_TABLE_SCENARIOS, code, &row)
                       ? plw_plan_name (plan, PLW_TABLE_SCENARIOS, row)
                       : code);
}

static char *
name_policy (PlwuPaperWindow *self, const char *code)
{
  const PlwPlan *plan = plwu_document_get_plan (self->document);
  size_t row;

  if (g_strcmp0 (code, PLWU_POLICY_TODAY) == 0)
    return g_strdup (_ ("Today"));
  if (g_strcmp0 (code, PLWU_POLICY_PLACEMAKING) == 0)
    return g_strdup (_ ("Placemaking"));
  return g_strdup (plw_plan_find_key (plan, PLW_TABLE_POLICIES, code, &row)
                       ? plw_plan_name (plan, PLW_TABLE_POLICIES, row)
                       : code);
}

/* What the paper says of itself, and what that comes to. */
static void
show_details (PlwuPaperWindow *self)
{
  const PlwPaperOrigin *origin = self->findings->origin;
  const char *version = origin->version != NULL ? origin->version : "?";
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *scenario = name_scenario (self, origin->scenario);
  g_autofree char *policy = name_policy (self, origin->policy);
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_local (origin->when);
  g_autofree char *when = made != NULL ? g_date_time_format (made, "%-d %B %Y, %H:%M") : g_strdup ("?");

  g_string_append_printf (text,
                          origin->form == PLW_PAPER_PUBLICATION
                              ? _ ("A paper for publication of %s, made %s by Placewright %s.")
                              : _ ("A working paper of %s, made %s by Placewright %s."),
                          scenario, when, version);
  g_string_append_printf (text, _ (" Policy: %s."), policy);
  if (strcmp (version, PLW_VERSION) != 0)
    g_string_append_printf (text, _ (" This is Placewright %s."), PLW_VERSION);
  g_string_append_c (text, '\n');
  g_string_append (text, self->findings->is_same_plan
                             ? _ ("The plan is to the last cell the one the paper was made of.")
                             : _ ("The plan has changed since the paper was made."));
  g_string_append_printf (text, _ (" Fingerprint of the paper: %.*s; of the plan: %.*s."), FINGERPRINT_SHOWN,
                          origin->fingerprint, FINGERPRINT_SHOWN, self->findings->fingerprint);
  gtk_label_set_text (self->details, text->str);
}

/* What was overwritten stands before the formulas that follow from it. */
static void
add_differences (PlwuAnswerModel *model, const GPtrArray *differences, bool of_consequences)
{
  for (guint i = 0; i < differences->len; i++)
    {
      const PlwPaperDifference *difference = g_ptr_array_index (differences, i);

      if (difference->is_consequence != of_consequences)
        continue;

      g_auto (GStrv) texts = g_new0 (char *, 6);

      texts[0] = g_strdup (difference->sheet);
      texts[1] = g_strdup (difference->cell);
      texts[2] = g_strdup (difference->paper);
      texts[3] = g_strdup (difference->plan);
      texts[4] = g_strdup (of_consequences ? _ ("follows from another cell") : _ ("is another"));

      g_autofree char *spoken =
          g_strdup_printf (_ ("%s, cell %s: the paper says %s, the plan %s"), difference->sheet,
                           difference->cell, difference->paper, difference->plan);

      plwu_answer_model_add_row (model, g_steal_pointer (&texts), g_steal_pointer (&spoken));
    }
}

static void
show_findings (PlwuPaperWindow *self)
{
  const PlwuAnswerColumn columns[] = {
    { _ ("Sheet"), 22, FALSE },       { _ ("Cell"), 8, FALSE }, { _ ("In the paper"), 34, FALSE },
    { _ ("In the plan"), 34, FALSE }, { _ ("Why"), 26, FALSE },
  };
  const GPtrArray *differences = self->findings->differences;
  g_autoptr (PlwuAnswerModel) model = plwu_answer_model_new (G_N_ELEMENTS (columns), columns, 2);
  g_autofree char *n = plwu_label_decimal ((int64_t) differences->len * PLW_DECIMAL_ONE);
  g_autofree char *n_cells =
      g_strdup_printf (ngettext ("The paper does not match the plan: %s cell differs.",
                                 "The paper does not match the plan: %s cells differ.", differences->len),
                       n);

  add_differences (model, differences, FALSE);
  add_differences (model, differences, TRUE);
  plwu_sheet_set_model (self->sheet, PLWU_SHEET_MODEL (model));
  if (differences->len > 0)
    set_verdict (self, "dialog-warning-symbolic", "warning", n_cells);
  else if (!self->findings->is_same_plan)
    set_verdict (self, "dialog-warning-symbolic", "warning",
                 _ ("Every cell of the paper matches, but the plan has changed in what the paper does not "
                    "show."));
  else
    set_verdict (self, "object-select-symbolic", "success", _ ("The paper matches the plan, cell by cell."));
  show_details (self);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlwuPaperWindow) self = PLWU_PAPER_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  PlwuVerdict *verdict = plwu_verify_job_finish (result, &error);

  g_clear_object (&self->cancellable);
  if (self->sheet == NULL)
    {
      plwu_verdict_free (verdict);
      return;
    }
  gtk_label_set_text (self->message, "");
  if (verdict != NULL)
    {
      self->findings = verdict;
      show_findings (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      set_verdict (self, "dialog-error-symbolic", "error", _ ("The paper cannot be compared with the plan."));
      gtk_label_set_text (self->details, error->message);
    }
  else
    gtk_label_set_text (self->message, _ ("Comparing was stopped."));
  update_actions (self);
  gtk_widget_grab_focus (verdict != NULL && verdict->differences->len > 0 ? GTK_WIDGET (self->sheet)
                         : error == NULL || self->findings != NULL        ? GTK_WIDGET (self->verdict)
                                                                          : GTK_WIDGET (self->choose));
}

void
plwu_paper_window_check (PlwuPaperWindow *self, const char *path)
{
  g_return_if_fail (PLWU_IS_PAPER_WINDOW (self) && path != NULL);

  g_autofree char *name = g_filename_display_basename (path);

  if (!plwu_paper_window_is_idle (self))
    return;
  gtk_label_set_text (self->file, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file), path);
  plwu_sheet_set_model (self->sheet, NULL);
  g_clear_pointer (&self->findings, plwu_verdict_free);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  gtk_label_set_text (self->message, _ ("Comparing every cell with the plan…"));
  self->cancellable = g_cancellable_new ();
  update_actions (self);
  plwu_verify_job_start (self->document, path, self->cancellable, checked_cb, g_object_ref (self));
}

static void
chosen_cb (PlwuPaperWindow *self, int response)
{
  g_autofree char *path = plwu_chooser_take (&self->chooser, response);

  if (path != NULL)
    plwu_paper_window_check (self, path);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const workbooks[] = { "*.xlsx", NULL };
  PlwuPaperWindow *self = PLWU_PAPER_WINDOW (widget);

  plwu_chooser_ask (&self->chooser, GTK_WIDGET (self), _ ("Choose a Paper"), GTK_FILE_CHOOSER_ACTION_OPEN,
                    _ ("_Choose"), G_CALLBACK (chosen_cb));
  plwu_chooser_add_filter (self->chooser, _ ("Workbooks"), workbooks);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (PLWU_PAPER_WINDOW (widget)->cancellable);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuPaperWindow *self = PLWU_PAPER_WINDOW (widget);
  PlwuSheetModel *model = plwu_sheet_get_model (self->sheet);
  guint n_columns = plwu_sheet_model_n_columns (model);
  guint n_rows = plwu_sheet_model_n_rows (model);
  g_autoptr (PlwuSheetTexts) texts = plwu_sheet_texts_new (n_rows + 1, n_columns);

  for (guint column = 0; column < n_columns; column++)
    {
      plwu_sheet_texts_take (texts, 0, column, plwu_sheet_model_column_title (model, column));
      for (guint row = 0; row < n_rows; row++)
        {
          g_auto (PlwuSheetCell) cell = { 0 };

          plwu_sheet_model_cell (model, row, column, &cell);
          plwu_sheet_texts_take (texts, row + 1, column, g_steal_pointer (&cell.text));
        }
    }

  g_autofree char *text = plwu_sheet_texts_to_string (texts);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_label_set_text (self->message, _ ("The differences are on the clipboard."));
}

static void
plwu_paper_window_dispose (GObject *object)
{
  PlwuPaperWindow *self = PLWU_PAPER_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  self->sheet = NULL;
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_PAPER_WINDOW);

  G_OBJECT_CLASS (plwu_paper_window_parent_class)->dispose (object);
}

static void
plwu_paper_window_finalize (GObject *object)
{
  PlwuPaperWindow *self = PLWU_PAPER_WINDOW (object);

  plwu_verdict_free (self->findings);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (plwu_paper_window_parent_class)->finalize (object);
}

static void
plwu_paper_window_class_init (PlwuPaperWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plwu_paper_window_dispose;
  object_class->finalize = plwu_paper_window_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/uk/placewright/Placewright/ui/committee/plwu-paper-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuPaperWindow, choose);
  gtk_widget_class_bind_template_child (widget_class, PlwuPaperWindow, file);
  gtk_widget_class_bind_template_child (widget_class, PlwuPaperWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuPaperWindow, icon);
  gtk_widget_class_bind_template_child (widget_class, PlwuPaperWindow, verdict);
  gtk_widget_class_bind_template_child (widget_class, PlwuPaperWindow, details);
  gtk_widget_class_bind_template_child (widget_class, PlwuPaperWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuPaperWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, PlwuPaperWindow, message);
  gtk_widget_class_bind_template_child (widget_class, PlwuPaperWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, PlwuPaperWindow, copy);
  gtk_widget_class_install_action (widget_class, "paper.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "paper.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "paper.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "paper.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plwu_paper_window_init (PlwuPaperWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sheet = PLWU_SHEET (plwu_sheet_new (NULL));
  plwu_sheet_set_label (self->sheet, _ ("Cells that differ"));
  plwu_sheet_set_empty_text (self->sheet, _ ("No cell differs."));
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->sheet));
}

GtkWidget *
plwu_paper_window_new (PlwuDocument *document)
{
  PlwuPaperWindow *self = g_object_new (PLWU_TYPE_PAPER_WINDOW, NULL);

  self->document = g_object_ref (document);
  update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->choose));
  return GTK_WIDGET (self);
}

gboolean
plwu_paper_window_is_idle (PlwuPaperWindow *self)
{
  g_return_val_if_fail (PLWU_IS_PAPER_WINDOW (self), FALSE);

  return self->cancellable == NULL;
}

const PlwuVerdict *
plwu_paper_window_get_verdict (PlwuPaperWindow *self)
{
  g_return_val_if_fail (PLWU_IS_PAPER_WINDOW (self), NULL);

  return self->findings;
}

const char *
plwu_paper_window_get_text (PlwuPaperWindow *self)
{
  g_return_val_if_fail (PLWU_IS_PAPER_WINDOW (self), NULL);

  return gtk_label_get_text (self->verdict);
}
