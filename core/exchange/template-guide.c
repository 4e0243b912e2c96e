/* template-guide.c: the first sheet of the plan workbook: how to fill in the others.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/template.h"

#include "base/i18n.h"
#include "exchange/plan-book.h"

static const char *const steps[] = {
  N_ ("Each sheet is one table of the plan. Its first row names the columns; do not change these names."),
  N_ ("Point at a heading to read what the column means, its unit and what an empty cell stands for."),
  N_ ("Columns with a dark heading must be filled in. Columns may be left out or moved."),
  N_ ("Money is in pounds and may have pence. Percentages are written 3.5 or 3.5%."),
  N_ ("Formulas are welcome; what they came to when the workbook was saved is read."),
  N_ ("An empty cell is what its heading says. Do not write n/a, tbc or a dash."),
  N_ ("Keep notes of your own on sheets whose names begin with “notes”."),
  N_ ("Save as .xlsx and open it in Placewright, or give it to placewright-cli check: every error is "
      "named by sheet and cell."),
};

void
plw_template_add_guide (PlwTemplate *self)
{
  lxw_worksheet *sheet = plw_template_add_sheet (self, PLW_GUIDE_SHEET);
  lxw_row_t row = 0;

  if (sheet == NULL)
    return;

  worksheet_fit_to_pages (sheet, 1, 0);
  plw_template_try (self, worksheet_set_column (sheet, 0, 0, 24, NULL));
  plw_template_try (self, worksheet_set_column (sheet, 1, 1, 90, NULL));
  plw_template_try (self, worksheet_write_string (sheet, row++, 0, _ ("How to fill in this workbook"),
                                                  self->looks[PLW_LOOK_TITLE]));
  for (size_t i = 0; i < G_N_ELEMENTS (steps); i++, row++)
    {
      plw_template_try (
          self, worksheet_write_number (sheet, row, 0, (double) i + 1, self->looks[PLW_LOOK_WRAPPED]));
      plw_template_try (self,
                        worksheet_write_string (sheet, row, 1, _ (steps[i]), self->looks[PLW_LOOK_WRAPPED]));
    }

  row++;
  plw_template_try (self, worksheet_write_string (sheet, row, 0, _ ("Sheet"), self->looks[PLW_LOOK_HEAD]));
  plw_template_try (
      self, worksheet_write_string (sheet, row++, 1, _ ("What is on it"), self->looks[PLW_LOOK_HEAD]));
  for (size_t i = 0; i < PLW_N_TABLES; i++, row++)
    {
      const PlwTableSpec *spec = plw_schema_table ((PlwTableId) i);
      g_autofree char *about = g_strdup_printf ("%s: %s%s", _ (spec->title), plw_template_about (spec->id),
                                                spec->required ? _ (" Needed.") : "");

      plw_template_try (self,
                        worksheet_write_string (sheet, row, 0, spec->name, self->looks[PLW_LOOK_WRAPPED]));
      plw_template_try (self, worksheet_write_string (sheet, row, 1, about, self->looks[PLW_LOOK_WRAPPED]));
    }
}
