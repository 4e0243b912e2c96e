/* plwu-draft-read.c: how the cells of a new plan are understood and shown.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-draft-rules.h"

#include "findings/plwu-typed.h"
#include "plwu-fold.h"

#include <placewright/number.h>

#include <string.h>

#include <glib/gi18n.h>

#define RATE_LEAST (-50 * PLW_DECIMAL_ONE)
#define RATE_MOST (100 * PLW_DECIMAL_ONE)

gboolean
plwu_draft_read_choice (gpointer owner,
                        PlwuDraftTable *table,
                        guint column,
                        const char *text,
                        char **ret_text,
                        char **ret_why)
{
  const PlwColumn *held = plwu_draft_table_get_column (table, column);

  if (held->type == PLW_TYPE_CHOICE && !plwu_typed_read_choice (held, text, &text, ret_why))
    return FALSE;
  if (held->type == PLW_TYPE_YESNO)
    text = plwu_typed_read_yesno (text);
  return plwu_draft_table_read_as_plan (table, column, text, ret_text, ret_why);
}

/* @ret_row: (out): the first row called @name */
static guint
count_names (PlwuDraftTable *table, const char *name, guint *ret_row)
{
  guint n = 0;

  for (guint i = 0; i < plwu_draft_table_n_chosen (table); i++)
    {
      g_autofree char *own = plwu_draft_table_get (table, i, 0);

      if (plwu_fold_equal (own, name) && n++ == 0)
        *ret_row = i;
    }
  return n;
}

/* Codes are not shown here, so that names have to tell rows apart. */
static char *
refuse_row (const char *text, gboolean is_driver, guint n_names)
{
  if (is_driver && n_names == 0)
    return g_strdup_printf (_ ("“%s” is not one of the assumptions; write one of their names, or none"),
                            text);
  if (n_names == 0)
    return g_strdup_printf (_ ("“%s” is not one of the partners; write one of their names"), text);
  return g_strdup_printf (
      is_driver ? _ ("“%s” is the name of more than one assumption; give each a name of its own")
                : _ ("“%s” is the name of more than one partner; give each a name of its own"),
      text);
}

/* @none: (nullable): the word for none of them */
static gboolean
read_row (PlwuDraftTable *table, const char *text, const char *none, char **ret_text, char **ret_why)
{
  guint row = 0;
  guint n_names = count_names (table, text, &row);

  if (none != NULL && (plwu_fold_equal (text, none) || strcmp (text, "-") == 0))
    *ret_text = g_strdup (none);
  else if (n_names == 1 || plwu_draft_table_find_code (table, text, &row))
    *ret_text = g_strdup (plwu_draft_table_code (table, row));
  else
    {
      *ret_why = refuse_row (text, none != NULL, n_names);
      return FALSE;
    }
  return TRUE;
}

gboolean
plwu_draft_read_line (gpointer owner,
                      PlwuDraftTable *table,
                      guint column,
                      const char *text,
                      char **ret_text,
                      char **ret_why)
{
  PlwuDraft *self = owner;

  if (column == PLWU_LINE_HOLDER)
    return read_row (self->partners, text, NULL, ret_text, ret_why);
  if (column == PLWU_LINE_DEMAND)
    return read_row (self->drivers, text, PLWU_DRAFT_NONE, ret_text, ret_why);
  return plwu_draft_read_choice (owner, table, column, text, ret_text, ret_why);
}

/* Returns: (transfer full) (nullable): the group or line called @text, as it is written there */
static char *
find_use (PlwuDraft *self, const char *text)
{
  const PlwuUsual *list = plwu_draft_table_get_list (self->lines);
  guint row;

  for (guint i = 0; i < plwu_draft_table_n_chosen (self->lines); i++)
    {
      g_autofree char *group = plwu_draft_table_get (self->lines, i, PLWU_LINE_GROUP);

      if (plwu_fold_equal (group, text))
        return g_steal_pointer (&group);
    }
  if (plwu_draft_table_find_name (self->lines, text, &row))
    return plwu_draft_table_get (self->lines, row, PLWU_LINE_NAME);
  if (plwu_usual_find (list, "group", text, &row))
    return g_strdup (plwu_usual_text (list, row, "group"));
  return NULL;
}

/* Groups and lines, set apart by semicolons, each once. */
static gboolean
read_uses (PlwuDraft *self, const char *text, char **ret_text, char **ret_why)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *use = *g_strstrip (parts[i]) != '\0' ? find_use (self, parts[i]) : NULL;

      if (use == NULL)
        {
          *ret_why =
              g_strdup_printf (_ ("“%s” is not a group or a line; write some of them with semicolons, or "
                                  "“anything”, or “its holder” for its holder's services"),
                               parts[i]);
          return FALSE;
        }
      if (g_ptr_array_find_with_equal_func (uses, use, g_str_equal, NULL))
        g_free (use);
      else
        g_ptr_array_add (uses, use);
    }
  g_ptr_array_add (uses, NULL);
  *ret_text = g_strjoinv ("; ", (char **) uses->pdata);
  return TRUE;
}

