"""Capital programme, its pots, and the financing of debt.

Only the county borrows here, and no capital pot reaches a borrowing project
under today's rules, so that what it borrows is known when the county's
financing provision is sized.
"""

from decimal import Decimal

from common import D, DISTRICTS, YEARS, mark, penny, thousand
from districts import PER_HEAD

T = range(1, len(YEARS) + 1)
OPENING_CFR = Decimal(1000000000)
OPENING_MRP = Decimal(25000000)
OPENING_RATE = Decimal("0.0425")

# Base-year cost of the opening debt: part of the published corporate budget.
BASE_FINANCING = OPENING_CFR * OPENING_RATE + OPENING_MRP

# code, name, line, priority, life, mrp, operational, thousands by year
#
# Children's homes and extra care name no line: flexible receipts are fenced
# to social care and would pay for them in place of the borrowing planned.
# All stand last in the order (priority 5): what may borrow need not take
# pooled money from what may not.
BORROWED = [
    ("cap-childrens-homes", "County: children's homes",
     "", 5, 40, "annuity", "",
     "6000 6000 4000 0 0 0 0 0"),
    ("cap-extra-care", "County: extra care homes for older people",
     "", 5, 45, "annuity", "2030/31",
     "1240 4960 6200 2480 0 0 0 0"),
    ("cap-waste", "County: food waste and transfer stations",
     "lcc-waste-disposal", 5, 25, "straight-line", "2028/29",
     "8000 10000 4000 0 0 0 0 0"),
    ("cap-lighting", "County: street lighting renewal", "lcc-highways", 5, 20,
     "straight-line", "", "5000 5000 5000 5000 0 0 0 0"),
]

WHY = {
    "cap-childrens-homes": "Eight homes of four places at 2m each; the "
    "county's published saving is fewer agency placements.",
    "cap-extra-care": "Grant to housing associations for 120 flats: 12m, plus "
    "the Green Book's upper bound of optimism bias for standard buildings "
    "(24%, file green_book_optimism_bias.csv).",
    "cap-waste": "Weekly food waste needs transfer and bulking; provision "
    "starts when the stations open.",
    "cap-lighting": "A fifth of the columns renewed with LED lanterns over "
    "four years.",
}

# code, name, line, priority, thousands in 2027/28, grows with construction
FUNDED = [
    ("cap-highways", "County: highways maintenance programme", "lcc-highways",
     2, 43000, True),
    ("cap-transport", "County: integrated transport schemes", "lcc-highways",
     3, 5600, True),
    ("cap-school-condition", "County: school building condition",
     "lcc-schools", 2, 12500, True),
    ("cap-school-places", "County: new school places", "lcc-schools", 2, 9500,
     False),
    ("cap-digital", "County: digital and devices", "lcc-resources-balance", 3,
     4200, False),
    ("cap-property", "County: buildings and energy saving",
     "lcc-resources-balance", 3, 5200, True),
]

# Homes for temporary accommodation: thousands by year, by council.
HOMES = {"pre": "900 900 600 0 0 0 0 0", "pen": "600 600 300 0 0 0 0 0",
         "hyn": "450 450 0 0 0 0 0 0", "sri": "300 300 300 0 0 0 0 0"}

# code, name, funder, unspent, pooled, opening, thousands by year, fences
POTS = [
    ("lcc-cap-highways", "County: highways maintenance grant", "gov",
     "keep:1", "yes", 0, "42000 43000 44000 44500 45000 45500 46000 46500",
     ["cap-highways"]),
    ("lcc-cap-transport", "County: integrated transport block", "gov",
     "lapse", "yes", 0, "6900 6900 6900 6900 6900 6900 6900 6900",
     ["cap-transport"]),
    ("lcc-cap-condition", "County: school condition allocation", "gov",
     "keep:2", "no", 0, "12500 12500 12500 12500 12500 12500 12500 12500",
     ["cap-school-condition"]),
    ("lcc-cap-places", "County: basic need grant for school places", "gov",
     "keep", "no", 6000, "7000 7000 6000 5000 5000 5000 5000 5000",
     ["cap-school-places"]),
    ("lcc-cap-receipts", "County: capital receipts", "lcc", "keep", "no",
     12000, "7000 7000 7000 6000 6000 6000 6000 6000",
     ["cap-digital", "cap-property"]),
    ("lcc-s106", "County: developer contributions for schools", "lcc",
     "keep:5", "no", 14000, "3000 3000 3000 3000 3000 3000 3000 3000",
     ["cap-school-places"]),
]


