/* test-bridge.c: the bridge adds up, groups its small steps and is read out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "findings/plwu-bridge-figures.h"
#include "pictures/plwu-bridge-private.h"
#include "test-window-support.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#define MILLION G_GINT64_CONSTANT (100000000)

static PlwuBridge *
create_chart (guint n_steps, const PlwuBridgeStep *steps)
{
  PlwuBridge *bridge = plwu_bridge_new ();

  plwu_bridge_set_data (bridge, "2026/27", 100 * MILLION, n_steps, steps, "2027/28", "Need rises", NULL);
  return bridge;
}

static const PlwuBridgeStep steps[] = {
  { "Prices", 6 * MILLION + 4999999 },
  { "Demand", 4 * MILLION + 5000001 },
  { "Growth", 20000000 },
  { "Savings", -3 * MILLION },
  { "Income", -10000000 },
  { "Financing", 0 },
};

static gint64
get_sum (void)
{
  gint64 sum = 100 * MILLION;

  for (size_t i = 0; i < G_N_ELEMENTS (steps); i++)
    sum += steps[i].pence;
  return sum;
}

/* Bars follow each other from the first total to the last, in exact and in printed figures. */
static void
assert_adds_up (PlwuBridge *bridge)
{
  guint n_bars = bridge->bars->len;
  const PlwuBridgeBar *first = plwu_bridge_get_bar (bridge, 0);
  const PlwuBridgeBar *last = plwu_bridge_get_bar (bridge, n_bars - 1);
  gint64 level = first->to;
  gint64 printed = first->printed;

  g_assert_true (first->is_total && last->is_total);
  for (guint i = 1; i + 1 < n_bars; i++)
    {
      const PlwuBridgeBar *bar = plwu_bridge_get_bar (bridge, i);

      g_assert_cmpint (bar->from, ==, level);
      level = bar->to;
      printed += bar->printed;
      g_assert_cmpint (ABS (bar->printed * plw_unit_pence (bridge->unit) - (bar->to - bar->from)), <,
                       plw_unit_pence (bridge->unit));
    }
  g_assert_cmpint (last->to, ==, level);
  g_assert_cmpint (last->printed, ==, printed);
}

static void
test_adds_up (void)
{
  g_autoptr (PlwuBridge) bridge = create_chart (G_N_ELEMENTS (steps), steps);

  g_assert_cmpint (plwu_bridge_get_closing (bridge), ==, get_sum ());
  assert_adds_up (bridge);
  plwu_bridge_set_expanded (bridge, TRUE);
  assert_adds_up (bridge);
}

static void
test_adds_up_whatever_the_figures (void)
{
  for (int round = 0; round < 300; round++)
    {
      PlwuBridgeStep random[9];
      g_autofree char *name = g_strdup_printf ("Round %d", round);
      g_autoptr (PlwuBridge) bridge = NULL;

      for (size_t i = 0; i < G_N_ELEMENTS (random); i++)
        {
          gint64 size = g_test_rand_int_range (-1000000, 1000000);

          random[i] = (PlwuBridgeStep){ name, g_test_rand_bit () ? size : size * 997 };
        }
      bridge = create_chart (G_N_ELEMENTS (random), random);
      assert_adds_up (bridge);
      plwu_bridge_set_expanded (bridge, TRUE);
      assert_adds_up (bridge);
    }
}

/* Growth and income are small; what they print together is what they print apart. */
static void
test_groups_small_steps (void)
{
  g_autoptr (PlwuBridge) bridge = create_chart (G_N_ELEMENTS (steps), steps);
  const PlwuBridgeBar *other;
  gint64 together;

  g_assert_cmpuint (bridge->bars->len, ==, 6);
  other = plwu_bridge_get_bar (bridge, 4);
  g_assert_cmpstr (other->name, ==, "Other");
  g_assert_cmpuint (other->n_parts, ==, 2);
  together = other->printed;

  plwu_drawing_activate_mark (PLWU_DRAWING (bridge), 4);
  g_assert_true (plwu_bridge_get_expanded (bridge));
  g_assert_cmpuint (bridge->bars->len, ==, 7);
  g_assert_cmpint (plwu_bridge_get_bar (bridge, 4)->printed + plwu_bridge_get_bar (bridge, 5)->printed, ==,
                   together);

  plwu_drawing_activate_mark (PLWU_DRAWING (bridge), 5);
  g_assert_false (plwu_bridge_get_expanded (bridge));
}

