/* test-prevention-page.c: the pages of prevention and of knock-on costs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/plwu-chart.h"
#include "findings/plwu-prevention-text.h"
#include "findings/plwu-result-figures.h"
#include "pages/plwu-headline.h"
#include "pages/plwu-knock-on-page.h"
#include "pictures/plwu-partners.h"
#include "pictures/plwu-valley.h"
#include "test-prevention-support.h"
#include "test-window-support.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static const char *
read_part (PlwuHeadline *headline, const char *part)
{
  GObject *label = gtk_widget_get_template_child (GTK_WIDGET (headline), PLWU_TYPE_HEADLINE, part);

  return gtk_label_get_text (GTK_LABEL (label));
}

static const char *
read_headline (PlwuHeadline *headline)
{
  return read_part (headline, "figure");
}

static void
assert_pence (PlwuPreventionPage *page, PlwuPreventionFigure figure, int64_t pence)
{
  g_autofree char *expected = plw_pence_show_short (pence);

  g_assert_cmpstr (read_headline (page->headlines[figure]), ==, expected);
}

static void
assert_ratio (PlwuPreventionPage *page, PlwuPreventionFigure figure, double ratio)
{
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (read_headline (page->headlines[figure]), NULL), ratio,
                                  0.00501);
}

static void
assert_programme (PlwuPreventionPage *page, const PlwResult *result, size_t programme)
{
  const PlwProgramme *held = plwu_prevention_get (result, programme);
  g_autofree char *title = plwu_prevention_title (result, programme);
  g_autofree char *sentence = plwu_prevention_sentence (result, programme);
  g_auto (GStrv) words = g_strsplit (title, " ", -1);

  g_test_message ("%s: %s", plwu_prevention_name (result, programme), sentence);
  assert_pence (page, PLWU_PREVENTION_COST, plwu_prevention_sum (result, held->cost));
  assert_pence (page, PLWU_PREVENTION_SAVED, plwu_prevention_sum (result, held->saved));
  assert_pence (page, PLWU_PREVENTION_RELEASED, plwu_prevention_sum (result, held->released));
  assert_pence (page, PLWU_PREVENTION_NPV, held->appraisal.npv);
  assert_ratio (page, PLWU_PREVENTION_RATIO, held->appraisal.benefit_cost_ratio);
  assert_ratio (page, PLWU_PREVENTION_CASH_RATIO, held->appraisal.cashable_ratio);
  g_assert_cmpstr (read_headline (page->headlines[PLWU_PREVENTION_PAYBACK]), ==,
                   held->appraisal.payback_year != 0 ? plw_year_name (held->appraisal.payback_year) : "No");
  g_assert_cmpstr (gtk_label_get_text (page->sentence), ==, sentence);
  g_assert_cmpstr (plwu_drawing_get_title (PLWU_DRAWING (page->valley_drawing)), ==, title);
  g_assert_cmpuint (g_strv_length (words), <=, 10);
}

/* The figures of every programme chosen are the result's; none is worth more than its title says. */
static void
test_figures_are_the_results (void)
{
  g_autoptr (PlwuDocument) document = create_county ();
  PlwuPreventionPage *page = open_prevention (document);
  const PlwResult *result = plwu_document_get_result (document, NULL);
  size_t n_programmes = plw_result_n_programmes (result);

  g_assert_cmpuint (n_programmes, >, 5);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (page->programmes)), ==, n_programmes + 1);
  assert_programme (page, result, SIZE_MAX);
  for (size_t i = 0; i < n_programmes; i++)
    {
      plwu_picker_set_selected (page->programme, (guint) i + 1);
      assert_programme (page, result, i);
    }
  close_page (PLWU_PAGE (page));
}

/* An edit and another scenario keep the programme chosen. */
static void
test_choice_survives_results (void)
{
  g_autoptr (PlwuDocument) document = create_county ();
  PlwuPreventionPage *page = open_prevention (document);
  g_autoptr (PlwEdit) edit = plw_edit_new ("Fewer programmes");
  const char *second = plw_result_programme (plwu_document_get_result (document, NULL), 1)->code;
  g_autofree char *code = g_strdup (second);

  plwu_picker_set_selected (page->programme, 2);
  plw_edit_set_cell (edit, plwu_document_get_plan (document), PLW_TABLE_PROGRAMMES, 0, PLW_PROGRAMMES_ENABLED,
                     plw_value_number (0));
  g_assert_true (plwu_document_commit (document, edit, NULL));
  assert_sound (document);

  const PlwResult *result = plwu_document_get_result (document, NULL);

  g_assert_cmpstr (plw_result_programme (result, 0)->code, ==, code);
  g_assert_cmpuint (plwu_picker_get_selected (page->programme), ==, 1);
  assert_programme (page, result, 0);
  close_page (PLWU_PAGE (page));
}

