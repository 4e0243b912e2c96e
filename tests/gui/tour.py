# tour.py: goes round a window with Tab, and finds what it does not come to or does not show.
# SPDX-License-Identifier: GPL-3.0-or-later
from tap import Fault

STOPS_MOST = 150

# Tab comes to one row of a list and what is in it; arrows lead to the others.
LIST = "GtkListBox"
ROW = "GtkListBoxRow"

# These have keys of their own to leave by, as Tab goes from cell to cell.
SHEET = "PlwuSheet"


class Spot:
    """One thing that can have the keyboard."""

    def __init__(self, number, place, words, within=""):
        self.number = number
        self.kind = place.rsplit("/", 1)[-1]
        self.place = place
        self.words = words
        self.within = within  # the number of the list it is in

    def __str__(self):
        return f"{self.place}" + (f" “{self.words}”" if self.words else "")


class Tour:
    def __init__(self, desk):
        self.desk = desk
        self.faults = []
        self.n_stops = 0

    def look(self):
        """What has the keyboard now, as one spot; adds what it is in and what else there is."""
        stop, is_seen = self.look_once()
        if stop is not None and not is_seen:  # or it is not drawn yet
            stop, is_seen = self.look_once()
        if stop is not None and not is_seen:
            self.faults.append(f"{self.name}: the keyboard is not seen in {stop}")
        return stop

    def look_once(self):
        stop = None
        is_seen = False
        for what, number, place, words, *more in self.desk.look_at_focus():
            spot = Spot(number, place, words, more[0] if more else "")
            if what == "focus":
                stop = spot
                is_seen = more[0] == "seen"
            elif what == "within":
                self.reached.add(number)
                # Sheets and lists are one stop, whichever of their cells and rows has the keyboard.
                if spot.kind == SHEET or (spot.kind == LIST and stop.kind == ROW):
                    stop = spot
            else:
                self.controls[number] = spot
                if what == "tab":
                    self.tabs[words] = spot
                elif what == "shown":
                    self.shown.add(words)
        return stop, is_seen

    def go_on(self, stop):
        self.desk.keys("F6" if stop is not None and stop.kind == SHEET else "Tab")

    def go_round(self, name):
        """Tab until the keyboard comes back to where it is now."""
        self.name = name
        self.reached = set()
        self.controls = {}
        self.tabs = {}
        self.shown = set()
        stops = {}
        stop = self.look()
        while stop is not None and stop.number not in stops and len(stops) < STOPS_MOST:
            stops[stop.number] = stop
            before = stop.number
            self.go_on(stop)
            stop = self.look()
            if stop is not None and stop.number == before:  # or the key was not there yet
                stop = self.look()
        self.n_stops += len(stops)
        if stop is None:
            self.faults.append(f"{name}: nothing has the keyboard after {len(stops)} stops")
        elif stop.number != next(iter(stops)):
            self.faults.append(f"{name}: Tab does not come round, but back to {stop}")
        self.find_missed()

    def find_missed(self):
        reached = [spot for spot in self.controls.values() if spot.number in self.reached]
        lists = {spot.within for spot in reached if spot.kind == ROW}
        alike = {(spot.within, spot.kind) for spot in reached if spot.within in lists}
        for spot in self.controls.values():
            if spot.number not in self.reached and (spot.within, spot.kind) not in alike:
                self.faults.append(f"{self.name}: Tab does not come to {spot}")

    def go_to(self, words):
        """Tab to the tab that says this; whether it comes there."""
        for _ in range(STOPS_MOST):
            stop = self.look()
            if stop is not None and stop.number == self.tabs[words].number:
                return True
            self.go_on(stop)
        self.faults.append(f"{self.name}: Tab does not come to {self.tabs[words]}")
        return False

    def list_tabs(self, seen):
        """Those inside others first: a press on the others may hide them."""
        return sorted(set(self.tabs) - seen, key=lambda words: -self.tabs[words].place.count("/"))

    def go_through(self, name):
        """The page as it is shown, and then each of its tabs."""
        self.go_round(name)
        seen = set(self.shown)
        while tabs := self.list_tabs(seen):
            seen.add(tabs[0])
            if self.go_to(tabs[0]):
                self.desk.keys("space")
                self.go_round(f"{name}, {tabs[0]}")
                seen |= self.shown

    def end(self):
        if self.faults:
            raise Fault("\n".join(dict.fromkeys(self.faults)))
        return f"{self.n_stops} stops"
