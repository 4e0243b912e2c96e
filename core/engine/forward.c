/* forward.c: the forward pass: needs, then money, year by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/forward.h"
#include "engine/borrow.h"
#include "engine/financing.h"
#include "engine/links.h"

#include <string.h>

#define N_CLASSES 6

typedef struct
{
  PlwResult *result;
  const PlwModel *model;

  /* Pots and uses as the allocation wants them, by code. */
  uint32_t *pot_at_rank;
  uint32_t *use_at_rank;
  PlwAllocPot *alloc_pots;
  PlwAllocUse *alloc_uses;
  PlwAllocLink *links;
  int64_t *inflows;
  PlwAllocation *allocation;

  PlwFinancing *financing;
  uint32_t *project_of_use; /* index into the model's projects; UINT32_MAX: none */

  int64_t *shares;        /* [line][year]: funded shares in PLW_FINE */
  int64_t *spilled;       /* by line, this year */
  int64_t *from_pots;     /* [year][rank]: funded by pots */
  PlwWide *parts[2];      /* [line][part]: of last year and of this */
  PlwBorrower *borrowers; /* by use, while a class borrows */
} Forward;

static int
compare_pots (const void *a, const void *b, void *data)
{
  const PlwModel *model = data;

  return strcmp (model->pots[*(const uint32_t *) a].code, model->pots[*(const uint32_t *) b].code);
}

static int
compare_uses (const void *a, const void *b, void *data)
{
  const PlwResult *result = data;
  const PlwUse *use_a = &result->uses[*(const uint32_t *) a];
  const PlwUse *use_b = &result->uses[*(const uint32_t *) b];
  int order = strcmp (use_a->code, use_b->code);

  if (order != 0)
    return order;
  if (use_a->kind != use_b->kind)
    return use_a->kind < use_b->kind ? -1 : 1;
  return use_a->part < use_b->part ? -1 : use_a->part > use_b->part;
}

static uint32_t *
rank_all (size_t n, GCompareDataFunc compare, gconstpointer data)
{
  uint32_t *order = g_new (uint32_t, MAX (n, 1));

  for (size_t i = 0; i < n; i++)
    order[i] = (uint32_t) i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare, (gpointer) data);
  return order;
}

static void
make_pots (Forward *forward)
{
  const PlwModel *model = forward->model;
  g_autofree uint32_t *rank_of_pot = g_new (uint32_t, MAX (model->n_pots, 1));

  forward->alloc_pots = g_new (PlwAllocPot, MAX (model->n_pots, 1));
  forward->inflows = g_new (int64_t, MAX (model->n_pots, 1) * model->n_years);
  for (uint32_t k = 0; k < model->n_pots; k++)
    rank_of_pot[forward->pot_at_rank[k]] = k;
  for (size_t k = 0; k < model->n_pots; k++)
    {
      const PlwPot *pot = &model->pots[forward->pot_at_rank[k]];
      int64_t *inflow = &forward->inflows[k * model->n_years];

      plw_pot_inflow (pot, model->n_years, inflow);
      forward->alloc_pots[k] = (PlwAllocPot){
        .inflow = inflow,
        .limit = pot->limit,
        .unspent = pot->unspent,
        .keep_years = pot->keep_years,
        .target = pot->unspent == PLW_UNSPENT_MOVES ? rank_of_pot[pot->target] : 0,
      };
    }
}

