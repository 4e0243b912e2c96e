#!/usr/bin/env bash
# run.sh [SECONDS]: tries the readers of strangers' files with made-up ones, a minute each unless told.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Needs clang with its libFuzzer (Debian: clang-14 and libclang-rt-14-dev). What makes a reader fail is
# left in build-fuzz/found; seeds in tests/fuzz/seeds give it a start.
set -euo pipefail

source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$source/build-fuzz
seconds=${1:-60}

if [ ! -f "$build/build.ninja" ]; then
  CC=${CC:-clang-14} meson setup "$build" "$source" -Dfuzz=true -Dwindow=disabled -Db_lundef=false
fi
ninja -C "$build" --quiet tests/fuzz/fuzz-package tests/fuzz/fuzz-cells tests/fuzz/fuzz-import tests/fuzz/fuzz-budget
mkdir -p "$build/found"

for target in package cells import budget; do
  mkdir -p "$build/corpus-$target"
  "$build/tests/fuzz/fuzz-$target" -max_total_time="$seconds" -max_len=65536 -timeout=5 -rss_limit_mb=1024 \
    -print_final_stats=1 -artifact_prefix="$build/found/" "$build/corpus-$target" "$source/tests/fuzz/seeds/$target"
done
