#!/usr/bin/env bash
# check-format.sh: every C file is as clang-format 14 lays it out.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

cd "$PLACEWRIGHT_SOURCE"
. tests/tap.sh

if clang-format --version 2>/dev/null | grep -q 'version 14\.'; then
  report 'every C file is formatted' \
    "$(list_sources include core ui app tests | xargs clang-format --dry-run 2>&1 | grep -E '^[^ ].*: warning:' |
       cut -d: -f1 | uniq -c | awk '{ print $2 ": " $1 " places; run clang-format -i " $2 }' || true)"
else
  skip 'every C file is formatted' 'clang-format 14 is not installed'
fi

finish
