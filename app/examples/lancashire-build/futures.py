"""Scenarios with their overrides, and policies beyond the built-in two."""

from common import YEARS, mark
from prevention import PROGRAMMES

SCENARIOS = [
    ("base", "Base case", "", "The plan as it stands."),
    ("pay-1pc", "Pay award one point higher", "base",
     "Pay awards one percentage point higher in every year."),
    ("demand-high", "Higher demand for care", "base",
     "Demand for adult and children's care and school transport is higher."),
    ("no-recovery", "Recovery grant ends early", "base",
     "The recovery grant is not paid after 2026/27."),
    ("tax-freeze", "County council tax held at 2%", "base",
     "The county raises council tax by 2% a year."),
    ("pay-and-demand", "Higher pay and higher demand", "pay-1pc",
     "Both together: a stress test."),
    ("no-prevention", "No prevention programmes", "base",
     "None of the programmes starts: what the place would need without "
     "them."),
    ("invest", "Invest in prevention", "base",
     "Programmes that pay back best, or that partners help to pay for, grow "
     "by half from 2028/29 with money released from committed reserves; "
     "partners' money goes on to 2034/35."),
]

# Programmes that grow in the scenario "invest", and the partners' pots that
# go on in it: pot, yearly amounts that follow the last one planned.
GROW = ("prog-edge-of-care", "prog-travel", "prog-homes", "prog-abuse",
        "prog-youth", "prog-work")
STAY = [("police-prevention", "400000", (2032, 2033, 2034)),
        ("dwp-work", "250000", (2030, 2031, 2032, 2033, 2034)),
        ("gov-homes", "700000", (2031, 2032)),
        ("gov-rough-sleeping", "350000", (2030, 2031, 2032, 2033, 2034))]

# scenario, table, code, field, year, op, value, reason
OVERRIDES = [
    ("pay-1pc", "drivers", "pay", "value", "", "add", "1",
     "Awards have run above council assumptions in recent years."),
    ("demand-high", "drivers", "asc-demand", "value", "", "add", "1",
     "More older people and working-age adults with complex needs."),
    ("demand-high", "drivers", "csc-demand", "value", "", "add", "1.5",
     "Numbers of children in care do not ease."),
    ("demand-high", "drivers", "htst-demand", "value", "", "add", "2",
     "More pupils with an education, health and care plan."),
    ("no-recovery", "pots", "lcc-recovery-grant", "enabled", "", "set", "no",
     "The grant is at risk at each settlement."),
    ("no-recovery", "pots", "bur-recovery", "enabled", "", "set", "no",
     "The grant is at risk at each settlement."),
    ("tax-freeze", "drivers", "ct-county", "value", "", "set", "2",
     "A political choice to stay near inflation."),
    ("pay-and-demand", "drivers", "asc-demand", "value", "", "add", "1",
     "As in the scenario of higher demand."),
    ("pay-and-demand", "drivers", "csc-demand", "value", "", "add", "1.5",
     "As in the scenario of higher demand."),
    ("pay-and-demand", "drivers", "htst-demand", "value", "", "add", "2",
     "As in the scenario of higher demand."),
    ("pay-and-demand", "pots", "lcc-rsg", "value", "2029/30", "multiply",
     "0.98", "No grant growth in the stress year."),
]



def prevention():
    """Overrides of the two scenarios about prevention."""
    out = [("no-prevention", "programmes", p[0], "enabled", "", "set", "no",
            "The board does not start it.") for p in PROGRAMMES]
    for code in GROW:
        for measure in ("revenue", "intake"):
            out += [("invest", "programme_years", "%s/%s" % (code, measure),
                     "value", year, "multiply", "1.5", "Half as many again; "
                     "a year to recruit.") for year in YEARS[1:]]
    out.append(("invest", "pots", "lcc-earmarked", "minimum_balance", "",
                "add", "-20000000", "Twenty million of committed reserves "
                "are released for invest-to-save."))
    out.append(("invest", "limits", "lcc-earmarked", "value", "", "add",
                "2500000", "The released money over eight years."))
    for pot, amount, years in STAY:
        out += [("invest", "pots", pot, "value",
                 "%d/%02d" % (y, (y + 1) % 100), "set", amount, "Partners "
                 "commit for the whole plan.") for y in years]
    return out


POLICIES = [("general-only", "Councils pool general money only"),
            ("grants-only",
             "Government grants pooled, councils keep their taxes")]
GENERAL = ("-council-tax", "-rates", "-business-rates", "-rsg")


def build(tables):
    """Scenarios, overrides, policies."""
    for code, name, parent, text in SCENARIOS:
        tables.add("scenarios", code=code, name=name, parent=parent,
                   description=text)
    for scenario, table, code, field, year, op, value, reason in \
            OVERRIDES + prevention():
        tables.add("overrides", None, mark(
            "placewright", "assumed", "Size of the step is the plan's own."),
            scenario=scenario, table=table, code=code, field=field, year=year,
            op=op, value=value, reason=reason)
    for code, name in POLICIES:
        tables.add("policies", code=code, name=name)
    for pot in tables.rows["pots"]:
        code = pot["code"]
        if code.endswith(GENERAL):
            tables.add("policy_pots", policy="general-only", pot=code)
    for pot in tables.rows["pots"]:
        if pot["funder"] == "gov" and pot["pooled"] == "yes":
            tables.add("policy_pots", policy="grants-only", pot=pot["code"])
