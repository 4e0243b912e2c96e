/* plwu-outcomes-view.c: targets beside the money that serves them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-outcomes-view.h"

#include "findings/plwu-labels.h"
#include "plwu-outcome-money.h"

#include <string.h>

#include <glib/gi18n.h>
#include <placewright/number.h>
#include <placewright/year.h>

#define FIRST_YEAR 2

struct _PlwuOutcomesView
{
  AdwBin parent_instance;

  /* Owned */
  PlwuDocument *document;

  /* Inside */
  PlwuAnswers *answers;
};

G_DEFINE_FINAL_TYPE (PlwuOutcomesView, plwu_outcomes_view, ADW_TYPE_BIN)

/* The table as it is being made. */
typedef struct
{
  const PlwResult *result;
  PlwUnit unit;
  PlwuAnswerModel *model;
  GArray *figures;
  guint n_served; /* outcomes that a programme serves */
} Making;

static char **
new_row (Making *making, char *first, char *second)
{
  char **texts = g_new0 (char *, FIRST_YEAR + plw_result_n_years (making->result) + 1);

  texts[0] = first;
  texts[1] = second;
  for (size_t i = 0; i < plw_result_n_years (making->result); i++)
    texts[FIRST_YEAR + i] = g_strdup ("");
  return texts;
}

static void
take_row (Making *making, char **texts, PlwFigure figure)
{
  plwu_answer_model_add_row (making->model, texts, NULL);
  g_array_append_val (making->figures, figure);
}

static const PlwFigure no_figure = { PLW_N_FIGURE_KINDS, 0, 0, 0 };

static void
set_cell (Making *making, char **texts, size_t year, char *text)
{
  g_free (texts[FIRST_YEAR + year]);
  texts[FIRST_YEAR + year] = text;
}

/* What is measured, how it stands and which way is better. */
static char *
describe_target (const PlwPlan *plan, size_t row)
{
  const char *unit = plw_plan_text (plan, PLW_TABLE_OUTCOMES, row, PLW_OUTCOMES_UNIT);
  const char *better = plw_plan_text (plan, PLW_TABLE_OUTCOMES, row, PLW_OUTCOMES_BETTER);
  g_autofree char *baseline = plwu_label_cell (plan, PLW_TABLE_OUTCOMES, row, PLW_OUTCOMES_BASELINE);
  GString *text = g_string_new (_ ("Target"));

  if (*unit != '\0')
    g_string_append_printf (text, ", %s", unit);
  if (*baseline != '\0')
    g_string_append_printf (text, _ ("; baseline %s"), baseline);
  if (strcmp (better, "up") == 0)
    g_string_append (text, _ ("; more is better"));
  else if (strcmp (better, "down") == 0)
    g_string_append (text, _ ("; less is better"));
  return g_string_free (text, FALSE);
}

static void
add_target (Making *making, size_t row)
{
  const PlwPlan *plan = plw_result_plan (making->result);
  char **texts =
      new_row (making, g_strdup (plw_plan_name (plan, PLW_TABLE_OUTCOMES, row)), describe_target (plan, row));

  for (size_t i = 0; i < plw_result_n_years (making->result); i++)
    set_cell (making, texts, i,
              plwu_label_cell (
                  plan, PLW_TABLE_OUTCOMES, row,
                  plw_plan_year_column (plan, PLW_TABLE_OUTCOMES, plw_result_year (making->result, i))));
  take_row (making, texts, no_figure);
}

/* One use and the money that reached it. */
static void
add_use (Making *making, size_t index)
{
  const PlwUse *use = plw_result_use (making->result, index);
  g_autofree char *name = plwu_label_use (use);
  char *label = use->kind == PLW_USE_PROGRAMME ? g_strdup_printf (_ ("Programme: %s"), name)
                                               : g_strdup_printf (_ ("Service, all its money: %s"), name);
  char **texts = new_row (making, g_strdup (""), label);

  for (size_t i = 0; i < plw_result_n_years (making->result); i++)
    set_cell (making, texts, i, plw_pence_show (use->funded[i], making->unit));
  take_row (making, texts, (PlwFigure){ PLW_FIGURE_FUNDED, (uint32_t) index, 0, 0 });
}

