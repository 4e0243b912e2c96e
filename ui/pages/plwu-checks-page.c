/* plwu-checks-page.c: what is wrong or doubtful in the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-checks-page.h"

#include "models/plwu-text-model.h"
#include "plwu-explain.h"
#include "plwu-labels.h"
#include "sheet/plwu-sheet.h"

#include <string.h>

#include <glib/gi18n.h>

struct _PlwuChecksPage
{
  PlwuPage parent_instance;

  /* Owned */
  char *shown;   /* (nullable): the problems listed, as text */
  GArray *order; /* of size_t: the problem in each row */

  /* Inside the scroller */
  PlwuSheet *sheet;

  /* Template widgets */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (PlwuChecksPage, plwu_checks_page, PLWU_TYPE_PAGE)

static char *
name_place (PlwuChecksPage *self, const PlwProblem *problem)
{
  const PlwPlan *plan = plwu_document_get_shown (plwu_page_get_document (PLWU_PAGE (self)));
  PlwTableId table;
  size_t column;
  GString *text;

  if (problem->table == NULL)
    return g_strdup ("");
  if (!plw_schema_find_table (problem->table, &table))
    return g_strdup (problem->table);

  text = g_string_new (plwu_label_table (table));
  if (problem->row >= 2 && problem->row - 2 < plw_plan_n_rows (plan, table))
    {
      g_autofree char *row = plwu_label_row (plan, table, problem->row - 2);

      g_string_append_printf (text, ", %s", row);
    }
  else if (problem->key != NULL)
    g_string_append_printf (text, ", %s", problem->key);
  if (problem->column != NULL)
    g_string_append_printf (text, ", %s",
                            plw_schema_find_column (table, problem->column, &column)
                                ? _ (plw_schema_table (table)->columns[column].title)
                                : problem->column);
  return g_string_free (text, FALSE);
}

static char *
raise_first (const char *clause)
{
  g_autofree char *first = g_utf8_substring (clause, 0, *clause != '\0' ? 1 : 0);
  g_autofree char *raised = g_utf8_strup (first, -1);

  return g_strconcat (raised, clause + strlen (first), NULL);
}

static const char *
name_severity (const PlwProblem *problem)
{
  return problem->severity == PLW_SEVERITY_ERROR ? _ ("Error") : _ ("Warning");
}

static GStrv
create_row (PlwuChecksPage *self, const PlwProblem *problem)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *what = raise_first (problem->what);
  g_autofree char *place = name_place (self, problem);
  g_autofree char *remedy = raise_first (problem->remedy != NULL ? problem->remedy : "");

  g_strv_builder_add_many (builder, name_severity (problem), what, place, remedy, NULL);

  return g_strv_builder_end (builder);
}

/* Errors first. */
static void
show_problems (PlwuChecksPage *self, const PlwProblems *problems)
{
  g_autoptr (GPtrArray) table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *titles[] = { _ ("Kind"), _ ("What is wrong"), _ ("Where"), _ ("To put it right"), NULL };
  g_autoptr (PlwuSheetModel) model = NULL;

  g_array_set_size (self->order, 0);
  g_ptr_array_add (table, g_strdupv ((char **) titles));
  for (int severity = PLW_SEVERITY_ERROR; severity <= PLW_SEVERITY_WARNING; severity++)
    for (size_t i = 0; i < plw_problems_size (problems); i++)
      if ((int) plw_problems_get (problems, i)->severity == severity)
        {
          g_ptr_array_add (table, create_row (self, plw_problems_get (problems, i)));
          g_array_append_val (self->order, i);
        }
  model = plwu_text_model_new (table);
  plwu_sheet_set_model (self->sheet, model);
}

