/* plwu-draft-usual.c: what is usual in a new plan, from the lists and from what was chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-draft-rules.h"

#include <placewright/number.h>

#include <string.h>

#include <glib/gi18n.h>

/* The kinds of partner that usually do a thing, the likeliest first. */
static const struct
{
  const char *wanted;
  const char *kinds[6];
} holders[] = {
  { "lead", { "county", "unitary", "district", "combined-authority" } },
  { "county", { "county", "unitary", "combined-authority", "district" } },
  { "district", { "district", "unitary", "county" } },
  { "police", { "police", "county", "unitary" } },
  { "fire", { "fire", "county", "unitary" } },
  { "health", { "health", "county", "unitary" } },
};

static const char *
find_partner (PlwuDraft *self, const char *kind)
{
  for (guint i = 0; i < plwu_draft_table_n_chosen (self->partners); i++)
    {
      g_autofree char *own = plwu_draft_table_get (self->partners, i, PLWU_PARTNER_KIND);

      if (strcmp (own, kind) == 0)
        return plwu_draft_table_code (self->partners, i);
    }
  return NULL;
}

/* Returns: the code of the partner who usually does it; "" where there is no partner */
static const char *
find_holder (PlwuDraft *self, const char *wanted)
{
  size_t i = 0;

  while (i + 1 < G_N_ELEMENTS (holders) && strcmp (holders[i].wanted, wanted) != 0)
    i++;
  if (strcmp (holders[i].wanted, wanted) != 0)
    i = 0;
  for (size_t j = 0; j < G_N_ELEMENTS (holders[i].kinds) && holders[i].kinds[j] != NULL; j++)
    if (find_partner (self, holders[i].kinds[j]) != NULL)
      return find_partner (self, holders[i].kinds[j]);

  return plwu_draft_table_n_chosen (self->partners) > 0 ? plwu_draft_table_code (self->partners, 0) : "";
}

/* `{place} Council` names the place as soon as it has a name. */
static char *
fill_in_place (const char *name, const char *place)
{
  g_auto (GStrv) parts = g_strsplit (name, "{place}", 2);

  if (parts[0] == NULL || parts[1] == NULL)
    return NULL;
  if (*place == '\0')
    return g_strstrip (g_strconcat (parts[0], parts[1], NULL));
  return g_strconcat (parts[0], place, parts[1], NULL);
}

char *
plwu_draft_usual_partner (gpointer owner, PlwuDraftTable *table, guint row, guint column)
{
  PlwuDraft *self = owner;
  const char *name = plwu_draft_table_usual_text (table, row, "name");

  if (column == PLWU_PARTNER_NAME)
    return fill_in_place (name, self->place);
  if (*name != '\0')
    return NULL;
  return g_strdup (column == PLWU_PARTNER_KIND ? "district" : "yes");
}

char *
plwu_draft_usual_line (gpointer owner, PlwuDraftTable *table, guint row, guint column)
{
  static const char *const own[PLWU_LINE_N_COLUMNS] = {
    [PLWU_LINE_DUTY] = "discretionary",
    [PLWU_LINE_PRIORITY] = "3",
    [PLWU_LINE_GROUP] = N_ ("Own services"),
    [PLWU_LINE_PAY_SHARE] = "40",
  };
  gboolean is_own = *plwu_draft_table_usual_text (table, row, "code") == '\0';

  if (column == PLWU_LINE_HOLDER)
    return g_strdup (find_holder (owner, plwu_draft_table_usual_text (table, row, "holder")));
  if (is_own && own[column] != NULL)
    return g_strdup (column == PLWU_LINE_GROUP ? _ (own[column]) : own[column]);
  return NULL;
}

gboolean
plwu_draft_is_line_locked (PlwuDraftTable *table, guint row, guint column)
{
  g_autofree char *duty =
      column == PLWU_LINE_MINIMUM ? plwu_draft_table_get (table, row, PLWU_LINE_DUTY) : NULL;

  return duty != NULL && strcmp (duty, "statutory") != 0;
}

