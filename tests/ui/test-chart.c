/* test-chart.c: pictures in a window: names, marks, tables, files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/plwu-chart.h"
#include "pictures/plwu-heatmap-private.h"
#include "pictures/plwu-need-money.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <placewright/error.h>
#include <string.h>

#define MILLION G_GINT64_CONSTANT (100000000)
#define N_YEARS 3

typedef struct
{
  GtkWidget *window;
  PlwuChart *chart;
  PlwuDrawing *drawing;
  char *folder;
  guint row;
  int year;
} Fixture;

static const int years[N_YEARS] = { 2026, 2027, 2028 };

/* Two frames: what the first one begins, layout and drawing, is done at the second. */
static void
settle (Fixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (int i = 0; i < 2; i++)
    gtk_test_widget_wait_for_draw (fixture->window);
}

static void
year_activated_cb (Fixture *fixture, int year)
{
  fixture->year = year;
}

static void
cell_activated_cb (Fixture *fixture, guint row, int year)
{
  fixture->row = row;
  fixture->year = year;
}

static void
show_chart (Fixture *fixture, PlwuDrawing *drawing)
{
  GtkWidget *chart = plwu_chart_new (drawing);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->chart = PLWU_CHART (chart);
  fixture->drawing = drawing;
  fixture->folder = g_dir_make_tmp ("placewright-chart-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), chart);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_widget_grab_focus (chart);
  settle (fixture);
}

static void
set_up_need (Fixture *fixture, gconstpointer data)
{
  static const gint64 need[N_YEARS] = { 100 * MILLION, 110 * MILLION, 130 * MILLION };
  static const gint64 money[N_YEARS][PLWU_N_CERTAINTIES] = {
    { 80 * MILLION, 10 * MILLION, 10 * MILLION, 0 },
    { 70 * MILLION, 20 * MILLION, 10 * MILLION, 5 * MILLION },
    { 60 * MILLION, 20 * MILLION, 5 * MILLION, 5 * MILLION },
  };
  PlwuDrawing *drawing = PLWU_DRAWING (plwu_need_money_new ());

  plwu_need_money_set_data (PLWU_NEED_MONEY (drawing), N_YEARS, years, need, money,
                            "Money falls behind from 2027/28", NULL);
  plwu_drawing_set_context (drawing, "Base case, today's rules");
  g_signal_connect_swapped (drawing, "year-activated", G_CALLBACK (year_activated_cb), fixture);
  show_chart (fixture, drawing);
}

static void
set_heatmap_rows (PlwuHeatmap *heatmap)
{
  static const gint64 need[N_YEARS] = { 34000000, 34000000, 34000000 };
  static const gint64 late[N_YEARS] = { 0, 0, 9050000 };
  static const gint64 early[N_YEARS] = { 1240000, 0, 0 };
  static const gint64 none[N_YEARS] = { 0, 0, 0 };
  static const gint64 middle[N_YEARS] = { 0, 2040000, 40000 };
  const PlwuHeatmapRow rows[] = {
    { "Libraries", NULL, FALSE, need, none },
    { "Parks", "Burnley", FALSE, need, early },
    { "Care", NULL, TRUE, need, late },
    { "Highways", NULL, FALSE, need, middle },
  };

  plwu_heatmap_set_data (heatmap, G_N_ELEMENTS (rows), rows, N_YEARS, years);
}

static void
set_up_heatmap (Fixture *fixture, gconstpointer data)
{
  PlwuDrawing *drawing = PLWU_DRAWING (plwu_heatmap_new ());

  set_heatmap_rows (PLWU_HEATMAP (drawing));
  plwu_drawing_set_title (drawing, "Care falls short most", NULL);
  g_signal_connect_swapped (drawing, "cell-activated", G_CALLBACK (cell_activated_cb), fixture);
  show_chart (fixture, drawing);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  PlwuChart *chart = g_object_ref (fixture->chart);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (chart);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
press (Fixture *fixture, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->chart));
  gboolean is_handled;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &is_handled);
    }
  settle (fixture);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static void
