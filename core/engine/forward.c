/* forward.c: the forward pass: needs, then money, year by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/forward.h"
#include "engine/borrow.h"
#include "engine/financing.h"
#include "engine/links.h"
#include "engine/prevention.h"

#include <string.h>

#define N_CLASSES 6

typedef struct
{
  PlwResult *result;
  const PlwModel *model;
  bool is_whole; /* else only needs and what is funded of them */

  /* Pots and uses as the allocation wants them, by code. */
  PlwAllocPot *alloc_pots;
  PlwAllocReach *reaches;
  PlwAllocLink *links;
  uint32_t *reach_of_use;
  int64_t *inflows;
  int64_t *no_limit;
  PlwAllocation *allocation;

  PlwFinancing *financing;
  PlwPrevention *prevention; /* NULL where nothing is to be prevented */
  uint32_t *project_of_use;  /* index into the model's projects; UINT32_MAX: none */

  int64_t *shares;        /* [line][year]: funded shares in PLW_FINE */
  int64_t *spilled;       /* by line, this year */
  int64_t *from_pots;     /* [year][rank]: funded by pots */
  PlwWide *parts[2];      /* [line][part]: of last year and of this */
  PlwBorrower *borrowers; /* by use, while a class borrows */
} Forward;

static void
make_pots (Forward *forward, const uint8_t *freedoms)
{
  const PlwModel *model = forward->model;

  forward->alloc_pots = g_new (PlwAllocPot, MAX (model->n_pots, 1));
  forward->inflows = g_new (int64_t, MAX (model->n_pots, 1) * model->n_years);
  forward->no_limit = g_new (int64_t, model->n_years);
  for (size_t t = 0; t < model->n_years; t++)
    forward->no_limit[t] = -1;
  for (size_t k = 0; k < model->n_pots; k++)
    {
      uint8_t freedom = freedoms[model->pot_at_rank[k]];
      const PlwPot *pot = &model->pots[model->pot_at_rank[k]];
      int64_t *inflow = &forward->inflows[k * model->n_years];

      plw_pot_inflow (pot, model->n_years, (freedom & PLW_FREE_MINIMUM) != 0, inflow);
      forward->alloc_pots[k] = (PlwAllocPot){
        .inflow = inflow,
        .limit = freedom & PLW_FREE_LIMIT ? forward->no_limit : pot->limit,
        .unspent = freedom & PLW_FREE_YEAR_END ? PLW_UNSPENT_KEPT : pot->unspent,
        .keep_years = pot->keep_years,
        .target = pot->unspent == PLW_UNSPENT_MOVES ? model->rank_of_pot[pot->target] : 0,
      };
    }
}

static void
make_reaches (Forward *forward, const uint8_t *freedoms)
{
  const PlwModel *model = forward->model;
  const PlwLinks *links = &model->links;
  PlwAllocLink *next = g_new (PlwAllocLink, MAX (links->n_classes * model->n_pots, 1));

  forward->links = next;
  forward->reaches = g_new (PlwAllocReach, links->n_classes);
  for (size_t c = 0; c < links->n_classes; c++)
    {
      forward->reaches[c].links = next;
      for (uint32_t k = 0; k < model->n_pots; k++)
        {
          uint8_t freedom = freedoms[model->pot_at_rank[k]];
          size_t at = c * model->n_pots + k;

          if ((links->bars[at] & ~freedom) == 0)
            *next++ = (PlwAllocLink){ k, freedom & PLW_FREE_SHARE_CAP ? -1 : links->caps[at] };
        }
      forward->reaches[c].n_links = (size_t) (next - forward->reaches[c].links);
    }
  forward->reach_of_use = g_new (uint32_t, model->n_uses);
  for (size_t u = 0; u < model->n_uses; u++)
    forward->reach_of_use[u] = links->class_of_use[model->use_at_rank[u]];
}

static void
find_projects (Forward *forward)
{
  const PlwModel *model = forward->model;
  uint32_t next = 0;

  forward->project_of_use = g_new (uint32_t, model->n_uses);
  for (size_t u = 0; u < model->n_uses; u++)
    forward->project_of_use[u] = model->uses[u].kind == PLW_USE_PROJECT ? next++ : UINT32_MAX;
}

