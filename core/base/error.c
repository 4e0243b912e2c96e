/* error.c: the one error domain of the core.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/error.h>

G_DEFINE_QUARK (plw - error - quark, plw_error)
