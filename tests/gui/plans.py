# plans.py: ways through the window that several tests take, and what the command line says of the plan.
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import io
import re

from desk import wait_for
from tap import require


def open_example(desk, examples, name):
    """Opens a plan file made of an example; returns its path when its results are shown."""
    plan = desk.path(name + ".placewright")
    run = desk.cli("import", f"{examples}/{name}", "-o", plan)
    require(run.returncode == 0, run.stderr)
    desk.start(plan)
    desk.find("button", lambda text: text.startswith(("Largest gap", "No gap")), what="the results")
    return plan


def go_to(desk, words, wanted):
    """Ctrl+K, some words, Enter, once what is wanted stands first."""
    desk.keys("ctrl+k")
    desk.focus_is("text box", lambda text: text.startswith("Go to "))
    desk.type(words)
    wait_for(f"“{wanted}” to stand first for “{words}”",
             lambda: any(node.description.startswith(wanted + ", 1 of ")
                         for node in desk.look().find_all("text box", state="focused")))
    desk.keys("Return")


def open_page(desk, title):
    go_to(desk, title, title + ", Page")
    desk.find("list item", title, "selected")


def choose_file(desk, path):
    """Presses the button that has the keyboard, and types the path into the dialog that comes."""
    desk.keys("Return")
    desk.focus("^Choose a ")
    desk.type(path)
    desk.keys("Return")


def save(desk):
    desk.keys("ctrl+s")
    wait_for("the plan to be saved", lambda: not any(
        text.endswith("– edited") for text in desk.look().texts()))


def save_as(desk, name):
    """The first Save asks for a place; returns it."""
    plan = desk.path(name + ".placewright")
    desk.keys("ctrl+s")
    desk.focus("Save Plan")
    desk.focus_is("text box", "Name:")
    desk.keys("ctrl+a")
    desk.type(plan)
    desk.keys("Return")
    desk.focus("Placewright")
    desk.find("label", name + ".placewright")
    return plan


def read_gap(desk):
    """What the bar below says of the largest gap."""
    button = desk.find("button", lambda text: text.startswith("Largest gap"))
    return re.search(r"£[\d.,]+(?:k|m|bn)?", button.name).group()


def find_amounts(pounds):
    """How the window may write a large amount."""
    return {f"£{pounds / 1e9:.2f}bn", f"£{pounds / 1e6:.1f}m", f"£{pounds / 1e3:.0f}k"}


def read_table(desk, plan, table, *args):
    """A table of the saved plan, by the command line, as rows by column name."""
    run = desk.cli("evaluate", plan, "--table", table, "--format", "csv", *args)
    require(run.returncode == 0, f"the saved plan cannot be evaluated: {run.stderr}")
    return list(csv.DictReader(io.StringIO(run.stdout)))
