/* plwu-services-page.c: service lines, their cost elements and changes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-services-page.h"

#include "findings/plwu-bridge-figures.h"
#include "models/plwu-services-model.h"
#include "plwu-explain.h"
#include "plwu-grid.h"
#include "plwu-picker.h"
#include "plwu-picture.h"
#include "plwu-tooltip.h"

#include <string.h>

#include <glib/gi18n.h>

struct _PlwuServicesPage
{
  PlwuPage parent_instance;

  /* Borrowed: one of the grids, the one selected in last */
  PlwuGrid *current;

  gboolean is_filtering; /* cursors move without anybody moving them */

  /* Inside the picture */
  PlwuBridge *bridge;

  /* Template widgets */
  PlwuGrid *lines;
  PlwuGrid *costs;
  PlwuGrid *changes;
  GtkStack *stack;
  GtkLabel *line_name;
  GtkCheckButton *all_lines;
  PlwuPicker *measure;
  GtkWidget *bridge_controls;
  PlwuPicker *scope;
  PlwuPicker *bridge_year;
  GtkStringList *bridge_years;
  PlwuPicture *bridge_picture;
};

G_DEFINE_FINAL_TYPE (PlwuServicesPage, plwu_services_page, PLWU_TYPE_PAGE)

/* Whose need the bridge explains, in the order of the list. */
enum
{
  SCOPE_LINE,
  SCOPE_GROUP,
  SCOPE_PLAN,
};

static gboolean
shows_bridge (PlwuServicesPage *self)
{
  return strcmp (gtk_stack_get_visible_child_name (self->stack), "bridge") == 0;
}

