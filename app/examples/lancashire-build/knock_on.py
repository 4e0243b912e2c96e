"""Spillovers: where one line is short, another costs more, later."""

from common import mark

# from line, to line, rise if wholly unfunded (%), lag, duration, grade, why
SPILLOVERS = [
    ("lcc-public-health", "lcc-adult-social-care", 2, 2, 3, 4,
     "Health checks, smoking and falls work put off long-term illness by "
     "years; small against the whole of adult care."),
    ("lcc-public-health", "lcc-childrens-social-care", "1.5", 1, 2, 4,
     "Substance misuse services reach parents; without them more children "
     "come to social care within the year."),
    ("lcc-family-help", "lcc-childrens-social-care", 4, 1, 2, 3,
     "Early help and youth work keep families below the threshold of care; "
     "the line is a tenth of children's social care."),
    ("lcc-general-grants", "lcc-family-help", 3, 1, 2, 6,
     "Voluntary youth clubs: without them more young people need targeted "
     "youth support and the youth offending team."),
    ("lcc-highways", "lcc-corporate-provisions", 8, 1, 3, 5,
     "Roads not maintained mean reactive repairs and claims, which the "
     "corporate insurance provision pays."),
    ("lcc-land-drainage", "lcc-highways", 2, 1, 3, 5,
     "Blocked drains flood roads and break their surface."),
    ("lcc-education-services", "lcc-high-needs", 1, 2, 3, 5,
     "Attendance and inclusion work delays statutory plans."),
    ("lcc-crisis-resilience", "pre-homelessness", 6, 1, 1, 5,
     "Without crisis payments some arrears end in homelessness; Preston has "
     "the largest homelessness line."),
    ("lcc-leisure-parks-balance", "lcc-public-health", "0.5", 2, 3, 6,
     "Less activity, more demand on weight and heart services."),
    ("pre-leisure-parks-balance", "lcc-public-health", "0.5", 2, 2, 6,
     "Less sport and open space, more demand on public health."),
    ("wla-other-welfare", "lcc-adult-social-care", "0.1", 1, 2, 6,
     "Home support and alarms of a district let people stay at home; one "
     "district of twelve."),
    ("hyn-homelessness", "hyn-bed-and-breakfast", 60, 1, 2, 4,
     "Prevention and relief not done in time ends in bed and breakfast."),
    ("sri-homelessness", "sri-bed-and-breakfast", 60, 1, 2, 4,
     "Prevention and relief not done in time ends in bed and breakfast."),
    ("pre-homelessness", "pre-bed-and-breakfast", 60, 1, 2, 4,
     "Prevention and relief not done in time ends in bed and breakfast."),
    ("lcc-economic-development", "pre-central-balance", 1, 2, 2, 6,
     "Fewer jobs, more council tax support; shown for one district."),
]


def build(tables):
    """Write the spillovers."""
    for a, b, rise, lag, length, grade, why in SPILLOVERS:
        tables.add("spillovers", None, mark(
            "placewright", "assumed", why + " The size is our view; the "
            "data has no evidence on it."), from_line=a, to_line=b, rise=rise,
            lag=lag, duration=length, evidence=grade)
