/* error.h: the one error domain of the core.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLW_ERROR (plw_error_quark ())

/**
 * PlwError:
 * @PLW_ERROR_SYNTAX: a text is not what its place asks for
 * @PLW_ERROR_RANGE: a value is of the right kind but outside what is allowed
 * @PLW_ERROR_PLAN: the plan breaks a rule; the problems say which
 * @PLW_ERROR_NOT_FOUND: a named thing (scenario, policy, row) is not there
 * @PLW_ERROR_IO: a file could not be read or written
 * @PLW_ERROR_FORMAT: a file is not a plan, or is damaged
 * @PLW_ERROR_NEWER: a file was made by a newer version
 * @PLW_ERROR_CHANGED: the file changed underneath
 * @PLW_ERROR_CANCELLED: the caller's progress function asked to stop
 *
 * One code for each decision a caller can take, not for each place that fails.
 */
typedef enum
{
  PLW_ERROR_SYNTAX,
  PLW_ERROR_RANGE,
  PLW_ERROR_PLAN,
  PLW_ERROR_NOT_FOUND,
  PLW_ERROR_IO,
  PLW_ERROR_FORMAT,
  PLW_ERROR_NEWER,
  PLW_ERROR_CHANGED,
  PLW_ERROR_CANCELLED,
} PlwError;

GQuark plw_error_quark (void);

G_END_DECLS