static gboolean
find_use (const PlwResult *result, const char *line, size_t *ret_use)
{
  for (size_t i = 0; i < plw_result_n_uses (result); i++)
    {
      const PlwUse *use = plw_result_use (result, i);

      if (use->kind == PLW_USE_LINE && strcmp (use->code, line) == 0)
        {
          *ret_use = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* All years of the plan, then each. */
static void
update_bridge_years (PlwuServicesPage *self, const PlwResult *result)
{
  size_t n_years = plw_result_n_years (result);
  g_autofree char *all = g_strdup_printf (_ ("To %s"), plw_year_name (plw_result_year (result, n_years - 1)));
  guint n_listed = g_list_model_get_n_items (G_LIST_MODEL (self->bridge_years));

  if (n_listed == n_years + 1 && strcmp (gtk_string_list_get_string (self->bridge_years, 0), all) == 0)
    return;

  gtk_string_list_splice (self->bridge_years, 0, n_listed, NULL);
  gtk_string_list_append (self->bridge_years, all);
  for (size_t i = 0; i < n_years; i++)
    gtk_string_list_append (self->bridge_years, plw_year_name (plw_result_year (result, i)));
  plwu_picker_set_selected (self->bridge_year, 0);
}

/* The uses of the line under the cursor, or of its group; @ret_what is the result's. */
static GArray *
list_uses (PlwuServicesPage *self, const PlwResult *result, const char **ret_what)
{
  const PlwPlan *plan = plwu_document_get_shown (plwu_page_get_document (PLWU_PAGE (self)));
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (size_t));
  const PlwUse *line;
  size_t row;
  size_t found;

  if (!plwu_grid_get_plan_row (self->lines, &row)
      || !find_use (result, plw_plan_text (plan, PLW_TABLE_LINES, row, PLW_LINES_CODE), &found))
    return NULL;

  line = plw_result_use (result, found);
  *ret_what = line->name;
  if (plwu_picker_get_selected (self->scope) == SCOPE_LINE || *line->group == '\0')
    g_array_append_val (uses, found);
  else
    {
      *ret_what = line->group;
      for (size_t i = 0; i < plw_result_n_uses (result); i++)
        if (plw_result_use (result, i)->kind == PLW_USE_LINE
            && strcmp (plw_result_use (result, i)->group, line->group) == 0)
          g_array_append_val (uses, i);
    }
  return g_steal_pointer (&uses);
}

static void
update_bridge (PlwuServicesPage *self)
{
  PlwuDocument *document = plwu_page_get_document (PLWU_PAGE (self));
  const PlwResult *result = plwu_document_get_result (document, NULL);
  const char *what = NULL;

  if (self->bridge == NULL || !shows_bridge (self))
    return;
  if (result == NULL)
    {
      plwu_bridge_set_data (self->bridge, "", 0, 0, NULL, "", _ ("No results yet"), NULL);
      return;
    }

  update_bridge_years (self, result);

  guint year = plwu_picker_get_selected (self->bridge_year);
  gboolean is_plan = plwu_picker_get_selected (self->scope) == SCOPE_PLAN;
  g_autoptr (GArray) uses = is_plan ? NULL : list_uses (self, result, &what);
  g_autofree char *context = plwu_explain_context (document);

  plwu_bridge_show_years (self->bridge, result, uses, year > 0 ? year - 1 : 0,
                          year > 0 ? year - 1 : plw_result_n_years (result) - 1, what);
  plwu_drawing_set_context (PLWU_DRAWING (self->bridge), context);
  plwu_picture_refresh (self->bridge_picture);
}

static void
bridge_cb (PlwuServicesPage *self)
{
  update_bridge (self);
}

/* The cost elements and changes below are those of the line selected above. */
static void
update_filter (PlwuServicesPage *self)
{
  const PlwPlan *plan = plwu_document_get_shown (plwu_page_get_document (PLWU_PAGE (self)));
  gboolean is_all = gtk_check_button_get_active (self->all_lines);
  size_t row;
  gboolean has_line = plwu_grid_get_plan_row (self->lines, &row);
  const char *code = has_line ? plw_plan_text (plan, PLW_TABLE_LINES, row, PLW_LINES_CODE) : NULL;
  g_autofree char *filter = is_all ? NULL : g_strdup (code);

  self->is_filtering = TRUE;
  plwu_table_model_set_filter (plwu_grid_get_model (self->costs), PLW_COSTS_LINE, filter);
  plwu_table_model_set_filter (plwu_grid_get_model (self->changes), PLW_CHANGES_LINE, filter);
  self->is_filtering = FALSE;
  gtk_label_set_text (self->line_name, is_all     ? _ ("Of all lines")
                                       : has_line ? plw_plan_name (plan, PLW_TABLE_LINES, row)
                                                  : "");
  plwu_tooltip_set (GTK_WIDGET (self->line_name), gtk_label_get_text (self->line_name));
  update_bridge (self);
}

static void
lines_selection_cb (PlwuServicesPage *self)
{
  self->current = self->lines;
  update_filter (self);
  plwu_page_queue_explain (PLWU_PAGE (self));
}

static void
detail_selection_cb (PlwuServicesPage *self, PlwuGrid *grid)
{
  if (self->is_filtering)
    return;
  self->current = grid;
  plwu_page_queue_explain (PLWU_PAGE (self));
}

static void
all_lines_cb (PlwuServicesPage *self)
{
  update_filter (self);
}

static void
tab_changed_cb (PlwuServicesPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  self->current = strcmp (name, "costs") == 0     ? self->costs
                  : strcmp (name, "changes") == 0 ? self->changes
                                                  : self->lines;
  gtk_widget_set_visible (GTK_WIDGET (self->all_lines), !shows_bridge (self));
  gtk_widget_set_visible (GTK_WIDGET (self->line_name), !shows_bridge (self));
  gtk_widget_set_visible (self->bridge_controls, shows_bridge (self));
  update_bridge (self);
  plwu_page_queue_explain (PLWU_PAGE (self));
}

static void
measure_cb (PlwuServicesPage *self)
{
  PlwuServicesMeasure measure = (PlwuServicesMeasure) plwu_picker_get_selected (self->measure);

  plwu_services_model_set_measure (PLWU_SERVICES_MODEL (plwu_grid_get_model (self->lines)), measure);
  plwu_page_queue_explain (PLWU_PAGE (self));
}

/* What a column beside the plan's own shows of a line. */
static gboolean
find_figure (PlwuServicesPage *self, size_t plan_row, guint column, PlwFigure *ret_figure)
{
  static const PlwFigureKind kinds[] = {
    [PLWU_SERVICES_NEED] = PLW_FIGURE_NEED,
    [PLWU_SERVICES_FUNDED] = PLW_FIGURE_FUNDED,
    [PLWU_SERVICES_SHORTFALL] = PLW_FIGURE_SHORTFALL,
  };
  PlwuDocument *document = plwu_page_get_document (PLWU_PAGE (self));
  PlwuTableModel *model = plwu_grid_get_model (self->lines);
  const PlwResult *result = plwu_document_get_result (document, NULL);
  const char *code =
      plw_plan_text (plwu_document_get_shown (document), PLW_TABLE_LINES, plan_row, PLW_LINES_CODE);
  size_t year = PLW_FIGURE_ALL_YEARS;
  size_t use;
  guint index;

  if (result == NULL || !plwu_table_model_get_derived_column (model, column, &index)
      || !find_use (result, code, &use))
    return FALSE;
  *ret_figure = (PlwFigure){ PLW_FIGURE_BASE_NEED, (uint32_t) use, 0, (uint32_t) year };
  if (plwu_services_model_get_year (PLWU_SERVICES_MODEL (model), column, &year))
    *ret_figure =
        (PlwFigure){ kinds[plwu_picker_get_selected (self->measure)], (uint32_t) use, 0, (uint32_t) year };
  return TRUE;
}

static PlwuExplanation *
plwu_services_page_explain (PlwuPage *page)
{
  PlwuServicesPage *self = PLWU_SERVICES_PAGE (page);
  PlwuTableModel *model = plwu_grid_get_model (self->current);
  PlwFigure figure;
  size_t plan_row;
  guint row;
  guint column;

  if (!plwu_grid_get_cursor (self->current, &row, &column))
    return NULL;
  if (self->current == self->lines && plwu_table_model_get_plan_row (model, row, &plan_row)
      && find_figure (self, plan_row, column, &figure))
    return plwu_explain_figure (plwu_page_get_document (page), figure);

  return plwu_explain_cell (model, row, column);
}

static gboolean
plwu_services_page_finish_editing (PlwuPage *page)
{
  PlwuServicesPage *self = PLWU_SERVICES_PAGE (page);

  return plwu_grid_finish_editing (self->lines) && plwu_grid_finish_editing (self->costs)
         && plwu_grid_finish_editing (self->changes);
}

static gboolean
plwu_services_page_show_cell (PlwuPage *page, PlwTableId table, size_t plan_row, const char *column)
{
  PlwuServicesPage *self = PLWU_SERVICES_PAGE (page);

  if (table == PLW_TABLE_LINES)
    {
      plwu_grid_show_cell (self->lines, plan_row, column);
      return TRUE;
    }
  if (table != PLW_TABLE_COSTS && table != PLW_TABLE_CHANGES)
    return FALSE;

  gtk_check_button_set_active (self->all_lines, TRUE);
  gtk_stack_set_visible_child_name (self->stack, table == PLW_TABLE_COSTS ? "costs" : "changes");
  plwu_grid_show_cell (table == PLW_TABLE_COSTS ? self->costs : self->changes, plan_row, column);
  return TRUE;
}

static void
plwu_services_page_start_search (PlwuPage *page)
{
  plwu_grid_start_search (PLWU_SERVICES_PAGE (page)->lines);
}

static void
plwu_services_page_refresh (PlwuPage *page)
{
  update_filter (PLWU_SERVICES_PAGE (page));
}

static gboolean
plwu_services_page_grab_focus (GtkWidget *widget)
{
  plwu_grid_focus (PLWU_SERVICES_PAGE (widget)->lines);
  return TRUE;
}

static void
set_up_grid (PlwuServicesPage *self,
             PlwuGrid *grid,
             PlwuSheetModel *model,
             const char *empty_text,
             GCallback selected)
{
  plwu_grid_set_model (grid, model);
  plwu_grid_set_empty_text (grid, empty_text);
  plwu_grid_add_import (grid);
  g_signal_connect_object (grid, "selection-changed", selected, self, G_CONNECT_SWAPPED);
  g_object_unref (model);
}

static void
plwu_services_page_constructed (GObject *object)
{
  PlwuServicesPage *self = PLWU_SERVICES_PAGE (object);
  PlwuDocument *document = plwu_page_get_document (PLWU_PAGE (self));

  G_OBJECT_CLASS (plwu_services_page_parent_class)->constructed (object);

  set_up_grid (self, self->lines, plwu_services_model_new (document),
               _ ("No service lines yet: what money is spent on belongs here. Add one with Ctrl+Plus."),
               G_CALLBACK (lines_selection_cb));
  set_up_grid (self, self->costs, plwu_table_model_new (document, PLW_TABLE_COSTS),
               _ ("This line has no base budget yet. Add its pay, contracts and income with Ctrl+Plus."),
               G_CALLBACK (detail_selection_cb));
  set_up_grid (self, self->changes, plwu_table_model_new (document, PLW_TABLE_CHANGES),
               _ ("This line has no pressures, growth or savings yet. Add one with Ctrl+Plus."),
               G_CALLBACK (detail_selection_cb));
  self->current = self->lines;
  update_filter (self);
}

static void
plwu_services_page_dispose (GObject *object)
{
  PLWU_SERVICES_PAGE (object)->bridge = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_SERVICES_PAGE);

  G_OBJECT_CLASS (plwu_services_page_parent_class)->dispose (object);
}

static void
plwu_services_page_class_init (PlwuServicesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PlwuPageClass *page_class = PLWU_PAGE_CLASS (klass);

  object_class->constructed = plwu_services_page_constructed;
  object_class->dispose = plwu_services_page_dispose;
  widget_class->grab_focus = plwu_services_page_grab_focus;
  page_class->refresh = plwu_services_page_refresh;
  page_class->explain = plwu_services_page_explain;
  page_class->finish_editing = plwu_services_page_finish_editing;
  page_class->show_cell = plwu_services_page_show_cell;
  page_class->start_search = plwu_services_page_start_search;

  g_type_ensure (PLWU_TYPE_GRID);
  g_type_ensure (PLWU_TYPE_PICTURE);
  g_type_ensure (PLWU_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-services-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuServicesPage, lines);
  gtk_widget_class_bind_template_child (widget_class, PlwuServicesPage, costs);
  gtk_widget_class_bind_template_child (widget_class, PlwuServicesPage, changes);
  gtk_widget_class_bind_template_child (widget_class, PlwuServicesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuServicesPage, line_name);
  gtk_widget_class_bind_template_child (widget_class, PlwuServicesPage, all_lines);
  gtk_widget_class_bind_template_child (widget_class, PlwuServicesPage, measure);
  gtk_widget_class_bind_template_child (widget_class, PlwuServicesPage, bridge_controls);
  gtk_widget_class_bind_template_child (widget_class, PlwuServicesPage, scope);
  gtk_widget_class_bind_template_child (widget_class, PlwuServicesPage, bridge_year);
  gtk_widget_class_bind_template_child (widget_class, PlwuServicesPage, bridge_years);
  gtk_widget_class_bind_template_child (widget_class, PlwuServicesPage, bridge_picture);
  gtk_widget_class_bind_template_callback (widget_class, bridge_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_lines_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, measure_cb);
}

static void
plwu_services_page_init (PlwuServicesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->bridge = plwu_bridge_new ();
  plwu_picture_set_drawing (self->bridge_picture, PLWU_DRAWING (self->bridge));
}

GtkWidget *
plwu_services_page_new (PlwuDocument *document)
{
  return g_object_new (PLWU_TYPE_SERVICES_PAGE, "document", document, NULL);
}
