/* plwu-checks-page.c: what is wrong or doubtful in the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-checks-page.h"

#include "findings/plwu-labels.h"
#include "models/plwu-text-model.h"
#include "findings/plwu-check-groups.h"
#include "plwu-explain.h"
#include "plwu-focus.h"
#include "plwu-prose.h"
#include "sheet/plwu-sheet.h"

#include <string.h>

#include <glib/gi18n.h>

struct _PlwuChecksPage
{
  PlwuPage parent_instance;

  /* Owned */
  char *shown;           /* (nullable): the problems listed, as text */
  PlwProblems *problems; /* (nullable): the same, kept: the document's go with its results */
  GPtrArray *groups;     /* (nullable): of PlwuCheckGroup */

  /* Inside the scroller */
  PlwuSheet *sheet;

  /* Template widgets */
  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *finding;
  GtkLabel *title;
  GtkLabel *remedy;
  GtkButton *go;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (PlwuChecksPage, plwu_checks_page, PLWU_TYPE_PAGE)

static const PlwPlan *
get_plan (PlwuChecksPage *self)
{
  return plwu_document_get_shown (plwu_page_get_document (PLWU_PAGE (self)));
}

static char *
name_row (PlwuChecksPage *self, const PlwProblem *problem)
{
  const PlwPlan *plan = get_plan (self);
  PlwTableId table;

  if (problem->table == NULL || problem->row < 2)
    return g_strdup (problem->key != NULL ? problem->key : _ ("The whole plan"));
  if (plw_schema_find_table (problem->table, &table) && problem->row - 2 < plw_plan_n_rows (plan, table))
    return plwu_label_row (plan, table, problem->row - 2);
  return g_strdup (problem->key != NULL ? problem->key : problem->table);
}

static const char *
name_column (const PlwProblem *problem)
{
  PlwTableId table;
  size_t column;

  if (problem->column == NULL)
    return "";
  if (problem->table != NULL && plw_schema_find_table (problem->table, &table)
      && plw_schema_find_column (table, problem->column, &column))
    return _ (plw_schema_table (table)->columns[column].title);
  return problem->column;
}

static const char *
name_table (const char *name)
{
  PlwTableId table;

  if (name == NULL)
    return _ ("Plan");
  return plw_schema_find_table (name, &table) ? plwu_label_table (table) : name;
}

static const char *
name_severity (PlwSeverity severity)
{
  return severity == PLW_SEVERITY_ERROR ? _ ("Error") : _ ("Warning");
}

static const PlwuCheckGroup *
get_group (PlwuChecksPage *self)
{
  GtkListBoxRow *row = self->list != NULL ? gtk_list_box_get_selected_row (self->list) : NULL;
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  return self->groups != NULL && index >= 0 && (guint) index < self->groups->len
             ? g_ptr_array_index (self->groups, index)
             : NULL;
}

static const PlwProblem *
get_problem (PlwuChecksPage *self, guint row)
{
  const PlwuCheckGroup *group = get_group (self);

  return group != NULL && row < group->members->len
             ? plw_problems_get (self->problems, g_array_index (group->members, size_t, row))
             : NULL;
}

static PlwuSheetModel *
create_model (PlwuChecksPage *self, const PlwuCheckGroup *group)
{
  g_autoptr (GPtrArray) table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *titles[] = { _ ("Where"), _ ("Cell"), _ ("What is wrong"), NULL };

  g_ptr_array_add (table, g_strdupv ((char **) titles));
  for (guint i = 0; i < group->members->len; i++)
    {
      const PlwProblem *problem =
          plw_problems_get (self->problems, g_array_index (group->members, size_t, i));
      g_autofree char *what = plwu_check_raise_first (problem->what);
      g_autofree char *row = name_row (self, problem);
      const char *texts[] = { row, name_column (problem), what, NULL };

      g_ptr_array_add (table, g_strdupv ((char **) texts));
    }
  return plwu_text_model_new (table);
}

static void
group_selected_cb (PlwuChecksPage *self)
{
  const PlwuCheckGroup *group = get_group (self);
  g_autoptr (PlwuSheetModel) model = group != NULL ? create_model (self, group) : NULL;

  if (group == NULL)
    return;

  gtk_label_set_text (self->title, group->title);
  gtk_label_set_text (self->remedy, group->remedy);
  gtk_widget_set_visible (GTK_WIDGET (self->remedy), *group->remedy != '\0');
  plwu_sheet_set_model (self->sheet, model);
  plwu_sheet_set_label (self->sheet, group->title);
}

static GtkWidget *
create_row (const PlwuCheckGroup *group)
{
  gboolean is_error = group->severity == PLW_SEVERITY_ERROR;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon =
      gtk_image_new_from_icon_name (is_error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  g_autofree char *count = g_strdup_printf ("%u", group->members->len);
  g_autofree char *place =
      g_strdup_printf ("%s · %s", name_severity (group->severity), name_table (group->table));
  g_autofree char *name = g_strdup_printf ("%s: %s, %s", place, group->title, count);
  GtkWidget *number = gtk_label_new (count);
  GtkWidget *caption = plwu_prose_new (place, "caption");

  gtk_widget_add_css_class (icon, is_error ? "error" : "warning");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (number, "heading");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), plwu_prose_new (group->title, NULL));
  gtk_box_append (GTK_BOX (texts), caption);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), number);
  gtk_widget_add_css_class (box, "plwu-check");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static PlwProblems *
