# tap.sh: the Test Anything Protocol for shell scripts. Sourced, not run.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

tap_count=0

# report NAME COMPLAINTS: one case; it passes where there are no complaints
report ()
{
  tap_count=$((tap_count + 1))
  if [ -z "$2" ]; then
    echo "ok $tap_count - $1"
  else
    echo "not ok $tap_count - $1"
    printf '%s\n' "$2" | sed 's/^/# /'
  fi
}

# skip NAME WHY
skip ()
{
  tap_count=$((tap_count + 1))
  echo "ok $tap_count - $1 # SKIP $2"
}

# finish: the plan, which GLib and meson take at the end too
finish ()
{
  echo "1..$tap_count"
}

# list_sources [FOLDER...]: the C files, without what builds leave behind
list_sources ()
{
  find "$@" -name '*.[ch]' -type f | LC_ALL=C sort
}
