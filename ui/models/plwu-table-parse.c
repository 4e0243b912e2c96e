/* plwu-table-parse.c: what people type into a cell of a table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-table-model-private.h"

#include "findings/plwu-typed.h"

#include <string.h>

#include <glib/gi18n.h>

/* A bare number in a table shown in thousands is thousands. */
static char *
add_unit (const char *text, PlwUnit unit)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  gboolean has_bracket = g_str_has_suffix (bare, ")");

  if (unit == PLW_UNIT_POUNDS || *bare == '\0' || strstr (bare, "£") != NULL)
    return g_steal_pointer (&bare);
  if (has_bracket)
    bare[strlen (bare) - 1] = '\0';
  if (*bare == '\0' || g_ascii_isalpha (bare[strlen (bare) - 1]))
    return g_strdup (text);

  return g_strconcat (bare, unit == PLW_UNIT_THOUSANDS ? "k" : "m", has_bracket ? ")" : NULL, NULL);
}

/* `+3%`, `-3%` raises or lowers what is there; `*1.02` multiplies it. */
static gboolean
read_factor (const char *text, gboolean is_percent, int64_t *ret_factor)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  int64_t share;

  if (*bare == '*')
    return plw_decimal_parse (g_strstrip (bare + 1), PLW_PARSE_STRICT, ret_factor, NULL);
  if (is_percent || !g_str_has_suffix (bare, "%") || (*bare != '+' && *bare != '-'))
    return FALSE;

  bare[strlen (bare) - 1] = '\0';
  if (!plw_decimal_parse (bare + 1, PLW_PARSE_STRICT, &share, NULL) || ABS (share) > 1000 * PLW_DECIMAL_ONE)
    return FALSE;

  *ret_factor = PLW_DECIMAL_ONE + (*bare == '-' ? -share : share) / 100;
  return TRUE;
}

/* `+1` or `+1%` raises a percentage by a point; `-1` stays what it says. */
static gboolean
read_points (const char *text, int64_t *ret_points)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));

  if (*bare != '+')
    return FALSE;
  if (g_str_has_suffix (bare, "%"))
    bare[strlen (bare) - 1] = '\0';
  return plw_decimal_parse (g_strstrip (bare + 1), PLW_PARSE_STRICT, ret_points, NULL)
         && ABS (*ret_points) <= 1000 * PLW_DECIMAL_ONE;
}

static char *
apply_factor (PlwuTableModelPrivate *priv, PlwType type, size_t plan_row, size_t column, const char *text)
{
  const PlwPlan *plan = plwu_document_get_shown (priv->document);
  int64_t factor;
  int64_t points;

  if (type != PLW_TYPE_MONEY && type != PLW_TYPE_NUMBER && type != PLW_TYPE_PERCENT)
    return NULL;

  int64_t number = plw_plan_number (plan, priv->table, plan_row, column);

  if (type == PLW_TYPE_PERCENT && read_points (text, &points))
    return plw_decimal_to_text (number + points);
  if (!read_factor (text, type == PLW_TYPE_PERCENT, &factor))
    return NULL;

  int64_t product = plw_divide_round ((__int128) number * factor, PLW_DECIMAL_ONE);

  if (type != PLW_TYPE_MONEY)
    return plw_decimal_to_text (product);

  g_autofree char *plain = plw_pence_to_plain_text (ABS (product));
  return g_strdup_printf ("%s£%s", product < 0 ? "-" : "", plain);
}

static gboolean
fail (char **ret_why, char *why)
{
  *ret_why = why;
  return FALSE;
}

gboolean
plwu_table_parse_pence (PlwuTableModel *self,
                        const char *text,
                        gint64 present,
                        gint64 *ret_pence,
                        char **ret_why)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *whole = add_unit (stripped, plwu_document_get_unit (priv->document));
  g_autoptr (GError) error = NULL;
  int64_t factor;

  if (read_factor (stripped, FALSE, &factor))
    {
      *ret_pence = plw_divide_round ((__int128) present * factor, PLW_DECIMAL_ONE);
      return TRUE;
    }
  if (plw_pence_parse (whole, PLW_PARSE_ENTRY, ret_pence, &error))
    return TRUE;
  return fail (ret_why, g_strdup (error->message));
}

