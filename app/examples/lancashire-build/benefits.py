"""What the programmes would bring if each were paid in full.

Gross benefits by section 6 of the model, in Decimals and apart from the
engine, with the shipped unit costs and corrections: a check that no code is
unknown, that the place gains and that some payers do not.  Overlap between
programmes and whole release steps are left to the engine.
"""

import csv
import os
from decimal import Decimal

from common import COUNCILS, D, YEARS

HERE = os.path.dirname(os.path.abspath(__file__))
SHIPPED = os.path.join(HERE, "..", "..", "..", "core", "reference")
T = range(1, len(YEARS) + 1)


def shipped(name, key):
    """A shipped table of parameters by its key."""
    path = os.path.join(SHIPPED, name + ".csv")
    with open(path, encoding="utf-8", newline="") as f:
        return {r[key]: r for r in csv.DictReader(f)}


class Benefits:
    """Gross benefit and cost by programme, partner and year."""

    def __init__(self, tables, index):
        """Keep what is given; work everything out."""
        self.rows, self.index = tables.rows, index
        self.units = shipped("unit_costs", "code")
        self.units.update({r["code"]: r for r in self.rows["unit_costs"]})
        self.prices = {k: D(r["value"]) for k, r in
                       shipped("price_index", "year").items()}
        self.prices.update({r["year"]: D(r["value"])
                            for r in self.rows["price_index"]})
        self.grades = shipped("evidence_grades", "grade")
        self.owner = {r["code"]: r["partner"] for r in self.rows["lines"]}
        self.years = {(r["programme"], r["measure"]): r
                      for r in self.rows["programme_years"]}
        self.programmes = {r["code"]: r for r in self.rows["programmes"]}
        self.gains = {}
        for e in self.rows["effects"]:
            self._effect(e)

    def value(self, e):
        """Unit value at prices of the base year."""
        if e["unit_cost"] == "":
            return D(e["unit_value"])
        unit = self.units[e["unit_cost"]]
        return D(unit["value"]) * self.prices["2026/27"] / \
            self.prices[unit["prices"]]

    @staticmethod
    def profile(e, age):
        """g(a) of section 6."""
        lag, ramp = int(e["lag"]), int(e["ramp"])
        length = int(e["duration"] or 99)
        if age < lag or age >= lag + length:
            return Decimal(0)
        return min(Decimal(1), D(age - lag + 1) / ramp) * \
            (1 - D(e["drop"]) / 100) ** max(0, age - lag - ramp + 1)

    def _effect(self, e):
        """Add one effect's gross benefit by year to its partner."""
        grade = str(self.programmes[e["programme"]]["evidence"])
        share = 1 - D(self.grades[grade]["benefit_correction"]) / 100
        for key in ("engaged", "retained", "success"):
            share *= D(e[key]) / 100
        share *= (1 - D(e["deadweight"]) / 100) * self.value(e)
        people = self.years[(e["programme"], "intake")]
        who = e["partner"] or self.owner[e["line"]]
        for t in T:
            gross = sum(D(people[YEARS[s - 1]]) * self.profile(e, t - s)
                        for s in range(1, t + 1))
            gross *= share * self.index.at(e["price_driver"], t)
            kept = self.gains.setdefault((e["programme"], who), {})
            old = kept.get(t, (Decimal(0), Decimal(0)))
            kept[t] = (old[0] + gross,
                       old[1] + gross * D(e["cashable"]) / 100)

    def cost(self, code, t):
        """Cost of a programme with its correction."""
        grade = str(self.programmes[code]["evidence"])
        more = 1 + D(self.grades[grade]["cost_correction"]) / 100
        return more * sum(D(r[YEARS[t - 1]]) for (p, m), r in
                          self.years.items() if p == code and m != "intake")

    def real(self, t):
        """Discount factor times deflator: year 1 stands as it is."""
        return D("1.035") ** -(t - 1) * self.index.at("deflator", 1) / \
            self.index.at("deflator", t)

    def total(self, code, who=None, cash=False):
        """Discounted real benefit of a programme, of one or all partners."""
        return sum(v[t][cash] * self.real(t) for (p, w), v in
                   self.gains.items() if p == code and who in (None, w)
                   for t in T)


def text(tables, index):
    """The table of the README, with the two claims that must hold."""
    b = Benefits(tables, index)
    groups = [("lcc", ["lcc"]), ("districts", [c[0] for c in COUNCILS[1:]]),
              ("NHS", ["icb"]), ("police", ["police"]),
              ("MoJ", ["moj"]), ("DWP", ["dwp"])]
    out = ["", "", "### Prevention: cost and gross benefit, eight years, fully "
           "paid", "", "GBP million, discounted at 3.5% and deflated to year "
           "1, after the corrections of the evidence grade; before overlap "
           "and release steps. `cash` is the cashable part of all benefits.",
           "", "| programme | grade | cost | benefit | ratio | cash | " +
           " | ".join(g[0] for g in groups) + " |",
           "|---|--:|--:|--:|--:|--:|" + "--:|" * len(groups)]
    sums, gains, alone = [Decimal(0)] * (3 + len(groups)), 0, 0
    m = lambda x: format(x / 1000000, ".2f")
    for code, row in b.programmes.items():
        cost = sum(b.cost(code, t) * b.real(t) for t in T)
        every = b.total(code)
        parts = [sum(b.total(code, w) for w in g[1]) for g in groups]
        assert abs(sum(parts) - every) < 1, code
        cells = [cost, every, b.total(code, cash=True)] + parts
        sums = [a + c for a, c in zip(sums, cells)]
        gains += every > cost
        alone += row["partner"] == "lcc" and every > cost > parts[0]
        out.append("| %s | %s | %s | %s | %s | %s | %s |" % (
            code, row["evidence"], m(cost), m(every),
            format(every / cost, ".2f"), m(cells[2]),
            " | ".join(m(p) for p in parts)))
    out.append("| all | | %s | %s | %s | %s | %s |" % (
        m(sums[0]), m(sums[1]), format(sums[1] / sums[0], ".2f"), m(sums[2]),
        " | ".join(m(p) for p in sums[3:])))
    assert sums[1] > sums[0] and alone >= 2, (sums, alone)
    return "\n".join(out + ["", "%d of %d programmes gain the place more than "
                            "they cost within the eight years; %d of the "
                            "county's gain the place but not the county "
                            "alone." % (gains, len(b.programmes), alone)])