assert_focus_name (Fixture *fixture, const char *name)
{
  gtk_test_accessible_assert_property (get_focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static char *
show_table (PlwuDrawing *drawing)
{
  g_autoptr (GPtrArray) table = plwu_drawing_get_table (drawing);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < table->len; i++)
    {
      g_autofree char *line = g_strjoinv ("|", g_ptr_array_index (table, i));

      g_string_append_printf (string, "%s\n", line);
    }

  return g_string_free (string, FALSE);
}

/* Files */

static char *
save (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (plwu_drawing_save (fixture->drawing, path, &error));
  g_assert_no_error (error);

  return path;
}

static guint
count_pixels (const char *path, guint32 colour)
{
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);

  guint n = 0;
  int stride = cairo_image_surface_get_stride (surface);
  const unsigned char *data = cairo_image_surface_get_data (surface);

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      {
        guint32 pixel;

        memcpy (&pixel, data + y * stride + x * 4, sizeof pixel);
        n += (pixel & 0xffffff) == colour;
      }
  cairo_surface_destroy (surface);

  return n;
}

static void
check_text_file (Fixture *fixture, const char *name, const char *start, const char *inside)
{
  g_autofree char *path = save (fixture, name);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 2000);
  g_assert_true (g_str_has_prefix (contents, start));
  g_assert_nonnull (memmem (contents, length, inside, strlen (inside)));
  g_unlink (path);
}

static void
test_need_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = save (fixture, "need.PNG");

  /* Confirmed money is most of the bars: a tenth of the picture at least. */
  g_assert_cmpuint (count_pixels (path, 0x12436d), >, 960 * 480 * 4 / 10);
  g_assert_cmpuint (count_pixels (path, 0xffffff), >, 960 * 480 * 4 / 4);
  g_assert_cmpuint (count_pixels (path, 0x801650), >, 100);
  g_unlink (path);

  check_text_file (fixture, "need.svg", "<?xml", "<svg");
  check_text_file (fixture, "need.pdf", "%PDF", "%%EOF");
}