static void
start (Forward *forward, PlwResult *result, const PlwModel *model, const uint8_t *freedoms, bool is_whole)
{
  *forward = (Forward){ .result = result, .model = model, .is_whole = is_whole };
  make_pots (forward, freedoms);
  make_reaches (forward, freedoms);
  find_projects (forward);
  forward->allocation =
      plw_allocation_new (forward->alloc_pots, model->n_pots, forward->reaches, model->links.n_classes,
                          forward->reach_of_use, model->n_uses, model->n_years);
  forward->financing = plw_financing_new (model);
  if (model->n_effects > 0)
    forward->prevention = plw_prevention_new (model);
  forward->shares = g_new0 (int64_t, model->n_lines * model->n_years + 1);
  forward->spilled = g_new0 (int64_t, model->n_lines + 1);
  forward->from_pots = g_new0 (int64_t, model->n_uses * model->n_years);
  forward->borrowers = g_new (PlwBorrower, model->n_uses);
  for (size_t i = 0; is_whole && i < G_N_ELEMENTS (forward->parts); i++)
    forward->parts[i] = g_new0 (PlwWide, model->n_lines * PLW_N_NEED_PARTS + 1);
}

static void
finish (Forward *forward)
{
  plw_allocation_free (forward->allocation);
  plw_financing_free (forward->financing);
  plw_prevention_free (forward->prevention);
  g_free (forward->alloc_pots);
  g_free (forward->reaches);
  g_free (forward->links);
  g_free (forward->reach_of_use);
  g_free (forward->inflows);
  g_free (forward->no_limit);
  g_free (forward->project_of_use);
  g_free (forward->shares);
  g_free (forward->spilled);
  g_free (forward->from_pots);
  g_free (forward->borrowers);
  for (size_t i = 0; i < G_N_ELEMENTS (forward->parts); i++)
    g_free (forward->parts[i]);
}

/* Rounds a line's movements from @before to @after so that they add up to the
 * movement of its need, which is rounded already: odd pennies by largest
 * remainder, ties by the order of the parts.
 */
static void
round_movements (const PlwWide *before, const PlwWide *after, int64_t movement, int64_t *ret_movements)
{
  int64_t remainders[PLW_N_NEED_PARTS];
  int64_t left = movement;

  for (int i = 0; i < PLW_N_NEED_PARTS; i++)
    {
      PlwWide difference = after[i] - before[i];

      ret_movements[i] = difference == 0 ? 0 : plw_fine_floor (difference, &remainders[i]);
      if (difference == 0)
        remainders[i] = 0;
      left -= ret_movements[i];
    }
  g_assert (left >= 0 && left <= PLW_N_NEED_PARTS);
  for (; left > 0; left--)
    {
      int most = 0;

      for (int i = 1; i < PLW_N_NEED_PARTS; i++)
        if (remainders[i] > remainders[most])
          most = i;
      ret_movements[most]++;
      remainders[most] = -1;
    }
}

/* The base year: priced at the base, nothing else. Returns its need. */
static int64_t
base_parts (const PlwModel *model, size_t line, PlwWide *ret_parts)
{
  PlwWide base = 0;

  memset (ret_parts, 0, PLW_N_NEED_PARTS * sizeof *ret_parts);
  for (size_t e = 0; e < model->lines[line].n_elements; e++)
    base += (PlwWide) model->elements[model->lines[line].first_element + e].base_pence * PLW_FINE;
  ret_parts[PLW_NEED_PRICED] = base;
  ret_parts[PLW_NEED_CLIPPED] = base < 0 ? -base : 0;
  return base > 0 ? plw_fine_round (base) : 0;
}

static int64_t
find_line_need (Forward *forward, size_t i, size_t t)
{
  const PlwModel *model = forward->model;
  PlwWide *parts = forward->is_whole ? &forward->parts[1][i * PLW_N_NEED_PARTS] : NULL;
  PlwWide need = plw_need_before_prevention (model, i, t, forward->spilled[i], parts);

  if (forward->prevention != NULL)
    {
      PlwWide saved = plw_prevention_saved (forward->prevention, i, t, need);

      need -= saved;
      if (parts != NULL)
        parts[PLW_NEED_PREVENTION] = -saved;
    }
  return plw_fine_round (need);
}

static void
find_line_needs (Forward *forward, size_t t)
{
  const PlwModel *model = forward->model;
  PlwResult *result = forward->result;

  if (model->n_spillovers > 0)
    plw_need_spilled (model, t, forward->shares, forward->spilled);
  if (forward->prevention != NULL)
    plw_prevention_begin_year (forward->prevention, t);
  for (size_t i = 0; i < model->n_lines; i++)
    {
      const PlwLine *line = &model->lines[i];
      PlwUse *use = &result->uses[i];

      use->need[t] = find_line_need (forward, i, t);
      if (line->is_statutory)
        use->floor[t] = line->statutory_minimum == PLW_WHOLE
                            ? use->need[t]
                            : plw_divide_round ((PlwWide) use->need[t] * line->statutory_minimum, PLW_WHOLE);
      if (!forward->is_whole)
        continue;

      PlwWide *before = &forward->parts[0][i * PLW_N_NEED_PARTS];
      int64_t last = t == 0 ? base_parts (model, i, before) : use->need[t - 1];

      result->spilled[i * model->n_years + t] = forward->spilled[i];
      round_movements (before, &forward->parts[1][i * PLW_N_NEED_PARTS], use->need[t] - last,
                       &result->movements[(i * model->n_years + t) * PLW_N_NEED_PARTS]);
    }

  PlwWide *parts = forward->parts[0];
  forward->parts[0] = forward->parts[1];
  forward->parts[1] = parts;
}

