"""The districts' pots and changes.

Each district's money is made to pay its 2026/27 need as the law asks: real
council tax, the outturn's business rates and grants, and a balancing pot for
what the data does not itemise.  Burnley has its own budget book.
"""

from decimal import Decimal

from common import D, DISTRICTS, YEARS, mark, penny, thousand

COUNTY_BAND_D = Decimal("1801.75")
RISE = Decimal("1.0299")
TWO_YEARS = Decimal("1.04")

# Pounds a head of fenced grants: assumed, shared by population.
PER_HEAD = {"homelessness-grant": Decimal("3.3"), "epr": Decimal("4.5"),
            "growth-fund": Decimal("3.2"), "growth-capital": Decimal("2.4"),
            "dfg": Decimal("14.5")}

# Burnley's own funding lines: row, code, name, unspent, certainty, driver.
BURNLEY = [
    ("business_rate_baseline", "rates", "business rates baseline", "rates"),
    ("additional_business_rates", "rates-growth",
     "additional business rates", "rates"),
    ("renewable_energy_schemes", "renewables",
     "business rates of renewable energy", "rates"),
    ("revenue_support_grant", "rsg", "revenue support grant", "grants"),
    ("business_rates_multiplier_grant", "multiplier",
     "business rates multiplier grant", "rates"),
    ("recovery_grant", "recovery", "recovery grant", ""),
    ("new_homes_bonus", "new-homes", "New Homes Bonus", ""),
    ("domestic_abuse_grant", "abuse", "domestic abuse grant", ""),
    ("ni_contribution_grant", "insurance", "National Insurance grant",
     "grants"),
]
# Years of the level grants that end: name -> yearly shares of the base.
ENDING = {"recovery": "1 1 0 0 0 0 0 0",
          "new-homes": "0.5 0 0 0 0 0 0 0", "abuse": "1 1 1 1 1 1 1 1"}


