"""Control totals: what the published sources add up to.

Each total is taken from the data by another way than the rows it controls:
a printed total, the sum of a whole file, or a year total of the book.
"""

from common import COUNCILS, D, YEARS

LEVEL = "Estimated %s financial reserves level at 31 March"


def build(tables, data):
    """Write the totals that the plan's rows must come to."""
    def add(code, name, source, table, field, total, slack, notes, year=""):
        tables.add("control_totals", code=code, name=name, source=source,
                   table=table, field=field, year=year, total=total,
                   tolerance=slack, notes=notes)

    detail = data.county_detail
    add("consolidated-grants", "County: the four consolidated grants",
        "lcc-2026-27-detail", "pots", "base",
        detail[("consolidated_grant", "total")], 1000,
        "Printed total 138,351,000; the four grants come to 1,000 less.")
    funds = sum(D(data.county[k]["2026/27"]) * 1000
                for k in ("fund_ibcf", "fund_epr"))
    add("county-grants", "County: Better Care Fund and packaging payments",
        "lcc-2026-27", "pots", "base", funds, 0,
        "Lines fund_ibcf and fund_epr of the funding list; the other general "
        "pots are given by year.")
    precept = detail[("precept_by_district", "total")]
    add("county-tax-base", "County: tax base", "lcc-2026-27", "council_tax",
        "tax_base", D("397989.95"), 0,
        "Rule R3 of the file: times 1,801.75 it is 717,078,392.41.")
    add("county-band-d", "County: Band D", "lcc-2026-27", "council_tax",
        "band_d", D("1801.75"), 0, "Rule R3 of the file.")
    add("district-tax-base", "Districts: tax bases", "band-d", "council_tax",
        "tax_base", (precept / D("1801.75")).quantize(D("0.01")), "0.1",
        "Printed total of the precepts (717,078,393) divided by the county's "
        "Band D; each district's base is rounded to two decimals.")
    held = sum(data.summary[(c[4], "reserves", LEVEL % kind)]
               for c in COUNCILS for kind in ("unallocated",
                                              "other earmarked"))
    add("reserves", "Reserves of the thirteen councils", "ro-summary", "pots",
        "opening", held, 0, "Unallocated and other earmarked reserves at 31 "
        "March 2025, added over the councils of the file.")
    for year in YEARS[:3]:
        add("burnley-capital-" + year[:4], "Burnley: capital programme " +
            year, "burnley-capital", "projects", "value",
            data.burnley_capital[("2025/26", "year", year)], "0.05",
            "Year total of the book of 2025/26; each category is rounded to "
            "the penny.", year)
