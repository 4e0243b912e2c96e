/* plwu-board-acts.c: decisions, votes and comments: all that a board writes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-board-acts.h"

#include <string.h>

#include <glib/gi18n.h>

const char *
plwu_board_get_author (void)
{
  const char *name = g_get_real_name ();

  /* What GLib says where there is no name, and what it says of nobody's account. */
  return *name == '\0' || strcmp (name, "Unknown") == 0 ? g_get_user_name () : name;
}

static char *
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static char *
get_moment (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d %H:%M:%S");
}

static PlwValue
take_text (const char *text)
{
  return text != NULL && *text != '\0' ? plw_value_text (text) : PLW_VALUE_EMPTY;
}

static char *
find_free_code (const PlwPlan *plan, PlwTableId table, const char *stem)
{
  size_t row;

  for (guint i = 1;; i++)
    {
      g_autofree char *code = g_strdup_printf ("%s-%u", stem, i);

      if (!plw_plan_find_key (plan, table, code, &row))
        return g_steal_pointer (&code);
    }
}

static gboolean
append (PlwuDocument *document,
        const char *name,
        PlwTableId table,
        const PlwValue *cells,
        size_t n_cells,
        GError **error)
{
  const PlwPlan *plan = plwu_document_get_plan (document);
  g_autoptr (PlwEdit) edit = plw_edit_new (name);

  plw_edit_insert_row (edit, plan, table, plw_plan_n_rows (plan, table), cells, n_cells);
  return plwu_document_commit (document, edit, error);
}

static gboolean
fail (GError **error, const char *text)
{
  g_set_error_literal (error, PLW_ERROR, PLW_ERROR_PLAN, text);
  return FALSE;
}

/* Versions */

static gboolean
is_board_table (PlwTableId table)
{
  return table == PLW_TABLE_DECISIONS || table == PLW_TABLE_VOTES || table == PLW_TABLE_COMMENTS;
}

static gboolean
has_same_table (const PlwPlan *a, const PlwPlan *b, PlwTableId table)
{
  size_t n_rows = plw_plan_n_rows (a, table);
  size_t n_columns = plw_plan_n_columns (a, table);

  if (plw_plan_n_rows (b, table) != n_rows || plw_plan_n_columns (b, table) != n_columns)
    return FALSE;
  for (size_t row = 0; row < n_rows; row++)
    for (size_t column = 0; column < n_columns; column++)
      if (!plw_value_equal (plw_plan_column_type (a, table, column), plw_plan_get (a, table, row, column),
                            plw_plan_get (b, table, row, column)))
        return FALSE;
  return TRUE;
}

/* Whether two plans differ in nothing but what their boards wrote. */
static gboolean
has_same_figures (const PlwPlan *a, const PlwPlan *b)
{
  for (int table = 0; table < PLW_N_TABLES; table++)
    if (!is_board_table ((PlwTableId) table) && !has_same_table (a, b, (PlwTableId) table))
      return FALSE;
  return TRUE;
}

/* The version whose figures are those of now; made where there is none. */
static char *
find_version (PlwuDocument *document, GError **error)
{
  g_autofree char *name = NULL;
  const PlwVersion *newest = plwu_document_get_last_version (document);
  g_autoptr (PlwPlan) plan = newest != NULL ? plwu_document_read_version (document, newest->id, NULL) : NULL;

  if (plan != NULL && has_same_figures (plan, plwu_document_get_plan (document)))
    return g_strdup (newest->name);

  g_autofree char *moment = get_moment ();

  name = g_strdup_printf (_ ("As commented on %s"), moment);
  return plwu_document_name_version (document, name, "", error) ? g_steal_pointer (&name) : NULL;
}

/* Decisions */

