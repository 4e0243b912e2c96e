"""Prevention programmes, outcomes, partners' own pots, ring-fences for them."""

from decimal import Decimal

import effects
import knock_on
from common import D, YEARS, mark, thousand

LATER = Decimal("1.025")    # assumed yearly prices after the deflator ends
T = range(1, len(YEARS) + 1)

# code, name, partner, tier, priority, grade, why that grade, revenue (a unit
# cost, or thousands by year), capital, revenue may pay for it, intake, why
PROGRAMMES = [
    ("prog-family-help", "Family help before care", "lcc", "secondary", 2, 3,
     "Studies with comparison areas, results mixed", "2100 2200 2200 2200 "
     "2240 2280 2320 2360", "", "no", "420 480 480 480 480 480 480 480",
     "About 4,600 pounds a family: a key worker for a dozen families at a "
     "time. West "
     "Cheshire's Families Together took 525 families (whole-place pilots)."),
    ("prog-edge-of-care", "Edge of care: family group conferences", "lcc",
     "acute", 2, 2, "Trials exist elsewhere in England", "1150 1250 1250 "
     "1250 1280 1300 1330 1350", "", "no", "100 120 120 120 120 120 120 120",
     "About 10,500 a young person: a conference and four months of intensive "
     "support."),
    ("prog-reablement", "Reablement after hospital", "lcc", "secondary", 2, 2,
     "Several controlled studies", "SS10.0", "", "no",
     "700 900 900 900 900 900 900 900", "About a tenth of a county's older "
     "people leaving hospital with care needs, above today's service."),
    ("prog-falls", "Falls prevention and home checks", "lcc", "primary", 2, 2,
     "Trials of exercise and home safety", "1200 1300 1300 1300 1300 1300 "
     "1300 1300", "250 250 0 0 0 0 0 0", "yes",
     "2400 2800 2800 2800 2800 2800 2800 2800", "Some 460 pounds a person: "
     "classes, a home check, rails. Capital buys equipment in two years."),
    ("prog-travel", "Independent travel training", "lcc", "primary", 3, 4,
     "Councils' own before-and-after counts", "450 450 450 450 450 0 0 0", "",
     "no", "140 160 160 160 160 0 0 0", "About 2,800 a pupil: a trainer takes "
     "twelve pupils a year."),
    ("prog-exclusion", "Staying in school: exclusion prevention", "lcc",
     "secondary", 3, 4, "Local evaluations without comparison", "500 550 550 "
     "550 560 570 580 590", "", "no", "230 260 260 260 260 260 260 260",
     "About 2,100 a pupil: mentor, outreach from alternative provision."),
    ("prog-drugs", "Drug and alcohol treatment and recovery", "lcc",
     "tertiary", 2, 2, "Large national follow-up studies", "HE2.2", "", "no",
     "250 300 300 300 300 300 300 300", "About 5% more people in treatment; "
     "sized to what the public health grant leaves unspent."),
    ("prog-abuse", "Domestic abuse: advocates and safe at home", "lcc",
     "acute", 3, 3, "Comparison studies of advocacy", "480 560 560 560 570 "
     "580 590 600", "", "no", "520 600 600 600 600 600 600 600",
     "About 930 pounds a survivor: an advocate carries some 70 cases a "
     "year."),
    ("prog-homes", "Staying in a home: early homelessness help", "pre",
     "secondary", 2, 3, "National evaluations with comparison areas", "900 "
     "900 900 900 900 900 0 0", "", "no", "1100 1200 1200 1200 1200 1200 0 0",
     "About 750 a household; GMCA HO5.0 (642 at 2010/11 prices) is the same "
     "order once uprated."),
    ("prog-housing-first", "Housing First for rough sleepers", "vcfs",
     "acute", 2, 2, "Pilots in three English regions, trials abroad", "270 "
     "450 540 580 590 600 610 620", "300 200 0 0 0 0 0 0", "no",
     "30 24 18 16 16 16 16 16", "A worker carries six tenants, about 8,500 "
     "each a year; some 55 to 70 tenancies stand at a time. Capital furnishes "
     "and adapts the first homes, which landlords let."),
    ("prog-youth", "Youth diversion and triage", "police", "secondary", 2, 3,
     "Comparison areas, smaller effect than hoped", "430 500 500 500 510 520 "
     "530 540", "", "no", "380 450 450 450 450 450 450 450", "About 1,100 a "
     "young person: a worker at the custody suite and three months of "
     "support."),
    ("prog-work", "Supported employment for mental health", "icb",
     "secondary", 2, 1, "Randomised trials in several countries", "600 700 "
     "700 700 720 730 750 760", "", "no", "260 300 300 300 300 300 300 300",
     "About 2,300 a person: a job coach carries 25 people, in and out."),
    ("prog-warm", "Debt advice and warm homes", "vcfs", "primary", 2, 4,
     "Before-and-after studies, health gain inferred", "300 340 340 340 350 "
     "360 370 380", "600 600 600 400 0 0 0 0", "no",
     "1200 1400 1400 1400 1000 1000 1000 1000", "About 250 a household for "
     "advice; 430 of insulation and heating controls while capital lasts."),
]

