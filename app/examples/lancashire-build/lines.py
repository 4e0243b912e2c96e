"""Service lines and cost elements, from the outturn to the 2026/27 budget."""

from decimal import Decimal

from common import COUNCILS, D, DISTRICTS, mark, penny
from reader import net, outturn, parts_of
from drivers import HTST_PRICE

UPLIFT = Decimal("1.03")            # assumed yearly uplift of districts
SCHOOLS_UPLIFT = Decimal("1.025")   # assumed yearly uplift of education

# Shares of the schools grant by block: assumed, not in the data.
BLOCKS = [("schools", "Schools", Decimal("0.72"), "schools-price", ""),
          ("early-years", "Early years places", Decimal("0.11"),
           "schools-price", ""),
          ("high-needs", "High needs (special educational needs)",
           Decimal("0.17"), "schools-price", "send-demand")]


class Line:
    """One service line with its elements; amounts are 2026/27 pounds."""

    def __init__(self, partner, short, service, return_line, note,
                 standing="derived", source="ro-detail-2024-25", name=None):
        """Keep what is given; build what follows from it."""
        self.partner, self.service = partner, service
        self.code = partner + "-" + service.slug
        self.name = name or short + ": " + service.name
        self.return_line, self.note = return_line, note
        self.standing, self.source = standing, source
        self.elements = []
        self.directorate = None

    def add(self, element, kind, base, price, volume="", note=None,
            standing=None, source=None):
        """Add a cost element; a negative one changes sides and its name."""
        base = penny(base)
        if base == 0:
            return
        if base < 0:
            kind = "other" if kind == "income" else "income"
            element, base = element + "-credit", -base
        self.elements.append(dict(
            element=element, kind=kind, base=base, price_driver=price,
            volume_driver=volume, standing=standing or self.standing,
            source=source or self.source, notes=note or self.note))

    def net(self):
        """Net base: expenditure less income."""
        return sum((-e["base"] if e["kind"] == "income" else e["base"]
                    for e in self.elements), Decimal(0))

    def settle(self, target):
        """Put a rounding difference of pennies on the largest element."""
        big = max(self.elements, key=lambda e: e["base"])
        gap = target - self.net()
        big["base"] += -gap if big["kind"] == "income" else gap

    def need(self, t, index):
        """Priced and demanded net of year t, before any change."""
        total = Decimal(0)
        for e in self.elements:
            amount = e["base"] * index.at(e["price_driver"], t) * \
                index.at(e["volume_driver"], t)
            total += -amount if e["kind"] == "income" else amount
        return total


def fill(line, parts, factor, note):
    """Give a line the four parts of the return, times a factor."""
    s = line.service
    line.add("pay", "pay", parts[0] * factor, "pay", "", note)
    line.add("running", s.kind, parts[1] * factor, s.price, s.volume, note)
    demand = s.volume if s.group == "adult-social-care" else ""
    line.add("fees", "income", parts[2] * factor, "fees", demand, note)
    line.add("other-income", "income", parts[3] * factor, "fees", "", note)


def describe(form, name, parts, balance):
    """Where a line's figures stand in the data, in one sentence."""
    what = "heading less its itemised lines (balancing line)" if balance else \
        "line"
    return "Outturn 2024-25, form %s, %s '%s', net %sk." % (
        form, what, name.strip(), format(net(parts) / 1000, ",.2f"))


def small_group(partner, service):
    """District mites of county services must not sit in county ring-fences."""
    if partner != "lcc" and service.group in (
            "adult-social-care", "childrens-social-care", "public-health"):
        return service._replace(group="community-wellbeing", priority="3",
                                minimum="80", tier="primary",
                                price="contracts", volume="")
    return service


def district_factor(data, code, ons):
    """Factor from outturn to 2026/27, and the sentence that explains it."""
    if code != "bur":
        return UPLIFT ** 2, ("Times 1.0609: an assumed 3.0% a year for two "
                             "years.")
    budget = D(data.burnley["net_revenue_budget"]["2025/26"]) + \
        D(data.burnley["fund:parish_precepts"]["2025/26"])
    total = data.detail[(ons, "RSX", "Total Service Expenditure")]
    factor = budget * UPLIFT / total["net_current_expenditure"]
    return factor, (
        "Times %.6f: so that all lines reach Burnley's 2025/26 budget of "
        "18,720,662 less parish precepts of 200,800, plus an assumed 3.0%% "
        "for 2026/27." % factor)


