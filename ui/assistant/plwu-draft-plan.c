/* plwu-draft-plan.c: the plan made from a draft: settings, partners, assumptions, lines and costs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-draft-plan.h"

#include <placewright/number.h>
#include <placewright/year.h>

#include <string.h>

#include <glib/gi18n.h>

size_t
plwu_draft_maker_add (PlwuDraftMaker *self, PlwTableId table)
{
  return plw_plan_append (self->plan, table, NULL, 0);
}

/* What drafts hold was read as plans are, so it is right. */
void
plwu_draft_maker_put (PlwuDraftMaker *self, PlwTableId table, size_t row, size_t column, const char *text)
{
  g_autoptr (GError) error = NULL;
  PlwValue value;

  if (*text == '\0')
    return;
  if (!plw_plan_parse_cell (self->plan, table, column, text, PLW_PARSE_STRICT, &value, NULL, &error))
    g_error ("%s: %s", plw_plan_column_name (self->plan, table, column), error->message);
  plw_plan_set (self->plan, table, row, column, value);
}

void
plwu_draft_maker_assume (PlwuDraftMaker *self, PlwTableId table, size_t row, const char *note)
{
  size_t column;

  if (plw_schema_find_column (table, "standing", &column))
    plwu_draft_maker_put (self, table, row, column, "assumed");
  if (plw_schema_find_column (table, "notes", &column))
    plwu_draft_maker_put (self, table, row, column, note);
}

/* @held: the columns of the draft and those of the plan they go into. */
static void
copy_cells (PlwuDraftMaker *self,
            PlwuDraftTable *from,
            guint row,
            PlwTableId table,
            size_t plan_row,
            const size_t (*held)[2],
            size_t n_held)
{
  for (size_t i = 0; i < n_held; i++)
    {
      g_autofree char *text = plwu_draft_table_get (from, row, (guint) held[i][0]);

      plwu_draft_maker_put (self, table, plan_row, held[i][1], text);
    }
}

static void
add_setting (PlwuDraftMaker *self, const char *key, const char *value, const char *note)
{
  size_t row = plwu_draft_maker_add (self, PLW_TABLE_PLAN);

  plwu_draft_maker_put (self, PLW_TABLE_PLAN, row, PLW_PLAN_KEY, key);
  plwu_draft_maker_put (self, PLW_TABLE_PLAN, row, PLW_PLAN_VALUE, value);
  if (note != NULL)
    plwu_draft_maker_assume (self, PLW_TABLE_PLAN, row, note);
}

/* A setting that names a row: only where the row was chosen. */
static void
add_driver_setting (PlwuDraftMaker *self, const char *key, const char *driver)
{
  guint row;

  if (plwu_draft_table_find_code (self->draft->drivers, driver, &row))
    add_setting (self, key, driver, _ ("Assumed as usual."));
}

static void
add_settings (PlwuDraftMaker *self)
{
  PlwuDraft *draft = self->draft;
  const PlwuUsual *pots = plwu_draft_table_get_list (draft->pots);
  guint reserve;
  guint usual_row;

  add_setting (self, "title", draft->place, NULL);
  if (*draft->area != '\0')
    add_setting (self, "area", draft->area, NULL);
  add_setting (self, "base_year", draft->base_year, NULL);
  add_setting (self, "years", draft->years, NULL);
  add_driver_setting (self, "deflator", "deflator");
  add_driver_setting (self, "interest_driver", "interest");
  if (plwu_usual_find (pots, "role", "general-reserve", &usual_row)
      && plwu_draft_table_find_usual (draft->pots, usual_row, &reserve))
    add_setting (self, "general_reserve", plwu_draft_table_code (draft->pots, reserve), NULL);
}

static void
add_partners (PlwuDraftMaker *self)
{
  static const size_t held[][2] = { { PLWU_PARTNER_NAME, PLW_PARTNERS_NAME },
                                    { PLWU_PARTNER_KIND, PLW_PARTNERS_KIND },
                                    { PLWU_PARTNER_VOTING, PLW_PARTNERS_VOTING } };
  PlwuDraftTable *partners = self->draft->partners;

  for (guint i = 0; i < plwu_draft_table_n_chosen (partners); i++)
    {
      size_t row = plwu_draft_maker_add (self, PLW_TABLE_PARTNERS);

      plwu_draft_maker_put (self, PLW_TABLE_PARTNERS, row, PLW_PARTNERS_CODE,
                            plwu_draft_table_code (partners, i));
      copy_cells (self, partners, i, PLW_TABLE_PARTNERS, row, held, G_N_ELEMENTS (held));
    }
}