# code, name, partner, kind, certainty, probability, unspent, years, fences
PARTNER_POTS = [
    ("icb-prevention", "NHS: prevention and discharge money", "icb",
     "revenue", "indicative", 90, "lapse",
     "1500 1500 1500 1500 1400 1400 1400 1400",
     [("prog-falls", 60), ("prog-family-help", 15),
      ("prog-reablement", 25), ("prog-work", 10)]),
    ("police-prevention", "Police: violence reduction money", "police",
     "revenue", "indicative", 80, "lapse", "400 400 400 400 400 0 0 0",
     [("prog-family-help", 10), ("prog-youth", 50), ("prog-abuse", 25)]),
    ("fire-safe-well", "Fire service: safe and well visits", "fire",
     "revenue", "confirmed", "", "lapse",
     "150 150 150 150 150 150 150 150", [("prog-falls", "")]),
    ("gov-homes", "Government: homelessness innovation fund", "gov",
     "revenue", "at-risk", 60, "keep:1", "700 700 700 700 0 0 0 0",
     [("prog-homes", 80)]),
    ("gov-rough-sleeping", "Government: rough sleeping grant", "gov",
     "revenue", "at-risk", 70, "lapse", "350 350 350 200 0 0 0 0",
     [("prog-housing-first", "")]),
    ("dwp-work", "DWP: supported employment trial", "dwp", "revenue",
     "at-risk", 60, "lapse", "250 250 250 0 0 0 0 0", [("prog-work", 40)]),
    ("vcfs-lottery", "Voluntary sector: lottery bid", "vcfs", "revenue",
     "bid", 40, "lapse", "300 300 300 0 0 0 0 0",
     [("prog-homes", ""), ("prog-family-help", 10),
      ("prog-housing-first", 20), ("prog-warm", 50)]),
    ("icb-capital", "NHS: equipment and home adaptations", "icb", "capital",
     "indicative", 90, "lapse", "300 300 0 0 0 0 0 0",
     [("prog-falls", "")]),
    ("gov-warm-homes", "Government: warm homes grant (capital)", "gov",
     "capital", "indicative", 80, "keep:1", "450 450 300 0 0 0 0 0",
     [("prog-warm", 75)]),
    ("gov-first-homes", "Government: single homelessness homes (capital)",
     "gov", "capital", "at-risk", 70, "keep:1", "180 120 0 0 0 0 0 0",
     [("prog-housing-first", 60)]),
]

# Pots of the councils that may also pay for a programme: pot, programme,
# share cap, the law or the grant's words.
FENCES = [
    ("lcc-public-health-grant", "prog-drugs", "", "Drug and alcohol treatment "
     "is a named public health function of the grant."),
    ("lcc-public-health-grant", "prog-falls", 15, "Falls are public health; "
     "capped so that the grant stays with its own services."),
    ("lcc-ibcf", "prog-reablement", 30, "The fund is for care that keeps "
     "people out of hospital; capped by the plan's own choice."),
    ("lcc-families-grant", "prog-family-help", 20, "The grant's purpose; "
     "capped, since its base already pays today's service."),
    ("lcc-families-grant", "prog-youth", 25, "Youth support is one of the "
     "grant's purposes; the cap is the plan's own."),
    ("lcc-abuse-grant", "prog-abuse", 40, "The grant's purpose; capped, since "
     "its base already pays today's service."),
    ("lcc-dsg-high-needs", "prog-exclusion", 50, "The high needs budget may "
     "pay for alternative provision and for support to pupils at risk of "
     "exclusion, not for anything else named here."),
    ("pre-growth", "prog-work", 10, "People and skills is a theme of the "
     "growth fund, as it was of the Shared Prosperity Fund."),
    ("bur-growth", "prog-work", 10, "People and skills is a theme of the "
     "growth fund, as it was of the Shared Prosperity Fund."),
    ("lan-growth", "prog-work", 10, "People and skills is a theme of the "
     "growth fund, as it was of the Shared Prosperity Fund."),
    ("bur-homelessness", "prog-warm", 10, "The prevention grant may pay for "
     "debt advice that saves a tenancy."),
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
    ("exclusions", "Permanent exclusions from school",
     "Local Outcomes Framework", "children-and-families", "per 1,000 pupils",
     "down", "1.3", "1.3 1.25 1.2 1.15 1.1 1.1 1.05 1"),
    ("first-time-entrants", "First-time entrants to youth justice",
     "Local Outcomes Framework", "community-safety", "per 100,000 aged 10-17",
     "down", 150, "150 145 140 135 132 130 128 126"),
    ("employment", "People of working age in work", "Levelling-up missions",
     "employment", "percent", "up", 73, "73 73.2 73.5 73.7 74 74.2 74.4 "
     "74.6"),
]


