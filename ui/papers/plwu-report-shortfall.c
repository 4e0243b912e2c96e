/* plwu-report-shortfall.c: where money falls short, which rules are in the way, and what one pot would
 * change. SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-report-private.h"

#include "findings/plwu-labels.h"
#include "findings/plwu-rules.h"
#include "findings/plwu-result-figures.h"
#include "findings/plwu-shortfall-figures.h"

#include <glib/gi18n.h>
#include <placewright/explain.h>
#include <placewright/fragmentation.h>
#include <string.h>

#define SHORT_MOST 40
#define SHORT_EXPLAINED_MOST 12
#define POTS_NAMED_MOST 3

/* Where */

static void
tell_short (PlwuReport *report, const GArray *list)
{
  g_autofree char *total = plw_pence_show_short (plwu_result_sum_years (report->result, PLW_SUM_SHORTFALL));
  const PlwuShortfall *worst = &g_array_index (list, PlwuShortfall, 0);
  g_autofree char *name = plwu_label_use (plw_result_use (report->result, worst->use));
  g_autofree char *amount = plw_pence_show_short (worst->pence);
  gint64 floors = 0;

  plwu_report_say (
      report, PLWU_PAPER_LEAD,
      ngettext ("%u of %u needs falls short in some year, by %s over the plan: %s by %s.",
                "%u of %u needs fall short in some year, by %s over the plan; most of all %s, by %s.",
                list->len),
      list->len, (guint) plw_result_n_uses (report->result), total, name, amount);
  for (size_t i = 0; i < plw_result_n_uses (report->result); i++)
    {
      const PlwUse *use = plw_result_use (report->result, i);

      for (size_t t = 0; t < report->n_years; t++)
        floors += MAX (use->floor[t] - use->funded[t], 0);
    }

  g_autofree char *unmet = plw_pence_show_short (floors);

  if (floors > 0)
    plwu_report_say (report, PLWU_PAPER_BODY, _ ("%s of it is what the law obliges the councils to provide."),
                     unmet);
  else
    plwu_report_say (report, PLWU_PAPER_BODY, "%s",
                     _ ("What the law obliges the councils to provide is paid for in every year."));
}

static void
add_short_table (PlwuReport *report, const GArray *list)
{
  const char *const heads[] = { _ ("Service or other use"), NULL };
  PlwuYears *years = plwu_years_new (report, _ ("Shortfall by service and year, worst first"), heads, TRUE);
  guint shown = list->len > SHORT_MOST + 1 ? SHORT_MOST : list->len;
  g_autofree gint64 *rest = g_new0 (gint64, report->n_years);

  for (guint i = 0; i < list->len; i++)
    {
      size_t use = g_array_index (list, PlwuShortfall, i).use;
      g_autofree gint64 *gaps = plwu_report_use_shortfall (report, use);
      g_autofree char *name = plwu_label_use (plw_result_use (report->result, use));

      for (size_t t = 0; t < report->n_years && i >= shown; t++)
        rest[t] += gaps[t];
      if (i < shown)
        plwu_years_row (years, name, 1, gaps);
    }
  if (shown < list->len)
    {
      g_autofree char *others =
          g_strdup_printf (ngettext ("%u other", "%u others", list->len - shown), list->len - shown);

      plwu_years_row (years, others, 1, rest);
    }
  plwu_years_total (years, _ ("Shortfall"), report->shortfall);
  plwu_years_finish (years);
}

void
plwu_report_add_shortfall (PlwuReport *report)
{
  g_autoptr (GArray) list = plwu_shortfall_list (report->result);

  plwu_paper_add_heading (report->paper, 1, _ ("Where money falls short"));
  if (list->len == 0)
    {
      plwu_paper_add_text (report->paper, PLWU_PAPER_LEAD, _ ("Every need of every year is met."));
      return;
    }
  tell_short (report, list);
  add_short_table (report, list);
  g_autofree char *name =
      plwu_label_use (plw_result_use (report->result, g_array_index (list, PlwuShortfall, 0).use));
  g_autofree char *title = g_strdup_printf (_ ("Largest shortfall: %s"), name);

  plwu_report_add_heatmap_picture (report, title);
}

/* Which rules */

#define BORROWING_LIMIT PLW_N_RULES

