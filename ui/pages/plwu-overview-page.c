/* plwu-overview-page.c: need against money, and what rules cost, at a glance.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-overview-page.h"

#include "findings/plwu-need-money-figures.h"
#include "findings/plwu-result-figures.h"
#include "plwu-cards.h"
#include "plwu-explain.h"
#include "plwu-headline.h"
#include "plwu-picker.h"
#include "plwu-picture.h"
#include "plwu-width-first.h"

#include <string.h>

#include <glib/gi18n.h>

struct _PlwuOverviewPage
{
  PlwuPage parent_instance;

  PlwSum sum; /* of the headline selected last */

  /* Inside the picture */
  PlwuNeedMoney *drawing;

  /* Template widgets */
  PlwuPicker *year;
  GtkStringList *years;
  GtkStack *stack;
  GtkLabel *sentence;
  PlwuHeadline *need;
  PlwuHeadline *funded;
  PlwuHeadline *gap;
  PlwuHeadline *fences;
  PlwuHeadline *reserve;
  PlwuPicture *picture;
};

G_DEFINE_FINAL_TYPE (PlwuOverviewPage, plwu_overview_page, PLWU_TYPE_PAGE)

/* The last year is shown until another is chosen. */
static void
update_years (PlwuOverviewPage *self, const PlwResult *result)
{
  size_t n_years = plw_result_n_years (result);
  guint n_listed = g_list_model_get_n_items (G_LIST_MODEL (self->years));

  if (n_listed == n_years
      && strcmp (gtk_string_list_get_string (self->years, 0), plw_year_name (plw_result_year (result, 0)))
             == 0)
    return;

  g_autofree const char **names = g_new0 (const char *, n_years + 1);

  for (size_t i = 0; i < n_years; i++)
    names[i] = plw_year_name (plw_result_year (result, i));
  gtk_string_list_splice (self->years, 0, n_listed, names);
  plwu_picker_set_selected (self->year, (guint) n_years - 1);
}

/* As the picture has it: a headline and the picture never differ. */
static void
show_amount (PlwuOverviewPage *self,
             PlwuHeadline *headline,
             const char *title,
             guint row,
             size_t year,
             char *note,
             gboolean is_bad)
{
  plwu_headline_set (headline, title, plwu_need_money_get_text (self->drawing, row, (guint) year), note,
                     is_bad);
  g_free (note);
}

static char *
note_all_years (PlwuOverviewPage *self, const PlwResult *result, gint64 pence)
{
  g_autofree char *amount = plwu_need_money_show (self->drawing, pence);
  size_t n_years = plw_result_n_years (result);

  return g_strdup_printf (ngettext ("%s over %u year", "%s over all %u years", n_years), amount,
                          (guint) n_years);
}

static void
show_gap (PlwuOverviewPage *self, const PlwResult *result, size_t year)
{
  PlwuDocument *document = plwu_page_get_document (PLWU_PAGE (self));
  const PlwResult *today = plwu_document_get_result (document, PLWU_POLICY_TODAY);
  const PlwResult *pooled = plwu_document_get_result (document, PLWU_POLICY_PLACEMAKING);
  gint64 gap = plw_result_sum (result, PLW_SUM_SHORTFALL, year);
  g_autofree char *title = g_strdup_printf (_ ("Gap, %s"), plwu_document_get_policy_name (document));

  show_amount (self, self->gap, title, PLWU_NEED_ROW_GAP, year,
               note_all_years (self, result, plwu_result_sum_years (result, PLW_SUM_SHORTFALL)), gap > 0);
  if (today == NULL || pooled == NULL)
    {
      plwu_headline_set (self->fences, _ ("Cost of ring-fences"), "–", "", FALSE);
      return;
    }

  gint64 cost =
      plw_result_sum (today, PLW_SUM_SHORTFALL, year) - plw_result_sum (pooled, PLW_SUM_SHORTFALL, year);
  g_autofree char *one_pot =
      plwu_need_money_show (self->drawing, plw_result_sum (pooled, PLW_SUM_SHORTFALL, year));
  /* What one pot could spend earlier it lacks later. */
  gboolean is_spent_before =
      cost < 0
      && plwu_result_sum_years (today, PLW_SUM_SHORTFALL) > plwu_result_sum_years (pooled, PLW_SUM_SHORTFALL);

  show_amount (self, self->fences, _ ("Cost of ring-fences"), PLWU_NEED_ROW_FENCES, year,
               is_spent_before
                   ? g_strdup_printf (_ ("As one pot the gap is %s, but less over all years"), one_pot)
                   : g_strdup_printf (_ ("As one pot the gap is %s"), one_pot),
               FALSE);
}

