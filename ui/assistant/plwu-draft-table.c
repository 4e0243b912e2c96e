/* plwu-draft-table.c: rows chosen for a new plan, with what is usual until something is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-draft-private.h"

#include "findings/plwu-labels.h"
#include "plwu-fold.h"

#include <placewright/number.h>

#include <string.h>

#include <glib/gi18n.h>

#define CODE_MOST 32

G_DEFINE_FINAL_TYPE_WITH_CODE (PlwuDraftTable,
                               plwu_draft_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLWU_TYPE_SHEET_MODEL, plwu_draft_table_sheet_init))

static void
free_row (gpointer data)
{
  PlwuDraftRow *row = data;

  for (guint i = 0; i < row->n_texts; i++)
    g_free (row->texts[i]);
  g_free (row->texts);
  g_free (row->code);
  g_free (row);
}

static PlwuDraftRow *
get_row (PlwuDraftTable *self, guint row)
{
  g_assert (row < self->chosen->len);

  return g_ptr_array_index (self->chosen, row);
}

static void
changed (PlwuDraftTable *self)
{
  g_ptr_array_set_size (self->chosen, 0);
  for (guint i = 0; i < self->rows->len; i++)
    if (((PlwuDraftRow *) g_ptr_array_index (self->rows, i))->is_chosen)
      g_ptr_array_add (self->chosen, g_ptr_array_index (self->rows, i));
  plwu_sheet_model_reset (PLWU_SHEET_MODEL (self));
}

static gboolean
is_code_taken (PlwuDraftTable *self, const char *code)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (strcmp (((PlwuDraftRow *) g_ptr_array_index (self->rows, i))->code, code) == 0)
      return TRUE;
  return FALSE;
}

/* `Parks & gardens` is parks-gardens; a code that is taken gets a number. */
static char *
make_code (PlwuDraftTable *self, const char *name)
{
  g_autofree char *folded = plwu_fold (name);
  g_autoptr (GString) code = g_string_new (NULL);

  for (const char *p = folded; *p != '\0' && code->len < CODE_MOST - 4; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (code, *p);
    else if (code->len > 0 && code->str[code->len - 1] != '-')
      g_string_append_c (code, '-');
  if (code->len > 0 && code->str[code->len - 1] == '-')
    g_string_truncate (code, code->len - 1);
  if (code->len == 0)
    g_string_append (code, "row");

  gsize length = code->len;

  for (guint i = 2; is_code_taken (self, code->str); i++)
    {
      g_string_truncate (code, length);
      g_string_append_printf (code, "-%u", i);
    }
  return g_strdup (code->str);
}

/* @code: (nullable): NULL: made from @name. Rows stand in the list's order, one's own last. */
static PlwuDraftRow *
add_row (PlwuDraftTable *self, int usual_row, const char *code, const char *name)
{
  PlwuDraftRow *row = g_new0 (PlwuDraftRow, 1);
  guint position = self->rows->len;

  row->usual_row = usual_row;
  row->is_chosen = TRUE;
  row->code = make_code (self, code != NULL ? code : name);
  row->n_texts = self->spec->n_columns;
  row->texts = g_new0 (char *, row->n_texts);

  for (guint i = 0; usual_row >= 0 && i < self->rows->len && position == self->rows->len; i++)
    {
      const PlwuDraftRow *other = g_ptr_array_index (self->rows, i);

      if (other->usual_row < 0 || other->usual_row > usual_row)
        position = i;
    }
  g_ptr_array_insert (self->rows, (int) position, row);
  return row;
}

const PlwuUsual *
plwu_draft_table_get_list (PlwuDraftTable *self)
{
  return self->list;
}

gboolean
plwu_draft_table_is_chosen (PlwuDraftTable *self, guint usual_row)
{
  guint row;

  return plwu_draft_table_find_usual (self, usual_row, &row);
}

void
plwu_draft_table_choose (PlwuDraftTable *self, guint usual_row, gboolean is_chosen)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      PlwuDraftRow *row = g_ptr_array_index (self->rows, i);

      if (row->usual_row != (int) usual_row)
        continue;
      row->is_chosen = is_chosen;
      is_found = TRUE;
    }
  if (!is_found && is_chosen)
    add_row (self, (int) usual_row, plwu_usual_text (self->list, usual_row, "code"), NULL);
  changed (self);
}

gboolean
plwu_draft_table_find_usual (PlwuDraftTable *self, guint usual_row, guint *ret_row)
{
  for (guint i = 0; i < self->chosen->len; i++)
    if (get_row (self, i)->usual_row == (int) usual_row)
      {
        *ret_row = i;
        return TRUE;
      }
  return FALSE;
}

guint
plwu_draft_table_n_chosen (PlwuDraftTable *self)
{
  return self->chosen->len;
}

