/* plwu-one-pot-tables.c: the freedoms ladder and who gains, as sheets.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-one-pot-tables.h"

#include "findings/plwu-labels.h"
#include "findings/plwu-rules.h"
#include "pictures/plwu-amount.h"
#include "models/plwu-answer-model.h"
#include "pictures/plwu-round-table.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>
#include <placewright/year.h>

#define BAR_CHARS 12
#define FENCES_MOST 8

static gint64
sum_shortfall (const PlwResult *result)
{
  gint64 sum = 0;

  for (size_t i = 0; i < plw_result_n_years (result); i++)
    sum += plw_result_sum (result, PLW_SUM_SHORTFALL, i);
  return sum;
}

/* A bar of eighths of a character, as text, so that it is copied and printed too. */
static char *
make_bar (double share)
{
  static const char *const eighths[] = { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };
  int n = (int) lround (CLAMP (share, 0, 1) * BAR_CHARS * 8);
  GString *bar = g_string_new (NULL);

  for (int i = 0; i < n / 8; i++)
    g_string_append (bar, "█");
  g_string_append (bar, eighths[n % 8]);
  return g_string_free (bar, FALSE);
}

static void
add_rung (PlwuAnswerModel *model,
          const PlwuRulesFindings *findings,
          PlwUnit unit,
          size_t index,
          gint64 shortfall,
          gint64 most)
{
  const PlwRung *rung = plw_fragmentation_rung (findings->fragmentation, index);
  const PlwPotYears *pot = plw_result_pot (findings->today, rung->pot);
  const PlwPlan *plan = plw_result_plan (findings->today);
  char **texts = g_new0 (char *, 8);
  double share = shortfall > 0 ? (double) rung->removed / (double) shortfall : 0;
  g_autofree char *removed = plw_pence_show_short (rung->removed);
  g_autofree char *number = plwu_amount_show_number (100 * share, 1);

  texts[0] = g_strdup_printf ("%" G_GSIZE_FORMAT, index + 1);
  texts[1] = g_strdup (pot->name);
  texts[2] = plw_pence_show (rung->removed, unit);
  texts[3] = make_bar (most > 0 ? (double) rung->removed / (double) most : 0);
  texts[4] = g_strconcat (number, "%", NULL);
  texts[5] = plwu_rule_describe_freedom (plan, pot->row, rung->rule);
  texts[6] = g_strdup (plwu_rule_title (rung->rule));

  /* Translators: rank, pot, freedom, amount, share of the shortfall */
  char *spoken = g_strdup_printf (_ ("%s, %s: %s; takes %s off the shortfall, %s of it"), texts[0], texts[1],
                                  texts[5], removed, texts[4]);

  plwu_answer_model_add_row (model, texts, spoken);
}

PlwuSheetModel *
plwu_one_pot_create_ladder (const PlwuRulesFindings *findings, PlwUnit unit)
{
  g_autofree char *removed = g_strdup_printf (_ ("Off the shortfall, %s"), plw_unit_suffix (unit));
  const PlwuAnswerColumn columns[] = {
    { _ ("Rank"), 6, TRUE },
    { _ ("Pot"), 32, FALSE },
    { removed, 20, TRUE },
    { _ ("Against the top rung"), BAR_CHARS + 6, FALSE },
    { _ ("Of all years' gap"), 14, TRUE },
    { _ ("If one rule were lifted"), 44, FALSE },
    { _ ("Rule"), 28, FALSE },
  };
  PlwuAnswerModel *model = plwu_answer_model_new (G_N_ELEMENTS (columns), columns, 2);
  size_t n_rungs = plw_fragmentation_n_rungs (findings->fragmentation);
  gint64 shortfall = sum_shortfall (findings->today);

  for (size_t i = 0; i < n_rungs; i++)
    add_rung (model, findings, unit, i, shortfall,
              plw_fragmentation_rung (findings->fragmentation, 0)->removed);
  return PLWU_SHEET_MODEL (model);
}

/* Who gains */

