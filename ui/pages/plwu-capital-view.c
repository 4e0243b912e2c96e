/* plwu-capital-view.c: what pays for the capital programme and what borrowing leads to.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-capital-view.h"

#include "findings/plwu-capital-funding.h"
#include "pictures/plwu-round-table.h"
#include "plwu-focus.h"
#include "plwu-explain.h"
#include "plwu-picture.h"

#include <placewright/sustain.h>

#include <glib/gi18n.h>
#include <placewright/year.h>

struct _PlwuCapitalView
{
  AdwBin parent_instance;

  /* Owned */
  PlwuDocument *document;

  /* Inside */
  PlwuNeedMoney *drawing;
  PlwuPicture *picture;
  PlwuAnswers *answers;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (PlwuCapitalView, plwu_capital_view, ADW_TYPE_BIN)

/* The rows of figures, in their order; provision and interest make the financing cost. */
enum
{
  ROW_BORROWED,
  ROW_CFR,
  ROW_MRP,
  ROW_INTEREST,
  ROW_FINANCING,
  ROW_NET_REVENUE,
  N_MONEY_ROWS,
};

static void
show_funding (PlwuCapitalView *self, const PlwResult *result)
{
  g_autofree char *context = plwu_explain_context (self->document);

  plwu_drawing_set_context (PLWU_DRAWING (self->drawing), context);
  plwu_capital_funding_show (self->drawing, result);
  plwu_picture_refresh (self->picture);
}

static gint64
get_pence (const PlwResult *result, int row, size_t year)
{
  switch (row)
    {
    case ROW_BORROWED:
      return plw_result_sum (result, PLW_SUM_BORROWED, year);
    case ROW_CFR:
      return plw_result_sum (result, PLW_SUM_CFR, year);
    case ROW_MRP:
      return plw_result_sum (result, PLW_SUM_MRP, year);
    case ROW_INTEREST:
      return plw_result_sum (result, PLW_SUM_INTEREST, year);
    case ROW_FINANCING:
      return plw_result_sustain (result, PLW_SUSTAIN_FINANCING_COST, year);
    case ROW_NET_REVENUE:
    default:
      return plw_result_sustain (result, PLW_SUSTAIN_NET_REVENUE, year);
    }
}

static const char *const row_names[N_MONEY_ROWS] = {
  [ROW_BORROWED] = N_ ("Borrowed in the year"),
  [ROW_CFR] = N_ ("Capital financing requirement at year end"),
  [ROW_MRP] = N_ ("Minimum revenue provision (MRP)"),
  [ROW_INTEREST] = N_ ("Interest"),
  [ROW_FINANCING] = N_ ("Financing cost: MRP and interest"),
  [ROW_NET_REVENUE] = N_ ("Net revenue stream: taxes and general grants"),
};

/* Provision and interest add up to what is printed below them. */
static char **
make_money_row (const PlwResult *result, int row, PlwUnit unit)
{
  size_t n_years = plw_result_n_years (result);
  char **texts = g_new0 (char *, n_years + 2);

  texts[0] = g_strdup (_ (row_names[row]));
  for (size_t i = 0; i < n_years; i++)
    {
      gint64 parts[] = { get_pence (result, ROW_MRP, i), get_pence (result, ROW_INTEREST, i) };
      gint64 steps[G_N_ELEMENTS (parts)];
      gint64 total = plw_pence_round_rows (parts, G_N_ELEMENTS (parts), unit, steps);

      texts[1 + i] = row == ROW_MRP         ? plw_steps_to_text (steps[0], unit)
                     : row == ROW_INTEREST  ? plw_steps_to_text (steps[1], unit)
                     : row == ROW_FINANCING ? plw_steps_to_text (total, unit)
                                            : plw_pence_show (get_pence (result, row, i), unit);
    }
  return texts;
}

static PlwuAnswerModel *
create_model (const PlwResult *result, PlwUnit unit)
{
  size_t n_years = plw_result_n_years (result);
  g_autofree PlwuAnswerColumn *columns = g_new0 (PlwuAnswerColumn, n_years + 1);
  g_autofree char *title = g_strdup_printf (_ ("Borrowing, %s"), plw_unit_suffix (unit));
  char **ratio = g_new0 (char *, n_years + 2);

  columns[0] = (PlwuAnswerColumn){ title, 44, FALSE };
  for (size_t i = 0; i < n_years; i++)
    columns[1 + i] = (PlwuAnswerColumn){ plw_year_name (plw_result_year (result, i)), 13, TRUE };

  PlwuAnswerModel *model = plwu_answer_model_new ((guint) n_years + 1, columns, 1);

  for (int row = 0; row < N_MONEY_ROWS; row++)
    plwu_answer_model_add_row (model, make_money_row (result, row, unit), NULL);
  ratio[0] = g_strdup (_ ("Financing cost to net revenue stream"));
  for (size_t i = 0; i < n_years; i++)
    ratio[1 + i] = plwu_capital_show_ratio (result, i);
  plwu_answer_model_add_row (model, ratio, NULL);
  return model;
}

