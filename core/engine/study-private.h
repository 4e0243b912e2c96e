/* study-private.h: what a study holds.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/model.h"

#include <placewright/fragmentation.h>

G_BEGIN_DECLS

struct _PlwStudy
{
  PlwPlan *plan; /* resolved, checked and indexed */
  GArray *trace; /* of PlwTraceStep: what overrides did to it; NULL where nobody asked */
  char *scenario;
  PlwModel *model;

  /* Uses and pots described, without figures: every result begins as these. */
  PlwUse *uses;
  PlwPotYears *pots;

  /* What rules cost, once somebody has asked; guarded by the lock. */
  GMutex lock;
  PlwFragmentation *rules;
};

/**
 * plw_study_of_resolved:
 * @resolved: (transfer full) (on success): checked
 *
 * Returns: (transfer full) (nullable): NULL where @problems got an error
 */
PlwStudy *plw_study_of_resolved (PlwPlan *resolved,
                                 const char *scenario,
                                 PlwProblems *problems) G_GNUC_WARN_UNUSED_RESULT;

/* result.c */
void plw_study_describe (PlwStudy *study);

/* fragmentation.c: (transfer none): worked out if nobody has asked before */
const PlwFragmentation *plw_study_rules (PlwStudy *study);
void plw_study_forget_rules (PlwStudy *study);

G_END_DECLS