static void
add_driver (PlwuDraftMaker *self, guint i)
{
  static const size_t held[][2] = { { PLWU_DRIVER_NAME, PLW_DRIVERS_NAME },
                                    { PLWU_DRIVER_LOW, PLW_DRIVERS_LOW },
                                    { PLWU_DRIVER_HIGH, PLW_DRIVERS_HIGH },
                                    { PLWU_DRIVER_DISTRIBUTION, PLW_DRIVERS_DISTRIBUTION } };
  PlwuDraftTable *drivers = self->draft->drivers;
  size_t row = plwu_draft_maker_add (self, PLW_TABLE_DRIVERS);
  g_autofree char *rate = plwu_draft_table_get (drivers, i, PLWU_DRIVER_RATE);
  const char *note = plwu_draft_table_usual_text (drivers, i, "note");
  gboolean is_assumed = plwu_draft_table_is_assumed (drivers, i, PLWU_DRIVER_RATE);
  g_autofree char *text =
      is_assumed ? g_strdup_printf (_ ("The rate and its range are assumed for a start. %s."), note)
                 : g_strdup_printf (_ ("The rate was typed; its range may be assumed. %s."), note);

  plwu_draft_maker_put (self, PLW_TABLE_DRIVERS, row, PLW_DRIVERS_CODE, plwu_draft_table_code (drivers, i));
  copy_cells (self, drivers, i, PLW_TABLE_DRIVERS, row, held, G_N_ELEMENTS (held));
  plwu_draft_maker_put (self, PLW_TABLE_DRIVERS, row, PLW_DRIVERS_PERSISTENCE,
                        plwu_draft_table_usual_text (drivers, i, "persistence"));
  for (int year = 0; year < self->n_years; year++)
    plwu_draft_maker_put (self, PLW_TABLE_DRIVERS, row,
                          plw_plan_year_column (self->plan, PLW_TABLE_DRIVERS, self->first + year), rate);
  plwu_draft_maker_assume (self, PLW_TABLE_DRIVERS, row, text);
}

static void
add_cost (PlwuDraftMaker *self,
          guint line,
          const char *element,
          const char *kind,
          int64_t pence,
          const char *driver,
          const char *note)
{
  PlwuDraftTable *lines = self->draft->lines;
  size_t row = plwu_draft_maker_add (self, PLW_TABLE_COSTS);
  g_autofree char *base = plw_pence_to_plain_text (pence);
  g_autofree char *demand = plwu_draft_table_get (lines, line, PLWU_LINE_DEMAND);
  guint found;

  plwu_draft_maker_put (self, PLW_TABLE_COSTS, row, PLW_COSTS_LINE, plwu_draft_table_code (lines, line));
  plwu_draft_maker_put (self, PLW_TABLE_COSTS, row, PLW_COSTS_ELEMENT, element);
  plwu_draft_maker_put (self, PLW_TABLE_COSTS, row, PLW_COSTS_KIND, kind);
  plwu_draft_maker_put (self, PLW_TABLE_COSTS, row, PLW_COSTS_BASE, base);
  if (plwu_draft_table_find_code (self->draft->drivers, driver, &found))
    plwu_draft_maker_put (self, PLW_TABLE_COSTS, row, PLW_COSTS_PRICE_DRIVER, driver);
  if (plwu_draft_table_find_code (self->draft->drivers, demand, &found))
    plwu_draft_maker_put (self, PLW_TABLE_COSTS, row, PLW_COSTS_VOLUME_DRIVER, demand);
  plwu_draft_maker_assume (self, PLW_TABLE_COSTS, row, note);
}

/* A budget below nothing is a surplus: income of the line. */
static void
add_costs (PlwuDraftMaker *self, guint line)
{
  PlwuDraftTable *lines = self->draft->lines;
  int64_t base = plwu_draft_table_get_number (lines, line, PLWU_LINE_BASE, 0);
  int64_t share = plwu_draft_table_get_number (lines, line, PLWU_LINE_PAY_SHARE, 0);
  int64_t pay = plw_divide_round ((__int128) base * share, 100 * PLW_DECIMAL_ONE);
  g_autofree char *share_text = plw_decimal_to_text (share);
  g_autofree char *note =
      g_strdup_printf (plwu_draft_table_is_assumed (lines, line, PLWU_LINE_PAY_SHARE)
                           ? _ ("The base budget was typed; that %s%% of it is pay is assumed.")
                           : _ ("The base budget and the %s%% of it that is pay were typed."),
                       share_text);

  if (base < 0)
    {
      add_cost (self, line, "income", "income", -base, "prices",
                _ ("The net budget is below nothing, so it is entered as income."));
      return;
    }
  add_cost (self, line, "pay", "pay", pay, "pay", note);
  add_cost (self, line, "running", "contracts", base - pay, "prices", note);
}

