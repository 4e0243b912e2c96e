/* plwu-frameworks-view.c: the plan's outcomes by national framework.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-frameworks-view.h"

#include "plwu-answers.h"

#include <string.h>

#include <glib/gi18n.h>

/* Subjects of the missions of Levelling Up the United Kingdom, February 2022 (CP 604), in its order; the
 * statement of 25 January 2024 under section 1 of the Levelling-up and Regeneration Act 2023 reaffirmed
 * all 12.
 * @tags: what plans call it, separated by spaces.
 */
static const struct
{
  const char *tags;
  const char *name;
} missions[] = {
  { " living-standards employment pay ", N_ ("1 Living standards: pay, employment and productivity") },
  { " research-and-development research ", N_ ("2 Research and development") },
  { " transport ", N_ ("3 Transport") },
  { " digital digital-connectivity ", N_ ("4 Digital connectivity") },
  { " education ", N_ ("5 Education") },
  { " skills ", N_ ("6 Skills") },
  { " health ", N_ ("7 Health") },
  { " well-being wellbeing ", N_ ("8 Well-being") },
  { " pride-in-place ", N_ ("9 Pride in place") },
  { " housing ", N_ ("10 Housing") },
  { " crime ", N_ ("11 Crime") },
  { " local-leadership ", N_ ("12 Local leadership") },
};

#define MISSIONS "Levelling-up missions"

static const char *
get_text (const PlwPlan *plan, size_t row, size_t column)
{
  return plw_plan_text (plan, PLW_TABLE_OUTCOMES, row, column);
}

static gboolean
is_of_missions (const PlwPlan *plan, size_t row)
{
  return g_ascii_strcasecmp (get_text (plan, row, PLW_OUTCOMES_FRAMEWORK), MISSIONS) == 0;
}

static gboolean
has_tag (guint mission, const char *tag)
{
  g_autofree char *lower = g_ascii_strdown (tag, -1);
  g_autofree char *word = g_strdup_printf (" %s ", lower);

  return *tag != '\0' && strstr (missions[mission].tags, word) != NULL;
}

static void
add_name (GString *names, const PlwPlan *plan, size_t row)
{
  g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "",
                          plw_plan_name (plan, PLW_TABLE_OUTCOMES, row));
}

static void
add_row (PlwuAnswerModel *model, const char *framework, const char *part, const char *outcomes)
{
  const char *texts[] = { framework, part, outcomes, NULL };

  plwu_answer_model_add_row (model, g_strdupv ((char **) texts), NULL);
}

/* @is_known: (array): set for each outcome that speaks to a mission. Returns: how many missions have one */
static guint
add_missions (PlwuAnswerModel *model, const PlwPlan *plan, gboolean *is_known)
{
  guint n_served = 0;

  for (guint i = 0; i < G_N_ELEMENTS (missions); i++)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_OUTCOMES); row++)
        if (is_of_missions (plan, row) && has_tag (i, get_text (plan, row, PLW_OUTCOMES_TAG)))
          {
            add_name (names, plan, row);
            is_known[row] = TRUE;
          }
      n_served += names->len > 0;
      add_row (model, _ (MISSIONS), _ (missions[i].name),
               names->len > 0 ? names->str : _ ("none in this plan"));
    }
  return n_served;
}

/* Outcomes of other frameworks, those with the same framework and tag together. */
static void
add_others (PlwuAnswerModel *model, const PlwPlan *plan, gboolean *is_known)
{
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_OUTCOMES);

  for (size_t i = 0; i < n_rows; i++)
    {
      g_autoptr (GString) names = g_string_new (NULL);
      const char *framework = get_text (plan, i, PLW_OUTCOMES_FRAMEWORK);
      const char *tag = get_text (plan, i, PLW_OUTCOMES_TAG);

      for (size_t j = i; !is_known[i] && j < n_rows; j++)
        if (strcmp (get_text (plan, j, PLW_OUTCOMES_FRAMEWORK), framework) == 0
            && strcmp (get_text (plan, j, PLW_OUTCOMES_TAG), tag) == 0)
          {
            add_name (names, plan, j);
            is_known[j] = j > i;
          }
      if (names->len > 0)
        add_row (model, *framework != '\0' ? framework : _ ("No framework"), tag, names->str);
    }
}

static void
show (PlwuAnswers *answers)
{
  PlwuDocument *document = g_object_get_data (G_OBJECT (answers), "document");
  const PlwuAnswerColumn columns[] = {
    { _ ("Framework"), 26, FALSE },
    { _ ("Mission, or the plan's tag"), 48, FALSE },
    { _ ("Outcomes of this plan"), 80, FALSE },
  };
  const PlwPlan *plan = plwu_document_get_shown (document);
  PlwuAnswerModel *model = plwu_answer_model_new (G_N_ELEMENTS (columns), columns, 1);
  g_autofree gboolean *is_known = g_new0 (gboolean, plw_plan_n_rows (plan, PLW_TABLE_OUTCOMES) + 1);
  guint n_served = add_missions (model, plan, is_known);

  add_others (model, plan, is_known);
  plwu_answers_set (
      answers,
      g_strdup_printf (
          _ ("The plan has outcomes for %u of the 12 levelling-up missions of 2022. Of the Local "
             "Outcomes Framework of 2026 the program ships no list of measures: its tags are "
             "those of the outcomes table."),
          n_served),
      model, g_array_new (FALSE, FALSE, sizeof (PlwFigure)));
}

GtkWidget *
plwu_frameworks_view_new (PlwuDocument *document)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  GtkWidget *answers = plwu_answers_new (_ ("Outcomes by framework"), G_MAXUINT);

  g_object_set_data_full (G_OBJECT (answers), "document", g_object_ref (document), g_object_unref);
  g_signal_connect (answers, "map", G_CALLBACK (show), NULL);
  g_signal_connect_object (document, "plan-changed", G_CALLBACK (show), answers, G_CONNECT_SWAPPED);
  return answers;
}
