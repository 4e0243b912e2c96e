/* plwu-rule-costs.h: what each kind of rule on money costs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-drawing.h"

G_BEGIN_DECLS

/**
 * PlwuRuleCost:
 * @name: the kind of rule
 * @is_lifted: whether a single pot lifts it; others stay under every policy
 * @pence: what it costs; below zero where it protects later years
 */
typedef struct
{
  const char *name;
  gboolean is_lifted;
  gint64 pence;
} PlwuRuleCost;

#define PLWU_TYPE_RULE_COSTS (plwu_rule_costs_get_type ())

/**
 * PlwuRuleCosts:
 *
 * A bar for each kind of rule, dearest first, with its amount at the end. Rules
 * that cost nothing have no bar but are named.
 */
G_DECLARE_FINAL_TYPE (PlwuRuleCosts, plwu_rule_costs, PLWU, RULE_COSTS, PlwuDrawing)

PlwuRuleCosts *plwu_rule_costs_new (void);

/**
 * plwu_rule_costs_set_data:
 * @costs: copied; they add up to what lifting all of them does
 * @note: (nullable): a sentence below the bars
 * @title: the finding in ten words or fewer
 */
void plwu_rule_costs_set_data (PlwuRuleCosts *self,
                               guint n_costs,
                               const PlwuRuleCost *costs,
                               const char *note,
                               const char *title);

G_END_DECLS
