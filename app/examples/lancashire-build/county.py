"""The county's pots and changes, held to the published outlook.

Funding of 2027/28 and 2028/29 is published as a total only; revenue support
grant takes up what the other pots leave.  Net budgets are published by
directorate; a change on each directorate's main lines takes up the rest.
"""

from decimal import Decimal, ROUND_CEILING

from common import D, YEARS, mark, penny, thousand

OUTLOOK = {1: "2027/28", 2: "2028/29"}
T = range(1, len(YEARS) + 1)

# Lines that carry a directorate's difference to the published outlook.
CARRIERS = {
    "adults_health_wellbeing": ["lcc-adult-social-care"],
    "education_childrens": ["lcc-childrens-social-care"],
    "place": ["lcc-waste-disposal", "lcc-highways", "lcc-school-transport"],
    "resources": ["lcc-resources-balance"],
    "chief_executive": ["lcc-chief-executive"],
    "corporate": ["lcc-corporate-provisions"],
}
# Programmes that the earmarked (transformation) reserves are held for.
TRANSFORMATION = ("prog-family-help", "prog-edge-of-care", "prog-reablement",
                  "prog-falls", "prog-travel", "prog-exclusion")
SHORT = {"adults_health_wellbeing": "Adults", "education_childrens":
         "Education and children's", "place": "Place", "resources":
         "Resources", "chief_executive": "Chief executive",
         "corporate": "Corporate"}

# Assumed changes: code, line, name, kind, basis, delivery, low, high, owner,
# rag, thousands of pounds by year.
CHANGES = [
    ("lcc-ph-contracts", "lcc-public-health", "Public health: 0-19 and "
     "sexual health contracts recommissioned", "saving", "ongoing", 100, 80,
     100, "Director of Public Health", "green", "3500 500 0 0 0 0 0 0",
     "Sized so that the grant is underspent for some years."),
    ("lcc-asc-reablement", "lcc-adult-social-care", "Adults: reviews, "
     "reablement and supported living", "saving", "ongoing", 85, 60, 100,
     "Executive Director of Adult Services", "amber",
     "0 0 9000 8000 7000 7000 6000 6000",
     "Continues, at a lower rate, the savings the published outlook needs."),
    ("lcc-csc-in-house", "lcc-childrens-social-care", "Children's: fewer "
     "agency placements, more in-house homes", "saving", "ongoing", 80, 50,
     100, "Executive Director of Children's Services", "amber",
     "0 0 5000 4000 4000 3000 3000 3000",
     "Continues, at a lower rate, the savings the published outlook needs."),
    ("lcc-transport-routes", "lcc-school-transport", "School transport: "
     "routes, personal budgets and shared vehicles", "saving", "ongoing", 75,
     40, 100, "Executive Director of Place", "red",
     "0 0 2500 2000 2000 1500 1500 1500", "About 3% of the line a year."),
    ("lcc-waste-contract", "lcc-waste-disposal", "Waste: contract and "
     "tonnage savings", "saving", "ongoing", 90, 60, 100,
     "Executive Director of Place", "amber",
     "0 0 1500 1500 1000 1000 1000 1000", "About 1.5% of the line a year."),
    ("lcc-support-digital", "lcc-resources-balance", "Resources: shared and "
     "digital support services", "saving", "ongoing", 90, 60, 100,
     "Executive Director of Resources", "green",
     "0 0 2500 2500 2000 2000 1500 1500", "About 2.5% of the line a year."),
    ("lcc-reorganisation", "lcc-corporate-provisions", "Local government "
     "reorganisation: preparation", "growth", "one-off", 100, "", "",
     "Chief Executive", "amber", "4000 6000 3000 0 0 0 0 0",
     "Order of magnitude only; in 2027/28 and 2028/29 it is inside the "
     "published net budget."),
    ("lcc-highways-winter", "lcc-highways", "Highways: drainage and winter "
     "resilience", "pressure", "ongoing", 100, "", "",
     "Executive Director of Place", "green", "0 0 2000 1000 1000 1000 0 0",
     "Own view."),
    ("lcc-library-income", "lcc-libraries", "Libraries: room hire and shared "
     "counters", "income", "ongoing", 100, 50, 100,
     "Executive Director of Place", "green", "0 0 200 100 100 0 0 0",
     "Own view."),
]


def running_total(basis, entries, t):
    """What a change applies in year t: its running total, or the entry."""
    return sum(entries[:t]) if basis == "ongoing" else entries[t - 1]