def mrp_of(amount, life, method, rate, n):
    """Minimum revenue provision of the n-th year of a tranche."""
    if n < 1 or n > life:
        return Decimal(0)
    if method == "straight-line" or rate == 0:
        return amount / life
    payment = amount * rate / (1 - (1 + rate) ** -life)
    return payment * (1 + rate) ** -(life - n + 1)


def financing(rates):
    """Interest and provision by plan year, old debt and new."""
    rate = {t: rates["interest"][t - 1] / 100 for t in T}
    tranches = []
    for _, _, _, _, life, method, operational, years in BORROWED:
        ready = YEARS.index(operational) + 1 if operational else 0
        for t, k in zip(T, years.split()):
            if D(k):
                tranches.append((D(k) * 1000, life, method, rate[t],
                                 max(t, ready), t))
    cfr, out = OPENING_CFR, {}
    for t in T:
        repaid = OPENING_MRP + sum(
            mrp_of(a, life, method, r, t - start)
            for a, life, method, r, start, when in tranches)
        out[t] = penny(cfr * rate[t] + repaid)
        cfr += sum(a for a, *_, when in tranches if when == t) - repaid
    return out


def debt(tables):
    """The opening debt and its provision."""
    tables.add("debt", [OPENING_MRP] * len(YEARS), mark(
        "placewright", "assumed", "A fortieth of the assumed opening capital "
        "financing requirement of 1,000m a year; the return's debt-cost rows "
        "are unusable (README of the data)."), measure="mrp")


def county(tables, money, index):
    """County projects and capital pots."""
    own = lambda n: mark("placewright", "assumed", n)
    for code, name, line, prio, life, method, ready, years in BORROWED:
        tables.add("projects", [D(k) * 1000 for k in years.split()],
                   own(WHY[code] + " Size and years are the plan's own; paid by "
                       "borrowing."), code=code, name=name, partner="lcc",
                   line=line, priority=prio, borrowing="yes",
                   revenue_funding="no", asset_life=life, mrp=method,
                   interest_driver="interest", operational=ready,
                   enabled="yes")
    for code, name, line, prio, start, grows in FUNDED:
        years = [thousand(D(start) * 1000 * (
            index.at("construction", t) / index.at("construction", 1)
            if grows else 1)) for t in T]
        tables.add("projects", years, own(
            "Order of magnitude of a county's programme; no county capital "
            "programme is in the data."), code=code, name=name, partner="lcc",
            line=line, priority=prio, borrowing="no", revenue_funding="no",
            enabled="yes")
    for code, name, funder, unspent, pooled, opening, years, uses in POTS:
        money.pot(code, name, own("Order of magnitude only; no county capital "
                                  "funding is in the data."),
                  years=[D(k) * 1000 for k in years.split()], kind="capital",
                  funder=funder, unspent=unspent, pooled=pooled,
                  opening=D(opening) * 1000 if opening else "",
                  fence=[("project", u) for u in uses])


def project(tables, code, name, partner, line, years, prov, priority=3):
    """A project without borrowing."""
    tables.add("projects", years, prov, code=code, name=name, partner=partner,
               line=line, priority=priority, borrowing="no",
               revenue_funding="no", enabled="yes")