static gboolean
read_fence (PlwuDraft *self, const char *text, char **ret_text, char **ret_why)
{
  static const char *const words[][2] = {
    { PLWU_DRAFT_ANYTHING, "any" },
    { PLWU_DRAFT_OF_HOLDER, "holder" },
    { PLWU_DRAFT_OF_PROJECT, "project" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (words); i++)
    if (plwu_fold_equal (text, words[i][0]) || plwu_fold_equal (text, words[i][1]))
      {
        *ret_text = g_strdup (words[i][0]);
        return TRUE;
      }
  return read_uses (self, text, ret_text, ret_why);
}

/* Other pots have no codes to write here yet. */
static gboolean
read_unspent (PlwuDraftTable *table, const char *text, char **ret_text, char **ret_why)
{
  g_autofree char *folded = plwu_fold (text);

  if (strcmp (folded, PLWU_DRAFT_TO_RESERVE) == 0 || strcmp (folded, "reserve") == 0)
    {
      *ret_text = g_strdup (PLWU_DRAFT_TO_RESERVE);
      return TRUE;
    }
  if (g_str_has_prefix (folded, "to") || strchr (folded, ' ') != NULL)
    {
      *ret_why = g_strdup_printf (
          _ ("“%s” is not a rule for what is unspent; write lapse, keep, keep:1 or “to reserve”"), text);
      return FALSE;
    }
  return plwu_draft_table_read_as_plan (table, PLWU_POT_UNSPENT, folded, ret_text, ret_why);
}

gboolean
plwu_draft_read_pot (gpointer owner,
                     PlwuDraftTable *table,
                     guint column,
                     const char *text,
                     char **ret_text,
                     char **ret_why)
{
  PlwuDraft *self = owner;

  switch (column)
    {
    case PLWU_POT_HOLDER:
      return read_row (self->partners, text, NULL, ret_text, ret_why);
    case PLWU_POT_DRIVER:
      return read_row (self->drivers, text, PLWU_DRAFT_NONE, ret_text, ret_why);
    case PLWU_POT_FENCE:
      return read_fence (self, text, ret_text, ret_why);
    case PLWU_POT_UNSPENT:
      return read_unspent (table, text, ret_text, ret_why);
    default:
      return plwu_draft_read_choice (owner, table, column, text, ret_text, ret_why);
    }
}

/* A rate that would make a plan meaningless is a slip. */
gboolean
plwu_draft_read_driver (gpointer owner,
                        PlwuDraftTable *table,
                        guint column,
                        const char *text,
                        char **ret_text,
                        char **ret_why)
{
  g_autofree char *held = NULL;
  int64_t rate = 0;

  if (!plwu_draft_read_choice (owner, table, column, text, &held, ret_why))
    return FALSE;
  if ((column == PLWU_DRIVER_RATE || column == PLWU_DRIVER_LOW || column == PLWU_DRIVER_HIGH)
      && (!plw_decimal_parse (held, PLW_PARSE_STRICT, &rate, NULL) || rate < RATE_LEAST || rate > RATE_MOST))
    {
      *ret_why = g_strdup_printf (_ ("“%s” is out of reach; write percent from -50 to 100"), text);
      return FALSE;
    }
  *ret_text = g_steal_pointer (&held);
  return TRUE;
}

static char *
show_name (PlwuDraftTable *table, const char *code)
{
  guint row;

  return plwu_draft_table_find_code (table, code, &row) ? plwu_draft_table_get (table, row, 0) : NULL;
}

char *
plwu_draft_show_line (gpointer owner, guint column, const char *text)
{
  PlwuDraft *self = owner;

  if (column == PLWU_LINE_HOLDER)
    return show_name (self->partners, text);
  if (column == PLWU_LINE_DEMAND)
    return show_name (self->drivers, text);
  return NULL;
}

char *
plwu_draft_show_pot (gpointer owner, guint column, const char *text)
{
  PlwuDraft *self = owner;

  if (column == PLWU_POT_HOLDER)
    return show_name (self->partners, text);
  if (column == PLWU_POT_DRIVER)
    return show_name (self->drivers, text);
  return NULL;
}

static gboolean
is_gone (PlwuDraftTable *table, const char *code)
{
  guint row;

  return strcmp (code, PLWU_DRAFT_NONE) != 0 && !plwu_draft_table_find_code (table, code, &row);
}

gboolean
plwu_draft_is_line_stale (gpointer owner, guint column, const char *text)
{
  PlwuDraft *self = owner;

  return (column == PLWU_LINE_HOLDER && is_gone (self->partners, text))
         || (column == PLWU_LINE_DEMAND && is_gone (self->drivers, text));
}

gboolean
plwu_draft_is_pot_stale (gpointer owner, guint column, const char *text)
{
  PlwuDraft *self = owner;

  return (column == PLWU_POT_HOLDER && is_gone (self->partners, text))
         || (column == PLWU_POT_DRIVER && is_gone (self->drivers, text));
}
