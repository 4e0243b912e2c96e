/* plwu-explain-elsewhere.h: the same figure in the parent scenario, and in the last version.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-document.h"

#include <placewright/explain.h>

G_BEGIN_DECLS

typedef enum
{
  PLWU_ELSEWHERE_PARENT,  /* the scenario that the one shown is a change of */
  PLWU_ELSEWHERE_VERSION, /* the scenario shown, in the version named last */
} PlwuElsewherePlace;

#define PLWU_TYPE_ELSEWHERE (plwu_elsewhere_get_type ())

/**
 * PlwuElsewhere:
 *
 * The result is worked out when it is first wanted.
 *
 * Signals: "changed": plwu_elsewhere_describe() says something else.
 */
G_DECLARE_FINAL_TYPE (PlwuElsewhere, plwu_elsewhere, PLWU, ELSEWHERE, GObject)

PlwuElsewhere *plwu_elsewhere_new (PlwuDocument *document,
                                   PlwuElsewherePlace place) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_elsewhere_describe:
 * @figure: of the document's result under the policy shown
 *
 * Returns: (transfer full) (nullable): where and what it is: `In “Base case”: £1.2m`.
 *   NULL where there is no such place or figure, and while it is worked out
 */
char *plwu_elsewhere_describe (PlwuElsewhere *self, PlwFigure figure);

G_END_DECLS