gboolean
plwu_board_put (PlwuDocument *document, const char *name, const char *proposal, GError **error)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (name != NULL && proposal != NULL, FALSE);

  const PlwPlan *plan = plwu_document_get_plan (document);
  g_autofree char *code = find_free_code (plan, PLW_TABLE_DECISIONS, "decision");
  g_autofree char *title = g_strstrip (g_strdup (name));
  g_autofree char *moment = get_moment ();
  g_autofree char *today = get_today ();
  g_autofree char *version = g_strdup_printf (_ ("%s, put on %s"), title, moment);
  g_autofree char *scenario = g_strdup (plwu_document_get_scenario (document));
  g_autofree char *edit_name = g_strdup_printf (_ ("Decision “%s”"), title);
  PlwValue cells[PLW_DECISIONS_N_COLUMNS] = { 0 };

  if (*title == '\0')
    return fail (error, _ ("The decision has no title: write in a few words what is to be decided"));
  if (!plwu_document_name_version (document, version, proposal, error))
    return FALSE;

  if (*scenario == '\0')
    {
      g_free (scenario);
      scenario = g_strdup (plw_plan_root_scenario (plan));
    }
  cells[PLW_DECISIONS_CODE] = plw_value_text (code);
  cells[PLW_DECISIONS_NAME] = plw_value_text (title);
  cells[PLW_DECISIONS_PROPOSAL] = take_text (proposal);
  cells[PLW_DECISIONS_SCENARIO] = take_text (scenario);
  cells[PLW_DECISIONS_POLICY] = plw_value_text (plwu_document_get_policy (document));
  cells[PLW_DECISIONS_VERSION] = plw_value_text (version);
  cells[PLW_DECISIONS_MADE] = plw_value_text (today);

  return append (document, edit_name, PLW_TABLE_DECISIONS, cells, G_N_ELEMENTS (cells), error);
}

gboolean
plwu_board_close (PlwuDocument *document, size_t decision, gboolean is_closed, GError **error)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), FALSE);

  const PlwPlan *plan = plwu_document_get_plan (document);
  const char *title = plw_plan_name (plan, PLW_TABLE_DECISIONS, decision);
  g_autofree char *today = get_today ();
  g_autofree char *name =
      g_strdup_printf (is_closed ? _ ("Vote on “%s” closed") : _ ("Vote on “%s” reopened"), title);
  g_autoptr (PlwEdit) edit = plw_edit_new (name);

  plw_edit_set_cell (edit, plan, PLW_TABLE_DECISIONS, decision, PLW_DECISIONS_CLOSED,
                     is_closed ? plw_value_text (today) : (PlwValue){ 0 });
  return plwu_document_commit (document, edit, error);
}

/* Votes */

static void
record_change (PlwEdit *edit, const PlwPlan *plan, size_t row, int vote, const char *voter, const char *made)
{
  if (vote == PLWU_VOTE_NONE)
    {
      plw_edit_delete_row (edit, plan, PLW_TABLE_VOTES, row);
      return;
    }
  plw_edit_set_cell (edit, plan, PLW_TABLE_VOTES, row, PLW_VOTES_VOTE, plw_value_number (vote));
  plw_edit_set_cell (edit, plan, PLW_TABLE_VOTES, row, PLW_VOTES_VOTER, take_text (voter));
  plw_edit_set_cell (edit, plan, PLW_TABLE_VOTES, row, PLW_VOTES_MADE, plw_value_text (made));
}

static void
record_new (PlwEdit *edit,
            const PlwPlan *plan,
            size_t decision,
            size_t partner,
            int vote,
            const char *voter,
            const char *made)
{
  PlwValue cells[PLW_VOTES_N_COLUMNS] = { 0 };

  cells[PLW_VOTES_DECISION] = plw_plan_get (plan, PLW_TABLE_DECISIONS, decision, PLW_DECISIONS_CODE);
  cells[PLW_VOTES_PARTNER] = plw_plan_get (plan, PLW_TABLE_PARTNERS, partner, PLW_PARTNERS_CODE);
  cells[PLW_VOTES_VOTE] = plw_value_number (vote);
  cells[PLW_VOTES_VOTER] = take_text (voter);
  cells[PLW_VOTES_MADE] = plw_value_text (made);
  plw_edit_insert_row (edit, plan, PLW_TABLE_VOTES, plw_plan_n_rows (plan, PLW_TABLE_VOTES), cells,
                       G_N_ELEMENTS (cells));
}