/* Names the cells of a row that hold what is usual. */
static char *
list_assumed (PlwuDraftTable *table, guint row, const guint *columns, const char *const *names, size_t n)
{
  g_autoptr (GPtrArray) assumed = g_ptr_array_new ();

  for (size_t i = 0; i < n; i++)
    if (plwu_draft_table_is_assumed (table, row, columns[i]))
      g_ptr_array_add (assumed, (gpointer) _ (names[i]));
  g_ptr_array_add (assumed, NULL);

  return g_strjoinv (", ", (char **) assumed->pdata);
}

static void
add_line (PlwuDraftMaker *self, guint i)
{
  static const size_t held[][2] = { { PLWU_LINE_NAME, PLW_LINES_NAME },
                                    { PLWU_LINE_GROUP, PLW_LINES_GROUP },
                                    { PLWU_LINE_HOLDER, PLW_LINES_PARTNER },
                                    { PLWU_LINE_DUTY, PLW_LINES_DUTY },
                                    { PLWU_LINE_PRIORITY, PLW_LINES_PRIORITY } };
  static const guint columns[] = { PLWU_LINE_HOLDER, PLWU_LINE_DUTY, PLWU_LINE_MINIMUM, PLWU_LINE_PRIORITY,
                                   PLWU_LINE_DEMAND };
  static const char *const names[] = { N_ ("who runs it"), N_ ("duty"), N_ ("statutory minimum"),
                                       N_ ("priority"), N_ ("what demand follows") };
  PlwuDraftTable *lines = self->draft->lines;
  size_t row = plwu_draft_maker_add (self, PLW_TABLE_LINES);
  g_autofree char *assumed = list_assumed (lines, i, columns, names, G_N_ELEMENTS (columns));
  g_autofree char *note = g_strdup_printf (_ ("Assumed as usual: %s."), assumed);
  g_autofree char *duty = plwu_draft_table_get (lines, i, PLWU_LINE_DUTY);
  g_autofree char *minimum = plwu_draft_table_get (lines, i, PLWU_LINE_MINIMUM);

  plwu_draft_maker_put (self, PLW_TABLE_LINES, row, PLW_LINES_CODE, plwu_draft_table_code (lines, i));
  copy_cells (self, lines, i, PLW_TABLE_LINES, row, held, G_N_ELEMENTS (held));
  if (strcmp (duty, "statutory") == 0)
    plwu_draft_maker_put (self, PLW_TABLE_LINES, row, PLW_LINES_STATUTORY_MINIMUM, minimum);
  plwu_draft_maker_put (self, PLW_TABLE_LINES, row, PLW_LINES_TIER,
                        plwu_draft_table_usual_text (lines, i, "tier"));
  plwu_draft_maker_put (self, PLW_TABLE_LINES, row, PLW_LINES_RETURN_LINE,
                        plwu_draft_table_usual_text (lines, i, "return_line"));
  if (*assumed != '\0')
    plwu_draft_maker_assume (self, PLW_TABLE_LINES, row, note);
  add_costs (self, i);
}

static void
add_scenario (PlwuDraftMaker *self)
{
  size_t row = plwu_draft_maker_add (self, PLW_TABLE_SCENARIOS);

  plwu_draft_maker_put (self, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_CODE, "base");
  plwu_draft_maker_put (self, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_NAME, _ ("Base case"));
}

PlwPlan *
plwu_draft_make_plan (PlwuDraft *draft)
{
  PlwuDraftMaker self = { .draft = draft, .plan = plw_plan_new () };

  add_settings (&self);
  self.first = plw_plan_base_year (self.plan) + 1;
  self.n_years = (int) plw_plan_n_years (self.plan);
  add_partners (&self);
  for (guint i = 0; i < plwu_draft_table_n_chosen (draft->drivers); i++)
    add_driver (&self, i);
  for (guint i = 0; i < plwu_draft_table_n_chosen (draft->lines); i++)
    add_line (&self, i);
  plwu_draft_maker_add_pots (&self);
  add_scenario (&self);

  return self.plan;
}