static gboolean
is_tax (PlwuDraftTable *table, guint row)
{
  return strcmp (plwu_draft_table_usual_text (table, row, "asks"), "tax") == 0;
}

/* Tax base times Band D, where both are there. */
static char *
multiply_tax (PlwuDraftTable *table, guint row)
{
  int64_t homes = plwu_draft_table_get_number (table, row, PLWU_POT_TAX_BASE, 0);
  int64_t band_d = plwu_draft_table_get_number (table, row, PLWU_POT_BAND_D, 0);

  if (!is_tax (table, row) || homes <= 0 || band_d <= 0)
    return NULL;

  __int128 product = (__int128) homes * band_d;

  if (product > (__int128) PLW_PENCE_MAX * PLW_DECIMAL_ONE)
    return NULL;
  return plw_pence_to_plain_text (plw_divide_round (product, PLW_DECIMAL_ONE));
}

/* Councils with social care may raise more; the others have a rate of their own. */
static char *
find_pot_driver (PlwuDraft *self, PlwuDraftTable *table, guint row)
{
  const char *other = plwu_draft_table_usual_text (table, row, "driver_other");
  const char *driver = plwu_draft_table_usual_text (table, row, "driver");
  g_autofree char *holder = plwu_draft_table_get (table, row, PLWU_POT_HOLDER);
  guint partner;

  if (*other != '\0' && plwu_draft_table_find_code (self->partners, holder, &partner))
    {
      g_autofree char *kind = plwu_draft_table_get (self->partners, partner, PLWU_PARTNER_KIND);

      if (strcmp (kind, "county") != 0 && strcmp (kind, "unitary") != 0)
        driver = other;
    }
  return g_strdup (*driver != '\0' ? driver : PLWU_DRAFT_NONE);
}

/* Of the groups a grant is for, those of the chosen lines: the first of its
 * alternatives that is there, else the first.
 */
static char *
find_pot_fence (PlwuDraft *self, PlwuDraftTable *table, guint row)
{
  const char *fence = plwu_draft_table_usual_text (table, row, "fence");
  g_auto (GStrv) groups = g_strsplit (fence, "|", -1);

  if (*fence == '\0')
    return g_strdup (PLWU_DRAFT_OF_HOLDER);
  for (guint i = 0; groups[i] != NULL; i++)
    if (plwu_draft_has_group (self, groups[i]))
      return g_strdup (groups[i]);
  return g_strdup (groups[0]);
}

char *
plwu_draft_usual_pot (gpointer owner, PlwuDraftTable *table, guint row, guint column)
{
  gboolean is_own = *plwu_draft_table_usual_text (table, row, "code") == '\0';

  switch (column)
    {
    case PLWU_POT_AMOUNT:
      return multiply_tax (table, row);
    case PLWU_POT_HOLDER:
      return g_strdup (find_holder (owner, plwu_draft_table_usual_text (table, row, "holder")));
    case PLWU_POT_FENCE:
      return find_pot_fence (owner, table, row);
    case PLWU_POT_DRIVER:
      return find_pot_driver (owner, table, row);
    case PLWU_POT_KIND:
      return is_own ? g_strdup ("revenue") : NULL;
    case PLWU_POT_UNSPENT:
      return is_own ? g_strdup ("lapse") : NULL;
    case PLWU_POT_CERTAINTY:
      return is_own ? g_strdup ("indicative") : NULL;
    case PLWU_POT_POOLED:
      return is_own ? g_strdup ("yes") : NULL;
    default:
      return NULL;
    }
}

gboolean
plwu_draft_is_pot_locked (PlwuDraftTable *table, guint row, guint column)
{
  if (column == PLWU_POT_TAX_BASE || column == PLWU_POT_BAND_D)
    return !is_tax (table, row);
  return column == PLWU_POT_LASTS && is_tax (table, row);
}
