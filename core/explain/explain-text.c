/* explain-text.c: an explanation as indented lines for people.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One figure a line: value, title, formula; its parts below it, further in. A
 * figure that was followed already is only named again: a chain of years would
 * otherwise double with every year.
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

typedef struct
{
  const PlwResult *result;
  size_t depth; /* SIZE_MAX: to the leaves */
  GString *text;
  GHashTable *followed; /* set of PlwFigure */
} Telling;

static guint
hash_figure (gconstpointer data)
{
  const PlwFigure *figure = data;

  return (guint) figure->kind * 31u + figure->a * 2654435761u + figure->b * 40503u + figure->year;
}

static gboolean
equal_figures (gconstpointer a, gconstpointer b)
{
  const PlwFigure *left = a;
  const PlwFigure *right = b;

  return left->kind == right->kind && left->a == right->a && left->b == right->b && left->year == right->year;
}

static void
tell_origin (GString *text, const PlwOrigin *origin)
{
  if (origin->entered[0] != '\0')
    g_string_append_printf (text, _ (": “%s” in %s, %s, %s"), origin->entered, origin->table, origin->key,
                            origin->column);
  else
    g_string_append_printf (text, _ (": %s, %s, %s"), origin->table, origin->key, origin->column);
  if (origin->source[0] != '\0')
    g_string_append_printf (text, _ ("; source: %s"), origin->source);
  if (origin->standing[0] != '\0')
    g_string_append_printf (text, " (%s)", origin->standing);
  if (origin->imported[0] != '\0')
    g_string_append_printf (text, _ ("; imported from %s"), origin->imported);
  if (origin->scenario[0] != '\0')
    g_string_append_printf (text, _ ("; set by scenario %s"), origin->scenario);
  if (origin->override_reason[0] != '\0')
    g_string_append_printf (text, ": %s", origin->override_reason);
}

/* What a sign means depends on the operation. */
static const char *
mark_of (PlwOperation operation, int sign)
{
  if (sign > 0)
    return "";
  return operation == PLW_OP_PRODUCT || operation == PLW_OP_ROUNDED_PRODUCT ? "1 − " : "− ";
}

static void
tell (Telling *telling, PlwFigure figure, const char *mark, size_t level)
{
  g_autoptr (PlwReason) reason = plw_explain (telling->result, figure);
  bool is_followed;

  g_assert (reason != NULL);
  g_string_append_printf (telling->text, "%*s%s%s  %s", (int) (2 * level), "", mark, reason->text,
                          reason->title);
  is_followed = g_hash_table_contains (telling->followed, &figure);
  if (is_followed && reason->n_parts > 0)
    {
      g_string_append (telling->text, _ (" (see above)\n"));
      return;
    }
  g_string_append_printf (telling->text, reason->origin != NULL ? " — %s" : " = %s", reason->formula);
  if (reason->origin != NULL)
    tell_origin (telling->text, reason->origin);
  g_string_append_c (telling->text, '\n');
  if (level >= telling->depth)
    return;
  if (!is_followed)
    g_hash_table_add (telling->followed, g_memdup2 (&figure, sizeof figure));
  for (size_t i = 0; i < reason->n_parts; i++)
    tell (telling, reason->parts[i].figure, mark_of (reason->operation, reason->parts[i].sign), level + 1);
}

char *
plw_explain_text (const PlwResult *result, PlwFigure figure, size_t depth)
{
  g_return_val_if_fail (result != NULL, NULL);

  const PlwFigureForm *form = plw_figure_form (figure.kind);
  Telling telling = { result, depth > 0 ? depth : SIZE_MAX, g_string_new (NULL),
                      g_hash_table_new_full (hash_figure, equal_figures, g_free, NULL) };

  if (form != NULL && form->is_there (result, figure))
    tell (&telling, figure, "", 0);
  g_hash_table_unref (telling.followed);
  return g_string_free (telling.text, FALSE);
}
