/* test-sheet-fixture.h: a sheet in a window, with keys to press.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "test-sheet-fake.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *button; /* behind the sheet in the focus chain */
  PlwuSheet *sheet;
  FakeModel *model;
  char *message;
  guint n_messages;
  guint n_activated;
} SheetFixture;

void sheet_fixture_set_up (SheetFixture *fixture, gconstpointer data);
void sheet_fixture_tear_down (SheetFixture *fixture, gconstpointer data);
void sheet_fixture_settle (SheetFixture *fixture);
gboolean sheet_fixture_press (SheetFixture *fixture, guint keyval, GdkModifierType modifiers);
void sheet_fixture_type_text (SheetFixture *fixture, const char *text);
void sheet_fixture_select_block (SheetFixture *fixture,
                                 guint row,
                                 guint column,
                                 guint n_rows,
                                 guint n_columns);
void sheet_fixture_assert_cursor (SheetFixture *fixture, guint row, guint column);
void sheet_fixture_assert_selection (SheetFixture *fixture,
                                     guint row,
                                     guint column,
                                     guint n_rows,
                                     guint n_columns);
GtkWidget *sheet_fixture_get_focus (SheetFixture *fixture);
GtkWidget *sheet_fixture_get_editor (SheetFixture *fixture);

#define SHEET_FIXTURE_ADD(name, function)                                                                    \
  g_test_add ("/ui/sheet/" name, SheetFixture, NULL, sheet_fixture_set_up, function, sheet_fixture_tear_down)
