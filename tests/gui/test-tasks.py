#!/usr/bin/python3
# test-tasks.py: what people come to do, by keyboard alone, and how many key presses it takes.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: test-tasks.py WINDOW CLI LOOK-INSIDE EXAMPLES

Every result is read as a screen reader reads it; where the plan was changed it
is saved and read again by the command line. What is typed or pasted does not
count as key presses, a chord counts as one.
"""
import os
import re
import shutil
import sys

import tap
from tap import require

tap.skip_unless_possible()

from desk import Desk, wait_for  # noqa: E402
from plans import choose_file, find_amounts, go_to, open_example, open_page  # noqa: E402
from plans import read_gap, read_table, save, save_as  # noqa: E402

FEW = 40
MORE = 60  # where a plan is made or a meeting is led

# Copied from a spreadsheet: service lines with their base budgets.
BLOCK = (
    "Code\tService\tDirectorate\tNet budget £000\r\n"
    "A1\tAdult social care\tPeople\t120,500\r\n"
    "C1\tChildren's homes\tPeople\t48,250\r\n"
    "H1\tHighways maintenance\tPlace\t31,400\r\n"
    "P7\tParks and gardens\tPlace\t1,250.5\r\n"
    "L1\tLibraries\tPlace\t6,300\r\n")

QUESTIONS = (
    "Where are we?", "What changes over the plan?", "Where do we fall short?", "What would one pot change?",
    "What does prevention buy?", "What could go wrong?", "What are we asked to decide?")
TABS_MOST = 15
ROWS_MOST = 25


def count(desk, most):
    require(desk.n_keys <= most, f"it took {desk.n_keys} key presses, more than {most}")
    return f"{desk.n_keys} key presses of at most {most}"


def choose_pot(desk, words, amount):
    """Finds a usual pot by its name and writes its amount; the search has the keyboard before and after."""
    desk.type(words)
    desk.keys("Return")
    desk.focus_is("list item")
    desk.keys("Return")
    desk.focus_is("grid cell")
    desk.type(amount)
    desk.keys("Return", "ctrl+f")
    desk.focus_is("search box", "Find in the list")
    desk.keys("ctrl+a")


def make_plan(programs, examples):
    """New plan, step by step; the lines come from the clipboard."""
    with Desk(programs) as desk:
        desk.start()
        desk.copy(BLOCK)
        desk.keys("ctrl+shift+n")
        desk.focus("New Plan")
        desk.find("label", "Which place, and which years?")
        desk.focus_is("text box", lambda text: text.startswith("Name of the place"))
        desk.type("Smallshire")
        desk.keys("Return")
        desk.find("label", "Who is at the table?")
        desk.find("list item", "County council, ticked")
        desk.keys("alt+Right")
        desk.find("label", "What services does the money run?")
        desk.keys("ctrl+shift+v")
        desk.find_text("5 lines read")
        desk.keys("alt+Right")
        desk.find("label", "Where does the money come from?")
        desk.focus_is("search box", "Find in the list")
        choose_pot(desk, "council tax", "150m")
        choose_pot(desk, "general reserve", "12m")
        desk.keys("alt+Right")
        desk.find("label", "What is assumed about the years ahead?")
        desk.keys("alt+Right")
        desk.find("label", "This will be made")
        require("£207.7m" in desk.look().texts(), "the summary does not show the base budget of what was pasted")
        desk.keys("Return")
        desk.focus("Smallshire")
        gap = read_gap(desk)
        plan = save_as(desk, "made")

        costs = [row for row in read_table(desk, plan, "uses") if row["measure"] == "need"]
        lines = {row["use_code"] for row in costs if row["use_kind"] == "line"}
        require(len(lines) == 5, f"five lines were pasted, the saved plan has {sorted(lines)}")
        worst = max(float(row["value"]) for row in read_table(desk, plan, "summary") if row["measure"] == "shortfall")
        require(gap in find_amounts(worst), f"the window says {gap}, the saved plan has {worst}")
        return count(desk, MORE)


def raise_pay(programs, examples):
    with Desk(programs) as desk:
        plan = open_example(desk, examples, "lancashire")
        before = read_gap(desk)
        go_to(desk, "new scen", "New scenario, Action")
        desk.focus_is("grid cell", "New scenario")
        desk.type("Pay a point up")
        desk.keys("Return")
        desk.find("window", lambda title: "Pay a point up" in title)
        go_to(desk, "pay award 2027/28", "Pay award, Assumption")
        desk.focus_is("grid cell", "Pay award, 2027/28, 3%, inherited")
        desk.keys(*["shift+Right"] * 7)
        desk.focus_is("grid cell", lambda text: "selected 1 by 8" in text)
        desk.type("+1")
        desk.keys("ctrl+Return")
        desk.focus_is("grid cell", lambda text: re.match(r"Pay award, 20../.., [\d.]+%, overridden", text))
        after = wait_for("a new gap", lambda: read_gap(desk) != before and read_gap(desk))
        presses = count(desk, FEW)

        save(desk)
        worst = {scenario: max(float(row["value"])
                               for row in read_table(desk, plan, "summary", "--scenario", scenario)
                               if row["measure"] == "shortfall") for scenario in ("base", "scenario", "pay-1pc")}
        require(before in find_amounts(worst["base"]), f"the gap was {before}, the plan has {worst}")
        require(after in find_amounts(worst["scenario"]), f"the gap is {after}, the plan has {worst}")
        require(worst["scenario"] == worst["pay-1pc"], f"the example's own scenario says otherwise: {worst}")
        return f"from {before} to {after}, {presses}"


def ask_why(programs, examples):
    """From the plan to the pots that ran dry and the rules that bar the others, for one line in one year."""
    with Desk(programs) as desk:
        plan = open_example(desk, examples, "lancashire")
        go_to(desk, "shortfall", "Shortfall, Page")
        desk.focus_is("image", lambda text: text.startswith("Shortfall is largest"))
        desk.keys("Down")
        mark = desk.focus_is("label", lambda text: ", 2027/28, shortfall" in text)
        desk.keys("Right", "Right", "Right")
        mark = desk.focus_is("label", lambda text: ", 2030/31, shortfall" in text)
        name = mark.name.partition(", 2030/31")[0]
        desk.keys("Return")
        for heading in ("Pots that ran dry", "Money that may not be used for it"):
            desk.find("label", heading)
        presses = count(desk, FEW)

        texts = desk.find("widget", "Explanation").texts()
        dry = texts[texts.index("Pots that ran dry"):texts.index("Money that may not be used for it")]
        barred = texts[texts.index("Money that may not be used for it"):]
        require("Nothing left" in dry, f"no pot is said to have run dry: {dry}")
        require(any(re.search(r"Ring-fenced for .+\.", text) for text in barred), f"no rule is named: {barred[:8]}")
        require(any(text.endswith(" left") for text in barred), f"what is left is not said: {barred[:8]}")
        short = {row["use_code"]: row["value"] for row in read_table(desk, plan, "uses")
                 if row["measure"] == "shortfall" and row["year"] == "2030/31" and float(row["value"]) > 0}
        shown = [text for text in texts if text.startswith("£") and text.replace("£", "").replace(",", "") in
                 short.values()]
        require(shown, f"{name}: the shortfall shown is none of the plan's")
        return f"{name}: {shown[0]} short in 2030/31, {presses}"


def read_shortfalls(desk):
    """Goes down the first year of the table, as somebody does who hears one cell at a time; None until all are there."""
    for _ in range(TABS_MOST):
        cell = desk.focused()
        if cell is not None and re.search(r", (20../..|Scenario|Figure)", cell.name):
            break
        desk.keys("Tab")
    desk.keys("ctrl+Home", "Right", "Right")
    shown = set()
    for _ in range(ROWS_MOST):
        found = re.match(r"Shortfall, 2027/28, ([\d,]+), ", desk.focused().name)
        if found:
            shown.add(int(found.group(1).replace(",", "")))
        desk.keys("Down")
    return shown if len(shown) >= 3 else None


def compare_three(programs, examples):
    with Desk(programs) as desk:
        plan = open_example(desk, examples, "lancashire")
        go_to(desk, "scenarios", "Scenarios, Page")
        desk.focus_is("list item", "Base case")
        desk.keys("Down", "Down")
        desk.focus_is("list item", "Higher pay and higher demand")
        desk.keys("Tab")
        desk.focus_is("checkbox", "Compare Higher pay and higher demand")
        desk.keys("space")
        desk.focus_is("checkbox", "Compare Higher pay and higher demand")
        presses = count(desk, FEW)

        shown = wait_for("three shortfalls in the table", lambda: read_shortfalls(desk))
        for scenario in ("base", "pay-1pc", "pay-and-demand"):
            value = next(float(row["value"]) for row in read_table(desk, plan, "summary", "--scenario", scenario)
                         if row["measure"] == "shortfall" and row["year"] == "2027/28")
            # Printed tables are rounded so that they add up.
            require(any(abs(pounds - value) <= 1 for pounds in shown), f"{scenario}: {value} is not among {shown}")
        return presses


def lead_board(programs, examples):
    """Chooses what the board is shown and steps through its questions on the whole screen."""
    with Desk(programs) as desk:
        open_example(desk, examples, "lancashire")
        go_to(desk, "invest in", "Invest in prevention, Scenario")
        desk.find("window", lambda title: "Invest in prevention" in title)
        go_to(desk, "placemaking", "Placemaking, Policy")
        desk.find("window", lambda title: "Invest in prevention · Placemaking" in title)
        open_page(desk, "Review")
        desk.keys("F11")
        desk.focus("board view")
        answers = []
        for number, question in enumerate(QUESTIONS, 1):
            view = desk.focus_is("widget", question)
            texts = wait_for(f"an answer to “{question}”", lambda: read_answer(desk, question))
            require(any(f"{number} of 7" in text and "Invest in prevention" in text for text in texts),
                    f"“{question}” does not say which scenario it is about: {texts[:4]}")
            require(view.kind == "PlwuBoardView", "the keyboard is not in the view")
            answers.append(texts[2])
            if number < len(QUESTIONS):
                desk.keys("Right")
        require(len(set(answers)) == len(QUESTIONS), f"two questions have the same answer: {answers}")
        desk.keys("Escape")
        desk.focus("Placewright")
        wait_for("the board view to close", lambda: len(desk.look().children) == 1)
        require(desk.find("button", lambda text: text.startswith("Undo")).name == "Undo",
                "showing the plan to a board has changed it")
        return count(desk, MORE)


# Copied from a council's own sheet of proposals: a title, its own headings, a total.
PROPOSALS = (
    "Budget proposals 2027/28\t\t\t\t\t\r\n"
    "Ref\tService\tProposal\tType\t2027/28\t2028/29\r\n"
    "P1\tCounty: Children's social care\tTwo homes of our own\tsaving\t450,000\t900,000\r\n"
    "P2\tlcc-childrens-social-care\tHigher rents\tpressure\t120,000\ttbc\r\n"
    "Total\t\t\t\t570,000\t900,000\r\n")


def import_changes(programs, examples):
    """Rows of somebody else's sheet onto the page Changes, seen before they come in and taken back in one step."""
    with Desk(programs) as desk:
        plan = open_example(desk, examples, "lancashire")
        desk.copy(PROPOSALS)
        go_to(desk, "import a tab", "Import a table, Action")
        desk.focus("Import a Table")
        desk.focus_is("button", lambda text: "Choose a file…" in text)
        desk.keys("ctrl+shift+v")
        desk.focus_is("grid cell", "A2, Ref, one of the headings")
        desk.keys("alt+Right")
        desk.focus_is(None, "What column A: Ref is, Code (required)")
        desk.keys("alt+Right")
        desk.focus_is("button", lambda text: "Import" in text)
        texts = desk.look().texts()
        require(any("2 rows are new" in text for text in texts), f"what would come in is not said: {texts[:8]}")
        require("agrees with the total row, £570,000.00" in texts, "the total row is not compared")
        require(any(text.startswith("0 errors, 1 warning") for text in texts), "what is missing is not said")
        desk.keys("Return")
        desk.focus("Placewright")
        desk.find("list item", "Changes", "selected")
        desk.focus_is("grid cell", lambda text: text.startswith("Two homes of our own"))
        desk.find_text("Import from the clipboard")
        presses = count(desk, FEW)

        save(desk)
        folder = desk.path("changes")
        require(desk.cli("export", plan, "--folder", folder).returncode == 0, "the saved plan cannot be exported")
        with open(os.path.join(folder, "changes.csv"), encoding="utf-8") as file:
            rows = [line for line in file if line.startswith(("P1,", "P2,"))]
        require(len(rows) == 2 and "the clipboard, row 3" in rows[0], f"the saved plan has {rows}")
        return presses


