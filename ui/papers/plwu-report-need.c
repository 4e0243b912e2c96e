/* plwu-report-need.c: what is needed, by service, and what moves it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-report-private.h"

#include "findings/plwu-bridge-figures.h"
#include "findings/plwu-labels.h"
#include "findings/plwu-rules.h"

#include <glib/gi18n.h>
#include <string.h>

/* More lines than these are printed by their groups. */
#define LINES_MOST 30

#define CHANGES_MOST 40

static const char *
name_part (PlwBridgePart part)
{
  return part == PLW_BRIDGE_OPENING ? _ ("Need of the year before") : plwu_bridge_name_part (part);
}

static void
tell_need (PlwuReport *report)
{
  size_t last = report->n_years - 1;
  gint64 before = plw_result_bridge (report->result, SIZE_MAX, PLW_BRIDGE_OPENING, 0);
  gint64 after = plw_result_bridge (report->result, SIZE_MAX, PLW_BRIDGE_CLOSING, last);
  g_autofree char *from = plw_pence_show_short (before);
  g_autofree char *to = plw_pence_show_short (after);
  g_autofree char *change = plw_pence_show_short (ABS (after - before));

  plwu_report_say (report, PLWU_PAPER_LEAD,
                   after >= before ? _ ("Need goes from %s in %s to %s in %s: %s more.")
                                   : _ ("Need goes from %s in %s to %s in %s: %s less."),
                   from, plw_year_name (plw_result_year (report->result, 0) - 1), to,
                   plwu_report_last_year (report), change);
}

/* What moves it most, up and down. */
static void
tell_movement (PlwuReport *report)
{
  PlwBridgePart up = PLW_BRIDGE_OPENING;
  PlwBridgePart down = PLW_BRIDGE_OPENING;
  gint64 most = 0;
  gint64 least = 0;

  for (PlwBridgePart part = PLW_BRIDGE_PRICE; part < PLW_BRIDGE_CLOSING; part++)
    {
      gint64 sum = 0;

      for (size_t t = 0; t < report->n_years; t++)
        sum += plw_result_bridge (report->result, SIZE_MAX, part, t);
      if (sum > most)
        {
          most = sum;
          up = part;
        }
      if (sum < least)
        {
          least = sum;
          down = part;
        }
    }

  g_autofree char *more = plw_pence_show_short (most);
  g_autofree char *less = plw_pence_show_short (-least);

  if (most > 0)
    plwu_report_say (report, PLWU_PAPER_BODY, _ ("What adds most: %s, %s."), name_part (up), more);
  if (least < 0)
    plwu_report_say (report, PLWU_PAPER_BODY, _ ("What takes off most: %s, %s."), name_part (down), less);
}

static void
add_bridge (PlwuReport *report)
{
  static const char *const heads[] = { "", NULL };
  PlwuYears *years = plwu_years_new (report, _ ("What moves need from year to year"), heads, FALSE);

  for (PlwBridgePart part = PLW_BRIDGE_OPENING; part < PLW_BRIDGE_CLOSING; part++)
    {
      g_autofree gint64 *pence = g_new (gint64, report->n_years);
      gboolean has_any = part == PLW_BRIDGE_OPENING;

      for (size_t t = 0; t < report->n_years; t++)
        {
          pence[t] = plw_result_bridge (report->result, SIZE_MAX, part, t);
          /* What a year closes with is what the next one opens with, in print too. */
          if (part == PLW_BRIDGE_OPENING && t > 0)
            pence[t] = report->need[t - 1] * report->step;
          has_any = has_any || pence[t] != 0;
        }
      if (has_any)
        plwu_years_row (years, name_part (part), 1, pence);
    }
  plwu_years_total (years, _ ("Need"), report->need);
  plwu_years_finish (years);
}

/* By service, or by group */

static char *
name_group (const PlwUse *use)
{
  switch (use->kind)
    {
    case PLW_USE_LINE:
      return use->group[0] != '\0' ? plwu_rule_label_group (use->group)
                                   : g_strdup (_ ("Services without a group"));
    case PLW_USE_PROGRAMME:
      return g_strdup (_ ("Prevention programmes"));
    case PLW_USE_PROJECT:
      return g_strdup (_ ("Capital projects"));
    case PLW_USE_FINANCING:
      return g_strdup (_ ("Capital financing"));
    }
  g_return_val_if_reached (NULL);
}