static void
show_reserve (PlwuOverviewPage *self, const PlwResult *result, size_t year)
{
  const char *code = plw_plan_setting (plw_result_plan (result), "general_reserve");
  gint64 minimum = plwu_result_reserve_minimum (result);
  gint64 held = plw_result_sum (result, PLW_SUM_GENERAL_RESERVE, year);
  g_autofree char *least = plwu_need_money_show (self->drawing, minimum);

  show_amount (self, self->reserve, _ ("General reserve"), PLWU_NEED_ROW_RESERVE, year,
               *code != '\0' ? g_strdup_printf (_ ("Minimum %s"), least)
                             : g_strdup (_ ("No pot is named as it")),
               held < minimum);
}

static void
show_headlines (PlwuOverviewPage *self, const PlwResult *result)
{
  size_t year = MIN (plwu_picker_get_selected (self->year), plw_result_n_years (result) - 1);
  const char *first_need = plwu_need_money_get_text (self->drawing, PLWU_NEED_ROW_NEED, 0);
  g_autofree char *available =
      plwu_need_money_show (self->drawing, plw_result_sum (result, PLW_SUM_AVAILABLE, year));

  show_amount (self, self->need, _ ("Need"), PLWU_NEED_ROW_NEED, year,
               g_strdup_printf (_ ("%s in %s"), first_need, plw_year_name (plw_result_year (result, 0))),
               FALSE);
  show_amount (self, self->funded, _ ("Money"), PLWU_NEED_ROW_MONEY, year,
               g_strdup_printf (_ ("%s available"), available), FALSE);
  show_gap (self, result, year);
  show_reserve (self, result, year);
  plwu_need_money_set_chosen (self->drawing, plw_result_year (result, year));
}

static void
show_drawing (PlwuOverviewPage *self, const PlwResult *result)
{
  PlwuDocument *document = plwu_page_get_document (PLWU_PAGE (self));
  g_autofree char *context = plwu_explain_context (document);

  plwu_drawing_set_context (PLWU_DRAWING (self->drawing), context);
  plwu_need_money_figures_show (self->drawing, result, plwu_document_get_result (document, PLWU_POLICY_TODAY),
                                plwu_document_get_result (document, PLWU_POLICY_PLACEMAKING));
  plwu_picture_refresh (self->picture);
}

static void
show_sentence (PlwuOverviewPage *self, const PlwResult *result)
{
  PlwuDocument *document = plwu_page_get_document (PLWU_PAGE (self));
  const PlwResult *today = plwu_document_get_result (document, PLWU_POLICY_TODAY);
  const PlwResult *pooled = plwu_document_get_result (document, PLWU_POLICY_PLACEMAKING);

  gtk_widget_set_visible (GTK_WIDGET (self->sentence), today != NULL && pooled != NULL);
  if (today == NULL || pooled == NULL)
    return;

  g_autofree char *gap =
      plwu_need_money_show (self->drawing, plwu_result_sum_years (today, PLW_SUM_SHORTFALL));
  g_autofree char *one_pot =
      plwu_need_money_show (self->drawing, plwu_result_sum_years (pooled, PLW_SUM_SHORTFALL));
  g_autofree char *cost =
      plwu_need_money_show (self->drawing, plwu_result_sum_years (today, PLW_SUM_SHORTFALL)
                                               - plwu_result_sum_years (pooled, PLW_SUM_SHORTFALL));
  size_t n_years = plw_result_n_years (result);
  g_autofree char *text = g_strdup_printf (
      _ ("Over %u years, needs of %s go unmet under today's rules and %s as one pot: ring-fences cost %s."),
      (guint) n_years, gap, one_pot, cost);

  gtk_label_set_text (self->sentence, text);
}

/* Made when it is first wanted: most plans open with results. */
static void
show_none (PlwuOverviewPage *self, const char *failure)
{
  GtkWidget *none = gtk_stack_get_child_by_name (self->stack, "none");

  if (none == NULL)
    {
      none = adw_status_page_new ();
      gtk_stack_add_named (self->stack, none, "none");
    }
  adw_status_page_set_title (ADW_STATUS_PAGE (none),
                             failure != NULL ? _ ("No results") : _ ("Working it out…"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none), failure);
  gtk_stack_set_visible_child (self->stack, none);
}

static void
plwu_overview_page_refresh (PlwuPage *page)
{
  PlwuOverviewPage *self = PLWU_OVERVIEW_PAGE (page);
  PlwuDocument *document = plwu_page_get_document (page);
  const PlwResult *result = plwu_document_get_result (document, NULL);
  const char *failure = plwu_document_get_failure (document);

  gtk_widget_set_visible (GTK_WIDGET (self->year), result != NULL);
  if (result == NULL)
    {
      show_none (self, failure);
      return;
    }

  show_drawing (self, result); /* headlines, which another year changes, are taken from it */
  update_years (self, result);
  show_headlines (self, result);
  show_sentence (self, result);
  gtk_stack_set_visible_child_name (self->stack, "figures");
}

