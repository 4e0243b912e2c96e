#!/usr/bin/env bash
# run.sh: installs what the tests need, builds (plain, with sanitizers, with a fuzzer) and runs everything.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The last line is “N passed, N failed”; the exit status is 0 where none failed.
set -euo pipefail

source_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
plain=$source_root/build-tests
sanitized=$source_root/build-tests-sanitized
fuzzed=$source_root/build-tests-fuzz

# shellcheck source-path=SCRIPTDIR source=../app/packages.sh
. "$source_root/app/packages.sh"
# shellcheck source-path=SCRIPTDIR source=packages.sh
. "$source_root/tests/packages.sh"

# give_up WHAT: what could not even be built counts as one failed test
give_up ()
{
  echo "$1" >&2
  echo "0 passed, 1 failed"
  exit 1
}

install_missing "${build_packages[@]}" "${test_packages[@]}" || give_up "Packages could not be installed."

configure "$source_root" "$plain" --werror || give_up "The build could not be set up."
compile "$plain" || give_up "The build failed."

# The window is left out: its libraries' own leaks would drown ours.
configure "$source_root" "$sanitized" -Dwindow=disabled -Db_sanitize=address,undefined -Db_lundef=false ||
  give_up "The build with sanitizers could not be set up."
compile "$sanitized" || give_up "The build with sanitizers failed."

folders=("$plain" "$sanitized")
if install_missing "${fuzz_packages[@]}"; then
  CC=clang-14 configure "$source_root" "$fuzzed" -Dfuzz=true -Dwindow=disabled -Db_lundef=false ||
    give_up "The build with a fuzzer could not be set up."
  compile "$fuzzed" tests/fuzz/fuzz-package tests/fuzz/fuzz-cells tests/fuzz/fuzz-import tests/fuzz/fuzz-budget ||
    give_up "The build with a fuzzer failed."
  folders+=("$fuzzed")
else
  echo "clang and its fuzzer could not be installed: readers are not tried with made-up files." >&2
fi

# A result of an earlier run must not be counted.
for folder in "${folders[@]}"; do
  rm -f "$folder"/meson-logs/testlog*
done

meson test -C "$plain" --no-rebuild --print-errorlogs || true

# All random plans have been examined by the plain build; sanitizers look at a tenth of them.
PLACEWRIGHT_PLANS=200 \
ASAN_OPTIONS=detect_leaks=1 \
LSAN_OPTIONS=suppressions="$source_root/tests/leaks-of-others.txt":print_suppressions=0 \
UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 \
  meson test -C "$sanitized" --no-rebuild --print-errorlogs --timeout-multiplier 5 \
  --suite base --suite plan --suite reference --suite engine --suite explain --suite exchange --suite store --suite cli --suite pictures || true

if [ ${#folders[@]} -eq 3 ]; then
  meson test -C "$fuzzed" --no-rebuild --print-errorlogs --suite fuzz || true
fi

exec python3 "$source_root/tests/tap-summary" "${folders[@]}"
