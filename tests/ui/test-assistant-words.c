/* test-assistant-words.c: the tables of a new plan speak in people's words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-draft-support.h"

#include <gtk/gtk.h>

static void
assert_goes_round (PlwuDraftTable *table, guint row, guint column, const char *shown)
{
  PlwuSheetModel *model = PLWU_SHEET_MODEL (table);
  g_auto (PlwuSheetCell) cell = { 0 };
  g_autofree char *copied = plwu_sheet_model_edit_text (model, row, column);
  g_autofree char *before = plwu_draft_table_get (table, row, column);

  plwu_sheet_model_cell (model, row, column, &cell);
  g_assert_cmpstr (cell.text, ==, shown);
  set_cell (table, row, column, copied);

  g_autofree char *after = plwu_draft_table_get (table, row, column);

  g_assert_cmpstr (after, ==, before);
}

/* Choices and references are shown in people's words, and words and codes are understood. */
static void
test_words_not_codes (void)
{
  static const struct
  {
    guint column;
    const char *typed;
    const char *held;
    const char *shown;
  } cases[] = {
    { PLWU_POT_KIND, "capital", "capital", "Capital" },
    { PLWU_POT_CERTAINTY, "at-risk", "at-risk", "At risk" },
    { PLWU_POT_CERTAINTY, "Confirmed", "confirmed", "Confirmed" },
    { PLWU_POT_CERTAINTY, "at risk", "at-risk", "At risk" },
    { PLWU_POT_POOLED, "TRUE", "yes", "yes" },
    { PLWU_POT_HOLDER, "DISTRICT Council", "district", "District council" },
    { PLWU_POT_HOLDER, "county", "county", "Smallshire County Council" },
  };
  g_autoptr (PlwuDraft) draft = create_draft ();
  guint row = choose (draft->pots, "public-health-grant");
  guint district = choose (draft->partners, "district");
  char *why = NULL;

  assert_goes_round (draft->partners, district, PLWU_PARTNER_KIND, "District council");
  choose (draft->partners, "county");
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].typed);
      set_cell (draft->pots, row, cases[i].column, cases[i].typed);

      g_autofree char *held = plwu_draft_table_get (draft->pots, row, cases[i].column);

      g_assert_cmpstr (held, ==, cases[i].held);
      assert_goes_round (draft->pots, row, cases[i].column, cases[i].shown);
    }
  g_assert_false (plwu_draft_table_set (draft->pots, row, PLWU_POT_KIND, "income", &why));
  g_assert_cmpstr (why, ==, "“income” is not one of the choices; write one of Revenue, Capital");
  g_free (why);
}

/* A name that two partners have is no answer to who holds the money; what is held is copied as it is. */
static void
test_names_of_two_rows (void)
{
  g_autoptr (PlwuDraft) draft = create_draft ();
  guint row = choose (draft->pots, "public-health-grant");
  char *why = NULL;

  choose (draft->partners, "district");
  set_cell (draft->pots, row, PLWU_POT_HOLDER, "District council");
  plwu_draft_table_add_own (draft->partners, NULL, "district COUNCIL");
  g_assert_false (plwu_draft_table_set (draft->pots, row, PLWU_POT_HOLDER, "District council", &why));
  g_assert_cmpstr (why, ==,
                   "“District council” is the name of more than one partner; give each a name of its own");
  g_clear_pointer (&why, g_free);
  assert_goes_round (draft->pots, row, PLWU_POT_HOLDER, "District council");
  g_assert_false (plwu_draft_table_set (draft->pots, row, PLWU_POT_HOLDER, "Nobody", &why));
  g_assert_cmpstr (why, ==, "“Nobody” is not one of the partners; write one of their names");
  g_free (why);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/assistant/words-not-codes", test_words_not_codes);
  g_test_add_func ("/ui/assistant/names-of-two-rows", test_names_of_two_rows);

  return g_test_run ();
}
