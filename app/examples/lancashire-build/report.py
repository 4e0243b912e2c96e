"""Checks of the finished plan, and the reconciliation that the README shows."""

import os
import re
from decimal import Decimal

from common import D, YEARS, penny
from reader import check_outturn

BEGIN, END = "<!-- reconciliation: begin -->", "<!-- reconciliation: end -->"
CODE = re.compile(r"^[A-Za-z0-9_.-]{1,32}$")


def check(tables):
    """Stop on what would make the plan invalid: codes, links, signs."""
    rows = tables.rows
    codes = {}
    for name in ("sources", "partners", "drivers", "lines", "changes", "pots",
                 "projects", "programmes", "outcomes", "scenarios",
                 "policies", "unit_costs", "control_totals"):
        found = [r["code"] for r in rows[name]]
        assert len(found) == len(set(found)), name
        for code in found:
            assert CODE.match(code), (name, code)
        codes[name] = set(found)
    _links(rows, codes)
    _fences(rows, codes)
    for r in rows["pots"]:
        for key in YEARS + ["base", "opening", "minimum_balance"]:
            assert D(r.get(key) or 0) >= 0, (r["code"], key)
    for name, rs in rows.items():
        for r in rs:
            if "source" in r:
                assert r["source"] in codes["sources"], r
    for r in rows["costs"]:
        assert D(r["base"]) > 0, r
    roots = [r for r in rows["scenarios"] if not r["parent"]]
    assert len(roots) == 1


def _links(rows, codes):
    """Every code that a row names exists."""
    named = [("lines", "partner", "partners"), ("costs", "line", "lines"),
             ("costs", "price_driver", "drivers"),
             ("costs", "volume_driver", "drivers"),
             ("changes", "line", "lines"), ("pots", "partner", "partners"),
             ("pots", "funder", "partners"), ("pots", "driver", "drivers"),
             ("limits", "pot", "pots"), ("council_tax", "pot", "pots"),
             ("ringfences", "pot", "pots"), ("projects", "line", "lines"),
             ("projects", "partner", "partners"),
             ("programmes", "partner", "partners"),
             ("effects", "programme", "programmes"),
             ("effects", "line", "lines"), ("effects", "partner", "partners"),
             ("effects", "outcome", "outcomes"),
             ("effects", "price_driver", "drivers"),
             ("spillovers", "from_line", "lines"),
             ("spillovers", "to_line", "lines"),
             ("control_totals", "source", "sources"),
             ("overrides", "scenario", "scenarios"),
             ("policy_pots", "pot", "pots"),
             ("policy_pots", "policy", "policies")]
    for table, column, target in named:
        for r in rows[table]:
            value = r.get(column)
            assert not value or value in codes[target], (table, column, value)
    for r in rows["pots"]:
        if r["unspent"].startswith("to:"):
            assert r["unspent"][3:] in codes["pots"], r["code"]


def _fences(rows, codes):
    """Ring-fences name uses that exist; no two rows are the same."""
    groups = {r["group"] for r in rows["lines"]}
    target = {"line": codes["lines"], "group": groups,
              "project": codes["projects"], "programme": codes["programmes"],
              "partner": codes["partners"]}
    seen = set()
    for r in rows["ringfences"]:
        assert r["use_code"] in target[r["use_kind"]], r
        key = (r["pot"], r["use_kind"], r["use_code"])
        assert key not in seen, key
        seen.add(key)


def m(value):
    """Pounds as millions with three decimals."""
    return format(D(value) / 1000000, ",.3f")


def text(data, tables, county, money, districts, local):
    """The reconciliation as Markdown."""
    out = ["Written by `build.py`; figures in GBP million unless stated.", ""]
    out += _outturn(data)
    out += _directorates(money)
    out += _funding(money)
    out += _grants(county)
    out += _districts(districts)
    out += ["### Rows", ""]
    out.append(", ".join("%s %d" % (k, len(v))
                         for k, v in tables.rows.items()) + ".")
    kinds = {}
    for rs in tables.rows.values():
        for r in rs:
            if r.get("standing"):
                kinds[r["standing"]] = kinds.get(r["standing"], 0) + 1
    out += ["", "Standing of all figure rows: " + ", ".join(
        "%s %d" % (k, kinds[k]) for k in sorted(kinds)) + "."]
    return "\n".join(out)


