/* cli-paper.h: what a committee workbook is made of, gathered from a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli.h"

#include <placewright/exchange.h>

/**
 * CliPaper: what a PlwPaper borrows.
 */
typedef struct
{
  PlwPaperSource *source;
  PlwProblems *problems;
  GPtrArray *log;      /* (nullable): of PlwEntry */
  GPtrArray *versions; /* (nullable): of PlwVersion */
} CliPaper;

/**
 * cli_paper_gather:
 * @path: where the plan was read from
 * @scenario, @policy: (nullable): the root, `today`
 * @paper: gets results and the log; its form is left as it is
 *
 * Returns: %CLI_GO_ON, else what to leave with
 */
CliStatus cli_paper_gather (CliPaper *held,
                            const PlwPlan *plan,
                            const char *path,
                            const char *scenario,
                            const char *policy,
                            PlwPaper *paper);
void cli_paper_clear (CliPaper *held);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliPaper, cli_paper_clear)
