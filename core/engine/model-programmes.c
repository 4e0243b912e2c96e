/* model-programmes.c: prevention programmes and what they do (model, section 6).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Benefits are estimates: they are reckoned in double precision, in one order,
 * without fused operations, so that every machine finds the same.
 */
#include "base/i18n.h"
#include "engine/model.h"

#include <placewright/reference.h>

#include <string.h>

static double
share_of (const PlwModel *model, size_t effect, size_t column)
{
  return (double) plw_plan_number (model->plan, PLW_TABLE_EFFECTS, effect, column) / (double) PLW_WHOLE;
}

static double
worth_of (const PlwModel *model, size_t effect, int64_t benefit_correction)
{
  int64_t unit_value;

  /* Checked before: a plan whose unit cost is unknown is not evaluated. */
  if (!plw_reference_unit_value (model->plan, effect, &unit_value))
    return 0;
  return (double) unit_value * share_of (model, effect, PLW_EFFECTS_ENGAGED)
         * share_of (model, effect, PLW_EFFECTS_RETAINED) * share_of (model, effect, PLW_EFFECTS_SUCCESS)
         * (1 - share_of (model, effect, PLW_EFFECTS_DEADWEIGHT))
         * (1 - (double) benefit_correction / (double) PLW_WHOLE);
}

static void
add_effect (PlwModel *model, uint32_t programme, size_t row, int64_t benefit_correction)
{
  const PlwPlan *plan = model->plan;
  PlwValue duration = plw_plan_get (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_DURATION);
  PlwEffect *effect = &model->effects[model->n_effects++];

  *effect = (PlwEffect){
    .row = row,
    .programme = programme,
    .line = plw_model_number (model, PLW_TABLE_LINES,
                              plw_plan_text (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_LINE)),
    .partner = plw_model_number (model, PLW_TABLE_PARTNERS,
                                 plw_plan_text (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_PARTNER)),
    .price = plw_model_driver (model, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_PRICE_DRIVER),
    .worth = worth_of (model, row, benefit_correction),
    .cashable = share_of (model, row, PLW_EFFECTS_CASHABLE),
    .kept = 1 - share_of (model, row, PLW_EFFECTS_DROP),
    .release_step = plw_plan_number (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_RELEASE_STEP),
    .lag = plw_plan_number (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_LAG),
    .ramp = plw_plan_number (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_RAMP),
    .duration = duration.is_set ? duration.number : INT64_MAX,
  };
  /* What a line no longer needs, whoever pays for the line no longer pays. */
  if (effect->line != UINT32_MAX && model->lines[effect->line].partner != UINT32_MAX)
    effect->partner = model->lines[effect->line].partner;
}

/* Whether the effect stays within what figures may be, however it grows. */
static bool
check_size (const PlwModel *model, const PlwEffect *effect, PlwProblems *problems)
{
  const double *intake = model->programmes[effect->programme].intake;
  double people = 0;
  double price = 0;

  for (size_t t = 0; t < model->n_years; t++)
    {
      people += intake[t];
      price = MAX (price, (double) plw_model_index (model, effect->price, t) / (double) PLW_FINE);
    }
  if (people * price * effect->worth <= (double) PLW_PENCE_MAX)
    return true;

  g_autofree char *key = plw_plan_row_key (model->plan, PLW_TABLE_EFFECTS, effect->row);
  plw_problems_add (problems, PLW_SEVERITY_ERROR, "effects", effect->row + 2, key, "unit_value",
                    g_strdup (_ ("the effect could be worth more than £100 billion in a year")),
                    g_strdup (_ ("check its unit value and the programme's intake")));
  return false;
}

static double *
read_intake (const PlwModel *model, const char *code)
{
  const PlwPlan *plan = model->plan;
  size_t first = plw_schema_table (PLW_TABLE_PROGRAMME_YEARS)->n_columns;
  g_autofree char *key = g_strconcat (code, "/intake", NULL);
  double *intake = g_new0 (double, model->n_years);
  size_t row;

  if (!plw_plan_find_key (plan, PLW_TABLE_PROGRAMME_YEARS, key, &row))
    return intake;
  for (size_t t = 0; t < model->n_years; t++)
    intake[t] =
        (double) plw_plan_number (plan, PLW_TABLE_PROGRAMME_YEARS, row, first + t) / (double) PLW_DECIMAL_ONE;
  return intake;
}

