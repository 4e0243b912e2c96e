"""What each prevention programme changes, for whom, and why we think so.

A unit value is the code of a unit cost: one of the shipped GMCA table, or one
of the plan's own multiples below (52 weeks of a weekly cost).  Shares, timing
and cashable parts are assumptions and carry their reason.
"""

from common import mark

# Whole Essex, 2013 revision: 118m cashable of 388m net benefits.
ESSEX = "30.4% cashable is published: Whole Essex 2013, 118 of 388 million."
OTHERS = "Nothing cashable: the partner keeps the capacity."

# The plan's own unit costs: code, of, times, name, unit, why so many.
MULTIPLES = [
    ("SS7.0-year", "SS7.0", 52, "Residential care for older people, a year",
     "Per person per year", "52 weeks"),
    ("SS11.1-year", "SS11.1", 52, "Home care package, a year",
     "Per person per year", "52 weeks"),
    ("CR1.0-four", "CR1.0", 4, "Four incidents of anti-social behaviour",
     "Per family per year", "four call-outs a year, assumed of a family that "
     "several services know"),
    ("CR4.3-30-hours", "CR4.3", 30, "Youth offending team: a case of 30 hours",
     "Per case", "30 hours, assumed: about an hour a week of a six-month "
     "order"),
]

# Columns: code, name, line, partner, outcome, engaged, retained, success,
# low, high, deadweight, unit cost, price, cashable, step, lag, ramp,
# duration, drop, why.
EFFECTS = {
    "prog-family-help": [
        ("care", "Children kept out of care", "lcc-childrens-social-care", "",
         "children-in-care", 80, 75, 8, 4, 11, 30, "SS1.0", "csc-price",
         "30.4", "", 1, 2, 4, 10, ESSEX + " Success: one family in twelve, "
         "since most would not have reached care; 30% would have coped "
         "alone. Two years to build up because care is a late step; stays "
         "in care last years."),
        ("plans", "Fewer plans for children in need", "lcc-family-help", "",
         "", 80, 75, 30, 18, 42, 35, "SS5.0", "pay", 0, "", 1, 1, 2, 20,
         "Nothing cashable: social workers' time goes to other families. "
         "Success: three families in ten step down a level."),
        ("police", "Fewer call-outs to families", "", "police", "", 80, 75,
         30, 15, 40, 30, "CR1.0-four", "pay", 0, "", 1, 1, 2, 20, OTHERS +
         " Success: as the share of families that step down."),
    ],
    "prog-edge-of-care": [
        ("care", "Young people who stay with their family",
         "lcc-childrens-social-care", "", "children-in-care", 85, 80, 38, 25,
         50, 40, "SS1.0", "csc-price", 70, 220000, 1, 1, 3, 20, "Four in ten "
         "referred would not have entered care, so deadweight is 40%. Cash "
         "comes a residential place at a time: 52 weeks of GMCA SS3.1 (2,947 "
         "at 2013/14 prices) uprated, to the nearest 20,000."),
        ("courts", "Fewer care proceedings: legal aid", "", "moj", "", 85, 80,
         22, 12, 32, 40, "SS4.1.1", "pay", 0, "", 1, 1, 1, 0, OTHERS +
         " About six in ten of the care entries avoided would have gone "
         "before a court."),
        ("proceedings", "Fewer care proceedings: the county's own costs",
         "lcc-childrens-social-care", "", "", 85, 80, 22, 12, 32, 40,
         "SS4.1.2", "pay", 50, "", 1, 1, 1, 0, "As the courts' effect; half "
         "is counsel and experts, who are paid by the case."),
    ],
    "prog-reablement": [
        ("home-care", "Less home care after reablement",
         "lcc-adult-social-care", "", "", 90, 85, 45, 30, 55, 40,
         "SS11.1-year", "asc-price", 60, "", 1, 1, 2, 30, "Almost half of "
         "those who finish need no package afterwards; many would have "
         "recovered anyway (40%). Three fifths cashable: hours are bought by "
         "the week, but waiting lists fill some of what is freed."),
        ("homes", "Later moves into residential care",
         "lcc-adult-social-care", "", "", 90, 85, 4, 2, 6, 35, "SS7.0-year",
         "asc-price", 70, 250000, 1, 1, 2, 30, "One in twenty-five, as few "
         "leave hospital for a care home. Step: a block contract of about "
         "nine beds at the unit cost."),
        ("readmissions", "Fewer readmissions to hospital", "", "icb", "", 90,
         85, 15, 8, 22, 30, "HE7.0.2", "pay", 0, "", 1, 1, 1, 0, OTHERS +
         " About one in seven is readmitted within the year."),
    ],
    "prog-falls": [
        ("homes", "Later moves into residential care",
         "lcc-adult-social-care", "", "falls", 85, 80, "2.5", 1, 4, 25,
         "SS7.0-year", "asc-price", 70, 250000, 1, 2, 2, 15, "One in forty of "
         "those assessed; two years to build up as homes are adapted. Step: "
         "a block contract of about nine beds at the unit cost."),
        ("hospital", "Fewer hospital stays after a fall", "", "icb", "falls",
         85, 80, 12, 6, 16, 25, "HE7.11", "pay", 20, "", 1, 1, 2, 15,
         "One in eight; a fifth cashable, where a winter ward need not "
         "open."),
        ("ambulance", "Fewer ambulance call-outs", "", "icb", "falls", 85,
         80, 25, 15, 35, 25, "HE3.0", "pay", 0, "", 1, 1, 2, 15, OTHERS +
         " Twice as many calls as stays."),
    ],
    "prog-travel": [
        ("taxis", "Pupils who travel by themselves", "lcc-school-transport",
         "", "", 85, 80, 55, 35, 65, 15, None, "htst-price", 80, "", 1, 1, 3,
         10, "Unit value 7,000: a shared taxi place for 190 school days at "
         "about 37 pounds; the unit cost database has none. More than half "
         "of those trained travel alone; contracts end at the term's end, so "
         "80% is cash."),
    ],
    "prog-exclusion": [
        ("provision", "Fewer places in alternative provision",
         "lcc-high-needs", "", "exclusions", 85, 80, 24, 12, 34, 30,
         "ES2.0.1", "schools-price", 60, 98000, 1, 1, 2, 0, "The database "
         "says the cost is felt for two years. Step: a class of eight places "
         "at the unit cost."),
        ("social-care", "Less children's social care after exclusion",
         "lcc-childrens-social-care", "", "exclusions", 85, 80, 24, 12, 34,
         30, "ES2.0.4", "csc-price", 0, "", 1, 1, 5, 5, "A cost spread over "
         "childhood in the source; too thin to take out as cash."),
        ("crime", "Less crime after exclusion", "", "moj", "exclusions", 85,
         80, 24, 12, 34, 30, "ES2.0.3", "pay", 0, "", 2, 1, 5, 5, OTHERS +
         " Offending follows exclusion by a year or more."),
    ],
    "prog-drugs": [
        ("crime", "Less offending by people in treatment", "", "moj", "",
         100, 70, 80, 60, 90, 15, "HE2.0.1", "pay", 0, "", 1, 1, 3, 20,
         OTHERS + " The unit cost is an average of people in effective "
         "treatment, so engagement is in the intake already."),
        ("alcohol", "Fewer dependent drinkers in hospital", "", "icb", "",
         100, 70, 30, 18, 40, 20, "HE1.0", "pay", 10, "", 1, 1, 4, 15,
         "About a third of the intake comes for alcohol and most of them "
         "drink much less; a tenth cashable."),
        ("children", "Children who stay with a parent in recovery",
         "lcc-childrens-social-care", "", "children-in-care", 100, 70, "2.5",
         1, 4, 40, "SS1.0", "csc-price", "30.4", "", 2, 1, 3, 15, ESSEX +
         " One in forty; a year later than the treatment itself."),
        ("work", "People in recovery who find work", "", "dwp", "employment",
         100, 70, 8, 4, 12, 25, "EE2.0.1", "pay", 100, "", 2, 1, 3, 25,
         "One in twelve leaves out-of-work benefits; a benefit not paid is "
         "cash."),
    ],
    "prog-abuse": [
        ("health", "Less injury and distress", "", "icb", "", 85, 75, 60, 40,
         70, 20, "CR2.0.1", "pay", 0, "", 1, 1, 3, 15, OTHERS + " One "
         "incident a year less for six in ten who stay: a low count, as most "
         "who reach an advocate have had many."),
        ("police", "Fewer repeat call-outs", "", "police", "", 85, 75, 60,
         40, 70, 20, "CR2.0.3", "pay", 0, "", 1, 1, 3, 15, OTHERS +
         " As for health."),
        ("justice", "Fewer cases in court and custody", "", "moj", "", 85,
         75, 60, 40, 70, 20, "CR2.0.2", "pay", 0, "", 1, 1, 3, 15, OTHERS +
         " As for health."),
        ("children", "Less children's social care",
         "lcc-childrens-social-care", "", "", 85, 75, 60, 40, 70, 20,
         "CR2.0.4", "csc-price", "30.4", "", 1, 1, 3, 15, ESSEX +
         " As for health."),
        ("housing", "Fewer emergency rehousings", "pre-homelessness", "",
         "homelessness", 85, 75, 15, 8, 20, 20, "CR2.0.5", "contracts", 60,
         "", 1, 1, 3, 15, "A quarter of the county's cases live in Preston "
         "and its neighbours. Nights are bought one by one: 60% cash."),
    ],
    "prog-homes": [
        ("preston", "Homelessness applications avoided: Preston",
         "pre-homelessness", "", "homelessness", 90, 80, 14, 8, 20, 20,
         "HO3.0", "contracts", 60, "", 1, 1, 2, 10, "Half of the households "
         "come from Preston and one in four of them would have applied. "
         "Nights in temporary accommodation are cash, staff time is not: "
         "60%."),
        ("lancaster", "Homelessness applications avoided: Lancaster",
         "lan-homelessness", "", "homelessness", 90, 80, 9, 5, 13, 20,
         "HO3.0", "contracts", 60, "", 1, 1, 2, 10, "As in Preston, for a "
         "third of the households."),
        ("south-ribble", "Homelessness applications avoided: South Ribble",
         "sri-homelessness", "", "homelessness", 90, 80, "2.5", 1, 4, 20,
         "HO3.0", "contracts", 60, "", 1, 1, 2, 10, "As in Preston, for a "
         "tenth of the households."),
        ("emergency", "Fewer visits to accident and emergency", "", "icb",
         "", 90, 80, 60, 35, 75, 20, "HE4.0", "pay", 0, "", 1, 1, 2, 10,
         OTHERS + " One visit a year less for six in ten."),
        ("mental-health", "Less anxiety and depression", "", "icb", "", 90,
         80, 15, 8, 22, 30, "HE11.0.1", "pay", 0, "", 1, 1, 2, 20, OTHERS +
         " Losing a home is a common trigger; one in seven, a cautious "
         "share."),
    ],
    "prog-housing-first": [
        ("preston", "Less spent on rough sleeping: Preston",
         "pre-homelessness", "", "homelessness", 90, 85, 45, 35, 50, 25,
         "HO6.0", "contracts", 50, "", 1, 1, 4, 10, "Six in ten tenants are "
         "from Preston and three in four keep the tenancy. Half cash: "
         "hostels are paid by the bed, outreach by the team."),
        ("lancaster", "Less spent on rough sleeping: Lancaster",
         "lan-homelessness", "", "homelessness", 90, 85, 30, 22, 34, 25,
         "HO6.0", "contracts", 50, "", 1, 1, 4, 10, "As in Preston, for four "
         "in ten tenants."),
        ("prison", "Fewer short prison stays", "", "moj", "", 90, 85, 15, 8,
         20, 25, "CR3.0", "pay", 0, "", 1, 1, 4, 10, OTHERS + " Two months "
         "of custody a year less for nine in ten tenants, who are people "
         "with many arrests."),
        ("hospital", "Fewer emergency admissions", "", "icb", "", 90, 85,
         100, 60, 100, 25, "HE7.0.2", "pay", 0, "", 1, 1, 4, 10, OTHERS +
         " One admission a year less each."),
        ("arrests", "Fewer arrests", "", "police", "", 90, 85, 100, 60, 100,
         25, "CR7.0", "pay", 0, "", 1, 1, 4, 10, OTHERS + " One arrest a "
         "year less each."),
    ],
    "prog-youth": [
        ("courts", "Fewer first-time entrants to youth justice", "", "moj",
         "first-time-entrants", 90, 85, 35, 22, 45, 25, "CR4.0", "pay", 0,
         "", 1, 1, 2, 30, OTHERS + " A third of those diverted would have "
         "been charged. The unit cost is the first year's; less after."),
        ("arrests", "Fewer arrests of young people", "", "police",
         "first-time-entrants", 90, 85, 40, 25, 50, 25, "CR7.0", "pay", 0,
         "", 1, 1, 2, 30, OTHERS + " A few more arrests than charges."),
        ("team", "Fewer cases for the youth offending team",
         "lcc-family-help", "", "first-time-entrants", 90, 85, 35, 22, 45,
         25, "CR4.3-30-hours", "pay", 40, 65000, 1, 1, 2, 30, "As the "
         "courts' effect. Step: a case worker with on-costs, assumed 65,000; "
         "cash only when a post is not filled."),
    ],
    "prog-work": [
        ("benefits", "People off out-of-work benefits", "", "dwp",
         "employment", 85, 80, 36, 25, 45, 45, "EE2.0.1", "pay", 100, "", 1,
         1, 3, 25, "Of those who stay over a third find paid work, and almost "
         "half of these would have; a benefit not paid is cash."),
        ("health", "Better health in work", "", "icb", "employment", 85, 80,
         36, 25, 45, 45, "EE2.0.2", "pay", 0, "", 1, 1, 3, 25, OTHERS +
         " As the benefit effect."),
        ("care", "Less mental health support from the county",
         "lcc-adult-social-care", "", "employment", 85, 80, 30, 15, 40, 45,
         "HE11.1.1", "asc-price", 20, "", 1, 1, 3, 25, "Somewhat fewer than "
         "find work. A fifth cashable: support hours, not teams."),
    ],
    "prog-warm": [
        ("hospital", "Fewer emergency admissions in winter", "", "icb", "",
         90, 90, 9, 5, 12, 25, "HE7.0.2", "pay", 10, "", 1, 1, 6, 5, "One in "
         "eleven households with a chest or heart condition; insulation "
         "lasts. A tenth cashable: winter escalation beds."),
        ("mental-health", "Less anxiety and depression", "", "icb", "", 90,
         90, 12, 6, 18, 30, "HE11.0.1", "pay", 0, "", 1, 1, 3, 20, OTHERS +
         " One in eight of those who settle their debts."),
        ("burnley", "Evictions avoided: Burnley", "bur-homelessness", "",
         "homelessness", 90, 90, "0.8", "0.4", "1.2", 20, "HO1.0",
         "contracts", 30, "", 1, 1, 2, 10, "Of each 125 households one in "
         "Burnley keeps its home. A third of an eviction's cost is "
         "the council's own cash."),
        ("pendle", "Evictions avoided: Pendle", "pen-bed-and-breakfast", "",
         "homelessness", 90, 90, "0.8", "0.4", "1.2", 20, "HO1.0",
         "contracts", 30, "", 1, 1, 2, 10, "As in Burnley, for Pendle's "
         "households; it acts on bed and breakfast, where the district's "
         "cost is."),
    ],
}