def burnley(tables, money, data):
    """Burnley's 2025/26 book: categories spread over its years."""
    book = {k[1:]: v for k, v in data.burnley_capital.items()
            if k[0] == "2025/26"}
    total = book[("total", "all_schemes")]
    lines = {"Green Spaces & Amenities": ("parks", "parks and green spaces"),
             "Streetscene": ("streets", "streets and vehicles"),
             "Economy & Growth": ("economy", "economy and growth"),
             "Finance & Property": ("property", "finance and property"),
             "Housing": ("housing", "housing and adaptations")}
    grant = [Decimal(0)] * 8
    for item, (slug, name) in lines.items():
        share = book[("category", item)] / total
        years = [penny(book.get(("year", y), Decimal(0)) * share)
                 for y in YEARS]
        project(tables, "bur-cap-" + slug, "Burnley: " + name, "bur", "",
                years, mark("burnley-capital", "derived", "Book 2025/26: "
                            "category '%s' of %s, spread by the book's year "
                            "totals (2027/28 to 2029/30); the source has no "
                            "category by year." % (
                                item, format(book[("category", item)],
                                             ",.0f"))),
                2 if slug == "housing" else 3)
        if slug != "housing":
            grant = [g + y for g, y in zip(grant, years)]
    fence = [("project", "bur-cap-" + s) for s, _ in lines.values()
             if s != "housing"]
    money.pot("bur-cap-grants", "Burnley: capital grants and receipts", mark(
        "placewright", "assumed", "Taken to cover 90% of the book's schemes "
        "other than housing; its funding is not in the data."),
        years=[thousand(g * D("0.9")) for g in grant], kind="capital",
        partner="bur", funder="bur", unspent="keep", pooled="no", fence=fence)


