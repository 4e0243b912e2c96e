/* plwu-draft.c: what has been answered so far about a new plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-draft.h"

#include "plwu-draft-rules.h"
#include "plwu-fold.h"

#include <placewright/year.h>

#include <string.h>

#include <glib/gi18n.h>

/* clang-format off */
static const PlwuDraftColumn partner_columns[] = {
  [PLWU_PARTNER_NAME] = { N_ ("Name"), 44, FALSE, PLW_TABLE_PARTNERS, PLW_PARTNERS_NAME, "name" },
  [PLWU_PARTNER_KIND] = { N_ ("Kind"), 20, FALSE, PLW_TABLE_PARTNERS, PLW_PARTNERS_KIND, "kind" },
  [PLWU_PARTNER_VOTING] = { N_ ("Votes"), 8, FALSE, PLW_TABLE_PARTNERS, PLW_PARTNERS_VOTING, "voting" },
};

static const PlwuDraftColumn line_columns[] = {
  [PLWU_LINE_NAME] = { N_ ("Service line"), 34, FALSE, PLW_TABLE_LINES, PLW_LINES_NAME, "name" },
  [PLWU_LINE_BASE] = { N_ ("Base budget, £"), 15, TRUE, PLW_TABLE_COSTS, PLW_COSTS_BASE, NULL, TRUE },
  [PLWU_LINE_HOLDER] = { N_ ("Run by"), 24, FALSE, PLW_TABLE_LINES, PLW_LINES_PARTNER, NULL },
  [PLWU_LINE_DUTY] = { N_ ("Duty"), 13, FALSE, PLW_TABLE_LINES, PLW_LINES_DUTY, "duty" },
  [PLWU_LINE_MINIMUM] = { N_ ("Minimum, %"), 11, TRUE, PLW_TABLE_LINES, PLW_LINES_STATUTORY_MINIMUM, "statutory_minimum" },
  [PLWU_LINE_PRIORITY] = { N_ ("Priority"), 8, TRUE, PLW_TABLE_LINES, PLW_LINES_PRIORITY, "priority" },
  [PLWU_LINE_GROUP] = { N_ ("Group"), 22, FALSE, PLW_TABLE_LINES, PLW_LINES_GROUP, "group" },
  [PLWU_LINE_PAY_SHARE] = { N_ ("Pay, % of it"), 11, TRUE, PLW_TABLE_LINES, PLW_LINES_STATUTORY_MINIMUM, "pay_share" },
  [PLWU_LINE_DEMAND] = { N_ ("Demand follows"), 30, FALSE, PLW_TABLE_COSTS, PLW_COSTS_VOLUME_DRIVER, "volume_driver" },
};

static const PlwuDraftColumn pot_columns[] = {
  [PLWU_POT_NAME] = { N_ ("Pot"), 26, FALSE, PLW_TABLE_POTS, PLW_POTS_NAME, "name" },
  [PLWU_POT_AMOUNT] = { N_ ("Base year, £"), 14, TRUE, PLW_TABLE_POTS, PLW_POTS_BASE, NULL, TRUE },
  [PLWU_POT_OPENING] = { N_ ("In hand, £"), 13, TRUE, PLW_TABLE_POTS, PLW_POTS_OPENING, NULL, TRUE },
  [PLWU_POT_FENCE] = { N_ ("May pay for"), 22, FALSE, PLW_TABLE_POTS, PLW_POTS_NAME, NULL },
  [PLWU_POT_UNSPENT] = { N_ ("If unspent"), 11, FALSE, PLW_TABLE_POTS, PLW_POTS_UNSPENT, "unspent" },
  [PLWU_POT_CERTAINTY] = { N_ ("Certainty"), 11, FALSE, PLW_TABLE_POTS, PLW_POTS_CERTAINTY, "certainty" },
  [PLWU_POT_HOLDER] = { N_ ("Held by"), 24, FALSE, PLW_TABLE_POTS, PLW_POTS_PARTNER, NULL },
  [PLWU_POT_KIND] = { N_ ("Kind"), 9, FALSE, PLW_TABLE_POTS, PLW_POTS_KIND, "kind" },
  [PLWU_POT_MINIMUM] = { N_ ("Never below, £"), 13, TRUE, PLW_TABLE_POTS, PLW_POTS_MINIMUM_BALANCE, NULL },
  [PLWU_POT_TAX_BASE] = { N_ ("Tax base, homes"), 14, TRUE, PLW_TABLE_COUNCIL_TAX, PLW_COUNCIL_TAX_TAX_BASE, NULL },
  [PLWU_POT_BAND_D] = { N_ ("Band D, £"), 10, TRUE, PLW_TABLE_COUNCIL_TAX, PLW_COUNCIL_TAX_BAND_D, NULL },
  [PLWU_POT_DRIVER] = { N_ ("Grows with"), 30, FALSE, PLW_TABLE_POTS, PLW_POTS_DRIVER, NULL },
  [PLWU_POT_LASTS] = { N_ ("Lasts, years"), 10, TRUE, PLW_TABLE_EFFECTS, PLW_EFFECTS_DURATION, "lasts" },
  [PLWU_POT_PROBABILITY] = { N_ ("Likely, %"), 9, TRUE, PLW_TABLE_POTS, PLW_POTS_PROBABILITY, "probability" },
  [PLWU_POT_POOLED] = { N_ ("Could be pooled"), 14, FALSE, PLW_TABLE_POTS, PLW_POTS_POOLED, "pooled" },
};

