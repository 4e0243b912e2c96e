/* audit-classes.c: whether money went where the rule of section 5 sends it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "audit.h"

typedef struct
{
  const Reference *reference;
  MoneyNetwork *network;
  size_t year;
  int class;
  bool *found;
} ClassAudit;

static int64_t
find_wanted (const ClassAudit *audit, size_t use)
{
  return reference_wanted (audit->reference, use, audit->year, audit->class);
}

static int64_t
find_got (const ClassAudit *audit, size_t use)
{
  if (find_wanted (audit, use) == 0)
    return 0;
  return reference_settled (audit->reference, use, audit->year, audit->class + 1)
         - reference_settled (audit->reference, use, audit->year, audit->class);
}

static char *
complain (const ClassAudit *audit, size_t use, const char *what)
{
  return g_strdup_printf ("year %" G_GSIZE_FORMAT ", class %d, use %s (kind %d): got %" G_GINT64_FORMAT
                          " of %" G_GINT64_FORMAT ": %s",
                          audit->year, audit->class, audit->reference->uses[use].code,
                          audit->reference->uses[use].kind, find_got (audit, use), find_wanted (audit, use),
                          what);
}

/* Could @use be raised at the cost of none, or of one with a higher share? */
static char *
audit_use (const ClassAudit *audit, size_t use)
{
  Flow *flow = audit->network->flow;

  flow_search_back (flow, money_network_use (audit->network, use, audit->year), audit->network->sink,
                    audit->found);
  if (audit->found[audit->network->source])
    return complain (audit, use, "money is left that could reach it");
  for (size_t other = 0; other < audit->reference->n_uses; other++)
    {
      __int128 got = find_got (audit, other);

      if (other == use || got == 0 || !audit->found[money_network_use (audit->network, other, audit->year)])
        continue;
      if ((got - 1) * find_wanted (audit, use)
          >= (__int128) (find_got (audit, use) + 1) * find_wanted (audit, other))
        {
          g_autofree char *what = g_strdup_printf ("a penny of use %s, which got %" G_GINT64_FORMAT
                                                   " of %" G_GINT64_FORMAT ", would be fairer here",
                                                   audit->reference->uses[other].code,
                                                   find_got (audit, other), find_wanted (audit, other));

          return complain (audit, use, what);
        }
    }
  return NULL;
}

static char *
audit_class (const ClassAudit *audit)
{
  MoneyNetwork *network = audit->network;
  int64_t all = 0;

  for (size_t use = 0; use < audit->reference->n_uses; use++)
    {
      int64_t got = find_got (audit, use);

      if (got < 0 || got > find_wanted (audit, use))
        return complain (audit, use, "less than nothing or more than it wanted");
      flow_add_room (network->flow, *money_network_demand (network, use, audit->year), got);
      all += got;
    }
  if (flow_push (network->flow, network->source, network->sink) != all)
    return g_strdup_printf ("year %" G_GSIZE_FORMAT ", class %d: what was given cannot be paid", audit->year,
                            audit->class);
  for (size_t use = 0; use < audit->reference->n_uses; use++)
    if (find_got (audit, use) < find_wanted (audit, use))
      {
        char *wrong = audit_use (audit, use);

        if (wrong != NULL)
          return wrong;
      }
  return NULL;
}

/* After all classes: what can still be carried past the end, with the funding as it is. */
static char *
audit_lapsed (const Reference *reference, MoneyNetwork *network)
{
  int64_t inflow = 0;
  int64_t lapsed = 0;
  int64_t carried;

  flow_add_arc (network->flow, network->carried, network->sink, FLOW_FREE);
  carried = flow_push (network->flow, network->source, network->sink);
  for (size_t pot = 0; pot < reference->n_pots; pot++)
    for (size_t year = 0; year < reference->n_years; year++)
      {
        inflow += reference->pots[pot].inflow[year];
        lapsed += plw_result_pot (reference->result, reference->pots[pot].number)->lapsed[year];
      }
  if (lapsed == inflow - audit_paid (reference) - carried)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT " lapsed although %" G_GINT64_FORMAT " would do", lapsed,
                          inflow - audit_paid (reference) - carried);
}