guint
plwu_draft_table_add_own (PlwuDraftTable *self, const char *code, const char *name)
{
  PlwuDraftRow *row = add_row (self, -1, code, name);
  guint place = 0;

  row->texts[PLWU_DRAFT_NAME] = g_strdup (name);
  changed (self);
  g_ptr_array_find (self->chosen, row, &place);
  return place;
}

guint
plwu_draft_table_repeat (PlwuDraftTable *self, guint index)
{
  const PlwuDraftRow *old = get_row (self, index);
  g_autofree char *name = plwu_draft_table_get (self, index, PLWU_DRAFT_NAME);
  PlwuDraftRow *row = add_row (self, old->usual_row, old->code, NULL);
  guint place = 0;
  guint n_alike = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n_alike += ((PlwuDraftRow *) g_ptr_array_index (self->rows, i))->usual_row == old->usual_row;
  row->texts[PLWU_DRAFT_NAME] = g_strdup_printf ("%s %u", name, n_alike);
  changed (self);
  g_ptr_array_find (self->chosen, row, &place);
  return place;
}

void
plwu_draft_table_remove (PlwuDraftTable *self, guint row)
{
  get_row (self, row)->is_chosen = FALSE;
  changed (self);
}

const char *
plwu_draft_table_usual_text (PlwuDraftTable *self, guint row, const char *field)
{
  int usual_row = get_row (self, row)->usual_row;

  return usual_row < 0 ? "" : plwu_usual_text (self->list, (guint) usual_row, field);
}

/* Returns: (nullable): what was typed, where it still means something */
static const char *
get_typed (PlwuDraftTable *self, guint row, guint column)
{
  const char *text = get_row (self, row)->texts[column];
  gboolean is_stale =
      text != NULL && self->spec->is_stale != NULL && self->spec->is_stale (self->owner, column, text);

  return is_stale ? NULL : text;
}

char *
plwu_draft_table_get (PlwuDraftTable *self, guint row, guint column)
{
  const char *typed = get_typed (self, row, column);
  const char *field = self->spec->columns[column].field;
  char *usual = NULL;

  if (typed != NULL)
    return g_strdup (typed);
  if (self->spec->usual != NULL)
    usual = self->spec->usual (self->owner, self, row, column);
  if (usual != NULL)
    return usual;
  return g_strdup (field != NULL ? plwu_draft_table_usual_text (self, row, field) : "");
}

gboolean
plwu_draft_table_is_assumed (PlwuDraftTable *self, guint row, guint column)
{
  g_autofree char *text = plwu_draft_table_get (self, row, column);

  return get_typed (self, row, column) == NULL && *text != '\0';
}

const char *
plwu_draft_table_code (PlwuDraftTable *self, guint row)
{
  return get_row (self, row)->code;
}

