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
from plans import go_to, open_example, open_page, save  # noqa: E402

PAGES = (
    "Overview", "Pots", "Capital", "Services", "Assumptions", "Changes", "Prevention", "Knock-on", "Outcomes",
    "Shortfall", "One pot?", "Scenarios", "Review", "Checks", "Partners", "Parameters", "History")
TABS_MOST = 120

# What a Tab should come to on its own. Rows of lists have arrows, cells of sheets too.
ITSELF = {"GtkButton", "GtkCheckButton", "GtkEntry", "GtkSearchEntry", "GtkScale"}


def find_page(tree):
    return next(node for node in tree.walk() if node.kind.startswith("Plwu") and node.kind.endswith("Page"))


def list_controls(page):
    """What can be used on a page now, less what arrows lead to inside a list or between linked buttons."""
    return {node.path: node for node in page.walk()
            if node.kind in ITSELF and {"focusable", "sensitive"} <= node.states
            and not any(above.kind in ("GtkListBox", "PlwuSheet") for above in node.ancestors())}


def walk_round(desk, page):
    """Tabs (out of a table with F6) until the keyboard has been everywhere; what was come to."""
    reached = {}
    for _ in range(TABS_MOST):
        focused = desk.focused()
        require(focused is not None, f"{page}: nothing has the keyboard after {len(reached)} controls")
        if focused.path in reached and focused.kind != "PlwuSheetCellWidget" and len(reached) > 3 \
                and list(reached)[0] == focused.path:
            break
        reached[focused.path] = focused
        desk.keys("F6" if focused.kind == "PlwuSheetCellWidget" else "Tab")
    return reached


def reach_every_control(programs, examples):
    with Desk(programs) as desk:
        open_example(desk, examples, "small")
        n_reached = 0
        for title in PAGES:
            open_page(desk, title)
            controls = list_controls(find_page(desk.look()))
            reached = walk_round(desk, title)
            missed = [f"{node.kind} “{node.name}”" for path, node in controls.items() if path not in reached]
            require(not missed, f"{title}: Tab does not come to {', '.join(missed)}")
            n_reached += len(reached)
        return f"{n_reached} stops on {len(PAGES)} pages"


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
        ("every control of every page can be reached", reach_every_control),
        ("keys lead from page to page", move_between_pages),
        ("three edits are undone and redone, also after reopening", undo_and_redo),
        ("an override is set and removed", override_and_return),
    )
    # Going round every page takes minutes: only where it is asked for by its name.
    wanted = sys.argv[5:] or [case.__name__ for _, case in cases if case is not reach_every_control]
    return tap.run([(name, lambda case=case: case(programs, examples)) for name, case in cases
                    if case.__name__ in wanted])


if __name__ == "__main__":
    sys.exit(main())
