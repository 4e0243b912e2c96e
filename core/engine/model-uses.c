/* model-uses.c: everything that needs money, and what a pot must know of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model.h"

#include <placewright/reference.h>

#include <string.h>

static uint32_t
group_number (const char *group)
{
  return group[0] != '\0' ? g_quark_from_string (group) : UINT32_MAX;
}

static PlwModelUse *
add_use (PlwModel *model, PlwUseKind kind, PlwPart part, size_t row)
{
  PlwModelUse *use = &model->uses[model->n_uses++];

  *use = (PlwModelUse){
    .kind = kind,
    .part = part,
    .row = row,
    .priority = 1,
  };
  for (size_t i = 0; i < G_N_ELEMENTS (use->names); i++)
    use->names[i] = UINT32_MAX;
  return use;
}

static void
add_line_uses (PlwModel *model)
{
  const PlwPlan *plan = model->plan;

  for (size_t r = 0; r < model->n_lines; r++)
    {
      PlwModelUse *use = add_use (model, PLW_USE_LINE, PLW_PART_REVENUE, r);

      use->names[PLW_FENCE_LINE] = (uint32_t) r;
      use->names[PLW_FENCE_GROUP] = group_number (plw_plan_text (plan, PLW_TABLE_LINES, r, PLW_LINES_GROUP));
      use->names[PLW_FENCE_PARTNER] = plw_model_number (
          model, PLW_TABLE_PARTNERS, plw_plan_text (plan, PLW_TABLE_LINES, r, PLW_LINES_PARTNER));
      use->priority = (int) plw_plan_number (plan, PLW_TABLE_LINES, r, PLW_LINES_PRIORITY);
    }
}

/* A programme's cost is corrected for optimism (model, section 6): the
 * programme's own correction, else its evidence grade's.
 */
static void
add_programme_costs (PlwModel *model, const PlwModelUse *use)
{
  const PlwPlan *plan = model->plan;
  size_t first = plw_schema_table (PLW_TABLE_PROGRAMME_YEARS)->n_columns;
  int64_t benefit_correction;
  int64_t correction;
  g_autofree char *key =
      g_strdup_printf ("%s/%s", plw_plan_text (plan, PLW_TABLE_PROGRAMMES, use->row, PLW_PROGRAMMES_CODE),
                       plw_part_name (use->part));
  size_t row;

  plw_reference_correction (plan, use->row, &benefit_correction, &correction);
  if (!plw_plan_find_key (plan, PLW_TABLE_PROGRAMME_YEARS, key, &row))
    return;
  for (size_t t = 0; t < model->n_years; t++)
    {
      /* Billionths of a pound; a penny is ten million of them. */
      int64_t cost = plw_plan_number (plan, PLW_TABLE_PROGRAMME_YEARS, row, first + t);
      int64_t *need = &model->fixed_needs[(size_t) (use - model->uses) * model->n_years + t];

      *need =
          plw_divide_round ((PlwWide) cost * (PLW_WHOLE + correction), PLW_WHOLE * (PLW_DECIMAL_ONE / 100));
    }
}

static bool
has_capital_costs (const PlwModel *model, size_t programme)
{
  g_autofree char *key = g_strdup_printf (
      "%s/capital", plw_plan_text (model->plan, PLW_TABLE_PROGRAMMES, programme, PLW_PROGRAMMES_CODE));
  size_t row;

  return plw_plan_find_key (model->plan, PLW_TABLE_PROGRAMME_YEARS, key, &row);
}

static void
add_programme_uses (PlwModel *model)
{
  const PlwPlan *plan = model->plan;

  for (size_t r = 0; r < plw_plan_n_rows (plan, PLW_TABLE_PROGRAMMES); r++)
    {
      if (!plw_plan_number (plan, PLW_TABLE_PROGRAMMES, r, PLW_PROGRAMMES_ENABLED))
        continue;
      for (int part = PLW_PART_REVENUE; part <= PLW_PART_CAPITAL; part++)
        {
          if (part == PLW_PART_CAPITAL && !has_capital_costs (model, r))
            continue;

          PlwModelUse *use = add_use (model, PLW_USE_PROGRAMME, (PlwPart) part, r);
          use->names[PLW_FENCE_PROGRAMME] = (uint32_t) r;
          use->names[PLW_FENCE_PARTNER] =
              plw_model_number (model, PLW_TABLE_PARTNERS,
                                plw_plan_text (plan, PLW_TABLE_PROGRAMMES, r, PLW_PROGRAMMES_PARTNER));
          use->priority = (int) plw_plan_number (plan, PLW_TABLE_PROGRAMMES, r, PLW_PROGRAMMES_PRIORITY);
          use->revenue_may_pay =
              part == PLW_PART_REVENUE
              || plw_plan_number (plan, PLW_TABLE_PROGRAMMES, r, PLW_PROGRAMMES_REVENUE_FUNDING);
          add_programme_costs (model, use);
        }
    }
}

