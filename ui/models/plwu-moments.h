/* plwu-moments.h: what a plan has been: after each change, and as it was named.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-document.h"

G_BEGIN_DECLS

/**
 * PlwuMoment:
 * @version: the version's number; 0: after the change @seq
 * @kind: of a change
 * @when: seconds since 1970, UTC
 * @name: the version's, or what was done
 * @why: "" where nothing is said
 */
typedef struct
{
  gint64 version;
  gint64 seq;
  PlwEntryKind kind;
  gint64 when;
  char *who;
  char *name;
  char *why;
} PlwuMoment;

void plwu_moment_free (PlwuMoment *self);

/**
 * plwu_moments_list:
 * @most: how many changes at most
 * Returns: (transfer full) (nullable) (element-type PlwuMoment): newest first
 */
GPtrArray *plwu_moments_list (PlwuDocument *document, size_t most, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_moment_read_plan:
 * Returns: (transfer full) (nullable): the plan as it was
 */
PlwPlan *plwu_moment_read_plan (const PlwuMoment *self,
                                PlwuDocument *document,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_moment_get_verb:
 * Returns: (transfer none): "Changed", "Undone", "Version" ...
 */
const char *plwu_moment_get_verb (const PlwuMoment *self);

/**
 * plwu_moment_describe_when:
 * Returns: (transfer full): `29 Nov 2026 11:15`
 */
char *plwu_moment_describe_when (const PlwuMoment *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_moment_describe:
 * Returns: (transfer full): a line that tells it apart from all others, for a list to choose from
 */
char *plwu_moment_describe (const PlwuMoment *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
