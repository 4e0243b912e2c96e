/* cell.c: what a cell means, how it is read and written.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "plan/plan-private.h"

#include <string.h>

#define CODE_LENGTH_MOST 32
#define TEXT_LENGTH_MOST 100000

bool
plw_code_is_valid (const char *text)
{
  size_t length = strlen (text);

  if (length < 1 || length > CODE_LENGTH_MOST)
    return false;
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_' && *p != '.')
      return false;
  return true;
}

const char *
plw_unspent_target (const char *unspent)
{
  return g_str_has_prefix (unspent, "to:") ? unspent + strlen ("to:") : NULL;
}

int
plw_unspent_years (const char *unspent)
{
  if (!g_str_has_prefix (unspent, "keep:"))
    return -1;
  return (int) g_ascii_strtoll (unspent + strlen ("keep:"), NULL, 10);
}

static bool
unspent_is_valid (const char *text)
{
  const char *target = plw_unspent_target (text);

  if (target != NULL)
    return plw_code_is_valid (target);
  if (g_str_has_prefix (text, "keep:"))
    {
      const char *years = text + strlen ("keep:");
      size_t length = strlen (years);

      for (size_t i = 0; i < length; i++)
        if (!g_ascii_isdigit (years[i]))
          return false;
      return length >= 1 && length <= 2 && (length == 1 || years[0] != '0');
    }
  return strcmp (text, "lapse") == 0 || strcmp (text, "keep") == 0;
}

/* @what: (transfer full) */
static bool
fail (GError **error, char **ret_remedy, const char *remedy, char *what)
{
  if (ret_remedy != NULL)
    *ret_remedy = g_strdup (remedy);
  g_set_error_literal (error, PLW_ERROR, PLW_ERROR_SYNTAX, what);
  g_free (what);
  return false;
}

static bool
parse_choice (const PlwForm *form, const char *text, int64_t *ret_number, char **ret_remedy, GError **error)
{
  for (size_t i = 0; form->choices[i] != NULL; i++)
    if (strcmp (form->choices[i], text) == 0)
      {
        *ret_number = (int64_t) i;
        return true;
      }

  g_autofree char *all = g_strjoinv (", ", (char **) form->choices);
  g_autofree char *remedy = g_strdup_printf (_ ("write one of %s"), all);

  return fail (error, ret_remedy, remedy, g_strdup_printf (_ ("“%s” is not one of the choices"), text));
}

static bool
parse_integer (const char *text, int64_t *ret_number, char **ret_remedy, GError **error)
{
  int64_t billionths;

  if (plw_decimal_parse (text, PLW_PARSE_STRICT, &billionths, NULL) && billionths % PLW_DECIMAL_ONE == 0)
    {
      *ret_number = billionths / PLW_DECIMAL_ONE;
      return true;
    }
  return fail (error, ret_remedy, _ ("write a whole number such as 3"),
               g_strdup_printf (_ ("“%s” is not a whole number"), text));
}

static bool
parse_yesno (const char *text, int64_t *ret_number, char **ret_remedy, GError **error)
{
  bool is_yes = strcmp (text, "yes") == 0;

  if (!is_yes && strcmp (text, "no") != 0)
    return fail (error, ret_remedy, _ ("write yes or no"),
                 g_strdup_printf (_ ("“%s” is neither yes nor no"), text));
  *ret_number = is_yes;
  return true;
}

static bool
parse_year (const char *text, int64_t *ret_number, char **ret_remedy, GError **error)
{
  int year;

  if (!plw_year_parse (text, &year))
    return fail (error, ret_remedy, _ ("write a year as 2026/27"),
                 g_strdup_printf (_ ("“%s” is not a financial year"), text));
  *ret_number = year;
  return true;
}

static bool
parse_number (const PlwForm *form,
              const char *text,
              PlwParseStyle style,
              int64_t *ret_number,
              char **ret_remedy,
              GError **error)
{
  const char *remedy = NULL;
  bool is_right = false;

  switch (form->type)
    {
    case PLW_TYPE_CHOICE:
      return parse_choice (form, text, ret_number, ret_remedy, error);
    case PLW_TYPE_YESNO:
      return parse_yesno (text, ret_number, ret_remedy, error);
    case PLW_TYPE_INTEGER:
      return parse_integer (text, ret_number, ret_remedy, error);
    case PLW_TYPE_YEAR:
      return parse_year (text, ret_number, ret_remedy, error);
    case PLW_TYPE_MONEY:
      remedy = _ ("write pounds such as 1250000 or 1250000.50");
      is_right = plw_pence_parse (text, style, ret_number, error);
      break;
    case PLW_TYPE_PERCENT:
      remedy = _ ("write a percentage such as 3.5");
      is_right = plw_decimal_parse (text, style, ret_number, error);
      break;
    default:
      remedy = _ ("write a number such as 1250 or 0.75");
      is_right = plw_decimal_parse (text, style, ret_number, error);
      break;
    }
  if (!is_right && ret_remedy != NULL)
    *ret_remedy = g_strdup (remedy);
  return is_right;
}

