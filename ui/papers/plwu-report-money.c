/* plwu-report-money.c: what the money is, how sure it is and when it ends.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-report-private.h"

#include "findings/plwu-labels.h"
#include "findings/plwu-result-figures.h"

#include <glib/gi18n.h>
#include <string.h>

/* From so many on, pots stand under the partner whose they are. */
#define POTS_UNGROUPED_MOST 25

static gboolean
is_idle (const PlwuReport *report, const PlwPotYears *pot)
{
  return pot->opening[0] == 0 && plwu_report_total (report, pot->received) == 0
         && plwu_report_total (report, pot->moved_in) == 0;
}

/* The last year in which money comes in; @n_years: it goes on; 0: none ever does. */
static size_t
find_end (const PlwuReport *report, const PlwPotYears *pot)
{
  size_t end = report->n_years;

  while (end > 0 && pot->received[end - 1] == 0)
    end--;
  return end;
}

static void
tell_money (PlwuReport *report)
{
  gint64 borrowed = plwu_result_sum_years (report->result, PLW_SUM_BORROWED);
  g_autofree char *loans = plw_pence_show_short (borrowed);
  g_autofree char *funded =
      plw_pence_show_short (plwu_result_sum_years (report->result, PLW_SUM_FUNDED) - borrowed);
  gint64 by_certainty[PLW_CERTAINTY_BID + 1] = { 0 };
  size_t n_ending = 0;
  size_t n = 0;

  for (size_t i = 0; i < plw_result_n_pots (report->result); i++)
    {
      const PlwPotYears *pot = plw_result_pot (report->result, i);
      size_t end = find_end (report, pot);

      by_certainty[pot->certainty] += plwu_report_total (report, pot->spent);
      n += !is_idle (report, pot);
      n_ending += end > 0 && end < report->n_years;
    }

  g_autofree char *confirmed = plw_pence_show_short (by_certainty[PLW_CERTAINTY_CONFIRMED]);
  g_autofree char *unsure =
      plw_pence_show_short (by_certainty[PLW_CERTAINTY_AT_RISK] + by_certainty[PLW_CERTAINTY_BID]);
  gint64 lapsed = plwu_result_sum_years (report->result, PLW_SUM_LAPSED);
  g_autofree char *lost = plw_pence_show_short (lapsed);

  plwu_report_say (report, PLWU_PAPER_LEAD,
                   ngettext ("%zu pot pays %s over the plan.", "%zu pots pay %s over the plan.", n), n,
                   funded);
  plwu_report_say (report, PLWU_PAPER_BODY,
                   _ ("%s of it is confirmed; %s is at risk or still a bid, and counted in full."), confirmed,
                   unsure);
  if (borrowed > 0)
    plwu_report_say (report, PLWU_PAPER_BODY, _ ("%s more is borrowed."), loans);
  if (n_ending > 0)
    plwu_report_say (report, PLWU_PAPER_BODY,
                     ngettext ("The money of %zu pot ends before the plan does.",
                               "The money of %zu pots ends before the plan does.", n_ending),
                     n_ending);
  if (lapsed > 0)
    plwu_report_say (report, PLWU_PAPER_BODY, _ ("%s may not be carried forward and is lost."), lost);
}

static void
add_by_certainty (PlwuReport *report)
{
  static const char *const heads[] = { N_ ("How sure"), NULL };
  const char *const head[] = { _ (heads[0]), NULL };
  PlwuYears *years = plwu_years_new (report, _ ("What pays, by how sure it is"), head, TRUE);
  g_autofree gint64 *borrowed = plwu_report_sums (report->result, PLW_SUM_BORROWED);

  for (PlwCertainty certainty = PLW_CERTAINTY_CONFIRMED; certainty <= PLW_CERTAINTY_BID; certainty++)
    {
      g_autofree gint64 *spent = g_new0 (gint64, report->n_years);

      for (size_t i = 0; i < plw_result_n_pots (report->result); i++)
        {
          const PlwPotYears *pot = plw_result_pot (report->result, i);

          for (size_t t = 0; t < report->n_years && pot->certainty == certainty; t++)
            spent[t] += pot->spent[t];
        }
      if (plwu_report_total (report, spent) > 0)
        plwu_years_row (years, plwu_report_certainty (certainty), 1, spent);
    }
  if (plwu_report_total (report, borrowed) > 0)
    plwu_years_row (years, _ ("Borrowed"), 1, borrowed);
  plwu_years_total (years, _ ("Funded"), report->funded);
  plwu_years_finish (years);
}