/* What the plan's reader is given in place of what was typed. */
static gboolean
translate (PlwuTableModel *self,
           size_t plan_row,
           size_t column,
           const char *text,
           char **ret_text,
           char **ret_why)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  const PlwPlan *plan = plwu_document_get_plan (priv->document);
  const PlwTableSpec *spec = plw_schema_table (priv->table);
  const PlwColumn *held = column < spec->n_columns ? &spec->columns[column] : NULL;
  PlwType type = plw_plan_column_type (plan, priv->table, column);
  PlwuTableColumn place = { FALSE, column };
  const char *choice;
  char *computed = apply_factor (priv, type, plan_row, column, text);

  if (computed != NULL)
    *ret_text = computed;
  else if (type == PLW_TYPE_MONEY && plwu_table_cells_scales (self, &place))
    *ret_text = add_unit (text, plwu_document_get_unit (priv->document));
  else if (type == PLW_TYPE_REF)
    return plwu_table_refs_read (priv, held->ref, text, ret_text, ret_why);
  else if (type == PLW_TYPE_CHOICE)
    {
      if (!plwu_typed_read_choice (held, text, &choice, ret_why))
        return FALSE;
      *ret_text = g_strdup (choice);
    }
  else if (type == PLW_TYPE_YESNO)
    *ret_text = g_strdup (plwu_typed_read_yesno (text));
  else
    *ret_text = g_strdup (text);
  return TRUE;
}

/* Keys that another row has would make the plan ambiguous. */
static gboolean
is_taken (PlwuTableModelPrivate *priv, size_t plan_row, size_t column, const char *text)
{
  const PlwPlan *plan = plwu_document_get_plan (priv->document);
  const PlwTableSpec *spec = plw_schema_table (priv->table);
  size_t row;

  return column < spec->n_columns && spec->columns[column].type == PLW_TYPE_CODE
         && strcmp (spec->columns[column].name, "code") == 0 && (spec->columns[column].flags & PLW_COLUMN_KEY)
         && priv->table != PLW_TABLE_EFFECTS && plw_plan_find_key (plan, priv->table, text, &row)
         && row != plan_row;
}

/**
 * plwu_table_parse:
 * @ret_why: (out) (transfer full): what is wrong and what would be right
 *
 * Returns: FALSE where the text is not what the cell asks for
 */
gboolean
plwu_table_parse (PlwuTableModel *self,
                  size_t plan_row,
                  size_t column,
                  const char *text,
                  PlwValue *ret_value,
                  char **ret_why)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  const PlwTableSpec *spec = plw_schema_table (priv->table);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *translated = NULL;
  g_autofree char *remedy = NULL;
  g_autoptr (GError) error = NULL;

  if (*stripped == '\0')
    {
      if (column < spec->n_columns && (spec->columns[column].flags & PLW_COLUMN_REQUIRED))
        return fail (ret_why, g_strdup_printf (_ ("%s may not be empty"), _ (spec->columns[column].title)));
      *ret_value = PLW_VALUE_EMPTY;
      return TRUE;
    }
  if (!translate (self, plan_row, column, stripped, &translated, ret_why))
    return FALSE;
  if (is_taken (priv, plan_row, column, translated))
    return fail (ret_why, g_strdup_printf (_ ("“%s” is the code of another row; write one that is not taken"),
                                           translated));
  if (plwu_document_parse_cell (priv->document, priv->table, column, translated, ret_value, &remedy, &error))
    return TRUE;

  return fail (ret_why, remedy != NULL ? g_strdup_printf ("%s; %s", error->message, remedy)
                                       : g_strdup (error->message));
}
