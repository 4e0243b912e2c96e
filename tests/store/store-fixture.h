/* store-fixture.h: random plans and edits for the tests of stores.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/store.h>

G_BEGIN_DECLS

/* Sets up GLib's tests with a state directory of their own. */
void fixture_init (int *argc, char ***argv);

/* A path in a temporary folder that lives as long as the test program. */
char *fixture_path (const char *name);

/* Removes every working copy and generation. */
void fixture_forget_state (void);
void fixture_remove_tree (const char *path);

/* Figures in every table, in every kind of cell. */
PlwPlan *fixture_plan (GRand *rand, size_t n_rows);

/**
 * fixture_edit:
 *
 * Some cells set, rows inserted and deleted, now and then the base year moved;
 * sound and to be applied to @plan as it is. The same numbers give the same edit.
 */
PlwEdit *fixture_edit (GRand *rand, const PlwPlan *plan);

/* Any sound value for the cell; empty now and then. @buffer holds a text. */
PlwValue fixture_value (GRand *rand, PlwTableId table, size_t cell, char *buffer);
#define FIXTURE_TEXT_SIZE 64

/* Both stores say the same: plan, undo, redo, log and versions. */
void fixture_assert_same (PlwStore *a, PlwStore *b);

/* Whether they do, without stopping the test. */
bool fixture_is_same (PlwStore *a, PlwStore *b);

/* A store with a past: edits, undos, redos and versions. */
void fixture_use (PlwStore *store, GRand *rand, size_t n_gestures);

/* Working copies there are, whoever holds them. */
size_t fixture_count_work_copies (void);

/* For a test that begins without any state. */
GRand *fixture_rand (void);

/* One random edit, which has to succeed. */
void fixture_commit (PlwStore *store, GRand *rand);

GBytes *fixture_read (const char *path);
void fixture_write (const char *path, GBytes *bytes);

G_END_DECLS
