#!/bin/sh
# damage-long.sh: a hundred thousand damaged files; meant for a build with
# -Db_sanitize=address,undefined. Usage: damage-long.sh BUILD-DIRECTORY [HOW-MANY]
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
PLACEWRIGHT_DAMAGES="${2:-100000}"
export PLACEWRIGHT_DAMAGES
exec "$1/tests/store/test-store-damage" --verbose
