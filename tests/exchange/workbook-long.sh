#!/bin/bash
# workbook-long.sh: many more workbooks reckoned anew by a spreadsheet program than the tests ask.
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   tests/exchange/workbook-long.sh BUILD-FOLDER [PLANS]
set -euo pipefail

build=${1:?usage: workbook-long.sh BUILD-FOLDER [PLANS]}
export PLACEWRIGHT_WORKBOOKS=${2:-200}
PLACEWRIGHT_SOURCE=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
export PLACEWRIGHT_SOURCE

meson compile -C "$build" test-workbook-parity
exec "$build/tests/exchange/test-workbook-parity" --tap