static void
add_outcome (Making *making, size_t row)
{
  const char *code =
      plw_plan_text (plw_result_plan (making->result), PLW_TABLE_OUTCOMES, row, PLW_OUTCOMES_CODE);
  g_autoptr (GArray) programmes = plwu_outcome_list_programmes (making->result, code);
  g_autoptr (GArray) lines = plwu_outcome_list_lines (making->result, code);

  add_target (making, row);
  for (guint i = 0; i < programmes->len; i++)
    add_use (making, g_array_index (programmes, size_t, i));
  for (guint i = 0; i < lines->len; i++)
    add_use (making, g_array_index (lines, size_t, i));
  if (programmes->len > 0)
    making->n_served++;
  else
    take_row (
        making,
        new_row (making, g_strdup (""), g_strdup (_ ("No programme of the plan names it: no money to show"))),
        no_figure);
}

static PlwuAnswerModel *
create_model (const PlwResult *result, PlwUnit unit)
{
  size_t n_years = plw_result_n_years (result);
  g_autofree PlwuAnswerColumn *columns = g_new0 (PlwuAnswerColumn, FIRST_YEAR + n_years);
  g_autofree char *money =
      g_strdup_printf (_ ("Target, and money that reached it in %s"), plw_unit_suffix (unit));

  columns[0] = (PlwuAnswerColumn){ _ ("Outcome"), 30, FALSE };
  columns[1] = (PlwuAnswerColumn){ money, 48, FALSE };
  for (size_t i = 0; i < n_years; i++)
    columns[FIRST_YEAR + i] = (PlwuAnswerColumn){ plw_year_name (plw_result_year (result, i)), 11, TRUE };
  return plwu_answer_model_new (FIRST_YEAR + (guint) n_years, columns, 1);
}

static char *
make_sentence (size_t n_outcomes, guint n_served)
{
  g_autofree char *all =
      g_strdup_printf (ngettext ("%u outcome", "%u outcomes", n_outcomes), (guint) n_outcomes);

  if (n_outcomes == 0)
    return g_strdup (
        _ ("Once outcomes are in the table above and effects of prevention programmes name them, "
           "their targets stand here beside the money."));
  return g_strdup_printf (
      _ ("%s; programmes of the plan serve %u. Money that serves several outcomes stands with "
         "each: do not add it up. The plan does not say what a pound achieves, and ranks "
         "nothing."),
      all, n_served);
}

static void
refresh (PlwuOutcomesView *self)
{
  const PlwResult *result = plwu_document_get_result (self->document, NULL);
  size_t n_outcomes;

  if (result == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  Making making = { result, plwu_document_get_unit (self->document), NULL, NULL, 0 };

  making.model = create_model (result, making.unit);
  making.figures = g_array_new (FALSE, FALSE, sizeof (PlwFigure));
  n_outcomes = plw_plan_n_rows (plw_result_plan (result), PLW_TABLE_OUTCOMES);
  for (size_t i = 0; i < n_outcomes; i++)
    add_outcome (&making, i);
  plwu_answers_set (self->answers, make_sentence (n_outcomes, making.n_served), making.model, making.figures);
}

static void
plwu_outcomes_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plwu_outcomes_view_parent_class)->map (widget);

  refresh (PLWU_OUTCOMES_VIEW (widget));
}

static void
plwu_outcomes_view_dispose (GObject *object)
{
  g_clear_object (&PLWU_OUTCOMES_VIEW (object)->document);

  G_OBJECT_CLASS (plwu_outcomes_view_parent_class)->dispose (object);
}

static void
plwu_outcomes_view_class_init (PlwuOutcomesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plwu_outcomes_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = plwu_outcomes_view_map;
}

static void
plwu_outcomes_view_init (PlwuOutcomesView *self)
{
  GtkWidget *answers = plwu_answers_new (_ ("Targets and the money that serves them"), FIRST_YEAR);

  self->answers = PLWU_ANSWERS (answers);
  adw_bin_set_child (ADW_BIN (self), answers);
}

GtkWidget *
plwu_outcomes_view_new (PlwuDocument *document)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  PlwuOutcomesView *self = g_object_new (PLWU_TYPE_OUTCOMES_VIEW, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "result-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::unit", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

PlwuAnswers *
plwu_outcomes_view_get_answers (PlwuOutcomesView *self)
{
  g_return_val_if_fail (PLWU_IS_OUTCOMES_VIEW (self), NULL);

  return self->answers;
}
