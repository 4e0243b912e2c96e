"""Assumptions with a rate for each year, and what they do to an amount.

The published 2026/27 pressures, set against the plan's own cost base before
them, imply a rate by service; where the implied rate is plainly a single
year's jump (children's demand, school transport) it is faded, and the row is
marked as assumed.
"""

from decimal import Decimal, ROUND_HALF_UP

from common import D, YEARS, mark

HTST_PRICE = Decimal("4.0")     # assumed, gives school transport its base


def rate(part, whole):
    """part / whole in percent, two decimals."""
    return (part / whole * 100).quantize(D("0.01"), ROUND_HALF_UP)


def population_growth(data, codes):
    """Average yearly growth 2019 to 2024 of the twelve districts, percent."""
    first = sum(D(data.people[c]["2019"]) for c in codes)
    last = sum(D(data.people[c]["2024"]) for c in codes)
    return D(round((float(last / first) ** 0.2 - 1) * 100, 2))


def implied(data, bases):
    """Rates that the published 2026/27 pressures imply.

    `bases` holds the plan's 2026/27 running costs by service; the pressures
    are in them, so they come off before the division.
    """
    inf = lambda k: data.county_detail[("inflation", k)]
    dem = lambda k: data.county_detail[("demand", k)]
    adults = bases["asc"] - inf("adults_social_care") - \
        dem("adults_social_care")
    children = bases["csc"] - inf("childrens_services") - \
        dem("childrens_services")
    waste = bases["waste"] - inf("waste_disposal")
    roads = bases["highways"] - inf("highways_maintenance")
    transport = inf("home_to_school_transport") / HTST_PRICE * 100
    return {
        "asc-price": rate(inf("adults_social_care"), adults),
        "asc-demand": rate(dem("adults_social_care"), adults),
        "csc-price": rate(inf("childrens_services"), children),
        "csc-demand": rate(dem("childrens_services"), children),
        "waste-price": rate(inf("waste_disposal"), waste),
        "highways-price": rate(inf("highways_maintenance"), roads),
        "htst-demand": rate(dem("home_to_school_transport"), transport),
    }


def own(note):
    """Provenance of a rate that is the plan's own."""
    return mark("placewright", "assumed", note)


def got(note):
    """Provenance of a rate implied by a published 2026/27 pressure."""
    return mark("lcc-2026-27-detail", "derived", note + " Holding the rate "
                "for later years is an assumption.")


def same(value):
    """One rate for every year."""
    return [D(value)] * len(YEARS)


def run(words):
    """Rates by year from a line of text."""
    return [D(x) for x in words.split()]


def table(data, rates, growth, county_rise):
    """Rows: code, name, low, high, distribution, persistence, rates, mark."""
    return care(rates) + services(rates, growth) + income(county_rise) + \
        capital_and_prices()


def care(i):
    """Pay, contracts and social care."""
    adults = [i["asc-price"]] + run("3.9 3.6 3.4 3.2 3 3 3")
    return [
        ("pay", "Pay award", -1, 1.5, "triangular", 0.3,
         run("3 3 2.75 2.5 2.5 2.5 2.5 2.5"),
         own("Own view of national pay awards; no published forecast in the "
             "data.")),
        ("contracts", "Contract and supplies inflation", -1, 2, "pert", 0.4,
         run("2.8 2.5 2.3 2.2 2 2 2 2"),
         own("Drifts to the 2% inflation target.")),
        ("asc-price", "Adult care fee uplifts", -1, 2, "pert", 0.5, adults,
         own("2027/28 is the rate implied by the published 2026/27 inflation "
             "of 26.213m on adult care running costs (%s%%); later years "
             "fade to 3%%." % i["asc-price"])),
        ("asc-demand", "Demand for adult care", -1, 1.5, "triangular", 0.5,
         same(i["asc-demand"]),
         got("Published 2026/27 demand of 14.068m over adult care running "
             "costs before the year's pressures.")),
        ("csc-price", "Children's placement prices", -1, 3, "pert", 0.4,
         same(i["csc-price"]),
         got("Published 2026/27 inflation of 4.541m over children's running "
             "costs before the year's pressures.")),
        ("csc-demand", "Demand for children's social care", -2, 3,
         "triangular", 0.5, run("6 4.5 3.5 3 2.5 2.5 2 2"),
         own("The published 2026/27 demand of 24.097m implies %s%%, a "
             "rebasing year; faded to 2%%." % i["csc-demand"])),
    ]


