/* plwu-mnemonic.h: buttons that say their name once.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plwu_mnemonic_watch:
 *
 * In GTK 4.8 a screen reader says of a button with a mnemonic “_Save Save”: the label with its underscore,
 * then what it is labelled by. From now on every such button that is shown has the second alone.
 */
void plwu_mnemonic_watch (void);

G_END_DECLS
