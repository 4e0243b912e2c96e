/* plwu-draft-check.c: what stops a new plan, and what should be looked at.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-draft.h"

#include "jobs/plwu-evaluate-job.h"

#include <placewright/year.h>

#include <string.h>

#include <glib/gi18n.h>

static gboolean
read_years (const char *text, guint64 *ret_years)
{
  return g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, ret_years, NULL);
}

static char *
check_place (PlwuDraft *self)
{
  guint64 years;
  int base_year;

  if (*self->place == '\0')
    return g_strdup (_ ("Write the name of the place."));
  if (g_utf8_strlen (self->place, -1) > PLWU_DRAFT_NAME_MOST
      || g_utf8_strlen (self->area, -1) > PLWU_DRAFT_NAME_MOST)
    return g_strdup_printf (_ ("The names of place and area have at most %d letters."), PLWU_DRAFT_NAME_MOST);
  if (!plw_year_parse (self->base_year, &base_year))
    return g_strdup_printf (_ ("“%s” is not a financial year; write one such as 2026/27."), self->base_year);
  if (base_year < PLW_YEAR_MIN || base_year > PLW_YEAR_MAX - PLW_YEARS_MOST)
    return g_strdup_printf (_ ("%s is out of reach; write a year from %s to %s."), self->base_year,
                            plw_year_name (PLW_YEAR_MIN), plw_year_name (PLW_YEAR_MAX - PLW_YEARS_MOST));
  if (!read_years (self->years, &years))
    return g_strdup_printf (_ ("“%s” is not a number of years; write 5 or more."), self->years);
  if (years < PLW_YEARS_LEAST)
    return g_strdup (
        _ ("A placemaking budget covers at least five years, as prevention pays back later than a "
           "shorter plan can show; write 5 or more."));
  if (years > PLW_YEARS_MOST)
    return g_strdup_printf (_ ("A plan covers at most %d years."), PLW_YEARS_MOST);
  return NULL;
}

static char *
check_pots (PlwuDraft *self)
{
  if (plwu_draft_table_n_chosen (self->pots) == 0)
    return g_strdup (_ ("Tick at least one source of money."));

  for (guint i = 0; i < plwu_draft_table_n_chosen (self->pots); i++)
    {
      gboolean has_base = plwu_draft_table_get_number (self->pots, i, PLWU_POT_TAX_BASE, 0) > 0;
      gboolean has_band = plwu_draft_table_get_number (self->pots, i, PLWU_POT_BAND_D, 0) > 0;
      g_autofree char *name = plwu_draft_table_get (self->pots, i, PLWU_POT_NAME);

      if (has_base && !has_band)
        return g_strdup_printf (_ ("“%s” has a tax base but no Band D; write it, or clear the tax base."),
                                name);
      if (has_band && !has_base)
        return g_strdup_printf (_ ("“%s” has a Band D but no tax base; write it, or clear the Band D."),
                                name);
    }
  return NULL;
}

static char *
check_drivers (PlwuDraft *self)
{
  for (guint i = 0; i < plwu_draft_table_n_chosen (self->drivers); i++)
    {
      int64_t low = plwu_draft_table_get_number (self->drivers, i, PLWU_DRIVER_LOW, 0);
      int64_t high = plwu_draft_table_get_number (self->drivers, i, PLWU_DRIVER_HIGH, 0);
      g_autofree char *name = plwu_draft_table_get (self->drivers, i, PLWU_DRIVER_NAME);

      if (low > 0 || high < 0)
        return g_strdup_printf (
            _ ("“%s”: low is points below the rate, such as -1, and high points above it, "
               "such as 2."),
            name);
    }
  return NULL;
}

/* Figures that are right one by one may be beyond all measure together, as tax base times Band D. */
static char *
check_sums (PlwuDraft *self)
{
  static const char *const policies[] = { PLWU_POLICY_TODAY, NULL };

  for (int step = PLWU_DRAFT_PLACE; step < PLWU_DRAFT_DRIVERS; step++)
    {
      g_autofree char *fault = plwu_draft_find_fault (self, (PlwuDraftStep) step);

      if (fault != NULL)
        return NULL;
    }

  g_autoptr (PlwPlan) plan = plwu_draft_make_plan (self);
  g_autoptr (PlwuFindings) findings = plwu_findings_new ("", policies);

  plwu_findings_work_out (findings, plan);
  return g_steal_pointer (&findings->failure);
}