def districts(data):
    """Lines of the twelve districts."""
    lines = []
    for code, _, short, _, ons in DISTRICTS:
        factor, why = district_factor(data, code, ons)
        for form, name, service, parts, balance in outturn(data, ons):
            service = small_group(code, service)
            note = describe(form, name, parts, balance) + " " + why
            if name.endswith("- Heritage"):
                note += (" The source repeats one row under heritage, museums "
                         "and theatres; counted once.")
            line = Line(code, short, service, form + ": " + name, note)
            fill(line, parts, factor, note)
            if line.elements:
                lines.append(line)
    return lines


# Directorate of each county heading: the data does not publish a mapping.
DIRECTORATES = {
    "Highways and transport services": "place",
    "Cultural and related services": "place",
    "Environmental and regulatory services": "place",
    "Planning and development services": "place",
    "Adult Social Care": "adults_health_wellbeing",
    "Children Social Care": "education_childrens",
    "Public Health": "public-health-grant",
}
CORPORATE = ("Corporate and Democratic Core", "Retirement benefits")


def heading_of(name, form, balance):
    """The RSX heading a county line belongs to."""
    from services import HEADINGS
    if form == "RSX":
        return name
    return next(h for h, names in HEADINGS.items() if name in names)


def new_service(template, **changes):
    """A service of the plan's own, like one of the return's."""
    return template._replace(**changes)


