/* rates.c: corrections by grade of evidence, and discounting.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/reference.h>

/* The programme's own figure, else its grade's; 0 for a grade nobody knows, which
 * the range of grades and the shipped table rule out. */
static int64_t
find_correction (const PlwPlan *plan, size_t programme, size_t own_column, size_t grade_column)
{
  PlwValue own = plw_plan_get (plan, PLW_TABLE_PROGRAMMES, programme, own_column);
  int64_t grade = plw_plan_number (plan, PLW_TABLE_PROGRAMMES, programme, PLW_PROGRAMMES_EVIDENCE);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, grade);
  const PlwPlan *held;
  size_t row;

  if (own.is_set)
    return own.number;
  if (!plw_reference_find (plan, PLW_TABLE_EVIDENCE_GRADES, key, &held, &row))
    g_return_val_if_reached (0);

  return plw_plan_number (held, PLW_TABLE_EVIDENCE_GRADES, row, grade_column);
}

void
plw_reference_correction (const PlwPlan *plan, size_t programme, int64_t *ret_benefit, int64_t *ret_cost)
{
  g_return_if_fail (plan != NULL);

  *ret_benefit = find_correction (plan, programme, PLW_PROGRAMMES_BENEFIT_CORRECTION,
                                  PLW_EVIDENCE_GRADES_BENEFIT_CORRECTION);
  *ret_cost =
      find_correction (plan, programme, PLW_PROGRAMMES_COST_CORRECTION, PLW_EVIDENCE_GRADES_COST_CORRECTION);
}

/* A row of discount rates: from which year on, and how much in billionths of a percent. */
typedef struct
{
  int64_t from_year;
  int64_t rate;
} Rate;

static bool
is_replaced (const PlwPlan *plan, const PlwPlan *held, size_t row)
{
  g_autofree char *key = plw_plan_row_key (held, PLW_TABLE_DISCOUNT_RATES, row);
  size_t found;

  return held != plan && plw_plan_find_key (plan, PLW_TABLE_DISCOUNT_RATES, key, &found);
}

static int
compare_rates (gconstpointer a, gconstpointer b)
{
  const Rate *rate_a = a;
  const Rate *rate_b = b;

  return (rate_a->from_year > rate_b->from_year) - (rate_a->from_year < rate_b->from_year);
}

/* The shipped rates under the plan's own, earliest first. */
static GArray *
collect_rates (const PlwPlan *plan)
{
  GArray *rates = g_array_new (FALSE, FALSE, sizeof (Rate));
  const PlwPlan *plans[] = { plan, plw_reference () };

  for (size_t i = 0; i < G_N_ELEMENTS (plans); i++)
    for (size_t row = 0; row < plw_plan_n_rows (plans[i], PLW_TABLE_DISCOUNT_RATES); row++)
      {
        Rate rate = {
          plw_plan_number (plans[i], PLW_TABLE_DISCOUNT_RATES, row, PLW_DISCOUNT_RATES_FROM_YEAR),
          plw_plan_number (plans[i], PLW_TABLE_DISCOUNT_RATES, row, PLW_DISCOUNT_RATES_RATE),
        };

        if (is_replaced (plan, plans[i], row))
          continue;
        if (plans[i] != plan && rate.from_year == 1)
          rate.rate = plw_plan_setting_number (plan, "discount_rate", rate.rate);
        g_array_append_val (rates, rate);
      }

  g_array_sort (rates, compare_rates);
  return rates;
}

double
plw_reference_discount (const PlwPlan *plan, size_t year)
{
  g_return_val_if_fail (plan != NULL, 1.0);

  g_autoptr (GArray) rates = collect_rates (plan);
  double factor = 1.0;
  double rate = 0.0;
  guint next = 0;

  for (size_t i = 1; i <= year; i++)
    {
      while (next < rates->len && g_array_index (rates, Rate, next).from_year <= (int64_t) i)
        rate = (double) g_array_index (rates, Rate, next++).rate;
      factor /= 1.0 + rate / (100.0 * (double) PLW_DECIMAL_ONE);
    }
  return factor;
}
