/* plwu-knock-on-text.c: what shortfalls and savings cost elsewhere, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-knock-on-text.h"

#include "findings/plwu-labels.h"
#include "plwu-explain.h"

#include <glib/gi18n.h>

/* More lines than these are summed up in a sentence. */
#define BEARERS_MOST 3

static int64_t
sum_years (const PlwResult *result, const int64_t *years)
{
  int64_t sum = 0;

  for (size_t i = 0; i < plw_result_n_years (result); i++)
    sum += years[i];
  return sum;
}

PlwuKnockOnSums
plwu_knock_on_sum (const PlwResult *result, const PlwFalseEconomy *economy)
{
  PlwuKnockOnSums sums = { .gross = sum_years (result, economy->gross),
                           .net = sum_years (result, economy->net) };

  for (size_t i = 0; i < economy->n_knock_ons; i++)
    sums.cost += sum_years (result, economy->knock_ons[i].cost);
  return sums;
}

static int
compare_economies (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PlwResult *result = user_data;
  int64_t one = plwu_knock_on_sum (result, *(PlwFalseEconomy *const *) a).net;
  int64_t other = plwu_knock_on_sum (result, *(PlwFalseEconomy *const *) b).net;

  return (one > other) - (one < other);
}

GPtrArray *
plwu_knock_on_list (const PlwResult *result)
{
  GPtrArray *economies = plw_result_false_economies (result);

  g_ptr_array_sort_with_data (economies, compare_economies, (gpointer) result);
  return economies;
}

static gboolean
is_saving (const PlwFalseEconomy *economy)
{
  return economy->change != SIZE_MAX;
}

char *
plwu_knock_on_title (const PlwResult *result, const PlwFalseEconomy *economy)
{
  if (!is_saving (economy))
    return g_strdup_printf (_ ("Shortfall: %s"), plw_result_use (result, economy->use)->name);

  g_autofree char *change = plwu_label_row (plw_result_plan (result), PLW_TABLE_CHANGES, economy->change);

  return g_strdup_printf (_ ("Saving: %s"), change);
}

/* The line, and its partner where that is another than whose line is cut. */
static char *
name_bearer (const PlwResult *result, const PlwFalseEconomy *economy, size_t use)
{
  const PlwUse *bearer = plw_result_use (result, use);

  if (*bearer->partner == '\0'
      || g_str_equal (bearer->partner, plw_result_use (result, economy->use)->partner))
    return g_strdup (bearer->name);
  return g_strdup_printf ("%s (%s)", bearer->name,
                          plwu_label_ref (plw_result_plan (result), PLW_TABLE_PARTNERS, bearer->partner));
}

