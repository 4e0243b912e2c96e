/* fair-lp.c: the allocation rule as linear programmes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fair-lp.h"

#include <math.h>

#include <glpk.h>

/* What a stopped use is held to lies so much below its share, in pence: else its rounding in the
 * last digit could leave no solution.
 */
#define HAIR 1e-3

/* Columns: the common share; by pot, year of coming and year of spending what is
 * spent; by pot and year what moves on; by pot, use and year what is paid.
 * Rows: by pot and year the money that came; by pot and year what is spent against what is
 * paid; by pot and year the limit; by use and year what the use gets.
 */
typedef struct
{
  const Reference *reference;
  glp_prob *lp;
  glp_smcp control;
  int share;
  double unit; /* the share stands for what the greatest of the class gets: all columns are pence */
  int *came;
  int *spent;
  int *limited;
  int *got;
  double *exact; /* by use: the fair share of the class in hand */
  bool *is_open; /* by use: still rising */
} FairLp;

static int
add_row (glp_prob *lp, int type, double least, double most)
{
  int row = glp_add_rows (lp, 1);

  glp_set_row_bnds (lp, row, type, least, most);
  return row;
}

static int
add_column (glp_prob *lp, double most, int n, const int *rows, const double *values)
{
  int column = glp_add_cols (lp, 1);

  if (isinf (most))
    glp_set_col_bnds (lp, column, GLP_LO, 0, 0);
  else
    glp_set_col_bnds (lp, column, most > 0 ? GLP_DB : GLP_FX, 0, most);
  glp_set_mat_col (lp, column, n, rows, values);
  return column;
}

static size_t
at (const FairLp *fair, size_t thing, size_t year)
{
  return thing * fair->reference->n_years + year;
}

static void
add_rows (FairLp *fair)
{
  const Reference *reference = fair->reference;

  for (size_t pot = 0; pot < reference->n_pots; pot++)
    for (size_t year = 0; year < reference->n_years; year++)
      {
        const RefPot *it = &reference->pots[pot];
        double limit = (double) it->limit[year];

        fair->came[at (fair, pot, year)] = add_row (fair->lp, GLP_UP, 0, (double) it->inflow[year]);
        fair->spent[at (fair, pot, year)] = add_row (fair->lp, GLP_FX, 0, 0);
        fair->limited[at (fair, pot, year)] =
            add_row (fair->lp, it->limit[year] == REF_NO_LIMIT ? GLP_FR : GLP_UP, 0, limit);
      }
  for (size_t use = 0; use < reference->n_uses; use++)
    for (size_t year = 0; year < reference->n_years; year++)
      fair->got[at (fair, use, year)] = add_row (fair->lp, GLP_FR, 0, 0);
}

static void
add_money_columns (FairLp *fair, size_t pot, size_t year)
{
  const RefPot *it = &fair->reference->pots[pot];
  size_t n_years = fair->reference->n_years;
  int rows[3] = { 0, fair->came[at (fair, pot, year)] };
  double values[3] = { 0, 1, 1 };

  for (size_t spent = year; spent < n_years && spent <= year + (size_t) it->keep_years; spent++)
    {
      rows[2] = fair->spent[at (fair, pot, spent)];
      add_column (fair->lp, (double) INFINITY, 2, rows, values);
    }
  if (it->target != SIZE_MAX && year + 1 < n_years)
    {
      rows[2] = fair->came[at (fair, it->target, year + 1)];
      values[2] = -1;
      add_column (fair->lp, (double) INFINITY, 2, rows, values);
    }
}

static void
add_payment_columns (FairLp *fair, size_t pot, size_t year)
{
  int rows[4] = { 0, fair->spent[at (fair, pot, year)], fair->limited[at (fair, pot, year)] };
  double values[4] = { 0, -1, 1, 1 };

  for (size_t use = 0; use < fair->reference->n_uses; use++)
    {
      int64_t cap = reference_cap (fair->reference, pot, use, year);

      if (cap == REF_BARRED || fair->reference->uses[use].need[year] == 0)
        continue;
      rows[3] = fair->got[at (fair, use, year)];
      add_column (fair->lp, cap == REF_NO_LIMIT ? (double) INFINITY : (double) cap, 3, rows, values);
    }
}

