/* test-draft-support.h: drafts of new plans, for tests of the assistant.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "assistant/plwu-draft.h"

/* A draft that has a place and a base year, and nothing else. */
PlwuDraft *create_draft (void);

/* Types what has to be understood. */
void set_cell (PlwuDraftTable *table, guint row, guint column, const char *text);

/* Chooses the list's row with this code; returns its row in the table. */
guint choose (PlwuDraftTable *table, const char *code);
