/* audit.h: whether an answer keeps the rules of the model: exactly, in whole pence.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every function returns NULL where all is well, else what is wrong. (transfer full)
 */
#pragma once

#include "flow.h"
#include "reference.h"

G_BEGIN_DECLS

/* Uses and needs are those of the reference, to the penny. */
char *audit_needs (const Reference *reference) G_GNUC_WARN_UNUSED_RESULT;

/* Every pound of every pot is accounted for; rules and limits are kept. */
char *audit_pots (const Reference *reference) G_GNUC_WARN_UNUSED_RESULT;

/* Flows add up, none is barred, none is above a share cap, nothing is funded beyond its need. */
char *audit_flows (const Reference *reference) G_GNUC_WARN_UNUSED_RESULT;

/* What programmes cost, save and are worth, by effect, in all and to each partner (section 6). */
char *audit_programmes (const Reference *reference) G_GNUC_WARN_UNUSED_RESULT;
char *audit_effects (const Reference *reference) G_GNUC_WARN_UNUSED_RESULT;
char *audit_partners (const Reference *reference) G_GNUC_WARN_UNUSED_RESULT;

/* Each year's bridge, and that from one answer to another of the same plan. */
char *audit_bridge (const Reference *reference) G_GNUC_WARN_UNUSED_RESULT;
char *audit_two (const Reference *from, const Reference *to) G_GNUC_WARN_UNUSED_RESULT;

/* The summary is the sum of its parts; what debt costs is the text's. */
char *audit_summary (const Reference *reference) G_GNUC_WARN_UNUSED_RESULT;

/**
 * audit_classes:
 *
 * Year by year and class by class: what the engine gave can be paid, and no
 * penny more can reach the class, and no penny moved from one use of the class
 * to another would bring the lower share up. For two uses u and v of a class such
 * that a penny could be moved from v to u, both exact shares are the same number or v's is the
 * lower one, so (got_v - 1) / wanted_v < (got_u + 1) / wanted_u wherever no use is a whole
 * penny or more from its exact share; and such an answer without improvement is the best one.
 * Lastly nothing lapses that could have been kept with the same funding.
 */
char *audit_classes (const Reference *reference) G_GNUC_WARN_UNUSED_RESULT;

/* Borrowing: only what is left, within the yearly limit, lowest funded shares first. */
char *audit_borrowing (const Reference *reference) G_GNUC_WARN_UNUSED_RESULT;

/**
 * audit_most:
 * Returns: the most that all uses of all years can be paid from pots, without regard to classes
 */
int64_t audit_most (const Reference *reference);

/* What the engine paid from pots in all years. */
int64_t audit_paid (const Reference *reference);

/* The time-expanded network: year's money, a pot's spending in a year, a use in a year. */
typedef struct
{
  Flow *flow;
  int source;
  int sink;
  int carried;
  int *demand; /* [use][year]: the arc to the sink, without room at first */
  size_t n_years;
  size_t n_uses;
} MoneyNetwork;

MoneyNetwork *money_network_new (const Reference *reference) G_GNUC_WARN_UNUSED_RESULT;
void money_network_free (MoneyNetwork *network);
int money_network_use (const MoneyNetwork *network, size_t use, size_t year);
int *money_network_demand (const MoneyNetwork *network, size_t use, size_t year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoneyNetwork, money_network_free)

G_END_DECLS