gboolean
plwu_draft_table_find_code (PlwuDraftTable *self, const char *code, guint *ret_row)
{
  for (guint i = 0; i < self->chosen->len; i++)
    if (strcmp (get_row (self, i)->code, code) == 0)
      {
        *ret_row = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
plwu_draft_table_find_name (PlwuDraftTable *self, const char *name, guint *ret_row)
{
  for (guint i = 0; i < self->chosen->len; i++)
    {
      g_autofree char *own = plwu_draft_table_get (self, i, PLWU_DRAFT_NAME);

      if (plwu_fold_equal (own, name))
        {
          *ret_row = i;
          return TRUE;
        }
    }
  return FALSE;
}

const PlwColumn *
plwu_draft_table_get_column (PlwuDraftTable *self, guint column)
{
  const PlwuDraftColumn *spec = &self->spec->columns[column];

  return &plw_schema_table (spec->table)->columns[spec->column];
}

gboolean
plwu_draft_table_read_as_plan (PlwuDraftTable *self,
                               guint column,
                               const char *text,
                               char **ret_text,
                               char **ret_why)
{
  const PlwuDraftColumn *spec = &self->spec->columns[column];
  g_autofree char *remedy = NULL;
  g_autoptr (GError) error = NULL;
  PlwValue value;

  if (!plw_plan_parse_cell (self->scratch, spec->table, spec->column, text, PLW_PARSE_ENTRY, &value, &remedy,
                            &error))
    {
      *ret_why =
          remedy != NULL ? g_strdup_printf ("%s; %s", error->message, remedy) : g_strdup (error->message);
      return FALSE;
    }
  if (plw_plan_n_rows (self->scratch, spec->table) == 0)
    plw_plan_append (self->scratch, spec->table, NULL, 0);
  plw_plan_set (self->scratch, spec->table, 0, spec->column, value);
  *ret_text = plw_plan_cell_to_text (self->scratch, spec->table, 0, spec->column);
  return TRUE;
}

static gboolean
read_text (PlwuDraftTable *self, guint column, const char *text, char **ret_text, char **ret_why)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0')
    {
      *ret_text = NULL;
      return TRUE;
    }
  if (g_utf8_strlen (stripped, -1) > PLWU_DRAFT_NAME_MOST)
    {
      *ret_why = g_strdup_printf (_ ("the text is longer than %d letters; shorten it"), PLWU_DRAFT_NAME_MOST);
      return FALSE;
    }
  if (self->spec->read != NULL)
    return self->spec->read (self->owner, self, column, stripped, ret_text, ret_why);
  return plwu_draft_table_read_as_plan (self, column, stripped, ret_text, ret_why);
}

gboolean
plwu_draft_table_set (PlwuDraftTable *self, guint row, guint column, const char *text, char **ret_why)
{
  char *held = NULL;

  if (!read_text (self, column, text, &held, ret_why))
    return FALSE;

  g_free (get_row (self, row)->texts[column]);
  get_row (self, row)->texts[column] = held;
  plwu_sheet_model_changed (PLWU_SHEET_MODEL (self), row, 1);
  return TRUE;
}

/* Returns: FALSE where the cell is empty or holds no such value */
static gboolean
get_value (PlwuDraftTable *self, guint row, guint column, PlwValue *ret_value)
{
  const PlwuDraftColumn *spec = &self->spec->columns[column];
  g_autofree char *text = plwu_draft_table_get (self, row, column);

  return *text != '\0'
         && plw_plan_parse_cell (self->scratch, spec->table, spec->column, text, PLW_PARSE_STRICT, ret_value,
                                 NULL, NULL);
}

int64_t
plwu_draft_table_get_number (PlwuDraftTable *self, guint row, guint column, int64_t missing)
{
  PlwValue value;

  return get_value (self, row, column, &value) ? value.number : missing;
}

char *
plwu_draft_table_show (PlwuDraftTable *self, guint row, guint column)
{
  const PlwuDraftColumn *spec = &self->spec->columns[column];
  PlwType type = plwu_draft_table_get_column (self, column)->type;
  g_autofree char *text = plwu_draft_table_get (self, row, column);
  char *shown =
      self->spec->show != NULL && *text != '\0' ? self->spec->show (self->owner, column, text) : NULL;
  PlwValue value;

  if (shown != NULL)
    return shown;
  if (type == PLW_TYPE_MONEY && *text != '\0')
    return plw_pence_show (plwu_draft_table_get_number (self, row, column, 0), PLW_UNIT_POUNDS);
  if ((type == PLW_TYPE_CHOICE || type == PLW_TYPE_YESNO) && get_value (self, row, column, &value))
    return plwu_label_value (self->scratch, spec->table, spec->column, value);
  return g_steal_pointer (&text);
}

char *
plwu_draft_table_edit_text (PlwuDraftTable *self, guint row, guint column)
{
  g_autofree char *held = plwu_draft_table_get (self, row, column);
  g_autofree char *shown = plwu_draft_table_show (self, row, column);
  g_autofree char *read = NULL;
  g_autofree char *why = NULL;

  if (plwu_draft_table_get_column (self, column)->type != PLW_TYPE_MONEY
      && read_text (self, column, shown, &read, &why) && g_strcmp0 (read, held) == 0)
    return g_steal_pointer (&shown);
  return g_steal_pointer (&held);
}

int64_t
plwu_draft_table_total (PlwuDraftTable *self, guint column)
{
  int64_t total = 0;

  for (guint i = 0; i < self->chosen->len; i++)
    total += plwu_draft_table_get_number (self, i, column, 0);
  return total;
}

static void
plwu_draft_table_finalize (GObject *object)
{
  PlwuDraftTable *self = PLWU_DRAFT_TABLE (object);

  g_ptr_array_unref (self->chosen);
  g_ptr_array_unref (self->rows);
  plw_plan_free (self->scratch);

  G_OBJECT_CLASS (plwu_draft_table_parent_class)->finalize (object);
}

static void
plwu_draft_table_class_init (PlwuDraftTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plwu_draft_table_finalize;
}

static void
plwu_draft_table_init (PlwuDraftTable *self)
{
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->chosen = g_ptr_array_new ();
  self->scratch = plw_plan_new ();
}

PlwuDraftTable *
plwu_draft_table_new (const PlwuDraftSpec *spec, gpointer owner)
{
  g_return_val_if_fail (spec != NULL, NULL);

  PlwuDraftTable *self = g_object_new (PLWU_TYPE_DRAFT_TABLE, NULL);

  self->spec = spec;
  self->owner = owner;
  self->list = plwu_usual_get (spec->list);

  return self;
}
