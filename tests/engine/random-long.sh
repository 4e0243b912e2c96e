#!/bin/bash
# random-long.sh: the properties of the engine on many more plans than the tests ask.
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   tests/engine/random-long.sh BUILD-FOLDER [PLANS [FIRST-SEED]]
#
# Failing plans, made as small as they can be, are left in BUILD-FOLDER/failing-plans.
set -euo pipefail

build=${1:?usage: random-long.sh BUILD-FOLDER [PLANS [FIRST-SEED]]}
export PLACEWRIGHT_PLANS=${2:-50000}
export PLACEWRIGHT_SEED=${3:-100000}
export PLACEWRIGHT_KEEP=$build/failing-plans

mkdir -p "$PLACEWRIGHT_KEEP"
names=(properties appraisal movements fair-lp causes bridge partners sustain fragmentation fragmentation-tables)
meson compile -C "$build" "${names[@]/#/test-}"
status=0
for name in "${names[@]}"; do
  "$build/tests/engine/test-$name" -k || status=1
done
exit $status