/* @behind: money left behind the rule in the last year in which a need goes short
 * @pots: numbers of the pots that it holds; @alone: of those that no other rule holds as well
 */
typedef struct
{
  gint64 behind;
  size_t n_uses;
  GHashTable *pots;
  GHashTable *alone;
  GHashTable *last;
} RuleCount;

static guint
find_rule (const char *name)
{
  for (guint rule = 0; rule < PLW_N_RULES; rule++)
    if (strcmp (plw_rule_name ((PlwRule) rule), name) == 0)
      return rule;
  return BORROWING_LIMIT;
}

static void
count_cause (RuleCount *count, const PlwCause *cause, gboolean is_last)
{
  gpointer pot = GSIZE_TO_POINTER (cause->pot);

  if (cause->pot == SIZE_MAX)
    return;
  g_hash_table_add (count->pots, pot);
  if (cause->is_only_rule)
    g_hash_table_add (count->alone, pot);
  if (is_last && g_hash_table_add (count->last, pot))
    count->behind += cause->left;
}

static void
count_rules (PlwuReport *report, const GArray *list, size_t last, RuleCount counts[PLW_N_RULES + 1])
{
  for (guint i = 0; i < list->len; i++)
    {
      size_t use = g_array_index (list, PlwuShortfall, i).use;
      gboolean is_met[PLW_N_RULES + 1] = { FALSE };

      for (size_t t = 0; t < report->n_years; t++)
        {
          g_autoptr (GArray) causes = plw_explain_causes (report->result, use, t);

          for (guint j = 0; j < causes->len; j++)
            {
              const PlwCause *cause = &g_array_index (causes, PlwCause, j);

              if (cause->is_exhausted)
                continue;
              is_met[find_rule (cause->rule)] = TRUE;
              count_cause (&counts[find_rule (cause->rule)], cause, t == last);
            }
        }
      for (guint rule = 0; rule <= PLW_N_RULES; rule++)
        counts[rule].n_uses += is_met[rule];
    }
}

static PlwuPaperTable *
create_rule_table (PlwuReport *report, size_t last)
{
  g_autofree char *caption =
      plwu_report_caption (report, _ ("Rules that keep money from a need that goes short"));
  g_autofree char *behind =
      g_strdup_printf (_ ("Money left behind it at the end of %s"), plwu_report_year (report, last));
  PlwuPaperTable *table = plwu_paper_table_new (caption);

  plwu_paper_table_column (table, _ ("Rule"), PLWU_COLUMN_TEXT, 2);
  plwu_paper_table_column (table, _ ("Needs it keeps money from"), PLWU_COLUMN_FIGURE, 0);
  plwu_paper_table_column (table, _ ("Pots it holds"), PLWU_COLUMN_FIGURE, 0);
  plwu_paper_table_column (table, _ ("Pots that it alone holds"), PLWU_COLUMN_FIGURE, 0);
  plwu_paper_table_column (table, behind, PLWU_COLUMN_FIGURE, 0);
  return table;
}

static void
add_rule_table (PlwuReport *report, const RuleCount *counts, size_t last)
{
  PlwuPaperTable *table = create_rule_table (report, last);

  for (guint rule = 0; rule <= PLW_N_RULES; rule++)
    {
      const size_t numbers[] = { counts[rule].n_uses, g_hash_table_size (counts[rule].pots),
                                 g_hash_table_size (counts[rule].alone) };
      g_autofree char *behind = plwu_report_money (report, counts[rule].behind);

      if (counts[rule].n_uses == 0)
        continue;
      plwu_paper_table_row (table, PLWU_ROW_BODY);
      plwu_paper_table_cell (table, rule < PLW_N_RULES ? plwu_rule_title ((PlwRule) rule)
                                                       : _ ("The plan's borrowing limit"));
      for (size_t i = 0; i < G_N_ELEMENTS (numbers); i++)
        {
          g_autofree char *text = g_strdup_printf ("%zu", numbers[i]);

          plwu_paper_table_cell (table, text);
        }
      plwu_paper_table_cell (table, behind);
    }
  plwu_paper_add_table (report->paper, table);
}

