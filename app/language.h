/* language.h: the reader's language, of both programs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/**
 * plw_app_use_language:
 *
 * Speaks the language of the environment from now on, with the translations of
 * the build the program lies in, or else those installed.
 */
void plw_app_use_language (void);