class County:
    """The county's lines, scaled by directorate to the published budget."""

    def __init__(self, data, financing):
        """Keep what is given; build what follows from it."""
        self.data, self.financing = data, financing
        self.ons = COUNCILS[0][4]
        self.budget = {k: D(r["2026/27"]) * 1000
                       for k, r in data.county.items() if r["2026/27"]}
        self.grant = {k[1]: v for k, v in data.county_detail.items()
                      if k[0] == "consolidated_grant"}
        self.lines, self.bases = [], {}
        self.rows = outturn(data, self.ons)
        self.services = {r[1]: r[2] for r in self.rows}
        self._transport()
        self._from_return()
        self._grant_lines()
        self._education()
        self._centre()
        self._settle()

    def _factors(self):
        """Scale of each directorate from outturn to published budget."""
        sums = {}
        for form, name, _, parts, bal in self.rows:
            where = DIRECTORATES.get(heading_of(name, form, bal))
            sums[where] = sums.get(where, 0) + net(parts)
        adults = self.budget["adults_health_wellbeing"] / \
            sums["adults_health_wellbeing"]
        return {
            "adults_health_wellbeing": adults,
            "education_childrens": adults,
            "public-health-grant": self.grant["public_health_grant"] /
            sums["public-health-grant"],
            "place": (self.budget["place"] - self.transport) / sums["place"],
            None: Decimal(1),
        }

    def _transport(self):
        """Home to school transport: base from its published pressures."""
        g = self.data.county_detail
        before = g[("inflation", "home_to_school_transport")] / HTST_PRICE * 100
        self.transport = before + \
            g[("inflation", "home_to_school_transport")] + \
            g[("demand", "home_to_school_transport")]
        self.transport_before = before

    def _from_return(self):
        """Lines that stand in the return."""
        factors = self._factors()
        for form, name, service, parts, balance in self.rows:
            where = DIRECTORATES.get(heading_of(name, form, balance))
            factor = factors[where]
            note = describe(form, name, parts, balance) + " " + \
                self._why(where, factor)
            line = Line("lcc", "County", service, form + ": " + name, note)
            line.directorate = where or ("corporate" if name in CORPORATE
                                         else "resources")
            if name == "Children Social Care":
                self._children(line, service, parts, factor, note)
            else:
                fill(line, parts, factor, note)
            self.lines.append(line)
            base = {"Adult Social Care": "asc", "Children Social Care": "csc",
                    "Waste disposal": "waste",
                    "Highways and transport services": "highways"}.get(name)
            if base:
                self.bases[base] = parts[1] * factor

    @staticmethod
    def _why(where, factor):
        """Sentence on the scaling of a directorate."""
        if where is None:
            return "Not scaled: brought to the budget by a balancing line."
        what = {"place": "place directorate less home to school transport",
                "adults_health_wellbeing": "adults directorate",
                "education_childrens": "adults directorate (used for "
                "children's too: the split of education and children's is "
                "not published)",
                "public-health-grant": "public health grant"}[where]
        return ("Times %.6f: outturn brought to the published 2026/27 figure "
                "of the %s; below 1 where the return adds support-service "
                "recharges." % (factor, what))

    def _children(self, line, service, parts, factor, note):
        """Children's social care, less family help that has its own grant."""
        share = self.grant["children_families_youth_grant"] / \
            (net(parts) * factor)
        helped = Line(
            "lcc", "County", new_service(
                service, slug="family-help", name="Family help and youth",
                group="family-help", tier="secondary", priority="2",
                minimum="80", price="contracts", volume=""),
            "RSX: Children Social Care", note + " Split off to the amount of "
            "the published Children, Families and Youth Grant (22.404m); the "
            "split is the plan's own.", "derived")
        helped.directorate = "grants"
        fill(helped, parts, factor * share, helped.note)
        helped.settle(self.grant["children_families_youth_grant"])
        self.lines.append(helped)
        fill(line, parts, factor * (1 - share),
             note + " Less the part split off as family help.")

    def _grant_lines(self):
        """Lines that stand for a published consolidated grant."""
        base = self.services["Public Health"]
        rows = [("crisis-resilience", "Crisis and resilience support",
                 "crisis_and_resilience_fund", "transfers", D("0.9"),
                 "Assumed 90% committed of the published Crisis and "
                 "Resilience Fund (17.239m)."),
                ("domestic-abuse", "Domestic abuse and homelessness support",
                 "homelessness_domestic_abuse_grant", "contracts", D(1),
                 "Base equals the published Homelessness and Domestic Abuse "
                 "Grant (3.343m).")]
        for slug, name, grant, kind, share, note in rows:
            line = Line("lcc", "County", new_service(
                base, slug=slug, name=name, group=slug, kind=kind,
                minimum="80", tier="secondary"), "", note,
                "assumed" if share != 1 else "derived", "lcc-2026-27-detail")
            line.directorate = "grants"
            line.add("running", kind, self.grant[grant] * share, "contracts")
            self.lines.append(line)

    def _education(self):
        """Schools grant, county-funded education, home to school transport.

        Education stands in the return gross of the schools grant; the grant
        is what the county's own budget does not fund.
        """
        children = next(l for l in self.lines
                        if l.code == "lcc-childrens-social-care")
        own = self.budget["education_childrens"] - children.net()
        total = net(parts_of(self.data.detail[(self.ons, "RSX",
                                               "Education services")]))
        self.education_outturn, self.education_own = total, own
        self.dsg = penny((total - self.transport_before) *
                         SCHOOLS_UPLIFT ** 2 - own)
        template = self.services["Public Health"]
        self._schools(template)
        self._own_education(template, own)

    def _schools(self, template):
        """One line a block of the schools grant."""
        parts = parts_of(self.data.detail[(self.ons, "RSX",
                                           "Education services")])
        pay = parts[0] / (parts[0] + parts[1])
        left = self.dsg
        for n, (slug, name, share, price, volume) in enumerate(BLOCKS):
            amount = left if n == len(BLOCKS) - 1 else penny(self.dsg * share)
            left -= amount
            note = ("Schools grant %s (derived: education net outturn 2024-25 "
                    "of 1,266,580k less assumed school transport of 62.5m, "
                    "times 1.025 a year for two years, less county-funded "
                    "education) times an assumed share of %s%%." % (
                        format(self.dsg, ",.2f"), format(share * 100, "f")))
            line = Line("lcc", "County", new_service(
                template, slug=slug, name=name, group=slug, minimum="90",
                priority="2", tier="primary", kind="transfers", price=price,
                volume=volume), "RSX: Education services", note, "assumed")
            line.directorate = "dsg"
            line.add("pay", "pay", penny(amount * pay), price, volume)
            line.add("running", "transfers", amount - penny(amount * pay),
                     price, volume)
            self.lines.append(line)

    def _own_education(self, template, own):
        """Education the county itself pays for, and pupil transport."""
        line = Line("lcc", "County", new_service(
            template, slug="education-services", name="Education services "
            "(council-funded)", group="education", minimum="80",
            priority="2", kind="supplies"), "RSX: Education services",
            "Published 2026/27 education and children's directorate of "
            "265.726m less children's social care as scaled.")
        line.directorate = "education_childrens"
        line.add("pay", "pay", own * D("0.65"), "pay")
        line.add("running", "supplies", own - penny(own * D("0.65")),
                 "contracts")
        self.lines.append(line)
        line = Line("lcc", "County", new_service(
            template, slug="school-transport", name="Home to school transport",
            group="school-transport", minimum="90", priority="2",
            kind="transport", price="htst-price", volume="htst-demand"),
            "RSX: Education services",
            "Base before 2026/27 of 62.5m (published inflation of 2.5m at an "
            "assumed 4%) plus the published inflation of 2.5m and demand of "
            "17.729m. The return has it inside education; in the budget it "
            "is taken to be in the place directorate.", "assumed",
            "lcc-2026-27-detail")
        line.directorate = "place"
        line.add("running", "transport", self.transport, "htst-price",
                 "htst-demand")
        self.lines.append(line)

    def _centre(self):
        """Balancing lines of resources, chief executive and corporate."""
        template = self.services["MANAGEMENT AND SUPPORT SERVICES"]
        rows = [("resources-balance", "Resources: support services recharged "
                 "in the return (balance to the budget)", "resources",
                 D("0.72"), "91.793m", "", "3"),
                ("chief-executive", "Chief executive's office",
                 "chief_executive", D("0.8"), "1.297m", "", "3"),
                ("corporate-provisions", "Corporate provisions and "
                 "contingencies (balance to the budget)", "corporate",
                 D("0.3"), "150.097m", " and the opening debt's interest and "
                 "repayment of %s" % format(self.financing, ",.0f"), "3")]
        for slug, name, key, pay, shown, extra, prio in rows:
            have = sum((l.net() for l in self.lines if l.directorate == key),
                       Decimal(0))
            amount = self.budget[key] - have
            if key == "corporate":
                amount -= self.financing
            line = Line("lcc", "County", new_service(
                template, slug=slug, name=name, group="corporate",
                priority=prio), "", "Published 2026/27 %s budget of %s less "
                "the lines already placed in it (%s)%s; the split of pay and "
                "supplies is assumed." % (key.replace("_", " "), shown,
                                          format(have, ",.2f"), extra),
                "derived", "lcc-2026-27")
            line.directorate = key
            line.add("pay", "pay", penny(amount * pay), "pay")
            line.add("running", "supplies", amount - penny(amount * pay),
                     "contracts")
            self.lines.append(line)

    def _settle(self):
        """Take the last pennies out of each directorate."""
        for key in ("adults_health_wellbeing", "education_childrens", "place"):
            group = [l for l in self.lines if l.directorate == key]
            big = max((l for l in group if l.code != "lcc-school-transport"),
                      key=lambda l: l.net())
            rest = sum((l.net() for l in group if l is not big), Decimal(0))
            big.settle(self.budget[key] - rest)
        health = next(l for l in self.lines if l.code == "lcc-public-health")
        health.settle(self.grant["public_health_grant"])


def add(tables, lines):
    """Write the lines and their cost elements into the plan."""
    for l in lines:
        s = l.service
        note = l.note
        if l.net() < 0:
            note += (" Income exceeds cost: the need is zero, and the surplus "
                     "stands as a pot of the council.")
        tables.add("lines", code=l.code, name=l.name, group=s.group,
                   partner=l.partner, duty=s.duty, priority=s.priority,
                   statutory_minimum=s.minimum, tier=s.tier,
                   return_line=l.return_line, notes=note, source=l.source,
                   standing=l.standing)
        for e in l.elements:
            tables.add("costs", None, mark(e["source"], e["standing"],
                                           e["notes"]),
                       line=l.code, element=e["element"], kind=e["kind"],
                       base=e["base"], price_driver=e["price_driver"],
                       volume_driver=e["volume_driver"])
