#!/usr/bin/env python3
# memory.py: what a program needs at its peak.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a command, throws its output away and prints its peak memory and time."""
import resource
import subprocess
import sys
import time

started = time.monotonic()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
seconds = time.monotonic() - started
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"memory of the command line at its peak {peak:24.1f} MiB  ({seconds:.2f} s in all)")
