#!/usr/bin/python3
# test-keyboard.py: every control can be reached by the keyboard, and edits by it can be taken back.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: test-keyboard.py WINDOW CLI LOOK-INSIDE EXAMPLES [CASE...]"""
import os
import sys

import tap
from tap import require

tap.skip_unless_possible()

from desk import Desk, wait_for  # noqa: E402
from plans import choose_file, go_to, open_example, open_page, save  # noqa: E402
from tour import Tour  # noqa: E402

PAGES = (
    "Overview", "Pots", "Capital", "Services", "Assumptions", "Changes", "Prevention", "Knock-on", "Outcomes",
    "Shortfall", "One pot?", "Scenarios", "Review", "Checks", "Partners", "Parameters", "History")
N_BOARD_SCREENS = 7

# The pages of the assistant after the first, and what ticks something on them.
ASSISTANT = (
    ("Who is at the table?", ()), ("What services does the money run?", ("Tab", "Return")),
    ("Where does the money come from?", ("Tab", "Return")), ("What is assumed about the years ahead?", ()),
    ("This will be made", ()))


# A revenue return of two councils, as it is published: pay for a service and what all come to.
RETURN = """# Revenue outturn 2025-26, GBP thousand
council,ons_code,form,service_line,measure,gbp_k
Shire,E10,RSX,Roads,employees,40.0
Shire,E10,RSX,Roads,net_current_expenditure,40.0
Shire,E10,RSX,Total Service Expenditure,net_current_expenditure,40.0
Town,E07,RSX,Roads,employees,5.0
Town,E07,RSX,Roads,net_current_expenditure,5.0
Town,E07,RSX,Total Service Expenditure,net_current_expenditure,5.0
"""


def go_round_pages(programs, examples):
    """Tab through every page and its tabs, with the explanation beside one, and through the board's questions."""
    with Desk(programs) as desk:
        open_example(desk, examples, "small")
        tour = Tour(desk)
        for title in PAGES:
            open_page(desk, title)
            tour.go_through(title)
            if title == "Review":
                for number in range(2, N_BOARD_SCREENS + 1):
                    desk.keys("Right")
                    desk.find("label", lambda text, n=number: text.startswith(f"{n} of "))
                    tour.go_round(f"{title}, question {number}")
        open_page(desk, "Pots")
        desk.keys("F8")
        desk.find("label", "Explain")
        tour.go_round("Pots, explained")
        return tour.end()


def go_round_assistant(programs, examples):
    """Tab through the first window and through each page of the assistant."""
    with Desk(programs) as desk:
        desk.start()
        tour = Tour(desk)
        tour.go_round("Welcome")
        desk.keys("ctrl+shift+n")
        desk.focus("New Plan")
        desk.focus_is("text box", lambda text: text.startswith("Name of the place"))
        desk.type("Smallshire")
        tour.go_round("Place")
        for heading, keys in ASSISTANT:
            desk.keys("alt+Right")
            desk.find("label", heading)
            if keys:
                desk.keys(*keys)
            tour.go_round(heading)
        return tour.end()


def make_papers(desk, examples, plan):
    """What the windows over a plan ask for, by the words that lead to them: their titles and a file each."""
    returns = desk.path("return.csv")
    with open(returns, "w", encoding="utf-8") as file:
        file.write(RETURN)
    paper = desk.path("paper.xlsx")
    run = desk.cli("export", plan, "--workbook", paper)
    require(run.returncode == 0, run.stderr)
    budget = os.path.join(examples, "..", "..", "tests", "data", "budget", "gateshead-2025-26.csv")
    return (
        ("Import a table", "Import a Table", os.path.join(examples, "small", "costs.csv")),
        ("Import a revenue return", "Import a Revenue Return", returns),
        ("Import a published budget", "Import a Published Budget", os.path.abspath(budget)),
        ("Check a paper", "Check a Paper", paper))


def go_round_windows(programs, examples):
    """Tab through the windows that take files in or hold papers against the plan, before and after they have one."""
    with Desk(programs) as desk:
        plan = open_example(desk, examples, "small")
        tour = Tour(desk)
        for words, heading, path in make_papers(desk, examples, plan):
            go_to(desk, words, words + ", Action")
            desk.focus(heading)
            desk.focus_is("button", lambda text: text.startswith("Choose a "))
            tour.go_round(heading)
            choose_file(desk, path)
            desk.focus(heading)
            desk.find_text(os.path.basename(path))
            wait_for("the keyboard to be on what came of it", desk.focused)
            tour.go_through(heading + ", with a file")
            for number in (2, 3) if heading == "Import a Table" else ():
                desk.keys("alt+Right")
                desk.find("label", f"Page {number} of 3")
                wait_for("the keyboard to be on the page", desk.focused)
                tour.go_round(f"{heading}, page {number}")
            desk.keys("Escape")
            wait_for("the window to close", lambda title=heading: not desk.xdotool("search", "--onlyvisible", "--name", title))
            desk.focus("Placewright")
        return tour.end()