char *
audit_classes (const Reference *reference)
{
  g_autoptr (MoneyNetwork) network = money_network_new (reference);
  g_autofree bool *found = g_new (bool, network->flow->n_nodes);
  ClassAudit audit = { .reference = reference, .network = network, .found = found };

  for (audit.year = 0; audit.year < reference->n_years; audit.year++)
    for (audit.class = 0; audit.class < REF_N_CLASSES; audit.class ++)
      {
        char *wrong = audit_class (&audit);

        if (wrong != NULL)
          return wrong;
      }
  return audit_lapsed (reference, network);
}

int64_t
audit_most (const Reference *reference)
{
  g_autoptr (MoneyNetwork) network = money_network_new (reference);

  for (size_t use = 0; use < reference->n_uses; use++)
    for (size_t year = 0; year < reference->n_years; year++)
      flow_add_room (network->flow, *money_network_demand (network, use, year),
                     reference->uses[use].need[year]);
  return flow_push (network->flow, network->source, network->sink);
}

int64_t
audit_paid (const Reference *reference)
{
  int64_t paid = 0;

  for (size_t use = 0; use < reference->n_uses; use++)
    for (size_t year = 0; year < reference->n_years; year++)
      paid += reference_paid (reference, use, year);
  return paid;
}

/* What of its need a use has once its class has borrowed. */
static int64_t
find_remainder (const Reference *reference, size_t use, size_t year)
{
  return reference->uses[use].need[year] - reference_paid (reference, use, year);
}

static char *
audit_borrowing_of_class (const Reference *reference, size_t year, int class, int64_t *left)
{
  int64_t borrowed = 0;
  int64_t remainder = 0;

  for (size_t u = 0; u < reference->n_uses; u++)
    {
      const RefUse *use = &reference->uses[u];

      if (!use->may_borrow || use->priority != class)
        continue;
      borrowed += use->borrowed[year];
      remainder += find_remainder (reference, u, year);
      for (size_t v = 0; v < reference->n_uses; v++)
        {
          const RefUse *other = &reference->uses[v];

          if (!other->may_borrow || other->priority != class || other->borrowed[year] == 0)
            continue;
          if (use->funded[year] < use->need[year]
              && (__int128) (other->funded[year] - 1) * use->need[year]
                     >= (__int128) (use->funded[year] + 1) * other->need[year])
            return g_strdup_printf ("year %" G_GSIZE_FORMAT ": %s borrowed although %s has a lower share",
                                    year, other->code, use->code);
        }
    }
  if (borrowed != MIN (remainder, *left))
    return g_strdup_printf ("year %" G_GSIZE_FORMAT ", class %d: borrowed %" G_GINT64_FORMAT
                            ", left to pay %" G_GINT64_FORMAT ", allowed %" G_GINT64_FORMAT,
                            year, class, borrowed, remainder, *left);
  *left -= borrowed;
  return NULL;
}

char *
audit_borrowing (const Reference *reference)
{
  for (size_t year = 0; year < reference->n_years; year++)
    {
      int64_t left = plw_plan_setting_number (reference->plan, "borrowing_limit", FLOW_FREE);

      for (size_t use = 0; use < reference->n_uses; use++)
        if (!reference->uses[use].may_borrow && reference->uses[use].borrowed[year] != 0)
          return g_strdup_printf ("%s borrowed without leave", reference->uses[use].code);
      for (int class = 1; class < REF_N_CLASSES; class ++)
        {
          char *wrong = audit_borrowing_of_class (reference, year, class, &left);

          if (wrong != NULL)
            return wrong;
        }
    }
  return NULL;
}
