/* plwu-explain.c: figures put into words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explain.h"

#include "plwu-labels.h"
#include "plwu-override.h"

#include <string.h>

#include <glib/gi18n.h>

/* How far back changes of a cell are looked for. */
#define HISTORY_MOST 500
#define CHANGES_MOST 5
#define POTS_MOST 8

char *
plwu_explain_context (PlwuDocument *document)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  return g_strdup_printf ("%s · %s", plwu_document_get_scenario_name (document),
                          plwu_document_get_policy_name (document));
}

typedef struct
{
  size_t pot;
  int64_t pence;
} PotShare;

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const PotShare *one = a;
  const PotShare *other = b;

  if (one->pence != other->pence)
    return one->pence > other->pence ? -1 : 1;
  return one->pot < other->pot ? -1 : 1;
}

static GArray *
list_payers (const PlwResult *result, size_t use, size_t year)
{
  GArray *payers = g_array_new (FALSE, FALSE, sizeof (PotShare));

  for (size_t i = 0; i < plw_result_n_flows (result); i++)
    {
      const PlwFlow *flow = plw_result_flow (result, i);
      PotShare share = { flow->pot, flow->pence };

      if (flow->use == use && flow->year == year && flow->pence > 0)
        g_array_append_val (payers, share);
    }
  g_array_sort (payers, compare_shares);

  return payers;
}

static int64_t
get_left (const PlwPotYears *pot, size_t year)
{
  return pot->closing[year] + pot->moved_out[year] + pot->lapsed[year] - pot->withheld[year];
}

static gboolean
has_paid (const GArray *payers, size_t pot)
{
  for (guint i = 0; i < payers->len; i++)
    if (g_array_index (payers, PotShare, i).pot == pot)
      return TRUE;
  return FALSE;
}

static char *
list_fences (const PlwPlan *plan, const char *pot)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_RINGFENCES);

  for (size_t i = 0; i < n_rows; i++)
    {
      if (strcmp (plw_plan_text (plan, PLW_TABLE_RINGFENCES, i, PLW_RINGFENCES_POT), pot) != 0)
        continue;

      const char *code = plw_plan_text (plan, PLW_TABLE_RINGFENCES, i, PLW_RINGFENCES_USE_CODE);
      int64_t kind = plw_plan_number (plan, PLW_TABLE_RINGFENCES, i, PLW_RINGFENCES_USE_KIND);
      PlwTableId table = kind == PLW_FENCE_LINE        ? PLW_TABLE_LINES
                         : kind == PLW_FENCE_PROJECT   ? PLW_TABLE_PROJECTS
                         : kind == PLW_FENCE_PROGRAMME ? PLW_TABLE_PROGRAMMES
                                                       : PLW_TABLE_PARTNERS;

      if (names->len == POTS_MOST)
        {
          g_ptr_array_add (names, g_strdup ("…"));
          break;
        }
      g_ptr_array_add (names, g_strdup (kind == PLW_FENCE_GROUP ? code : plwu_label_ref (plan, table, code)));
    }
  if (names->len == 0)
    return NULL;

  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
tell_payers (PlwuExplanation *text,
             const PlwResult *result,
             const GArray *payers,
             const PlwUse *use,
             size_t year)
{
  plwu_explanation_add_heading (text, _ ("Paid for by"));
  for (guint i = 0; i < payers->len; i++)
    {
      const PotShare *share = &g_array_index (payers, PotShare, i);

      plwu_explanation_add_pair (text, plw_result_pot (result, share->pot)->name,
                                 plwu_label_pence (share->pence));
    }
  if (use->borrowed[year] > 0)
    plwu_explanation_add_pair (text, _ ("Borrowed"), plwu_label_pence (use->borrowed[year]));
  if (payers->len == 0 && use->borrowed[year] == 0)
    plwu_explanation_add_text (text, g_strdup (_ ("No pot reached it.")));
}

/* Only the facts: whether a pot's fence held is the engine's to say. */
static void
tell_pot_left (PlwuExplanation *text,
               const PlwResult *result,
               const PlwPotYears *pot,
               const PlwUse *use,
               int64_t left)
{
  g_autofree char *fences = list_fences (plw_result_plan (result), pot->code);

  plwu_explanation_add_pair (text, pot->name, plwu_label_pence (left));
  if (pot->kind == PLW_POT_CAPITAL && use->part == PLW_PART_REVENUE)
    plwu_explanation_add_text (text, g_strdup (_ ("A capital pot.")));
  else if (pot->kind == PLW_POT_REVENUE && use->part == PLW_PART_CAPITAL)
    plwu_explanation_add_text (text, g_strdup (_ ("A revenue pot.")));
  if (fences != NULL)
    plwu_explanation_add_text (text, g_strdup_printf (_ ("Ring-fenced for %s."), fences));
}