static GtkEventController *
find_keys (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        return controller;
    }
  g_assert_not_reached ();
}

static PlwuChart *
find_chart (GtkWidget *widget)
{
  PlwuChart *found = PLWU_IS_CHART (widget) ? PLWU_CHART (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_chart (child);
  return found;
}

static void
press (PlwuChart *chart, guint keyval)
{
  gboolean is_handled = FALSE;

  g_signal_emit_by_name (find_keys (GTK_WIDGET (chart)), "key-pressed", keyval, 0, 0, &is_handled);
  g_assert_true (is_handled);
}

static char *
show_pounds (int64_t pence)
{
  return plw_pence_show (pence, PLW_UNIT_POUNDS);
}

/* The table beside the valley holds the sums of the result, and its lowest net is the depth. */
static void
test_valley_has_a_table (void)
{
  g_autoptr (PlwuDocument) document = create_county ();
  PlwuPreventionPage *page = open_prevention (document);
  const PlwResult *result = plwu_document_get_result (document, NULL);
  const PlwProgramme *all = plw_result_all_programmes (result);
  const PlwPotYears *reserve = plwu_result_find_reserve (result);
  g_autoptr (GPtrArray) table = plwu_drawing_get_table (PLWU_DRAWING (page->valley_drawing));
  int64_t sums[3] = { 0 };
  int64_t depth = 0;

  g_assert_nonnull (reserve);
  g_assert_cmpuint (table->len, ==, plw_result_n_years (result) + 1);
  for (size_t i = 0; i < plw_result_n_years (result); i++)
    {
      GStrv row = g_ptr_array_index (table, i + 1);

      sums[0] += all->cost[i];
      sums[1] += all->saved[i];
      sums[2] += all->released[i];
      depth = MAX (depth, sums[0] - sums[1]);

      const int64_t expected[] = { sums[0], sums[1], sums[2], sums[1] - sums[0],
                                   MAX (0, reserve->closing[i] - reserve->withheld[i]) };

      g_assert_cmpuint (g_strv_length (row), ==, 1 + G_N_ELEMENTS (expected));
      g_assert_cmpstr (row[0], ==, plw_year_name (plw_result_year (result, i)));
      for (size_t j = 0; j < G_N_ELEMENTS (expected); j++)
        {
          g_autofree char *text = show_pounds (expected[j]);

          g_assert_cmpstr (row[1 + j], ==, text);
        }
    }
  g_assert_cmpint (depth, ==, all->appraisal.valley_depth);
  close_page (PLWU_PAGE (page));
}

static void
count_year_cb (PlwuValley *chart, int year, int *count)
{
  (*count)++;
}

/* Each mark is stepped to and activated by keys; the year is then what is explained. */
static void
test_valley_by_keyboard (void)
{
  g_autoptr (PlwuDocument) document = create_county ();
  PlwuPreventionPage *page = open_prevention (document);
  PlwuChart *chart = find_chart (GTK_WIDGET (page->valley_picture));
  const PlwResult *result = plwu_document_get_result (document, NULL);
  size_t n_years = plw_result_n_years (result);
  int n_activated = 0;

  g_signal_connect (page->valley_drawing, "year-activated", G_CALLBACK (count_year_cb), &n_activated);
  gtk_widget_grab_focus (GTK_WIDGET (chart));
  for (size_t i = 0; i < n_years; i++)
    {
      press (chart, GDK_KEY_Right);
      g_assert_cmpuint (plwu_chart_get_focus (chart), ==, i);
      press (chart, GDK_KEY_Return);
    }
  press (chart, GDK_KEY_Right);
  g_assert_cmpuint (plwu_chart_get_focus (chart), ==, n_years - 1);
  g_assert_cmpint (n_activated, ==, n_years);
  g_assert_cmpint (page->value_selection, ==, PLWU_PREVENTION_YEAR);

  g_autoptr (PlwuExplanation) text = PLWU_PAGE_GET_CLASS (page)->explain (PLWU_PAGE (page));

  g_assert_nonnull (strstr (text->title, plw_year_name (plw_result_year (result, n_years - 1))));
  press (chart, GDK_KEY_Home);
  g_assert_cmpuint (plwu_chart_get_focus (chart), ==, 0);
  press (chart, GDK_KEY_Escape);
  g_assert_cmpuint (plwu_chart_get_focus (chart), ==, PLWU_DRAWING_NO_MARK);
  close_page (PLWU_PAGE (page));
}

static void
assert_saves (PlwuDrawing *drawing, const char *name, const char *begins)
{
  g_autofree char *directory = g_dir_make_tmp ("placewright-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  plwu_drawing_save (drawing, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (memcmp (contents, begins, strlen (begins)) == 0);
  g_remove (path);
  g_rmdir (directory);
}

static void
test_pictures_save (void)
{
  g_autoptr (PlwuDocument) document = create_county ();
  PlwuPreventionPage *page = open_prevention (document);

  assert_saves (PLWU_DRAWING (page->valley_drawing), "valley.svg", "<?xml");
  assert_saves (PLWU_DRAWING (page->valley_drawing), "valley.png", "\x89PNG");
  assert_saves (PLWU_DRAWING (page->valley_drawing), "valley.pdf", "%PDF");
  assert_saves (PLWU_DRAWING (page->partner_drawing), "partners.svg", "<?xml");
  assert_saves (PLWU_DRAWING (page->partner_drawing), "partners.pdf", "%PDF");
  close_page (PLWU_PAGE (page));
}

/* What a year's delay costs comes later, from a thread, and is what the study says. */
static void
test_delays_come_in (void)
{
  g_autoptr (PlwuDocument) document = create_county ();
  PlwuPreventionPage *page = open_prevention (document);
  const PlwResult *result = plwu_document_get_result (document, NULL);
  gint64 deadline = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;
  int64_t expected;

  plwu_picker_set_selected (page->programme, 2);
  g_assert_cmpstr (read_headline (page->headlines[PLWU_PREVENTION_DELAY]), ==, "–");
  while (page->delays == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
  g_assert_true (plw_study_delay_cost (plw_result_study (result), NULL, plw_result_programme (result, 1)->row,
                                       &expected));
  assert_pence (page, PLWU_PREVENTION_DELAY, expected);
  g_assert_cmpuint (page->delays->len, ==, plw_result_n_programmes (result));
  close_page (PLWU_PAGE (page));
}

/* Every card explains the figure that it shows. */
static void
test_cards_are_explained (void)
{
  g_autoptr (PlwuDocument) document = create_county ();
  PlwuPreventionPage *page = open_prevention (document);
  const PlwResult *result = plwu_document_get_result (document, NULL);
  const PlwProgramme *held = plw_result_programme (result, 1);
  const int64_t pence[] = { plwu_prevention_sum (result, held->cost),
                            plwu_prevention_sum (result, held->saved),
                            plwu_prevention_sum (result, held->released), held->appraisal.npv };

  plwu_picker_set_selected (page->programme, 2);
  for (guint i = 0; i < PLWU_PREVENTION_N_CARDS; i++)
    {
      g_autofree char *label =
          g_strdup_printf ("%s: %s. %s", read_part (page->headlines[i], "title"),
                           read_headline (page->headlines[i]), read_part (page->headlines[i], "note"));

      gtk_test_accessible_assert_property (page->card_children[i], GTK_ACCESSIBLE_PROPERTY_LABEL, label);
      gtk_flow_box_select_child (page->cards, GTK_FLOW_BOX_CHILD (page->card_children[i]));

      g_autoptr (PlwuExplanation) text = PLWU_PAGE_GET_CLASS (page)->explain (PLWU_PAGE (page));

      g_assert_nonnull (text);
      g_assert_nonnull (strstr (text->title, held->name));
      if (i < G_N_ELEMENTS (pence))
        {
          int64_t shown;

          g_assert_true (plw_pence_parse (text->figure, PLW_PARSE_ENTRY, &shown, NULL));
          g_assert_cmpint (shown, ==, pence[i]);
        }
    }
  close_page (PLWU_PAGE (page));
}

/* Partners stand by their position; table and payments are the result's. */
static void
test_partners (void)
{
  g_autoptr (PlwuDocument) document = create_county ();
  PlwuPreventionPage *page = open_prevention (document);
  const PlwResult *result = plwu_document_get_result (document, NULL);
  g_autoptr (GPtrArray) table = plwu_drawing_get_table (PLWU_DRAWING (page->partner_drawing));
  g_autoptr (GArray) transfers = NULL;
  int64_t before = INT64_MAX;
  int64_t sum = 0;

  for (guint i = 1; i < table->len; i++)
    {
      GStrv row = g_ptr_array_index (table, i);
      size_t partner = 0;

      while (!g_str_equal (plw_result_partner (result, SIZE_MAX, partner)->name, row[0]))
        partner++;

      const PlwPartnerYears *held = plw_result_partner (result, SIZE_MAX, partner);
      g_autofree char *position = show_pounds (held->pv_position);

      int64_t so_far = 0;

      g_assert_cmpstr (row[3], ==, position);
      for (size_t year = 0; year < plw_result_n_years (result); year++)
        {
          g_autofree char *running = NULL;

          so_far += held->position[year];
          running = show_pounds (so_far);
          g_assert_cmpstr (row[4 + year], ==, running);
        }
      g_assert_cmpint (held->pv_position, <=, before);
      before = held->pv_position;
      sum += held->pv_position;
    }
  g_assert_cmpuint (table->len, >, 5);
  g_assert_cmpint (ABS (sum - plw_result_all_programmes (result)->appraisal.npv), <, 100);

  g_assert_true (plw_result_transfers (result, SIZE_MAX, &transfers));
  for (guint i = 0; i < transfers->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (page->transfer_list, (int) i);
      g_autofree char *text =
          plwu_prevention_transfer (result, SIZE_MAX, &g_array_index (transfers, PlwTransfer, i));

      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row))), ==, text);
    }
  g_assert_null (gtk_list_box_get_row_at_index (page->transfer_list, (int) transfers->len));
  close_page (PLWU_PAGE (page));
}