COLUMNS = ("code name line partner outcome engaged retained success "
           "success_low success_high deadweight unit_cost price_driver "
           "cashable release_step lag ramp duration drop").split()
TAXI = 7000


def own_unit_costs(tables, data):
    """Multiples of published unit costs that effects need."""
    for code, of, times, name, unit, why in MULTIPLES:
        row = data.unit_costs[of]
        tables.add("unit_costs", None, mark(
            "gmca", "derived", "%s of the database (%s) times %d: %s." % (
                of, row["Fiscal Cost"], times, why)), code=code, name=name,
            category="Multiples of published unit costs", unit=unit,
            value=penny_of(row["Fiscal Cost"], times), prices=row["c8"],
            bearer=row["Agency bearing the cost / making the fiscal saving"])


def penny_of(cost, times):
    """A unit cost times a count, in pounds and pence."""
    from common import D, penny
    return penny(D(cost) * times)


def sentence(data, code):
    """Says which published figure the row rests on."""
    base = dict((m[0], m[1]) for m in MULTIPLES).get(code, code)
    row = data.unit_costs[base]
    return "Unit cost %s: published, GMCA v1.4, %s at %s prices." % (
        base, row["Fiscal Cost"], row["c8"])


def build(tables, data):
    """Write the effects of every programme."""
    own_unit_costs(tables, data)
    for programme, rows in EFFECTS.items():
        for row in rows:
            cells = dict(zip(COLUMNS, row))
            unit, why = cells["unit_cost"], row[-1]
            if unit is None:
                cells.update(unit_cost="", unit_value=TAXI)
                prov = mark("placewright", "assumed", why)
            else:
                prov = mark("placewright", "assumed", "%s Assumed: %s" % (
                    sentence(data, unit), why))
            tables.add("effects", None, prov, programme=programme, **cells)
