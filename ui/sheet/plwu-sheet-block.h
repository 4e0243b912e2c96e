/* plwu-sheet-block.h: blocks of cells as text on the clipboard, exchanged with spreadsheets.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More than any plan has; guards against a clipboard that is no table. */
#define PLWU_SHEET_TEXTS_MAX (1000 * 1000)

/**
 * PlwuSheetTexts:
 * @texts: (element-type utf8): n_rows times n_columns, row by row; NULL where a
 *   row of the source was shorter
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  GPtrArray *texts;
} PlwuSheetTexts;

PlwuSheetTexts *plwu_sheet_texts_new (guint n_rows, guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
void plwu_sheet_texts_free (PlwuSheetTexts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuSheetTexts, plwu_sheet_texts_free)

const char *plwu_sheet_texts_get (const PlwuSheetTexts *self, guint row, guint column);

/**
 * plwu_sheet_texts_take:
 * @text: (transfer full) (nullable)
 */
void plwu_sheet_texts_take (PlwuSheetTexts *self, guint row, guint column, char *text);

/**
 * plwu_sheet_texts_parse:
 * @text: what a spreadsheet puts on the clipboard: cells set apart by tabs,
 *   rows by LF or CRLF, cells with tabs, line ends or quotes in double quotes
 *
 * Exactly one line end at the end is dropped: spreadsheets add one. A further
 * one is an empty last row.
 *
 * Returns: (transfer full) (nullable): NULL with an error where there are too many cells
 */
PlwuSheetTexts *plwu_sheet_texts_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_sheet_texts_to_string:
 * Returns: (transfer full): the same as tab-separated text with LF, one at the end
 */
char *plwu_sheet_texts_to_string (const PlwuSheetTexts *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_sheet_texts_tile:
 *
 * Repeats a block in each direction in which the wanted size is a multiple of
 * its own; in the other it keeps its size.
 *
 * Returns: (transfer full)
 */
PlwuSheetTexts *plwu_sheet_texts_tile (const PlwuSheetTexts *self,
                                       guint n_rows,
                                       guint n_columns) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