# The two services of 2026/27 come to 11 more than their total.
BUDGET = (
    "£000,2025/26,2026/27,2027/28\nLibraries,100,110,120\nWaste,200,231,240\nNet budget,300,330,360\n"
    "Council tax,(250),(260),(270)\nBusiness rates,(40),(50),(60)\nTotal funding,(290),(310),(330)\n"
    "Cumulative gap,10,20,30\nAnnual gap,10,10,10\n")


def read_rows(desk, plan, folder):
    """Rows of a plan file, table by table."""
    folder = desk.path(folder)
    require(desk.cli("export", plan, "--folder", folder).returncode == 0, f"{plan} cannot be exported")
    tables = {}
    for name in ("lines", "costs", "changes", "pots"):
        with open(os.path.join(folder, name + ".csv"), encoding="utf-8") as file:
            tables[name] = sorted(file)
    return tables


def import_budget(programs, examples):
    """A published table that contradicts itself: named, accepted, taken in, and the same as the command line's."""
    with Desk(programs) as desk:
        plan = open_example(desk, examples, "small")
        other = desk.path("other.placewright")
        shutil.copy(plan, other)
        table = desk.path("table.csv")
        with open(table, "w", encoding="utf-8") as file:
            file.write(BUDGET)
        go_to(desk, "published", "Import a published budget, Action")
        desk.focus("Import a Published Budget")
        desk.focus_is("button", lambda text: "Choose a file…" in text)
        choose_file(desk, table)
        desk.focus("Import a Published Budget")
        desk.focus_is("grid cell", "Libraries, service")
        desk.find_text("Nothing comes in yet: Net budget, 2026/27: printed £330,000.00")
        desk.keys("alt+d")
        desk.find("list item", lambda text: text.startswith("Contradiction: table.csv, cell C4"))
        desk.keys("alt+a")
        desk.find_text("Nothing is in the plan yet")
        desk.keys("alt+i")
        desk.focus("Placewright")
        desk.find_text("Import from table.csv")
        presses = count(desk, FEW)

        save(desk)
        run = desk.cli("import-budget", other, table, "--accept-contradictions")
        require(run.returncode == 0, run.stderr)
        require(read_rows(desk, plan, "mine") == read_rows(desk, other, "other"), "the command line takes in other rows")
        return presses


