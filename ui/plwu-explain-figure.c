/* plwu-explain-figure.c: any figure of a result put into words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explain-figure.h"

#include "plwu-explain.h"

#include <glib/gi18n.h>

/* More would not be read in a side panel. */
#define PARTS_MOST 40

static void
tell_origin (PlwuExplanation *text, const PlwOrigin *origin)
{
  plwu_explanation_add_text (
      text, *origin->key != '\0'
                ? g_strdup_printf (_ ("Entered in table %s, row %s, column %s."), origin->table, origin->key,
                                   origin->column)
                : g_strdup_printf (_ ("Entered in table %s, column %s."), origin->table, origin->column));
  if (*origin->source != '\0')
    plwu_explanation_add_pair (text, _ ("Source"), g_strdup (origin->source));
  if (*origin->standing != '\0')
    plwu_explanation_add_pair (text, _ ("Standing"), g_strdup (origin->standing));
  if (*origin->scenario != '\0')
    plwu_explanation_add_text (text, g_strdup_printf (_ ("Set by scenario “%s”. %s"), origin->scenario,
                                                      *origin->override_reason != '\0'
                                                          ? origin->override_reason
                                                          : _ ("No reason is given.")));
}

static void
tell_parts (PlwuExplanation *text, const PlwResult *result, const PlwReason *reason)
{
  if (reason->n_parts == 0)
    return;

  plwu_explanation_add_heading (text, _ ("Made of"));
  for (size_t i = 0; i < MIN (reason->n_parts, PARTS_MOST); i++)
    {
      g_autoptr (PlwReason) part = plw_explain (result, reason->parts[i].figure);

      if (part != NULL)
        plwu_explanation_add_pair (text, part->title, g_strdup (part->text));
    }
  if (reason->n_parts > PARTS_MOST)
    plwu_explanation_add_text (
        text, g_strdup_printf (_ ("… and %" G_GSIZE_FORMAT " more."), reason->n_parts - PARTS_MOST));
}

PlwuExplanation *
plwu_explain_figure (PlwuDocument *document, PlwFigure figure)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  const PlwResult *result = plwu_document_get_result (document, NULL);
  g_autoptr (PlwReason) reason = result != NULL ? plw_explain (result, figure) : NULL;
  PlwuExplanation *text;

  if (reason == NULL)
    return NULL;

  text = plwu_explanation_new (g_strdup (reason->title), plwu_explain_context (document),
                               g_strdup (reason->text));
  if (reason->formula != NULL && *reason->formula != '\0')
    plwu_explanation_add_text (text, g_strdup (reason->formula));
  tell_parts (text, result, reason);
  if (reason->origin != NULL)
    tell_origin (text, reason->origin);

  return text;
}