static char *
name_pots (PlwuReport *report, const GArray *pots)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (pots->len, POTS_NAMED_MOST); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            plw_result_pot (report->result, g_array_index (pots, PlwuRanked, i).index)->name);
  if (pots->len > POTS_NAMED_MOST)
    g_string_append_printf (text, ngettext (" and %u more", " and %u more", pots->len - POTS_NAMED_MOST),
                            pots->len - POTS_NAMED_MOST);
  if (pots->len == 0)
    g_string_append (text, "–");
  return g_string_free (text, FALSE);
}

/* In the worst year of one use: which pots ran dry, and which with most money left were barred. */
static void
add_use_causes (PlwuReport *report, PlwuPaperTable *table, const PlwuShortfall *item)
{
  g_autofree gint64 *gaps = plwu_report_use_shortfall (report, item->use);
  g_autoptr (GArray) dry = g_array_new (FALSE, FALSE, sizeof (PlwuRanked));
  g_autoptr (GArray) barred = g_array_new (FALSE, FALSE, sizeof (PlwuRanked));
  size_t worst = 0;

  for (size_t t = 0; t < report->n_years; t++)
    if (gaps[t] > gaps[worst])
      worst = t;

  g_autoptr (GArray) causes = plw_explain_causes (report->result, item->use, worst);

  for (guint i = 0; i < causes->len; i++)
    {
      const PlwCause *cause = &g_array_index (causes, PlwCause, i);
      PlwuRanked pot = { cause->pot, cause->left };

      if (cause->pot != SIZE_MAX)
        g_array_append_val (cause->is_exhausted ? dry : barred, pot);
    }
  plwu_report_rank (barred);

  g_autofree char *name = plwu_label_use (plw_result_use (report->result, item->use));
  g_autofree char *gap = plwu_report_money (report, gaps[worst]);
  g_autofree char *dry_names = name_pots (report, dry);
  g_autofree char *barred_names = name_pots (report, barred);

  plwu_paper_table_row (table, PLWU_ROW_BODY);
  plwu_paper_table_cell (table, name);
  plwu_paper_table_cell (table, plwu_report_year (report, worst));
  plwu_paper_table_cell (table, gap);
  plwu_paper_table_cell (table, dry_names);
  plwu_paper_table_cell (table, barred_names);
}

static void
add_causes (PlwuReport *report, const GArray *list)
{
  g_autofree char *caption =
      plwu_report_caption (report, _ ("The largest shortfalls in their worst year, and why"));
  PlwuPaperTable *table = plwu_paper_table_new (caption);

  plwu_paper_table_column (table, _ ("Service or other use"), PLWU_COLUMN_TEXT, 1.2);
  plwu_paper_table_column (table, _ ("Year"), PLWU_COLUMN_FIGURE, 0);
  plwu_paper_table_column (table, _ ("Shortfall"), PLWU_COLUMN_FIGURE, 0);
  plwu_paper_table_column (table, _ ("Pots that ran dry"), PLWU_COLUMN_TEXT, 1.4);
  plwu_paper_table_column (table, _ ("Pots with money left that may not pay"), PLWU_COLUMN_TEXT, 1.4);
  for (guint i = 0; i < MIN (list->len, SHORT_EXPLAINED_MOST); i++)
    add_use_causes (report, table, &g_array_index (list, PlwuShortfall, i));
  plwu_paper_add_table (report->paper, table);
}

static void
clear_count (RuleCount *count)
{
  g_hash_table_unref (count->pots);
  g_hash_table_unref (count->alone);
  g_hash_table_unref (count->last);
}

static size_t
find_last_short (const PlwuReport *report)
{
  size_t last = report->n_years - 1;

  while (last > 0 && plw_result_sum (report->result, PLW_SUM_SHORTFALL, last) == 0)
    last--;
  return last;
}