class CountyMoney:
    """County pots and changes, with the figures the report needs."""

    def __init__(self, data, county, index, financing, tables):
        """Keep what is given; build what follows from it."""
        self.data, self.county, self.index = data, county, index
        self.financing, self.tables = financing, tables
        self.net = {}
        self.changes = {}            # line -> effect on need by t
        self._assumed_changes()
        self._outlook()
        self._pots()

    def published(self, row, t):
        """A published figure of the outlook in pounds."""
        return D(self.data.county[row][OUTLOOK[t]]) * 1000

    def _note(self, line, basis, kind, entries, delivery=100):
        """Remember what a change does to a line's need."""
        sign = 1 if kind in ("pressure", "growth") else -D(delivery) / 100
        kept = self.changes.setdefault(line, {t: Decimal(0) for t in T})
        for t in T:
            kept[t] += sign * running_total(basis, entries, t)

    def _assumed_changes(self):
        """Changes that are the plan's own."""
        for (code, line, name, kind, basis, part, low, high, owner, rag,
             years, why) in CHANGES:
            entries = [D(x) * 1000 for x in years.split()]
            self._note(line, basis, kind, entries,
                       part if kind in ("saving", "income") else 100)
            self.tables.add("changes", entries,
                            mark("placewright", "assumed", why), code=code,
                            line=line, name=name, kind=kind, basis=basis,
                            delivery=part, delivery_low=low,
                            delivery_high=high, owner=owner, rag=rag,
                            enabled="yes")

    def need(self, line, t):
        """A county line's need in year t before prevention, unclamped."""
        extra = self.changes.get(line.code, {}).get(t, Decimal(0))
        return line.need(t, self.index) + extra

    def directorate(self, key, t):
        """Net budget of a directorate as the plan has it."""
        total = sum((self.need(l, t) for l in self.county.lines
                     if l.directorate == key), Decimal(0))
        return total + (self.financing[t] if key == "corporate" else 0)

    def _outlook(self):
        """Bring each directorate to its published net budget."""
        for t in (1, 2):
            for key, codes in CARRIERS.items():
                gap = self.published(key, t) - self.directorate(key, t)
                self._balance(key, codes, t, gap)

    def _balance(self, key, codes, t, gap):
        """One change a carrier line for a directorate's difference."""
        kind = "pressure" if gap > 0 else "saving"
        what = ("growth and pressures" if gap > 0 else "savings") + \
            " implied by the published outlook"
        lines = [l for l in self.county.lines if l.code in codes]
        total = sum((l.net() for l in lines), Decimal(0))
        left = abs(gap)
        for n, line in enumerate(lines):
            share = left if n == len(lines) - 1 else \
                abs(gap) * line.net() / total
            amount = penny(share)
            left -= amount
            entries = [Decimal(0)] * len(YEARS)
            entries[t - 1] = amount
            self._note(line.code, "ongoing", kind, entries)
            code = "out%d-%s" % (2026 + t, line.code[4:])
            self.tables.add(
                "changes", entries, mark(
                    "lcc-2026-27", "derived", "Balances to the published "
                    "outlook: net budget '%s' of %s is %sk; the plan's "
                    "prices, demand and other changes differ from it by %s "
                    "pounds, shared by base among the lines named here." % (
                        key, OUTLOOK[t],
                        format(int(self.data.county[key][OUTLOOK[t]]), ","),
                        format(penny(gap), ",.2f"))),
                code=code, line=line.code, kind=kind, basis="ongoing",
                name="%s: %s %s" % (SHORT[key], what, OUTLOOK[t]),
                delivery=100, delivery_low=70 if kind == "saving" else "",
                delivery_high=100 if kind == "saving" else "",
                owner="Executive Director of Resources",
                rag="amber" if kind == "saving" else "green", enabled="yes")

    def pot(self, code, name, prov, years=None, fence=None, cap="", **cells):
        """Add a pot with its ring-fence rows and the usual defaults."""
        row = dict(funder="lcc", partner="lcc", kind="revenue",
                   basis="profile", unspent="to:lcc-reserve",
                   certainty="indicative", pooled="yes",
                   may_fund_revenue="no", enabled="yes")
        row.update(cells)
        self.tables.add("pots", years, prov, code=code, name=name, **row)
        for kind, use in fence or []:
            why = "How the money is bound today." if kind == "partner" else \
                "The purpose the money is given for."
            self.tables.add("ringfences", None,
                            mark("placewright", "assumed", why), pot=code,
                            use_kind=kind, use_code=use, share_cap=cap)

    def amount(self, row):
        """A 2026/27 funding figure of the county in pounds."""
        return D(self.data.county[row]["2026/27"]) * 1000

    def _general(self):
        """General pots by year; revenue support grant balances to the total."""
        at = self.index.at
        tax = D("397989.95") * D("1801.75")
        money = {"tax": [], "rates": [], "ibcf": [], "epr": [], "rsg": []}
        for t in T:
            money["tax"].append(penny(tax * at("ct-base", t) *
                                      at("ct-county", t)))
            money["rates"].append(penny(
                self.amount("fund_business_rates") * at("rates", t)))
            money["ibcf"].append(penny(self.amount("fund_ibcf") *
                                       at("grants", t)))
            money["epr"].append(penny(self.amount("fund_epr") * at("epr", t)))
        money["recovery"] = [self.amount("fund_recovery_grant")] * 2 + [0] * 6
        money["receipts"] = [D(6500000)] * 2 + [D(4000000)] + [0] * 5
        money["collection"] = [D(2000000)] * 8
        for t in (1, 2):
            money["rsg"].append(
                self.published("funding_total", t) -
                sum(D(v[t - 1]) for k, v in money.items() if k != "rsg"))
        for t in T[2:]:
            money["rsg"].append(penny(money["rsg"][-1] * D("1.025")))
        return money

    def _pots(self):
        """All revenue pots of the county."""
        self.money = money = self._general()
        own = [("partner", "lcc")]
        self._tax_and_rates(money, own)
        self._grants_general(money, own)
        self._grants_fenced()
        self._schools()
        self._reserves(own)

    def _tax_and_rates(self, money, own):
        """Council tax and business rates; part of rates serves the debt."""
        self.pot("lcc-council-tax", "County: council tax",
                 mark("lcc-2026-27", "published", "Band D 1,801.75 times tax "
                      "base 397,989.95 (717,078,392.41 in 2026/27); carried "
                      "on by two drivers."), fence=own, basis="council-tax",
                 certainty="confirmed")
        self.tables.add("council_tax", None, mark(
            "lcc-2026-27", "published", "File lancashire_2026-27.csv, rule "
            "R3. The twelve districts' precepts add to 717,078,393."),
            pot="lcc-council-tax", tax_base=D("397989.95"),
            band_d=D("1801.75"), base_driver="ct-base",
            increase_driver="ct-county", collection_rate=100)
        aside = [(self.financing[t] / 1000).to_integral_value(ROUND_CEILING) *
                 1000 for t in T]
        self.pot("lcc-rates-financing", "County: business rates set aside "
                 "for capital financing", mark(
                     "placewright", "derived", "Part of retained business "
                     "rates (published 280.178m in 2026/27), set to the "
                     "financing cost of the opening debt and the borrowing "
                     "projects, rounded up to a thousand. No ring-fence: the "
                     "model lets only such a pot pay capital financing."),
                 years=aside)
        rest = [a - b for a, b in zip(money["rates"], aside)]
        self.pot("lcc-business-rates", "County: retained business rates",
                 mark("lcc-2026-27", "derived", "Published 280.178m in "
                      "2026/27 times the driver 'rates', less the part set "
                      "aside for capital financing."),
                 years=rest, fence=own)

    def _grants_general(self, money, own):
        """General grants, the collection fund and flexible receipts."""
        self.pot("lcc-rsg", "County: revenue support grant", mark(
            "lcc-2026-27", "derived", "2026/27: 235.293m published. 2027/28 "
            "and 2028/29: published funding totals (1,383.641m; 1,452.105m) "
            "less the other general pots; later years assumed +2.5% a year."),
            years=money["rsg"], fence=own, funder="gov")
        self.pot("lcc-recovery-grant", "County: recovery grant", mark(
            "lcc-2026-27", "assumed", "Published 4.965m for 2026/27; taken to "
            "run at that amount to the end of the settlement in 2028/29."),
            years=money["recovery"], fence=own, funder="gov",
            certainty="at-risk", probability=60)
        self.pot("lcc-collection-fund", "County: collection fund surplus",
                 mark("placewright", "assumed", "Published 6.278m for 2026/27 "
                      "is a one-off; 2.0m a year thereafter is our guess."),
                 years=money["collection"], fence=own)
        uses = ["lcc-resources-balance", "lcc-adult-social-care",
                "lcc-childrens-social-care", "lcc-management-support"]
        self.pot("lcc-flexible-receipts", "County: flexible use of capital "
                 "receipts", mark(
                     "lcc-2026-27", "assumed", "Published 6.5m for 2026/27; "
                     "held for two years, 4m in the direction's last year "
                     "2029/30."), years=money["receipts"], kind="capital",
                 may_fund_revenue="yes", unspent="keep", pooled="no",
                 fence=[("line", u) for u in uses])

    def _grants_fenced(self):
        """Grants with a purpose, most lost if unspent."""
        d = self.county.grant
        got = lambda k, more: mark(
            "lcc-2026-27-detail", "published", "Base %s for 2026/27, file "
            "lancashire_2026-27_detail.csv, consolidated_grant. %s" % (
                format(d[k], ",.0f"), more))
        grow = "Growth by the driver 'grants' is assumed."
        self.pot("lcc-ibcf", "County: Better Care Fund", mark(
            "lcc-2026-27", "published", "fund_ibcf, 67.786m in 2026/27. " +
            grow), base=self.amount("fund_ibcf"), basis="indexed",
            driver="grants", funder="gov", unspent="lapse",
            fence=[("group", "adult-social-care")])
        self.pot("lcc-epr", "County: packaging producer payments", mark(
            "lcc-2026-27", "published", "fund_epr, 11.234m in 2026/27; the "
            "driver 'epr' is assumed."), base=self.amount("fund_epr"),
            basis="indexed", driver="epr", funder="gov", unspent="lapse",
            fence=[("group", "waste-disposal")])
        for code, name, key, group, unspent in [
                ("lcc-public-health-grant", "County: public health grant",
                 "public_health_grant", "public-health", "keep"),
                ("lcc-crisis-fund", "County: Crisis and Resilience Fund",
                 "crisis_and_resilience_fund", "crisis-resilience", "lapse"),
                ("lcc-families-grant", "County: Children, Families and Youth "
                 "Grant", "children_families_youth_grant", "family-help",
                 "lapse"),
                ("lcc-abuse-grant", "County: Homelessness and Domestic Abuse "
                 "Grant", "homelessness_domestic_abuse_grant",
                 "domestic-abuse", "keep:1")]:
            self.pot(code, name, got(key, grow), base=d[key],
                     basis="indexed", driver="grants", funder="gov",
                     unspent=unspent, certainty="confirmed",
                     fence=[("group", group)])
        surplus = sum((-l.net() for l in self.county.lines if l.net() < 0),
                      Decimal(0))
        self.pot("lcc-trading", "County: surplus on charged services", mark(
            "ro-detail-2024-25", "derived", "Sum of the lines whose income "
            "exceeds cost (development control, recycling, farms); their own "
            "need is zero."), base=penny(surplus), basis="indexed",
            driver="fees", fence=[("partner", "lcc")])

    def _schools(self):
        """The schools grant by block, each ring-fenced to its line."""
        for line in self.county.lines:
            if line.directorate != "dsg":
                continue
            slug = line.service.slug
            driver = "high-needs-grant" if slug == "high-needs" else \
                "schools-grant"
            self.pot("lcc-dsg-" + slug, "Dedicated Schools Grant: " +
                     line.service.name, mark(
                         "ro-detail-2024-25", "derived", "Education net "
                         "expenditure less what the county budget funds, by "
                         "the assumed share of the block: " + line.note),
                     base=line.net(), basis="indexed", driver=driver,
                     funder="gov", unspent="keep", pooled="no",
                     certainty="confirmed", fence=[("group", slug)])

    def _reserves(self, own):
        """The county's two reserves and their planned use."""
        ons = self.county.ons
        key = "Estimated %s financial reserves level at 31 March"
        free = self.data.summary[(ons, "reserves", key % "unallocated")]
        kept = self.data.summary[(ons, "reserves", key % "other earmarked")]
        was = "level at 31 March 2025; no later level is in the data."
        self.pot("lcc-reserve", "County: general reserve", mark(
            "ro-summary", "published", "Opening 56.0m: %s The minimum of 30m "
            "is assumed (about 2%% of the net budget)." % was), opening=free,
            minimum_balance=30000000, unspent="keep", pooled="no",
            certainty="confirmed", fence=own)
        self.pot("lcc-earmarked", "County: earmarked reserves", mark(
            "ro-summary", "published", "Opening 289.04m: %s Four fifths "
            "(assumed) are committed and stand as the minimum balance; the "
            "rest is for prevention programmes." % was),
            opening=kept, minimum_balance=thousand(kept * D("0.8")),
            unspent="keep", certainty="confirmed",
            fence=[("programme", c) for c in TRANSFORMATION])
        self.tables.add("limits", [0, 0] + [D(4000000)] * 6, mark(
            "placewright", "assumed", "The published outlook shows the "
            "2028/29 gap before any use of reserves; later use is assumed."),
            pot="lcc-reserve")
        self.tables.add("limits", [D(7200000)] * 8, mark(
            "placewright", "assumed", "Invest-to-save use: the free fifth of "
            "the reserve (57.8m) spread over the eight years."),
            pot="lcc-earmarked")
