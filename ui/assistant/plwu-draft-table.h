/* plwu-draft-table.h: rows chosen for a new plan, with what is usual until something is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/plan.h>

#include "plwu-usual.h"
#include "sheet/plwu-sheet-model.h"

G_BEGIN_DECLS

#define PLWU_DRAFT_NAME_MOST 200 /* letters of a name */

#define PLWU_TYPE_DRAFT_TABLE (plwu_draft_table_get_type ())

/**
 * PlwuDraftTable:
 *
 * A sheet's model. An empty cell shows what is usual, marked as assumed; what
 * is typed takes its place and clearing brings it back. A row that is no
 * longer chosen keeps what was typed. The last row is for rows of one's own.
 */
G_DECLARE_FINAL_TYPE (PlwuDraftTable, plwu_draft_table, PLWU, DRAFT_TABLE, GObject)

/**
 * PlwuDraftColumn:
 * @table, @column: the plan's column whose cells these are like
 * @field: (nullable): the list's field with what is usual
 * @is_total: added up in the total row
 */
typedef struct
{
  const char *title;
  int width_chars;
  gboolean is_numeric;
  PlwTableId table;
  size_t column;
  const char *field;
  gboolean is_total;
} PlwuDraftColumn;

/**
 * PlwuDraftSpec:
 * @own_hint: what the row for rows of one's own says
 * @usual: (nullable): what is usual; NULL from it: what the list's field says
 * @read: (nullable): understands a text, by plwu_draft_table_read_as_plan() where plans do
 * @show: (nullable): how a held text is shown; NULL from it: as it is
 * @is_stale: (nullable): whether what was typed means nothing any more
 * @is_locked: (nullable): whether the cell has no meaning for this row
 */
typedef struct
{
  const char *list;
  const char *own_hint;
  const PlwuDraftColumn *columns;
  guint n_columns;
  char *(*usual) (gpointer owner, PlwuDraftTable *table, guint row, guint column);
  gboolean (*read) (gpointer owner,
                    PlwuDraftTable *table,
                    guint column,
                    const char *text,
                    char **ret_text,
                    char **ret_why);
  char *(*show) (gpointer owner, guint column, const char *text);
  gboolean (*is_stale) (gpointer owner, guint column, const char *text);
  gboolean (*is_locked) (PlwuDraftTable *table, guint row, guint column);
} PlwuDraftSpec;

/**
 * plwu_draft_table_new:
 * @owner: what the functions of @spec get; outlives the table
 */
PlwuDraftTable *plwu_draft_table_new (const PlwuDraftSpec *spec, gpointer owner) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_draft_table_read_as_plan:
 * @ret_text: (out) (transfer full): the text as plan folders hold it
 * @ret_why: (out) (transfer full): what is wrong and what would be right
 */
gboolean plwu_draft_table_read_as_plan (PlwuDraftTable *self,
                                        guint column,
                                        const char *text,
                                        char **ret_text,
                                        char **ret_why);

/**
 * plwu_draft_table_get_column:
 * Returns: (transfer none): the plan's column whose cells these are like
 */
const PlwColumn *plwu_draft_table_get_column (PlwuDraftTable *self, guint column);

const PlwuUsual *plwu_draft_table_get_list (PlwuDraftTable *self);
gboolean plwu_draft_table_is_chosen (PlwuDraftTable *self, guint usual_row);

/**
 * plwu_draft_table_choose:
 *
 * Chooses or gives up the list's row; all rows made from it.
 */
void plwu_draft_table_choose (PlwuDraftTable *self, guint usual_row, gboolean is_chosen);

/**
 * plwu_draft_table_find_usual:
 * @ret_row: (out): the first chosen row made from the list's row
 */
gboolean plwu_draft_table_find_usual (PlwuDraftTable *self, guint usual_row, guint *ret_row);

/* Rows are those chosen, in the list's order, one's own last. */
guint plwu_draft_table_n_chosen (PlwuDraftTable *self);

/**
 * plwu_draft_table_add_own:
 * @code: (nullable): its code where it brings one
 * Returns: the new row
 */
guint plwu_draft_table_add_own (PlwuDraftTable *self, const char *code, const char *name);

/**
 * plwu_draft_table_repeat:
 *
 * Chooses another row like @row: a second district, a second council tax.
 *
 * Returns: the new row
 */
guint plwu_draft_table_repeat (PlwuDraftTable *self, guint row);
void plwu_draft_table_remove (PlwuDraftTable *self, guint row);

/**
 * plwu_draft_table_get:
 * Returns: (transfer full): what the cell holds or else what is usual, as plans hold it; "" for nothing
 */
char *plwu_draft_table_get (PlwuDraftTable *self, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_draft_table_get_number:
 * Returns: the number the cell holds; @missing where there is none
 */
int64_t plwu_draft_table_get_number (PlwuDraftTable *self, guint row, guint column, int64_t missing);

/**
 * plwu_draft_table_show:
 * Returns: (transfer full): the same as people read it
 */
char *plwu_draft_table_show (PlwuDraftTable *self, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_draft_table_edit_text:
 * Returns: (transfer full): what is shown, where it is read as the same again; else what the cell holds
 */
char *plwu_draft_table_edit_text (PlwuDraftTable *self, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_draft_table_is_assumed:
 * Returns: whether the cell shows what is usual
 */
gboolean plwu_draft_table_is_assumed (PlwuDraftTable *self, guint row, guint column);

/**
 * plwu_draft_table_set:
 * @text: what was typed; "" brings back what is usual
 * @ret_why: (out) (transfer full): what is wrong and what would be right
 *
 * Returns: FALSE where the text is not understood; the cell keeps what it held
 */
gboolean plwu_draft_table_set (PlwuDraftTable *self,
                               guint row,
                               guint column,
                               const char *text,
                               char **ret_why);

/**
 * plwu_draft_table_usual_text:
 * @field: a field of the list
 * Returns: (transfer none): what the list says in @field of the row's kind; "" for one's own
 */
const char *plwu_draft_table_usual_text (PlwuDraftTable *self, guint row, const char *field);

/**
 * plwu_draft_table_code:
 * Returns: (transfer none): the row's code, which it keeps
 */
const char *plwu_draft_table_code (PlwuDraftTable *self, guint row);
gboolean plwu_draft_table_find_code (PlwuDraftTable *self, const char *code, guint *ret_row);

/**
 * plwu_draft_table_find_name:
 * @ret_row: (out): the row called @name, whatever its case
 */
gboolean plwu_draft_table_find_name (PlwuDraftTable *self, const char *name, guint *ret_row);

/**
 * plwu_draft_table_total:
 * Returns: the sum of a column of money
 */
int64_t plwu_draft_table_total (PlwuDraftTable *self, guint column);

G_END_DECLS