static const PlwuDraftColumn driver_columns[] = {
  [PLWU_DRIVER_NAME] = { N_ ("Assumption"), 44, FALSE, PLW_TABLE_DRIVERS, PLW_DRIVERS_NAME, "name" },
  [PLWU_DRIVER_RATE] = { N_ ("A year, %"), 10, TRUE, PLW_TABLE_DRIVERS, PLW_DRIVERS_LOW, "rate" },
  [PLWU_DRIVER_LOW] = { N_ ("Low, points below"), 16, TRUE, PLW_TABLE_DRIVERS, PLW_DRIVERS_LOW, "low" },
  [PLWU_DRIVER_HIGH] = { N_ ("High, points above"), 16, TRUE, PLW_TABLE_DRIVERS, PLW_DRIVERS_HIGH, "high" },
  [PLWU_DRIVER_DISTRIBUTION] = { N_ ("Spread"), 12, FALSE, PLW_TABLE_DRIVERS, PLW_DRIVERS_DISTRIBUTION, "distribution" },
};

static const PlwuDraftSpec specs[] = {
  [PLWU_DRAFT_PARTNERS] = { "partners", N_ ("Type a name to add a partner"), partner_columns, PLWU_PARTNER_N_COLUMNS,
                            plwu_draft_usual_partner, plwu_draft_read_choice, NULL, NULL, NULL },
  [PLWU_DRAFT_LINES] = { "lines", N_ ("Type a name to add a line"), line_columns, PLWU_LINE_N_COLUMNS,
                         plwu_draft_usual_line, plwu_draft_read_line, plwu_draft_show_line, plwu_draft_is_line_stale,
                         plwu_draft_is_line_locked },
  [PLWU_DRAFT_POTS] = { "pots", N_ ("Type a name to add a pot"), pot_columns, PLWU_POT_N_COLUMNS,
                        plwu_draft_usual_pot, plwu_draft_read_pot, plwu_draft_show_pot, plwu_draft_is_pot_stale,
                        plwu_draft_is_pot_locked },
  [PLWU_DRAFT_DRIVERS] = { "drivers", N_ ("Type a name to add an assumption"), driver_columns,
                           PLWU_DRIVER_N_COLUMNS, NULL, plwu_draft_read_driver, NULL, NULL, NULL },
};
/* clang-format on */

/* The financial year under way is the budget people have in hand. */
static char *
get_this_year (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return plw_year_to_text (g_date_time_get_year (now) - (g_date_time_get_month (now) < 4));
}

PlwuDraft *
plwu_draft_new (void)
{
  PlwuDraft *self = g_new0 (PlwuDraft, 1);

  self->place = g_strdup ("");
  self->area = g_strdup ("");
  self->base_year = get_this_year ();
  self->years = g_strdup_printf ("%d", PLW_YEARS_LEAST);
  self->partners = plwu_draft_table_new (&specs[PLWU_DRAFT_PARTNERS], self);
  self->lines = plwu_draft_table_new (&specs[PLWU_DRAFT_LINES], self);
  self->pots = plwu_draft_table_new (&specs[PLWU_DRAFT_POTS], self);
  self->drivers = plwu_draft_table_new (&specs[PLWU_DRAFT_DRIVERS], self);

  for (guint i = 0; i < plwu_usual_n_rows (plwu_usual_get ("partners")); i++)
    if (*plwu_usual_text (plwu_usual_get ("partners"), i, "ticked") != '\0')
      plwu_draft_table_choose (self->partners, i, TRUE);
  for (guint i = 0; i < plwu_usual_n_rows (plwu_usual_get ("drivers")); i++)
    plwu_draft_table_choose (self->drivers, i, TRUE);
  for (guint i = 0; i < plwu_usual_n_rows (plwu_usual_get ("pots")); i++)
    if (*plwu_usual_text (plwu_usual_get ("pots"), i, "ticked") != '\0')
      plwu_draft_table_choose (self->pots, i, TRUE);

  return self;
}

void
plwu_draft_free (PlwuDraft *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->partners);
  g_object_unref (self->lines);
  g_object_unref (self->pots);
  g_object_unref (self->drivers);
  g_free (self->place);
  g_free (self->area);
  g_free (self->base_year);
  g_free (self->years);
  g_free (self);
}

PlwuDraftTable *
plwu_draft_table (PlwuDraft *self, PlwuDraftStep step)
{
  switch (step)
    {
    case PLWU_DRAFT_PARTNERS:
      return self->partners;
    case PLWU_DRAFT_LINES:
      return self->lines;
    case PLWU_DRAFT_POTS:
      return self->pots;
    case PLWU_DRAFT_DRIVERS:
      return self->drivers;
    case PLWU_DRAFT_PLACE:
    case PLWU_DRAFT_SUMMARY:
    case PLWU_DRAFT_N_STEPS:
      break;
    }
  return NULL;
}

void
plwu_draft_set (char **field, const char *text)
{
  char *stripped = g_strstrip (g_strdup (text));

  g_free (*field);
  *field = stripped;
}

gboolean
plwu_draft_find_reserve (PlwuDraft *self, guint pot, guint *ret_row)
{
  g_autofree char *holder = plwu_draft_table_get (self->pots, pot, PLWU_POT_HOLDER);

  for (guint i = 0; i < plwu_draft_table_n_chosen (self->pots); i++)
    {
      g_autofree char *other = plwu_draft_table_get (self->pots, i, PLWU_POT_HOLDER);

      if (strcmp (plwu_draft_table_usual_text (self->pots, i, "role"), "general-reserve") == 0
          && strcmp (holder, other) == 0)
        {
          *ret_row = i;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
plwu_draft_has_group (PlwuDraft *self, const char *group)
{
  for (guint i = 0; i < plwu_draft_table_n_chosen (self->lines); i++)
    {
      g_autofree char *own = plwu_draft_table_get (self->lines, i, PLWU_LINE_GROUP);

      if (plwu_fold_equal (own, group))
        return TRUE;
    }
  return FALSE;
}
