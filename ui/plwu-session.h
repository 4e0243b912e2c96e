/* plwu-session.h: which plans were open, and on which page, for the next start.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file in the state directory; a note for people that may be lost.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlwuSessionView: what a window showed.
 * @path: the plan's file
 * @page: `overview`, `pots` ...
 * @scenario: a code; "" is the root
 * @unit: as plwu_unit_to_name() has it
 * @width, @height: 0 where the window had the size of the screen
 */
typedef struct
{
  char *path;
  char *page;
  char *scenario;
  char *policy;
  char *unit;
  gboolean explains;
  int width;
  int height;
} PlwuSessionView;

void plwu_session_view_free (PlwuSessionView *self);

/**
 * plwu_session_read:
 * Returns: (transfer full) (element-type PlwuSessionView): the windows of the last
 *   session whose files are still there
 */
GPtrArray *plwu_session_read (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_session_write:
 * @views: (element-type PlwuSessionView): takes the place of what was kept
 */
void plwu_session_write (const GPtrArray *views);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuSessionView, plwu_session_view_free)

G_END_DECLS
