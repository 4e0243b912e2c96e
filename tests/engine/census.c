/* census.c: what kinds of prevention random plans hold.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "census.h"

/* One kind must be in at least one of so many answers. */
#define RAREST 100

typedef enum
{
  HAS_LINE_EFFECT,
  HAS_PARTNER_EFFECT,
  HAS_SAVING,
  HAS_LARGE_SAVING,
  HAS_RELEASE,
  HAS_STEPS,
  HAS_HELD_STEPS,
  HAS_OVERLAP,
  HAS_SEVERAL_PROGRAMMES,
  HAS_MORE_THAN_NEED,
  HAS_PARTLY_FUNDED,
  HAS_UNFUNDED,
  HAS_CREDIT_OF_PARTLY_FUNDED,
  HAS_SPILL,
  HAS_SPILL_AND_SAVING,
  HAS_CLIPPED_NEED,
  HAS_BORROWING,
  HAS_NET_GAIN,
  HAS_PAYBACK,
  HAS_CLOSED_VALLEY,
  HAS_CARRIED_VALLEY,
  HAS_WRONG_POCKETS,
  HAS_UNIT_COST,
  N_KINDS,
} Kind;

static const char *const names[] = {
  "effects on lines",
  "effects on partners' own budgets",
  "savings",
  "savings of a tenth of a need and more",
  "released capacity",
  "cash in whole steps",
  "cash held back by steps",
  "overlap",
  "several programmes on a line",
  "effects beyond the need",
  "partly funded programmes",
  "unfunded programmes",
  "savings of partly funded programmes",
  "knock-on effects",
  "knock-on effects and savings on a line",
  "needs cut off at nought",
  "borrowing",
  "programmes worth more than they cost",
  "programmes that pay back",
  "valleys that close",
  "valleys that the reserve carries",
  "partners who gain and partners who lose",
  "unit costs",
};
G_STATIC_ASSERT (G_N_ELEMENTS (names) == N_KINDS);

static guint counts[N_KINDS];
static guint n_answers;

static void
look_at_effect (const Reference *reference, const RefEffect *effect, bool *has)
{
  bool has_steps = reference_number (reference, PLW_TABLE_EFFECTS, effect->row, PLW_EFFECTS_RELEASE_STEP) > 0;
  bool has_unit_cost =
      *reference_text (reference, PLW_TABLE_EFFECTS, effect->row, PLW_EFFECTS_UNIT_COST) != '\0';

  has[effect->line == SIZE_MAX ? HAS_PARTNER_EFFECT : HAS_LINE_EFFECT] = true;
  for (size_t year = 0; year < reference->n_years; year++)
    {
      const RefReal *share = reference->programmes[effect->programme].share;
      RefReal released = effect->gross[year] - effect->cash[year];

      if (effect->gross[year] <= 0)
        continue;
      has[HAS_RELEASE] |= released > 1;
      has[HAS_STEPS] |= has_steps && effect->cash[year] > 0;
      has[HAS_HELD_STEPS] |= has_steps && released > 1;
      has[HAS_OVERLAP] |= effect->cash[year] - effect->credited[year] > 1;
      has[HAS_CREDIT_OF_PARTLY_FUNDED] |=
          year > 0 && share[year - 1] > 0 && share[year - 1] < 1 && effect->credited[year] > 1;
      has[HAS_UNIT_COST] |= has_unit_cost;
    }
}

static bool
do_several_meet (const Reference *reference, size_t line, size_t year)
{
  size_t first = SIZE_MAX;

  for (size_t i = 0; i < reference->n_effects; i++)
    {
      const RefEffect *effect = &reference->effects[i];

      if (effect->line != line || effect->cash[year] <= 0)
        continue;
      if (first != SIZE_MAX && first != effect->programme)
        return true;
      first = effect->programme;
    }
  return false;
}

static void
look_at_line (const Reference *reference, size_t number, bool *has)
{
  const RefUse *line = &reference->uses[number];

  for (size_t year = 0; year < reference->n_years; year++)
    {
      const RefReal *parts = line->parts[year];
      RefReal saved = -parts[REF_PREVENTION];
      RefReal before = 0;

      for (int part = 0; part < REF_PREVENTION; part++)
        before += parts[part];
      has[HAS_SAVING] |= saved > 1;
      has[HAS_LARGE_SAVING] |= saved > before / 10 && saved > 100;
      has[HAS_MORE_THAN_NEED] |= before > 1 && saved >= before;
      has[HAS_SPILL] |= parts[REF_SPILLED] > 1;
      has[HAS_SPILL_AND_SAVING] |= parts[REF_SPILLED] > 1 && saved > 1;
      has[HAS_CLIPPED_NEED] |= before < 0;
      has[HAS_SEVERAL_PROGRAMMES] |= do_several_meet (reference, number, year);
    }
}

static void
look_at_programme (const Reference *reference, const RefProgramme *programme, bool *has)
{
  const RefAccount *account = &programme->account;
  RefValley valley = reference_valley (reference, account, 0);

  for (size_t year = 0; year < reference->n_years; year++)
    {
      has[HAS_PARTLY_FUNDED] |= programme->share[year] > 0 && programme->share[year] < 1;
      has[HAS_UNFUNDED] |= programme->share[year] == 0;
    }
  has[HAS_NET_GAIN] |= account->pv_cost > 0 && account->pv_saved + account->pv_released > account->pv_cost;
  has[HAS_PAYBACK] |= valley.payback != 0;
  has[HAS_CLOSED_VALLEY] |= valley.closes != 0;
  has[HAS_CARRIED_VALLEY] |= valley.years > 0 && valley.is_carried;
}

static bool
do_some_gain_and_some_lose (const Reference *reference)
{
  bool does_one_gain = false;
  bool does_one_lose = false;

  for (size_t i = 0; i < reference->n_partners; i++)
    {
      const RefPartner *position = reference_position (reference, reference->n_programmes, i);

      does_one_gain |= position->pv_benefit > position->pv_paid;
      does_one_lose |= position->pv_benefit < position->pv_paid;
    }
  return does_one_gain && does_one_lose;
}

void
census_add (const Reference *reference)
{
  bool has[N_KINDS] = { false };

  for (size_t i = 0; i < reference->n_effects; i++)
    look_at_effect (reference, &reference->effects[i], has);
  for (size_t i = 0; i < reference->n_programmes; i++)
    look_at_programme (reference, &reference->programmes[i], has);
  for (size_t i = 0; i < reference->n_uses; i++)
    {
      if (reference->uses[i].kind == PLW_USE_LINE)
        look_at_line (reference, i, has);
      for (size_t year = 0; year < reference->n_years; year++)
        has[HAS_BORROWING] |= reference->uses[i].borrowed[year] > 0;
    }
  has[HAS_WRONG_POCKETS] = do_some_gain_and_some_lose (reference);
  n_answers++;
  for (int kind = 0; kind < N_KINDS; kind++)
    counts[kind] += has[kind];
}

void
census_print (void)
{
  g_test_message ("of %u answers:", n_answers);
  for (int kind = 0; kind < N_KINDS; kind++)
    {
      g_test_message ("%6u %5.1f%% %s", counts[kind], 100.0 * counts[kind] / MAX (1, n_answers), names[kind]);
      if (n_answers > 5 * RAREST && counts[kind] < n_answers / RAREST)
        g_test_fail_printf ("too few answers have %s", names[kind]);
    }
}
