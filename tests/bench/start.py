#!/usr/bin/env python3
"""start.py BENCH CLI PLAN: how long the window takes to its first frame, beside a bare window.

BENCH is bench-start, PLAN a plan folder; the plan file that is opened is made of it once.
Both are run in turn, so that a machine that slows down slows both.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 15


def run(bench, what, state):
    """Seconds from starting the process to its first frame."""
    shutil.rmtree(state, ignore_errors=True)
    begun = time.monotonic()
    ended = subprocess.run([bench, what], check=True, env={**os.environ, "XDG_STATE_HOME": state},
                           stdout=subprocess.PIPE, text=True)
    return int(ended.stdout) / 1e6 - begun


def main():
    bench, cli, plan = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        state = os.path.join(scratch, "state")
        file = os.path.join(scratch, "plan.placewright")
        subprocess.run([cli, "import", plan, "-o", file], check=True, stderr=subprocess.DEVNULL,
                       env={**os.environ, "XDG_STATE_HOME": state})
        times = {"bare": [], file: []}
        for _ in range(RUNS + 1):
            for what in times:
                times[what].append(run(bench, what, state))
    bare = sorted(times["bare"][1:])
    window = sorted(times[file][1:])
    ratios = sorted(w / b for w, b in zip(times[file][1:], times["bare"][1:]))
    for name, values in (("bare window, first frame", bare), ("Overview of the plan, first frame", window)):
        print(f"{name:<52} {values[0] * 1e3:10.1f} ms  (median {statistics.median(values) * 1e3:.1f})")
    print(f"{'the one as a multiple of the other, pair by pair':<52} {ratios[0]:10.2f}     "
          f"(median {statistics.median(ratios):.2f})")


if __name__ == "__main__":
    main()
