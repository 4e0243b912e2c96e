/* plwu-explanation.h: a figure in words: what it is made of and where that comes from.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  PLWU_EXPLANATION_HEADING,
  PLWU_EXPLANATION_TEXT,
  PLWU_EXPLANATION_PAIR, /* a label with its figure */
} PlwuExplanationKind;

typedef struct
{
  PlwuExplanationKind kind;
  char *text;
  char *figure; /* (nullable): of a pair */
} PlwuExplanationItem;

/**
 * PlwuExplanation:
 * @title: what is explained: "Libraries, 2027/28"
 * @context: scenario and policy
 * @figure: the figure
 * @items: (element-type PlwuExplanationItem)
 */
typedef struct
{
  char *title;
  char *context;
  char *figure;
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
 * plwu_explanation_to_text:
 * Returns: (transfer full): all of it, for the clipboard
 */
char *plwu_explanation_to_text (const PlwuExplanation *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuExplanation, plwu_explanation_free)

G_END_DECLS
