/* plwu-explanation.c: a figure in words: what it is made of and where that comes from.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explanation.h"

G_DEFINE_BOXED_TYPE (PlwuExplanation, plwu_explanation, plwu_explanation_copy, plwu_explanation_free)

static void
free_item (gpointer data)
{
  PlwuExplanationItem *item = data;

  g_free (item->text);
  g_free (item->figure);
  g_free (item);
}

static PlwuExplanationItem *
add_item (PlwuExplanation *self, PlwuExplanationKind kind, char *text, char *figure)
{
  PlwuExplanationItem *item = g_new0 (PlwuExplanationItem, 1);

  item->kind = kind;
  item->text = text;
  item->figure = figure;
  g_ptr_array_add (self->items, item);

  return item;
}

PlwuExplanation *
plwu_explanation_new (char *title, char *context, char *figure)
{
  PlwuExplanation *self = g_new0 (PlwuExplanation, 1);

  self->title = title;
  self->context = context;
  self->figure = figure;
  self->items = g_ptr_array_new_with_free_func (free_item);

  return self;
}

PlwuExplanation *
plwu_explanation_copy (const PlwuExplanation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  PlwuExplanation *copy =
      plwu_explanation_new (g_strdup (self->title), g_strdup (self->context), g_strdup (self->figure));

  copy->has_id = self->has_id;
  copy->id = self->id;
  for (guint i = 0; i < self->items->len; i++)
    {
      const PlwuExplanationItem *item = g_ptr_array_index (self->items, i);
      PlwuExplanationItem *same = add_item (copy, item->kind, g_strdup (item->text), g_strdup (item->figure));

      same->link = item->link;
      same->is_of_tree = item->is_of_tree;
    }
  return copy;
}

void
plwu_explanation_free (PlwuExplanation *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->context);
  g_free (self->figure);
  g_ptr_array_unref (self->items);
  g_free (self);
}

void
plwu_explanation_add_heading (PlwuExplanation *self, const char *text)
{
  g_return_if_fail (self != NULL);

  add_item (self, PLWU_EXPLANATION_HEADING, g_strdup (text), NULL);
}

void
plwu_explanation_add_text (PlwuExplanation *self, char *text)
{
  g_return_if_fail (self != NULL);

  add_item (self, PLWU_EXPLANATION_TEXT, text, NULL);
}

void
plwu_explanation_add_pair (PlwuExplanation *self, const char *label, char *figure)
{
  g_return_if_fail (self != NULL);

  add_item (self, PLWU_EXPLANATION_PAIR, g_strdup (label), figure);
}

void
plwu_explanation_add_link (PlwuExplanation *self, PlwFigure link, const char *label, char *figure)
{
  g_return_if_fail (self != NULL);

  add_item (self, PLWU_EXPLANATION_LINK, g_strdup (label), figure)->link = link;
}

void
plwu_explanation_add_place (PlwuExplanation *self, PlwFigure cell, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (cell.kind == PLW_FIGURE_CELL);

  add_item (self, PLWU_EXPLANATION_PLACE, g_strdup (text), NULL)->link = cell;
}

void
plwu_explanation_end_tree (PlwuExplanation *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->items->len; i++)
    ((PlwuExplanationItem *) g_ptr_array_index (self->items, i))->is_of_tree = TRUE;
}

void
plwu_explanation_set_id (PlwuExplanation *self, PlwFigure id)
{
  g_return_if_fail (self != NULL);

  self->has_id = TRUE;
  self->id = id;
}

gboolean
plwu_figure_equal (PlwFigure a, PlwFigure b)
{
  return a.kind == b.kind && a.a == b.a && a.b == b.b && a.year == b.year;
}

gboolean
plwu_explanation_is_of (const PlwuExplanation *self, PlwFigure id)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_id && plwu_figure_equal (self->id, id);
}

static void
append_item (GString *text, const PlwuExplanationItem *item)
{
  switch (item->kind)
    {
    case PLWU_EXPLANATION_HEADING:
      g_string_append_printf (text, "\n%s\n", item->text);
      break;
    case PLWU_EXPLANATION_PAIR:
    case PLWU_EXPLANATION_LINK:
      g_string_append_printf (text, "%s\t%s\n", item->text, item->figure);
      break;
    case PLWU_EXPLANATION_PLACE: /* nowhere to go from a clipboard */
      break;
    case PLWU_EXPLANATION_TEXT:
    default:
      g_string_append_printf (text, "%s\n", item->text);
    }
}

char *
plwu_explanation_to_text (const PlwuExplanation *self, const char *beside, const char *tree)
{
  g_return_val_if_fail (self != NULL, NULL);

  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s\n%s\n", self->title, self->context, self->figure);
  if (beside != NULL)
    g_string_append_printf (text, "%s\n", beside);
  if (tree != NULL)
    g_string_append_printf (text, "\n%s", tree);
  for (guint i = 0; i < self->items->len; i++)
    {
      const PlwuExplanationItem *item = g_ptr_array_index (self->items, i);

      if (tree == NULL || !item->is_of_tree)
        append_item (text, item);
    }
  return g_string_free (text, FALSE);
}
