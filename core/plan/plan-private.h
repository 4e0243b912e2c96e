/* plan-private.h: what the core's own folders may do with a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/plan.h>

G_BEGIN_DECLS

/* Adds a row with a known identity at the end; false where it is taken. */
bool plw_plan_append_with_id (PlwPlan *plan,
                              PlwTableId table,
                              PlwRowId id,
                              const PlwValue *values,
                              size_t n_values);

/* The same at @position, which may be the number of rows. */
bool plw_plan_insert_with_id (PlwPlan *plan,
                              PlwTableId table,
                              size_t position,
                              PlwRowId id,
                              const PlwValue *values,
                              size_t n_values);

void plw_plan_remove_row (PlwPlan *plan, PlwTableId table, size_t row);

/* The identity the next new row gets; and a promise never to hand out up to @id. */
PlwRowId plw_plan_next_id (const PlwPlan *plan, PlwTableId table);
void plw_plan_reserve_id (PlwPlan *plan, PlwTableId table, PlwRowId id);

/* How many cells a row really has: all thirty years, whatever the plan shows. */
size_t plw_plan_n_cells (PlwTableId table);
PlwValue plw_plan_raw_cell (const PlwPlan *plan, PlwTableId table, size_t row, size_t cell);

/* Makes all that is made when first asked for. From then on several threads may
 * read the plan at once, as long as nobody changes it.
 */
void plw_plan_index_all (const PlwPlan *plan);

/* Whether all rows of a table with keys have different ones. */
bool plw_plan_keys_are_unique (const PlwPlan *plan, PlwTableId table);

/* A text that lives as long as the plan. */
const char *plw_plan_intern (PlwPlan *plan, const char *text);

/* The form and limits of one value; for columns and for settings. */
typedef struct
{
  PlwType type;
  const char *const *choices;
  int64_t least;
  int64_t most;
} PlwForm;

bool plw_form_parse (PlwPlan *plan,
                     const PlwForm *form,
                     const char *text,
                     PlwParseStyle style,
                     PlwValue *ret_value,
                     char **ret_remedy,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
PlwForm plw_plan_column_form (const PlwPlan *plan, PlwTableId table, size_t column);
PlwForm plw_setting_form (const PlwSetting *setting);
bool plw_code_is_valid (const char *text);

/* The pot that `to:POT` names, inside @unspent; NULL for another rule. */
const char *plw_unspent_target (const char *unspent);

/* N of `keep:N`; -1 for another rule. */
int plw_unspent_years (const char *unspent);

G_END_DECLS
