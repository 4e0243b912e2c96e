/* plwu-sheet-keys.c: what a key means in a sheet.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-sheet-keys.h"

#define MODIFIERS (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

/* Keys that move, with and without Control. Shift extends all of them. */
static const struct
{
  guint keyval;
  guint keypad;
  PlwuSheetCommand plain;
  PlwuSheetCommand control;
} movements[] = {
  { GDK_KEY_Up, GDK_KEY_KP_Up, PLWU_SHEET_COMMAND_UP, PLWU_SHEET_COMMAND_EDGE_UP },
  { GDK_KEY_Down, GDK_KEY_KP_Down, PLWU_SHEET_COMMAND_DOWN, PLWU_SHEET_COMMAND_EDGE_DOWN },
  { GDK_KEY_Left, GDK_KEY_KP_Left, PLWU_SHEET_COMMAND_LEFT, PLWU_SHEET_COMMAND_EDGE_LEFT },
  { GDK_KEY_Right, GDK_KEY_KP_Right, PLWU_SHEET_COMMAND_RIGHT, PLWU_SHEET_COMMAND_EDGE_RIGHT },
  { GDK_KEY_Home, GDK_KEY_KP_Home, PLWU_SHEET_COMMAND_ROW_START, PLWU_SHEET_COMMAND_TABLE_START },
  { GDK_KEY_End, GDK_KEY_KP_End, PLWU_SHEET_COMMAND_ROW_END, PLWU_SHEET_COMMAND_TABLE_END },
  { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, PLWU_SHEET_COMMAND_PAGE_UP, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, PLWU_SHEET_COMMAND_PAGE_DOWN, PLWU_SHEET_COMMAND_NONE },
};

/* All other keys; the modifiers must match. */
static const struct
{
  guint keyval;
  GdkModifierType modifiers;
  PlwuSheetCommand idle;
  PlwuSheetCommand editing;
} keys[] = {
  { GDK_KEY_Return, 0, PLWU_SHEET_COMMAND_ACTIVATE, PLWU_SHEET_COMMAND_COMMIT_DOWN },
  { GDK_KEY_Return, GDK_SHIFT_MASK, PLWU_SHEET_COMMAND_UP, PLWU_SHEET_COMMAND_COMMIT_UP },
  { GDK_KEY_Return, GDK_CONTROL_MASK, PLWU_SHEET_COMMAND_ACTIVATE, PLWU_SHEET_COMMAND_COMMIT_ALL },
  { GDK_KEY_Tab, 0, PLWU_SHEET_COMMAND_NEXT, PLWU_SHEET_COMMAND_COMMIT_NEXT },
  { GDK_KEY_Tab, GDK_SHIFT_MASK, PLWU_SHEET_COMMAND_PREVIOUS, PLWU_SHEET_COMMAND_COMMIT_PREVIOUS },
  { GDK_KEY_Tab, GDK_CONTROL_MASK, PLWU_SHEET_COMMAND_LEAVE_FORWARD, PLWU_SHEET_COMMAND_LEAVE_FORWARD },
  { GDK_KEY_Tab, GDK_CONTROL_MASK | GDK_SHIFT_MASK, PLWU_SHEET_COMMAND_LEAVE_BACKWARD,
    PLWU_SHEET_COMMAND_LEAVE_BACKWARD },
  { GDK_KEY_F6, 0, PLWU_SHEET_COMMAND_LEAVE_FORWARD, PLWU_SHEET_COMMAND_LEAVE_FORWARD },
  { GDK_KEY_F6, GDK_SHIFT_MASK, PLWU_SHEET_COMMAND_LEAVE_BACKWARD, PLWU_SHEET_COMMAND_LEAVE_BACKWARD },
  { GDK_KEY_F2, 0, PLWU_SHEET_COMMAND_EDIT, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_Escape, 0, PLWU_SHEET_COMMAND_UNSELECT, PLWU_SHEET_COMMAND_CANCEL },
  { GDK_KEY_Delete, 0, PLWU_SHEET_COMMAND_CLEAR, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_KP_Delete, 0, PLWU_SHEET_COMMAND_CLEAR, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_BackSpace, 0, PLWU_SHEET_COMMAND_CLEAR, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_Delete, GDK_SHIFT_MASK, PLWU_SHEET_COMMAND_CUT, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_Insert, GDK_CONTROL_MASK, PLWU_SHEET_COMMAND_COPY, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_Insert, GDK_SHIFT_MASK, PLWU_SHEET_COMMAND_PASTE, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_a, GDK_CONTROL_MASK, PLWU_SHEET_COMMAND_SELECT_ALL, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_x, GDK_CONTROL_MASK, PLWU_SHEET_COMMAND_CUT, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_c, GDK_CONTROL_MASK, PLWU_SHEET_COMMAND_COPY, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_v, GDK_CONTROL_MASK, PLWU_SHEET_COMMAND_PASTE, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_d, GDK_CONTROL_MASK, PLWU_SHEET_COMMAND_FILL_DOWN, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_r, GDK_CONTROL_MASK, PLWU_SHEET_COMMAND_FILL_RIGHT, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_space, GDK_SHIFT_MASK, PLWU_SHEET_COMMAND_SELECT_ROW, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_space, GDK_CONTROL_MASK, PLWU_SHEET_COMMAND_SELECT_COLUMN, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_Menu, 0, PLWU_SHEET_COMMAND_MENU, PLWU_SHEET_COMMAND_NONE },
  { GDK_KEY_F10, GDK_SHIFT_MASK, PLWU_SHEET_COMMAND_MENU, PLWU_SHEET_COMMAND_NONE },
};

