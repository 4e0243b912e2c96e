/* template-table.c: one table of a plan as a sheet of the plan workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/template.h"

#include "base/i18n.h"

#include <string.h>

/* Rows that have lists to choose from, below those that are filled in. */
#define ROWS_TO_FILL 1000

/* A spreadsheet holds fifteen digits of a number and this many characters of a text. */
#define DIGITS_MOST 15
#define TEXT_MOST 32767

/* What a spreadsheet takes for a list that is written out. */
#define LIST_MOST 255

/* How wide a printed page may be, in characters, and still be read. */
#define PAGE_WIDTH 160

static bool
is_shown (const PlwTemplate *self, const PlwTableSpec *spec, size_t column)
{
  if (column >= spec->n_columns || !(spec->columns[column].flags & PLW_COLUMN_RECORDED))
    return true;

  for (size_t row = 0; !self->is_empty && row < plw_plan_n_rows (self->plan, spec->id); row++)
    if (plw_plan_get (self->plan, spec->id, row, column).is_set)
      return true;

  return false;
}

static PlwLook
find_look (PlwType type)
{
  if (type == PLW_TYPE_MONEY)
    return PLW_LOOK_MONEY;

  return type == PLW_TYPE_PERCENT || type == PLW_TYPE_NUMBER || type == PLW_TYPE_INTEGER ? PLW_LOOK_NUMBER
                                                                                         : PLW_LOOK_TEXT;
}

static bool
is_number (PlwType type, const char *text)
{
  size_t n_digits = 0;

  for (const char *p = text; *p != '\0'; p++)
    n_digits += g_ascii_isdigit (*p);

  return find_look (type) != PLW_LOOK_TEXT && n_digits <= DIGITS_MOST;
}

static void
write_cell (PlwTemplate *self,
            lxw_worksheet *sheet,
            lxw_row_t row,
            lxw_col_t to,
            PlwType type,
            const char *text)
{
  lxw_format *look = self->looks[find_look (type)];

  if (text[0] == '\0')
    return;
  if (is_number (type, text))
    plw_template_try (self, worksheet_write_number (sheet, row, to, g_ascii_strtod (text, NULL), look));
  else
    plw_template_try (self, worksheet_write_string (sheet, row, to, text, look));
}

static bool
fits (PlwTemplate *self, const PlwTableSpec *spec, size_t row, size_t column, const char *text)
{
  if (g_utf8_strlen (text, -1) <= TEXT_MOST)
    return true;

  if (self->error == NULL)
    g_set_error (
        &self->error, PLW_ERROR, PLW_ERROR_RANGE,
        _ ("%s row %zu, column %s: a cell of a workbook holds at most %d characters; shorten the text"),
        spec->name, row + 2, plw_plan_column_name (self->plan, spec->id, column), TEXT_MOST);
  return false;
}

static void
write_rows (PlwTemplate *self, lxw_worksheet *sheet, const PlwTableSpec *spec, size_t column, lxw_col_t to)
{
  PlwType type = plw_plan_column_type (self->plan, spec->id, column);

  for (size_t row = 0; row < plw_plan_n_rows (self->plan, spec->id) && self->error == NULL; row++)
    {
      g_autofree char *text = plw_plan_cell_to_text (self->plan, spec->id, row, column);

      if (fits (self, spec, row, column, text))
        write_cell (self, sheet, (lxw_row_t) row + 1, to, type, text);
    }
}

/* An empty workbook still knows the place and its years, and names the other settings. */
static void
write_settings (PlwTemplate *self, lxw_worksheet *sheet)
{
  static const char *const kept[] = { "title", "area", "base_year", "years", NULL };
  size_t n;
  const PlwSetting *settings = plw_schema_settings (&n);

  for (size_t i = 0; i < n; i++)
    {
      const char *value =
          g_strv_contains (kept, settings[i].key) ? plw_plan_setting (self->plan, settings[i].key) : "";

      write_cell (self, sheet, (lxw_row_t) i + 1, 0, PLW_TYPE_CODE, settings[i].key);
      write_cell (self, sheet, (lxw_row_t) i + 1, 1, PLW_TYPE_TEXT, value);
    }
}