static GArray *
list_figures (void)
{
  static const PlwFigure figures[N_MONEY_ROWS + 1] = {
    [ROW_BORROWED] = { PLW_FIGURE_SUM, PLW_SUM_BORROWED, 0, 0 },
    [ROW_CFR] = { PLW_FIGURE_SUM, PLW_SUM_CFR, 0, 0 },
    [ROW_MRP] = { PLW_FIGURE_SUM, PLW_SUM_MRP, 0, 0 },
    [ROW_INTEREST] = { PLW_FIGURE_SUM, PLW_SUM_INTEREST, 0, 0 },
    [ROW_FINANCING] = { PLW_FIGURE_SUSTAIN, PLW_SUSTAIN_FINANCING_COST, 0, 0 },
    [ROW_NET_REVENUE] = { PLW_FIGURE_SUSTAIN, PLW_SUSTAIN_NET_REVENUE, 0, 0 },
    [N_MONEY_ROWS] = { PLW_FIGURE_FINANCING_RATIO, 0, 0, 0 },
  };
  GArray *list = g_array_new (FALSE, FALSE, sizeof (PlwFigure));

  return g_array_append_vals (list, figures, N_MONEY_ROWS + 1);
}

/* The prudential indicator, in words. */
static char *
make_sentence (const PlwResult *result)
{
  size_t last = plw_result_n_years (result) - 1;
  g_autofree char *first_ratio = plwu_capital_show_ratio (result, 0);
  g_autofree char *last_ratio = plwu_capital_show_ratio (result, last);
  g_autofree char *cfr = plw_pence_show_short (plw_result_sum (result, PLW_SUM_CFR, last));
  gint64 borrowed = 0;

  for (size_t i = 0; i <= last; i++)
    borrowed += plw_result_sum (result, PLW_SUM_BORROWED, i);
  if (borrowed == 0 && plw_result_sum (result, PLW_SUM_CFR, last) == 0)
    return g_strdup (
        _ ("Nothing is borrowed and no debt is left. A project that may borrow takes up what its "
           "pots do not pay for; the debt then appears here with what it costs a year."));

  g_autofree char *amount = plw_pence_show_short (borrowed);

  return g_strdup_printf (
      _ ("%s is borrowed over the plan; %s is still to be paid off at its end. Paying for debt takes %s of "
         "taxes and general grants in %s and %s in %s."),
      amount, cfr, first_ratio, plw_year_name (plw_result_year (result, 0)), last_ratio,
      plw_year_name (plw_result_year (result, last)));
}

static void
refresh (PlwuCapitalView *self)
{
  if (self->drawing == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  const PlwResult *result = plwu_document_get_result (self->document, NULL);

  if (result == NULL)
    {
      const char *failure = plwu_document_get_failure (self->document);

      plwu_need_money_set_series (self->drawing, 0, NULL, 0, NULL, NULL, NULL,
                                  failure != NULL ? _ ("No results") : _ ("Working it out…"));
      return;
    }
  show_funding (self, result);
  plwu_answers_set (self->answers, make_sentence (result),
                    create_model (result, plwu_document_get_unit (self->document)), list_figures ());
}

static void
plwu_capital_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plwu_capital_view_parent_class)->map (widget);

  refresh (PLWU_CAPITAL_VIEW (widget));
}

static gboolean
plwu_capital_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (gtk_stack_get_visible_child (PLWU_CAPITAL_VIEW (widget)->stack),
                                 GTK_DIR_TAB_FORWARD);
}

static void
plwu_capital_view_dispose (GObject *object)
{
  PlwuCapitalView *self = PLWU_CAPITAL_VIEW (object);

  self->drawing = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (plwu_capital_view_parent_class)->dispose (object);
}

static void
plwu_capital_view_class_init (PlwuCapitalViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plwu_capital_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = plwu_capital_view_map;
  GTK_WIDGET_CLASS (klass)->focus = plwu_focus_child;
  GTK_WIDGET_CLASS (klass)->grab_focus = plwu_capital_view_grab_focus;
}

static void
plwu_capital_view_init (PlwuCapitalView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *picture = g_object_new (PLWU_TYPE_PICTURE, NULL);
  GtkWidget *answers = plwu_answers_new (_ ("Borrowing and what it costs"), 1);

  self->stack = GTK_STACK (gtk_stack_new ());
  self->picture = PLWU_PICTURE (picture);
  self->answers = PLWU_ANSWERS (answers);
  self->drawing = plwu_need_money_new ();
  plwu_picture_set_drawing (self->picture, PLWU_DRAWING (self->drawing));

  gtk_stack_add_titled (self->stack, picture, "money", _ ("Money for it"));
  gtk_stack_add_titled (self->stack, answers, "borrowing", _ ("Borrowing and its cost"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_add_css_class (switcher, "plwu-tabs");
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  gtk_widget_set_margin_start (switcher, 18);
  gtk_widget_set_margin_top (switcher, 6);
  gtk_widget_set_margin_bottom (switcher, 6);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
plwu_capital_view_new (PlwuDocument *document)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  PlwuCapitalView *self = g_object_new (PLWU_TYPE_CAPITAL_VIEW, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "result-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::unit", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

PlwuAnswers *
plwu_capital_view_get_answers (PlwuCapitalView *self)
{
  g_return_val_if_fail (PLWU_IS_CAPITAL_VIEW (self), NULL);

  return self->answers;
}
