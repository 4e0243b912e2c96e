/* plwu-words.c: what the words of the planner mean.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-words.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  const char *meaning;
} words[] = {
  [PLWU_WORD_NEED] = { N_ ("Need"),
                       N_ ("What a service must spend to go on as planned, after prices, demand, "
                           "pressures and savings.") },
  [PLWU_WORD_SHORTFALL] = { N_ ("Shortfall"), N_ ("The part of a need that no money reaches.") },
  [PLWU_WORD_POT] = { N_ ("Pot"), N_ ("A source of money: a grant, council tax, a reserve.") },
  [PLWU_WORD_RING_FENCE] = { N_ ("Ring-fence"), N_ ("A rule that lets a pot pay for some things only.") },
  [PLWU_WORD_CERTAINTY] = { N_ ("How sure"),
                            N_ ("Confirmed money is promised, indicative is expected, at risk "
                                "may be lost, and a bid is not yet won.") },
  [PLWU_WORD_PRESSURE] = { N_ ("Pressure"), N_ ("A cost that comes on top and cannot be avoided.") },
  [PLWU_WORD_SAVING] = { N_ ("Saving"), N_ ("A planned cut in what a service costs.") },
  [PLWU_WORD_KNOCK_ON] = { N_ ("Knock-on"),
                           N_ ("What one underfunded service makes another one cost, later.") },
  [PLWU_WORD_STATUTORY] = { N_ ("Statutory"), N_ ("What the law obliges a council to provide. It is paid for "
                                                  "first.") },
  [PLWU_WORD_ONE_POT] = { N_ ("One pot"),
                          N_ ("All pooled money used for whatever the place needs most. Today's "
                              "rules do not allow it.") },
  [PLWU_WORD_STRANDED] = { N_ ("Stranded money"), N_ ("Money left over in a pot while a need went unmet.") },
  [PLWU_WORD_PREVENTION] = { N_ ("Prevention"), N_ ("Spending now so that less is needed later.") },
  [PLWU_WORD_CASHABLE] = { N_ ("Cash back"), N_ ("Savings that lower what has to be paid.") },
  [PLWU_WORD_CAPACITY] = { N_ ("Capacity"),
                           N_ ("Time and places that come free. They help people but bring no "
                               "cash.") },
  [PLWU_WORD_PAYBACK] = { N_ ("Payback"),
                          N_ ("The year in which cash back has caught up with what was spent.") },
  [PLWU_WORD_RESERVE] = { N_ ("Reserve"), N_ ("Savings of the councils. They can be spent once.") },
  [PLWU_WORD_STRUCTURAL_GAP] = { N_ ("Structural gap"),
                                 N_ ("Needs that go on every year less money that comes every year.") },
  [PLWU_WORD_CLIFF_EDGE] = { N_ ("Cliff edge"), N_ ("The end of a pot that services rely on.") },
  [PLWU_WORD_SCENARIO] = { N_ ("Scenario"),
                           N_ ("The same plan with some figures different: what would happen "
                               "if.") },
  [PLWU_WORD_BUDGET] = { N_ ("Placemaking budget"),
                         N_ ("The money of a place joined into one budget for at least five years, decided "
                             "by its partners as equals.") },
  [PLWU_WORD_LAPSE] = { N_ ("Lapse"), N_ ("Money that is not spent in time is lost or paid back.") },
  [PLWU_WORD_REVENUE] = { N_ ("Revenue"), N_ ("Money for running services day by day.") },
  [PLWU_WORD_CAPITAL] = { N_ ("Capital"), N_ ("Money for things that last: roads, schools, vehicles.") },
  [PLWU_WORD_ASSUMPTION] = { N_ ("Assumption"),
                             N_ ("A rate that nobody knows for sure, such as pay or prices next year.") },
  [PLWU_WORD_PARTNER] = { N_ ("Partner"),
                          N_ ("An organisation at the board. Each one that votes has one equal vote.") },
  [PLWU_WORD_QUORUM] = { N_ ("Quorum"),
                         N_ ("How many partners must vote before anything is agreed. Those who abstain "
                             "count.") },
  [PLWU_WORD_ABSTAIN] = { N_ ("Abstain"), N_ ("To vote neither for nor against.") },
  [PLWU_WORD_VERSION] = { N_ ("Version"),
                          N_ ("The plan as it was at a moment, kept so that it can be looked up again.") },
};

const char *
plwu_word_name (PlwuWord word)
{
  g_return_val_if_fail ((unsigned) word < PLWU_N_WORDS, "");

  return _ (words[word].name);
}

const char *
plwu_word_meaning (PlwuWord word)
{
  g_return_val_if_fail ((unsigned) word < PLWU_N_WORDS, "");

  return _ (words[word].meaning);
}
