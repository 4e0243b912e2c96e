/* test-financing.c: what borrowing costs, to the penny.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/financing.h"

#define FIVE_PERCENT (5 * PLW_DECIMAL_ONE)
#define TEN_MILLION INT64_C (1000000000)

static int64_t
add_up (int64_t principal, PlwMrp method, int64_t rate, int64_t life)
{
  int64_t sum = 0;

  for (int64_t n = 0; n <= life + 2; n++)
    sum += plw_financing_provision (principal, method, rate, life, n);
  return sum;
}

/* 10,000,000 over 40 years at 5%: a yearly payment of 582,781.61, less the interest part. */
static void
test_annuity (void)
{
  static const struct
  {
    int64_t n;
    int64_t pence;
  } years[] = { { 0, 0 },         { 1, 8278161 },   { 2, 8692069 },   { 3, 9126673 },
                { 10, 12842145 }, { 20, 20918501 }, { 40, 55503011 }, { 41, 0 } };

  for (size_t i = 0; i < G_N_ELEMENTS (years); i++)
    g_assert_cmpint (plw_financing_provision (TEN_MILLION, PLW_MRP_ANNUITY, FIVE_PERCENT, 40, years[i].n), ==,
                     years[i].pence);
  g_assert_cmpint (add_up (TEN_MILLION, PLW_MRP_ANNUITY, FIVE_PERCENT, 40), ==, TEN_MILLION);
}

static void
test_straight_line (void)
{
  g_assert_cmpint (plw_financing_provision (TEN_MILLION, PLW_MRP_STRAIGHT_LINE, FIVE_PERCENT, 40, 1), ==,
                   25000000);
  g_assert_cmpint (plw_financing_provision (TEN_MILLION, PLW_MRP_STRAIGHT_LINE, FIVE_PERCENT, 40, 40), ==,
                   25000000);
  g_assert_cmpint (add_up (100, PLW_MRP_STRAIGHT_LINE, 0, 3), ==, 100);
}

static void
test_none (void)
{
  g_assert_cmpint (add_up (TEN_MILLION, PLW_MRP_NONE, FIVE_PERCENT, 40), ==, 0);
}

/* Without interest an annuity is a straight line. */
static void
test_no_interest (void)
{
  for (int64_t n = 1; n <= 7; n++)
    g_assert_cmpint (plw_financing_provision (12345, PLW_MRP_ANNUITY, 0, 7, n), ==,
                     plw_financing_provision (12345, PLW_MRP_STRAIGHT_LINE, 0, 7, n));
}

/* Whatever the sum, all provision is the debt and none of it is below nothing. */
static void
test_sums (void)
{
  static const int64_t principals[] = { 0, 1, 5, 9, 99, 100, 12345, 999999999, PLW_PENCE_MAX };
  static const int64_t rates[] = { 0, 1, PLW_DECIMAL_ONE / 1000, FIVE_PERCENT, 20 * PLW_DECIMAL_ONE };
  static const PlwMrp methods[] = { PLW_MRP_STRAIGHT_LINE, PLW_MRP_ANNUITY };

  for (size_t i = 0; i < G_N_ELEMENTS (principals) * G_N_ELEMENTS (rates) * G_N_ELEMENTS (methods); i++)
    {
      int64_t principal = principals[i % G_N_ELEMENTS (principals)];
      int64_t rate = rates[i / G_N_ELEMENTS (principals) % G_N_ELEMENTS (rates)];
      PlwMrp method = methods[i / G_N_ELEMENTS (principals) / G_N_ELEMENTS (rates)];

      for (int64_t life = 1; life <= 60; life++)
        {
          g_assert_cmpint (add_up (principal, method, rate, life), ==, principal);
          for (int64_t n = 1; n <= life; n++)
            {
              int64_t provision = plw_financing_provision (principal, method, rate, life, n);

              if (provision < 0)
                g_test_message ("principal %" G_GINT64_FORMAT ", rate %" G_GINT64_FORMAT
                                ", life %" G_GINT64_FORMAT ", year %" G_GINT64_FORMAT,
                                principal, rate, life, n);
              g_assert_cmpint (provision, >=, 0);
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/financing/annuity", test_annuity);
  g_test_add_func ("/engine/financing/straight-line", test_straight_line);
  g_test_add_func ("/engine/financing/no-provision", test_none);
  g_test_add_func ("/engine/financing/annuity-without-interest", test_no_interest);
  g_test_add_func ("/engine/financing/provision-is-the-debt-and-never-negative", test_sums);
  return g_test_run ();
}
