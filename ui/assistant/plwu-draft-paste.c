/* plwu-draft-paste.c: service lines read from a spreadsheet.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-draft.h"

#include "plwu-fold.h"
#include "sheet/plwu-sheet-block.h"

#include <placewright/number.h>

#include <string.h>

#include <glib/gi18n.h>

typedef enum
{
  AS_CODE,
  AS_NAME,
  AS_GROUP,
  AS_AMOUNT,
  N_AS,
} As;

#define NOWHERE G_MAXUINT

/* Words of headings, the plainest first. */
static const char *const words[N_AS][9] = {
  [AS_CODE] = { "code", "cost centre", "ref", "id" },
  [AS_NAME] = { "name", "service line", "service", "line", "description", "title", "heading" },
  [AS_GROUP] = { "group", "directorate", "department", "portfolio", "service area" },
  [AS_AMOUNT] = { "base budget", "net budget", "amount", "budget", "net", "£", "total", "expenditure" },
};

/* @columns: where each thing stands; NOWHERE where it does not
 * @factor: what amounts are multiplied by: 1000 below a heading of “£000”
 */
typedef struct
{
  PlwuSheetTexts *texts;
  guint columns[N_AS];
  guint first_row;
  int64_t factor;
} Block;

static const char *
get_text (const Block *block, guint row, guint column)
{
  const char *text = column != NOWHERE ? plwu_sheet_texts_get (block->texts, row, column) : NULL;

  return text != NULL ? text : "";
}

/* As people write them, with a space after the pound sign or a dash for nothing. */
static gboolean
read_amount (const char *text, int64_t *ret_pence)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));

  if (strcmp (bare, "-") == 0 || strcmp (bare, "–") == 0)
    {
      *ret_pence = 0;
      return TRUE;
    }
  return plw_pence_parse (bare, PLW_PARSE_ENTRY, ret_pence, NULL);
}

static gboolean
is_amount (const char *text)
{
  int64_t pence;

  return *text != '\0' && read_amount (text, &pence);
}

/* Whether @word stands in @text as a word of its own. */
static gboolean
has_word (const char *text, const char *word)
{
  size_t length = strlen (word);

  for (const char *found = strstr (text, word); found != NULL; found = strstr (found + 1, word))
    if ((found == text || !g_ascii_isalnum (found[-1])) && !g_ascii_isalpha (found[length]))
      return TRUE;
  return FALSE;
}

