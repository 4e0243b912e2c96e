/* plwu-draft-plan-pots.c: the plan made from a draft: pots, taxes, ring-fences and what grants for capital
 * buy. SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-draft-plan.h"

#include "plwu-fold.h"

#include <placewright/number.h>

#include <string.h>

#include <glib/gi18n.h>

static size_t
get_year_column (PlwuDraftMaker *self, PlwTableId table, int year)
{
  return plw_plan_year_column (self->plan, table, self->first + year);
}

/* The driver's rate a year in billionths of a percent; 0 where there is none. */
static int64_t
get_rate (PlwuDraftMaker *self, const char *driver)
{
  guint row;

  return plwu_draft_table_find_code (self->draft->drivers, driver, &row)
             ? plwu_draft_table_get_number (self->draft->drivers, row, PLWU_DRIVER_RATE, 0)
             : 0;
}

/* Year by year: for money that ends, or that follows no driver. */
static void
put_profile (PlwuDraftMaker *self, PlwTableId table, size_t row, int64_t pence, int64_t rate, int n_years)
{
  for (int year = 0; year < n_years; year++)
    {
      pence = plw_divide_round ((__int128) pence * (100 * PLW_DECIMAL_ONE + rate), 100 * PLW_DECIMAL_ONE);
      pence = MIN (pence, PLW_PENCE_MAX);
      plw_plan_set (self->plan, table, row, get_year_column (self, table, year), plw_value_number (pence));
    }
}

static void
add_council_tax (PlwuDraftMaker *self, guint pot, size_t row, const char *driver)
{
  PlwuDraftTable *pots = self->draft->pots;
  size_t tax = plwu_draft_maker_add (self, PLW_TABLE_COUNCIL_TAX);
  g_autofree char *tax_base = plwu_draft_table_get (pots, pot, PLWU_POT_TAX_BASE);
  g_autofree char *band_d = plwu_draft_table_get (pots, pot, PLWU_POT_BAND_D);
  const char *base_driver = plwu_draft_table_usual_text (pots, pot, "base_driver");
  guint found;

  plwu_draft_maker_put (self, PLW_TABLE_POTS, row, PLW_POTS_BASIS, "council-tax");
  plwu_draft_maker_put (self, PLW_TABLE_COUNCIL_TAX, tax, PLW_COUNCIL_TAX_POT,
                        plwu_draft_table_code (pots, pot));
  plwu_draft_maker_put (self, PLW_TABLE_COUNCIL_TAX, tax, PLW_COUNCIL_TAX_TAX_BASE, tax_base);
  plwu_draft_maker_put (self, PLW_TABLE_COUNCIL_TAX, tax, PLW_COUNCIL_TAX_BAND_D, band_d);
  if (plwu_draft_table_find_code (self->draft->drivers, base_driver, &found))
    plwu_draft_maker_put (self, PLW_TABLE_COUNCIL_TAX, tax, PLW_COUNCIL_TAX_BASE_DRIVER, base_driver);
  if (plwu_draft_table_find_code (self->draft->drivers, driver, &found))
    plwu_draft_maker_put (self, PLW_TABLE_COUNCIL_TAX, tax, PLW_COUNCIL_TAX_INCREASE_DRIVER, driver);
  plwu_draft_maker_assume (self, PLW_TABLE_COUNCIL_TAX, tax,
                           _ ("Tax base and Band D were typed; what they follow is assumed."));
}

static void
put_money (PlwuDraftMaker *self, guint pot, size_t row)
{
  PlwuDraftTable *pots = self->draft->pots;
  int64_t pence = plwu_draft_table_get_number (pots, pot, PLWU_POT_AMOUNT, 0);
  int64_t lasts = plwu_draft_table_get_number (pots, pot, PLWU_POT_LASTS, 0);
  g_autofree char *driver = plwu_draft_table_get (pots, pot, PLWU_POT_DRIVER);
  guint found;

  if (plwu_draft_table_get_number (pots, pot, PLWU_POT_TAX_BASE, 0) > 0
      && plwu_draft_table_get_number (pots, pot, PLWU_POT_BAND_D, 0) > 0)
    add_council_tax (self, pot, row, driver);
  else if (lasts == 0 && plwu_draft_table_find_code (self->draft->drivers, driver, &found))
    {
      g_autofree char *base = plw_pence_to_plain_text (pence);

      plwu_draft_maker_put (self, PLW_TABLE_POTS, row, PLW_POTS_BASIS, "indexed");
      plwu_draft_maker_put (self, PLW_TABLE_POTS, row, PLW_POTS_BASE, base);
      plwu_draft_maker_put (self, PLW_TABLE_POTS, row, PLW_POTS_DRIVER, driver);
    }
  else
    {
      plwu_draft_maker_put (self, PLW_TABLE_POTS, row, PLW_POTS_BASIS, "profile");
      if (pence > 0)
        put_profile (self, PLW_TABLE_POTS, row, pence, get_rate (self, driver),
                     lasts == 0 ? self->n_years : (int) MIN (lasts, self->n_years));
    }
}