def _outturn(data):
    """Outturn 2024-25: detail against total service expenditure."""
    out = ["### Outturn 2024-25: lines against total service expenditure", "",
           "| council | lines | of them balancing | sum of lines | return's "
           "total | difference | balancing lines (absolute) |",
           "|---|--:|--:|--:|--:|--:|--:|"]
    for short, count, balances, found, total, size in check_outturn(data):
        out.append("| %s | %d | %d | %s | %s | %s | %s |" % (
            short, count, balances, m(found), m(total), m(found - total),
            m(size)))
    return out + [""]


def _directorates(money):
    """County net budget by directorate: plan against published."""
    out = ["### County net budget by directorate: plan / published", "",
           "| directorate | 2026/27 | 2027/28 | 2028/29 |", "|---|--:|--:|--:|"]
    from county import CARRIERS
    sums = {}
    for key in CARRIERS:
        cells = []
        for t in (0, 1, 2):
            year = ["2026/27", "2027/28", "2028/29"][t]
            want = D(money.data.county[key][year]) * 1000
            have = money.directorate(key, t) if t else sum(
                (l.net() for l in money.county.lines if l.directorate == key),
                Decimal(0)) + (money.county.financing
                               if key == "corporate" else 0)
            sums[t] = sums.get(t, 0) + have
            cells.append("%s / %s (%s)" % (m(have), m(want),
                                           format(penny(have - want), ",.2f")))
        out.append("| %s | %s |" % (key.replace("_", " "), " | ".join(cells)))
    total = ["%s / %s" % (m(sums[t]), m(D(
        money.data.county["net_budget"][y]) * 1000)) for t, y in
        enumerate(["2026/27", "2027/28", "2028/29"])]
    out.append("| net budget | %s |" % " | ".join(total))
    return out + ["", "Differences in brackets are pounds. Corporate contains "
                  "the financing of the opening debt and the borrowing "
                  "projects. Lines whose income exceeds cost count with "
                  "their negative net; in the plan their need is zero and "
                  "the surplus is the pot `lcc-trading`.", ""]


def _funding(money):
    """County general funding: plan against published totals, and the gap."""
    out = ["### County general funding: plan / published, and the gap", "",
           "| year | plan | published | net budget of the plan | gap |",
           "|---|--:|--:|--:|--:|"]
    from county import CARRIERS
    for t, year in enumerate(YEARS, 1):
        have = sum(D(v[t - 1]) for v in money.money.values())
        want = money.published("funding_total", t) if t < 3 else None
        need = sum(money.directorate(k, t) for k in CARRIERS)
        out.append("| %s | %s | %s | %s | %s |" % (
            year, m(have), m(want) if want else "-", m(need), m(need - have)))
    return out + ["", "Before reserves, specific grants and prevention.", ""]


def _grants(county):
    """Specific grants against the lines they are given for."""
    out = ["### Specific grants of the county, 2026/27", ""]
    out.append("Consolidated grants %s (published total 138.351); public "
               "health line %s, family help %s, crisis and resilience %s "
               "(90%% of its grant), domestic abuse %s." % ((m(sum(
                   v for k, v in county.grant.items() if k != "total")),) +
                   tuple(m(next(l.net() for l in county.lines
                                if l.code == c)) for c in (
                       "lcc-public-health", "lcc-family-help",
                       "lcc-crisis-resilience", "lcc-domestic-abuse"))))
    out.append("Schools grant (derived) %s; education outturn 2024-25 %s; "
               "county-funded education %s; school transport %s." % (
                   m(county.dsg), m(county.education_outturn),
                   m(county.education_own), m(county.transport)))
    return out + [""]


def _districts(districts):
    """District money of the base year."""
    out = ["### Districts, 2026/27", "",
           "| council | need | pots before balance | balancing pot | surplus "
           "over need |", "|---|--:|--:|--:|--:|"]
    for d in districts:
        out.append("| %s | %s | %s | %s | %s |" % (
            d.short, m(d.need), m(d.received), m(max(d.gap, Decimal(0))),
            m(max(-d.gap, Decimal(0)))))
    return out + [""]


def into_readme(path, words):
    """Put the reconciliation between the README's markers."""
    if not os.path.exists(path):
        return
    with open(path, encoding="utf-8") as f:
        body = f.read()
    head, rest = body.split(BEGIN)
    tail = rest.split(END)[1]
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.write(head + BEGIN + "\n" + words + "\n" + END + tail)
