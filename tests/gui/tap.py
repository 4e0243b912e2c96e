# tap.py: the Test Anything Protocol for tests of the window, each case bounded in time.
# SPDX-License-Identifier: GPL-3.0-or-later
import shutil
import sys
import time
import traceback

NEEDED = ("Xvfb", "xdotool", "xclip", "dbus-daemon")


class Fault(Exception):
    """What a test found wrong, in one sentence."""


def require(condition, complaint):
    if not condition:
        raise Fault(complaint)


def note(text):
    for line in str(text).splitlines():
        print("# " + line, flush=True)


def skip_unless_possible():
    """Ends the program, as skipped, where the window cannot be driven."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    try:
        import gi  # noqa: F401
    except ImportError:
        missing.append("python3-gi")
    if missing:
        print("1..0 # SKIP missing: " + ", ".join(missing))
        sys.exit(0)


def run(cases):
    """Runs (name, function) one after the other; returns the exit status.

    A function returns nothing, or what is to be said behind the case's name.
    """
    n_failed = 0
    print(f"1..{len(cases)}", flush=True)
    for number, (name, function) in enumerate(cases, 1):
        began = time.monotonic()
        try:
            said = function()
            print(f"ok {number} - {name}" + (f", {said}" if said else ""), flush=True)
        except Fault as fault:
            n_failed += 1
            print(f"not ok {number} - {name}", flush=True)
            note(fault)
        except Exception:  # a fault of the test itself is told, and the next case runs
            n_failed += 1
            print(f"not ok {number} - {name}", flush=True)
            note(traceback.format_exc())
        note(f"{time.monotonic() - began:.1f} s")
    return 1 if n_failed else 0
