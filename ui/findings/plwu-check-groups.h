/* plwu-check-groups.h: problems of one kind told as one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/problem.h>

G_BEGIN_DECLS

/**
 * PlwuCheckGroup: problems of one table that are put right in the same way.
 * @title: what they have in common: `The money is … likely and counted in full`
 * @remedy: what to do; "" where nothing is said
 * @table: (nullable): of the first of them
 * @members: of size_t: their places among the problems
 */
typedef struct
{
  PlwSeverity severity;
  char *title;
  char *remedy;
  const char *table;
  GArray *members;
} PlwuCheckGroup;

/**
 * plwu_check_groups_new:
 * @problems: must outlive the groups
 *
 * Returns: (transfer full) (element-type PlwuCheckGroup): worst first: errors, then what
 *   concerns the whole plan, then the kind met most often
 */
GPtrArray *plwu_check_groups_new (const PlwProblems *problems) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_check_raise_first:
 * Returns: (transfer full): a clause as the beginning of a sentence
 */
char *plwu_check_raise_first (const char *clause) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