static void
add_programme (PlwModel *model, size_t row, const GPtrArray *rows_of_effects)
{
  PlwProgrammeModel *programme = &model->programmes[model->n_programmes];
  const char *code = plw_plan_text (model->plan, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_CODE);
  int64_t benefit_correction;
  int64_t cost_correction;

  plw_reference_correction (model->plan, row, &benefit_correction, &cost_correction);
  *programme = (PlwProgrammeModel){ .row = row,
                                    .uses = { UINT32_MAX, UINT32_MAX },
                                    .first_effect = model->n_effects,
                                    .intake = read_intake (model, code) };
  for (guint i = 0; rows_of_effects != NULL && i < rows_of_effects->len; i++)
    add_effect (model, (uint32_t) model->n_programmes, GPOINTER_TO_SIZE (rows_of_effects->pdata[i]) - 1,
                benefit_correction);
  programme->n_effects = model->n_effects - programme->first_effect;
  model->n_programmes++;
}

static GHashTable *
collect_effects (const PlwPlan *plan)
{
  GHashTable *effects =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (size_t r = 0; r < plw_plan_n_rows (plan, PLW_TABLE_EFFECTS); r++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_EFFECTS, r, PLW_EFFECTS_PROGRAMME);
      GPtrArray *rows = g_hash_table_lookup (effects, code);

      if (rows == NULL)
        {
          rows = g_ptr_array_new ();
          g_hash_table_insert (effects, (gpointer) code, rows);
        }
      g_ptr_array_add (rows, GSIZE_TO_POINTER (r + 1));
    }
  return effects;
}

/* By key, so that the order of rows does not show in the last bit of a product. */
static int
compare_effects (const void *a, const void *b, void *data)
{
  const PlwModel *model = data;
  size_t row_a = model->effects[*(const uint32_t *) a].row;
  size_t row_b = model->effects[*(const uint32_t *) b].row;
  int order = 0;

  for (size_t column = PLW_EFFECTS_PROGRAMME; order == 0 && column <= PLW_EFFECTS_CODE; column++)
    order = strcmp (plw_plan_text (model->plan, PLW_TABLE_EFFECTS, row_a, column),
                    plw_plan_text (model->plan, PLW_TABLE_EFFECTS, row_b, column));
  return order;
}

static void
index_by_line (PlwModel *model)
{
  uint32_t *first = g_new0 (uint32_t, model->n_lines + 2);
  uint32_t *next = first + 1;

  model->effects_by_line = g_new (uint32_t, MAX (model->n_effects, 1));
  for (size_t e = 0; e < model->n_effects; e++)
    if (model->effects[e].line != UINT32_MAX)
      next[model->effects[e].line + 1]++;
  for (size_t i = 1; i <= model->n_lines; i++)
    next[i] += next[i - 1];
  /* Filling moves each start to the next one's, which shifts them into place. */
  for (uint32_t e = 0; e < model->n_effects; e++)
    if (model->effects[e].line != UINT32_MAX)
      model->effects_by_line[next[model->effects[e].line]++] = e;
  model->first_by_line = first;
  for (size_t i = 0; i < model->n_lines; i++)
    g_qsort_with_data (&model->effects_by_line[first[i]], (gint) (first[i + 1] - first[i]),
                       sizeof *model->effects_by_line, compare_effects, model);
}

bool
plw_model_add_programmes (PlwModel *model, PlwProblems *problems)
{
  const PlwPlan *plan = model->plan;
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_PROGRAMMES);
  g_autoptr (GHashTable) effects = collect_effects (plan);

  model->programmes = g_new0 (PlwProgrammeModel, MAX (n_rows, 1));
  model->effects = g_new0 (PlwEffect, MAX (plw_plan_n_rows (plan, PLW_TABLE_EFFECTS), 1));
  for (size_t r = 0; r < n_rows; r++)
    if (plw_plan_number (plan, PLW_TABLE_PROGRAMMES, r, PLW_PROGRAMMES_ENABLED))
      add_programme (
          model, r,
          g_hash_table_lookup (effects, plw_plan_text (plan, PLW_TABLE_PROGRAMMES, r, PLW_PROGRAMMES_CODE)));
  for (size_t u = 0, p = 0; u < model->n_uses; u++)
    if (model->uses[u].kind == PLW_USE_PROGRAMME)
      {
        while (model->programmes[p].row != model->uses[u].row)
          p++;
        model->programmes[p].uses[model->uses[u].part] = (uint32_t) u;
      }
  index_by_line (model);
  for (size_t e = 0; e < model->n_effects; e++)
    if (!check_size (model, &model->effects[e], problems))
      return false;
  return true;
}