/* A held number as people write it, for limits in messages. */
static char *
limit_to_text (PlwType type, int64_t number)
{
  if (type == PLW_TYPE_MONEY)
    return plw_pence_to_plain_text (number);
  if (type == PLW_TYPE_PERCENT || type == PLW_TYPE_NUMBER)
    return plw_decimal_to_text (number);
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static bool
check_limits (const PlwForm *form, int64_t number, const char *text, char **ret_remedy, GError **error)
{
  bool is_low = number < form->least;
  bool is_high = form->most > form->least && number > form->most;

  if (form->least == 0 && form->most == 0)
    return true;
  if (!is_low && !is_high)
    return true;

  g_autofree char *least = limit_to_text (form->type, form->least);
  g_autofree char *most = limit_to_text (form->type, form->most);
  g_autofree char *remedy = form->most > form->least
                                ? g_strdup_printf (_ ("write a figure from %s to %s"), least, most)
                                : g_strdup_printf (_ ("write a figure of %s or more"), least);

  if (is_low)
    return fail (error, ret_remedy, remedy, g_strdup_printf (_ ("“%s” is too small"), text));
  return fail (error, ret_remedy, remedy, g_strdup_printf (_ ("“%s” is too large"), text));
}

static bool
parse_text (const PlwForm *form, const char *text, char **ret_remedy, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    return fail (error, ret_remedy, _ ("save the file as UTF-8"), g_strdup (_ ("the text is not UTF-8")));
  if (strlen (text) > TEXT_LENGTH_MOST)
    return fail (error, ret_remedy, _ ("shorten it"), g_strdup (_ ("the text is longer than 100,000 bytes")));
  if ((form->type == PLW_TYPE_CODE || form->type == PLW_TYPE_REF) && !plw_code_is_valid (text))
    return fail (error, ret_remedy, _ ("use 1 to 32 letters, digits, “-”, “_” or “.”"),
                 g_strdup_printf (_ ("“%s” is not a code"), text));
  if (form->type == PLW_TYPE_UNSPENT && !unspent_is_valid (text))
    return fail (error, ret_remedy, _ ("write lapse, keep, keep:2 or to: and a pot's code"),
                 g_strdup_printf (_ ("“%s” is not a rule for unspent money"), text));
  return true;
}

bool
plw_form_parse (PlwPlan *plan,
                const PlwForm *form,
                const char *text,
                PlwParseStyle style,
                PlwValue *ret_value,
                char **ret_remedy,
                GError **error)
{
  int64_t number = 0;

  g_return_val_if_fail (text != NULL && ret_value != NULL, false);

  if (ret_remedy != NULL)
    *ret_remedy = NULL;
  if (plw_type_is_text (form->type) && text[0] != '\0')
    {
      if (!parse_text (form, text, ret_remedy, error))
        return false;
      *ret_value = plw_value_text (plw_plan_intern (plan, text));
      return true;
    }

  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  if (trimmed[0] == '\0')
    {
      *ret_value = PLW_VALUE_EMPTY;
      return true;
    }
  if (!parse_number (form, trimmed, style, &number, ret_remedy, error)
      || !check_limits (form, number, trimmed, ret_remedy, error))
    return false;
  *ret_value = plw_value_number (number);
  return true;
}

PlwForm
plw_plan_column_form (const PlwPlan *plan, PlwTableId table, size_t column)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  if (column < spec->n_columns)
    return (PlwForm){
      .type = spec->columns[column].type,
      .choices = spec->columns[column].choices,
      .least = spec->columns[column].least,
      .most = spec->columns[column].most,
    };
  return (PlwForm){
    .type = spec->years,
    .least = spec->years_least,
    .most = spec->years == PLW_TYPE_MONEY     ? PLW_PENCE_MAX
            : spec->years == PLW_TYPE_PERCENT ? 1000 * PLW_DECIMAL_ONE
                                              : PLW_DECIMAL_MAX,
  };
}

PlwForm
plw_setting_form (const PlwSetting *setting)
{
  return (PlwForm){ .type = setting->type, .least = setting->least, .most = setting->most };
}

bool
plw_plan_parse_cell (PlwPlan *plan,
                     PlwTableId table,
                     size_t column,
                     const char *text,
                     PlwParseStyle style,
                     PlwValue *ret_value,
                     char **ret_remedy,
                     GError **error)
{
  g_return_val_if_fail (column < plw_plan_n_columns (plan, table), false);

  PlwForm form = plw_plan_column_form (plan, table, column);
  return plw_form_parse (plan, &form, text, style, ret_value, ret_remedy, error);
}

static char *
number_to_text (const PlwForm *form, int64_t number)
{
  switch (form->type)
    {
    case PLW_TYPE_CHOICE:
      return g_strdup (form->choices[number]);
    case PLW_TYPE_YESNO:
      return g_strdup (number != 0 ? "yes" : "no");
    case PLW_TYPE_MONEY:
      return plw_pence_to_plain_text (number);
    case PLW_TYPE_PERCENT:
    case PLW_TYPE_NUMBER:
      return plw_decimal_to_text (number);
    case PLW_TYPE_YEAR:
      return plw_year_to_text ((int) number);
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, number);
    }
}