static void
add_list (PlwTemplate *self, lxw_worksheet *sheet, const PlwColumn *column, lxw_row_t last, lxw_col_t to)
{
  static const char *const yesno[] = { "yes", "no", NULL };
  const char *const *choices = column->type == PLW_TYPE_YESNO ? yesno : column->choices;
  g_autofree char *formula = NULL;
  lxw_data_validation rule = {
    .validate = LXW_VALIDATION_TYPE_LIST,
    .ignore_blank = LXW_VALIDATION_ON,
    .dropdown = LXW_VALIDATION_ON,
    .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
  };

  if (column->type == PLW_TYPE_CHOICE || column->type == PLW_TYPE_YESNO)
    {
      g_autofree char *joined = g_strjoinv (",", (char **) choices);

      if (strlen (joined) > LIST_MOST)
        return;
      rule.value_list = (char **) choices;
    }
  else if (column->type == PLW_TYPE_REF)
    {
      /* Codes of the other sheet; one that is still to come may be written first. */
      formula = g_strdup_printf ("=%s!$A$2:$A$%zu", plw_schema_table (column->ref)->name,
                                 plw_plan_n_rows (self->plan, column->ref) + ROWS_TO_FILL);
      rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule.value_formula = formula;
      rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    }
  else
    return;

  plw_template_try (self, worksheet_data_validation_range (sheet, 1, to, last, to, &rule));
}

static double
get_width (const PlwTemplate *self, const PlwTableSpec *spec, size_t column)
{
  bool is_text = column < spec->n_columns && spec->columns[column].type == PLW_TYPE_TEXT;

  return is_text ? 32 : MAX (12, (double) strlen (plw_plan_column_name (self->plan, spec->id, column)) + 3);
}

static void
add_column (PlwTemplate *self, lxw_worksheet *sheet, const PlwTableSpec *spec, size_t column, lxw_col_t to)
{
  PlwType type = plw_plan_column_type (self->plan, spec->id, column);
  bool is_own = column < spec->n_columns;
  bool is_required = is_own && (spec->columns[column].flags & PLW_COLUMN_REQUIRED);
  const char *name = plw_plan_column_name (self->plan, spec->id, column);
  g_autofree char *meaning = plw_template_describe (self->plan, spec, column);
  double width = get_width (self, spec, column);
  lxw_comment_options box = { .width = 300, .height = 110, .author = (char *) "Placewright" };
  lxw_row_t last = (lxw_row_t) MIN (plw_plan_n_rows (self->plan, spec->id) + ROWS_TO_FILL, 1000000);

  plw_template_try (self, worksheet_set_column (sheet, to, to, width, self->looks[find_look (type)]));
  plw_template_try (self,
                    worksheet_write_string (sheet, 0, to, name,
                                            self->looks[is_required ? PLW_LOOK_REQUIRED : PLW_LOOK_HEAD]));
  plw_template_try (self, worksheet_write_comment_opt (sheet, 0, to, meaning, &box));
  if (is_own)
    add_list (self, sheet, &spec->columns[column], last, to);
}

/* People pass the sheets round on paper: headings on every page, and no column cut off. */
static void
set_print (PlwTemplate *self, lxw_worksheet *sheet, double width)
{
  worksheet_fit_to_pages (sheet, (uint16_t) (1 + width / PAGE_WIDTH), 0);
  plw_template_try (self, worksheet_repeat_rows (sheet, 0, 0));
}

void
plw_template_add_table (PlwTemplate *self, const PlwTableSpec *spec)
{
  lxw_worksheet *sheet = plw_template_add_sheet (self, spec->name);
  lxw_col_t to = 0;
  double width = 0;

  if (sheet == NULL)
    return;

  worksheet_freeze_panes (sheet, 1, spec->id == PLW_TABLE_PLAN ? 0 : 1);
  for (size_t column = 0; column < plw_plan_n_columns (self->plan, spec->id); column++)
    if (is_shown (self, spec, column))
      {
        add_column (self, sheet, spec, column, to);
        if (!self->is_empty)
          write_rows (self, sheet, spec, column, to);
        width += get_width (self, spec, column);
        to++;
      }

  set_print (self, sheet, width);
  if (self->is_empty && spec->id == PLW_TABLE_PLAN)
    write_settings (self, sheet);
}
