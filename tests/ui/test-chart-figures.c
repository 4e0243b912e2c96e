/* test-chart-figures.c: colours, axes and rounding of pictures; needs no display.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pictures/plwu-palette.h"
#include "pictures/plwu-round-table.h"
#include "pictures/plwu-scale.h"

#define POUND G_GINT64_CONSTANT (100)
#define MILLION (POUND * 1000000)

static void
test_contrast (void)
{
  for (int is_dark = 0; is_dark < 2; is_dark++)
    {
      const PlwuPalette *palette = plwu_palette_get (is_dark);
      const PlwuColour *background = &palette->colours[PLWU_COLOUR_BACKGROUND];

      for (int i = PLWU_COLOUR_SERIES_1; i <= PLWU_COLOUR_SERIES_6; i++)
        g_assert_cmpfloat (plwu_palette_contrast (&palette->colours[i], background), >=, 3);
      g_assert_cmpfloat (plwu_palette_contrast (&palette->colours[PLWU_COLOUR_TEXT], background), >=, 7);
      g_assert_cmpfloat (plwu_palette_contrast (&palette->colours[PLWU_COLOUR_TEXT_DIM], background), >=,
                         4.5);
      g_assert_cmpfloat (plwu_palette_contrast (&palette->colours[PLWU_COLOUR_FOCUS], background), >=, 7);
    }
}

/* Figures can be read on every shade, and more is always further from the background. */
static void
test_shades (void)
{
  for (int is_dark = 0; is_dark < 2; is_dark++)
    {
      const PlwuPalette *palette = plwu_palette_get (is_dark);
      double before = 0;

      for (int i = 0; i <= 100; i++)
        {
          PlwuColour fill;
          PlwuColour text;

          plwu_palette_shade (palette, i / 100.0, &fill, &text);
          g_assert_cmpfloat (plwu_palette_contrast (&fill, &text), >=, 4.5);

          double contrast = plwu_palette_contrast (&fill, &palette->colours[PLWU_COLOUR_BACKGROUND]);

          g_assert_cmpfloat (contrast, >=, before);
          before = contrast;
        }
    }
}

static void
test_scale_table (void)
{
  static const struct
  {
    gint64 low;
    gint64 high;
    guint n_most;
    gint64 expected_high;
    gint64 step;
    const char *label; /* of the high end */
  } cases[] = {
    { 0, 412 * MILLION, 5, 500 * MILLION, 100 * MILLION, "£500m" },
    { 0, 1240 * MILLION, 7, 1400 * MILLION, 200 * MILLION, "£1,400m" },
    { 0, 9 * MILLION, 4, 10 * MILLION, 5 * MILLION / 2, "£10.0m" },
    { 0, 4500 * MILLION, 5, 5000 * MILLION, 1000 * MILLION, "£5bn" },
    { 0, 350000 * POUND, 4, 400000 * POUND, 100000 * POUND, "£400k" },
    { 0, 0, 5, 1 * POUND, 1 * POUND, "£1" },
    { -30 * MILLION, 90 * MILLION, 7, 100 * MILLION, 20 * MILLION, "£100m" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlwuScale scale = plwu_scale_choose (cases[i].low, cases[i].high, cases[i].n_most);
      g_autofree char *label = plwu_scale_label (&scale, scale.high);

      g_assert_cmpint (scale.high, ==, cases[i].expected_high);
      g_assert_cmpint (scale.step, ==, cases[i].step);
      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_scale_covers (void)
{
  for (int i = 0; i < 5000; i++)
    {
      gint64 low = g_test_rand_int_range (-1000, 1000) * (gint64) g_test_rand_int_range (1, 100000000);
      gint64 high = g_test_rand_int_range (-1000, 1000) * (gint64) g_test_rand_int_range (1, 100000000);
      guint n_most = (guint) g_test_rand_int_range (2, 10);
      PlwuScale scale = plwu_scale_choose (low, high, n_most);

      g_assert_cmpint (scale.low, <=, MIN (low, 0));
      g_assert_cmpint (scale.high, >=, MAX (high, 0));
      g_assert_cmpint (scale.low % scale.step, ==, 0);
      g_assert_cmpint (scale.high % scale.step, ==, 0);
      g_assert_cmpint ((scale.high - scale.low) / scale.step, <=, n_most);
      g_assert_cmpfloat (plwu_scale_share (&scale, scale.low), ==, 0);
      g_assert_cmpfloat (plwu_scale_share (&scale, scale.high), ==, 1);
    }
}

static void
assert_next_to (gint64 pence, gint64 steps, gint64 step)
{
  g_assert_cmpint (ABS (steps * step - pence), <, step);
}

/* Figures and all their sums are printed as a whole step next to the truth;
 * the sum of the whole as the nearest.
 */
static void
check_rounding (guint n_rows, guint n_columns, gint64 step)
{
  g_autofree gint64 *pence = g_new0 (gint64, n_rows * n_columns);
  g_autofree gint64 *steps = g_new0 (gint64, n_rows * n_columns);
  gint64 total = 0;
  gint64 total_steps = 0;

  for (guint i = 0; i < n_rows * n_columns; i++)
    if (g_test_rand_int_range (0, 3) > 0)
      pence[i] = g_test_rand_int_range (-2000, 20000);

  plwu_round_table (pence, n_rows, n_columns, step, steps);

  for (guint i = 0; i < n_rows; i++)
    {
      gint64 row = 0;
      gint64 row_steps = 0;

      for (guint j = 0; j < n_columns; j++)
        {
          assert_next_to (pence[i * n_columns + j], steps[i * n_columns + j], step);
          row += pence[i * n_columns + j];
          row_steps += steps[i * n_columns + j];
        }
      assert_next_to (row, row_steps, step);
      total += row;
      total_steps += row_steps;
    }
  for (guint j = 0; j < n_columns; j++)
    {
      gint64 column = 0;
      gint64 column_steps = 0;

      for (guint i = 0; i < n_rows; i++)
        {
          column += pence[i * n_columns + j];
          column_steps += steps[i * n_columns + j];
        }
      assert_next_to (column, column_steps, step);
    }
  g_assert_cmpint (2 * ABS (total_steps * step - total), <=, step);
}

static void
test_rounded_tables_add_up (void)
{
  for (int i = 0; i < 400; i++)
    check_rounding ((guint) g_test_rand_int_range (1, 12), (guint) g_test_rand_int_range (1, 12),
                    g_test_rand_int_range (1, 3) == 1 ? 100 : 1000);
  check_rounding (600, 10, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/chart/contrast", test_contrast);
  g_test_add_func ("/ui/chart/shades", test_shades);
  g_test_add_func ("/ui/chart/scale/table", test_scale_table);
  g_test_add_func ("/ui/chart/scale/covers", test_scale_covers);
  g_test_add_func ("/ui/chart/rounded-tables-add-up", test_rounded_tables_add_up);

  return g_test_run ();
}