static void
make_uses (Forward *forward, const bool *falls)
{
  const PlwModel *model = forward->model;
  size_t n_links = 0;

  forward->alloc_uses = g_new (PlwAllocUse, model->n_uses);
  forward->links = g_new (PlwAllocLink, MAX (model->n_uses * model->n_pots, 1));
  for (size_t u = 0; u < model->n_uses; u++)
    {
      const PlwModelUse *use = &model->uses[forward->use_at_rank[u]];
      PlwAllocLink *first = &forward->links[n_links];

      for (uint32_t k = 0; k < model->n_pots; k++)
        {
          uint32_t pot = forward->pot_at_rank[k];
          PlwAllocLink link = { .pot = k };

          if (plw_link_rule (model, &model->pots[pot], use, falls[pot], &link.share_cap) == PLW_RULE_NONE)
            forward->links[n_links++] = link;
        }
      forward->alloc_uses[u] = (PlwAllocUse){ first, (size_t) (&forward->links[n_links] - first) };
    }
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
start (Forward *forward, PlwResult *result, const PlwModel *model, const bool *falls)
{
  *forward = (Forward){ .result = result, .model = model };
  forward->pot_at_rank = rank_all (model->n_pots, compare_pots, model);
  forward->use_at_rank = rank_all (model->n_uses, compare_uses, result);
  make_pots (forward);
  make_uses (forward, falls);
  find_projects (forward);
  forward->allocation = plw_allocation_new (forward->alloc_pots, model->n_pots, forward->alloc_uses,
                                            model->n_uses, model->n_years);
  forward->financing = plw_financing_new (model);
  forward->shares = g_new0 (int64_t, model->n_lines * model->n_years + 1);
  forward->spilled = g_new0 (int64_t, model->n_lines + 1);
  forward->from_pots = g_new0 (int64_t, model->n_uses * model->n_years);
  forward->borrowers = g_new (PlwBorrower, model->n_uses);
  for (size_t i = 0; i < G_N_ELEMENTS (forward->parts); i++)
    forward->parts[i] = g_new0 (PlwWide, model->n_lines * PLW_N_NEED_PARTS + 1);
}

static void
finish (Forward *forward)
{
  plw_allocation_free (forward->allocation);
  plw_financing_free (forward->financing);
  g_free (forward->pot_at_rank);
  g_free (forward->use_at_rank);
  g_free (forward->alloc_pots);
  g_free (forward->alloc_uses);
  g_free (forward->links);
  g_free (forward->inflows);
  g_free (forward->project_of_use);
  g_free (forward->shares);
  g_free (forward->spilled);
  g_free (forward->from_pots);
  g_free (forward->borrowers);
  for (size_t i = 0; i < G_N_ELEMENTS (forward->parts); i++)
    g_free (forward->parts[i]);
}

static int
compare_remainders (const void *a, const void *b, void *data)
{
  const int64_t *remainders = data;
  int64_t remainder_a = remainders[*(const int *) a];
  int64_t remainder_b = remainders[*(const int *) b];

  if (remainder_a != remainder_b)
    return remainder_a > remainder_b ? -1 : 1;
  return *(const int *) a - *(const int *) b;
}

/* Rounds a line's movements from @before to @after so that they add up to the
 * movement of its need, which is rounded already.
 */
static void
round_movements (const PlwWide *before, const PlwWide *after, int64_t movement, int64_t *ret_movements)
{
  int64_t remainders[PLW_N_NEED_PARTS];
  int order[PLW_N_NEED_PARTS];
  int64_t left = movement;

  for (int i = 0; i < PLW_N_NEED_PARTS; i++)
    {
      ret_movements[i] = plw_fine_floor (after[i] - before[i], &remainders[i]);
      left -= ret_movements[i];
      order[i] = i;
    }
  g_assert (left >= 0 && left <= PLW_N_NEED_PARTS);
  if (left == 0)
    return;
  g_qsort_with_data (order, PLW_N_NEED_PARTS, sizeof *order, compare_remainders, remainders);
  for (int i = 0; i < left; i++)
    ret_movements[order[i]]++;
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

static void
find_line_needs (Forward *forward, size_t t)
{
  const PlwModel *model = forward->model;
  PlwResult *result = forward->result;

  if (model->n_spillovers > 0)
    plw_need_spilled (model, t, forward->shares, forward->spilled);
  for (size_t i = 0; i < model->n_lines; i++)
    {
      const PlwLine *line = &model->lines[i];
      PlwUse *use = &result->uses[i];
      PlwWide *before = &forward->parts[0][i * PLW_N_NEED_PARTS];
      PlwWide *after = &forward->parts[1][i * PLW_N_NEED_PARTS];
      int64_t last = t == 0 ? base_parts (model, i, before) : use->need[t - 1];

      use->need[t] = plw_need_of_line (model, i, t, forward->spilled[i], after);
      if (line->is_statutory)
        use->floor[t] = plw_divide_round ((PlwWide) use->need[t] * line->statutory_minimum, PLW_WHOLE);
      round_movements (before, after, use->need[t] - last,
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

/* What a use needs in a class: its floor in class 0, the rest by priority. */
static int64_t
wanted_in_class (const PlwUse *use, size_t t, int class)
{
  if (class == 0)
    return use->floor[t];
  return class == use->priority ? use->need[t] - use->floor[t] : 0;
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
      uint32_t use = forward->use_at_rank[u];
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
  g_autofree int64_t *wanted = g_new (int64_t, model->n_uses);
  g_autofree int64_t *got = g_new (int64_t, model->n_uses);

  for (size_t u = 0; u < model->n_uses; u++)
    wanted[u] = forward->result->uses[forward->use_at_rank[u]].need[t];
  plw_allocation_begin_year (forward->allocation, wanted);
  for (int class = 0; class < N_CLASSES; class ++)
    {
      for (size_t u = 0; u < model->n_uses; u++)
        wanted[u] = wanted_in_class (&forward->result->uses[forward->use_at_rank[u]], t, class);
      plw_allocation_fund_class (forward->allocation, wanted, got);
      for (size_t u = 0; u < model->n_uses; u++)
        {
          forward->result->uses[forward->use_at_rank[u]].funded[t] += got[u];
          forward->from_pots[t * model->n_uses + u] += got[u];
        }
      borrow_in_class (forward, t, wanted, got);
    }
}

static void
note_shares (Forward *forward, size_t t)
{
  const PlwModel *model = forward->model;

  for (size_t i = 0; i < model->n_lines; i++)
    {
      const PlwUse *use = &forward->result->uses[i];
      PlwWide funded = (PlwWide) use->funded[t] * PLW_FINE;

      forward->shares[i * model->n_years + t] =
          use->need[t] > 0 ? plw_divide_round (funded, use->need[t]) : PLW_FINE;
    }
}

static int
compare_flows (const void *a, const void *b)
{
  const PlwFlow *flow_a = a;
  const PlwFlow *flow_b = b;

  if (flow_a->year != flow_b->year)
    return flow_a->year < flow_b->year ? -1 : 1;
  if (flow_a->pot != flow_b->pot)
    return flow_a->pot < flow_b->pot ? -1 : 1;
  return flow_a->use < flow_b->use ? -1 : flow_a->use > flow_b->use;
}

static void
take_flows (Forward *forward)
{
  PlwResult *result = forward->result;
  g_autoptr (GArray) flows = plw_allocation_flows (forward->allocation, forward->from_pots);

  for (guint i = 0; i < flows->len; i++)
    {
      const PlwAllocFlow *found = &g_array_index (flows, PlwAllocFlow, i);
      PlwFlow flow = { .pot = forward->pot_at_rank[found->pot],
                       .use = forward->use_at_rank[found->use],
                       .year = found->year,
                       .pence = found->pence };

      g_array_append_val (result->flows, flow);
      result->pots[flow.pot].spent[flow.year] += flow.pence;
    }
  if (result->flows->len > 0)
    qsort (result->flows->data, result->flows->len, sizeof (PlwFlow), compare_flows);
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

void
plw_forward (PlwResult *result, const PlwModel *model, const bool *falls)
{
  Forward forward;

  start (&forward, result, model, falls);
  for (size_t t = 0; t < model->n_years; t++)
    {
      find_needs (&forward, t);
      fund_year (&forward, t);
      note_shares (&forward, t);
    }
  plw_allocation_finish (forward.allocation);
  take_flows (&forward);
  take_financing (&forward);
  finish (&forward);
}
