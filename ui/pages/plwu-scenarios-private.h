/* plwu-scenarios-private.h: what the parts of the page of scenarios share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "jobs/plwu-compare-job.h"
#include "models/plwu-compare-table.h"
#include "pictures/plwu-bridge.h"
#include "plwu-explanation.h"
#include "plwu-grid.h"
#include "plwu-picker.h"
#include "plwu-picture.h"
#include "plwu-scenario-tree.h"
#include "plwu-scenarios-page.h"
#include "sheet/plwu-sheet.h"

G_BEGIN_DECLS

struct _PlwuScenariosPage
{
  PlwuPage parent_instance;

  /* Owned */
  PlwPlan *asked;      /* (nullable): the plan that the answers are of */
  GHashTable *answers; /* from "scenario/policy" to PlwuAnswer */
  GCancellable *cancellable;
  GPtrArray *names;   /* of what is compared, as the columns have them */
  GPtrArray *results; /* of PlwResult, borrowed from the answers */
  gboolean is_asking;
  gboolean is_updating;

  /* Inside the page */
  PlwuScenarioTree *tree;
  PlwuSheet *by_year;
  PlwuSheet *by_line;
  PlwuBridge *bridge;

  /* Template widgets */
  AdwBin *tree_place;
  GtkLabel *tree_note;
  GtkStack *stack;
  GtkBox *controls;
  PlwuPicker *policies;
  PlwuPicker *year;
  GtkStringList *years;
  PlwuPicker *other;
  GtkStringList *others;
  GtkCheckButton *differences;
  GtkCheckButton *all_overrides;
  GtkWidget *override_bar;
  GtkLabel *state;
  GtkScrolledWindow *year_scroller;
  GtkScrolledWindow *line_scroller;
  PlwuPicture *bridge_picture;
  PlwuGrid *overrides;
  PlwuGrid *scenarios;
  GtkWidget *policy_tab;
  PlwuGrid *policy_table;
  PlwuGrid *policy_pots;
};

/* plwu-scenarios-compare.c: what is compared, worked out and shown */
void plwu_scenarios_ask (PlwuScenariosPage *self);
void plwu_scenarios_show (PlwuScenariosPage *self);

/* The year chosen for lines and the bridge; SIZE_MAX: all of them. There must be results. */
size_t plwu_scenarios_get_year (PlwuScenariosPage *self);

/* plwu-scenarios-explain.c: (transfer full) (nullable): what is selected side by side */
PlwuExplanation *plwu_scenarios_explain (PlwuScenariosPage *self);

G_END_DECLS