typedef struct
{
  const char *code; /* of the plan */
  gint64 total;
  gint64 *years;
} Partner;

static void
clear_partner (gpointer data)
{
  g_free (((Partner *) data)->years);
}

static Partner *
find_partner (GArray *partners, const char *code, size_t n_years)
{
  for (guint i = 0; i < partners->len; i++)
    if (strcmp (g_array_index (partners, Partner, i).code, code) == 0)
      return &g_array_index (partners, Partner, i);

  Partner partner = { code, 0, g_new0 (gint64, n_years) };

  g_array_append_val (partners, partner);
  return &g_array_index (partners, Partner, partners->len - 1);
}

static int
compare_partners (gconstpointer a, gconstpointer b)
{
  const Partner *one = a;
  const Partner *other = b;

  if (one->total != other->total)
    return one->total > other->total ? -1 : 1;
  return strcmp (one->code, other->code);
}

/* Uses without a partner are worth a row only where they gain or lose. */
static void
drop_nobody (GArray *partners, size_t n_years)
{
  for (guint i = 0; i < partners->len && partners->len > 1; i++)
    {
      const Partner *partner = &g_array_index (partners, Partner, i);
      gboolean is_touched = *partner->code != '\0';

      for (size_t year = 0; year < n_years; year++)
        is_touched = is_touched || partner->years[year] != 0;
      if (!is_touched)
        g_array_remove_index (partners, i);
    }
}

static GArray *
list_partners (const PlwuRulesFindings *findings)
{
  GArray *partners = g_array_new (FALSE, FALSE, sizeof (Partner));
  size_t n_years = plw_result_n_years (findings->today);

  g_array_set_clear_func (partners, clear_partner);
  for (size_t use = 0; use < plw_result_n_uses (findings->today); use++)
    {
      Partner *partner = find_partner (partners, plw_result_use (findings->today, use)->partner, n_years);

      for (size_t year = 0; year < n_years; year++)
        {
          gint64 cost = plw_fragmentation_cost (findings->fragmentation, use, year);

          partner->years[year] += cost;
          partner->total += cost;
        }
    }
  drop_nobody (partners, n_years);
  g_array_sort (partners, compare_partners);
  return partners;
}

static GStrv
make_partner_row (const char *name, const gint64 *steps, size_t n_years, PlwUnit unit)
{
  char **texts = g_new0 (char *, n_years + 3);
  gint64 total = 0;

  texts[0] = g_strdup (name);
  for (size_t i = 0; i < n_years; i++)
    {
      texts[1 + i] = plw_steps_to_text (steps[i], unit);
      total += steps[i];
    }
  texts[1 + n_years] = plw_steps_to_text (total, unit);
  return texts;
}

static PlwuAnswerModel *
create_partner_model (const PlwResult *result, PlwUnit unit)
{
  guint n_years = (guint) plw_result_n_years (result);
  g_autofree PlwuAnswerColumn *columns = g_new0 (PlwuAnswerColumn, n_years + 2);
  g_autofree char *title = g_strdup_printf (_ ("Partner, %s"), plw_unit_suffix (unit));

  columns[0] = (PlwuAnswerColumn){ title, 34, FALSE };
  for (guint i = 0; i < n_years; i++)
    columns[1 + i] = (PlwuAnswerColumn){ plw_year_name (plw_result_year (result, i)), 12, TRUE };
  columns[1 + n_years] = (PlwuAnswerColumn){ _ ("All years"), 14, TRUE };
  return plwu_answer_model_new (n_years + 2, columns, 1);
}

