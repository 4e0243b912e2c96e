#!/usr/bin/env bash
# check-size.sh: a function fits on a screen (60 lines), a file in a head (600).
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

cd "$PLACEWRIGHT_SOURCE"
. tests/tap.sh

folders=(include core ui app tests)

report 'no file is longer than 600 lines' \
  "$(list_sources "${folders[@]}" | xargs wc -l | awk '$2 != "total" && $1 > 600 { print $2 ": " $1 " lines" }')"

# list_functions: file, name and length of every function
list_functions ()
{
  list_sources "${folders[@]}" |
    ctags --languages=C --langmap=C:.c.h --kinds-C=f --fields=+ne --output-format=u-ctags -f - -L - |
    awk -F '\t' '{
      first = last = 0
      for (i = 4; i <= NF; i++)
        {
          if ($i ~ /^line:/) first = substr ($i, 6)
          if ($i ~ /^end:/) last = substr ($i, 5)
        }
      print $2, $1, last - first + 1
    }'
}

if command -v ctags >/dev/null && ctags --version | grep -q Universal; then
  functions=$(list_functions)
  report 'functions are found' "$(grep -q '^app/cli.c main ' <<<"$functions" || echo 'not even main in app/cli.c')"
  report 'no function is longer than 60 lines' \
    "$(awk '$3 > 60 { print $1 ": " $2 ": " $3 " lines" }' <<<"$functions")"
else
  skip 'no function is longer than 60 lines' 'universal-ctags is not installed'
fi

finish
