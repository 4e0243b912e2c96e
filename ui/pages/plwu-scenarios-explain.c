/* plwu-scenarios-explain.c: a figure side by side in several scenarios, put into words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * That of the scenario and policy shown in the window is a link: it can be followed down to
 * what was entered.
 */
#include "plwu-scenarios-private.h"

#include "findings/plwu-bridge-figures.h"
#include "findings/plwu-labels.h"
#include "plwu-explain.h"

#include <string.h>

#include <glib/gi18n.h>
#include <placewright/year.h>

/* What is explained: a sum of the plan, or the need or shortfall of a use.
 * @uses: (array): its number in each result; SIZE_MAX where it has none; NULL: the plan
 */
typedef struct
{
  PlwuScenariosPage *page;
  PlwFigureKind kind;
  PlwSum sum;
  size_t *uses;
  size_t year;
} Subject;

static const PlwResult *
get_result (const Subject *subject, guint i)
{
  return g_ptr_array_index (subject->page->results, i);
}

static const char *
get_name (const Subject *subject, guint i)
{
  return g_ptr_array_index (subject->page->names, i);
}

static gboolean
find_figure (const Subject *subject, guint i, PlwFigure *ret_figure)
{
  size_t a = subject->uses != NULL ? subject->uses[i] : subject->sum;

  *ret_figure = (PlwFigure){ subject->kind, (uint32_t) a, 0, (uint32_t) subject->year };
  return a != SIZE_MAX;
}

static gint64
get_pence (const Subject *subject, guint i)
{
  const PlwResult *result = get_result (subject, i);

  if (subject->uses == NULL)
    return plw_result_sum (result, subject->sum, subject->year);
  if (subject->uses[i] == SIZE_MAX)
    return 0;
  return subject->kind == PLW_FIGURE_SHORTFALL
             ? plw_result_shortfall (result, subject->uses[i], subject->year)
             : plw_result_use (result, subject->uses[i])->need[subject->year];
}

static gboolean
is_shown (const Subject *subject, guint i)
{
  const PlwResult *result = get_result (subject, i);
  const PlwResult *shown =
      plwu_document_get_result (plwu_page_get_document (PLWU_PAGE (subject->page)), NULL);

  return shown != NULL && strcmp (plw_result_scenario (shown), plw_result_scenario (result)) == 0
         && strcmp (plw_result_policy (shown), plw_result_policy (result)) == 0;
}

static void
tell_figures (PlwuExplanation *text, const Subject *subject)
{
  gboolean has_link = FALSE;

  plwu_explanation_add_heading (text, _ ("Side by side"));
  for (guint i = 0; i < subject->page->results->len; i++)
    {
      char *money = plwu_label_pence (get_pence (subject, i));
      PlwFigure figure;

      if (find_figure (subject, i, &figure) && is_shown (subject, i))
        {
          plwu_explanation_add_link (text, figure, get_name (subject, i), money);
          has_link = TRUE;
        }
      else
        plwu_explanation_add_pair (text, get_name (subject, i), money);
    }
  if (!has_link || subject->page->results->len > 1)
    plwu_explanation_add_text (text, g_strdup (_ ("Choose a scenario at the top of the window to follow its "
                                                  "figure down to what was entered.")));
}

/* Why the need of another is not the first's. */
static void
tell_difference (PlwuExplanation *text, const Subject *subject, guint i)
{
  const PlwResult *first = get_result (subject, 0);
  const PlwResult *other = get_result (subject, i);
  size_t use = subject->uses != NULL ? subject->uses[0] : SIZE_MAX;
  g_autofree char *heading = g_strdup_printf (_ ("Why the need of “%s” differs"), get_name (subject, i));

  if (subject->uses != NULL && (use == SIZE_MAX || subject->uses[i] == SIZE_MAX))
    return;
  plwu_explanation_add_heading (text, heading);
  for (int part = PLW_BRIDGE_OPENING; part <= PLW_BRIDGE_CLOSING; part++)
    {
      gint64 pence = plw_results_bridge (first, other, use, (PlwBridgePart) part, subject->year);

      if (pence != 0 || part == PLW_BRIDGE_OPENING || part == PLW_BRIDGE_CLOSING)
        plwu_explanation_add_pair (text,
                                   part == PLW_BRIDGE_OPENING ? get_name (subject, 0)
                                   : part == PLW_BRIDGE_CLOSING
                                       ? get_name (subject, i)
                                       : plwu_bridge_name_part ((PlwBridgePart) part),
                                   plwu_label_pence (pence));
    }
}