static gboolean
is_heading (const char *text, As as)
{
  g_autofree char *folded = plwu_fold (text);

  for (size_t i = 0; i < G_N_ELEMENTS (words[as]) && words[as][i] != NULL; i++)
    if (has_word (folded, words[as][i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_taken (const Block *block, guint column)
{
  for (int as = 0; as < N_AS; as++)
    if (block->columns[as] == column)
      return TRUE;
  return FALSE;
}

/* A first row without an amount that names a column is one of headings. */
static gboolean
read_headings (Block *block)
{
  static const As order[] = { AS_CODE, AS_AMOUNT, AS_GROUP, AS_NAME };

  for (guint i = 0; i < block->texts->n_columns; i++)
    if (is_amount (get_text (block, 0, i)))
      return FALSE;

  for (size_t i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < block->texts->n_columns && block->columns[order[i]] == NOWHERE; j++)
      if (!is_taken (block, j) && is_heading (get_text (block, 0, j), order[i]))
        block->columns[order[i]] = j;

  g_autofree char *amount = plwu_fold (get_text (block, 0, block->columns[AS_AMOUNT]));

  if (strstr (amount, "000") != NULL || strstr (amount, "£k") != NULL || strstr (amount, "thousand") != NULL)
    block->factor = 1000;
  else if (strstr (amount, "£m") != NULL || strstr (amount, "million") != NULL)
    block->factor = 1000000;

  return block->columns[AS_AMOUNT] != NOWHERE || block->columns[AS_NAME] != NOWHERE;
}

/* How many rows hold an amount, and how many letters the others have. */
static void
weigh_column (const Block *block, guint column, guint *ret_amounts, guint *ret_letters)
{
  *ret_amounts = 0;
  *ret_letters = 0;
  for (guint i = block->first_row; i < block->texts->n_rows; i++)
    {
      const char *text = get_text (block, i, column);

      if (is_amount (text))
        *ret_amounts += 1;
      else
        *ret_letters += (guint) g_utf8_strlen (text, -1);
    }
}

/* @as_amount: by the amounts it holds, else by its letters; of two alike the last, or the first */
static guint
find_heaviest (const Block *block, gboolean as_amount)
{
  guint found = NOWHERE;
  guint most = 1;

  for (guint i = 0; i < block->texts->n_columns; i++)
    {
      guint amounts;
      guint letters;

      weigh_column (block, i, &amounts, &letters);
      if (!is_taken (block, i) && (as_amount ? amounts >= most : letters > most))
        {
          most = as_amount ? amounts : letters;
          found = i;
        }
    }
  return found;
}

/* What no heading says is seen from the cells. */
static void
guess_columns (Block *block)
{
  if (block->columns[AS_AMOUNT] == NOWHERE)
    block->columns[AS_AMOUNT] = find_heaviest (block, TRUE);
  if (block->columns[AS_NAME] == NOWHERE)
    block->columns[AS_NAME] = find_heaviest (block, FALSE);

  guint name = block->columns[AS_NAME];

  if (block->first_row == 0 && name != NOWHERE && name > 0 && !is_taken (block, name - 1))
    block->columns[AS_CODE] = name - 1;
}

/* Line ends inside cells and white space around them are no part of a name. */
static void
clean_cells (PlwuSheetTexts *texts)
{
  for (guint i = 0; i < texts->texts->len; i++)
    {
      char *text = g_ptr_array_index (texts->texts, i);

      for (char *p = text; p != NULL && *p != '\0'; p++)
        if (g_ascii_iscntrl (*p))
          *p = ' ';
      if (text != NULL)
        g_strstrip (text);
    }
}

static gboolean
is_empty_row (const Block *block, guint row)
{
  for (guint i = 0; i < block->texts->n_columns; i++)
    if (*get_text (block, row, i) != '\0')
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full) (nullable): why the row is not a line; NULL where it is one */
static char *
reject_row (const Block *block, guint row, GHashTable *seen, int64_t *ret_pence)
{
  const char *name = get_text (block, row, block->columns[AS_NAME]);
  const char *code = get_text (block, row, block->columns[AS_CODE]);
  const char *amount = get_text (block, row, block->columns[AS_AMOUNT]);
  const char *group = get_text (block, row, block->columns[AS_GROUP]);
  const char *label = *name != '\0' ? name : code;
  g_autofree char *folded = plwu_fold (label);
  g_autofree char *key = g_strconcat (folded, "\n", code, NULL);

  if (*name == '\0' && *code == '\0')
    return g_strdup (_ ("it has no name"));
  if (g_utf8_strlen (name, -1) > PLWU_DRAFT_NAME_MOST || g_utf8_strlen (code, -1) > PLWU_DRAFT_NAME_MOST
      || g_utf8_strlen (group, -1) > PLWU_DRAFT_NAME_MOST)
    return g_strdup_printf (_ ("a text of it is longer than %d letters"), PLWU_DRAFT_NAME_MOST);
  if (g_str_has_prefix (folded, "total") || g_str_has_prefix (folded, "sub-total")
      || g_str_has_prefix (folded, "subtotal"))
    return g_strdup_printf (_ ("“%s” looks like a total of other rows"), label);
  if (*amount == '\0')
    return g_strdup_printf (_ ("“%s” has no amount"), label);
  if (!read_amount (amount, ret_pence))
    return g_strdup_printf (_ ("“%s” is not an amount; write pounds such as 1,250,000 or £1.2m"), amount);
  if (ABS ((__int128) *ret_pence * block->factor) > PLW_PENCE_MAX)
    return g_strdup_printf (_ ("“%s” is more than £100bn"), amount);
  if (!g_hash_table_add (seen, g_steal_pointer (&key)))
    return g_strdup_printf (_ ("“%s” is there twice"), label);

  *ret_pence *= block->factor;
  return NULL;
}

/* `RSX: Adult Social Care`, `Adult Social Care` or its code is that line of the return. */
static gboolean
find_in_return (const PlwuUsual *list, const char *code, const char *name, guint *ret_row)
{
  if (*name != '\0'
      && (plwu_usual_find (list, "return_line", name, ret_row)
          || plwu_usual_find (list, "name", name, ret_row)))
    return TRUE;
  for (guint i = 0; *name != '\0' && i < plwu_usual_n_rows (list); i++)
    {
      const char *line = strstr (plwu_usual_text (list, i, "return_line"), ": ");

      if (line != NULL && plwu_fold_equal (line + 2, name))
        {
          *ret_row = i;
          return TRUE;
        }
    }
  return *code != '\0' && *name == '\0' && plwu_usual_find (list, "code", code, ret_row);
}

static guint
find_or_add (PlwuDraft *self, const char *code, const char *name)
{
  const PlwuUsual *list = plwu_draft_table_get_list (self->lines);
  guint usual_row;
  guint row = 0;

  if (find_in_return (list, code, name, &usual_row))
    {
      plwu_draft_table_choose (self->lines, usual_row, TRUE);
      plwu_draft_table_find_usual (self->lines, usual_row, &row);
      return row;
    }
  if (*name != '\0' && plwu_draft_table_find_name (self->lines, name, &row))
    return row;
  return plwu_draft_table_add_own (self->lines, *code != '\0' ? code : NULL, *name != '\0' ? name : code);
}

static void
take_row (PlwuDraft *self, const Block *block, guint row, int64_t pence)
{
  const char *group = get_text (block, row, block->columns[AS_GROUP]);
  guint line = find_or_add (self, get_text (block, row, block->columns[AS_CODE]),
                            get_text (block, row, block->columns[AS_NAME]));
  g_autofree char *amount = plw_pence_to_plain_text (pence);
  char *why = NULL;

  if (!plwu_draft_table_set (self->lines, line, PLWU_LINE_BASE, amount, &why))
    g_error ("%s", why);
  if (*group != '\0' && !plwu_draft_table_set (self->lines, line, PLWU_LINE_GROUP, group, &why))
    g_error ("%s", why);
}

guint
plwu_draft_paste_lines (PlwuDraft *self, const char *text, GPtrArray **ret_rejected)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) rejected = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwuSheetTexts) texts = plwu_sheet_texts_parse (text, &error);
  Block block = { .texts = texts, .columns = { NOWHERE, NOWHERE, NOWHERE, NOWHERE }, .factor = 1 };
  guint n_read = 0;

  if (texts == NULL)
    g_ptr_array_add (rejected, g_strdup (error->message));
  if (texts != NULL)
    {
      clean_cells (texts);
      block.first_row = read_headings (&block) ? 1 : 0;
      guess_columns (&block);
    }
  for (guint i = block.first_row; texts != NULL && i < texts->n_rows; i++)
    {
      int64_t pence = 0;

      if (is_empty_row (&block, i))
        continue;

      g_autofree char *why = reject_row (&block, i, seen, &pence);

      if (why != NULL)
        g_ptr_array_add (rejected, g_strdup_printf (_ ("Row %u: %s."), i + 1, why));
      else
        {
          take_row (self, &block, i, pence);
          n_read++;
        }
    }
  *ret_rejected = g_steal_pointer (&rejected);
  return n_read;
}