void
plwu_report_add_rules (PlwuReport *report)
{
  g_autoptr (GArray) list = plwu_shortfall_list (report->result);
  RuleCount counts[PLW_N_RULES + 1] = { 0 };
  size_t last = find_last_short (report);
  gboolean has_any = FALSE;

  if (list->len == 0)
    return;
  for (guint rule = 0; rule <= PLW_N_RULES; rule++)
    counts[rule] = (RuleCount){ .pots = g_hash_table_new (NULL, NULL),
                                .alone = g_hash_table_new (NULL, NULL),
                                .last = g_hash_table_new (NULL, NULL) };
  count_rules (report, list, last, counts);
  for (guint rule = 0; rule <= PLW_N_RULES; rule++)
    has_any = has_any || counts[rule].n_uses > 0;
  plwu_paper_add_heading (report->paper, 1, _ ("Which rules cause it"));
  plwu_paper_add_text (
      report->paper, PLWU_PAPER_LEAD,
      has_any ? _ ("While needs went short, some pots had money left that a rule kept from them.")
              : _ ("No rule is in the way: every pot that had money was spent."));
  if (has_any)
    plwu_paper_add_text (
        report->paper, PLWU_PAPER_BODY,
        _ ("For each need that goes short, the first rule that stops each pot is counted. A pot "
           "may be held from one need by one rule and from another by another, so the rows may "
           "not be added up."));
  add_rule_table (report, counts, last);
  add_causes (report, list);
  for (guint rule = 0; rule <= PLW_N_RULES; rule++)
    clear_count (&counts[rule]);
}

/* One pot or many */

static void
tell_one_pot (PlwuReport *report, const PlwResult *strict, const PlwResult *pooled)
{
  gint64 today = plwu_result_sum_years (strict, PLW_SUM_SHORTFALL);
  gint64 then = plwu_result_sum_years (pooled, PLW_SUM_SHORTFALL);
  g_autofree char *now = plw_pence_show_short (today);
  g_autofree char *pool = plw_pence_show_short (then);
  g_autofree char *difference = plw_pence_show_short (ABS (today - then));
  g_autofree char *stranded =
      plw_pence_show_short (plw_result_sum (strict, PLW_SUM_STRANDED, report->n_years - 1));

  plwu_report_say (report, PLWU_PAPER_LEAD,
                   today >= then ? _ ("One pot would meet %s more need.")
                                 : _ ("One pot would leave %s more unmet."),
                   difference);
  plwu_report_say (report, PLWU_PAPER_BODY,
                   _ ("Over the plan %s goes unmet under today's rules and %s as one pot. One pot is a "
                      "question about the rules: it is not lawful today."),
                   now, pool);
  plwu_report_say (report, PLWU_PAPER_BODY,
                   _ ("At the end of %s, under today's rules, %s is left in pots while needs go short."),
                   plwu_report_last_year (report), stranded);
}

void
plwu_report_add_one_pot (PlwuReport *report)
{
  static const char *const heads[] = { "", NULL };
  gboolean is_today = g_strcmp0 (plw_result_policy (report->result), "today") == 0;
  const PlwResult *strict = is_today ? report->result : report->other;
  const PlwResult *pooled = is_today ? report->other : report->result;
  PlwuYears *years;

  if (report->other == NULL
      || plwu_result_sum_years (strict, PLW_SUM_SHORTFALL) + plwu_result_sum_years (pooled, PLW_SUM_SHORTFALL)
             == 0
      || (!is_today && g_strcmp0 (plw_result_policy (report->other), "today") != 0))
    return;

  g_autofree gint64 *less = plwu_report_sums (strict, PLW_SUM_SHORTFALL);
  g_autofree gint64 *unmet = plwu_report_sums (pooled, PLW_SUM_SHORTFALL);
  g_autofree gint64 *stranded = plwu_report_sums (strict, PLW_SUM_STRANDED);

  /* The row of this report's policy keeps to the figures of the other pages. */
  for (size_t t = 0; t < report->n_years; t++)
    {
      less[t] = (is_today ? report->shortfall[t] * report->step : less[t]) - unmet[t];
      if (!is_today)
        {
          less[t] += unmet[t] - report->shortfall[t] * report->step;
          unmet[t] = report->shortfall[t] * report->step;
        }
    }
  plwu_paper_add_heading (report->paper, 1, _ ("One pot or many"));
  tell_one_pot (report, strict, pooled);
  years = plwu_years_new (report, _ ("Shortfall today and as one pot, by year"), heads, TRUE);
  plwu_years_row (years, _ ("Shortfall as one pot, not lawful today"), 1, unmet);
  plwu_years_row (years, _ ("What ring-fences cost"), 1, less);
  plwu_years_total (years, _ ("Shortfall today"), is_today ? report->shortfall : NULL);
  plwu_years_row (years, _ ("Stranded today: unspent while a need went short"), 0, stranded);
  plwu_years_finish (years);
  plwu_report_add_one_pot_picture (report, strict, pooled);
}