static void
tell_money_left (PlwuExplanation *text,
                 const PlwResult *result,
                 const GArray *payers,
                 const PlwUse *use,
                 size_t year)
{
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (PotShare));

  for (size_t i = 0; i < plw_result_n_pots (result); i++)
    {
      PotShare share = { i, get_left (plw_result_pot (result, i), year) };

      if (share.pence > 0 && !has_paid (payers, i))
        g_array_append_val (others, share);
    }
  if (others->len == 0)
    {
      plwu_explanation_add_text (text, g_strdup (_ ("Every other pot was empty at the end of the year.")));
      return;
    }

  g_array_sort (others, compare_shares);
  plwu_explanation_add_heading (text, _ ("Money left at the year's end in pots that did not pay"));
  for (guint i = 0; i < MIN (others->len, POTS_MOST); i++)
    {
      const PotShare *share = &g_array_index (others, PotShare, i);

      tell_pot_left (text, result, plw_result_pot (result, share->pot), use, share->pence);
    }
  if (others->len > POTS_MOST)
    plwu_explanation_add_text (text, g_strdup_printf (ngettext ("… and %u more pot.", "… and %u more pots.",
                                                                others->len - POTS_MOST),
                                                      others->len - POTS_MOST));
}

static void
tell_other_policy (PlwuExplanation *text, PlwuDocument *document, const PlwUse *use, size_t year)
{
  gboolean is_today = strcmp (plwu_document_get_policy (document), PLWU_POLICY_TODAY) == 0;
  const PlwResult *other =
      plwu_document_get_result (document, is_today ? PLWU_POLICY_PLACEMAKING : PLWU_POLICY_TODAY);

  if (other == NULL)
    return;
  for (size_t i = 0; i < plw_result_n_uses (other); i++)
    {
      const PlwUse *same = plw_result_use (other, i);

      if (same->kind == use->kind && same->part == use->part && strcmp (same->code, use->code) == 0)
        plwu_explanation_add_pair (
            text, is_today ? _ ("Shortfall as one pot") : _ ("Shortfall under today's rules"),
            plwu_label_pence (plw_result_shortfall (other, i, year)));
    }
}

PlwuExplanation *
plwu_explain_use (PlwuDocument *document, size_t use_index, size_t year)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  const PlwResult *result = plwu_document_get_result (document, NULL);

  if (result == NULL || use_index >= plw_result_n_uses (result) || year >= plw_result_n_years (result))
    return NULL;

  const PlwUse *use = plw_result_use (result, use_index);
  int64_t shortfall = plw_result_shortfall (result, use_index, year);
  g_autofree char *name = plwu_label_use (use);
  g_autofree char *amount = plwu_label_pence (shortfall);
  g_autoptr (GArray) payers = list_payers (result, use_index, year);
  PlwuExplanation *text = plwu_explanation_new (
      g_strdup_printf ("%s, %s", name, plw_year_name (plw_result_year (result, year))),
      plwu_explain_context (document),
      shortfall > 0 ? g_strdup_printf (_ ("%s short"), amount) : g_strdup (_ ("Fully funded")));

  plwu_explanation_add_heading (text, _ ("Need less what reached it"));
  plwu_explanation_add_pair (text, _ ("Need"), plwu_label_pence (use->need[year]));
  if (use->floor[year] > 0)
    plwu_explanation_add_pair (text, _ ("of which a statutory floor"), plwu_label_pence (use->floor[year]));
  plwu_explanation_add_pair (text, _ ("Funded"), plwu_label_pence (use->funded[year]));
  plwu_explanation_add_pair (text, _ ("Shortfall"), plwu_label_pence (shortfall));
  tell_other_policy (text, document, use, year);
  tell_payers (text, result, payers, use, year);
  if (shortfall > 0)
    tell_money_left (text, result, payers, use, year);

  return text;
}

static void
tell_origin (PlwuExplanation *text, const PlwPlan *plan, PlwTableId table, size_t row)
{
  const PlwTableSpec *spec = plw_schema_table (table);
  gboolean has_heading = FALSE;

  for (size_t i = 0; i < spec->n_columns; i++)
    {
      g_autofree char *value = plwu_label_cell (plan, table, row, i);

      if (!(spec->columns[i].flags & PLW_COLUMN_ORIGIN) || *value == '\0')
        continue;
      if (!has_heading)
        plwu_explanation_add_heading (text, _ ("Where the row comes from"));
      has_heading = TRUE;
      if (spec->columns[i].type == PLW_TYPE_TEXT)
        plwu_explanation_add_text (text, g_steal_pointer (&value));
      else
        plwu_explanation_add_pair (text, _ (spec->columns[i].title), g_steal_pointer (&value));
    }
}

static gboolean
touches_cell (const PlwEntry *entry, PlwTableId table, PlwRowId row, size_t column)
{
  for (size_t i = 0; i < plw_edit_n_steps (entry->edit); i++)
    {
      const PlwStep *step = plw_edit_step (entry->edit, i);

      if (step->table == table && step->row == row && (step->kind != PLW_STEP_SET || step->column == column))
        return TRUE;
    }
  return FALSE;
}