static void
plwu_checks_page_refresh (PlwuPage *page)
{
  PlwuChecksPage *self = PLWU_CHECKS_PAGE (page);
  const PlwProblems *problems = plwu_document_get_problems (plwu_page_get_document (page));
  size_t n_problems = problems != NULL ? plw_problems_size (problems) : 0;
  g_autofree char *text = problems != NULL ? plw_problems_to_text (problems) : g_strdup ("");

  /* The cursor stays where the list is the same. */
  if (g_strcmp0 (text, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);

  if (n_problems > 0)
    show_problems (self, problems);
  gtk_stack_set_visible_child_name (self->stack, n_problems > 0 ? "list" : "none");
}

static const PlwProblem *
get_problem (PlwuChecksPage *self, guint row)
{
  const PlwProblems *problems = plwu_document_get_problems (plwu_page_get_document (PLWU_PAGE (self)));

  if (problems == NULL || row >= self->order->len)
    return NULL;

  size_t index = g_array_index (self->order, size_t, row);

  return index < plw_problems_size (problems) ? plw_problems_get (problems, index) : NULL;
}

static PlwuExplanation *
plwu_checks_page_explain (PlwuPage *page)
{
  PlwuChecksPage *self = PLWU_CHECKS_PAGE (page);
  const PlwProblem *problem;
  guint row;
  guint column;

  if (!plwu_sheet_get_cursor (self->sheet, &row, &column) || (problem = get_problem (self, row)) == NULL)
    return NULL;

  PlwuExplanation *text =
      plwu_explanation_new (name_place (self, problem), plwu_explain_context (plwu_page_get_document (page)),
                            g_strdup (name_severity (problem)));

  plwu_explanation_add_heading (text, _ ("What is wrong"));
  plwu_explanation_add_text (text, raise_first (problem->what));
  if (problem->remedy != NULL && *problem->remedy != '\0')
    {
      plwu_explanation_add_heading (text, _ ("To put it right"));
      plwu_explanation_add_text (text, raise_first (problem->remedy));
    }
  return text;
}

static void
cell_activated_cb (PlwuChecksPage *self, guint row, guint column)
{
  const PlwProblem *problem = get_problem (self, row);

  if (problem != NULL && problem->table != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-cell", "(sus)", problem->table,
                                (guint32) (problem->row >= 2 ? problem->row - 2 : 0),
                                problem->column != NULL ? problem->column : "");
}

static gboolean
plwu_checks_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLWU_CHECKS_PAGE (widget)->sheet));
}

static void
plwu_checks_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_CHECKS_PAGE);

  G_OBJECT_CLASS (plwu_checks_page_parent_class)->dispose (object);
}

static void
plwu_checks_page_finalize (GObject *object)
{
  g_free (PLWU_CHECKS_PAGE (object)->shown);
  g_array_unref (PLWU_CHECKS_PAGE (object)->order);

  G_OBJECT_CLASS (plwu_checks_page_parent_class)->finalize (object);
}

static void
plwu_checks_page_class_init (PlwuChecksPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plwu_checks_page_dispose;
  object_class->finalize = plwu_checks_page_finalize;
  widget_class->grab_focus = plwu_checks_page_grab_focus;
  PLWU_PAGE_CLASS (klass)->refresh = plwu_checks_page_refresh;
  PLWU_PAGE_CLASS (klass)->explain = plwu_checks_page_explain;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-checks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuChecksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuChecksPage, scroller);
}

static void
plwu_checks_page_init (PlwuChecksPage *self)
{
  self->order = g_array_new (FALSE, FALSE, sizeof (size_t));
  gtk_widget_init_template (GTK_WIDGET (self));

  self->sheet = PLWU_SHEET (plwu_sheet_new (NULL));
  plwu_sheet_set_label (self->sheet, _ ("Checks"));
  g_signal_connect_object (self->sheet, "cell-activated", G_CALLBACK (cell_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "selection-changed", G_CALLBACK (plwu_page_queue_explain), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->sheet));
}

GtkWidget *
plwu_checks_page_new (PlwuDocument *document)
{
  return g_object_new (PLWU_TYPE_CHECKS_PAGE, "document", document, NULL);
}
