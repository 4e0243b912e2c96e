/* plwu-sheet-keys.h: what a key means in a sheet.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * PlwuSheetCommand:
 * @PLWU_SHEET_COMMAND_NONE: not the sheet's key
 *
 * "Forward" and "backward" follow the reading direction.
 */
typedef enum
{
  PLWU_SHEET_COMMAND_NONE,
  PLWU_SHEET_COMMAND_UP,
  PLWU_SHEET_COMMAND_DOWN,
  PLWU_SHEET_COMMAND_LEFT,
  PLWU_SHEET_COMMAND_RIGHT,
  PLWU_SHEET_COMMAND_EDGE_UP,
  PLWU_SHEET_COMMAND_EDGE_DOWN,
  PLWU_SHEET_COMMAND_EDGE_LEFT,
  PLWU_SHEET_COMMAND_EDGE_RIGHT,
  PLWU_SHEET_COMMAND_ROW_START,
  PLWU_SHEET_COMMAND_ROW_END,
  PLWU_SHEET_COMMAND_TABLE_START,
  PLWU_SHEET_COMMAND_TABLE_END,
  PLWU_SHEET_COMMAND_PAGE_UP,
  PLWU_SHEET_COMMAND_PAGE_DOWN,
  PLWU_SHEET_COMMAND_NEXT,
  PLWU_SHEET_COMMAND_PREVIOUS,
  PLWU_SHEET_COMMAND_EDIT,
  PLWU_SHEET_COMMAND_REPLACE, /* start editing with the typed character */
  PLWU_SHEET_COMMAND_ACTIVATE,
  PLWU_SHEET_COMMAND_COMMIT_DOWN,
  PLWU_SHEET_COMMAND_COMMIT_UP,
  PLWU_SHEET_COMMAND_COMMIT_NEXT,
  PLWU_SHEET_COMMAND_COMMIT_PREVIOUS,
  PLWU_SHEET_COMMAND_COMMIT_ALL, /* into every selected cell */
  PLWU_SHEET_COMMAND_CANCEL,
  PLWU_SHEET_COMMAND_UNSELECT,
  PLWU_SHEET_COMMAND_SELECT_ALL,
  PLWU_SHEET_COMMAND_SELECT_ROW,
  PLWU_SHEET_COMMAND_SELECT_COLUMN,
  PLWU_SHEET_COMMAND_CLEAR,
  PLWU_SHEET_COMMAND_CUT,
  PLWU_SHEET_COMMAND_COPY,
  PLWU_SHEET_COMMAND_PASTE,
  PLWU_SHEET_COMMAND_FILL_DOWN,
  PLWU_SHEET_COMMAND_FILL_RIGHT,
  PLWU_SHEET_COMMAND_LEAVE_FORWARD,
  PLWU_SHEET_COMMAND_LEAVE_BACKWARD,
  PLWU_SHEET_COMMAND_MENU,
} PlwuSheetCommand;

/**
 * plwu_sheet_keys_lookup:
 * @modifiers: as GDK reports them; lock keys are ignored
 * @is_editing: whether the cell's editor has the focus
 * @ret_extends: (out) (optional): whether a movement extends the selection
 */
PlwuSheetCommand plwu_sheet_keys_lookup (guint keyval,
                                         GdkModifierType modifiers,
                                         gboolean is_editing,
                                         gboolean *ret_extends);

G_END_DECLS