/* Groups in the order in which they are met. */
static void
add_by_group (PlwuReport *report, PlwuYears *years)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (g_free);

  for (size_t i = 0; i < plw_result_n_uses (report->result); i++)
    {
      const PlwUse *use = plw_result_use (report->result, i);
      g_autofree char *name = name_group (use);
      gint64 *sum = g_hash_table_lookup (found, name);

      if (sum == NULL)
        {
          sum = g_new0 (gint64, report->n_years);
          g_hash_table_insert (found, name, sum);
          g_ptr_array_add (names, g_steal_pointer (&name));
          g_ptr_array_add (sums, sum);
        }
      for (size_t t = 0; t < report->n_years; t++)
        sum[t] += use->need[t];
    }
  for (guint i = 0; i < names->len; i++)
    if (plwu_report_total (report, g_ptr_array_index (sums, i)) > 0)
      plwu_years_row (years, g_ptr_array_index (names, i), 1, g_ptr_array_index (sums, i));
}

static void
add_by_line (PlwuReport *report, PlwuYears *years)
{
  for (size_t i = 0; i < plw_result_n_uses (report->result); i++)
    {
      const PlwUse *use = plw_result_use (report->result, i);
      g_autofree char *name = plwu_label_use (use);

      if (plwu_report_total (report, use->need) > 0)
        plwu_years_row (years, name, 1, use->need);
    }
}

void
plwu_report_add_need (PlwuReport *report)
{
  gboolean is_long = plw_result_n_uses (report->result) > LINES_MOST;
  const char *const heads[] = { is_long ? _ ("Group") : _ ("Service or other use"), NULL };
  PlwuYears *years;

  plwu_paper_add_heading (report->paper, 1, _ ("Need"));
  tell_need (report);
  tell_movement (report);
  add_bridge (report);
  plwu_report_add_bridge_picture (report);
  years =
      plwu_years_new (report, is_long ? _ ("Need by group of services") : _ ("Need by service"), heads, TRUE);
  if (is_long)
    add_by_group (report, years);
  else
    add_by_line (report, years);
  plwu_years_total (years, _ ("Need"), report->need);
  plwu_years_finish (years);
}

/* Changes and savings */

static const struct
{
  PlwChangeKind kind;
  PlwChangeBasis basis;
  const char *title;
} change_kinds[] = {
  { PLW_CHANGE_PRESSURE, PLW_CHANGE_ONGOING, N_ ("Pressures, ongoing") },
  { PLW_CHANGE_PRESSURE, PLW_CHANGE_ONE_OFF, N_ ("Pressures, one-off") },
  { PLW_CHANGE_GROWTH, PLW_CHANGE_ONGOING, N_ ("Growth, ongoing") },
  { PLW_CHANGE_GROWTH, PLW_CHANGE_ONE_OFF, N_ ("Growth, one-off") },
  { PLW_CHANGE_SAVING, PLW_CHANGE_ONGOING, N_ ("Savings, ongoing") },
  { PLW_CHANGE_SAVING, PLW_CHANGE_ONE_OFF, N_ ("Savings, one-off") },
  { PLW_CHANGE_INCOME, PLW_CHANGE_ONGOING, N_ ("Income, ongoing") },
  { PLW_CHANGE_INCOME, PLW_CHANGE_ONE_OFF, N_ ("Income, one-off") },
};

static gboolean
is_change (const PlwuReport *report, size_t row, PlwChangeKind kind)
{
  return plw_plan_number (report->plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_ENABLED) != 0
         && plw_plan_number (report->plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_KIND) == (gint64) kind;
}

static gint64 *
get_entries (const PlwuReport *report, size_t row)
{
  gint64 *years = g_new (gint64, report->n_years);

  for (size_t t = 0; t < report->n_years; t++)
    years[t] = plw_plan_number (
        report->plan, PLW_TABLE_CHANGES, row,
        plw_plan_year_column (report->plan, PLW_TABLE_CHANGES, plw_result_year (report->result, t)));
  return years;
}

/* "85%, amber": how much of it is expected, and how it stands */
static char *
describe_change (const PlwuReport *report, size_t row, PlwChangeKind kind)
{
  const PlwPlan *plan = report->plan;
  const char *rag = plw_plan_text (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_RAG);
  g_autofree char *delivery =
      plwu_report_percent (plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_DELIVERY));

  if (kind != PLW_CHANGE_SAVING && kind != PLW_CHANGE_INCOME)
    return g_strdup (rag);
  return rag[0] != '\0' ? g_strdup_printf ("%s, %s", delivery, rag) : g_steal_pointer (&delivery);
}