static PlwuExplanation *
plwu_overview_page_explain (PlwuPage *page)
{
  PlwuOverviewPage *self = PLWU_OVERVIEW_PAGE (page);
  guint year = plwu_picker_get_selected (self->year);

  return plwu_explain_figure (plwu_page_get_document (page),
                              (PlwFigure){ PLW_FIGURE_SUM, self->sum, 0, year });
}

static void
explain_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *name;
    PlwSum sum;
  } sums[] = {
    { "need", PLW_SUM_NEED },
    { "funded", PLW_SUM_FUNDED },
    { "gap", PLW_SUM_SHORTFALL },
    { "reserve", PLW_SUM_GENERAL_RESERVE },
  };
  PlwuOverviewPage *self = PLWU_OVERVIEW_PAGE (widget);

  for (size_t i = 0; i < G_N_ELEMENTS (sums); i++)
    if (strcmp (sums[i].name, g_variant_get_string (parameter, NULL)) == 0)
      self->sum = sums[i].sum;
  gtk_widget_activate_action (widget, "win.show-explain", NULL);
  plwu_page_queue_explain (PLWU_PAGE (self));
}

static void
year_cb (PlwuOverviewPage *self)
{
  const PlwResult *result;

  if (self->drawing == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  result = plwu_document_get_result (plwu_page_get_document (PLWU_PAGE (self)), NULL);
  if (result != NULL && plwu_picker_get_selected (self->year) != GTK_INVALID_LIST_POSITION)
    show_headlines (self, result);
  plwu_page_queue_explain (PLWU_PAGE (self));
}

static void
year_activated_cb (PlwuOverviewPage *self, int year)
{
  const PlwResult *result = plwu_document_get_result (plwu_page_get_document (PLWU_PAGE (self)), NULL);

  if (result != NULL)
    plwu_picker_set_selected (self->year, (guint) (year - plw_result_year (result, 0)));
}

static gboolean
plwu_overview_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLWU_OVERVIEW_PAGE (widget)->picture));
}

static void
plwu_overview_page_dispose (GObject *object)
{
  PLWU_OVERVIEW_PAGE (object)->drawing = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (plwu_overview_page_parent_class)->dispose (object);
}

static void
plwu_overview_page_class_init (PlwuOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plwu_overview_page_dispose;
  widget_class->grab_focus = plwu_overview_page_grab_focus;
  PLWU_PAGE_CLASS (klass)->shows_results_only = TRUE;
  PLWU_PAGE_CLASS (klass)->refresh = plwu_overview_page_refresh;
  PLWU_PAGE_CLASS (klass)->explain = plwu_overview_page_explain;

  gtk_widget_class_install_action (widget_class, "overview.explain", "s", explain_action);
  g_type_ensure (PLWU_TYPE_CARDS);
  g_type_ensure (PLWU_TYPE_HEADLINE);
  g_type_ensure (PLWU_TYPE_PICTURE);
  g_type_ensure (PLWU_TYPE_WIDTH_FIRST);
  g_type_ensure (PLWU_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuOverviewPage, year);
  gtk_widget_class_bind_template_child (widget_class, PlwuOverviewPage, years);
  gtk_widget_class_bind_template_child (widget_class, PlwuOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuOverviewPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, PlwuOverviewPage, need);
  gtk_widget_class_bind_template_child (widget_class, PlwuOverviewPage, funded);
  gtk_widget_class_bind_template_child (widget_class, PlwuOverviewPage, gap);
  gtk_widget_class_bind_template_child (widget_class, PlwuOverviewPage, fences);
  gtk_widget_class_bind_template_child (widget_class, PlwuOverviewPage, reserve);
  gtk_widget_class_bind_template_child (widget_class, PlwuOverviewPage, picture);
  gtk_widget_class_bind_template_callback (widget_class, year_cb);
}

static void
plwu_overview_page_init (PlwuOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->drawing = plwu_need_money_new ();
  g_signal_connect_object (self->drawing, "year-activated", G_CALLBACK (year_activated_cb), self,
                           G_CONNECT_SWAPPED);
  plwu_picture_set_drawing (self->picture, PLWU_DRAWING (self->drawing));
}

GtkWidget *
plwu_overview_page_new (PlwuDocument *document)
{
  return g_object_new (PLWU_TYPE_OVERVIEW_PAGE, "document", document, NULL);
}