static void
find_needs (Forward *forward, size_t t)
{
  const PlwModel *model = forward->model;

  find_line_needs (forward, t);
  for (size_t u = model->n_lines; u < model->n_uses; u++)
    {
      PlwUse *use = &forward->result->uses[u];

      use->need[t] = model->fixed_needs[u * model->n_years + t];
      if (use->kind == PLW_USE_FINANCING)
        use->floor[t] = use->need[t] = plw_financing_need (forward->financing, t);
    }
}

/* What uses need in a year, in the order of the allocation, gathered once for all classes. */
typedef struct
{
  int64_t *need;
  int64_t *floor;
  int8_t *priority;
  int64_t *wanted; /* in a class */
  int64_t *got;    /* of that */
  int64_t *paid;   /* by pots, in all classes so far */
} Claims;

static Claims
gather_claims (const Forward *forward, size_t t)
{
  const PlwModel *model = forward->model;
  Claims claims = {
    .need = g_new (int64_t, model->n_uses),
    .floor = g_new (int64_t, model->n_uses),
    .priority = g_new (int8_t, model->n_uses),
    .wanted = g_new (int64_t, model->n_uses),
    .got = g_new (int64_t, model->n_uses),
    .paid = g_new0 (int64_t, model->n_uses),
  };

  for (size_t u = 0; u < model->n_uses; u++)
    {
      const PlwUse *use = &forward->result->uses[model->use_at_rank[u]];

      claims.need[u] = use->need[t];
      claims.floor[u] = use->floor[t];
      claims.priority[u] = (int8_t) use->priority;
    }
  return claims;
}

static void
free_claims (Claims *claims)
{
  g_free (claims->need);
  g_free (claims->floor);
  g_free (claims->priority);
  g_free (claims->wanted);
  g_free (claims->got);
  g_free (claims->paid);
}

/* What each use needs in a class: its floor in class 0, the rest by priority. Whether any needs something. */
static bool
want_in_class (const Claims *claims, size_t n_uses, int class)
{
  int64_t any = 0;

  for (size_t u = 0; u < n_uses; u++)
    {
      int64_t rest = class == claims->priority[u] ? claims->need[u] - claims->floor[u] : 0;

      claims->wanted[u] = class == 0 ? claims->floor[u] : rest;
      any |= claims->wanted[u];
    }
  return any != 0;
}

static void
borrow_in_class (Forward *forward, size_t t, const int64_t *wanted, const int64_t *got)
{
  const PlwModel *model = forward->model;
  g_autofree uint32_t *uses = g_new (uint32_t, model->n_uses);
  int64_t limit = -1;
  size_t n = 0;

  for (size_t u = 0; u < model->n_uses; u++)
    {
      uint32_t use = forward->model->use_at_rank[u];
      uint32_t project = forward->project_of_use[use];

      if (project == UINT32_MAX || !model->projects[project].borrows || wanted[u] == got[u])
        continue;
      uses[n] = use;
      forward->borrowers[n++] = (PlwBorrower){ .wanted = wanted[u], .got = got[u] };
    }
  if (n == 0)
    return;
  if (model->borrowing_limit >= 0)
    limit = model->borrowing_limit - plw_financing_year (forward->financing, t)->borrowed;
  plw_borrow (forward->borrowers, n, limit);
  for (size_t i = 0; i < n; i++)
    {
      PlwUse *use = &forward->result->uses[uses[i]];

      use->borrowed[t] += forward->borrowers[i].borrowed;
      use->funded[t] += forward->borrowers[i].borrowed;
      plw_financing_borrow (forward->financing, forward->project_of_use[uses[i]], t,
                            forward->borrowers[i].borrowed);
    }
}

static void
fund_year (Forward *forward, size_t t)
{
  const PlwModel *model = forward->model;
  Claims claims = gather_claims (forward, t);

  plw_allocation_begin_year (forward->allocation, claims.need);
  for (int class = 0; class < N_CLASSES; class ++)
    {
      if (!want_in_class (&claims, model->n_uses, class))
        continue;
      plw_allocation_fund_class (forward->allocation, claims.wanted, claims.got);
      for (size_t u = 0; u < model->n_uses; u++)
        claims.paid[u] += claims.got[u];
      borrow_in_class (forward, t, claims.wanted, claims.got);
    }
  for (size_t u = 0; u < model->n_uses; u++)
    {
      forward->result->uses[model->use_at_rank[u]].funded[t] += claims.paid[u];
      forward->from_pots[t * model->n_uses + u] = claims.paid[u];
    }
  free_claims (&claims);
}