static void
add_project (PlwModel *model, size_t row)
{
  const PlwPlan *plan = model->plan;
  uint32_t interest = plw_model_driver (model, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_INTEREST_DRIVER);
  PlwValue operational = plw_plan_get (plan, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_OPERATIONAL);

  model->projects[model->n_projects++] = (PlwProject){
    .row = row,
    .borrows = plw_plan_number (plan, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_BORROWING),
    .asset_life = plw_plan_number (plan, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_ASSET_LIFE),
    .mrp = (PlwMrp) plw_plan_number (plan, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_MRP),
    .interest_series = interest != 0 ? interest : model->interest_series,
    .operational = operational.is_set ? (int) operational.number : 0,
  };
}

static void
add_project_uses (PlwModel *model)
{
  const PlwPlan *plan = model->plan;
  size_t first = plw_schema_table (PLW_TABLE_PROJECTS)->n_columns;
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_PROJECTS);

  model->projects = g_new0 (PlwProject, MAX (n_rows, 1));
  for (size_t r = 0; r < n_rows; r++)
    {
      if (!plw_plan_number (plan, PLW_TABLE_PROJECTS, r, PLW_PROJECTS_ENABLED))
        continue;

      PlwModelUse *use = add_use (model, PLW_USE_PROJECT, PLW_PART_CAPITAL, r);
      use->names[PLW_FENCE_LINE] = plw_model_number (
          model, PLW_TABLE_LINES, plw_plan_text (plan, PLW_TABLE_PROJECTS, r, PLW_PROJECTS_LINE));
      if (use->names[PLW_FENCE_LINE] != UINT32_MAX)
        use->names[PLW_FENCE_GROUP] = model->uses[use->names[PLW_FENCE_LINE]].names[PLW_FENCE_GROUP];
      use->names[PLW_FENCE_PARTNER] = plw_model_number (
          model, PLW_TABLE_PARTNERS, plw_plan_text (plan, PLW_TABLE_PROJECTS, r, PLW_PROJECTS_PARTNER));
      use->names[PLW_FENCE_PROJECT] = (uint32_t) r;
      use->priority = (int) plw_plan_number (plan, PLW_TABLE_PROJECTS, r, PLW_PROJECTS_PRIORITY);
      use->revenue_may_pay = plw_plan_number (plan, PLW_TABLE_PROJECTS, r, PLW_PROJECTS_REVENUE_FUNDING);
      for (size_t t = 0; t < model->n_years; t++)
        model->fixed_needs[(model->n_uses - 1) * model->n_years + t] =
            plw_plan_number (plan, PLW_TABLE_PROJECTS, r, first + t);
      add_project (model, r);
    }
}

void
plw_model_add_uses (PlwModel *model)
{
  const PlwPlan *plan = model->plan;
  size_t most = model->n_lines + 2 * plw_plan_n_rows (plan, PLW_TABLE_PROGRAMMES)
                + plw_plan_n_rows (plan, PLW_TABLE_PROJECTS) + 1;

  model->uses = g_new (PlwModelUse, most);
  model->fixed_needs = g_new0 (int64_t, most * model->n_years);
  add_line_uses (model);
  add_programme_uses (model);
  add_project_uses (model);
  add_use (model, PLW_USE_FINANCING, PLW_PART_REVENUE, 0);
}

const char *
plw_model_use_code (const PlwModel *model, size_t use)
{
  static const PlwTableId tables[] = { PLW_TABLE_LINES, PLW_TABLE_PROGRAMMES, PLW_TABLE_PROJECTS };
  static const size_t columns[] = { PLW_LINES_CODE, PLW_PROGRAMMES_CODE, PLW_PROJECTS_CODE };
  const PlwModelUse *held = &model->uses[use];

  if (held->kind == PLW_USE_FINANCING)
    return "financing";
  return plw_plan_text (model->plan, tables[held->kind], held->row, columns[held->kind]);
}
