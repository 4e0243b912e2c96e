#!/usr/bin/python3
# test-walk.py: visits every page as people may have set their screens, and looks for what is wrong to see.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: test-walk.py WINDOW CLI LOOK-INSIDE EXAMPLES MODE...

A page fails that is not reached by its name, that cuts something off, has
something to use without a name for a screen reader, or draws a warning of GTK
or GLib. What is cut off the widgets know best: look-inside.c asks them. The
pictures it takes stay in the folder PLACEWRIGHT_PICTURES, where it is set.
"""
import os
import re
import shutil
import sys

import tap
from tap import require

tap.skip_unless_possible()

from desk import Desk, wait_for  # noqa: E402
from plans import open_example  # noqa: E402

PAGES = (
    "Overview", "Pots", "Capital", "Services", "Assumptions", "Changes", "Prevention", "Knock-on", "Outcomes",
    "Shortfall", "One pot?", "Scenarios", "Review", "Checks", "Partners", "Parameters", "History")
N_BOARD_SCREENS = 7

# What is asked for, and the title of the window that answers.
WINDOWS = (
    ("Import a table", "Import a Table"), ("Import a revenue", "Import a Revenue Return"),
    ("Import a published", "Import a Published Budget"),
    ("Check a paper", "Check a Paper"))

DOTS = 96  # an inch; twice as many is text at 200%
SMALL = (1366, 768)
LARGE = (1920, 1080)

# size, dots an inch, environment, examples
MODES = {
    "light-small": (SMALL, DOTS, {"ADW_DEBUG_COLOR_SCHEME": "prefer-light"}, ("lancashire", "small")),
    "light-large": (LARGE, DOTS, {"ADW_DEBUG_COLOR_SCHEME": "prefer-light"}, ("lancashire", "small")),
    "dark-small": (SMALL, DOTS, {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, ("lancashire", "small")),
    "dark-large": (LARGE, DOTS, {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, ("lancashire", "small")),
    "contrast": (SMALL, DOTS, {"ADW_DEBUG_HIGH_CONTRAST": "1"}, ("lancashire",)),
    "large-text": (SMALL, 2 * DOTS, {}, ("lancashire",)),
    "right-to-left": (SMALL, DOTS, {"GTK_DEBUG": "invert-text-dir"}, ("lancashire",)),
}

# What is wrong in the reports of look-inside.c, in words.
FAULTS = {
    "headline": "a headline is cut short", "untold": "a text is cut short and no tooltip has the whole",
    "cut": "a text does not fit its place", "drawn": "a picture cuts a text short", "outside": "something lies outside the window",
    "small": "the window is smaller than what is in it",
}

# Parts of GTK's own that count as able to take the focus and never do, or that only hold others.
HOLDERS = {"GtkScrolledWindow", "GtkListItemWidget", "GtkViewport", "AdwPreferencesGroup"}

WARNING = re.compile(r"WARNING|CRITICAL|ERROR|Gtk|GLib|Adwaita|Pango|theme parsing", re.IGNORECASE)


def is_nameless(node):
    """What can be used must say what it is; GTK gives the type of what has no name."""
    return "focusable" in node.states and node.kind not in HOLDERS and node.name.strip() in ("", node.kind)


def describe(node):
    """Where a nameless thing is."""
    named = [above.kind for above in node.ancestors() if above.kind.startswith("Plwu")]
    return f"{node.kind} ({node.role}) in {named[0] if named else 'the window'}"


class Walk:
    def __init__(self, desk, mode, example):
        self.desk = desk
        self.place = f"{mode}, {example}"
        self.pictures = os.environ.get("PLACEWRIGHT_PICTURES")
        self.stem = f"{mode}-{example}"
        self.faults = []

    def keep(self, name, picture):
        if self.pictures:
            os.makedirs(self.pictures, exist_ok=True)
            file = f"{self.stem}-{name.lower().strip('?')}.png".replace(" ", "-")
            shutil.copy(picture, os.path.join(self.pictures, file))

    def inspect(self, name):
        """Looks at what shows now."""
        for kind, place, text in self.desk.look_closely():
            if kind in FAULTS:
                self.faults.append(f"{name}: {FAULTS[kind]}: {place}: {text}")
            elif kind == "window" and ("board view" in place) == name.startswith("board"):
                self.keep(name, text)
        for node in self.desk.look().walk():
            if is_nameless(node):
                self.faults.append(f"{name}: no name to be read out: {describe(node)}")
            elif node.role == "button" and "_" in node.name:
                self.faults.append(f"{name}: a mnemonic is read out: “{node.name}”")

    def visit(self, title):
        """Ctrl+K, the title, Enter."""
        self.desk.keys("ctrl+k")
        self.desk.type(title)
        self.desk.keys("Return")
        self.desk.find("list item", title, "selected")
        page = wait_for(f"the page {title}", self.find_page)
        headings = [node.name for node in page.walk() if node.role == "label"]
        require(title.lower() in headings[0].lower(), f"“{title}” leads to the page “{headings[0]}”")
        self.inspect(title)

    def find_page(self):
        """The page in view, once it has worked everything out."""
        tree = self.desk.look()
        page = next((node for node in tree.walk() if re.fullmatch(r"Plwu\w+Page", node.kind)), None)
        is_busy = any("Working it out" in node.name or "Recalculating" in node.name for node in tree.walk())
        return page if page is not None and not is_busy else None

    def visit_board(self):
        self.desk.keys("F11")
        self.desk.focus("board view")
        if (self.desk.width, self.desk.height) != SMALL:
            self.desk.resize(self.desk.width, self.desk.height)
        for number in range(1, N_BOARD_SCREENS + 1):
            self.desk.find("label", lambda text: text.startswith(f"{number} of {N_BOARD_SCREENS}"))
            wait_for("an answer", lambda: not any("Working it out" in text for text in self.desk.look().texts()))
            self.inspect(f"board {number}")
            self.desk.keys("Right")
        self.desk.keys("Escape")
        self.desk.focus("Placewright")

    def visit_windows(self):
        """The windows that stand over the plan, as they are before anything is chosen in them."""
        for title, heading in WINDOWS:
            self.desk.keys("ctrl+k")
            self.desk.type(title)
            self.desk.keys("Return")
            self.desk.focus(heading)
            self.desk.focus_is("button")
            self.inspect(title)
            self.desk.keys("Escape")
            self.desk.focus("Placewright")

    def finish(self):
        self.desk.keys("ctrl+q")
        self.desk.program.wait(60)
        self.desk.program = None
        warnings = [line for line in self.desk.read_stderr().splitlines() if WARNING.search(line)]
        self.faults += [f"a warning: {line}" for line in warnings]
        n_faults = len(self.faults)
        faults = list(dict.fromkeys(self.faults))
        require(not faults, f"{n_faults} faults:\n" + "\n".join(faults))


def walk(programs, examples, mode, example):
    (width, height), dots, env, _ = MODES[mode]
    with Desk(programs, width, height, dots, **env) as desk:
        open_example(desk, examples, example)
        if (width, height) != SMALL:
            desk.resize(width, height)
        visitor = Walk(desk, mode, example)
        for title in PAGES:
            visitor.visit(title)
        visitor.visit_windows()
        visitor.visit_board()
        visitor.finish()
    return f"{len(PAGES)} pages, {N_BOARD_SCREENS} questions of the board view"


def main():
    *programs, examples = map(os.path.abspath, sys.argv[1:5])
    cases = []
    for mode in sys.argv[5:] or MODES:
        for example in MODES[mode][3]:
            cases.append((f"{mode}, {example}", lambda m=mode, e=example: walk(programs, examples, m, e)))
    return tap.run(cases)


if __name__ == "__main__":
    sys.exit(main())