static void
note_shares (Forward *forward, size_t t)
{
  const PlwModel *model = forward->model;
  const PlwUse *uses = forward->result->uses;

  for (size_t i = 0; model->n_spillovers > 0 && i < model->n_lines; i++)
    forward->shares[i * model->n_years + t] =
        uses[i].funded[t] < uses[i].need[t]
            ? plw_divide_round ((PlwWide) uses[i].funded[t] * PLW_FINE, uses[i].need[t])
            : PLW_FINE;
  for (size_t p = 0; forward->prevention != NULL && p < model->n_programmes; p++)
    {
      int64_t need = 0;
      int64_t funded = 0;

      for (int part = PLW_PART_REVENUE; part <= PLW_PART_CAPITAL; part++)
        if (model->programmes[p].uses[part] != UINT32_MAX)
          {
            need += uses[model->programmes[p].uses[part]].need[t];
            funded += uses[model->programmes[p].uses[part]].funded[t];
          }
      plw_prevention_note_share (forward->prevention, p, t, need, funded);
    }
}

/* Moves @n flows from @from to @to by rising use or pot, those of the same one as
 * they stand. @starts: room for as many as there are, and one more.
 */
static void
sort_flows (const PlwFlow *from, PlwFlow *to, size_t n, bool by_use, uint32_t *starts, size_t n_starts)
{
  memset (starts, 0, (n_starts + 1) * sizeof *starts);
  for (size_t i = 0; i < n; i++)
    starts[(by_use ? from[i].use : from[i].pot) + 1]++;
  for (size_t i = 0; i < n_starts; i++)
    starts[i + 1] += starts[i];
  for (size_t i = 0; i < n; i++)
    to[starts[by_use ? from[i].use : from[i].pot]++] = from[i];
}

/* Flows come by year; in each they are put in order of pot, then use. */
static void
sort_years (const PlwModel *model, GArray *flows)
{
  PlwFlow *all = (PlwFlow *) flows->data;
  g_autofree PlwFlow *other = g_new (PlwFlow, flows->len + 1);
  g_autofree uint32_t *starts = g_new (uint32_t, MAX (model->n_uses, model->n_pots) + 1);

  for (guint first = 0, end; first < flows->len; first = end)
    {
      for (end = first; end < flows->len && all[end].year == all[first].year;)
        end++;
      sort_flows (&all[first], other, end - first, true, starts, model->n_uses);
      sort_flows (other, &all[first], end - first, false, starts, model->n_pots);
    }
}

static void
take_flows (Forward *forward)
{
  const PlwModel *model = forward->model;
  PlwResult *result = forward->result;
  g_autoptr (GArray) flows = plw_allocation_flows (forward->allocation, forward->from_pots);

  g_array_set_size (result->flows, flows->len);
  for (guint i = 0; i < flows->len; i++)
    {
      const PlwAllocFlow *found = &g_array_index (flows, PlwAllocFlow, i);
      PlwFlow *flow = &g_array_index (result->flows, PlwFlow, i);

      *flow = (PlwFlow){ .pot = model->pot_at_rank[found->pot],
                         .use = model->use_at_rank[found->use],
                         .year = found->year,
                         .pence = found->pence };
      result->pots[flow->pot].spent[flow->year] += flow->pence;
    }
  sort_years (model, result->flows);
}

static void
take_financing (Forward *forward)
{
  PlwResult *result = forward->result;

  for (size_t t = 0; t < result->n_years; t++)
    {
      const PlwFinancingYear *year = plw_financing_year (forward->financing, t);

      result->sums[PLW_SUM_MRP * result->n_years + t] = year->mrp;
      result->sums[PLW_SUM_INTEREST * result->n_years + t] = year->interest;
      result->sums[PLW_SUM_CFR * result->n_years + t] = year->closing;
    }
}

static void
run (Forward *forward)
{
  for (size_t t = 0; t < forward->model->n_years; t++)
    {
      find_needs (forward, t);
      fund_year (forward, t);
      note_shares (forward, t);
    }
}

void
plw_forward (PlwResult *result, const PlwModel *model, const uint8_t *freedoms)
{
  Forward forward;

  start (&forward, result, model, freedoms, true);
  run (&forward);
  plw_allocation_finish (forward.allocation);
  take_flows (&forward);
  take_financing (&forward);
  result->prevention = g_steal_pointer (&forward.prevention);
  finish (&forward);
}

void
plw_forward_needs (PlwResult *result, const PlwModel *model, const uint8_t *freedoms)
{
  Forward forward;

  start (&forward, result, model, freedoms, false);
  run (&forward);
  finish (&forward);
}