static int64_t
read_pence (PlwuSheetModel *model, guint row, guint column)
{
  g_autofree char *text = read_cell (model, row, column);
  g_autoptr (GError) error = NULL;
  int64_t pence = 0;

  g_assert_true (plw_pence_parse (text, PLW_PARSE_ENTRY, &pence, &error));
  return pence;
}

/* Rows are the result's, to the pound, and add up to the total shown. */
static void
test_side_by_side (void)
{
  g_autoptr (PlwuDocument) document = create_county ();
  PlwuPreventionPage *page = open_prevention (document);
  const PlwResult *result = plwu_document_get_result (document, NULL);
  PlwuSheetModel *model = PLWU_SHEET_MODEL (page->figures);
  guint n_programmes = (guint) plw_result_n_programmes (result);
  int64_t sums[4] = { 0 };

  g_assert_cmpuint (plwu_sheet_model_n_rows (model), ==, n_programmes + 1);
  for (guint i = 0; i < n_programmes; i++)
    {
      const PlwProgramme *held = plw_result_programme (result, i);
      const int64_t exact[] = { plwu_prevention_sum (result, held->cost),
                                plwu_prevention_sum (result, held->saved),
                                plwu_prevention_sum (result, held->released), held->appraisal.npv };
      g_autofree char *depth = show_pounds (held->appraisal.valley_depth);

      assert_cell (model, i, 0, held->name);
      assert_cell (model, i, 9, depth);
      for (guint j = 0; j < G_N_ELEMENTS (exact); j++)
        {
          int64_t shown = read_pence (model, i, 1 + j);

          g_assert_cmpint (ABS (shown - exact[j]), <, 100);
          sums[j] += shown;
        }
    }
  assert_cell (model, n_programmes, 0, "All programmes");
  g_assert_cmpint (read_kind (model, n_programmes, 1), ==, PLWU_SHEET_TOTAL);
  for (guint j = 0; j < G_N_ELEMENTS (sums); j++)
    g_assert_cmpint (read_pence (model, n_programmes, 1 + j), ==, sums[j]);
  close_page (PLWU_PAGE (page));
}