PlwuSheetModel *
plwu_one_pot_create_partners (const PlwuRulesFindings *findings, PlwUnit unit)
{
  const PlwResult *result = findings->today;
  PlwuAnswerModel *model = create_partner_model (result, unit);
  g_autoptr (GArray) partners = list_partners (findings);
  guint n_years = (guint) plw_result_n_years (result);
  g_autofree gint64 *pence = g_new (gint64, (gsize) partners->len * n_years + 1);
  g_autofree gint64 *steps = g_new (gint64, (gsize) partners->len * n_years + 1);
  g_autofree gint64 *totals = g_new0 (gint64, n_years);

  for (guint i = 0; i < partners->len; i++)
    memcpy (&pence[i * n_years], g_array_index (partners, Partner, i).years, n_years * sizeof *pence);
  plwu_round_table (pence, partners->len, n_years, plw_unit_pence (unit), steps);

  for (guint i = 0; i < partners->len; i++)
    {
      const char *code = g_array_index (partners, Partner, i).code;
      const char *name = *code != '\0' ? plwu_label_ref (plw_result_plan (result), PLW_TABLE_PARTNERS, code)
                                       : _ ("Without a partner");

      for (guint year = 0; year < n_years; year++)
        totals[year] += steps[i * n_years + year];
      plwu_answer_model_add_row (model, make_partner_row (name, &steps[i * n_years], n_years, unit), NULL);
    }
  plwu_answer_model_set_total (model, make_partner_row (_ ("All"), totals, n_years, unit));
  return PLWU_SHEET_MODEL (model);
}

/* A rung in words */

static void
tell_pot (PlwuExplanation *text, const PlwPlan *plan, const PlwPotYears *pot, const PlwResult *result)
{
  g_autofree char *fences = plwu_rule_list_fences (plan, pot->code, FENCES_MOST);

  plwu_explanation_add_heading (text, _ ("The pot today"));
  plwu_explanation_add_text (
      text, g_strdup (pot->kind == PLW_POT_CAPITAL ? _ ("A capital pot.") : _ ("A revenue pot.")));
  plwu_explanation_add_text (text, fences != NULL ? g_strdup_printf (_ ("Ring-fenced for %s."), fences)
                                                  : g_strdup (_ ("It has no ring-fence.")));
  plwu_explanation_add_heading (text, _ ("Unspent at the year's end while needs went unmet"));
  for (size_t i = 0; i < plw_result_n_years (result); i++)
    plwu_explanation_add_pair (text, plw_year_name (plw_result_year (result, i)),
                               plwu_label_pence (pot->stranded[i]));
}

PlwuExplanation *
plwu_one_pot_explain_rung (const PlwuRulesFindings *findings, const char *scenario_name, size_t index)
{
  if (index >= plw_fragmentation_n_rungs (findings->fragmentation))
    return NULL;

  const PlwRung *rung = plw_fragmentation_rung (findings->fragmentation, index);
  const PlwPotYears *pot = plw_result_pot (findings->today, rung->pot);
  const PlwPlan *plan = plw_result_plan (findings->today);
  g_autofree char *removed = plwu_label_pence (rung->removed);
  PlwuExplanation *text = plwu_explanation_new (g_strdup (pot->name),
                                                g_strdup_printf (_ ("%s · not lawful today"), scenario_name),
                                                g_strdup_printf (_ ("%s off the shortfall"), removed));

  plwu_explanation_add_text (text, plwu_rule_describe_freedom (plan, pot->row, rung->rule));
  plwu_explanation_add_text (
      text, g_strdup (_ ("This one rule is lifted from this one pot; all else is as today. Rungs reach for "
                         "the same shortfall, so they do not add up.")));
  plwu_explanation_add_link (text, (PlwFigure){ PLW_FIGURE_FREED, PLW_FIGURE_PLAN, 0, PLW_FIGURE_ALL_YEARS },
                             _ ("Shortfall today, all years"),
                             plwu_label_pence (sum_shortfall (findings->today)));
  plwu_explanation_add_link (
      text,
      (PlwFigure){ PLW_FIGURE_LIFTED, (uint32_t) rung->pot, (uint32_t) rung->rule, PLW_FIGURE_ALL_YEARS },
      _ ("With the rule lifted"), plwu_label_pence (sum_shortfall (findings->today) - rung->removed));
  tell_pot (text, plan, pot, findings->today);
  return text;
}
