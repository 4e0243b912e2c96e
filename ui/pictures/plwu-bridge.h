/* plwu-bridge.h: what takes one need to another, step by step.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-drawing.h"

G_BEGIN_DECLS

/**
 * PlwuBridgeStep:
 * @name: what moves the need
 * @pence: by how much; above zero: more need
 */
typedef struct
{
  const char *name;
  gint64 pence;
} PlwuBridgeStep;

#define PLWU_TYPE_BRIDGE (plwu_bridge_get_type ())

/**
 * PlwuBridge:
 *
 * A waterfall: a total, the steps that change it, and the total they lead to.
 * Less need is good and more is bad; the two differ by colour, pattern and
 * sign. Steps of nothing are left out and small ones stand together as "Other"
 * until that is activated. What is printed adds up, as do the exact figures.
 *
 * The picture tells of need unless plwu_bridge_set_words() says otherwise.
 */
G_DECLARE_FINAL_TYPE (PlwuBridge, plwu_bridge, PLWU, BRIDGE, PlwuDrawing)

PlwuBridge *plwu_bridge_new (void);

/**
 * plwu_bridge_set_words:
 * @more: what a step above zero means: "More need"
 * @less: what a step below zero means: "Less need"
 */
void plwu_bridge_set_words (PlwuBridge *self, const char *more, const char *less);

/**
 * plwu_bridge_set_data:
 * @opening_name: the first total: "2027/28"
 * @steps: copied
 * @closing_name: the last total; it is the first and all steps together
 * @title: the finding in ten words or fewer
 * @description: (nullable): for screen readers; made from the figures where NULL
 */
void plwu_bridge_set_data (PlwuBridge *self,
                           const char *opening_name,
                           gint64 opening_pence,
                           guint n_steps,
                           const PlwuBridgeStep *steps,
                           const char *closing_name,
                           const char *title,
                           const char *description);

gint64 plwu_bridge_get_closing (PlwuBridge *self);

/**
 * plwu_bridge_set_expanded:
 *
 * Whether small steps stand on their own.
 */
void plwu_bridge_set_expanded (PlwuBridge *self, gboolean is_expanded);
gboolean plwu_bridge_get_expanded (PlwuBridge *self);

G_END_DECLS
