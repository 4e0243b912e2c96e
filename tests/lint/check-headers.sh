#!/usr/bin/env bash
# check-headers.sh COMPILER...: each public header compiles on its own.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

cd "$PLACEWRIGHT_SOURCE"
. tests/tap.sh

read -r -a flags <<<"$(pkg-config --cflags glib-2.0)"

for header in include/placewright/*.h; do
  complaints=$(echo "#include <placewright/$(basename "$header")>" |
               "$@" -std=gnu11 -Wall -Wextra -Werror -Iinclude "${flags[@]}" -fsyntax-only -x c - 2>&1 || true)
  report "$(basename "$header") stands on its own" "$complaints"
done

finish
