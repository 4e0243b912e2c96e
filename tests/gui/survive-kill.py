#!/usr/bin/python3
# survive-kill.py: kills the real window while it is being edited and looks for lost edits.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: survive-kill.py WINDOW CLI PLAN-FOLDER [N]

Starts the window N times (3 unless given; 500 is the long form) on a private X
server, types into random cells and kills it with SIGKILL at a random moment.
What it said was safe, the lines "commit NUMBER FINGERPRINT ..." of the file
named in PLACEWRIGHT_ACK_LOG, must be there when it is started again: the log
must reach as far, and the plan be the same. One further step that was not yet
acknowledged may be there or not.
"""
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

START_SECONDS = 30
SKIP = 77


def start_display():
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24", "-noreset"],
        pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    return server, ":" + os.read(reader, 20).decode().strip()


class AckLog:
    def __init__(self, path):
        self.path = path
        self.n_read = 0

    def read(self):
        """The lines that came since the last call; a half-written one counts later."""
        try:
            with open(self.path, encoding="utf-8") as log:
                lines = log.read().split("\n")[:-1]
        except FileNotFoundError:
            return []
        new = lines[self.n_read:]
        self.n_read = len(lines)
        return [line.split(" ", 3) for line in new]


class Driver:
    def __init__(self, window, plan, env):
        self.window = window
        self.plan = plan
        self.env = env
        self.log = AckLog(env["PLACEWRIGHT_ACK_LOG"])
        self.acknowledged = None  # number and fingerprint that must be found again
        self.begun = None         # the fingerprint that one further edit may have made of it
        self.n_acknowledged = 0
        self.slowest_start = 0.0

    def xdotool(self, *args):
        return subprocess.run(["xdotool", *args], env=self.env, capture_output=True, text=True, check=False).stdout

    def take(self, lines):
        opened = None
        for event, number, fingerprint, _ in lines:
            if event == "open":
                opened = (int(number), fingerprint)
            elif event == "begin":
                self.begun = fingerprint
            else:
                self.acknowledged = (int(number), fingerprint)
                self.begun = None
                self.n_acknowledged += 1
        return opened

    def start(self):
        began = time.monotonic()
        process = subprocess.Popen([self.window, self.plan], env=self.env,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        while time.monotonic() - began < START_SECONDS:
            opened = self.take(self.log.read())
            if opened is not None:
                self.slowest_start = max(self.slowest_start, time.monotonic() - began)
                return process, opened
            if process.poll() is not None:
                raise SystemExit("the window ended by itself: " + process.stderr.read().decode())
            time.sleep(0.02)
        process.kill()
        process.wait()
        raise SystemExit("the plan could not be read again: " + process.stderr.read().decode())

    def check(self, opened, round_number):
        if self.acknowledged is None or opened == self.acknowledged:
            return
        # A further edit says before what it makes of the plan; an undo or redo does not.
        is_further = opened[0] == self.acknowledged[0] + 1 and self.begun in (None, opened[1])
        if not is_further:
            raise SystemExit(f"round {round_number}: an acknowledged edit is lost: opened {opened}, "
                             f"acknowledged {self.acknowledged}, begun {self.begun}")

    def edit_until(self, deadline):
        """Types figures into the assumptions, page 5, in random places."""
        window = ""
        while not window and time.monotonic() < deadline:
            window = self.xdotool("search", "--onlyvisible", "--name", "Placewright")
        if not window:
            return
        self.xdotool("windowfocus", window.split()[-1])
        self.xdotool("key", "alt+5")
        while time.monotonic() < deadline:
            moves = random.choices(["Down", "Up", "Right", "Left"], weights=[3, 2, 3, 2], k=random.randint(1, 4))
            self.xdotool("key", "--delay", "2", *moves)
            self.xdotool("type", "--delay", "2", f"{random.uniform(0, 9):.3f}")
            self.xdotool("key", random.choice(["Return", "Tab", "ctrl+r"]))
            if random.random() < 0.1:
                self.xdotool("key", "Escape", random.choice(["ctrl+z", "ctrl+shift+z", "ctrl+s"]))


def main():
    window, cli, folder = sys.argv[1:4]
    n_rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 3
    if not all(map(shutil.which, ("Xvfb", "xdotool"))):
        print("Xvfb or xdotool is missing")
        return SKIP

    scratch = tempfile.mkdtemp(prefix="placewright-kill-")
    plan = os.path.join(scratch, "plan.placewright")
    subprocess.run([cli, "import", folder, "-o", plan], check=True, stderr=subprocess.DEVNULL)
    server, display = start_display()
    env = dict(os.environ, DISPLAY=display, GDK_BACKEND="x11", GSK_RENDERER="cairo", GDK_DEBUG="gl-disable",
               GTK_A11Y="none", GSETTINGS_BACKEND="memory", GIO_USE_VFS="local", LC_ALL="C.UTF-8",
               DBUS_SESSION_BUS_ADDRESS="disabled:", G_DEBUG="fatal-criticals",
               XDG_STATE_HOME=os.path.join(scratch, "state"), XDG_DATA_HOME=os.path.join(scratch, "share"),
               PLACEWRIGHT_ACK_LOG=os.path.join(scratch, "acknowledged"))
    driver = Driver(window, plan, env)
    try:
        for round_number in range(1, n_rounds + 2):
            process, opened = driver.start()
            try:
                driver.check(opened, round_number)
                driver.acknowledged, driver.begun = opened, None
                if round_number <= n_rounds:
                    driver.edit_until(time.monotonic() + random.uniform(0.3, 3.0))
            finally:
                process.send_signal(signal.SIGKILL)
                process.wait()
            driver.take(driver.log.read())
    finally:
        server.terminate()
        server.wait()
    if driver.n_acknowledged == 0:
        raise SystemExit("no edit was acknowledged: nothing was tested")
    print(f"{n_rounds} kills, {driver.n_acknowledged} acknowledged edits, none lost, no file unreadable; "
          f"slowest start {driver.slowest_start:.2f} s")
    shutil.rmtree(scratch)
    return 0


if __name__ == "__main__":
    sys.exit(main())
