/* plwu-plans.h: where plans can be found: examples and recent ones.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include <placewright/plan.h>

G_BEGIN_DECLS

/**
 * PlwuPlanPlace:
 * @name: what people call it
 * @about: (nullable): the place that an example is of
 */
typedef struct
{
  char *name;
  char *path;
  char *about;
} PlwuPlanPlace;

void plwu_plan_place_free (PlwuPlanPlace *self);

/**
 * plwu_plans_list_examples:
 * Returns: (transfer full) (element-type PlwuPlanPlace): the example plans
 *   installed, by name
 */
GPtrArray *plwu_plans_list_examples (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_plans_list_recent:
 * @most: how many at most
 * Returns: (transfer full) (element-type PlwuPlanPlace): newest first
 */
GPtrArray *plwu_plans_list_recent (guint most) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_plans_add_recent:
 * @path: a plan file or folder just opened or saved
 */
void plwu_plans_add_recent (const char *path);

/* The same once there is time: the list is a file that is read and watched. */
void plwu_plans_add_recent_soon (const char *path);

/**
 * plwu_plans_new_empty:
 * Returns: (transfer full): a plan of five years with nothing in it yet but
 *   what it needs to be worked out
 */
PlwPlan *plwu_plans_new_empty (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
