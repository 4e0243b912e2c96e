/* plwu-explanation.h: a figure in words: what it is made of and where that comes from.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include <placewright/explain.h>

G_BEGIN_DECLS

typedef enum
{
  PLWU_EXPLANATION_HEADING,
  PLWU_EXPLANATION_TEXT,
  PLWU_EXPLANATION_PAIR,  /* a label with its figure */
  PLWU_EXPLANATION_LINK,  /* the same, and leads to the explanation of that figure */
  PLWU_EXPLANATION_PLACE, /* leads to the cell of a table */
} PlwuExplanationKind;

/**
 * PlwuExplanationItem:
 * @figure: (nullable): of a pair or link
 * @link: of a link; of a place the cell
 * @is_of_tree: whether the tree of the figure's parts says it too
 */
typedef struct
{
  PlwuExplanationKind kind;
  char *text;
  char *figure;
  PlwFigure link;
  gboolean is_of_tree;
} PlwuExplanationItem;

/**
 * PlwuExplanation:
 * @title: what is explained: "Need of Libraries, 2027/28"
 * @context: scenario and policy
 * @figure: the figure
 * @has_id: whether it is a figure of the result shown
 * @id: which one
 * @items: (element-type PlwuExplanationItem)
 */
typedef struct
{
  char *title;
  char *context;
  char *figure;
  gboolean has_id;
  PlwFigure id;
  GPtrArray *items;
} PlwuExplanation;

#define PLWU_TYPE_EXPLANATION (plwu_explanation_get_type ())

GType plwu_explanation_get_type (void);

/**
 * plwu_explanation_new:
 * @title: (transfer full)
 * @context: (transfer full)
 * @figure: (transfer full)
 */
PlwuExplanation *plwu_explanation_new (char *title, char *context, char *figure) G_GNUC_WARN_UNUSED_RESULT;
PlwuExplanation *plwu_explanation_copy (const PlwuExplanation *self) G_GNUC_WARN_UNUSED_RESULT;
void plwu_explanation_free (PlwuExplanation *self);

void plwu_explanation_set_id (PlwuExplanation *self, PlwFigure id);

/**
 * plwu_explanation_is_of:
 * Returns: whether it explains this figure of the result shown
 */
gboolean plwu_explanation_is_of (const PlwuExplanation *self, PlwFigure id);

gboolean plwu_figure_equal (PlwFigure a, PlwFigure b);

void plwu_explanation_add_heading (PlwuExplanation *self, const char *text);

/**
 * plwu_explanation_add_text:
 * @text: (transfer full)
 */
void plwu_explanation_add_text (PlwuExplanation *self, char *text);

/**
 * plwu_explanation_add_pair:
 * @figure: (transfer full)
 */
void plwu_explanation_add_pair (PlwuExplanation *self, const char *label, char *figure);

/**
 * plwu_explanation_add_link:
 * @figure: (transfer full)
 */
void plwu_explanation_add_link (PlwuExplanation *self, PlwFigure link, const char *label, char *figure);

/**
 * plwu_explanation_add_place:
 * @cell: a %PLW_FIGURE_CELL
 */
void plwu_explanation_add_place (PlwuExplanation *self, PlwFigure cell, const char *text);

/**
 * plwu_explanation_end_tree:
 *
 * All that was added so far says no more than the tree of the figure's parts.
 */
void plwu_explanation_end_tree (PlwuExplanation *self);

/**
 * plwu_explanation_to_text:
 * @beside: (nullable): a line under the figure
 * @tree: (nullable): the tree of the figure's parts, in place of what says the same
 *
 * Returns: (transfer full): all of it, for the clipboard
 */
char *plwu_explanation_to_text (const PlwuExplanation *self, const char *beside, const char *tree);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuExplanation, plwu_explanation_free)

G_END_DECLS
