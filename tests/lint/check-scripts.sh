#!/usr/bin/env bash
# check-scripts.sh: the shell scripts parse, and shellcheck finds nothing where it is there.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

cd "$PLACEWRIGHT_SOURCE"
. tests/tap.sh

for script in .ci/run app/*.sh po/*.sh tests/*.sh tests/*/*.sh; do
  complaints=$(bash -n "$script" 2>&1 || true)
  if [ -z "$complaints" ] && command -v shellcheck >/dev/null; then
    complaints=$(shellcheck -S warning -e SC1111 -x "$script" 2>&1 || true)
  fi
  report "$script" "$complaints"
done

finish
