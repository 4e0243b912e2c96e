#!/usr/bin/env bash
# check-words.sh: nothing is left for later, and every file says what it is.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

cd "$PLACEWRIGHT_SOURCE"
. tests/tap.sh

# list_texts: every file people write; data and licence are others' words
list_texts ()
{
  find . \( -path ./.git -o -path './build*' -o -path ./LICENSE -o -name '*.csv' -o -name '*.po' -o -name __pycache__ \) \
       -prune -o -type f -size -512k -print0 | xargs -0 grep -lI '' | LC_ALL=C sort
}

# In two halves, so that this file does not find itself.
later='TO''DO|FIX''ME|XX''X|HA''CK|not yet imp''lemented'
home='/wo''rk/|/ho''me/[a-z]|/ro''ot/'

texts=$(list_texts)
report 'nothing is left for later' "$(xargs -d '\n' grep -nHE "\<($later)\>" <<<"$texts" || true)"
report 'no path of one machine' "$(xargs -d '\n' grep -nHE "(^|[^A-Za-z0-9_.~-])($home)" <<<"$texts" || true)"
report 'no tabs in sources' \
  "$(list_sources include core ui app tests | xargs grep -nHP '\t' || true)"
report 'no white space at the end of a line' \
  "$(grep -vE '\.(svg|md)$' <<<"$texts" | xargs -d '\n' grep -nHE '[[:space:]]+$' || true)"
report 'every C file names itself and its licence first' \
  "$(list_sources include core ui app tests |
     xargs awk 'FNR == 1 {
                  name = FILENAME
                  sub (/.*\//, "", name)
                  if (index ($0, "/* " name ": ") != 1) print FILENAME ": the first line does not say what it is"
                }
                FNR == 2 {
                  if (!index ($0, "SPDX-License-Identifier: GPL-3.0-or-later")) print FILENAME ": no licence in line 2"
                  nextfile
                }')"

finish
