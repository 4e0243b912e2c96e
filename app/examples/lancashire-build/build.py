#!/usr/bin/env python3
"""Builds the example plan "Lancashire" from the published figures.

    python3 build.py [DATA_DIRECTORY]

Writes ../lancashire/*.csv and the reconciliation in README.md; running it
twice gives the same bytes.
"""

import os
import sys
from decimal import Decimal, getcontext

import benefits
import capital
import controls
import districts as district_money
import drivers
import futures
import lines
import prevention
import report
import sources
from common import BASE_YEAR, COUNCILS, DISTRICTS, D, OTHERS, Tables, YEARS, \
    mark
from county import CountyMoney
from reader import Data

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "..", "..", "..", "shared", "data")
TARGET = os.path.join(HERE, "..", "lancashire")


def plan(tables):
    """The plan's key and value rows."""
    own = lambda n: mark("placewright", "assumed", n)
    rows = [
        ("title", "Lancashire placemaking budget 2027/28 to 2034/35",
         own("Example plan; not a council's document.")),
        ("area", "Lancashire (county and twelve districts)",
         own("Without the unitary councils of Blackburn with Darwen and "
             "Blackpool.")),
        ("base_year", BASE_YEAR, mark("lcc-2026-27", "published",
                                      "The county's approved budget.")),
        ("years", len(YEARS), own("Long enough to show prevention.")),
        ("discount_rate", "3.5", mark("green-book", "published",
                                      "Standard rate, years 0 to 30.")),
        ("deflator", "deflator", own("Driver of the plan.")),
        ("opening_cfr", capital.OPENING_CFR,
         own("Order of magnitude of a county's capital financing "
             "requirement; not in the data.")),
        ("borrowing_limit", "", own("No limit beyond the named projects.")),
        ("interest_driver", "interest", own("Driver of the plan.")),
        ("general_reserve", "lcc-reserve", own("The county's own reserve.")),
    ]
    for key, value, prov in rows:
        tables.add("plan", None, prov, key=key, value=value)


def partners(tables):
    """Everybody at the board; councils vote."""
    for code, name, _, kind, _ in COUNCILS:
        tables.add("partners", code=code, name=name, kind=kind, voting="yes")
    for code, name, kind in OTHERS:
        tables.add("partners", code=code, name=name, kind=kind,
                   voting="yes" if kind in ("health", "police", "fire",
                                            "voluntary") else "no",
                   notes="At the board as a contributor or beneficiary; its "
                   "services are not in the plan.")


def county_rise(data):
    """The county's published council tax rise of 2026/27, percent."""
    last = data.band_d[("E10000017", "2025/26")]
    return ((D("1801.75") / last - 1) * 100).quantize(Decimal("0.01"))


def main():
    """Read, build, check, write, report."""
    getcontext().prec = 40
    data = Data(sys.argv[1] if len(sys.argv) > 1 else DATA)
    tables = Tables()
    sources.build(tables)
    plan(tables)
    partners(tables)
    county = lines.County(data, capital.BASE_FINANCING)
    local = lines.districts(data)
    rates = drivers.implied(data, county.bases)
    rows = drivers.table(data, rates, drivers.population_growth(
        data, [d[4] for d in DISTRICTS]), county_rise(data))
    index = drivers.Indices(rows)
    drivers.add(tables, rows)
    lines.add(tables, county.lines + local)
    financing = capital.financing(index.rates)
    money = CountyMoney(data, county, index, financing, tables)
    districts = district_money.build(data, money, local)
    capital.build(tables, money, data, index, districts)
    prevention.build(tables, data, money)
    futures.build(tables)
    controls.build(tables, data)
    report.check(tables)
    tables.write(TARGET)
    words = report.text(data, tables, county, money, districts, local) + \
        benefits.text(tables, index)
    print(words)
    report.into_readme(os.path.join(HERE, "README.md"), words)


if __name__ == "__main__":
    main()