copy_problems (const PlwProblems *problems)
{
  PlwProblems *copy = plw_problems_new ();

  for (size_t i = 0; i < plw_problems_size (problems); i++)
    plw_problems_add_copy (copy, plw_problems_get (problems, i));
  return copy;
}

static char *
describe_finding (PlwuChecksPage *self)
{
  guint n_errors = (guint) plw_problems_count (self->problems, PLW_SEVERITY_ERROR);
  guint n_warnings = (guint) plw_problems_count (self->problems, PLW_SEVERITY_WARNING);
  g_autofree char *errors = g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  g_autofree char *warnings =
      g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);
  g_autofree char *kinds =
      g_strdup_printf (ngettext ("of %u kind", "of %u kinds", self->groups->len), self->groups->len);

  if (n_errors == 0)
    return g_strdup_printf ("%s %s", warnings, kinds);
  if (n_warnings == 0)
    return g_strdup_printf ("%s %s", errors, kinds);
  return g_strdup_printf (_ ("%s and %s %s"), errors, warnings, kinds);
}

/* The kind that was being looked at is looked at again, if there is still one of it. */
static void
show_groups (PlwuChecksPage *self)
{
  const PlwuCheckGroup *selected = get_group (self);
  g_autofree char *title = g_strdup (selected != NULL ? selected->title : NULL);
  g_autoptr (GPtrArray) groups = self->groups;
  g_autofree char *finding = NULL;
  GtkWidget *row;
  int select = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  self->groups = plwu_check_groups_new (self->problems);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const PlwuCheckGroup *group = g_ptr_array_index (self->groups, i);

      gtk_list_box_append (self->list, create_row (group));
      if (g_strcmp0 (group->title, title) == 0)
        select = (int) i;
    }
  finding = describe_finding (self);
  gtk_label_set_text (self->finding, finding);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, select));
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

  gtk_stack_set_visible_child_name (self->stack, n_problems > 0 ? "list" : "none");
  if (n_problems == 0)
    return;

  g_autoptr (PlwProblems) before = self->problems;

  self->problems = copy_problems (problems);
  show_groups (self);
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

  g_autofree char *place = name_row (self, problem);
  PlwuExplanation *text = plwu_explanation_new (
      g_strdup_printf ("%s: %s", name_table (problem->table), place),
      plwu_explain_context (plwu_page_get_document (page)), g_strdup (name_severity (problem->severity)));

  plwu_explanation_add_heading (text, _ ("What is wrong"));
  plwu_explanation_add_text (text, plwu_check_raise_first (problem->what));
  if (problem->remedy != NULL && *problem->remedy != '\0')
    {
      plwu_explanation_add_heading (text, _ ("What to do"));
      plwu_explanation_add_text (text, plwu_check_raise_first (problem->remedy));
    }
  return text;
}

/* The plan as a whole stands in no cell. */
static gboolean
has_place (const PlwProblem *problem)
{
  return problem != NULL && problem->table != NULL
         && (problem->row >= 2 || strcmp (problem->table, plw_schema_table (PLW_TABLE_PLAN)->name) != 0);
}

static void
cell_activated_cb (PlwuChecksPage *self, guint row, guint column)
{
  const PlwProblem *problem = get_problem (self, row);

  if (has_place (problem))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-cell", "(sus)", problem->table,
                                (guint32) (problem->row >= 2 ? problem->row - 2 : 0),
                                problem->column != NULL ? problem->column : "");
}

static void
go_cb (PlwuChecksPage *self)
{
  guint row;
  guint column;

  if (plwu_sheet_get_cursor (self->sheet, &row, &column))
    cell_activated_cb (self, row, column);
}

static void
selection_cb (PlwuChecksPage *self)
{
  guint row = 0;
  guint column;
  const PlwProblem *problem =
      plwu_sheet_get_cursor (self->sheet, &row, &column) ? get_problem (self, row) : NULL;

  if (self->go != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->go), has_place (problem));
  plwu_page_queue_explain (PLWU_PAGE (self));
}

/* From a kind the Enter key leads to its first place. */
static void
group_activated_cb (PlwuChecksPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

static gboolean
plwu_checks_page_grab_focus (GtkWidget *widget)
{
  PlwuChecksPage *self = PLWU_CHECKS_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
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
  PlwuChecksPage *self = PLWU_CHECKS_PAGE (object);

  g_free (self->shown);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  plw_problems_free (self->problems);

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
  gtk_widget_class_bind_template_child (widget_class, PlwuChecksPage, list);
  gtk_widget_class_bind_template_child (widget_class, PlwuChecksPage, finding);
  gtk_widget_class_bind_template_child (widget_class, PlwuChecksPage, title);
  gtk_widget_class_bind_template_child (widget_class, PlwuChecksPage, remedy);
  gtk_widget_class_bind_template_child (widget_class, PlwuChecksPage, go);
  gtk_widget_class_bind_template_child (widget_class, PlwuChecksPage, scroller);
  gtk_widget_class_bind_template_callback (widget_class, group_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
plwu_checks_page_init (PlwuChecksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plwu_focus_let_tab_leave (self->list);

  self->sheet = PLWU_SHEET (plwu_sheet_new (NULL));
  plwu_sheet_set_label (self->sheet, _ ("Checks"));
  g_signal_connect_object (self->sheet, "cell-activated", G_CALLBACK (cell_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "selection-changed", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->sheet));
}

GtkWidget *
plwu_checks_page_new (PlwuDocument *document)
{
  return g_object_new (PLWU_TYPE_CHECKS_PAGE, "document", document, NULL);
}