def price_index(tables, data):
    """Prices of 2024/25 to 2026/27, after the published deflator ends."""
    year = lambda n: data.deflator[2024] * LATER ** n * (
        3 + LATER) / 4
    for n, code in enumerate(("2024/25", "2025/26", "2026/27")):
        tables.add("price_index", None, mark(
            "placewright", "assumed", "The published deflator ends with "
            "calendar year 2024 (100): 2.5% a year after it, between the 3.0% "
            "a year of 2014 to 2024 and the 2% target; three quarters of the "
            "calendar year and one quarter of the next."), year=code, value=year(n))


def uprate(data, code):
    """A GMCA unit cost at 2026/27 prices: (amount, sentence)."""
    row = data.unit_costs[code]
    year = int(row["c8"][:4])
    then = (data.deflator[year] * 3 + data.deflator[year + 1]) / 4
    now = data.deflator[2024] * LATER ** 2 * (1 + (LATER - 1) / 4)
    cost = D(row["Fiscal Cost"])
    return cost * now / then, (
        "GMCA unit cost database v1.4, %s, %s at %s prices, brought to "
        "2026/27 with the GDP deflator to 2024 and an assumed 2.5%% a year "
        "after" % (code, row["Fiscal Cost"], row["c8"]))


def revenue(data, index, money, intake):
    """Yearly revenue cost: figures of our own, or a unit cost a person."""
    if money[0].isdigit():
        return [D(k) * 1000 for k in money.split()], None
    unit, why = uprate(data, money)
    return [thousand(unit * D(n) * index.at("contracts", t))
            for t, n in zip(T, intake)], why + ", times the intake and the " \
        "driver 'contracts'; to the nearest thousand. The intake is assumed."


def programmes(tables, data, index):
    """Programmes with their yearly cost and intake."""
    for (code, name, partner, tier, prio, grade, proof, rev, cap, mixed,
         people, why) in PROGRAMMES:
        tables.add("programmes", None, mark(
            "placewright", "assumed", "The evidence grade is our view: %s%s. "
            "Size and priority are for the board to set." % (
                proof[0].lower(), proof[1:])), code=code, name=name,
            partner=partner, tier=tier, priority=prio, revenue_funding=mixed,
            evidence=grade, enabled="yes")
        intake = people.split()
        years, said = revenue(data, index, rev, intake)
        own = mark("placewright", "assumed", why)
        tables.add("programme_years", years, mark("gmca", "derived", said)
                   if said else own, programme=code, measure="revenue")
        if cap:
            tables.add("programme_years", [D(k) * 1000 for k in cap.split()],
                       own, programme=code, measure="capital")
        tables.add("programme_years", [D(k) for k in intake], own,
                   programme=code, measure="intake")


def outcomes(tables):
    """A handful of outcomes with targets."""
    for code, name, frame, tag, unit, better, base, years in OUTCOMES:
        tables.add("outcomes", [D(k) for k in years.split()], mark(
            "placewright", "assumed", "Baseline and targets are placeholders "
            "for the board; not published figures."), code=code, name=name,
            framework=frame, tag=tag, unit=unit, better=better,
            baseline=base)


def fence(tables, pot, programme, cap, why):
    """One ring-fence row that names a programme."""
    tables.add("ringfences", None, mark("placewright", "assumed", why),
               pot=pot, use_kind="programme", use_code=programme,
               share_cap=cap)


def partner_pots(tables, money):
    """Money that partners outside the councils bring."""
    for (code, name, partner, kind, sure, chance, unspent, years,
         fences) in PARTNER_POTS:
        money.pot(code, name, mark("placewright", "assumed", "Illustration of "
                                   "a partner's contribution, a quarter to "
                                   "four fifths of what its programmes cost."),
                  years=[D(k) * 1000 for k in years.split()], kind=kind,
                  partner=partner, funder=partner, certainty=sure,
                  probability=chance, unspent=unspent, pooled="yes")
        for use, cap in fences:
            fence(tables, code, use, cap, "Match funding: at most the stated "
                  "share." if cap != "" else "Given for this programme.")
    for row in FENCES:
        fence(tables, *row)


def build(tables, data, money):
    """All of prevention."""
    price_index(tables, data)
    programmes(tables, data, money.index)
    effects.build(tables, data)
    knock_on.build(tables)
    outcomes(tables)
    partner_pots(tables, money)