char *
plw_plan_cell_to_text (const PlwPlan *plan, PlwTableId table, size_t row, size_t column)
{
  PlwValue value = plw_plan_get (plan, table, row, column);
  PlwForm form = plw_plan_column_form (plan, table, column);

  if (!value.is_set)
    return g_strdup ("");
  return plw_type_is_text (form.type) ? g_strdup (value.text) : number_to_text (&form, value.number);
}

const char *
plw_plan_text (const PlwPlan *plan, PlwTableId table, size_t row, size_t column)
{
  const PlwTableSpec *spec = plw_schema_table (table);
  PlwValue value = plw_plan_get (plan, table, row, column);

  g_return_val_if_fail (column < spec->n_columns, "");

  const PlwColumn *held = &spec->columns[column];
  if (value.is_set && held->type == PLW_TYPE_CHOICE)
    return held->choices[value.number];
  if (value.is_set && plw_type_is_text (held->type))
    return value.text;
  return held->fallback != NULL ? held->fallback : "";
}

static int64_t
fallback_number (const PlwColumn *column)
{
  PlwForm form = { column->type, column->choices, column->least, column->most };
  int64_t number = form.type == PLW_TYPE_CHOICE ? -1 : 0;

  if (column->fallback != NULL
      && !parse_number (&form, column->fallback, PLW_PARSE_STRICT, &number, NULL, NULL))
    g_assert_not_reached ();
  return number;
}

/* The numbers that empty cells stand for, by table and column. Read once: plans are evaluated
 * after every edit, and most of their cells are empty.
 */
static const int64_t *
get_fallbacks (PlwTableId table)
{
  static int64_t *fallbacks[PLW_N_TABLES];

  if (g_once_init_enter (&fallbacks[table]))
    {
      const PlwTableSpec *spec = plw_schema_table (table);
      int64_t *numbers = g_new0 (int64_t, spec->n_columns);

      for (size_t i = 0; i < spec->n_columns; i++)
        if (!plw_type_is_text (spec->columns[i].type))
          numbers[i] = fallback_number (&spec->columns[i]);
      g_once_init_leave (&fallbacks[table], numbers);
    }
  return fallbacks[table];
}

static int64_t
year_number (const PlwPlan *plan, const PlwTableSpec *spec, size_t row, size_t column)
{
  for (size_t i = column + 1; i-- > spec->n_columns;)
    {
      PlwValue value = plw_plan_get (plan, spec->id, row, i);

      if (value.is_set)
        return value.number;
      if (spec->years_rule != PLW_YEARS_CARRY)
        break;
    }
  return 0;
}

int64_t
plw_plan_number (const PlwPlan *plan, PlwTableId table, size_t row, size_t column)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  if (column >= spec->n_columns)
    return year_number (plan, spec, row, column);

  PlwValue value = plw_plan_get (plan, table, row, column);

  g_return_val_if_fail (!plw_type_is_text (spec->columns[column].type), 0);

  return value.is_set ? value.number : get_fallbacks (table)[column];
}

const char *
plw_plan_name (const PlwPlan *plan, PlwTableId table, size_t row)
{
  const PlwTableSpec *spec = plw_schema_table (table);
  const char *code = "";

  for (size_t i = spec->n_columns; i-- > 0;)
    {
      const char *text = "";

      if (spec->columns[i].flags & (PLW_COLUMN_NAME | PLW_COLUMN_KEY))
        text = plw_plan_text (plan, table, row, i);
      if ((spec->columns[i].flags & PLW_COLUMN_NAME) && text[0] != '\0')
        return text;
      if (spec->columns[i].flags & PLW_COLUMN_KEY && code[0] == '\0')
        code = text;
    }
  return code;
}

const char *
plw_plan_setting (const PlwPlan *plan, const char *key)
{
  const PlwSetting *setting = plw_schema_find_setting (key);
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_PLAN);

  for (size_t i = 0; i < n_rows; i++)
    {
      PlwValue value = plw_plan_get (plan, PLW_TABLE_PLAN, i, PLW_PLAN_VALUE);

      if (value.is_set && strcmp (plw_plan_text (plan, PLW_TABLE_PLAN, i, PLW_PLAN_KEY), key) == 0)
        return value.text;
    }
  return setting != NULL && setting->fallback != NULL ? setting->fallback : "";
}

int64_t
plw_plan_setting_number (const PlwPlan *plan, const char *key, int64_t missing)
{
  const PlwSetting *setting = plw_schema_find_setting (key);
  const char *text = plw_plan_setting (plan, key);
  int64_t number = missing;

  g_return_val_if_fail (setting != NULL && !plw_type_is_text (setting->type), missing);

  PlwForm form = plw_setting_form (setting);
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  if (trimmed[0] == '\0' || !parse_number (&form, trimmed, PLW_PARSE_STRICT, &number, NULL, NULL))
    return missing;
  return number;
}
