"""Prevention programmes, spillovers, outcomes, partners' own pots."""

from decimal import Decimal

from common import D, YEARS, mark, penny

LATER = Decimal("1.025")    # assumed yearly prices after the deflator ends

# code, name, partner, tier, priority, grade, revenue, capital, intake (a year)
PROGRAMMES = [
    ("prog-family-help", "Family help before care", "lcc", "secondary", 2, 3,
     "2400 2400 2400 2400 2400 2400 2400 2400", "", "420 480 480 480 480 480 "
     "480 480"),
    ("prog-falls", "Falls prevention and home checks", "lcc", "primary", 2, 2,
     "1200 1300 1300 1300 1300 1300 1300 1300", "250 250 0 0 0 0 0 0",
     "2400 2800 2800 2800 2800 2800 2800 2800"),
    ("prog-travel", "Independent travel training", "lcc", "primary", 3, 4,
     "450 450 450 450 450 0 0 0", "", "140 160 160 160 160 0 0 0"),
    ("prog-homes", "Staying in a home: early homelessness help", "pre",
     "secondary", 2, 3, "900 900 900 900 900 900 0 0", "",
     "1100 1200 1200 1200 1200 1200 0 0"),
]

# programme, code, name, line, partner, outcome, engaged, retained, success,
# low, high, deadweight, unit cost code, weeks, price, cashable, step, lag,
# ramp, duration, drop
EFFECTS = [
    ("prog-family-help", "care", "Children kept out of care",
     "lcc-childrens-social-care", "", "children-in-care", 80, 75, 6, 3, 9, 30,
     "SS1.0", 1, "csc-price", 60, "", 1, 2, 3, 10),
    ("prog-family-help", "police", "Fewer call-outs to families", "", "police",
     "", 80, 75, 30, 15, 40, 30, "CR1.0", 4, "pay", 0, "", 1, 1, 2, 20),
    ("prog-falls", "homes", "Later moves into residential care",
     "lcc-adult-social-care", "", "falls", 85, 80, 2.5, 1, 4, 25, "SS7.0", 52,
     "asc-price", 70, 250000, 1, 2, 2, 15),
    ("prog-falls", "hospital", "Fewer hospital stays after a fall", "", "icb",
     "falls", 85, 80, 12, 6, 16, 25, "HE7.11", 1, "pay", 20, "", 1, 1, 2, 15),
    ("prog-travel", "taxis", "Pupils who travel by themselves",
     "lcc-school-transport", "", "", 85, 80, 55, 35, 65, 15, None, 1,
     "htst-price", 80, "", 1, 1, 3, 10),
    ("prog-homes", "preston", "Homelessness applications avoided: Preston",
     "pre-homelessness", "", "homelessness", 90, 80, 12, 6, 18, 20, "HO3.0",
     1, "contracts", 60, "", 1, 1, 2, 10),
    ("prog-homes", "lancaster", "Homelessness applications avoided: Lancaster",
     "lan-homelessness", "", "homelessness", 90, 80, 8, 4, 12, 20, "HO3.0", 1,
     "contracts", 60, "", 1, 1, 2, 10),
    ("prog-homes", "south-ribble", "Homelessness applications avoided: South "
     "Ribble", "sri-homelessness", "", "homelessness", 90, 80, 5, 2, 8, 20,
     "HO3.0", 1, "contracts", 60, "", 1, 1, 2, 10),
    ("prog-homes", "emergency", "Fewer visits to accident and emergency", "",
     "icb", "", 90, 80, 40, 20, 60, 20, "HE4.0", 2, "pay", 0, "", 1, 1, 2,
     10),
]

# code, name, partner, kind, certainty, probability, unspent, years, fences
PARTNER_POTS = [
    ("icb-prevention", "NHS: prevention and discharge money", "icb",
     "revenue", "indicative", 90, "lapse",
     "1100 1100 1100 1100 1000 1000 1000 1000",
     [("prog-falls", 60), ("prog-family-help", 15)], "yes"),
    ("police-prevention", "Police: violence reduction money", "police",
     "revenue", "indicative", 80, "lapse", "300 300 300 300 300 0 0 0",
     [("prog-family-help", 20)], "yes"),
    ("fire-safe-well", "Fire service: safe and well visits", "fire",
     "revenue", "confirmed", "", "lapse",
     "150 150 150 150 150 150 150 150", [("prog-falls", "")], "yes"),
    ("gov-homes", "Government: homelessness innovation fund", "gov",
     "revenue", "at-risk", 60, "keep:1", "700 700 700 700 0 0 0 0",
     [("prog-homes", 80)], "yes"),
    ("vcfs-lottery", "Voluntary sector: lottery bid", "vcfs", "revenue",
     "bid", 40, "lapse", "200 200 200 0 0 0 0 0",
     [("prog-homes", ""), ("prog-family-help", 10)], "yes"),
    ("icb-capital", "NHS: equipment and home adaptations", "icb", "capital",
     "indicative", 90, "lapse", "300 300 0 0 0 0 0 0",
     [("prog-falls", "")], "yes"),
]

