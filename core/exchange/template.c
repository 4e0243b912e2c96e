/* template.c: the plan workbook, a sheet for each table, to be filled in and read back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/template.h"

#include <placewright/exchange.h>

#include "base/i18n.h"
#include "exchange/plan-book.h"
#include "exchange/workbook-private.h"

typedef struct
{
  const PlwPlan *plan;
  bool is_empty;
} Contents;

void
plw_template_try (PlwTemplate *self, lxw_error code)
{
  if (code != LXW_NO_ERROR && self->error == NULL)
    g_set_error (&self->error, PLW_ERROR, PLW_ERROR_IO, _ ("The workbook could not be made: %s"),
                 lxw_strerror (code));
}

lxw_worksheet *
plw_template_add_sheet (PlwTemplate *self, const char *name)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, name);

  if (sheet == NULL)
    {
      plw_template_try (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return NULL;
    }

  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9); /* A4 */
  plw_template_try (self, worksheet_set_footer (sheet, "&L&A&R&P / &N"));
  return sheet;
}

static void
make_looks (PlwTemplate *self)
{
  for (size_t i = 0; i < PLW_N_LOOKS; i++)
    {
      lxw_format *look = workbook_add_format (self->workbook);

      if (look == NULL)
        {
          plw_template_try (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
          return;
        }
      format_set_font_name (look, "Arial");
      format_set_font_size (look, 10);
      self->looks[i] = look;
    }

  format_set_bold (self->looks[PLW_LOOK_TITLE]);
  format_set_font_size (self->looks[PLW_LOOK_TITLE], 16);
  format_set_text_wrap (self->looks[PLW_LOOK_WRAPPED]);
  format_set_align (self->looks[PLW_LOOK_WRAPPED], LXW_ALIGN_VERTICAL_TOP);
  format_set_num_format (self->looks[PLW_LOOK_TEXT], "@");
  format_set_num_format (self->looks[PLW_LOOK_MONEY], "#,##0.00;[Red]-#,##0.00");
  for (PlwLook look = PLW_LOOK_HEAD; look <= PLW_LOOK_REQUIRED; look++)
    {
      format_set_bold (self->looks[look]);
      format_set_num_format (self->looks[look], "@");
      format_set_bg_color (self->looks[look], look == PLW_LOOK_REQUIRED ? PLW_INK_BLUE : 0xCFDDEA);
    }
  format_set_font_color (self->looks[PLW_LOOK_REQUIRED], 0xFFFFFF);
}

static bool
close_book (PlwTemplate *self, GError **error)
{
  if (self->error == NULL)
    plw_template_try (self, workbook_close (self->workbook));
  else
    lxw_workbook_free (self->workbook);
  if (self->error == NULL)
    return true;

  g_propagate_error (error, self->error);
  return false;
}

static bool
write_cb (const char *scratch, const char *tmpdir, GDateTime *when, void *data, GError **error)
{
  const Contents *contents = data;
  lxw_workbook_options options = { .constant_memory = LXW_FALSE, .tmpdir = (char *) tmpdir };
  lxw_doc_properties properties = {
    .author = (char *) "Placewright",
    .comments = (char *) "Placewright " PLW_VERSION,
    .created = (time_t) g_date_time_to_unix (when),
  };
  PlwTemplate self = {
    .plan = contents->plan,
    .is_empty = contents->is_empty,
    .workbook = workbook_new_opt (scratch, &options),
  };

  if (self.workbook == NULL)
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("The workbook could not be made: %s"),
                   lxw_strerror (LXW_ERROR_MEMORY_MALLOC_FAILED));
      return false;
    }

  make_looks (&self);
  plw_template_try (&self, workbook_set_properties (self.workbook, &properties));
  if (self.error == NULL)
    plw_template_add_guide (&self);
  for (size_t i = 0; i < PLW_N_TABLES && self.error == NULL; i++)
    plw_template_add_table (&self, plw_schema_table ((PlwTableId) i));

  return close_book (&self, error);
}

bool
plw_template_write (const PlwPlan *plan, bool is_empty, const char *path, GError **error)
{
  g_return_val_if_fail (plan != NULL, false);
  g_return_val_if_fail (path != NULL, false);
  g_return_val_if_fail (error == NULL || *error == NULL, false);

  Contents contents = { plan, is_empty };

  return plw_scratch_write (path, write_cb, &contents, error);
}
