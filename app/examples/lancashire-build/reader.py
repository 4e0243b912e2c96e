"""Reads the published figures and reconciles the return's detail.

Nothing here judges: it finds, per council, the most detailed rows that do not
count a pound twice, and states what is missing from each heading.
"""

import csv
import os
from decimal import Decimal

from common import COUNCILS, D
from services import BALANCES, HEADINGS, SERVICES, WHOLE

PARTS = ["employees", "running_expenses", "sales_fees_charges", "other_income"]


def read(folder, name):
    """Rows of a data file as dictionaries, without its '#' lines."""
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(l for l in f if not l.startswith("#")))


class Data:
    """Every published figure that the build uses, by name."""

    def __init__(self, folder):
        """Keep what is given; build what follows from it."""
        self.detail = self._detail(folder)
        self.summary = self._summary(folder)
        self.band_d = {(r["ons_code"], r["year"]): D(r["band_d"])
                       for r in read(folder, "lancashire_band_d_1993-2026.csv")
                       if r["series"] == "band_d_by_year"}
        self.county = {r["row"]: r for r in
                       read(folder, "lancashire_2026-27.csv")}
        self.county_detail = {
            (r["kind"], r["item"]): D(r["gbp"]) for r in
            read(folder, "lancashire_2026-27_detail.csv")}
        self.burnley = {r["row"]: r for r in
                        read(folder, "burnley_2020-26.csv")}
        self.burnley_capital = {
            (r["book"], r["kind"], r["item"]): D(r["gbp"]) for r in
            read(folder, "burnley_capital.csv")}
        self.people = {r["code"]: r for r in
                       read(folder, "la_population_mye_2010_2024.csv")}
        self.deflator = {int(r["year"]): D(r["value"]) for r in
                         read(folder, "gdp_deflator_calendar_2024base.csv")}
        self.unit_costs = {r["Cost code"].replace("&", ""): r for r in
                           read(folder, "gmca_unit_cost_database_v1.4.csv")}

    @staticmethod
    def _detail(folder):
        """Return lines by (ONS code, form, line): parts in pounds."""
        out = {}
        for r in read(folder, "lancashire_ro_detail_2024-25.csv"):
            key = (r["ons_code"], r["form"], r["service_line"])
            out.setdefault(key, {})[r["measure"]] = D(r["gbp_k"]) * 1000
        return out

    @staticmethod
    def _summary(folder):
        """Summary lines of 2024-25 by (ONS code, section, line), pounds."""
        return {(r["ons_code"], r["section"], r["line"]): D(r["gbp_k"]) * 1000
                for r in read(folder, "lancashire_ro_summary_2021-25.csv")
                if r["year"] == "2024-25"}


def parts_of(row):
    """The four parts of a return line: pay, running costs, fees, other."""
    return [row[p] for p in PARTS]


def net(parts):
    """Net current expenditure of the four parts."""
    return parts[0] + parts[1] - parts[2] - parts[3]


def less(a, b):
    """Parts of a less parts of b."""
    return [x - y for x, y in zip(a, b)]


def form_of(data, ons, line):
    """The form a detail line stands on, or None where it is not returned."""
    for form in ("RO4", "RO5", "RO6"):
        if (ons, form, line) in data.detail:
            return form
    return None


def itemised(data, ons, heading):
    """Detail rows of one heading: (form, return line, service, parts).

    Homelessness is returned as a total that contains bed and breakfast, so
    the total is reduced by it; zero rows are dropped.
    """
    rows = []
    for line in HEADINGS[heading]:
        form = form_of(data, ons, line)
        if form is None:
            continue
        parts = parts_of(data.detail[(ons, form, line)])
        if line == "TOTAL HOMELESSNESS SERVICES":
            hotels = data.detail[(ons, form, "Bed and breakfast hotels")]
            parts = less(parts, parts_of(hotels))
        if any(parts):
            rows.append((form, line, SERVICES[line], parts))
    return rows


def outturn(data, ons):
    """All 2024-25 lines of a council, balancing lines included.

    Returns rows (form, return line, service, parts, is balance); their net
    sums to the return's total service expenditure, which is asserted.
    """
    rows = []
    for heading in WHOLE + list(HEADINGS):
        total = parts_of(data.detail[(ons, "RSX", heading)])
        if heading in WHOLE:
            if any(total):
                rows.append(("RSX", heading, SERVICES[heading], total, False))
            continue
        left = total
        for form, line, service, parts in itemised(data, ons, heading):
            rows.append((form, line, service, parts, False))
            left = less(left, parts)
        if any(left):
            rows.append(("RSX", heading, BALANCES[heading], left, True))
    return rows


def check_outturn(data):
    """Reconcile every council to its total; returns rows for the report."""
    report = []
    for code, _, short, _, ons in COUNCILS:
        rows = outturn(data, ons)
        parts = data.detail[(ons, "RSX", "Total Service Expenditure")]
        found = sum((net(r[3]) for r in rows), Decimal(0))
        education = net(parts_of(data.detail[(ons, "RSX",
                                              "Education services")]))
        total = parts["net_current_expenditure"]
        balance = sum((abs(net(r[3])) for r in rows if r[4]), Decimal(0))
        report.append((short, len(rows), sum(1 for r in rows if r[4]),
                       found + education, total, balance))
    return report