OUTCOMES = [
    ("children-in-care", "Children in care", "Local Outcomes Framework",
     "children-and-families", "per 10,000 under 18", "down", 78,
     "78 77 76 74 72 71 70 69"),
    ("falls", "Hospital stays after a fall, over 65",
     "Local Outcomes Framework", "health-and-wellbeing", "per 100,000",
     "down", 2100, "2080 2040 2000 1960 1930 1900 1880 1860"),
    ("homelessness", "Households owed a homelessness duty",
     "Local Outcomes Framework", "homelessness-and-rough-sleeping",
     "per 1,000 households", "down", "9.5", "9.5 9.3 9 8.8 8.6 8.4 8.2 8"),
    ("recycling", "Household waste recycled", "Local Outcomes Framework",
     "environment", "percent", "up", 44, "45 47 49 51 52 53 54 55"),
    ("skills", "Adults with a level 3 qualification",
     "Levelling-up missions", "skills", "percent", "up", 55,
     "55.5 56 56.5 57 57.5 58 58.5 59"),
    ("roads", "Main roads in need of repair", "Local Outcomes Framework",
     "transport", "percent", "down", 4, "4 4 4 4 4 4 4 4"),
]


def uprate(data, code):
    """A GMCA unit cost at 2026/27 prices: (amount, sentence)."""
    row = data.unit_costs[code]
    year = int(row["c8"][:4])
    then = (data.deflator[year] * 3 + data.deflator[year + 1]) / 4
    now = data.deflator[2024] * LATER ** 2 * (1 + (LATER - 1) / 4)
    cost = D(row["Fiscal Cost"])
    return cost * now / then, (
        "GMCA unit cost database v1.4, %s, fiscal cost %s at %s prices, "
        "brought to 2026/27 with the GDP deflator to 2024 and an assumed 2.5%% "
        "a year after" % (code, format(cost, "f"), row["c8"]))


def programmes(tables):
    """Programmes with their yearly cost and intake."""
    why = "Size of a first local scheme; to be replaced by the board's own."
    own = mark("placewright", "assumed", why)
    for code, name, partner, tier, prio, grade, rev, cap, people in PROGRAMMES:
        tables.add("programmes", None, mark(
            "placewright", "assumed", "The evidence grade is our view; " +
            why), code=code, name=name, partner=partner, tier=tier,
            priority=prio, revenue_funding="yes" if cap else "no",
            evidence=grade, enabled="yes")
        for measure, years in (("revenue", rev), ("capital", cap)):
            if years:
                tables.add("programme_years", [D(k) * 1000 for k in
                                               years.split()], own,
                           programme=code, measure=measure)
        tables.add("programme_years", [D(k) for k in people.split()], own,
                   programme=code, measure="intake")


def effects(tables, data):
    """What the programmes bring, with uprated unit costs."""
    for (prog, code, name, line, partner, outcome, engaged, retained, success,
         low, high, dead, unit, times, price, cash, step, lag, ramp, length,
         drop) in EFFECTS:
        if unit:
            value, why = uprate(data, unit)
            if times != 1:
                why += ", times %s units a year" % times
            prov = mark("gmca", "derived", why + ". Shares, timing and "
                        "cashable part are assumed.")
        else:
            value, prov = Decimal(7000), mark(
                "placewright", "assumed", "Cost of a taxi place a year; the "
                "unit cost database has none.")
        tables.add("effects", None, prov, programme=prog, code=code,
                   name=name, line=line, partner=partner, outcome=outcome,
                   engaged=engaged, retained=retained, success=success,
                   success_low=low, success_high=high, deadweight=dead,
                   unit_value=penny(value * times), price_driver=price,
                   cashable=cash, release_step=step, lag=lag, ramp=ramp,
                   duration=length, drop=drop)


def spillovers(tables):
    """Underfunding here raises volumes there, later."""
    rows = [("lcc-public-health", "lcc-adult-social-care", 2, 2, 3,
             "Wholly unfunded public health would raise adult care by 2% for "
             "three years."),
            ("lcc-family-help", "lcc-childrens-social-care", 4, 1, 2,
             "Wholly unfunded family help would raise children's social care "
             "by 4% for two years."),
            ("pre-leisure-parks-balance", "lcc-public-health", "0.5", 2, 2,
             "Less sport and open space, more demand on public health.")]
    for a, b, rise, lag, length, why in rows:
        tables.add("spillovers", None, mark("placewright", "assumed", why +
                                            " Illustration, no evidence in "
                                            "the data."),
                   from_line=a, to_line=b, rise=rise, lag=lag,
                   duration=length)


def outcomes(tables):
    """A handful of outcomes with targets."""
    for code, name, frame, tag, unit, better, base, years in OUTCOMES:
        tables.add("outcomes", [D(k) for k in years.split()], mark(
            "placewright", "assumed", "Baseline and targets are placeholders "
            "for the board; not published figures."), code=code, name=name,
            framework=frame, tag=tag, unit=unit, better=better,
            baseline=base)


def partner_pots(tables, money):
    """Money that partners outside the councils bring."""
    for (code, name, partner, kind, sure, chance, unspent, years, fences,
         pooled) in PARTNER_POTS:
        money.pot(code, name, mark("placewright", "assumed", "Illustration of "
                                   "a partner's contribution."),
                  years=[D(k) * 1000 for k in years.split()], kind=kind,
                  partner=partner, funder=partner, certainty=sure,
                  probability=chance, unspent=unspent, pooled=pooled)
        for use, cap in fences:
            tables.add("ringfences", None, mark(
                "placewright", "assumed", "Match funding: at most the stated "
                "share." if cap != "" else "Given for this programme."),
                pot=code, use_kind="programme", use_code=use, share_cap=cap)


def build(tables, data, money):
    """All of prevention."""
    programmes(tables)
    effects(tables, data)
    spillovers(tables)
    outcomes(tables)
    partner_pots(tables, money)
