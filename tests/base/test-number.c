/* test-number.c: exact amounts and decimals.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/number.h>

#include <string.h>

/* A whole number from 0 to below @limit. */
static int64_t
random_below (int64_t limit)
{
  uint64_t bits = ((uint64_t) (uint32_t) g_test_rand_int () << 32) | (uint32_t) g_test_rand_int ();

  return (int64_t) (bits % (uint64_t) limit);
}

static int64_t
random_signed (int64_t most)
{
  return g_test_rand_bit () ? random_below (most + 1) : -random_below (most + 1);
}

static void
test_pence_right (void)
{
  static const struct
  {
    const char *text;
    PlwParseStyle style;
    int64_t pence;
  } cases[] = {
    { "0", PLW_PARSE_STRICT, 0 },
    { "1250000", PLW_PARSE_STRICT, 125000000 },
    { "1250000.50", PLW_PARSE_STRICT, 125000050 },
    { "1250000.5", PLW_PARSE_STRICT, 125000050 },
    { "1,250,000", PLW_PARSE_STRICT, 125000000 },
    { "1,250,000.05", PLW_PARSE_STRICT, 125000005 },
    { "(500)", PLW_PARSE_STRICT, -50000 },
    { "(1,500.25)", PLW_PARSE_STRICT, -150025 },
    { "-500", PLW_PARSE_STRICT, -50000 },
    { "-0", PLW_PARSE_STRICT, 0 },
    { "12.500", PLW_PARSE_STRICT, 1250 },
    { "100000000000", PLW_PARSE_STRICT, PLW_PENCE_MAX },
    { "-100000000000", PLW_PARSE_STRICT, -PLW_PENCE_MAX },
    { " 5 ", PLW_PARSE_STRICT, 500 },
    { "£1.2m", PLW_PARSE_ENTRY, 120000000 },
    { "£1.2M", PLW_PARSE_ENTRY, 120000000 },
    { "450k", PLW_PARSE_ENTRY, 45000000 },
    { "-£450k", PLW_PARSE_ENTRY, -45000000 },
    { "£-450k", PLW_PARSE_ENTRY, -45000000 },
    { "(£1,000)", PLW_PARSE_ENTRY, -100000 },
    { "1.5bn", PLW_PARSE_ENTRY, INT64_C (150000000000) },
    { "0.00001k", PLW_PARSE_ENTRY, 1 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      int64_t pence = -1;
      bool is_read = plw_pence_parse (cases[i].text, cases[i].style, &pence, &error);

      g_assert_no_error (error);
      g_assert_true (is_read);
      g_assert_cmpint (pence, ==, cases[i].pence);
    }
}

static void
test_pence_wrong (void)
{
  static const struct
  {
    const char *text;
    PlwParseStyle style;
    PlwError code;
  } cases[] = {
    { "", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { " ", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "-", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { ".", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "(", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "()", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "(5", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "5)", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "--5", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "1.005", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "1,25", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "1,2345", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "1234,567", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { ",123", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "1.5.5", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "1e6", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "0x10", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "nan", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "£5", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "5k", PLW_PARSE_STRICT, PLW_ERROR_SYNTAX },
    { "k", PLW_PARSE_ENTRY, PLW_ERROR_SYNTAX },
    { "£", PLW_PARSE_ENTRY, PLW_ERROR_SYNTAX },
    { "££5", PLW_PARSE_ENTRY, PLW_ERROR_SYNTAX },
    { "5kk", PLW_PARSE_ENTRY, PLW_ERROR_SYNTAX },
    { "£0.000001k", PLW_PARSE_ENTRY, PLW_ERROR_SYNTAX },
    { "100000000000.01", PLW_PARSE_STRICT, PLW_ERROR_RANGE },
    { "-100000000001", PLW_PARSE_STRICT, PLW_ERROR_RANGE },
    { "101bn", PLW_PARSE_ENTRY, PLW_ERROR_RANGE },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      int64_t pence = 77;

      g_assert_false (plw_pence_parse (cases[i].text, cases[i].style, &pence, &error));
      g_assert_error (error, PLW_ERROR, (int) cases[i].code);
      g_assert_cmpint (pence, ==, 77);
    }
}

static void
test_decimal (void)
{
  static const struct
  {
    const char *text;
    int64_t billionths;
  } cases[] = {
    { "3.5", INT64_C (3500000000) },
    { "-0.000000001", -1 },
    { "100", INT64_C (100000000000) },
    { "9000000000", PLW_DECIMAL_MAX },
  };
  int64_t billionths = 77;

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (plw_decimal_parse (cases[i].text, PLW_PARSE_STRICT, &billionths, NULL));
      g_assert_cmpint (billionths, ==, cases[i].billionths);

      g_autofree char *text = plw_decimal_to_text (billionths);

      g_assert_cmpstr (text, ==, cases[i].text);
    }

  g_assert_true (plw_decimal_parse ("5%", PLW_PARSE_ENTRY, &billionths, NULL));
  g_assert_cmpint (billionths, ==, 5 * PLW_DECIMAL_ONE);
  g_assert_false (plw_decimal_parse ("5%", PLW_PARSE_STRICT, &billionths, NULL));
  g_assert_false (plw_decimal_parse ("0.0000000001", PLW_PARSE_STRICT, &billionths, NULL));
  g_assert_false (plw_decimal_parse ("9000000001", PLW_PARSE_STRICT, &billionths, NULL));
  g_assert_cmpint (billionths, ==, 5 * PLW_DECIMAL_ONE);
}

static void
test_print_and_read (void)
{
  for (int i = 0; i < 20000; i++)
    {
      int64_t pence = random_signed (g_test_rand_bit () ? PLW_PENCE_MAX : 1000);
      int64_t billionths = random_signed (g_test_rand_bit () ? PLW_DECIMAL_MAX : PLW_DECIMAL_ONE);
      g_autofree char *full = plw_pence_to_text (pence);
      g_autofree char *plain = plw_pence_to_plain_text (pence);
      g_autofree char *decimal = plw_decimal_to_text (billionths);
      int64_t again = 0;

      g_assert_true (plw_pence_parse (full, PLW_PARSE_STRICT, &again, NULL));
      g_assert_cmpint (again, ==, pence);
      g_assert_true (plw_pence_parse (plain, PLW_PARSE_STRICT, &again, NULL));
      g_assert_cmpint (again, ==, pence);
      g_assert_cmpuint (strlen (plain), <=, strlen (full));
      g_assert_true (plw_decimal_parse (decimal, PLW_PARSE_STRICT, &again, NULL));
      g_assert_cmpint (again, ==, billionths);
    }
}

static void
test_show (void)
{
  static const struct
  {
    int64_t pence;
    PlwUnit unit;
    const char *text;
  } cases[] = {
    { 123456789, PLW_UNIT_POUNDS, "1,234,568" },
    { -123456749, PLW_UNIT_POUNDS, "-1,234,567" },
    { 50, PLW_UNIT_POUNDS, "1" },
    { -50, PLW_UNIT_POUNDS, "-1" },
    { 49, PLW_UNIT_POUNDS, "0" },
    { -49, PLW_UNIT_POUNDS, "0" },
    { 150000, PLW_UNIT_THOUSANDS, "2" },
    { 123456789000, PLW_UNIT_THOUSANDS, "1,234,568" },
    { 123456789000, PLW_UNIT_MILLIONS, "1,234.6" },
    { -5000000, PLW_UNIT_MILLIONS, "-0.1" },
    { 0, PLW_UNIT_MILLIONS, "0.0" },
  };
  static const struct
  {
    int64_t pence;
    const char *text;
  } shorts[] = {
    { INT64_C (4120000000), "£41.2m" },
    { 95000000, "£950k" },
    { INT64_C (125000000000), "£1.25bn" },
    { 12000, "£120" },
    { 99949999, "£999k" },
    { 99950000, "£1.0m" },
    { INT64_C (99949999999), "£999.5m" },
    { INT64_C (99950000000), "£1.00bn" },
    { -12000, "-£120" },
    { 0, "£0" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plw_pence_show (cases[i].pence, cases[i].unit);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  for (size_t i = 0; i < G_N_ELEMENTS (shorts); i++)
    {
      g_autofree char *text = plw_pence_show_short (shorts[i].pence);

      g_assert_cmpstr (text, ==, shorts[i].text);
    }
}

static void
test_divide (void)
{
  g_assert_cmpint (plw_divide_round (5, 2), ==, 3);
  g_assert_cmpint (plw_divide_round (-5, 2), ==, -3);
  g_assert_cmpint (plw_divide_round (4, 3), ==, 1);
  g_assert_cmpint (plw_divide_round (5, 3), ==, 2);
  g_assert_cmpint (plw_divide_round (-4, 3), ==, -1);
  g_assert_cmpint (plw_divide_round (1, INT64_MAX), ==, 0);
  g_assert_cmpint (plw_divide_round ((__int128) INT64_MAX * 7, 7), ==, INT64_MAX);

  for (int i = 0; i < 20000; i++)
    {
      int64_t numerator = random_signed (PLW_PENCE_MAX);
      int64_t denominator = 1 + random_below (g_test_rand_bit () ? 10 : PLW_PENCE_MAX);
      int64_t quotient = plw_divide_round (numerator, denominator);
      __int128 twice = 2 * ((__int128) numerator - (__int128) quotient * denominator);

      /* Off by at most a half, and by exactly a half only towards zero. */
      g_assert_true (twice <= denominator && twice >= -denominator);
      g_assert_false (numerator > 0 && twice == denominator);
      g_assert_false (numerator < 0 && twice == -denominator);
    }
}

/* The printed rows add up to the printed total, and none is a whole step off. */
static void
test_round_rows (void)
{
  int64_t rows[40];
  int64_t steps[40];

  for (int i = 0; i < 5000; i++)
    {
      size_t n_rows = (size_t) g_test_rand_int_range (0, 41);
      PlwUnit unit = (PlwUnit) g_test_rand_int_range (0, 3);
      int64_t step = plw_unit_pence (unit);
      int64_t sum = 0;
      int64_t printed = 0;

      for (size_t j = 0; j < n_rows; j++)
        {
          rows[j] = random_signed (g_test_rand_bit () ? 3 * step : PLW_PENCE_MAX);
          sum += rows[j];
        }

      int64_t total = plw_pence_round_rows (rows, n_rows, unit, steps);

      for (size_t j = 0; j < n_rows; j++)
        {
          printed += steps[j];
          g_assert_cmpint (ABS (steps[j] * step - rows[j]), <, step);
        }
      g_assert_cmpint (printed, ==, total);
      g_assert_cmpint (total, ==, plw_divide_round (sum, step));
    }
}

static void
test_share_out (void)
{
  int64_t claims[20];
  int64_t parts[20];

  for (int i = 0; i < 5000; i++)
    {
      size_t n_claims = (size_t) g_test_rand_int_range (1, 21);
      int64_t all = 0;
      int64_t given = 0;

      for (size_t j = 0; j < n_claims; j++)
        {
          claims[j] = random_below (g_test_rand_bit () ? 3 : PLW_PENCE_MAX);
          all += claims[j];
        }

      int64_t total = random_below (all + 1);

      plw_share_out (total, claims, n_claims, parts);

      for (size_t j = 0; j < n_claims; j++)
        {
          int64_t fair = all > 0 ? (int64_t) ((__int128) total * claims[j] / all) : 0;

          given += parts[j];
          g_assert_cmpint (parts[j], <=, claims[j]);
          g_assert_true (parts[j] == fair || parts[j] == fair + 1);
        }
      g_assert_cmpint (given, ==, total);
    }
}

static void
test_share_out_ties (void)
{
  const int64_t claims[] = { 1, 1, 1 };
  int64_t parts[3];

  plw_share_out (2, claims, 3, parts);

  g_assert_cmpint (parts[0], ==, 1);
  g_assert_cmpint (parts[1], ==, 1);
  g_assert_cmpint (parts[2], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/number/pence/right", test_pence_right);
  g_test_add_func ("/base/number/pence/wrong", test_pence_wrong);
  g_test_add_func ("/base/number/decimal", test_decimal);
  g_test_add_func ("/base/number/print-and-read", test_print_and_read);
  g_test_add_func ("/base/number/show", test_show);
  g_test_add_func ("/base/number/divide", test_divide);
  g_test_add_func ("/base/number/round-rows-add-up", test_round_rows);
  g_test_add_func ("/base/number/share-out", test_share_out);
  g_test_add_func ("/base/number/share-out-ties", test_share_out_ties);

  return g_test_run ();
}
