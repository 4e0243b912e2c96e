/* plwu-answers.c: a sentence and, below it, figures by year that can be explained.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-answers.h"

#include "plwu-focus.h"

struct _PlwuAnswers
{
  AdwBin parent_instance;

  /* Owned */
  GArray *figures; /* of PlwFigure, one a row */

  guint first_year;
  gboolean is_setting; /* the cursor moves without anybody moving it */

  /* Inside */
  GtkLabel *sentence;
  PlwuSheet *sheet;
};

G_DEFINE_FINAL_TYPE (PlwuAnswers, plwu_answers, ADW_TYPE_BIN)

static guint selection_signal;

static void
selection_cb (PlwuAnswers *self)
{
  if (!self->is_setting)
    g_signal_emit (self, selection_signal, 0);
}

static gboolean
plwu_answers_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLWU_ANSWERS (widget)->sheet));
}

static void
plwu_answers_finalize (GObject *object)
{
  g_array_unref (PLWU_ANSWERS (object)->figures);

  G_OBJECT_CLASS (plwu_answers_parent_class)->finalize (object);
}

static void
plwu_answers_class_init (PlwuAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plwu_answers_finalize;
  GTK_WIDGET_CLASS (klass)->focus = plwu_focus_child;
  GTK_WIDGET_CLASS (klass)->grab_focus = plwu_answers_grab_focus;

  selection_signal = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
plwu_answers_init (PlwuAnswers *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *sentence = gtk_label_new (NULL);

  self->figures = g_array_new (FALSE, FALSE, sizeof (PlwFigure));
  self->sentence = GTK_LABEL (sentence);
  gtk_label_set_xalign (self->sentence, 0);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_widget_set_margin_start (sentence, 18);
  gtk_widget_set_margin_end (sentence, 18);
  gtk_widget_set_margin_top (sentence, 8);

  self->sheet = PLWU_SHEET (plwu_sheet_new (NULL));
  g_signal_connect_object (self->sheet, "selection-changed", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->sheet));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), sentence);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
plwu_answers_new (const char *label, guint first_year)
{
  PlwuAnswers *self = g_object_new (PLWU_TYPE_ANSWERS, NULL);

  self->first_year = first_year;
  plwu_sheet_set_label (self->sheet, label);

  return GTK_WIDGET (self);
}

void
plwu_answers_set (PlwuAnswers *self, char *sentence, PlwuAnswerModel *model, GArray *figures)
{
  g_return_if_fail (PLWU_IS_ANSWERS (self));
  g_return_if_fail (sentence != NULL && PLWU_IS_ANSWER_MODEL (model) && figures != NULL);

  guint row = 0;
  guint column = 0;
  gboolean has_cursor = plwu_sheet_get_cursor (self->sheet, &row, &column);

  g_array_unref (self->figures);
  self->figures = figures;
  gtk_label_set_text (self->sentence, sentence);
  g_free (sentence);

  self->is_setting = TRUE;
  plwu_sheet_set_model (self->sheet, PLWU_SHEET_MODEL (model));
  if (has_cursor && row < plwu_sheet_model_n_rows (PLWU_SHEET_MODEL (model))
      && column < plwu_sheet_model_n_columns (PLWU_SHEET_MODEL (model)))
    plwu_sheet_set_cursor (self->sheet, row, column);
  self->is_setting = FALSE;
  g_object_unref (model);
}

gboolean
plwu_answers_get_figure (PlwuAnswers *self, PlwFigure *ret_figure)
{
  g_return_val_if_fail (PLWU_IS_ANSWERS (self), FALSE);

  guint row;
  guint column;

  if (!plwu_sheet_get_cursor (self->sheet, &row, &column) || row >= self->figures->len
      || column < self->first_year)
    return FALSE;

  *ret_figure = g_array_index (self->figures, PlwFigure, row);
  ret_figure->year = column - self->first_year;

  return ret_figure->kind != PLW_N_FIGURE_KINDS;
}

const char *
plwu_answers_get_sentence (PlwuAnswers *self)
{
  g_return_val_if_fail (PLWU_IS_ANSWERS (self), NULL);

  return gtk_label_get_text (self->sentence);
}

PlwuSheet *
plwu_answers_get_sheet (PlwuAnswers *self)
{
  g_return_val_if_fail (PLWU_IS_ANSWERS (self), NULL);

  return self->sheet;
}
