#!/bin/sh
# kill-long.sh: ten thousand kills. Usage: kill-long.sh BUILD-DIRECTORY [HOW-MANY]
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
PLACEWRIGHT_KILLS="${2:-10000}"
export PLACEWRIGHT_KILLS
exec "$1/tests/store/test-store-kill" --verbose