static char *
list_bearers (const PlwResult *result, const PlwFalseEconomy *economy)
{
  g_autoptr (GString) text = g_string_new (NULL);
  size_t n_told = economy->n_knock_ons > BEARERS_MOST ? BEARERS_MOST - 1 : economy->n_knock_ons;
  int64_t rest = 0;

  for (size_t i = 0; i < economy->n_knock_ons; i++)
    {
      const PlwKnockOn *knock_on = &economy->knock_ons[i];
      g_autofree char *name = name_bearer (result, economy, knock_on->use);
      g_autofree char *cost = plw_pence_show_short (sum_years (result, knock_on->cost));

      if (i >= n_told)
        rest += sum_years (result, knock_on->cost);
      else
        g_string_append_printf (text, "%s%s %s",
                                i == 0                          ? ""
                                : i + 1 == economy->n_knock_ons ? _ (" and ")
                                                                : ", ",
                                name, cost);
    }
  if (n_told < economy->n_knock_ons)
    {
      g_autofree char *cost = plw_pence_show_short (rest);
      guint n_others = (guint) (economy->n_knock_ons - n_told);

      g_string_append_printf (text, ngettext (" and %u other line %s", " and %u other lines %s", n_others),
                              n_others, cost);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
costs_in (const PlwFalseEconomy *economy, size_t year)
{
  for (size_t i = 0; i < economy->n_knock_ons; i++)
    if (economy->knock_ons[i].cost[year] != 0)
      return TRUE;
  return FALSE;
}

/* When it is paid: “in 2029/30”, “from 2029/30 to 2034/35”. */
static char *
tell_when (const PlwResult *result, const PlwFalseEconomy *economy)
{
  size_t first = 0;
  size_t last = plw_result_n_years (result) - 1;

  while (first < last && !costs_in (economy, first))
    first++;
  while (last > first && !costs_in (economy, last))
    last--;
  if (first == last)
    return g_strdup_printf (_ ("in %s"), plw_year_name (plw_result_year (result, first)));
  return g_strdup_printf (_ ("from %s to %s"), plw_year_name (plw_result_year (result, first)),
                          plw_year_name (plw_result_year (result, last)));
}

char *
plwu_knock_on_sentence (const PlwResult *result, const PlwFalseEconomy *economy)
{
  PlwuKnockOnSums sums = plwu_knock_on_sum (result, economy);
  const char *line = plw_result_use (result, economy->use)->name;
  g_autofree char *gross = plw_pence_show_short (sums.gross);
  g_autofree char *bearers = list_bearers (result, economy);
  g_autofree char *when = tell_when (result, economy);
  g_autofree char *left = plw_pence_show_short (ABS (sums.net));
  g_autofree char *ends = sums.net < 0 ? g_strdup_printf (_ ("That is %s more than it saves."), left)
                                       : g_strdup_printf (_ ("%s is still saved."), left);

  if (is_saving (economy))
    /* Translators: amount, line, lines with what each bears, when, what is left */
    return g_strdup_printf (_ ("Saving %s on %s would cost %s, %s, if it came to service not given. %s"),
                            gross, line, bearers, when, ends);
  return g_strdup_printf (_ ("Not spending %s on %s costs %s, %s. %s"), gross, line, bearers, when, ends);
}

char *
plwu_knock_on_finding (const PlwResult *result, const GPtrArray *economies)
{
  guint n_false = 0;

  for (guint i = 0; i < economies->len; i++)
    n_false += plwu_knock_on_sum (result, g_ptr_array_index (economies, i)).net < 0;

  if (n_false == 0)
    return g_strdup (_ ("No shortfall or saving costs more elsewhere than it saves within the plan"));
  return g_strdup_printf (ngettext ("%u of %u shortfall or saving costs more elsewhere than it saves",
                                    "%u of %u shortfalls and savings cost more elsewhere than they save",
                                    economies->len),
                          n_false, economies->len);
}

static PlwFigure
net_in (const PlwFalseEconomy *economy, size_t year)
{
  size_t forgone = is_saving (economy) ? PLW_FIGURE_SAVINGS + economy->change : economy->use;

  return (PlwFigure){ PLW_FIGURE_FORGONE, (uint32_t) forgone, PLW_FORGONE_NET, (uint32_t) year };
}

PlwuExplanation *
plwu_knock_on_explain (PlwuDocument *document, const PlwResult *result, const PlwFalseEconomy *economy)
{
  PlwuKnockOnSums sums = plwu_knock_on_sum (result, economy);
  PlwuExplanation *text = plwu_explanation_new (plwu_knock_on_title (result, economy),
                                                plwu_explain_context (document), plwu_label_pence (sums.net));

  plwu_explanation_add_text (text, plwu_knock_on_sentence (result, economy));
  plwu_explanation_add_heading (text, _ ("What is not spent, less what it costs elsewhere"));
  plwu_explanation_add_pair (text, _ ("Not spent"), plwu_label_pence (sums.gross));
  for (size_t i = 0; i < economy->n_knock_ons; i++)
    {
      g_autofree char *name = name_bearer (result, economy, economy->knock_ons[i].use);

      plwu_explanation_add_pair (text, name,
                                 plwu_label_pence (-sum_years (result, economy->knock_ons[i].cost)));
    }
  plwu_explanation_add_pair (text, _ ("Left"), plwu_label_pence (sums.net));
  plwu_explanation_add_heading (text, _ ("Left, by year"));
  for (size_t i = 0; i < plw_result_n_years (result); i++)
    plwu_explanation_add_link (text, net_in (economy, i), plw_year_name (plw_result_year (result, i)),
                               plwu_label_pence (economy->net[i]));
  if (is_saving (economy))
    plwu_explanation_add_text (
        text, g_strdup (_ ("A saving is planned, so the plan's needs count no knock-on cost for it.")));
  return text;
}

static void
add_line (GString *text, const char *title, const char *what, const PlwResult *result, const int64_t *years)
{
  g_string_append_printf (text, "%s\t%s", title, what);
  for (size_t i = 0; i < plw_result_n_years (result); i++)
    {
      g_autofree char *figure = plw_pence_to_plain_text (years[i]);

      g_string_append_printf (text, "\t%s", figure);
    }

  g_autofree char *sum = plw_pence_to_plain_text (sum_years (result, years));

  g_string_append_printf (text, "\t%s\n", sum);
}

char *
plwu_knock_on_to_text (const PlwResult *result, const GPtrArray *economies)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\t%s", _ ("Shortfall or saving"), _ ("Figure"));
  for (size_t i = 0; i < plw_result_n_years (result); i++)
    g_string_append_printf (text, "\t%s", plw_year_name (plw_result_year (result, i)));
  g_string_append_printf (text, "\t%s\n", _ ("All years"));

  for (guint i = 0; i < economies->len; i++)
    {
      const PlwFalseEconomy *economy = g_ptr_array_index (economies, i);
      g_autofree char *title = plwu_knock_on_title (result, economy);

      add_line (text, title, _ ("Not spent"), result, economy->gross);
      for (size_t j = 0; j < economy->n_knock_ons; j++)
        {
          g_autofree char *bearer = name_bearer (result, economy, economy->knock_ons[j].use);
          g_autofree char *what = g_strdup_printf (_ ("Cost to %s"), bearer);

          add_line (text, title, what, result, economy->knock_ons[j].cost);
        }
      add_line (text, title, _ ("Left"), result, economy->net);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