static PlwuExplanation *
explain (const Subject *subject, const char *what)
{
  PlwuDocument *document = plwu_page_get_document (PLWU_PAGE (subject->page));
  const char *year = plw_year_name (plw_result_year (get_result (subject, 0), subject->year));
  gboolean is_need =
      subject->kind == PLW_FIGURE_NEED || (subject->kind == PLW_FIGURE_SUM && subject->sum == PLW_SUM_NEED);
  PlwuExplanation *text =
      plwu_explanation_new (g_strdup_printf ("%s, %s", what, year), plwu_explain_context (document),
                            plwu_label_pence (get_pence (subject, 0)));

  tell_figures (text, subject);
  for (guint i = 1; is_need && i < subject->page->results->len; i++)
    tell_difference (text, subject, i);
  return text;
}

/* The cell's text; NULL where the sheet has none under the cursor. */
static char *
get_text (PlwuSheet *sheet, guint row, guint column)
{
  PlwuSheetModel *model = plwu_sheet_get_model (sheet);
  g_auto (PlwuSheetCell) cell = { 0 };

  plwu_sheet_model_cell (model, row, column, &cell);
  return g_steal_pointer (&cell.text);
}

static PlwuExplanation *
explain_year (PlwuScenariosPage *self)
{
  Subject subject = { .page = self, .kind = PLW_FIGURE_SUM };
  guint row;
  guint column;

  if (!plwu_sheet_get_cursor (self->by_year, &row, &column) || column < 2)
    return NULL;

  g_autofree char *measure = get_text (self->by_year, row, 0);

  subject.year = column - 2;
  if (measure == NULL || !plwu_compare_find_sum (measure, &subject.sum)
      || subject.year >= plw_result_n_years (get_result (&subject, 0)))
    return NULL;
  return explain (&subject, measure);
}

/* The use whose name stands in the row, in every result. */
static size_t *
find_uses (PlwuScenariosPage *self, const char *name)
{
  g_autofree size_t *uses = g_new (size_t, self->results->len);
  gboolean is_any = FALSE;

  for (guint i = 0; i < self->results->len; i++)
    {
      const PlwResult *result = g_ptr_array_index (self->results, i);

      uses[i] = SIZE_MAX;
      for (size_t u = 0; u < plw_result_n_uses (result) && uses[i] == SIZE_MAX; u++)
        {
          g_autofree char *label = plwu_label_use (plw_result_use (result, u));

          if (strcmp (label, name) == 0)
            uses[i] = u;
        }
      is_any = is_any || uses[i] != SIZE_MAX;
    }
  return is_any ? g_steal_pointer (&uses) : NULL;
}

static PlwuExplanation *
explain_line (PlwuScenariosPage *self)
{
  guint n_needs = 2 * self->results->len - 1;
  Subject subject = { .page = self, .year = plwu_scenarios_get_year (self) };
  guint row;
  guint column;

  if (!plwu_sheet_get_cursor (self->by_line, &row, &column) || subject.year == SIZE_MAX)
    return NULL;

  g_autofree char *name = get_text (self->by_line, row, 0);
  g_autofree size_t *uses = name != NULL ? find_uses (self, name) : NULL;
  gboolean is_shortfall = column > n_needs;
  g_autofree char *what = NULL;

  subject.uses = uses;
  subject.kind = uses == NULL ? PLW_FIGURE_SUM : is_shortfall ? PLW_FIGURE_SHORTFALL : PLW_FIGURE_NEED;
  subject.sum = is_shortfall ? PLW_SUM_SHORTFALL : PLW_SUM_NEED;
  what = g_strdup_printf (is_shortfall ? _ ("Shortfall: %s") : _ ("Need: %s"), name);
  return explain (&subject, what);
}

static PlwuExplanation *
explain_bridge (PlwuScenariosPage *self)
{
  Subject subject = {
    .page = self, .kind = PLW_FIGURE_SUM, .sum = PLW_SUM_NEED, .year = plwu_scenarios_get_year (self)
  };

  return subject.year != SIZE_MAX ? explain (&subject, _ ("Need")) : NULL;
}

PlwuExplanation *
plwu_scenarios_explain (PlwuScenariosPage *self)
{
  const char *tab = gtk_stack_get_visible_child_name (self->stack);

  if (self->results == NULL || self->results->len == 0 || tab == NULL)
    return NULL;
  if (strcmp (tab, "years") == 0)
    return explain_year (self);
  if (strcmp (tab, "lines") == 0)
    return explain_line (self);
  return strcmp (tab, "bridge") == 0 ? explain_bridge (self) : NULL;
}
