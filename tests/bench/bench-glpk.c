/* bench-glpk.c: the same money as one linear programme, to hold our time against.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The programme is kinder than the real task: it only maximises what is funded
 * in all, with neither classes nor fairness nor whole pence.
 */
#include "bench.h"

#include "engine/forward.h"
#include "engine/links.h"

#include <glpk.h>

typedef struct
{
  glp_prob *lp;
  const PlwModel *model;
  const PlwResult *result;
  GArray *rows;    /* of int: of each coefficient; index 0 unused */
  GArray *columns; /* of int */
  GArray *factors; /* of double */
} Programme;

static void
put (Programme *programme, int row, int column, double factor)
{
  g_array_append_val (programme->rows, row);
  g_array_append_val (programme->columns, column);
  g_array_append_val (programme->factors, factor);
}

static int
pot_row (const Programme *programme, size_t pot, size_t year)
{
  return 1 + (int) (pot * programme->model->n_years + year);
}

static int
use_row (const Programme *programme, size_t use, size_t year)
{
  const PlwModel *model = programme->model;

  return 1 + (int) ((model->n_pots + use) * model->n_years + year);
}

static void
add_payments (Programme *programme, size_t pot, size_t use)
{
  const PlwModel *model = programme->model;

  if (plw_link_bars (model, pot, use) != 0)
    return;
  for (size_t t = 0; t < model->n_years; t++)
    {
      int column = glp_add_cols (programme->lp, 1);

      glp_set_col_bnds (programme->lp, column, GLP_LO, 0, 0);
      glp_set_obj_coef (programme->lp, column, 1);
      put (programme, pot_row (programme, pot, t), column, 1);
      put (programme, use_row (programme, use, t), column, 1);
    }
}

static void
add_pot (Programme *programme, size_t pot)
{
  const PlwModel *model = programme->model;

  for (size_t t = 0; t < model->n_years; t++)
    {
      double received = (double) model->pots[pot].received[t] / 100;

      glp_set_row_bnds (programme->lp, pot_row (programme, pot, t), GLP_UP, 0, received);
      if (t + 1 == model->n_years || model->pots[pot].unspent == PLW_UNSPENT_LAPSES)
        continue;

      int carry = glp_add_cols (programme->lp, 1);
      glp_set_col_bnds (programme->lp, carry, GLP_LO, 0, 0);
      put (programme, pot_row (programme, pot, t), carry, 1);
      put (programme, pot_row (programme, pot, t + 1), carry, -1);
    }
}

static void
build (Programme *programme)
{
  const PlwModel *model = programme->model;

  glp_set_obj_dir (programme->lp, GLP_MAX);
  glp_add_rows (programme->lp, (int) ((model->n_pots + model->n_uses) * model->n_years));
  for (size_t u = 0; u < model->n_uses; u++)
    for (size_t t = 0; t < model->n_years; t++)
      glp_set_row_bnds (programme->lp, use_row (programme, u, t), GLP_UP, 0,
                        (double) plw_result_use (programme->result, u)->need[t] / 100);
  for (size_t k = 0; k < model->n_pots; k++)
    {
      add_pot (programme, k);
      for (size_t u = 0; u < model->n_uses; u++)
        add_payments (programme, k, u);
    }
  glp_load_matrix (programme->lp, (int) programme->rows->len - 1, (const int *) programme->rows->data,
                   (const int *) programme->columns->data, (const double *) programme->factors->data);
}

static void
solve (void *data)
{
  Programme *programme = data;
  glp_smcp parameters;

  glp_init_smcp (&parameters);
  parameters.msg_lev = GLP_MSG_OFF;
  parameters.presolve = GLP_ON;
  glp_simplex (programme->lp, &parameters);
}

static void
bench_size (size_t n_lines, size_t n_pots, size_t n_years, double reach)
{
  g_autoptr (PlwPlan) plan = bench_plan_new (n_lines, n_pots, n_years, 3, reach);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwStudy) study = plw_study_new (plan, NULL, problems, NULL);
  g_autoptr (PlwResult) result = plw_study_evaluate (study, "today", problems, NULL);
  Programme programme = { .lp = glp_create_prob (),
                          .model = study->model,
                          .result = result,
                          .rows = g_array_new (FALSE, TRUE, sizeof (int)),
                          .columns = g_array_new (FALSE, TRUE, sizeof (int)),
                          .factors = g_array_new (FALSE, TRUE, sizeof (double)) };
  g_autofree char *name = g_strdup_printf ("GLPK, %zu lines, %zu pots, %zu years", n_lines, n_pots, n_years);
  double funded = 0;

  put (&programme, 0, 0, 0);
  build (&programme);
  bench_run (name, 1, solve, &programme);
  for (size_t t = 0; t < n_years; t++)
    funded += (double) plw_result_sum (result, PLW_SUM_FUNDED, t) / 100;
  g_print ("  funded in all: the programme £%.0f, we £%.0f\n", glp_get_obj_val (programme.lp), funded);
  glp_delete_prob (programme.lp);
  g_array_unref (programme.rows);
  g_array_unref (programme.columns);
  g_array_unref (programme.factors);
}

int
main (int argc, char **argv)
{
  bench_size (200, 40, 10, 0.3);
  bench_size (500, 100, 15, 0.17);
  return 0;
}