static void
test_bad_paths (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *odd = g_build_filename (fixture->folder, "need.gif", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "such", "need.png", NULL);

  g_assert_false (plwu_drawing_save (fixture->drawing, odd, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_FORMAT);
  g_assert_false (g_file_test (odd, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_false (plwu_drawing_save (fixture->drawing, nowhere, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
}

/* The same scale across scenarios: a larger maximum makes lighter cells. */
static void
test_heatmap_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = save (fixture, "heat.png");
  guint n_strong = count_pixels (path, 0x12436d);

  g_assert_cmpuint (n_strong, >, 1000);
  plwu_heatmap_set_maximum (PLWU_HEATMAP (fixture->drawing),
                            2 * plwu_heatmap_get_largest (PLWU_HEATMAP (fixture->drawing)));
  g_free (g_steal_pointer (&path));
  path = save (fixture, "heat.png");
  g_assert_cmpuint (count_pixels (path, 0x12436d), <, n_strong / 2);
  g_unlink (path);

  check_text_file (fixture, "heat.svg", "<?xml", "<svg");
  check_text_file (fixture, "heat.pdf", "%PDF", "%%EOF");
}

/* Need against money */

static void
test_need_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart = GTK_WIDGET (fixture->chart);

  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Money falls behind from 2027/28");
  gtk_test_accessible_assert_property (
      chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Need goes from £100.0m in 2026/27 to £130.0m in 2028/29, money from £100.0m to £90.0m. The gap is "
      "largest in 2028/29, at £40.0m.");
  g_assert_true (get_focus (fixture) == chart);
}

static void
test_need_marks (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Right, 0);
  assert_focus_name (fixture, "2026/27: Need £100.0m, Money £100.0m (Confirmed £80.0m, Indicative £10.0m, At "
                              "risk £10.0m), Gap none");

  GtkWidget *before = get_focus (fixture);

  press (fixture, GDK_KEY_Right, 0);
  g_assert_true (get_focus (fixture) != before);
  assert_focus_name (fixture, "2027/28: Need £110.0m, Money £105.0m (Confirmed £70.0m, Indicative £20.0m, At "
                              "risk £10.0m, Bid £5.0m), Gap £5.0m");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpint (fixture->year, ==, 2027);
  press (fixture, GDK_KEY_End, 0);
  press (fixture, GDK_KEY_Right, 0);
  g_assert_cmpuint (plwu_chart_get_focus (fixture->chart), ==, 2);
  press (fixture, GDK_KEY_Escape, 0);
  g_assert_true (get_focus (fixture) == GTK_WIDGET (fixture->chart));
  g_assert_cmpuint (plwu_chart_get_focus (fixture->chart), ==, PLWU_DRAWING_NO_MARK);
}

static void
test_need_table (Fixture *fixture, gconstpointer data)
{
  g_autofree char *table = show_table (fixture->drawing);

  g_assert_cmpstr (table, ==,
                   "Year|Need|Confirmed|Indicative|At risk|Bid|Money|Gap\n"
                   "2026/27|100,000,000|80,000,000|10,000,000|10,000,000|0|100,000,000|0\n"
                   "2027/28|110,000,000|70,000,000|20,000,000|10,000,000|5,000,000|105,000,000|5,000,000\n"
                   "2028/29|130,000,000|60,000,000|20,000,000|5,000,000|5,000,000|90,000,000|40,000,000\n");
}

/* Figures added below the picture are in the table and read out with their year. */
static void
test_need_rows (Fixture *fixture, gconstpointer data)
{
  static const char *const reserves[N_YEARS] = { "£9m", "£8m", "£1m" };
  static const gboolean is_low[N_YEARS] = { FALSE, FALSE, TRUE };

  plwu_need_money_add_row (PLWU_NEED_MONEY (fixture->drawing), "Reserve", reserves, is_low);
  plwu_need_money_set_chosen (PLWU_NEED_MONEY (fixture->drawing), 2027);
  settle (fixture);

  g_autofree char *table = show_table (fixture->drawing);

  g_assert_nonnull (strstr (table, "|Money|Gap|Reserve\n"));
  g_assert_nonnull (strstr (table, "|90,000,000|40,000,000|£1m\n"));
  press (fixture, GDK_KEY_End, 0);
  assert_focus_name (fixture, "2028/29: Need £130.0m, Money £90.0m (Confirmed £60.0m, Indicative £20.0m, At "
                              "risk £5.0m, Bid £5.0m), Gap £40.0m, Reserve £1m");
}

/* Amounts are rounded below the picture and whole in the table, as those beside them. */
static void
test_need_amounts (Fixture *fixture, gconstpointer data)
{
  static const gint64 reserves[N_YEARS] = { 912345678, 800000000, 1 };

  plwu_need_money_add_amounts (PLWU_NEED_MONEY (fixture->drawing), "Reserve", reserves, NULL);
  settle (fixture);

  g_autofree char *table = show_table (fixture->drawing);

  g_assert_cmpstr (plwu_need_money_get_text (PLWU_NEED_MONEY (fixture->drawing), 3, 0), ==, "£9.1m");
  g_assert_nonnull (strstr (table, "|100,000,000|0|9,123,457\n"));
  g_assert_nonnull (strstr (table, "|105,000,000|5,000,000|8,000,000\n"));
}

static void
test_money_series (Fixture *fixture, gconstpointer data)
{
  static const PlwuMoneySeries series[] = {
    { "Grants", PLWU_PATTERN_SOLID, PLWU_COLOUR_SERIES_1 },
    { "Borrowing", PLWU_PATTERN_CROSSED, PLWU_COLOUR_SERIES_4 },
  };
  static const gint64 need[N_YEARS] = { 10 * MILLION, 20 * MILLION, 30 * MILLION };
  static const gint64 money[] = { 6 * MILLION, 4 * MILLION, 8 * MILLION, 2 * MILLION, 9 * MILLION, 0 };
  PlwuNeedMoney *chart = PLWU_NEED_MONEY (fixture->drawing);

  plwu_need_money_set_names (chart, "Spending", "Paid", "Unpaid");
  plwu_need_money_set_series (chart, G_N_ELEMENTS (series), series, N_YEARS, years, need, money, "Capital");
  settle (fixture);

  g_autofree char *table = show_table (fixture->drawing);

  g_assert_cmpstr (table, ==,
                   "Year|Spending|Grants|Borrowing|Paid|Unpaid\n"
                   "2026/27|10,000,000|6,000,000|4,000,000|10,000,000|0\n"
                   "2027/28|20,000,000|8,000,000|2,000,000|10,000,000|10,000,000\n"
                   "2028/29|30,000,000|9,000,000|0|9,000,000|21,000,000\n");
}

/* Rounded one by one, £10.4m of £10.9m would leave a gap of £0.4m. */
static void
test_need_printed_adds_up (Fixture *fixture, gconstpointer data)
{
  static const gint64 need[N_YEARS] = { 1085000000, 1085000000, 1085000000 };
  static const gint64 money[N_YEARS][PLWU_N_CERTAINTIES] = { { 1044000000 }, { 1085000000 }, { 1095000000 } };
  PlwuNeedMoney *chart = PLWU_NEED_MONEY (fixture->drawing);

  plwu_need_money_set_data (chart, N_YEARS, years, need, money, "Short", NULL);
  g_assert_cmpstr (plwu_need_money_get_text (chart, 0, 0), ==, "£10.9m");
  g_assert_cmpstr (plwu_need_money_get_text (chart, 1, 0), ==, "£10.5m");
  g_assert_cmpstr (plwu_need_money_get_text (chart, 2, 0), ==, "£0.4m");
  g_assert_cmpstr (plwu_need_money_get_text (chart, 2, 1), ==, "none");
  g_assert_cmpstr (plwu_need_money_get_text (chart, 0, 2), ==, "£10.9m");
  g_assert_cmpstr (plwu_need_money_get_text (chart, 1, 2), ==, "£11.0m");
}

static void
test_need_without_years (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_End, 0);
  plwu_need_money_set_data (PLWU_NEED_MONEY (fixture->drawing), 0, NULL, NULL, NULL, "Nothing", NULL);
  settle (fixture);
  g_assert_cmpuint (plwu_chart_get_focus (fixture->chart), ==, PLWU_DRAWING_NO_MARK);
  press (fixture, GDK_KEY_Right, 0);
  g_assert_cmpuint (plwu_chart_get_focus (fixture->chart), ==, PLWU_DRAWING_NO_MARK);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->window);
  g_autofree char *text = NULL;

  press (fixture, GDK_KEY_c, GDK_CONTROL_MASK);
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/png"));
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_prefix (text, "Year\tNeed\tConfirmed\t"));
  g_assert_true (g_str_has_suffix (text, "\nMoney falls behind from 2027/28: Base case, today's rules\n"));
}

