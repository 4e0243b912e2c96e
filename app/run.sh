#!/usr/bin/env bash
# run.sh: from a fresh checkout to the example plan on the screen.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

source_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
build=$source_root/build

usage ()
{
  cat <<END
Usage: app/run.sh [--headless] [PLAN...]

Installs what is missing (Debian 12), builds Placewright and opens PLAN, a plan
file or plan folder; without PLAN the example plan of Lancashire.

Without a display, or with --headless, prints the plan's shortfall under both
policies and writes the committee workbook into the build folder.
END
}

headless=no
arguments=()
for argument in "$@"; do
  case $argument in
    --headless) headless=yes ;;
    -h | --help) usage; exit 0 ;;
    *) arguments+=("$argument") ;;
  esac
done
if [ ${#arguments[@]} -eq 0 ]; then
  arguments=("$source_root/app/examples/lancashire")
fi

# shellcheck source-path=SCRIPTDIR source=packages.sh
. "$source_root/app/packages.sh"
install_missing "${build_packages[@]}"
configure "$source_root" "$build"
compile "$build" app/placewright app/placewright-cli placewright-gmo

# quietly ARGUMENT...: placewright-cli without the warnings, which check counts
quietly ()
{
  "$build/app/placewright-cli" "$@" 2> >(grep -v '^warning: ' >&2)
}

# print_plan PLAN: what the window would show first, on paper
print_plan ()
{
  local plan=$1 workbook policy
  workbook=$build/$(basename "$(realpath -m "$plan")" .placewright).xlsx

  printf '%s: ' "$plan"
  quietly check "$plan"
  for policy in today placemaking; do
    printf '\n'
    quietly evaluate "$plan" --table shortfall --most 25 --policy "$policy"
  done
  quietly export "$plan" --workbook "$workbook"
  printf '\nThe committee workbook is %s\n' "$workbook"
}

if [ "$headless" = no ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
  echo "There is no display to open the window on (DISPLAY and WAYLAND_DISPLAY are unset): printing instead."
  headless=yes
fi

if [ "$headless" = yes ]; then
  for argument in "${arguments[@]}"; do
    print_plan "$argument"
  done
else
  exec "$build/app/placewright" "${arguments[@]}"
fi