/* Ranked by what was entered over all years. */
static GArray *
list_changes (PlwuReport *report, PlwChangeKind kind, PlwChangeBasis basis)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (PlwuRanked));

  for (size_t row = 0; row < plw_plan_n_rows (report->plan, PLW_TABLE_CHANGES); row++)
    {
      g_autofree gint64 *entries = get_entries (report, row);
      PlwuRanked item = { row, ABS (plwu_report_total (report, entries)) };

      if (is_change (report, row, kind) && item.pence != 0
          && plw_plan_number (report->plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_BASIS) == (gint64) basis)
        g_array_append_val (items, item);
    }
  plwu_report_rank (items);
  return items;
}

static void
add_changes_of (PlwuReport *report, PlwuYears *years, guint index)
{
  PlwChangeKind kind = change_kinds[index].kind;
  const char *title = _ (change_kinds[index].title);
  g_autoptr (GArray) items = list_changes (report, kind, change_kinds[index].basis);
  g_autofree char *subtotal = g_strdup_printf (_ ("%s: total"), title);
  g_autofree gint64 *rest = g_new0 (gint64, report->n_years);
  guint shown = items->len > CHANGES_MOST + 1 ? CHANGES_MOST : items->len;

  if (items->len == 0)
    return;
  plwu_years_band (years, title);
  for (guint i = 0; i < items->len; i++)
    {
      size_t row = g_array_index (items, PlwuRanked, i).index;
      g_autofree gint64 *entries = get_entries (report, row);
      g_autofree char *name = plwu_label_row (report->plan, PLW_TABLE_CHANGES, row);
      g_autofree char *text = describe_change (report, row, kind);

      for (size_t t = 0; t < report->n_years && i >= shown; t++)
        rest[t] += entries[t];
      if (i >= shown)
        continue;
      plwu_years_row (years, name, 1, entries);
      plwu_years_text (years, text);
    }
  if (shown < items->len)
    {
      g_autofree char *others =
          g_strdup_printf (ngettext ("%u other", "%u others", items->len - shown), items->len - shown);

      plwu_years_row (years, others, 1, rest);
    }
  plwu_years_subtotal (years, subtotal);
}

static void
tell_changes (PlwuReport *report)
{
  gint64 entered = 0;
  gint64 delivered = 0;

  for (size_t row = 0; row < plw_plan_n_rows (report->plan, PLW_TABLE_CHANGES); row++)
    {
      g_autofree gint64 *entries = get_entries (report, row);
      gint64 delivery = plw_plan_number (report->plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_DELIVERY);
      gint64 sum = plwu_report_total (report, entries);

      if (!is_change (report, row, PLW_CHANGE_SAVING) && !is_change (report, row, PLW_CHANGE_INCOME))
        continue;
      entered += sum;
      delivered += plw_divide_round ((__int128) sum * delivery, 100 * PLW_DECIMAL_ONE);
    }

  g_autofree char *planned = plw_pence_show_short (entered);
  g_autofree char *expected = plw_pence_show_short (delivered);

  if (entered == 0)
    plwu_report_say (report, PLWU_PAPER_LEAD, "%s", _ ("No savings and no extra income are planned."));
  else
    plwu_report_say (
        report, PLWU_PAPER_LEAD,
        _ ("Savings and extra income of %s are planned; %s of it is expected to be delivered, and "
           "only that counts."),
        planned, expected);
}

void
plwu_report_add_changes (PlwuReport *report)
{
  const char *const heads[] = { _ ("Change"), _ ("Delivered"), NULL };
  PlwuYears *years;
  size_t n = 0;

  for (size_t row = 0; row < plw_plan_n_rows (report->plan, PLW_TABLE_CHANGES); row++)
    n += plw_plan_number (report->plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_ENABLED) != 0;
  if (n == 0)
    return;
  plwu_paper_add_heading (report->paper, 1, _ ("Changes and savings"));
  tell_changes (report);
  plwu_report_say (
      report, PLWU_PAPER_BODY, "%s",
      _ ("The table has what is new in each year, before delivery. Ongoing changes go on in every "
         "later year."));
  years = plwu_years_new (report, _ ("Changes as entered"), heads, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (change_kinds); i++)
    add_changes_of (report, years, i);
  plwu_years_finish (years);
}