static void
tell_changes (PlwuExplanation *text, PlwuDocument *document, PlwTableId table, size_t row, size_t column)
{
  g_autoptr (GPtrArray) entries = plwu_document_get_history (document, HISTORY_MOST, NULL);
  PlwRowId id = plw_plan_row_id (plwu_document_get_plan (document), table, row);
  guint n_told = 0;

  plwu_explanation_add_heading (text, _ ("Changes"));
  for (guint i = 0; entries != NULL && i < entries->len && n_told < CHANGES_MOST; i++)
    {
      const PlwEntry *entry = g_ptr_array_index (entries, i);

      if (entry->edit == NULL || !touches_cell (entry, table, id, column))
        continue;

      g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (entry->when);
      g_autofree char *date = g_date_time_format (when, "%-d %b %Y %H:%M");
      const char *verb = entry->kind == PLW_ENTRY_UNDO ? _ ("Undone: ") : "";

      plwu_explanation_add_text (text, g_strdup_printf ("%s, %s: %s%s", date, entry->who, verb, entry->name));
      n_told++;
    }
  if (n_told == 0)
    plwu_explanation_add_text (text, g_strdup (_ ("Not changed since the plan was made.")));
}

static void
tell_parent (PlwuExplanation *text, PlwuDocument *document, PlwTableId table, size_t row, size_t column)
{
  const PlwPlan *parent = plwu_document_get_parent (document);

  if (parent != NULL && plwu_override_allows_table (table) && plwu_override_allows_column (table, column))
    plwu_explanation_add_pair (
        text, plwu_document_get_parent_name (document),
        plwu_label_value (parent, table, column, plw_plan_get (parent, table, row, column)));
}

/* The override that sets the cell has a reason and changes of its own. */
static gboolean
tell_override (PlwuExplanation *text, PlwuDocument *document, PlwTableId table, size_t row, size_t column)
{
  const PlwPlan *plan = plwu_document_get_plan (document);
  g_autoptr (GHashTable) overrides = plwu_override_list (plan, plwu_document_get_scenario (document), table);
  size_t override_row;

  if (!plwu_override_find (overrides, plan, table, row, column, &override_row))
    return FALSE;

  g_autofree char *reason = plwu_label_cell (plan, PLW_TABLE_OVERRIDES, override_row, PLW_OVERRIDES_REASON);

  plwu_explanation_add_text (text, g_strdup_printf (_ ("Overridden in “%s”. %s"),
                                                    plwu_document_get_scenario_name (document),
                                                    *reason != '\0' ? reason : _ ("No reason is given.")));
  tell_changes (text, document, PLW_TABLE_OVERRIDES, override_row, PLW_OVERRIDES_VALUE);
  return TRUE;
}

PlwuExplanation *
plwu_explain_cell (PlwuTableModel *model, guint row, guint column)
{
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (model), NULL);

  PlwuDocument *document = plwu_table_model_get_document (model);
  PlwTableId table = plwu_table_model_get_table (model);
  const PlwPlan *plan = plwu_document_get_shown (document);
  size_t plan_row;
  size_t plan_column;
  g_auto (PlwuSheetCell) cell = { 0 };

  if (!plwu_table_model_get_plan_row (model, row, &plan_row)
      || column >= plwu_sheet_model_n_columns (PLWU_SHEET_MODEL (model)))
    return NULL;

  g_autofree char *name = plwu_label_row (plan, table, plan_row);
  g_autofree char *title = plwu_sheet_model_column_title (PLWU_SHEET_MODEL (model), column);
  gboolean is_held = plwu_table_model_get_plan_column (model, column, &plan_column);

  plwu_sheet_model_cell (PLWU_SHEET_MODEL (model), row, column, &cell);

  PlwuExplanation *text =
      plwu_explanation_new (g_strdup_printf ("%s, %s", name, title), plwu_explain_context (document),
                            g_strdup (*cell.text != '\0' ? cell.text : _ ("empty")));

  if (cell.tooltip != NULL && cell.kind != PLWU_SHEET_OVERRIDDEN)
    plwu_explanation_add_text (text, g_strdup (cell.tooltip));
  if (cell.kind == PLWU_SHEET_DERIVED)
    plwu_explanation_add_text (text, g_strdup (_ ("Worked out from other figures; it cannot be typed.")));
  if (!is_held)
    return text;

  tell_parent (text, document, table, plan_row, plan_column);
  tell_origin (text, plan, table, plan_row);
  if (cell.kind == PLWU_SHEET_OVERRIDDEN && tell_override (text, document, table, plan_row, plan_column))
    return text;
  if (cell.kind != PLWU_SHEET_DERIVED)
    tell_changes (text, document, table, plan_row, plan_column);

  return text;
}