class District:
    """Pots and changes of one district."""

    def __init__(self, data, money, lines, row):
        """Keep what is given; build what follows from it."""
        self.data, self.county = data, money
        self.pot, self.tables = money.pot, money.tables
        self.code, _, self.short, _, self.ons = row
        self.lines = [l for l in lines if l.partner == self.code]
        self.own = [("partner", self.code)]
        self.people = D(data.people[self.ons]["2024"])
        self.surplus = sum((-l.net() for l in self.lines if l.net() < 0),
                           Decimal(0))
        self.need = sum((l.net() for l in self.lines if l.net() > 0),
                        Decimal(0))
        self.received = Decimal(0)

    def build(self):
        """All pots, then the balancing pot, reserves and changes."""
        self._council_tax()
        if self.code == "bur":
            self._burnley()
        else:
            self._rates_and_rsg()
        self._trading()
        self._fenced()
        self._balance()
        self._reserves()
        self._changes()

    def add(self, slug, name, prov, received=0, **cells):
        """A pot of this district, and what it brings in the base year."""
        self.received += D(received)
        row = dict(unspent="to:%s-reserve" % self.code, fence=self.own,
                   funder=self.code, partner=self.code)
        row.update(cells)
        self.pot("%s-%s" % (self.code, slug), "%s: %s" % (self.short, name),
                 prov, **row)

    def _council_tax(self):
        """Own council tax: base from the county precept, Band D from MHCLG."""
        precept = self.data.county_detail[("precept_by_district", self.short)]
        base = penny(precept / COUNTY_BAND_D)
        last = self.data.band_d[(self.ons, "2025/26")]
        band = penny(last * RISE)
        why = ("Tax base: county precept of %s divided by 1,801.75. Band D: "
               "2025/26 own element of %s (without parishes; the data has no "
               "later year) plus an assumed 2.99%%." % (
                   format(precept, ",.0f"), last))
        prov = mark("band-d", "derived", why)
        self.add("council-tax", "council tax", prov, base * band,
                 basis="council-tax", certainty="confirmed")
        self.tables.add("council_tax", None, prov,
                        pot=self.code + "-council-tax", tax_base=base,
                        band_d=band, base_driver="ct-base",
                        increase_driver="ct-district", collection_rate=100)

    def _rates_and_rsg(self):
        """Business rates and revenue support grant from the outturn."""
        rows = [("rates", "retained business rates",
                 "Retained income from Rate Retention Scheme", "rates"),
                ("rsg", "revenue support grant", "Revenue Support Grant",
                 "grants")]
        for slug, name, line, driver in rows:
            was = -self.data.summary[(self.ons, "financing", line)]
            base = penny(was * TWO_YEARS)
            self.add(slug, name, mark(
                "ro-summary", "derived", "Outturn 2024-25 of %s times 1.04 "
                "(assumed 2%% a year for two years; the 2026 funding reform "
                "is not in the data)." % format(was, ",.0f")), base,
                basis="indexed", base=base, driver=driver,
                funder="gov" if slug == "rsg" else self.code)

    def _burnley(self):
        """Burnley's funding lines of the 2025/26 budget book."""
        for row, slug, name, driver in BURNLEY:
            was = -D(self.data.burnley["fund:" + row]["2025/26"])
            shares = ENDING.get(slug)
            cells = dict(funder="gov")
            if shares:
                years = [penny(was * D(s)) for s in shares.split()]
                note = ("Published 2025/26: %s. Carried on in cash; the years "
                        "in which it runs out are assumed." %
                        format(was, ",.0f"))
                cells.update(certainty="at-risk", probability=70)
                got = was
                prov = mark("burnley", "assumed", note)
            else:
                base, years = penny(was * D("1.02")), None
                cells.update(basis="indexed", base=base, driver=driver)
                note = ("Published 2025/26 budget %s times 1.02 (assumed) to "
                        "2026/27." % format(was, ",.0f"))
                got = base
                prov = mark("burnley", "derived", note)
            self.add(slug, name, prov, got, years=years, **cells)

    def _trading(self):
        """Surplus of the lines that earn more than they cost."""
        if self.surplus <= 0:
            return
        self.add("trading", "surplus on charged services", mark(
            "ro-detail-2024-25", "derived", "Sum of the lines whose income "
            "exceeds their cost (parking, trade waste and the like); their "
            "own need is zero. It does not move with the lines in a "
            "scenario."), self.surplus, basis="indexed",
            base=penny(self.surplus), driver="fees")

    def named(self, *groups):
        """Ring-fence rows for the lines of the first group that has money.

        Never empty: a pot without rows would be free for every use.
        """
        for group in groups:
            rows = [("line", l.code) for l in self.lines
                    if l.service.group == group and l.net() > 0]
            if rows:
                return rows
        return self.own

    def per_head(self, slug):
        """An assumed grant by population, in whole thousands."""
        return thousand(self.people * PER_HEAD[slug])

    def _fenced(self):
        """Fenced grants, by population."""
        note = ("Assumed %s pounds a head on %s people (mid-2024); no "
                "district allocation is in the data.")
        says = lambda k: mark("placewright", "assumed", note % (
            PER_HEAD[k], format(self.people, ",.0f")))
        base = self.per_head("homelessness-grant")
        self.add("homelessness", "homelessness prevention grant",
                 says("homelessness-grant"), base, basis="indexed", base=base,
                 driver="grants", funder="gov", unspent="lapse",
                 fence=self.named("homelessness", "housing"))
        base = self.per_head("epr")
        self.add("epr", "packaging producer payments", says("epr"), base,
                 basis="indexed", base=base, driver="epr", funder="gov",
                 unspent="lapse", fence=self.named("waste-collection"))
        base = self.per_head("growth-fund")
        self.add("growth", "local growth fund (revenue)", says("growth-fund"),
                 base, years=[base, base, thousand(base / 2)] + [0] * 5,
                 funder="gov", unspent="lapse", certainty="at-risk",
                 probability=70, fence=self.named(
                     "economic-development", "planning"))

    def _balance(self):
        """What the outturn's need leaves open: grants, interest, reserves."""
        gap = self.need - self.received
        self.gap = gap
        if gap <= 0:
            return
        self.add("other", "other grants, investment income and use of "
                 "reserves (balance)", mark(
                     "ro-detail-2024-25", "derived", "Need of 2026/27 less "
                     "the other pots, so that the base year balances as the "
                     "law asks; held in cash (assumed)."),
                 years=[penny(gap)] * 8,
                 funder="gov")

    def _reserves(self):
        """Unallocated and earmarked reserves with their planned use."""
        key = "Estimated %s financial reserves level at 31 March"
        was = "Level at 31 March 2025; no later level is in the data. "
        free = self.data.summary[(self.ons, "reserves", key % "unallocated")]
        kept = self.data.summary[(self.ons, "reserves",
                                  key % "other earmarked")]
        low = thousand(min(free * D("0.6"), self.need * D("0.08")))
        self.add("reserve", "general reserve", mark(
            "ro-summary", "published", was + "The minimum balance is "
            "assumed."), opening=free, minimum_balance=low, unspent="keep",
            pooled="no", certainty="confirmed")
        self.add("earmarked", "earmarked reserves", mark(
            "ro-summary", "published", was + "Three fifths (assumed) are taken "
            "as committed and stand as the minimum balance."), opening=kept,
            minimum_balance=thousand(kept * D("0.6")), unspent="keep",
            certainty="confirmed")
        use = thousand(kept * D("0.025"))
        self.tables.add("limits", [use] * 8, mark(
            "placewright", "assumed", "2.5% of the opening level a year, so "
            "that the free part lasts beyond the plan."),
            pot=self.code + "-earmarked")
        use = thousand(free * D("0.05"))
        self.tables.add("limits", [use] * 8, mark(
            "placewright", "assumed", "5% of the opening level a year."),
            pot=self.code + "-reserve")

    def _change(self, slug, group, name, kind, basis, entries, why, part=100,
                low="", rag="amber"):
        """A change on the largest line of a group, if the council has one."""
        lines = [l for l in self.lines if l.service.group == group and
                 l.net() > 0]
        if not lines:
            return
        line = max(lines, key=lambda l: l.net())
        self.tables.add(
            "changes", entries, mark("placewright", "assumed", why),
            code="%s-%s" % (self.code, slug), line=line.code,
            name="%s: %s" % (self.short, name), kind=kind, basis=basis,
            delivery=part, delivery_low=low,
            delivery_high=100 if low != "" else "",
            owner="Section 151 Officer", rag=rag, enabled="yes")

    def _changes(self):
        """Assumed changes that every district has to plan for."""
        food = thousand(self.people * D("1.5"))
        self._change("food-waste", "waste-collection", "weekly food waste "
                     "collection, cost above new burdens grant", "pressure",
                     "ongoing", [food] + [0] * 7, "1.5 pounds a head.")
        poll = thousand(self.people * D("1.2"))
        self._change("elections", "democratic", "local elections", "pressure",
                     "one-off", [poll, 0, 0, 0, poll, 0, 0, 0],
                     "1.2 pounds a head in 2027/28 and 2031/32.", rag="green")
        save = thousand(self.need * D("0.006"))
        self._change("leisure", "leisure-and-parks", "leisure contract and "
                     "grounds maintenance", "saving", "ongoing",
                     [0, save, save, save, 0, 0, 0, 0],
                     "0.6% of the council's need a year for three years.", 80,
                     50)
        save = thousand(self.need * D("0.005"))
        self._change("offices", "corporate", "shared offices and digital "
                     "services", "saving", "ongoing",
                     [save, save, save, save, save, 0, 0, 0],
                     "0.5% of the council's need a year for five years.", 90,
                     60, "green")


def build(data, money, lines):
    """All districts; returns them for the report."""
    out = []
    for row in DISTRICTS:
        district = District(data, money, lines, row)
        district.build()
        out.append(district)
    return out
