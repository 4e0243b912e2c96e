/* plwu-scenario-edits.c: scenarios added, copied and removed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-scenario-edits.h"

#include "plwu-override.h"
#include "plwu-removal.h"

#include <string.h>

#include <glib/gi18n.h>

/* An edit being recorded, and the plan as it will be then. */
typedef struct
{
  PlwEdit *edit;
  PlwPlan *scratch;
} Recording;

static Recording
begin (const PlwPlan *plan, const char *name)
{
  return (Recording){ plw_edit_new (name), plw_plan_copy (plan) };
}

static PlwEdit *
finish (Recording *recording)
{
  plw_plan_free (recording->scratch);

  return recording->edit;
}

static void
insert (Recording *recording, PlwTableId table, size_t position, const PlwValue *cells, size_t n_cells)
{
  g_autoptr (PlwEdit) part = plw_edit_new ("");

  plw_edit_insert_row (part, recording->scratch, table, position, cells, n_cells);
  plwu_edit_take (recording->edit, recording->scratch, part);
}

static char *
find_free_code (const PlwPlan *plan, const char *stem)
{
  size_t row;

  for (guint i = 1;; i++)
    {
      g_autofree char *code = i == 1 ? g_strdup (stem) : g_strdup_printf ("%.24s-%u", stem, i);

      if (!plw_plan_find_key (plan, PLW_TABLE_SCENARIOS, code, &row))
        return g_steal_pointer (&code);
    }
}

static void
append_scenario (Recording *recording, const char *code, const char *name, const char *parent)
{
  PlwValue cells[PLW_SCENARIOS_N_COLUMNS] = { 0 };

  cells[PLW_SCENARIOS_CODE] = plw_value_text (code);
  cells[PLW_SCENARIOS_NAME] = plw_value_text (name);
  if (*parent != '\0')
    cells[PLW_SCENARIOS_PARENT] = plw_value_text (parent);
  insert (recording, PLW_TABLE_SCENARIOS, plw_plan_n_rows (recording->scratch, PLW_TABLE_SCENARIOS), cells,
          G_N_ELEMENTS (cells));
}

static const char *
get_override_scenario (const PlwPlan *plan, size_t row)
{
  return plw_plan_text (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_SCENARIO);
}

/* Has @to do what @from does, at @position: overrides apply from the top. */
static void
copy_overrides (Recording *recording, const PlwPlan *plan, const char *from, const char *to, size_t position)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_OVERRIDES); row++)
    {
      PlwValue cells[PLW_OVERRIDES_N_COLUMNS];

      if (strcmp (get_override_scenario (plan, row), from) != 0)
        continue;
      for (size_t i = 0; i < G_N_ELEMENTS (cells); i++)
        cells[i] = plw_plan_get (plan, PLW_TABLE_OVERRIDES, row, i);
      cells[PLW_OVERRIDES_SCENARIO] = plw_value_text (to);
      insert (recording, PLW_TABLE_OVERRIDES, position++, cells, G_N_ELEMENTS (cells));
    }
}

guint
plwu_scenario_count_overrides (const PlwPlan *plan, const char *scenario)
{
  g_return_val_if_fail (plan != NULL && scenario != NULL, 0);

  guint n = 0;

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_OVERRIDES); row++)
    if (strcmp (get_override_scenario (plan, row), scenario) == 0)
      n++;
  return n;
}

PlwEdit *
plwu_scenario_add (const PlwPlan *plan, const char *parent, char **ret_code)
{
  g_return_val_if_fail (plan != NULL && parent != NULL && ret_code != NULL, NULL);

  Recording recording = begin (plan, _ ("New scenario"));
  g_autofree char *root = g_strdup (plw_plan_root_scenario (plan));

  if (*root == '\0')
    {
      g_free (root);
      root = find_free_code (recording.scratch, "base");
      append_scenario (&recording, root, _ ("Base case"), "");
    }
  *ret_code = find_free_code (recording.scratch, "scenario");
  append_scenario (&recording, *ret_code, _ ("New scenario"), *parent != '\0' ? parent : root);

  return finish (&recording);
}

PlwEdit *
plwu_scenario_duplicate (const PlwPlan *plan, const char *scenario, char **ret_code)
{
  size_t row;

  g_return_val_if_fail (plan != NULL && scenario != NULL && ret_code != NULL, NULL);
  g_return_val_if_fail (plw_plan_find_key (plan, PLW_TABLE_SCENARIOS, scenario, &row), NULL);

  const char *parent = plw_plan_text (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_PARENT);
  const char *name = plw_plan_name (plan, PLW_TABLE_SCENARIOS, row);
  g_autofree char *copy = g_strdup_printf (_ ("Copy of %s"), name);
  g_autofree char *edit_name = g_strdup_printf (_ ("Duplicate of scenario “%s”"), name);
  g_autofree char *stem = g_strdup_printf ("%.24s-copy", scenario);
  Recording recording = begin (plan, edit_name);

  *ret_code = find_free_code (plan, stem);
  append_scenario (&recording, *ret_code, copy, *parent != '\0' ? parent : scenario);
  if (*parent != '\0')
    copy_overrides (&recording, plan, scenario, *ret_code, plw_plan_n_rows (plan, PLW_TABLE_OVERRIDES));

  return finish (&recording);
}

static gboolean
is_parent_of (const PlwPlan *plan, const char *scenario, size_t row)
{
  return strcmp (plw_plan_text (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_PARENT), scenario) == 0;
}

/* The child gets what it had from @scenario, from where its own overrides begin. */
static void
move_child (Recording *recording, const PlwPlan *plan, const char *scenario, const char *parent, size_t row)
{
  const char *child = plw_plan_text (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_CODE);
  g_autoptr (PlwEdit) part = plw_edit_new ("");
  size_t position = 0;

  while (position < plw_plan_n_rows (recording->scratch, PLW_TABLE_OVERRIDES)
         && strcmp (get_override_scenario (recording->scratch, position), child) != 0)
    position++;
  copy_overrides (recording, plan, scenario, child, position);
  plw_edit_set_cell (part, recording->scratch, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_PARENT,
                     plw_value_text (parent));
  plwu_edit_take (recording->edit, recording->scratch, part);
}

PlwEdit *
plwu_scenario_delete (const PlwPlan *plan, const char *scenario)
{
  size_t row;
  gboolean has_children = FALSE;

  g_return_val_if_fail (plan != NULL && scenario != NULL, NULL);
  g_return_val_if_fail (plw_plan_find_key (plan, PLW_TABLE_SCENARIOS, scenario, &row), NULL);

  const char *parent = plw_plan_text (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_PARENT);
  g_autofree char *name =
      g_strdup_printf (_ ("Removal of scenario “%s”"), plw_plan_name (plan, PLW_TABLE_SCENARIOS, row));

  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS); i++)
    has_children |= is_parent_of (plan, scenario, i);
  if (*parent == '\0' && has_children)
    return NULL;

  Recording recording = begin (plan, name);

  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS); i++)
    if (is_parent_of (plan, scenario, i))
      move_child (&recording, plan, scenario, parent, i);
  plwu_removal_record (recording.edit, recording.scratch, PLW_TABLE_SCENARIOS, row);

  return finish (&recording);
}
