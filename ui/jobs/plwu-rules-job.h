/* plwu-rules-job.h: what the rules on money cost, reckoned in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/fragmentation.h>

#include "plwu-document.h"

G_BEGIN_DECLS

/**
 * PlwuRulesFindings: one reckoning; all of it is of the same plan.
 * @generation: which state of the plan
 * @scenario: the scenario's code; "" is the root
 * @fragmentation, @today, @pooled: (nullable): NULL where it failed
 * @failure: (nullable): why, one sentence
 */
typedef struct
{
  guint64 generation;
  char *scenario;
  PlwFragmentation *fragmentation;
  PlwResult *today;
  PlwResult *pooled;
  char *failure;
} PlwuRulesFindings;

#define PLWU_TYPE_RULES_JOB (plwu_rules_job_get_type ())

/**
 * PlwuRulesJob:
 *
 * One for each document, so that at most one reckoning runs. It is done only
 * while somebody holds the job, starts anew a moment after the plan changes, and
 * what arrives for an older plan is dropped.
 *
 * Signals:
 *
 * - "changed": other findings, or another state
 * - "progress": plwu_rules_job_get_progress() is another
 */
G_DECLARE_FINAL_TYPE (PlwuRulesJob, plwu_rules_job, PLWU, RULES_JOB, GObject)

/**
 * plwu_rules_job_of:
 * Returns: (transfer none): the document's job; lives as long as the document
 */
PlwuRulesJob *plwu_rules_job_of (PlwuDocument *document);

/**
 * plwu_rules_job_hold:
 *
 * Findings are wanted from now on; they are kept up with the plan until as many
 * calls of plwu_rules_job_release().
 */
void plwu_rules_job_hold (PlwuRulesJob *self);
void plwu_rules_job_release (PlwuRulesJob *self);

/**
 * plwu_rules_job_cancel:
 *
 * Stops; nothing starts before the plan changes or plwu_rules_job_restart().
 */
void plwu_rules_job_cancel (PlwuRulesJob *self);
void plwu_rules_job_restart (PlwuRulesJob *self);

/**
 * plwu_rules_job_get_findings:
 * Returns: (transfer none) (nullable): the last reckoning of the scenario shown,
 *   perhaps of the plan before an edit; stays valid until "changed"
 */
const PlwuRulesFindings *plwu_rules_job_get_findings (PlwuRulesJob *self);

/* Whether the findings, if any, are not those of the plan as it is. */
gboolean plwu_rules_job_is_stale (PlwuRulesJob *self);
gboolean plwu_rules_job_is_running (PlwuRulesJob *self);
gboolean plwu_rules_job_is_cancelled (PlwuRulesJob *self);

/* From 0 to 1. */
double plwu_rules_job_get_progress (PlwuRulesJob *self);

G_END_DECLS