/* Heatmap */

static void
test_heatmap_orders (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    [PLWU_HEATMAP_WORST] = "Line|Duty|2026/27|2027/28|2028/29|Total\n"
                           "Care|statutory|0|0|90,500|90,500\n"
                           "Highways||0|20,400|400|20,800\n"
                           "Burnley: Parks||12,400|0|0|12,400\n"
                           "Libraries||0|0|0|0\n"
                           "Total||12,400|20,400|90,900|123,700\n",
    [PLWU_HEATMAP_FIRST_SHORT] = "Line|Duty|2026/27|2027/28|2028/29|Total\n"
                                 "Burnley: Parks||12,400|0|0|12,400\n"
                                 "Highways||0|20,400|400|20,800\n"
                                 "Care|statutory|0|0|90,500|90,500\n"
                                 "Libraries||0|0|0|0\n"
                                 "Total||12,400|20,400|90,900|123,700\n",
    [PLWU_HEATMAP_PLAN_ORDER] = "Line|Duty|2026/27|2027/28|2028/29|Total\n"
                                "Libraries||0|0|0|0\n"
                                "Burnley: Parks||12,400|0|0|12,400\n"
                                "Care|statutory|0|0|90,500|90,500\n"
                                "Highways||0|20,400|400|20,800\n"
                                "Total||12,400|20,400|90,900|123,700\n",
  };

  for (int i = 0; i < 3; i++)
    {
      plwu_heatmap_set_sort (PLWU_HEATMAP (fixture->drawing), (PlwuHeatmapSort) i);

      g_autofree char *table = show_table (fixture->drawing);

      g_assert_cmpstr (table, ==, expected[i]);
    }
}

/* What is printed, in thousands: 91, 20 and 12 of 124. */
static void
test_heatmap_adds_up (Fixture *fixture, gconstpointer data)
{
  PlwuHeatmap *heatmap = PLWU_HEATMAP (fixture->drawing);
  gint64 sum = 0;

  for (guint i = 0; i < heatmap->lines->len; i++)
    {
      const PlwuHeatmapLine *line = g_ptr_array_index (heatmap->lines, i);

      g_assert_cmpint (line->steps[0] + line->steps[1] + line->steps[2], ==, line->total_steps);
      sum += line->total_steps;
    }
  g_assert_cmpint (sum, ==, 124);
  g_assert_cmpint (heatmap->total_steps, ==, 124);
  g_assert_cmpint (heatmap->year_steps[0] + heatmap->year_steps[1] + heatmap->year_steps[2], ==, 124);
}