static void
test_one_small_step_stands_alone (void)
{
  static const PlwuBridgeStep two[] = { { "Prices", 6 * MILLION }, { "Growth", 1000000 } };
  g_autoptr (PlwuBridge) bridge = create_chart (2, two);

  g_assert_cmpuint (bridge->bars->len, ==, 4);
  g_assert_cmpstr (plwu_bridge_get_bar (bridge, 2)->name, ==, "Growth");
}

static void
assert_mark (PlwuBridge *bridge, guint mark, const char *expected)
{
  g_autofree char *text = plwu_drawing_describe_mark (PLWU_DRAWING (bridge), mark);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_marks_are_read_out (void)
{
  g_autoptr (PlwuBridge) bridge = create_chart (G_N_ELEMENTS (steps), steps);

  assert_mark (bridge, 0, "2026/27: £100.0m");
  assert_mark (bridge, 1, "Prices: +£6.0m. More need");
  assert_mark (bridge, 2, "Demand: +£4.1m. More need");
  assert_mark (bridge, 3, "Savings: -£3.0m. Less need");
  assert_mark (bridge, 4, "Other: +£0.1m, 2 small steps (Growth +£0.2m, Income -£0.1m); Enter shows each");
  assert_mark (bridge, 5, "2027/28: £107.2m");
}

static void
test_table_adds_up (void)
{
  g_autoptr (PlwuBridge) bridge = create_chart (G_N_ELEMENTS (steps), steps);
  g_autoptr (GPtrArray) table = plwu_drawing_get_table (PLWU_DRAWING (bridge));
  GStrv last = g_ptr_array_index (table, table->len - 1);
  GStrv demand = g_ptr_array_index (table, 3);

  g_assert_cmpuint (table->len, ==, 1 + 1 + 5 + 1);
  g_assert_cmpstr (demand[0], ==, "Demand");
  g_assert_cmpstr (demand[1], ==, "4,050,000");
  g_assert_cmpstr (last[0], ==, "2027/28");
  g_assert_cmpstr (last[2], ==, "107,200,000");
}

/* Every bridge of a real plan leads where the result says. */
static void
test_bridges_of_results (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwuBridge) bridge = create_chart (0, NULL);
  const PlwResult *today;
  const PlwResult *pooled;

  assert_sound (document);
  today = plwu_document_get_result (document, PLWU_POLICY_TODAY);
  pooled = plwu_document_get_result (document, PLWU_POLICY_PLACEMAKING);
  for (size_t t = 0; t < plw_result_n_years (today); t++)
    {
      plwu_bridge_show_years (bridge, today, NULL, 0, t, NULL);
      g_assert_cmpint (plwu_bridge_get_closing (bridge), ==, plw_result_sum (today, PLW_SUM_NEED, t));
      assert_adds_up (bridge);
      plwu_bridge_show_difference (bridge, today, "Today", pooled, "Placemaking", t);
      g_assert_cmpint (plwu_bridge_get_closing (bridge), ==, plw_result_sum (pooled, PLW_SUM_NEED, t));
      for (size_t use = 0; use < plw_result_n_uses (today); use++)
        {
          g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (size_t));

          g_array_append_val (uses, use);
          plwu_bridge_show_years (bridge, today, uses, t, t, "A use");
          g_assert_cmpint (plwu_bridge_get_closing (bridge), ==, plw_result_use (today, use)->need[t]);
        }
    }
}

static void
test_files (void)
{
  static const char *const names[] = { "bridge.svg", "bridge.png", "bridge.pdf" };
  g_autoptr (PlwuBridge) bridge = create_chart (G_N_ELEMENTS (steps), steps);
  g_autofree char *folder = g_dir_make_tmp ("placewright-bridge-XXXXXX", NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GError) error = NULL;
      GStatBuf status;

      g_assert_true (plwu_drawing_save (PLWU_DRAWING (bridge), path, &error));
      g_assert_no_error (error);
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_size, >, 2000);
      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/bridge/adds-up", test_adds_up);
  g_test_add_func ("/ui/bridge/adds-up-whatever-the-figures", test_adds_up_whatever_the_figures);
  g_test_add_func ("/ui/bridge/groups-small-steps", test_groups_small_steps);
  g_test_add_func ("/ui/bridge/one-small-step", test_one_small_step_stands_alone);
  g_test_add_func ("/ui/bridge/marks-are-read-out", test_marks_are_read_out);
  g_test_add_func ("/ui/bridge/table-adds-up", test_table_adds_up);
  g_test_add_func ("/ui/bridge/of-results", test_bridges_of_results);
  g_test_add_func ("/ui/bridge/files", test_files);

  return g_test_run ();
}