def services(i, growth):
    """Waste, highways, transport, schools, homelessness, population."""
    return [
        ("waste-price", "Waste disposal contract prices", -1, 2, "pert", 0.4,
         same(i["waste-price"]),
         got("Published 2026/27 inflation of 3.047m over waste disposal "
             "running costs.")),
        ("highways-price", "Highways maintenance prices", -0.5, 2, "pert", 0.4,
         same(i["highways-price"]),
         got("Published 2026/27 inflation of 1.349m over highways running "
             "costs.")),
        ("htst-price", "School transport prices", -1, 2, "pert", 0.4,
         run("4 3.5 3 3 3 3 3 3"),
         own("4% is also the rate that gives the line its base: the published "
             "inflation of 2.5m divided by it.")),
        ("htst-demand", "Pupils needing transport", -2, 4, "triangular", 0.5,
         run("8 6 5 4 3 3 2 2"),
         own("The published 2026/27 demand of 17.729m implies %s%% on the "
             "assumed base, a catch-up year; faded." % i["htst-demand"])),
        ("schools-price", "Schools' costs a pupil", -0.5, 1, "triangular", 0.3,
         run("2.5 2.3 2.2 2 2 2 2 2"),
         own("Pay-led; close to the grant's own growth.")),
        ("send-demand", "Children with special educational needs", -1.5, 2,
         "triangular", 0.5, run("3 3 2.5 2 2 1.5 1.5 1.5"),
         own("Numbers with an education, health and care plan keep rising, "
             "more slowly each year.")),
        ("homeless-demand", "Households threatened with homelessness", -3, 5,
         "triangular", 0.5, run("4 3 2 2 1.5 1 1 1"),
         own("Continues the recent rise, easing.")),
        ("population", "Population", -0.3, 0.3, "normal", 0.6, same(growth),
         mark("mye", "derived", "Average yearly growth of the twelve "
              "districts 2019 to 2024. An estimate carried forward, not a "
              "projection.")),
    ]


def income(county_rise):
    """What taxes, fees and grants grow by."""
    return [
        ("fees", "Fees and charges", -2, 1, "triangular", 0.3,
         run("2.5 2.5 2.3 2 2 2 2 2"),
         own("Fees follow general inflation.")),
        ("ct-base", "Council tax base growth", -0.5, 0.5, "normal", 0.5,
         same("1.0"),
         own("New homes less discounts; Burnley's base alone grew 1.6% from "
             "2025/26 to 2026/27 (implied by the two precepts).")),
        ("ct-county", "County council tax increase", -2, 1.19, "triangular",
         0.3, same(county_rise),
         mark("lcc-2026-27", "derived", "The published 2026/27 rise: Band D "
              "1,801.75 on 1,735.79. Holding it is an assumption; the "
              "referendum limit for social-care authorities is 5%.")),
        ("ct-district", "District council tax increase", -1, 0, "triangular",
         0.3, same("2.99"),
         own("Just under the limit for shire districts (3% or 5 pounds).")),
        ("rates", "Business rates", -2, 1.5, "triangular", 0.4,
         run("2.5 2.2 2 2 2 2 2 2"), own("Multiplier follows prices.")),
        ("grants", "General government grants", -2, 1.5, "triangular", 0.4,
         run("2 2 2 2 2 2 2 2"), own("Flat in real terms.")),
        ("schools-grant", "Dedicated Schools Grant", -0.5, 0.5, "triangular",
         0.3, run("2.5 2.3 2.2 2 2 2 2 2"),
         own("The grant follows schools' costs a pupil, not demand.")),
        ("high-needs-grant", "High needs block", -1, 2, "triangular", 0.3,
         run("5.6 5.4 4.3 3.6 3.6 3.2 3.2 3.2"),
         own("Keeps up with price and demand for two years, then lags.")),
        ("epr", "Packaging producer payments", -10, 5, "triangular", 0.3,
         run("-3 -3 -3 -2 -2 -2 -2 -2"),
         own("Less packaging, lower payments.")),
    ]


def capital_and_prices():
    """Construction, interest, general prices."""
    return [
        ("construction", "Construction prices", -1, 3, "pert", 0.4,
         run("3.5 3.2 3 3 3 3 3 3"), own("Above general inflation.")),
        ("interest", "Interest on borrowing", -1, 1.5, "normal", 0.7,
         run("4.25 4.25 4.2 4.2 4.1 4.1 4 4"),
         own("Average rate of the whole debt.")),
        ("deflator", "General prices (deflator)", -0.5, 1, "normal", 0.5,
         run("2.2 2 2 2 2 2 2 2"),
         own("The data has no forecast of the deflator; drifts to 2%.")),
    ]


class Indices:
    """Index of each driver by year, as section 3 of the model defines it."""

    def __init__(self, rows):
        """Keep what is given; build what follows from it."""
        self.rates = {r[0]: r[6] for r in rows}

    def at(self, code, t):
        """Index of a driver in plan year t (1..8); 1 without a driver."""
        value = Decimal(1)
        if code:
            for r in self.rates[code][:t]:
                value *= 1 + r / 100
        return value


def add(tables, rows):
    """Put the drivers into the plan."""
    for code, name, low, high, dist, keep, rates, prov in rows:
        tables.add("drivers", rates, prov, code=code, name=name, low=low,
                   high=high, distribution=dist, persistence=keep)