static FairLp *
fair_lp_new (const Reference *reference)
{
  FairLp *fair = g_new0 (FairLp, 1);
  size_t n_pot_years = reference->n_pots * reference->n_years;

  fair->reference = reference;
  glp_term_out (GLP_OFF);
  fair->lp = glp_create_prob ();
  glp_set_obj_dir (fair->lp, GLP_MAX);
  glp_init_smcp (&fair->control);
  fair->control.msg_lev = GLP_MSG_OFF;
  fair->control.meth = GLP_DUALP;
  fair->control.it_lim = 2000;
  fair->control.tol_bnd = 1e-9;
  fair->control.tol_dj = 1e-9;
  fair->came = g_new (int, n_pot_years + 1);
  fair->spent = g_new (int, n_pot_years + 1);
  fair->limited = g_new (int, n_pot_years + 1);
  fair->got = g_new (int, reference->n_uses * reference->n_years);
  fair->exact = g_new0 (double, reference->n_uses);
  fair->is_open = g_new0 (bool, reference->n_uses);
  fair->share = glp_add_cols (fair->lp, 1);
  glp_set_obj_coef (fair->lp, fair->share, 1);
  add_rows (fair);
  for (size_t pot = 0; pot < reference->n_pots; pot++)
    for (size_t year = 0; year < reference->n_years; year++)
      {
        add_money_columns (fair, pot, year);
        add_payment_columns (fair, pot, year);
      }
  return fair;
}

static void
fair_lp_free (FairLp *fair)
{
  glp_delete_prob (fair->lp);
  g_free (fair->came);
  g_free (fair->spent);
  g_free (fair->limited);
  g_free (fair->got);
  g_free (fair->exact);
  g_free (fair->is_open);
  g_free (fair);
}

/* What uses still rising get is their settled money and the common share of what they want. */
static void
set_common_share (FairLp *fair, size_t year, int class)
{
  const Reference *reference = fair->reference;
  g_autofree int *rows = g_new (int, reference->n_uses + 1);
  g_autofree double *values = g_new (double, reference->n_uses + 1);
  int n = 0;

  for (size_t use = 0; use < reference->n_uses; use++)
    {
      double settled = (double) reference_settled (reference, use, year, class);
      int row = fair->got[at (fair, use, year)];

      if (fair->is_open[use])
        {
          rows[++n] = row;
          values[n] = -(double) reference_wanted (reference, use, year, class) / fair->unit;
        }
      glp_set_row_bnds (fair->lp, row, GLP_LO,
                        settled + (fair->is_open[use] ? 0 : MAX (0, fair->exact[use] - HAIR)), 0);
    }
  glp_set_mat_col (fair->lp, fair->share, n, rows, values);
  glp_set_col_bnds (fair->lp, fair->share, GLP_DB, 0, fair->unit);
}

static bool
has_solution (FairLp *fair, int code)
{
  return code == 0 && glp_get_status (fair->lp) == GLP_OPT;
}

/* From the last solution; where that no longer serves from the beginning; in fractions where pence
 * beside hundreds of millions are too much for doubles.
 */
static bool
solve (FairLp *fair)
{
  if (has_solution (fair, glp_simplex (fair->lp, &fair->control)))
    return true;
  glp_adv_basis (fair->lp, 0);
  if (has_solution (fair, glp_simplex (fair->lp, &fair->control)))
    return true;
  glp_std_basis (fair->lp);
  return has_solution (fair, glp_exact (fair->lp, &fair->control));
}