gboolean
plwu_board_vote (PlwuDocument *document,
                 size_t decision,
                 size_t partner,
                 int vote,
                 const char *voter,
                 GError **error)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), FALSE);

  const PlwPlan *plan = plwu_document_get_plan (document);
  g_autofree char *name = g_strdup_printf (
      vote != PLWU_VOTE_NONE ? _ ("Vote of %s on “%s”") : _ ("Vote of %s on “%s” taken back"),
      plw_plan_name (plan, PLW_TABLE_PARTNERS, partner), plw_plan_name (plan, PLW_TABLE_DECISIONS, decision));
  g_autoptr (PlwEdit) edit = plw_edit_new (name);
  g_autofree char *made = get_today ();
  size_t row;

  if (plw_board_tally (plan, decision).is_closed)
    return fail (error, _ ("The vote is closed; reopen it to change a vote"));
  if (!plw_board_votes (plan, partner))
    return fail (error, _ ("The partner does not vote; its row in partners says so"));

  if (plw_board_find_vote (plan, decision, partner, &row))
    record_change (edit, plan, row, vote, voter, made);
  else if (vote != PLWU_VOTE_NONE)
    record_new (edit, plan, decision, partner, vote, voter, made);

  return plwu_document_commit (document, edit, error);
}

char *
plwu_board_count_text (const PlwTally *tally)
{
  g_return_val_if_fail (tally != NULL, NULL);

  return g_strdup_printf (_ ("%u for, %u against, %u abstained, %u not yet. %u of %u must vote: %s."),
                          (guint) tally->n_for, (guint) tally->n_against, (guint) tally->n_abstain,
                          (guint) tally->n_missing, (guint) tally->quorum, (guint) tally->n_voting,
                          tally->has_quorum ? _ ("enough have") : _ ("not enough have"));
}

const char *
plwu_board_outcome_text (const PlwTally *tally)
{
  g_return_val_if_fail (tally != NULL, "");

  switch (tally->verdict)
    {
    case PLW_VERDICT_AGREED:
      return tally->is_closed ? _ ("Agreed") : _ ("Open. As it stands: agreed");
    case PLW_VERDICT_NOT_AGREED:
      return tally->is_closed ? _ ("Not agreed") : _ ("Open. As it stands: not agreed");
    case PLW_VERDICT_NO_QUORUM:
    default:
      return tally->is_closed ? _ ("No quorum: nothing is agreed") : _ ("Open. Too few have voted so far");
    }
}

/* Comments */

gboolean
plwu_board_comment (PlwuDocument *document,
                    const char *about,
                    const char *decision,
                    const char *text,
                    const char *partner,
                    const char *author,
                    GError **error)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (about != NULL && text != NULL, FALSE);

  g_autofree char *said = g_strstrip (g_strdup (text));
  g_autofree char *name = g_strdup_printf (_ ("Comment on “%s”"), about);
  g_autofree char *code = find_free_code (plwu_document_get_plan (document), PLW_TABLE_COMMENTS, "comment");
  g_autofree char *today = get_today ();
  g_autofree char *version = NULL;
  PlwValue cells[PLW_COMMENTS_N_COLUMNS] = { 0 };

  if (*said == '\0')
    return fail (error, _ ("The comment is empty: write what is to be kept"));
  version = find_version (document, error);
  if (version == NULL)
    return FALSE;

  cells[PLW_COMMENTS_CODE] = plw_value_text (code);
  cells[PLW_COMMENTS_DECISION] = take_text (decision);
  cells[PLW_COMMENTS_ABOUT] = plw_value_text (about);
  cells[PLW_COMMENTS_TEXT] = plw_value_text (said);
  cells[PLW_COMMENTS_PARTNER] = take_text (partner);
  cells[PLW_COMMENTS_AUTHOR] = take_text (author);
  cells[PLW_COMMENTS_MADE] = plw_value_text (today);
  cells[PLW_COMMENTS_VERSION] = plw_value_text (version);

  return append (document, name, PLW_TABLE_COMMENTS, cells, G_N_ELEMENTS (cells), error);
}