/* Ending */

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const PlwuRanked *one = a;
  const PlwuRanked *other = b;

  if (one->pence != other->pence)
    return one->pence < other->pence ? -1 : 1;
  return one->index < other->index ? -1 : one->index > other->index;
}

/* Pots that end, soonest first: @pence holds the year. */
static GArray *
list_ending (PlwuReport *report)
{
  GArray *ending = g_array_new (FALSE, FALSE, sizeof (PlwuRanked));

  for (size_t i = 0; i < plw_result_n_pots (report->result); i++)
    {
      size_t end = find_end (report, plw_result_pot (report->result, i));
      PlwuRanked item = { i, (gint64) end };

      if (end > 0 && end < report->n_years)
        g_array_append_val (ending, item);
    }
  g_array_sort (ending, compare_ends);
  return ending;
}

/* What a pot pays for most in a year, and how many others. */
static char *
tell_held_up (const PlwuReport *report, size_t pot, size_t year)
{
  size_t most = SIZE_MAX;
  gint64 pence = 0;
  guint n = 0;

  for (size_t i = 0; i < plw_result_n_flows (report->result); i++)
    {
      const PlwFlow *flow = plw_result_flow (report->result, i);

      if (flow->pot != pot || flow->year != year || flow->pence <= 0)
        continue;
      n++;
      if (flow->pence > pence)
        {
          pence = flow->pence;
          most = flow->use;
        }
    }
  if (most == SIZE_MAX)
    return g_strdup (_ ("nothing"));

  g_autofree char *name = plwu_label_use (plw_result_use (report->result, most));

  if (n == 1)
    return g_steal_pointer (&name);
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n - 1), name, n - 1);
}

static void
add_ending (PlwuReport *report)
{
  g_autoptr (GArray) ending = list_ending (report);
  g_autofree char *caption = plwu_report_caption (report, _ ("Pots whose money ends before the plan does"));
  PlwuPaperTable *table = plwu_paper_table_new (caption);

  plwu_paper_table_column (table, _ ("Pot"), PLWU_COLUMN_TEXT, 2);
  plwu_paper_table_column (table, _ ("Last year"), PLWU_COLUMN_TEXT, 1);
  plwu_paper_table_column (table, _ ("What it pays for then"), PLWU_COLUMN_TEXT, 2);
  plwu_paper_table_column (table, _ ("What is unspent"), PLWU_COLUMN_TEXT, 1.5);
  plwu_paper_table_column (table, _ ("Pays then"), PLWU_COLUMN_FIGURE, 0);
  for (guint i = 0; i < ending->len; i++)
    {
      const PlwuRanked *item = &g_array_index (ending, PlwuRanked, i);
      const PlwPotYears *pot = plw_result_pot (report->result, item->index);
      size_t last = (size_t) item->pence - 1;
      g_autofree char *held_up = tell_held_up (report, item->index, last);
      g_autofree char *unspent = plwu_report_unspent (report, item->index);
      g_autofree char *pays = plwu_report_money (report, pot->spent[last]);

      plwu_paper_table_row (table, PLWU_ROW_BODY);
      plwu_paper_table_cell (table, pot->name);
      plwu_paper_table_cell (table, plwu_report_year (report, last));
      plwu_paper_table_cell (table, held_up);
      plwu_paper_table_cell (table, unspent);
      plwu_paper_table_cell (table, pays);
    }
  plwu_paper_add_table (report->paper, table);
}

/* Every pot */

/* In a word, as the column is narrow; the note below the table has the rest. */
static char *
tell_unspent_in_short (const PlwuReport *report, size_t index)
{
  const char *rule = plw_plan_text (report->plan, PLW_TABLE_POTS, plw_result_pot (report->result, index)->row,
                                    PLW_POTS_UNSPENT);

  if (g_str_has_prefix (rule, "keep:"))
    return g_strdup_printf (_ ("kept %s"), rule + strlen ("keep:"));
  if (strcmp (rule, "keep") == 0)
    return g_strdup (_ ("kept"));
  return g_strdup (strcmp (rule, "lapse") == 0 ? _ ("lapses") : _ ("moves"));
}

