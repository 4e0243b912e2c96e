/* plwu-draft.h: what has been answered so far about a new plan, and the plan made of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-draft-table.h"

G_BEGIN_DECLS

typedef enum
{
  PLWU_DRAFT_PLACE,
  PLWU_DRAFT_PARTNERS,
  PLWU_DRAFT_LINES,
  PLWU_DRAFT_POTS,
  PLWU_DRAFT_DRIVERS,
  PLWU_DRAFT_SUMMARY,
  PLWU_DRAFT_N_STEPS,
} PlwuDraftStep;

/* The columns of the tables, in their order. */
enum
{
  PLWU_PARTNER_NAME,
  PLWU_PARTNER_KIND,
  PLWU_PARTNER_VOTING,
  PLWU_PARTNER_N_COLUMNS,
};

enum
{
  PLWU_LINE_NAME,
  PLWU_LINE_BASE,
  PLWU_LINE_HOLDER,
  PLWU_LINE_DUTY,
  PLWU_LINE_MINIMUM,
  PLWU_LINE_PRIORITY,
  PLWU_LINE_GROUP,
  PLWU_LINE_PAY_SHARE,
  PLWU_LINE_DEMAND,
  PLWU_LINE_N_COLUMNS,
};

enum
{
  PLWU_POT_NAME,
  PLWU_POT_AMOUNT,
  PLWU_POT_OPENING,
  PLWU_POT_FENCE,
  PLWU_POT_UNSPENT,
  PLWU_POT_CERTAINTY,
  PLWU_POT_HOLDER,
  PLWU_POT_KIND,
  PLWU_POT_MINIMUM,
  PLWU_POT_TAX_BASE,
  PLWU_POT_BAND_D,
  PLWU_POT_DRIVER,
  PLWU_POT_LASTS,
  PLWU_POT_PROBABILITY,
  PLWU_POT_POOLED,
  PLWU_POT_N_COLUMNS,
};

enum
{
  PLWU_DRIVER_NAME,
  PLWU_DRIVER_RATE,
  PLWU_DRIVER_LOW,
  PLWU_DRIVER_HIGH,
  PLWU_DRIVER_DISTRIBUTION,
  PLWU_DRIVER_N_COLUMNS,
};

/* Words that cells of the draft hold beside those of plans. */
#define PLWU_DRAFT_NONE "none"              /* no driver */
#define PLWU_DRAFT_ANYTHING "anything"      /* no ring-fence */
#define PLWU_DRAFT_OF_HOLDER "its holder"   /* the holder's services only */
#define PLWU_DRAFT_OF_PROJECT "its project" /* the project made with the pot */
#define PLWU_DRAFT_TO_RESERVE "to reserve"  /* joins the holder's general reserve */

/**
 * PlwuDraft: texts as they were typed; nothing is lost by going back.
 */
typedef struct
{
  char *place;
  char *area;
  char *base_year;
  char *years;
  PlwuDraftTable *partners;
  PlwuDraftTable *lines;
  PlwuDraftTable *pots;
  PlwuDraftTable *drivers;
} PlwuDraft;

PlwuDraft *plwu_draft_new (void) G_GNUC_WARN_UNUSED_RESULT;
void plwu_draft_free (PlwuDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuDraft, plwu_draft_free)

/**
 * plwu_draft_table:
 * Returns: (transfer none) (nullable): the table of a step that has one
 */
PlwuDraftTable *plwu_draft_table (PlwuDraft *self, PlwuDraftStep step);

/**
 * plwu_draft_set:
 * @field: the address of one of the texts of @self
 */
void plwu_draft_set (char **field, const char *text);

/**
 * plwu_draft_find_fault:
 * Returns: (transfer full) (nullable): why the step cannot be left, in one
 *   sentence; NULL where it can
 */
char *plwu_draft_find_fault (PlwuDraft *self, PlwuDraftStep step) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_draft_list_doubts:
 * Returns: (transfer full) (element-type utf8): what the plan can be made with
 *   but should be looked at, a sentence each
 */
GPtrArray *plwu_draft_list_doubts (PlwuDraft *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_draft_paste_lines:
 * @text: rows of a spreadsheet, set apart by tabs
 * @ret_rejected: (out) (transfer full) (element-type utf8): a sentence for each row
 *   that was not understood
 *
 * Recognises columns of codes, names, groups and amounts by their headings or by what
 * they hold. Rows that name a line of the return are that line.
 *
 * Returns: how many lines were read
 */
guint plwu_draft_paste_lines (PlwuDraft *self, const char *text, GPtrArray **ret_rejected);

/**
 * plwu_draft_make_plan:
 *
 * To be called where no step has a fault.
 *
 * Returns: (transfer full): a plan that plw_plan_check() finds no error in
 */
PlwPlan *plwu_draft_make_plan (PlwuDraft *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_draft_find_reserve:
 * @pot: a row of the pots
 * @ret_row: (out): the general reserve of the same holder
 */
gboolean plwu_draft_find_reserve (PlwuDraft *self, guint pot, guint *ret_row);

/**
 * plwu_draft_has_group:
 * Returns: whether a chosen line is in @group
 */
gboolean plwu_draft_has_group (PlwuDraft *self, const char *group);

G_END_DECLS
