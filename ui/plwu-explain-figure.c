/* plwu-explain-figure.c: any figure of a result put into words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explain-figure.h"

#include "findings/plwu-labels.h"
#include "plwu-explain-private.h"
#include "plwu-explain.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

/* From so many parts on the largest come first, where their order says nothing. */
#define SORTED_FROM 10

/* More would not be read, or pasted. */
#define TREE_LONGEST 40000
#define TREE_DEEPEST 40

typedef struct
{
  PlwFigure figure;
  PlwOperation operation;
  int sign;
  PlwReason *reason;
} Part;

static void
clear_part (gpointer data)
{
  plw_reason_free (((Part *) data)->reason);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  double one = fabs (((const Part *) a)->reason->value);
  double other = fabs (((const Part *) b)->reason->value);

  return one > other ? -1 : one < other;
}

static gboolean
is_order_free (PlwOperation operation)
{
  return operation == PLW_OP_SUM || operation == PLW_OP_ROUND || operation == PLW_OP_POSITIVE
         || operation == PLW_OP_SHARED_OUT;
}

static char *
show_part (const Part *part)
{
  gboolean is_product = part->operation == PLW_OP_PRODUCT || part->operation == PLW_OP_ROUNDED_PRODUCT;

  return g_strconcat (part->sign > 0 ? "" : is_product ? "1 − " : "− ", part->reason->text, NULL);
}

static void
tell_parts (PlwuExplanation *text, const PlwResult *result, const PlwReason *reason)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (parts, clear_part);
  for (size_t i = 0; i < reason->n_parts; i++)
    {
      Part part = { reason->parts[i].figure, reason->operation, reason->parts[i].sign,
                    plw_explain (result, reason->parts[i].figure) };

      if (part.reason != NULL)
        g_array_append_val (parts, part);
    }
  if (parts->len == 0)
    return;

  gboolean is_sorted = parts->len >= SORTED_FROM && is_order_free (reason->operation);

  if (is_sorted)
    g_array_sort (parts, compare_parts);
  plwu_explanation_add_heading (text, is_sorted ? _ ("Follows from, largest first") : _ ("Follows from"));
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      plwu_explanation_add_link (text, part->figure, part->reason->title, show_part (part));
    }
}

static void
tell_origin (PlwuExplanation *text, PlwuDocument *document, const PlwReason *reason)
{
  PlwFigure figure = reason->figure;
  size_t n_settings;
  const PlwSetting *settings = plw_schema_settings (&n_settings);

  if (figure.kind == PLW_FIGURE_CELL)
    plwu_explain_tell_cell (text, document, (PlwTableId) figure.a, figure.b, figure.year, reason->origin);
  else if (figure.kind == PLW_FIGURE_SETTING)
    plwu_explain_tell_setting (text, document, settings[figure.a].key, reason->origin);
  else if (figure.kind == PLW_FIGURE_PARAMETER)
    plwu_explain_tell_shipped (text, reason->origin);
}

/* Formulas begin in lower case, as they stand after an equals sign too. */
static char *
make_sentence (const char *formula)
{
  g_autofree char *first = g_utf8_substring (formula, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (formula), ".", NULL);
}

static PlwuExplanation *
explain_reason (PlwuDocument *document, const PlwResult *result, const PlwReason *reason)
{
  PlwuExplanation *text =
      plwu_explanation_new (g_strdup (reason->title), plwu_explain_context (document),
                            *reason->text != '\0' ? g_strdup (reason->text) : g_strdup (_ ("empty")));

  plwu_explanation_set_id (text, reason->figure);
  plwu_explanation_add_text (text, make_sentence (reason->formula));
  tell_parts (text, result, reason);
  plwu_explanation_end_tree (text);
  if (reason->figure.kind == PLW_FIGURE_SHORTFALL)
    plwu_explain_tell_causes (text, result, reason->figure.a, reason->figure.year);
  tell_origin (text, document, reason);
  plwu_explain_tell_beside (text, document, result, reason);

  return text;
}

/* Without results what was entered can still be said. */
static PlwuExplanation *
explain_held (PlwuDocument *document, PlwFigure figure)
{
  const PlwPlan *plan = plwu_document_get_shown (document);
  PlwTableId table = (PlwTableId) figure.a;

  if (figure.kind != PLW_FIGURE_CELL || figure.a >= PLW_N_TABLES || figure.b >= plw_plan_n_rows (plan, table)
      || figure.year >= plw_plan_n_columns (plan, table))
    return NULL;

  g_autofree char *row = plwu_label_row (plan, table, figure.b);
  PlwuExplanation *text = plwu_explanation_new (
      g_strdup_printf ("%s: %s", plwu_label_column (plan, table, figure.year), row),
      plwu_explain_context (document),
      plwu_label_value (plan, table, figure.year, plw_plan_get (plan, table, figure.b, figure.year)));

  plwu_explanation_set_id (text, figure);
  plwu_explain_tell_cell (text, document, table, figure.b, figure.year, NULL);
  return text;
}

PlwuExplanation *
plwu_explain_figure (PlwuDocument *document, PlwFigure figure)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  const PlwResult *result = plwu_document_get_result (document, NULL);
  /* Rows of the plan may have moved since the result. */
  gboolean is_behind = figure.kind == PLW_FIGURE_CELL && plwu_document_is_stale (document);
  g_autoptr (PlwReason) reason = result != NULL && !is_behind ? plw_explain (result, figure) : NULL;

  return reason != NULL ? explain_reason (document, result, reason) : explain_held (document, figure);
}

char *
plwu_explain_tree (PlwuDocument *document, PlwFigure figure)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  const PlwResult *result = plwu_document_get_result (document, NULL);
  g_autofree char *tree = NULL;

  for (size_t depth = 1; result != NULL && depth <= TREE_DEEPEST; depth++)
    {
      g_autofree char *deeper = plw_explain_text (result, figure, depth);
      gboolean is_whole = g_strcmp0 (deeper, tree) == 0;

      if (is_whole || (tree != NULL && strlen (deeper) > TREE_LONGEST))
        break;
      g_free (tree);
      tree = g_steal_pointer (&deeper);
    }
  return tree != NULL ? g_steal_pointer (&tree) : g_strdup ("");
}