/* A plan without programmes says what belongs there and leads to where they are typed. */
static void
test_empty_plan (void)
{
  g_autoptr (PlwuDocument) document = create_document ();

  assert_sound (document);

  PlwuPreventionPage *page = open_prevention (document);

  for (guint i = 0; i < G_N_ELEMENTS (page->nones); i++)
    g_assert_cmpstr (adw_status_page_get_title (page->nones[i]), ==, "No programmes yet");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->value), ==, "none");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (page->programme)));
  gtk_widget_activate_action (GTK_WIDGET (page), "prevention.first-step", NULL);
  g_assert_true (gtk_stack_get_visible_child (page->tabs) == GTK_WIDGET (page->grids[0]));
  close_page (PLWU_PAGE (page));

  PlwuKnockOnPage *knock_on = PLWU_KNOCK_ON_PAGE (open_page (plwu_knock_on_page_new (document)));
  GObject *none = gtk_widget_get_template_child (GTK_WIDGET (knock_on), PLWU_TYPE_KNOCK_ON_PAGE, "none");

  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (none)), ==, "No knock-on effects yet");
  close_page (PLWU_PAGE (knock_on));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/prevention/figures-are-the-results", test_figures_are_the_results);
  g_test_add_func ("/prevention/choice-survives-results", test_choice_survives_results);
  g_test_add_func ("/prevention/valley-has-a-table", test_valley_has_a_table);
  g_test_add_func ("/prevention/valley-by-keyboard", test_valley_by_keyboard);
  g_test_add_func ("/prevention/pictures-save", test_pictures_save);
  g_test_add_func ("/prevention/delays-come-in", test_delays_come_in);
  g_test_add_func ("/prevention/cards-are-explained", test_cards_are_explained);
  g_test_add_func ("/prevention/partners", test_partners);
  g_test_add_func ("/prevention/side-by-side", test_side_by_side);
  g_test_add_func ("/prevention/empty-plan", test_empty_plan);

  return g_test_run ();
}