static void
test_heatmap_keys (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Down, 0);
  assert_focus_name (fixture, "Care, 2026/27, no shortfall, need £340k, statutory");
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_Down, 0);
  assert_focus_name (fixture, "Burnley: Parks, 2026/27, shortfall £12k of £340k");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (fixture->row, ==, 1);
  g_assert_cmpint (fixture->year, ==, 2026);

  press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_End, 0);
  assert_focus_name (fixture, "Care, 2028/29, shortfall £91k of £340k, statutory");
  press (fixture, GDK_KEY_space, 0);
  g_assert_cmpuint (fixture->row, ==, 2);
  g_assert_cmpint (fixture->year, ==, 2028);
}

static void
test_heatmap_names (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Care falls short most");
  gtk_test_accessible_assert_property (
      fixture->chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "3 lines of 4 fall short, by £124k over all years; most of all Care, by £91k.");
}

static void
test_heatmap_scrolls (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *vertical = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->chart));
  g_autofree PlwuHeatmapRow *rows = g_new (PlwuHeatmapRow, 600);
  static const gint64 figures[N_YEARS] = { 100000, 200000, 300000 };

  for (guint i = 0; i < 600; i++)
    rows[i] = (PlwuHeatmapRow){ "Line", NULL, FALSE, figures, figures };
  plwu_heatmap_set_data (PLWU_HEATMAP (fixture->drawing), 600, rows, N_YEARS, years);
  settle (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_upper (vertical), >, 600 * 15);

  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  g_assert_cmpfloat (gtk_adjustment_get_value (vertical), ==,
                     gtk_adjustment_get_upper (vertical) - gtk_adjustment_get_page_size (vertical));
  g_assert_cmpuint (plwu_chart_get_focus (fixture->chart), ==, 600 * N_YEARS - 1);
}

#define ADD(name, set_up, function) g_test_add ("/ui/chart/" name, Fixture, NULL, set_up, function, tear_down)

/* A change fades in, but not where motion is unwanted, nor while one change follows another. */
static void
test_fade (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  gint64 deadline = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  g_usleep (600 * 1000);
  plwu_drawing_figures_changed (fixture->drawing);
  g_assert_true (plwu_chart_is_fading (fixture->chart));
  while (plwu_chart_is_fading (fixture->chart) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (plwu_chart_is_fading (fixture->chart));

  plwu_drawing_figures_changed (fixture->drawing);
  plwu_drawing_figures_changed (fixture->drawing);
  g_assert_false (plwu_chart_is_fading (fixture->chart));

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  g_usleep (600 * 1000);
  plwu_drawing_figures_changed (fixture->drawing);
  g_assert_false (plwu_chart_is_fading (fixture->chart));
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  settle (fixture);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("need/names", set_up_need, test_need_names);
  ADD ("need/marks", set_up_need, test_need_marks);
  ADD ("need/table", set_up_need, test_need_table);
  ADD ("need/files", set_up_need, test_need_files);
  ADD ("need/bad-paths", set_up_need, test_bad_paths);
  ADD ("need/rows", set_up_need, test_need_rows);
  ADD ("need/amounts", set_up_need, test_need_amounts);
  ADD ("need/printed-adds-up", set_up_need, test_need_printed_adds_up);
  ADD ("need/series", set_up_need, test_money_series);
  ADD ("need/without-years", set_up_need, test_need_without_years);
  ADD ("need/copy", set_up_need, test_copy);
  ADD ("need/fade", set_up_need, test_fade);
  ADD ("heatmap/orders", set_up_heatmap, test_heatmap_orders);
  ADD ("heatmap/adds-up", set_up_heatmap, test_heatmap_adds_up);
  ADD ("heatmap/names", set_up_heatmap, test_heatmap_names);
  ADD ("heatmap/keys", set_up_heatmap, test_heatmap_keys);
  ADD ("heatmap/scrolls", set_up_heatmap, test_heatmap_scrolls);
  ADD ("heatmap/files", set_up_heatmap, test_heatmap_files);

  return g_test_run ();
}