static guint
normalise_keyval (guint keyval)
{
  if (keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
    return GDK_KEY_Return;
  if (keyval == GDK_KEY_ISO_Left_Tab || keyval == GDK_KEY_KP_Tab)
    return GDK_KEY_Tab;

  return keyval;
}

static PlwuSheetCommand
find_movement (guint keyval, GdkModifierType modifiers, gboolean is_editing)
{
  if ((modifiers & ~(GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    return PLWU_SHEET_COMMAND_NONE;

  for (size_t i = 0; i < G_N_ELEMENTS (movements); i++)
    {
      if (keyval != movements[i].keyval && keyval != movements[i].keypad)
        continue;

      if (!is_editing)
        return (modifiers & GDK_CONTROL_MASK) != 0 ? movements[i].control : movements[i].plain;

      /* In the editor only the keys that mean nothing to one line of text. */
      if (modifiers == 0 && movements[i].plain == PLWU_SHEET_COMMAND_UP)
        return PLWU_SHEET_COMMAND_COMMIT_UP;
      if (modifiers == 0 && movements[i].plain == PLWU_SHEET_COMMAND_DOWN)
        return PLWU_SHEET_COMMAND_COMMIT_DOWN;
    }

  return PLWU_SHEET_COMMAND_NONE;
}

static gboolean
is_printable (guint keyval, GdkModifierType modifiers)
{
  gunichar character = gdk_keyval_to_unicode (keyval);

  return (modifiers & ~GDK_SHIFT_MASK) == 0 && character != 0 && g_unichar_isprint (character)
         && character != ' ';
}

PlwuSheetCommand
plwu_sheet_keys_lookup (guint keyval, GdkModifierType modifiers, gboolean is_editing, gboolean *ret_extends)
{
  modifiers &= MODIFIERS;
  keyval = normalise_keyval (keyval);

  PlwuSheetCommand command = find_movement (keyval, modifiers, is_editing);

  if (command != PLWU_SHEET_COMMAND_NONE)
    {
      if (ret_extends != NULL)
        *ret_extends = !is_editing && (modifiers & GDK_SHIFT_MASK) != 0;
      return command;
    }

  if (ret_extends != NULL)
    *ret_extends = FALSE;

  /* Caps Lock makes Ctrl+C arrive as Ctrl+C with a capital letter. */
  guint lower = (modifiers & GDK_CONTROL_MASK) != 0 ? gdk_keyval_to_lower (keyval) : keyval;

  for (size_t i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == lower && keys[i].modifiers == modifiers)
      return is_editing ? keys[i].editing : keys[i].idle;

  if (!is_editing && is_printable (keyval, modifiers))
    return PLWU_SHEET_COMMAND_REPLACE;

  return PLWU_SHEET_COMMAND_NONE;
}