def choose_paper(desk, path):
    go_to(desk, "paper", "Check a paper, Action")
    desk.focus("Check a Paper")
    desk.focus_is("button", lambda text: "Choose a paper…" in text)
    choose_file(desk, path)
    desk.focus("Check a Paper")


def check_paper(programs, examples):
    """A paper made for publication still matches; after an edit it does not, and the cells are listed."""
    with Desk(programs) as desk:
        open_example(desk, examples, "small")
        paper = desk.path("paper.xlsx")
        desk.keys("ctrl+e")
        desk.find("label", "Export a workbook")
        desk.focus_window_above()
        desk.focus_is("button", lambda text: "Choose where…" in text)
        desk.keys("Return")
        desk.focus("Export Workbook")
        desk.focus_is("text box", "Name:")
        desk.keys("ctrl+a")
        desk.type(paper)
        desk.keys("Return")
        desk.focus("Placewright")
        wait_for("the paper", lambda: os.path.exists(paper))
        desk.find_text("Workbook exported")
        choose_paper(desk, paper)
        desk.find("label", "The paper matches the plan, cell by cell.")
        desk.keys("Escape")
        desk.focus("Placewright")

        go_to(desk, "assumptions", "Assumptions, Page")
        desk.focus_is("grid cell")
        desk.keys("ctrl+Right")
        desk.type("7")
        desk.keys("Return")
        desk.find("button", lambda text: text.startswith("Undo"))
        choose_paper(desk, paper)
        verdict = desk.find("label", lambda text: text.startswith("The paper does not match the plan: "))
        desk.focus_is("grid cell", lambda text: re.match(r"\w+, cell [A-Z]+\d+: the paper says .+, the plan ", text))
        return f"{verdict.name} {count(desk, FEW)}"


def read_answer(desk, question):
    """What is read out on a question of the board view, or None while it is worked out."""
    board = next(window for window in desk.look().children if "board view" in window.name)
    texts = board.texts()
    is_done = question in texts and not any("Working it out" in text for text in texts)
    return texts if is_done else None


def main():
    *programs, examples = map(os.path.abspath, sys.argv[1:5])
    cases = (
        ("a plan from a block pasted from a spreadsheet", make_plan),
        ("a pay award a point higher in a new scenario", raise_pay),
        ("why a line falls short in 2030/31", ask_why),
        ("three scenarios side by side", compare_three),
        ("changes from somebody else's sheet", import_changes),
        ("a published budget that contradicts itself", import_budget),
        ("a paper compared with its plan", check_paper),
        ("the board view, prepared and stepped through", lead_board),
    )
    wanted = sys.argv[5:]
    return tap.run([(name, lambda case=case: case(programs, examples)) for name, case in cases
                    if not wanted or case.__name__ in wanted])


if __name__ == "__main__":
    sys.exit(main())
