"""Shared words of the build: years, money, partners, tables, sources."""

import csv
import io
import os
from decimal import Decimal, ROUND_HALF_UP

YEARS = ["%d/%02d" % (y, (y + 1) % 100) for y in range(2027, 2035)]
BASE_YEAR = "2026/27"
PROVENANCE = ["source", "standing", "notes"]

# Columns of every table; provenance is added to all that bear figures.
COLUMNS = {
    "sources": "code name publisher published licence trust notes",
    "plan": "key value +",
    "partners": "code name kind voting notes",
    "drivers": "code name low high distribution persistence Y +",
    "lines": "code name group partner duty priority statutory_minimum tier "
             "return_line notes source standing",
    "costs": "line element kind base price_driver volume_driver +",
    "changes": "code line name kind basis delivery delivery_low delivery_high "
               "owner rag enabled Y +",
    "pots": "code name funder partner kind basis base driver opening "
            "minimum_balance unspent certainty probability pooled "
            "may_fund_revenue enabled Y +",
    "limits": "pot Y +",
    "council_tax": "pot tax_base band_d base_driver increase_driver "
                   "collection_rate +",
    "ringfences": "pot use_kind use_code share_cap +",
    "projects": "code name partner line priority borrowing revenue_funding "
                "asset_life mrp interest_driver operational enabled Y +",
    "programmes": "code name partner tier priority revenue_funding evidence "
                  "cost_correction benefit_correction enabled +",
    "programme_years": "programme measure Y +",
    "effects": "programme code name line partner outcome engaged retained "
               "success success_low success_high deadweight unit_value "
               "unit_cost price_driver cashable release_step lag ramp duration drop +",
    "spillovers": "from_line to_line rise lag duration evidence +",
    "debt": "measure Y +",
    "outcomes": "code name framework tag unit better baseline Y +",
    "scenarios": "code name parent description",
    "overrides": "scenario table code field year op value reason +",
    "policies": "code name",
    "policy_pots": "policy pot",
    "price_index": "year value +",
    "unit_costs": "code name category unit value prices bearer +",
    "control_totals": "code name source table field year total tolerance "
                      "notes",
}

# partner code, name, short name, kind, voting, ONS code
COUNCILS = [
    ("lcc", "Lancashire County Council", "County", "county", "E10000017"),
    ("bur", "Burnley Borough Council", "Burnley", "district", "E07000117"),
    ("cho", "Chorley Council", "Chorley", "district", "E07000118"),
    ("fyl", "Fylde Borough Council", "Fylde", "district", "E07000119"),
    ("hyn", "Hyndburn Borough Council", "Hyndburn", "district", "E07000120"),
    ("lan", "Lancaster City Council", "Lancaster", "district", "E07000121"),
    ("pen", "Pendle Borough Council", "Pendle", "district", "E07000122"),
    ("pre", "Preston City Council", "Preston", "district", "E07000123"),
    ("rib", "Ribble Valley Borough Council", "Ribble Valley", "district",
     "E07000124"),
    ("ros", "Rossendale Borough Council", "Rossendale", "district",
     "E07000125"),
    ("sri", "South Ribble Borough Council", "South Ribble", "district",
     "E07000126"),
    ("wla", "West Lancashire Borough Council", "West Lancashire", "district",
     "E07000127"),
    ("wyr", "Wyre Council", "Wyre", "district", "E07000128"),
]
DISTRICTS = COUNCILS[1:]
OTHERS = [
    ("icb", "NHS Lancashire and South Cumbria Integrated Care Board", "health"),
    ("police", "Lancashire Constabulary", "police"),
    ("fire", "Lancashire Fire and Rescue Service", "fire"),
    ("vcfs", "Voluntary, community and faith sector", "voluntary"),
    ("gov", "Central government", "government"),
    ("dwp", "Department for Work and Pensions", "government"),
    ("moj", "Ministry of Justice: courts, prisons, probation", "government"),
]

PENNY = Decimal("0.01")


def D(value):
    """A Decimal from anything that prints as a number."""
    return Decimal(str(value))


def penny(value):
    """Round to the penny, half away from zero, as a spreadsheet does."""
    return D(value).quantize(PENNY, rounding=ROUND_HALF_UP)


def thousand(value):
    """Round an assumed figure to whole thousands: no false precision."""
    return (D(value) / 1000).quantize(Decimal(1), ROUND_HALF_UP) * 1000


def text(value):
    """A cell's text: money and rates without exponent or trailing zeros."""
    if isinstance(value, (Decimal, float, int)):
        out = format(D(value), "f")
        if "." in out:
            out = out.rstrip("0").rstrip(".")
        return "0" if out in ("-0", "") else out
    return "" if value is None else str(value)


def mark(source, standing, notes):
    """The provenance of a row; a row without one cannot be written."""
    assert standing in ("published", "derived", "assumed"), standing
    return {"source": source, "standing": standing, "notes": notes}


class Tables:
    """All tables of the plan, in the order the rows were added."""

    def __init__(self):
        """Keep what is given; build what follows from it."""
        self.rows = {name: [] for name in COLUMNS}

    @staticmethod
    def columns(name):
        """Column names of a table with years and provenance in place."""
        out = []
        for word in COLUMNS[name].split():
            out += {"Y": YEARS, "+": PROVENANCE}.get(word, [word])
        return out

    def add(self, table, /, years=None, prov=None, **cells):
        """Add a row; `years` is a list of eight or a dictionary by year."""
        row = dict(cells)
        if isinstance(years, dict):
            row.update(years)
        elif years is not None:
            assert len(years) == len(YEARS), (table, cells)
            row.update(zip(YEARS, years))
        row.update(prov or {})
        known = self.columns(table)
        for key in row:
            assert key in known, (table, key)
        if "standing" in known:
            assert row.get("standing") and row.get("source"), (table, cells)
        self.rows[table].append(row)
        return row

    def write(self, folder):
        """Write one CSV a table; CRLF line ends as RFC 4180 has them."""
        os.makedirs(folder, exist_ok=True)
        for name in COLUMNS:
            out = io.StringIO()
            pen = csv.writer(out, lineterminator="\r\n")
            cols = self.columns(name)
            pen.writerow(cols)
            for row in self.rows[name]:
                pen.writerow([text(row.get(c)) for c in cols])
            path = os.path.join(folder, name + ".csv")
            with open(path, "w", encoding="utf-8", newline="") as handle:
                handle.write(out.getvalue())