class DistrictCapital:
    """Capital of one district: adaptations, places, assets, parks."""

    def __init__(self, tables, money, data, index, district):
        """Keep what is given; build what follows from it."""
        self.tables, self.money, self.index = tables, money, index
        self.d, self.data = district, data
        self.code, self.short = district.code, district.short

    def pot(self, slug, name, per, years, uses, **cells):
        """A capital pot sized by head."""
        row = dict(kind="capital", partner=self.code, funder="gov",
                   fence=[("project", u) for u in uses])
        row.update(cells)
        self.money.pot("%s-%s" % (self.code, slug), "%s: %s" % (
            self.short, name), mark("placewright", "assumed", per),
            years=years, **row)

    def own(self, slug, name, years, why, priority=3):
        """A project of this district."""
        code = "%s-cap-%s" % (self.code, slug)
        project(self.tables, code, self.short + ": " + name, self.code, "",
                years, mark("placewright", "assumed", why), priority)
        return code

    def adaptations(self, average):
        """Disabled facilities grant by head; need by share of older people."""
        base = thousand(self.d.people * PER_HEAD["dfg"])
        grant = [thousand(base * self.index.at("grants", t)) for t in T]
        codes = ["bur-cap-housing", "bur-cap-adaptations"]
        if self.code == "bur":
            grant = self._burnley_adaptations()
        else:
            old = D(self.data.people[self.d.ons]["over65_pct"])
            years = [thousand(base * D("0.97") * old / average *
                              self.index.at("construction", t)) for t in T]
            codes = [self.own(
                "adaptations", "disabled facilities adaptations", years,
                "The grant by head scaled by the share of people over 65 "
                "(%s%% here, %.1f%% on average)." % (old, average), 2)]
        why = "Assumed to equal the housing schemes of the 2025/26 book, " \
            "then to grow by 2% a year" if self.code == "bur" else \
            "Assumed %s pounds a head" % PER_HEAD["dfg"]
        self.pot("dfg", "disabled facilities grant", why + "; unspent money "
                 "may be used in the next year.", grant, codes,
                 unspent="keep:1")

    def _burnley_adaptations(self):
        """Burnley's book ends in 2029/30: carry its housing schemes on."""
        book = next(r for r in self.tables.rows["projects"]
                    if r["code"] == "bur-cap-housing")
        last = book["2029/30"]
        rise = lambda d, t: self.index.at(d, t) / self.index.at(d, 3)
        self.own("adaptations", "housing adaptations after the book",
                 [0] * 3 + [thousand(last * D("0.95") *
                                     rise("construction", t)) for t in T[3:]],
                 "95% of the book's last year, with construction prices.", 2)
        return [thousand(book[y]) for y in YEARS[:3]] + \
            [thousand(last * rise("grants", t)) for t in T[3:]]

    def places(self):
        """Local growth fund, capital part: ends with its scheme."""
        base = thousand(self.d.people * PER_HEAD["growth-capital"])
        spend = [thousand(base * D(s)) for s in
                 "0.8 0.85 0.45 0 0 0 0 0".split()]
        code = self.own("places", "town centre and high street schemes",
                        spend, "Spends some 85% of the growth fund's capital.",
                        4)
        self.pot("growth-capital", "local growth fund (capital)", "Assumed "
                 "%s pounds a head; ends in 2029/30 like its revenue part." %
                 PER_HEAD["growth-capital"],
                 [base, base, thousand(base / 2)] + [0] * 5, [code],
                 unspent="lapse", certainty="at-risk", probability=70)

    def assets(self):
        """Vehicles, leisure centres and buildings, from capital receipts."""
        years = [thousand(self.d.need * D("0.02") *
                          self.index.at("construction", t)) for t in T]
        code = self.own("assets", "vehicles, leisure and buildings", years,
                        "2% of the council's 2026/27 need a year.")
        base = thousand(self.d.people * D("3.8"))
        self.pot("receipts", "capital receipts", "Assumed 3.8 pounds a head a "
                 "year and the same held at the start.", [base] * 8, [code],
                 opening=base, unspent="keep", pooled="no", funder=self.code)

    def temporary(self):
        """Homes bought for families in bed and breakfast."""
        spend = [D(k) * 1000 for k in HOMES[self.code].split()]
        code = self.own("temporary", "homes for temporary accommodation",
                        spend, "Homes at 150,000 each, bought in three years "
                        "in place of bed and breakfast.", 3)
        self.pot("homes-fund", "housing fund for homeless families", "Pays "
                 "45% of each home, as earlier rounds of the national fund "
                 "about did; the rest is the council's own capital.",
                 [thousand(k * D("0.45")) for k in spend], [code],
                 unspent="keep:1", certainty="bid", probability=50)
        self.pot("homes-own", "receipts set aside for temporary "
                 "accommodation", "The council's own 55%, less a tenth not "
                 "yet found.", [thousand(k * D("0.45")) for k in spend],
                 [code], unspent="keep", pooled="no", funder=self.code)

    def parks(self):
        """Developer money for parks: fenced by agreement, never pooled."""
        years = [thousand(self.d.people * 2)] * 8
        code = self.own("parks", "play areas and open spaces", years,
                        "2 pounds a head a year.", 4)
        base = thousand(self.d.people * D("1.6"))
        self.pot("s106", "developer contributions for open space", "Assumed "
                 "1.6 pounds a head a year and eight held at the start; bound "
                 "by agreement with the developer.", [base] * 8, [code],
                 opening=thousand(self.d.people * 8), unspent="keep:5",
                 pooled="no", funder=self.code)


def build(tables, money, data, index, districts):
    """Everything capital."""
    debt(tables)
    county(tables, money, index)
    burnley(tables, money, data)
    people = sum(d.people for d in districts)
    average = sum(d.people * D(data.people[d.ons]["over65_pct"])
                  for d in districts) / people
    for d in districts:
        c = DistrictCapital(tables, money, data, index, d)
        c.adaptations(average)
        c.places()
        if d.code != "bur":
            c.assets()
        if d.code in HOMES:
            c.temporary()
        if d.code in ("cho", "fyl", "pre", "rib", "sri", "wyr"):
            c.parks()