def move_between_pages(programs, examples):
    with Desk(programs) as desk:
        open_example(desk, examples, "small")
        for number, title in enumerate(PAGES[:9], 1):
            desk.keys(f"alt+{number}")
            desk.find("list item", title, "selected")
        for title in PAGES[9:11]:
            desk.keys("ctrl+Page_Down")
            desk.find("list item", title, "selected")
        for title in (PAGES[9], PAGES[8]):
            desk.keys("ctrl+Page_Up")
            desk.find("list item", title, "selected")


def type_over(desk, place, wanted, before, text, after):
    """Ctrl+K to a cell, types over it, waits for what it says then."""
    go_to(desk, place, wanted)
    desk.focus_is("grid cell", before)
    desk.type(text)
    desk.keys("ctrl+Return")
    desk.find("grid cell", after)


def undo_and_redo(programs, examples):
    """Three edits on three pages, taken back and made again; and again after closing and opening."""
    with Desk(programs) as desk:
        plan = open_example(desk, examples, "small")
        first = desk.cli("evaluate", plan, "--format", "csv").stdout
        type_over(desk, "wages in care 2026/27", "Wages in care, Assumption", "Wages in care, 2026/27, 10%", "7",
                  "Wages in care, 2026/27, 7%")
        type_over(desk, "road grant 2026/27", "Road grant, Pot", "Road grant, 2026/27, 70,000", "65000",
                  "Road grant, 2026/27, 65,000")
        type_over(desk, "footbridge 2027/28", "Footbridge, Project", "Footbridge, 2027/28, 54,000", "50000",
                  "Footbridge, 2027/28, 50,000")
        save(desk)
        last = desk.cli("evaluate", plan, "--format", "csv").stdout
        require(last != first, "three edits change nothing")

        take_back(desk, plan, first)
        make_again(desk, plan, last)
        desk.stop()
        desk.start(plan)
        desk.find("button", lambda text: text.startswith("Undo: "))
        take_back(desk, plan, first)
        make_again(desk, plan, last)


def take_back(desk, plan, wanted):
    for _ in range(3):
        undo = desk.find("button", lambda text: text.startswith("Undo: "), "sensitive").name
        desk.keys("ctrl+z")
        wait_for("the next step to be undone", lambda: desk.look().find("button", undo) is None)
    desk.find("button", "Undo")
    save(desk)
    require(desk.cli("evaluate", plan, "--format", "csv").stdout == wanted, "undoing all does not bring the plan back")


def make_again(desk, plan, wanted):
    for _ in range(3):
        redo = desk.find("button", lambda text: text.startswith("Redo: "), "sensitive").name
        desk.keys("ctrl+shift+z")
        wait_for("the next step to be redone", lambda: desk.look().find("button", redo) is None)
    desk.find("button", "Redo")
    save(desk)
    require(desk.cli("evaluate", plan, "--format", "csv").stdout == wanted, "redoing all does not bring the edits back")


def override_and_return(programs, examples):
    """In a scenario a figure is typed over, and the parent's figure is taken again."""
    with Desk(programs) as desk:
        open_example(desk, examples, "small")
        go_to(desk, "no road", "No road grant, Scenario")
        desk.find("window", lambda title: "No road grant" in title)
        type_over(desk, "wages in care 2026/27", "Wages in care, Assumption", "Wages in care, 2026/27, 10%, inherited", "12",
                  "Wages in care, 2026/27, 12%, overridden, Base case: 10%")
        desk.focus_is("grid cell", "Wages in care, 2026/27, 12%, overridden, Base case: 10%")
        desk.keys("Delete")
        desk.find("grid cell", "Wages in care, 2026/27, 10%, inherited")


def main():
    *programs, examples = map(os.path.abspath, sys.argv[1:5])
    cases = (
        ("Tab goes round every page and shows where it is", go_round_pages),
        ("Tab goes round the assistant for a new plan and shows where it is", go_round_assistant),
        ("Tab goes round the windows that take files and shows where it is", go_round_windows),
        ("keys lead from page to page", move_between_pages),
        ("three edits are undone and redone, also after reopening", undo_and_redo),
        ("an override is set and removed", override_and_return),
    )
    wanted = sys.argv[5:] or [case.__name__ for _, case in cases]
    return tap.run([(name, lambda case=case: case(programs, examples)) for name, case in cases
                    if case.__name__ in wanted])


if __name__ == "__main__":
    sys.exit(main())
