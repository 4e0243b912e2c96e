/* plwu-command-palette-index.h: everything that can be gone to, found by its words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-document.h"

G_BEGIN_DECLS

/**
 * PlwuPlace: a page, a row of the plan, a scenario or something to do.
 * @kind: what it is, for people
 * @detail: (not nullable): where it is, or by which keys
 * @folded: what its words are looked for in
 * @action, @target: (nullable): what going there is
 * @table, @row: for rows of the plan
 */
typedef struct
{
  const char *kind;
  char *title;
  char *detail;
  char *folded;
  const char *action;
  GVariant *target;
  gboolean is_row;
  PlwTableId table;
  guint row;
} PlwuPlace;

typedef struct _PlwuPlaces PlwuPlaces;

PlwuPlaces *plwu_places_new (void) G_GNUC_WARN_UNUSED_RESULT;
void plwu_places_free (PlwuPlaces *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuPlaces, plwu_places_free)

/**
 * plwu_places_add_page:
 * @title: translated
 */
void plwu_places_add_page (PlwuPlaces *self, const char *id, const char *title);

void plwu_places_add_actions (PlwuPlaces *self);

/**
 * plwu_places_add_plan:
 *
 * Adds the rows of the plan, its scenarios and its policies.
 */
void plwu_places_add_plan (PlwuPlaces *self, const PlwPlan *plan);

guint plwu_places_size (const PlwuPlaces *self);
const PlwuPlace *plwu_places_get (const PlwuPlaces *self, guint index);

/**
 * plwu_places_key:
 * Returns: (transfer full): what tells the place from others, also in another list
 */
char *plwu_places_key (const PlwuPlace *place) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_places_find:
 * @query: words in any order; all must be there
 * @recent: (nullable) (element-type utf8): keys of places gone to, the latest first
 * @plan: (nullable): whose years may be among the words: they narrow nothing down
 * @ret_year: (out): the plan year among the words; 0: none
 *
 * Returns: (transfer full) (element-type PlwuPlace): the best first
 */
GPtrArray *plwu_places_find (const PlwuPlaces *self,
                             const char *query,
                             const GPtrArray *recent,
                             const PlwPlan *plan,
                             int *ret_year) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