static void
add_fence (PlwuDraftMaker *self, guint pot, const char *kind, const char *code)
{
  size_t row = plwu_draft_maker_add (self, PLW_TABLE_RINGFENCES);

  plwu_draft_maker_put (self, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_POT,
                        plwu_draft_table_code (self->draft->pots, pot));
  plwu_draft_maker_put (self, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_USE_KIND, kind);
  plwu_draft_maker_put (self, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_USE_CODE, code);
  plwu_draft_maker_assume (self, PLW_TABLE_RINGFENCES, row,
                           plwu_draft_table_is_assumed (self->draft->pots, pot, PLWU_POT_FENCE)
                               ? _ ("Assumed: how this money is usually bound.")
                               : _ ("As typed when the plan was made."));
}

/* One holder of all services needs no fence. */
static gboolean
holds_everything (PlwuDraft *draft, const char *holder)
{
  for (guint i = 0; i < plwu_draft_table_n_chosen (draft->lines); i++)
    {
      g_autofree char *other = plwu_draft_table_get (draft->lines, i, PLWU_LINE_HOLDER);

      if (strcmp (holder, other) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Returns: whether a chosen line or group has that name */
static gboolean
add_fence_of_use (PlwuDraftMaker *self, guint pot, const char *name)
{
  PlwuDraftTable *lines = self->draft->lines;
  guint row;

  for (guint i = 0; i < plwu_draft_table_n_chosen (lines); i++)
    {
      g_autofree char *group = plwu_draft_table_get (lines, i, PLWU_LINE_GROUP);

      if (plwu_fold_equal (group, name))
        {
          add_fence (self, pot, "group", group);
          return TRUE;
        }
    }
  if (!plwu_draft_table_find_name (lines, name, &row))
    return FALSE;
  add_fence (self, pot, "line", plwu_draft_table_code (lines, row));
  return TRUE;
}

/* What a capital grant buys: a project that spends it. */
static void
add_project (PlwuDraftMaker *self, guint pot)
{
  PlwuDraftTable *pots = self->draft->pots;
  size_t row = plwu_draft_maker_add (self, PLW_TABLE_PROJECTS);
  const char *code = plwu_draft_table_code (pots, pot);
  g_autofree char *usual = g_strdup (plwu_draft_table_usual_text (pots, pot, "project"));
  g_autofree char *own = plwu_draft_table_get (pots, pot, PLWU_POT_NAME);
  g_autofree char *holder = plwu_draft_table_get (pots, pot, PLWU_POT_HOLDER);
  int64_t lasts = plwu_draft_table_get_number (pots, pot, PLWU_POT_LASTS, 0);
  int64_t pence = plwu_draft_table_get_number (pots, pot, PLWU_POT_AMOUNT, 0);

  plwu_draft_maker_put (self, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_CODE, code);
  plwu_draft_maker_put (self, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_NAME, *usual != '\0' ? usual : own);
  plwu_draft_maker_put (self, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_PARTNER, holder);
  put_profile (self, PLW_TABLE_PROJECTS, row, pence, 0,
               lasts == 0 ? self->n_years : (int) MIN (lasts, self->n_years));
  plwu_draft_maker_assume (
      self, PLW_TABLE_PROJECTS, row,
      _ ("Assumed: spends its grant, year by year. Put the council's own programme here."));
  add_fence (self, pot, "project", code);
}

/* Returns: FALSE where no line of the plan is what the money is for */
static gboolean
add_fences (PlwuDraftMaker *self, guint pot)
{
  PlwuDraft *draft = self->draft;
  g_autofree char *fence = plwu_draft_table_get (draft->pots, pot, PLWU_POT_FENCE);
  g_autofree char *holder = plwu_draft_table_get (draft->pots, pot, PLWU_POT_HOLDER);
  g_auto (GStrv) names = g_strsplit (fence, "; ", -1);
  gboolean is_found = FALSE;

  if (strcmp (fence, PLWU_DRAFT_ANYTHING) == 0)
    return TRUE;
  if (strcmp (fence, PLWU_DRAFT_OF_PROJECT) == 0)
    {
      add_project (self, pot);
      return TRUE;
    }
  if (strcmp (fence, PLWU_DRAFT_OF_HOLDER) == 0)
    {
      if (!holds_everything (draft, holder))
        add_fence (self, pot, "partner", holder);
      return TRUE;
    }
  for (guint i = 0; names[i] != NULL; i++)
    is_found = add_fence_of_use (self, pot, names[i]) || is_found;
  return is_found;
}

static void
put_unspent (PlwuDraftMaker *self, guint pot, size_t row)
{
  PlwuDraftTable *pots = self->draft->pots;
  g_autofree char *unspent = plwu_draft_table_get (pots, pot, PLWU_POT_UNSPENT);
  g_autofree char *rule = NULL;
  guint reserve;

  /* A reserve is where unspent money goes. */
  if (strcmp (unspent, PLWU_DRAFT_TO_RESERVE) == 0)
    rule = strcmp (plwu_draft_table_usual_text (pots, pot, "role"), "general-reserve") != 0
                   && plwu_draft_find_reserve (self->draft, pot, &reserve)
               ? g_strconcat ("to:", plwu_draft_table_code (pots, reserve), NULL)
               : g_strdup ("keep");
  plwu_draft_maker_put (self, PLW_TABLE_POTS, row, PLW_POTS_UNSPENT, rule != NULL ? rule : unspent);
}

static void
note_pot (PlwuDraftMaker *self, guint pot, size_t row, gboolean is_usable)
{
  static const guint columns[] = { PLWU_POT_HOLDER,    PLWU_POT_FENCE,       PLWU_POT_UNSPENT,
                                   PLWU_POT_CERTAINTY, PLWU_POT_PROBABILITY, PLWU_POT_DRIVER,
                                   PLWU_POT_LASTS,     PLWU_POT_POOLED };
  static const char *const names[] = {
    N_ ("who holds it"), N_ ("ring-fence"), N_ ("what happens if unspent"), N_ ("certainty"),
    N_ ("probability"),  N_ ("growth"),     N_ ("how long it lasts"),       N_ ("whether it could be pooled")
  };
  PlwuDraftTable *pots = self->draft->pots;
  const char *usual = plwu_draft_table_usual_text (pots, pot, "note");
  g_autoptr (GString) note = g_string_new (NULL);
  guint n_assumed = 0;

  if (!is_usable)
    g_string_append (note, _ ("Switched off: no line of the plan is what this money is for. "));
  if (*usual != '\0')
    g_string_append_printf (note, "%s. ", usual);
  for (size_t i = 0; i < G_N_ELEMENTS (columns); i++)
    if (plwu_draft_table_is_assumed (pots, pot, columns[i]))
      g_string_append_printf (note, "%s%s", n_assumed++ == 0 ? _ ("Assumed as usual: ") : ", ", _ (names[i]));
  if (n_assumed > 0)
    g_string_append_c (note, '.');
  plwu_draft_maker_assume (self, PLW_TABLE_POTS, row, g_strstrip (note->str));
}

static void
add_pot (PlwuDraftMaker *self, guint pot)
{
  static const size_t held[][2] = {
    { PLWU_POT_NAME, PLW_POTS_NAME },
    { PLWU_POT_HOLDER, PLW_POTS_PARTNER },
    { PLWU_POT_KIND, PLW_POTS_KIND },
    { PLWU_POT_OPENING, PLW_POTS_OPENING },
    { PLWU_POT_MINIMUM, PLW_POTS_MINIMUM_BALANCE },
    { PLWU_POT_CERTAINTY, PLW_POTS_CERTAINTY },
    { PLWU_POT_PROBABILITY, PLW_POTS_PROBABILITY },
    { PLWU_POT_POOLED, PLW_POTS_POOLED },
  };
  PlwuDraftTable *pots = self->draft->pots;
  size_t row = plwu_draft_maker_add (self, PLW_TABLE_POTS);

  plwu_draft_maker_put (self, PLW_TABLE_POTS, row, PLW_POTS_CODE, plwu_draft_table_code (pots, pot));
  plwu_draft_maker_put (self, PLW_TABLE_POTS, row, PLW_POTS_FUNDER,
                        plwu_draft_table_usual_text (pots, pot, "funder"));
  for (size_t i = 0; i < G_N_ELEMENTS (held); i++)
    {
      g_autofree char *text = plwu_draft_table_get (pots, pot, (guint) held[i][0]);

      plwu_draft_maker_put (self, PLW_TABLE_POTS, row, held[i][1], text);
    }
  put_unspent (self, pot, row);
  put_money (self, pot, row);

  gboolean is_usable = add_fences (self, pot);

  if (!is_usable)
    plwu_draft_maker_put (self, PLW_TABLE_POTS, row, PLW_POTS_ENABLED, "no");
  note_pot (self, pot, row, is_usable);
}

void
plwu_draft_maker_add_pots (PlwuDraftMaker *self)
{
  for (guint i = 0; i < plwu_draft_table_n_chosen (self->draft->pots); i++)
    add_pot (self, i);
}