char *
plwu_draft_find_fault (PlwuDraft *self, PlwuDraftStep step)
{
  char *fault;

  switch (step)
    {
    case PLWU_DRAFT_PLACE:
      return check_place (self);
    case PLWU_DRAFT_PARTNERS:
      return plwu_draft_table_n_chosen (self->partners) > 0
                 ? NULL
                 : g_strdup (
                     _ ("Tick at least one partner: somebody runs the services and holds the money."));
    case PLWU_DRAFT_LINES:
      return plwu_draft_table_n_chosen (self->lines) > 0
                 ? NULL
                 : g_strdup (_ ("Tick at least one service line, or paste some from a spreadsheet."));
    case PLWU_DRAFT_POTS:
      return check_pots (self);
    case PLWU_DRAFT_DRIVERS:
      fault = check_drivers (self);
      return fault != NULL ? fault : check_sums (self);
    case PLWU_DRAFT_SUMMARY:
    case PLWU_DRAFT_N_STEPS:
      break;
    }
  return NULL;
}

/* A heading of the return holds what its lines hold. */
static void
doubt_headings (PlwuDraft *self, GPtrArray *doubts)
{
  for (guint i = 0; i < plwu_draft_table_n_chosen (self->lines); i++)
    {
      const char *heading = plwu_draft_table_usual_text (self->lines, i, "heading");
      const PlwuUsual *list = plwu_draft_table_get_list (self->lines);
      g_autofree char *return_line = g_strdup_printf ("RSX: %s", heading);
      guint row;

      if (*heading == '\0' || !plwu_usual_find (list, "return_line", return_line, &row)
          || !plwu_draft_table_is_chosen (self->lines, row))
        continue;

      g_autofree char *name = plwu_draft_table_get (self->lines, i, PLWU_LINE_NAME);

      g_ptr_array_add (
          doubts,
          g_strdup_printf (_ ("“%s” is part of “%s”, and both are in the plan: check that no pound is "
                              "counted twice."),
                           name, plwu_usual_text (list, row, "name")));
    }
}

static void
doubt_amounts (PlwuDraft *self, GPtrArray *doubts)
{
  guint n_lines = 0;
  guint n_pots = 0;

  for (guint i = 0; i < plwu_draft_table_n_chosen (self->lines); i++)
    n_lines += plwu_draft_table_get_number (self->lines, i, PLWU_LINE_BASE, 0) == 0;
  for (guint i = 0; i < plwu_draft_table_n_chosen (self->pots); i++)
    n_pots += plwu_draft_table_get_number (self->pots, i, PLWU_POT_AMOUNT, 0) == 0
              && plwu_draft_table_get_number (self->pots, i, PLWU_POT_OPENING, 0) == 0;

  if (n_lines > 0)
    g_ptr_array_add (doubts, g_strdup_printf (ngettext ("%u service line has no budget yet.",
                                                        "%u service lines have no budget yet.", n_lines),
                                              n_lines));
  if (n_pots > 0)
    g_ptr_array_add (
        doubts, g_strdup_printf (ngettext ("%u pot has no money yet.", "%u pots have no money yet.", n_pots),
                                 n_pots));
}

static void
doubt_reserves (PlwuDraft *self, GPtrArray *doubts)
{
  for (guint i = 0; i < plwu_draft_table_n_chosen (self->pots); i++)
    {
      g_autofree char *unspent = plwu_draft_table_get (self->pots, i, PLWU_POT_UNSPENT);
      g_autofree char *name = plwu_draft_table_get (self->pots, i, PLWU_POT_NAME);
      g_autofree char *holder = plwu_draft_table_show (self->pots, i, PLWU_POT_HOLDER);
      guint reserve;

      if (strcmp (unspent, PLWU_DRAFT_TO_RESERVE) == 0 && !plwu_draft_find_reserve (self, i, &reserve))
        g_ptr_array_add (doubts,
                         g_strdup_printf (_ ("“%s”: %s has no general reserve in the plan, so what is "
                                             "unspent is kept in the pot."),
                                          name, holder));
    }
}

GPtrArray *
plwu_draft_list_doubts (PlwuDraft *self)
{
  GPtrArray *doubts = g_ptr_array_new_with_free_func (g_free);

  doubt_amounts (self, doubts);
  doubt_headings (self, doubts);
  doubt_reserves (self, doubts);
  return doubts;
}