/* Stops the uses whose row has a price, all of them where the share is whole. */
static bool
stop_uses (FairLp *fair, size_t year, int class)
{
  const Reference *reference = fair->reference;
  double share = glp_get_col_prim (fair->lp, fair->share) / fair->unit;
  bool is_whole = share > 1 - 1e-13;
  bool has_stopped = false;

  for (size_t use = 0; use < reference->n_uses; use++)
    {
      double wanted = (double) reference_wanted (reference, use, year, class);
      double price = -glp_get_row_dual (fair->lp, fair->got[at (fair, use, year)]) * wanted / fair->unit;

      if (!fair->is_open[use] || (!is_whole && price < 1e-9))
        continue;
      fair->is_open[use] = false;
      fair->exact[use] = is_whole ? wanted : share * wanted;
      has_stopped = true;
    }
  return has_stopped;
}

static bool
find_fair_shares (FairLp *fair, size_t year, int class)
{
  const Reference *reference = fair->reference;
  size_t n_open = 0;

  fair->unit = 1;
  for (size_t use = 0; use < reference->n_uses; use++)
    {
      int64_t wanted = reference_wanted (reference, use, year, class);

      fair->is_open[use] = wanted > 0;
      fair->exact[use] = 0;
      fair->unit = MAX (fair->unit, (double) wanted);
      n_open += fair->is_open[use];
    }
  while (n_open > 0)
    {
      set_common_share (fair, year, class);
      if (!solve (fair) || !stop_uses (fair, year, class))
        return false;
      n_open = 0;
      for (size_t use = 0; use < reference->n_uses; use++)
        n_open += fair->is_open[use];
    }
  return true;
}

/* A class that got all it wanted has no fairer answer. */
static bool
is_whole_class (const Reference *reference, size_t year, int class)
{
  for (size_t use = 0; use < reference->n_uses; use++)
    if (reference_settled (reference, use, year, class + 1) - reference_settled (reference, use, year, class)
            != reference_wanted (reference, use, year, class)
        && reference_wanted (reference, use, year, class) > 0)
      return false;
  return true;
}

/* Holds the class to what it got. */
static void
settle_class (FairLp *fair, size_t year, int class)
{
  for (size_t use = 0; use < fair->reference->n_uses; use++)
    glp_set_row_bnds (fair->lp, fair->got[at (fair, use, year)], GLP_LO,
                      (double) reference_settled (fair->reference, use, year, class + 1), 0);
}

static char *
compare_class (FairLp *fair, size_t year, int class, double *worst)
{
  const Reference *reference = fair->reference;

  if (!find_fair_shares (fair, year, class))
    return g_strdup_printf ("year %" G_GSIZE_FORMAT ", class %d: no solution (status %d)", year, class,
                            glp_get_status (fair->lp));
  for (size_t use = 0; use < reference->n_uses; use++)
    {
      double got = (double) (reference_settled (reference, use, year, class + 1)
                             - reference_settled (reference, use, year, class));

      if (reference_wanted (reference, use, year, class) == 0)
        continue;
      *worst = MAX (*worst, fabs (got - fair->exact[use]));
      if (fabs (got - fair->exact[use]) > FAIR_LP_BOUND)
        return g_strdup_printf (
            "year %" G_GSIZE_FORMAT ", class %d, use %s (kind %d): got %.0f, fair were %.6f", year, class,
            reference->uses[use].code, reference->uses[use].kind, got, fair->exact[use]);
    }
  return NULL;
}

char *
fair_lp_compare (const Reference *reference, double *ret_worst)
{
  FairLp *fair = fair_lp_new (reference);
  char *wrong = NULL;

  for (size_t year = 0; year < reference->n_years && wrong == NULL; year++)
    for (int class = 0; class < REF_N_CLASSES && wrong == NULL; class ++)
      {
        if (!is_whole_class (reference, year, class))
          wrong = compare_class (fair, year, class, ret_worst);
        settle_class (fair, year, class);
      }
  fair_lp_free (fair);
  return wrong;
}