static void
add_pot (PlwuReport *report, PlwuYears *years, size_t index)
{
  const PlwPotYears *pot = plw_result_pot (report->result, index);
  g_autofree char *text = tell_unspent_in_short (report, index);

  plwu_years_row (years, pot->name, 1, pot->spent);
  plwu_years_text (years, text);
}

/* Which pots what is unspent moves to. */
static void
add_unspent_note (PlwuReport *report)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) names = g_string_new (NULL);

  for (size_t i = 0; i < plw_result_n_pots (report->result); i++)
    {
      const char *rule = plw_plan_text (report->plan, PLW_TABLE_POTS, plw_result_pot (report->result, i)->row,
                                        PLW_POTS_UNSPENT);

      if (g_str_has_prefix (rule, "to:") && g_hash_table_add (seen, (gpointer) rule))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                plwu_label_ref (report->plan, PLW_TABLE_POTS, rule + strlen ("to:")));
    }
  plwu_paper_add_text (
      report->paper, PLWU_PAPER_SMALL,
      _ ("What is unspent at a year's end lapses (is lost), is kept (for so many more years where a "
         "number follows) or moves to another pot."));
  if (names->len > 0)
    plwu_report_say (report, PLWU_PAPER_SMALL, _ ("Pots that it moves to: %s."), names->str);
}

/* Pots of a partner under its name. */
static void
add_pots_of (PlwuReport *report, PlwuYears *years, const char *partner)
{
  const char *name = plwu_label_ref (report->plan, PLW_TABLE_PARTNERS, partner);
  g_autofree char *subtotal = g_strdup_printf (_ ("%s: total"), name);
  gboolean has_band = FALSE;

  for (size_t i = 0; i < plw_result_n_pots (report->result); i++)
    {
      const PlwPotYears *pot = plw_result_pot (report->result, i);

      if (strcmp (pot->partner, partner) != 0 || is_idle (report, pot))
        continue;
      if (!has_band)
        plwu_years_band (years, name);
      has_band = TRUE;
      add_pot (report, years, i);
    }
  if (has_band)
    plwu_years_subtotal (years, subtotal);
}

static gboolean
is_partner (const PlwuReport *report, const char *code)
{
  size_t row;

  return plw_plan_find_key (report->plan, PLW_TABLE_PARTNERS, code, &row);
}

static void
add_all_pots (PlwuReport *report)
{
  const char *const heads[] = { _ ("Pot"), _ ("Unspent"), NULL };
  PlwuYears *years = plwu_years_new (report, _ ("What each pot pays"), heads, TRUE);
  g_autofree gint64 *borrowed = plwu_report_sums (report->result, PLW_SUM_BORROWED);
  gboolean is_grouped = plw_result_n_pots (report->result) > POTS_UNGROUPED_MOST
                        && plw_plan_n_rows (report->plan, PLW_TABLE_PARTNERS) > 1;

  for (size_t row = 0; is_grouped && row < plw_plan_n_rows (report->plan, PLW_TABLE_PARTNERS); row++)
    add_pots_of (report, years, plw_plan_text (report->plan, PLW_TABLE_PARTNERS, row, PLW_PARTNERS_CODE));
  if (is_grouped)
    plwu_years_band (years, _ ("Others"));
  for (size_t i = 0; i < plw_result_n_pots (report->result); i++)
    {
      const PlwPotYears *pot = plw_result_pot (report->result, i);

      if (!is_idle (report, pot) && !(is_grouped && is_partner (report, pot->partner)))
        add_pot (report, years, i);
    }
  if (plwu_report_total (report, borrowed) > 0)
    plwu_years_row (years, _ ("Borrowed"), 1, borrowed);
  plwu_years_total (years, _ ("Funded"), report->funded);
  plwu_years_finish (years);
}

void
plwu_report_add_money (PlwuReport *report)
{
  if (plw_result_n_pots (report->result) == 0)
    return;
  plwu_paper_add_heading (report->paper, 1, _ ("Money, pot by pot"));
  tell_money (report);
  add_by_certainty (report);
  add_ending (report);
  plwu_report_add_cliffs_picture (report);
  add_all_pots (report);
  add_unspent_note (report);
}
