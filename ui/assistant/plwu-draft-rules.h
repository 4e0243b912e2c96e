/* plwu-draft-rules.h: what is usual in a new plan and how its cells are understood.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The functions that the tables of a draft are given; the owner is the #PlwuDraft.
 */
#pragma once

#include "plwu-draft.h"

G_BEGIN_DECLS

/* plwu-draft-usual.c */
char *plwu_draft_usual_partner (gpointer owner, PlwuDraftTable *table, guint row, guint column);
char *plwu_draft_usual_line (gpointer owner, PlwuDraftTable *table, guint row, guint column);
char *plwu_draft_usual_pot (gpointer owner, PlwuDraftTable *table, guint row, guint column);
gboolean plwu_draft_is_line_locked (PlwuDraftTable *table, guint row, guint column);
gboolean plwu_draft_is_pot_locked (PlwuDraftTable *table, guint row, guint column);

/* plwu-draft-read.c */
gboolean plwu_draft_read_choice (gpointer owner,
                                 PlwuDraftTable *table,
                                 guint column,
                                 const char *text,
                                 char **ret_text,
                                 char **ret_why);
gboolean plwu_draft_read_line (gpointer owner,
                               PlwuDraftTable *table,
                               guint column,
                               const char *text,
                               char **ret_text,
                               char **ret_why);
gboolean plwu_draft_read_pot (gpointer owner,
                              PlwuDraftTable *table,
                              guint column,
                              const char *text,
                              char **ret_text,
                              char **ret_why);
gboolean plwu_draft_read_driver (gpointer owner,
                                 PlwuDraftTable *table,
                                 guint column,
                                 const char *text,
                                 char **ret_text,
                                 char **ret_why);
char *plwu_draft_show_line (gpointer owner, guint column, const char *text);
char *plwu_draft_show_pot (gpointer owner, guint column, const char *text);
gboolean plwu_draft_is_line_stale (gpointer owner, guint column, const char *text);
gboolean plwu_draft_is_pot_stale (gpointer owner, guint column, const char *text);

G_END_DECLS
